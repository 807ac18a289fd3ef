import { createHmac, randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { awsRoute } from '../../bot/gates/aws-http.ts';
import { githubRoute } from '../../bot/gates/github.ts';
import { createSlackGate } from '../../bot/gates/slack-gate.ts';
import { slackRoute } from '../../bot/gates/slack-http.ts';
import type { HttpRequest, HttpRoute } from '../../bot/http.ts';
import { openStore } from '../../bot/store/open.ts';
import { ManualClock } from '../../local/clock.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { testRoute } from '../bot/store/conformance.ts';
import { isLong } from './long.ts';

vi.setConfig({ testTimeout: 30 * 60_000 });

const tries = isLong ? 100_000 : 3_000;
const secret = new Secret(randomBytes(16).toString('hex'));
const mac = (text: string | Buffer) => createHmac('sha256', secret.reveal()).update(text).digest('hex');

/** One way in: a genuine request at a time, and the header that proves it. */
interface Source {
  readonly name: string;
  readonly proof: string;
  genuine(at: number): HttpRequest;
}

const slackBody = 'command=%2Fdeploy&text=approve+shop&team_id=T1&channel_id=C1&user_id=U1&trigger_id=t.1';
const sources: Source[] = [
  {
    name: 'Slack',
    proof: 'x-slack-signature',
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
    proof: 'x-hub-signature-256',
    genuine() {
      const body = Buffer.from(JSON.stringify({ action: 'created', issue: { number: 7 } }));
      const headers = { 'x-github-event': 'issue_comment', 'x-hub-signature-256': `sha256=${mac(body)}` };
      return { headers, body };
    },
  },
  {
    name: 'an EventBridge API destination',
    proof: 'x-api-key',
    genuine: () => ({
      headers: { 'x-api-key': secret.reveal() },
      body: Buffer.from(JSON.stringify({ id: 'e1', source: 'aws.codepipeline', detail: {} })),
    }),
  },
];

async function gate(name: string) {
  const clock = new ManualClock();
  const store = await openStore({ file: ':memory:', clock, route: testRoute });
  const slack = createSlackGate({ store, inline: async () => undefined });
  const routes: Record<string, HttpRoute> = {
    Slack: slackRoute({ signingSecret: secret, clock, gate: slack }),
    GitHub: githubRoute({ secret, store }),
    'an EventBridge API destination': awsRoute({ key: secret, store }),
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

test.each(sources)('of the forged requests by $name none is taken', async ({ name, proof, genuine }) => {
  await using door = await gate(name);
  for (let count = 0; count < tries; count++) {
    const { headers, body } = genuine(door.clock.now());
    const forged = { headers: { ...headers, [proof]: mutate(String(headers[proof]), Math.random) }, body };
    const { status } = await door.send(forged);
    if (status !== 401) expect(forged.headers, `answered ${status}`).toBeUndefined();
  }
  expect(await door.arrived()).toBe(0);
  expect((await door.send(genuine(door.clock.now()))).status).toBeLessThan(300);
  expect(await door.arrived()).toBe(1);
});

test.each(sources.slice(0, 2))(
  'of the requests by $name whose body was changed none is taken',
  async (source) => {
    await using door = await gate(source.name);
    for (let count = 0; count < tries; count++) {
      const { headers, body } = source.genuine(door.clock.now());
      const changed = Buffer.from(mutate(body.toString('latin1'), Math.random), 'latin1');
      expect((await door.send({ headers, body: changed })).status).toBe(401);
    }
    expect(await door.arrived()).toBe(0);
  },
);

test('of the requests by Slack with another time, stale or from the future, none is taken', async () => {
  await using door = await gate('Slack');
  const { genuine } = sources[0]!;
  for (let count = 0; count < tries; count++) {
    const off = (301 + Math.floor(Math.random() * 10_000_000)) * 1000 * (count % 2 ? 1 : -1);
    expect((await door.send(genuine(door.clock.now() + off))).status).toBe(401);
    const { headers, body } = genuine(door.clock.now());
    const moved = {
      ...headers,
      'x-slack-request-timestamp': String(Math.floor(door.clock.now() / 1000) + (count % 300) + 1),
    };
    expect((await door.send({ headers: moved, body })).status).toBe(401);
  }
  expect(await door.arrived()).toBe(0);
});

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
