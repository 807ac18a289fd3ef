import { z } from 'zod';
import { sentence } from '../../shared/render/view.ts';
import { defineEffect } from '../effect.ts';
import { originSchema } from '../render/schema.ts';
import answer from './answer.ts';

const schema = z.object({
  request: z.string(),
  origin: originSchema,
  pipeline: z.string(),
  /** The Slack user who is told. */
  user: z.string(),
  team: z.string(),
  on: z.boolean(),
});

/** Notes that somebody wants to be told of a pipeline, or no longer wants to. */
export default defineEffect({
  kind: 'watch',
  schema,
  target: ({ user }) => `watch:${user}`,
  async perform({ request, origin, pipeline, user, team, on }, { store }) {
    const note = { kind: 'watch' as const, scope: pipeline, key: user };
    await store.transaction((tx) => (on ? tx.putNote({ ...note, value: { team } }) : tx.dropNote(note)));
    const text = on
      ? `You are told in Slack when a run of ${pipeline} ends, fails or waits for an approval.`
      : `You are no longer told of ${pipeline}.`;
    return [answer.of({ request, origin, view: sentence(text), to: 'asker' })];
  },
});
