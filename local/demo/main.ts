import { messageOf } from '../../shared/errors.ts';
import { startEmbedded } from '../embedded.ts';
import { looker } from './look.ts';
import { narrator } from './narrator.ts';
import { tell } from './story.ts';

/** `npm run demo`: the main job once, told as it happens. Exits 1 at the first thing that does not hold. */
const tale = narrator(process.stdout);
await using closers = new AsyncDisposableStack();
const stop = () => void closers.disposeAsync().finally(() => process.exit(130));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
try {
  const world = await startEmbedded();
  closers.defer(() => world.close());
  await tell({ world, look: looker(world), tale });
  tale.end();
} catch (error) {
  tale.fail(messageOf(error));
  process.exitCode = 1;
}
