import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
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
import { startAws } from '../../local/aws/server.ts';
import codedeployService from '../../local/aws/services/codedeploy/service.ts';
import { startGitHub } from '../../local/github/server.ts';
import { createAwsClients } from '../../shared/aws/clients.ts';
import { createPipelines } from '../../shared/aws/pipelines.ts';
import { folderOf } from '../shared/artifact/folder.ts';
import { buildAction, sourceAction } from './source-and-build.ts';
import { type Env, startStep } from './step.ts';

const repository = 'acme/shop';
const role = 'arn:aws:iam::123456789012:role';

/** Searched for in everything that the Action writes. */
const canary = 'canaryCANARYcanaryCANARYcanaryCANARYcanary';

export type World = Awaited<ReturnType<typeof actionWorld>>;

/** A local AWS with a versioned bucket, and the built Action, run in it as a runner would. */
export async function actionWorld({ isCompared = true } = {}) {
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
  const canaries = new Set([canary, token]);

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

    /** Secrets that may show nowhere but where they are asked for. */
    canaries,

    /** The environment of a step, with its files in a folder of their own. */
    async step(workspace: Parameters<typeof folderOf>[0], given: Record<string, string>, env: Env = {}) {
      return startStep({
        workspace: await folderOf(workspace),
        given,
        token,
        canaries,
        isCompared,
        env: {
          AWS_ENDPOINT_URL: local.endpoint,
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
          AWS_REGION: 'us-east-1',
          GITHUB_API_URL: github.apiUrl,
          GITHUB_REPOSITORY: repository,
          GITHUB_SHA: sha,
          ...env,
        },
      });
    },
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
