import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { viewSchema } from '../render/schema.ts';

/**
 * Tells one person in Slack, in the conversation of the App with them. That conversation's history is not ours
 * to look through without a further scope, so a crash at the wrong moment can say it twice.
 * https://docs.slack.dev/reference/methods/chat.postMessage#dm
 */
export default defineEffect({
  kind: 'notify',
  schema: z.object({ user: z.string(), view: viewSchema }),
  target: ({ user }) => `slack:${user}`,
  async perform({ user, view }, { slack }, attempt) {
    await slack.post({ channel: user, view, key: `notify ${attempt.id}` });
    return [];
  },
});
