import type { z } from 'zod';
import type { View } from '../../shared/render/view.ts';
import type { Effect } from '../effect.ts';
import type { Permission } from '../policy/permission.ts';
import type { Ports } from '../ports.ts';
import type { Request } from '../request.ts';

/**
 * One verb of `/deploy`. Its parts are called in this order and only if the one before let it through:
 * args (grammar), needs (may they?), gather (reads), decide (pure).
 */
export interface Command<Args, Facts> {
  readonly name: string;
  readonly help: Help;
  /** The IAM actions that the bot needs for it. */
  readonly aws: readonly string[];
  /** What stands after the verb. See `bind.ts` for how words become this object. */
  readonly args: z.ZodType<Args>;
  /**
   * The names of the words without a flag, in order; a last one with `…` takes the rest. `pipeline` and `run`
   * are special: they may be left out, and then are what the place suggests.
   */
  readonly words: readonly string[];
  /** A word that may stand in place of the pipeline, and is then an argument of that name: `true`. */
  readonly insteadOfPipeline?: string;
  /** Flags: a `switch` is there or not, a `value` has one. */
  readonly flags?: Readonly<Record<string, 'switch' | 'value'>>;
  /** Whether `NAME=value` words are gathered into `variables`. */
  readonly variables?: true;
  /** What the policy must allow before anything is read. */
  needs(args: Args, request: Request): Permission;
  gather(args: Args, ports: Ports, request: Request): Promise<Facts>;
  decide(facts: Facts, args: Args, request: Request, now: number): Decision;
}

export interface Help {
  /** Such as `approve [pipeline] [comment…]`. */
  readonly usage: string;
  readonly summary: string;
  /** Who may use it, in words. */
  readonly who: string;
  /** Whole commands; a test runs each. */
  readonly examples: readonly string[];
}

/** What to show at once, and what to do. */
export interface Decision {
  readonly answer: View;
  /** Whether others may see the answer. Refusals and secrets are for the asker alone. */
  readonly to: 'asker' | 'everyone';
  readonly effects: readonly Effect[];
}

// biome-ignore lint/suspicious/noExplicitAny: a table of commands holds every shape; `defineCommand` types each.
export type AnyCommand = Command<any, any>;

export function defineCommand<Args, Facts>(command: Command<Args, Facts>): Command<Args, Facts> {
  return command;
}
