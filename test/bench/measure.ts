import { spawnSync } from 'node:child_process';

/** One figure beside its floor or peer, measured in the same run. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** What it is held against, in the same unit. */
  readonly floor?: { readonly what: string; readonly measured: number };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
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
    figures.map(({ what, measured, unit, floor }) => ({
      what,
      measured: `${round(measured)} ${unit}`,
      beside: floor ? `${floor.what}: ${round(floor.measured)} ${unit}` : '',
      ratio: floor ? round(measured / floor.measured) : '',
    })),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
