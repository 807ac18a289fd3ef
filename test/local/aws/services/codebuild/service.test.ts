import {
  BatchGetBuildsCommand,
  BatchGetProjectsCommand,
  CodeBuildClient,
  CreateProjectCommand,
  type CreateProjectCommandInput,
  DeleteProjectCommand,
  ListBuildsCommand,
  ListBuildsForProjectCommand,
  ListProjectsCommand,
  RetryBuildCommand,
  StartBuildBatchCommand,
  StartBuildCommand,
  StopBuildCommand,
  UpdateProjectCommand,
} from '@aws-sdk/client-codebuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '../../../../../local/aws/define.ts';
import { type LocalAws, startAws } from '../../../../../local/aws/server.ts';
import codebuild from '../../../../../local/aws/services/codebuild/service.ts';
import logs from '../../../../../local/aws/services/logs/service.ts';
import { commands } from './harness.ts';

let local: LocalAws;
let client: CodeBuildClient;
beforeEach(async () => {
  local = await startAws({ services: [codebuild, logs] as Service<unknown>[] });
  client = new CodeBuildClient({
    endpoint: local.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await local.close();
});

const definition = (name: string, buildspec = commands('echo hi')): CreateProjectCommandInput => ({
  name,
  source: { type: 'NO_SOURCE', buildspec },
  artifacts: { type: 'NO_ARTIFACTS' },
  environment: {
    type: 'LINUX_CONTAINER',
    image: 'aws/codebuild/standard:7.0',
    computeType: 'BUILD_GENERAL1_SMALL',
  },
  serviceRole: 'arn:aws:iam::123456789012:role/build',
});
const create = (name: string, buildspec?: string) =>
  client.send(new CreateProjectCommand(definition(name, buildspec)));
const start = async (projectName: string, more: object = {}) =>
  (await client.send(new StartBuildCommand({ projectName, ...more }))).build;
const refusal = (name: string, message = '') =>
  expect.objectContaining({ name, message: expect.stringContaining(message) });
const finished = (id = '') => local.aws.use(codebuild).finished(id);

describe('CodeBuild over the wire', () => {
  it('creates, shows, changes, lists and deletes projects', async () => {
    const { project } = await create('shop');
    expect(project).toMatchObject({
      arn: 'arn:aws:codebuild:us-east-1:123456789012:project/shop',
      timeoutInMinutes: 60,
      badge: { badgeEnabled: false },
    });
    await client.send(new UpdateProjectCommand({ name: 'shop', description: 'new', timeoutInMinutes: 5 }));
    await create('blog');
    const got = await client.send(
      new BatchGetProjectsCommand({ names: ['shop', project?.arn ?? '', 'none'] }),
    );
    expect(got.projects).toMatchObject([
      { description: 'new', timeoutInMinutes: 5, source: { type: 'NO_SOURCE' } },
      { name: 'shop' },
    ]);
    expect(got.projectsNotFound).toEqual(['none']);
    expect((await client.send(new ListProjectsCommand({}))).projects).toEqual(['blog', 'shop']);
    expect((await client.send(new ListProjectsCommand({ sortBy: 'CREATED_TIME' }))).projects).toHaveLength(2);
    await client.send(new DeleteProjectCommand({ name: 'shop' }));
    expect((await client.send(new ListProjectsCommand({}))).projects).toEqual(['blog']);
    await expect(create('blog')).rejects.toEqual(
      refusal('ResourceAlreadyExistsException', 'Project already exists'),
    );
    await expect(client.send(new UpdateProjectCommand({ name: 'shop' }))).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });

  it.each([
    [{ name: 'a b' }, 'Invalid project name'],
    [{ source: { type: 'NO_SOURCE' as const } }, 'buildspec is required'],
    [{ source: { type: 'S3' as const, location: 'bucket' } }, 'a bucket and a key'],
    [{ artifacts: { type: 'CODEPIPELINE' as const } }, 'both be of type CODEPIPELINE'],
    [{ artifacts: { type: 'S3' as const } }, 'location is required'],
    [{ timeoutInMinutes: 3 }, 'from 5 to 2160'],
  ])('refuses to create a project with %j', async (wrong, message) => {
    await expect(client.send(new CreateProjectCommand({ ...definition('shop'), ...wrong }))).rejects.toEqual(
      refusal('InvalidInputException', message),
    );
    expect((await client.send(new ListProjectsCommand({}))).projects).toEqual([]);
  });

  it('starts builds that can be watched to their end', async () => {
    await create('shop', commands('echo $GREETING'));
    const build = await start('shop', {
      environmentVariablesOverride: [{ name: 'GREETING', value: 'hello' }],
    });
    expect(build).toMatchObject({
      buildNumber: 1,
      buildStatus: 'IN_PROGRESS',
      buildComplete: false,
      projectName: 'shop',
    });
    expect(build?.id).toMatch(/^shop:[0-9a-f-]{36}$/);
    await finished(build?.id);
    const got = await client.send(
      new BatchGetBuildsCommand({ ids: [build?.id ?? '', build?.arn ?? '', 'shop:none'] }),
    );
    expect(got.builds).toMatchObject([
      { buildStatus: 'SUCCEEDED', endTime: expect.any(Date) },
      { id: build?.id },
    ]);
    expect(got.buildsNotFound).toEqual(['shop:none']);
    const { groupName, streamName } = got.builds?.[0]?.logs ?? {};
    const stream = local.aws.use(logs).stream(local.aws.use(logs).group(groupName), streamName);
    expect(stream.events.map((event) => event.message)).toContain('hello');
  });

  it('shows a build of a project that is registered nowhere', async () => {
    const project = { name: 'adhoc', source: { type: 'NO_SOURCE' as const } };
    const { id, finished } = local.aws.use(codebuild).start({ project, buildspec: commands('true') });
    await finished;
    const { builds } = await client.send(new BatchGetBuildsCommand({ ids: [id] }));
    expect(builds).toMatchObject([{ buildStatus: 'SUCCEEDED', environment: { type: 'LINUX_CONTAINER' } }]);
    expect((await client.send(new ListProjectsCommand({}))).projects).toEqual([]);
  });

  it('starts one build for one token', async () => {
    await create('shop');
    const first = await start('shop', { idempotencyToken: 'x' });
    expect((await start('shop', { idempotencyToken: 'x' }))?.id).toBe(first?.id);
    expect((await start('shop', { idempotencyToken: 'y' }))?.id).not.toBe(first?.id);
  });

  it('lists builds, the newest first, page by page', async () => {
    await create('shop', commands('true'));
    await create('blog', commands('true'));
    const ids = [await start('shop'), await start('blog'), await start('shop')].map((build) => build?.id);
    expect((await client.send(new ListBuildsCommand({}))).ids).toEqual(ids.toReversed());
    expect((await client.send(new ListBuildsForProjectCommand({ projectName: 'shop' }))).ids).toEqual([
      ids[2],
      ids[0],
    ]);
    expect(
      (await client.send(new ListBuildsForProjectCommand({ projectName: 'shop', sortOrder: 'ASCENDING' })))
        .ids,
    ).toEqual([ids[0], ids[2]]);
    await expect(client.send(new ListBuildsForProjectCommand({ projectName: 'none' }))).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
    await Promise.all(ids.map(finished));
  });

  it('stops a build and retries it', async () => {
    await create('shop', commands('[ "$FAST" ] || sleep 327'));
    const build = await start('shop');
    await expect(client.send(new RetryBuildCommand({ id: build?.id }))).rejects.toEqual(
      refusal('InvalidInputException', 'in progress'),
    );
    await client.send(new StopBuildCommand({ id: build?.id }));
    expect((await finished(build?.id)).buildStatus).toBe('STOPPED');
    const fast = await start('shop', { environmentVariablesOverride: [{ name: 'FAST', value: '1' }] });
    await finished(fast?.id);
    const retried = (await client.send(new RetryBuildCommand({ id: fast?.id }))).build;
    expect((await finished(retried?.id)).buildStatus).toBe('SUCCEEDED');
    expect(retried).toMatchObject({ buildNumber: 3 });
  });

  it('refuses what it cannot do', async () => {
    await expect(start('none')).rejects.toEqual(
      refusal('ResourceNotFoundException', 'Project cannot be found'),
    );
    await expect(client.send(new StopBuildCommand({ id: 'a:b' }))).rejects.toEqual(
      refusal('ResourceNotFoundException', 'Build cannot be found'),
    );
    await client.send(
      new CreateProjectCommand({
        ...definition('piped'),
        source: { type: 'CODEPIPELINE' },
        artifacts: { type: 'CODEPIPELINE' },
      }),
    );
    await expect(start('piped')).rejects.toEqual(refusal('InvalidInputException', 'start its pipeline'));
    await expect(client.send(new BatchGetBuildsCommand({ ids: [] }))).rejects.toEqual(
      refusal('InvalidInputException'),
    );
    await expect(client.send(new StartBuildBatchCommand({ projectName: 'piped' }))).rejects.toEqual(
      refusal('UnknownOperationException'),
    );
  });
});
