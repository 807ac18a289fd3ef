import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../../local/clock.ts';
import { UserError } from '../../../shared/errors.ts';
import { createBudget } from '../../../shared/run/budget.ts';
import { applyEvent, unknownRun } from '../../../shared/run/merge.ts';
import type { Run } from '../../../shared/run/model.ts';
import { type RunReader, watchRun } from '../../../shared/run/watch.ts';

const minutes = 60_000;
const of = { pipeline: 'shop', run: 'r1' };

/** A run that moves at the times given, read over a port that counts its calls. */
class Scene implements RunReader {
  readonly clock = new ManualClock();
  readonly start = this.clock.now();
  readonly moves: { at: number; change: (run: Run) => Run }[] = [];
  calls = 0;
  fail: (() => Error) | undefined;
  readonly #moves = new WeakMap<Run, number>();

  at(ms: number, change: (run: Run) => Run): this {
    this.moves.push({ at: this.start + ms, change });
    return this;
  }

  async run(): Promise<Run> {
    this.calls += 2;
    if (this.fail) throw this.fail();
    const due = this.moves.filter(({ at }) => at <= this.clock.now());
    const first = unknownRun({ pipeline: 'shop', id: 'r1', region: 'us-east-1' });
    const run = due.reduce((before, { change }) => change(before), first);
    this.#moves.set(run, due.length);
    return run;
  }

  async refresh(run: Run): Promise<Run> {
    this.calls += 1;
    if (this.fail) throw this.fail();
    const moves = this.moves.filter(({ at }) => at <= this.clock.now()).length;
    return this.#moves.get(run) === moves ? run : this.run();
  }

  of() {
    const { clock } = this;
    return { reader: this, pipeline: 'shop', id: 'r1', clock, budget: createBudget(clock, () => this.calls) };
  }

  /** What the watcher saw and how long after it happened. */
  async watch(length: number, until: 'end' | 'approval' = 'end') {
    const seen: { run: Run; after: number }[] = [];
    let ended = false;
    let error: unknown;
    const watcher = watchRun({ ...this.of(), until });
    const follow = async () => {
      for await (const run of watcher) seen.push({ run, after: this.clock.now() - this.start });
    };
    follow()
      .catch((thrown) => {
        error = thrown;
      })
      .finally(() => {
        ended = true;
      });
    await this.clock.advance(0);
    await this.clock.advance(length);
    return { seen, ended, error };
  }
}

function action(stage: string, state: string, category = 'Build'): (run: Run) => Run {
  return (run) => {
    const event = { ...of, kind: 'action', stage, action: 'A', state, at: run.stages.length * 1000 } as const;
    const moved = applyEvent(run, event);
    const stages = moved.stages.map((each) => ({
      ...each,
      actions: each.actions.map((own) => ({ ...own, category })),
    }));
    return { ...moved, stages };
  };
}

const ended = (status: string) => (run: Run) => ({ ...run, status });

describe('following a run', () => {
  test('ends with its final state, at once if it has ended already', async () => {
    const { seen, ended: done } = await new Scene().at(0, ended('Succeeded')).watch(0);
    expect(seen.map(({ run }) => run.status)).toEqual(['Succeeded']);
    expect(done).toBe(true);
  });

  test('sees each change within 3 s while things move', async () => {
    const scene = new Scene();
    const times = [2_000, 7_500, 12_200, 19_900, 25_000];
    times.forEach((time, index) => {
      scene.at(time, action(`S${index}`, 'STARTED'));
    });
    scene.at(31_000, ended('Failed'));
    const { seen, ended: done } = await scene.watch(1 * minutes);
    expect(done).toBe(true);
    expect(seen).toHaveLength(7);
    for (const [index, time] of [...times, 31_000].entries()) {
      expect(seen[index + 1]!.after - time).toBeGreaterThanOrEqual(0);
      expect(seen[index + 1]!.after - time).toBeLessThanOrEqual(3_000);
    }
  });

  test.each([
    ['stands still', []],
    ['moves now and then', [30_000, 150_000, 270_000, 400_000, 520_000]],
    ['never rests', Array.from({ length: 199 }, (_, index) => (index + 1) * 3_000)],
  ])('for ten minutes costs at most 100 calls when it %s', async (_, times) => {
    const scene = new Scene().at(0, action('First', 'STARTED'));
    times.forEach((time, index) => {
      scene.at(time, action(`S${index}`, 'STARTED'));
    });
    const { ended: done } = await scene.watch(10 * minutes);
    expect(done).toBe(false);
    expect(scene.calls).toBeLessThanOrEqual(100);
    expect(scene.calls).toBeGreaterThan(30);
  });

  test('notices that it was stopped though no action moved', async () => {
    const scene = new Scene().at(0, action('Build', 'STARTED'));
    scene.refresh = async (run) => run;
    scene.at(5 * minutes, ended('Stopped'));
    const { seen, ended: done } = await scene.watch(7 * minutes);
    expect(done).toBe(true);
    expect(seen.at(-1)!.run.status).toBe('Stopped');
  });

  test('goes on past an approval unless told to stop there', async () => {
    const scene = () => new Scene().at(3_000, action('Gate', 'STARTED', 'Approval'));
    expect((await scene().watch(1 * minutes)).ended).toBe(false);
    const { seen, ended: done } = await scene().watch(1 * minutes, 'approval');
    expect(done).toBe(true);
    expect(seen.at(-1)!.run.stages[0]!.actions[0]!.status).toBe('InProgress');
  });
});

function throttled(): Error {
  return Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
}

describe('when reading fails', () => {
  test('throttling is waited out, with fewer and fewer tries', async () => {
    const scene = new Scene().at(0, action('Build', 'STARTED'));
    scene.clock.after(10_000, () => {
      scene.fail = () => new UserError('AWS limits the rate.', { cause: throttled() });
    });
    scene.clock.after(3 * minutes, () => {
      scene.fail = undefined;
    });
    scene.at(3 * minutes, ended('Succeeded'));
    const { ended: done, error } = await scene.watch(6 * minutes);
    expect(error).toBeUndefined();
    expect(done).toBe(true);
    expect(scene.calls).toBeLessThan(40);
  });

  test('it is not waited out for ever', async () => {
    const scene = new Scene().at(0, action('Build', 'STARTED'));
    scene.clock.after(10_000, () => {
      scene.fail = throttled;
    });
    expect((await scene.watch(8 * minutes)).error).toMatchObject({ name: 'ThrottlingException' });
  });

  test('a run that AWS does not know in the first moments is asked for again', async () => {
    const scene = new Scene().at(0, ended('Succeeded'));
    const unknown = Object.assign(new Error('?'), { name: 'PipelineExecutionNotFoundException' });
    scene.fail = () => new UserError('There is no such run.', { cause: unknown });
    scene.clock.after(5_000, () => {
      scene.fail = undefined;
    });
    const { seen, error } = await scene.watch(20_000);
    expect(error).toBeUndefined();
    expect(seen.map(({ run }) => run.status)).toEqual(['Succeeded']);

    scene.fail = () => new UserError('There is no such run.', { cause: unknown });
    expect((await scene.watch(1 * minutes)).error).toMatchObject({ message: 'There is no such run.' });
  });

  test('anything else is thrown at once', async () => {
    const scene = new Scene();
    scene.fail = () => new UserError('There is no pipeline named shop.');
    expect((await scene.watch(0)).error).toMatchObject({ message: 'There is no pipeline named shop.' });
  });
});

test('an abort ends it with the reason', async () => {
  const scene = new Scene();
  const abort = new AbortController();
  const watcher = watchRun({ ...scene.of(), signal: abort.signal });
  await watcher.next();
  const waiting = watcher.next();
  abort.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
});
