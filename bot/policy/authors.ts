import type { Run } from '../../shared/run/model.ts';
import type { Ports } from '../ports.ts';
import type { Authors } from './approvals.ts';
import { identify } from './email.ts';

/** Who pushed it, who wrote its commit, and who opened its pull request. */
export async function authorsOf(
  { change }: Run,
  repository: string | undefined,
  { github }: Pick<Ports, 'github'>,
): Promise<Authors> {
  const { commit: ref, pullRequest: number } = change;
  const commit = repository && ref ? await github.commit({ repository, ref }) : undefined;
  const pull =
    repository && number !== undefined ? await github.pullRequest({ repository, number }) : undefined;
  return {
    logins: [change.actor, commit?.author, pull?.author].filter((name) => !!name).map(String),
    said: [change.author, commit?.email].filter((name) => !!name).map(String),
  };
}

/** The Slack users that the authors are, as far as the file, a link or an e-mail says. */
export async function slackUsersOf(
  { logins, said }: Authors,
  repository: string | undefined,
  ports: Ports,
): Promise<string[]> {
  const addresses = said.filter((name) => /^[^\s@]+@[^\s@]+$/.test(name));
  const users = await Promise.all([
    ...unique(logins).map(
      async (user) => (await identify({ kind: 'github', user }, repository, ports)).slack,
    ),
    ...unique(addresses).map((address) => ports.slack.userOf(address)),
  ]);
  return [...new Set(users.filter((user) => user !== undefined))];
}

/** Neither logins nor addresses are told apart by the case of their letters. */
function unique(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))];
}
