import { signingSecret, startBot } from './bot-process.ts';
import { open } from './connection.ts';
import { type Goal, quantile, round } from './goals.ts';
import { startOutside } from './outside.ts';
import { slashCommand } from './slash-command.ts';

const channels = [{ pipeline: 'shop', channel: 'C0SHOP' }];

/** Acknowledgements while 200 commands are in flight and AWS takes ten seconds for every answer. */
export async function commands(): Promise<Goal[]> {
  await using closers = new AsyncDisposableStack();
  const outside = await startOutside();
  closers.defer(outside.close);
  outside.awsTakes = 10_000;
  const bot = await startBot({ outside: outside.url, channels });
  closers.defer(bot.stop);
  const responseUrl = `${outside.url}/response`;
  const connections = Array.from({ length: 200 }, () => open(bot.port));
  const times: number[] = [];
  await Promise.all(
    connections.map(async (connection) => {
      for (let turn = 0; turn < 10; turn++) {
        const request = slashCommand(signingSecret, { text: 'status shop', responseUrl });
        const start = performance.now();
        await connection.send(request);
        if (turn > 1) times.push(performance.now() - start);
      }
      connection.close();
    }),
  );
  return [
    {
      what: 'commands acknowledged with 200 in flight and AWS hanging, p99',
      measured: quantile(times, 0.99),
      unit: 'ms',
      target: { atMost: 100 },
      beside: `p50 ${round(quantile(times, 0.5))} ms`,
    },
    { what: '… the slowest of them', measured: Math.max(...times), unit: 'ms', target: { atMost: 3_000 } },
  ];
}

/** From AWS's last answer to the answer that the asker of `status` reads. */
export async function status(): Promise<Goal[]> {
  await using closers = new AsyncDisposableStack();
  const outside = await startOutside();
  closers.defer(outside.close);
  outside.awsTakes = 50;
  const bot = await startBot({ outside: outside.url, channels });
  closers.defer(bot.stop);
  const connection = open(bot.port);
  closers.defer(async () => connection.close());
  let lastAws = 0;
  outside.onAwsAnswered = () => {
    lastAws = performance.now();
  };
  const times: number[] = [];
  for (let turn = 0; turn < 40; turn++) {
    const answered = new Promise<number>((resolve) => {
      outside.onSlack = ({ method, at }) => method === '/response' && resolve(at);
    });
    await connection.send(
      slashCommand(signingSecret, { text: 'status shop', responseUrl: `${outside.url}/response` }),
    );
    times.push((await answered) - lastAws);
  }
  return [
    {
      what: '`status` answered after AWS’s last answer, the slowest of 40',
      measured: Math.max(...times),
      unit: 'ms',
      target: { atMost: 300 },
      beside: `p50 ${round(quantile(times, 0.5))} ms`,
    },
  ];
}
