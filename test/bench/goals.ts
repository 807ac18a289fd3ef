/** A figure beside what it is aimed at. */
export interface Goal {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly target: { readonly atMost: number } | { readonly atLeast: number };
  /** What it was measured beside, in the same run. */
  readonly beside?: string;
}

export function printGoals(title: string, goals: readonly Goal[]): void {
  console.log(`\n${title}`);
  console.table(
    goals.map(({ what, measured, unit, target, beside = '' }) => ({
      what,
      measured: `${round(measured)} ${unit}`,
      target: 'atMost' in target ? `≤ ${target.atMost} ${unit}` : `≥ ${target.atLeast} ${unit}`,
      met: ('atMost' in target ? measured <= target.atMost : measured >= target.atLeast) ? 'yes' : 'NO',
      beside,
    })),
  );
}

/** The value below which this share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function list(values: readonly number[]): string {
  return values.map((value) => round(value)).join(' ');
}
