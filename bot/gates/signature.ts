import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../shared/secrets/secret.ts';

/** Whether two texts are the same, in a time that tells nothing of where they differ, nor of their lengths. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

/** The same for a signature, whose length is no secret. */
export function isSignature(text: string, expected: string): boolean {
  const given = Buffer.from(text);
  const mac = Buffer.from(expected);
  return given.length === mac.length && timingSafeEqual(given, mac);
}

/** Hexadecimal HMAC-SHA256 of the parts one after the other. */
export function hmac(secret: Secret, ...parts: readonly (string | Buffer)[]): string {
  const mac = createHmac('sha256', secret.reveal());
  for (const part of parts) mac.update(part);
  return mac.digest('hex');
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
