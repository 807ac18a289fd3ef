import { createHash } from 'node:crypto';
import type { Probot } from 'probot';
import { z } from 'zod';
import { type Clock, sleep } from '../../shared/clock.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import { commandsIn } from '../commands/comment.ts';
import type { Installations } from '../github.ts';
import type { HttpRequest, HttpRoute } from '../http.ts';
import type { Request } from '../request.ts';
import type { Received, Store } from '../store/store.ts';
import { hmac, isSignature } from './signature.ts';

/** Takes webhooks of the GitHub App. Those that nobody listens for are acknowledged and forgotten. */
export function githubRoute({ secret, store }: { secret: Secret; store: Store }): HttpRoute {
  return {
    method: 'POST',
    path: '/github/webhooks',
    async handle(request) {
      if (!isSigned(request, secret)) {
        return { status: 401, body: 'The signature is not one of GitHub for us.' };
      }
      const payload = parse(request.body);
      if (!payload) return { status: 400, body: 'The body is not a webhook as GitHub sends them.' };
      const event = String(request.headers['x-github-event'] ?? '');
      if (event !== 'issue_comment') return { status: 202, body: 'Not needed here.' };
      await store.inbox.receive({
        source: 'github',
        // The delivery's id is not signed and the body is: a replay under another id is still a replay.
        id: createHash('sha256').update(request.body).digest('hex'),
        kind: event,
        lane: `github:${payload.repository?.full_name}#${payload.issue?.number}`,
        payload: { delivery: String(request.headers['x-github-delivery'] ?? ''), payload },
      });
      return { status: 202, body: 'Taken.' };
    },
  };
}

/** https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries */
function isSigned({ headers, body }: HttpRequest, secret: Secret): boolean {
  return isSignature(String(headers['x-hub-signature-256'] ?? ''), `sha256=${hmac(secret, body)}`);
}

const payloadSchema = z.looseObject({
  repository: z.looseObject({ full_name: z.string() }).optional(),
  issue: z.looseObject({ number: z.number() }).optional(),
});

function parse(body: Buffer): z.infer<typeof payloadSchema> | undefined {
  try {
    return payloadSchema.safeParse(JSON.parse(body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

// Somebody who writes a thousand commands into one comment gets these answered.
const mostCommands = 10;

/**
 * GitHub signs no time, so a delivery could be replayed when its record is gone. It can be redelivered for three days:
 * https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks
 */
const oldest = 4 * 24 * 60 * 60_000;

/** The App: the commands in a new comment on a pull request become requests, in order. */
export function listenOnGitHub(
  probot: Probot,
  options: {
    handle: (request: Request) => Promise<void>;
    /** Whether all that a request has caused was done. */
    isSettled: (request: string) => Promise<boolean>;
    installations: Installations;
    clock: Clock;
  },
): void {
  const { handle, installations, clock } = options;
  probot.on('issue_comment.created', async ({ payload }) => {
    const { comment, issue, repository, installation } = payload;
    if (clock.now() - Date.parse(comment.created_at) > oldest) return;
    const { user } = comment;
    if (!issue.pull_request || !installation || !user || user.type === 'Bot') return;
    installations.note(repository.owner.login, installation.id);
    const origin = {
      kind: 'github' as const,
      repository: repository.full_name,
      number: issue.number,
      comment: comment.id,
      user: user.login,
      installation: installation.id,
    };
    const at = Date.parse(comment.created_at);
    const idOf = (index: number) => `github:${comment.id}:${index}`;
    for (const [index, text] of commandsIn(comment.body).slice(0, mostCommands).entries()) {
      // What is decided on one command turns on what the one before has done.
      if (index > 0) await untilSettled(idOf(index - 1), options);
      await handle({ id: idOf(index), origin, text, at });
    }
  });
}

const tries = 50;
const pause = 100;

/** Waits some seconds; what takes longer is looked at again later, with the rest of the comment. */
async function untilSettled(
  request: string,
  { isSettled, clock }: { isSettled: (request: string) => Promise<boolean>; clock: Clock },
): Promise<void> {
  for (let left = tries; left > 0; left--) {
    if (await isSettled(request)) return;
    await sleep(clock, pause);
  }
  throw new Error('The command before this one in the comment is not done yet');
}

/** Hands the App what the inbox holds. */
export async function processWebhook(probot: Probot, { kind, payload }: Received): Promise<void> {
  const { delivery, payload: body } = payload as { delivery: string; payload: unknown };
  try {
    await probot.receive({ id: delivery, name: kind, payload: body } as Parameters<Probot['receive']>[0]);
  } catch (error) {
    // Of one listener there is one error, and its kind decides when it is tried again.
    throw error instanceof AggregateError && error.errors.length === 1 ? error.errors[0] : error;
  }
}
