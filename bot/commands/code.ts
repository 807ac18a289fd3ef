import { createHash, randomBytes } from 'node:crypto';

/** 130 random bits in letters and digits: 26 of them. */
export function newCode(): string {
  return BigInt(`0x${randomBytes(20).toString('hex')}`)
    .toString(36)
    .padStart(26, '0')
    .slice(-26);
}

export const codePattern = /^[a-z0-9]{26}$/;

/** What a code is noted under: it does not tell the code. */
export function markOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
