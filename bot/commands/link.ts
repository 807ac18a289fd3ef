import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { type Inline, sentence } from '../../shared/render/view.ts';
import offerLink from '../effects/offer-link.ts';
import takeLink from '../effects/take-link.ts';
import { type Names, namesOf } from '../policy/names.ts';
import type { Ports } from '../ports.ts';
import { defineCommand } from './define.ts';

/** The Slack user who asked for a code, and until when it holds. */
const offerSchema = z.object({ slack: z.string(), until: z.number() });

interface Facts {
  readonly names: Names;
  /** A new code, for who asks in Slack. */
  readonly fresh: string;
  /** Who the code that was written was made for. */
  readonly offer?: z.infer<typeof offerSchema>;
}

const holdsMs = 10 * 60_000;

export default defineCommand({
  name: 'link',
  help: {
    usage: 'link [code]',
    summary:
      'Tells that you are the same person in Slack and on GitHub: say `link` in Slack, and write the code that you get in a comment on a pull request within ten minutes.',
    who: 'Everybody, for themselves. Who is in the policy file is linked by it.',
    examples: ['link'],
  },
  aws: [],
  args: z.object({
    code: z
      .string()
      .regex(/^[a-z0-9]{26}$/, 'That is no code of ours')
      .optional(),
  }),
  words: ['code'],
  needs: () => ({ kind: 'none' }),

  async gather({ code }, ports, { origin }): Promise<Facts> {
    const names = await namesOf(origin, ports);
    return { names, fresh: newCode(), ...(code && { offer: await offerOf(code, ports) }) };
  },

  decide({ names, fresh, offer }, { code }, { id, origin }, now) {
    if (names.slack && names.github) {
      throw new UserError(`You are linked already: ${names.slack} in Slack is ${names.github} on GitHub.`);
    }
    if (origin.kind === 'slack') {
      if (code) throw new UserError('Write the code in a comment on a pull request, not here.');
      const until = now + holdsMs;
      const how: Inline[] = [
        'Write this in a comment on a pull request that Drawbridge serves, within ten minutes: ',
        { code: `/deploy link ${fresh}` },
      ];
      const effect = offerLink.of({ code: markOfCode(fresh), slack: origin.user, until });
      // The summary goes into the audit log, where the code has no business.
      const answer = {
        summary: 'A code to link your two names',
        blocks: [{ kind: 'text' as const, text: how }],
      };
      return { answer, to: 'asker', effects: [effect] };
    }
    if (!code) throw new UserError('Say `/deploy link` in Slack first: it gives you a code to write here.');
    if (!offer || offer.until < now)
      throw new UserError('That code is not known, or used, or older than ten minutes.');
    const effect = takeLink.of({
      request: id,
      origin,
      code: markOfCode(code),
      slack: offer.slack,
      github: origin.user,
    });
    return { answer: sentence('Linking…'), to: 'asker', effects: [effect] };
  },
});

/** 130 random bits in letters and digits. */
function newCode(): string {
  return BigInt(`0x${randomBytes(20).toString('hex')}`)
    .toString(36)
    .padStart(26, '0')
    .slice(-26);
}

/** The store keeps no code that could be used by who reads it. */
function markOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

async function offerOf(code: string, { store }: Pick<Ports, 'store'>): Promise<Facts['offer']> {
  const note = (await store.notes('link', 'offers')).find(({ key }) => key === markOfCode(code));
  return offerSchema.safeParse(note?.value).data;
}
