import { AwsError } from './define.ts';

export interface PageRequest {
  readonly token: string | undefined;
  /** How many the caller wants, at most `limit`. */
  readonly max: number | undefined;
  /** How many at most, and when the caller does not say. */
  readonly limit: number;
  /** The exception that this service answers a bad token with. */
  readonly badToken?: string;
}

/** One page of a list whose order is stable, and an opaque token for the next while there is more. */
export function page<T>(
  all: readonly T[],
  request: PageRequest,
): { items: T[]; nextToken: string | undefined } {
  const { token, limit, badToken = 'InvalidNextTokenException' } = request;
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString());
  // Only a token of ours reads back as itself.
  if (!Number.isSafeInteger(start) || start < 0 || (token !== undefined && tokenFor(start) !== token))
    throw new AwsError(badToken, 'The specified token is not valid.');
  const end = start + Math.max(1, Math.min(request.max ?? limit, limit));
  return { items: all.slice(start, end), nextToken: end < all.length ? tokenFor(end) : undefined };
}

const tokenFor = (start: number) => Buffer.from(String(start)).toString('base64url');
