import { z } from 'zod';
import { defineEffect } from '../effect.ts';

/** Notes the code by which a Slack user may be linked; each has one at a time. */
export default defineEffect({
  kind: 'offer-link',
  schema: z.object({ code: z.string(), slack: z.string(), until: z.number() }),
  target: () => 'links',
  async perform({ code, slack, until }, { store }) {
    await store.transaction(async (tx) => {
      const offers = await tx.notes('link', 'offers');
      for (const { key, value } of offers) {
        const isOwn = (value as { slack?: unknown }).slack === slack;
        if (isOwn) await tx.dropNote({ kind: 'link', scope: 'offers', key });
      }
      await tx.putNote({ kind: 'link', scope: 'offers', key: code, value: { slack, until } });
    });
    return [];
  },
});
