import { describe, expect, test } from 'vitest';
import { hasCode, isAlreadyAnswered } from '../../../shared/aws/errors.ts';
import { UserError } from '../../../shared/errors.ts';
import { createReasonFinder } from '../../../shared/providers/find.ts';
import type { Change } from '../../../shared/run/model.ts';
import { openShop } from './shop.ts';

const first: Change = {
  repository: 'acme/shop',
  commit: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
  ref: 'refs/heads/main',
  message: 'Öffne die Tür',
  author: 'Ada Lovelace',
  actor: 'ada',
  pullRequest: 12,
};
const second: Change = { ...first, commit: 'b'.repeat(40), message: 'Break the door' };

test('a run is read from its start over its approval to its end, with the change it carries', async () => {
  const { pipelines, push, follow, approve } = await openShop();
  const id = await push(first);

  const waiting = await follow(id);
  expect(waiting).toMatchObject({
    pipeline: 'shop',
    id,
    kind: 'STANDARD',
    status: 'InProgress',
    change: first,
  });
  expect(waiting.stages.map(({ name, status }) => [name, status])).toEqual([
    ['Source', 'Succeeded'],
    ['Build', 'Succeeded'],
    ['Gate', 'InProgress'],
    ['Deploy', 'Pending'],
  ]);
  expect(waiting.stages[1]!.actions[0]).toMatchObject({
    provider: 'CodeBuild',
    externalId: expect.stringMatching(/^shop:/),
  });

  const approval = (await pipelines.pendingApproval('shop', id))!;
  expect(approval).toMatchObject({ stage: 'Gate', action: 'Approve', customData: 'Release spring?' });
  await approve(id);
  const answer = { approval, status: 'Rejected', summary: 'too late' } as const;
  const late = await pipelines.approve(answer).catch((error: unknown) => error);
  expect(late).toBeInstanceOf(UserError);
  expect(isAlreadyAnswered(late)).toBe(true);

  const done = await follow(id, 'end');
  expect(done.status).toBe('Succeeded');
  expect(done.stages.every(({ status }) => status === 'Succeeded')).toBe(true);
  expect(done.endedAt).toBeGreaterThanOrEqual(done.startedAt!);
  expect(await pipelines.pendingApproval('shop', id)).toBeUndefined();

  const [newest] = await pipelines.recent('shop', { limit: 5 });
  expect(newest).toMatchObject({
    id,
    status: 'Succeeded',
    change: { repository: 'acme/shop', actor: 'ada' },
  });
  expect(first.commit).toContain(newest!.change.commit);
  expect(await pipelines.recent('shop', { limit: 5, succeededIn: 'Deploy' })).toHaveLength(1);
  expect(await pipelines.names()).toEqual(['shop']);
});

test('a build that fails is explained by its phase and its log', async () => {
  const { clients, push, follow } = await openShop();
  const run = await follow(
    await push(second, { build: 'echo compiling; echo "door.c:3: missing hinge" >&2; exit 3' }),
  );
  expect(run.status).toBe('Failed');
  const reason = await createReasonFinder(clients)(run, 'Build', 'Compile');
  expect(reason?.where).toBe('BUILD');
  expect(reason?.text).toContain('sh build.sh');
  expect(reason?.log?.join('\n')).toContain('door.c:3: missing hinge');
});

test('a deployment that fails is explained by its host and script, and the run before is brought back', async () => {
  const { clients, pipelines, push, follow, approve } = await openShop();
  const good = await push(first);
  await follow(good);
  await approve(good);
  await follow(good, 'end');

  const bad = await push(second, { check: 'echo "the door does not open"; exit 1' });
  await follow(bad);
  await approve(bad);
  const run = await follow(bad, 'end');
  expect(run.status).toBe('Failed');
  expect(run.stages.at(-1)).toMatchObject({ name: 'Deploy', status: 'Failed' });
  const reason = await createReasonFinder(clients)(run, 'Deploy', 'Release');
  expect(reason?.where).toMatch(/^ValidateService on /);
  expect(reason?.text).toContain('check.sh');
  expect(reason?.log?.join('\n')).toContain('the door does not open');

  const rollback = await pipelines.rollback({ pipeline: 'shop', stage: 'Deploy', to: good });
  const back = await follow(rollback, 'end');
  expect(back).toMatchObject({ status: 'Succeeded', kind: 'ROLLBACK', rollbackOf: good, change: first });
  expect(back.stages.map(({ name, status }) => [name, status])).toEqual([['Deploy', 'Succeeded']]);
});

describe('what the user can mend is said in a sentence', () => {
  test('a pipeline, a run and a stage that do not exist', async () => {
    const { pipelines } = await openShop();
    const unknown = '00000000-0000-0000-0000-000000000000';
    const messages = await Promise.all(
      [
        pipelines.run('shpo', unknown),
        pipelines.run('shop', unknown),
        pipelines.start({ pipeline: 'shpo' }),
        pipelines.rollback({ pipeline: 'shop', stage: 'Depoly', to: unknown }),
      ].map((promise) =>
        promise.then(
          () => 'passed',
          (error: unknown) => (error instanceof UserError ? error.message : error),
        ),
      ),
    );
    expect(messages).toEqual([
      'There is no pipeline named shpo in us-east-1: check its name, the region and the account.',
      `The run ${unknown} is not one of the pipeline shop: check the run id.`,
      'There is no pipeline named shpo in us-east-1: check its name, the region and the account.',
      expect.stringMatching(/Depoly|is not one of/),
    ]);
  });

  test('an endpoint that nobody listens on', async () => {
    const { local, pipelines } = await openShop();
    await local.close();
    const error = await pipelines.names().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toBe(
      `${new URL(local.endpoint).host} cannot be reached (ECONNREFUSED): check the network, the region and the endpoint.`,
    );
    expect(hasCode(error, 'PipelineNotFoundException')).toBe(false);
  });
});
