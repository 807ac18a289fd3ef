import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { PutBucketNotificationConfigurationCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startProxy } from './proxy.ts';
import { actionWorld, approvalStage } from './world.ts';

type World = Awaited<ReturnType<typeof actionWorld>>;

const tree = { 'index.html': 'hello' };
const polling = { PollForSourceChanges: 'true' };

/** A rule that starts the pipeline at every new object, as AWS's console makes one. */
async function ruleFor(world: World, pipeline: string): Promise<void> {
  const events = new EventBridgeClient(world.client);
  onTestFinished(() => events.destroy());
  const Bucket = 'source';
  const NotificationConfiguration = { EventBridgeConfiguration: {} };
  await world.s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
  const EventPattern = JSON.stringify({ source: ['aws.s3'], detail: { bucket: { name: [Bucket] } } });
  await events.send(new PutRuleCommand({ Name: 'on-upload', EventPattern }));
  const Arn = `arn:aws:codepipeline:us-east-1:123456789012:${pipeline}`;
  const Targets = [{ Id: 'pipeline', Arn, RoleArn: 'arn:aws:iam::123456789012:role/events' }];
  await events.send(new PutTargetsCommand({ Rule: 'on-upload', Targets }));
}

describe('an upload that starts the pipeline by itself starts it once', () => {
  test('by an EventBridge rule, which earlier runs tell of', async () => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage]);
    await ruleFor(world, 'shop');
    const upload = { Bucket: 'source', Key: 'app.zip', Body: 'by hand' };
    await world.s3.send(new PutObjectCommand(upload));
    await expect.poll(() => world.runs('shop')).toHaveLength(1);

    const { code, log, outputs } = await (await world.step(tree, { pipeline: 'shop', wait: 'none' })).main();
    expect(code).toBe(0);
    expect(log).toContain('An EventBridge rule has started shop by itself');
    const runs = await world.runs('shop');
    expect(runs.map(({ trigger }) => trigger?.triggerType)).toEqual(['CloudWatchEvent', 'CloudWatchEvent']);
    expect(runs[0]).toMatchObject({
      pipelineExecutionId: outputs['execution-id'],
      sourceRevisions: [{ revisionId: outputs['version-id'] }],
    });
  });

  test('by a rule that the inputs name', async () => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage]);
    await ruleFor(world, 'shop');
    const given = { pipeline: 'shop', wait: 'none', start: 'by-upload' };
    const { code } = await (await world.step(tree, given)).main();
    expect(code).toBe(0);
    expect(await world.runs('shop')).toHaveLength(1);
  });

  test('by polling, also where another source is polled as well', async () => {
    const world = await actionWorld();
    await world.bucket('settings');
    await world.s3.send(new PutObjectCommand({ Bucket: 'settings', Key: 'all.zip', Body: 'x' }));
    const other = {
      name: 'Settings',
      actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' } as const,
      configuration: { S3Bucket: 'settings', S3ObjectKey: 'all.zip', ...polling },
      outputArtifacts: [{ name: 'Settings' }],
    };
    await world.pipeline('shop', [approvalStage], polling, [other]);
    const given = { pipeline: 'shop', wait: 'none', 'source-action': 'Upload' };
    const { code, log, outputs } = await (await world.step(tree, given)).main();
    expect(log).toContain('The upload starts shop by itself');
    expect(code).toBe(0);
    const runs = await world.runs('shop');
    expect(runs.map(({ pipelineExecutionId }) => pipelineExecutionId)).toEqual([outputs['execution-id']]);
    expect(runs[0]?.sourceRevisions).toContainEqual(
      expect.objectContaining({ actionName: 'Upload', revisionId: outputs['version-id'] }),
    );
  });
});

describe('a main step that is killed leaves no run, or a stopped one', () => {
  /** Where: before the call goes out, or when it was answered and nobody heard it. */
  const places: [when: 'before' | 'after', call: string, source: Record<string, string>][] = [
    ['before', 'GetPipeline', {}],
    ['before', 'PUT /source/app.zip', {}],
    ['after', 'PUT /source/app.zip', {}],
    ['before', 'StartPipelineExecution', {}],
    ['after', 'StartPipelineExecution', {}],
    ['before', 'GetPipelineExecution', {}],
    ['after', 'ListActionExecutions', {}],
    ['before', 'PUT /source/app.zip', polling],
    ['after', 'PUT /source/app.zip', polling],
    ['after', 'GetPipelineExecution', polling],
  ];

  test.each(places)('%s %s with %o', async (when, call, source) => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage], source);
    let isKilled = false;
    const hook = (seen: { call: string }) => {
      if (isKilled || seen.call !== call) return undefined;
      isKilled = true;
      step.kill('SIGKILL');
      return { status: 500, code: 'InternalFailure' };
    };
    const aws = await startProxy(world.local.endpoint, { [when]: hook });
    const given = { pipeline: 'shop', 'on-cancel': 'abandon' };
    const step = await world.step(tree, given, { AWS_ENDPOINT_URL: aws.endpoint });
    expect((await step.main()).signal).toBe('SIGKILL');
    expect((await step.post()).code).toBe(0);
    const runs = await world.runs('shop');
    for (const { status } of runs) expect(['Stopping', 'Stopped']).toContain(status);
    const isBegun =
      call === 'StartPipelineExecution' ||
      call.includes('Executi') ||
      (when === 'after' && source === polling);
    expect(runs).toHaveLength(isBegun ? 1 : 0);
  });
});
