import { ListPipelinesCommand } from '@aws-sdk/client-codepipeline';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { type AwsSettings, createAwsClients } from '../../../shared/aws/clients.ts';

interface Sent {
  readonly hostname: string;
  readonly path: string;
  readonly headers: Record<string, string>;
}

/** Settings whose requests go nowhere but into `sent`. */
function recorder(more: Partial<AwsSettings> = {}): { settings: AwsSettings; sent: Sent[] } {
  const sent: Sent[] = [];
  const requestHandler = {
    async handle(request: Sent) {
      sent.push(request);
      return { response: { statusCode: 200, headers: {}, body: undefined } };
    },
  };
  const settings = {
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    requestHandler: requestHandler as unknown as AwsSettings['requestHandler'],
    ...more,
  };
  return { settings, sent };
}

async function head(settings: AwsSettings): Promise<void> {
  const s3 = await createAwsClients(settings).s3();
  await s3.send(new HeadObjectCommand({ Bucket: 'shop', Key: 'a.zip' }));
}

test('a service has one client', async () => {
  const clients = createAwsClients(recorder().settings);
  expect(await clients.codepipeline()).toBe(await clients.codepipeline());
});

test('every service is there, in the region asked for', async () => {
  const clients = createAwsClients(recorder().settings);
  for (const make of Object.values(clients)) {
    const client: { config: { region: () => Promise<string> } } = await make();
    expect(await client.config.region()).toBe('eu-west-1');
  }
});

test('a call carries the name of the program', async () => {
  const { settings, sent } = recorder({ userAgent: 'drawbridge/1.2' });
  const client = await createAwsClients(settings).codepipeline();
  await client.send(new ListPipelinesCommand({}));
  expect(sent[0]?.headers['user-agent']).toContain('drawbridge/1.2');
  expect(sent[0]?.hostname).toBe('codepipeline.eu-west-1.amazonaws.com');
});

test('a bucket is in the host at AWS and in the path anywhere else', async () => {
  const aws = recorder();
  await head(aws.settings);
  expect(aws.sent[0]).toMatchObject({ hostname: 'shop.s3.eu-west-1.amazonaws.com', path: '/a.zip' });
  const local = recorder({ endpoint: 'http://localhost:4566' });
  await head(local.settings);
  expect(local.sent[0]).toMatchObject({ hostname: 'localhost', path: '/shop/a.zip' });
});

test('every request is counted, those that are sent again among them', async () => {
  let calls = 0;
  let answers = 0;
  const requestHandler = {
    async handle() {
      answers += 1;
      return { response: { statusCode: answers < 3 ? 500 : 200, headers: {}, body: undefined } };
    },
  };
  const { settings } = recorder({
    requestHandler: requestHandler as unknown as AwsSettings['requestHandler'],
    maxAttempts: 4,
    onCall: () => {
      calls += 1;
    },
  });
  await head(settings);
  expect(calls).toBe(3);
});
