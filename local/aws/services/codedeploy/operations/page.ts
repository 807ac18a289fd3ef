import { AwsError } from '../../../define.ts';

const pageSize = 100;

/** One page of a list, and the token of the next. A token is only good for the list that it came from. */
export function page<T>(items: readonly T[], token: string | undefined): { items: T[]; nextToken?: string } {
  const start = token === undefined ? 0 : offsetOf(token);
  const end = start + pageSize;
  const rest = end < items.length ? { nextToken: Buffer.from(`from:${end}`).toString('base64url') } : {};
  return { items: items.slice(start, end), ...rest };
}

function offsetOf(token: string): number {
  const [, offset] = /^from:(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (offset === undefined) throw new AwsError('InvalidNextTokenException', 'The next token is not valid');
  return Number(offset);
}

/** Refuses a batch of more names than AWS takes. */
export function checkBatch(names: readonly unknown[] | undefined, most: number): void {
  if ((names?.length ?? 0) > most)
    throw new AwsError(
      'BatchLimitExceededException',
      `At most ${most} names or ids can be asked for at once`,
    );
}
