import type { SecretInfo, SecretStore } from '../../shared/aws/ports.ts';
import { type Line, sentence, type View } from '../../shared/render/view.ts';

/** What two paths have in common, name by name. The values themselves are looked at here and nowhere kept. */
export interface Comparison {
  /** Below both paths, in order. */
  readonly rows: readonly { readonly name: string; readonly how: How }[];
}

type How = 'the same' | 'differs' | 'only in the first' | 'only in the second';

export async function compareSecrets(
  secrets: Pick<SecretStore, 'read'>,
  [first, second]: readonly [Side, Side],
): Promise<Comparison> {
  const names = [...new Set([...relativeNames(first), ...relativeNames(second)])].sort();
  const rows: { name: string; how: How }[] = [];
  // One after the other: Parameter Store takes 40 reads a second, and others read, too.
  // https://docs.aws.amazon.com/general/latest/gr/ssm.html
  for (const name of names) rows.push({ name, how: await howOf(name, secrets, [first, second]) });
  return { rows };
}

/** A path, and what is below it that the asker may read. */
interface Side {
  readonly path: string;
  readonly infos: readonly SecretInfo[];
}

function relativeNames({ path, infos }: Side): string[] {
  return infos.map(({ name }) => name.slice(path.length).replace(/^\//, ''));
}

async function howOf(
  name: string,
  secrets: Pick<SecretStore, 'read'>,
  [first, second]: readonly [Side, Side],
): Promise<How> {
  if (!relativeNames(second).includes(name)) return 'only in the first';
  if (!relativeNames(first).includes(name)) return 'only in the second';
  const [one, other] = await Promise.all(
    [first, second].map(({ path }) => secrets.read(`${path.replace(/\/$/, '')}/${name}`)),
  );
  return one?.reveal() === other?.reveal() ? 'the same' : 'differs';
}

export function comparisonView({ rows }: Comparison, [first, second]: readonly [string, string]): View {
  const differing = rows.filter(({ how }) => how !== 'the same');
  const same = rows.length - differing.length;
  const summary = `${first} and ${second}: ${differing.length} of ${rows.length} names differ or are missing`;
  if (differing.length === 0)
    return sentence(`${first} and ${second} have the same ${same} names and values.`);
  const text: Readonly<Record<How, string>> = {
    'the same': 'the same',
    differs: 'has another value',
    'only in the first': `only in ${first}`,
    'only in the second': `only in ${second}`,
  };
  return {
    summary,
    blocks: [
      { kind: 'text', text: summary },
      {
        kind: 'table',
        columns: ['Name', 'How'],
        rows: differing.map(({ name, how }): Line[] => [[{ code: name }], text[how]]),
      },
      { kind: 'note', text: `${same} have the same value in both. Only what you may read is compared.` },
    ],
  };
}
