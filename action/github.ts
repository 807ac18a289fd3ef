import type { getOctokit } from '@actions/github';
import { messageOf } from '../shared/errors.ts';
import type { Secret } from '../shared/secrets/secret.ts';
import { wholeAnswer } from '../shared/whole-answer.ts';

export type GitHub = ReturnType<typeof getOctokit>;

/** GitHub's API as the Action uses it, loaded when it is first needed. A call that takes longer than 10 s is given up. */
export async function createGitHub(
  { apiUrl, token }: { apiUrl: string; token: Secret },
  request: typeof fetch,
): Promise<GitHub> {
  const { getOctokit } = await import('./octokit.ts');
  const inTime: typeof fetch = async (url, init) =>
    wholeAnswer(await request(url, { ...init, signal: AbortSignal.timeout(10_000) }));
  return getOctokit(token.reveal(), { baseUrl: apiUrl, request: { fetch: inTime } });
}

/** What GitHub answered instead, in words. */
export function refusalOf(error: unknown): string {
  const { status } = Object(error);
  return typeof status === 'number' ? `GitHub answered ${status}` : messageOf(error);
}
