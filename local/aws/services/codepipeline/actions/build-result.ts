import type { Build } from '@aws-sdk/client-codebuild';
import type { ActionResult } from './define.ts';

/** What a finished build means for the action that started it. */
export function resultOf(build: Build): ActionResult {
  if (build.buildStatus === 'SUCCEEDED') {
    const variables = build.exportedEnvironmentVariables ?? [];
    const outputVariables = Object.fromEntries(variables.map(({ name = '', value = '' }) => [name, value]));
    return { status: 'Succeeded', outputVariables };
  }
  const failed = build.phases?.find((phase) => phase.phaseStatus && phase.phaseStatus !== 'SUCCEEDED');
  const cause = failed?.contexts?.find((context) => context.message);
  const where =
    failed && cause
      ? `. Phase: ${failed.phaseType}, Code: ${cause.statusCode}, Message: ${cause.message}`
      : '';
  const message = `Build terminated with state: ${build.buildStatus}${where}`;
  return { status: 'Failed', error: { code: 'JobFailed', message } };
}
