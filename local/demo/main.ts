import { messageOf } from '../../shared/errors.ts';
import { startEmbedded } from '../embedded.ts';
import { narrator } from './narrator.ts';
import { tell } from './story.ts';

/** `npm run demo`: the main job once, told as it happens. Exits 1 at the first thing that does not hold. */
const tale = narrator(process.stdout);
const world = await startEmbedded();
const stop = () => void world.close().finally(() => process.exit(130));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
try {
  await tell(world, tale);
  tale.end();
} catch (error) {
  tale.fail(messageOf(error));
  process.exitCode = 1;
} finally {
  await world.close();
}
