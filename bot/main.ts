import { flushCompileCache } from 'node:module';
import { systemClock } from '../shared/clock.ts';
import { UserError } from '../shared/errors.ts';
import { createHeap } from './heap.ts';

// Before the rest is loaded, which else takes about 10 MB more.
const heap = createHeap(systemClock);
const { createBot } = await import('./app.ts');
const { readConfig } = await import('./config.ts');

/** The bot, set up by environment variables, until it is told to end. `start.js` starts it. */
try {
  const bot = await createBot(readConfig(process.env), { onRush: heap.rush });
  flushCompileCache();
  const close = () => bot.close();
  process.once('SIGINT', close).once('SIGTERM', close);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
