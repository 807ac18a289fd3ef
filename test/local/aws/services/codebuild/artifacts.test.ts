import type { Project } from '@aws-sdk/client-codebuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import codebuild from '../../../../../local/aws/services/codebuild/service.ts';
import s3 from '../../../../../local/aws/services/s3/service.ts';
import type { World } from '../../../../../local/aws/world.ts';
import { createTestWorld, failureOf, phasesOf, printed, run, unzipped, zipOf } from './harness.ts';

let aws: World;
beforeEach(async () => {
  aws = await createTestWorld();
});
afterEach(() => aws.close());

const out = { identifier: 'Built', bucket: 'bucket', key: 'out.zip' };
const made =
  'mkdir -p dist/js && echo 1 > dist/a.txt && echo 2 > dist/js/b.js && echo 3 > dist/js/b.js.map && echo 4 > dist/.hidden';
const spec = (artifacts: object | undefined, command = made) =>
  JSON.stringify({
    version: 0.2,
    phases: { build: { commands: [command] } },
    ...(artifacts && { artifacts }),
  });

describe('the artifacts of a build', () => {
  it.each([
    [{ files: ['**/*'], 'base-directory': 'dist' }, ['.hidden', 'a.txt', 'js/b.js', 'js/b.js.map']],
    [{ files: ['dist/*'] }, ['dist/.hidden', 'dist/a.txt']],
    [{ files: ['**/*'], 'base-directory': '$CODEBUILD_SRC_DIR/dist/js' }, ['b.js', 'b.js.map']],
    [{ files: ['./dist/a.txt', '$CODEBUILD_SRC_DIR/dist/js/b.js'] }, ['dist/a.txt', 'dist/js/b.js']],
    [{ files: ['**/*'], 'exclude-paths': ['**/*.map', 'dist/.*'] }, ['dist/a.txt', 'dist/js/b.js']],
    [{ files: ['**/*.js', '**/*.txt'], 'discard-paths': 'yes' }, ['a.txt', 'b.js']],
  ])('%j hold what they name', async (artifacts, names) => {
    const build = await run(aws, spec(artifacts), { artifacts: [out] });
    expect(failureOf(build)).toBeUndefined();
    expect(Object.keys(await unzipped(aws, 'out.zip'))).toEqual(names);
    expect(build.artifacts).toMatchObject({
      location: 'arn:aws:s3:::bucket/out.zip',
      sha256sum: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it.each([
    [{ files: ['*.jar'] }, made, 'no matching artifact paths found'],
    [{ files: ['**/*'], 'base-directory': 'none' }, made, 'no matching base directory path found for none'],
    [undefined, made, 'no definition for artifact Built in buildspec'],
    [
      { files: ['**/*'] },
      'ln -s /etc/passwd leak',
      "the link leak leads out of the artifact's base directory, or nowhere",
    ],
    [
      { files: ['**/*'], 'enable-symlinks': 'yes' },
      'ln -s ../../.. leak',
      "the link leak leads out of the artifact's base directory, or nowhere",
    ],
    [
      { files: ['**/*'] },
      'ln -s gone leak',
      "the link leak leads out of the artifact's base directory, or nowhere",
    ],
  ])('%j after %j fail the build', async (artifacts, command, message) => {
    const build = await run(aws, spec(artifacts, command), { artifacts: [out] });
    expect(build.buildStatus).toBe('FAILED');
    expect(phasesOf(build)).toContain('UPLOAD_ARTIFACTS FAILED');
    expect(failureOf(build)).toEqual({ statusCode: 'CLIENT_ERROR', message });
    expect(() => aws.use(s3).head({ bucket: 'bucket', key: 'out.zip' })).toThrow();
  });

  it('follow links inside, or keep them where the buildspec says so', async () => {
    const command = 'echo 1 > a; ln -s a b';
    await run(aws, spec({ files: ['**/*'] }, command), { artifacts: [out] });
    expect(await unzipped(aws, 'out.zip')).toEqual({ a: '1\n', b: '1\n' });
    await run(aws, spec({ files: ['**/*'], 'enable-symlinks': 'yes' }, command), { artifacts: [out] });
    expect(await unzipped(aws, 'out.zip')).toEqual({ a: '1\n', b: 'a' });
  });

  it('go to the output of their name when a pipeline wants several', async () => {
    const artifacts = {
      'secondary-artifacts': { App: { files: ['dist/*'] }, Maps: { files: ['**/*.map'] } },
    };
    const outputs = ['App', 'Maps'].map((identifier) => ({
      identifier,
      bucket: 'bucket',
      key: `${identifier}.zip`,
    }));
    const build = await run(aws, spec(artifacts), { artifacts: outputs });
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(Object.keys(await unzipped(aws, 'App.zip'))).toEqual(['dist/.hidden', 'dist/a.txt']);
    expect(Object.keys(await unzipped(aws, 'Maps.zip'))).toEqual(['dist/js/b.js.map']);
    expect(build.secondaryArtifacts).toMatchObject([{ artifactIdentifier: 'Maps' }]);
    const third = await run(aws, spec(artifacts), {
      artifacts: [...outputs, { ...out, identifier: 'Other' }],
    });
    expect(failureOf(third)?.message).toBe('no definition for artifact Other in buildspec');
  });

  it('go where a project of its own says', async () => {
    const project = (artifacts: Project['artifacts']): Project => ({
      name: 'demo',
      source: { type: 'NO_SOURCE' },
      artifacts,
    });
    const buildspec = spec({ files: ['dist/*.txt'], name: 'site-$(echo 1)$((1 + 1))' });
    const zip = project({
      type: 'S3',
      location: 'bucket',
      path: 'builds',
      name: 'app.zip',
      packaging: 'ZIP',
    });
    await run(aws, buildspec, { project: zip });
    expect(await unzipped(aws, 'builds/app.zip')).toEqual({ 'dist/a.txt': '1\n' });
    const loose = project({ type: 'S3', location: 'bucket', packaging: 'NONE', overrideArtifactName: true });
    await run(aws, buildspec, { project: loose });
    expect((await aws.use(s3).read({ bucket: 'bucket', key: 'site-12/dist/a.txt' })).toString()).toBe('1\n');
    const nowhere = await run(aws, buildspec, {
      project: project({ type: 'S3', location: 'nowhere', packaging: 'ZIP' }),
    });
    expect(failureOf(nowhere)?.message).toContain('NoSuchBucket');
  });
});

describe('the source of a build', () => {
  const buildspecYml =
    'version: 0.2\nphases:\n  build:\n    commands: [cat code.txt, "cat $CODEBUILD_SRC_DIR_Other/o", "echo $CODEBUILD_RESOLVED_SOURCE_VERSION"]\n';
  const put = async (key: string, files: Readonly<Record<string, string>>) =>
    aws.use(s3).put({ bucket: 'bucket', key, body: await zipOf(files) });

  it('is a zip, or several, with the buildspec in the first', async () => {
    await put('in.zip', { 'buildspec.yml': buildspecYml, 'code.txt': 'code\n' });
    await put('other.zip', { o: 'other\n' });
    const build = await aws.use(codebuild).start({
      project: { name: 'demo', source: { type: 'CODEPIPELINE' } },
      sources: [
        { identifier: 'Source', bucket: 'bucket', key: 'in.zip', revision: 'abc123' },
        { identifier: 'Other', bucket: 'bucket', key: 'other.zip' },
      ],
      artifacts: [],
    }).finished;
    expect(printed(aws, build)).toEqual(['code', 'other', 'abc123']);
    expect(build.resolvedSourceVersion).toBe('abc123');
  });

  it('is the version that the start asks for, with the buildspec at the path that the project names', async () => {
    const files = (text: string) => ({
      'ci/b.yml': 'version: 0.2\nphases: {build: {commands: [cat t]}}',
      t: text,
    });
    const first = await put('in.zip', files('first'));
    await put('in.zip', files('second'));
    const project: Project = {
      name: 'demo',
      source: { type: 'S3', location: 'bucket/in.zip', buildspec: 'ci/b.yml' },
    };
    const start = async (sourceVersion?: string) =>
      printed(aws, await aws.use(codebuild).start({ project, overrides: { sourceVersion } }).finished);
    expect(await start()).toEqual(['second']);
    expect(await start(first.versionId)).toEqual(['first']);
  });

  it('may be one of several that the project names, each with its version and folder', async () => {
    await put('in.zip', { 'code.txt': 'code\n' });
    const old = await put('other.zip', { 'more.txt': 'old\n' });
    await put('other.zip', { 'more.txt': 'new\n' });
    const project: Project = {
      name: 'demo',
      source: {
        type: 'S3',
        location: 'bucket/in.zip',
        buildspec: JSON.stringify({
          version: 0.2,
          phases: { build: { commands: ['cat code.txt "$CODEBUILD_SRC_DIR_More/more.txt"'] } },
        }),
      },
      secondarySources: [{ sourceIdentifier: 'More', type: 'S3', location: 'bucket/other.zip' }],
    };
    const start = async (change: Partial<Project>) =>
      printed(aws, await aws.use(codebuild).start({ project: { ...project, ...change } }).finished);
    expect(await start({})).toEqual(['code', 'new']);
    const secondarySourceVersions = [{ sourceIdentifier: 'More', sourceVersion: old.versionId }];
    expect(await start({ secondarySourceVersions })).toEqual(['code', 'old']);
  });

  it.each([
    ['no object', { 'a.txt': 'x' }, 'bucket/none.zip', undefined, 'CLIENT_ERROR', /^NoSuchKey/],
    [
      'no buildspec',
      { 'a.txt': 'x' },
      'bucket/in.zip',
      undefined,
      'YAML_FILE_ERROR',
      /^YAML file does not exist$/,
    ],
    [
      'a path that climbs out',
      { 'a.txt': 'x' },
      'bucket/in.zip',
      '../../b.yml',
      'YAML_FILE_ERROR',
      /must lie in the source/,
    ],
    [
      'a folder for a buildspec',
      { 'd/a.txt': 'x' },
      'bucket/in.zip',
      'd',
      'YAML_FILE_ERROR',
      /does not exist/,
    ],
    [
      'a broken buildspec',
      { 'buildspec.yml': 'version: 0.2\nphases: {build: {commands: make}}' },
      'bucket/in.zip',
      undefined,
      'YAML_FILE_ERROR',
      /^buildspec\.yml:2:28: .*must be a list/,
    ],
  ])('fails the build when there is %s', async (_, files, location, buildspec, statusCode, message) => {
    await put('in.zip', files as Record<string, string>);
    const project: Project = { name: 'demo', source: { type: 'S3', location, buildspec } };
    const build = await aws.use(codebuild).start({ project }).finished;
    expect(failureOf(build)).toEqual({ statusCode, message: expect.stringMatching(message) });
    expect(phasesOf(build).slice(-2)).toEqual(['DOWNLOAD_SOURCE FAILED', 'COMPLETED']);
  });

  it('fails the build when it is no zip, or of a kind that is not run locally', async () => {
    await aws.use(s3).put({ bucket: 'bucket', key: 'text', body: 'hello' });
    const failure = async (source: Project['source']) =>
      failureOf(await aws.use(codebuild).start({ project: { name: 'demo', source } }).finished)?.message;
    expect(await failure({ type: 'S3', location: 'bucket/text' })).toContain('not a zip');
    expect(await failure({ type: 'GITHUB', location: 'https://github.com/a/b' })).toContain(
      'GITHUB is not run locally',
    );
  });
});
