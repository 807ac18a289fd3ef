import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import {
  CreatePipelineCommand,
  GetPipelineExecutionCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
} from '@aws-sdk/client-codepipeline';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { findProcesses } from '../../../local/aws/hosts/processes.ts';
import { ManualClock } from '../../../local/clock.ts';
import { type Files, zipOf } from './services/codedeploy/bundle.ts';
import { type RealWorld, realWorld, until } from './services/codepipeline/real-world.ts';
import { build, pipelineOf, source } from './services/codepipeline/stage-play.ts';

/** Makes a pipeline that builds these files, and answers how the run that it starts with goes. */
async function start({ s3, pipelines }: RealWorld, name: string, files: Files) {
  const Key = `${name}.zip`;
  await s3.send(new PutObjectCommand({ Bucket: 'shop-source', Key, Body: zipOf(files) }));
  const configuration = { ...source.configuration, S3ObjectKey: Key };
  const pipeline = pipelineOf({
    name,
    stages: [
      { name: 'Source', actions: [{ ...source, configuration }] },
      { name: 'Build', actions: [{ ...build, outputArtifacts: [] }] },
    ],
  });
  await pipelines.send(new CreatePipelineCommand({ pipeline }));
  const { pipelineExecutionSummaries: [run] = [] } = await pipelines.send(
    new ListPipelineExecutionsCommand({ pipelineName: name }),
  );
  const ask = { pipelineName: name, pipelineExecutionId: run?.pipelineExecutionId };
  return async () => {
    const status = await until(async () => {
      const { pipelineExecution } = await pipelines.send(new GetPipelineExecutionCommand(ask));
      return pipelineExecution?.status === 'InProgress' ? undefined : pipelineExecution?.status;
    });
    const { actionExecutionDetails = [] } = await pipelines.send(
      new ListActionExecutionsCommand({ pipelineName: name }),
    );
    const errors = actionExecutionDetails.map(({ output }) => output?.executionResult?.errorDetails?.message);
    return { status, errors: errors.filter((message) => message !== undefined) };
  };
}

async function world(options: Parameters<typeof realWorld>[0] = {}) {
  const it = await realWorld(options);
  await it.builds.send(
    new CreateProjectCommand({
      name: 'shop',
      source: { type: 'CODEPIPELINE' },
      artifacts: { type: 'CODEPIPELINE' },
      environment: { type: 'LINUX_CONTAINER', image: 'i', computeType: 'BUILD_GENERAL1_SMALL' },
      serviceRole: 'arn:aws:iam::123456789012:role/build',
      timeoutInMinutes: 5,
    }),
  );
  return it;
}

const buildspec = (...commands: string[]) =>
  JSON.stringify({ version: 0.2, phases: { build: { commands } } });
const calm = { 'buildspec.yml': buildspec('true') };

/** A link in a zip: its mode says so, its content is its target. */
const link = (target: string) => ({ text: target, mode: 0o020777 });

/** What is left of builds in the scratch folder. */
const leftOf = ({ aws }: RealWorld) => readdir(join(aws.scratch, 'builds')).catch(() => []);

test.each<[string, Files, string]>([
  ['a name that climbs', { '../../../climbed': 'x' }, '../../../climbed'],
  ['an absolute name', { '/climbed': 'x' }, '/climbed'],
  ['a link that leads out', { out: link('../../../..') }, 'a link that leads out of its folder, "out"'],
  ['a file behind such a link', { out: link('/'), 'out/climbed': 'x' }, 'out'],
])('an artifact with %s fails the build and writes nothing outside', async (_, files, reason) => {
  const it = await world();
  const result = await (await start(it, 'shop', { ...calm, ...files }))();
  expect(result).toEqual({ status: 'Failed', errors: [expect.stringContaining(reason)] });
  for (const folder of ['/', it.aws.scratch, join(it.aws.scratch, '..')])
    expect(existsSync(join(folder, 'climbed'))).toBe(false);
  await expect.poll(() => leftOf(it)).toEqual([]);
  expect((await (await start(it, 'calm', calm))()).status).toBe('Succeeded');
});

test('a build that forks and loops holds up no other, and ends whole when its time is up', {
  timeout: 30_000,
}, async () => {
  const clock = new ManualClock();
  const it = await world({ clock });
  const forks = 'for n in $(seq 30); do setsid sleep 300 & sleep 300 & done';
  const hangs = await start(it, 'shop', { 'buildspec.yml': buildspec(forks, 'while :; do :; done') });
  const its = () => findProcesses(({ environment }) => environment.includes(`${it.aws.scratch}/builds/`));
  await expect.poll(async () => (await its()).length, { timeout: 20_000 }).toBeGreaterThan(60);
  expect(await (await start(it, 'calm', calm))()).toEqual({ status: 'Succeeded', errors: [] });
  await clock.advance(5 * 60_000);
  expect(await hangs()).toEqual({ status: 'Failed', errors: [expect.stringContaining('timed out')] });
  await expect.poll(its, { timeout: 20_000 }).toEqual([]);
  await expect.poll(() => leftOf(it), { timeout: 20_000 }).toEqual([]);
});
