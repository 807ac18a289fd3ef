import { z } from 'zod';
import { sentence } from '../../shared/render/view.ts';
import { withCode } from '../commands/words.ts';
import { defineEffect } from '../effect.ts';
import { ownChanges } from '../own-changes.ts';
import { originSchema } from '../render/schema.ts';
import answer from './answer.ts';

const schema = z.object({
  request: z.string(),
  origin: originSchema,
  /** Without one, their own changes in all of them. */
  pipeline: z.string().optional(),
  /** The Slack user who is told. */
  user: z.string(),
  team: z.string(),
  /** The GitHub login under which they asked; without one they asked in Slack. */
  login: z.string().optional(),
  on: z.boolean(),
  /** Whether their GitHub login is known, which finds more of their changes than their e-mail. */
  hasLogin: z.boolean().default(true),
});

/** Notes that somebody wants to be told of a pipeline or of their own changes, or no longer wants to. */
export default defineEffect({
  kind: 'watch',
  schema,
  target: ({ user }) => `watch:${user}`,
  async perform(effect, { store }) {
    const { request, origin, pipeline, user, team, login, on } = effect;
    const note = { kind: 'watch' as const, scope: pipeline ?? ownChanges, key: user };
    await store.transaction((tx) =>
      on ? tx.putNote({ ...note, value: { team, login } }) : tx.dropNote(note),
    );
    return [answer.of({ request, origin, view: sentence(withCode(textOf(effect))), to: 'asker' })];
  },
});

function textOf({ pipeline, on, hasLogin }: z.infer<typeof schema>): string {
  if (!on) return `You are no longer told of ${pipeline ?? 'your own changes'}.`;
  if (pipeline !== undefined)
    return `You are told in Slack when a run of ${pipeline} ends, fails or waits for an approval.`;
  const told = 'You are told in Slack when a run fails that brings a change of yours.';
  if (hasLogin) return told;
  return `${told} Nobody knows your GitHub login here, so yours is what was committed with the e-mail address of your Slack account: \`/deploy link\` tells the login.`;
}
