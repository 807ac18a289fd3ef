import { z } from 'zod';

/** What a note of kind `reveal` holds; its scope is who may press the button, its key the mark of the button's code. */
export const offerSchema = z.object({
  /** The secret's. */
  name: z.string(),
  /** Epoch milliseconds. */
  until: z.number(),
  /** It was shown, which it is once. */
  shown: z.literal(true).optional(),
});
