import { readFile } from 'node:fs/promises';
import { CreateApplicationCommand, CreateDeploymentGroupCommand } from '@aws-sdk/client-codedeploy';
import {
  type ActionDeclaration,
  CreatePipelineCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  RollbackStageCommand,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import codebuild from '../../../../../local/aws/services/codebuild/service.ts';
import codedeploy from '../../../../../local/aws/services/codedeploy/service.ts';
import { ended, type RealWorld, realWorld, until, zipOf } from './real-world.ts';
import { deploy, pipelineOf } from './stage-play.ts';

const commands: ActionDeclaration = {
  name: 'Prepare',
  actionTypeId: { category: 'Compute', owner: 'AWS', provider: 'Commands', version: '1' },
  commands: ['test -f word.txt', 'cp word.txt deployed.txt', 'export WORD=$(cat word.txt)'],
  inputArtifacts: [{ name: 'App' }],
  outputArtifacts: [{ name: 'Built', files: ['deployed.txt', 'appspec.yml', 'check.sh'] }],
  outputVariables: ['WORD'],
  namespace: 'Prepared',
};

const appspec = [
  'version: 0.0',
  'os: linux',
  'files:',
  '  - source: deployed.txt',
  '    destination: /srv/shop',
  'file_exists_behavior: OVERWRITE',
  'hooks:',
  '  ValidateService:',
  '    - location: check.sh',
  '      timeout: 10',
].join('\n');

async function push({ s3 }: RealWorld, word: string): Promise<void> {
  const check = '#!/bin/sh\ngrep -v broken "${DRAWBRIDGE_HOST_ROOT}/srv/shop/deployed.txt"\n';
  const body = await zipOf({ 'word.txt': word, 'appspec.yml': appspec, 'check.sh': check });
  await s3.send(new PutObjectCommand({ Bucket: 'shop-source', Key: 'shop.zip', Body: body }));
}

test('commands prepare what CodeDeploy brings to a server, and a rollback brings it back', async () => {
  const it = await realWorld();
  const { aws, deploys, pipelines } = it;
  const host = await aws.use(codedeploy).hosts.add({ tags: { app: 'shop' } });
  const live = () => readFile(host.resolve('/srv/shop/deployed.txt'), 'utf8');
  await deploys.send(new CreateApplicationCommand({ applicationName: 'shop' }));
  await deploys.send(
    new CreateDeploymentGroupCommand({
      applicationName: 'shop',
      deploymentGroupName: 'prod',
      serviceRoleArn: 'arn:aws:iam::123456789012:role/deploy',
      ec2TagFilters: [{ Key: 'app', Value: 'shop', Type: 'KEY_AND_VALUE' }],
    }),
  );
  await push(it, 'first');
  const after = [
    { name: 'Prepare', actions: [commands] },
    { name: 'Deploy', actions: [deploy] },
  ];
  await pipelines.send(new CreatePipelineCommand({ pipeline: pipelineOf({ after }) }));
  const run = async () => {
    const { pipelineExecutionId } = await pipelines.send(new StartPipelineExecutionCommand({ name: 'shop' }));
    return { id: pipelineExecutionId, end: await ended(it, pipelineExecutionId) };
  };
  const good = await run();
  const { actionExecutionDetails = [] } = await pipelines.send(
    new ListActionExecutionsCommand({ pipelineName: 'shop' }),
  );
  expect(
    actionExecutionDetails.map((one) => one.output?.executionResult?.errorDetails).filter(Boolean),
  ).toEqual([]);
  expect(good.end?.status).toBe('Succeeded');
  expect(await live()).toBe('first');

  await push(it, 'broken');
  const bad = await run();
  expect(bad.end?.status).toBe('Failed');
  const { stageStates } = await pipelines.send(new GetPipelineStateCommand({ name: 'shop' }));
  const action = stageStates?.[2]?.actionStates?.[0]?.latestExecution;
  expect(action?.externalExecutionId).toMatch(/^d-[A-Z0-9]{9}$/);
  expect(action?.errorDetails).toMatchObject({ code: 'JobFailed', message: expect.stringMatching(/failed/) });
  expect(await live()).toBe('broken');

  const { pipelineExecutionId: rollback } = await pipelines.send(
    new RollbackStageCommand({
      pipelineName: 'shop',
      stageName: 'Deploy',
      targetPipelineExecutionId: good.id,
    }),
  );
  expect((await ended(it, rollback))?.status).toBe('Succeeded');
  expect(await live()).toBe('first');
});

test('a run under way when the server closes is dropped before the build that it waits for is ended', async () => {
  const logged: string[] = [];
  const it = await realWorld({ log: (message) => logged.push(message) });
  const { aws, pipelines } = it;
  await push(it, 'slow');
  const wait = { ...commands, commands: ['sleep 60'], outputVariables: [], outputArtifacts: [] };
  const after = [{ name: 'Prepare', actions: [wait] }];
  await pipelines.send(new CreatePipelineCommand({ pipeline: pipelineOf({ after }) }));
  await until(async () => (aws.use(codebuild).ids().length > 0 ? true : undefined));
  const ends: unknown[] = [];
  aws.onEvent(({ source, detail }) => {
    if (source === 'aws.codepipeline') ends.push(detail.state);
  });
  await it.close();
  expect({ ends, logged }).toEqual({ ends: [], logged: [] });
}, 20_000);
