import type { ProbotOctokit } from 'probot';
import { z } from 'zod';
import type { Commit, GitHubReads } from './ports.ts';
import { contextPrefix } from './render/commit-status.ts';
import { ownerAndRepo } from './repository.ts';

type Octokit = InstanceType<typeof ProbotOctokit>;

/** What the reads need of the App: a client for a repository, and how errors are told. */
interface Access {
  readonly octokitFor: (repository: string) => Promise<Octokit>;
  readonly unlessMissing: <Result, Instead>(
    instead: Instead,
    work: () => Promise<Result>,
  ) => Promise<Result | Instead>;
}

export function createGitHubReads({ octokitFor, unlessMissing }: Access): GitHubReads {
  return {
    compare: ({ repository, base, head }) =>
      unlessMissing(undefined, async () => {
        const { rest } = await octokitFor(repository);
        const basehead = `${base}...${head}`;
        const { data } = await rest.repos.compareCommitsWithBasehead({
          ...ownerAndRepo(repository),
          basehead,
        });
        return {
          commits: data.commits.map(toCommit),
          total: data.total_commits,
          files: (data.files ?? []).map(({ filename }) => filename),
          url: data.html_url,
        };
      }),

    commit: ({ repository, ref }) =>
      unlessMissing(undefined, async () => {
        const { rest } = await octokitFor(repository);
        const { data } = await rest.repos.getCommit({ ...ownerAndRepo(repository), ref });
        return toCommit(data);
      }),

    pullRequest: ({ repository, number }) =>
      unlessMissing(undefined, async () => {
        const { rest } = await octokitFor(repository);
        const { data } = await rest.pulls.get({ ...ownerAndRepo(repository), pull_number: number });
        return { head: data.head.sha, author: data.user?.login ?? '', open: data.state === 'open' };
      }),

    file: ({ repository, path }) =>
      unlessMissing(undefined, async () => {
        const { rest } = await octokitFor(repository);
        const mediaType = { format: 'raw' };
        const { data } = await rest.repos.getContent({ ...ownerAndRepo(repository), path, mediaType });
        // https://docs.github.com/en/rest/repos/contents#get-repository-content
        return z.string(`${path} is no file`).parse(data);
      }),

    commentText: ({ repository, comment }) =>
      unlessMissing(undefined, async () => {
        const { rest } = await octokitFor(repository);
        const { data } = await rest.issues.getComment({ ...ownerAndRepo(repository), comment_id: comment });
        return data.body ?? '';
      }),

    emailOf: ({ repository, user: username }) =>
      unlessMissing(undefined, async () => {
        const { rest } = await octokitFor(repository);
        const { data } = await rest.users.getByUsername({ username });
        return data.email ?? undefined;
      }),

    loginOf: ({ repository, email }) =>
      unlessMissing(undefined, async () => {
        const { rest } = await octokitFor(repository);
        const { data } = await rest.search.users({
          q: `"${email.replaceAll('"', '')}" in:email`,
          per_page: 5,
        });
        // The search is for words: only the profile says whose address it is.
        const users = await Promise.all(
          data.items.map(({ login: username }) => rest.users.getByUsername({ username })),
        );
        const found = users.filter((user) => user.data.email?.toLowerCase() === email.toLowerCase());
        return found.length === 1 ? found[0]?.data.login : undefined;
      }),

    checks: ({ repository, commit: ref, except }) =>
      unlessMissing('none' as const, async () => {
        const { rest, paginate } = await octokitFor(repository);
        const at = { ...ownerAndRepo(repository), ref, per_page: 100 };
        // The one that failed may be on any page.
        const [runs, statuses] = await Promise.all([
          paginate(rest.checks.listForRef, at),
          rest.repos.getCombinedStatusForRef(at),
        ]);
        const others = runs.filter(({ details_url: url }) => !isOfWorkflow(url, except));
        return sumOf([
          ...others.map(({ conclusion }) => conclusion ?? 'pending'),
          // The newest of each context; nobody has a hundred of them.
          ...statuses.data.statuses
            .filter(({ context }) => !context.startsWith(contextPrefix))
            .map(({ state }) => state),
        ]);
      }),
  };
}

/** Whether a check is a job of that workflow run: the job that follows a run does not end before it. */
function isOfWorkflow(check: string | null, workflowUrl: string | undefined): boolean {
  const path = workflowUrl && /\/actions\/runs\/\d+/.exec(workflowUrl)?.[0];
  return Boolean(path && check?.includes(`${path}/`));
}

const passed: ReadonlySet<string> = new Set(['success', 'neutral', 'skipped']);

/** https://docs.github.com/en/rest/checks/runs and https://docs.github.com/en/rest/commits/statuses */
function sumOf(results: readonly string[]): 'green' | 'running' | 'red' | 'none' {
  if (results.length === 0) return 'none';
  if (results.some((result) => !passed.has(result) && result !== 'pending')) return 'red';
  return results.includes('pending') ? 'running' : 'green';
}

interface Told {
  readonly sha: string;
  readonly commit: { readonly message: string; readonly author?: { readonly email?: string } | null };
  readonly author?: { readonly login?: string } | null | Record<string, never>;
}

function toCommit({ sha, commit, author }: Told): Commit {
  const [message = ''] = commit.message.split('\n');
  const login = author?.login;
  const email = commit.author?.email;
  return { sha, message, ...(login && { author: login }), ...(email && { email }) };
}
