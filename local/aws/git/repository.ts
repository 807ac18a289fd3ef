import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { git } from './run.ts';

export interface Commit {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
}

interface Signature {
  readonly name: string;
  readonly email: string;
  /** Such as `2026-01-02T03:04:05Z`. */
  readonly date: string;
  /** Git's own form of it: seconds and time zone. */
  readonly raw: string;
}

/** A branch or tag that a push made, moved or removed: a side is undefined where the ref was not there. */
export interface RefChange {
  /** Such as `refs/heads/main`. */
  readonly ref: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A bare git repository. */
export class Repository {
  readonly folder: string;

  /** The repository in a folder that somebody else keeps. */
  constructor(folder: string) {
    this.folder = folder;
  }

  static async create(folder: string): Promise<Repository> {
    await mkdir(folder, { recursive: true });
    // Without a template there are no hooks.
    await git(folder, ['init', '--quiet', '--bare', '--template=', '--initial-branch=main']);
    return new Repository(folder);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The commit of each branch and tag, by full name. */
  async refs(): Promise<Map<string, string>> {
    const format = '%(refname)%00%(objectname)%00%(*objectname)';
    const lines = await git(this.folder, [
      'for-each-ref',
      `--format=${format}`,
      'refs/heads',
      'refs/tags',
      'refs/pull',
    ]);
    return new Map(
      lines
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const [ref = '', object = '', peeled = ''] = line.split('\0');
          return [ref, peeled || object];
        }),
    );
  }

  /** The commit that a branch's or tag's full name, or an id, stands for. */
  async resolve(name: string): Promise<string | undefined> {
    // A name that begins with a dash would be an option.
    if (!/^(refs\/|[0-9a-f]{7,64}$)/.test(name)) return undefined;
    try {
      return (await git(this.folder, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`])).trim();
    } catch {
      return undefined;
    }
  }

  async commit(id: string): Promise<Commit> {
    const format = '%H %T %P%x00%an%x00%ae%x00%aI%x00%ad%x00%cn%x00%ce%x00%cI%x00%cd%x00%B';
    const printed = await git(this.folder, [
      'show',
      '--no-patch',
      '--date=raw',
      `--format=${format}`,
      `${id}^{commit}`,
    ]);
    const [ids = '', ...fields] = printed.split('\0');
    const [hash = '', tree = '', ...parents] = ids.split(' ').filter(Boolean);
    const signature = (at: number): Signature => {
      const [name = '', email = '', date = '', raw = ''] = fields.slice(at, at + 4);
      return { name, email, date: new Date(date).toISOString().replace('.000', ''), raw };
    };
    const message = fields.slice(8).join('\0').trim();
    return { id: hash, tree, parents, message, author: signature(0), committer: signature(4) };
  }

  /** The paths that differ between two commits; all of the second where there is no first. */
  async changedFiles(before: string | undefined, after: string): Promise<string[]> {
    const args = before
      ? ['diff', '--name-only', '--no-renames', '-z', before, after]
      : ['ls-tree', '-r', '--name-only', '-z', after];
    return (await git(this.folder, args)).split('\0').filter(Boolean);
  }

  /** Where two commits parted, if they have anything in common. */
  async mergeBase(a: string, b: string): Promise<string | undefined> {
    return await git(this.folder, ['merge-base', a, b]).then(
      (id) => id.trim(),
      () => undefined,
    );
  }

  /** The tree of a commit as a zip file, made in the folder `scratch`. */
  async zip(id: string, scratch: string): Promise<Readable> {
    const file = join(scratch, `${id}-${crypto.randomUUID()}.zip`);
    await git(this.folder, ['archive', '--format=zip', `--output=${file}`, id]);
    const stream = createReadStream(file);
    stream.once('close', () => void rm(file, { force: true }));
    return stream;
  }

  /** What a push did, by the refs before and after it. */
  async changesOf(push: () => Promise<void>): Promise<RefChange[]> {
    const before = await this.refs();
    await push();
    const after = await this.refs();
    return [...new Set([...before.keys(), ...after.keys()])]
      .map((ref) => ({ ref, before: before.get(ref), after: after.get(ref) }))
      .filter((change) => change.before !== change.after);
  }
}
