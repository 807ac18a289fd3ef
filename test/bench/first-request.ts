import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mediansInTurns } from './measure.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Median ms that Node takes to do nothing, the built Action to say which input is missing, and to send AWS its
 * first request: each in a new process, in turns.
 */
export async function startTimes(main: string, rounds: number): Promise<readonly number[]> {
  let arrived = () => {};
  const server = createServer((_, response) => {
    arrived();
    response.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const env = { PATH: process.env.PATH };
  const ready = {
    ...env,
    INPUT_PIPELINE: 'shop',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIABENCH',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  const toEnd = (args: string[]) => async () => {
    const { start, ended } = begin(args, env);
    await ended;
    return performance.now() - start;
  };
  const toRequest = async () => {
    const { start, ended, child } = begin([main], ready);
    const took = await new Promise<number>((resolve, reject) => {
      arrived = () => resolve(performance.now() - start);
      ended.then(() => reject(new Error('The Action ended without a request to AWS.')));
    });
    child.kill('SIGKILL');
    await ended;
    return took;
  };
  try {
    return await mediansInTurns([toEnd(['-e', '0']), toEnd([main]), toRequest], rounds);
  } finally {
    server.close();
  }
}

function begin(args: string[], env: Env) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  return { start, child, ended: once(child, 'close') };
}
