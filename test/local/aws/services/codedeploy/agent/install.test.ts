import { mkdir, mkdtemp, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  carryOut,
  type InstallRequest,
  planInstall,
  removeInstalled,
} from '../../../../../../local/aws/services/codedeploy/agent/install.ts';
import { parseServerAppspec } from '../../../../../../shared/spec/appspec.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-install-'));
});
afterEach(() => rm(folder, { recursive: true }));

const resolve = (path: string) => join(folder, 'host', path);

async function request(files: Record<string, string>, appspec: string): Promise<InstallRequest> {
  const archive = join(folder, 'archive');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(archive, name)), { recursive: true });
    await writeFile(join(archive, name), text);
  }
  const parsed = parseServerAppspec(`version: 0.0\nos: linux\n${appspec}`, 'appspec.yml');
  if (parsed.problems) throw new Error(JSON.stringify(parsed.problems));
  return { archive, spec: parsed.spec, fileExistsBehavior: 'DISALLOW', resolve };
}

async function onHost(path: string, text: string): Promise<void> {
  await mkdir(dirname(resolve(path)), { recursive: true });
  await writeFile(resolve(path), text);
}

test('folders are copied with what they hold, files into their destination', async () => {
  const wanted = await request(
    { 'app/a.txt': 'a', 'app/sub/b.txt': 'b', 'conf/shop.conf': 'c' },
    'files:\n  - {source: app, destination: /opt/shop/}\n  - {source: conf/shop.conf, destination: /etc}\n',
  );
  await mkdir(resolve('/etc'), { recursive: true });
  const plan = await planInstall(wanted);
  expect(plan.folders).toEqual(['/opt', '/opt/shop', '/opt/shop/sub']);
  expect(new Set(plan.copies)).toEqual(
    new Set([
      { source: '/app/a.txt', destination: '/opt/shop/a.txt' },
      { source: '/app/sub/b.txt', destination: '/opt/shop/sub/b.txt' },
      { source: '/conf/shop.conf', destination: '/etc/shop.conf' },
    ]),
  );
  const put: string[] = [];
  await carryOut(plan, wanted, (path) => put.push(path));
  expect(await readFile(resolve('/opt/shop/sub/b.txt'), 'utf8')).toBe('b');
  await onHost('/opt/shop/theirs.txt', 'not ours');
  await removeInstalled(put, resolve);
  await expect(stat(resolve('/opt/shop/sub'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readFile(resolve('/opt/shop/theirs.txt'), 'utf8')).toBe('not ours');
  await stat(resolve('/etc'));
});

test.each([
  ['', 'refused'],
  ['file_exists_behavior: RETAIN\n', 'theirs'],
  ['file_exists_behavior: OVERWRITE\n', 'ours'],
])('with %j a file that is there already is %s', async (behavior, outcome) => {
  await onHost('/opt/shop/a.txt', 'theirs');
  const wanted = await request(
    { 'app/a.txt': 'ours' },
    `${behavior}files:\n  - {source: app, destination: /opt/shop}\n`,
  );
  if (outcome === 'refused') {
    await expect(planInstall(wanted)).rejects.toThrow(
      'The deployment failed because a specified file already exists at this location: /opt/shop/a.txt',
    );
  } else await carryOut(await planInstall(wanted), wanted, () => {});
  const text = await readFile(resolve('/opt/shop/a.txt'), 'utf8');
  expect(text).toBe(outcome === 'refused' ? 'theirs' : outcome);
});

test.each([
  ['files:\n  - {source: none, destination: /opt}\n', 'No such file or directory in the bundle: none'],
  [
    'files:\n  - {source: app/a.txt, destination: /opt}\n  - {source: b/a.txt, destination: /opt}\n',
    'specifies two source files named /b/a.txt and /app/a.txt for the same destination (/opt/a.txt)',
  ],
  [
    'files:\n  - {source: app, destination: /opt}\npermissions:\n  - {object: /opt, mode: 600}\n  - {object: /opt/a.txt, mode: 644}\n',
    'the permissions setting for (/opt/a.txt) is specified more than once',
  ],
])('%j is refused', async (appspec, message) => {
  const wanted = await request({ 'app/a.txt': 'a', 'b/a.txt': 'b' }, appspec);
  await expect(planInstall(wanted)).rejects.toThrow(message);
});

test('modes go to what the pattern means, but for the exceptions', async () => {
  const wanted = await request(
    { 'app/run.sh': '', 'app/keep.sh': '', 'app/sub/deep.sh': '', 'app/a.txt': '' },
    `files:
  - {source: app, destination: /opt/shop}
permissions:
  - {object: /opt/shop, pattern: "*.sh", except: [keep.sh], type: [file], mode: 755}
  - {object: /opt/shop, type: [directory], mode: 700}
  - {object: /opt/shop/a.txt, mode: 4}
`,
  );
  const { modes } = await planInstall(wanted);
  expect(modes).toEqual([
    { path: '/opt/shop/run.sh', mode: 0o755 },
    { path: '/opt/shop/sub', mode: 0o700 },
    { path: '/opt/shop/a.txt', mode: 0o004 },
  ]);
});

test('a link is put as a link, but not where it would lead out of the host', async () => {
  const wanted = await request(
    { 'a/b/c.txt': 'c', 'c.txt': '' },
    'files:\n  - {source: a/b, destination: /opt/shop}\n  - {source: a/b/link, destination: /}\n',
  );
  await symlink('../../c.txt', join(wanted.archive, 'a/b/link'));
  await expect(planInstall(wanted)).rejects.toThrow('The link /link would lead out of the host.');
  await expect(stat(resolve('/opt'))).rejects.toMatchObject({ code: 'ENOENT' });
  const [first] = wanted.spec.files;
  const inside = { ...wanted, spec: { ...wanted.spec, files: [first!] } };
  await carryOut(await planInstall(inside), inside, () => {});
  expect(await readlink(resolve('/opt/shop/link'))).toBe('../../c.txt');
});

test('a source of / is the whole bundle', async () => {
  const wanted = await request({ 'a.txt': 'a' }, 'files:\n  - {source: /, destination: /opt/shop}\n');
  expect((await planInstall(wanted)).copies).toEqual([{ source: '/a.txt', destination: '/opt/shop/a.txt' }]);
});
