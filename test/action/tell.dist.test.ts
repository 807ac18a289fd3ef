import { describe, expect, test } from 'vitest';
import { placeName, runKey } from '../../bot/effects/places.ts';
import { commentBody, runMarker } from '../../shared/render/comment.ts';
import { sentence } from '../../shared/render/view.ts';
import { actionWorld, approvalStage, deployStage } from './world.ts';

const tree = { 'index.html': 'hello' };
const again = { GITHUB_RUN_ID: '78' };
const url = 'https://shop.example';

function statesOf(world: Awaited<ReturnType<typeof actionWorld>>) {
  return world.github.forge.deployments.map(({ statuses }) => statuses.map(({ state }) => state));
}

describe('a deployment to an environment', () => {
  const given = { pipeline: 'shop', environment: 'production', 'environment-url': url };

  test('is under way as long as the run is, then a success that replaces the one before', async () => {
    const world = await actionWorld();
    await world.bucket('site');
    await world.pipeline('shop', [deployStage]);
    const { outputs, log } = await (await world.step(tree, given)).main();
    expect(log).not.toContain('::warning');
    const [deployment] = world.github.forge.deployments;
    const run = outputs['execution-id'];
    expect(deployment).toMatchObject({
      sha: world.sha,
      environment: 'production',
      description: `Run ${run} of shop`,
      payload: { pipeline: 'shop', run, region: 'us-east-1', actor: 'ada', pullRequest: 1 },
      statuses: [
        { state: 'in_progress', environment_url: url, log_url: outputs.url },
        { state: 'success', environment_url: url, log_url: outputs.url, description: 'The run succeeded' },
      ],
    });
    await (await world.step({ 'index.html': 'new' }, given, again)).main();
    expect(statesOf(world)).toEqual([
      ['in_progress', 'success', 'inactive'],
      ['in_progress', 'success'],
    ]);
  });

  test('fails with the run', async () => {
    const world = await actionWorld();
    await world.pipeline('shop', [deployStage]); // Its bucket is not there.
    expect((await (await world.step(tree, given)).main()).code).toBe(1);
    expect(statesOf(world)).toEqual([['in_progress', 'failure']]);
  });

  test.each([
    ['cancelled', 'SIGINT'],
    ['killed', 'SIGKILL'],
  ] as const)('ends in an error when the job is %s', async (_, signal) => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage]);
    const step = await world.step(tree, { ...given, 'on-cancel': 'abandon' });
    await step.main((kill, log) => {
      if (log.includes('waits for an approval') && !log.includes('::error')) kill(signal);
    });
    await step.post();
    expect(statesOf(world)).toEqual([['in_progress', 'error']]);
  });

  test('that may not be written stops nothing', async () => {
    const world = await actionWorld();
    await world.bucket('site');
    await world.pipeline('shop', [deployStage]);
    const { code, log } = await (await world.step(tree, { ...given, 'github-token': 'ghs_wrong' })).main();
    expect(code).toBe(0);
    expect(log).toContain(
      '::warning::The deployment to production could not be written: GitHub answered 401',
    );
  });
});

describe('the comment on the pull request', () => {
  const given = { pipeline: 'shop', comment: 'auto' };

  test('is one, written when an approval waits and brought up to date at the end', async () => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage]);
    let before = '';
    const step = await world.step(tree, { ...given, approvers: '@acme/release' });
    const stopWatching = world.github.forge.onChange(async () => {
      const [comment] = world.github.forge.comments;
      if (!comment || before) return;
      before = comment.body;
      await world.approve('shop', (await world.runs('shop'))[0]!.pipelineExecutionId!);
    });
    const { code, outputs } = await step.main();
    stopWatching();
    expect(code).toBe(0);
    const { comments } = world.github.forge;
    expect(comments).toMatchObject([{ number: 1, author: 'github-actions[bot]', edits: 1 }]);
    expect(before).toContain('waits for approval in Gate');
    expect(before).toContain('acme/release may answer');
    expect(comments[0]!.body).toMatch(
      new RegExp(`^<!-- drawbridge: run shop/${outputs['execution-id']} at acme/shop#1 -->\n`),
    );
    expect(comments[0]!.body).toContain('shop: succeeded');
    expect(comments[0]!.body).not.toContain('/deploy');
  });

  test('is left to the bot where the bot has written it', async () => {
    const world = await actionWorld();
    await world.bucket('site');
    await world.pipeline('shop', [deployStage]);
    const { forge } = world.github;
    const step = await world.step(tree, given);
    const run = step.main((_, log) => {
      const id = /^Run (\S+) of shop/m.exec(log)?.[1];
      if (!id || forge.comments.length > 0) return;
      const place = { kind: 'github', repository: 'acme/shop', number: 1 } as const;
      const body = commentBody(sentence('The bot was here'), runKey({ pipeline: 'shop', run: id }, place));
      forge.comment({ repository: place.repository, number: 1, author: forge.bot, body });
    });
    expect((await run).code).toBe(0);
    expect(forge.comments).toMatchObject([{ author: forge.bot, edits: 0 }]);
  });

  test('goes again when the bot writes one at the same moment', async () => {
    const world = await actionWorld();
    await world.bucket('site');
    await world.pipeline('shop', [deployStage]);
    const { forge } = world.github;
    const place = { kind: 'github', repository: 'acme/shop', number: 1 } as const;
    const stopWatching = forge.onChange(() => {
      const [first, ...others] = forge.comments;
      const run = /run shop\/(\S+) at/.exec(first?.body ?? '')?.[1];
      if (!run || others.length > 0 || first?.author === forge.bot) return;
      const body = commentBody(sentence('The bot was here'), runKey({ pipeline: 'shop', run }, place));
      forge.comment({ repository: place.repository, number: 1, author: forge.bot, body });
    });
    expect((await (await world.step(tree, given)).main()).code).toBe(0);
    stopWatching();
    expect(forge.comments).toMatchObject([{ author: forge.bot, edits: 0 }]);
  });

  test('goes again when the bot comes later', async () => {
    const world = await actionWorld();
    await world.pipeline('shop', [approvalStage]);
    const { forge } = world.github;
    const place = { kind: 'github', repository: 'acme/shop', number: 1 } as const;
    let isDone = false;
    const stopWatching = forge.onChange(async () => {
      if (isDone || forge.comments.length === 0) return;
      isDone = true;
      const run = (await world.runs('shop'))[0]!.pipelineExecutionId!;
      const body = commentBody(sentence('The bot was here'), runKey({ pipeline: 'shop', run }, place));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      forge.comment({ repository: place.repository, number: 1, author: forge.bot, body });
      await world.approve('shop', run);
    });
    expect((await (await world.step(tree, given)).main()).code).toBe(0);
    stopWatching();
    expect(forge.comments).toMatchObject([{ author: forge.bot, edits: 0 }]);
  });

  test('has the marker by which the bot finds its own', () => {
    const place = { kind: 'github', repository: 'acme/shop', number: 7 } as const;
    const run = { pipeline: 'shop', run: 'r1' };
    expect(runMarker(run, 'acme/shop#7')).toBe(runKey(run, place));
    expect(placeName(place)).toBe('acme/shop#7');
  });
});
