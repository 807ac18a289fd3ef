import type { Ports } from '../ports.ts';
import type { Origin } from '../request.ts';
import { type Names, namesFrom, namesOf } from './names.ts';

/**
 * Who somebody is, and where neither the file nor a link gives both names: who has the same verified e-mail on the
 * other side. Slack confirms every address; GitHub lets people show only an address of theirs that it has verified.
 * Because anybody may open another GitHub account, the login counts only with write permission in the pipeline's
 * repository, and only if nobody else has that name here. So an e-mail tells who somebody is, and gives no rights.
 * https://docs.github.com/en/account-and-profile/setting-up-and-managing-your-personal-account-on-github/managing-email-preferences/setting-your-commit-email-address
 */
export async function identify(
  account: Pick<Origin, 'kind' | 'user'>,
  repository: string | undefined,
  ports: Ports,
): Promise<Names> {
  const names = await namesOf(account, ports);
  const email = names.slack && (await ports.slack.emailOf(names.slack));
  const known = { ...names, ...(email && { email }) };
  if (names.slack && names.github) return known;
  const other = repository && (await otherName(known, repository, ports));
  if (!other) return known;
  const [kind, user] = other;
  const theirs = await namesOf({ kind, user }, ports);
  // Whom the file or a link has given another name already is somebody else.
  if (theirs.slack && theirs.github) return known;
  const both =
    kind === 'slack' ? { slack: user, github: account.user } : { slack: account.user, github: user };
  return { ...known, ...namesFrom(account, ports.policy(), [both]) };
}

async function otherName(
  { slack, github, email }: Names,
  repository: string,
  ports: Ports,
): Promise<['slack' | 'github', string] | undefined> {
  if (slack) {
    const login = email && (await ports.github.loginOf({ repository, email }));
    return login && (await mayWrite(login, repository, ports)) ? ['github', login] : undefined;
  }
  if (!github || !(await mayWrite(github, repository, ports))) return undefined;
  const shown = await ports.github.emailOf({ repository, user: github });
  const user = shown && (await ports.slack.userOf(shown));
  return user ? ['slack', user] : undefined;
}

async function mayWrite(user: string, repository: string, { github }: Ports): Promise<boolean> {
  return ['write', 'admin'].includes(await github.permission({ repository, user }));
}
