import type { AnyEffect, Effect } from '../effect.ts';

/** Finds an effect's kind among `kinds`; an unknown one is a fault of ours. */
export function kindOf(kinds: readonly AnyEffect[], effect: Effect): AnyEffect {
  const kind = kinds.find((candidate) => candidate.kind === effect.kind);
  if (!kind) throw new Error(`There is no effect called ${effect.kind}`);
  return kind;
}

/** Where an effect queues. Data that does not fit its schema is refused here, before it is stored. */
export function createRoute(kinds: readonly AnyEffect[]) {
  return (effect: Effect): { target: string; coalesce?: string | undefined } => {
    const kind = kindOf(kinds, effect);
    const data = kind.schema.parse(effect.data);
    return { target: kind.target(data), coalesce: kind.coalesce?.(data) };
  };
}
