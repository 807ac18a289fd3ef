import { expect, test } from 'vitest';
import { createScriptLog } from '../../../../../../local/aws/services/codedeploy/agent/script-log.ts';

test('all lines are appended, and the last 4 KB are kept by whole lines', () => {
  const appended: string[] = [];
  const log = createScriptLog((line) => appended.push(line));
  for (let n = 1; n <= 1000; n++) log.write(`[stdout]line ${n}`);
  expect(appended).toHaveLength(1000);
  const tail = log.tail();
  expect(Buffer.byteLength(tail)).toBeLessThanOrEqual(4096);
  expect(Buffer.byteLength(tail)).toBeGreaterThan(4096 - 20);
  expect(tail).toMatch(/^\[stdout\]line \d+\n/);
  expect(tail).toMatch(/\[stdout\]line 1000\n$/);
});

test('of a line that is too long the end is kept, from the start of a character', () => {
  const log = createScriptLog(() => {});
  log.write(`${'é'.repeat(5000)}end`);
  expect(Buffer.byteLength(log.tail())).toBeLessThanOrEqual(4096);
  expect(log.tail()).toMatch(/^é+end\n$/);
});

test('an output without end is cut off in the file, and its end still answered', () => {
  let size = 0;
  let last = '';
  const log = createScriptLog((line) => {
    size += line.length + 1;
    last = line;
  });
  const line = 'x'.repeat(2 ** 20);
  for (let n = 0; n < 40; n++) log.write(line);
  log.write('the end');
  expect(size).toBeLessThan(33 * 2 ** 20);
  expect(last).toBe('[drawbridge]The rest of the output is left out.');
  expect(log.tail()).toMatch(/x\nthe end\n$|^the end\n$/);
});
