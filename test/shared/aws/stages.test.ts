import { CodeDeployClient, GetDeploymentCommand } from '@aws-sdk/client-codedeploy';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createDeployments } from '../../../shared/aws/deployments-port.ts';
import { createStages, transitionReason } from '../../../shared/aws/stages.ts';
import { createLogReader } from '../../../shared/providers/find.ts';
import { openShop } from './shop.ts';

test.each([
  ['Ada: waiting for the “new” database, see #42', 'Ada- waiting for the new database see 42'],
  ['Grüße, Zoë & Ann-Marie!', 'Gru e Zoe Ann-Marie!'],
  ['line one\nline two\t<!channel>', 'line one line two !channel'],
  ['待機中', 'See the audit log of Drawbridge for the reason'],
  ['   ', 'See the audit log of Drawbridge for the reason'],
])('the reason “%s” is told as “%s”', (reason, told) => {
  expect(transitionReason(reason)).toBe(told);
});

test('any reason is one that AWS takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), (reason) => {
      expect(transitionReason(reason)).toMatch(/^[a-zA-Z0-9!@ ().*?-]{1,300}$/);
    }),
  );
});

test('a way is closed with its reason, and opened', async () => {
  const { clients, config } = await openShop();
  const stages = createStages(clients, config.region);
  expect((await stages.states('shop')).map(({ stage }) => stage)).toEqual([
    'Source',
    'Build',
    'Gate',
    'Deploy',
  ]);
  await stages.close({ pipeline: 'shop', stage: 'Deploy', reason: 'Ada: “wait”' });
  const closed = (await stages.states('shop')).find(({ stage }) => stage === 'Deploy')?.closed;
  expect(closed).toMatchObject({ reason: 'Ada- wait' });
  expect(closed?.at).toBeGreaterThan(0);
  await stages.open({ pipeline: 'shop', stage: 'Deploy' });
  expect((await stages.states('shop')).every((each) => each.closed === undefined)).toBe(true);
});

test('what cannot be done is one sentence', async () => {
  const { clients, config, push, follow } = await openShop();
  const stages = createStages(clients, config.region);
  const run = await push({ message: 'A change' });
  await follow(run);
  const at = { pipeline: 'shop', stage: 'Build', run, condition: 'BEFORE_ENTRY' as const };
  await expect(stages.override(at)).rejects.toThrow('No condition of the stage Build can be overridden');
  await expect(stages.close({ pipeline: 'shop', stage: 'Prod', reason: 'x' })).rejects.toThrow(
    'There is no Prod stage in the pipeline shop.',
  );
});

test('a deployment is read, done again and found by its description; logs are read', async () => {
  const { clients, config, pipelines, push, follow, approve } = await openShop();
  const deployments = createDeployments(clients);
  const id = await push({ message: 'A change' }, { build: 'echo painted' });
  await follow(id);
  await approve(id);
  const run = await follow(id, 'end');
  expect(run.status).toBe('Succeeded');
  const logsOf = createLogReader(clients);
  expect((await logsOf(run, 'Build', 'Compile'))?.join('\n')).toContain('painted');
  expect(await logsOf(run, 'Gate', 'Approve')).toBeUndefined();

  const action = (await pipelines.run('shop', id)).stages.at(-1)?.actions[0];
  const first = action?.externalId ?? '';
  expect(await deployments.read(first)).toEqual({
    id: first,
    status: 'Succeeded',
    application: 'shop',
    group: 'production',
  });
  expect(await deployments.described(first, 'Rollback 1')).toBeUndefined();
  const again = await deployments.repeat(first, 'Rollback 1');
  expect(again).not.toBe(first);
  expect(await deployments.described(first, 'Rollback 1')).toBe(again);
  const client = new CodeDeployClient(config);
  const revisionOf = async (deploymentId: string) =>
    (await client.send(new GetDeploymentCommand({ deploymentId }))).deploymentInfo?.revision;
  expect(await revisionOf(again)).toEqual(await revisionOf(first));
  await vi.waitFor(async () => expect(await deployments.read(again)).toMatchObject({ status: 'Succeeded' }), {
    timeout: 20_000,
    interval: 100,
  });
  await expect(deployments.proceed(again, 'READY_WAIT')).rejects.toThrow(
    'That kind of deployment cannot do this',
  );
  expect(await deployments.read('d-000000000')).toBeUndefined();
}, 60_000);
