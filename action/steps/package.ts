import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { walkTree } from '../../shared/artifact/tree.ts';
import { refuseTooLarge } from '../../shared/artifact/upload.ts';
import { writeZip } from '../../shared/artifact/zip.ts';
import { messageOf, UserError } from '../../shared/errors.ts';
import type { Inputs } from '../inputs.ts';

/** Disposing of it removes what was made for it. */
export interface Artifact extends AsyncDisposable {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal SHA-256. */
  readonly hash: string;
  /** How many files were packaged; undefined for a file that was there already. */
  readonly entries?: number;
}

export interface PackagePlace {
  readonly workspace: string;
  readonly temp: string | undefined;
  readonly secretFiles: readonly string[];
  readonly signal: AbortSignal;
}

/** The artifact that the inputs ask for: a folder in a zip file, or a file that is there. */
export async function packageArtifact(inputs: Inputs, place: PackagePlace): Promise<Artifact> {
  if (inputs.artifact) return readyFile(resolve(place.workspace, inputs.artifact), inputs.artifact);
  const { path, include, exclude } = inputs;
  const folder = await mkdtemp(join(place.temp ?? tmpdir(), 'drawbridge-'));
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const entries = walkTree(resolve(place.workspace, path), {
      include,
      exclude,
      never: [...place.secretFiles, folder],
      gitignore: inputs.gitignore === 'true',
      refuseLinks: inputs.symlinks === 'refuse',
    });
    const zip = await writeZip(entries, join(folder, 'artifact.zip'), place.signal);
    if (zip.entries === 0) throw new UserError(empty(inputs));
    return { ...zip, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function readyFile(file: string, named: string): Promise<Artifact> {
  const stats = await stat(file).catch((error: unknown) => {
    throw new UserError(`The artifact \`${named}\` cannot be read: ${messageOf(error)}.`, { cause: error });
  });
  if (!stats.isFile())
    throw new UserError(`The artifact \`${named}\` is not a file; package a folder with \`path\`.`);
  if (stats.size === 0) throw new UserError(`The artifact \`${named}\` is empty.`);
  refuseTooLarge(stats.size);
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return { file, size: stats.size, hash: hash.digest('hex'), [Symbol.asyncDispose]: async () => {} };
}

function empty({ path, include, exclude }: Inputs): string {
  const globs = include || exclude ? ' that `include` and `exclude` leave' : '';
  return `There is nothing to package: the folder \`${path}\` has no files${globs}.`;
}
