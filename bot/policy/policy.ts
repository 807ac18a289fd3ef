import picomatch from 'picomatch';
import { type Document, isAlias, isCollection, isMap, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../../shared/errors.ts';
import type { Origin } from '../request.ts';
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

const longestFile = 1_000_000;
const mostSlips = 20;

/** Throws a `UserError` with one line for each fault, `file:line:column: sentence`. */
export function parsePolicy(text: string, file = 'drawbridge.yml'): Policy {
  if (text.length > longestFile) throw new UserError(`${file} is larger than ${longestFile} characters.`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  // After the first slips of syntax the rest of the complaints are guesses.
  const slips = document.errors.slice(0, mostSlips);
  const faults = slips.map((error) => `${at(error.pos[0])}: ${sentence(error.message)}`);
  if (faults.length > 0) throw new UserError(faults.join('\n'));
  const tooMuch = excess(document.contents, at);
  if (tooMuch) throw new UserError(tooMuch);

  const parsed = policyFile.safeParse(toJs(document, file) ?? {});
  if (!parsed.success) {
    throw new UserError(
      parsed.error.issues
        .flatMap((issue) => explain(issue))
        .map(({ path, message }) => `${at(offsetOf(document, path))}: ${sentence(message)}`)
        .join('\n'),
    );
  }
  const { workspace, pipelines, ...rest } = parsed.data;
  return { ...rest, workspace, pipelines: new Map(Object.entries(pipelines)) };
}

const deepest = 30;

/**
 * What would cost more than it says: a list or a map as a key, since every level writes out all below it, and what is
 * nested beyond reason.
 */
function excess(node: unknown, at: (offset: number) => string, depth = 0): string | undefined {
  const offset = (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
  if (depth > deepest) return `${at(offset)}: The file is nested too deeply.`;
  if (!isCollection(node)) return undefined;
  for (const item of node.items) {
    const { key, value } = isPair(item) ? item : { key: undefined, value: item };
    if (isCollection(key) || isAlias(key)) return `${at(offset)}: A key must be plain text.`;
    const found = excess(value, at, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Aliases are expanded here, and only so far: https://eemeli.org/yaml/#tojs-options */
function toJs(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new UserError(`${file}:1:1: The file's aliases expand too far.`, { cause });
  }
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function explain(issue: z.core.$ZodIssue): Fault[] {
  const where = issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : '';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: `${where}unknown key “${key}”` }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path: issue.path, message: `${where}${issue.issues[0]?.message ?? issue.message}` }];
  }
  return [{ path: issue.path, message: `${where}${issue.message}` }];
}

/** Where a value stands, or its key, or the nearest thing around it that the file does have. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = document.contents?.range?.[0] ?? 0;
  for (let length = 1; length <= path.length; length++) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent) ? parent.items.find((item) => keyText(item.key) === String(key)) : undefined;
    const node: unknown = pair ? pair.key : document.getIn(path.slice(0, length), true);
    offset = (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? offset;
  }
  return offset;
}

function keyText(key: unknown): string {
  return String((key as { value?: unknown } | null)?.value ?? key);
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
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
