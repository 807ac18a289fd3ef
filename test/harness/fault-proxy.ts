import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is done to a connection; `none` lets it be. */
export type Fault = 'none' | 'delay' | 'drop' | 'cut' | 'slice' | 'reset';

export interface FaultProxy {
  readonly url: string;
  /** Which fault the next connection gets. */
  choose: () => Fault;
  /** How many connections met each fault. */
  readonly met: Map<Fault, number>;
  close(): Promise<void>;
}

/**
 * A bad network on the way to `target`: it delays what is sent, drops it, cuts connections in the middle of an
 * answer, slices answers into crumbs, and resets connections. `longestDelay`, in milliseconds, is that of each packet.
 */
export async function startFaultProxy(
  target: string,
  random: () => number,
  { longestDelay = 500 } = {},
): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const fault = proxy.choose();
    proxy.met.set(fault, (proxy.met.get(fault) ?? 0) + 1);
    if (fault === 'reset') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    spoil(fault, { near, far });
  });

  function spoil(fault: Fault, { near, far }: { near: Socket; far: Socket }): void {
    let left = Math.ceil(random() * 2_000);
    let writing = Promise.resolve();
    far.on('data', (chunk: Buffer) => {
      if (fault === 'none') near.write(chunk);
      else if (fault === 'delay') writing = writing.then(() => writeLater(near, chunk));
      else if (fault === 'slice') writing = writing.then(() => writeSlices(near, chunk));
      else if (fault === 'cut') {
        near.write(chunk.subarray(0, left));
        left -= chunk.length;
        if (left <= 0) near.resetAndDestroy();
      }
      // A dropped answer never comes.
    });
  }

  async function writeLater(socket: Socket, chunk: Buffer): Promise<void> {
    await sleep(longestDelay * (0.1 + 0.9 * random()));
    if (socket.writable) socket.write(chunk);
  }

  async function writeSlices(socket: Socket, chunk: Buffer): Promise<void> {
    for (let start = 0; start < chunk.length && socket.writable; ) {
      const end = start + 1 + Math.floor(random() * 200);
      socket.write(chunk.subarray(start, end));
      start = end;
      await new Promise(setImmediate);
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    choose: () => 'none',
    met: new Map(),
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return proxy;
}
