import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type Aws, AwsError } from '../../define.ts';
import { isGitPath, plain, serveGit } from '../../git/http.ts';
import { type RefChange, Repository } from '../../git/repository.ts';
import { type Answer, readBody, splitUrl } from '../../protocol/answer.ts';
import type { ForgeEvent } from './forge-event.ts';

export interface Connection {
  readonly name: string;
  readonly arn: string;
  /** Such as `GitHub`. */
  readonly provider: string;
}

/** A push or a pull request, in a repository that is here. */
export interface GitEvent {
  /** `owner/name`. */
  readonly fullName: string;
  readonly repository: Repository;
  readonly what: ForgeEvent;
}

/**
 * Repositories behind connections: `/v1/connections/<owner>/<name>`, made by the first push. A POST to
 * `/v1/connections/events` takes the webhooks of a forge that keeps its repositories itself.
 */
export const connectedPath = '/v1/connections/';

/** GitHub caps the payload of a webhook at 25 MB: https://docs.github.com/webhooks/webhook-events-and-payloads */
const largestEvent = 25 * 1024 * 1024;

const namePattern = /^[\w-][\w.-]{0,99}\/[\w-][\w.-]{0,99}$/;

export class Connections {
  readonly aws: Aws;
  /** By ARN. */
  readonly connections = new Map<string, Connection>();
  readonly #repositories = new Map<string, Repository>();
  readonly #listeners = new Set<(event: GitEvent) => void>();

  constructor(aws: Aws) {
    this.aws = aws;
  }

  connect(name: string, provider: string): Connection {
    const { region, account } = this.aws;
    const arn = `arn:aws:codeconnections:${region}:${account}:connection/${this.aws.uuid()}`;
    const connection = { name, arn, provider };
    this.connections.set(arn, connection);
    return connection;
  }

  find(arn: string): Connection {
    const connection = this.connections.get(arn);
    if (!connection) throw new AwsError('ResourceNotFoundException', `There is no connection ${arn}`);
    return connection;
  }

  /** Uses a bare git repository that somebody else keeps, such as a local forge. */
  register(fullName: string, folder: string): void {
    this.#repositories.set(fullName.toLowerCase(), new Repository(folder));
  }

  /** The repository, if anything was pushed to it or it was registered. */
  repository(fullName: string): Repository | undefined {
    if (!namePattern.test(fullName)) return undefined;
    const known = this.#repositories.get(fullName.toLowerCase());
    if (known) return known;
    // One that an earlier server with the same --data made.
    const folder = this.#folderOf(fullName);
    if (!existsSync(folder)) return undefined;
    this.register(fullName, folder);
    return this.#repositories.get(fullName.toLowerCase());
  }

  /** Hears of pushes and pull requests; the returned function stops it. */
  onEvent(listener: (event: GitEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells what happened in a repository: `false` where that is not here. */
  tell(fullName: string, what: ForgeEvent): boolean {
    const repository = this.repository(fullName);
    if (!repository) return false;
    for (const listener of this.#listeners) listener({ fullName, repository, what });
    return true;
  }

  async answer(request: IncomingMessage): Promise<Answer> {
    const path = splitUrl(request).path.slice(connectedPath.length);
    if (path === 'events') return this.#answerEvent(request);
    const [, given = '', rest = ''] = /^([^/]+\/[^/]+?)(?:\.git)?(\/.*)$/.exec(path) ?? [];
    if (!namePattern.test(given) || !isGitPath(rest)) return plain(404, `There is no repository at ${path}.`);
    const isPush = request.url?.includes('git-receive-pack');
    const repository = this.repository(given) ?? (isPush ? await this.#create(given) : undefined);
    if (!repository) return plain(404, `Nothing was pushed to ${given} so far.`);
    const pushed = async (changes: RefChange[]) => {
      for (const change of changes) this.tell(given, { kind: 'push', ...change });
    };
    return serveGit(repository, request, { path: rest, pushed });
  }

  async #answerEvent(request: IncomingMessage): Promise<Answer> {
    if (request.method !== 'POST') return plain(405, 'Events are posted.');
    const name = String(request.headers['x-github-event'] ?? '');
    let body: Buffer;
    try {
      body = await readBody(request, largestEvent);
    } catch (error) {
      if (error instanceof AwsError) return plain(error.status, error.message);
      throw error;
    }
    const { readForgeEvent } = await import('./forge-event.ts');
    const event = readForgeEvent(name, body.toString());
    if (!event) return plain(400, `The event ${name} is not one of push and pull_request, or is malformed.`);
    if (!event.what) return plain(202, 'Nothing that pipelines listen to.');
    if (!this.tell(event.fullName, event.what))
      return plain(404, `The repository ${event.fullName} is not here.`);
    return plain(202, 'Taken.');
  }

  async #create(fullName: string): Promise<Repository> {
    const repository = await Repository.create(this.#folderOf(fullName));
    this.register(fullName, repository.folder);
    return repository;
  }

  #folderOf(fullName: string): string {
    const [owner = '', name = ''] = fullName.toLowerCase().split('/');
    return join(this.aws.data ?? this.aws.scratch, 'connections', owner, `${name}.git`);
  }
}
