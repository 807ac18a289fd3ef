import type { z } from 'zod';

/**
 * Something that happened in AWS, in our own few kinds, whatever envelope carried it. `at` is epoch
 * milliseconds. States are AWS's words.
 */
export type DeployEvent = { readonly id: string; readonly at: number; readonly region: string } & (
  | { readonly kind: 'run'; readonly pipeline: string; readonly run: string; readonly state: string }
  | {
      readonly kind: 'stage';
      readonly pipeline: string;
      readonly run: string;
      readonly stage: string;
      readonly state: string;
    }
  | {
      readonly kind: 'action';
      readonly pipeline: string;
      readonly run: string;
      readonly stage: string;
      readonly action: string;
      readonly state: string;
      readonly externalId?: string;
      readonly externalUrl?: string;
      readonly summary?: string;
    }
);

/** One `detail-type` of one source: one file an event, pure. */
export interface EventKind<Schema extends z.ZodType> {
  readonly source: string;
  readonly detailType: string;
  /** Of `detail`. Unknown members are let through. */
  readonly detail: Schema;
  toEvent(detail: z.infer<Schema>, envelope: Envelope): DeployEvent | undefined;
}

/** What every event has. Of the rest of its envelope nothing is read, so nothing of it can be in the way. */
export interface Envelope {
  readonly id: string;
  readonly at: number;
  readonly region: string;
}

export function defineEvent<Schema extends z.ZodType>(event: EventKind<Schema>): EventKind<Schema> {
  return event;
}

// biome-ignore lint/suspicious/noExplicitAny: a table of events holds every shape; `defineEvent` types each.
export type AnyEvent = EventKind<any>;
