import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodeBuildClient, CreateProjectCommand } from '@aws-sdk/client-codebuild';
import {
  CodeDeployClient,
  CreateApplicationCommand,
  CreateDeploymentGroupCommand,
} from '@aws-sdk/client-codedeploy';
import { CodePipelineClient, CreatePipelineCommand } from '@aws-sdk/client-codepipeline';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { Secret } from '../shared/secrets/secret.ts';
import type { LocalAws } from './aws/server.ts';
import codedeploy from './aws/services/codedeploy/service.ts';
import { finishFirstRun, uploadFirstRelease } from './first-release.ts';
import { freePorts } from './free-ports.ts';

/** The sample application: its sources, and its place in a local AWS. */
export const sampleFolder = join(import.meta.dirname, 'sample');
export const databaseUrl = new Secret('postgres://shop:correct-horse@db.internal/shop');
export const greeting = 'Welcome to the shop';

export interface Shop {
  /** Where each of the four hosts answers. */
  readonly urls: readonly string[];
  /** EventBridge puts what happens to the pipeline here. */
  readonly queueUrl: string;
}

/** Any credentials do: the local AWS verifies none. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/**
 * Makes what the sample needs, as its team would, by AWS's own API: buckets, parameters, hosts, a pipeline that
 * has brought out the first release, and the rule that tells of what comes after.
 */
export async function provisionShop(local: LocalAws): Promise<Shop> {
  const config = { endpoint: local.endpoint, region: local.aws.region, credentials: localCredentials };
  await createBuckets(new S3Client({ ...config, forcePathStyle: true }));
  await createParameters(new SSMClient(config));
  await new CodeBuildClient(config).send(
    new CreateProjectCommand({
      name: 'shop',
      source: { type: 'CODEPIPELINE' },
      artifacts: { type: 'CODEPIPELINE' },
      environment: {
        type: 'LINUX_CONTAINER',
        image: 'aws/codebuild/standard:8.0',
        computeType: 'BUILD_GENERAL1_SMALL',
      },
      serviceRole: role(local, 'codebuild-shop'),
    }),
  );
  const urls = await createFleet(local);
  await createDeploymentGroup(new CodeDeployClient(config), local);
  await uploadFirstRelease(local);
  const definition = JSON.parse(await readFile(join(sampleFolder, 'pipeline.json'), 'utf8'));
  await new CodePipelineClient(config).send(new CreatePipelineCommand(definition));
  await finishFirstRun(local);
  const queueUrl = await createEventQueue(new SQSClient(config), new EventBridgeClient(config), local);
  return { urls, queueUrl };
}

async function createBuckets(s3: S3Client): Promise<void> {
  for (const bucket of ['shop-source', 'shop-artifacts'])
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await s3.send(
    new PutBucketVersioningCommand({ Bucket: 'shop-source', VersioningConfiguration: { Status: 'Enabled' } }),
  );
}

async function createParameters(ssm: SSMClient): Promise<void> {
  await ssm.send(new PutParameterCommand({ Name: '/shop/prod/GREETING', Type: 'String', Value: greeting }));
  await ssm.send(
    new PutParameterCommand({ Name: '/shop/prod/DB_URL', Type: 'SecureString', Value: databaseUrl.reveal() }),
  );
}

/** Four hosts, each with a port of its own that the application is to listen on. */
async function createFleet(local: LocalAws): Promise<string[]> {
  const { hosts } = local.aws.use(codedeploy);
  const ports = await freePorts(4);
  for (const port of ports)
    await hosts.add({ tags: { Name: 'shop-production' }, env: { PORT: String(port) } });
  return ports.map((port) => `http://127.0.0.1:${port}`);
}

async function createDeploymentGroup(codedeploy: CodeDeployClient, local: LocalAws): Promise<void> {
  await codedeploy.send(new CreateApplicationCommand({ applicationName: 'shop', computePlatform: 'Server' }));
  await codedeploy.send(
    new CreateDeploymentGroupCommand({
      applicationName: 'shop',
      deploymentGroupName: 'production',
      deploymentConfigName: 'CodeDeployDefault.HalfAtATime',
      ec2TagFilters: [{ Key: 'Name', Value: 'shop-production', Type: 'KEY_AND_VALUE' }],
      serviceRoleArn: role(local, 'codedeploy-shop'),
    }),
  );
}

async function createEventQueue(sqs: SQSClient, events: EventBridgeClient, local: LocalAws): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'drawbridge-events' }));
  const Arn = `arn:aws:sqs:${local.aws.region}:${local.aws.account}:drawbridge-events`;
  await events.send(
    new PutRuleCommand({
      Name: 'drawbridge',
      EventPattern: JSON.stringify({ source: ['aws.codepipeline'] }),
    }),
  );
  await events.send(new PutTargetsCommand({ Rule: 'drawbridge', Targets: [{ Id: 'queue', Arn }] }));
  return QueueUrl!;
}

function role(local: LocalAws, name: string): string {
  return `arn:aws:iam::${local.aws.account}:role/${name}`;
}
