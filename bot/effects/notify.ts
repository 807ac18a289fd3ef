import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { viewSchema } from '../render/schema.ts';

/**
 * Tells one person in Slack, once, in the conversation of the App with them:
 * https://docs.slack.dev/reference/methods/chat.postMessage#dm
 */
export default defineEffect({
  kind: 'notify',
  schema: z.object({ user: z.string(), view: viewSchema }),
  target: ({ user }) => `slack:${user}`,
  async perform({ user, view }, { slack }, attempt) {
    const key = `notify ${attempt.id}`;
    const said = attempt.number > 1 && (await slack.find({ channel: user, key }));
    if (!said) await slack.post({ channel: user, view, key });
    return [];
  },
});
