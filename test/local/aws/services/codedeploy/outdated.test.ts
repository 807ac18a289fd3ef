import { afterEach, expect, test } from 'vitest';
import { type Fleet, startFleet } from './fleet.ts';

let fleet: Fleet;

afterEach(async () => {
  await fleet.world.close();
  expect(fleet.faults).toEqual([]);
});

const group = { deploymentConfigName: 'CodeDeployDefault.AllAtOnce' };
const files = {
  'appspec.yml': 'version: 0.0\nos: linux\nhooks:\n  BeforeInstall:\n    - location: wait.sh\n',
  'wait.sh': '#!/bin/sh\nsleep 0.3\n',
};
const add = () => fleet.state.hosts.add({ tags: { Name: 'shop' } });

test('an instance that comes while a deployment runs is updated by one of its own', async () => {
  fleet = await startFleet({ hosts: 1, group });
  const { id, finished } = await fleet.start(files);
  const late = await add();
  const root = await finished;
  const [updateId] = root.relatedDeployments!.autoUpdateOutdatedInstancesDeploymentIds!;
  const update = await fleet.state.deployments.get(updateId!)!.finished;
  expect(update).toMatchObject({
    status: 'Succeeded',
    creator: 'CodeDeployAutoUpdate',
    revision: root.revision,
    relatedDeployments: { autoUpdateOutdatedInstancesRootDeploymentId: id },
  });
  expect(fleet.targets(updateId).map((target) => target.id)).toEqual([late.id]);
  expect(fleet.state.deployments.size).toBe(2);
});

test('it is left as it is where the group says so', async () => {
  fleet = await startFleet({ hosts: 1, group: { ...group, outdatedInstancesStrategy: 'IGNORE' } });
  const { finished } = await fleet.start(files);
  await add();
  expect((await finished).relatedDeployments).toBeUndefined();
  expect(fleet.state.deployments.size).toBe(1);
  expect(
    await fleet.send('GetDeploymentGroup', { applicationName: 'shop', deploymentGroupName: 'production' }),
  ).toMatchObject({ deploymentGroupInfo: { outdatedInstancesStrategy: 'IGNORE' } });
});

test('a deployment to outdated instances only leaves out those that run the revision', async () => {
  fleet = await startFleet({ hosts: 1, group });
  const first = await fleet.deploy(files);
  const late = await add();
  const again = { updateOutdatedInstancesOnly: true, revision: first.revision };
  const second = await fleet.deploy(files, again);
  expect(second).toMatchObject({ status: 'Succeeded', updateOutdatedInstancesOnly: true });
  expect(fleet.targets(second.deploymentId).map(({ id }) => id)).toEqual([late.id]);
  const third = await fleet.deploy(files, { updateOutdatedInstancesOnly: true });
  expect(fleet.targets(third.deploymentId)).toHaveLength(2);
});
