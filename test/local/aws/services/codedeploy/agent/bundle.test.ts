import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startFleet } from '../fleet.ts';

test.each([
  ['tar', '-cf'],
  ['tgz', '-czf'],
] as const)('a %s bundle is deployed', async (type, flag) => {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-bundle-'));
  const fleet = await startFleet({
    hosts: 1,
    group: { deploymentConfigName: 'CodeDeployDefault.AllAtOnce' },
  });
  try {
    const appspec = 'version: 0.0\nos: linux\nfiles:\n  - {source: hello.txt, destination: /opt}\n';
    await writeFile(join(folder, 'appspec.yml'), appspec);
    await writeFile(join(folder, 'hello.txt'), type);
    await promisify(execFile)('tar', [flag, 'bundle', 'appspec.yml', 'hello.txt'], { cwd: folder });
    const { finished } = await fleet.startBundle(await readFile(join(folder, 'bundle')), type);
    expect((await finished).status).toBe('Succeeded');
    expect(await readFile(fleet.hosts[0]!.resolve('/opt/hello.txt'), 'utf8')).toBe(type);
  } finally {
    await fleet.world.close();
    await rm(folder, { recursive: true });
  }
});
