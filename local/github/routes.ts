import type { Comment, Forge, Pull, Repository } from './forge.ts';
import type { Commit } from './git.ts';

/** Who calls: the app itself (by its JWT), or a token that acts as somebody. */
export type Caller = { readonly kind: 'app' } | { readonly kind: 'token'; readonly login: string };

export interface ApiRequest {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
}

export interface ApiResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  readonly pattern: URLPattern;
  handle(request: ApiRequest, forge: Forge, links: Links): Promise<ApiResponse> | ApiResponse;
}

/** Addresses in what is returned: where the API and the pages are. */
export interface Links {
  readonly api: string;
  readonly web: string;
}

/** The REST endpoints that are here. Everything else answers 404. https://docs.github.com/en/rest */
export const routes: readonly Route[] = [
  route('GET', '/app', ({ caller }) => {
    if (caller.kind !== 'app')
      return { status: 401, body: { message: 'A JSON web token could not be decoded' } };
    return { body: { id: 1, slug: 'drawbridge', name: 'Drawbridge', owner: { login: 'local' } } };
  }),

  route('GET', '/repos/:owner/:name', (request, forge, links) =>
    withRepository(request, forge, (repository) => ({ body: repositoryBody(repository, links) })),
  ),

  route('GET', '/repos/:owner/:name/installation', (request, forge) =>
    withRepository(request, forge, () => ({ body: { id: 1, app_id: 1, app_slug: 'drawbridge' } })),
  ),

  route('GET', '/repos/:owner/:name/pulls/:number', (request, forge, links) => {
    const pull = pullOf(request, forge);
    return pull ? { body: pullBody(pull, links) } : notFound;
  }),

  route('GET', '/repos/:owner/:name/commits/:sha', (request, forge, links) =>
    withRepository(request, forge, async ({ git }) => {
      const sha = await git.resolve(request.params.sha ?? '');
      return sha ? { body: commitBody(await git.show(sha), links) } : notFound;
    }),
  ),

  route('GET', '/repos/:owner/:name/commits/:sha/pulls', (request, forge, links) => {
    const { sha } = request.params;
    const found = forge.pulls.filter((pull) => pull.repository === nameIn(request) && pull.head.sha === sha);
    return { body: found.toReversed().map((pull) => pullBody(pull, links)) };
  }),

  route('GET', '/repos/:owner/:name/compare/:range', (request, forge, links) =>
    withRepository(request, forge, async ({ git }) => {
      const [base = '', head = ''] = (request.params.range ?? '').split('...');
      if (!(await git.resolve(base)) || !(await git.resolve(head))) return notFound;
      const commits = await git.between(base, head);
      const bodies = commits.map((commit) => commitBody(commit, links));
      return {
        body: { status: 'ahead', ahead_by: commits.length, total_commits: commits.length, commits: bodies },
      };
    }),
  ),

  route('GET', '/repos/:owner/:name/issues/:number/comments', (request, forge, links) => {
    if (!pullOf(request, forge)) return notFound;
    const found = forge.comments.filter(
      (comment) => comment.repository === nameIn(request) && comment.number === Number(request.params.number),
    );
    return { body: found.map((comment) => commentBody(comment, forge, links)) };
  }),

  route('POST', '/repos/:owner/:name/issues/:number/comments', (request, forge, links) => {
    if (!pullOf(request, forge)) return notFound;
    const problem = bodyProblem(request);
    if (problem) return problem;
    const comment = forge.comment({
      repository: nameIn(request),
      number: Number(request.params.number),
      author: loginOf(request.caller, forge),
      body: String(request.body.body),
    });
    return { status: 201, body: commentBody(comment, forge, links) };
  }),

  route('GET', '/repos/:owner/:name/issues/comments/:id', (request, forge, links) => {
    const comment = commentOf(request, forge);
    return comment ? { body: commentBody(comment, forge, links) } : notFound;
  }),

  route('PATCH', '/repos/:owner/:name/issues/comments/:id', (request, forge, links) => {
    const problem = bodyProblem(request);
    if (problem) return problem;
    const comment = commentOf(request, forge);
    if (!comment) return notFound;
    if (comment.author !== loginOf(request.caller, forge)) return forbidden;
    return { body: commentBody(forge.editComment(comment.id, String(request.body.body))!, forge, links) };
  }),

  // Unlike editing, deleting takes no more than the permission to write: https://github.com/cline/cline/pull/12606
  route('DELETE', '/repos/:owner/:name/issues/comments/:id', (request, forge) => {
    const comment = commentOf(request, forge);
    if (!comment) return notFound;
    forge.deleteComment(comment.id);
    return { status: 204 };
  }),

  route('POST', '/repos/:owner/:name/issues/comments/:id/reactions', (request, forge) => {
    const comment = commentOf(request, forge);
    if (!comment) return notFound;
    const user = loginOf(request.caller, forge);
    const content = String(request.body.content);
    if (!reactions.has(content)) return { status: 422, body: { message: 'Validation Failed' } };
    forge.react(comment.id, { user, content });
    return {
      status: 201,
      body: { id: comment.id * 10 + [...reactions].indexOf(content), content, user: { login: user } },
    };
  }),

  route('GET', '/repos/:owner/:name/collaborators/:login/permission', (request, forge) =>
    withRepository(request, forge, (repository) => {
      const person = forge.people.get(request.params.login ?? '');
      if (!person) return notFound;
      const permission = repository.permissions.get(person.login) ?? 'read';
      return { body: { permission, role_name: permission, user: { login: person.login, id: person.id } } };
    }),
  ),

  route('GET', '/orgs/:org/teams/:team/memberships/:login', ({ params }, forge) => {
    const isMember = forge.teams.get(`${params.org}/${params.team}`)?.includes(params.login ?? '');
    return isMember ? { body: { state: 'active', role: 'member' } } : notFound;
  }),
];

export const notFound: ApiResponse = { status: 404, body: { message: 'Not Found' } };
const forbidden: ApiResponse = { status: 403, body: { message: 'Resource not accessible by integration' } };
const reactions = new Set(['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes']);
// https://github.com/orgs/community/discussions/27190
const longestComment = 65_536;

export function route(method: string, pathname: string, handle: Route['handle']): Route {
  return { method, pattern: new URLPattern({ pathname }), handle };
}

export function nameIn({ params }: ApiRequest): string {
  return `${params.owner}/${params.name}`;
}

function withRepository(
  request: ApiRequest,
  forge: Forge,
  work: (repository: Repository) => Promise<ApiResponse> | ApiResponse,
): Promise<ApiResponse> | ApiResponse {
  const repository = forge.repositories.get(nameIn(request));
  return repository ? work(repository) : notFound;
}

function pullOf(request: ApiRequest, forge: Forge): Pull | undefined {
  const number = Number(request.params.number);
  return forge.pulls.find((pull) => pull.repository === nameIn(request) && pull.number === number);
}

function commentOf(request: ApiRequest, forge: Forge): Comment | undefined {
  const id = Number(request.params.id);
  return forge.comments.find((comment) => comment.repository === nameIn(request) && comment.id === id);
}

function loginOf(caller: Caller, forge: Forge): string {
  return caller.kind === 'token' ? caller.login : forge.bot;
}

function bodyProblem(request: ApiRequest): ApiResponse | undefined {
  const { body } = request.body;
  if (typeof body === 'string' && body.trim() !== '' && body.length <= longestComment) return undefined;
  return {
    status: 422,
    body: { message: 'Validation Failed', errors: [{ resource: 'IssueComment', field: 'body' }] },
  };
}

export function repositoryBody({ id, fullName }: Repository, links: Links) {
  const [owner = '', name = ''] = fullName.split('/');
  return {
    id,
    name,
    full_name: fullName,
    private: true,
    owner: { login: owner, id: 1, type: 'Organization' },
    html_url: `${links.web}/${fullName}`,
    url: `${links.api}/repos/${fullName}`,
    default_branch: 'main',
  };
}

export function pullBody(pull: Pull, links: Links) {
  return {
    number: pull.number,
    title: pull.title,
    state: pull.state,
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: pull.mergedSha ?? null,
    user: { login: pull.author },
    head: { ref: pull.head.ref, sha: pull.head.sha, repo: { full_name: pull.repository } },
    base: { ref: pull.base.ref, repo: { full_name: pull.repository } },
    html_url: `${links.web}/${pull.repository}/pull/${pull.number}`,
  };
}

function commitBody(commit: Commit, links: Links) {
  return {
    sha: commit.sha,
    commit: { message: commit.message, author: { ...commit.author, date: commit.at } },
    author: null,
    html_url: `${links.web}/commit/${commit.sha}`,
  };
}

export function commentBody(comment: Comment, forge: Forge, links: Links) {
  const author = forge.person(comment.author);
  return {
    id: comment.id,
    body: comment.body,
    user: { login: author.login, id: author.id, type: author.type },
    author_association: author.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
    created_at: comment.at,
    updated_at: comment.at,
    html_url: `${links.web}/${comment.repository}/pull/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${links.api}/repos/${comment.repository}/issues/${comment.number}`,
  };
}
