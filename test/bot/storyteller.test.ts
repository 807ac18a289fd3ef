import { expect, test } from 'vitest';
import { startStoryteller } from '../../bot/storyteller.ts';
import { ManualClock } from '../../local/clock.ts';
import { conversation } from './conversation.ts';
import { deployWaits } from './deploying.ts';

test('the hosts of a deployment are looked at while it goes on, and not once it has been told to stop', async () => {
  await using talk = await conversation();
  deployWaits(talk);
  const run = talk.pipelines.runs[0]!;
  await talk.store.transaction(async (tx) => {
    await tx.putRun(run);
    await tx.putShown({ key: `run shop/${run.id} at C0DEPLOYS`, place: 'C0DEPLOYS', id: 'ts0' });
  });
  talk.hosts.set('Deploy', ['10% of the traffic']);
  const clock = new ManualClock();
  const storyteller = startStoryteller({ ...talk.ports, clock });
  const heard = async () => {
    await clock.advance(30_000);
    await talk.settled();
    return talk.slack.heard.length;
  };
  await expect.poll(heard).toBeGreaterThan(0);
  expect(talk.slack.heard[0]).toMatchObject({
    where: 'C0DEPLOYS under ts0',
    text: expect.stringContaining('10%'),
  });
  await storyteller.close();
  talk.slack.heard.splice(0);
  expect(await heard()).toBe(0);
});
