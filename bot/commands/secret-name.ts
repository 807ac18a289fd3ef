import { z } from 'zod';

/** A parameter's or a secret's name, or a path; no `..`, so that a path of the policy is what it seems. */
export const secretName = z
  .string('Name the secret')
  .regex(/^[A-Za-z0-9/_.+=@:-]{1,1011}$/, 'A secret’s name has letters, digits and / _ . + = @ : -')
  .refine((name) => !name.split('/').includes('..'), 'A secret’s name has no `..` in it');
