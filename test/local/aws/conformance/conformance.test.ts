import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { startAws } from '../../../../local/aws/server.ts';
import { services } from '../../../../local/aws/services.gen.ts';
import { provisionShop } from '../../../../local/shop.ts';

const execute = promisify(execFile);

test("boto3 drives the local AWS, whose every answer fits AWS's own service models", async () => {
  if (!(await hasBoto3())) return;
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
  if (!(await hasBoto3())) return;
  const server = createServer((request, response) => {
    request.resume();
    response.end('{"nope":1}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { code, stdout } = await runScript(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(code).toBe(1);
  expect(stdout).toContain('codepipeline ListPipelines: not driven');
  expect(stdout).toContain('codebuild ListReports: wanted UnknownOperationException, but it worked');
  expect(stdout).toContain('codebuild ListReports.nope: no such member');
}, 180_000);

async function runScript(endpoint: string) {
  const folder = await mkdtemp(join(tmpdir(), 'aws-conformance-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const operations = join(folder, 'operations.json');
  const named = services.map((service) => [service.name, Object.keys(service.operations)]);
  await writeFile(operations, JSON.stringify(Object.fromEntries(named)));
  const none = join(folder, 'none');
  const env = {
    ...process.env,
    AWS_CONFIG_FILE: none,
    AWS_SHARED_CREDENTIALS_FILE: none,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const script = join(import.meta.dirname, 'main.py');
  return await execute('python3', [script, endpoint, operations], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

async function hasBoto3(): Promise<boolean> {
  try {
    await execute('python3', ['-c', 'import boto3']);
    return true;
  } catch {
    console.log('Not tried: python3 with boto3 is not found here.');
    return false;
  }
}
