import { CreatePipelineCommand, type PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { CreateBucketCommand, PutBucketVersioningCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test, vi } from 'vitest';
import { reconcile } from '../../bot/reconcile.ts';
import { startAws } from '../../local/aws/server.ts';
import { createAwsClients } from '../../shared/aws/clients.ts';
import { createPipelines } from '../../shared/aws/pipelines.ts';
import { createStages } from '../../shared/aws/stages.ts';
import { createReasonFinder } from '../../shared/providers/find.ts';
import { conversation } from './conversation.ts';

const region = 'us-east-1';
const patience = { timeout: 10_000, interval: 50 };
const type = (category: 'Source' | 'Approval' | 'Deploy', provider: string) => ({
  actionTypeId: { category, owner: 'AWS' as const, provider, version: '1' },
});

const shop: PipelineDeclaration = {
  name: 'shop',
  pipelineType: 'V2',
  roleArn: 'arn:aws:iam::123456789012:role/shop',
  artifactStore: { type: 'S3', location: 'artifacts' },
  stages: [
    {
      name: 'Source',
      actions: [
        {
          name: 'Bundle',
          ...type('Source', 'S3'),
          configuration: { S3Bucket: 'source', S3ObjectKey: 'shop.zip', PollForSourceChanges: 'false' },
          outputArtifacts: [{ name: 'App' }],
        },
      ],
    },
    {
      name: 'Approve',
      actions: [
        { name: 'Gate', ...type('Approval', 'Manual'), configuration: { CustomData: 'Is it tested?' } },
      ],
    },
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

// A zip without entries is its end record alone: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
const emptyZip = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);

/** The bot against a CodePipeline that runs, hearing its events as they are emitted. */
async function running(policy?: string) {
  const local = await startAws({ region });
  const clients = createAwsClients({
    region,
    endpoint: local.endpoint,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
  });
  const pipelines = createPipelines(clients, region);
  const stages = createStages(clients, region);
  const aws = { pipelines, stages, reasonOf: createReasonFinder(clients) };
  const talk = await conversation(policy === undefined ? { aws } : { aws, policy });
  let heard = Promise.resolve();
  local.aws.onEvent((event) => {
    heard = heard.then(() => talk.event(event));
  });
  const s3 = await clients.s3();
  for (const Bucket of ['artifacts', 'source', 'site']) await s3.send(new CreateBucketCommand({ Bucket }));
  const versioned = { Bucket: 'source', VersioningConfiguration: { Status: 'Enabled' as const } };
  await s3.send(new PutBucketVersioningCommand(versioned));
  const codepipeline = await clients.codepipeline();

  return {
    talk,
    pipelines,
    /** Puts a commit into the bucket and starts a run of it. */
    async push(message: string, Body: Buffer) {
      const commit = Buffer.from(message).toString('hex').padEnd(40, '0').slice(0, 40);
      const Metadata = {
        'codepipeline-artifact-revision-summary': `acme/shop@${commit.slice(0, 12)} by bob: ${message}`,
      };
      const { VersionId: value = '' } = await s3.send(
        new PutObjectCommand({ Bucket: 'source', Key: 'shop.zip', Body, Metadata }),
      );
      return pipelines.start({
        pipeline: 'shop',
        sourceRevisions: [{ action: 'Bundle', type: 'S3_OBJECT_VERSION_ID', value }],
      });
    },
    create: () => codepipeline.send(new CreatePipelineCommand({ pipeline: shop })),
    async settled(id: string, status: string) {
      await vi.waitFor(async () => {
        await heard;
        expect((await talk.store.run('shop', id))?.status).toBe(status);
      }, patience);
      await heard;
    },
    async waits(id: string) {
      await vi.waitFor(
        async () => expect(await pipelines.pendingApproval('shop', id)).toBeDefined(),
        patience,
      );
      await heard;
    },
    async [Symbol.asyncDispose]() {
      await heard;
      await talk[Symbol.asyncDispose]();
      await local.close();
    },
  };
}

test('a run is approved in Slack, the next one fails, and a comment on a pull request rolls it back', async () => {
  await using world = await running();
  const { talk } = world;
  const said = () => talk.slack.heard.map(({ text }) => text).join('\n');
  // AWS starts a run of what it creates; there is no source yet, so it fails.
  await world.create();

  const good = await world.push('Paint the door', emptyZip);
  await world.waits(good);
  await vi.waitFor(() => expect(said()).toMatch(/Paint the door[\s\S]*Is it tested\?/), patience);
  await talk.inSlack('U0EVE', 'approve');
  expect(await world.pipelines.pendingApproval('shop', good)).toBeDefined();
  await talk.inSlack('U0ADA', 'approve Looks fine');
  await world.settled(good, 'Succeeded');
  const [again] = await talk.inSlack('U0ADA', `approve ${good}`);
  expect(again).toContain('Approve/Gate of shop is approved already: “Approved by Ada in Slack: Looks fine');

  const bad = await world.push('Break the door', Buffer.from('no zip'));
  await world.waits(bad);
  await talk.onGitHub('ada', 'approve');
  await world.settled(bad, 'Failed');
  expect(said()).toContain('shop: Deploy/Site failed');

  const before = await world.pipelines.recent('shop', { limit: 10 });
  const heard = await talk.onGitHub('ada', 'rollback', { number: 9 });
  expect(heard.at(-1)).toContain('“Break the door” by bob goes out');
  expect(heard.at(-1)).toContain('“Paint the door” by bob of just now returns');
  const after = await world.pipelines.recent('shop', { limit: 10 });
  expect(after).toHaveLength(before.length + 1);
  expect(after[0]).toMatchObject({ kind: 'ROLLBACK', rollbackOf: good });
  await world.settled(after[0]!.id, 'Succeeded');
});

test('who started a run by AWS itself does not approve it, and AWS says who that was', async () => {
  const policy = (people: string) => `
pipelines:
  shop:
    slack: { channel: C0DEPLOYS }
    allow: { approve: { slack: [U0ADA, U0BOB] } }
    approvals: [{ not: [starter] }]
people: ${people}
`;
  await using stranger = await running(policy('[]'));
  await stranger.create();
  const first = await stranger.push('Paint the door', emptyZip);
  await stranger.waits(first);
  const { startedBy = '' } = await stranger.pipelines.run('shop', first);
  expect(startedBy).toMatch(/^arn:aws:/);
  const [refused] = await stranger.talk.inSlack('U0ADA', 'approve');
  expect(refused).toContain('the policy does not say whose AWS identity started this one');

  const known = `[{ slack: U0ADA, aws: ["${startedBy}"] }, { slack: U0BOB }]`;
  await using world = await running(policy(known));
  await world.create();
  const run = await world.push('Paint the door', emptyZip);
  await world.waits(run);
  expect((await world.talk.inSlack('U0ADA', 'approve'))[0]).toContain('You started this run');
  await world.talk.inSlack('U0BOB', 'approve');
  await world.settled(run, 'Succeeded');
});

test('a run that AWS sends no events of says whether another run or a closed way holds it up', async () => {
  await using world = await running();
  const { talk } = world;
  await world.create();
  const first = await world.push('Paint the door', emptyZip);
  await world.waits(first);
  const second = await world.push('Oil the door', emptyZip);
  const status = async (id: string) => (await talk.inSlack('U0ADA', `status shop ${id}`))[0];
  const busy = `Approve is busy with run ${first.slice(0, 8)}.`;
  await vi.waitFor(async () => expect(await status(second)).toContain(busy), patience);

  await talk.inSlack('U0ADA', 'pause shop Deploy Stocktaking');
  await talk.inSlack('U0ADA', `approve shop ${first}`);
  const closed = /Deploy lets no run in since \d{4}-\d\d-\d\d \d\d:\d\d UTC: Ada- Stocktaking/;
  await vi.waitFor(async () => expect(await status(first)).toMatch(closed), patience);
  const message = () => talk.slack.heard.find(({ text }) => text.includes('Paint the door'))?.text;
  expect(message()).not.toMatch(closed);
  await reconcile(talk.ports, { silence: 0 });
  await talk.settled();
  expect(message()).toMatch(closed);

  await talk.inSlack('U0ADA', 'resume shop Deploy All counted');
  await world.settled(first, 'Succeeded');
  expect(message()).toContain('shop: succeeded');
});
