import { channel, type Embedded, mergeRelease, people, type Release, repository } from '../embedded.ts';
import { startJob } from '../push.ts';
import type { JobResult } from '../runner.ts';
import { databaseUrl, greeting } from '../shop.ts';
import { eventually, expect } from './eventually.ts';
import { type Looker, looker, wordsOf } from './look.ts';
import type { Narrator } from './narrator.ts';

const good: Release = { version: '1.1.0', message: 'Show the opening hours', author: 'lee' };
const broken: Release = {
  version: '1.2.0',
  message: 'Take payment by card',
  author: 'lee',
  ailment: 'the payment service refuses our key',
};

/** The main job: a push becomes a deployment, approved from Slack; a broken one is rolled back from its pull request. */
export async function tell(world: Embedded, tale: Narrator): Promise<void> {
  const look = looker(world);
  const first = await pushAndApprove(world, look, tale);
  const second = await pushBroken(world, look, tale);
  await rollBack({ world, look, tale, second, first });
  await lookUpSecret(world, tale);
}

async function pushAndApprove(world: Embedded, look: Looker, tale: Narrator): Promise<{ run: string }> {
  tale.chapter('A push crosses into a pipeline run');
  const { job, run, sha, number } = await push(world, tale, good);
  const version = await eventually('the run to have its source revision', () => look.revisionOf(run));
  const object = await look.sourceObject(version);
  expect(object.Metadata?.['drawbridge-commit'] === sha, `the object of run ${run} to carry commit ${sha}`);
  tale.saw(`run ${run} started on object version ${version}, which carries commit ${sha.slice(0, 7)}`);

  tale.chapter('CodeBuild runs the buildspec, and the bot tells of it');
  const message = await eventually('Slack to say that the run waits for an approval', () =>
    look.messagesAbout(run).find((m) => wordsOf(m).includes('Approve') && /waits for/i.test(wordsOf(m))),
  );
  const log = await look.buildLog();
  expect(
    log.includes('Built shop 1.1.0'),
    'the build log in CloudWatch Logs to end with the sample’s own words',
  );
  tale.saw('the build’s log is in CloudWatch Logs');
  const stored = await look.artifacts();
  expect(
    stored.some((key) => key.startsWith('shop/Release/')),
    'the build’s artifact in the artifact bucket',
  );
  tale.saw(`the build’s artifact is in S3: ${stored.find((key) => key.startsWith('shop/Release/'))}`);
  expect(
    look.messagesAbout(run).length === 1 && message.edits > 0,
    'one Slack message for the run, updated in place',
  );
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

  tale.chapter('Approved from Slack');
  const refused = await say(world, tale, { user: people.lee.slack, text: 'approve shop' });
  expect(refused.ms < 3000, 'an acknowledgement within 3 s');
  await whispered(world, people.lee.slack, /may not|not allowed|refused/i, 'a refusal that only Lee sees');
  tale.saw('Lee may not approve and is told so; nobody else sees it');
  const approved = await say(world, tale, { user: people.maya.slack, text: 'approve shop looks good' });
  expect(approved.ms < 3000, 'an acknowledgement within 3 s');
  tale.saw(`acknowledged within ${Math.ceil(approved.ms)} ms`);
  const summary = await eventually('CodePipeline to have the approval', () => look.approvalOf(run));
  expect(/maya/i.test(summary), `CodePipeline to know that Maya approved, but it says: ${summary}`);
  tale.saw(`CodePipeline has the approval with a name: “${summary}”`);
  const result = await job;
  expect(result.exitCode === 0, `the job to succeed, but it said ${result.lines.slice(-5).join(' / ')}`);
  expect(result.outputs.status === 'Succeeded', 'the output status to be Succeeded');
  expect(result.summary.includes('Deploy'), 'the job summary to show the stages');
  tale.saw('the Action followed the run to its end; the job is green, with outputs and a summary');
  await runs(look, good.version);
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
  return { run };
}

async function pushBroken(
  world: Embedded,
  look: Looker,
  tale: Narrator,
): Promise<{ run: string; number: number }> {
  tale.chapter('A broken release fails on a host, and says why');
  const { job, run, number } = await push(world, tale, broken);
  await eventually('the second run to wait for its approval', () =>
    look.messagesAbout(run).find((m) => /waits for/i.test(wordsOf(m))),
  );
  tale.say('Maya presses Approve under the run’s message.');
  await world.slack.press({ user: people.maya.slack, channel, label: 'Approve' });
  const result = await job;
  expect(result.exitCode !== 0 && result.outputs.status === 'Failed', 'the job to fail with the run');
  expect(result.outputs['failed-stage'] === 'Deploy', 'the Action to name the failed stage');
  tale.saw('the job is red: Deploy failed');
  const words = await eventually('the reason and the end of the script’s output in Slack', () => {
    const [root] = look.messagesAbout(run);
    const all = root && [root, ...look.thread(root)].map(wordsOf).join('\n');
    return all?.includes(broken.ailment!) && all.includes('ValidateService') ? all : undefined;
  });
  tale.quote(
    words
      .split('\n')
      .filter((line) => line.includes(broken.ailment!))
      .slice(0, 1),
  );
  await eventually('the same on the pull request', () =>
    look.comments(number).find((c) => c.body.includes(broken.ailment!) && c.body.includes('ValidateService')),
  );
  tale.saw('Slack and the pull request show ValidateService’s own output');
  return { run, number };
}

async function rollBack(at: {
  world: Embedded;
  look: Looker;
  tale: Narrator;
  first: { run: string };
  second: { run: string; number: number };
}): Promise<void> {
  const { world, look, tale, first, second } = at;
  tale.chapter('Rolled back from the pull request');
  const before = await look.newestExecution();
  await comment(world, tale, {
    number: second.number,
    author: people.guest.github,
    body: '/deploy rollback',
  });
  await eventually('the refusal of somebody who may not', () =>
    look.comments(second.number).find((c) => /may not|not allowed|refused/i.test(c.body)),
  );
  expect(
    (await look.newestExecution())?.pipelineExecutionId === before?.pipelineExecutionId,
    'no run by a guest',
  );
  tale.saw('a stranger’s comment starts nothing');
  await comment(world, tale, { number: second.number, author: people.maya.github, body: '/deploy rollback' });
  const rollback = await eventually('a rollback that succeeds', async () => {
    const newest = await look.newestExecution();
    return newest?.executionType === 'ROLLBACK' && newest.status === 'Succeeded' ? newest : undefined;
  });
  expect(
    rollback.rollbackMetadata?.rollbackTargetPipelineExecutionId === first.run,
    `the rollback to go back to run ${first.run}`,
  );
  await runs(look, good.version);
  tale.saw(`run ${rollback.pipelineExecutionId} rolled back; all four hosts answer ${good.version} again`);
}

async function lookUpSecret(world: Embedded, tale: Narrator): Promise<void> {
  tale.chapter('A secret, for one person’s eyes');
  const { slack, github } = world;
  const typed = 'secret get /shop/prod/DB_URL';
  await say(world, tale, { user: people.maya.slack, text: typed });
  await whispered(world, people.maya.slack, /\/shop\/prod\/DB_URL/, 'an answer that only Maya sees');
  tale.say('Maya presses Reveal.');
  await slack.press({ user: people.maya.slack, channel, label: 'Reveal' });
  const modal = await eventually('a modal with the value', () =>
    slack.workspace.views.modals.find(
      (m) => m.user === people.maya.slack && JSON.stringify(m.view).includes(databaseUrl.reveal()),
    ),
  );
  await slack.dismiss(modal.user);
  tale.saw('Maya reads the value in a modal');

  const refusals: string[] = [];
  for (const name of ['DB_URL', 'NO_SUCH_NAME']) {
    const before = world.slack.workspace.messages.length;
    await say(world, tale, { user: people.lee.slack, text: `secret get /shop/prod/${name}` });
    const refusal = await whispered(
      world,
      people.lee.slack,
      /may not/i,
      'a refusal that only Lee sees',
      before,
    );
    refusals.push(wordsOf(refusal).replaceAll(name, '…'));
  }
  expect(refusals[0] === refusals[1], 'the same refusal whether the name exists or not');
  tale.saw('Lee is refused in the same words for a name that exists and for one that does not');
  const pull = github.forge.pulls[0]!;
  await comment(world, tale, { number: pull.number, author: people.maya.github, body: `/deploy ${typed}` });
  await eventually('a refusal on the pull request', () =>
    github.forge.comments.find((c) => c.number === pull.number && /in Slack only/i.test(c.body)),
  );
  tale.saw('on a pull request even Maya is refused');
  const everything = JSON.stringify([slack.workspace.messages, github.forge.comments]);
  expect(!everything.includes(databaseUrl.reveal()), 'the value in no message and no comment');
  tale.saw('the value is in no message and in no comment');
}

/** Merges a release and starts the workflow's job on it; resolves as soon as the Action has told the run's id. */
async function push(
  world: Embedded,
  tale: Narrator,
  release: Release,
): Promise<{ job: Promise<JobResult>; run: string; sha: string; number: number }> {
  const { number, sha } = await mergeRelease(world.github, release);
  tale.say(
    `Lee merges pull request #${number}, “${release.message}”: commit ${sha.slice(0, 7)} lands on main.`,
  );
  tale.say('The workflow runs the Action:');
  const lines: string[] = [];
  let over = false;
  const job = startJob(world, sha, (line) => lines.push(line)).finally(() => {
    over = true;
  });
  const pattern = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/;
  const id = await eventually('the Action to print the run’s id', () => {
    const found = lines
      .find((line) => /run|execution/i.test(line) && pattern.test(line))
      ?.match(pattern)?.[0];
    expect(found || !over, `a run, but the Action said: ${lines.slice(-8).join(' / ')}`);
    return found;
  });
  tale.quote(lines.filter((line) => !line.startsWith('::')).slice(0, 8));
  return { job, run: id, sha, number };
}

async function runs(look: Looker, version: string): Promise<void> {
  await eventually(`all four hosts to answer ${version}`, async () => {
    const releases = await look.releases();
    const all = releases.every((r) => r?.version === version && r.greeting === greeting);
    expect(all, `they answer ${releases.map((r) => r?.version ?? 'nothing').join(', ')}`);
    return true;
  });
}

async function say(world: Embedded, tale: Narrator, typed: { user: string; text: string }) {
  const name = world.slack.workspace.users.get(typed.user)?.name ?? typed.user;
  tale.say(`${name} types in #deploys: /deploy ${typed.text}`);
  return await world.slack.command({ ...typed, channel, command: '/deploy' });
}

async function comment(
  world: Embedded,
  tale: Narrator,
  written: { number: number; author: string; body: string },
): Promise<void> {
  tale.say(`${written.author} comments on #${written.number}: ${written.body}`);
  await world.github.comment({ repository, ...written });
}

/** The newest message that only this person sees and that says so, among those after the first `since`. */
async function whispered(world: Embedded, user: string, pattern: RegExp, expected: string, since = 0) {
  return await eventually(expected, () =>
    world.slack.workspace.messages
      .slice(since)
      .findLast((m) => m.visibleTo === user && pattern.test(wordsOf(m))),
  );
}
