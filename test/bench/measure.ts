import { spawnSync } from 'node:child_process';

/** One figure beside its floor or peer, measured in the same run. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** What it is held against, in the same unit. */
  readonly floor?: { readonly what: string; readonly measured: number };
  /** The target: the most that it may be, as a ratio to the floor or in its own unit. */
  readonly atMost?: { readonly ratio: number } | { readonly measured: number };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median of each measure, taken in turns so that noise meets all alike. The first round only warms caches. */
export async function mediansInTurns(
  measures: readonly (() => Promise<number>)[],
  rounds: number,
): Promise<number[]> {
  const taken: number[][] = measures.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, measure] of measures.entries()) {
      const value = await measure();
      if (round > 0) taken[index]!.push(value);
    }
  }
  return taken.map(median);
}

export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The median wall time in ms of each command on this very Node, run in turns so that noise meets all alike. */
export function timeInTurns(commands: readonly Command[], rounds: number): number[] {
  const times: number[][] = commands.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { args, env = {} }] of commands.entries()) {
      const start = performance.now();
      spawnSync(process.execPath, args, { env: { PATH: process.env.PATH, ...env }, stdio: 'ignore' });
      // The first round only warms the disk's cache.
      if (round > 0) times[index]!.push(performance.now() - start);
    }
  }
  return times.map(median);
}

export function print(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  console.table(
    figures.map((figure) => ({
      what: figure.what,
      measured: inUnit(figure.measured, figure),
      beside: figure.floor ? `${figure.floor.what}: ${inUnit(figure.floor.measured, figure)}` : '',
      ratio: figure.floor ? round(ratioOf(figure)) : '',
      target: targetOf(figure),
    })),
  );
}

function targetOf(figure: Figure): string {
  const { atMost } = figure;
  if (!atMost || ('ratio' in atMost && !figure.floor)) return '';
  const [reached, limit, shown] =
    'ratio' in atMost
      ? [ratioOf(figure), atMost.ratio, `${atMost.ratio} times`]
      : [figure.measured, atMost.measured, inUnit(atMost.measured, figure)];
  return `${shown} at most: ${reached <= limit ? 'met' : 'NOT MET'}`;
}

function ratioOf({ measured, floor }: Figure): number {
  return measured / (floor?.measured ?? Number.NaN);
}

function inUnit(value: number, { unit }: Figure): string {
  return `${round(value)} ${unit}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
