import { effects } from '../../bot/effects/effects.gen.ts';
import showRun from '../../bot/effects/show-run.ts';
import { createRoute } from '../../bot/outbox/route.ts';
import { openStore } from '../../bot/store/open.ts';
import { systemClock } from '../../shared/clock.ts';
import { sentence } from '../../shared/render/view.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { startPostgres } from '../postgres.ts';
import { startBot } from './bot-process.ts';
import { type Goal, round } from './goals.ts';
import { median } from './measure.ts';
import { startOutside } from './outside.ts';

const rounds = 3;
const messages = 1_500;
/** About what Slack's own API takes. */
const slackTakes = 200;

/** Messages that one replica and two carry to Slack a second, from one PostgreSQL with fsync; medians. */
export async function replicas(): Promise<Goal[]> {
  await using closers = new AsyncDisposableStack();
  const postgres = await startPostgres({ durable: true });
  closers.defer(() => postgres.close());
  const outside = await startOutside();
  closers.defer(outside.close);
  outside.slackTakes = slackTakes;

  async function carried(count: number): Promise<number> {
    const databaseUrl = await postgres.createDatabase();
    const bots = await Promise.all(
      Array.from({ length: count }, () => startBot({ outside: outside.url, channels: [], databaseUrl })),
    );
    const store = await openStore({
      url: new Secret(databaseUrl),
      clock: systemClock,
      route: createRoute(effects),
    });
    try {
      const calls: number[] = [];
      const all = new Promise<void>((resolve) => {
        outside.onSlack = ({ channel, at }) => {
          if (channel !== '') calls.push(at);
          if (calls.length === messages) resolve();
        };
      });
      const posts = Array.from({ length: messages }, (_, index) =>
        showRun.of({
          place: { kind: 'slack', channel: `C${index}` },
          pipeline: 'shop',
          run: String(index),
          view: sentence('A run is under way'),
        }),
      );
      await store.transaction((tx) => tx.emit(posts));
      await all;
      // From when every replica is at work until none idles.
      const [from, to] = [calls[messages * 0.2]!, calls[messages * 0.9]!];
      return (messages * 0.7 * 1000) / (to - from);
    } finally {
      await store.close();
      await Promise.all(bots.map((bot) => bot.stop()));
    }
  }

  const pairs: { one: number; two: number }[] = [];
  for (let turn = 0; turn < rounds; turn++) pairs.push({ one: await carried(1), two: await carried(2) });
  const ratios = pairs.map(({ one, two }) => two / one);
  const of = (count: 'one' | 'two') => round(median(pairs.map((pair) => pair[count])));
  return [
    {
      what: `two replicas on PostgreSQL carry, with a Slack that takes ${slackTakes} ms`,
      measured: median(ratios),
      unit: '× one',
      target: { atLeast: 1.6 },
      beside: `${of('two')} and ${of('one')} messages a second; rounds: ${ratios.map(round).join(' ')}`,
    },
  ];
}
