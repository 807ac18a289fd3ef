import { mkdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { ProjectSource } from '@aws-sdk/client-codebuild';
import { type Buildspec, parseBuildspec } from '../../../../shared/spec/buildspec.ts';
import { type Aws, AwsError } from '../../define.ts';
import { extractZip, ZipError } from '../../unzip.ts';
import s3 from '../s3/service.ts';
import { PhaseFailure } from './failure.ts';
import type { S3Object, SourceZip } from './model.ts';

/** The zip that a project's own source names; undefined for a project without source. */
export function sourceZip(source: ProjectSource, version: string | undefined): SourceZip | undefined {
  if (source.type === 'NO_SOURCE' || source.type === 'CODEPIPELINE') return undefined;
  if (source.type !== 'S3')
    throw new PhaseFailure(
      'CLIENT_ERROR',
      `a source of type ${source.type} is not run locally: use S3, CODECOMMIT or a pipeline`,
    );
  const [bucket = '', ...key] = (source.location ?? '').replace(/^arn:aws:s3:::/, '').split('/');
  return {
    identifier: source.sourceIdentifier ?? '',
    bucket,
    key: key.join('/'),
    ...(version && { versionId: version }),
  };
}

/** Extracts a source into a new folder; resolves with the revision that it stands for. */
export async function download(aws: Aws, zip: SourceZip, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  try {
    const store = aws.use(s3);
    const bytes = await store.read(zip);
    await extractZip(bytes, folder);
    return zip.revision ?? zip.versionId ?? store.head(zip).etag;
  } catch (error) {
    if (error instanceof AwsError)
      throw new PhaseFailure(
        'CLIENT_ERROR',
        `${error.code}: ${error.message} for primary source, ${arnOf(zip)}`,
      );
    if (error instanceof ZipError)
      throw new PhaseFailure('CLIENT_ERROR', `${error.message} It is ${arnOf(zip)}`);
    throw error;
  }
}

/**
 * The buildspec that a setting names: YAML itself, a path in the source, or the ARN of an object in S3. Nothing
 * is `buildspec.yml`.
 */
export async function readBuildspec(
  aws: Aws,
  setting: string | undefined,
  folder: string,
): Promise<Buildspec> {
  const { text, file } = await buildspecText(aws, setting || 'buildspec.yml', folder);
  const { spec, problems = [] } = parseBuildspec(text, file);
  if (spec) return spec;
  const sentences = problems.map(
    ({ place, message }) => `${place.file}:${place.line}:${place.column}: ${message}`,
  );
  throw new PhaseFailure('YAML_FILE_ERROR', sentences.join('\n'));
}

async function buildspecText(
  aws: Aws,
  setting: string,
  folder: string,
): Promise<{ text: string; file: string }> {
  if (/\n|^\s*[\w"']+\s*:\s|^\s*\{/.test(setting)) return { text: setting, file: 'buildspec' };
  const object = /^arn:aws:s3:::([^/]+)\/(.+)$/.exec(setting);
  if (object) {
    const bytes = await aws
      .use(s3)
      .read({ bucket: object[1]!, key: object[2]! })
      .catch((error) => {
        throw error instanceof AwsError ? missing() : error;
      });
    return { text: bytes.toString(), file: setting };
  }
  const path = posix.normalize(setting);
  if (path.startsWith('..') || posix.isAbsolute(path))
    throw new PhaseFailure('YAML_FILE_ERROR', `the buildspec must lie in the source, not at ${setting}`);
  const bytes = await readFile(join(folder, path)).catch((error) => {
    throw ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code) ? missing() : error;
  });
  return { text: bytes.toString(), file: path };
}

const missing = () => new PhaseFailure('YAML_FILE_ERROR', 'YAML file does not exist');
const arnOf = ({ bucket, key }: S3Object) => `arn:aws:s3:::${bucket}/${key}`;
