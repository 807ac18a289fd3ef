import type { Project } from '@aws-sdk/client-codebuild';
import codebuild from '../../codebuild/service.ts';
import { resultOf } from './build-result.ts';
import { type ActionContext, defineActionRunner } from './define.ts';

/**
 * Commands run as a build whose project nobody registered, as CodePipeline itself does it.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Commands.html
 */
export default defineActionRunner({
  category: 'Compute',
  provider: 'Commands',
  async run(context) {
    const { action, aws, inputs, outputs, pipeline, update } = context;
    const group = `/aws/codepipeline/${pipeline}`;
    const { id, finished } = aws.use(codebuild).start({
      project: projectFor(context, group),
      initiator: `codepipeline/${pipeline}`,
      buildspec: buildspecFor(context),
      sources: inputs.map(({ name, bucket, key }) => ({ identifier: name, bucket, key })),
      artifacts: outputs.map(({ name, bucket, key }) => ({ identifier: name, bucket, key })),
      environment: (action.environmentVariables ?? []).map(({ name, value, type }) => ({
        name,
        value,
        type,
      })),
    });
    const stream = `${context.actionExecutionId}/${id.split(':')[1]}`;
    update({
      externalExecutionId: `arn:aws:logs:${aws.region}:${aws.account}:log-group:${group}:log-stream:${stream}`,
    });
    return resultOf(await finished);
  },
});

function projectFor({ actionExecutionId, pipeline }: ActionContext, groupName: string): Project {
  return {
    name: `codepipeline-${pipeline}`,
    source: { type: 'CODEPIPELINE' },
    artifacts: { type: 'CODEPIPELINE' },
    environment: { type: 'LINUX_CONTAINER', image: 'local', computeType: 'BUILD_GENERAL1_SMALL' },
    logsConfig: { cloudWatchLogs: { status: 'ENABLED', groupName, streamName: actionExecutionId } },
  };
}

/** A buildspec in JSON, which is YAML too. */
function buildspecFor({ action }: ActionContext): string {
  const files = action.outputArtifacts?.[0]?.files;
  return JSON.stringify({
    version: 0.2,
    ...(action.outputVariables?.length && { env: { 'exported-variables': action.outputVariables } }),
    phases: { build: { commands: action.commands } },
    ...(files?.length && { artifacts: { files } }),
  });
}
