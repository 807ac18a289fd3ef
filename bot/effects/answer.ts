import { z } from 'zod';
import { type Attempt, defineEffect } from '../effect.ts';
import type { Ports } from '../ports.ts';
import { originSchema, viewSchema } from '../render/schema.ts';
import { showComment } from './show.ts';

const schema = z.object({
  /** The id of the request that is answered. */
  request: z.string(),
  origin: originSchema,
  view: viewSchema,
  to: z.enum(['asker', 'everyone']),
});

type Answer = z.infer<typeof schema>;

/**
 * Answers a request where it was made. In Slack each answer is a message; on a pull request there is one
 * reply for each request, and a later answer to it takes its place.
 */
export default defineEffect({
  kind: 'answer',
  schema,
  target: ({ request }) => `answer:${request}`,
  async perform(answer, ports, attempt) {
    if (answer.origin.kind === 'slack') await answerInSlack(answer, ports, attempt);
    else await answerOnGitHub(answer, ports);
    return [];
  },
});

async function answerInSlack(
  { origin, view, to }: Answer,
  { slack }: Ports,
  attempt: Attempt,
): Promise<void> {
  if (origin.kind !== 'slack') return;
  const { channel, user, thread, responseUrl } = origin;
  const key = `answer ${attempt.id}`;
  // What one person alone saw is not listed anywhere: after a crash they may see it twice.
  if (to === 'everyone' && attempt.number > 1 && (await answered({ channel, thread, key }, slack))) return;
  if (responseUrl && (await slack.respond({ responseUrl, view, to, key })) === 'sent') return;
  if (to === 'asker') return slack.whisper({ channel, user, thread, view });
  await slack.post({ channel, thread, view, key });
}

/** An answer by a response URL stands in the channel, wherever the question was asked. */
async function answered(
  { channel, thread, key }: { channel: string; thread?: string | undefined; key: string },
  slack: Ports['slack'],
): Promise<boolean> {
  if (await slack.find({ channel, key })) return true;
  return thread !== undefined && (await slack.find({ channel, thread, key })) !== undefined;
}

async function answerOnGitHub({ request, origin, view }: Answer, ports: Ports): Promise<void> {
  if (origin.kind !== 'github') return;
  const { repository, number } = origin;
  const shown = { key: `answer ${request}`, place: `${repository}#${number}` };
  await showComment({ repository, number, shown, view }, ports);
}
