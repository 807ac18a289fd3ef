import { people, type Release } from '../../embedded.ts';
import { confirm, type Pushed, push, runs, type Scene, say, whispered } from '../deeds.ts';
import { eventually, expect } from '../eventually.ts';
import { wordsOf } from '../look.ts';

export const good: Release = { version: '1.1.0', message: 'Show the opening hours', author: 'lee' };

/** A push becomes a deployment, approved from Slack by somebody who may. */
export async function deploy(scene: Scene): Promise<Pushed> {
  const { tale } = scene;
  tale.chapter('A push crosses into a pipeline run');
  const pushed = await push(scene, good);
  await crosses(scene, pushed);
  tale.chapter('CodeBuild runs the buildspec, and the bot tells of it');
  await isTold(scene, pushed);
  await isBuilt(scene);
  tale.chapter('Approved from Slack');
  await isApproved(scene, pushed);
  await goesOut(scene, pushed);
  return pushed;
}

async function crosses({ look, tale }: Scene, { run, sha }: Pushed): Promise<void> {
  const version = await eventually('the run to have its source revision', () => look.revisionOf(run));
  const object = await look.sourceObject(version);
  expect(object.Metadata?.['drawbridge-commit'] === sha, `the object of run ${run} to carry commit ${sha}`);
  tale.saw(`run ${run} started on object version ${version}, which carries commit ${sha.slice(0, 7)}`);
}

async function isBuilt({ look, tale }: Scene): Promise<void> {
  const stored = await eventually('the build’s artifact in the artifact bucket', async () =>
    (await look.artifacts()).find((key) => key.startsWith('shop/Release/')),
  );
  tale.saw(`the build’s artifact is in S3: ${stored}`);
  const log = await look.buildLog();
  expect(log.includes(`Built shop ${good.version}`), 'the build log to end with the sample’s own words');
  tale.saw('the build’s log is in CloudWatch Logs');
}

async function isTold({ look, tale }: Scene, { run, sha, number }: Pushed): Promise<void> {
  const message = await eventually('Slack to say that the run waits for an approval', () =>
    look.messagesAbout(run).find((m) => wordsOf(m).includes('Approve') && /waits for/i.test(wordsOf(m))),
  );
  expect(look.messagesAbout(run).length === 1 && message.edits > 0, 'one Slack message, updated in place');
  tale.saw(`Slack has one message for the run, edited ${message.edits} times so far`);
  const comment = await eventually('one comment on the pull request that waits for an approval', () =>
    look.comments(number).find((c) => /waits for an answer/i.test(c.body)),
  );
  for (const [where, words] of [
    ['Slack', wordsOf(message)],
    ['The pull request', comment.body],
  ] as const) {
    for (const word of [sha.slice(0, 7), good.message])
      expect(words.includes(word), `${where} to name ${word}`);
    expect(/maya/i.test(words), `${where} to name Maya, who may approve`);
  }
  expect(look.comments(number).length === 1, 'one comment on the pull request');
  tale.saw('both name the commit, its author and message, and who may answer');
}

async function isApproved(scene: Scene, { run, sha }: Pushed): Promise<void> {
  const { look, tale, world } = scene;
  const refused = await say(scene, { user: people.lee.slack, text: 'approve shop' });
  expect(refused.ms < 3000, 'an acknowledgement within 3 s');
  const pattern = /may not|not allowed|refused/i;
  await whispered(scene, { user: people.lee.slack, pattern, expected: 'a refusal that only Lee sees' });
  tale.saw('Lee may not approve and is told so; nobody else sees it');
  const user = people.maya.slack;
  await world.slack.openHome(user);
  await eventually('Maya’s Home tab to say what waits for her', () =>
    look.home(user)?.includes('Waiting for you') ? true : undefined,
  );
  tale.saw('Maya’s Home tab shows what waits for her');
  const approved = await say(scene, { user, text: 'approve shop looks good' });
  expect(approved.ms < 3000, 'an acknowledgement within 3 s');
  tale.saw(`acknowledged within ${Math.ceil(approved.ms)} ms`);
  await confirm(scene, { user, shows: [sha.slice(0, 7), good.message, 'looks good'] });
  const summary = await eventually('CodePipeline to have the approval', () => look.approvalOf(run));
  expect(/maya/i.test(summary), `CodePipeline to know that Maya approved, but it says: ${summary}`);
  tale.saw(`CodePipeline has the approval with a name: “${summary}”`);
}

async function goesOut(scene: Scene, { job, run, number }: Pushed): Promise<void> {
  const { look, tale } = scene;
  const result = await job;
  expect(result.exitCode === 0, `the job to succeed, but it said ${result.lines.slice(-5).join(' / ')}`);
  expect(result.outputs.status === 'Succeeded', 'the output status to be Succeeded');
  expect(result.summary.includes('Deploy'), 'the job summary to show the stages');
  tale.saw('the Action followed the run to its end; the job is green, with outputs and a summary');
  await runs(scene, good.version);
  tale.saw(`all four hosts answer ${good.version} with the greeting from Parameter Store`);
  const atOnce = await look.mostHostsAtOnce();
  expect(atOnce === 2, `HalfAtATime to work on two hosts at a time, not ${atOnce}`);
  tale.saw('CodeDeploy worked on two hosts at a time');
  await eventually('the message to end with success and the approver', () =>
    look.messagesAbout(run).find((m) => /succeeded/i.test(wordsOf(m))),
  );
  expect(look.messagesAbout(run).length === 1, 'still one Slack message for the run');
  expect(look.comments(number).length === 1, 'still one comment on the pull request');
  tale.saw('still one message in Slack and one comment on the pull request; both say it succeeded');
}
