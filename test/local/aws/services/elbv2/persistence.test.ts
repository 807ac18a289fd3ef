import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalAws, startAws } from '../../../../../local/aws/server.ts';
import cloudwatch from '../../../../../local/aws/services/cloudwatch/service.ts';
import codedeploy from '../../../../../local/aws/services/codedeploy/service.ts';
import elbv2 from '../../../../../local/aws/services/elbv2/service.ts';

let folder: string;
let running: LocalAws;
let application: Server;
let logged: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'));
  logged = [];
  application = await listening(0);
  running = await startAws({ data: folder, log: (message) => logged.push(message) });
});

afterEach(async () => {
  await running.close();
  application.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listening(port: number): Promise<Server> {
  const server = createServer((_, response) => void response.end('the application'));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A load balancer before one host, on which the application is. */
async function balance() {
  const balancers = running.aws.use(elbv2);
  const env = { PORT: String(portOf(application)) };
  const host = await running.aws.use(codedeploy).hosts.add({ env });
  const group = balancers.createGroup('web', 80, { path: '/health', intervalSeconds: 5 });
  group.targets.drainingDelay = 7000;
  balancers.register(group, host.id);
  const balancer = balancers.createBalancer('front');
  const { listener, arn } = await balancers.listen(balancer, group, 0);
  return { host, group, balancer, listener, arn };
}

async function restart() {
  await running.close();
  return start();
}

async function start() {
  running = await startAws({ data: folder, log: (message) => logged.push(message) });
  return running.aws.use(elbv2);
}

test('a load balancer listens where it did, for the targets that it had', async () => {
  const { host, group, balancer, listener } = await balance();
  const balancers = await restart();
  expect(await (await fetch(listener.url)).text()).toBe('the application');
  const again = balancers.group(group.arn);
  expect(again.healthCheck).toEqual(group.healthCheck);
  expect(again.targets.drainingDelay).toBe(7000);
  expect(again.targets.targets()).toMatchObject([{ id: host.id, port: portOf(application) }]);
  expect(balancers.balancersOf(again)).toMatchObject([{ arn: balancer.arn, created: balancer.created }]);
  expect(running.aws.use(codedeploy).hosts.list()).toMatchObject([
    { id: host.id, env: host.env, root: host.root },
  ]);
  expect(logged).toEqual([]);
});

test('a listener whose port is taken gets another, and the log tells', async () => {
  const { balancer, listener, arn } = await balance();
  await running.close();
  const other = await listening(listener.port);
  const balancers = await start().finally(() => other.close());
  const { port, url } = balancers.balancer(balancer.arn).listeners.get(arn)!.listener;
  expect(port).not.toBe(listener.port);
  expect(await (await fetch(url)).text()).toBe('the application');
  expect(logged).toEqual([expect.stringContaining(`${arn} listens on port ${port} now`)]);
});

test('alarms keep their states', async () => {
  const alarms = running.aws.use(cloudwatch);
  alarms.put({
    AlarmName: 'errors',
    MetricName: 'Errors',
    Namespace: 'Shop',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
  });
  alarms.setState('errors', { value: 'ALARM', reason: 'Too many' });
  const before = structuredClone(alarms.all());
  await restart();
  expect(running.aws.use(cloudwatch).all()).toEqual(before);
});
