import { z } from 'zod';
import type { Deployment } from '../../shared/aws/ports.ts';
import { UserError } from '../../shared/errors.ts';
import { sentence } from '../../shared/render/view.ts';
import type { Run } from '../../shared/run/model.ts';
import continueEffect from '../effects/continue-deployment.ts';
import { personName } from '../policy/people.ts';
import { currentRun } from './current.ts';
import { defineCommand } from './define.ts';
import { readsNewest } from './iam.ts';
import { type Lock, locksOf, refuseLocked } from './locks.ts';

interface Facts {
  readonly name: string;
  readonly run?: Run;
  /** What deploys in it now. */
  readonly under: readonly { readonly stage: string; readonly deployment: Deployment }[];
  readonly locks: readonly Lock[];
}

export default defineCommand({
  name: 'continue',
  help: {
    usage: 'continue [pipeline] [run] [--terminate]',
    summary:
      'Lets a blue/green deployment of CodeDeploy that waits move the traffic; with --terminate, ends the old hosts at once.',
    who: 'Who the policy lets continue deployments of the pipeline.',
    examples: ['continue shop', 'continue shop --terminate'],
  },
  aws: [...readsNewest, 'codedeploy:GetDeployment', 'codedeploy:ContinueDeployment'],
  args: z.object({
    pipeline: z.string(),
    run: z.string().optional(),
    terminate: z.literal(true).optional(),
  }),
  words: ['pipeline', 'run'],
  flags: { terminate: 'switch' },
  needs: ({ pipeline }) => ({ kind: 'pipeline', verb: 'continue', pipeline }),

  async gather(args, ports, { origin }): Promise<Facts> {
    const run = await currentRun(args, ports);
    const deploying = (run?.stages ?? []).flatMap(({ name: stage, actions }) =>
      actions.flatMap(({ provider, status, externalId }) =>
        provider === 'CodeDeploy' && status === 'InProgress' && externalId ? [{ stage, id: externalId }] : [],
      ),
    );
    const under = await Promise.all(
      deploying.map(async ({ stage, id }) => ({ stage, deployment: await ports.deployments.read(id) })),
    );
    return {
      name: personName(ports.policy(), origin),
      run,
      under: under.flatMap(({ stage, deployment }) => (deployment ? [{ stage, deployment }] : [])),
      locks: await locksOf(args.pipeline, ports.store),
    };
  },

  decide({ name, run, under, locks }, { pipeline, terminate }, { id, origin }, now) {
    const [one, another] = terminate
      ? under
      : under.filter(({ deployment }) => deployment.status === 'Ready');
    if (!run || !one) throw new UserError(`No deployment of ${pipeline} waits to be continued.`);
    if (another) throw new UserError(`Several deployments of ${pipeline} wait; continue them in CodeDeploy.`);
    if (!terminate) refuseLocked(locks, { pipeline, stages: [one.stage] }, now);
    const effect = {
      request: id,
      origin,
      name,
      pipeline,
      run: run.id,
      deployment: one.deployment.id,
      wait: terminate ? ('TERMINATION_WAIT' as const) : ('READY_WAIT' as const),
    };
    return {
      answer: sentence(`Continuing ${one.deployment.id} of ${pipeline}…`),
      to: 'asker',
      effects: [continueEffect.of(effect)],
    };
  },
});
