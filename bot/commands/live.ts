import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import type { Pipelines } from '../../shared/aws/ports.ts';
import type { Run } from '../../shared/run/model.ts';

/** The last stage that deploys; without one the last stage. */
function lastDeployingStage({ stages = [] }: PipelineDeclaration): string | undefined {
  const deploying = stages.filter(({ actions = [] }) =>
    actions.some(({ actionTypeId }) => actionTypeId?.category === 'Deploy'),
  );
  return (deploying.at(-1) ?? stages.at(-1))?.name;
}

/** The run that brought out what is live: the newest that succeeded in the last stage that deploys. */
export async function liveRun(
  pipeline: string,
  pipelines: Pick<Pipelines, 'definition' | 'recent' | 'run'>,
): Promise<Run | undefined> {
  const succeededIn = lastDeployingStage(await pipelines.definition(pipeline));
  if (succeededIn === undefined) return undefined;
  const [newest] = await pipelines.recent(pipeline, { limit: 1, succeededIn });
  return newest && pipelines.run(pipeline, newest.id);
}
