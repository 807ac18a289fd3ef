import { z } from 'zod';
import { messageOf } from '../../shared/errors.ts';
import { defineEffect } from '../effect.ts';
import { DeliveryError } from '../outbox/retry.ts';
import { authorsToTell } from '../own-changes.ts';
import { viewSchema } from '../render/schema.ts';
import notify from './notify.ts';

/** Tells the authors of a run's change of its failure, if they want that, each by a message to them alone. */
export default defineEffect({
  kind: 'tell-authors',
  schema: z.object({
    pipeline: z.string(),
    run: z.string(),
    view: viewSchema,
    /** The Slack users who are told of it anyway. */
    told: z.array(z.string()),
  }),
  // What it takes to find them must hold up nobody else's message.
  target: ({ pipeline, run }) => `authors:${pipeline}/${run}`,
  async perform({ pipeline, run: id, view, told }, ports) {
    const run = await ports.store.run(pipeline, id);
    if (!run) return [];
    try {
      const users = await authorsToTell(run, ports);
      return users.filter((user) => !told.includes(user)).map((user) => notify.of({ user, view }));
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.reason !== 'refused') throw error;
      // Such as for a commit that GitHub does not have: then its author is not known.
      ports.log.warn(
        { pipeline, run: id, error: messageOf(error) },
        'The authors of a change could not be found',
      );
      return [];
    }
  },
});
