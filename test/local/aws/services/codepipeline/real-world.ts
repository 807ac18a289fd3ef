import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodeBuildClient } from '@aws-sdk/client-codebuild';
import { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import { CodePipelineClient, GetPipelineExecutionCommand } from '@aws-sdk/client-codepipeline';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { type AwsOptions, type LocalAws, startAws } from '../../../../../local/aws/server.ts';
import { listTree } from '../../../../../shared/artifact/tree.ts';
import { writeZip } from '../../../../../shared/artifact/zip.ts';
import { folderOf } from '../../../../shared/artifact/folder.ts';

/** The whole local AWS behind real clients, with the buckets that the pipelines of these tests use. */
export async function realWorld(options: AwsOptions = {}, prepare = prepared) {
  const aws = await startAws(options);
  onTestFinished(() => aws.close());
  return { ...aws, ...(await prepare(aws)) };
}

/** Clients of a server that has its buckets already. */
export async function clientsOf({ endpoint }: Pick<LocalAws, 'endpoint'>) {
  const settings = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' },
    maxAttempts: 1,
  };
  return {
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    pipelines: new CodePipelineClient(settings),
    builds: new CodeBuildClient(settings),
    deploys: new CodeDeployClient(settings),
    events: new EventBridgeClient(settings),
  };
}

async function prepared(aws: LocalAws): ReturnType<typeof clientsOf> {
  const clients = await clientsOf(aws);
  for (const Bucket of ['shop-source', 'shop-artifacts', 'shop-site'])
    await clients.s3.send(new CreateBucketCommand({ Bucket }));
  await clients.s3.send(
    new PutBucketVersioningCommand({
      Bucket: 'shop-source',
      VersioningConfiguration: { Status: 'Enabled' },
    }),
  );
  return clients;
}

export type RealWorld = Awaited<ReturnType<typeof realWorld>>;

export async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const folder = await folderOf(files);
  const target = join(await folderOf({}), 'app.zip');
  await writeZip(listTree(folder), target);
  return readFile(target);
}

/** Asks until the answer is there. */
export async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The execution once it is over. */
export const ended = ({ pipelines }: Pick<RealWorld, 'pipelines'>, pipelineExecutionId: string | undefined) =>
  until(async () => {
    const { pipelineExecution } = await pipelines.send(
      new GetPipelineExecutionCommand({ pipelineName: 'shop', pipelineExecutionId }),
    );
    return pipelineExecution?.status === 'InProgress' ? undefined : pipelineExecution;
  });

export const s3Deploy = (input: string) => ({
  name: 'Publish',
  actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'S3', version: '1' } as const,
  configuration: { BucketName: 'shop-site', Extract: 'true', ObjectKey: 'v/#{SourceVariables.VersionId}' },
  inputArtifacts: [{ name: input }],
});
