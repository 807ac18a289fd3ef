import { describe, expect, test } from 'vitest';
import { DeliveryError } from '../../../bot/outbox/retry.ts';
import { type Conversation, conversation, places, speak } from '../conversation.ts';
import { shopRun } from '../fakes/shop.ts';

const id = '2222bbbb-0000-0000-0000-000000000000';
const path = '.github/drawbridge.yml';
const policy = `
pipelines:
  shop:
    slack: { channel: C0DEPLOYS }
    github: { repository: acme/shop, policy: ${path} }
    allow:
      see: { slack: [U0EVE], github: { users: [eve] } }
      start: &both { slack: [U0ADA, U0BOB], github: { users: [ada, bob] } }
      approve: *both
people:
  - { slack: U0ADA, github: ada, name: Ada }
  - { slack: U0BOB, github: bob, name: Bob }
`;

async function withFile(text: string): Promise<Conversation> {
  const talk = await conversation({ policy });
  talk.github.files.set(path, `pipelines:\n  shop:\n${text}`);
  talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'])];
  return talk;
}

describe.each(places)('on $place', ({ place, ada, bob, eve }) => {
  test('the repository lets fewer approve, and says nothing of the rest', async () => {
    await using talk = await withFile(
      '    allow: { approve: { slack: [U0ADA, U0EVE], github: { users: [ada, eve] } } }\n',
    );
    const [heard] = await speak(talk, place, bob, 'approve');
    expect(heard).toContain(`You may not approve shop: ${path} of acme/shop does not let you.`);
    expect(talk.pipelines.calls).toEqual([]);
    await speak(talk, place, ada, 'approve');
    await speak(talk, place, bob, 'start shop');
    expect(talk.pipelines.calls).toHaveLength(2);
  });

  test('it lets nobody whom the policy does not', async () => {
    await using talk = await withFile(
      '    allow: { approve: { slack: [U0EVE], github: { users: [eve] } } }\n',
    );
    expect((await speak(talk, place, eve, 'approve'))[0]).toContain('You may not approve shop');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('an empty list lets nobody', async () => {
    await using talk = await withFile('    allow: { start: {} }\n');
    expect((await speak(talk, place, ada, 'start shop'))[0]).toContain('does not let you');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('its rules for approvals hold besides those of the policy', async () => {
    await using talk = await withFile('    approvals: [{ count: 2 }]\n');
    await speak(talk, place, ada, 'approve');
    expect(talk.pipelines.calls).toEqual([]);
    await speak(talk, place, bob, 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test('no rule of the policy is lifted by its own', async () => {
    const strict = policy.replace(
      '      approve: *both',
      '      approve: *both\n    approvals: [{ count: 2 }]',
    );
    await using talk = await conversation({ policy: strict });
    talk.github.files.set(path, 'pipelines: { shop: { approvals: [{ count: 1 }] } }');
    talk.pipelines.runs = [shopRun(id, ['Succeeded', 'InProgress'])];
    expect((await speak(talk, place, ada, 'approve')).at(-1)).toContain('1 of 2 have approved');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('a broken file lets nobody do anything, and says where', async () => {
    await using talk = await withFile('    allow: { see: {} }\n');
    const [heard] = await speak(talk, place, ada, 'approve');
    expect(heard).toContain(`${path} of acme/shop:3:14: pipelines.shop.allow: unknown key “see”.`);
    expect(talk.pipelines.calls).toEqual([]);
    expect((await speak(talk, place, ada, 'status shop'))[0]).toContain('waits for approval');
  });

  test('where GitHub does not say what is in it, nothing is done', async () => {
    await using talk = await withFile('');
    talk.github.file = async () => {
      throw new DeliveryError('GitHub answered 503', { reason: 'unreachable' });
    };
    expect((await speak(talk, place, ada, 'approve'))[0]).toContain('GitHub does not tell what');
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('without the file the policy alone holds', async () => {
    await using talk = await withFile('');
    talk.github.files.clear();
    await speak(talk, place, bob, 'approve');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test('who tells both', async () => {
    await using talk = await withFile(
      '    allow: { approve: { slack: [U0ADA], github: { users: [ada] } } }\n',
    );
    const [heard] = await speak(talk, place, eve, 'who');
    expect(heard).toMatch(/approve \| @\w+, @\w+; of these only @\w+\n/);
    expect(heard).toContain(`“Only” is what ${path} of acme/shop says.`);
  });
});

test.each(['/etc/passwd', '../x.yml', 'a/../b', 'a b', '.'])(
  '“%s” is no path in a repository',
  async (file) => {
    const { parsePolicy } = await import('../../../bot/policy/policy.ts');
    const text = `pipelines: { shop: { github: { repository: acme/shop, policy: "${file}" } } }`;
    expect(() => parsePolicy(text)).toThrow('A file is named by its path');
  },
);
