import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { viewSchema } from '../render/schema.ts';

/** Shows something in a Slack channel to one person alone. */
export default defineEffect({
  kind: 'whisper',
  schema: z.object({
    channel: z.string(),
    user: z.string(),
    thread: z.string().optional(),
    view: viewSchema,
  }),
  target: ({ channel, user }) => `slack:${channel}:${user}`,
  async perform(effect, { slack }) {
    await slack.whisper(effect);
    return [];
  },
});
