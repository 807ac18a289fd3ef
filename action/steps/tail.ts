import { type Clock, sleep } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import type { Progress } from '../../shared/providers/define.ts';
import type { CallBudget } from '../../shared/run/budget.ts';

export interface TailPorts {
  readonly clock: Clock;
  readonly budget: CallBudget;
  readonly print: (lines: readonly string[]) => void;
  readonly warn: (message: string) => void;
}

/** Follows what one action prints, until it is told that the action has ended. */
export interface Tail {
  /** Prints what is left; without it what is left is let be. */
  end(options: { drain: boolean }): Promise<void>;
}

const shortest = 2000;
const longest = 10_000;
/** Calls that are left to watch the run itself: a log is only a help. */
const reserve = 24;
/** A look costs about as many calls. */
const look = 2;
/** What a build prints last may take as long to arrive in its log. */
const lag = 2000;

export function startTail(progress: Progress, { clock, budget, print, warn }: TailPorts): Tail {
  const stop = new AbortController();
  let isOver = false;

  /** That a log cannot be read is no failure of the run, and is said once. */
  const read = async (last: boolean) => {
    if (isOver) return 0;
    try {
      const lines = await progress.look(last);
      if (lines === undefined) isOver = true;
      else print(lines);
      return lines?.length ?? 0;
    } catch (error) {
      isOver = true;
      warn(messageOf(error));
      return 0;
    }
  };

  const follow = async () => {
    for (let pause = 0; !isOver; ) {
      await sleep(clock, Math.max(pause, budget.waitFor(look, reserve)), stop.signal);
      const news = await read(false);
      pause = news > 0 ? shortest : Math.min(Math.max(pause, shortest / 1.5) * 1.5, longest);
    }
  };
  const following = follow().catch((error) => {
    if (!stop.signal.aborted) throw error;
  });

  return {
    async end({ drain }) {
      stop.abort();
      await following;
      if (!drain) return;
      if ((await read(true)) > 0 || isOver) return;
      await sleep(clock, lag);
      await read(true);
    },
  };
}
