import { z } from 'zod';
import { runMarker } from '../../shared/render/comment.ts';

/** Where a run is shown. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slack'), channel: z.string() }),
  z.object({ kind: z.literal('github'), repository: z.string(), number: z.number() }),
]);

export type Place = z.infer<typeof placeSchema>;

/** As the store writes it: `C123` or `owner/name#7`. */
export function placeName(place: Place): string {
  return place.kind === 'slack' ? place.channel : `${place.repository}#${place.number}`;
}

/** Effects at one place are carried out in order: the message before what is said under it. */
export function placeTarget(place: Place): string {
  return `${place.kind}:${placeName(place)}`;
}

/** The key of the one message that shows a run at a place. */
export function runKey(run: { pipeline: string; run: string }, place: Place): string {
  return runMarker(run, placeName(place));
}
