import { afterEach, expect, test } from 'vitest';
import { ask, behindWeb, type Fleet, shop, startFleet, story } from './fleet.ts';

let fleet: Fleet;

afterEach(async () => {
  await fleet.world.close();
  expect(await fleet.processes()).toEqual([]);
  expect(fleet.faults).toEqual([]);
});

test('in place behind a load balancer no request fails, and every host is taken out and put back', {
  timeout: 60_000,
}, async () => {
  fleet = await startFleet({ hosts: 2, group: { ...behindWeb, deploymentConfigName: undefined } });
  const { url, group } = await fleet.balance();
  const first = await fleet.deploy(shop('v1'));
  expect(first.status).toBe('Succeeded');
  expect(group.targets.targets().map(({ state }) => state)).toEqual(['healthy', 'healthy']);

  const asking = ask(url);
  const second = await fleet.deploy(shop('v2'));
  const answers = await asking.stop();
  expect(second).toMatchObject({
    status: 'Succeeded',
    deploymentStyle: { deploymentType: 'IN_PLACE', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    loadBalancerInfo: { targetGroupInfoList: [{ name: 'web' }] },
  });
  expect([...answers.keys()].sort()).toEqual(['200 v1', '200 v2']);
  expect(await fleet.answers()).toEqual(['v2', 'v2']);
  expect(story(fleet.state, second.deploymentId!, fleet.hosts[0]!.id)).toEqual(
    [
      'BeforeBlockTraffic',
      'BlockTraffic',
      'AfterBlockTraffic',
      'ApplicationStop',
      'DownloadBundle',
      'BeforeInstall',
      'Install',
      'AfterInstall',
      'ApplicationStart',
      'ValidateService',
      'BeforeAllowTraffic',
      'AllowTraffic',
      'AfterAllowTraffic',
    ].map((event) => `${event} Succeeded`),
  );
});

test('a host that fails stays out of rotation', { timeout: 60_000 }, async () => {
  fleet = await startFleet({ hosts: 2, group: { ...behindWeb, deploymentConfigName: undefined } });
  const { url, group } = await fleet.balance();
  await fleet.deploy(shop('v1'));
  const broken = await fleet.deploy(shop('v2', { isBroken: true }));
  expect(broken.status).toBe('Failed');
  const [failed] = fleet.targets(broken.deploymentId);
  expect(group.targets.targets().map(({ id }) => id)).toEqual(
    fleet.hosts.map(({ id }) => id).filter((id) => id !== failed!.id),
  );
  expect(await (await fetch(url)).text()).toBe('v1');
});

test('a stop ends the wait for a host that never becomes healthy', { timeout: 60_000 }, async () => {
  fleet = await startFleet({
    hosts: 1,
    group: { ...behindWeb, deploymentConfigName: 'CodeDeployDefault.AllAtOnce' },
  });
  const { group } = await fleet.balance();
  const { id, finished, stop } = await fleet.start({ 'appspec.yml': 'version: 0.0\nos: linux\n' });
  await expect
    .poll(() => group.targets.targets()[0]?.reason, { timeout: 10_000 })
    .toBe('Health checks failed');
  stop();
  expect((await finished).status).toBe('Stopped');
  expect(story(fleet.state, id, fleet.hosts[0]!.id).slice(-2)).toEqual([
    'AllowTraffic Failed',
    'AfterAllowTraffic Skipped',
  ]);
});

test('a target group that is not there, or that nothing routes to, fails the deployment and says so', {
  timeout: 60_000,
}, async () => {
  fleet = await startFleet({
    hosts: 1,
    group: { ...behindWeb, deploymentConfigName: 'CodeDeployDefault.AllAtOnce' },
  });
  const files = { 'appspec.yml': 'version: 0.0\nos: linux\n' };
  expect((await fleet.deploy(files)).errorInformation).toEqual({
    code: 'ELASTIC_LOAD_BALANCING_INVALID',
    message: 'The target group web could not be found.',
  });
  const { group } = await fleet.balance();
  const { world } = fleet;
  const { default: elbv2 } = await import('../../../../../local/aws/services/elbv2/service.ts');
  const balancers = world.use(elbv2);
  await balancers.deleteBalancer(balancers.balancersOf(group)[0]!.arn);
  const { deploymentId, status } = await fleet.deploy(files);
  expect(status).toBe('Failed');
  expect(fleet.targets(deploymentId)[0]!.events.find((event) => event.status === 'Failed')).toMatchObject({
    lifecycleEventName: 'AllowTraffic',
    diagnostics: { message: 'The target group web has no listener: no request would come from it.' },
  });
});
