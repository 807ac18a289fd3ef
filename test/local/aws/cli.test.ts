import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CodePipelineClient,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
} from '@aws-sdk/client-codepipeline';
import { expect, onTestFinished, test } from 'vitest';
import { startAws } from '../../../local/aws/server.ts';
import { greeting, localCredentials, provisionShop, sampleFolder } from '../../../local/shop.ts';
import { listTree } from '../../../shared/artifact/tree.ts';
import { writeZip } from '../../../shared/artifact/zip.ts';
import { execute, isFound, outsideClient } from './outside-clients.ts';

test('the AWS CLI drives the sample pipeline: start, look, approve, fail, retry, roll back, hold, stop', async () => {
  if (!(await isFound('aws', '--version'))) return;
  const it = await shopAndCli();
  const { aws, refused, codepipeline } = it;

  const first = await it.release('1.1.0');
  await it.approve(first, 'Looks good');
  expect(await it.ended(first)).toBe('Succeeded');
  expect(await it.answers()).toEqual(Array(4).fill({ version: '1.1.0', greeting }));

  const broken = await it.release('2.0.0', 'the till is stuck');
  const again = await it.approve(broken, 'Why not');
  expect(await refused(...again)).toContain('ApprovalAlreadyCompletedException');
  expect(await it.ended(broken)).toBe('Failed');
  expect(await it.whyTheDeployFailed(broken)).toContain('the till is stuck');
  const failed = ['--pipeline-name', 'shop', '--stage-name', 'Deploy', '--pipeline-execution-id', broken];
  await codepipeline('retry-stage-execution', ...failed, '--retry-mode', 'FAILED_ACTIONS');
  expect(await it.ended(broken)).toBe('Failed');

  const { pipelineExecutionSummaries: good } = await codepipeline(
    'list-pipeline-executions',
    ...['--pipeline-name', 'shop', '--filter', 'succeededInStage={stageName=Deploy}'],
  );
  expect(good[0].pipelineExecutionId).toBe(first);
  const back = ['--pipeline-name', 'shop', '--stage-name', 'Deploy', '--target-pipeline-execution-id'];
  expect(await refused('codepipeline', 'rollback-stage', ...back, broken)).toContain(
    'UnableToRollbackStageException',
  );
  const { pipelineExecutionId: rollback } = await codepipeline('rollback-stage', ...back, first);
  expect(await it.ended(rollback)).toBe('Succeeded');
  expect(await it.answers()).toEqual(Array(4).fill({ version: '1.1.0', greeting }));

  const inbound = ['--pipeline-name', 'shop', '--stage-name', 'Build', '--transition-type', 'Inbound'];
  await codepipeline('disable-stage-transition', ...inbound, '--reason', 'Nobody deploys on a Friday');
  const held = await it.release('3.0.0');
  await it.until(async () => (await it.stage('Build'))?.inboundExecution?.pipelineExecutionId === held);
  const stop = ['--pipeline-name', 'shop', '--pipeline-execution-id', held, '--reason', 'too late'];
  await codepipeline('stop-pipeline-execution', ...stop);
  expect(await it.ended(held)).toBe('Stopped');
  await codepipeline('enable-stage-transition', ...inbound);

  const { events } = await aws('logs', 'filter-log-events', '--log-group-name', '/aws/codebuild/shop');
  expect(JSON.stringify(events)).toContain('Built shop 1.1.0');
  expect(await refused('codepipeline', 'get-pipeline-state', '--name', 'none')).toContain(
    'PipelineNotFoundException',
  );
  expect(it.faults).toEqual([]);
}, 300_000);

/** The sample, as `local/shop.ts` sets it up, and the CLI pointed at it. */
async function shopAndCli() {
  const faults: unknown[] = [];
  const local = await startAws({ log: (...entry) => faults.push(entry) });
  onTestFinished(() => local.close());
  const { urls } = await provisionShop(local);
  const { env, folder } = await outsideClient(local.endpoint);
  const aws = async (...args: string[]) => {
    const { stdout } = await execute('aws', args, { env, cwd: folder });
    return stdout === '' ? undefined : JSON.parse(stdout);
  };
  const codepipeline = (...args: string[]) => aws('codepipeline', ...args);

  // Whoever waits asks often, for which the CLI is too slow.
  const sdk = new CodePipelineClient({
    endpoint: local.endpoint,
    region: local.aws.region,
    credentials: localCredentials,
  });
  const stage = async (name: string) => {
    const { stageStates } = await sdk.send(new GetPipelineStateCommand({ name: 'shop' }));
    return stageStates?.find(({ stageName }) => stageName === name);
  };

  return {
    faults,
    aws,
    codepipeline,
    stage,
    until,

    /** What the CLI says when it fails, which it must. */
    refused: (...args: string[]): Promise<string> =>
      execute('aws', args, { env, cwd: folder }).then(
        () => 'it worked',
        (error) => error.stderr,
      ),

    /** Uploads a release and starts the pipeline on exactly that object; the execution's id. */
    async release(version: string, ailment?: string): Promise<string> {
      const tree = join(folder, version);
      await cp(sampleFolder, tree, { recursive: true });
      await writeFile(join(tree, 'VERSION'), `${version}\n`);
      const server = await readFile(join(tree, 'server.js'), 'utf8');
      if (ailment)
        await writeFile(
          join(tree, 'server.js'),
          server.replace('return undefined;', `return ${JSON.stringify(ailment)};`),
        );
      await writeZip(listTree(tree), join(folder, `${version}.zip`));
      const object = ['--bucket', 'shop-source', '--key', 'shop.zip', '--body', `${version}.zip`];
      const { VersionId } = await aws('s3api', 'put-object', ...object);
      const revision = `actionName=Bundle,revisionType=S3_OBJECT_VERSION_ID,revisionValue=${VersionId}`;
      const start = ['start-pipeline-execution', '--name', 'shop', '--source-revisions', revision];
      return (await codepipeline(...start)).pipelineExecutionId;
    },

    /** Approves once the execution waits for it; the words that did. */
    async approve(execution: string, summary: string): Promise<string[]> {
      await until(async () => (await stage('Approve'))?.actionStates?.[0]?.latestExecution?.token);
      const { stageStates } = await codepipeline('get-pipeline-state', '--name', 'shop');
      const { latestExecution, actionStates } = stageStates[2];
      expect(latestExecution.pipelineExecutionId).toBe(execution);
      const { token } = actionStates[0].latestExecution;
      const words = [
        ...['codepipeline', 'put-approval-result', '--pipeline-name', 'shop', '--stage-name', 'Approve'],
        ...['--action-name', 'Approve', '--token', token],
        ...['--result', `summary=${summary},status=Approved`],
      ];
      await aws(...words);
      return words;
    },

    /** The execution's status once it is over. */
    async ended(execution: string): Promise<string> {
      const named = { pipelineName: 'shop', pipelineExecutionId: execution };
      await until(async () => {
        const { pipelineExecution } = await sdk.send(new GetPipelineExecutionCommand(named));
        return !['InProgress', 'Stopping'].includes(pipelineExecution?.status ?? '');
      });
      const words = ['--pipeline-name', 'shop', '--pipeline-execution-id', execution];
      return (await codepipeline('get-pipeline-execution', ...words)).pipelineExecution.status;
    },

    /** What the deployment's own script said, found as a person would find it. */
    async whyTheDeployFailed(execution: string): Promise<string> {
      const { actionExecutionDetails } = await codepipeline(
        'list-action-executions',
        ...['--pipeline-name', 'shop', '--filter', `pipelineExecutionId=${execution}`],
      );
      const [deploy] = actionExecutionDetails;
      expect(deploy).toMatchObject({ stageName: 'Deploy', status: 'Failed' });
      const id = deploy.output.executionResult.externalExecutionId;
      const { targetIds } = await aws('deploy', 'list-deployment-targets', '--deployment-id', id);
      const named = ['--deployment-id', id, '--target-ids', ...targetIds];
      return JSON.stringify(await aws('deploy', 'batch-get-deployment-targets', ...named));
    },

    /** What each host's application says of itself. */
    answers: () => Promise.all(urls.map(async (url) => (await fetch(url)).json())),
  };
}

async function until(holds: () => Promise<unknown>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
