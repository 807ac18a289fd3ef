import { messageOf } from '../shared/errors.ts';
import { isFinal, type Run } from '../shared/run/model.ts';
import { catchUp } from './follow.ts';
import type { Ports } from './ports.ts';
import { repeat } from './repeat.ts';

const minute = 60_000;
/** A live run that nothing is heard of for so long is read again; so are runs no event has told of by then. */
const longestSilence = 3 * minute;
const looksBack = 20;

/**
 * EventBridge delivers at least once but promises neither order nor that nothing is lost
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html), and the bot may have been
 * away. So AWS is asked itself: once at the start of everything, then every minute of what has been silent.
 */
export function startReconciler(ports: Ports): { close(): Promise<void> } {
  let silence = 0;
  return repeat(
    async (signal) => {
      await reconcile(ports, { silence, signal });
      silence = longestSilence;
    },
    { pause: minute, failed: 'AWS could not be asked' },
    ports,
  );
}

/** One round: what has been silent for `silence` milliseconds is read again. What AWS does not answer is logged. */
export async function reconcile(
  ports: Ports,
  { silence, signal }: { silence: number; signal?: AbortSignal },
): Promise<void> {
  const { store, clock, policy, log } = ports;
  const before = clock.now() - silence + 1;
  const attempt = async (what: string, work: () => Promise<void>) => {
    if (signal?.aborted) return;
    await work().catch((error) => log.warn({ of: what, error: messageOf(error) }, 'AWS could not be asked'));
  };
  for (const pipeline of policy().pipelines.keys()) {
    await attempt(pipeline, async () => {
      for (const run of await untold(pipeline, before, ports)) {
        await attempt(`${pipeline}/${run.id}`, () => catchUp(run, ports));
      }
    });
  }
  await attempt('runs', async () => {
    for (const run of await store.silentRuns(before)) {
      if (!policy().pipelines.has(run.pipeline)) continue;
      await attempt(`${run.pipeline}/${run.id}`, () => catchUp(run, ports));
    }
  });
}

/**
 * The runs of a pipeline that AWS knows and we do not, oldest first, and those that were taken up again. What had
 * ended before we were there for the first time is nobody's news.
 */
async function untold(pipeline: string, before: number, { store, pipelines }: Ports): Promise<Run[]> {
  const recent = await pipelines.recent(pipeline, { limit: looksBack });
  const [newest] = await store.runs(pipeline, 1);
  const known = await Promise.all(recent.map(({ id }) => store.run(pipeline, id)));
  return recent
    .filter((run, index) => {
      const own = known[index];
      if (own) return isFinal(own) && !isFinal(run);
      const isNews = !isFinal(run) || (newest !== undefined && startOf(run) >= startOf(newest));
      return isNews && startOf(run) < before;
    })
    .reverse();
}

function startOf({ startedAt = 0 }: Run): number {
  return startedAt;
}
