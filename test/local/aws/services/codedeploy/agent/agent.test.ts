import { readdir, readFile, stat } from 'node:fs/promises';
import type { GetOnPremisesInstanceOutput } from '@aws-sdk/client-codedeploy';
import { afterEach, expect, test } from 'vitest';
import { ManualClock } from '../../../../../../local/clock.ts';
import { type Fleet, shop, startFleet } from '../fleet.ts';

let fleet: Fleet;
const oneHost = { hosts: 1, group: { deploymentConfigName: 'CodeDeployDefault.AllAtOnce' } };

afterEach(async () => {
  await fleet.world.close();
  expect(fleet.faults).toEqual([]);
});

const head = 'version: 0.0\nos: linux\n';

/** Why the deployment's first failed event failed: `Event: message`. */
async function failure(files: Record<string, string>, input: object = {}): Promise<string> {
  const { deploymentId } = await fleet.deploy(files, input);
  const event = fleet.targets(deploymentId)[0]!.events.find(({ status }) => status === 'Failed');
  return `${event?.lifecycleEventName} ${event?.diagnostics?.errorCode}: ${event?.diagnostics?.message}`;
}

test.each<[string, Record<string, string>, RegExp]>([
  [
    'no appspec',
    { 'a.txt': '' },
    /^BeforeInstall UnknownError: The CodeDeploy agent did not find an AppSpec file/,
  ],
  [
    'a broken appspec',
    { 'appspec.yml': `${head}hooks:\n  AfterInstal: []\n` },
    /^BeforeInstall UnknownError: The deployment failed because the AppSpec file is not valid\. appspec\.yml:4:3: There is no lifecycle event `AfterInstal`: did you mean `AfterInstall`\?$/,
  ],
  [
    'a script that is not there',
    { 'appspec.yml': `${head}hooks:\n  AfterInstall:\n    - location: none.sh\n` },
    /^AfterInstall ScriptMissing: Script does not exist at specified location: \/opt\/codedeploy-agent\/deployment-root\/.*\/deployment-archive\/none\.sh$/,
  ],
  [
    'a file that is there already',
    {
      'appspec.yml': `${head}files:\n  - {source: appspec.yml, destination: /}\n  - {source: appspec.yml, destination: /}\n`,
    },
    /^Install UnknownError: The deployment failed because .* specifies two source files/,
  ],
  [
    'a script with CR LF line ends',
    {
      'appspec.yml': `${head}hooks:\n  AfterInstall:\n    - location: run.sh\n`,
      'run.sh': '#!/bin/sh\r\nexit 0\r\n',
    },
    /^AfterInstall ScriptFailed: Script at specified location: run\.sh failed with error spawn .* ENOENT: its first line ends in CR LF, save it with LF alone$/,
  ],
  [
    'a folder for a script',
    {
      'appspec.yml': `${head}hooks:\n  AfterInstall:\n    - location: scripts\n`,
      'scripts/run.sh': '',
    },
    /^AfterInstall ScriptMissing: /,
  ],
  [
    'an appspec deeper down',
    { 'a.txt': '', 'deploy/appspec.yml': head },
    /^BeforeInstall UnknownError: The CodeDeploy agent did not find an AppSpec file/,
  ],
  [
    'a script that removes the bundle',
    {
      'appspec.yml': `${head}hooks:\n  BeforeInstall:\n    - location: run.sh\n`,
      'run.sh': '#!/bin/sh\nrm -rf "$PWD"\n',
    },
    /^Install UnknownError: /,
  ],
  [
    'a zip that climbs out',
    { '../evil': '' },
    /^DownloadBundle UnknownError: The zip holds a name outside of its folder/,
  ],
])('%s fails the deployment', async (_, files, message) => {
  fleet = await startFleet(oneHost);
  expect(await failure(files)).toMatch(message);
});

test('another ETag than the revision says fails the download', async () => {
  fleet = await startFleet(oneHost);
  const revision = {
    revisionType: 'S3',
    s3Location: { bucket: 'releases', key: 'shop.zip', bundleType: 'zip', eTag: 'abc' },
  };
  expect(await failure({ 'appspec.yml': head }, { revision })).toMatch(
    /^DownloadBundle UnknownError: Expected deployment artifact bundle etag abc but was actually [0-9a-f]{32}$/,
  );
});

test('a hook that takes too long is ended, by the clock of the world', async () => {
  const clock = new ManualClock();
  fleet = await startFleet({ ...oneHost, clock });
  const { id, finished } = await fleet.start({
    'appspec.yml': `${head}hooks:\n  BeforeInstall:\n    - location: wait.sh\n      timeout: 30\n`,
    'wait.sh': '#!/bin/sh\necho waiting\nsleep 600\n',
  });
  await expect.poll(fleet.processes, { timeout: 10_000 }).toHaveLength(2);
  await clock.advance(30_000);
  expect((await finished).status).toBe('Failed');
  const event = fleet.targets(id)[0]!.events[2]!;
  expect(event.diagnostics).toEqual({
    errorCode: 'ScriptTimedOut',
    scriptName: 'wait.sh',
    message: 'Script at specified location: wait.sh failed to complete in 30 seconds',
    logTail: 'LifecycleEvent - BeforeInstall\nScript - wait.sh\n[stdout]waiting\n',
  });
  expect(+event.endTime! - +event.startTime!).toBe(30_000);
  expect(await fleet.processes()).toEqual([]);
});

test('an ApplicationStop that fails can be forgiven', async () => {
  fleet = await startFleet(oneHost);
  const files = {
    'appspec.yml': `${head}hooks:\n  ApplicationStop:\n    - location: stop.sh\n`,
    'stop.sh': '#!/bin/sh\nexit 1\n',
  };
  await fleet.deploy(files);
  expect(await failure(files)).toMatch(/^ApplicationStop ScriptFailed/);
  const forgiven = await fleet.deploy(files, { ignoreApplicationStopFailures: true });
  expect(forgiven.status).toBe('Succeeded');
});

test('the agent keeps five deployments of a group, and a log of each', async () => {
  fleet = await startFleet(oneHost);
  const files = {
    'appspec.yml': `${head}hooks:\n  AfterInstall:\n    - location: hello.sh\n      runas: nobody\n`,
    'hello.sh': '#!/bin/sh\necho $DEPLOYMENT_ID $DEPLOYMENT_GROUP_NAME $BUNDLE_BUCKET/$BUNDLE_KEY\n',
  };
  const ids: string[] = [];
  for (let n = 0; n < 7; n++) ids.push((await fleet.deploy(files)).deploymentId!);
  const groupId = [...fleet.state.deployments.values()][0]!.group.id;
  const root = fleet.hosts[0]!.resolve(`/opt/codedeploy-agent/deployment-root/${groupId}`);
  expect((await readdir(root)).sort()).toEqual(ids.slice(-5).sort());
  const log = await readFile(`${root}/${ids[6]}/logs/scripts.log`, 'utf8');
  expect(log).toContain(`[stdout]${ids[6]} production releases/shop.zip\n`);
  expect(log).toContain('[drawbridge]runas nobody is not applied on a local host');
});

const rack = { instanceName: 'rack', iamUserArn: 'arn:aws:iam::1:user/a' };

async function startRack(): Promise<void> {
  fleet = await startFleet({
    ...oneHost,
    group: { ...oneHost.group, onPremisesInstanceTagFilters: [{ Key: 'a' }], ec2TagFilters: [] },
  });
  await fleet.send('RegisterOnPremisesInstance', rack);
  await fleet.send('AddTagsToOnPremisesInstances', {
    instanceNames: ['rack'],
    tags: [{ Key: 'a', Value: 'b' }],
  });
}

test('registering a server makes a host that is deployed to, and deregistering ends it', async () => {
  await startRack();
  const { instanceInfo } = (await fleet.send('GetOnPremisesInstance', rack)) as GetOnPremisesInstanceOutput;
  const port = instanceInfo?.tags?.find(({ Key }) => Key === 'drawbridge:port')?.Value;
  const url = `http://127.0.0.1:${port}/`;
  expect((await fleet.deploy(shop('first'))).status).toBe('Succeeded');
  expect(await (await fetch(url)).text()).toBe('first');

  await expect(fleet.send('RegisterOnPremisesInstance', rack)).rejects.toMatchObject({
    code: 'InstanceNameAlreadyRegisteredException',
  });
  expect(await (await fetch(url)).text()).toBe('first');

  await fleet.send('DeregisterOnPremisesInstance', rack);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  expect(fleet.state.hosts.get('rack')).toBeUndefined();
  expect((await fleet.deploy(shop('second'))).errorInformation?.code).toBe('NO_INSTANCES');

  await fleet.send('RegisterOnPremisesInstance', rack);
  expect(fleet.state.hosts.get('rack')?.port).toEqual(expect.any(Number));
});

test('a registered server whose host is gone fails as one without an agent', async () => {
  await startRack();
  await fleet.state.hosts.terminate('rack');
  expect(await failure({ 'appspec.yml': head })).toMatch(
    /^ApplicationStop UnknownError: CodeDeploy agent was not able to receive the lifecycle event/,
  );
});

test('what is no bundle fails the download', async () => {
  fleet = await startFleet(oneHost);
  const { id, finished } = await fleet.startBundle(Buffer.from('nothing'), 'zip');
  expect((await finished).status).toBe('Failed');
  expect(fleet.targets(id)[0]!.events[1]!.diagnostics?.message).toBe('This is not a zip.');
});

test('an appspec.yaml is one too, also in the only folder of a bundle', async () => {
  fleet = await startFleet(oneHost);
  const hooks = `${head}hooks:\n  AfterInstall:\n    - location: run.sh\n`;
  // A script that is not executable is made so, and one without `#!` is run by the shell.
  const files = { 'shop-1234/appspec.yaml': hooks, 'shop-1234/run.sh': 'pwd\n' };
  const { status, deploymentId } = await fleet.deploy(files);
  expect(status).toBe('Succeeded');
  const { logTail } = fleet.targets(deploymentId)[0]!.events[4]!.diagnostics!;
  expect(logTail).toMatch(/Script - run\.sh\n\[stdout\].*\/deployment-archive\n$/);
});

test('a script that writes without end or line feed fills neither memory nor disk', {
  timeout: 60_000,
}, async () => {
  fleet = await startFleet(oneHost);
  const { status, deploymentId } = await fleet.deploy({
    'appspec.yml': `${head}hooks:\n  AfterInstall:\n    - location: run.sh\n`,
    'run.sh': '#!/bin/sh\nhead -c 200000000 /dev/zero\necho\necho done\n',
  });
  expect(status).toBe('Succeeded');
  expect(fleet.targets(deploymentId)[0]!.events[4]!.diagnostics!.logTail).toMatch(/\[stdout\]done\n$/);
  const groupId = fleet.state.deployments.get(deploymentId!)!.group.id;
  const root = `/opt/codedeploy-agent/deployment-root/${groupId}/${deploymentId}/logs/scripts.log`;
  expect((await stat(fleet.hosts[0]!.resolve(root))).size).toBeLessThan(40 * 2 ** 20);
});
