import { expect, test } from 'vitest';
import { ganttOf } from '../../../action/steps/gantt.ts';
import { runOf } from '../fakes.ts';

const action = {
  name: 'a',
  category: 'Build',
  provider: 'CodeBuild',
  runOrder: 1,
  status: 'Succeeded',
} as const;

test('each action that has begun is a bar, at least one second long', () => {
  const stages = [
    { name: 'Build', status: 'Succeeded', actions: [{ ...action, startedAt: 5000, endedAt: 65_000 }] },
    {
      name: 'Deploy',
      status: 'Failed',
      actions: [
        { ...action, name: 'x:y;#', status: 'Failed', startedAt: 70_000, endedAt: 70_100 },
        { ...action, name: 'still', status: 'InProgress', startedAt: 70_000 },
        { ...action, name: 'later', status: 'Pending' },
      ],
    },
    { name: 'Last', status: 'Pending', actions: [{ ...action, status: 'Pending' }] },
  ] as const;
  expect(ganttOf(runOf({ stages }), 90_000)).toBe(`\`\`\`mermaid
gantt
  dateFormat x
  axisFormat %H:%M:%S
  section Build
  a :done, 5000, 65000
  section Deploy
  x y   :crit, 70000, 71000
  still :active, 70000, 90000
\`\`\``);
});

test('before anything has begun there is no chart', () => {
  expect(ganttOf(runOf({ stages: [] }), 0)).toBe('');
});
