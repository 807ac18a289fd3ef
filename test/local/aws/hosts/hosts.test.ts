import { access } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { hostsOf } from '../../../../local/aws/hosts/hosts.ts';
import { createWorld } from '../../../../local/aws/world.ts';

test('a world that closes while hosts are made waits for them, and leaves no folder', async () => {
  const world = await createWorld();
  const hosts = hostsOf(world);
  const adding = Promise.all(Array.from({ length: 50 }, () => hosts.add()));
  await world.close();
  expect(hosts.list()).toHaveLength(50);
  await adding;
  await expect(access(world.scratch)).rejects.toThrow('ENOENT');
});

test('a world that has closed starts no host', async () => {
  const world = await createWorld();
  const hosts = hostsOf(world);
  await world.close();
  await expect(hosts.add()).rejects.toThrow('The local AWS is closing');
  await expect(access(world.scratch)).rejects.toThrow('ENOENT');
});

test('an id is taken while its host is being made', async () => {
  const world = await createWorld();
  const hosts = hostsOf(world);
  const first = hosts.add({ id: 'web-1' });
  await expect(hosts.add({ id: 'web-1' })).rejects.toThrow('There is a host web-1 already.');
  const host = await first;
  expect(hosts.list()).toEqual([host]);
  await world.close();
});
