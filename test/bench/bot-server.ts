import { createBot } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';

/** The whole bot, which also says how much memory it takes. */
const bot = await createBot(readConfig(process.env));
process.on('message', () => process.send?.({ memory: process.memoryUsage.rss() / 2 ** 20 }));
process.send?.({ port: Number(new URL(bot.address).port) });
