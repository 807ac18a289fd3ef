import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ProbotOctokit } from 'probot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalGitHub, startGitHub } from '../../../local/github/server.ts';

const repo = { owner: 'acme', repo: 'shop' };
const author = { name: 'Lee', email: 'lee@example.com' };
let folder: string;
let github: LocalGitHub;
let webhookUrl: string | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-test-'));
  webhookUrl = undefined;
  github = await startGitHub({ root: folder, webhookUrl: () => webhookUrl });
  const { git } = await github.forge.createRepository('acme/shop', { maya: 'admin', guest: 'read' });
  const write = (name: string) => (checkout: string) => writeFile(join(checkout, name), name);
  await git.commit('main', { message: 'First', author, edit: write('a.txt') });
  await git.move('feature', (await git.resolve('main'))!);
  await git.commit('feature', { message: 'Second\n\nWith a body', author, edit: write('b.txt') });
  await github.forge.openPull({
    repository: 'acme/shop',
    title: 'Second',
    author: 'lee',
    head: 'feature',
    base: 'main',
  });
});

afterEach(async () => {
  await github.close();
  await rm(folder, { recursive: true, force: true });
});

function octokit(auth: object) {
  return new ProbotOctokit({
    baseUrl: github.apiUrl,
    auth: auth as never,
    throttle: { enabled: false },
    retry: { enabled: false },
    log: quiet,
  });
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const asApp = () =>
  octokit({ appId: github.appId, privateKey: github.privateKey.reveal(), installationId: 1 });

test('the app authenticates with its key, comments and edits its comment', async () => {
  const api = asApp();
  const { data } = await api.rest.issues.createComment({ ...repo, issue_number: 1, body: 'started' });
  await api.rest.issues.updateComment({ ...repo, comment_id: data.id, body: 'succeeded' });
  expect(github.forge.comments).toMatchObject([{ author: 'drawbridge[bot]', body: 'succeeded', edits: 1 }]);
});

test('a token that was never issued is refused', async () => {
  const api = octokit({ token: 'ghs_forged' });
  await expect(api.rest.repos.get(repo)).rejects.toMatchObject({ status: 401 });
});

test('nobody edits somebody else’s comment', async () => {
  const { id } = github.forge.comment({ repository: 'acme/shop', number: 1, author: 'maya', body: 'mine' });
  await expect(
    asApp().rest.issues.updateComment({ ...repo, comment_id: id, body: 'x' }),
  ).rejects.toMatchObject({ status: 403 });
});

test('permissions, commits and the pull requests of a commit are told', async () => {
  const api = asApp();
  const permission = async (username: string) =>
    (await api.rest.repos.getCollaboratorPermissionLevel({ ...repo, username })).data.permission;
  expect([await permission('maya'), await permission('guest')]).toEqual(['admin', 'read']);
  const { data: commit } = await api.rest.repos.getCommit({ ...repo, ref: 'feature' });
  expect(commit.commit).toMatchObject({ message: 'Second\n\nWith a body', author });
  const { data: pulls } = await api.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repo,
    commit_sha: commit.sha,
  });
  expect(pulls.map(({ number }) => number)).toEqual([1]);
  const { data: compared } = await api.rest.repos.compareCommitsWithBasehead({
    ...repo,
    basehead: 'main...feature',
  });
  expect(compared.commits.map(({ sha }) => sha)).toEqual([commit.sha]);
});

test('a web page is not answered', async () => {
  const call = (headers: Record<string, string>) => fetch(`${github.apiUrl}/app`, { headers });
  expect((await call({ origin: 'https://example.com' })).status).toBe(403);
  expect((await call({})).status).toBe(401);
});

test('an unknown endpoint, repository or pull request is not found', async () => {
  const api = asApp();
  await expect(api.request('GET /repos/acme/shop/hooks')).rejects.toMatchObject({ status: 404 });
  await expect(api.rest.pulls.get({ ...repo, pull_number: 7 })).rejects.toMatchObject({ status: 404 });
});

test('an empty comment is refused', async () => {
  await expect(
    asApp().rest.issues.createComment({ ...repo, issue_number: 1, body: ' ' }),
  ).rejects.toMatchObject({ status: 422 });
});

test('a person’s comment reaches the app as a signed webhook', async () => {
  const received: { headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    response.writeHead(202).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    await github.comment({ repository: 'acme/shop', number: 1, author: 'maya', body: '/deploy status' });
    const { headers, body } = received[0]!;
    const hmac = createHmac('sha256', github.webhookSecret.reveal()).update(body).digest('hex');
    expect(headers).toMatchObject({
      'x-github-event': 'issue_comment',
      'x-hub-signature-256': `sha256=${hmac}`,
    });
    expect(JSON.parse(body)).toMatchObject({
      action: 'created',
      issue: { number: 1, pull_request: {} },
      comment: { body: '/deploy status', user: { login: 'maya', type: 'User' } },
      repository: { full_name: 'acme/shop' },
      installation: { id: 1 },
    });
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

test('a commit is checked out as it was', async () => {
  const target = await mkdtemp(join(folder, 'checkout-'));
  await github.forge.repositories.get('acme/shop')!.git.checkout('feature', target);
  expect(await readFile(join(target, 'b.txt'), 'utf8')).toBe('b.txt');
});
