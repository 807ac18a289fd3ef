import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LoadedPolicy, loadPolicy } from '../../../bot/policy/load.ts';
import { ManualClock } from '../../../local/clock.ts';
import { keepLog } from '../quiet.ts';

let folder: string;
let file: string;
let clock: ManualClock;
let loaded: LoadedPolicy | undefined;
const log = keepLog();
const errors = () => log.lines.filter(({ level }) => level === 'error').map(({ fields }) => fields);
const names = () => [...(loaded?.current().pipelines.keys() ?? [])];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-policy-'));
  file = join(folder, 'drawbridge.yml');
  clock = new ManualClock();
  log.lines.length = 0;
});

afterEach(async () => {
  loaded?.close();
  loaded = undefined;
  await rm(folder, { recursive: true });
});

async function load(): Promise<void> {
  loaded = await loadPolicy(file, { log, clock });
}

/** Lets a second go by, again and again, until it holds. */
function soon(holds: () => void): Promise<void> {
  return vi.waitFor(async () => {
    await clock.advance(1_000);
    holds();
  }, 5_000);
}

test('a changed file is in force without a restart, a broken one is refused and logged once', async () => {
  await writeFile(file, 'pipelines: { shop: {} }');
  await load();
  expect(names()).toEqual(['shop']);
  await writeFile(file, 'pipelines: { blog: {} }');
  await soon(() => expect(names()).toEqual(['blog']));
  await writeFile(file, 'pipelines: { blog: {} }\npeple: []');
  await soon(() => expect(errors()).not.toEqual([]));
  // As editors do: a new file takes the old one's name.
  await writeFile(join(folder, 'new'), 'pipelines: { wiki: {} }');
  const looks = vi.spyOn(clock, 'after');
  await soon(() => expect(looks.mock.calls.length).toBeGreaterThan(3));
  expect(names()).toEqual(['blog']);
  expect(errors()).toEqual([
    { path: file, error: expect.stringContaining(`${file}:2:1: unknown key “peple”.`) },
  ]);
  await rename(join(folder, 'new'), file);
  await soon(() => expect(names()).toEqual(['wiki']));
});

test('a file behind a symbolic link is read again when it is written where it lies', async () => {
  const target = join(folder, 'elsewhere', 'policy.yml');
  await mkdir(join(folder, 'elsewhere'));
  await writeFile(target, 'pipelines: { shop: {} }');
  await symlink(target, file);
  await load();
  await writeFile(target, 'pipelines: {}');
  await soon(() => expect(names()).toEqual([]));
});

test('a mounted ConfigMap is read again when its folder is swapped', async () => {
  for (const [version, pipeline] of [
    ['..1', 'shop'],
    ['..2', 'blog'],
    ['..3', 'wiki'],
  ] as const) {
    await mkdir(join(folder, version));
    await writeFile(join(folder, version, 'drawbridge.yml'), `pipelines: { ${pipeline}: {} }`);
  }
  await symlink('..1', join(folder, '..data'));
  await symlink('..data/drawbridge.yml', file);
  await load();
  for (const [version, pipeline] of [
    ['..2', 'blog'],
    ['..3', 'wiki'],
  ] as const) {
    await symlink(version, join(folder, '..data_tmp'));
    await rename(join(folder, '..data_tmp'), join(folder, '..data'));
    await soon(() => expect(names()).toEqual([pipeline]));
  }
});

test('an emptied file is no policy: the one before stays in force', async () => {
  await writeFile(file, 'pipelines: { shop: {} }');
  await load();
  await writeFile(file, '\n');
  await soon(() => expect(errors()).toMatchObject([{ error: expect.stringContaining(`${file} is empty`) }]));
  expect(names()).toEqual(['shop']);
  await writeFile(file, 'pipelines: {}');
  await soon(() => expect(names()).toEqual([]));
});

test('a file in the middle of being written is not taken', async () => {
  await writeFile(file, 'pipelines: { shop: {}, blog: {} }');
  await load();
  for (const written of [
    '',
    'pipelines:\n',
    'pipelines:\n  shop: {}\n',
    'pipelines:\n  shop: {}\n  wiki: {}\n',
  ]) {
    expect(names()).toEqual(['shop', 'blog']);
    await writeFile(file, written);
    const looks = vi.spyOn(clock, 'after').mockClear();
    await clock.advance(1_000);
    await vi.waitFor(() => expect(looks).toHaveBeenCalledOnce());
  }
  await soon(() => expect(names()).toEqual(['shop', 'wiki']));
  expect(errors()).toEqual([]);
});

test('a file that is gone is refused like a broken one', async () => {
  await writeFile(file, 'pipelines: { shop: {} }');
  await load();
  await rm(file);
  await soon(() => expect(errors()).toMatchObject([{ error: expect.stringContaining('ENOENT') }]));
  expect(names()).toEqual(['shop']);
});

test('nothing looks any more once it is closed', async () => {
  await writeFile(file, 'pipelines: { shop: {} }');
  await load();
  const looks = vi.spyOn(clock, 'after');
  const looking = clock.advance(1_000);
  loaded?.close();
  await looking;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(looks).not.toHaveBeenCalled();
});

test.each([
  ['missing', undefined, () => `There is no policy file ${file}`],
  ['broken', 'pipelines: []', () => `${file}:1:1: pipelines`],
  ['empty', '', () => `${file} is empty: write “pipelines: {}” if nobody is to do anything.`],
])('a file that is %s at the start is one sentence', async (_, text, sentence) => {
  if (text !== undefined) await writeFile(file, text);
  await expect(load()).rejects.toThrow(sentence());
});
