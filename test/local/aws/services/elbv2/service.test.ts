import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AwsError } from '../../../../../local/aws/define.ts';
import { hostsOf } from '../../../../../local/aws/hosts/hosts.ts';
import elbv2 from '../../../../../local/aws/services/elbv2/service.ts';
import { createWorld, type World } from '../../../../../local/aws/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const call = { operation: '', headers: {}, accessKey: undefined };
// biome-ignore lint/suspicious/noExplicitAny: answers of every operation; the expectations say what is in them.
const send = async (operation: string, input: object): Promise<any> =>
  elbv2.operations[operation]!(world.use(elbv2), input, call);

async function targetGroup(name = 'web'): Promise<string> {
  const { TargetGroups } = await send('CreateTargetGroup', { Name: name, Protocol: 'HTTP', Port: 80 });
  return TargetGroups[0].TargetGroupArn;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a listener sends requests to the registered hosts, until they are deregistered', async () => {
  const app = createServer((_, response) => response.end('the shop'));
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  const { port: appPort } = app.address() as AddressInfo;
  const { id: Id } = await hostsOf(world).add({ env: { PORT: String(appPort) } });
  const TargetGroupArn = await targetGroup();
  const { LoadBalancers } = await send('CreateLoadBalancer', { Name: 'front' });
  const { LoadBalancerArn, DNSName } = LoadBalancers[0];
  const Port = await freePort();
  const url = `http://${DNSName}:${Port}`;

  await send('RegisterTargets', { TargetGroupArn, Targets: [{ Id }] });
  const health = async () =>
    (await send('DescribeTargetHealth', { TargetGroupArn })).TargetHealthDescriptions.map(
      (one: { TargetHealth: { State: string } }) => one.TargetHealth.State,
    );
  expect(await health()).toEqual(['unused']);
  const DefaultActions = [{ Type: 'forward', TargetGroupArn }];
  await send('CreateListener', { LoadBalancerArn, Port, DefaultActions });
  await expect.poll(health).toEqual(['healthy']);
  expect(await (await fetch(url)).text()).toBe('the shop');

  await expect(send('DeleteTargetGroup', { TargetGroupArn })).rejects.toMatchObject({
    code: 'ResourceInUse',
  });
  await expect(send('CreateListener', { LoadBalancerArn, Port, DefaultActions })).rejects.toThrow(
    `Port ${Port} cannot be listened on here`,
  );
  await send('DeregisterTargets', { TargetGroupArn, Targets: [{ Id }] });
  expect(await health()).toEqual([]);
  expect((await fetch(url)).status).toBe(503);
  await send('DeleteLoadBalancer', { LoadBalancerArn });
  await expect(fetch(url)).rejects.toThrow();
  await send('DeleteTargetGroup', { TargetGroupArn });
  app.closeAllConnections();
  app.close();
});

test('targets are registered all or not at all', async () => {
  const TargetGroupArn = await targetGroup();
  const { id } = await hostsOf(world).add({ env: { PORT: '1' } });
  const portless = await hostsOf(world).add();
  const register = (...ids: string[]) =>
    send('RegisterTargets', { TargetGroupArn, Targets: ids.map((Id) => ({ Id })) });
  await expect(register(id, 'i-00000000')).rejects.toMatchObject({ code: 'InvalidTarget' });
  await expect(register(id, portless.id)).rejects.toThrow(/has no PORT in its environment/);
  expect((await send('DescribeTargetHealth', { TargetGroupArn })).TargetHealthDescriptions).toEqual([]);
});

test.each<[string, object, string]>([
  ['CreateTargetGroup', { Name: 'web', Protocol: 'TCP', Port: 80 }, 'InvalidConfigurationRequest'],
  [
    'CreateTargetGroup',
    { Name: 'web', Protocol: 'HTTP', Port: 80, TargetType: 'ip' },
    'InvalidConfigurationRequest',
  ],
  ['CreateTargetGroup', { Name: 'web', Protocol: 'HTTP' }, 'ValidationError'],
  ['CreateTargetGroup', { Name: 'w b', Protocol: 'HTTP', Port: 80 }, 'ValidationError'],
  ['CreateTargetGroup', { Name: 'web', Protocol: 'HTTP', Port: 80, HealthCheckPath: 'x' }, 'ValidationError'],
  [
    'CreateTargetGroup',
    { Name: 'web', Protocol: 'HTTP', Port: 80, Matcher: { HttpCode: 'ok' } },
    'ValidationError',
  ],
  [
    'CreateTargetGroup',
    { Name: 'web', Protocol: 'HTTP', Port: 80, HealthCheckIntervalSeconds: 1 },
    'ValidationError',
  ],
  ['CreateLoadBalancer', { Name: 'a', Type: 'network' }, 'InvalidConfigurationRequest'],
  ['CreateListener', { LoadBalancerArn: 'none', DefaultActions: [], Port: 1 }, 'LoadBalancerNotFound'],
  ['DescribeTargetHealth', { TargetGroupArn: 'none' }, 'TargetGroupNotFound'],
  ['DescribeTargetGroups', { Marker: 'nothing' }, 'ValidationError'],
])('%s with %j is refused with %s', async (operation, input, code) => {
  const error = await send(operation, input).then(
    () => undefined,
    (thrown: AwsError) => thrown,
  );
  expect(error?.code).toBe(code);
  expect((await send('DescribeTargetGroups', {})).TargetGroups).toEqual([]);
});

test('attributes: only the draining delay', async () => {
  const TargetGroupArn = await targetGroup();
  const delay = (Value: string) => [{ Key: 'deregistration_delay.timeout_seconds', Value }];
  expect((await send('DescribeTargetGroupAttributes', { TargetGroupArn })).Attributes).toEqual(delay('300'));
  await send('ModifyTargetGroupAttributes', { TargetGroupArn, Attributes: delay('7') });
  expect((await send('DescribeTargetGroupAttributes', { TargetGroupArn })).Attributes).toEqual(delay('7'));
  for (const Attributes of [delay('3601'), [{ Key: 'stickiness.enabled', Value: 'true' }]])
    await expect(send('ModifyTargetGroupAttributes', { TargetGroupArn, Attributes })).rejects.toMatchObject({
      code: 'InvalidConfigurationRequest',
    });
});
