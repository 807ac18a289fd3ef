import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One entry of a zip or a tar. */
export interface ArchiveEntry {
  /** With `/` between folders; a folder's own name ends in `/`. */
  readonly name: string;
  /** Unix permission bits, or undefined where the archive does not say. */
  readonly mode: number | undefined;
  readonly kind: 'file' | 'folder' | 'link';
  readonly size: number;
  /** The content, checked where the archive has a checksum. A link's content is its target. */
  read(): Promise<Buffer>;
}

const mostBytes = 4 * 2 ** 30;

/**
 * Extracts into a folder that exists. A name that climbs out of the folder, or a link that leads out of it, is
 * refused before anything is written; `refuse` makes the error of what the archive holds. Returns the names of the
 * files.
 */
export async function extractEntries(
  all: readonly ArchiveEntry[],
  folder: string,
  refuse: (what: string) => Error,
): Promise<string[]> {
  const total = all.reduce((sum, entry) => sum + entry.size, 0);
  if (total > mostBytes) throw refuse('more than 4 GiB once it is extracted.');
  const links = new Map<ArchiveEntry, string>();
  for (const entry of all) {
    if (isOutside(entry.name)) throw refuse(`a name outside of its folder, ${JSON.stringify(entry.name)}.`);
    if (entry.kind !== 'link') continue;
    const target = (await entry.read()).toString();
    if (leadsOut(entry.name, target))
      throw refuse(`a link that leads out of its folder, ${JSON.stringify(entry.name)}.`);
    links.set(entry, target);
  }
  for (const { kind, name } of all)
    await mkdir(join(folder, kind === 'folder' ? name : dirname(name)), { recursive: true });
  const once = async (name: string, write: Promise<void>) => {
    await write.catch((error) => {
      if (error.code === 'EEXIST') throw refuse(`two entries named ${JSON.stringify(name)}.`);
      throw error;
    });
  };
  // No file overwrites another and links come last, so that nothing is ever written through a link.
  for (const entry of all.filter((e) => e.kind === 'file')) {
    const path = join(folder, entry.name);
    await once(entry.name, writeFile(path, await entry.read(), { flag: 'wx' }));
    if (entry.mode !== undefined) await chmod(path, entry.mode & 0o777);
  }
  for (const [entry, target] of links) await once(entry.name, symlink(target, join(folder, entry.name)));
  return all.filter((e) => e.kind !== 'folder').map((e) => e.name);
}

function isOutside(name: string): boolean {
  const parts = name.replaceAll('\\', '/').split('/');
  return (
    name === '' ||
    parts.includes('..') ||
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(name) ||
    name.includes('\0')
  );
}

/** `..` is taken only at the front, where it climbs real folders: after the name of another link it could lead out. */
function leadsOut(name: string, target: string): boolean {
  const parts = target.split('/');
  const up = parts.findIndex((part) => part !== '..');
  const climbs = up < 0 ? parts.length : up;
  return (
    target === '' ||
    /[\\:\0]/.test(target) ||
    target.startsWith('/') ||
    parts.slice(climbs).includes('..') ||
    climbs > name.split('/').length - 1
  );
}
