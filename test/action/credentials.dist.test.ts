import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../shared/artifact/folder.ts';
import { startProxy } from './proxy.ts';
import { actionWorld, approvalStage } from './world.ts';

const tree = { 'index.html': 'hello' };

/** An AWS that takes one access key at a time. */
async function expiringWorld() {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const accepted = { key: 'AKIAFIRST' };
  const aws = await startProxy(world.local.endpoint, {
    before({ request }) {
      const isAccepted = request.headers.authorization?.includes(`Credential=${accepted.key}/`);
      return isAccepted ? undefined : { status: 400, code: 'ExpiredTokenException' };
    },
  });
  return { world, accepted, aws };
}

/** Calls back once, as soon as the run waits. */
function whenWaiting(work: () => void) {
  let done = false;
  return (_: unknown, log: string) => {
    if (done || !log.includes('::notice::shop waits for an approval')) return;
    done = true;
    work();
  };
}

test('credentials that expire are read anew from the file that they came from', async () => {
  const { world, accepted, aws } = await expiringWorld();
  const file = join(await folderOf({}), 'credentials');
  const write = (key: string) =>
    writeFile(file, `[default]\naws_access_key_id = ${key}\naws_secret_access_key = x\n`);
  await write('AKIAFIRST');
  const step = await world.step(
    tree,
    { pipeline: 'shop' },
    {
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_SHARED_CREDENTIALS_FILE: file,
    },
  );
  const { code, log } = await step.main(
    whenWaiting(async () => {
      accepted.key = 'AKIASECOND';
      await write('AKIASECOND');
      await world.approve('shop', (await world.runs('shop'))[0]!.pipelineExecutionId!);
    }),
  );
  expect(log).not.toContain('::error');
  expect(code).toBe(0);
});

test('when they are gone, it says so, and names the run that goes on', async () => {
  const { world, accepted, aws } = await expiringWorld();
  const keys = { AWS_ACCESS_KEY_ID: 'AKIAFIRST', AWS_ENDPOINT_URL: aws.endpoint };
  const step = await world.step(tree, { pipeline: 'shop' }, keys);
  const { code, log, outputs } = await step.main(
    whenWaiting(() => {
      accepted.key = 'AKIASECOND';
    }),
  );
  expect(code).toBe(1);
  const id = outputs['execution-id'];
  expect(log).toContain(`::warning::The run ${id} of shop goes on, but it is not followed any more.`);
  expect(log).toContain('::error::The AWS credentials have expired: renew them and try again.');
  expect((await step.post()).log).toBe('');
  expect(await world.status('shop', id!)).toBe('InProgress');
});
