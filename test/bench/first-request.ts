import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { median } from './measure.ts';

/** Median ms from the start of the built Action to its first request to AWS, each in a new process. */
export async function timeToFirstRequest(main: string, rounds: number): Promise<number> {
  let arrived = () => {};
  const server = createServer((_, response) => {
    arrived();
    response.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = {
    PATH: process.env.PATH,
    INPUT_PIPELINE: 'shop',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIABENCH',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    const child = spawn(process.execPath, [main], { env, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const first = new Promise<number>((resolve, reject) => {
      arrived = () => resolve(performance.now() - start);
      child.once('close', () => reject(new Error('The Action ended without a request to AWS.')));
    });
    const took = await first;
    child.kill('SIGKILL');
    await ended;
    // The first round only warms the disk's cache.
    if (round > 0) times.push(took);
  }
  server.close();
  return median(times);
}
