import {
  type Dirent,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { messageOf, UserError } from '../errors.ts';
import { changed, isGone } from './changing.ts';
import { parseGitignore } from './gitignore.ts';

/** Something to package: a file, or a symbolic link, which is kept as a link and never followed. */
export type Entry = FileEntry | LinkEntry;

export interface FileEntry {
  readonly kind: 'file';
  /** Relative to the tree, with `/` between the parts. */
  readonly path: string;
  /** Where its bytes are. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Permission bits, such as 0o755. */
  readonly mode: number;
  /** When its bytes were last written, in ms. */
  readonly modified: number;
}

export interface LinkEntry {
  readonly kind: 'link';
  readonly path: string;
  readonly target: string;
}

export interface TreeOptions {
  /** Globs of what is taken; a folder's name takes all that is in it. Everything, when left out. */
  readonly include?: readonly string[];
  /** Globs of what is left out again. */
  readonly exclude?: readonly string[];
  /** Absolute paths of files that are never taken. */
  readonly never?: readonly string[];
  /** Whether what `.gitignore` files say is left out. */
  readonly gitignore?: boolean;
  /** Whether a symbolic link is an error. */
  readonly refuseLinks?: boolean;
}

/** The same as `walkTree`, all at once. */
export function listTree(root: string, options: TreeOptions = {}): Entry[] {
  return [...walkTree(root, options)];
}

/**
 * The files and links of a folder, in order of their paths, one after the other. A `.git` is never among them.
 * Folders are not listed by themselves: as in Git, an empty one is not kept.
 *
 * Synchronous on purpose: one lstat through a promise costs about ten times as much, and a tree has thousands.
 *
 * @throws UserError for a link that leaves the folder, and for what is neither file nor link.
 */
export function* walkTree(root: string, options: TreeOptions = {}): Generator<Entry> {
  const real = realFolder(root);
  const included = matcher(options.include?.length ? options.include : ['**']);
  const excluded = matcher(options.exclude ?? []);
  const never = new Set(options.never?.map((file) => relative(real, realIfThere(file)).split(sep).join('/')));

  function* visit(folder: string, ignores: Ignores): Generator<Entry> {
    const list = () => readdirSync(join(real, folder), { withFileTypes: true });
    const found = reading(folder || root, list);
    const hasRules = options.gitignore && found.some(({ name }) => name === '.gitignore');
    const here = hasRules ? ignoresBelow(real, folder, ignores) : ignores;
    for (const name of inOrder(found)) {
      const path = folder ? `${folder}/${name}` : name;
      if (name === '.git' || never.has(path) || excluded(path)) continue;
      const stats = reading(path, () => lstatSync(join(real, path)));
      if (here(path, stats.isDirectory())) continue;
      if (stats.isDirectory()) yield* visit(path, here);
      else if (included(path)) yield toEntry(real, path, stats, options);
    }
  }
  yield* visit('', () => false);
}

/** In the order of the paths below them: a folder `a` comes after `a-b`, since `a/` does. */
function inOrder(found: readonly Dirent[]): string[] {
  const places = found.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  return places.sort().map((place) => place.replace(/\/$/, ''));
}

type Ignores = (path: string, isFolder: boolean) => boolean;

/** The rules of a folder's own `.gitignore` come before those of the folders around it. */
function ignoresBelow(root: string, folder: string, around: Ignores): Ignores {
  const path = join(folder, '.gitignore');
  const own = parseGitignore(reading(path, () => readFileSync(join(root, path), 'utf8')));
  return (path, isFolder) =>
    own.ignores(folder ? path.slice(folder.length + 1) : path, isFolder) ?? around(path, isFolder);
}

function realFolder(root: string): string {
  try {
    if (lstatSync(realpathSync(root)).isDirectory()) return realpathSync(root);
  } catch (error) {
    throw new UserError(`The folder \`${root}\` cannot be read: ${messageOf(error)}.`, { cause: error });
  }
  throw new UserError(`\`${root}\` is not a folder.`);
}

/** A pattern means what it matches and everything below it. */
function matcher(patterns: readonly string[]): (path: string) => boolean {
  const all = patterns.flatMap((pattern) => {
    const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
    return [bare, `${bare}/**`];
  });
  return all.length > 0 ? picomatch(all, { dot: true }) : () => false;
}

/** What `read` finds at a path of the tree, where another process may be at work. */
function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const isUnnamed = path.includes('\uFFFD');
    if (isGone(error) && !isUnnamed) throw changed(path, error);
    const why = isUnnamed ? 'its name is not valid UTF-8' : messageOf(error);
    throw new UserError(`\`${path}\` cannot be packaged: ${why}.`, { cause: error });
  }
}

function toEntry(root: string, path: string, stats: Stats, { refuseLinks }: TreeOptions): Entry {
  const file = join(root, path);
  if (stats.isFile()) {
    const { size, mode, mtimeMs: modified } = stats;
    return { kind: 'file', path, file, size, mode: mode & 0o777, modified };
  }
  if (!stats.isSymbolicLink()) {
    throw new UserError(`\`${path}\` is neither a file nor a link; leave it out with \`exclude\`.`);
  }
  if (refuseLinks) {
    throw new UserError(`\`${path}\` is a symbolic link, which \`symlinks: refuse\` does not let pass.`);
  }
  const target = reading(path, () => readlinkSync(file));
  if (leaves(root, file, target)) {
    throw new UserError(
      `The link \`${path}\` leads out of the packaged folder, to \`${target}\`; leave it out with \`exclude\`.`,
    );
  }
  return { kind: 'link', path, target: target.split(sep).join('/') };
}

/**
 * Whether a link leads out of `root`. Step by step, since `a/..` is not where `a` lies when `a` is a link; an
 * absolute target is out, because it is another place on the machine that unpacks the artifact.
 */
function leaves(root: string, link: string, target: string): boolean {
  if (isAbsolute(target)) return true;
  let place = dirname(link);
  for (const part of target.split(sep)) {
    place = part === '..' ? dirname(place) : realIfThere(join(place, part));
    const inside = relative(root, place);
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return true;
  }
  return false;
}

function realIfThere(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // A dangling link is kept as it is.
  }
}
