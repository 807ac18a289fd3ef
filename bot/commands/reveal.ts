import { UserError } from '../../shared/errors.ts';
import type { View } from '../../shared/render/view.ts';
import { mayDo } from '../policy/identity.ts';
import type { Ports } from '../ports.ts';
import { nameOf, type Origin, originPlace } from '../request.ts';
import { secretName } from './secret.ts';

/**
 * The value of a secret for a modal, read at this moment for this clicker. The view holds the value in the
 * clear: open it and forget it. Somebody who may not gets the same refusal whether the name exists or not.
 * Throws a `UserError`.
 */
export async function reveal(
  ports: Ports,
  click: { id: string; origin: Origin; name: string },
): Promise<View> {
  const { id, origin } = click;
  const parsed = secretName.safeParse(click.name);
  if (!parsed.success) throw new UserError('There is no such secret, or you may not read it.');
  const name = parsed.data;
  const verdict = await mayDo({ kind: 'secret', path: name }, origin, ports);
  const value = verdict.allowed ? await ports.secrets.read(name) : undefined;
  const outcome = verdict.allowed
    ? value
      ? 'Shown to the asker.'
      : 'There is no such secret.'
    : verdict.why;
  // The entry is written before the value leaves.
  await ports.store.transaction((tx) =>
    tx.audit({
      who: nameOf(origin),
      what: `secret reveal ${name}`,
      decision: verdict.allowed ? (value ? 'allowed' : 'failed') : 'refused',
      outcome,
      place: originPlace(origin),
      request: id,
    }),
  );
  if (!value) throw new UserError(outcome);
  return {
    summary: name,
    blocks: [
      { kind: 'text', text: [{ code: name }] },
      { kind: 'code', lines: value.reveal().split('\n') },
      { kind: 'note', text: 'Close this when you have read it; it is shown to you alone.' },
    ],
  };
}
