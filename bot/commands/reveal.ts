import type { z } from 'zod';
import { sentence, type View } from '../../shared/render/view.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import { mayDo } from '../policy/identity.ts';
import { offerSchema } from '../policy/reveal-offer.ts';
import type { Ports } from '../ports.ts';
import { nameOf, type Origin, originPlace } from '../request.ts';
import type { AuditEntry } from '../store/store.ts';
import { markOfCode } from './code.ts';

export interface Click {
  /** Unique and the same when delivered twice. */
  readonly id: string;
  readonly origin: Origin;
  /** What the button says: the secret's name and the code that it was offered with. */
  readonly name: string;
}

type Offer = z.infer<typeof offerSchema>;
type Shown = Pick<AuditEntry, 'decision' | 'outcome'> & { readonly value?: Secret | undefined };

/**
 * The value of a secret for a modal, read at this moment for this clicker, once. The view holds the value in the
 * clear: open it and forget it. Who may not read it is told the same whether the name exists or not.
 */
export async function reveal(ports: Ports, click: Click): Promise<View> {
  const [name = '', code = ''] = click.name.split(' ');
  const key = markOfCode(code);
  const offer = await offerOf({ key, name }, click, ports);
  const result = offer ? await readFor(offer, click, ports) : forbidden;
  const { value, decision, outcome } = await noteShown(key, result, { click, name, ports });
  if (decision !== 'allowed' || !value) return sentence(outcome);
  return {
    summary: name,
    blocks: [
      { kind: 'text', text: [{ code: name }] },
      { kind: 'code', lines: value.reveal().split('\n') },
      { kind: 'note', text: 'It is shown to you alone, once, for a minute.' },
    ],
  };
}

// As for whom the policy does not let: a button of somebody else’s tells nothing of the name.
const forbidden: Shown = { decision: 'refused', outcome: 'There is no such secret, or you may not read it.' };
const over: Shown = {
  decision: 'refused',
  outcome: 'The button was good for ten minutes. Ask again with /deploy secret get.',
};
const shownBefore: Shown = {
  decision: 'refused',
  outcome: 'It was shown already, which the button does once. Ask again with /deploy secret get.',
};

/** A button is for whom it was offered to. */
async function offerOf(
  { key, name }: { key: string; name: string },
  { origin: { user } }: Click,
  { store }: Ports,
): Promise<Offer | undefined> {
  const note = (await store.notes('reveal', user)).find((each) => each.key === key);
  const offer = offerSchema.safeParse(note?.value).data;
  return offer?.name === name ? offer : undefined;
}

async function readFor({ name, until, shown }: Offer, { origin }: Click, ports: Ports): Promise<Shown> {
  if (shown) return shownBefore;
  if (until < ports.clock.now()) return over;
  const verdict = await mayDo({ kind: 'secret', path: name }, origin, ports);
  if (!verdict.allowed) return { decision: 'refused', outcome: verdict.why };
  const value = await ports.secrets.read(name);
  if (!value) return { decision: 'failed', outcome: 'There is no such secret.' };
  return { decision: 'allowed', outcome: 'Shown to the asker.', value };
}

/** That it was shown and the entry that says so are written before the value leaves; of two clicks one is the first. */
function noteShown(
  key: string,
  result: Shown,
  { click: { id, origin }, name, ports }: { click: Click; name: string; ports: Ports },
): Promise<Shown> {
  const note = { kind: 'reveal', scope: origin.user, key } as const;
  return ports.store.transaction(async (tx) => {
    const known = (await tx.notes('reveal', origin.user)).find((each) => each.key === key);
    const offer = offerSchema.safeParse(known?.value).data;
    const isFirst = result.decision !== 'allowed' || (await tx.once(`reveal ${key}`));
    const { decision, outcome, value } = isFirst ? result : shownBefore;
    if (decision === 'allowed') await tx.putNote({ ...note, value: { ...offer, shown: true } });
    const place = originPlace(origin);
    const what = `secret reveal ${name}`.slice(0, longestWords);
    await tx.audit({ who: nameOf(origin), what, decision, outcome, place, request: id });
    return { decision, outcome, value };
  });
}

const longestWords = 500;
