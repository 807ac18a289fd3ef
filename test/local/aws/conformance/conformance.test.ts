import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startAws } from '../../../../local/aws/server.ts';
import { services } from '../../../../local/aws/services.gen.ts';
import { provisionShop } from '../../../../local/shop.ts';
import { execute, isFound, outsideClient } from '../outside-clients.ts';

test("boto3 drives the local AWS, whose every answer fits AWS's own service models", async () => {
  if (!(await isFound('python3', '-c', 'import boto3'))) return;
  const faults: unknown[] = [];
  const aws = await startAws({ log: (...entry) => faults.push(entry) });
  onTestFinished(() => aws.close());
  // For its hosts: only in process can a test make those.
  await provisionShop(aws);
  const { code, stdout, stderr } = await runScript(aws.endpoint);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^\d{3,} answers of \d{3,} operations checked, 0 problems\n$/);
  expect(code).toBe(0);
  expect(faults).toEqual([]);
}, 180_000);

test('the script tells what does not fit', async () => {
  if (!(await isFound('python3', '-c', 'import boto3'))) return;
  const server = createServer((request, response) => {
    request.resume();
    response.end('{"nope":1}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { code, stdout } = await runScript(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(code).toBe(1);
  expect(stdout).toContain('codepipeline ListPipelines: not driven');
  expect(stdout).toContain('codebuild ListFleets: wanted UnknownOperationException, but it worked');
  expect(stdout).toContain('codebuild ListFleets.nope: no such member');
}, 180_000);

async function runScript(endpoint: string) {
  const { env, folder } = await outsideClient(endpoint);
  const operations = join(folder, 'operations.json');
  const named = await Promise.all(
    services.map(async ({ name, load }) => [name, Object.keys((await load()).operations)]),
  );
  await writeFile(operations, JSON.stringify(Object.fromEntries(named)));
  const script = join(import.meta.dirname, 'main.py');
  return await execute('python3', [script, endpoint, operations], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}
