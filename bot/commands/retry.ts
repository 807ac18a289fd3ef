import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import retryEffect, { attemptOf } from '../effects/retry.ts';
import { personName } from '../policy/people.ts';
import { currentRun } from './current.ts';
import { defineCommand } from './define.ts';
import { readsNewest } from './iam.ts';
import { type Lock, locksOf, reachedFrom, refuseLocked } from './locks.ts';
import { passagesOfRun } from './stages.ts';
import { changeText } from './words.ts';

interface Facts {
  readonly name: string;
  readonly run?: Run;
  readonly locks: readonly Lock[];
}

export default defineCommand({
  name: 'retry',
  help: {
    usage: 'retry [pipeline] [run] [stage] [--all]',
    summary: 'Runs a failed stage again within the same run: what failed of it, or with --all every action.',
    who: 'Who the policy lets retry the pipeline.',
    examples: ['retry', 'retry shop', 'retry shop Deploy --all'],
  },
  aws: [...readsNewest, 'codepipeline:RetryStageExecution'],
  args: z.object({
    pipeline: z.string(),
    run: z.string().optional(),
    stage: z.string().optional(),
    all: z.literal(true).optional(),
  }),
  words: ['pipeline', 'run', 'stage'],
  flags: { all: 'switch' },
  needs: ({ pipeline, stage }) => ({ kind: 'pipeline', verb: 'retry', pipeline, stage }),

  async gather(args, ports, { origin }): Promise<Facts> {
    return {
      name: personName(ports.policy(), origin),
      run: await currentRun(args, ports),
      locks: await locksOf(args.pipeline, ports.store),
    };
  },

  decide({ name, run, locks }, { pipeline, stage: asked, all = false }, { id, origin }, now) {
    if (!run) throw new UserError(`${pipeline} has not run yet.`);
    const stage = failedStage(run, asked);
    refuseLocked(locks, { pipeline, stages: reachedFrom(passagesOfRun(run), stage) }, now);
    const effect = {
      request: id,
      origin,
      name,
      pipeline,
      run: run.id,
      stage,
      all,
      attempt: attemptOf(run, stage),
    };
    return {
      answer: sentence(`Retrying ${stage} of ${pipeline}: ${changeText(run.change)}…`),
      to: 'asker',
      effects: [retryEffect.of(effect)],
    };
  },
});

function failedStage(run: Run, asked: string | undefined): string {
  const failed = run.stages.filter(({ status }) => status === 'Failed' || status === 'Stopped');
  const stage = asked ? failed.find(({ name }) => name.toLowerCase() === asked.toLowerCase()) : failed.at(-1);
  if (stage) return stage.name;
  if (!asked) throw new UserError(`Nothing of ${run.pipeline} has failed: its newest run is ${run.status}.`);
  const known = run.stages.find(({ name }) => name.toLowerCase() === asked.toLowerCase());
  if (known) throw new UserError(`${known.name} of ${run.pipeline} has not failed: it is ${known.status}.`);
  throw new UserError(
    `The run has no stage “${asked}”; it has ${run.stages.map(({ name }) => name).join(', ')}.`,
  );
}
