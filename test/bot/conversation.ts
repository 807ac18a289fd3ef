import { effects } from '../../bot/effects/effects.gen.ts';
import { createFollower } from '../../bot/follow.ts';
import { createHandler } from '../../bot/handle.ts';
import { startDeliverer } from '../../bot/outbox/deliver.ts';
import { createRoute } from '../../bot/outbox/route.ts';
import { parsePolicy } from '../../bot/policy/policy.ts';
import type { Ports } from '../../bot/ports.ts';
import type { Origin } from '../../bot/request.ts';
import { openStore } from '../../bot/store/open.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';
import type { Reason } from '../../shared/run/model.ts';
import { FakeDeployments } from './fakes/deployments.ts';
import { FakeGitHub } from './fakes/github.ts';
import { FakePipelines } from './fakes/pipelines.ts';
import { FakeSecrets } from './fakes/secrets.ts';
import { FakeSlack } from './fakes/slack.ts';
import { FakeStages } from './fakes/stages.ts';

/** Ada may do everything in both places, Bob looks, and Eve is nobody. */
const usualPolicy = `
pipelines:
  shop:
    slack: { channel: C0DEPLOYS }
    github: { repository: acme/shop }
    allow:
      see: { slack: [U0BOB], github: { users: [bob] } }
      start: &ada { slack: [U0ADA], github: { users: [ada] } }
      approve: { slack: [U0ADA, S0OPS], github: { users: [ada], teams: [acme/ops] } }
      rollback: *ada
      retry: *ada
      stop: *ada
      logs: *ada
      pause: *ada
      lock: *ada
      override: *ada
      continue: *ada
secrets:
  - { path: /shop/prod/**, slack: [U0ADA] }
  - { path: /shop/staging/**, slack: [U0ADA, S0OPS] }
people:
  - { slack: U0ADA, github: ada, name: Ada }
  - { slack: U0BOB, github: bob, name: Bob }
`;

export interface Where {
  readonly channel?: string;
  readonly thread?: string;
  readonly number?: number;
  readonly repository?: string;
  /** The same id again is the same request delivered again. */
  readonly id?: string;
}

export const now = Date.parse('2026-03-01T12:00:00Z');

/** A bot on a real store with real effects, and fakes for everything outside. */
export async function conversation(options: { policy?: string; aws?: Partial<Ports> } = {}) {
  const slack = new FakeSlack();
  const github = new FakeGitHub();
  const pipelines = new FakePipelines();
  const secrets = new FakeSecrets();
  const stages = new FakeStages();
  const deployments = new FakeDeployments();
  const written = new Map<string, string[]>();
  const hosts = new Map<string, string[]>();
  const logged: string[] = [];
  const reasons = new Map<string, Reason>();
  const clock: Clock = { now: () => now, after: systemClock.after };
  const store = await openStore({ file: ':memory:', clock, route: createRoute(effects) });
  const note = (fields: Readonly<Record<string, unknown>>, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const policy = parsePolicy(options.policy ?? usualPolicy);
  const ports: Ports = {
    clock,
    log: { info: note, warn: note, error: note },
    store,
    pipelines,
    stages,
    deployments,
    progressOf: (_run, action) => ({ look: async () => hosts.get(action.name) }),
    logsOf: async (_run, stage, action) => written.get(`${stage}/${action}`),
    reasonOf: async (_run, stage, action) => reasons.get(`${stage}/${action}`),
    secrets,
    slack,
    github,
    policy: () => policy,
    ...options.aws,
  };
  const deliverer = startDeliverer(ports, { kinds: effects });
  const handle = createHandler(ports);
  const follow = createFollower(ports);
  let asked = 0;

  async function say(origin: Origin, text: string, id = `request ${++asked}`): Promise<string[]> {
    github.written = `/deploy ${text}`;
    const before = [slack.heard.length, github.comments.length] as const;
    await handle({ id, origin, text, at: now });
    await deliverer.idle();
    return [
      ...slack.heard.slice(before[0]).map(({ where, text: words }) => `${where}: ${words}`),
      ...github.comments.slice(before[1]).map(({ where, text: words }) => `${where}: ${words}`),
    ];
  }

  return {
    ports,
    slack,
    github,
    pipelines,
    secrets,
    stages,
    deployments,
    /** What actions wrote, by `stage/action`. */
    written,
    /** What a deployment's hosts did, by the action's name. */
    hosts,
    reasons,
    logged,
    store,
    /** Types it in Slack; what was heard of it, in order. */
    inSlack(user: string, text: string, { channel = 'C0DEPLOYS', thread, id }: Where = {}) {
      return say({ kind: 'slack', team: 'T0ACME', channel, user, ...(thread && { thread }) }, text, id);
    },
    /** Writes it on a pull request; what was heard of it. */
    onGitHub(user: string, text: string, { repository = 'acme/shop', number = 7, id }: Where = {}) {
      return say({ kind: 'github', repository, number, comment: 1, user, installation: 1 }, text, id);
    },
    async event(envelope: unknown) {
      await follow(envelope);
      await deliverer.idle();
    },
    settled: () => deliverer.idle(),
    async audit(): Promise<string[]> {
      const trail = await store.auditTrail({ limit: 50 });
      return trail
        .reverse()
        .map(({ who, what, decision, outcome }) => `${who} ${decision} “${what}”: ${outcome}`);
    },
    async [Symbol.asyncDispose]() {
      await deliverer.stop();
      await store.close();
    },
  };
}

export type Conversation = Awaited<ReturnType<typeof conversation>>;

/** Both places, with what each calls the same person. */
export const places = [
  { place: 'Slack', ada: 'U0ADA', bob: 'U0BOB', eve: 'U0EVE' },
  { place: 'GitHub', ada: 'ada', bob: 'bob', eve: 'eve' },
] as const;

/** Says it in that place. */
export function speak(
  talk: Conversation,
  place: 'Slack' | 'GitHub',
  user: string,
  text: string,
  where?: Where,
) {
  return place === 'Slack' ? talk.inSlack(user, text, where) : talk.onGitHub(user, text, where);
}
