import { describe, expect, test } from 'vitest';
import { shopRun } from './fakes/shop.ts';
import { channel, conversationInSlack } from './in-slack.ts';

const two = '2222bbbb-0000-0000-0000-000000000000';
const ada = 'U0ADA';

/** The run's message in the channel; its `ts`. */
async function shown() {
  const talk = await conversationInSlack();
  talk.pipelines.runs = [shopRun(two, ['Succeeded', 'InProgress'])];
  const { ts } = talk.slack.workspace.post({ channel, user: 'U0DRAWBRIDGE', text: 'shop', blocks: [] });
  await talk.store.transaction((tx) =>
    tx.putShown({ key: 'run shop', place: channel, id: ts, pipeline: 'shop', run: two }),
  );
  return { talk, thread: ts };
}

describe('in the thread of a run', () => {
  test('a command is one without a mention, and means that run', async () => {
    const { talk, thread } = await shown();
    await using _ = talk;
    const [, heard] = await talk.writes(ada, 'approve', thread);
    expect(heard).toContain('for U0ADA: Approving Approve/Approve of shop');
    expect(talk.pipelines.calls).toEqual([]);
    await talk.presses(ada, 'Approve…');
    await talk.submits(ada);
    expect(talk.pipelines.calls).toEqual([expect.stringContaining(`Approved shop ${two}`)]);
  });

  test.each(['looks fine', 'who did this?', 'list of things to do', '', 'aprove', '“approve'])(
    'what people say to each other is left alone: “%s”',
    async (words) => {
      const { talk, thread } = await shown();
      await using _ = talk;
      expect(await talk.writes(ada, words, thread)).toHaveLength(1);
      expect(await talk.audit()).toEqual([]);
    },
  );
});

test('outside of a run’s thread nothing is a command that mentions nobody', async () => {
  const { talk } = await shown();
  await using _ = talk;
  expect(await talk.writes(ada, 'approve')).toHaveLength(1);
  const { ts } = talk.slack.workspace.post({ channel, user: 'U0BOB', text: 'Lunch?', blocks: [] });
  expect(await talk.writes(ada, 'approve', ts)).toHaveLength(1);
  expect(await talk.audit()).toEqual([]);
});
