import type { View } from '../../shared/render/view.ts';
import type { Ports } from '../ports.ts';
import type { Origin } from '../request.ts';

/**
 * The value of a secret for a modal, read at this moment for this clicker. The view holds the value in the
 * clear: open it and forget it. Somebody who may not gets the same refusal whether the name exists or not.
 */
export async function reveal(
  _ports: Ports,
  _click: { id: string; origin: Origin; name: string },
): Promise<View> {
  throw new Error('Revealing is still being written');
}
