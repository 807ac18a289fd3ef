import { hasCode } from '../shared/aws/errors.ts';
import { messageOf } from '../shared/errors.ts';
import { isFinal, type Run } from '../shared/run/model.ts';
import { catchUp, forget } from './follow.ts';
import type { Ports } from './ports.ts';
import { repeat } from './repeat.ts';

const minute = 60_000;
/** A live run that nothing is heard of for so long is read again; so are runs no event has told of by then. */
const longestSilence = 3 * minute;
const looksBack = 20;
/** What ended longer ago is nobody's news; milliseconds. */
const news = 7 * 24 * 60 * minute;
/** The list of runs and their events differ by less in when a run has ended. */
const sameEnd = 10_000;

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
      await attempt(`${run.pipeline}/${run.id}`, () => catchUpOrForget(run, ports));
    }
  });
}

/** AWS may not know yet what has just begun. */
async function catchUpOrForget(run: Run, ports: Ports): Promise<void> {
  try {
    await catchUp({ pipeline: run.pipeline, id: run.id }, ports);
  } catch (error) {
    const isNew = ports.clock.now() - (run.updatedAt ?? 0) < longestSilence;
    if (isNew || !hasCode(error, 'PipelineExecutionNotFoundException')) throw error;
    ports.log.warn({ pipeline: run.pipeline, run: run.id }, 'AWS does not know a run any more');
    await forget(run, ports);
  }
}

/**
 * The runs of a pipeline that AWS knows and we do not, oldest first, and those that were retried after their end. What
 * had ended before we were there for the first time is nobody's news.
 */
async function untold(pipeline: string, before: number, ports: Ports): Promise<Run[]> {
  const { store, pipelines, clock } = ports;
  const since = Math.max(await followedSince(pipeline, ports), clock.now() - news);
  const recent = await pipelines.recent(pipeline, { limit: looksBack });
  const known = await Promise.all(recent.map(({ id }) => store.run(pipeline, id)));
  return recent
    .filter((run, index) => {
      const own = known[index];
      if (own) return isFinal(own) && hasMoved(own, run) && (own.updatedAt ?? 0) < before;
      const isNews = !isFinal(run) || (run.endedAt ?? 0) >= since;
      return isNews && (run.startedAt ?? 0) < before;
    })
    .reverse();
}

function hasMoved(own: Run, told: Run): boolean {
  return told.status !== own.status || (told.endedAt ?? 0) > (own.updatedAt ?? 0) + sameEnd;
}

/** From now on, where it was not followed so far. */
async function followedSince(pipeline: string, { store, clock }: Ports): Promise<number> {
  const [note] = await store.notes('followed', pipeline);
  if (note) return note.at;
  await store.transaction((tx) => tx.putNote({ kind: 'followed', scope: pipeline, key: 'since', value: {} }));
  return clock.now();
}
