import { createHmac, randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { awsRoute } from '../../bot/gates/aws-http.ts';
import { snsRoute } from '../../bot/gates/aws-sns.ts';
import { githubRoute } from '../../bot/gates/github.ts';
import { createSlackGate } from '../../bot/gates/slack-gate.ts';
import { slackRoute } from '../../bot/gates/slack-http.ts';
import { isOfAws } from '../../bot/gates/sns-origin.ts';
import type { HttpRequest, HttpRoute } from '../../bot/http.ts';
import { openStore } from '../../bot/store/open.ts';
import { ManualClock } from '../../local/clock.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { fakeSns } from '../bot/gates/sns.ts';
import { keepLog } from '../bot/quiet.ts';
import { testRoute } from '../bot/store/conformance/samples.ts';
import { isLong } from './long.ts';

vi.setConfig({ testTimeout: 30 * 60_000 });

const tries = isLong ? 100_000 : 3_000;
const secret = new Secret(randomBytes(16).toString('hex'));
const mac = (text: string | Buffer) => createHmac('sha256', secret.reveal()).update(text).digest('hex');

/** One way in. */
interface Source {
  readonly name: string;
  /** What a request is answered that is not let in. */
  readonly refusals: readonly number[];
  genuine(at: number): HttpRequest;
  /** The same with another proof. */
  forged(genuine: HttpRequest): HttpRequest;
  /** The same with another content, where the proof is over that. */
  changed?(genuine: HttpRequest): HttpRequest;
}

const otherHeader =
  (name: string) =>
  ({ headers, body }: HttpRequest): HttpRequest => ({
    headers: { ...headers, [name]: mutate(String(headers[name]), Math.random) },
    body,
  });
const otherBody = ({ headers, body }: HttpRequest): HttpRequest => ({
  headers,
  body: Buffer.from(mutate(body.toString('latin1'), Math.random), 'latin1'),
});
function otherField(names: readonly string[]) {
  return ({ headers, body }: HttpRequest): HttpRequest => {
    const message = JSON.parse(body.toString()) as Record<string, unknown>;
    const name = names[Math.floor(Math.random() * names.length)]!;
    const other = mutate(String(message[name] ?? ''), Math.random);
    return { headers, body: Buffer.from(JSON.stringify({ ...message, [name]: other })) };
  };
}

const start = new ManualClock().now();
const sns = await fakeSns(start);
/** As signing takes long, one message for each second. */
const signed = new Map<number, Buffer>();
function snsBody(at: number): Buffer {
  const known = signed.get(at) ?? Buffer.from(JSON.stringify(sns.message(at, { Subject: 'CodePipeline' })));
  signed.set(at, known);
  return known;
}
const signedFields = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'];

const slackBody = 'command=%2Fdeploy&text=approve+shop&team_id=T1&channel_id=C1&user_id=U1&trigger_id=t.1';
const sources: Source[] = [
  {
    name: 'Slack',
    refusals: [401],
    forged: otherHeader('x-slack-signature'),
    changed: otherBody,
    genuine: (at) => ({
      headers: {
        'x-slack-request-timestamp': String(Math.floor(at / 1000)),
        'x-slack-signature': `v0=${mac(`v0:${Math.floor(at / 1000)}:${slackBody}`)}`,
      },
      body: Buffer.from(slackBody),
    }),
  },
  {
    name: 'GitHub',
    refusals: [401],
    forged: otherHeader('x-hub-signature-256'),
    changed: otherBody,
    genuine() {
      const body = Buffer.from(JSON.stringify({ action: 'created', issue: { number: 7 } }));
      const headers = { 'x-github-event': 'issue_comment', 'x-hub-signature-256': `sha256=${mac(body)}` };
      return { headers, body };
    },
  },
  {
    name: 'an EventBridge API destination',
    refusals: [401],
    forged: otherHeader('x-api-key'),
    genuine: () => ({
      headers: { 'x-api-key': secret.reveal() },
      body: Buffer.from(JSON.stringify({ id: 'e1', source: 'aws.codepipeline', detail: {} })),
    }),
  },
  {
    name: 'SNS',
    // 503: a certificate that is not there may be there later.
    refusals: [400, 403, 503],
    forged: otherField(['Signature']),
    changed: otherField(signedFields),
    genuine: (at) => ({ headers: {}, body: snsBody(at) }),
  },
];
const byTime = sources.filter(({ name }) => name === 'Slack' || name === 'SNS');

async function gate(name: string) {
  const clock = new ManualClock();
  const store = await openStore({ file: ':memory:', clock, route: testRoute });
  const slack = createSlackGate({ store, inline: async () => undefined });
  const routes: Record<string, HttpRoute> = {
    Slack: slackRoute({ signingSecret: secret, clock, gate: slack }),
    GitHub: githubRoute({ secret, store }),
    'an EventBridge API destination': awsRoute({ key: secret, store }),
    SNS: snsRoute({
      topics: [sns.topic],
      isOfSns: isOfAws,
      store,
      clock,
      log: keepLog(),
      fetch: sns.fetch,
    }),
  };
  return {
    clock,
    send: (request: HttpRequest) => routes[name]!.handle(request),
    arrived: async () => (await store.inbox.claim(clock.now(), 100)).length,
    [Symbol.asyncDispose]: () => store.close(),
  };
}

/** Something else than `text`: changed, cut, grown, doubled, in another case, or made up. */
function mutate(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const other = String.fromCharCode(33 + Math.floor(random() * 94));
  const ways = [
    () => text.slice(0, at) + other + text.slice(at + 1),
    () => text.slice(0, at),
    () => text.slice(0, at) + other + text.slice(at),
    () => text + text,
    () => text.toUpperCase(),
    () => randomBytes(Math.floor(random() * 80)).toString('hex'),
    () => `${text.slice(0, text.indexOf('=') + 1)}${randomBytes(32).toString('hex')}`,
    () => '',
  ];
  const mutated = ways[Math.floor(random() * ways.length)]!();
  return mutated === text ? `${text} ` : mutated;
}

test.each(sources)('of the forged requests by $name none is taken', async ({ name, ...source }) => {
  await using door = await gate(name);
  for (let count = 0; count < tries; count++) {
    const forged = source.forged(source.genuine(door.clock.now()));
    const { status } = await door.send(forged);
    if (!source.refusals.includes(status)) expect(show(forged), `answered ${status}`).toBeUndefined();
  }
  expect(await door.arrived()).toBe(0);
  expect((await door.send(source.genuine(door.clock.now()))).status).toBeLessThan(300);
  expect(await door.arrived()).toBe(1);
});

test.each(sources.filter(({ changed }) => changed))(
  'of the requests by $name whose content was changed none is taken',
  async ({ name, ...source }) => {
    await using door = await gate(name);
    for (let count = 0; count < tries; count++) {
      const changed = source.changed!(source.genuine(door.clock.now()));
      const { status } = await door.send(changed);
      if (!source.refusals.includes(status)) expect(show(changed), `answered ${status}`).toBeUndefined();
    }
    expect(await door.arrived()).toBe(0);
  },
);

// As signing with RSA takes long, a thousand messages of SNS are sent again and again.
test.each(byTime)(
  'of the requests by $name that are stale or from the future none is taken',
  async (source) => {
    await using door = await gate(source.name);
    const nearest = source.name === 'SNS' ? { past: 65 * 60 + 1, future: 301 } : { past: 301, future: 301 };
    for (let count = 0; count < tries; count++) {
      const off = (count % 1_000) * 9_973;
      const seconds = count % 2 ? nearest.future + off : -nearest.past - off;
      const { status } = await door.send(source.genuine(door.clock.now() + seconds * 1000));
      expect(source.refusals).toContain(status);
    }
    expect(await door.arrived()).toBe(0);
  },
);

test('of the requests by Slack whose time was moved none is taken', async () => {
  await using door = await gate('Slack');
  const { genuine } = sources[0]!;
  for (let count = 0; count < tries; count++) {
    const { headers, body } = genuine(door.clock.now());
    const moved = {
      ...headers,
      'x-slack-request-timestamp': String(Math.floor(door.clock.now() / 1000) + (count % 300) + 1),
    };
    expect((await door.send({ headers: moved, body })).status).toBe(401);
  }
  expect(await door.arrived()).toBe(0);
});

function show({ headers, body }: HttpRequest): string {
  return `${JSON.stringify(headers)} ${body.toString('latin1')}`;
}

test.each(sources)('a request by $name that is played again counts once', async ({ name, genuine }) => {
  await using door = await gate(name);
  const request = genuine(door.clock.now());
  for (let count = 0; count < 50; count++) {
    // Another delivery id is not signed and makes no other delivery of it.
    const headers = { ...request.headers, 'x-github-delivery': String(count) };
    expect((await door.send({ ...request, headers })).status).toBeLessThan(300);
    await door.clock.advance(5_000);
  }
  expect(await door.arrived()).toBe(1);
});
