import { z } from 'zod';
import type { View } from '../../shared/render/view.ts';
import type { Origin } from '../request.ts';

// Both are written by our own code alone and only stored in between, so their shape is not checked leaf by leaf.

/** A view inside an effect's data. */
export const viewSchema = z.custom<View>(
  (value) => typeof value === 'object' && value !== null && 'summary' in value && 'blocks' in value,
  'Expected a view.',
);

/** A request's origin inside an effect's data. */
export const originSchema = z.custom<Origin>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
  'Expected an origin.',
);
