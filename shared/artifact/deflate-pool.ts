import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.ts';
import type { Block, Deflated } from './deflate.ts';
import type { Answer } from './zip-worker.ts';

export interface DeflatePool {
  deflate(blocks: readonly Block[]): Promise<Deflated>;
  close(): Promise<void>;
}

/** Threads that read and compress; each works off its own line, and the shortest line gets the next blocks. */
export function createDeflatePool(threads: number): DeflatePool {
  const lines = Array.from({ length: threads }, startThread);
  return {
    deflate(blocks) {
      const shortest = lines.reduce((best, line) => (line.length() < best.length() ? line : best));
      return shortest.deflate(blocks);
    },
    async close() {
      await Promise.all(lines.map((line) => line.close()));
    },
  };
}

interface Waiting {
  readonly resolve: (deflated: Deflated) => void;
  readonly reject: (error: Error) => void;
}

function startThread() {
  // The worker lies beside this module as source and beside it in the bundle.
  const file = new URL(`./zip-worker${extname(import.meta.url)}`, import.meta.url);
  // What was compressed lies outside of the heap: a small one is swept often enough for it not to pile up.
  const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 32 };
  const worker = new Worker(file, { resourceLimits });
  const waiting: Waiting[] = [];
  let broken: Error | undefined;

  worker.on('message', (answer: Answer) => {
    const next = waiting.shift();
    if ('deflated' in answer) next?.resolve(answer.deflated);
    else next?.reject(answer.byUser ? new UserError(answer.error) : new Error(answer.error));
  });
  worker.on('error', (error) => {
    broken = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of waiting.splice(0)) reject(broken);
  });

  return {
    length: () => waiting.length,
    deflate: (blocks: readonly Block[]) =>
      new Promise<Deflated>((resolve, reject) => {
        if (broken) return reject(broken);
        waiting.push({ resolve, reject });
        worker.postMessage(blocks);
      }),
    close: () => worker.terminate(),
  };
}
