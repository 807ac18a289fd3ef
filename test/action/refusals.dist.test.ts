import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../shared/artifact/folder.ts';
import { type ProxyHooks, startProxy } from './proxy.ts';
import { actionWorld, approvalStage } from './world.ts';

const tree = { 'index.html': 'hello' };

/** What a step says when AWS refuses, after which nothing may have been started. */
async function refusedStep(before: ProxyHooks['before'], inputs = {}) {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const aws = await startProxy(world.local.endpoint, { before });
  const step = await world.step(tree, { pipeline: 'shop', ...inputs }, { AWS_ENDPOINT_URL: aws.endpoint });
  const { code, log } = await step.main();
  expect(code).toBe(1);
  expect(await world.runs('shop')).toEqual([]);
  return { calls: aws.calls, errors: log.split('\n').filter((line) => line.startsWith('::error')) };
}

const isOfS3 = (call: string) => /^(GET|HEAD|PUT) \/source/.test(call);
const user = 'User: arn:aws:sts::123456789012:assumed-role/ci/job';

test('a clock that is wrong is said to be wrong', async () => {
  const { errors } = await refusedStep(({ call }) =>
    isOfS3(call) ? { status: 403, code: 'RequestTimeTooSkewed' } : undefined,
  );
  expect(errors).toEqual([
    "::error::This machine's clock is wrong, so AWS refuses its signatures: set the clock.",
  ]);
}, 60_000);

test('a bucket in another region is named with its region', async () => {
  const headers = { 'x-amz-bucket-region': 'eu-west-1' };
  const { errors } = await refusedStep(({ call }) =>
    isOfS3(call) ? { status: 301, code: 'PermanentRedirect', headers } : undefined,
  );
  expect(errors).toEqual(['::error::The bucket source is in eu-west-1, not in us-east-1: use its region.']);
});

test.each([
  ['s3:PutObject', 'arn:aws:s3:::source/app.zip', 403, 'AccessDenied', /^PUT \/source/],
  [
    'codepipeline:StartPipelineExecution',
    'arn:aws:codepipeline:us-east-1:123456789012:shop',
    400,
    'AccessDeniedException',
    /^StartPipelineExecution$/,
  ],
])('who may not call %s learns it, and on what', async (action, resource, status, code, calls) => {
  const message = `${user} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
  const { errors } = await refusedStep(({ call }) =>
    calls.test(call) ? { status, code, message } : undefined,
  );
  expect(errors).toEqual([
    `::error::These AWS credentials may not do this: allow ${action} on ${resource} in their IAM policy.`,
  ]);
});

test('a permission that S3 does not name is named all the same', async () => {
  const { errors } = await refusedStep(({ call }) =>
    /^PUT \/source/.test(call) ? { status: 403, code: 'AccessDenied', message: 'Access Denied' } : undefined,
  );
  expect(errors).toEqual([
    '::error::These AWS credentials may not do this: allow s3:PutObject on arn:aws:s3:::source/app.zip in their IAM policy, and look at the policies of the resource.',
  ]);
});

describe('what passes is waited for', () => {
  const passing = [
    ['throttling', { status: 503, code: 'SlowDown' }],
    ['a fault of AWS', { status: 503, code: 'ServiceUnavailable' }],
    ['a dropped connection', 'drop'],
  ] as const;

  test.each(passing)(
    '%s: each call is made again, and one run is started',
    async (_, refusal) => {
      const world = await actionWorld();
      await world.pipeline('shop', [approvalStage]);
      const refused = new Set<string>();
      const aws = await startProxy(world.local.endpoint, {
        before({ call }) {
          if (refused.has(call)) return undefined;
          refused.add(call);
          return refusal;
        },
      });
      const given = { pipeline: 'shop', wait: 'approval' };
      const { code } = await (await world.step(tree, given, { AWS_ENDPOINT_URL: aws.endpoint })).main();
      expect(code).toBe(0);
      expect(refused).toContain('StartPipelineExecution');
      expect(await world.runs('shop')).toHaveLength(1);
    },
    60_000,
  );

  const lasting = [
    [
      ...passing[0],
      'AWS went on limiting the rate of calls after several tries: wait a minute and try again.',
    ],
    [
      ...passing[1],
      'AWS went on answering with a fault of its own (503 ServiceUnavailable): see https://health.aws.amazon.com, and try again later.',
    ],
    [
      ...passing[2],
      'AWS in us-east-1 cannot be reached (ECONNRESET): check the network, the region and the endpoint.',
    ],
  ] as const;

  test.each(lasting)(
    '%s that does not pass is told',
    async (_, refusal, sentence) => {
      const { errors, calls } = await refusedStep(({ call }) =>
        call === 'GetPipeline' ? refusal : undefined,
      );
      expect(errors).toEqual([`::error::${sentence}`]);
      expect(calls.length).toBeGreaterThan(3);
    },
    90_000,
  );
});

test('an artifact of 6 GiB is refused before it is sent', async () => {
  const file = join(await folderOf({ 'app.zip': '' }), 'app.zip');
  await truncate(file, 6 * 1024 ** 3); // Sparse: it takes no room.
  const { errors, calls } = await refusedStep(undefined, { artifact: file });
  expect(errors).toEqual([
    '::error::The artifact has 6.0 GiB, and an S3 source of CodePipeline takes 5 at most: put less into it.',
  ]);
  expect(calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
});

test('an event that is half written does not stop a step', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const event = join(await folderOf({ 'event.json': '{"head_commit":' }), 'event.json');
  const inputs = { pipeline: 'shop', start: 'false' };
  const step = await world.step(tree, inputs, { GITHUB_EVENT_PATH: event });
  const { code, log, outputs } = await step.main();
  expect(code).toBe(0);
  expect(log).toMatch(/::warning::The event of this workflow run cannot be read \(.*JSON/);
  expect(outputs['version-id']).toMatch(/\S/);
});
