import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetBrokenEvent } from '../../action/event.ts';
import { folderOf } from '../shared/artifact/folder.ts';

test.each([
  ['half an event', '{"head_commit":', false],
  ['nothing', '', false],
  ['an event', '{"head_commit":{}}', true],
])('a file with %s', async (_, text, isKept) => {
  const env = { GITHUB_EVENT_PATH: join(await folderOf({ 'event.json': text }), 'event.json') };
  const warnings: string[] = [];
  forgetBrokenEvent(env, { warning: (message) => warnings.push(message) });
  expect('GITHUB_EVENT_PATH' in env).toBe(isKept);
  const sentence =
    /^The event of this workflow run cannot be read \(.*JSON.*\), so the run will not tell the message and author of the change\.$/;
  expect(warnings).toEqual(isKept ? [] : [expect.stringMatching(sentence)]);
});
