import { describe, expect, test } from 'vitest';
import { cleanUp } from '../../action/clean-up.ts';
import { run } from '../../action/run.ts';
import { ManualClock } from '../../local/clock.ts';
import { UserError } from '../../shared/errors.ts';
import type { Action, Run } from '../../shared/run/model.ts';
import { folderOf } from '../shared/artifact/folder.ts';
import { definitionOf, fakeRunner, fakeSetting, inputsOf, runOf, s3Settings, sourceAction } from './fakes.ts';

const files = { 'index.html': 'hello' };

const stageOf = (status: 'InProgress' | 'Succeeded' | 'Failed', action: Partial<Action> = {}) => ({
  name: 'Build',
  status,
  startedAt: 1000,
  actions: [
    {
      name: 'Test',
      category: 'Build',
      provider: 'CodeBuild',
      runOrder: 1,
      status,
      startedAt: 1000,
      ...action,
    },
  ],
});

describe('start', () => {
  test('on exactly the uploaded version, with the variables, and a token of its own', async () => {
    const { setting, asked, outputs, state } = fakeSetting({ variables: 'ENV=prod' }, await folderOf(files));
    expect(await run(setting)).toBe(true);
    expect(asked.puts).toMatchObject([
      {
        bucket: 'source',
        key: 'app.zip',
        metadata: { 'drawbridge-repository': 'acme%2Fshop', 'drawbridge-commit': 'c0ffee' },
      },
    ]);
    expect(asked.starts).toEqual([
      {
        pipeline: 'shop',
        variables: { ENV: 'prod' },
        sourceRevisions: [{ action: 'Upload', type: 'S3_OBJECT_VERSION_ID', value: 'v-new' }],
        token: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(outputs).toMatchObject({ 'execution-id': 'run-1', 'version-id': 'v-new', status: 'Succeeded' });
    expect(state).toMatchObject({ 'execution-id': 'run-1', finished: 'true' });
    const { pipeline: _, variables: __, ...words } = asked.starts[0]!;
    expect(JSON.parse(state.starting!)).toMatchObject({ start: words });
  });

  test('on the pushed commit of a Git source', async () => {
    const definition = definitionOf(sourceAction('Repo', 'CodeStarSourceConnection'));
    const { setting, asked } = fakeSetting({}, '', { definition });
    await run(setting);
    expect(asked.puts).toEqual([]);
    expect(asked.starts[0]?.sourceRevisions).toEqual([
      { action: 'Repo', type: 'COMMIT_ID', value: 'c0ffee' },
    ]);
  });

  test('on the digest of an ECR source', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const { setting, asked } = fakeSetting({ 'image-digest': digest }, '', {
      definition: definitionOf(sourceAction('Image', 'ECR')),
    });
    await run(setting);
    expect(asked.starts[0]?.sourceRevisions).toEqual([
      { action: 'Image', type: 'IMAGE_DIGEST', value: digest },
    ]);
  });

  test('with another key, where the pipeline lets it', async () => {
    const definition = definitionOf(
      sourceAction('Upload', 'S3', { ...s3Settings, AllowOverrideForS3ObjectKey: 'true' }),
    );
    const { setting, asked } = fakeSetting({ key: 'other.zip' }, await folderOf(files), { definition });
    await run(setting);
    expect(asked.starts[0]?.sourceRevisions).toEqual([
      { action: 'Upload', type: 'S3_OBJECT_KEY', value: 'other.zip' },
      { action: 'Upload', type: 'S3_OBJECT_VERSION_ID', value: 'v-new' },
    ]);
  });

  test('not at all without a revision: the newest is taken', async () => {
    const { setting, asked } = fakeSetting({ source: 'none' }, '');
    await run(setting);
    expect(asked.starts[0]?.sourceRevisions).toEqual([]);
  });

  test('the pull request of a push is looked up, and goes along', async () => {
    const urls: string[] = [];
    const answer: typeof fetch = async (url) => {
      urls.push(String(url));
      return Response.json([
        { number: 3, head: { sha: 'older' } },
        { number: 12, head: { sha: 'newer' }, merge_commit_sha: 'c0ffee' },
      ]);
    };
    const given = { 'github-token': 'ghs_canary', comment: 'never' };
    const { setting, asked, told } = fakeSetting(given, await folderOf(files), {
      fetch: answer,
    });
    await run(setting);
    expect(urls).toEqual(['https://api.github.com/repos/acme/shop/commits/c0ffee/pulls']);
    expect(asked.puts[0]?.metadata).toMatchObject({ 'drawbridge-pull-request': '12' });
    expect(told.join()).not.toContain('canary');
  });

  test('a GitHub that does not answer stops nothing', async () => {
    const down: typeof fetch = async () => new Response('', { status: 503 });
    const { setting, told } = fakeSetting({ 'github-token': 'ghs_x' }, await folderOf(files), {
      fetch: down,
    });
    expect(await run(setting)).toBe(true);
    expect(told).toContain('info: The pull request of c0ffee could not be looked up: GitHub answered 503');
  });
});

describe('an upload that starts the pipeline by itself', () => {
  const polling = definitionOf(sourceAction('Upload', 'S3', { S3Bucket: 'source', S3ObjectKey: 'app.zip' }));
  const carried = runOf({ id: 'run-9', revisions: { Config: 'v-1', Upload: 'v-new' } });

  test.each([
    ['by polling, which is the default', {}, polling],
    ['by a rule, as the inputs say', { start: 'by-upload' }, undefined],
  ])('%s: its run is found, and none is started', async (_, given, definition) => {
    let asks = 0;
    const recent = () =>
      ++asks < 4 ? [runOf({ id: 'other', revisions: { Config: 'v-new', Upload: 'v-old' } })] : [carried];
    const { setting, asked, outputs, clock } = fakeSetting(given, await folderOf(files), {
      definition,
      recent,
    });
    const done = run(setting);
    while (!outputs.status) await clock.advance(1000);
    await done;
    expect(asked.starts).toEqual([]);
    expect(outputs['execution-id']).toBe('run-9');
  });

  test('a version that was there already starts nothing, so it is started', async () => {
    const workspace = await folderOf(files);
    const first = fakeSetting({ start: 'false' }, workspace);
    await run(first.setting);
    const newest = { version: 'v-old', etag: 'e', metadata: first.asked.puts[0]!.metadata };
    const { setting, asked } = fakeSetting({}, workspace, { definition: polling, newest });
    await run(setting);
    expect(asked.puts).toEqual([]);
    expect(asked.starts[0]?.sourceRevisions).toEqual([
      { action: 'Upload', type: 'S3_OBJECT_VERSION_ID', value: 'v-old' },
    ]);
  });

  const versions = (...all: string[]) => all.map((Upload) => runOf({ revisions: { Upload } }));

  test.each<[what: string, recent: Run[], tells: boolean | undefined, isLookedFor: boolean]>([
    ['one version has run, and the bucket tells EventBridge', versions('v1', 'v1'), true, true],
    ['one version has run, and the bucket may not be asked', versions('v1'), undefined, true],
    ['one version has run, and the bucket tells nobody', versions('v1'), false, false],
    ['two versions have run, none by a rule', versions('v1', 'v2'), true, false],
    ['a rule has started one', [runOf({ trigger: 'CloudWatchEvent' }), ...versions('v1', 'v2')], true, true],
  ])('by a rule, perhaps: %s', async (_, recent, tellsEventBridge, isLookedFor) => {
    const world = { recent: () => recent, tellsEventBridge: async () => tellsEventBridge };
    const { setting, asked, told, outputs, clock } = fakeSetting({}, await folderOf(files), world);
    const done = run(setting);
    while (!outputs.status) await clock.advance(1000);
    await done;
    expect(told.some((line) => line.includes('looking for the run of v-new'))).toBe(isLookedFor);
    expect(asked.starts).toHaveLength(1);
  });

  test('when none comes within five minutes, it says what to check', async () => {
    const { setting, clock } = fakeSetting({ start: 'by-upload' }, await folderOf(files));
    let error: unknown;
    run(setting).catch((thrown: unknown) => {
      error = thrown;
    });
    while (!error) await clock.advance(1000);
    expect(String(error)).toContain('No run of shop took the uploaded version v-new within 5 minutes');
  });
});

describe('the end of the run decides', () => {
  test.each<[status: Run['status'], given: Record<string, string>, passes: boolean]>([
    ['Succeeded', {}, true],
    ['Failed', {}, false],
    ['Failed', { 'fail-on': 'none' }, true],
    ['Stopped', {}, false],
    ['Stopped', { 'fail-on': 'failed' }, true],
    ['Superseded', {}, false],
    ['Superseded', { 'fail-on': 'failed' }, true],
    ['Cancelled', {}, false],
    ['Cancelled', { 'fail-on': 'superseded' }, true],
  ])('%s with %o: passes %s', async (status, given, passes) => {
    const { setting } = fakeSetting({ source: 'none', ...given }, '', { readings: [runOf({ status })] });
    expect(await run(setting)).toBe(passes);
  });

  test('a failure is told with its reason, its place and the end of its log', async () => {
    const readings = [runOf({ status: 'Failed', stages: [stageOf('Failed')] })];
    const { setting, outputs, told } = fakeSetting({ source: 'none' }, '', { readings });
    await run(setting);
    expect(outputs).toMatchObject({
      'failed-stage': 'Build',
      'failed-action': 'Test',
      reason: 'The door is shut',
    });
    expect(JSON.parse(outputs.json!).stages[0].actions[0].reason.log).toEqual(['knock', 'knock']);
    expect(told).toContain('error: The door is shut (BUILD)');
    expect(told).toContain('info: knock');
  });
});

describe('a run that takes too long', () => {
  const readings = [runOf({ status: 'InProgress', stages: [stageOf('InProgress')] })];

  test.each([
    ['stop', ['run-1 stop']],
    ['abandon', ['run-1 abandon']],
    ['leave', []],
  ])('does what `on-cancel: %s` says', async (mode, stops) => {
    const given = { source: 'none', 'on-cancel': mode, 'timeout-minutes': '10' };
    const { setting, asked, clock, state } = fakeSetting(given, '', { readings });
    let error: unknown;
    run(setting).catch((thrown: unknown) => {
      error = thrown;
    });
    for (let i = 0; i < 70 && !error; i++) await clock.advance(10_000);
    expect(error).toEqual(new UserError('The run did not end within the 10 minutes of `timeout-minutes`.'));
    expect(asked.stops).toEqual(stops);
    expect(state.finished).toBe('true');
  });
});

test('when AWS can no longer be asked, it says that the run goes on, and the post step leaves it', async () => {
  const { setting, told, state, asked } = fakeSetting({ source: 'none' }, '');
  const expired = new UserError('The AWS credentials have expired: renew them and try again.');
  const pipelines = { ...setting.ports.pipelines, run: () => Promise.reject(expired) };
  await expect(run({ ...setting, ports: { ...setting.ports, pipelines } })).rejects.toBe(expired);
  expect(told).toContain('warning: The run run-1 of shop goes on, but it is not followed any more.');
  expect(state.finished).toBe('true');
  expect(asked.stops).toEqual([]);
});

test('a job that is cancelled before the start starts nothing', async () => {
  const { setting, cancel, asked, state } = fakeSetting({}, await folderOf(files));
  cancel.abort(new UserError('The job was cancelled.'));
  await expect(run(setting)).rejects.toThrow('The job was cancelled.');
  expect(asked.starts).toEqual([]);
  expect(state).toEqual({});
});

describe('the post step after a main step that was killed', () => {
  const stops: string[] = [];
  const starts: unknown[] = [];
  const since = 2_000_000;
  const workflowUrl = 'https://github.com/acme/shop/actions/runs/77/attempts/1';
  const pipelines = {
    recent: async () => [
      runOf({ id: 'again', startedAt: since + 9000, revisions: { Upload: 'v-new' } }),
      runOf({ id: 'found', startedAt: since, revisions: { Upload: 'v-new' } }),
      runOf({ id: 'early', startedAt: 1000, revisions: { Upload: 'v-old' } }),
    ],
    start: async (request: unknown) => {
      starts.push(request);
      return 'same';
    },
    stop: async ({ id }: { id: string }) => void stops.push(id),
  };
  const ports = (given: Record<string, string> = {}) => ({
    inputs: inputsOf(given),
    clock: new ManualClock(),
    pipelines,
    objects: async () => ({
      head: async () => ({
        version: 'v-new',
        etag: undefined,
        metadata: { 'drawbridge-workflow-url': encodeURIComponent(workflowUrl) },
      }),
    }),
  });
  const words = { token: 't', sourceRevisions: [{ action: 'Repo', type: 'COMMIT_ID', value: 'c0ffee' }] };
  const sending = { trigger: 'certain', action: 'Upload' };
  const object = { bucket: 'source', key: 'app.zip' };

  test.each<[name: string, state: object, given: Record<string, string>, expected: string[]]>([
    ['stops the run that it started', { id: 'known' }, {}, ['known']],
    ['leaves it where it is told to', { id: 'known' }, { 'on-cancel': 'leave' }, []],
    ['learns the id of the run that it had only just asked for', { start: words }, {}, ['same']],
    ['starts nothing to leave it', { start: words }, { 'on-cancel': 'leave' }, []],
    ['finds the run of what it had sent', { sending: { ...sending, revision: 'v-new' } }, {}, ['found']],
    [
      'finds the run of what it was just sending',
      { sending: { ...sending, object, workflowUrl } },
      {},
      ['found'],
    ],
    [
      'leaves the run of what another job has sent',
      { sending: { ...sending, object, workflowUrl: 'x' } },
      {},
      [],
    ],
    ['leaves a run that was there before', { sending: { ...sending, revision: 'v-old' } }, {}, []],
  ])('%s', async (_, { id, ...starting }: { id?: string }, given, expected) => {
    stops.length = 0;
    starts.length = 0;
    const { runner, state } = fakeRunner();
    Object.assign(state, {
      starting: JSON.stringify({ since, ...starting }),
      ...(id && { 'execution-id': id }),
    });
    const at = ports(given);
    let ended = false;
    const done = cleanUp({ ...at, runner }).finally(() => {
      ended = true;
    });
    for (let i = 0; i < 20 && !ended; i++) await at.clock.advance(10_000);
    await done;
    expect(stops).toEqual(expected);
    const asks = expected.includes('same') ? [{ pipeline: 'shop', variables: undefined, ...words }] : [];
    expect(starts).toEqual(asks);
  });

  test('a run that has ended is fine as it is', async () => {
    const { runner, told, state } = fakeRunner();
    Object.assign(state, { 'execution-id': 'known' });
    const ended = new UserError('The run known cannot be stopped.');
    await cleanUp({
      ...ports(),
      runner,
      pipelines: { ...pipelines, stop: () => Promise.reject(ended) },
    });
    expect(told).toEqual(['warning: The run known cannot be stopped.']);
  });
});
