import type { EnvironmentVariable } from '@aws-sdk/client-codebuild';
import { z } from 'zod';
import codebuild from '../../codebuild/service.ts';
import { resultOf } from './build-result.ts';
import { type ActionContext, ActionFailure, defineActionRunner, type StoredArtifact } from './define.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html */
export default defineActionRunner({
  category: 'Build',
  provider: 'CodeBuild',
  async run(context) {
    const { aws, configuration, outputs, pipeline, update } = context;
    if (configuration.BatchEnabled === 'true')
      throw new ActionFailure('ConfigurationError', 'CodeBuild batch builds are not run locally');
    const { id, finished } = aws.use(codebuild).start({
      project: configuration.ProjectName ?? '',
      initiator: `codepipeline/${pipeline}`,
      sources: sourcesOf(context),
      artifacts: outputs.map(({ name, bucket, key }) => ({ identifier: name, bucket, key })),
      environment: environmentOf(configuration.EnvironmentVariables),
    });
    update({
      externalExecutionId: id,
      externalExecutionUrl: `https://console.aws.amazon.com/codebuild/home?region=${aws.region}#/builds/${id}/view/new`,
    });
    return resultOf(await finished);
  },
});

/** The input artifacts, the primary source first. */
function sourcesOf({ configuration, inputs }: ActionContext) {
  const primary = inputs.find((input) => input.name === configuration.PrimarySource) ?? inputs[0];
  const others = inputs.filter((input) => input !== primary);
  return [...(primary ? [primary] : []), ...others].map((input: StoredArtifact) => ({
    identifier: input.name,
    bucket: input.bucket,
    key: input.key,
    ...(input.revision !== undefined && { revision: input.revision }),
  }));
}

const environment = z.array(
  z.object({
    name: z.string().min(1),
    value: z.string(),
    type: z.enum(['PLAINTEXT', 'PARAMETER_STORE', 'SECRETS_MANAGER']).default('PLAINTEXT'),
  }),
);

function environmentOf(json: string | undefined): EnvironmentVariable[] {
  if (json === undefined) return [];
  try {
    return environment.parse(JSON.parse(json));
  } catch {
    throw new ActionFailure(
      'ConfigurationError',
      'EnvironmentVariables must be a JSON list of objects with name, value and, if need be, type',
    );
  }
}
