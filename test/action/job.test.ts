import { describe, expect, test } from 'vitest';
import { jobFrom, type Told } from '../../action/job.ts';

const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_WORKSPACE: '/work' };
const told: Told = {
  payload: {},
  sha: 'merge',
  ref: 'refs/pull/12/merge',
  actor: 'ada',
  job: 'deploy',
  action: 'bridge',
  runId: 77,
  runAttempt: 2,
  apiUrl: 'https://api.github.com',
  serverUrl: 'https://github.example',
};
const jobOf = (payload: unknown) => jobFrom({ ...told, payload: payload as Told['payload'] }, env);

test('what was pushed, and where to read about it', () => {
  const event = { head_commit: { message: 'Fix the door\n\nIt was shut', author: { name: 'Ada' } } };
  expect(jobOf(event)).toEqual({
    change: {
      repository: 'acme/shop',
      commit: 'merge',
      ref: 'refs/pull/12/merge',
      actor: 'ada',
      message: 'Fix the door',
      author: 'Ada',
      workflowUrl: 'https://github.example/acme/shop/actions/runs/77/attempts/2',
    },
    forced: false,
    step: 'acme/shop 77 2 deploy bridge',
    workspace: '/work',
    temp: undefined,
    secretFiles: [],
    apiUrl: 'https://api.github.com',
  });
});

test('on a pull request the commit is that of its branch, not the merge commit', () => {
  const pull_request = { number: 12, title: 'Fix', user: { login: 'bob' }, head: { sha: 'c0ffee' } };
  expect(jobOf({ pull_request }).change).toMatchObject({
    pullRequest: 12,
    commit: 'c0ffee',
    message: 'Fix',
    author: 'bob',
  });
});

describe('an event of another shape adds nothing', () => {
  test.each([
    [undefined],
    [null],
    ['text'],
    [[]],
    [{ head_commit: 'x' }],
    [{ head_commit: { message: 5, author: [] } }],
    [{ pull_request: { number: '12' } }],
  ])('%j', (event) => {
    expect(jobOf(event).change).toEqual(jobOf(undefined).change);
  });
});

test('outside of a runner there is no step and no link', () => {
  expect(jobFrom({ ...told, runId: Number.NaN }, {})).toMatchObject({
    step: '',
    change: { workflowUrl: undefined },
  });
});
