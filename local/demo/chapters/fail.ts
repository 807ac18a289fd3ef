import { channel, people, type Release } from '../../embedded.ts';
import { comment, confirm, type Pushed, push, runs, type Scene } from '../deeds.ts';
import { eventually, expect } from '../eventually.ts';
import { wordsOf } from '../look.ts';
import { good } from './deploy.ts';

const ailment = 'the payment service refuses our key';
const broken: Release = { version: '1.2.0', message: 'Take payment by card', author: 'lee', ailment };

/** A broken release fails on a host, and both places say why. */
export async function fail(scene: Scene): Promise<Pushed> {
  const { world, look, tale } = scene;
  tale.chapter('A broken release fails on a host, and says why');
  const pushed = await push(scene, broken);
  const { job, run, sha, number } = pushed;
  await eventually('the second run to wait for its approval', () =>
    look.messagesAbout(run).find((m) => /waits for/i.test(wordsOf(m))),
  );
  tale.say('Maya presses Approve under the run’s message.');
  const user = people.maya.slack;
  await world.slack.press({ user, channel, label: 'Approve' });
  await confirm(scene, { user, shows: [sha.slice(0, 7), broken.message, 'not live yet'] });
  const result = await job;
  expect(result.exitCode !== 0 && result.outputs.status === 'Failed', 'the job to fail with the run');
  expect(result.outputs['failed-stage'] === 'Deploy', 'the Action to name the failed stage');
  tale.saw('the job is red: Deploy failed');
  const words = await eventually('the reason and the end of the script’s output in Slack', () => {
    const [root] = look.messagesAbout(run);
    const all = root && [root, ...look.thread(root)].map(wordsOf).join('\n');
    return all?.includes(ailment) && all.includes('ValidateService') ? all : undefined;
  });
  const reason = words.split('\n').filter((line) => line.includes(ailment));
  tale.quote(reason.slice(0, 1));
  await eventually('the same on the pull request', () =>
    look.comments(number).find((c) => c.body.includes(ailment) && c.body.includes('ValidateService')),
  );
  tale.saw('Slack and the pull request show ValidateService’s own output');
  return pushed;
}

/** It is rolled back from its pull request, by who may. */
export async function rollBack(scene: Scene, { first, second }: { first: Pushed; second: Pushed }) {
  const { look, tale } = scene;
  const { number } = second;
  tale.chapter('Rolled back from the pull request');
  const before = await look.newestExecution();
  await comment(scene, { number, author: people.guest.github, body: '/deploy rollback' });
  await eventually('the refusal of somebody who may not', () =>
    look.comments(number).find((c) => /may not|not allowed|refused/i.test(c.body)),
  );
  const after = await look.newestExecution();
  expect(after?.pipelineExecutionId === before?.pipelineExecutionId, 'no run by a guest');
  tale.saw('a stranger’s comment starts nothing');
  await comment(scene, { number, author: people.maya.github, body: '/deploy rollback' });
  const rollback = await eventually('a rollback that succeeds', async () => {
    const newest = await look.newestExecution();
    return newest?.executionType === 'ROLLBACK' && newest.status === 'Succeeded' ? newest : undefined;
  });
  const target = rollback.rollbackMetadata?.rollbackTargetPipelineExecutionId;
  expect(target === first.run, `the rollback to go back to run ${first.run}`);
  await runs(scene, good.version);
  tale.saw(`run ${rollback.pipelineExecutionId} rolled back; all four hosts answer ${good.version} again`);
}
