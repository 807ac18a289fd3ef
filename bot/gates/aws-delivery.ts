import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Delivery } from '../store/store.ts';

/** What the gate itself needs of an EventBridge event or of what a notification rule sends. */
const envelopeSchema = z.looseObject({
  id: z.string().optional(),
  source: z.string(),
  'detail-type': z.string().optional(),
  detailType: z.string().optional(),
  detail: z.looseObject({ pipeline: z.string().optional(), 'execution-id': z.string().optional() }),
});

/** An event as the inbox keeps it; undefined if the text is no event. Those of one run are worked on in order. */
export function awsDelivery(text: string): Delivery | undefined {
  const envelope = parse(text);
  if (!envelope) return undefined;
  const { pipeline, 'execution-id': run } = envelope.detail;
  const id = envelope.id ?? createHash('sha256').update(text).digest('hex');
  return {
    source: 'aws',
    id,
    kind: envelope['detail-type'] ?? envelope.detailType ?? 'unknown',
    lane: pipeline && run ? `aws:${pipeline}/${run}` : `aws:${id}`,
    payload: envelope,
  };
}

function parse(text: string): z.infer<typeof envelopeSchema> | undefined {
  try {
    return envelopeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
