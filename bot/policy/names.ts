import { z } from 'zod';
import type { Ports } from '../ports.ts';
import type { Origin } from '../request.ts';

/** What one person is called in each place, as far as the file or a link of their own says. */
export interface Names {
  readonly slack?: string;
  readonly github?: string;
  /** What they are called. */
  readonly name: string;
  /** The same wherever the person speaks. */
  readonly key: string;
}

const linkSchema = z.object({ slack: z.string(), github: z.string() });

/** The file is believed before a link. */
export async function namesOf(
  origin: Pick<Origin, 'kind' | 'user'>,
  { policy, store }: Pick<Ports, 'policy' | 'store'>,
): Promise<Names> {
  const { kind, user } = origin;
  const listed = policy().people.find((person) => person[kind]?.toLowerCase() === user.toLowerCase());
  const links = (await store.notes('link', 'people')).flatMap(
    ({ value }) => linkSchema.safeParse(value).data ?? [],
  );
  // Who is linked anew is found under the newest link.
  const linked = links.findLast((link) => link[kind].toLowerCase() === user.toLowerCase());
  const slack = kind === 'slack' ? user : (listed?.slack ?? linked?.slack);
  const github = kind === 'github' ? user : (listed?.github ?? linked?.github);
  return {
    ...(slack && { slack }),
    ...(github && { github }),
    name: listed?.name ?? github ?? user,
    key: slack ? `slack:${slack}` : `github:${user.toLowerCase()}`,
  };
}

/** Who a key or a GitHub login stands for, as far as is known by now: a link may have come since it was noted. */
export function namesOfKey(key: string, ports: Pick<Ports, 'policy' | 'store'>): Promise<Names> {
  const [, kind, user] = /^(?:(slack|github):)?(.*)$/.exec(key) ?? [];
  return namesOf({ kind: kind === 'slack' ? 'slack' : 'github', user: user ?? '' }, ports);
}
