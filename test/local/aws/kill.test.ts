import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CodeDeployClient,
  CreateDeploymentCommand,
  GetDeploymentCommand,
  GetOnPremisesInstanceCommand,
  ListDeploymentInstancesCommand,
  RegisterOnPremisesInstanceCommand,
} from '@aws-sdk/client-codedeploy';
import {
  CodePipelineClient,
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  PutApprovalResultCommand,
  RollbackStageCommand,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, expect, test } from 'vitest';
import { findProcesses } from '../../../local/aws/hosts/processes.ts';
import { localCredentials } from '../../../local/shop.ts';
import { zipOf } from './services/codedeploy/bundle.ts';

const main = join(import.meta.dirname, '../../../local/aws/start.js');
const patience = { timeout: 30_000, interval: 50 };
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function start(folder: string) {
  const args = [main, '--port', '0', '--sample', '--data', join(folder, 'data')];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [out] = await Promise.race([once(child.stdout, 'data'), exit.then(() => [said])]);
  const [, endpoint] = /AWS_ENDPOINT_URL=(\S+)/.exec(String(out)) ?? [];
  if (!endpoint) throw new Error(`It did not start: ${out}`);
  await expect.poll(() => said, patience).toContain('deploys to');
  const urls = said.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [];
  const config = { endpoint, region: 'us-east-1', credentials: localCredentials };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exit;
  };
  closers.push(() => end('SIGTERM'));
  return {
    end,
    urls,
    codedeploy: new CodeDeployClient(config),
    codepipeline: new CodePipelineClient(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
  };
}

type Local = Awaited<ReturnType<typeof start>>;

async function finish({ codepipeline }: Local, id: string): Promise<string | undefined> {
  await expect
    .poll(async () => {
      const { stageStates = [] } = await codepipeline.send(new GetPipelineStateCommand({ name: 'shop' }));
      const approve = stageStates.find(({ stageName }) => stageName === 'Approve');
      const token = approve?.actionStates?.[0]?.latestExecution?.token;
      if (token)
        await codepipeline.send(
          new PutApprovalResultCommand({
            pipelineName: 'shop',
            stageName: 'Approve',
            actionName: 'Approve',
            token,
            result: { status: 'Approved', summary: 'Go on' },
          }),
        );
      return statusOf({ codepipeline }, id);
    }, patience)
    .not.toBe('InProgress');
  return statusOf({ codepipeline }, id);
}

async function statusOf({ codepipeline }: Pick<Local, 'codepipeline'>, id: string) {
  const { pipelineExecutionSummaries = [] } = await codepipeline.send(
    new ListPipelineExecutionsCommand({ pipelineName: 'shop' }),
  );
  return pipelineExecutionSummaries.find(({ pipelineExecutionId }) => pipelineExecutionId === id)?.status;
}

/** A release whose installation does not end. */
const endless = {
  'appspec.yml': `version: 0.0
os: linux
hooks:
  AfterInstall:
    - location: hang.sh
`,
  'hang.sh': { text: '#!/bin/sh\necho $$ >"$TMPDIR/pid"\nexec sleep 600\n', mode: 0o755 },
};

test('the sample goes on after its server was killed: it tells what broke, deploys again and rolls back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aws-kill-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const before = await start(folder);
  const { pipelineExecutionSummaries: [first] = [] } = await before.codepipeline.send(
    new ListPipelineExecutionsCommand({ pipelineName: 'shop' }),
  );
  await before.codedeploy.send(
    new RegisterOnPremisesInstanceCommand({
      instanceName: 'cellar',
      iamUserArn: 'arn:aws:iam::123456789012:user/cellar',
    }),
  );
  const cellar = await before.codedeploy.send(new GetOnPremisesInstanceCommand({ instanceName: 'cellar' }));
  const shop = { applicationName: 'shop', deploymentGroupName: 'production' };
  const Body = zipOf(endless);
  await before.s3.send(new PutObjectCommand({ Bucket: 'shop-source', Key: 'endless.zip', Body }));
  const s3Location = { bucket: 'shop-source', key: 'endless.zip', bundleType: 'zip' } as const;
  const { deploymentId } = await before.codedeploy.send(
    new CreateDeploymentCommand({ ...shop, revision: { revisionType: 'S3', s3Location } }),
  );
  const waiting = await before.codepipeline.send(new StartPipelineExecutionCommand({ name: 'shop' }));
  const { instancesList: [arn] = [] } = await before.codedeploy.send(
    new ListDeploymentInstancesCommand({ deploymentId }),
  );
  const kept = (file: string) => readFile(join(folder, 'data', file), 'utf8').catch(() => '');
  const pid = () => kept(`hosts/${arn?.split('/').at(-1)}/tmp/pid`);
  await expect.poll(pid, patience).not.toBe('');
  // What changed is written a moment later.
  await expect.poll(() => kept('codedeploy.json'), patience).toContain(`"${deploymentId}"`);
  await expect.poll(() => kept('codepipeline.json'), patience).toContain(waiting.pipelineExecutionId);
  await before.end('SIGKILL');

  const local = await start(folder);
  expect(local.urls).toEqual(before.urls);
  const left = Number(await pid());
  expect(await findProcesses(({ pid }) => pid === left)).toEqual([]);
  const { deploymentInfo } = await local.codedeploy.send(new GetDeploymentCommand({ deploymentId }));
  expect(deploymentInfo?.errorInformation?.message).toContain('restarted');
  expect(deploymentInfo).toMatchObject({
    status: 'Failed',
    deploymentOverview: { Pending: 0, InProgress: 0 },
  });
  const { instancesList } = await local.codedeploy.send(new ListDeploymentInstancesCommand({ deploymentId }));
  expect(instancesList).toHaveLength(4);
  expect(await statusOf(local, waiting.pipelineExecutionId!)).toBe('Failed');
  expect(
    await local.codedeploy.send(new GetOnPremisesInstanceCommand({ instanceName: 'cellar' })),
  ).toMatchObject({ instanceInfo: cellar.instanceInfo });
  for (const url of local.urls) expect((await fetch(url)).status).toBe(200);

  const again = await local.codepipeline.send(new StartPipelineExecutionCommand({ name: 'shop' }));
  expect(await finish(local, again.pipelineExecutionId!)).toBe('Succeeded');
  const back = await local.codepipeline.send(
    new RollbackStageCommand({
      pipelineName: 'shop',
      stageName: 'Deploy',
      targetPipelineExecutionId: first?.pipelineExecutionId,
    }),
  );
  expect(await finish(local, back.pipelineExecutionId!)).toBe('Succeeded');
  for (const url of local.urls) expect((await fetch(url)).status).toBe(200);
}, 120_000);
