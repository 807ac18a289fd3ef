import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { homeView, readHome } from '../home.ts';

/** Brings somebody's Home tab in Slack up to date: it shows what there is when it is carried out. */
export default defineEffect({
  kind: 'show-home',
  schema: z.object({ team: z.string(), user: z.string() }),
  // One after the other: what waits is coalesced, and an open tab is no reason to hold anything else up.
  target: () => 'slack:homes',
  coalesce: ({ user }) => `home ${user}`,
  async perform(viewer, ports) {
    await ports.slack.publishHome({ user: viewer.user, view: homeView(await readHome(viewer, ports)) });
    return [];
  },
});
