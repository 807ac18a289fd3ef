import { isDeepStrictEqual } from 'node:util';
import type { PipelineDeclaration, Tag } from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import { ownTypes } from './action-types.ts';
import { unknownRules } from './conditions.ts';
import { type Engine, start } from './engine.ts';
import { current, type Pipeline, stagesOf } from './state.ts';
import { cancelAll, dropAll } from './stop.ts';
import { checkTags } from './tags.ts';

/** Makes a pipeline and, as AWS does, starts it. */
export async function createPipeline(
  engine: Engine,
  declaration: PipelineDeclaration,
  tags: readonly Tag[] = [],
): Promise<Pipeline> {
  await check(engine, declaration);
  checkTags(tags);
  const { name = '' } = declaration;
  if (engine.pipelines.has(name))
    throw new AwsError('PipelineNameInUseException', `A pipeline with name '${name}' already exists`);
  if (engine.pipelines.size >= 1000)
    throw new AwsError('LimitExceededException', 'A region has at most 1000 pipelines');
  const now = engine.aws.clock.now();
  const pipeline: Pipeline = {
    name,
    arn: `arn:aws:codepipeline:${engine.aws.region}:${engine.aws.account}:${name}`,
    versions: [complete(declaration, 1)],
    created: now,
    updated: now,
    tags: new Map(tags.map((tag) => [tag.key ?? '', tag])),
    lanes: new Map(),
    executions: [],
    actionRuns: [],
    ruleRuns: [],
    putRevisions: new Map(),
    startedBy: new Map(),
  };
  engine.pipelines.set(name, pipeline);
  if ((declaration.variables ?? []).every((variable) => variable.defaultValue !== undefined))
    start(engine, pipeline, { trigger: { triggerType: 'CreatePipeline' } });
  return pipeline;
}

/** Gives a pipeline a new structure. What runs on a structure whose stages changed is cancelled. */
export async function updatePipeline(
  engine: Engine,
  declaration: PipelineDeclaration,
): Promise<PipelineDeclaration> {
  await check(engine, declaration);
  const pipeline = findPipeline(engine, declaration.name);
  const before = current(pipeline);
  const next = complete(declaration, (before.version ?? 1) + 1);
  pipeline.versions.push(next);
  pipeline.updated = engine.aws.clock.now();
  if (!isDeepStrictEqual(stagesOf(before), stagesOf(next))) cancelAll(engine, pipeline);
  return next;
}

/** Deletes the pipeline with its history. Deleting one that is not there succeeds, as in AWS. */
export function deletePipeline(engine: Engine, name: string | undefined): void {
  const pipeline = engine.pipelines.get(name ?? '');
  if (!pipeline) return;
  engine.pipelines.delete(pipeline.name);
  dropAll(pipeline);
}

export function findPipeline(engine: Engine, name: string | undefined): Pipeline {
  const pipeline = engine.pipelines.get(name ?? '');
  if (!pipeline)
    throw new AwsError(
      'PipelineNotFoundException',
      `Account '${engine.aws.account}' does not have a pipeline with name '${name}'`,
    );
  return pipeline;
}

export function definitionOf(pipeline: Pipeline, version: number | undefined): PipelineDeclaration {
  if (version === undefined) return current(pipeline);
  const declaration = pipeline.versions[version - 1];
  if (!declaration)
    throw new AwsError(
      'PipelineVersionNotFoundException',
      `Pipeline '${pipeline.name}' does not have version ${version}`,
    );
  return declaration;
}

/** The declaration as AWS gives it back: with what was left to it filled in. */
function complete(declaration: PipelineDeclaration, version: number): PipelineDeclaration {
  return {
    ...structuredClone(declaration),
    version,
    executionMode: declaration.executionMode ?? 'SUPERSEDED',
    pipelineType: declaration.pipelineType ?? 'V1',
    stages: stagesOf(declaration).map((stage) => ({
      ...stage,
      actions: (stage.actions ?? []).map((action) => ({
        ...action,
        runOrder: action.runOrder ?? 1,
        configuration: action.configuration ?? {},
        inputArtifacts: action.inputArtifacts ?? [],
        outputArtifacts: action.outputArtifacts ?? [],
      })),
    })),
  };
}

/** Reads the grammar of definitions, a large part of all code, when there is the first to check. */
async function check(engine: Engine, declaration: PipelineDeclaration): Promise<void> {
  const { pipelineProblems } = await import('../../../../shared/spec/pipeline.ts');
  // Members that are there but undefined, as in-process callers may give, count as absent.
  const [problem, ...others] = pipelineProblems(JSON.parse(JSON.stringify(declaration)), ownTypes(engine));
  if (problem) {
    const alike = others.filter((other) => other.exception === problem.exception);
    throw new AwsError(problem.exception, [problem, ...alike].map((one) => one.message).join('; '));
  }
  for (const stage of stagesOf(declaration)) {
    const [rule] = unknownRules(stage);
    const missing = rule ? `a condition with the rule ${rule}` : stage.blockers?.length && 'blockers';
    if (missing)
      throw new AwsError(
        'ValidationException',
        `Stage '${stage.name}' declares ${missing}, which is not run locally: leave it out here`,
      );
  }
}
