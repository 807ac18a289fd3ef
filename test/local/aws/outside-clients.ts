import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

export const execute = promisify(execFile);

/** What points the AWS CLI and boto3 at a local AWS, whatever this machine is configured for; a folder of the test's. */
export async function outsideClient(endpoint: string) {
  const folder = await mkdtemp(join(tmpdir(), 'aws-clients-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_DEFAULT_OUTPUT: 'json',
    AWS_PAGER: '',
    AWS_CONFIG_FILE: join(folder, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    PYTHONDONTWRITEBYTECODE: '1',
  };
  return { folder, env };
}

/** Whether a program runs here; where it does not, the test says so and has nothing to try. */
export async function isFound(command: string, ...args: string[]): Promise<boolean> {
  try {
    await execute(command, args);
    return true;
  } catch {
    console.log(`Not tried: ${command} ${args.join(' ')} does not run here.`);
    return false;
  }
}
