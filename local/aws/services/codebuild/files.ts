import { type Dirent, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { PhaseFailure } from './failure.ts';

/** Where a build works. */
export interface Place {
  /** The folder of the source, where a relative path starts. */
  readonly source: string;
  readonly note: (line: string) => void;
  /** Expands `$VARIABLES` as the build's own shell does. */
  readonly expand: (text: string) => Promise<string>;
}

interface Selection {
  readonly files?: readonly string[] | undefined;
  readonly 'base-directory'?: string | undefined;
  readonly 'exclude-paths'?: readonly string[] | undefined;
}

/** The base directory of a section and the paths below it that the section names. Links are not followed. */
export async function selectFiles(
  spec: Selection,
  place: Place,
): Promise<{ base: string; paths: readonly string[] }> {
  const base = resolve(place.source, await place.expand(spec['base-directory'] ?? '.'));
  place.note(`Expanding base directory path: ${spec['base-directory'] ?? '.'}`);
  if (!statSync(base, { throwIfNoEntry: false })?.isDirectory())
    throw new PhaseFailure(
      'CLIENT_ERROR',
      `no matching base directory path found for ${spec['base-directory']}`,
    );
  const globs = async (patterns: readonly string[]) =>
    Promise.all(patterns.map(async (pattern) => toGlob(await place.expand(pattern), base)));
  const wanted = picomatch(await globs(spec.files ?? []), { dot: true });
  const unwanted = picomatch(await globs(spec['exclude-paths'] ?? []), { dot: true });
  return { base, paths: walk(base).filter((path) => wanted(path) && !unwanted(path)) };
}

/** A path below the base, as a pattern: `./dist/*` and an absolute path to it mean the same. */
function toGlob(pattern: string, base: string): string {
  const inside = isAbsolute(pattern) ? relative(base, pattern).split(sep).join('/') : pattern;
  return inside.replace(/^(\.\/)+/, '');
}

/** Every file and link below a folder. */
export function walk(base: string): string[] {
  const paths: string[] = [];
  const visit = (folder: string) => {
    for (const item of readdirSync(join(base, folder), { withFileTypes: true }) as Dirent[]) {
      const path = folder ? `${folder}/${item.name}` : item.name;
      if (item.isDirectory()) visit(path);
      else if (item.isFile() || item.isSymbolicLink()) paths.push(path);
    }
  };
  visit('');
  return paths;
}
