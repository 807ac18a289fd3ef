import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { viewSchema } from '../render/schema.ts';
import { runKey } from './places.ts';

/** Says something in the thread under a run's message in Slack, once: a failure, or that an approval is due. */
export default defineEffect({
  kind: 'say',
  schema: z.object({
    channel: z.string(),
    pipeline: z.string(),
    run: z.string(),
    /** What is said, so that the same thing is said once: `failed Deploy/Hosts 1`. */
    key: z.string(),
    view: viewSchema,
  }),
  target: ({ channel }) => `slack:${channel}`,
  async perform(effect, { slack, store }, attempt) {
    const { channel, view } = effect;
    const message = await store.shown(runKey(effect, { kind: 'slack', channel }));
    const thread = message?.id;
    const key = `say ${effect.pipeline}/${effect.run} ${effect.key}`;
    const said = attempt.number > 1 && (await slack.find({ channel, thread, key }));
    if (!said) await slack.post({ channel, thread, view, key });
    return [];
  },
});
