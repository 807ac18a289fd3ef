import { createHash } from 'node:crypto';
import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { BuildArtifacts, ProjectArtifacts } from '@aws-sdk/client-codebuild';
import type { Entry } from '../../../../shared/artifact/tree.ts';
import { writeZip } from '../../../../shared/artifact/zip.ts';
import { UserError } from '../../../../shared/errors.ts';
import type { ArtifactsSpec, Buildspec } from '../../../../shared/spec/buildspec.ts';
import { type Aws, AwsError } from '../../define.ts';
import s3 from '../s3/service.ts';
import { PhaseFailure } from './failure.ts';
import { type Place, selectFiles } from './files.ts';
import type { ArtifactZip } from './model.ts';

/** One artifact to make: what goes in, and where it goes. */
export interface Output extends ArtifactZip {
  readonly spec: ArtifactsSpec;
  /** Whether files are stored one by one below the key, as a project of packaging NONE wants. */
  readonly loose: boolean;
}

/** What a pipeline's build puts out, each output with its section of the buildspec. */
export function pipelineOutputs(spec: Buildspec['artifacts'], wanted: readonly ArtifactZip[]): Output[] {
  return wanted.map((zip) => {
    const own =
      spec?.['secondary-artifacts']?.[zip.identifier] ??
      (wanted.length === 1 && spec?.files ? spec : undefined);
    if (!own)
      throw new PhaseFailure('CLIENT_ERROR', `no definition for artifact ${zip.identifier} in buildspec`);
    return { ...zip, spec: own, loose: false };
  });
}

/** What a project's own artifacts put out. `key` names the object. */
export function projectOutputs(
  spec: Buildspec['artifacts'],
  artifacts: readonly ProjectArtifacts[],
  names: { readonly project: string; readonly buildId: string; readonly specName: string | undefined },
): Output[] {
  return artifacts
    .filter((artifact) => artifact.type === 'S3')
    .flatMap((artifact) => {
      const { artifactIdentifier: identifier = '' } = artifact;
      const own = identifier ? spec?.['secondary-artifacts']?.[identifier] : spec?.files && spec;
      if (!own && identifier)
        throw new PhaseFailure('CLIENT_ERROR', `no definition for artifact ${identifier} in buildspec`);
      if (!own) return [];
      const name = (artifact.overrideArtifactName && names.specName) || artifact.name || names.project;
      const space = artifact.namespaceType === 'BUILD_ID' ? names.buildId : undefined;
      const key = [artifact.path, space, name]
        .filter((part) => part && part !== '/')
        .join('/')
        .replaceAll(/\/+/g, '/');
      return [
        { identifier, bucket: artifact.location ?? '', key, spec: own, loose: artifact.packaging !== 'ZIP' },
      ];
    });
}

export interface ArtifactPlace extends Place {
  /** A file to write the zip to. */
  readonly zip: string;
}

/** Gathers the files and stores them. */
export async function storeArtifact(aws: Aws, output: Output, place: ArtifactPlace): Promise<BuildArtifacts> {
  const entries = await select(output.spec, place);
  const location = `arn:aws:s3:::${output.bucket}/${output.key}`;
  const identifier = output.identifier && { artifactIdentifier: output.identifier };
  const store = aws.use(s3);
  try {
    if (output.loose) {
      for (const entry of entries)
        if (entry.kind === 'file')
          await store.put({
            bucket: output.bucket,
            key: `${output.key}/${entry.path}`,
            body: await readFile(entry.file),
          });
      return { location, ...identifier };
    }
    await writeZip(entries, place.zip);
    const body = await readFile(place.zip);
    await store.put({ bucket: output.bucket, key: output.key, body, contentType: 'application/zip' });
    const sum = (algorithm: string) => createHash(algorithm).update(body).digest('hex');
    return { location, sha256sum: sum('sha256'), md5sum: sum('md5'), ...identifier };
  } catch (error) {
    if (error instanceof AwsError)
      throw new PhaseFailure('CLIENT_ERROR', `${error.code}: ${error.message}, ${location}`);
    if (error instanceof UserError) throw new PhaseFailure('CLIENT_ERROR', error.message);
    throw error;
  }
}

/** The files that a section names, in the order of their paths in the artifact. */
async function select(spec: ArtifactsSpec, place: Place): Promise<Entry[]> {
  const { base, paths } = await selectFiles(spec, place);
  place.note(`Found ${paths.length} file(s)`);
  if (paths.length === 0) throw new PhaseFailure('CLIENT_ERROR', 'no matching artifact paths found');
  const real = realpathSync(base);
  const keepLinks = spec['enable-symlinks'] ?? false;
  const entries = new Map<string, Entry>();
  for (const path of paths) {
    const entry = toEntry(real, path, keepLinks);
    const name = spec['discard-paths'] ? path.slice(path.lastIndexOf('/') + 1) : path;
    if (entry) entries.set(name, { ...entry, path: name });
  }
  return [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A link is followed, or kept when the buildspec says so; one that leads out of the base directory is refused. */
function toEntry(base: string, path: string, keepLinks: boolean): Entry | undefined {
  const file = join(base, path);
  if (lstatSync(file).isSymbolicLink()) {
    const target = real(file);
    const inside = target === undefined ? undefined : relative(base, target);
    if (inside === undefined || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
      throw new PhaseFailure(
        'CLIENT_ERROR',
        `the link ${path} leads out of the artifact's base directory, or nowhere`,
      );
    if (keepLinks) return { kind: 'link', path, target: readlinkSync(file).split(sep).join('/') };
  }
  const stats = statSync(file);
  return stats.isFile()
    ? { kind: 'file', path, file, size: stats.size, mode: stats.mode & 0o777, modified: stats.mtimeMs }
    : undefined;
}

function real(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
