import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../shared/render/markdown.ts';
import { changeLine, consoleUrl, renderRun } from '../../../shared/render/run.ts';
import { toTerminal } from '../../../shared/render/terminal.ts';
import { plain, type View } from '../../../shared/render/view.ts';
import type { Action, Change, Run, Stage } from '../../../shared/run/model.ts';

const start = Date.parse('2026-01-01T10:00:00Z');
const id = '1f3a9c20-0000-4000-8000-000000000000';
const change: Change = {
  repository: 'acme/shop',
  commit: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
  ref: 'refs/heads/main',
  message: 'Fix the door',
  author: 'Ada',
  pullRequest: 12,
};

function action(category: string, status: string, more: Partial<Action> = {}): Action {
  return { name: 'Do', category, provider: 'X', runOrder: 1, status, startedAt: start, ...more };
}

function stage(name: string, status: string, more: Partial<Stage> & { category?: string } = {}): Stage {
  const { category = 'Build', ...rest } = more;
  const times = status === 'Pending' ? {} : { startedAt: start, endedAt: start + 65_000 };
  return { name, status, actions: [action(category, status)], ...times, ...rest };
}

function run(status: string, stages: Stage[], more: Partial<Run> = {}): Run {
  return {
    pipeline: 'shop',
    id,
    region: 'eu-west-1',
    status,
    kind: 'STANDARD',
    change,
    startedAt: start,
    stages,
    ...more,
  };
}

function commands(view: View): string[] {
  return view.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map((each) => each.command) : [],
  );
}

const waiting = run('InProgress', [
  stage('Build', 'Succeeded'),
  stage('Gate', 'InProgress', { actions: [action('Approval', 'InProgress')], endedAt: undefined }),
  stage('Deploy', 'Pending', { category: 'Deploy' }),
]);

const failed = run(
  'Failed',
  [
    stage('Build', 'Succeeded'),
    stage('Deploy', 'Failed', {
      actions: [
        action('Deploy', 'Failed', {
          reason: {
            text: 'check.sh: exit status 1',
            where: 'ValidateService on i-1',
            log: ['the door does not open'],
            url: 'https://example.com/d',
          },
        }),
      ],
    }),
  ],
  { endedAt: start + 130_000 },
);

test.each<[string, Run, string]>([
  ['a run under way', run('InProgress', [stage('Build', 'InProgress')]), 'shop: in progress'],
  ['a run that waits', waiting, 'shop: waits for approval in Gate'],
  ['a failed run', failed, 'shop: failed in Deploy'],
  ['a run that succeeded', run('Succeeded', []), 'shop: succeeded'],
  ['a superseded run', run('Superseded', []), 'shop: superseded by a newer run'],
  ['a rollback', run('Succeeded', [], { kind: 'ROLLBACK', rollbackOf: 'r0' }), 'shop, rollback: succeeded'],
  ['a run with a status nobody knows', run('Dreaming', []), 'shop: Dreaming'],
])('%s is summed up', (_, of, summary) => {
  expect(renderRun(of).summary).toBe(summary);
});

test('a run that waits says for what, since when and for whom', () => {
  const lines = toTerminal(renderRun(waiting, { approvers: 'The leads', note: 'Release spring?' }));
  expect(lines).toEqual([
    '✋ shop: waits for approval in Gate',
    expect.stringMatching(
      /^a1b2c3d \(https:\/\/github\.com\/acme\/shop\/commit\/a1b2.*\) Fix the door by Ada · #12 /,
    ),
    '  ✅ Build   succeeded           1m 05s',
    '  ✋ Gate    waits for approval  since 2026-01-01 10:00 UTC',
    '  ⚪ Deploy  to come',
    'Gate/Do waits for an answer since 2026-01-01 10:00 UTC. The leads may answer.',
    'Release spring?',
    `  Approve: /deploy approve shop ${id}`,
    `  Reject: /deploy reject shop ${id} <reason>`,
    expect.stringMatching(/^Run 1f3a9c20 .* started 2026-01-01 10:00 UTC$/),
  ]);
});

test('a stage under way says what runs in it', () => {
  const building = action('Build', 'InProgress', { provider: 'CodeBuild', externalId: 'shop:1' });
  const view = renderRun(
    run('InProgress', [stage('Build', 'InProgress', { actions: [building], endedAt: undefined })]),
  );
  expect(toTerminal(view)).toContain('  🔵 Build  in progress (build shop:1)  since 2026-01-01 10:00 UTC');
});

describe('what holds a run up', () => {
  const at = Date.parse('2026-01-01T10:00:00Z');
  const stages = [stage('Build', 'Succeeded'), stage('Deploy', 'Pending')];
  const lines = (of: Partial<Run>) => toTerminal(renderRun(run('InProgress', stages, of)));

  test('a way that is closed is told with its reason and since when, and how to open it', () => {
    const closed = { kind: 'closed', stage: 'Deploy', text: 'Ada: Stocktaking', since: at } as const;
    expect(lines({ obstacle: closed })).toContain(
      'Deploy lets no run in since 2026-01-01 10:00 UTC: Ada: Stocktaking',
    );
    expect(lines({ obstacle: closed })).toContain('  Resume: /deploy resume shop Deploy <reason>');
  });

  test('a run that is in the way is named', () => {
    expect(lines({ obstacle: { kind: 'busy', stage: 'Deploy', text: '2222bbbb' } })).toContain(
      'Deploy is busy with run 2222bbbb.',
    );
  });

  test('what cannot hold any more is not told', () => {
    const closed = { kind: 'closed', stage: 'Deploy' } as const;
    for (const status of ['InProgress', 'Succeeded'] as const) {
      const moved = [stage('Build', 'Succeeded'), stage('Deploy', status)];
      expect(lines({ obstacle: closed, stages: moved }).join()).not.toMatch(/lets no run in|Resume/);
    }
    expect(lines({ obstacle: closed, status: 'Stopped' }).join()).not.toMatch(/lets no run in|Resume/);
  });

  test('a condition that ended it is told', () => {
    const obstacle = { kind: 'condition', stage: 'Deploy', text: 'The alarm is on' } as const;
    expect(lines({ obstacle, status: 'Failed' })).toContain(
      'Deploy has a condition that ended the run: The alarm is on',
    );
  });
});

test('a failed run says why, with the end of its log', () => {
  const markdown = toMarkdown(renderRun(failed));
  expect(markdown).toContain('### ❌ shop: failed in Deploy');
  expect(markdown).toContain('**Deploy/Do** failed (`ValidateService on i-1`): check.sh: exit status 1');
  expect(markdown).toContain('[Open in AWS](<https://example.com/d>)');
  expect(markdown).toContain('```text\nthe door does not open\n```');
  expect(markdown).toContain('took 2m 10s');
});

test('a failure of which nothing is known is told as well', () => {
  const summary = renderRun(run('Failed', [stage('Build', 'Failed')])).blocks.map((b) =>
    b.kind === 'text' ? plain(b.text) : '',
  );
  expect(summary).toContain('Build/Do failed: AWS gives no reason.');
  const byCondition = renderRun(run('Failed', [stage('Build', 'Succeeded')]));
  expect(byCondition.blocks).toContainEqual({
    kind: 'text',
    text: 'No action failed: a condition of a stage has ended the run.',
  });
});

describe('what can be done', () => {
  const deployed = [stage('Build', 'Succeeded'), stage('Deploy', 'Succeeded', { category: 'Deploy' })];

  test.each<[string, Run, string[]]>([
    ['nothing while it runs', run('InProgress', [stage('Build', 'InProgress')]), []],
    ['approve and reject while it waits', waiting, [`approve shop ${id}`, `reject shop ${id}`]],
    [
      'retry and roll back a deployment that failed',
      failed,
      [`retry shop ${id} Deploy`, 'rollback shop Deploy'],
    ],
    ['only retry a build that failed', run('Failed', [stage('Build', 'Failed')]), [`retry shop ${id} Build`]],
    ['roll back what was deployed', run('Succeeded', deployed), ['rollback shop Deploy']],
    ['nothing where nothing was deployed', run('Succeeded', [stage('Build', 'Succeeded')]), []],
    ['nothing after a rollback', run('Succeeded', deployed, { kind: 'ROLLBACK' }), []],
    ['nothing once superseded', run('Superseded', deployed), []],
  ])('%s', (_, of, expected) => {
    expect(commands(renderRun(of))).toEqual(expected);
  });
});

test.each<[Change, string]>([
  [{}, ''],
  [change, 'a1b2c3d Fix the door by Ada · #12 · acme/shop · main'],
  [{ revision: 'v1.0123456789abcdef' }, 'revision v1.012345678'],
  [{ message: 'Fix' }, 'Fix'],
  [{ commit: 'a1b2c3d4', actor: 'ada' }, 'a1b2c3d by ada'],
])('the change %j reads %j', (of, expected) => {
  expect(plain(changeLine(of))).toBe(expected);
});

test('links lead to the GitHub that the workflow ran on', () => {
  const line = changeLine({ ...change, workflowUrl: 'https://git.acme.example/acme/shop/actions/runs/1' });
  expect(line[0]).toEqual({
    link: 'a1b2c3d',
    to: `https://git.acme.example/acme/shop/commit/${change.commit}`,
  });
});

test('the AWS console shows the run at its address', () => {
  expect(consoleUrl(waiting)).toBe(
    `https://eu-west-1.console.aws.amazon.com/codesuite/codepipeline/pipelines/shop/executions/${id}/timeline?region=eu-west-1`,
  );
});
