import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import rollbackEffect from '../effects/rollback.ts';
import { personName } from '../policy/people.ts';
import type { Ports } from '../ports.ts';
import { defineCommand } from './define.ts';
import { ago, changeText, shortId } from './words.ts';

interface Facts {
  readonly name: string;
  readonly stage: string;
  /** The newest run that entered the stage, whatever came of it. */
  readonly entered?: Run;
  /** The runs that succeeded in the stage, newest first, rollbacks among them. */
  readonly succeeded: readonly Run[];
  /** The rollbacks there have been. */
  readonly rollbacks: readonly string[];
}

export default defineCommand({
  name: 'rollback',
  help: {
    usage: 'rollback [pipeline] [stage] [--to run]',
    summary: 'Deploys again what the run before brought out. Without a stage: the one that deploys.',
    who: 'Who the policy lets roll the pipeline back.',
    examples: ['rollback', 'rollback shop', 'rollback shop Deploy'],
  },
  args: z.object({
    pipeline: z.string(),
    stage: z.string().optional(),
    to: z
      .string()
      .regex(/^[0-9a-f-]{4,36}$/i, '--to takes a run id, or at least its first four characters')
      .optional(),
  }),
  words: ['pipeline', 'stage'],
  flags: { to: 'value' },
  needs: ({ pipeline, stage }) => ({ kind: 'pipeline', verb: 'rollback', pipeline, stage }),

  async gather({ pipeline, stage: asked }, ports, { origin }): Promise<Facts> {
    const { pipelines } = ports;
    const recent = await pipelines.recent(pipeline, { limit: 20 });
    const stages = (await pipelines.definition(pipeline)).stages ?? [];
    const stage = stageOf(stages, { asked, latest: await newestRun(recent, pipelines), pipeline });
    return {
      name: personName(ports.policy(), origin),
      stage,
      entered: await newestIn(stage, recent, pipelines),
      succeeded: await pipelines.recent(pipeline, { limit: 50, succeededIn: stage }),
      rollbacks: recent.filter(({ kind }) => kind === 'ROLLBACK').map(({ id }) => id),
    };
  },

  decide(facts, { pipeline, to: wanted }, { id, origin }, now) {
    const { name, stage, entered, succeeded, rollbacks } = facts;
    const candidates = candidatesOf(facts);
    const target = wanted ? named(wanted, facts, candidates) : candidates[0];
    if (!target)
      throw new UserError(`There is no earlier run that succeeded in ${stage} of ${pipeline} to go back to.`);
    const standing = [...succeeded, entered].find((run) => run && run.id === carriedBy(entered)) ?? entered;
    const out = standing ? `${changeText(standing.change)} goes out, ` : '';
    const change = `${out}${changeText(target.change)} of ${ago(target.startedAt, now)} returns`;
    return {
      answer: sentence(`Rolling back ${pipeline} in ${stage}: ${change}…`),
      to: 'asker',
      effects: [
        rollbackEffect.of({
          request: id,
          origin,
          name,
          pipeline,
          stage,
          to: target.id,
          before: [...rollbacks],
          change,
        }),
      ],
    };
  },
});

type Stages = NonNullable<PipelineDeclaration['stages']>;

/** The stage that is named; else the failed one if it deploys; else the last that deploys. */
function stageOf(
  stages: Stages,
  { asked, latest, pipeline }: { asked?: string; latest?: Run; pipeline: string },
): string {
  // What a source stage brings in cannot be rolled back: https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback.html
  const names = stages.slice(1).map(({ name = '' }) => name);
  if (asked) {
    const found = names.find((name) => name.toLowerCase() === asked.toLowerCase());
    if (found) return found;
    throw new UserError(`${pipeline} has no stage “${asked}” to roll back; it has ${names.join(', ')}.`);
  }
  const deploying = stages
    .filter(({ actions = [] }) => actions.some(({ actionTypeId }) => actionTypeId?.category === 'Deploy'))
    .map(({ name = '' }) => name);
  const failed = latest?.stages.find(({ status }) => status === 'Failed')?.name;
  if (failed && deploying.includes(failed)) return failed;
  const stage = deploying.at(-1) ?? names.at(-1);
  if (!stage) throw new UserError(`${pipeline} has no stage to roll back.`);
  return stage;
}

async function newestRun(recent: readonly Run[], pipelines: Ports['pipelines']): Promise<Run | undefined> {
  const [latest] = recent;
  return latest && pipelines.run(latest.pipeline, latest.id);
}

/** Read one by one, newest first: mostly the first or second has it. */
async function newestIn(
  stage: string,
  recent: readonly Run[],
  pipelines: Ports['pipelines'],
): Promise<Run | undefined> {
  for (const { pipeline, id } of recent) {
    const run = await pipelines.run(pipeline, id);
    const status = run.stages.find((each) => each.name === stage)?.status;
    if (status && status !== 'Pending' && status !== 'Skipped') return run;
  }
  return undefined;
}

/** The run whose artifacts a run deploys: its own, or those of the run it went back to. */
function carriedBy(run: Run | undefined): string | undefined {
  return run?.kind === 'ROLLBACK' ? run.rollbackOf : run?.id;
}

/**
 * The runs that can return, the first choice first. AWS takes no rollback as a target. After a success the
 * choice begins before what stands there now; after a failure, with what stood there before it.
 */
function candidatesOf({ stage, entered, succeeded }: Facts): readonly Run[] {
  const standard = succeeded.filter(({ kind }) => kind === 'STANDARD');
  const now = carriedBy(entered);
  const good = entered?.stages.find(({ name }) => name === stage)?.status === 'Succeeded';
  if (good) {
    const index = standard.findIndex(({ id }) => id === now);
    return index < 0 ? standard.filter(({ id }) => id !== now) : standard.slice(index + 1);
  }
  const stood = carriedBy(succeeded.find((run) => carriedBy(run) !== now));
  const index = standard.findIndex(({ id }) => id === stood);
  return index < 0 ? standard.filter(({ id }) => id !== now) : standard.slice(index);
}

function named(wanted: string, { succeeded, stage }: Facts, candidates: readonly Run[]): Run {
  const found = succeeded.filter(
    ({ id, kind }) => kind === 'STANDARD' && id.startsWith(wanted.toLowerCase()),
  );
  if (found.length === 1) return found[0]!;
  const list = candidates.slice(0, 5).map((run) => `${shortId(run)} (${changeText(run.change)})`);
  const choice = list.length > 0 ? `; there are ${list.join(', ')}` : '';
  if (found.length > 1) throw new UserError(`More than one run begins with ${wanted}${choice}.`);
  throw new UserError(`No run ${wanted} succeeded in ${stage}${choice}.`);
}
