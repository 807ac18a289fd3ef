import { UserError } from '../../shared/errors.ts';
import type { Ports } from '../ports.ts';
import type { Origin } from '../request.ts';
import { asListed, narrowingOf } from './narrow.ts';
import type { Permission } from './permission.ts';
import { authorize, type Identity, type Policy, peopleFor, type Verdict } from './policy.ts';

/**
 * Asks Slack and GitHub what the lists for this permission turn on, now: nothing is remembered, so that
 * somebody who left a group a second ago is out.
 */
async function gatherIdentity(
  permission: Permission,
  origin: Origin,
  { policy, slack, github }: Pick<Ports, 'slack' | 'github'> & { policy: Policy },
): Promise<Identity> {
  const nothing: Identity = { origin, groups: new Set(), teams: new Set(), permission: 'none' };
  // Who is let by name need not be looked up, and who is on no list is not looked up either.
  if (authorize(policy, permission, nothing).allowed) return nothing;
  const lists = peopleFor(policy, permission, origin);
  if (origin.kind === 'slack') {
    const groups = unique(lists.flatMap((people) => people.slack.filter((id) => id.startsWith('S'))));
    const members = await Promise.all(groups.map((group) => slack.groupMembers(group)));
    return {
      ...nothing,
      groups: new Set(groups.filter((_, index) => members[index]?.includes(origin.user))),
    };
  }
  const teams = unique(lists.flatMap((people) => people.github.teams));
  const isMember = await Promise.all(
    teams.map((slug) => {
      const [org = '', team = ''] = slug.split('/');
      return github.isTeamMember({ org, team, user: origin.user });
    }),
  );
  const asksPermission = lists.some((people) => people.github.permission);
  const { repository, user } = origin;
  return {
    ...nothing,
    teams: new Set(teams.filter((_, index) => isMember[index])),
    permission: asksPermission ? await github.permission({ repository, user }) : 'none',
  };
}

/** Whether this person may do this at this moment, by the policy and by the pipeline's own repository. */
export async function mayDo(permission: Permission, origin: Origin, ports: Ports): Promise<Verdict> {
  const policy = ports.policy();
  const verdict = await verdictBy(policy, permission, { origin, ports });
  if (!verdict.allowed || permission.kind !== 'pipeline' || permission.verb === 'see') return verdict;
  const { pipeline, verb } = permission;
  try {
    const narrowing = await narrowingOf(pipeline, ports);
    const listed = narrowing && asListed(narrowing, pipeline, verb);
    if (!listed || (await verdictBy(listed, permission, { origin, ports })).allowed) return verdict;
    return { allowed: false, why: `You may not ${verb} ${pipeline}: ${narrowing.file} does not let you.` };
  } catch (error) {
    if (error instanceof UserError) return { allowed: false, why: error.message };
    throw error;
  }
}

async function verdictBy(
  policy: Policy,
  permission: Permission,
  { origin, ports }: { origin: Origin; ports: Ports },
): Promise<Verdict> {
  return authorize(policy, permission, await gatherIdentity(permission, origin, { ...ports, policy }));
}

/** Of these pipelines, those that the person may see. */
export async function visible(pipelines: readonly string[], origin: Origin, ports: Ports): Promise<string[]> {
  const verdicts = await Promise.all(
    pipelines.map((pipeline) => mayDo({ kind: 'pipeline', verb: 'see', pipeline }, origin, ports)),
  );
  return pipelines.filter((_, index) => verdicts[index]?.allowed);
}

/** The same ports, for one answer: each of Slack's groups is asked for once. */
export function askingOnce(ports: Ports): Ports {
  const members = new Map<string, Promise<string[]>>();
  const slack = {
    ...ports.slack,
    groupMembers(group: string) {
      const known = members.get(group) ?? ports.slack.groupMembers(group);
      members.set(group, known);
      return known;
    },
  };
  return { ...ports, slack };
}

/** Of these secrets, those that the person may read. */
export async function readable(names: readonly string[], origin: Origin, ports: Ports): Promise<string[]> {
  const once = askingOnce(ports);
  const verdicts = await Promise.all(names.map((path) => mayDo({ kind: 'secret', path }, origin, once)));
  return names.filter((_, index) => verdicts[index]?.allowed);
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
