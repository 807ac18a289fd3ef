import { UserError } from '../shared/errors.ts';
import type { GivenInputs } from './inputs.ts';

/** The region of the inputs or of the environment. */
export function regionOf(inputs: GivenInputs, env: Readonly<Record<string, string | undefined>>): string {
  const region = inputs.region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION);
  if (!region) {
    throw new UserError(
      'The AWS region is not known: give the input `region`, or set AWS_REGION before this step.',
    );
  }
  return region;
}
