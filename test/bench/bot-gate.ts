import { fork } from 'node:child_process';
import { join } from 'node:path';
import { messageOf, signingSecret, startBare, startBot } from './bot-process.ts';
import { type Goal, list, round } from './goals.ts';
import type { Load, Loaded } from './load-once.ts';
import { median } from './measure.ts';
import { startOutside } from './outside.ts';

const rate = 5_000;
const rounds = 5;

/**
 * How fast a Slack request is acknowledged when it is safely stored, beside a server of `node:http` that only checks the
 * signature and keeps nothing; each in a process of its own, loaded from a third one. Medians of five rounds of pairs.
 */
export async function gate(): Promise<Goal[]> {
  await using closers = new AsyncDisposableStack();
  const outside = await startOutside();
  closers.defer(outside.close);
  const bare = await startBare();
  closers.defer(bare.stop);

  async function measure(load: Omit<Load, 'port' | 'secret'>): Promise<Pair> {
    const theirs = await run({ ...load, port: bare.port, secret: signingSecret });
    // A new one each time: of an earlier load it would still be answering the commands.
    const bot = await startBot({ outside: outside.url, channels: [] });
    try {
      return { bare: theirs, ours: await run({ ...load, port: bot.port, secret: signingSecret }) };
    } finally {
      await bot.stop();
    }
  }

  const rushes: Pair[] = [];
  const flows: Pair[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    rushes.push(await measure({ seconds: 3 }));
    flows.push(await measure({ rate, seconds: 5 }));
  }
  const ratios = rushes.map(({ ours, bare }) => ours.rate / bare.rate);
  const p99s = flows.map(({ ours }) => ours.p99);
  return [
    {
      what: 'Slack requests acknowledged after a durable commit, as fast as 256 connections send, of the bare server’s',
      measured: median(ratios),
      unit: '×',
      target: { atLeast: 0.6 },
      beside: `${Math.round(median(rushes.map(({ ours }) => ours.rate)))} of ${Math.round(median(rushes.map(({ bare }) => bare.rate)))} a second; rounds: ${list(ratios)}`,
    },
    {
      what: `acknowledged at ${rate} requests/s, p99 from when each was due`,
      measured: median(p99s),
      unit: 'ms',
      target: { atMost: 15 },
      beside: `node:http with the HMAC alone: ${round(median(flows.map(({ bare }) => bare.p99)))} ms; rounds: ${list(p99s)}`,
    },
    {
      what: 'answered a second at that rate',
      measured: median(flows.map(({ ours }) => ours.rate)),
      unit: '/s',
      target: { atLeast: 0.99 * rate },
      beside: `${Math.round(median(flows.map(({ bare }) => bare.rate)))} /s`,
    },
  ];
}

interface Pair {
  readonly bare: Loaded;
  readonly ours: Loaded;
}

function run(load: Load): Promise<Loaded> {
  return messageOf(fork(join(import.meta.dirname, 'load-once.ts'), [JSON.stringify(load)]));
}
