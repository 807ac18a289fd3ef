import { sentence, type View } from '../../shared/render/view.ts';
import type { Secret } from '../../shared/secrets/secret.ts';
import { mayDo } from '../policy/identity.ts';
import type { Verdict } from '../policy/policy.ts';
import type { Ports } from '../ports.ts';
import { nameOf, type Origin, originPlace } from '../request.ts';
import type { AuditEntry } from '../store/store.ts';
import { secretName } from './secret-name.ts';

/**
 * The value of a secret for a modal, read at this moment for this clicker. The view holds the value in the
 * clear: open it and forget it. Who may not read it is told the same whether the name exists or not.
 */
export async function reveal(
  ports: Ports,
  click: { id: string; origin: Origin; name: string },
): Promise<View> {
  const { id, origin } = click;
  const parsed = secretName.safeParse(click.name);
  if (!parsed.success) return sentence('There is no such secret, or you may not read it.');
  const name = parsed.data;
  const verdict = await mayDo({ kind: 'secret', path: name }, origin, ports);
  const value = verdict.allowed ? await ports.secrets.read(name) : undefined;
  const { decision, outcome } = outcomeOf(verdict, value);
  // The entry is written before the value leaves.
  await ports.store.transaction((tx) =>
    tx.audit({
      who: nameOf(origin),
      what: `secret reveal ${name}`,
      decision,
      outcome,
      place: originPlace(origin),
      request: id,
    }),
  );
  if (!value) return sentence(outcome);
  return {
    summary: name,
    blocks: [
      { kind: 'text', text: [{ code: name }] },
      { kind: 'code', lines: value.reveal().split('\n') },
      { kind: 'note', text: 'It is shown to you alone, for a minute.' },
    ],
  };
}

function outcomeOf(verdict: Verdict, value: Secret | undefined): Pick<AuditEntry, 'decision' | 'outcome'> {
  if (!verdict.allowed) return { decision: 'refused', outcome: verdict.why };
  if (!value) return { decision: 'failed', outcome: 'There is no such secret.' };
  return { decision: 'allowed', outcome: 'Shown to the asker.' };
}
