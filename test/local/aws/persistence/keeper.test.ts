import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Aws, defineService } from '../../../../local/aws/define.ts';
import { type LocalAws, startAws } from '../../../../local/aws/server.ts';

interface Notes {
  readonly aws: Aws;
  readonly texts: Map<string, Date>;
  readonly ended: string[];
}

const notes = defineService<object, Notes>({
  name: 'notes',
  protocol: { kind: 'json', version: '1.1', target: 'Notes' },
  sdk: async () => ({}),
  state: (aws) => ({ aws, texts: new Map(), ended: [] }),
  operations: {},
  persistence: {
    version: 3,
    snapshot: ({ texts }) => ({ texts }),
    restore(state, snapshot) {
      const { texts } = snapshot as Pick<Notes, 'texts'>;
      for (const [text, written] of texts) state.texts.set(text, written);
      return () => state.ended.push(...texts.keys());
    },
  },
});

const forgetful = defineService<object, object>({
  name: 'forgetful',
  protocol: { kind: 'json', version: '1.1', target: 'Forgetful' },
  sdk: async () => ({}),
  state: () => ({}),
  operations: {},
});

let folder: string;
let running: LocalAws | undefined;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'drawbridge-test-')), 'data');
});

afterEach(async () => {
  await running?.close();
  running = undefined;
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

async function start(options: { region?: string } = {}): Promise<LocalAws> {
  running = await startAws({ ...options, services: [notes, forgetful], data: folder, log: () => {} });
  return running;
}

async function stop(): Promise<void> {
  await running?.close();
  running = undefined;
}

const file = () => join(folder, 'notes.json');

test('state outlives the server, and what was in flight is ended once all are back', async () => {
  const { aws } = await start();
  const written = new Date();
  aws.use(notes).texts.set('open the bridge', written);
  await stop();

  const again = await start();
  expect(again.aws.use(notes).texts).toEqual(new Map([['open the bridge', written]]));
  expect(again.aws.use(notes).ended).toEqual(['open the bridge']);
});

test('it says whose state is kept and whose is not', async () => {
  expect((await start()).kept).toEqual({ folder, services: ['notes'], forgotten: ['forgetful'] });
});

test('a change is on disk soon after it is told, for the eyes of the owner only', async () => {
  const { aws } = await start();
  aws.use(notes).texts.set('kept', new Date(0));
  aws.changed();
  await vi.waitFor(() => expect(readFileSync(file(), 'utf8')).toContain('kept'));
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test.each([
  ['cut short', (text: string) => text.slice(0, -20), /is not whole/],
  ['of another service', (text: string) => text.replace('"notes"', '"votes"'), /is not the state of notes/],
  ['of another version', (text: string) => text.replace('"version":3', '"version":9'), /another version/],
  ['of another region', (text: string) => text.replace('us-east-1', 'eu-west-1'), /--region eu-west-1/],
  ['of another shape', (text: string) => text.replace('"texts"', '"notes"'), /does not hold what it should/],
])('a file %s stops the start with one sentence and stays as it is', async (_, spoil, message) => {
  const { aws } = await start();
  aws.use(notes).texts.set('x', new Date(0));
  await stop();
  const spoilt = spoil(readFileSync(file(), 'utf8'));
  writeFileSync(file(), spoilt);

  await expect(start()).rejects.toThrow(message);
  expect(readFileSync(file(), 'utf8')).toBe(spoilt);
  expect(readdirSync(folder)).toEqual(['notes.json']);
});

test('one process at a time has the folder', async () => {
  await start();
  await expect(startAws({ services: [notes], data: folder })).rejects.toThrow(
    `in use by process ${process.pid}`,
  );
});

test('the lock of a process that was killed is nobody’s', async () => {
  const { pid } = spawnSync('true');
  await start();
  await stop();
  writeFileSync(join(folder, 'lock'), String(pid));
  await expect(start()).resolves.toBeDefined();
});

test('a file in place of the folder is said in one sentence', async () => {
  writeFileSync(folder, '');
  await expect(startAws({ services: [notes], data: folder })).rejects.toThrow(
    `--data ${folder} cannot be used`,
  );
});
