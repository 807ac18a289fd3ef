import { generateKeyPairSync } from 'node:crypto';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGitHub } from '../../bot/github.ts';
import { createProbot } from '../../bot/probot.ts';
import { createSlack } from '../../bot/slack.ts';
import { createAwsClients } from '../../shared/aws/clients.ts';
import { isTransient } from '../../shared/aws/errors.ts';
import { createPipelines } from '../../shared/aws/pipelines.ts';
import { sentence } from '../../shared/render/view.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { keepLog } from './quiet.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.isDone()).toBe(true);
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('Slack', () => {
  const slack = createSlack({ token: new Secret('xoxb-t'), log: keepLog() });
  const post = () => slack.post({ channel: 'C1', view: sentence('x'), key: 'k' });
  const web = () => nock('https://slack.com').post('/api/chat.postMessage');

  test('a rate limit is handed on with its time', async () => {
    web().reply(429, '', { 'Retry-After': '7' });
    await expect(post()).rejects.toMatchObject({ reason: 'limited', retryAfter: 7_000 });
  });

  test.each([500, 502, 503])('an answer %d is no refusal', async (status) => {
    web().reply(status, '<html>');
    await expect(post()).rejects.toMatchObject({ reason: 'unreachable' });
  });

  test.each(['', '<html>down for maintenance</html>', '{"ok":'])('the body %j is no answer', async (body) => {
    web().reply(200, body);
    await expect(post()).rejects.toThrow();
  });

  test('a connection that breaks is no refusal', async () => {
    web().replyWithError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    await expect(post()).rejects.toMatchObject({ reason: 'unreachable' });
  });
});

describe('AWS', () => {
  const region = 'eu-central-1';
  const pipelines = createPipelines(
    createAwsClients({ region, maxAttempts: 2, credentials: { accessKeyId: 'id', secretAccessKey: 'key' } }),
    region,
  );
  const codepipeline = () => nock(`https://codepipeline.${region}.amazonaws.com`).post('/');
  const names = async () => {
    try {
      return await pipelines.names();
    } catch (error) {
      return isTransient(error) ? 'transient' : 'refused';
    }
  };

  test('a throttled call is made again and then works', async () => {
    codepipeline().reply(400, { __type: 'ThrottlingException', message: 'Rate exceeded' });
    codepipeline().reply(200, { pipelines: [{ name: 'shop' }] });
    expect(await names()).toEqual(['shop']);
  });

  test('a fault of AWS that lasts is to be tried again later', async () => {
    codepipeline().times(2).reply(500, 'oops');
    expect(await names()).toBe('transient');
  });

  test('a refusal is told as such, at once', async () => {
    codepipeline().reply(400, { __type: 'AccessDeniedException', message: 'not authorized' });
    expect(await names()).toBe('refused');
  });

  test('a connection that breaks twice is to be tried again later', async () => {
    codepipeline()
      .times(2)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    expect(await names()).toBe('transient');
  });
});

describe('GitHub', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const github = createGitHub(
    createProbot({
      appId: 1,
      privateKey: new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
      webhookSecret: new Secret('webhook'),
    }),
  );
  github.note('acme', 1);
  // The token is asked for once and then kept.
  const token = {
    token: 'ghs_t',
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    permissions: {},
  };
  const api = () => {
    nock('https://api.github.com').post('/app/installations/1/access_tokens').optionally().reply(201, token);
    return nock('https://api.github.com').post('/repos/acme/shop/issues/7/comments');
  };
  const comment = () =>
    github.comment({ repository: 'acme/shop', number: 7, body: sentence('x'), marker: 'm' });

  test.each([403, 429])('a secondary limit (%d) is handed on with its time', async (status) => {
    api().reply(status, { message: 'You have exceeded a secondary rate limit' }, { 'Retry-After': '60' });
    await expect(comment()).rejects.toMatchObject({ reason: 'limited', retryAfter: 60_000 });
  });

  test('a fault of GitHub is no refusal', async () => {
    api().reply(502, '<html>');
    await expect(comment()).rejects.toMatchObject({ reason: 'unreachable' });
  });

  test('a comment that GitHub will not have is refused', async () => {
    api().reply(422, { message: 'Validation Failed' });
    await expect(comment()).rejects.toMatchObject({ reason: 'refused' });
  });

  test('a connection that breaks is no refusal', async () => {
    api().replyWithError('socket hang up');
    await expect(comment()).rejects.toMatchObject({ reason: 'unreachable' });
  });

  const read = () => github.commit({ repository: 'acme/shop', ref: 'main' });
  const commits = () => nock('https://api.github.com').get('/repos/acme/shop/commits/main');
  const found = { sha: 'c0ffee', commit: { message: 'x' } };

  test.each([[500], [504]])('what is only read is read again after an answer %d', async (status) => {
    commits().reply(status, '<html>');
    commits().reply(200, found);
    expect(await read()).toMatchObject({ sha: 'c0ffee' });
  });

  test('and after a connection that breaks, twice', async () => {
    commits().times(2).replyWithError('socket hang up');
    commits().reply(200, found);
    expect(await read()).toMatchObject({ sha: 'c0ffee' });
  });

  test('but not for ever', async () => {
    commits().times(3).replyWithError('socket hang up');
    await expect(read()).rejects.toMatchObject({
      reason: 'unreachable',
      message: 'GitHub cannot be reached',
    });
  });

  test.each([
    [404, 'Not Found'],
    [422, 'No commit found for SHA: main'],
  ])('what it does not have (%d) is not asked for again', async (status, message) => {
    commits().reply(status, { message });
    expect(await read()).toBeUndefined();
  });

  test('what changes something is sent once', async () => {
    let sent = 0;
    const count = () => {
      sent++;
      return [502, '<html>'] as const;
    };
    api().times(3).reply(count);
    await expect(comment()).rejects.toMatchObject({ reason: 'unreachable' });
    expect(sent).toBe(1);
    nock.cleanAll();
  });

  test('a comment goes out at once, and the next right after it', async () => {
    const start = performance.now();
    for (const id of [1, 2, 3]) {
      api().reply(201, { id });
      expect(await comment()).toBe(id);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
