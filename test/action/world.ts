import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  CodePipelineClient,
  CreatePipelineCommand,
  GetPipelineExecutionCommand,
  ListPipelineExecutionsCommand,
  type StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import type { Input } from '../../action/input.ts';
import { inputs } from '../../action/inputs.ts';
import { startAws } from '../../local/aws/server.ts';
import { folderOf } from '../shared/artifact/folder.ts';

const root = join(import.meta.dirname, '../..');

/** Searched for in everything that the Action writes. */
const canary = 'canaryCANARYcanaryCANARYcanaryCANARYcanary';

interface StepResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A local AWS with a versioned bucket, and the built Action, run in it as a runner would. */
export async function actionWorld() {
  const local = await startAws({ log: () => {} });
  onTestFinished(() => local.close());
  const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: canary };
  const client = { region: 'us-east-1', endpoint: local.endpoint, credentials };
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const pipelines = new CodePipelineClient(client);
  onTestFinished(() => {
    s3.destroy();
    pipelines.destroy();
  });

  const bucket = async (name: string, { versioned = true } = {}) => {
    await s3.send(new CreateBucketCommand({ Bucket: name }));
    if (!versioned) return;
    const VersioningConfiguration = { Status: 'Enabled' as const };
    await s3.send(new PutBucketVersioningCommand({ Bucket: name, VersioningConfiguration }));
  };
  await bucket('source');
  await bucket('store');

  const github = await fakeGitHub();

  return {
    s3,
    bucket,

    /** A pipeline with an S3 source and these stages after it. */
    async pipeline(name: string, stages: StageDeclaration[], source: Record<string, string> = {}) {
      const pipeline = {
        name,
        pipelineType: 'V2' as const,
        roleArn: 'arn:aws:iam::123456789012:role/pipeline',
        artifactStore: { type: 'S3' as const, location: 'store' },
        stages: [{ name: 'Source', actions: [sourceAction(source)] }, ...stages],
      };
      await pipelines.send(new CreatePipelineCommand({ pipeline }));
    },

    /** Those that were asked for: creating a pipeline starts a run, too. */
    async runs(pipelineName: string) {
      const answer = await pipelines.send(new ListPipelineExecutionsCommand({ pipelineName }));
      const runs = answer.pipelineExecutionSummaries ?? [];
      return runs.filter(({ trigger }) => trigger?.triggerType !== 'CreatePipeline');
    },

    async status(pipelineName: string, pipelineExecutionId: string) {
      const command = new GetPipelineExecutionCommand({ pipelineName, pipelineExecutionId });
      return (await pipelines.send(command)).pipelineExecution?.status;
    },

    /** The environment of a step, with its files in a folder of their own. */
    async step(workspace: Record<string, string>, given: Record<string, string>, env: Env = {}) {
      const folder = await folderOf({ 'files/output': '', 'files/state': '', 'files/summary': '' });
      await mkdir(join(folder, 'temp'));
      const place = await folderOf(workspace);
      const event = { head_commit: { message: 'Fix the door\n\nMore', author: { name: 'Ada' } } };
      await writeFile(join(folder, 'event.json'), JSON.stringify(event));
      return startStep(folder, {
        PATH: process.env.PATH,
        AWS_ENDPOINT_URL: local.endpoint,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        AWS_REGION: 'us-east-1',
        GITHUB_API_URL: github,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_SHA: '1f3a9c2b4d5e6f708192a3b4c5d6e7f801234567',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_ACTOR: 'ada',
        GITHUB_RUN_ID: '77',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_JOB: 'deploy',
        GITHUB_ACTION: '__acme_drawbridge',
        GITHUB_WORKSPACE: place,
        GITHUB_EVENT_PATH: join(folder, 'event.json'),
        RUNNER_TEMP: join(folder, 'temp'),
        ...inputVariables(given),
        ...env,
      });
    },
  };
}

/** The runner gives every input, with its default where the workflow does not. */
function inputVariables(given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = Object.entries(inputs).map(([name, input]: [string, Input<unknown>]) => [
    name,
    input.default === '${{ github.token }}' ? `ghs_${canary}` : input.default,
  ]);
  const all: Record<string, string> = { ...Object.fromEntries(defaults), comment: 'never', ...given };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

/** A GitHub where every commit came from pull request 12. */
async function fakeGitHub(): Promise<string> {
  const server = createServer((request, response) => {
    const isKnown = request.headers.authorization === `token ghs_${canary}`;
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(isKnown ? [{ number: 12, head: { sha: 'c0ffee' } }] : { message: 'Bad credentials' }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Env = Readonly<Record<string, string | undefined>>;

function startStep(folder: string, env: Env) {
  const run = async (
    script: 'main' | 'post',
    during?: (kill: (signal: NodeJS.Signals) => void, log: string) => void,
  ) => {
    const state = await assignments(join(folder, 'files/state'));
    const child = spawn(join(root, 'node_modules/node/bin/node'), [join(root, `action/dist/${script}.js`)], {
      env: {
        ...env,
        GITHUB_OUTPUT: join(folder, 'files/output'),
        GITHUB_STATE: join(folder, 'files/state'),
        GITHUB_STEP_SUMMARY: join(folder, 'files/summary'),
        ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
      },
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        during?.((signal) => child.kill(signal), log);
      });
    }
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
      child.once('close', (...ended) => resolve(ended));
    });
    const result: StepResult = {
      code,
      signal,
      log,
      outputs: await assignments(join(folder, 'files/output')),
      state: await assignments(join(folder, 'files/state')),
      summary: await readFile(join(folder, 'files/summary'), 'utf8'),
    };
    if (JSON.stringify(result).includes(canary))
      throw new Error(`The secret shows:\n${JSON.stringify(result)}`);
    return result;
  };
  return { main: run.bind(undefined, 'main'), post: run.bind(undefined, 'post') };
}

/** What a file with `name<<delimiter` assignments sets. */
async function assignments(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^(\S+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]),
  );
}

function sourceAction(configuration: Record<string, string>) {
  return {
    name: 'Upload',
    actionTypeId: { category: 'Source' as const, owner: 'AWS' as const, provider: 'S3', version: '1' },
    configuration: {
      S3Bucket: 'source',
      S3ObjectKey: 'app.zip',
      PollForSourceChanges: 'false',
      ...configuration,
    },
    outputArtifacts: [{ name: 'App' }],
  };
}

export const deployStage: StageDeclaration = {
  name: 'Deploy',
  actions: [
    {
      name: 'Publish',
      actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'S3', version: '1' },
      configuration: { BucketName: 'site', Extract: 'true' },
      inputArtifacts: [{ name: 'App' }],
    },
  ],
};

export const approvalStage: StageDeclaration = {
  name: 'Gate',
  actions: [
    {
      name: 'Approve',
      actionTypeId: { category: 'Approval', owner: 'AWS', provider: 'Manual', version: '1' },
    },
  ],
};
