import { afterEach, expect, test } from 'vitest';
import sns from '../../../../../local/aws/services/sns/service.ts';
import sqs from '../../../../../local/aws/services/sqs/service.ts';
import { type Fleet, startFleet } from './fleet.ts';

let fleet: Fleet;

afterEach(async () => {
  await fleet.world.close();
  expect(fleet.faults).toEqual([]);
});

test('topics are told of deployments, rollbacks and hosts', { timeout: 60_000 }, async () => {
  fleet = await startFleet({ hosts: 1, group: { deploymentConfigName: 'CodeDeployDefault.AllAtOnce' } });
  const { world } = fleet;
  const call = { operation: '', headers: {}, accessKey: undefined };
  const queues = world.use(sqs);
  const { QueueUrl } = (await sqs.operations.CreateQueue!(queues, { QueueName: 'told' }, call)) as {
    QueueUrl: string;
  };
  const topic = world.use(sns).create('deployments');
  world.use(sns).subscribe(topic, {
    protocol: 'sqs',
    endpoint: 'arn:aws:sqs:us-east-1:123456789012:told',
    attributes: { RawMessageDelivery: 'true' },
  });
  await fleet.send('UpdateDeploymentGroup', {
    applicationName: 'shop',
    currentDeploymentGroupName: 'production',
    autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
    triggerConfigurations: [
      {
        triggerName: 'tell',
        triggerTargetArn: topic.arn,
        triggerEvents: [
          'DeploymentStart',
          'DeploymentSuccess',
          'DeploymentFailure',
          'DeploymentRollback',
          'InstanceFailure',
        ],
      },
    ],
  });
  const good = await fleet.deploy({ 'appspec.yml': 'version: 0.0\nos: linux\n' });
  const bad = await fleet.deploy({ 'none.yml': '' });
  const rollbackId = bad.rollbackInfo!.rollbackDeploymentId!;
  await fleet.state.deployments.get(rollbackId)!.finished;

  const told: Record<string, string>[] = [];
  while (told.length < 8) {
    const input = { QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 5 };
    const { Messages = [] } = (await sqs.operations.ReceiveMessage!(queues, input, call)) as {
      Messages?: { Body: string }[];
    };
    if (Messages.length === 0) break;
    told.push(...Messages.map(({ Body }) => JSON.parse(Body)));
  }
  const head = { region: 'us-east-1', accountId: '123456789012', eventTriggerName: 'tell' };
  const tale = told.map(({ deploymentId, status, instanceStatus }) => [
    deploymentId,
    status ?? instanceStatus,
  ]);
  expect(tale).toEqual([
    [good.deploymentId, 'CREATED'],
    [good.deploymentId, 'SUCCEEDED'],
    [bad.deploymentId, 'CREATED'],
    [bad.deploymentId, 'Failed'],
    [bad.deploymentId, 'FAILED'],
    [rollbackId, 'CREATED'],
    [rollbackId, 'CREATED'],
    [rollbackId, 'SUCCEEDED'],
  ]);
  expect(told[1]).toMatchObject({
    ...head,
    applicationName: 'shop',
    deploymentGroupName: 'production',
    createTime: expect.stringMatching(/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d UTC \d{4}$/),
    deploymentOverview: JSON.stringify({
      Pending: 0,
      InProgress: 0,
      Succeeded: 1,
      Failed: 0,
      Skipped: 0,
      Ready: 0,
    }),
  });
  expect(told[3]).toMatchObject({
    ...head,
    instanceId: `arn:aws:ec2:us-east-1:123456789012:instance/${fleet.hosts[0]!.id}`,
    lastUpdatedAt: expect.stringMatching(/^\d{10}(\.\d{1,3})?$/),
  });
  expect(told[3]!.lifecycleEvents).toContainEqual(
    expect.objectContaining({ LifecycleEvent: 'BeforeInstall', LifecycleEventStatus: 'Failed' }),
  );
  expect(JSON.parse(told[4]!.errorInformation!)).toMatchObject({ ErrorCode: 'HEALTH_CONSTRAINTS' });
  expect(JSON.parse(told[5]!.rollbackInformation!)).toMatchObject({
    RollbackTriggeringDeploymentId: bad.deploymentId,
  });
});
