import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Commit {
  readonly sha: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly at: string;
}

/** A bare git repository in a folder of its own, as a forge keeps it. */
export class GitRepository {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(folder: string): Promise<GitRepository> {
    await git(['init', '--quiet', '--bare', '--initial-branch=main', folder]);
    return new GitRepository(folder);
  }

  /** Commits what `edit` does to a checkout of the branch, pushes it, and returns the commit. */
  async commit(
    branch: string,
    change: { message: string; author: Commit['author']; edit: (folder: string) => Promise<void> },
  ): Promise<Commit> {
    const { message, author } = change;
    const checkout = await mkdtemp(`${this.folder}-work-`);
    try {
      await git(['clone', '--quiet', this.folder, checkout]);
      const exists = await this.resolve(branch);
      if (exists) await git(['checkout', '--quiet', branch], checkout);
      else await git(['checkout', '--quiet', '-b', branch], checkout);
      await change.edit(checkout);
      await git(['add', '--all'], checkout);
      const identity = ['-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`];
      await git([...identity, 'commit', '--quiet', '-m', message], checkout);
      await git(['push', '--quiet', 'origin', branch], checkout);
    } finally {
      await rm(checkout, { recursive: true, force: true });
    }
    return await this.show(branch);
  }

  /** Points `branch` at `to`, as a fast-forward merge does. */
  async move(branch: string, to: string): Promise<void> {
    await git(['update-ref', `refs/heads/${branch}`, to], this.folder);
  }

  /** The commit a branch or an id stands for, if it is here. */
  async resolve(ref: string): Promise<string | undefined> {
    try {
      return (await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], this.folder)).trim();
    } catch {
      return undefined;
    }
  }

  async show(ref: string): Promise<Commit> {
    const format = ['%H', '%an', '%ae', '%cI', '%B'].join('%x00');
    const output = await git(['show', '--no-patch', `--format=${format}`, ref], this.folder);
    const [sha = '', name = '', email = '', at = '', message = ''] = output.split('\0');
    return { sha, author: { name, email }, at, message: message.trim() };
  }

  /** Writes the tree of a commit into an existing empty folder, with its `.git`, as actions/checkout does. */
  async checkout(ref: string, folder: string): Promise<void> {
    const sha = await this.resolve(ref);
    if (!sha) throw new Error(`There is no commit ${ref}.`);
    await git(['clone', '--quiet', this.folder, folder]);
    await git(['checkout', '--quiet', '--detach', sha], folder);
  }

  /** The commits that `head` has and `base` has not, oldest first. */
  async between(base: string, head: string): Promise<Commit[]> {
    const ids = await git(['rev-list', '--reverse', `${base}..${head}`], this.folder);
    return await Promise.all(
      ids
        .split('\n')
        .filter(Boolean)
        .map((id) => this.show(id)),
    );
  }
}

/** Runs git without the machine's own configuration, so that it behaves the same everywhere. */
async function git(args: readonly string[], cwd?: string): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
  const { stdout } = await run('git', [...args], {
    ...(cwd ? { cwd } : {}),
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** A path for a repository below a folder: `owner/name` → `owner__name.git`. */
export function repositoryFolder(root: string, fullName: string): string {
  return join(root, `${fullName.replace('/', '__')}.git`);
}
