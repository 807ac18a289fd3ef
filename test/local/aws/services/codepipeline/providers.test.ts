import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { ActionDeclaration, PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import {
  CreatePipelineCommand,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  PutActionRevisionCommand,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import type { ActionRunner } from '../../../../../local/aws/services/codepipeline/actions/define.ts';
import { runners } from '../../../../../local/aws/services/codepipeline/actions/runners.ts';
import { actionTypes } from '../../../../../shared/spec/action-types.ts';
import { call, executions } from './git-world.ts';
import { ended, realWorld, s3Deploy, until, zipOf } from './real-world.ts';
import { deploy, pipelineOf, source, stagePlay } from './stage-play.ts';

const invoke = (PipelineName: string, rest: Readonly<Record<string, string>> = {}): ActionDeclaration => ({
  name: 'Invoke',
  actionTypeId: { category: 'Invoke', owner: 'AWS', provider: 'CodePipeline', version: '1' },
  configuration: { PipelineName, ...rest },
});

async function world() {
  const it = await realWorld();
  const put = (body: Buffer) =>
    it.s3.send(new PutObjectCommand({ Bucket: 'shop-source', Key: 'shop.zip', Body: body }));
  const stored = await put(await zipOf({ 'index.html': 'hello' }));
  const create = (pipeline: PipelineDeclaration) =>
    it.pipelines.send(new CreatePipelineCommand({ pipeline }));
  const failure = async (stage = 1) => {
    const { stageStates } = await it.pipelines.send(new GetPipelineStateCommand({ name: 'shop' }));
    return stageStates?.[stage]?.actionStates?.[0]?.latestExecution?.errorDetails;
  };
  return { ...it, put, create, failure, version: stored.VersionId };
}

test.each(actionTypes.filter(({ owner }) => owner === 'AWS').map((type) => [type.category, type.provider]))(
  '%s by %s runs, or says that it does not',
  async (category, provider) => {
    const runner = runners.find((one) => one.category === category && one.provider === provider);
    expect(runner).toBeDefined();
  },
);

test('every runner is listed as what its own file says it is', async () => {
  const folder = join(import.meta.dirname, '../../../../../local/aws/services/codepipeline/actions');
  const modules = await Promise.all(
    globSync('*.ts', { cwd: folder }).map((file) => import(join(folder, file))),
  );
  const own = modules.flatMap(({ default: runner }) => runner ?? []);
  expect(own.length).toBeGreaterThan(10);
  const key = ({ category, owner = 'AWS', provider }: ActionRunner) => `${category} ${owner} ${provider}`;
  const listed = runners.filter(({ isAbsent }) => !isAbsent).map(key);
  expect(listed.sort()).toEqual([...own.map(key), 'Test AWS CodeBuild'].sort());
});

test('an action that nothing stands for fails with its name', async () => {
  await using play = await stagePlay();
  const lambda = runners.find(({ provider }) => provider === 'Lambda');
  await expect(lambda?.run({ action: { name: 'Call' } } as never)).rejects.toMatchObject({
    code: 'ConfigurationError',
    message: expect.stringContaining('Lambda (AWS, Deploy) is not run locally'),
  });
  await play.create(pipelineOf());
});

test('a pipeline starts another with variables and revisions, and goes on', async () => {
  const it = await world();
  const inner = pipelineOf({
    name: 'inner',
    variables: [{ name: 'WHO', defaultValue: 'nobody' }],
    after: [{ name: 'Deploy', actions: [s3Deploy('App')] }],
  });
  await it.create(inner);
  await executions(it, 1, 'inner');
  const configuration = {
    SourceRevisions: JSON.stringify([
      { actionName: 'Source', revisionType: 'S3_OBJECT_VERSION_ID', revisionValue: it.version },
    ]),
    Variables: JSON.stringify([{ name: 'WHO', value: 'outer' }]),
  };
  await it.create(pipelineOf({ after: [{ name: 'Next', actions: [invoke('inner', configuration)] }] }));
  expect((await executions(it, 1))[0]?.status).toBe('Succeeded');
  const [newest] = await executions(it, 2, 'inner');
  const { pipelineExecution } = await it.pipelines.send(
    new GetPipelineExecutionCommand({
      pipelineName: 'inner',
      pipelineExecutionId: newest?.pipelineExecutionId,
    }),
  );
  expect(pipelineExecution).toMatchObject({
    status: 'Succeeded',
    variables: [{ name: 'WHO', resolvedValue: 'outer' }],
    artifactRevisions: [{ revisionId: it.version }],
  });
});

test('pipelines that start each other in a circle stop after one round', async () => {
  const it = await world();
  await it.create(pipelineOf({ name: 'a', after: [{ name: 'Next', actions: [invoke('shop')] }] }));
  await it.create(pipelineOf({ after: [{ name: 'Next', actions: [invoke('a')] }] }));
  await it.pipelines.send(new StartPipelineExecutionCommand({ name: 'shop' }));
  const failure = async () => {
    const { stageStates } = await it.pipelines.send(new GetPipelineStateCommand({ name: 'a' }));
    return stageStates?.[1]?.actionStates?.[0]?.latestExecution?.errorDetails?.message;
  };
  await expect.poll(failure, { timeout: 10_000 }).toMatch(/circle: shop → a → shop/);
  expect((await executions(it, 2)).length).toBeLessThan(6);
});

test.each([
  ['a pipeline that is not there', invoke('nothing'), /does not have a pipeline/],
  ['variables that are no JSON', invoke('shop', { Variables: '{' }), /Variables must be a JSON list/],
  ['itself', invoke('shop'), /circle: shop → shop/],
])('to start %s fails the action', async (_, action, message) => {
  const it = await world();
  await it.create(pipelineOf({ after: [{ name: 'Next', actions: [action] }] }));
  expect((await executions(it, 1))[0]?.status).toBe('Failed');
  expect((await it.failure())?.message).toMatch(message);
});

test('an image record is a source, by tag or by digest', async () => {
  const it = await world();
  const ecr = (operation: string, input: object) =>
    call(it, `AmazonEC2ContainerRegistry_V20150921.${operation}`, input);
  const imageManifest = (size: number) => JSON.stringify({ schemaVersion: 2, layers: [{ size }] });
  const images = {
    name: 'Source',
    actionTypeId: { category: 'Source', owner: 'AWS', provider: 'ECR', version: '1' } as const,
    configuration: { RepositoryName: 'shop/web' },
    outputArtifacts: [{ name: 'App' }],
    namespace: 'SourceVariables',
  };
  const publish = s3Deploy('App');
  const configuration = { ...publish.configuration, ObjectKey: '#{SourceVariables.ImageDigest}' };
  const stages = [
    { name: 'Source', actions: [images] },
    { name: 'Deploy', actions: [{ ...publish, configuration }] },
  ];
  await ecr('CreateRepository', { repositoryName: 'shop/web' });
  await ecr('PutImage', { repositoryName: 'shop/web', imageManifest: imageManifest(1), imageTag: 'latest' });
  const second = await ecr('PutImage', {
    repositoryName: 'shop/web',
    imageManifest: imageManifest(2),
    imageTag: 'latest',
  });
  const { imageId } = second.body.image as { imageId: { imageDigest: string } };
  await it.create(pipelineOf({ stages }));
  const [first] = await executions(it, 1);
  expect(first).toMatchObject({
    status: 'Succeeded',
    sourceRevisions: [{ revisionId: imageId.imageDigest }],
  });
  const stored = await it.s3.send(
    new GetObjectCommand({ Bucket: 'shop-site', Key: `${imageId.imageDigest}/imageDetail.json` }),
  );
  expect(JSON.parse((await stored.Body?.transformToString()) ?? '')).toMatchObject({
    RepositoryName: 'shop/web',
    ImageTags: ['latest'],
    ImageSizeInBytes: '2',
  });
  const sourceRevisions = [
    {
      actionName: 'Source',
      revisionType: 'IMAGE_DIGEST',
      revisionValue: `sha256:${'0'.repeat(64)}`,
    } as const,
  ];
  const { pipelineExecutionId } = await it.pipelines.send(
    new StartPipelineExecutionCommand({ name: 'shop', sourceRevisions }),
  );
  expect((await ended(it, pipelineExecutionId))?.status).toBe('Failed');
  expect((await it.failure(0))?.message).toMatch(/There is no image/);
  expect((await ecr('DescribeImages', { repositoryName: 'none' })).body.__type).toBe(
    'RepositoryNotFoundException',
  );
});

test('a revision from outside starts the pipeline once', async () => {
  const it = await world();
  await it.create(pipelineOf({ after: [{ name: 'Deploy', actions: [s3Deploy('App')] }] }));
  const put = (revisionId: string, actionName = 'Source') =>
    it.pipelines.send(
      new PutActionRevisionCommand({
        pipelineName: 'shop',
        stageName: 'Source',
        actionName,
        actionRevision: { revisionId, revisionChangeId: '1', created: new Date() },
      }),
    );
  const first = await put('r1');
  expect(first.newRevision).toBe(true);
  expect(await put('r1')).toMatchObject({
    newRevision: false,
    pipelineExecutionId: first.pipelineExecutionId,
  });
  expect((await put('r2')).newRevision).toBe(true);
  await expect(put('r3', 'Nothing')).rejects.toMatchObject({ name: 'ActionNotFoundException' });
});

/** A zip of one entry that inflates to `size` bytes, or only says so. */
function bomb(claimed: number, real: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(real));
  const name = Buffer.from('index.html');
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(claimed, 8);
  const local = Buffer.concat([
    Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    sizes,
    Buffer.from([name.length, 0, 0, 0]),
    name,
    packed,
  ]);
  const directory = Buffer.concat([
    Buffer.from([0x50, 0x4b, 1, 2, 20, 3, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    sizes,
    Buffer.from([name.length, 0]),
    Buffer.alloc(16),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

test.each([
  ['holds more than it says', bomb(10, 50_000_000), /inflated to the size it claims/],
  ['holds too much', bomb(3_000_000_000, 1000), /more than 1 GiB/],
  ['is none', Buffer.from('not a zip'), /not a zip/],
])('a zip that %s fails the deployment, and the server lives', async (_, zip, message) => {
  const it = await world();
  await it.put(zip);
  await it.create(pipelineOf({ after: [{ name: 'Deploy', actions: [s3Deploy('App')] }] }));
  expect((await executions(it, 1))[0]?.status).toBe('Failed');
  expect((await it.failure())?.message).toMatch(message);
  await it.put(await zipOf({ 'index.html': 'hello' }));
  const { pipelineExecutionId } = await it.pipelines.send(
    new StartPipelineExecutionCommand({ name: 'shop' }),
  );
  expect((await ended(it, pipelineExecutionId))?.status).toBe('Succeeded');
});

test('definitions that are malformed or huge are refused, and nothing of them is kept', async () => {
  const it = await world();
  const send = async (pipeline: unknown) => {
    const answer = await call(it, 'CodePipeline_20150709.CreatePipeline', { pipeline } as object);
    return { status: answer.status, type: String(answer.body.__type) };
  };
  const many = Array.from({ length: 60 }, (_, index) => ({ name: `S${index}`, actions: [deploy] }));
  const wide = Array.from({ length: 5000 }, (_, index) => ({ ...source, name: `A${index}` }));
  const bad = [
    null,
    [],
    'shop',
    {},
    { ...pipelineOf(), stages: {} },
    { ...pipelineOf(), stages: [null] },
    { ...pipelineOf(), name: '../shop' },
    { ...pipelineOf(), stages: [...(pipelineOf().stages ?? []), ...many] },
    { ...pipelineOf(), stages: [{ name: 'Source', actions: wide }] },
    { ...pipelineOf(), name: 'x'.repeat(1_000_000) },
    { ...pipelineOf(), triggers: [{ providerType: 'CodeStarSourceConnection' }] },
  ];
  for (const pipeline of bad) {
    const { status, type } = await send(pipeline);
    expect(status).toBe(400);
    expect(type).toMatch(/^(Validation|Serialization|Invalid\w+|LimitExceeded)Exception$/);
  }
  const huge = await call(it, 'CodePipeline_20150709.CreatePipeline', { pipeline: 'x'.repeat(9_000_000) });
  expect(huge.status).toBe(413);
  await expect(
    it.pipelines.send(new ListPipelineExecutionsCommand({ pipelineName: 'shop' })),
  ).rejects.toMatchObject({ name: 'PipelineNotFoundException' });
});

test('an action whose runner throws fails, and its run with it', async () => {
  await using play = await stagePlay();
  const broken = play.engine.runners.find(({ provider }) => provider === 'CodeBuild') as { run: unknown };
  broken.run = () => {
    throw new Error(`broken ${randomUUID()}`);
  };
  await play.api('CreatePipeline', { pipeline: pipelineOf() });
  const state = await until(async () => {
    const build = play.stage('Build');
    return build?.latestExecution?.status === 'Failed' ? build : undefined;
  });
  expect(state.actionStates?.[0]?.latestExecution?.errorDetails).toMatchObject({ code: 'SystemUnavailable' });
});
