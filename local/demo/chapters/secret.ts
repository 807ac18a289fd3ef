import { channel, people } from '../../embedded.ts';
import { databaseUrl } from '../../shop.ts';
import { comment, type Scene, say, whispered } from '../deeds.ts';
import { eventually, expect } from '../eventually.ts';
import { wordsOf } from '../look.ts';

/** A secret is shown to who may read it, in a modal, and is in nothing that anybody keeps. */
export async function lookUpSecret(scene: Scene): Promise<void> {
  const { world, tale } = scene;
  tale.chapter('A secret, for one person’s eyes');
  await isRevealed(scene);
  await isRefusedAlike(scene);
  const { slack, github } = world;
  const { number } = github.forge.pulls[0]!;
  const body = '/deploy secret get /shop/prod/DB_URL';
  await comment(scene, { number, author: people.maya.github, body });
  await eventually('a refusal on the pull request', () =>
    github.forge.comments.find((c) => c.number === number && /in Slack only/i.test(c.body)),
  );
  tale.saw('on a pull request even Maya is refused');
  const everything = JSON.stringify([slack.workspace.messages, github.forge.comments]);
  expect(!everything.includes(databaseUrl.reveal()), 'the value in no message and no comment');
  tale.saw('the value is in no message and in no comment');
}

async function isRevealed(scene: Scene): Promise<void> {
  const { slack } = scene.world;
  const user = people.maya.slack;
  await say(scene, { user, text: 'secret get /shop/prod/DB_URL' });
  const expected = 'an answer that only Maya sees';
  await whispered(scene, { user, pattern: /\/shop\/prod\/DB_URL/, expected });
  scene.tale.say('Maya presses Reveal.');
  await slack.press({ user, channel, label: 'Reveal' });
  await eventually('a modal with the value', () => {
    const shown = JSON.stringify(slack.workspace.views.top(user)?.view);
    return shown?.includes(databaseUrl.reveal()) || undefined;
  });
  await slack.dismiss(user);
  scene.tale.saw('Maya reads the value in a modal');
}

async function isRefusedAlike(scene: Scene): Promise<void> {
  const user = people.lee.slack;
  const refusals: string[] = [];
  for (const name of ['DB_URL', 'NO_SUCH_NAME']) {
    const since = scene.world.slack.workspace.messages.length;
    await say(scene, { user, text: `secret get /shop/prod/${name}` });
    const expected = 'a refusal that only Lee sees';
    const refusal = await whispered(scene, { user, pattern: /may not/i, expected, since });
    refusals.push(wordsOf(refusal).replaceAll(name, '…'));
  }
  expect(refusals[0] === refusals[1], 'the same refusal whether the name exists or not');
  scene.tale.saw('Lee is refused in the same words for a name that exists and for one that does not');
}
