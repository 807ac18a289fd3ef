import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AnyEvent, DeployEvent, Envelope } from './define.ts';

const common = {
  source: z.string(),
  time: z.string(),
  region: z.string(),
  detail: z.unknown(),
};

// https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
const eventBridge = z.object({ ...common, id: z.string().min(1).max(200), 'detail-type': z.string() });

// A notification rule's message has no id, and says `detailType`:
// https://docs.aws.amazon.com/dtconsole/latest/userguide/concepts.html#concepts-api
const notification = z.object({ ...common, detailType: z.string() });

/** The event in an envelope of either kind; undefined for what is none of ours. */
export function eventOf(payload: unknown, kinds: readonly AnyEvent[]): DeployEvent | undefined {
  const opened = open(payload);
  const kind = opened && kinds.find(({ source, detailType }) => isOf(opened, { source, detailType }));
  const detail = kind?.detail.safeParse(opened?.detail);
  return kind && opened && detail?.success ? kind.toEvent(detail.data, opened) : undefined;
}

interface Opened extends Envelope {
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
}

function open(payload: unknown): Opened | undefined {
  const bridged = eventBridge.safeParse(payload);
  if (bridged.success) return timed({ ...bridged.data, detailType: bridged.data['detail-type'] });
  const notified = notification.safeParse(payload);
  return notified.success ? timed({ ...notified.data, id: idOf(notified.data) }) : undefined;
}

function timed<T extends { time: string }>(envelope: T): (T & { at: number }) | undefined {
  const at = Date.parse(envelope.time);
  return Number.isNaN(at) ? undefined : { ...envelope, at };
}

/** The same for a message that is delivered twice. */
function idOf(message: { time: string; detailType: string; detail?: unknown }): string {
  const { time, detailType, detail } = message;
  return createHash('sha256')
    .update(JSON.stringify([time, detailType, detail]))
    .digest('hex');
}

function isOf(opened: Opened, { source, detailType }: { source: string; detailType: string }): boolean {
  return opened.source === source && opened.detailType === detailType;
}
