import { type HostState, planRollout } from './fleet/rollout.ts';
import type { CodeDeploy, Deployment, Target } from './state.ts';
import { runStageOn, type Stage } from './target-events.ts';

/** Takes a fleet through a stage, as many hosts at a time as the configuration allows. Answers whether enough of them succeeded. */
export async function runStage(state: CodeDeploy, deployment: Deployment, stage: Stage): Promise<boolean> {
  const { config, stopping } = deployment;
  const targets = new Map(stage.targets.map((target) => [target.id, target]));
  const busy = new Map<string, Promise<void>>();
  for (;;) {
    const states = new Map([...targets].map(([id, { status }]) => [id, stateIn(stage, status)]));
    const plan = planRollout(states, config.health);
    if (plan.kind !== 'go on') return plan.kind === 'succeeded';
    if (!stopping.signal.aborted)
      for (const id of plan.start) {
        const target = targets.get(id)!;
        const work = runStageOn(state, { deployment, target, stage }).finally(() => busy.delete(id));
        busy.set(id, work);
      }
    if (busy.size === 0) return false;
    await Promise.race(busy.values());
  }
}

function stateIn({ from, to }: Stage, status: Target['status']): HostState {
  if (status === from) return 'Pending';
  if (status === to) return 'Succeeded';
  if (status !== 'Ready') return status;
  throw new Error('Only stages that start or end with Ready have targets that are.');
}
