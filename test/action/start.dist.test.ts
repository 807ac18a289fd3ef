import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { PutBucketNotificationConfigurationCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { actionWorld, approvalStage, type World } from './world.ts';

const tree = { 'index.html': 'hello' };
const polling = { PollForSourceChanges: 'true' };

async function tellEventBridge({ s3 }: World, Bucket: string): Promise<void> {
  const NotificationConfiguration = { EventBridgeConfiguration: {} };
  await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
}

/** A rule that starts the pipeline at every new object, as AWS's console makes one. */
async function ruleFor(world: World, pipeline: string): Promise<void> {
  const events = new EventBridgeClient(world.client);
  onTestFinished(() => events.destroy());
  const Bucket = 'source';
  await tellEventBridge(world, Bucket);
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

  test('by a rule of which no earlier run tells', async () => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage]);
    await ruleFor(world, 'shop');
    const { code, log, outputs } = await (await world.step(tree, { pipeline: 'shop', wait: 'none' })).main();
    expect(code).toBe(0);
    expect(log).toContain(
      'No earlier run tells whether an EventBridge rule starts shop; looking for the run',
    );
    expect(await world.runs('shop')).toMatchObject([
      { pipelineExecutionId: outputs['execution-id'], trigger: { triggerType: 'CloudWatchEvent' } },
    ]);
  });

  test('by us where no rule does, and from the second version on without a wait', async () => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage]);
    await tellEventBridge(world, 'source');
    const given = { pipeline: 'shop', wait: 'none' };
    const logs: string[] = [];
    for (const attempt of ['1', '2', '3']) {
      const step = await world.step({ attempt }, given, { GITHUB_RUN_ATTEMPT: attempt });
      logs.push((await step.main()).log);
    }
    expect(logs.map((log) => log.includes('No rule has started a run'))).toEqual([true, true, false]);
    const runs = await world.runs('shop');
    expect(runs.map(({ trigger }) => trigger?.triggerType)).toEqual(
      Array.from({ length: 3 }, () => 'StartPipelineExecution'),
    );
  }, 60_000);

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
