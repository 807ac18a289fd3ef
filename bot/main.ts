import { enableCompileCache, flushCompileCache } from 'node:module';
import { UserError } from '../shared/errors.ts';

// From the second start on what strips the types is not loaded: about 25 MB.
enableCompileCache();
const { createBot } = await import('./app.ts');
const { readConfig } = await import('./config.ts');
const { createHeap } = await import('./heap.ts');
const { systemClock } = await import('../shared/clock.ts');

/** `npm run bot`: the bot, set up by environment variables, until it is told to end. */
try {
  const bot = await createBot(readConfig(process.env), { onCrowd: createHeap(systemClock).crowd });
  flushCompileCache();
  const close = () => bot.close();
  process.once('SIGINT', close).once('SIGTERM', close);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
