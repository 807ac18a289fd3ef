import { describe, expect, test } from 'vitest';
import { commands } from '../../../bot/commands/commands.gen.ts';
import { type Conversation, conversation, places, speak } from '../conversation.ts';
import { deployWaits } from '../deploying.ts';
import { shopRun, sourceStage } from '../fakes/shop.ts';

const running = shopRun('2222bbbb-0000-0000-0000-000000000000', ['Succeeded', 'InProgress']);
const failed = shopRun('2222bbbb-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded', 'Failed']);
const good = shopRun('1111aaaa-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded', 'Succeeded']);

/** What must have happened before a command makes sense. */
const prepare: Readonly<Record<string, (talk: Conversation, example: string) => unknown>> = {
  start: (talk) => {
    talk.pipelines.declared = { stages: [sourceStage('CodeStarSourceConnection')] };
    talk.github.refs.set('v1.2', 'a'.repeat(40));
  },
  resume: (talk) => talk.stages.set('Deploy', { closed: { reason: 'Stocktaking' } }),
  unlock: (talk, example) =>
    talk.inSlack('U0ADA', `lock shop${example.includes('--stage') ? ' --stage Deploy' : ''} Stocktaking`),
  unwatch: (talk, example) => talk.inSlack('U0ADA', example.replace('unwatch', 'watch')),
  override: (talk) =>
    talk.stages.set('Deploy', { run: running.id, failedCondition: { kind: 'BEFORE_ENTRY' } }),
  continue: (talk) => deployWaits(talk),
  diff: (talk) =>
    talk.github.comparisons.set(
      `${good.change.commit?.slice(0, 7)}...${running.change.commit?.slice(0, 7)}`,
      { commits: [{ sha: 'a'.repeat(40), message: 'Paint' }], total: 1, files: ['door.ts'] },
    ),
};

const examples = commands.flatMap(({ name, help }) =>
  help.examples.map((example) => [name, example] as const),
);

/** These are for Slack alone, and `link` begins there. */
const inSlackOnly = /^(secret|link|(un)?watch shop)/;

describe.each(places)('in $place', ({ place, ada, eve }) => {
  const possible = examples.filter(([, example]) => place === 'Slack' || !inSlackOnly.test(example));

  test.each(possible)('%s: the example “%s” does what it says', async (name, example) => {
    await using talk = await conversation();
    talk.secrets.values.set('/shop/prod/DB_URL', 'postgres://db');
    talk.secrets.values.set('/shop/staging/DB_URL', 'postgres://db');
    const needsFailure = ['retry', 'rollback', 'logs'].includes(name);
    talk.pipelines.runs = [needsFailure ? failed : running, good];
    await prepare[name]?.(talk, example);
    const before = (await talk.audit()).length;
    await speak(talk, place, name === 'link' ? eve : ada, example);
    const trail = (await talk.audit()).slice(before);
    expect(trail[0]).toMatch(/^(slack:U0|github:)\w+ allowed/);
    expect(trail.every((line) => line.includes(' allowed '))).toBe(true);
  });
});

test('every command has an example, and usage begins with its name', () => {
  for (const { name, help } of commands) {
    expect(help.examples.length, name).toBeGreaterThan(0);
    expect(help.usage.split(' ')[0]).toBe(name);
  }
});
