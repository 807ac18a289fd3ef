import { z } from 'zod';
import { defineEffect } from '../effect.ts';
import { offerSchema } from '../policy/reveal-offer.ts';

const day = 24 * 60 * 60_000;

/** Notes that a button shows one person one secret, once and until then. What is long over is forgotten. */
export default defineEffect({
  kind: 'offer-reveal',
  schema: z.object({ code: z.string(), user: z.string(), name: z.string(), until: z.number() }),
  target: ({ user }) => `reveal:${user}`,
  async perform({ code, user, name, until }, { store, clock }) {
    const note = { kind: 'reveal', scope: user, key: code } as const;
    await store.transaction(async (tx) => {
      const before = await tx.notes('reveal', user);
      for (const { key, value } of before) {
        // A second try must not make it new again.
        if (key === code) return;
        const over = (offerSchema.safeParse(value).data?.until ?? 0) + day;
        if (over < clock.now()) await tx.dropNote({ ...note, key });
      }
      await tx.putNote({ ...note, value: { name, until } });
    });
    return [];
  },
});
