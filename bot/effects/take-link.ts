import { z } from 'zod';
import { sentence } from '../../shared/render/view.ts';
import { defineEffect } from '../effect.ts';
import { linksIn, namesFrom } from '../policy/names.ts';
import type { Policy } from '../policy/policy.ts';
import type { Ports } from '../ports.ts';
import { originSchema } from '../render/schema.ts';
import { nameOf, originPlace } from '../request.ts';
import type { Transaction } from '../store/store.ts';
import answer from './answer.ts';
import { reactionTo } from './react.ts';

const schema = z.object({
  request: z.string(),
  origin: originSchema,
  code: z.string(),
  slack: z.string(),
  github: z.string(),
  /** Why the two are not to be linked, so that the code is used up and no more. */
  refusal: z.string().optional(),
});

type TakeLink = z.infer<typeof schema>;

/** Links two names with a code, which is used up by it. */
export default defineEffect({
  kind: 'take-link',
  schema,
  target: () => 'links',
  async perform(effect, ports) {
    const { request, origin, slack, github } = effect;
    const refusal = await link(effect, ports);
    const text = refusal ?? `Linked: ${slack} in Slack is ${github} on GitHub.`;
    const reply = answer.of({ request, origin, view: sentence(text), to: 'asker' });
    return [reply, ...reactionTo(origin, !refusal)];
  },
});

/** Why they were not linked; undefined where they were. A second try finds what the first has noted. */
function link(effect: TakeLink, { store, policy, clock }: Ports): Promise<string | undefined> {
  const { request, origin, code, slack, github } = effect;
  return store.transaction(async (tx) => {
    const offers = await tx.notes('link', 'offers');
    const offer = offers.find(({ key }) => key === code);
    if (offer) await tx.dropNote({ kind: 'link', scope: 'offers', key: code });
    if (!(await tx.once(`link ${request}`))) return (await isLinked(effect, tx)) ? undefined : usedUp;
    const until = offerSchema.safeParse(offer?.value).data?.until ?? 0;
    const late = until < clock.now() ? usedUp : undefined;
    const refusal = effect.refusal ?? late ?? (await conflict(effect, policy(), tx));
    const outcome = refusal ?? `${slack} in Slack is ${github} on GitHub.`;
    if (!refusal) {
      const note = { kind: 'link', scope: 'people', key: github.toLowerCase() } as const;
      await tx.putNote({ ...note, value: { slack, github } });
    }
    const decision = refusal ? 'refused' : 'allowed';
    const where = { place: originPlace(origin), request };
    await tx.audit({ who: nameOf(origin), what: `link ${slack}`, decision, outcome, ...where });
    return refusal;
  });
}

const usedUp = 'That code was used already, or is older than ten minutes.';
const offerSchema = z.object({ until: z.number() });

async function isLinked({ slack, github }: TakeLink, tx: Transaction): Promise<boolean> {
  const links = linksIn(await tx.notes('link', 'people'));
  return links.some((each) => each.slack === slack && each.github === github);
}

/** Each account has one other. What it had stays, and the attempt is in the audit log. */
async function conflict(
  { slack, github }: TakeLink,
  policy: Policy,
  tx: Transaction,
): Promise<string | undefined> {
  const links = linksIn(await tx.notes('link', 'people'));
  const [one, other] = [
    namesFrom({ kind: 'slack', user: slack }, policy, links),
    namesFrom({ kind: 'github', user: github }, policy, links),
  ];
  if (one.github) return `${slack} in Slack is linked already, so nothing was changed.`;
  if (other.slack) return `${github} on GitHub is linked already, so nothing was changed.`;
  return undefined;
}
