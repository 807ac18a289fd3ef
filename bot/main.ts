import { UserError } from '../shared/errors.ts';
import { createBot } from './app.ts';
import { readConfig } from './config.ts';

/** `npm run bot`: the bot, set up by environment variables, until it is told to end. */
try {
  const bot = await createBot(readConfig(process.env));
  const close = () => bot.close();
  process.once('SIGINT', close).once('SIGTERM', close);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
