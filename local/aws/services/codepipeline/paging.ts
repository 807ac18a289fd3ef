import { AwsError } from '../../define.ts';

/**
 * One page of a list, with a token for the next. The token names the last element shown, so that pages neither
 * repeat nor skip elements when newer ones come in between.
 */
export function page<Item>(
  items: readonly Item[],
  input: { nextToken?: string | undefined; maxResults?: number | undefined },
  { idOf, most = 100 }: { idOf: (item: Item) => string; most?: number },
): { items: readonly Item[]; nextToken?: string } {
  const size = input.maxResults ?? most;
  if (!Number.isInteger(size) || size < 1 || size > most)
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value '${size}' at 'maxResults' failed to satisfy constraint: Member must be between 1 and ${most}`,
    );
  const first = input.nextToken === undefined ? 0 : after(items, input.nextToken, idOf);
  const shown = items.slice(first, first + size);
  const last = shown.at(-1);
  const isLastPage = first + size >= items.length || last === undefined;
  if (isLastPage) return { items: shown };
  return { items: shown, nextToken: Buffer.from(idOf(last)).toString('base64url') };
}

function after<Item>(items: readonly Item[], token: string, idOf: (item: Item) => string): number {
  const id = Buffer.from(token, 'base64url').toString();
  const index = items.findIndex((item) => idOf(item) === id);
  if (index < 0) throw new AwsError('InvalidNextTokenException', 'The next token is not valid');
  return index + 1;
}
