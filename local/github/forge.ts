import type { Clock } from '../../shared/clock.ts';
import { GitRepository, repositoryFolder } from './git.ts';

/** A local GitHub: repositories, people, pull requests and what was said on them. No wire in here. */
export interface Person {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot';
}

export interface Repository {
  readonly id: number;
  /** `owner/name`. */
  readonly fullName: string;
  readonly git: GitRepository;
  /** Login → permission; whoever is not in it may only read. */
  readonly permissions: ReadonlyMap<string, Permission>;
}

export type Permission = 'admin' | 'write' | 'read' | 'none';

export interface Pull {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
  readonly state: 'open' | 'closed';
  readonly mergedSha?: string;
  readonly mergedAt?: string;
}

export interface Comment {
  readonly id: number;
  readonly repository: string;
  readonly number: number;
  readonly author: string;
  readonly body: string;
  readonly edits: number;
  readonly at: string;
  readonly reactions: readonly { readonly user: string; readonly content: string }[];
}

export interface Deployment {
  readonly id: number;
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly statuses: readonly DeploymentStatus[];
}

export interface CommitStatus {
  readonly state: string;
  readonly context: string;
  readonly description: unknown;
  readonly target_url: unknown;
}

export interface DeploymentStatus {
  readonly state: string;
  readonly description?: unknown;
  readonly log_url?: unknown;
  readonly environment_url?: unknown;
}

export class Forge {
  readonly repositories = new Map<string, Repository>();
  readonly pulls: Pull[] = [];
  readonly comments: Comment[] = [];
  readonly deployments: Deployment[] = [];
  readonly people = new Map<string, Person>();
  /** `org/slug` → logins. */
  readonly teams = new Map<string, readonly string[]>();
  readonly bot = 'drawbridge[bot]';
  /** `owner/name@sha` → what each context says last. */
  readonly #statuses = new Map<string, Map<string, CommitStatus>>();
  readonly #root: string;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #lastId = 1000;

  /** Keeps its git repositories below `root`. */
  constructor(root: string, clock: Clock) {
    this.#root = root;
    this.#clock = clock;
    this.person(this.bot, 'Bot');
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  person(login: string, type: Person['type'] = 'User'): Person {
    const known = this.people.get(login);
    if (known) return known;
    const person: Person = { login, id: this.#nextId(), type };
    this.people.set(login, person);
    return person;
  }

  async createRepository(
    fullName: string,
    permissions: Readonly<Record<string, Permission>>,
  ): Promise<Repository> {
    const git = await GitRepository.create(repositoryFolder(this.#root, fullName));
    const repository = {
      id: this.#nextId(),
      fullName,
      git,
      permissions: new Map(Object.entries(permissions)),
    };
    for (const login of repository.permissions.keys()) this.person(login);
    this.repositories.set(fullName, repository);
    return repository;
  }

  async openPull(pull: {
    repository: string;
    title: string;
    author: string;
    head: string;
    base: string;
  }): Promise<Pull> {
    const repository = this.repositories.get(pull.repository);
    const sha = await repository?.git.resolve(pull.head);
    if (!sha) throw new Error(`${pull.repository} has no branch ${pull.head}.`);
    const opened: Pull = {
      repository: pull.repository,
      number: this.pulls.filter((p) => p.repository === pull.repository).length + 1,
      title: pull.title,
      author: pull.author,
      head: { ref: pull.head, sha },
      base: { ref: pull.base },
      state: 'open',
    };
    this.pulls.push(opened);
    this.#changed();
    return opened;
  }

  /** Merges by fast-forward, so that the head commit itself lands on the base branch. */
  async mergePull(pull: Pull): Promise<Pull> {
    await this.repositories.get(pull.repository)!.git.move(pull.base.ref, pull.head.sha);
    const merged: Pull = { ...pull, state: 'closed', mergedSha: pull.head.sha, mergedAt: this.#at() };
    this.pulls[this.pulls.indexOf(pull)] = merged;
    this.#changed();
    return merged;
  }

  comment(comment: Pick<Comment, 'repository' | 'number' | 'author' | 'body'>): Comment {
    const posted: Comment = { ...comment, id: this.#nextId(), edits: 0, at: this.#at(), reactions: [] };
    this.comments.push(posted);
    this.#changed();
    return posted;
  }

  editComment(id: number, body: string): Comment | undefined {
    return this.#replace(id, (before) => ({ ...before, body, edits: before.edits + 1 }));
  }

  deleteComment(id: number): void {
    const index = this.comments.findIndex((comment) => comment.id === id);
    if (index >= 0) this.comments.splice(index, 1);
    this.#changed();
  }

  react(id: number, reaction: { user: string; content: string }): Comment | undefined {
    return this.#replace(id, (before) => {
      const already = before.reactions.some(
        (r) => r.user === reaction.user && r.content === reaction.content,
      );
      return already ? before : { ...before, reactions: [...before.reactions, reaction] };
    });
  }

  setStatus(at: { repository: string; sha: string }, status: CommitStatus): CommitStatus & { id: number } {
    const key = `${at.repository}@${at.sha}`;
    const known = this.#statuses.get(key) ?? new Map<string, CommitStatus>();
    this.#statuses.set(key, known.set(status.context, status));
    this.#changed();
    return { ...status, id: this.#nextId() };
  }

  statusesOf(at: { repository: string; sha: string }): CommitStatus[] {
    return [...(this.#statuses.get(`${at.repository}@${at.sha}`)?.values() ?? [])];
  }

  deploy(deployment: Omit<Deployment, 'id' | 'statuses'>): Deployment {
    const created: Deployment = { ...deployment, id: this.#nextId(), statuses: [] };
    this.deployments.push(created);
    this.#changed();
    return created;
  }

  /** A success makes the environment's earlier ones inactive: https://docs.github.com/en/rest/deployments/deployments#inactive-deployments */
  deploymentStatus(deployment: Deployment, status: DeploymentStatus): DeploymentStatus & { id: number } {
    const { repository, environment } = deployment;
    for (const [index, one] of this.deployments.entries()) {
      const isEarlier =
        one.repository === repository && one.environment === environment && one.id < deployment.id;
      if (one.id === deployment.id) {
        this.deployments[index] = { ...one, statuses: [...one.statuses, status] };
      } else if (status.state === 'success' && isEarlier && one.statuses.at(-1)?.state === 'success') {
        this.deployments[index] = { ...one, statuses: [...one.statuses, { state: 'inactive' }] };
      }
    }
    this.#changed();
    return { ...status, id: this.#nextId() };
  }

  #replace(id: number, change: (before: Comment) => Comment): Comment | undefined {
    const index = this.comments.findIndex((comment) => comment.id === id);
    const before = this.comments[index];
    if (!before) return undefined;
    const after = change(before);
    this.comments[index] = after;
    this.#changed();
    return after;
  }

  #at(): string {
    return new Date(this.#clock.now()).toISOString();
  }

  #nextId(): number {
    this.#lastId++;
    return this.#lastId;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
