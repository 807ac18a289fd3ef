import type { Probot } from 'probot';
import { messageOf } from '../shared/errors.ts';
import { byAction, commentBody, hiddenMarker } from '../shared/render/comment.ts';
import { createGitHubMarks } from './github-marks.ts';
import { createGitHubReads } from './github-reads.ts';
import { DeliveryError, waitAskedBy } from './outbox/retry.ts';
import type { GitHubPort } from './ports.ts';
import { ownerAndRepo } from './repository.ts';

/** Which installation of the App serves an account. Webhooks tell; otherwise GitHub is asked once. */
export interface Installations {
  note(owner: string, installation: number): void;
}

export function createGitHub(probot: Probot): GitHubPort & Installations {
  const installations = new Map<string, number>();
  let login: Promise<string> | undefined;

  async function installationOf(owner: string, repository?: string): Promise<number> {
    const known = installations.get(owner.toLowerCase());
    if (known !== undefined) return known;
    const app = await probot.auth();
    const { data } = repository
      ? await app.rest.apps.getRepoInstallation(ownerAndRepo(repository))
      : await app.rest.apps.getOrgInstallation({ org: owner });
    installations.set(owner.toLowerCase(), data.id);
    return data.id;
  }

  async function octokitFor(repository: string) {
    return probot.auth(await installationOf(ownerAndRepo(repository).owner, repository));
  }

  /** Comments of an App are by its slug: https://docs.github.com/en/apps/overview */
  async function ownLogin(): Promise<string> {
    const { data } = await (await probot.auth()).rest.apps.getAuthenticated();
    return `${data?.slug}[bot]`.toLowerCase();
  }

  return {
    ...createGitHubReads({ octokitFor, unlessMissing: unlessUnknown }),
    ...createGitHubMarks({ octokitFor, call }),

    note(owner, installation) {
      installations.set(owner.toLowerCase(), installation);
    },

    comment: ({ repository, number, body, marker }) =>
      call(async () => {
        const { rest } = await octokitFor(repository);
        const at = { ...ownerAndRepo(repository), issue_number: number };
        const { data } = await rest.issues.createComment({ ...at, body: commentBody(body, marker) });
        return data.id;
      }),

    editComment: ({ repository, comment, body, marker }) =>
      unlessMissing('gone', async () => {
        const { rest } = await octokitFor(repository);
        const at = { ...ownerAndRepo(repository), comment_id: comment };
        await rest.issues.updateComment({ ...at, body: commentBody(body, marker) });
        return 'updated' as const;
      }),

    findComment: ({ repository, number, marker }) =>
      call(async () => {
        login ??= ownLogin().catch((error) => {
          login = undefined;
          throw error;
        });
        const ours = await login;
        const octokit = await octokitFor(repository);
        const at = { ...ownerAndRepo(repository), issue_number: number, per_page: 100 };
        for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, at)) {
          const found = data.find(
            ({ user, body }) => user?.login.toLowerCase() === ours && body?.startsWith(hiddenMarker(marker)),
          );
          if (found) return found.id;
        }
        return undefined;
      }),

    dropTwins: ({ repository, number, marker }) =>
      unlessMissing(undefined, async () => {
        const { rest, paginate } = await octokitFor(repository);
        const at = ownerAndRepo(repository);
        const all = await paginate(rest.issues.listComments, { ...at, issue_number: number, per_page: 100 });
        for (const { id, user, body } of all) {
          const isTwin = body?.startsWith(hiddenMarker(marker)) && body.includes(byAction);
          if (!isTwin || user?.type !== 'Bot') continue;
          await rest.issues.deleteComment({ ...at, comment_id: id }).catch((error) => {
            // Where we may not, two comments are no reason to give up on what was written.
            if (statusOf(error) !== 403 || limitOf(error) !== undefined) throw error;
          });
        }
      }),

    react: ({ repository, comment, reaction }) =>
      call(async () => {
        const { rest } = await octokitFor(repository);
        const at = { ...ownerAndRepo(repository), comment_id: comment };
        await rest.reactions.createForIssueComment({ ...at, content: reaction });
      }),

    permission: ({ repository, user }) =>
      unlessMissing('none', async () => {
        const { rest } = await octokitFor(repository);
        const at = { ...ownerAndRepo(repository), username: user };
        const { data } = await rest.repos.getCollaboratorPermissionLevel(at);
        return toPermission(data.permission);
      }),

    isTeamMember: ({ org, team, user }) =>
      unlessMissing(false, async () => {
        const { rest } = await probot.auth(await installationOf(org));
        const at = { org, team_slug: team, username: user };
        const { data } = await rest.teams.getMembershipForUserInOrg(at);
        return data.state === 'active';
      }),

    pullRequestsOf: ({ repository, commit }) =>
      unlessUnknown([], async () => {
        const { rest } = await octokitFor(repository);
        const at = { ...ownerAndRepo(repository), commit_sha: commit };
        const { data } = await rest.repos.listPullRequestsAssociatedWithCommit(at);
        return data.map(({ number }) => number).sort((a, b) => b - a);
      }),
  };
}

/** Where GitHub is not set up: nobody has a permission there, and what is meant for it is refused for good. */
export const noGitHub: GitHubPort = (() => {
  const refuse = async () => {
    throw new DeliveryError('GitHub is not set up', { reason: 'refused' });
  };
  return {
    comment: refuse,
    editComment: refuse,
    findComment: refuse,
    dropTwins: refuse,
    react: refuse,
    setStatus: refuse,
    findDeployment: refuse,
    createDeployment: refuse,
    setDeploymentStatus: refuse,
    permission: async () => 'none' as const,
    isTeamMember: async () => false,
    pullRequestsOf: async () => [],
    compare: async () => undefined,
    commit: async () => undefined,
    pullRequest: async () => undefined,
    file: async () => undefined,
    commentText: async () => undefined,
    emailOf: async () => undefined,
    loginOf: async () => undefined,
    checks: async () => 'none' as const,
  };
})();

function toPermission(name: string): 'none' | 'read' | 'write' | 'admin' {
  return name === 'admin' || name === 'write' || name === 'read' ? name : 'none';
}

async function unlessMissing<Result, Instead>(
  instead: Instead,
  work: () => Promise<Result>,
  missing: readonly number[] = [404],
): Promise<Result | Instead> {
  try {
    return await work();
  } catch (error) {
    if (missing.includes(statusOf(error) ?? 0)) return instead;
    throw translate(error);
  }
}

/** Of a commit that it does not have GitHub says 422: https://docs.github.com/en/rest/commits/commits#get-a-commit */
function unlessUnknown<Result, Instead>(instead: Instead, work: () => Promise<Result>) {
  return unlessMissing<Result, Instead>(instead, work, [404, 422]);
}

async function call<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw translate(error);
  }
}

function translate(cause: unknown): unknown {
  const status = statusOf(cause);
  if (status === undefined) return cause;
  const retryAfter = limitOf(cause);
  if (retryAfter !== undefined) {
    return new DeliveryError('GitHub asks us to wait', { reason: 'limited', retryAfter, cause });
  }
  // 401: a token that has just run out, or a key that an operator mends.
  const reason = status === 401 || status >= 500 ? 'unreachable' : 'refused';
  const what = hasAnswer(cause) ? `answered ${status}` : 'cannot be reached';
  return new DeliveryError(`GitHub ${what}`, { reason, cause });
}

// Octokit's `RequestError` has a status; where no answer came at all it says 500.
function statusOf(error: unknown): number | undefined {
  const { name, status } = error as { name?: unknown; status?: unknown };
  return name === 'HttpError' && typeof status === 'number' ? status : undefined;
}

function hasAnswer(error: unknown): boolean {
  return (error as { response?: unknown }).response !== undefined;
}

/** Where no time is said GitHub wants a minute at least. */
const limitPause = 60_000;

/**
 * How long GitHub wants us to wait if this is a limit of its; milliseconds. Of a secondary one often only the words tell:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function limitOf(error: unknown): number | undefined {
  const status = statusOf(error);
  if (status !== 403 && status !== 429) return undefined;
  const { headers = {} } = (error as { response?: { headers?: Record<string, string> } }).response ?? {};
  const { 'retry-after': retryAfter, 'x-ratelimit-remaining': left, 'x-ratelimit-reset': reset } = headers;
  if (retryAfter !== undefined) return waitAskedBy(retryAfter, Date.now()) ?? limitPause;
  if (left === '0' && reset !== undefined) return Number(reset) * 1000 - Date.now();
  const isLimit = status === 429 || left === '0' || /rate limit|abuse/i.test(messageOf(error));
  return isLimit ? limitPause : undefined;
}
