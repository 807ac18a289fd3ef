import type { Probot } from 'probot';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { repeat } from './repeat.ts';

const minute = 60_000;
/** GitHub sends again what is not older: https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks */
const oldest = 3 * 24 * 60 * minute;
/** A round looks at what the one before may have seen under way as well. */
const overlap = 60 * minute;
const mostPages = 50;
/** A delivery that we refuse again and again is not ours to take, nor one that GitHub does not send. */
const mostAttempts = 5;

/** One attempt of GitHub to deliver something; attempts at the same thing have the same `guid`. */
export interface Attempt {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  /** The status that we answered with; 0 where no answer came. */
  readonly status: number;
}

interface Redelivery {
  readonly probot: Probot;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * GitHub does not try again by itself what it could not deliver, so it is asked to: at the start for all that the bot
 * may have missed, and every few minutes from then on. The inbox knows what it has had already.
 * https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries
 */
export function startRedelivery(redelivery: Redelivery): { close(): Promise<void> } {
  const { clock } = redelivery;
  const asked = new Map<string, number>();
  let since = clock.now() - oldest;
  return repeat(
    async (signal) => {
      const now = clock.now();
      await redeliver({ ...redelivery, since, asked, signal });
      since = now - overlap;
    },
    { pause: 5 * minute, failed: 'GitHub could not be asked for what it did not deliver' },
    redelivery,
  );
}

/**
 * One round: asks for everything since then (epoch milliseconds) that was never taken. `asked` counts how often it was
 * asked for: by guid where we refused it, else for each attempt anew, so that it still comes after a long outage.
 */
export async function redeliver({
  probot,
  log,
  since,
  asked,
  signal,
}: Redelivery & { since: number; asked: Map<string, number>; signal: AbortSignal }): Promise<void> {
  const app = await probot.auth();
  for (const { id, guid, status } of missed(await attemptsSince(app, since))) {
    if (signal.aborted) return;
    const counted = isRefused(status) ? guid : `attempt ${id}`;
    const times = (asked.get(counted) ?? 0) + 1;
    if (times > mostAttempts) continue;
    asked.set(counted, times);
    await app.rest.apps.redeliverWebhookDelivery({ delivery_id: id });
    log.info({ delivery: guid }, 'GitHub was asked to deliver again what we missed');
  }
}

/** The last attempts at what was never taken, in the order in which it happened. `attempts` are newest first. */
export function missed(attempts: readonly Attempt[]): Attempt[] {
  const taken = new Set(attempts.filter(({ status }) => isTaken(status)).map(({ guid }) => guid));
  const last = new Map<string, Attempt>();
  // What happened first comes first, and what was tried last stays.
  for (const attempt of attempts.toReversed()) {
    if (attempt.event === 'issue_comment' && !taken.has(attempt.guid)) last.set(attempt.guid, attempt);
  }
  return [...last.values()];
}

function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Else nobody answered, or said that he could not take it then. */
function isRefused(status: number): boolean {
  return status >= 400 && status < 500;
}

/** Newest first, as GitHub lists them. */
async function attemptsSince(app: Awaited<ReturnType<Probot['auth']>>, since: number): Promise<Attempt[]> {
  const found: Attempt[] = [];
  let pages = 0;
  const listing = app.paginate.iterator(app.rest.apps.listWebhookDeliveries, { per_page: 100 });
  for await (const { data } of listing) {
    const recent = data.filter(({ delivered_at: at }) => Date.parse(at) >= since);
    found.push(...recent.map(({ id, guid, event, status_code: status }) => ({ id, guid, event, status })));
    if (recent.length < data.length || ++pages === mostPages) break;
  }
  return found;
}
