import { generateKeyPairSync } from 'node:crypto';
import { listenOnGitHub } from '../../bot/gates/github.ts';
import { createProbot } from '../../bot/probot.ts';
import type { Request } from '../../bot/request.ts';
import { systemClock } from '../../shared/clock.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { now } from './conversation.ts';

/** The webhook of a new comment on a pull request. */
export const usual = {
  action: 'created',
  comment: {
    id: 5,
    body: '/deploy approve shop',
    created_at: new Date(now).toISOString(),
    user: { login: 'ada', type: 'User' },
  },
  issue: { number: 7, pull_request: { url: 'https://api.github.test/pulls/7' } },
  repository: { full_name: 'acme/shop', owner: { login: 'acme' } },
  installation: { id: 1 },
};

/** The App as it hears comments, at the time of the conversations; what it returns takes a webhook's payload. */
export async function listener(options: {
  handle: (request: Request) => Promise<void>;
  isSettled: (request: string) => Promise<boolean>;
}): Promise<(payload: object) => Promise<void>> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const probot = createProbot({ appId: 1, privateKey: new Secret(pem), webhookSecret: new Secret('w') });
  const clock = { now: () => now, after: systemClock.after };
  listenOnGitHub(probot, { ...options, installations: { note: () => {} }, clock });
  return async (payload) => {
    const event = { id: 'delivery', name: 'issue_comment', payload } as unknown;
    await probot.receive(event as Parameters<typeof probot.receive>[0]);
  };
}
