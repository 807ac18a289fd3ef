import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type Aws, AwsError } from '../../define.ts';
import { isGitPath, plain, serveGit } from '../../git/http.ts';
import { type RefChange, Repository } from '../../git/repository.ts';
import { type Answer, splitUrl } from '../../protocol/answer.ts';

export interface CodeCommitRepository {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly git: Repository;
  /** Epoch milliseconds. */
  readonly created: number;
  modified: number;
  defaultBranch: string | undefined;
}

/** Where git finds repositories, as the path of CodeCommit's own clone URLs. */
export const clonePath = '/v1/repos/';

type Listener = (repository: CodeCommitRepository, change: RefChange) => void;

/** CodeCommit's repositories: bare git repositories in folders of this server's own. */
export class Repositories {
  readonly aws: Aws;
  readonly all = new Map<string, CodeCommitRepository>();
  readonly #listeners = new Set<Listener>();

  constructor(aws: Aws) {
    this.aws = aws;
  }

  async create(name: string, description?: string): Promise<CodeCommitRepository> {
    // https://docs.aws.amazon.com/codecommit/latest/userguide/limits.html
    if (!/^[\w.-]{1,100}$/.test(name) || name.endsWith('.git') || /^\.+$/.test(name))
      throw new AwsError(
        'InvalidRepositoryNameException',
        'A repository name has 1 to 100 letters, digits, dots, dashes and underscores, and does not end in .git',
      );
    if (this.all.has(name))
      throw new AwsError('RepositoryNameExistsException', `Repository named ${name} already exists`);
    const id = this.aws.uuid();
    const now = this.aws.clock.now();
    const folder = this.folderOf(id);
    const repository: CodeCommitRepository = {
      id,
      name,
      description,
      git: new Repository(folder),
      created: now,
      modified: now,
      defaultBranch: undefined,
    };
    // Taken before the folder is made, so that the name cannot be taken twice meanwhile.
    this.all.set(name, repository);
    try {
      await Repository.create(folder);
    } catch (error) {
      this.all.delete(name);
      throw error;
    }
    return repository;
  }

  folderOf(id: string): string {
    return join(this.aws.data ?? this.aws.scratch, 'codecommit', `${id}.git`);
  }

  find(name: string | undefined): CodeCommitRepository {
    if (!name) throw new AwsError('RepositoryNameRequiredException', 'A repository name is required');
    const repository = this.all.get(name);
    if (!repository) throw new AwsError('RepositoryDoesNotExistException', `${name} does not exist`);
    return repository;
  }

  /** Hears every branch and tag that a push changes; the returned function stops it. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Serves clones and pushes over HTTP. */
  async answer(request: IncomingMessage): Promise<Answer> {
    const { path } = splitUrl(request);
    const [, name = '', rest = ''] = /^([^/]+)(\/.*)$/.exec(path.slice(clonePath.length)) ?? [];
    const repository = this.all.get(name.replace(/\.git$/, ''));
    if (!repository || !isGitPath(rest)) return plain(404, `There is no repository at ${path}.`);
    const pushed = async (changes: RefChange[]) => {
      for (const change of changes) this.#changed(repository, change);
    };
    return serveGit(repository.git, request, { path: rest, pushed });
  }

  #changed(repository: CodeCommitRepository, change: RefChange): void {
    repository.modified = this.aws.clock.now();
    const branch = /^refs\/heads\/(.+)$/.exec(change.ref)?.[1];
    // The first branch that is pushed is the default one.
    if (branch && change.after) repository.defaultBranch ??= branch;
    this.#emit(repository, change);
    for (const listener of this.#listeners) listener(repository, change);
  }

  /** https://docs.aws.amazon.com/codecommit/latest/userguide/monitoring-events.html */
  #emit({ id, name }: CodeCommitRepository, { ref, before, after }: RefChange): void {
    const kind = { heads: 'branch', tags: 'tag' }[ref.split('/')[1] ?? ''];
    if (!kind) return;
    const { region, account } = this.aws;
    this.aws.emit({
      source: 'aws.codecommit',
      detailType: 'CodeCommit Repository State Change',
      resources: [this.arnOf(name)],
      detail: {
        event: !before ? 'referenceCreated' : after ? 'referenceUpdated' : 'referenceDeleted',
        repositoryName: name,
        repositoryId: id,
        referenceType: kind,
        referenceName: ref.split('/').slice(2).join('/'),
        referenceFullName: ref,
        ...(after && { commitId: after }),
        ...(before && { oldCommitId: before }),
        callerUserArn: `arn:aws:iam::${account}:user/local`,
        awsRegion: region,
      },
    });
  }

  arnOf(name: string): string {
    return `arn:aws:codecommit:${this.aws.region}:${this.aws.account}:${name}`;
  }
}
