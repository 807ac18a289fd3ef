import type { PipelineProblem } from './pipeline-problem.ts';
import type { PipelineShape } from './pipeline-shape.ts';

type Trigger = NonNullable<PipelineShape['triggers']>[number];

/**
 * What is wrong with a pipeline's triggers.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-triggers.html
 */
export function triggerProblems({ triggers = [], stages }: PipelineShape): PipelineProblem[] {
  const sources = new Map(stages[0]?.actions.map((action) => [action.name, action.actionTypeId.provider]));
  const named = triggers.map((trigger) => trigger.gitConfiguration.sourceActionName);
  return triggers.flatMap((trigger, index) => {
    const name = named[index] ?? '';
    const at = ['triggers', index, 'gitConfiguration'];
    const wrong = !sources.has(name)
      ? `There is no source action ${name}`
      : sources.get(name) !== 'CodeStarSourceConnection'
        ? `The source action ${name} must be a CodeStarSourceConnection, which a trigger needs`
        : named.indexOf(name) < index && `The source action ${name} has two triggers`;
    return [...(wrong ? [invalid([...at, 'sourceActionName'], wrong)] : []), ...filterProblems(trigger, at)];
  });
}

function filterProblems({ gitConfiguration }: Trigger, at: PipelineProblem['path']): PipelineProblem[] {
  const pushes = (gitConfiguration.push ?? []).map((filter, index) => {
    const path = [...at, 'push', index];
    if (filter.tags && (filter.branches || filter.filePaths))
      return invalid(path, 'A push filter has either tags, or branches and file paths, not both');
    if (!filter.tags && !filter.branches)
      return invalid(path, 'A push filter needs tags or branches; file paths go with branches');
    return undefined;
  });
  const pulls = (gitConfiguration.pullRequest ?? []).map((filter, index) =>
    filter.filePaths && !filter.branches
      ? invalid([...at, 'pullRequest', index], 'A pull request filter has file paths only with branches')
      : undefined,
  );
  return [...pushes, ...pulls].filter((problem) => problem !== undefined);
}

function invalid(path: PipelineProblem['path'], message: string): PipelineProblem {
  return { path, exception: 'InvalidStructureException', message };
}
