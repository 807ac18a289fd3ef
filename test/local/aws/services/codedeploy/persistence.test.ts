import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Call } from '../../../../../local/aws/define.ts';
import { type LocalAws, startAws } from '../../../../../local/aws/server.ts';
import { describeDeployment, describeGroup } from '../../../../../local/aws/services/codedeploy/describe.ts';
import codedeploy from '../../../../../local/aws/services/codedeploy/service.ts';
import s3 from '../../../../../local/aws/services/s3/service.ts';
import { zipOf } from './bundle.ts';

const call: Call = { operation: '', headers: {}, accessKey: undefined };
const group = { applicationName: 'shop', deploymentGroupName: 'production' };
let folder: string;
let running: LocalAws;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'));
  running = await startAws({ data: folder });
  running.aws.use(s3).createBucket('releases');
  await state().hosts.add({ tags: { Name: 'shop' } });
  await send('CreateApplication', { applicationName: 'shop', tags: [{ Key: 'team', Value: 'shop' }] });
  await send('CreateDeploymentGroup', {
    ...group,
    ec2TagFilters: [{ Key: 'Name', Value: 'shop', Type: 'KEY_AND_VALUE' }],
    serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
    autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
  });
});

afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const state = () => running.aws.use(codedeploy);
const send = async (operation: string, input: object): Promise<unknown> =>
  codedeploy.operations[operation]!(state(), input, call);

async function restart() {
  await running.close();
  running = await startAws({ data: folder });
  return state();
}

/** Deploys a release that appends its name to a file, or hangs after that. */
async function deploy(name: string, options: { hangs?: boolean } = {}) {
  const lines = ['#!/bin/sh', `echo ${name} >>"$TMPDIR/releases"`, ...(options.hangs ? ['sleep 600'] : [])];
  const files = {
    'appspec.yml': 'version: 0.0\nos: linux\nhooks:\n  AfterInstall:\n    - location: note.sh\n',
    'note.sh': { text: `${lines.join('\n')}\n`, mode: 0o755 },
  };
  await running.aws.use(s3).put({ bucket: 'releases', key: name, body: zipOf(files) });
  const s3Location = { bucket: 'releases', key: name, bundleType: 'zip' } as const;
  return state().createDeployment({ ...group, revision: { revisionType: 'S3', s3Location } });
}

const releases = () =>
  readFile(join(state().hosts.list()[0]!.root, 'tmp', 'releases'), 'utf8').catch(() => '');

test('what was kept is told as before: groups, deployments with their targets, revisions, configurations, tags', async () => {
  await (await deploy('one')).finished;
  await send('CreateDeploymentConfig', {
    deploymentConfigName: 'three',
    minimumHealthyHosts: { type: 'HOST_COUNT', value: 3 },
  });
  await send('UpdateDeploymentGroup', {
    applicationName: 'shop',
    currentDeploymentGroupName: 'production',
    newDeploymentGroupName: 'live',
    deploymentConfigName: 'three',
  });
  const tell = async () => ({
    group: await send('GetDeploymentGroup', { applicationName: 'shop', deploymentGroupName: 'live' }),
    config: await send('GetDeploymentConfig', { deploymentConfigName: 'three' }),
    revisions: await send('ListApplicationRevisions', { applicationName: 'shop' }),
    deployments: [...state().deployments.values()].map(describeDeployment),
    targets: [...state().deployments.values()].flatMap(({ targets }) =>
      [...targets.values()].map(({ host, ...target }) => ({ ...target, host: host?.id })),
    ),
    tags: state().tags,
  });
  const before = await tell();
  await restart();
  expect(await tell()).toEqual(before);
});

test('a deployment that was under way has failed, says why, and is rolled back as its group asks', async () => {
  const good = await deploy('one');
  await good.finished;
  const { id } = await deploy('two', { hangs: true });
  await expect.poll(releases, { timeout: 10_000 }).toBe('one\ntwo\n');
  const { deployments } = await restart();
  const failed = deployments.get(id)!;
  expect(failed.progress).toMatchObject({
    status: 'Failed',
    errorInformation: {
      code: 'INTERNAL_ERROR',
      message: 'The local AWS was restarted while the deployment ran.',
    },
  });
  const [target] = failed.targets.values();
  const told = target!.events.map(({ lifecycleEventName, status }) => `${lifecycleEventName} ${status}`);
  expect(target!.status).toBe('Failed');
  expect(told.slice(4)).toEqual([
    'AfterInstall Failed',
    'ApplicationStart Skipped',
    'ValidateService Skipped',
  ]);
  const rollback = deployments.get(failed.progress.rollbackInfo!.rollbackDeploymentId!)!;
  expect(await rollback.finished).toMatchObject({ status: 'Succeeded', creator: 'codeDeployRollback' });
  expect(await releases()).toBe('one\ntwo\none\n');
  const { lastSuccessfulDeployment, lastAttemptedDeployment } = describeGroup(
    state(),
    failed.application,
    failed.group,
  );
  expect(lastSuccessfulDeployment?.deploymentId).toBe(rollback.id);
  expect(lastAttemptedDeployment?.deploymentId).toBe(rollback.id);
});

test('deployments of an application that was deleted, and made anew by its name, stay with the old one', async () => {
  const { id, finished } = await deploy('one');
  await finished;
  await send('DeleteApplication', { applicationName: 'shop' });
  await send('CreateApplication', { applicationName: 'shop' });
  const { deployments, applications } = await restart();
  expect(describeDeployment(deployments.get(id)!)).toMatchObject({ ...group, status: 'Succeeded' });
  expect(applications.get('shop')!.groups.size).toBe(0);
  expect(applications.size).toBe(1);
});
