import { DatabaseSync } from 'node:sqlite';
import { createBot } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';

/** The whole bot, which also answers the bench's questions about it. */
const config = readConfig(process.env);
const bot = await createBot(config);
const store = new DatabaseSync(config.data, { readOnly: true });

process.on('message', () => {
  const waiting = ['inbox', 'outbox'].map((table) =>
    Number(store.prepare(`select count(*) n from ${table} where state in ('waiting', 'working')`).get()?.n),
  );
  process.send?.({
    memory: process.memoryUsage.rss() / 2 ** 20,
    waiting: waiting.reduce((sum, count) => sum + count, 0),
  });
});
process.send?.({ port: Number(new URL(bot.address).port) });
