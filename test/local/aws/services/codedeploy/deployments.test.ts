import { readFile, stat } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { type Fleet, shop, startFleet, story } from './fleet.ts';

let fleet: Fleet;

afterEach(async () => {
  await fleet.world.close();
  expect(await fleet.processes()).toEqual([]);
  expect(fleet.faults).toEqual([]);
});

test('a good release, a broken one, and the good one again', { timeout: 60_000 }, async () => {
  fleet = await startFleet();
  const { state, hosts } = fleet;

  const first = await fleet.deploy(shop('v1'));
  expect(first).toMatchObject({
    status: 'Succeeded',
    deploymentOverview: { Pending: 0, InProgress: 0, Succeeded: 4, Failed: 0, Skipped: 0, Ready: 0 },
  });
  expect(await fleet.answers()).toEqual(['v1', 'v1', 'v1', 'v1']);
  expect((await stat(hosts[0]!.resolve('/opt/shop/server.js'))).mode & 0o777).toBe(0o600);

  const broken = await fleet.deploy(shop('v2', { isBroken: true }));
  expect(broken).toMatchObject({
    status: 'Failed',
    errorInformation: { code: 'HEALTH_CONSTRAINTS' },
    deploymentOverview: { Succeeded: 0, Failed: 2, Skipped: 2 },
  });
  const [failed, , skipped] = fleet.targets(broken.deploymentId);
  expect(story(state, broken.deploymentId!, failed!.id)).toEqual([
    'ApplicationStop Succeeded',
    'DownloadBundle Succeeded',
    'BeforeInstall Succeeded',
    'Install Succeeded',
    'AfterInstall Succeeded',
    'ApplicationStart Succeeded',
    'ValidateService Failed',
  ]);
  expect(failed!.events.at(-1)!.diagnostics).toEqual({
    errorCode: 'ScriptFailed',
    scriptName: 'scripts/validate.sh',
    message: 'Script at specified location: scripts/validate.sh failed with exit code 1',
    logTail: expect.stringMatching(/^LifecycleEvent - ValidateService\nScript - scripts\/validate\.sh\n/),
  });
  const tail = failed!.events.at(-1)!.diagnostics!.logTail;
  expect(tail).toContain('[stdout]the shop answers 500 v2\n');
  expect(tail).toContain('[stderr]that is not healthy\n');
  expect(failed!.events[0]!.diagnostics).toMatchObject({
    errorCode: 'Success',
    logTail: expect.stringContaining('[stdout]stopped by the scripts of v1\n'),
  });
  expect(skipped!.status).toBe('Skipped');
  expect(new Set(skipped!.events.map(({ status }) => status))).toEqual(new Set(['Skipped']));
  expect((await fleet.answers()).sort()).toEqual(['v1', 'v1', 'v2', 'v2']);

  const again = await fleet.deploy(shop('v1'));
  expect(again.status).toBe('Succeeded');
  // The hosts that failed come first, and their old release is stopped by its own scripts.
  const [mended] = fleet.targets(again.deploymentId);
  expect(
    fleet
      .targets(broken.deploymentId)
      .slice(0, 2)
      .map(({ id }) => id),
  ).toContain(mended!.id);
  expect(mended!.events[0]!.diagnostics!.logTail).toContain('[stdout]stopped by the scripts of v2\n');
  expect(await fleet.answers()).toEqual(['v1', 'v1', 'v1', 'v1']);
});

test('half at a time on four hosts is two at a time, and every step is told', {
  timeout: 60_000,
}, async () => {
  fleet = await startFleet();
  const { deploymentId } = await fleet.deploy(shop('v1'));
  let busy = 0;
  const counts = fleet.events
    .filter((event) => event['detail-type'] === 'CodeDeploy Instance State-change Notification')
    .map(({ detail }) => {
      busy += detail.state === 'START' ? 1 : -1;
      return busy;
    });
  expect(Math.max(...counts)).toBe(2);
  expect(counts.at(-1)).toBe(0);
  expect(
    fleet.events
      .filter((event) => event['detail-type'] === 'CodeDeploy Deployment State-change Notification')
      .map(({ detail, resources, source }) => ({ detail, resources, source })),
  ).toEqual(
    ['START', 'SUCCESS'].map((state) => ({
      source: 'aws.codedeploy',
      resources: [
        'arn:aws:codedeploy:us-east-1:123456789012:application:shop',
        'arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:shop/production',
      ],
      detail: {
        region: 'us-east-1',
        application: 'shop',
        deploymentGroup: 'production',
        instanceGroupId: expect.any(String),
        deploymentId,
        state,
      },
    })),
  );
});

test('a failure rolls back by a new deployment of the last good revision', { timeout: 60_000 }, async () => {
  fleet = await startFleet({
    hosts: 2,
    group: {
      deploymentConfigName: 'CodeDeployDefault.AllAtOnce',
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
    },
  });
  const good = await fleet.deploy(shop('v1'));
  const broken = await fleet.deploy(shop('v2', { isBroken: true }));
  const rollbackId = broken.rollbackInfo!.rollbackDeploymentId!;
  const rollback = await fleet.state.deployments.get(rollbackId)!.finished;
  expect(rollback).toMatchObject({
    status: 'Succeeded',
    creator: 'codeDeployRollback',
    revision: good.revision,
    rollbackInfo: { rollbackTriggeringDeploymentId: broken.deploymentId },
  });
  expect(await fleet.answers()).toEqual(['v1', 'v1']);
});

test('without an earlier good revision there is nothing to roll back to', { timeout: 60_000 }, async () => {
  fleet = await startFleet({
    hosts: 1,
    group: {
      deploymentConfigName: 'CodeDeployDefault.AllAtOnce',
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
    },
  });
  const broken = await fleet.deploy(shop('v1', { isBroken: true }));
  expect(broken.rollbackInfo).toEqual({
    rollbackMessage: `Deployment ${broken.deploymentId} cannot be rolled back: no deployment of this group has succeeded before.`,
  });
});

test('a stop ends the script that runs and skips the rest', { timeout: 60_000 }, async () => {
  fleet = await startFleet({ hosts: 2, group: { deploymentConfigName: 'CodeDeployDefault.OneAtATime' } });
  const { id, finished } = await fleet.start({
    'appspec.yml':
      'version: 0.0\nos: linux\nhooks:\n  BeforeInstall:\n    - location: wait.sh\n      timeout: 600\n',
    'wait.sh': '#!/bin/sh\nsleep 600 &\nsleep 600\n',
  });
  await expect.poll(fleet.processes, { timeout: 10_000 }).toHaveLength(3);
  expect(await fleet.send('StopDeployment', { deploymentId: id })).toMatchObject({ status: 'Pending' });
  const stopped = await finished;
  expect(stopped).toMatchObject({
    status: 'Stopped',
    errorInformation: { code: 'MANUAL_STOP' },
    deploymentOverview: { Failed: 1, Skipped: 1 },
  });
  expect(await fleet.processes()).toEqual([]);
  await expect(fleet.send('StopDeployment', { deploymentId: id })).rejects.toMatchObject({
    code: 'DeploymentAlreadyCompletedException',
  });
});

test('closing the world ends a deployment and all that it started', { timeout: 60_000 }, async () => {
  fleet = await startFleet({ hosts: 1, group: { deploymentConfigName: 'CodeDeployDefault.AllAtOnce' } });
  const { finished } = await fleet.start({
    'appspec.yml': 'version: 0.0\nos: linux\nhooks:\n  BeforeInstall:\n    - location: wait.sh\n',
    // One child leaves the group, one ignores the polite signal.
    'wait.sh': "#!/bin/sh\nsetsid sleep 600 &\n(trap '' TERM; sleep 600) &\nsleep 600\n",
  });
  await expect.poll(async () => (await fleet.processes()).length, { timeout: 10_000 }).toBeGreaterThan(3);
  await fleet.world.close();
  expect((await finished).status).toBe('Stopped');
});

test('what an Install put there is removed by the next one', { timeout: 60_000 }, async () => {
  fleet = await startFleet({ hosts: 1, group: { deploymentConfigName: 'CodeDeployDefault.AllAtOnce' } });
  const appspec = 'version: 0.0\nos: linux\nfiles:\n  - source: app\n    destination: /opt/shop\n';
  const host = fleet.hosts[0]!;
  await fleet.deploy({ 'appspec.yml': appspec, 'app/a.txt': 'a1', 'app/old/b.txt': 'b1' });
  expect(await readFile(host.resolve('/opt/shop/old/b.txt'), 'utf8')).toBe('b1');
  // The same file again is no obstacle: it was ours.
  const next = await fleet.deploy({ 'appspec.yml': appspec, 'app/a.txt': 'a2' });
  expect(next.status).toBe('Succeeded');
  expect(await readFile(host.resolve('/opt/shop/a.txt'), 'utf8')).toBe('a2');
  await expect(stat(host.resolve('/opt/shop/old'))).rejects.toMatchObject({ code: 'ENOENT' });
});
