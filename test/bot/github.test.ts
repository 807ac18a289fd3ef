import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { githubRoute, listenOnGitHub, processWebhook } from '../../bot/gates/github.ts';
import { startInboxWorker } from '../../bot/gates/inbox-worker.ts';
import { createGitHub, noGitHub } from '../../bot/github.ts';
import { startHttp } from '../../bot/http.ts';
import { createProbot } from '../../bot/probot.ts';
import type { Request } from '../../bot/request.ts';
import { openStore } from '../../bot/store/open.ts';
import { type LocalGitHub, startGitHub } from '../../local/github/server.ts';
import { systemClock } from '../../shared/clock.ts';
import { sentence } from '../../shared/render/view.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { keepLog } from './quiet.ts';
import { startScripted } from './scripted-server.ts';
import { testRoute } from './store/conformance/samples.ts';

const repository = 'acme/shop';

describe('on GitHub', () => {
  let closers: AsyncDisposableStack;
  let local: LocalGitHub;
  let webhookUrl: string | undefined;
  let number: number;
  let sha: string;

  beforeEach(async () => {
    closers = new AsyncDisposableStack();
    webhookUrl = undefined;
    const root = await mkdtemp(join(tmpdir(), 'drawbridge-github-'));
    closers.defer(() => rm(root, { recursive: true, force: true }));
    local = await startGitHub({ root, webhookUrl: () => webhookUrl });
    closers.defer(() => local.close());
    const { git } = await local.forge.createRepository(repository, {
      maya: 'admin',
      lee: 'write',
      guest: 'read',
    });
    const author = { name: 'Maya', email: 'maya@example.com' };
    const edit = (checkout: string) => writeFile(join(checkout, 'file'), String(Math.random()));
    await git.commit('main', { message: 'Open', author, edit });
    await git.move('fix', (await git.resolve('main'))!);
    sha = (await git.commit('fix', { message: 'Fix', author, edit })).sha;
    const pull = await local.forge.openPull({
      repository,
      title: 'Fix',
      author: 'maya',
      head: 'fix',
      base: 'main',
    });
    number = pull.number;
  });
  afterEach(() => closers.disposeAsync());

  const settings = () => ({ ...local, privateKey: local.privateKey });
  const bodies = () => local.forge.comments.map(({ body }) => body);

  describe('the port', () => {
    test('sets a status of a commit, and the last word of a context stands', async () => {
      const github = createGitHub(createProbot(settings()));
      const at = { repository, commit: sha, context: 'drawbridge/shop', url: 'https://example.com/run' };
      await github.setStatus({ ...at, state: 'pending', description: 'in progress: Deploy' });
      await github.setStatus({ ...at, state: 'failure', description: 'failed: Deploy' });
      expect(local.forge.statusesOf({ repository, sha })).toEqual([
        {
          context: at.context,
          state: 'failure',
          description: 'failed: Deploy',
          target_url: at.url,
        },
      ]);
    });

    test('what the Action has written of the same run goes, and nothing else', async () => {
      const github = createGitHub(createProbot(settings()));
      const marker = `run shop/1 at ${repository}#${number}`;
      await github.comment({ repository, number, body: sentence('ours'), marker });
      const twin = `<!-- drawbridge: ${marker} -->\n<!-- by the Action -->\ntheirs`;
      const of = { repository, number };
      local.forge.person('github-actions[bot]', 'Bot');
      local.forge.comment({ ...of, author: 'github-actions[bot]', body: twin });
      local.forge.comment({ ...of, author: 'github-actions[bot]', body: twin.replace('shop/1', 'shop/2') });
      local.forge.comment({ ...of, author: 'maya', body: twin });
      await github.dropTwins({ repository, number, marker });
      expect(local.forge.comments.map(({ author }) => author)).toEqual([
        'drawbridge[bot]',
        'github-actions[bot]',
        'maya',
      ]);
    });

    test('makes a deployment, finds it by its run, and says how it stands', async () => {
      const github = createGitHub(createProbot(settings()));
      const at = { repository, commit: sha, environment: 'production', pipeline: 'shop', run: 'r1' };
      expect(await github.findDeployment(at)).toBeUndefined();
      const deployment = await github.createDeployment({ ...at, pullRequest: number });
      expect(await github.findDeployment(at)).toBe(deployment);
      expect(await github.findDeployment({ ...at, run: 'r2' })).toBeUndefined();
      expect(await github.findDeployment({ ...at, environment: 'staging' })).toBeUndefined();
      const url = 'https://example.com/run';
      await github.setDeploymentStatus({ repository, deployment, state: 'success', description: 'x', url });
      expect(local.forge.deployments).toMatchObject([
        { sha, environment: 'production', statuses: [{ state: 'success', log_url: url }] },
      ]);
    });

    test('writes a comment, finds it by its marker, and edits it in place', async () => {
      const github = createGitHub(createProbot(settings()));
      const marker = `run shop/1 at ${repository}#${number}`;
      const comment = await github.comment({ repository, number, body: sentence('first'), marker });
      await github.comment({ repository, number, body: sentence('other'), marker: 'run shop/2' });
      expect(await github.findComment({ repository, number, marker })).toBe(comment);
      expect(await github.findComment({ repository, number, marker: 'run shop/3' })).toBeUndefined();
      const edited = await github.editComment({ repository, comment, body: sentence('second'), marker });
      expect(edited).toBe('updated');
      expect(bodies()).toEqual([
        `<!-- drawbridge: ${marker} -->\nsecond`,
        '<!-- drawbridge: run shop/2 -->\nother',
      ]);
    });

    test('takes nobody else’s comment for its own, marker or not', async () => {
      const github = createGitHub(createProbot(settings()));
      local.forge.comment({ repository, number, author: 'guest', body: '<!-- drawbridge: m -->\nmine' });
      expect(await github.findComment({ repository, number, marker: 'm' })).toBeUndefined();
    });

    test('says that a comment is gone', async () => {
      const github = createGitHub(createProbot(settings()));
      const gone = { repository, comment: 999, body: sentence('x'), marker: 'm' };
      expect(await github.editComment(gone)).toBe('gone');
    });

    test('knows permissions, teams and the pull requests of a commit', async () => {
      const github = createGitHub(createProbot(settings()));
      github.note('acme', local.installation);
      local.forge.teams.set('acme/ops', ['maya']);
      expect(await github.permission({ repository, user: 'maya' })).toBe('admin');
      expect(await github.permission({ repository, user: 'guest' })).toBe('read');
      expect(await github.permission({ repository, user: 'nobody' })).toBe('none');
      expect(await github.isTeamMember({ org: 'acme', team: 'ops', user: 'maya' })).toBe(true);
      expect(await github.isTeamMember({ org: 'acme', team: 'ops', user: 'lee' })).toBe(false);
      expect(await github.pullRequestsOf({ repository, commit: sha })).toEqual([number]);
    });

    test('reads commits, pull requests and comments, and compares', async () => {
      const github = createGitHub(createProbot(settings()));
      const base = (await github.commit({ repository, ref: 'main' }))?.sha ?? '';
      expect(await github.commit({ repository, ref: 'fix' })).toMatchObject({ sha, message: 'Fix' });
      expect(await github.commit({ repository, ref: 'none' })).toBeUndefined();
      expect(await github.compare({ repository, base, head: sha })).toMatchObject({
        total: 1,
        commits: [{ sha, message: 'Fix' }],
      });
      expect(await github.compare({ repository, base: 'none', head: sha })).toBeUndefined();
      expect(await github.pullRequest({ repository, number })).toEqual({
        head: sha,
        author: 'maya',
        open: true,
      });
      expect(await github.pullRequest({ repository, number: 99 })).toBeUndefined();
      const { id } = local.forge.comment({ repository, number, author: 'maya', body: '/deploy status' });
      expect(await github.commentText({ repository, comment: id })).toBe('/deploy status');
      expect(await github.commentText({ repository, comment: 999 })).toBeUndefined();
    });

    test('puts a reaction on a comment', async () => {
      const github = createGitHub(createProbot(settings()));
      const { id } = local.forge.comment({ repository, number, author: 'maya', body: '/deploy status' });
      await github.react({ repository, comment: id, reaction: 'rocket' });
      expect(local.forge.comments[0]?.reactions).toMatchObject([{ content: 'rocket' }]);
    });
  });

  describe('the gate', () => {
    let asked: Request[];

    beforeEach(async () => {
      asked = [];
      const store = await openStore({ file: ':memory:', clock: systemClock, route: testRoute });
      closers.defer(() => store.close());
      const probot = createProbot(settings());
      const handle = async (request: Request) => {
        asked.push(request);
      };
      const installations = createGitHub(probot);
      const isSettled = (request: string) => store.outbox.isSettled(request);
      listenOnGitHub(probot, { handle, isSettled, installations, clock: systemClock });
      const log = keepLog();
      const take = async () => {};
      const worker = startInboxWorker({
        store,
        clock: systemClock,
        log,
        process: { github: (received) => processWebhook(probot, received), slack: take, aws: take },
      });
      closers.defer(() => worker.stop());
      const routes = [githubRoute({ secret: local.webhookSecret, store })];
      const server = await startHttp({ host: '127.0.0.1', port: 0, routes, log });
      closers.defer(() => server.close());
      webhookUrl = `${server.url}/github/webhooks`;
    });

    test('makes a request of each command in a comment, in order', async () => {
      const body =
        'Looks good.\n\n/deploy approve shop\n> /deploy stop shop\n```\n/deploy stop shop\n```\n/deploy status';
      const { id } = await local.comment({ repository, number, author: 'maya', body });
      await expect.poll(() => asked).toHaveLength(2);
      expect(asked).toEqual([
        {
          id: `github:${id}:0`,
          text: 'approve shop',
          at: expect.any(Number),
          origin: {
            kind: 'github',
            repository,
            number,
            comment: id,
            user: 'maya',
            installation: local.installation,
          },
        },
        expect.objectContaining({ id: `github:${id}:1`, text: 'status' }),
      ]);
    });

    test('hears ten commands of a comment at most, and none of a bot', async () => {
      await local.comment({ repository, number, author: local.forge.bot, body: '/deploy stop shop' });
      await local.comment({ repository, number, author: 'guest', body: '/deploy list\n'.repeat(50) });
      await expect.poll(() => asked.length).toBe(10);
      expect(new Set(asked.map(({ text }) => text))).toEqual(new Set(['list']));
    });
  });
});

describe('when GitHub does not do as asked', () => {
  test.each([
    [
      { status: 403, headers: { 'retry-after': '60' } },
      { reason: 'limited', retryAfter: 60_000 },
    ],
    [
      { status: 429, headers: { 'retry-after': 'soon' } },
      { reason: 'limited', retryAfter: 60_000 },
    ],
    [{ status: 429 }, { reason: 'limited', retryAfter: 60_000 }],
    [
      { status: 403, headers: { 'x-ratelimit-remaining': '0' } },
      { reason: 'limited', retryAfter: 60_000 },
    ],
    [
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '4000' },
        body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' },
      },
      { reason: 'limited', retryAfter: 60_000 },
    ],
    [{ status: 502 }, { reason: 'unreachable' }],
    [{ status: 401 }, { reason: 'unreachable' }],
    [{ status: 403 }, { reason: 'refused' }],
    [{ status: 422 }, { reason: 'refused' }],
  ])('the answer %j is %j', async (answer, expected) => {
    const server = await startScripted();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const github = createGitHub(
      createProbot({
        appId: 1,
        privateKey: new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
        webhookSecret: new Secret('w'),
        apiUrl: server.url,
      }),
    );
    server.answers = [{ body: { message: 'no' }, ...answer }];
    const comment = github.comment({ repository, number: 1, body: sentence('x'), marker: 'm' });
    await expect(comment).rejects.toMatchObject({ name: 'DeliveryError', ...expected });
    // It is where the App is installed that is asked first: that changes nothing.
    expect(server.requests).toHaveLength(answer.status === 502 ? 3 : 1);
    await server.close();
  });
});

test('where GitHub is not set up, nobody has a permission there', async () => {
  expect(await noGitHub.permission({ repository, user: 'maya' })).toBe('none');
  expect(await noGitHub.isTeamMember({ org: 'acme', team: 'ops', user: 'maya' })).toBe(false);
});
