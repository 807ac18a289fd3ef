import { expect, test } from 'vitest';
import { commands } from '../../../bot/commands/commands.gen.ts';
import { conversation } from '../conversation.ts';
import { shopRun } from '../fakes.ts';

const running = shopRun('2222bbbb-0000-0000-0000-000000000000', ['Succeeded', 'InProgress']);
const failed = shopRun('2222bbbb-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded', 'Failed']);
const good = shopRun('1111aaaa-0000-0000-0000-000000000000', ['Succeeded', 'Succeeded', 'Succeeded']);

const examples = commands.flatMap(({ name, help }) =>
  help.examples.map((example) => [name, example] as const),
);

test.each(examples)('%s: the example “%s” does what it says', async (name, example) => {
  await using talk = await conversation();
  talk.secrets.values.set('/shop/prod/DB_URL', 'postgres://db');
  const needsFailure = name === 'retry' || name === 'rollback';
  talk.pipelines.runs = [needsFailure ? failed : running, good];
  await talk.inSlack('U0ADA', example);
  const trail = await talk.audit();
  expect(trail[0]).toContain('slack:U0ADA allowed');
  expect(trail.every((line) => line.includes(' allowed '))).toBe(true);
});

test('every command has an example, and usage begins with its name', () => {
  for (const { name, help } of commands) {
    expect(help.examples.length, name).toBeGreaterThan(0);
    expect(help.usage.split(' ')[0]).toBe(name);
  }
});
