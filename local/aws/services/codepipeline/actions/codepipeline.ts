import { z } from 'zod';
import { ActionFailure, defineActionRunner } from './define.ts';

const revisions = z.array(
  z.object({
    actionName: z.string(),
    revisionType: z.enum(['COMMIT_ID', 'IMAGE_DIGEST', 'S3_OBJECT_VERSION_ID', 'S3_OBJECT_KEY']),
    revisionValue: z.string(),
  }),
);
const variables = z.array(z.object({ name: z.string(), value: z.string() }));

/**
 * Starts another pipeline. It does not wait for that one's end: the action's role may start it and no more.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-PipelineInvoke.html
 */
export default defineActionRunner({
  category: 'Invoke',
  provider: 'CodePipeline',
  async run({ configuration, startPipeline }) {
    const { PipelineName = '', SourceRevisions, Variables } = configuration;
    const id = startPipeline(PipelineName, {
      overrides: read(revisions, { SourceRevisions }),
      variables: read(variables, { Variables }),
    });
    return {
      status: 'Succeeded',
      externalExecutionId: id,
      summary: `Started execution ${id} of ${PipelineName}`,
      outputVariables: { PipelineExecutionId: id },
    };
  },
});

function read<T>(schema: z.ZodType<T[]>, given: Readonly<Record<string, string | undefined>>): T[] {
  const [[name, json] = ['', undefined]] = Object.entries(given);
  if (json === undefined) return [];
  try {
    return schema.parse(JSON.parse(json));
  } catch {
    throw new ActionFailure(
      'ConfigurationError',
      `${name} must be a JSON list as StartPipelineExecution takes it`,
    );
  }
}
