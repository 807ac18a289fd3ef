import type { z } from 'zod';
import type { Ports } from './ports.ts';

/**
 * One thing to do to the outside, as data that is stored with the decision and carried out afterwards,
 * at least once. So `perform` must be safe to repeat: it looks before it leaps.
 */
export interface EffectKind<Name extends string, Schema extends z.ZodType> {
  readonly kind: Name;
  readonly schema: Schema;
  /** Effects with the same target are carried out in order, one at a time. */
  target(effect: z.infer<Schema>): string;
  /** With a key, only the newest waiting effect of that key is carried out: an older view of a message is of no use. */
  coalesce?(effect: z.infer<Schema>): string | undefined;
  /** Does it and returns what follows from the outcome, mostly an answer. */
  perform(effect: z.infer<Schema>, ports: Ports, attempt: Attempt): Promise<Effect[]>;
}

/** Which try this is. */
export interface Attempt {
  /** The same at every try of one effect and never used again: what a client token is made of. */
  readonly id: string;
  /** From 1 on. Above 1 an earlier try may have done it and died before that was recorded. */
  readonly number: number;
}

/** An effect as stored: which kind, and that kind's own data. */
export interface Effect {
  readonly kind: string;
  readonly data: unknown;
}

export interface DefinedEffect<Name extends string, Schema extends z.ZodType>
  extends EffectKind<Name, Schema> {
  /** Makes one, checked by the schema's type. */
  of(data: z.input<Schema>): Effect;
}

export function defineEffect<Name extends string, Schema extends z.ZodType>(
  effect: EffectKind<Name, Schema>,
): DefinedEffect<Name, Schema> {
  return { ...effect, of: (data) => ({ kind: effect.kind, data }) };
}

// biome-ignore lint/suspicious/noExplicitAny: a table of effects holds every shape; `defineEffect` types each.
export type AnyEffect = EffectKind<string, any>;
