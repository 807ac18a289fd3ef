import picomatch from 'picomatch';
import { UserError } from '../../shared/errors.ts';
import type { Origin } from '../request.ts';
import { parseFile } from './file.ts';
import type { Permission, PipelineVerb } from './permission.ts';
import { type People, type Person, type PipelinePolicy, policyFile, type SecretRule } from './schema.ts';

/** Who may do what, as read from `drawbridge.yml`. */
export interface Policy {
  readonly workspace: string | undefined;
  readonly pipelines: ReadonlyMap<string, PipelinePolicy>;
  readonly secrets: readonly SecretRule[];
  readonly people: readonly Person[];
  /** The AWS identities that start runs for whoever pushed the change. */
  readonly automation: readonly string[];
}

/** Throws a `UserError` with one line for each fault, `file:line:column: sentence`. */
export function parsePolicy(text: string, file = 'drawbridge.yml'): Policy {
  // Rather one that somebody has begun to write than a policy for nobody.
  if (text.trim() === '') {
    throw new UserError(`${file} is empty: write “pipelines: {}” if nobody is to do anything.`);
  }
  const { workspace, pipelines, ...rest } = parseFile(text, file, policyFile);
  return { ...rest, workspace, pipelines: new Map(Object.entries(pipelines)) };
}

/** What is known of the asker, as far as the permission at hand turns on it. See `gatherIdentity`. */
export interface Identity {
  readonly origin: Origin;
  /** The Slack user groups, of those asked about, that the asker is in. */
  readonly groups: ReadonlySet<string>;
  /** The GitHub teams (`org/slug`), of those asked about, that the asker is in. */
  readonly teams: ReadonlySet<string>;
  /** In the pipeline's own repository. */
  readonly permission: 'none' | 'read' | 'write' | 'admin';
}

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly why: string };

/** Whether the policy lets this person do this. Nobody may what is not written. */
export function authorize(policy: Policy, permission: Permission, identity: Identity): Verdict {
  if (permission.kind === 'none') return { allowed: true };
  if (policy.workspace && identity.origin.kind === 'slack' && identity.origin.team !== policy.workspace) {
    return { allowed: false, why: 'This Slack workspace is not the one that Drawbridge serves.' };
  }
  if (peopleFor(policy, permission, identity.origin).some((people) => isAmong(people, identity))) {
    return { allowed: true };
  }
  return { allowed: false, why: refusal(policy, permission, identity) };
}

function refusal(policy: Policy, permission: Permission, identity: Identity): string {
  if (permission.kind === 'secret') {
    if (identity.origin.kind === 'github')
      return 'Secrets are told in Slack only, and to nobody but the asker.';
    return 'There is no such secret, or you may not read it.';
  }
  if (permission.kind === 'none') return 'You may not do that.';
  const { pipeline, verb } = permission;
  const sees = peopleFor(policy, { kind: 'pipeline', verb: 'see', pipeline }, identity.origin).some(
    (people) => isAmong(people, identity),
  );
  if (!sees) return noSuchPipeline(pipeline);
  return `You may not ${deeds[verb]} ${pipeline}${identity.origin.kind === 'github' ? ' from here' : ''}.`;
}

const deeds: Readonly<Record<PipelineVerb, string>> = {
  see: 'see',
  logs: 'read the logs of',
  start: 'start',
  approve: 'approve',
  rollback: 'roll back',
  retry: 'retry',
  stop: 'stop',
  pause: 'pause or resume',
  lock: 'lock or unlock',
  override: 'override conditions of',
  continue: 'continue deployments of',
};

/** The same words for a pipeline that is not there and for one that the asker may not see. */
export function noSuchPipeline(name: string): string {
  return `There is no pipeline “${name}” here, or you may not see it.`;
}

/** The lists of which one must hold the asker. */
export function peopleFor(policy: Policy, permission: Permission, origin: Origin): readonly People[] {
  if (permission.kind === 'none') return [];
  if (permission.kind === 'secret') {
    if (origin.kind !== 'slack') return [];
    return policy.secrets
      .filter(({ channels }) => !channels || channels.includes(origin.channel))
      .filter((rule) => covers(rule.path, permission.path))
      .map((rule) => ({ slack: rule.slack, github: { users: [], teams: [] } }));
  }
  const pipeline = policy.pipelines.get(permission.pipeline);
  if (!pipeline) return [];
  // A pull request speaks for its own repository only: a comment elsewhere has no business with this pipeline.
  if (origin.kind === 'github' && !sameRepository(pipeline.github?.repository, origin.repository)) return [];
  const { allow } = pipeline;
  // Who may act on a pipeline may look at it.
  return permission.verb === 'see' ? Object.values(allow) : [allow[permission.verb]];
}

function covers(pattern: string, path: string): boolean {
  return picomatch(pattern, { dot: true, posix: true, windows: false })(path);
}

function sameRepository(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

const ranks = { none: 0, read: 1, write: 2, admin: 3 } as const;

function isAmong(people: People, { origin, groups, teams, permission }: Identity): boolean {
  if (origin.kind === 'slack') {
    return people.slack.includes(origin.user) || people.slack.some((id) => groups.has(id));
  }
  const { github } = people;
  if (github.users.some((user) => user.toLowerCase() === origin.user.toLowerCase())) return true;
  if (github.teams.some((team) => teams.has(team))) return true;
  return github.permission !== undefined && ranks[permission] >= ranks[github.permission];
}

/** The repositories that pipelines belong to, in lower case. */
export function repositoriesOf({ pipelines }: Policy): ReadonlySet<string> {
  return new Set([...pipelines.values()].flatMap(({ github }) => github?.repository.toLowerCase() ?? []));
}

/** The pipelines that belong to where the words were written: the channel's, or the repository's. */
export function pipelinesAt(policy: Policy, origin: Origin): string[] {
  return [...policy.pipelines]
    .filter(([, { slack, github }]) =>
      origin.kind === 'slack'
        ? slack?.channel === origin.channel
        : sameRepository(github?.repository, origin.repository),
    )
    .map(([name]) => name);
}
