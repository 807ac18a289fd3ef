import { type Clock, sleep } from '../../../../shared/clock.ts';
import type { Envelope } from './envelope.ts';

/** Pauses before the second attempt and those after it, in milliseconds. */
const pauses = [1_000, 5_000, 20_000];
const answerMs = 15_000;

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** https://docs.aws.amazon.com/sns/latest/dg/http-header.html */
export function headersFor(
  { Type, MessageId }: Envelope,
  { topic, subscription }: { topic: string; subscription: string },
): Post['headers'] {
  return {
    'content-type': 'text/plain; charset=UTF-8',
    'user-agent': 'Amazon Simple Notification Service Agent',
    'x-amz-sns-message-type': Type,
    'x-amz-sns-message-id': String(MessageId),
    'x-amz-sns-topic-arn': topic,
    ...(Type === 'Notification' ? { 'x-amz-sns-subscription-arn': subscription } : {}),
  };
}

/** Posts until the endpoint takes it, or throws why it did not. https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
export async function post(
  message: Post,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const failure = await tryPost(message, signal);
    if (failure === undefined) return;
    const pause = failure.permanent ? undefined : pauses[attempt];
    if (pause === undefined) throw new Error(`${message.url} did not take a message: ${failure.why}`);
    await sleep(clock, pause, signal);
  }
}

async function tryPost({ url, headers, body }: Post, closing: AbortSignal) {
  const signal = AbortSignal.any([AbortSignal.timeout(answerMs), closing]);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    await response.body?.cancel();
    if (response.ok) return undefined;
    const permanent = response.status < 500 && response.status !== 429;
    return { permanent, why: `it answered ${response.status}` };
  } catch (error) {
    return { permanent: closing.aborted, why: String(error) };
  }
}
