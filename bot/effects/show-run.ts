import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { viewSchema } from '../render/schema.ts';
import { liveIn, mostMessages } from '../storm.ts';
import { placeName, placeSchema, placeTarget, runKey } from './places.ts';
import { showComment, showMessage } from './show.ts';

/** Keeps the one message of a run at a place: posts it the first time, edits it afterwards. */
export default defineEffect({
  kind: 'show-run',
  schema: z.object({ place: placeSchema, pipeline: z.string(), run: z.string(), view: viewSchema }),
  target: ({ place }) => placeTarget(place),
  coalesce: (effect) => runKey(effect, effect.place),
  async perform({ place, pipeline, run, view }, ports, attempt) {
    const shown = { key: runKey({ pipeline, run }, place), place: placeName(place), pipeline, run };
    if (place.kind === 'slack') {
      const { channel } = place;
      // A storm has come up while it waited. An earlier try may have posted it: then it is to be found.
      const isNew = attempt.number === 1 && !(await ports.store.shown(shown.key));
      if (isNew && (await liveIn(channel, ports.store, ports.policy())) > mostMessages) return [];
      await showMessage({ channel, shown, view }, ports, attempt);
    } else if (await showComment({ ...place, shown, view }, ports)) {
      await ports.github.dropTwins({ ...place, marker: shown.key });
    }
    return [];
  },
});
