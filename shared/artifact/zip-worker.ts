import { parentPort } from 'node:worker_threads';
import { messageOf, UserError } from '../errors.ts';
import { type Block, type Deflated, deflateBlocks } from './deflate.ts';

/** The thread behind `deflate-pool.ts`. An error's class does not survive the way between threads. */
export type Answer = { deflated: Deflated } | { error: string; byUser: boolean };

const port = parentPort;
port?.on('message', (blocks: readonly Block[]) => {
  try {
    const deflated = deflateBlocks(blocks);
    port.postMessage({ deflated } satisfies Answer, [deflated.data.buffer]);
  } catch (error) {
    port.postMessage({ error: messageOf(error), byUser: error instanceof UserError } satisfies Answer);
  }
});
