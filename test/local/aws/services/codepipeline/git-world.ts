import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ActionDeclaration, PipelineExecutionSummary } from '@aws-sdk/client-codepipeline';
import { CreatePipelineCommand, ListPipelineExecutionsCommand } from '@aws-sdk/client-codepipeline';
import { gitEnvironment } from '../../../../../local/aws/git/run.ts';
import { folderOf } from '../../../../shared/artifact/folder.ts';
import { type RealWorld, s3Deploy, until } from './real-world.ts';
import { pipelineOf } from './stage-play.ts';

const run = promisify(execFile);

/** A person with a clone, who pushes to a repository of the local AWS with git itself. */
export async function clone(url: string) {
  const folder = await folderOf({});
  const git = async (...args: string[]) => {
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    return (await run('git', [...identity, ...args], { cwd: folder, env: gitEnvironment })).stdout.trim();
  };
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', url);
  return {
    git,
    folder,
    async commit(files: Readonly<Record<string, string>>, message = 'Change'): Promise<string> {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
      await git('add', '--all');
      await git('commit', '--quiet', '-m', message);
      return git('rev-parse', 'HEAD');
    },
  };
}

/** Calls an operation of a service that has no SDK package here. */
export async function call(
  { endpoint }: RealWorld,
  target: string,
  input: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' };
  const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(input) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

export const connected = (configuration: Readonly<Record<string, string>> = {}): ActionDeclaration => ({
  name: 'Source',
  actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeStarSourceConnection', version: '1' },
  configuration: {
    ConnectionArn: 'arn:aws:codeconnections:us-east-1:123456789012:connection/1',
    FullRepositoryId: 'acme/shop',
    BranchName: 'main',
    ...configuration,
  },
  outputArtifacts: [{ name: 'App' }],
  namespace: 'SourceVariables',
});

/** A pipeline from that source to the site, in a folder named by the commit. */
export async function createFrom(
  { pipelines }: RealWorld,
  source: ActionDeclaration,
  rest: Partial<Parameters<typeof pipelineOf>[0]> = {},
): Promise<void> {
  const publish = s3Deploy('App');
  const actions = [
    { ...publish, configuration: { ...publish.configuration, ObjectKey: 'v/#{SourceVariables.CommitId}' } },
  ];
  const stages = [
    { name: 'Source', actions: [source] },
    { name: 'Deploy', actions },
  ];
  await pipelines.send(new CreatePipelineCommand({ pipeline: pipelineOf({ ...rest, stages }) }));
}

/** The executions once there are that many and all have ended, the newest first. */
export function executions(
  { pipelines }: RealWorld,
  count: number,
  pipelineName = 'shop',
): Promise<PipelineExecutionSummary[]> {
  return until(async () => {
    const { pipelineExecutionSummaries: all = [] } = await pipelines.send(
      new ListPipelineExecutionsCommand({ pipelineName }),
    );
    return all.length >= count && all.every(({ status }) => status !== 'InProgress') ? all : undefined;
  });
}
