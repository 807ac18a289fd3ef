import { describe, expect, test } from 'vitest';
import type { Run } from '../../../shared/run/model.ts';
import { type Conversation, conversation, places, speak } from '../conversation.ts';
import { shopRun } from '../fakes/shop.ts';

const id = '2222bbbb-0000-0000-0000-000000000000';
const account = 'arn:aws:iam::123456789012';
const policy = `
pipelines:
  shop:
    slack: { channel: C0DEPLOYS }
    github: { repository: acme/shop }
    allow:
      approve: &people { slack: [U0ADA, U0BOB], github: { users: [ada, bob] } }
      rollback: *people
    approvals: [{ not: [starter] }]
people:
  - { slack: U0ADA, github: ada, name: Ada, aws: ["${account}:user/ada"] }
  - { slack: U0BOB, github: bob, name: Bob }
automation: ["${account}:role/deploy-shop"]
`;

async function waiting(more: Partial<Run>): Promise<Conversation> {
  const talk = await conversation({ policy });
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'], more)];
  return talk;
}

const own = 'You started this run, so somebody else has to approve it.';
const unknown = 'the policy does not say whose AWS identity started this one';
const byHand = (startedBy: string, change = {}) => ({ trigger: 'StartPipelineExecution', startedBy, change });
const role = 'arn:aws:sts::123456789012:assumed-role/deploy-shop/GitHubActions';

describe.each(places)('on $place', ({ place, ada, bob }) => {
  test('who started it in the AWS console does not approve it', async () => {
    await using talk = await waiting(byHand(`${account}:user/ada`));
    expect((await speak(talk, place, ada, 'approve'))[0]).toContain(own);
    expect(talk.pipelines.calls).toEqual([]);
    await speak(talk, place, bob, 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test('what the change says of who pushed it does not hide who started it', async () => {
    await using talk = await waiting(byHand(`${account}:user/ada`, { actor: 'bob' }));
    expect((await speak(talk, place, ada, 'approve'))[0]).toContain(own);
  });

  test('for the Action’s role it is who pushed', async () => {
    await using talk = await waiting(byHand(role, { actor: 'ada' }));
    expect((await speak(talk, place, ada, 'approve'))[0]).toContain(own);
    await speak(talk, place, bob, 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test.each([
    ['an identity that the policy does not list', byHand(`${account}:user/cy`)],
    ['the Action’s role, and nobody said who pushed', byHand(role)],
    ['nobody of whom AWS tells', { change: {} }],
  ])('started by %s: nobody approves', async (_, more) => {
    await using talk = await waiting(more);
    for (const user of [ada, bob]) {
      expect((await speak(talk, place, user, 'approve'))[0]).toContain(unknown);
    }
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('what an event started, its pusher does not approve, and without one anybody may', async () => {
    await using talk = await waiting({ trigger: 'CloudWatchEvent', change: { actor: 'ada' } });
    expect((await speak(talk, place, ada, 'approve'))[0]).toContain(own);
    talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'], { trigger: 'WebhookV2', change: {} })];
    await speak(talk, place, ada, 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test('who rolled back started that run', async () => {
    await using talk = await conversation({ policy });
    const done = ['Succeeded', 'Succeeded', 'Succeeded'];
    talk.pipelines.runs = [shopRun(id, done), shopRun('1111aaaa-0000-0000-0000-000000000000', done)];
    await speak(talk, place, ada, 'rollback shop');
    const [rolled] = talk.pipelines.runs;
    expect(await talk.store.notes('starter', 'shop')).toMatchObject([{ key: rolled?.id }]);
  });
});
