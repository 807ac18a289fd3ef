import type { Inline, Line } from '../../shared/render/view.ts';
import type { Origin } from '../request.ts';
import type { PipelineVerb } from './permission.ts';
import type { Policy } from './policy.ts';
import type { People, Person } from './schema.ts';

type Platform = Origin['kind'];

/** The name people know somebody by, where the file links one; else the id or login. */
export function personName(policy: Policy, origin: Pick<Origin, 'kind' | 'user'>): string {
  const person = personOf(policy, origin.kind, origin.user);
  return person?.name ?? person?.github ?? origin.user;
}

function personOf(policy: Policy, platform: Platform, id: string): Person | undefined {
  return policy.people.find((person) => person[platform]?.toLowerCase() === id.toLowerCase());
}

/** Who may answer an approval of the pipeline, for readers on one platform: see `namesOf`. */
export function approversOf(policy: Policy, pipeline: string, platform: Platform): Line {
  return peopleLine(policy, { pipeline, verb: 'approve', platform });
}

/** Who may do that with the pipeline, for readers on one platform. */
export function peopleLine(
  policy: Policy,
  of: { pipeline: string; verb: PipelineVerb; platform: Platform },
): Line {
  const people = policy.pipelines.get(of.pipeline)?.allow[of.verb];
  const names = people ? namesOf(people, policy, of.platform) : [];
  if (names.length === 0) return 'By the policy nobody';
  return names.flatMap((name, index) => (index === 0 ? [name] : [', ', name]));
}

/** Their own people are mentioned, the other platform's are called by their names; who is both is there once. */
function namesOf({ slack, github }: People, policy: Policy, platform: Platform): Inline[] {
  const ids = { slack, github: github.users };
  const other = platform === 'slack' ? 'github' : 'slack';
  const strangers = ids[other].filter((id) => {
    const own = personOf(policy, other, id)?.[platform];
    return own === undefined || !ids[platform].some((each) => each.toLowerCase() === own.toLowerCase());
  });
  return [
    ...ids[platform].map((id): Inline => (platform === 'slack' ? { slack: id } : { github: id })),
    ...calledByName(strangers, policy, other),
    ...github.teams.map((team) => `@${team}`),
    ...(github.permission ? [`who has ${github.permission} permission on GitHub`] : []),
  ];
}

function calledByName(ids: readonly string[], policy: Policy, platform: Platform): string[] {
  // A Slack id tells a reader on GitHub nothing; a login is a name.
  const named = ids.map(
    (id) => personOf(policy, platform, id)?.name ?? (platform === 'github' ? id : undefined),
  );
  const known = named.filter((name) => name !== undefined);
  const where = platform === 'slack' ? 'in Slack' : 'on GitHub';
  const unknown = named.length - known.length;
  return [
    ...known.map((name) => `${name} ${where}`),
    ...(unknown > 0 ? [`${unknown}${known.length > 0 ? ' more' : ''} ${where}`] : []),
  ];
}
