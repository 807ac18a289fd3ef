import { fork } from 'node:child_process';
import { join } from 'node:path';
import { messageOf, signingSecret, startBare, startBot } from './bot-process.ts';
import { type Goal, round } from './goals.ts';
import type { Load, Loaded } from './load-once.ts';
import { startOutside } from './outside.ts';

const rate = 5_000;

/**
 * How fast a Slack request is acknowledged when it is safely stored, beside a server of `node:http` that only checks the
 * signature and keeps nothing; each in a process of its own, loaded from a third one.
 */
export async function gate(): Promise<Goal[]> {
  await using closers = new AsyncDisposableStack();
  const outside = await startOutside();
  closers.defer(outside.close);
  const bare = await startBare();
  closers.defer(bare.stop);

  async function measure(load: Omit<Load, 'port' | 'secret'>): Promise<{ bare: Loaded; ours: Loaded }> {
    const theirs = await run({ ...load, port: bare.port, secret: signingSecret });
    // A new one each time: of an earlier load it would still be answering the commands.
    const bot = await startBot({ outside: outside.url, channels: [] });
    try {
      return { bare: theirs, ours: await run({ ...load, port: bot.port, secret: signingSecret }) };
    } finally {
      await bot.stop();
    }
  }

  const rush = await measure({ seconds: 3 });
  const flow = await measure({ rate, seconds: 5 });
  const beside = (loaded: Loaded) => `node:http with the HMAC alone: ${round(loaded.p99)} ms`;
  return [
    {
      what: 'Slack requests acknowledged after a durable commit, as fast as 64 connections send, of the bare server’s',
      measured: rush.ours.rate / rush.bare.rate,
      unit: '×',
      target: { atLeast: 0.6 },
      beside: `${Math.round(rush.ours.rate)} of ${Math.round(rush.bare.rate)} a second`,
    },
    {
      what: `acknowledged at ${rate} requests/s, p99 from when each was due`,
      measured: flow.ours.p99,
      unit: 'ms',
      target: { atMost: 15 },
      beside: beside(flow.bare),
    },
    {
      what: 'answered a second at that rate',
      measured: flow.ours.rate,
      unit: '/s',
      target: { atLeast: 0.99 * rate },
      beside: `${Math.round(flow.bare.rate)} /s`,
    },
  ];
}

function run(load: Load): Promise<Loaded> {
  return messageOf(fork(join(import.meta.dirname, 'load-once.ts'), [JSON.stringify(load)]));
}
