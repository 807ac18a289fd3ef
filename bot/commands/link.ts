import { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import { type Inline, sentence } from '../../shared/render/view.ts';
import offerLink from '../effects/offer-link.ts';
import takeLink from '../effects/take-link.ts';
import { listedAs, type Names, namesOf } from '../policy/names.ts';
import { repositoriesOf } from '../policy/policy.ts';
import type { Ports } from '../ports.ts';
import type { Origin } from '../request.ts';
import { codePattern, markOfCode, newCode } from './code.ts';
import { defineCommand } from './define.ts';

/** The Slack user who asked for a code, and until when it holds. */
const offerSchema = z.object({ slack: z.string(), until: z.number() });

interface Facts {
  readonly names: Names;
  /** A new code, for who asks in Slack. */
  readonly fresh: string;
  /** Who the code that was written was made for. */
  readonly offer?: z.infer<typeof offerSchema>;
  /** Why nobody may be linked to this GitHub account. */
  readonly obstacle?: string | undefined;
}

const holdsMs = 10 * 60_000;

export default defineCommand({
  name: 'link',
  help: {
    usage: 'link [code]',
    summary:
      'Tells that you are the same person in Slack and on GitHub: say `link` in Slack, and write the code that you get in a comment on a pull request within ten minutes.',
    who: 'Who has write permission in the repository of a pipeline, or is in the policy file, for themselves. Whom the file gives two names is linked by it.',
    examples: ['link'],
  },
  aws: [],
  args: z.object({
    code: z.string().regex(codePattern, 'That is no code of ours').optional(),
  }),
  words: ['code'],
  needs: () => ({ kind: 'none' }),

  async gather({ code }, ports, { origin }): Promise<Facts> {
    const names = await namesOf(origin, ports);
    if (!code) return { names, fresh: newCode() };
    return {
      names,
      fresh: newCode(),
      offer: await offerOf(code, ports),
      obstacle: await obstacleFor(origin, ports),
    };
  },

  decide({ names, fresh, offer, obstacle }, { code }, { id, origin }, now) {
    const linked = names.slack && names.github ? linkedAlready(names) : undefined;
    if (origin.kind === 'slack') {
      if (linked) throw new UserError(linked);
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
    if (!code)
      throw new UserError(linked ?? 'Say `/deploy link` in Slack first: it gives you a code to write here.');
    if (!offer || offer.until < now)
      throw new UserError('That code is not known, or used, or older than ten minutes.');
    const effect = takeLink.of({
      request: id,
      origin,
      code: markOfCode(code),
      slack: offer.slack,
      github: origin.user,
      // Everybody can read the code now, so it is used up whatever comes of it.
      refusal: linked ?? obstacle,
    });
    return { answer: sentence('Linking…'), to: 'asker', effects: [effect] };
  },
});

function linkedAlready({ slack, github }: Names): string {
  return `You are linked already: ${slack} in Slack is ${github} on GitHub. Who keeps the policy file can say otherwise there.`;
}

/**
 * Anybody can open another GitHub account, and with it be somebody else than the author of their own change. So a link
 * is taken only from an account that the repository's owners have let in.
 */
async function obstacleFor(origin: Origin, { policy, github }: Ports): Promise<string | undefined> {
  if (origin.kind !== 'github') return undefined;
  const { repository, user } = origin;
  if (!repositoriesOf(policy()).has(repository.toLowerCase()))
    return 'Write the code in a repository of one of the pipelines here.';
  if (listedAs('github', user, policy().people)) return undefined;
  const permission = await github.permission({ repository, user });
  if (permission === 'write' || permission === 'admin') return undefined;
  return `Only an account with write permission in ${repository}, or one that the policy file lists, can be linked.`;
}

async function offerOf(code: string, { store }: Pick<Ports, 'store'>): Promise<Facts['offer']> {
  const note = (await store.notes('link', 'offers')).find(({ key }) => key === markOfCode(code));
  return offerSchema.safeParse(note?.value).data;
}
