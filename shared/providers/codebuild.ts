import type { Build, BuildPhase } from '@aws-sdk/client-codebuild';
import type { Action, Reason } from '../run/model.ts';
import { consolePage } from './console.ts';
import { defineProvider, type ProviderContext } from './define.ts';

const logLines = 20;

export default defineProvider({
  provider: 'CodeBuild',
  describe: ({ externalId }) => (externalId ? `build ${externalId}` : 'a build'),
  reason,
  link: ({ externalId, externalUrl }, region) => {
    if (!externalId) return externalUrl;
    const [project = ''] = externalId.split(':');
    const path = `codesuite/codebuild/projects/${encodeURIComponent(project)}/build`;
    return consolePage(region, `${path}/${encodeURIComponent(externalId)}?region=${region}`);
  },
});

async function reason({ externalId }: Action, context: ProviderContext): Promise<Reason | undefined> {
  if (!externalId) return undefined;
  const { getBuild } = await import('../aws/builds.ts');
  const build = await getBuild(await context.clients.codebuild(), externalId);
  return build && { ...failureOf(build), log: await logOf(build, context), url: build.logs?.deepLink };
}

/** A phase that fails says why in its contexts; what follows from it fails, too, so the first one counts. */
function failureOf(build: Build): Pick<Reason, 'text' | 'where'> {
  const failed = build.phases?.find(isFailed);
  const said = failed?.contexts?.map(({ message }) => message).filter(Boolean) ?? [];
  const text = said.join(' ') || `The build ended as ${build.buildStatus ?? 'failed'}.`;
  return failed?.phaseType ? { text, where: failed.phaseType } : { text };
}

function isFailed({ phaseStatus }: BuildPhase): boolean {
  return phaseStatus !== undefined && !['SUCCEEDED', 'IN_PROGRESS', 'QUEUED'].includes(phaseStatus);
}

/** The log is a help, not the reason: a build without one, or one that may not be read, is explained all the same. */
async function logOf({ logs }: Build, { clients }: ProviderContext): Promise<string[] | undefined> {
  const { groupName: group, streamName: stream } = logs ?? {};
  if (!group || !stream) return undefined;
  const [{ lastLines }, { isDenied, isNotFound }] = await Promise.all([
    import('../aws/logs.ts'),
    import('../aws/errors.ts'),
  ]);
  try {
    return await lastLines(await clients.logs(), { group, stream, count: logLines });
  } catch (error) {
    if (isDenied(error) || isNotFound(error)) return undefined;
    throw error;
  }
}
