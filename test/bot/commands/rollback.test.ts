import { describe, expect, test } from 'vitest';
import { conversation, now, places, speak } from '../conversation.ts';
import { shopRun } from '../fakes/shop.ts';

const id = (digit: number) => `${String(digit).repeat(8)}-0000-0000-0000-000000000000`;
const good = (digit: number) => shopRun(id(digit), ['Succeeded', 'Succeeded', 'Succeeded']);
const bad = (digit: number) => shopRun(id(digit), ['Succeeded', 'Succeeded', 'Failed']);
const waits = (digit: number) => shopRun(id(digit), ['Succeeded', 'InProgress']);
const back = (digit: number, to: number, status = 'Succeeded') => {
  const { stages, ...run } = shopRun(id(digit), ['Succeeded', 'Succeeded', status]);
  return { ...run, kind: 'ROLLBACK' as const, rollbackOf: id(to), stages: stages.slice(2) };
};

describe.each(places)('in $place', ({ place, ada, bob, eve }) => {
  test('after a failure the last good run returns', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [bad(3), good(2), good(1)];
    const heard = await speak(talk, place, ada, 'rollback');
    expect(talk.pipelines.calls).toEqual([`rollback shop Deploy to ${id(2)}`]);
    expect(heard.at(-1)).toContain('Ada is rolling back shop in Deploy');
    expect(heard.at(-1)).toContain('3333333 “Change 3333” by bob goes out, 2222222 “Change 2222” by bob of');
  });

  test('after a success the run before it returns', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [good(3), good(2), good(1)];
    await speak(talk, place, ada, 'rollback shop Deploy');
    expect(talk.pipelines.calls).toEqual([`rollback shop Deploy to ${id(2)}`]);
  });

  test.each([
    ['who only looks', bob, 'You may not roll back shop'],
    ['a stranger', eve, 'or you may not see it'],
  ])('%s is refused', async (_, user, words) => {
    await using talk = await conversation();
    talk.pipelines.runs = [good(2), good(1)];
    const [heard] = await speak(talk, place, user, 'rollback');
    expect(heard).toContain(words);
    expect(talk.pipelines.calls).toEqual([]);
  });
});

describe.each(places)('also in $place', ({ place, ada }) => {
  test.each([
    ['a run that has not come to the stage does not count', [waits(4), good(3), good(2)], 2],
    ['a rollback stands for the run it went back to', [back(4, 2), good(3), good(2), good(1)], 1],
    ['after a rollback that failed, what stood before it', [back(4, 2, 'Failed'), good(3), good(2)], 3],
    [
      'after a failure on top of a rollback, what that went back to',
      [bad(5), back(4, 2), good(3), good(2), good(1)],
      2,
    ],
  ])('%s', async (_, runs, target) => {
    await using talk = await conversation();
    talk.pipelines.runs = [...runs];
    await speak(talk, place, ada, 'rollback');
    expect(talk.pipelines.calls).toEqual([`rollback shop Deploy to ${id(target)}`]);
  });

  test.each([
    [
      'nothing to go back to',
      [good(1)],
      'rollback',
      'There is no earlier run that succeeded in Deploy of shop',
    ],
    ['nothing has run', [], 'rollback', 'There is no earlier run that succeeded in Deploy of shop'],
    [
      'the source stage',
      [good(2), good(1)],
      'rollback Source',
      'shop has no stage “Source” to roll back; it has Approve, Deploy.',
    ],
    ['no such stage', [good(2), good(1)], 'rollback Depoly', 'shop has no stage “Depoly” to roll back'],
    [
      'no such run',
      [good(2), good(1)],
      'rollback --to abcd',
      'No run abcd succeeded in Deploy; there are 11111111 (1111111',
    ],
    ['no run id', [good(2), good(1)], 'rollback --to yesterday', '--to takes a run id'],
    ['no value', [good(2), good(1)], 'rollback --to', '--to needs a value'],
    [
      'a slip in the flag',
      [good(2), good(1)],
      'rollback --too 1111',
      'has no flag --too: did you mean --to?',
    ],
  ])('%s is one sentence and changes nothing', async (_, runs, text, words) => {
    await using talk = await conversation();
    talk.pipelines.runs = [...runs];
    const [heard] = await speak(talk, place, ada, text);
    expect(heard).toContain(words);
    expect(talk.pipelines.calls).toEqual([]);
  });

  test('--to takes the beginning of an id, and only of a run AWS accepts', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [back(4, 2), good(3), good(2), good(1)];
    await speak(talk, place, ada, 'rollback —to 1111');
    expect(talk.pipelines.calls).toEqual([`rollback shop Deploy to ${id(1)}`]);
    const [heard] = await speak(talk, place, ada, 'rollback --to=44444444');
    expect(heard).toContain('No run 44444444 succeeded in Deploy');
  });

  test('what AWS refuses is told in its words', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [good(2), { ...good(1) }];
    const { UserError } = await import('../../../shared/errors.ts');
    talk.pipelines.rollback = () => Promise.reject(new UserError('Stage Deploy is busy.'));
    const heard = await speak(talk, place, ada, 'rollback');
    expect(heard.at(-1)).toMatch(/(U0ADA|shop#7): Not rolled back: Stage Deploy is busy\.$/);
  });

  describe('where CodePipeline cannot roll back', () => {
    const deployed = (digit: number) => {
      const run = good(digit);
      const stages = run.stages.map((stage) => ({
        ...stage,
        actions: stage.actions.map((action) =>
          action.category === 'Deploy' ? { ...action, externalId: `d-${digit}` } : action,
        ),
      }));
      return { ...run, stages };
    };

    test.each([
      ['PARALLEL mode', { executionMode: 'PARALLEL' as const }, 'whose runs go in parallel'],
      ['type V1', { pipelineType: 'V1' as const }, 'pipelines of type V2 only'],
      ['another version since', { version: 2 }, 'the pipeline was changed since that run'],
    ])(
      'because of %s, CodeDeploy deploys the revision again and it is said why',
      async (_, declared, why) => {
        await using talk = await conversation();
        talk.pipelines.runs = [bad(3), deployed(2)];
        talk.pipelines.declared = declared;
        const heard = await speak(talk, place, ada, 'rollback shop');
        expect(talk.deployments.calls).toEqual(['repeat d-2']);
        expect(talk.pipelines.calls).toEqual([]);
        expect(heard.at(-1)).toContain('2222222 “Change 2222” by bob of');
        expect(heard.at(-1)).toContain(
          '(deployment d-AGAIN). CodeDeploy deploys the revision again, because',
        );
        expect(heard.at(-1)).toContain(why);
      },
    );

    test('and no deployment is known, a run is started on the earlier source', async () => {
      await using talk = await conversation();
      const change = { revision: 'v1.object', message: 'Before' };
      talk.pipelines.runs = [bad(3), { ...good(2), change }];
      talk.pipelines.declared = { executionMode: 'PARALLEL' };
      const heard = await speak(talk, place, ada, 'rollback shop');
      expect(talk.pipelines.calls).toHaveLength(1);
      expect(talk.pipelines.calls[0]).toContain(
        '"sourceRevisions":[{"action":"Source","type":"S3_OBJECT_VERSION_ID","value":"v1.object"}]',
      );
      expect(heard.at(-1)).toContain('Ada started shop: run 5');
      expect(heard.at(-1)).toContain('A run is started on the earlier source, because');
    });

    test('and nothing else is known, that is said', async () => {
      await using talk = await conversation();
      talk.pipelines.runs = [bad(3), { ...good(2), change: {} }];
      talk.pipelines.declared = { executionMode: 'PARALLEL' };
      const [heard] = await speak(talk, place, ada, 'rollback shop');
      expect(heard).toContain('shop cannot be rolled back: CodePipeline rolls no pipeline back');
      expect([...talk.pipelines.calls, ...talk.deployments.calls]).toEqual([]);
    });
  });

  test('it says which commits go out, and offers to lock', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [bad(3), good(2)];
    talk.github.comparisons.set('2222222...3333333', {
      commits: [{ sha: 'a'.repeat(40), message: 'Break the door' }],
      total: 1,
      files: [],
    });
    const heard = await speak(talk, place, ada, 'rollback');
    expect(heard.at(-1)).toContain('These commits go out:\naaaaaaa Break the door');
    expect(heard.at(-1)).toContain('[Lock shop: lock shop Rolled back to 22222222]');
  });

  test('a GitHub that fails holds no rollback up', async () => {
    await using talk = await conversation();
    talk.pipelines.runs = [bad(3), good(2)];
    talk.github.compare = () => Promise.reject(new Error('GitHub answered 502'));
    await speak(talk, place, ada, 'rollback');
    expect(talk.pipelines.calls).toHaveLength(1);
  });

  test('--list tells which runs can return, and who deployed them when, and does nothing', async () => {
    await using talk = await conversation();
    const startedAt = now - 3 * 60 * 60_000;
    talk.pipelines.runs = [
      good(5),
      { ...good(4), change: { commit: '4'.repeat(40), actor: 'bob' }, startedAt },
      { ...good(3), startedBy: 'arn:aws:iam::123456789012:user/cy' },
      back(2, 1),
      { ...good(1), version: 7 },
    ];
    const { pipeline } = good(3);
    await talk.store.transaction((tx) =>
      tx.putNote({ kind: 'starter', scope: pipeline, key: id(1), value: 'slack:U0ADA' }),
    );
    const [heard] = await speak(talk, place, ada, 'rollback shop --list');
    expect(heard?.split('\n').slice(1)).toEqual([
      '44444444 | 4444444 by bob | 3 hours ago | deployed by Bob | rolled back by CodePipeline',
      expect.stringMatching(
        /^33333333 \| 3333333 “Change 3333” by bob \| .* \| deployed by cy \| rolled back by/,
      ),
      expect.stringMatching(/^11111111 \| .* \| deployed by Ada \| a run on its source$/),
      ...[4, 3, 1].map(
        (digit) => `[Roll back to ${String(digit).repeat(8)}: rollback shop Deploy --to ${id(digit)}]`,
      ),
    ]);
    talk.pipelines.runs = [good(5)];
    expect((await speak(talk, place, ada, 'rollback shop --list'))[0]).toContain('There is no earlier run');
    expect([...talk.pipelines.calls, ...talk.deployments.calls]).toEqual([]);
  });
});
