import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreatePipelineCommand, type PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, PutBucketVersioningCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { type LocalAws, startAws } from '../../local/aws/server.ts';
import { type LocalGitHub, startGitHub } from '../../local/github/server.ts';
import { type LocalSlack, startSlack } from '../../local/slack/server.ts';
import { type AwsClients, createAwsClients } from '../../shared/aws/clients.ts';
import { createPipelines } from '../../shared/aws/pipelines.ts';
import type { Pipelines } from '../../shared/aws/ports.ts';

const region = 'us-east-1';
const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'test' };
export const channel = 'C0DEPLOYS';
export const maya = 'U0MAYA';
/** Where the code is; Maya's pull request there is the first. */
export const repository = 'acme/shop';

/** An AWS, a Slack and a GitHub for a bot that is started, stopped and maltreated by a test. */
export interface World {
  readonly aws: LocalAws;
  readonly clients: AwsClients;
  readonly slack: LocalSlack;
  readonly github: LocalGitHub;
  readonly pipelines: Pipelines;
  readonly folder: string;
  /** Where the bot takes Slack's requests: set by whoever starts it. */
  requestUrl: string | undefined;
  /** Where it takes GitHub's. */
  webhookUrl: string | undefined;
  /** A PostgreSQL to keep what the bot stores, in place of its file. */
  databaseUrl: string | undefined;
  /** Where answers to commands go: Slack itself, unless something stands between. */
  slackOrigin: string;
  /** The environment for a bot that reaches AWS, Slack and GitHub at these addresses. */
  environment(at?: { aws?: string; slack?: string; github?: string }): Record<string, string>;
  close(): Promise<void>;
}

const type = (category: 'Source' | 'Approval' | 'Deploy', provider: string) => ({
  actionTypeId: { category, owner: 'AWS' as const, provider, version: '1' },
});

/** Source from S3, an approval, and a deployment into a bucket: all that a conversation with the bot needs. */
function declaration(name: string): PipelineDeclaration {
  return {
    name,
    pipelineType: 'V2',
    executionMode: 'QUEUED',
    roleArn: `arn:aws:iam::123456789012:role/${name}`,
    artifactStore: { type: 'S3', location: 'artifacts' },
    stages: [
      {
        name: 'Source',
        actions: [
          {
            name: 'Bundle',
            ...type('Source', 'S3'),
            configuration: { S3Bucket: 'source', S3ObjectKey: 'app.zip', PollForSourceChanges: 'false' },
            outputArtifacts: [{ name: 'App' }],
          },
        ],
      },
      { name: 'Approve', actions: [{ name: 'Gate', ...type('Approval', 'Manual') }] },
      {
        name: 'Deploy',
        actions: [
          {
            name: 'Site',
            ...type('Deploy', 'S3'),
            configuration: { BucketName: 'site', Extract: 'true' },
            inputArtifacts: [{ name: 'App' }],
          },
        ],
      },
    ],
  };
}

// A zip without entries is its end record alone: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
const emptyZip = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);

/** Makes a world with these pipelines; Maya may do everything with each. */
export async function createWorld(names: readonly string[]): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-harness-'));
  const aws = await startAws({ region });
  const clients = createAwsClients({ region, endpoint: aws.endpoint, credentials });
  const queueUrl = await createQueue(aws, clients);
  await createPipelinesIn(clients, names);
  const world: World = {
    aws,
    clients,
    folder,
    pipelines: createPipelines(clients, region),
    slack: await startSlack({
      users: [{ id: maya, name: 'maya' }],
      channels: [{ id: channel, name: 'deploys' }],
      requestUrl: () => world.requestUrl,
    }),
    github: await createGitHub(folder, () => world.webhookUrl),
    requestUrl: undefined,
    webhookUrl: undefined,
    databaseUrl: undefined,
    slackOrigin: '',
    environment: (at = {}) => ({
      PORT: '0',
      LOG_LEVEL: 'info',
      AWS_REGION: region,
      AWS_ENDPOINT_URL: at.aws ?? aws.endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      DRAWBRIDGE_SQS_QUEUE_URL: queueUrl.replace(aws.endpoint, at.aws ?? aws.endpoint),
      DRAWBRIDGE_POLICY: join(folder, 'drawbridge.yml'),
      DRAWBRIDGE_DATA: join(folder, 'drawbridge.sqlite'),
      ...(world.databaseUrl && { DATABASE_URL: world.databaseUrl }),
      SLACK_API_URL: world.slack.apiUrl.replace(new URL(world.slack.apiUrl).origin, at.slack ?? '$&'),
      SLACK_BOT_TOKEN: world.slack.botToken.reveal(),
      SLACK_SIGNING_SECRET: world.slack.signingSecret.reveal(),
      ...(at.github && {
        GITHUB_APP_ID: String(world.github.appId),
        GITHUB_PRIVATE_KEY: world.github.privateKey.reveal(),
        GITHUB_WEBHOOK_SECRET: world.github.webhookSecret.reveal(),
        GITHUB_API_URL: world.github.apiUrl.replace(new URL(world.github.apiUrl).origin, at.github),
      }),
    }),
    async close() {
      await world.slack.close();
      await world.github.close();
      await aws.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  world.slackOrigin = new URL(world.slack.apiUrl).origin;
  await writeFile(join(folder, 'drawbridge.yml'), policyFor(names));
  return world;
}

function policyFor(names: readonly string[]): string {
  const allow = ['see', 'start', 'approve', 'rollback', 'retry', 'stop'].map(
    (verb) => `${verb}: { slack: [${maya}], github: { users: [maya] } }`,
  );
  const where = `slack: { channel: ${channel} }, github: { repository: ${repository} }`;
  const pipelines = names.map((name) => `  ${name}: { ${where}, allow: { ${allow.join(', ')} } }`);
  return `pipelines:\n${pipelines.join('\n')}\npeople:\n  - { slack: ${maya}, github: maya, name: Maya }\n`;
}

async function createGitHub(folder: string, webhookUrl: () => string | undefined): Promise<LocalGitHub> {
  const root = join(folder, 'repositories');
  await mkdir(root);
  const github = await startGitHub({ root, webhookUrl });
  const { git } = await github.forge.createRepository(repository, { maya: 'write' });
  const author = { name: 'Maya', email: 'maya@acme.example' };
  for (const [branch, message] of [
    ['main', 'The shop'],
    ['door', 'Fix the door'],
  ] as const) {
    await git.commit(branch, { message, author, edit: (at) => writeFile(join(at, branch), message) });
  }
  await github.forge.openPull({
    repository,
    title: 'Fix the door',
    author: 'maya',
    head: 'door',
    base: 'main',
  });
  return github;
}

async function createQueue({ aws, endpoint }: LocalAws, clients: AwsClients): Promise<string> {
  // What a bot had taken when it was killed comes again after two seconds, not thirty.
  const { QueueUrl = '' } = await (await clients.sqs()).send(
    new CreateQueueCommand({ QueueName: 'events', Attributes: { VisibilityTimeout: '2' } }),
  );
  const events = new EventBridgeClient({ region, endpoint, credentials });
  const EventPattern = JSON.stringify({ source: ['aws.codepipeline'] });
  await events.send(new PutRuleCommand({ Name: 'events', EventPattern }));
  const Arn = `arn:aws:sqs:${region}:${aws.account}:events`;
  await events.send(new PutTargetsCommand({ Rule: 'events', Targets: [{ Id: 'queue', Arn }] }));
  return QueueUrl;
}

async function createPipelinesIn(clients: AwsClients, names: readonly string[]): Promise<void> {
  const s3 = await clients.s3();
  for (const Bucket of ['artifacts', 'source', 'site']) await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(
    new PutBucketVersioningCommand({ Bucket: 'source', VersioningConfiguration: { Status: 'Enabled' } }),
  );
  await s3.send(new PutObjectCommand({ Bucket: 'source', Key: 'app.zip', Body: emptyZip }));
  const codepipeline = await clients.codepipeline();
  for (const name of names)
    await codepipeline.send(new CreatePipelineCommand({ pipeline: declaration(name) }));
}
