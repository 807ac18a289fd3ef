import type { CreateDeploymentGroupInput } from '@aws-sdk/client-codedeploy';
import { afterEach, expect, test } from 'vitest';
import cloudwatch from '../../../../../local/aws/services/cloudwatch/service.ts';
import { type Fleet, shop, startFleet } from './fleet.ts';

let fleet: Fleet;

afterEach(async () => {
  await fleet.world.close();
  expect(await fleet.processes()).toEqual([]);
  expect(fleet.faults).toEqual([]);
});

const waits = {
  'appspec.yml':
    'version: 0.0\nos: linux\nhooks:\n  BeforeInstall:\n    - location: wait.sh\n      timeout: 600\n',
  'wait.sh': '#!/bin/sh\nsleep 600\n',
};

async function setUp(group: Partial<CreateDeploymentGroupInput> = {}, alarm = true) {
  fleet = await startFleet({
    hosts: 1,
    group: {
      deploymentConfigName: 'CodeDeployDefault.AllAtOnce',
      alarmConfiguration: { enabled: true, alarms: [{ name: 'errors' }] },
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_STOP_ON_ALARM'] },
      ...group,
    },
  });
  const alarms = fleet.world.use(cloudwatch);
  if (alarm) alarms.put({ AlarmName: 'errors' });
  return (value: 'OK' | 'ALARM') => alarms.setState('errors', { value, reason: 'a test' });
}

const activated =
  'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <errors>';

test('an alarm stops the deployment, which is rolled back though the alarm is still active', {
  timeout: 60_000,
}, async () => {
  const set = await setUp();
  const good = await fleet.deploy(shop('v1'));
  expect(good.status).toBe('Succeeded');
  const { finished } = await fleet.start(waits);
  await expect.poll(async () => (await fleet.processes()).length, { timeout: 10_000 }).toBeGreaterThan(1);
  set('OK');
  set('ALARM');
  const stopped = await finished;
  expect(stopped).toMatchObject({
    status: 'Stopped',
    errorInformation: { code: 'ALARM_ACTIVE', message: activated },
    overrideAlarmConfiguration: { enabled: true, alarms: [{ name: 'errors' }] },
  });
  const { rollbackDeploymentId } = stopped.rollbackInfo!;
  const rollback = await fleet.state.deployments.get(rollbackDeploymentId!)!.finished;
  expect(rollback).toMatchObject({ status: 'Succeeded', revision: good.revision });
  expect(await fleet.answers()).toEqual(['v1']);
});

test('an alarm that is active already lets nothing start, unless the deployment overrides it', {
  timeout: 60_000,
}, async () => {
  const set = await setUp({ autoRollbackConfiguration: { enabled: false, events: [] } });
  set('ALARM');
  const files = { 'appspec.yml': 'version: 0.0\nos: linux\n' };
  expect(await fleet.deploy(files)).toMatchObject({
    status: 'Stopped',
    deploymentOverview: { Skipped: 1 },
    errorInformation: { code: 'ALARM_ACTIVE' },
  });
  const override = { overrideAlarmConfiguration: { enabled: false } };
  expect((await fleet.deploy(files, override)).status).toBe('Succeeded');
});

test('an alarm that is not there stops the deployment unless that is to be ignored', {
  timeout: 60_000,
}, async () => {
  await setUp({}, false);
  const files = { 'appspec.yml': 'version: 0.0\nos: linux\n' };
  const { status, errorInformation } = await fleet.deploy(files);
  expect(status).toBe('Stopped');
  expect(errorInformation?.message).toMatch(/could not be retrieved from Amazon CloudWatch.*<errors>/);
  const alarms = { enabled: true, ignorePollAlarmFailure: true, alarms: [{ name: 'errors' }] };
  expect((await fleet.deploy(files, { overrideAlarmConfiguration: alarms })).status).toBe('Succeeded');
});
