import { z } from 'zod';
import { AwsError } from '../../define.ts';
import { type Engine, start } from './engine.ts';
import { checkOverride } from './starts.ts';

const revision = z.object({
  actionName: z.string(),
  revisionType: z.enum(['COMMIT_ID', 'IMAGE_DIGEST', 'S3_OBJECT_VERSION_ID', 'S3_OBJECT_KEY']),
  revisionValue: z.string(),
});

/** What a rule's input transformer may give, one revision also without its list. Other input is let be. */
const eventInput = z.object({
  sourceRevisions: z.union([z.array(revision), revision.transform((one) => [one])]).optional(),
  variables: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});

/**
 * Starts the pipeline that an EventBridge rule has for its target.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/create-S3-source-events.html
 */
export function startOnEvent(
  engine: Engine,
  { arn, input, rule }: { arn: string; input: string; rule: string },
): void {
  const pipeline = [...engine.pipelines.values()].find((one) => one.arn === arn);
  if (!pipeline) throw new AwsError('PipelineNotFoundException', `There is no pipeline with ARN ${arn}`);
  const given = eventInput.safeParse(parseJson(input)).data ?? {};
  const { sourceRevisions: overrides = [], variables = [] } = given;
  for (const override of overrides) checkOverride(pipeline, override);
  start(engine, pipeline, {
    trigger: { triggerType: 'CloudWatchEvent', triggerDetail: rule },
    overrides,
    variables,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
