import { createHash } from 'node:crypto';
import { type ActionDeclaration, ListPipelineExecutionsCommand } from '@aws-sdk/client-codepipeline';
import { expect } from 'vitest';
import codecommit from '../../local/aws/services/codecommit/service.ts';
import codeconnections from '../../local/aws/services/codeconnections/service.ts';
import { approvalStage, type World } from './world.ts';

/** A pipeline `shop` with one source and an approval after it, and the step that starts it. */
export interface Scene {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** What the run is to be started on. */
  readonly revision: string | undefined;
}

/** Each kind of source, set up in a world. */
export const sources = {
  's3 source': async (world: World): Promise<Scene> => {
    await world.pipeline('shop', [approvalStage]);
    return { inputs: {}, env: {}, revision: undefined };
  },
  's3 source that is polled': async (world: World): Promise<Scene> => {
    await world.pipeline('shop', [approvalStage], { PollForSourceChanges: 'true' });
    return { inputs: {}, env: {}, revision: undefined };
  },
  'Git source': async (world: World): Promise<Scene> => {
    const ConnectionArn = 'arn:aws:codeconnections:us-east-1:123456789012:connection/1';
    const configuration = { ConnectionArn, FullRepositoryId: 'acme/shop', BranchName: 'main' };
    await world.pipelineOf('shop', [action('CodeStarSourceConnection', configuration)], [approvalStage]);
    await firstRunFailed(world);
    world.local.aws.use(codeconnections).register('acme/shop', world.git.folder);
    return { inputs: {}, env: {}, revision: world.sha };
  },
  'ECR source': async (world: World): Promise<Scene> => {
    const imageManifest = JSON.stringify({ schemaVersion: 2, layers: [{ size: 1 }] });
    const repositoryName = 'shop/web';
    const digest = `sha256:${createHash('sha256').update(imageManifest).digest('hex')}`;
    await world.pipelineOf('shop', [action('ECR', { RepositoryName: repositoryName })], [approvalStage]);
    await firstRunFailed(world);
    await ecr(world, 'CreateRepository', { repositoryName });
    await ecr(world, 'PutImage', { repositoryName, imageManifest, imageTag: 'latest' });
    return { inputs: { 'image-digest': digest }, env: {}, revision: digest };
  },
  'mirrored CodeCommit source': async (world: World): Promise<Scene> => {
    await world.local.aws.use(codecommit).create('mirror');
    const configuration = { RepositoryName: 'mirror', BranchName: 'main', PollForSourceChanges: 'true' };
    await world.pipelineOf('shop', [action('CodeCommit', configuration)], [approvalStage]);
    const env = { GITHUB_WORKSPACE: await world.checkout(world.sha) };
    return { inputs: { source: 'codecommit' }, env, revision: world.sha };
  },
};

/** The run that the pipeline's creation starts would hold the approval; it finds nothing in the source yet. */
async function firstRunFailed({ pipelines }: World): Promise<void> {
  const list = new ListPipelineExecutionsCommand({ pipelineName: 'shop' });
  const statuses = async () =>
    (await pipelines.send(list)).pipelineExecutionSummaries?.map(({ status }) => status);
  await expect.poll(statuses, { timeout: 10_000 }).toEqual(['Failed']);
}

function action(provider: string, configuration: Record<string, string>): ActionDeclaration {
  return {
    name: 'Origin',
    actionTypeId: { category: 'Source', owner: 'AWS', provider, version: '1' },
    configuration,
    outputArtifacts: [{ name: 'App' }],
  };
}

async function ecr({ local }: World, operation: string, input: object): Promise<void> {
  const target = `AmazonEC2ContainerRegistry_V20150921.${operation}`;
  const headers = { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' };
  const answer = await fetch(local.endpoint, { method: 'POST', headers, body: JSON.stringify(input) });
  if (!answer.ok) throw new Error(await answer.text());
}
