import type { Policy } from './policy/policy.ts';
import type { Reads } from './store/store.ts';

/** Above this many live runs Slack's budget does not do for a message each. */
export const mostMessages = 20;

/** How many runs are under way in a channel. */
export async function liveIn(
  channel: string,
  store: Pick<Reads, 'liveCounts'>,
  { pipelines }: Pick<Policy, 'pipelines'>,
): Promise<number> {
  const here = [...pipelines].filter(([, { slack }]) => slack?.channel === channel).map(([name]) => name);
  return [...(await store.liveCounts(here)).values()].reduce((sum, count) => sum + count, 0);
}
