import type { z } from 'zod';
import type { ActionTypeSpec } from './action-types.ts';
import { pipelineActionProblems } from './pipeline-actions.ts';
import { type PipelineException, type PipelineProblem, repeated } from './pipeline-problem.ts';
import { type PipelineShape, pipelineShape, type StageShape } from './pipeline-shape.ts';
import { triggerProblems } from './pipeline-triggers.ts';

/**
 * Everything wrong with a pipeline definition, in the order of the document: first its shape and, where that
 * is right, its structure. Pure. `document` is the pipeline object itself, as `create-pipeline` takes it.
 * `customTypes` are the account's custom action types; where they are not known, any is let through.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html
 */
export function pipelineProblems(
  document: unknown,
  customTypes?: readonly ActionTypeSpec[],
): PipelineProblem[] {
  const parsed = pipelineShape.safeParse(document);
  if (!parsed.success) return parsed.error.issues.flatMap(shapeProblems);
  const pipeline = parsed.data;
  return [
    ...artifactStoreProblems(pipeline),
    ...typeProblems(pipeline),
    ...repeated(pipeline.variables ?? []).map(({ name, index }) =>
      structure(['variables', index, 'name'], `The variable ${name} is declared twice`),
    ),
    ...stageProblems(pipeline),
    ...pipelineActionProblems(pipeline, customTypes),
  ];
}

const structure = problem('InvalidStructureException');
const stageProblem = problem('InvalidStageDeclarationException');

function problem(exception: PipelineException) {
  return (path: PipelineProblem['path'], message: string): PipelineProblem => ({ path, exception, message });
}

function shapeProblems(issue: z.core.$ZodIssue): PipelineProblem[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const where = path.length === 0 ? 'The pipeline' : path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      exception: 'ValidationException',
      message: `${where} has an unknown member ${key}`,
    }));
  }
  return [{ path, exception: 'ValidationException', message: `${where}: ${issue.message}` }];
}

function artifactStoreProblems({ artifactStore, artifactStores }: PipelineShape): PipelineProblem[] {
  if (artifactStore && artifactStores)
    return [structure(['artifactStores'], 'A pipeline has either artifactStore or artifactStores, not both')];
  if (!artifactStore && !artifactStores)
    return [structure([], 'A pipeline needs an artifactStore: an S3 bucket for its artifacts')];
  return [];
}

/** What only a V2 pipeline may have. https://docs.aws.amazon.com/codepipeline/latest/userguide/pipeline-types.html */
function typeProblems(pipeline: PipelineShape): PipelineProblem[] {
  if (pipeline.pipelineType === 'V2') return triggerProblems(pipeline);
  const problems: PipelineProblem[] = [];
  const needsV2 = (path: PipelineProblem['path'], what: string) =>
    problems.push(structure(path, `${what} need a pipeline of type V2: set pipelineType to V2`));
  if (pipeline.executionMode && pipeline.executionMode !== 'SUPERSEDED')
    needsV2(['executionMode'], `Executions in ${pipeline.executionMode} mode`);
  if (pipeline.variables?.length) needsV2(['variables'], 'Pipeline variables');
  if (pipeline.triggers?.length) needsV2(['triggers'], 'Triggers');
  pipeline.stages.forEach((stage, index) => {
    for (const key of ['beforeEntry', 'onSuccess', 'onFailure'] as const)
      if (stage[key]) needsV2(['stages', index, key], 'Stage conditions');
  });
  return problems;
}

function stageProblems(pipeline: PipelineShape): PipelineProblem[] {
  const { stages } = pipeline;
  const problems: PipelineProblem[] = [];
  if (stages.length < 2)
    problems.push(
      structure(
        ['stages'],
        `Pipeline has only ${stages.length} stage(s). There should be a minimum of 2 stages in a pipeline`,
      ),
    );
  if (stages.length > 50)
    problems.push(structure(['stages'], `A pipeline has at most 50 stages; this has ${stages.length}`));
  const actions = stages.reduce((sum, stage) => sum + stage.actions.length, 0);
  if (actions > 500)
    problems.push({
      path: ['stages'],
      exception: 'LimitExceededException',
      message: `A pipeline has at most 500 actions; this has ${actions}`,
    });
  for (const { name, index } of repeated(stages))
    problems.push(stageProblem(['stages', index, 'name'], `The stage name ${name} is used twice`));
  stages.forEach((stage, index) => {
    problems.push(...oneStageProblems(stage, index, pipeline));
  });
  return problems;
}

function oneStageProblems(stage: StageShape, index: number, pipeline: PipelineShape): PipelineProblem[] {
  const at = ['stages', index] as const;
  const problems: PipelineProblem[] = [];
  if (stage.actions.length === 0)
    problems.push(stageProblem([...at, 'actions'], `Stage ${stage.name} must have at least one action`));
  if (stage.actions.length > 50)
    problems.push(stageProblem([...at, 'actions'], `Stage ${stage.name} has more than 50 actions`));
  stage.actions.forEach((action, number) => {
    const isSource = action.actionTypeId.category === 'Source';
    if (isSource === (index === 0)) return;
    problems.push(
      structure(
        [...at, 'actions', number, 'actionTypeId', 'category'],
        isSource
          ? `Stage ${stage.name} has the source action ${action.name}: only the first stage may have source actions`
          : 'Pipeline should start with a stage that only contains source actions',
      ),
    );
  });
  stage.blockers?.forEach((blocker, number) => {
    if (blocker.type !== 'Schedule')
      problems.push({
        path: [...at, 'blockers', number, 'type'],
        exception: 'InvalidBlockerDeclarationException',
        message: `The type of blocker ${blocker.name} must be Schedule`,
      });
  });
  return [...problems, ...conditionProblems(stage, index, pipeline)];
}

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-conditions.html */
function conditionProblems(stage: StageShape, index: number, pipeline: PipelineShape): PipelineProblem[] {
  const problems: PipelineProblem[] = [];
  const { onFailure } = stage;
  const allowed = { beforeEntry: ['FAIL', 'SKIP'], onSuccess: ['ROLLBACK', 'FAIL'] } as const;
  for (const key of ['beforeEntry', 'onSuccess'] as const) {
    const results: readonly string[] = allowed[key];
    const { result } = stage[key]?.conditions[0] ?? {};
    if (result && !results.includes(result))
      problems.push(
        stageProblem(
          ['stages', index, key, 'conditions', 0, 'result'],
          `The result of ${key} of stage ${stage.name} must be ${results.join(' or ')}`,
        ),
      );
  }
  const result = onFailure?.result ?? onFailure?.conditions?.[0]?.result;
  if (result && result !== 'ROLLBACK' && result !== 'RETRY')
    problems.push(
      stageProblem(
        ['stages', index, 'onFailure', 'result'],
        `The result of onFailure of stage ${stage.name} must be ROLLBACK or RETRY`,
      ),
    );
  if (onFailure?.retryConfiguration && result !== 'RETRY')
    problems.push(
      stageProblem(
        ['stages', index, 'onFailure', 'retryConfiguration'],
        `Stage ${stage.name} has a retryConfiguration, which needs the result RETRY`,
      ),
    );
  if (result !== 'ROLLBACK' && stage.onSuccess?.conditions[0]?.result !== 'ROLLBACK') return problems;
  const key = result === 'ROLLBACK' ? 'onFailure' : 'onSuccess';
  if (index === 0)
    problems.push(stageProblem(['stages', index, key], 'The source stage cannot be rolled back'));
  if (pipeline.executionMode === 'PARALLEL')
    problems.push(
      stageProblem(['stages', index, key], 'A pipeline in PARALLEL mode cannot roll back a stage'),
    );
  return problems;
}
