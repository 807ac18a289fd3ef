import { createHash, randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import picomatch from 'picomatch';
import type { Buildspec } from '../../../../shared/spec/buildspec.ts';
import { type Place, walk } from './files.ts';

type CacheSpec = NonNullable<Buildspec['cache']>;

/** What a build caches, in a folder of its project's. */
export interface Cache {
  readonly spec: CacheSpec;
  /** Of this project. It need not be there. */
  readonly folder: string;
  /** The build's own home folder, which stands for `/root`. */
  readonly home: string;
  readonly place: Place;
}

/** A cache with a key is never changed; one without is made anew by each build. */
const keyless = 'default';

/** Puts back what an earlier build saved: under the key, or else under the newest that begins with a fallback key. */
export async function restoreCache(cache: Cache): Promise<void> {
  const { spec, place } = cache;
  if (spec.action === 'save') return;
  const found = await findSaved(cache);
  if (!found) return place.note('No cache was found for this build');
  for (const [name, folder] of roots(cache))
    if (await isFolder(join(found, name)))
      await cp(join(found, name), folder, { recursive: true, verbatimSymlinks: true });
  place.note(`The cache was restored: ${await readFile(join(found, 'key'), 'utf8')}`);
}

/** Saves what the paths name. Another build that saves at the same time does no harm: whoever is last wins. */
export async function saveCache(cache: Cache): Promise<void> {
  const { spec, folder, place } = cache;
  if (spec.action === 'restore') return;
  const key = spec.key === undefined ? keyless : await place.expand(spec.key);
  const saved = join(folder, nameOf(key));
  if (spec.key !== undefined && (await isFolder(saved)))
    return place.note(`The cache ${key} is there already and is not changed`);
  const making = `${saved}.${randomUUID()}`;
  const old = `${making}.old`;
  try {
    const count = await copyPaths(cache, making);
    await writeFile(join(making, 'key'), key);
    await rename(saved, old).catch(ignoreAbsent);
    await rename(making, saved);
    place.note(`The cache was saved: ${key}, ${count} file(s)`);
  } finally {
    for (const left of [making, old]) await rm(left, { recursive: true, force: true });
  }
}

async function copyPaths(cache: Cache, target: string): Promise<number> {
  await mkdir(target, { recursive: true });
  let count = 0;
  for (const path of cache.spec.paths) {
    const pattern = await cache.place.expand(path);
    const within = locate(cache, pattern);
    if (!within) {
      cache.place.note(`Only paths in the source and below /root are cached locally, not ${pattern}`);
      continue;
    }
    const matches = picomatch([within.pattern, `${within.pattern.replace(/\/(\*\*\/)?\*$/, '')}/**`], {
      dot: true,
    });
    for (const file of walk(within.folder).filter((each) => matches(each))) {
      const copy = join(target, within.name, file);
      await mkdir(dirname(copy), { recursive: true });
      await cp(join(within.folder, file), copy, { verbatimSymlinks: true });
      count++;
    }
  }
  return count;
}

/** The folder that a pattern is in, and the pattern within it. */
function locate(cache: Cache, pattern: string) {
  const plain = pattern.replace(/^~(?=\/|$)/, '/root').replace(/^\/root(?=\/|$)/, cache.home);
  for (const [name, folder] of roots(cache)) {
    const inside = isAbsolute(plain) ? relative(folder, plain) : relative('.', plain);
    if (!inside.startsWith('..') && !isAbsolute(inside)) return { name, folder, pattern: inside || '**' };
    if (!isAbsolute(plain)) return undefined;
  }
  return undefined;
}

function roots({ place, home }: Cache): readonly (readonly [name: string, folder: string])[] {
  return [
    ['source', place.source],
    ['home', home],
  ];
}

async function findSaved({ spec, folder, place }: Cache): Promise<string | undefined> {
  const key = spec.key === undefined ? keyless : await place.expand(spec.key);
  const exact = join(folder, nameOf(key));
  if (await isFolder(exact)) return exact;
  const saved = await savedCaches(folder);
  for (const fallback of spec['fallback-keys'] ?? []) {
    const prefix = await place.expand(fallback);
    const found = saved.find((each) => each.key.startsWith(prefix));
    if (found) return found.path;
  }
  return undefined;
}

/** The newest first. */
async function savedCaches(folder: string) {
  const names = await readdir(folder).catch(ignoreAbsent);
  const whole = (names ?? []).filter((name) => /^[0-9a-f]{64}$/.test(name));
  const saved = whole.map(async (name) => {
    const path = join(folder, name);
    const file = join(path, 'key');
    return { path, key: await readFile(file, 'utf8'), at: lstatSync(file).mtimeMs };
  });
  return (await Promise.all(saved)).sort((a, b) => b.at - a.at);
}

/** Keys may hold anything; a folder's name may not. */
function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(ignoreAbsent))?.isDirectory() ?? false;
}

function ignoreAbsent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
