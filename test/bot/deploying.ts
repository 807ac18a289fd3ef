import type { Conversation } from './conversation.ts';
import { shopRun } from './fakes/shop.ts';

/** The newest run of `shop` is in a blue/green deployment that waits for the traffic to be let over. */
export function deployWaits(
  { pipelines, deployments }: Pick<Conversation, 'pipelines' | 'deployments'>,
  id = 'd-WAITS',
): void {
  const run = shopRun('3333cccc-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded', 'InProgress'], {
    status: 'InProgress',
  });
  const stages = run.stages.map((stage) => ({
    ...stage,
    actions: stage.actions.map((action) =>
      action.name === 'Deploy' ? { ...action, externalId: id } : action,
    ),
  }));
  pipelines.runs = [{ ...run, stages }, ...pipelines.runs];
  deployments.known.set(id, { id, status: 'Ready', application: 'shop', group: 'production' });
}
