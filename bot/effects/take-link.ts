import { z } from 'zod';
import { sentence } from '../../shared/render/view.ts';
import { defineEffect } from '../effect.ts';
import { originSchema } from '../render/schema.ts';
import { nameOf, originPlace } from '../request.ts';
import answer from './answer.ts';

const schema = z.object({
  request: z.string(),
  origin: originSchema,
  code: z.string(),
  slack: z.string(),
  github: z.string(),
});

/** Links two names with a code, which is used up by it. */
export default defineEffect({
  kind: 'take-link',
  schema,
  target: () => 'links',
  async perform({ request, origin, code, slack, github }, { store }) {
    const outcome = `${slack} in Slack is ${github} on GitHub.`;
    const isLinked = await store.transaction(async (tx) => {
      // A second try finds what the first has done.
      if (!(await tx.once(`link ${request}`))) return true;
      const isThere = (await tx.notes('link', 'offers')).some(({ key }) => key === code);
      if (!isThere) return false;
      await tx.dropNote({ kind: 'link', scope: 'offers', key: code });
      await tx.putNote({
        kind: 'link',
        scope: 'people',
        key: github.toLowerCase(),
        value: { slack, github },
      });
      const where = { place: originPlace(origin), request };
      await tx.audit({ who: nameOf(origin), what: 'link', decision: 'allowed', outcome, ...where });
      return true;
    });
    const view = sentence(isLinked ? `Linked: ${outcome}` : 'That code was used already.');
    return [answer.of({ request, origin, view, to: 'asker' })];
  },
});
