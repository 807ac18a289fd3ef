import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { describeFailure, retryAt } from './outbox/retry.ts';

/** A queue of work in lanes, as the store's inbox and outbox are. */
interface Queue<Item> {
  claim(now: number, limit: number): Promise<Item[]>;
  failed(seq: number, failure: { error: string; at?: number }): Promise<void>;
  nextAt(): Promise<number | undefined>;
}

interface Job<Item> {
  readonly name: string;
  readonly queue: Queue<Item>;
  /** Does one thing and marks it done. */
  readonly work: (item: Item) => Promise<void>;
  readonly createdAt: (item: Item) => number;
  readonly clock: Clock;
  readonly log: Log;
  /** How many lanes are worked on at a time. */
  readonly lanes: number;
  /** While this is so one thing is done now and then: what has to be done at once comes first. */
  readonly holdBack?: () => boolean;
  readonly random?: () => number;
}

/** So often a thing may be begun without its end ever being heard of. */
const mostBegun = 20;

/** Between two things while it is held back; milliseconds. */
const breather = 250;

export interface Worker {
  /** There may be something to do. */
  wake(): void;
  /** Whether nothing is under way and nothing due is left. */
  isIdle(): boolean;
  /** Resolves when that is so. */
  idle(): Promise<void>;
  /** Lets what is under way end and takes on nothing more. */
  stop(): Promise<void>;
}

/** Works a queue off, several lanes at a time, without polling: it sleeps until it is woken or a retry falls due. */
export function startWorker<Item extends { seq: number; attempts: number; error?: string }>(
  job: Job<Item>,
): Worker {
  const { queue, clock, log } = job;
  const running = new Set<Promise<void>>();
  let stopped = false;
  let woken = false;
  let cancelTimer = () => {};
  let pumping: Promise<void> | undefined;
  let heldBackUntil = -Infinity;

  function free(): number {
    if (!job.holdBack?.()) return job.lanes - running.size;
    const left = heldBackUntil - clock.now();
    // More is left than there ever was when the clock was set back.
    return running.size === 0 && (left <= 0 || left > breather) ? 1 : 0;
  }

  function wake(): void {
    woken = true;
    pumping ??= pump().finally(() => {
      pumping = undefined;
      if (woken && !stopped) wake();
    });
  }

  async function pump(): Promise<void> {
    cancelTimer();
    try {
      let most = 0;
      while (woken && !stopped) {
        woken = false;
        most = free();
        const items = most > 0 ? await queue.claim(clock.now(), most) : [];
        for (const item of items) start(item);
        // There may be more; what comes meanwhile wakes us.
        if (items.length === most && most > 0) woken = true;
      }
      if (stopped) return;
      // `nextAt` knows only of what a claim has found: what came while nothing was claimed may be due long since.
      if (most > 0 && free() > 0) {
        const next = await queue.nextAt();
        if (next !== undefined) sleepUntil(next);
      } else if (running.size === 0) sleepUntil(heldBackUntil);
      // Else the first that ends wakes us.
    } catch (error) {
      log.error({ error: describeFailure(error) }, `The ${job.name} could not be read`);
      sleepUntil(clock.now() + 1000);
    }
  }

  function sleepUntil(at: number): void {
    cancelTimer = clock.after(Math.max(0, at - clock.now()), wake);
  }

  function start(item: Item): void {
    const done = attempt(item).finally(() => {
      running.delete(done);
      heldBackUntil = clock.now() + breather;
      if (!stopped) wake();
    });
    running.add(done);
  }

  async function attempt(item: Item): Promise<void> {
    try {
      // Else the next start would end with it as well, and nothing else be done any more.
      if (item.attempts > mostBegun && item.error === undefined)
        throw new Error('The bot ended with each try of it');
      await job.work(item);
    } catch (error) {
      await setBack(item, error).catch((cause) => {
        log.error({ seq: item.seq, error: describeFailure(cause) }, `The ${job.name} could not be written`);
      });
    }
  }

  async function setBack(item: Item, error: unknown): Promise<void> {
    const { seq, attempts } = item;
    const now = clock.now();
    const random = job.random ?? Math.random;
    const at = retryAt(error, { now, createdAt: job.createdAt(item), attempts, random });
    const failure = { error: describeFailure(error), ...(at !== undefined && { at }) };
    const fields = { seq, attempts, error: failure.error };
    if (at === undefined) log.error(fields, `Given up on one thing in the ${job.name}`);
    else log.warn({ ...fields, again: at - now }, `One thing in the ${job.name} has to be tried again`);
    await queue.failed(seq, failure);
  }

  const isIdle = () => !pumping && running.size === 0;

  wake();
  return {
    wake,
    isIdle,
    async idle() {
      while (!isIdle()) await (pumping ?? Promise.race(running));
    },
    async stop() {
      stopped = true;
      cancelTimer();
      await pumping;
      await Promise.all(running);
    },
  };
}
