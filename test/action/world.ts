import { execFile, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { CodeBuildClient, CreateProjectCommand } from '@aws-sdk/client-codebuild';
import {
  CodeDeployClient,
  CreateApplicationCommand,
  CreateDeploymentGroupCommand,
} from '@aws-sdk/client-codedeploy';
import {
  type ActionDeclaration,
  CodePipelineClient,
  CreatePipelineCommand,
  GetPipelineExecutionCommand,
  ListPipelineExecutionsCommand,
  PutApprovalResultCommand,
  type StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import type { Input } from '../../action/input.ts';
import { inputs } from '../../action/inputs.ts';
import { startAws } from '../../local/aws/server.ts';
import codedeployService from '../../local/aws/services/codedeploy/service.ts';
import { startGitHub } from '../../local/github/server.ts';
import { createAwsClients } from '../../shared/aws/clients.ts';
import { createPipelines } from '../../shared/aws/pipelines.ts';
import { folderOf } from '../shared/artifact/folder.ts';

const root = join(import.meta.dirname, '../..');

const repository = 'acme/shop';
const role = 'arn:aws:iam::123456789012:role';

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

  const github = await startGitHub({ root: await folderOf({}) });
  onTestFinished(() => github.close());
  const token = github.workflowToken.reveal();
  const { git } = await github.forge.createRepository(repository, { ada: 'write' });
  /** A commit on a branch with its pull request, as merged to main. */
  const change = async (files: Record<string, string>) => {
    const branch = `fix-${github.forge.pulls.length + 1}`;
    const main = await git.resolve('main');
    if (main) await git.move(branch, main);
    const { sha } = await git.commit(branch, {
      message: 'Fix the door\n\nMore',
      author: { name: 'Ada', email: 'ada@example.com' },
      edit: async (folder) => {
        for (const [name, content] of Object.entries({ ...files, branch })) {
          await mkdir(dirname(join(folder, name)), { recursive: true });
          await writeFile(join(folder, name), content);
        }
      },
    });
    const pull = { repository, title: 'Fix the door', author: 'ada', head: branch, base: 'main' };
    const { number } = await github.forge.mergePull(await github.forge.openPull(pull));
    return { sha, number };
  };
  const { sha } = await change({ 'README.md': 'The shop' });

  return {
    s3,
    pipelines,
    bucket,
    local,
    client,
    github,
    git,
    change,
    sha,

    /** A pipeline with an S3 source and these stages after it. */
    async pipeline(
      name: string,
      stages: StageDeclaration[],
      source: Record<string, string> = {},
      otherSources: ActionDeclaration[] = [],
    ) {
      await this.pipelineOf(name, [sourceAction(source), ...otherSources], stages);
    },

    /** A pipeline with these source actions and stages. */
    async pipelineOf(name: string, sources: ActionDeclaration[], stages: StageDeclaration[]) {
      const pipeline = {
        name,
        pipelineType: 'V2' as const,
        roleArn: `${role}/pipeline`,
        artifactStore: { type: 'S3' as const, location: 'store' },
        stages: [{ name: 'Source', actions: sources }, ...stages],
      };
      await pipelines.send(new CreatePipelineCommand({ pipeline }));
    },

    /** A folder with a commit checked out, as actions/checkout leaves it. */
    async checkout(commit: string, { depth = 0 } = {}): Promise<string> {
      const folder = await folderOf({});
      if (depth === 0) await git.checkout(commit, folder);
      else {
        const from = pathToFileURL(git.folder).href;
        await promisify(execFile)('git', ['clone', '--quiet', `--depth=${depth}`, from, folder]);
      }
      return folder;
    },

    /** Those that were asked for: creating a pipeline starts a run, too. */
    async runs(pipelineName: string) {
      const answer = await pipelines.send(new ListPipelineExecutionsCommand({ pipelineName }));
      const runs = answer.pipelineExecutionSummaries ?? [];
      return runs.filter(({ trigger }) => trigger?.triggerType !== 'CreatePipeline');
    },

    /** A CodeBuild project of the same name for each action, and the stage that they run in side by side. */
    async buildStage(...projects: string[]): Promise<StageDeclaration> {
      const codebuild = new CodeBuildClient(client);
      onTestFinished(() => codebuild.destroy());
      for (const name of projects) {
        const environment = {
          type: 'LINUX_CONTAINER',
          image: 'x',
          computeType: 'BUILD_GENERAL1_SMALL',
        } as const;
        const artifacts = { type: 'CODEPIPELINE' } as const;
        const source = { type: 'CODEPIPELINE', buildspec: `${name}.yml` } as const;
        await codebuild.send(
          new CreateProjectCommand({ name, source, artifacts, environment, serviceRole: `${role}/build` }),
        );
      }
      return { name: 'Build', actions: projects.map(buildAction) };
    },

    /** A CodeDeploy group with two hosts, and the stage that deploys to it. */
    async fleetStage(): Promise<StageDeclaration> {
      const { hosts } = local.aws.use(codedeployService);
      for (const id of [1, 2]) await hosts.add({ tags: { Name: 'shop' }, env: { HOST: String(id) } });
      const codedeploy = new CodeDeployClient(client);
      onTestFinished(() => codedeploy.destroy());
      const [applicationName, deploymentGroupName] = ['shop', 'production'];
      await codedeploy.send(new CreateApplicationCommand({ applicationName, computePlatform: 'Server' }));
      await codedeploy.send(
        new CreateDeploymentGroupCommand({
          applicationName,
          deploymentGroupName,
          deploymentConfigName: 'CodeDeployDefault.OneAtATime',
          ec2TagFilters: [{ Key: 'Name', Value: 'shop', Type: 'KEY_AND_VALUE' }],
          serviceRoleArn: `${role}/deploy`,
        }),
      );
      return {
        name: 'Deploy',
        actions: [
          {
            name: 'Release',
            actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'CodeDeploy', version: '1' },
            configuration: { ApplicationName: applicationName, DeploymentGroupName: deploymentGroupName },
            inputArtifacts: [{ name: 'App' }],
          },
        ],
      };
    },

    /** Approves what this very run waits for. */
    async approve(pipeline: string, id: string) {
      const asked = await createPipelines(createAwsClients(client), client.region).pendingApproval(
        pipeline,
        id,
      );
      const { stage: stageName, action: actionName, token } = asked!;
      const result = { status: 'Approved' as const, summary: 'by a test' };
      const answer = { pipelineName: pipeline, stageName, actionName, token: token.reveal(), result };
      await pipelines.send(new PutApprovalResultCommand(answer));
    },

    async status(pipelineName: string, pipelineExecutionId: string) {
      const command = new GetPipelineExecutionCommand({ pipelineName, pipelineExecutionId });
      return (await pipelines.send(command)).pipelineExecution?.status;
    },

    /** The environment of a step, with its files in a folder of their own. */
    async step(workspace: Parameters<typeof folderOf>[0], given: Record<string, string>, env: Env = {}) {
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
        GITHUB_API_URL: github.apiUrl,
        GITHUB_REPOSITORY: repository,
        GITHUB_SHA: sha,
        GITHUB_REF: 'refs/heads/main',
        GITHUB_ACTOR: 'ada',
        GITHUB_RUN_ID: '77',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_JOB: 'deploy',
        GITHUB_ACTION: '__acme_drawbridge',
        GITHUB_WORKSPACE: place,
        GITHUB_EVENT_PATH: join(folder, 'event.json'),
        RUNNER_TEMP: join(folder, 'temp'),
        ...inputVariables(given, token),
        ...env,
      });
    },
  };
}

/** The runner gives every input, with its default where the workflow does not. */
function inputVariables(given: Readonly<Record<string, string>>, token: string): Record<string, string> {
  const defaults = Object.entries(inputs).map(([name, input]: [string, Input<unknown>]) => [
    name,
    input.default === '${{ github.token }}' ? token : input.default,
  ]);
  const all: Record<string, string> = { ...Object.fromEntries(defaults), comment: 'never', ...given };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

type Env = Readonly<Record<string, string | undefined>>;

function startStep(folder: string, env: Env) {
  let kill: (signal: NodeJS.Signals) => void = () => {};
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
    kill = (signal) => void child.kill(signal);
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        during?.(kill, log);
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
    const written = JSON.stringify(result);
    if ([canary, env['INPUT_GITHUB-TOKEN'] || canary].some((secret) => written.includes(secret)))
      throw new Error(`A secret shows:\n${written}`);
    return result;
  };
  return {
    main: run.bind(undefined, 'main'),
    post: run.bind(undefined, 'post'),
    /** Sends a signal to the process that runs now. */
    kill: (signal: NodeJS.Signals) => kill(signal),
  };
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

function buildAction(name: string): ActionDeclaration {
  return {
    name,
    actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' },
    configuration: { ProjectName: name },
    inputArtifacts: [{ name: 'App' }],
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
