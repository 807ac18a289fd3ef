import { expect, test } from 'vitest';
import { toMessage } from '../../bot/render/block-kit.ts';
import { storyView } from '../../bot/render/story.ts';
import { wordsOf } from '../../local/demo/look.ts';
import { messageFaults } from '../../local/slack/limits.ts';
import type { Block } from '../../local/slack/workspace.ts';
import type { Run } from '../../shared/run/model.ts';
import { awsEvent } from './aws-event.ts';
import { shopRun } from './fakes/shop.ts';
import { conversationInSlack } from './in-slack.ts';

const id = '2222bbbb-0000-0000-0000-000000000000';

type Talk = Awaited<ReturnType<typeof conversationInSlack>>;

let events = 0;

/** AWS has the run as it is given, and an event says so. */
async function happens(
  talk: Talk,
  run: Run,
  { stage, action, state }: { stage: string; action?: string; state: string },
) {
  talk.pipelines.runs = [run];
  const type = { owner: 'AWS', category: 'Approval', provider: 'Manual', version: '1' };
  const ofAction = action && { action, more: { type, region: 'us-east-1' } };
  await talk.event(awsEvent({ run: id, stage, state, seconds: 60 * ++events, ...ofAction }));
}

const thread = ({ slack }: Talk) => slack.workspace.messages.filter((m) => m.thread).map(wordsOf);

const timed = (states: string[]): Run => {
  const run = shopRun(id, states);
  return {
    ...run,
    stages: run.stages.map((stage) => ({
      ...stage,
      actions: stage.actions.map((action) =>
        action.status === 'Pending' ? action : { ...action, startedAt: 0 },
      ),
    })),
  };
};

test('the thread tells the run step by step in one message, with what the hosts did', async () => {
  await using talk = await conversationInSlack();
  await happens(talk, timed(['InProgress']), { stage: 'Source', state: 'STARTED' });
  await happens(talk, timed(['Succeeded', 'Succeeded', 'InProgress']), { stage: 'Deploy', state: 'STARTED' });
  talk.hosts.set('Deploy', ['✅ i-1 ApplicationStart succeeded in 3s', '❌ i-2 ValidateService failed']);
  await happens(talk, timed(['Succeeded', 'Succeeded', 'Succeeded']), {
    stage: 'Deploy',
    state: 'SUCCEEDED',
  });
  const stories = thread(talk).filter((text) => text.includes('step by step'));
  expect(stories).toHaveLength(1);
  expect(stories[0]).toContain('Source/Source');
  expect(stories[0]).toContain('i-2 ValidateService failed');
});

test('what waits is asked with buttons, which are gone once it is answered', async () => {
  await using talk = await conversationInSlack();
  await happens(talk, timed(['Succeeded', 'InProgress']), {
    stage: 'Approve',
    action: 'Approve',
    state: 'STARTED',
  });
  const waits = () =>
    talk.slack.workspace.messages.filter((m) => /waits for an approval|is approved/.test(m.text));
  expect(waits()).toHaveLength(1);
  expect(JSON.stringify(waits()[0]?.blocks)).toContain('"type":"button"');
  // Who must act is called, here and in the run's own message, which says since when.
  expect(JSON.stringify(waits()[0]?.blocks)).toContain('<@U0ADA>, <!subteam^S0OPS>, @acme/ops may answer.');
  const [root] = talk.slack.workspace.messages;
  expect(JSON.stringify(root?.blocks)).toMatch(
    /waits for an answer since 2026-03-01 12:\d\d UTC\. <@U0ADA>, <!subteam\^S0OPS>/,
  );
  await happens(talk, timed(['Succeeded', 'Succeeded']), {
    stage: 'Approve',
    action: 'Approve',
    state: 'SUCCEEDED',
  });
  expect(waits()).toMatchObject([{ text: expect.stringContaining('Approve/Approve is approved'), edits: 1 }]);
  expect(JSON.stringify(waits()[0]?.blocks)).not.toContain('"type":"button"');
});

test('a story of 100 stages and 50 hosts is within the limits of Slack', () => {
  const run = timed(['Succeeded', 'Succeeded', 'Succeeded']);
  const stages = Array.from({ length: 100 }, (_, index) => ({
    ...run.stages[0]!,
    name: `${'stage-'.repeat(15)}${index}`,
  }));
  const lines = Array.from(
    { length: 350 },
    (_, index) => `✅ i-${index} <!channel> ${'ApplicationStart'.repeat(9)}`,
  );
  const { blocks } = toMessage(storyView({ ...run, stages }, [{ stage: 'Deploy', action: 'Hosts', lines }]));
  expect(messageFaults(blocks as unknown as Block[])).toEqual([]);
  expect(JSON.stringify(blocks)).not.toContain('<!channel>');
});
