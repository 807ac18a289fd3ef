import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodeBuildClient, CreateProjectCommand } from '@aws-sdk/client-codebuild';
import {
  CodeDeployClient,
  CreateApplicationCommand,
  CreateDeploymentGroupCommand,
} from '@aws-sdk/client-codedeploy';
import {
  CodePipelineClient,
  CreatePipelineCommand,
  type PipelineDeclaration,
} from '@aws-sdk/client-codepipeline';
import {
  CreateBucketCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { startAws } from '../../../local/aws/server.ts';
import codedeploy from '../../../local/aws/services/codedeploy/service.ts';
import { listTree } from '../../../shared/artifact/tree.ts';
import { writeZip } from '../../../shared/artifact/zip.ts';
import { createAwsClients } from '../../../shared/aws/clients.ts';
import { createPipelines } from '../../../shared/aws/pipelines.ts';
import { type Clock, systemClock } from '../../../shared/clock.ts';
import { changeToMetadata } from '../../../shared/run/change.ts';
import type { Change, Run } from '../../../shared/run/model.ts';
import { watchRun } from '../../../shared/run/watch.ts';
import { folderOf } from '../artifact/folder.ts';

/** Waits a twentieth of what it is told. */
const hasty: Clock = { now: systemClock.now, after: (ms, run) => systemClock.after(ms / 20, run) };

const role = 'arn:aws:iam::123456789012:role/shop';
const type = (category: 'Source' | 'Build' | 'Approval' | 'Deploy', provider: string) => ({
  category,
  provider,
  owner: 'AWS' as const,
  version: '1',
});

const definition: PipelineDeclaration = {
  name: 'shop',
  pipelineType: 'V2',
  executionMode: 'QUEUED',
  roleArn: role,
  artifactStore: { type: 'S3', location: 'shop-artifacts' },
  stages: [
    {
      name: 'Source',
      actions: [
        {
          name: 'Bundle',
          actionTypeId: type('Source', 'S3'),
          configuration: { S3Bucket: 'shop-source', S3ObjectKey: 'shop.zip', PollForSourceChanges: 'false' },
          outputArtifacts: [{ name: 'Source' }],
        },
      ],
    },
    {
      name: 'Build',
      actions: [
        {
          name: 'Compile',
          actionTypeId: type('Build', 'CodeBuild'),
          configuration: { ProjectName: 'shop' },
          inputArtifacts: [{ name: 'Source' }],
          outputArtifacts: [{ name: 'Release' }],
          namespace: 'Build',
        },
      ],
    },
    {
      name: 'Gate',
      actions: [
        {
          name: 'Approve',
          actionTypeId: type('Approval', 'Manual'),
          configuration: { CustomData: 'Release #{Build.NAME}?' },
        },
      ],
    },
    {
      name: 'Deploy',
      actions: [
        {
          name: 'Release',
          actionTypeId: type('Deploy', 'CodeDeploy'),
          configuration: { ApplicationName: 'shop', DeploymentGroupName: 'production' },
          inputArtifacts: [{ name: 'Release' }],
        },
      ],
    },
  ],
};

const sources = {
  'buildspec.yml': `version: 0.2
env:
  exported-variables: [NAME]
phases:
  build:
    commands:
      - export NAME=spring
      - sh build.sh
artifacts:
  files: ['**/*']
`,
  'appspec.yml': `version: 0.0
os: linux
files:
  - source: /
    destination: /opt/shop
file_exists_behavior: OVERWRITE
hooks:
  ValidateService:
    - location: check.sh
      timeout: 20
`,
};

/** A local AWS with a pipeline that builds, waits for an approval and deploys to one host. */
export async function openShop() {
  const local = await startAws({ log: () => {} });
  onTestFinished(() => local.close());
  const config = {
    endpoint: local.endpoint,
    region: local.aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  for (const Bucket of ['shop-source', 'shop-artifacts']) await s3.send(new CreateBucketCommand({ Bucket }));
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await s3.send(new PutBucketVersioningCommand({ Bucket: 'shop-source', VersioningConfiguration }));
  await new CodeBuildClient(config).send(
    new CreateProjectCommand({
      name: 'shop',
      source: { type: 'CODEPIPELINE' },
      artifacts: { type: 'CODEPIPELINE' },
      environment: { type: 'LINUX_CONTAINER', image: 'standard:8.0', computeType: 'BUILD_GENERAL1_SMALL' },
      serviceRole: role,
    }),
  );
  await local.aws.use(codedeploy).hosts.add({ tags: { Name: 'shop' }, env: {} });
  const deployments = new CodeDeployClient(config);
  await deployments.send(
    new CreateApplicationCommand({ applicationName: 'shop', computePlatform: 'Server' }),
  );
  await deployments.send(
    new CreateDeploymentGroupCommand({
      applicationName: 'shop',
      deploymentGroupName: 'production',
      ec2TagFilters: [{ Key: 'Name', Value: 'shop', Type: 'KEY_AND_VALUE' }],
      serviceRoleArn: role,
    }),
  );
  await new CodePipelineClient(config).send(new CreatePipelineCommand({ pipeline: definition }));

  const clients = createAwsClients(config);
  const pipelines = createPipelines(clients, config.region);

  /** Uploads a version whose build and check are these scripts, as the Action does, and starts a run on it. */
  async function push(change: Change, scripts: { build?: string; check?: string } = {}): Promise<string> {
    const { build = 'exit 0', check = 'exit 0' } = scripts;
    const folder = await folderOf({
      ...sources,
      'build.sh': build,
      'check.sh': { text: `#!/bin/sh\n${check}`, mode: 0o755 },
    });
    const zip = join(await folderOf({}), 'shop.zip');
    await writeZip(listTree(folder), zip);
    const { VersionId } = await s3.send(
      new PutObjectCommand({
        Bucket: 'shop-source',
        Key: 'shop.zip',
        Body: await readFile(zip),
        Metadata: changeToMetadata(change),
      }),
    );
    return pipelines.start({
      pipeline: 'shop',
      sourceRevisions: [{ action: 'Bundle', type: 'S3_OBJECT_VERSION_ID', value: VersionId! }],
    });
  }

  /** The run when it has ended, or waits for an approval. */
  async function follow(id: string, until: 'end' | 'approval' = 'approval'): Promise<Run> {
    let last: Run | undefined;
    const options = { reader: pipelines, pipeline: 'shop', id, clock: hasty, until };
    for await (const run of watchRun({ ...options, budget: { waitFor: () => 0 } })) last = run;
    return last!;
  }

  async function approve(id: string): Promise<void> {
    const approval = await pipelines.pendingApproval('shop', id);
    await pipelines.approve({ approval: approval!, status: 'Approved', summary: 'by a test' });
  }

  return { local, config, clients, pipelines, push, follow, approve };
}
