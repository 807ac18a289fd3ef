import { createHash, randomBytes } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { actionWorld, approvalStage, deployStage } from './world.ts';

const tree = { 'index.html': '<h1>hello</h1>', 'assets/site.css': 'h1{}', '.git/config': 'x' };

test('a push becomes a run on exactly its own object version, followed to the end', async () => {
  const world = await actionWorld();
  await world.bucket('site');
  await world.pipeline('shop', [deployStage]);
  const step = await world.step(tree, { pipeline: 'shop' });
  const { code, log, outputs, state, summary } = await step.main();

  expect(log).toContain('Deploy succeeded');
  expect(code).toBe(0);
  const [run] = await world.runs('shop');
  expect(outputs).toMatchObject({
    'execution-id': run?.pipelineExecutionId,
    'version-id': run?.sourceRevisions?.[0]?.revisionId,
    status: 'Succeeded',
    url: expect.stringContaining(`pipelines/shop/executions/${run?.pipelineExecutionId}`),
    'artifact-hash': expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(JSON.parse(outputs.json!)).toMatchObject({
    status: 'Succeeded',
    change: {
      repository: 'acme/shop',
      actor: 'ada',
      message: 'Fix the door',
      author: 'Ada',
      pullRequest: 1,
    },
  });
  expect(outputs).not.toHaveProperty('reason');
  expect(Object.keys(JSON.parse(outputs.durations!))).toEqual(['Source', 'Deploy']);
  expect(Number(outputs.duration)).toBeLessThan(60);
  expect(log.indexOf(run!.pipelineExecutionId!)).toBeLessThan(log.indexOf('Source succeeded'));
  expect(state).toMatchObject({ 'execution-id': run?.pipelineExecutionId, finished: 'true' });
  expect(summary).toContain('```mermaid\ngantt');

  const object = await world.s3.send(new HeadObjectCommand({ Bucket: 'source', Key: 'app.zip' }));
  expect(object.Metadata?.['codepipeline-artifact-revision-summary']).toContain('Fix the door');
  const page = await world.s3.send(new GetObjectCommand({ Bucket: 'site', Key: 'index.html' }));
  expect(await page.Body?.transformToString()).toBe('<h1>hello</h1>');

  const after = await step.post();
  expect(after).toMatchObject({ code: 0, log: '' });
});

test('the same commit with the same files is not sent again, another commit is', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const again = (env = {}) =>
    world.step(tree, { pipeline: 'shop', wait: 'none' }, env).then((step) => step.main());
  const first = await again();
  const second = await again({ GITHUB_RUN_ATTEMPT: '2' });
  const other = await again({ GITHUB_SHA: 'ffffffffffffffffffffffffffffffffffffffff' });

  expect(second.outputs['version-id']).toBe(first.outputs['version-id']);
  expect(second.outputs['execution-id']).not.toBe(first.outputs['execution-id']);
  expect(second.log).toContain('is there already');
  expect(other.outputs['version-id']).not.toBe(first.outputs['version-id']);
  expect(other.log).toContain('copied as'); // Its bytes stay in S3; what it carries is another change.
  const object = await world.s3.send(new HeadObjectCommand({ Bucket: 'source', Key: 'app.zip' }));
  expect(object.Metadata?.['drawbridge-commit']).toMatch(/^f{40}$/);
  expect(other.outputs['artifact-hash']).toBe(first.outputs['artifact-hash']);
});

test('the same step of the same attempt starts one run, however often it is tried', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const once = () => world.step(tree, { pipeline: 'shop', wait: 'none' }).then((step) => step.main());
  const [one, two] = [await once(), await once()];
  expect(two.outputs['execution-id']).toBe(one.outputs['execution-id']);
  expect(await world.runs('shop')).toHaveLength(1);
});

test('a large artifact goes up in parts, and arrives whole', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const noise = randomBytes(18_000_000).toString('base64');
  const { code, outputs } = await (await world.step({ noise }, { pipeline: 'shop', start: 'false' })).main();
  expect(code).toBe(0);
  const VersionId = outputs['version-id'];
  const object = await world.s3.send(new GetObjectCommand({ Bucket: 'source', Key: 'app.zip', VersionId }));
  expect(object.ETag).toMatch(/-\d+"$/); // S3 says in how many parts.
  const bytes = await object.Body?.transformToByteArray();
  expect(createHash('sha256').update(bytes!).digest('hex')).toBe(outputs['artifact-hash']);
  expect(object.Metadata).toMatchObject({ 'drawbridge-pull-request': '1' });
});

test('the object is encrypted with the KMS key that is given', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const given = { pipeline: 'shop', start: 'false', 'kms-key-id': 'alias/deploy' };
  expect((await (await world.step(tree, given)).main()).code).toBe(0);
  const object = await world.s3.send(new HeadObjectCommand({ Bucket: 'source', Key: 'app.zip' }));
  expect(object).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'alias/deploy' });
});

test('with `wait: approval` it ends green at the approval and says where to answer', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const { code, log, outputs } = await (
    await world.step(tree, { pipeline: 'shop', wait: 'approval' })
  ).main();
  expect(code).toBe(0);
  expect(outputs.status).toBe('InProgress');
  expect(log).toMatch(/::notice::shop waits for an approval in Gate\/Approve: answer it at https:/);
});

test('with `start: false` it only uploads', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const { code, outputs } = await (await world.step(tree, { pipeline: 'shop', start: 'false' })).main();
  expect(code).toBe(0);
  expect(Object.keys(outputs)).toEqual(['artifact-hash', 'version-id']);
  expect(await world.runs('shop')).toEqual([]);
});

test('a run that fails fails the step, with the stage, the action and the reason', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [deployStage]); // Its bucket is not there.
  const { code, log, outputs, summary } = await (await world.step(tree, { pipeline: 'shop' })).main();
  expect(code).toBe(1);
  expect(outputs).toMatchObject({ status: 'Failed', 'failed-stage': 'Deploy', 'failed-action': 'Publish' });
  expect(outputs.reason).toMatch(/\S/);
  expect(log).toContain('::error title=Deploy/Publish failed::');
  expect(summary).toContain('Publish');
  const green = await (
    await world.step(tree, { pipeline: 'shop', 'fail-on': 'none' }, { GITHUB_RUN_ID: '78' })
  ).main();
  expect(green).toMatchObject({ code: 0, outputs: { status: 'Failed' } });
});

describe('a job that is cancelled', () => {
  /** Sends the signal once, as soon as the log says so. */
  const until = (sign: string, signal: NodeJS.Signals) => {
    let sent = false;
    return (send: (signal: NodeJS.Signals) => void, log: string) => {
      if (sent || !log.includes(sign)) return;
      sent = true;
      send(signal);
    };
  };

  test.each(['stop', 'abandon'])('stops the run, as `on-cancel: %s` says', async (mode) => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage]);
    const step = await world.step(tree, { pipeline: 'shop', 'on-cancel': mode });
    const { code, log, outputs } = await step.main(until('waits for an approval', 'SIGINT'));
    expect(code).toBe(1);
    expect(log).toContain('::error::The job was cancelled.');
    expect(['Stopping', 'Stopped']).toContain(await world.status('shop', outputs['execution-id']!));
    expect((await step.post()).log).toBe('');
  });

  test('leaves the run alone where it is told to', async () => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage]);
    const step = await world.step(tree, { pipeline: 'shop', 'on-cancel': 'leave' });
    const { code, outputs } = await step.main(until('waits for an approval', 'SIGTERM'));
    expect(code).toBe(1);
    expect(await world.status('shop', outputs['execution-id']!)).toBe('InProgress');
  });

  test('stops the run in the post step when the main step was killed', async () => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage]);
    const step = await world.step(tree, { pipeline: 'shop', 'on-cancel': 'abandon' });
    const { signal, outputs } = await step.main(until('waits for an approval', 'SIGKILL'));
    expect(signal).toBe('SIGKILL');
    const after = await step.post();
    expect(after.code).toBe(0);
    expect(['Stopping', 'Stopped']).toContain(await world.status('shop', outputs['execution-id']!));
  });
});

describe('what cannot work is said in one sentence, and changes nothing', () => {
  const cases: [
    name: string,
    inputs: Record<string, string>,
    env: Record<string, string>,
    message: RegExp,
  ][] = [
    ['no pipeline', {}, {}, /The input `pipeline` is missing/],
    ['no region', { pipeline: 'shop' }, { AWS_REGION: '' }, /The AWS region is not known/],
    [
      'a pipeline that is not there',
      { pipeline: 'gone' },
      {},
      /There is no pipeline named gone in us-east-1/,
    ],
    [
      'another account',
      { pipeline: 'shop', 'allowed-account-ids': '999999999999' },
      {},
      /belong to the account 123456789012, which is not among `allowed-account-ids`/,
    ],
    [
      'an empty folder',
      { pipeline: 'shop', exclude: '**' },
      {},
      /There is nothing to package: the folder `\.` has no files that `include` and `exclude` leave/,
    ],
    [
      'a folder that is not there',
      { pipeline: 'shop', path: 'gone' },
      {},
      /The folder `.*gone` cannot be read: ENOENT/,
    ],
    [
      'a file that is not there',
      { pipeline: 'shop', artifact: 'gone.zip' },
      {},
      /The artifact `gone\.zip` cannot be read: ENOENT/,
    ],
    [
      'a Git source that it has not',
      { pipeline: 'shop', source: 'git' },
      {},
      /The pipeline shop has no Git source; it has `Upload` \(S3\)/,
    ],
    [
      'a bucket that it does not read',
      { pipeline: 'shop', bucket: 'store' },
      {},
      /reads the bucket source, not store/,
    ],
    [
      'an unversioned bucket',
      { pipeline: 'plain' },
      {},
      /The bucket plain keeps no versions.*put-bucket-versioning --bucket plain/,
    ],
  ];

  test.each(cases)('%s', async (_, inputs, env, message) => {
    const world = await actionWorld();
    await world.bucket('plain', { versioned: false });
    await world.pipeline('shop', [approvalStage]);
    await world.pipeline('plain', [approvalStage], { S3Bucket: 'plain' });
    const { code, log, state } = await (await world.step(tree, inputs, env)).main();
    expect(code).toBe(1);
    expect(log.split('\n').filter((line) => line.startsWith('::error'))).toEqual([
      expect.stringMatching(message),
    ]);
    expect(state).toEqual({});
    expect([...(await world.runs('shop')), ...(await world.runs('plain'))]).toEqual([]);
    for (const Bucket of ['source', 'plain']) {
      const { Versions } = await world.s3.send(new ListObjectVersionsCommand({ Bucket }));
      expect(Versions ?? []).toEqual([]);
    }
  });
});
