import type { Comparison, GitHubPort, PullRequest } from '../../../bot/ports.ts';
import { type Heard, readable } from './readable.ts';

export class FakeGitHub implements GitHubPort {
  readonly comments: (Heard & { marker: string })[] = [];
  readonly reactions: string[] = [];
  readonly permissions = new Map<string, 'none' | 'read' | 'write' | 'admin'>();
  readonly teams = new Map<string, string[]>();
  readonly pullRequests = new Map<string, number[]>();

  async comment(at: Parameters<GitHubPort['comment']>[0]): Promise<number> {
    const where = `${at.repository}#${at.number}`;
    this.comments.push({ where, text: readable(at.body), marker: at.marker });
    return this.comments.length;
  }

  async editComment(at: Parameters<GitHubPort['editComment']>[0]): Promise<'updated' | 'gone'> {
    const comment = this.comments[at.comment - 1];
    if (!comment) return 'gone';
    comment.text = readable(at.body);
    return 'updated';
  }

  async findComment({ marker }: { marker: string }): Promise<number | undefined> {
    const index = this.comments.findIndex((comment) => comment.marker === marker);
    return index < 0 ? undefined : index + 1;
  }

  async dropTwins(): Promise<void> {}

  async react({ comment, reaction }: Parameters<GitHubPort['react']>[0]): Promise<void> {
    this.reactions.push(`${reaction} on ${comment}`);
  }

  /** `context state on commit: description`. */
  readonly statuses: string[] = [];
  readonly deployments: { run: string; environment: string; commit: string; states: string[] }[] = [];

  async setStatus(status: Parameters<GitHubPort['setStatus']>[0]): Promise<void> {
    const { context, state, commit, description } = status;
    this.statuses.push(`${context} ${state} on ${commit.slice(0, 7)}: ${description}`);
  }

  async findDeployment({ run }: { run: string }): Promise<number | undefined> {
    const index = this.deployments.findIndex((deployment) => deployment.run === run);
    return index < 0 ? undefined : index + 1;
  }

  async createDeployment(deployment: Parameters<GitHubPort['createDeployment']>[0]): Promise<number> {
    const { run, environment, commit } = deployment;
    return this.deployments.push({ run, environment, commit, states: [] });
  }

  async setDeploymentStatus(status: Parameters<GitHubPort['setDeploymentStatus']>[0]): Promise<void> {
    this.deployments[status.deployment - 1]?.states.push(status.state);
  }

  async permission({ user }: { user: string }): Promise<'none' | 'read' | 'write' | 'admin'> {
    return this.permissions.get(user) ?? 'none';
  }

  async isTeamMember({ org, team, user }: Parameters<GitHubPort['isTeamMember']>[0]): Promise<boolean> {
    return this.teams.get(`${org}/${team}`)?.includes(user) ?? false;
  }

  async pullRequestsOf({ commit }: { commit: string }): Promise<number[]> {
    return this.pullRequests.get(commit) ?? [];
  }

  /** `base...head` of commits, their first seven characters each. */
  readonly comparisons = new Map<string, Comparison>();
  readonly pulls = new Map<number, PullRequest>();
  /** Of a commit, or a ref. */
  readonly authors = new Map<string, string>();
  readonly refs = new Map<string, string>();
  readonly checksOf = new Map<string, 'green' | 'running' | 'red'>();
  /** What the comment says by now; undefined is as it was written, `gone` is deleted. */
  commentNow: string | undefined;
  written = '';

  async compare({ base, head }: Parameters<GitHubPort['compare']>[0]): Promise<Comparison | undefined> {
    return this.comparisons.get(`${base.slice(0, 7)}...${head.slice(0, 7)}`);
  }

  async commit({ ref }: { ref: string }) {
    const sha = /^[0-9a-f]{40}$/.test(ref) ? ref : this.refs.get(ref);
    const [author, email] = [this.authors.get(ref), this.commitEmails.get(ref)];
    return sha ? { sha, message: 'A change', ...(author && { author }), ...(email && { email }) } : undefined;
  }

  async pullRequest({ number }: { number: number }): Promise<PullRequest | undefined> {
    return this.pulls.get(number);
  }

  /** The addresses that users show, by login. */
  readonly emails = new Map<string, string>();
  /** What commits say of their authors. */
  readonly commitEmails = new Map<string, string>();

  async emailOf({ user }: { user: string }): Promise<string | undefined> {
    return this.emails.get(user);
  }

  async loginOf({ email }: { email: string }): Promise<string | undefined> {
    return [...this.emails].find(([, each]) => each === email)?.[0];
  }

  /** Files on the default branch, by path. */
  readonly files = new Map<string, string>();

  async file({ path }: { path: string }): Promise<string | undefined> {
    return this.files.get(path);
  }

  async commentText(): Promise<string | undefined> {
    return this.commentNow === 'gone' ? undefined : (this.commentNow ?? this.written);
  }

  async checks({ commit }: { commit: string }): Promise<'green' | 'running' | 'red' | 'none'> {
    return this.checksOf.get(commit) ?? 'none';
  }
}
