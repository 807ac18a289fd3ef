import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  CreatePipelineCommand,
  GetPipelineCommand,
  ListPipelineExecutionsCommand,
} from '@aws-sdk/client-codepipeline';
import {
  CreateApiDestinationCommand,
  CreateConnectionCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import sns from '../../../../../local/aws/services/sns/service.ts';
import sqs from '../../../../../local/aws/services/sqs/service.ts';
import { type RealWorld, realWorld, s3Deploy, until, zipOf } from './real-world.ts';
import { pipelineOf, source } from './stage-play.ts';

const named = (name: string) =>
  pipelineOf({
    name,
    stages: [
      { name: 'Source', actions: [source] },
      { name: 'Deploy', actions: [s3Deploy('App')] },
    ],
  });

/** An HTTP endpoint that keeps what is posted to it, and the API destination that leads there. */
async function endpoint({ events }: RealWorld) {
  const posted: string[] = [];
  const server = createServer(async (request, response) => {
    posted.push(await text(request));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { ConnectionArn } = await events.send(
    new CreateConnectionCommand({
      Name: 'key',
      AuthorizationType: 'API_KEY',
      AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'x-key', ApiKeyValue: 'secret' } },
    }),
  );
  const { ApiDestinationArn } = await events.send(
    new CreateApiDestinationCommand({
      Name: 'hook',
      ConnectionArn,
      HttpMethod: 'POST',
      InvocationEndpoint: `http://127.0.0.1:${port}/hook`,
    }),
  );
  return { posted, arn: ApiDestinationArn };
}

test('what a pipeline tells reaches a queue, a topic, an HTTP endpoint and another pipeline', async () => {
  const it = await realWorld();
  const { aws, events, pipelines, s3 } = it;
  const queue = aws.use(sqs).create('inbox');
  const readers = aws.use(sqs).create('readers');
  const topics = aws.use(sns);
  const topic = topics.create('releases');
  topics.subscribe(topic, {
    protocol: 'sqs',
    endpoint: readers.arn,
    attributes: { RawMessageDelivery: 'true' },
  });
  const { posted, arn } = await endpoint(it);
  await s3.send(
    new PutObjectCommand({ Bucket: 'shop-source', Key: 'shop.zip', Body: await zipOf({ a: 'b' }) }),
  );
  await pipelines.send(new CreatePipelineCommand({ pipeline: named('next') }));
  const { metadata } = await pipelines.send(new GetPipelineCommand({ name: 'next' }));
  const pattern = { source: ['aws.codepipeline'], detail: { pipeline: ['shop'], state: ['SUCCEEDED'] } };
  await events.send(new PutRuleCommand({ Name: 'done', EventPattern: JSON.stringify(pattern) }));
  const arns = [queue.arn, topic.arn, arn, metadata?.pipelineArn];
  const { FailedEntryCount } = await events.send(
    new PutTargetsCommand({ Rule: 'done', Targets: arns.map((Arn, index) => ({ Id: `t${index}`, Arn })) }),
  );
  expect(FailedEntryCount).toBe(0);
  await pipelines.send(new CreatePipelineCommand({ pipeline: named('shop') }));

  const whole = [
    'CodePipeline Action Execution State Change',
    'CodePipeline Action Execution State Change',
    'CodePipeline Pipeline Execution State Change',
    'CodePipeline Stage Execution State Change',
    'CodePipeline Stage Execution State Change',
  ];
  const seen: Record<'queue' | 'topic', string[]> = { queue: [], topic: [] };
  const typeOf = (body: string) => JSON.parse(body)['detail-type'] as string;
  await until(async () => {
    for (const [name, from] of [
      ['queue', queue],
      ['topic', readers],
    ] as const)
      for (const { body } of await from.receive({ most: 10, wait: 0, visibility: 30 }))
        seen[name].push(typeOf(body));
    return Math.min(seen.queue.length, seen.topic.length, posted.length) >= whole.length || undefined;
  });
  expect(seen.queue.sort()).toEqual(whole);
  expect(seen.topic.sort()).toEqual(whole);
  expect(posted.map(typeOf).sort()).toEqual(whole);

  const started = await until(async () => {
    const { pipelineExecutionSummaries = [] } = await pipelines.send(
      new ListPipelineExecutionsCommand({ pipelineName: 'next' }),
    );
    const byEvent = pipelineExecutionSummaries.filter(
      (one) => one.trigger?.triggerType === 'CloudWatchEvent',
    );
    return byEvent.length === whole.length ? byEvent : undefined;
  });
  expect(started[0]?.trigger?.triggerDetail).toMatch(/:rule\/done$/);
});
