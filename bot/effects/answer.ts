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
  if (responseUrl && (await slack.respond({ responseUrl, view, to })) === 'sent') return;
  if (to === 'asker') return slack.whisper({ channel, user, thread, view });
  const key = `answer ${attempt.id}`;
  const answered = attempt.number > 1 && (await slack.find({ channel, thread, key }));
  if (!answered) await slack.post({ channel, thread, view, key });
}

async function answerOnGitHub({ request, origin, view }: Answer, ports: Ports): Promise<void> {
  if (origin.kind !== 'github') return;
  const { repository, number } = origin;
  const shown = { key: `answer ${request}`, place: `${repository}#${number}` };
  await showComment({ repository, number, shown, view }, ports);
}
