import { randomUUID } from 'node:crypto';

/**
 * A random UUID to keep. The one that Node gives is a chain of the twenty pieces it was put together from: half a
 * kilobyte, where the text alone takes 56 bytes.
 * https://github.com/nodejs/node/blob/v24.x/lib/internal/crypto/random.js
 */
export function uuid(): string {
  return Buffer.from(randomUUID(), 'latin1').toString('latin1');
}
