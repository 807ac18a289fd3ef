import { startBot } from './bot-process.ts';
import { BenchRun, sendAt } from './events.ts';
import { type Goal, list, quantile, round } from './goals.ts';
import { median } from './measure.ts';
import { startOutside } from './outside.ts';

const channelOf = (index: number) => ({ pipeline: `p${index}`, channel: `C0${1_000 + index}` });

/** From AWS's event to the call that tells Slack, at 100 events a second over 200 channels, as Slack's budget wants. */
export async function latency(): Promise<Goal[]> {
  await using closers = new AsyncDisposableStack();
  const outside = await startOutside();
  closers.defer(outside.close);
  const channels = Array.from({ length: 200 }, (_, index) => channelOf(index));
  const bot = await startBot({ outside: outside.url, channels });
  closers.defer(bot.stop);
  const runs = channels.map(({ pipeline }) => new BenchRun(pipeline));
  const port = bot.port;
  await sendAt(
    { port, rate: 50 },
    runs.map((run) => run.next()),
  );
  await bot.settled();
  await outside.awsQuiet();

  const rate = 100;
  const rounds = 10;
  const sent = new Map<string, number>();
  const times: number[] = [];
  outside.onSlack = ({ channel, at }) => {
    const since = sent.get(channel);
    if (since !== undefined) times.push(at - since);
    sent.delete(channel);
  };
  const requests = Array.from({ length: rounds }, () => runs).flatMap((all) =>
    all.map((run) => () => run.next()),
  );
  await sendAt({ port, rate }, lazily(requests), (index, at) => {
    sent.set(channels[index % channels.length]!.channel, at);
  });
  await bot.settled();
  const beside = `${times.length} of ${runs.length * rounds} events told`;
  return [
    {
      what: `event to Slack call at ${rate} events/s, p50`,
      measured: quantile(times, 0.5),
      unit: 'ms',
      target: { atMost: 20 },
      beside,
    },
    { what: '… p99', measured: quantile(times, 0.99), unit: 'ms', target: { atMost: 100 } },
  ];
}

/** So that each says when it was made, and not all when the first was. */
function* lazily(requests: Iterable<() => Buffer>): Generator<Buffer> {
  for (const request of requests) yield request();
}

/**
 * Resident memory with 1,000 live runs, and what an hour's worth of their events adds: one each every five minutes.
 * Medians of three, since one start takes some megabytes more than another.
 */
export async function memory(): Promise<Goal[]> {
  const hours: Hour[] = [];
  for (let turn = 0; turn < 3; turn++) hours.push(await hour());
  const most = hours.map(({ rounds }) => Math.max(...rounds));
  const growth = hours.map(({ rounds }) => mean(rounds.slice(-3)) / mean(rounds.slice(1, 4)));
  return [
    {
      what: 'resident at most, with 1,000 live runs and an hour’s worth of events (12,000)',
      measured: median(most),
      unit: 'MB',
      target: { atMost: 150 },
      beside: `${round(median(hours.map(({ atStart }) => atStart)))} MB before the first event; rounds: ${list(most)}`,
    },
    {
      what: '… the last quarter of the hour against the first',
      measured: median(growth),
      unit: '×',
      target: { atMost: 1.05 },
      beside: `rounds: ${list(growth)}`,
    },
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** Resident memory in MB: before the first event, and after every five minutes' worth of them. */
interface Hour {
  readonly atStart: number;
  readonly rounds: readonly number[];
}

async function hour(): Promise<Hour> {
  await using closers = new AsyncDisposableStack();
  const outside = await startOutside();
  closers.defer(outside.close);
  const channels = Array.from({ length: 200 }, (_, index) => channelOf(index));
  // As from the second start on: the first one compiles everything and keeps what it needs for that.
  const first = await startBot({ outside: outside.url, channels });
  await first.settled();
  await first.stop();
  const bot = await startBot({ outside: outside.url, channels });
  closers.defer(bot.stop);
  const runs = Array.from({ length: 1_000 }, (_, index) => new BenchRun(`p${index % channels.length}`));
  const resident = async () => (await bot.metric('process_resident_memory_bytes')) / 1e6;
  const atStart = await resident();
  const rounds: number[] = [];
  for (let round = 0; round <= 12; round++) {
    await sendAt({ port: bot.port, rate: 150 }, lazily(runs.map((run) => () => run.next())));
    await bot.settled();
    rounds.push(await resident());
  }
  return { atStart, rounds };
}

/** A minute of 1,000 events over 100 runs in one channel, a failure or an approval among every 25. */
export async function storm(): Promise<Goal[]> {
  await using closers = new AsyncDisposableStack();
  const outside = await startOutside();
  closers.defer(outside.close);
  outside.slackTakes = 100;
  const channels = Array.from({ length: 100 }, (_, index) => ({ pipeline: `p${index}`, channel: 'C0STORM' }));
  const bot = await startBot({ outside: outside.url, channels });
  closers.defer(bot.stop);
  const runs = channels.map(({ pipeline }) => new BenchRun(pipeline));
  const calls: number[] = [];
  const sent = new Map<string, number>();
  const times: number[] = [];
  outside.onSlack = ({ channel, text, at }) => {
    if (channel === 'C0STORM') calls.push(at);
    const pipeline = /^(p\d+): \S+ (failed|waits)/.exec(text)?.[1];
    const since = pipeline && sent.get(pipeline);
    if (since) times.push(at - since);
    if (pipeline) sent.delete(pipeline);
  };
  const events = Array.from({ length: 1_000 }, (_, index) => {
    const run = runs[index % runs.length]!;
    if (index < 200 || index % 25 !== 0) return { run, tell: () => run.next(), isUrgent: false };
    const isFailure = index % 50 === 0;
    // Each run has one of these at most.
    const urgent = runs[(index / 25) % runs.length]!;
    const tell = () =>
      isFailure ? urgent.tell('Deploy/Hosts', 'FAILED') : urgent.tell('Approve/Gate', 'STARTED');
    return { run: urgent, tell, isUrgent: true };
  });
  await sendAt({ port: bot.port, rate: 1_000 / 60 }, lazily(events.map(({ tell }) => tell)), (index, at) => {
    const { run, isUrgent } = events[index]!;
    if (isUrgent) sent.set(run.pipeline, at);
  });
  await bot.settled();
  return [
    {
      what: 'storm: failures and approvals posted, p99 (1,000 events in a minute, 100 runs, one channel)',
      measured: quantile(times, 0.99) / 1000,
      unit: 's',
      target: { atMost: 3 },
      beside: `${times.length} posts, ${sent.size} missing, p50 ${round(quantile(times, 0.5))} ms`,
    },
    {
      what: '… Slack calls in the channel in the busiest ten seconds',
      measured: busiest(calls, 10_000),
      unit: 'calls',
      target: { atMost: 15 },
      beside: `${calls.length} calls in all`,
    },
  ];
}

function busiest(times: readonly number[], within: number): number {
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + within).length),
  );
}
