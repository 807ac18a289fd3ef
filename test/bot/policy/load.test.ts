import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadPolicy } from '../../../bot/policy/load.ts';
import { systemClock } from '../../../shared/clock.ts';

let folder: string;
let file: string;
const errors: string[] = [];
const log = {
  info: () => {},
  warn: () => {},
  error: (fields: Readonly<Record<string, unknown>>, message: string) => {
    errors.push(`${message}: ${fields.error}`);
  },
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-policy-'));
  file = join(folder, 'drawbridge.yml');
  errors.length = 0;
});

afterEach(() => rm(folder, { recursive: true }));

test('a changed file is in force without a restart, a broken one is refused', async () => {
  await writeFile(file, 'pipelines: { shop: {} }');
  const loaded = await loadPolicy(file, { log, clock: systemClock });
  const names = () => [...loaded.current().pipelines.keys()];
  try {
    expect(names()).toEqual(['shop']);
    await writeFile(file, 'pipelines: { blog: {} }');
    await vi.waitFor(() => expect(names()).toEqual(['blog']), 5_000);
    await writeFile(file, 'pipelines: { blog: {} }\npeple: []');
    await vi.waitFor(() => expect(errors).toHaveLength(1), 5_000);
    expect(errors[0]).toContain(`${file}:2:1: unknown key “peple”.`);
    expect(names()).toEqual(['blog']);
    // As editors do: a new file takes the old one's name.
    await writeFile(join(folder, 'new'), 'pipelines: { wiki: {} }');
    await rename(join(folder, 'new'), file);
    await vi.waitFor(() => expect(names()).toEqual(['wiki']), 5_000);
  } finally {
    loaded.close();
  }
});

test('a file that is broken or missing at the start is one sentence', async () => {
  await expect(loadPolicy(file, { log, clock: systemClock })).rejects.toThrow(
    `There is no policy file ${file}`,
  );
  await writeFile(file, 'pipelines: []');
  await expect(loadPolicy(file, { log, clock: systemClock })).rejects.toThrow(`${file}:1:1: pipelines`);
});
