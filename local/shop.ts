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
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { Secret } from '../shared/secrets/secret.ts';
import type { LocalAws } from './aws/server.ts';
import codedeploy from './aws/services/codedeploy/service.ts';
import { isActive, lastGood } from './aws/services/codedeploy/state.ts';
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
 * has brought out the first release, and the rule that tells of what comes after. What is there already, because
 * an earlier server kept it, stays as it is.
 */
export async function provisionShop(local: LocalAws): Promise<Shop> {
  const config = { endpoint: local.endpoint, region: local.aws.region, credentials: localCredentials };
  await createBuckets(new S3Client({ ...config, forcePathStyle: true }));
  await createParameters(new SSMClient(config));
  await createProject(new CodeBuildClient(config), local);
  const urls = await createFleet(local);
  await createDeploymentGroup(new CodeDeployClient(config), local);
  if (!(await deployAgain(local))) {
    await uploadFirstRelease(local);
    await startFirstRun(new CodePipelineClient(config));
    await finishFirstRun(local);
  }
  const queueUrl = await createEventQueue(new SQSClient(config), new EventBridgeClient(config), local);
  return { urls, queueUrl };
}

/** False where it is there already, which is what the error of that name says. */
async function create(made: Promise<unknown>, already: string): Promise<boolean> {
  try {
    await made;
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === already) return false;
    throw error;
  }
}

async function createBuckets(s3: S3Client): Promise<void> {
  for (const bucket of ['shop-source', 'shop-artifacts'])
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await s3.send(
    new PutBucketVersioningCommand({ Bucket: 'shop-source', VersioningConfiguration: { Status: 'Enabled' } }),
  );
}

async function createParameters(ssm: SSMClient): Promise<void> {
  const parameters = [
    { Name: '/shop/prod/GREETING', Type: 'String', Value: greeting },
    { Name: '/shop/prod/DB_URL', Type: 'SecureString', Value: databaseUrl.reveal() },
  ] as const;
  for (const parameter of parameters)
    await create(ssm.send(new PutParameterCommand(parameter)), 'ParameterAlreadyExists');
}

async function createProject(codebuild: CodeBuildClient, local: LocalAws): Promise<void> {
  const project = new CreateProjectCommand({
    name: 'shop',
    source: { type: 'CODEPIPELINE' },
    artifacts: { type: 'CODEPIPELINE' },
    environment: {
      type: 'LINUX_CONTAINER',
      image: 'aws/codebuild/standard:8.0',
      computeType: 'BUILD_GENERAL1_SMALL',
    },
    serviceRole: role(local, 'codebuild-shop'),
  });
  await create(codebuild.send(project), 'ResourceAlreadyExistsException');
}

/** Four hosts, each with a port of its own that the application is to listen on. */
async function createFleet(local: LocalAws): Promise<string[]> {
  const { hosts } = local.aws.use(codedeploy);
  const fleet = () => hosts.list().filter(({ tags }) => tags.Name === 'shop-production');
  const ports = await freePorts(Math.max(0, 4 - fleet().length));
  for (const port of ports)
    await hosts.add({ tags: { Name: 'shop-production' }, env: { PORT: String(port) } });
  return fleet().map(({ port }) => `http://127.0.0.1:${port}`);
}

async function createDeploymentGroup(client: CodeDeployClient, local: LocalAws): Promise<void> {
  const application = new CreateApplicationCommand({ applicationName: 'shop', computePlatform: 'Server' });
  await create(client.send(application), 'ApplicationAlreadyExistsException');
  const group = new CreateDeploymentGroupCommand({
    applicationName: 'shop',
    deploymentGroupName: 'production',
    deploymentConfigName: 'CodeDeployDefault.HalfAtATime',
    ec2TagFilters: [{ Key: 'Name', Value: 'shop-production', Type: 'KEY_AND_VALUE' }],
    serviceRoleArn: role(local, 'codedeploy-shop'),
  });
  await create(client.send(group), 'DeploymentGroupAlreadyExistsException');
}

/** Hosts that come back run nothing: the last good release is brought out again. False where there is none. */
async function deployAgain(local: LocalAws): Promise<boolean> {
  const state = local.aws.use(codedeploy);
  const group = state.applications.get('shop')!.groups.get('production')!;
  const good = lastGood(state, group);
  if (!good) return false;
  const running = [...state.deployments.values()].find((one) => one.group === group && isActive(one));
  const { finished } =
    running ??
    state.createDeployment({
      applicationName: 'shop',
      deploymentGroupName: 'production',
      revision: good.revision,
      description: `The hosts were started again: the release of ${good.id}`,
    });
  const { status, errorInformation } = await finished;
  if (status !== 'Succeeded')
    local.aws.log(`The hosts of the shop do not run its last release: ${errorInformation?.message}`);
  return true;
}

async function startFirstRun(codepipeline: CodePipelineClient): Promise<void> {
  const definition = JSON.parse(await readFile(join(sampleFolder, 'pipeline.json'), 'utf8'));
  const pipeline = new CreatePipelineCommand(definition);
  // A new pipeline starts by itself; one that is there was interrupted before it had brought anything out.
  if (!(await create(codepipeline.send(pipeline), 'PipelineNameInUseException')))
    await codepipeline.send(new StartPipelineExecutionCommand({ name: 'shop' }));
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
