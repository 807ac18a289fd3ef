import type { BlueGreenDeploymentConfiguration, DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { afterEach, expect, test } from 'vitest';
import { ManualClock } from '../../../../../local/clock.ts';
import type { Files } from './bundle.ts';
import { ask, behindWeb, type Fleet, replacements, shop, startFleet, story } from './fleet.ts';

let fleet: Fleet;

afterEach(async () => {
  await fleet.world.close();
  expect(await fleet.processes()).toEqual([]);
  expect(fleet.faults).toEqual([]);
});

const minute = 60_000;
const bundle = { 'appspec.yml': 'version: 0.0\nos: linux\n' };
const production = { applicationName: 'shop', deploymentGroupName: 'production' };

/** Two hosts with v1 in rotation, two spare, and a group that now deploys blue/green. */
async function setUp(
  config: BlueGreenDeploymentConfiguration,
  options: Parameters<typeof startFleet>[0] & { first?: Files } = {},
) {
  fleet = await startFleet({
    hosts: 2,
    spare: 2,
    ...options,
    group: { ...behindWeb, deploymentConfigName: 'CodeDeployDefault.AllAtOnce', ...options.group },
  });
  const web = await fleet.balance();
  expect((await fleet.deploy(options.first ?? shop('v1'))).status).toBe('Succeeded');
  await fleet.send('UpdateDeploymentGroup', {
    applicationName: 'shop',
    currentDeploymentGroupName: 'production',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    blueGreenDeploymentConfiguration: config,
  });
  return web;
}

const inRotation = ({ group }: Awaited<ReturnType<typeof setUp>>) =>
  group.targets
    .targets()
    .map(({ id }) => fleet.hosts.findIndex((host) => host.id === id))
    .sort();
const info = (id: string) =>
  fleet
    .send('GetDeployment', { deploymentId: id })
    .then((answer) => (answer as { deploymentInfo: DeploymentInfo }).deploymentInfo);

test('traffic goes from the originals to the replacements, and no request fails', {
  timeout: 60_000,
}, async () => {
  const web = await setUp({
    terminateBlueInstancesOnDeploymentSuccess: { action: 'KEEP_ALIVE' },
    deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' },
    greenFleetProvisioningOption: { action: 'DISCOVER_EXISTING' },
  });
  const asking = ask(web.url);
  const deployed = await fleet.deploy(shop('v2'), { targetInstances: replacements });
  const answers = await asking.stop();
  expect(deployed).toMatchObject({
    status: 'Succeeded',
    deploymentOverview: { Succeeded: 4, Ready: 0 },
    deploymentStyle: { deploymentType: 'BLUE_GREEN' },
    targetInstances: replacements,
    instanceTerminationWaitTimeStarted: false,
  });
  expect([...answers.keys()].sort()).toEqual(['200 v1', '200 v2']);
  expect(await (await fetch(web.url)).text()).toBe('v2');
  expect(inRotation(web)).toEqual([2, 3]);
  // The originals live on, out of the group.
  expect(await fleet.answers()).toEqual(['v1', 'v1', 'v2', 'v2']);
  expect(await fleet.send('GetDeploymentGroup', production)).toMatchObject({
    deploymentGroupInfo: { ec2TagFilters: replacements.tagFilters },
  });
  const id = deployed.deploymentId!;
  expect(story(fleet.state, id, fleet.hosts[0]!.id)).toEqual([
    'BeforeBlockTraffic Succeeded',
    'BlockTraffic Succeeded',
    'AfterBlockTraffic Succeeded',
  ]);
  expect(story(fleet.state, id, fleet.hosts[2]!.id)).toHaveLength(10);
  const green = { deploymentId: id, targetFilters: { ServerInstanceLabel: ['Green'] } };
  expect(await fleet.send('ListDeploymentTargets', green)).toEqual({
    targetIds: fleet.hosts.slice(2).map((host) => host.id),
  });
  const target = { deploymentId: id, targetId: fleet.hosts[0]!.id };
  expect(await fleet.send('GetDeploymentTarget', target)).toMatchObject({
    deploymentTarget: { instanceTarget: { instanceLabel: 'Blue', status: 'Succeeded' } },
  });
});

test('a deployment that is ready waits until it is continued', { timeout: 60_000 }, async () => {
  const web = await setUp({
    deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 60 },
  });
  const { id, finished } = await fleet.start(shop('v2'), { targetInstances: replacements });
  await expect(fleet.send('ContinueDeployment', { deploymentId: id })).rejects.toMatchObject({
    code: 'DeploymentIsNotInReadyStateException',
  });
  await expect.poll(async () => (await info(id)).status, { timeout: 20_000 }).toBe('Ready');
  expect((await info(id)).deploymentOverview).toMatchObject({ Ready: 2, Pending: 2 });
  expect(inRotation(web)).toEqual([0, 1]);
  expect(await (await fetch(web.url)).text()).toBe('v1');
  const wrong = { deploymentId: id, deploymentWaitType: 'TERMINATION_WAIT' };
  await expect(fleet.send('ContinueDeployment', wrong)).rejects.toMatchObject({
    code: 'InvalidDeploymentStatusException',
  });
  await fleet.send('ContinueDeployment', { deploymentId: id, deploymentWaitType: 'READY_WAIT' });
  expect((await finished).status).toBe('Succeeded');
  expect(inRotation(web)).toEqual([2, 3]);
  const told = fleet.events.filter(({ detail }) => detail.deploymentId === id && !detail.instanceId);
  expect(told.map(({ detail }) => detail.state)).toEqual(['START', 'READY', 'SUCCESS']);
  await expect(fleet.send('ContinueDeployment', { deploymentId: id })).rejects.toMatchObject({
    code: 'DeploymentAlreadyCompletedException',
  });
});

test('a deployment that nobody continues in time is stopped, and the originals serve on', {
  timeout: 60_000,
}, async () => {
  const clock = new ManualClock();
  const web = await setUp(
    { deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 2880 } },
    { clock },
  );
  const { id, finished } = await fleet.start(bundle, { targetInstances: replacements });
  await expect.poll(async () => (await info(id)).status, { timeout: 20_000 }).toBe('Ready');
  await clock.advance(2880 * minute - 1);
  expect((await info(id)).status).toBe('Ready');
  await clock.advance(1);
  expect(await finished).toMatchObject({
    status: 'Stopped',
    errorInformation: { code: 'TIMEOUT' },
    deploymentOverview: { Skipped: 4 },
  });
  expect(inRotation(web)).toEqual([0, 1]);
});

test('originals are terminated after the wait', { timeout: 60_000 }, async () => {
  const clock = new ManualClock();
  const web = await setUp(
    { terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 60 } },
    { clock },
  );
  const { id, finished } = await fleet.start(shop('v2'), { targetInstances: replacements });
  await expect
    .poll(async () => (await info(id)).instanceTerminationWaitTimeStarted, { timeout: 20_000 })
    .toBe(true);
  expect(await fleet.answers()).toEqual(['v1', 'v1', 'v2', 'v2']);
  await clock.advance(60 * minute);
  expect((await finished).status).toBe('Succeeded');
  expect(await fleet.answers()).toEqual(['nobody', 'nobody', 'v2', 'v2']);
  expect(fleet.state.hosts.list()).toEqual(fleet.hosts.slice(2));
  expect(inRotation(web)).toEqual([2, 3]);
});

test.each([
  ['SkipWaitTimeForInstanceTermination', {}],
  ['ContinueDeployment', { deploymentWaitType: 'TERMINATION_WAIT' }],
])('%s ends the wait for termination', { timeout: 60_000 }, async (operation, input) => {
  await setUp({
    terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 2880 },
  });
  const { id, finished } = await fleet.start(shop('v2'), { targetInstances: replacements });
  await expect
    .poll(async () => (await info(id)).instanceTerminationWaitTimeStarted, { timeout: 20_000 })
    .toBe(true);
  await fleet.send(operation, { deploymentId: id, ...input });
  expect((await finished).status).toBe('Succeeded');
  expect(await fleet.answers()).toEqual(['nobody', 'nobody', 'v2', 'v2']);
});

test('on the way back the scripts are those of the bundle that each host has', {
  timeout: 60_000,
}, async () => {
  const talkative = (version: string) => ({
    ...shop(version),
    'appspec.yml': `${shop(version)['appspec.yml']}${['BeforeBlockTraffic', 'AfterAllowTraffic']
      .map((event) => `  ${event}:\n    - location: say.sh\n`)
      .join('')}`,
    'say.sh': `#!/bin/sh\necho $LIFECYCLE_EVENT of ${version} in $DEPLOYMENT_ID\n`,
  });
  await setUp(
    { terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 60 } },
    { first: talkative('v1') },
  );
  const { id, finished } = await fleet.start(talkative('v2'), { targetInstances: replacements });
  await expect
    .poll(async () => (await info(id)).instanceTerminationWaitTimeStarted, { timeout: 20_000 })
    .toBe(true);
  await fleet.send('StopDeployment', { deploymentId: id, autoRollbackEnabled: true });
  const backId = (await finished).rollbackInfo!.rollbackDeploymentId!;
  await fleet.state.deployments.get(backId)!.finished;
  const tail = (host: number, event: string) =>
    fleet.state.deployments
      .get(backId)!
      .targets.get(fleet.hosts[host]!.id)!
      .events.find(({ lifecycleEventName }) => lifecycleEventName === event)!.diagnostics!.logTail;
  expect(tail(2, 'BeforeBlockTraffic')).toContain(`[stdout]BeforeBlockTraffic of v2 in ${backId}`);
  expect(tail(0, 'AfterAllowTraffic')).toContain(`[stdout]AfterAllowTraffic of v1 in ${backId}`);
});

test('a stop while the originals wait to end takes the traffic back to them, and no request fails', {
  timeout: 60_000,
}, async () => {
  const web = await setUp(
    { terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 60 } },
    { group: { autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_STOP_ON_REQUEST'] } } },
  );
  const { id, finished, stop } = await fleet.start(shop('v2'), { targetInstances: replacements });
  await expect
    .poll(async () => (await info(id)).instanceTerminationWaitTimeStarted, { timeout: 20_000 })
    .toBe(true);
  expect(inRotation(web)).toEqual([2, 3]);
  const asking = ask(web.url);
  stop();
  const stopped = await finished;
  expect(stopped.status).toBe('Stopped');
  const rollback = await fleet.state.deployments.get(stopped.rollbackInfo!.rollbackDeploymentId!)!.finished;
  const answers = await asking.stop();
  expect(rollback).toMatchObject({ status: 'Succeeded', creator: 'codeDeployRollback' });
  expect([...answers.keys()].filter((answer) => !/^200 v[12]$/.test(answer))).toEqual([]);
  expect(inRotation(web)).toEqual([0, 1]);
  expect(await (await fetch(web.url)).text()).toBe('v1');
  expect(await fleet.send('GetDeploymentGroup', production)).toMatchObject({
    deploymentGroupInfo: { ec2TagFilters: [{ Value: 'shop' }] },
  });
});

test('replacements that fail never get traffic', { timeout: 60_000 }, async () => {
  const web = await setUp({});
  const failed = await fleet.deploy(shop('v2', { isBroken: true }), { targetInstances: replacements });
  expect(failed).toMatchObject({
    status: 'Failed',
    errorInformation: { code: 'HEALTH_CONSTRAINTS' },
    deploymentOverview: { Failed: 2, Skipped: 2 },
  });
  expect(inRotation(web)).toEqual([0, 1]);
  expect(await (await fetch(web.url)).text()).toBe('v1');
});

test('what makes no blue/green deployment is refused', { timeout: 60_000 }, async () => {
  await setUp({});
  const start = (input: object) => fleet.start(bundle, input);
  await expect(start({})).rejects.toMatchObject({ code: 'InvalidTargetInstancesException' });
  await expect(start({ targetInstances: { autoScalingGroups: ['a'] } })).rejects.toThrow(
    /No instance has the tags/,
  );
  const nobody = { tagFilters: [{ Key: 'Name', Value: 'nobody' }] };
  await expect(start({ targetInstances: nobody })).rejects.toThrow(/No instance has the tags/);
});

test('closing the world ends a deployment that waits', { timeout: 60_000 }, async () => {
  await setUp({ deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 2880 } });
  const { id, finished } = await fleet.start(bundle, { targetInstances: replacements });
  await expect.poll(async () => (await info(id)).status, { timeout: 20_000 }).toBe('Ready');
  await fleet.world.close();
  expect((await finished).status).toBe('Stopped');
});

test('traffic that cannot be moved fails the deployment, and the originals keep theirs', {
  timeout: 60_000,
}, async () => {
  const clock = new ManualClock();
  const web = await setUp({}, { clock });
  // Nothing listens on the replacements, so that no health check ever passes.
  const { id, finished } = await fleet.start(bundle, { targetInstances: replacements });
  await expect
    .poll(() => story(fleet.state, id, fleet.hosts[2]!.id).at(-2), { timeout: 20_000 })
    .toBe('AllowTraffic InProgress');
  expect(await (await fetch(web.url)).text()).toBe('v1');
  await clock.advance(60 * minute);
  expect(await finished).toMatchObject({ status: 'Failed', deploymentOverview: { Failed: 2, Skipped: 2 } });
  expect(
    fleet.targets(id)[0]!.events.find(({ status }) => status === 'Failed')?.diagnostics?.message,
  ).toMatch(/^The load balancer did not find i-[0-9a-f]+ healthy within an hour\.$/);
  expect(inRotation(web)).toEqual(expect.arrayContaining([0, 1]));
});
