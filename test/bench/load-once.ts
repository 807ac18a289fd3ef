import { type Connection, open } from './connection.ts';
import { slashCommand } from './slash-command.ts';

/**
 * Loads a server with Slack's requests from a process of its own, so that nothing else of the bench delays it. The
 * order is a `Load` as JSON; the answer is sent to the parent.
 */
export interface Load {
  readonly port: number;
  readonly secret: string;
  /** Requests a second, whatever the answers take; without it as fast as 256 connections are answered. */
  readonly rate?: number;
  readonly seconds: number;
}

export interface Loaded {
  /** Answers a second. */
  readonly rate: number;
  /** From when a request was due, sent or not, to its answer; milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** So many requests first, since V8 goes on compiling for the first ten thousand. */
const warmUp = 20_000;

const connectionCount = 256;

/** An open loop: what is due waits for a free connection, and its waiting counts. */
async function flow({ port, secret, seconds }: Load, rate: number): Promise<Loaded> {
  const total = warmUp + rate * seconds;
  const requests = Array.from({ length: total }, () => slashCommand(secret));
  const idle = Array.from({ length: connectionCount }, () => open(port));
  const connections = [...idle];
  const times = new Float64Array(total);
  const start = performance.now();
  const dueAt = (index: number) => start + (index / rate) * 1000;
  let next = 0;
  let answered = 0;
  await new Promise<void>((resolve, reject) => {
    const serve = (): void => {
      while (next < total && idle.length > 0 && dueAt(next) <= performance.now()) {
        const index = next++;
        const connection = idle.pop()!;
        connection.send(requests[index]!).then(() => {
          times[index] = performance.now() - dueAt(index);
          idle.push(connection);
          if (++answered === total) resolve();
        }, reject);
      }
      if (next < total) setImmediate(serve);
    };
    serve();
  });
  const took = performance.now() - dueAt(warmUp);
  for (const connection of connections) connection.close();
  const measured = times.subarray(warmUp).sort();
  const at = (share: number) => measured[Math.floor(measured.length * share)]!;
  return { rate: (measured.length / took) * 1000, p50: at(0.5), p99: at(0.99) };
}

/** A closed loop: each connection sends the next request as soon as it is answered. */
async function rush({ port, secret, seconds }: Load): Promise<Loaded> {
  const requests = Array.from({ length: 160_000 }, () => slashCommand(secret));
  const times: number[] = [];
  let answered = 0;
  let start = Number.POSITIVE_INFINITY;
  let end = start;
  async function keepSending(connection: Connection): Promise<void> {
    for (let request = requests.pop(); request && performance.now() < end; request = requests.pop()) {
      const sent = performance.now();
      await connection.send(request);
      if (++answered === warmUp) {
        start = performance.now();
        end = start + seconds * 1000;
      }
      if (sent >= start) times.push(performance.now() - sent);
    }
    connection.close();
  }
  await Promise.all(Array.from({ length: connectionCount }, () => keepSending(open(port))));
  const took = performance.now() - start;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]!;
  return { rate: (times.length / took) * 1000, p50: at(0.5), p99: at(0.99) };
}

const load = JSON.parse(process.argv[2]!) as Load;
process.send?.(load.rate === undefined ? await rush(load) : await flow(load, load.rate));
