import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { walkTree } from '../../shared/artifact/tree.ts';
import { writeZip } from '../../shared/artifact/zip.ts';
import { folderOf } from '../shared/artifact/folder.ts';
import { refuseSecrets, textsIn } from './canaries.ts';

const secret = 'first "line"\nsecond line';

describe('a secret is found', () => {
  test.each([
    ['as it is', secret],
    ['in JSON', JSON.stringify({ secret })],
    ['line by line', 'x second line'],
    ['in an address', encodeURIComponent(secret)],
    ['in base64', `Basic ${Buffer.from(secret).toString('base64')}`],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
  ])('%s', (_, text) => {
    expect(() => refuseSecrets([secret], { log: text })).toThrow('A secret shows in log');
  });

  test('in a file, and in a file of a zip', async () => {
    const [folder, tree] = [await folderOf({}), await folderOf({ 'a.txt': secret.repeat(9) })];
    const entries = walkTree(tree);
    await writeZip(entries, join(folder, 'artifact.zip'), AbortSignal.timeout(10_000));
    await writeFile(join(folder, 'output'), 'nothing here');
    const texts = await textsIn(folder);
    expect(() => refuseSecrets([secret], texts)).toThrow('artifact.zip');
    expect(() => refuseSecrets(['another one'], texts)).not.toThrow();
  });
});
