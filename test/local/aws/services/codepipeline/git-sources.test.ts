import { createHmac } from 'node:crypto';
import {
  GetPipelineExecutionCommand,
  ListActionExecutionsCommand,
  PutWebhookCommand,
  RegisterWebhookWithThirdPartyCommand,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import type { EmittedEvent } from '../../../../../local/aws/define.ts';
import { call, clone, connected, createFrom, executions } from './git-world.ts';
import { ended, type RealWorld, realWorld } from './real-world.ts';

const codecommit = 'CodeCommit_20150413';

const commitSource = {
  name: 'Source',
  actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
  configuration: { RepositoryName: 'shop', BranchName: 'main' },
  outputArtifacts: [{ name: 'App' }],
  namespace: 'SourceVariables',
} as const;
const source = { ...commitSource, outputArtifacts: [{ name: 'App' }] };

async function published({ s3 }: RealWorld, commit: string | undefined, file: string) {
  const page = await s3.send(new GetObjectCommand({ Bucket: 'shop-site', Key: `v/${commit}/${file}` }));
  return page.Body?.transformToString();
}

test('a commit pushed to CodeCommit starts the pipeline that polls its branch, and goes to its place', async () => {
  const it = await realWorld();
  const heard: EmittedEvent[] = [];
  it.aws.onEvent((event) => heard.push(event));
  const created = await call(it, `${codecommit}.CreateRepository`, { repositoryName: 'shop' });
  const { cloneUrlHttp } = created.body.repositoryMetadata as { cloneUrlHttp: string };
  expect(cloneUrlHttp).toBe(`${it.endpoint}/v1/repos/shop`);
  const ada = await clone(cloneUrlHttp);
  await createFrom(it, source);
  expect((await executions(it, 1))[0]?.status).toBe('Failed');

  const id = await ada.commit({ 'index.html': 'hello', 'deep/word.txt': 'x' }, 'Say hello\n\nto all');
  await ada.git('push', 'origin', 'main');
  const [newest] = await executions(it, 2);
  expect(newest).toMatchObject({
    status: 'Succeeded',
    trigger: { triggerType: 'PollForSourceChanges' },
    sourceRevisions: [{ actionName: 'Source', revisionId: id, revisionSummary: 'Say hello\n\nto all' }],
  });
  expect(await published(it, id, 'deep/word.txt')).toBe('x');
  const change = heard.find((event) => event['detail-type'] === 'CodeCommit Repository State Change');
  expect(change?.detail).toMatchObject({
    event: 'referenceCreated',
    referenceType: 'branch',
    referenceName: 'main',
    commitId: id,
  });
  const branch = await call(it, `${codecommit}.GetBranch`, { repositoryName: 'shop', branchName: 'main' });
  expect(branch.body.branch).toEqual({ branchName: 'main', commitId: id });
  const commit = await call(it, `${codecommit}.GetCommit`, { repositoryName: 'shop', commitId: id });
  expect(commit.body.commit).toMatchObject({ message: 'Say hello\n\nto all', author: { name: 'Ada' } });

  // A clone gives back what was pushed.
  const bob = await clone(cloneUrlHttp);
  await bob.git('fetch', 'origin', 'main');
  expect(await bob.git('rev-parse', 'FETCH_HEAD')).toBe(id);
  // Another branch is none of the pipeline's business.
  await ada.git('push', 'origin', 'main:refs/heads/other');
  expect(await executions(it, 2)).toHaveLength(2);
});

test('a start may ask for an older commit; one that is not there fails the source', async () => {
  const it = await realWorld();
  await call(it, `${codecommit}.CreateRepository`, { repositoryName: 'shop' });
  const ada = await clone(`${it.endpoint}/v1/repos/shop`);
  const old = await ada.commit({ 'index.html': 'old' });
  await ada.commit({ 'index.html': 'new' });
  await ada.git('push', 'origin', 'main');
  await createFrom(it, {
    ...source,
    configuration: { ...source.configuration, PollForSourceChanges: 'false' },
  });
  const start = async (revisionValue: string) => {
    const sourceRevisions = [{ actionName: 'Source', revisionType: 'COMMIT_ID', revisionValue } as const];
    const { pipelineExecutionId } = await it.pipelines.send(
      new StartPipelineExecutionCommand({ name: 'shop', sourceRevisions }),
    );
    return ended(it, pipelineExecutionId);
  };
  expect((await start(old))?.status).toBe('Succeeded');
  expect(await published(it, old, 'index.html')).toBe('old');
  for (const bad of ['0'.repeat(40), '--output=/etc/passwd', 'main; rm -rf /'])
    expect((await start(bad))?.status).toBe('Failed');
});

test('who pushes where nothing is, or what git refuses, is told so', async () => {
  const it = await realWorld();
  const get = async (path: string) => (await fetch(`${it.endpoint}${path}`)).status;
  expect(await get('/v1/repos/shop/info/refs?service=git-upload-pack')).toBe(404);
  expect(await get('/v1/connections/acme/shop/info/refs?service=git-upload-pack')).toBe(404);
  expect(await get('/v1/connections/../../etc/info/refs?service=git-receive-pack')).not.toBe(200);
  expect(await get('/v1/connections/a/..%2f..%2fetc/info/refs?service=git-receive-pack')).toBe(404);
  expect(await call(it, `${codecommit}.CreateRepository`, { repositoryName: '../up' })).toMatchObject({
    body: { __type: 'InvalidRepositoryNameException' },
  });
  await call(it, `${codecommit}.CreateRepository`, { repositoryName: 'shop' });
  const body = '0000 this is no pack';
  const answer = await fetch(`${it.endpoint}/v1/repos/shop/git-receive-pack`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-git-receive-pack-request' },
    body,
  });
  expect(answer.status).toBeLessThan(600);
  const ada = await clone(`${it.endpoint}/v1/repos/shop`);
  await ada.commit({ 'a.txt': 'a' });
  await ada.git('push', 'origin', 'main');
  expect((await call(it, `${codecommit}.ListBranches`, { repositoryName: 'shop' })).body).toEqual({
    branches: ['main'],
  });
});

test('a push behind a connection starts the pipeline on its branch, with what the commit says', async () => {
  const it = await realWorld();
  const ada = await clone(`${it.endpoint}/v1/connections/acme/shop`);
  const id = await ada.commit({ 'index.html': 'one' }, 'First');
  await ada.git('push', 'origin', 'main');
  await createFrom(it, connected());
  await executions(it, 1);
  const next = await ada.commit({ 'index.html': 'two' }, 'Second');
  await ada.git('push', 'origin', 'main');
  const [newest] = await executions(it, 2);
  expect(newest).toMatchObject({
    status: 'Succeeded',
    trigger: { triggerType: 'WebhookV2' },
    sourceRevisions: [{ revisionId: next }],
  });
  expect(JSON.parse(newest?.sourceRevisions?.[0]?.revisionSummary ?? '')).toEqual({
    ProviderType: 'GitHub',
    CommitMessage: 'Second',
  });
  expect(await published(it, id, 'index.html')).toBe('one');
  expect(await published(it, next, 'index.html')).toBe('two');
});

test('triggers start on branches, tags and pull requests that pass their filters, with the right commit', async () => {
  const it = await realWorld();
  const ada = await clone(`${it.endpoint}/v1/connections/acme/shop`);
  await ada.commit({ 'README.md': 'read me' });
  await ada.git('push', 'origin', 'main');
  await createFrom(it, connected(), {
    executionMode: 'QUEUED',
    triggers: [
      {
        providerType: 'CodeStarSourceConnection',
        gitConfiguration: {
          sourceActionName: 'Source',
          push: [
            {
              branches: { includes: ['main', 'feature/**'], excludes: ['feature/no*'] },
              filePaths: { includes: ['src/**'], excludes: ['**/*.md'] },
            },
            { tags: { includes: ['v*'] } },
          ],
          pullRequest: [{ events: ['OPEN', 'UPDATED'], branches: { includes: ['main'] } }],
        },
      },
    ],
  });
  await executions(it, 1);
  const commitOf = async (count: number) => {
    const [newest, ...others] = await executions(it, count);
    expect(others).toHaveLength(count - 1);
    return newest?.sourceRevisions?.[0]?.revisionId;
  };
  // Only a text changes: no path fits.
  await ada.commit({ 'src/notes.md': 'text' });
  await ada.git('push', 'origin', 'main');
  const code = await ada.commit({ 'src/code.ts': 'code', 'README.md': 'more' });
  await ada.git('push', 'origin', 'main:feature/x', 'main:feature/no-way', 'main:release');
  expect(await commitOf(2)).toBe(code);
  const { actionExecutionDetails } = await it.pipelines.send(
    new ListActionExecutionsCommand({ pipelineName: 'shop' }),
  );
  const details = actionExecutionDetails?.find(({ actionName }) => actionName === 'Source');
  expect(details?.output?.outputVariables).toMatchObject({ BranchName: 'feature/x', CommitId: code });

  await ada.git('tag', '-a', 'v1', '-m', 'Version 1', 'HEAD~1');
  await ada.git('tag', 'beta');
  await ada.git('push', 'origin', 'v1', 'beta');
  expect(await commitOf(3)).toBe(await ada.git('rev-parse', 'v1^{commit}'));

  const pull = (action: string, base = 'main') =>
    fetch(`${it.endpoint}/v1/connections/events`, {
      method: 'POST',
      headers: { 'x-github-event': 'pull_request' },
      body: JSON.stringify({
        action,
        number: 7,
        repository: { full_name: 'acme/shop' },
        pull_request: { head: { ref: 'feature/x', sha: code }, base: { ref: base } },
      }),
    });
  expect((await pull('closed')).status).toBe(202);
  expect((await pull('opened', 'release')).status).toBe(202);
  expect((await pull('labeled')).status).toBe(202);
  expect((await pull('opened')).status).toBe(202);
  expect(await commitOf(4)).toBe(code);
  const bad = await fetch(`${it.endpoint}/v1/connections/events`, { method: 'POST', body: '{' });
  expect(bad.status).toBe(400);
});

test("GitHub's old source hears of pushes by polling, or by a registered webhook", async () => {
  const it = await realWorld();
  const ada = await clone(`${it.endpoint}/v1/connections/acme/shop`);
  const github = (PollForSourceChanges: string) => ({
    ...connected(),
    actionTypeId: { category: 'Source', owner: 'ThirdParty', provider: 'GitHub', version: '1' } as const,
    configuration: {
      Owner: 'acme',
      Repo: 'shop',
      Branch: 'main',
      OAuthToken: 'secret',
      PollForSourceChanges,
    },
  });
  await ada.commit({ 'index.html': 'one' });
  await ada.git('push', 'origin', 'main');
  await createFrom(it, github('false'));
  await createFrom(it, github('true'), { name: 'polling' });
  const webhook = {
    name: 'push',
    targetPipeline: 'shop',
    targetAction: 'Source',
    filters: [{ jsonPath: '$.ref', matchEquals: 'refs/heads/{Branch}' }],
    authentication: 'GITHUB_HMAC',
    authenticationConfiguration: { SecretToken: 'key' },
  } as const;
  const put = await it.pipelines.send(
    new PutWebhookCommand({ webhook: { ...webhook, filters: [...webhook.filters] } }),
  );
  await executions(it, 1);
  await it.pipelines.send(new RegisterWebhookWithThirdPartyCommand({ webhookName: 'push' }));
  await ada.commit({ 'index.html': 'two' });
  await ada.git('push', 'origin', 'main', 'main:other');
  const [newest] = await executions(it, 2);
  expect(newest).toMatchObject({
    status: 'Succeeded',
    trigger: { triggerType: 'Webhook', triggerDetail: put.webhook?.arn },
  });
  const [polled] = await executions(it, 2, 'polling');
  expect(polled?.trigger?.triggerType).toBe('PollForSourceChanges');
  const { pipelineExecution } = await it.pipelines.send(
    new GetPipelineExecutionCommand({
      pipelineName: 'polling',
      pipelineExecutionId: polled?.pipelineExecutionId,
    }),
  );
  expect(pipelineExecution?.artifactRevisions?.[0]?.revisionUrl).toMatch(
    /^https:\/\/github.com\/acme\/shop\/commit\//,
  );

  // The same delivery from outside, signed and forged.
  const body = JSON.stringify({ ref: 'refs/heads/main' });
  const post = async (signature: string) => {
    const headers = { 'x-hub-signature-256': signature };
    return (await fetch(put.webhook?.url ?? '', { method: 'POST', headers, body })).status;
  };
  expect(await post(`sha256=${createHmac('sha256', 'guess').update(body).digest('hex')}`)).toBe(403);
  expect(await post(`sha256=${createHmac('sha256', 'key').update(body).digest('hex')}`)).toBe(200);
  expect(await executions(it, 3)).toHaveLength(3);
});
