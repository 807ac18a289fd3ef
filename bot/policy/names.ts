import { z } from 'zod';
import type { Ports } from '../ports.ts';
import type { Origin } from '../request.ts';
import type { Policy } from './policy.ts';
import type { Person } from './schema.ts';

type Platform = Origin['kind'];
type Account = Pick<Origin, 'kind' | 'user'>;

/** What one person is called in each place, as far as the file, a link of their own or their e-mail says. */
export interface Names {
  readonly slack?: string;
  readonly github?: string;
  /** The address that Slack has confirmed, where it was asked for. */
  readonly email?: string;
  /** What they are called. */
  readonly name: string;
  /** The same wherever the person speaks. */
  readonly key: string;
}

const linkSchema = z.object({ slack: z.string(), github: z.string() });

export type Link = z.infer<typeof linkSchema>;

/** The file is believed before a link. */
export async function namesOf(
  account: Account,
  { policy, store }: Pick<Ports, 'policy' | 'store'>,
): Promise<Names> {
  return namesFrom(account, policy(), linksIn(await store.notes('link', 'people')));
}

/** The links that the notes of them tell of, the oldest first. */
export function linksIn(notes: readonly { readonly value: unknown }[]): Link[] {
  return notes.flatMap(({ value }) => linkSchema.safeParse(value).data ?? []);
}

/** What the file and these links make of an account. Each account is linked once: the oldest link of it counts. */
export function namesFrom(
  { kind, user }: Account,
  { people }: Pick<Policy, 'people'>,
  links: readonly Link[],
): Names {
  const listed = listedAs(kind, user, people);
  const linked = links.filter((link) => !contradicts(link, people)).find((link) => isSame(link[kind], user));
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
export function accountOf(key: string): Account {
  const [, kind, user] = /^(?:(slack|github):)?(.*)$/.exec(key) ?? [];
  return { kind: kind === 'slack' ? 'slack' : 'github', user: user ?? '' };
}

/** The entry of the file that names this account. */
export function listedAs(kind: Platform, user: string, people: readonly Person[]): Person | undefined {
  return people.find((person) => isSame(person[kind], user));
}

/** Whom the file gives another name, a link cannot. */
function contradicts(link: Link, people: readonly Person[]): boolean {
  const bySlack = listedAs('slack', link.slack, people)?.github;
  const byGitHub = listedAs('github', link.github, people)?.slack;
  return (
    (bySlack !== undefined && !isSame(bySlack, link.github)) ||
    (byGitHub !== undefined && !isSame(byGitHub, link.slack))
  );
}

/** Neither GitHub nor Slack tells names apart by the case of their letters. */
function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
