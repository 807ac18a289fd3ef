import type { Names } from './names.ts';
import type { Policy } from './policy.ts';
import type { ApprovalRule, ChangeWindow } from './schema.ts';

type Place = ApprovalRule['places'][number];

/** What an approval takes: every rule of the policy that fits its stage, put together. */
export interface Approvals {
  readonly count: number;
  readonly not: ReadonlySet<'author' | 'starter'>;
  /** Of each list one window must be open. */
  readonly during: readonly (readonly ChangeWindow[])[];
  readonly green: boolean;
  readonly places: readonly Place[];
}

export function approvalsFor(policy: Policy, pipeline: string, stage: string): Approvals {
  const rules = (policy.pipelines.get(pipeline)?.approvals ?? []).filter(
    (rule) => rule.stage === undefined || rule.stage.toLowerCase() === stage.toLowerCase(),
  );
  return {
    count: Math.max(1, ...rules.map(({ count }) => count)),
    not: new Set(rules.flatMap(({ not }) => not)),
    during: rules.map(({ during }) => during).filter((windows) => windows.length > 0),
    green: rules.some(({ checks }) => checks === 'green'),
    places: [...new Set(rules.flatMap(({ places }) => places))],
  };
}

/** What is known of a change and its run when somebody wants to approve it. */
export interface ApprovalSituation {
  readonly asker: Names;
  readonly authors: Authors;
  /** Who started the run; undefined where an event did. */
  readonly starter?: Pick<Names, 'slack' | 'github'> | 'unknown' | undefined;
  readonly checks: 'green' | 'running' | 'red' | 'none';
}

/** Who wrote a change, as GitHub says and as the change itself says, which anybody may have written into it. */
export interface Authors {
  readonly logins: readonly string[];
  /** Names and addresses: they can make somebody an author, and nobody not one. */
  readonly said: readonly string[];
}

/** Why this person may not approve this now, in a sentence; undefined if they may. */
export function objection(rules: Approvals, situation: ApprovalSituation, now: number): string | undefined {
  const shut = rules.during.find((windows) => !windows.some((window) => isOpen(window, now)));
  if (shut) return `Outside of the change window: it may be approved ${shut.map(windowText).join(' or ')}.`;
  if (rules.green && situation.checks !== 'green') return checksText[situation.checks];
  return (
    (rules.not.has('author') ? authorObjection(situation) : undefined) ??
    (rules.not.has('starter') ? starterObjection(situation) : undefined)
  );
}

const checksText = {
  running: 'The checks of the commit are still running: approve when they are green.',
  red: 'The checks of the commit have failed, and only a change with green checks may be approved.',
  none: 'The commit has no checks, and only a change with green checks may be approved.',
} as const;

function authorObjection({ asker, authors }: ApprovalSituation): string | undefined {
  if (isOneOf(asker, [...authors.logins, ...authors.said]))
    return 'You wrote this change, so somebody else has to approve it.';
  if (authors.logins.length === 0)
    return 'GitHub does not know who wrote this change, and its author may not approve it.';
  // Authors are known by their GitHub login: whoever has none here could be any of them.
  if (!asker.github) {
    return 'The author may not approve a change, and nobody knows your GitHub login here: `/deploy link` tells it.';
  }
  return undefined;
}

function starterObjection({ asker, starter }: ApprovalSituation): string | undefined {
  if (!starter) return undefined;
  if (starter === 'unknown') {
    return 'Who started a run may not approve it, and the policy does not say whose AWS identity started this one: `people` and `automation` tell it.';
  }
  // Only names in the same place tell two people apart.
  const compared = (['slack', 'github'] as const).flatMap((place) => {
    const [one, other] = [asker[place], starter[place]];
    return one && other ? [one.toLowerCase() === other.toLowerCase()] : [];
  });
  if (compared.includes(true)) return 'You started this run, so somebody else has to approve it.';
  if (compared.length > 0) return undefined;
  const unknown = asker.github ? 'Slack id' : 'GitHub login';
  return `Who started a run may not approve it, and nobody knows your ${unknown} here: \`/deploy link\` tells it.`;
}

function isOneOf({ key, slack, github, email, name }: Names, others: readonly string[]): boolean {
  const own = [key, slack, github, github && `github:${github}`, email, name].flatMap(
    (each) => each?.toLowerCase() ?? [],
  );
  return others.some((other) => own.includes(other.toLowerCase()));
}

/** Whether it is within the window, by the clock on the wall there. */
export function isOpen({ days, from, to, zone }: ChangeWindow, now: number): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const time = `${part('hour')}:${part('minute')}`;
  return days.some((day) => day === part('weekday').toLowerCase()) && time >= from && time < to;
}

function windowText({ days, from, to, zone }: ChangeWindow): string {
  return `${days.join(', ')} ${from}–${to} (${zone})`;
}

export interface Vote {
  readonly person: string;
  readonly name: string;
  readonly place: Place;
  /** Whether their name in the other place is known, too. */
  readonly known: boolean;
}

/**
 * How many people these are at least: somebody in Slack whose login is not known may be anybody on GitHub whose
 * Slack id is not.
 */
function peopleAmong(votes: readonly Vote[]): number {
  const known = new Set(votes.filter((vote) => vote.known).map(({ person }) => person));
  const strangers = (['slack', 'github'] as const).map((place) => {
    const there = votes.filter((vote) => !vote.known && vote.place === place);
    return new Set(there.map(({ person }) => person)).size;
  });
  return known.size + Math.max(...strangers);
}

/** What is still missing, in words; undefined where the votes suffice. */
export function missingVotes(
  rules: Pick<Approvals, 'count' | 'places'>,
  votes: readonly Vote[],
): string | undefined {
  const people = peopleAmong(votes);
  const places = rules.places.filter((place) => !votes.some((vote) => vote.place === place));
  const mayBeOne = new Set(votes.map(({ person }) => person)).size > people;
  const parts = [
    people < rules.count ? `${people} of ${rules.count} have approved` : undefined,
    people < rules.count && mayBeOne ? `two of them may be one person: ${linkHint}` : undefined,
    places.length > 0
      ? `one must come ${places.map((place) => placeText[place]).join(' and one ')}`
      : undefined,
  ];
  return parts.filter(Boolean).join('; ') || undefined;
}

const linkHint = '/deploy link tells who is who';

const placeText = { slack: 'from Slack', github: 'from a pull request' } as const;
