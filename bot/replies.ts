import type { Ports } from './ports.ts';
import { originPlace, type Request } from './request.ts';
import { wishOf } from './understand.ts';

/**
 * Whether a reply that mentions nobody is meant for us: it stands under a run's message and is a command from its
 * first word to its last. People talk there as well, so what is nearly one is left alone.
 */
export async function isMeant(request: Request, ports: Ports): Promise<boolean> {
  const { origin } = request;
  if (origin.kind !== 'slack' || !origin.thread || !request.text.trim()) return false;
  const shown = await ports.store.shownAt(originPlace(origin), origin.thread);
  return shown?.run !== undefined && (await wishOf(request, ports)) !== undefined;
}
