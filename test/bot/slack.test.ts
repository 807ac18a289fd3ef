import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSlack, noSlack, type SlackClient } from '../../bot/slack.ts';
import { type LocalSlack, startSlack } from '../../local/slack/server.ts';
import { sentence } from '../../shared/render/view.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { keepLog } from './quiet.ts';
import { type Scripted, startScripted } from './scripted-server.ts';

const channel = 'C0DEPLOYS';

describe('in a workspace', () => {
  let local: LocalSlack;
  let slack: SlackClient;

  beforeEach(async () => {
    local = await startSlack({
      users: [
        { id: 'U0MAYA', name: 'maya' },
        { id: 'U0LEE', name: 'lee' },
      ],
      channels: [{ id: channel, name: 'deploys' }],
      groups: { S0OPS: ['U0MAYA'] },
    });
    slack = createSlack({ token: local.botToken, apiUrl: local.apiUrl, log: keepLog() });
  });
  afterEach(() => local.close());

  test('a message is posted, found by its key, and edited in place', async () => {
    const ts = await slack.post({ channel, view: sentence('first'), key: 'run shop/1' });
    await slack.post({ channel, view: sentence('other'), key: 'run shop/2' });
    expect(await slack.find({ channel, key: 'run shop/1' })).toBe(ts);
    expect(await slack.find({ channel, key: 'run shop/3' })).toBeUndefined();
    expect(await slack.update({ channel, ts, view: sentence('second') })).toBe('updated');
    expect(local.workspace.messages).toMatchObject([{ ts, text: 'second', edits: 1 }, { text: 'other' }]);
    expect(await slack.find({ channel, key: 'run shop/1' })).toBe(ts);
  });

  test('somebody else’s message with our key is not ours', async () => {
    const metadata = { event_type: 'drawbridge', event_payload: { key: 'run shop/1' } };
    local.workspace.post({ channel, user: 'U0LEE', text: 'mine', blocks: [], metadata });
    expect(await slack.find({ channel, key: 'run shop/1' })).toBeUndefined();
  });

  test('a thread holds what is said under a message', async () => {
    const thread = await slack.post({ channel, view: sentence('run'), key: 'run' });
    const ts = await slack.post({ channel, thread, view: sentence('it failed'), key: 'say' });
    expect(local.workspace.messages.at(-1)).toMatchObject({ thread, text: 'it failed' });
    expect(await slack.find({ channel, thread, key: 'say' })).toBe(ts);
    expect(await slack.find({ channel, key: 'say' })).toBeUndefined();
  });

  test('a message that is gone is told to be gone', async () => {
    expect(await slack.update({ channel, ts: '1.0', view: sentence('x') })).toBe('gone');
  });

  test('a whisper is seen by one person alone', async () => {
    await slack.whisper({ channel, user: 'U0MAYA', view: sentence('psst') });
    expect(local.workspace.seenBy('U0MAYA', channel)).toHaveLength(1);
    expect(local.workspace.seenBy('U0LEE', channel)).toHaveLength(0);
  });

  test('a response reaches the asker or everyone, and is expired after five', async () => {
    const id = local.workspace.newResponse('U0MAYA', channel);
    const responseUrl = local.apiUrl.replace('/api/', `/response/${id}`);
    expect(await slack.respond({ responseUrl, view: sentence('for you'), to: 'asker', key: 'k' })).toBe(
      'sent',
    );
    expect(local.workspace.seenBy('U0LEE', channel)).toHaveLength(0);
    for (let more = 0; more < 4; more++) {
      expect(await slack.respond({ responseUrl, view: sentence('for all'), to: 'everyone', key: 'k' })).toBe(
        'sent',
      );
    }
    expect(local.workspace.seenBy('U0LEE', channel)).toHaveLength(4);
    expect(await slack.respond({ responseUrl, view: sentence('too late'), to: 'everyone', key: 'k' })).toBe(
      'expired',
    );
  });

  test('a group’s members are known, and an unknown group has none', async () => {
    expect(await slack.groupMembers('S0OPS')).toEqual(['U0MAYA']);
    expect(await slack.groupMembers('S0NONE')).toEqual([]);
  });
});

describe('when Slack does not do as asked', () => {
  let server: Scripted;
  let slack: SlackClient;
  beforeEach(async () => {
    server = await startScripted();
    slack = createSlack({ token: new Secret('xoxb-t'), apiUrl: `${server.url}/api/`, log: keepLog() });
  });
  afterEach(() => server.close());
  const post = () => slack.post({ channel, view: sentence('x'), key: 'k' });

  test('a rate limit is thrown at once with the time it asks for, and nothing is tried again here', async () => {
    server.answers = [{ status: 429, headers: { 'retry-after': '30' }, body: '' }];
    await expect(post()).rejects.toMatchObject({ reason: 'limited', retryAfter: 30_000 });
    expect(server.requests).toHaveLength(1);
    await expect(
      slack.respond({ responseUrl: `${server.url}/r`, view: sentence('x'), to: 'asker', key: 'k' }),
    ).rejects.toMatchObject({ reason: 'limited', retryAfter: 30_000 });
  });

  test.each([
    [{ status: 503, body: '' }, 'unreachable'],
    [{ body: { ok: false, error: 'internal_error' } }, 'unreachable'],
    [{ body: { ok: false, error: 'invalid_auth' } }, 'unreachable'],
    [{ body: { ok: false, error: 'is_archived' } }, 'refused'],
    [{ body: { ok: false, error: 'invalid_blocks' } }, 'refused'],
  ])('the answer %j is %s', async (answer, reason) => {
    server.answers = [answer];
    await expect(post()).rejects.toMatchObject({ name: 'DeliveryError', reason });
    expect(server.requests).toHaveLength(1);
  });

  test('a trigger that is too old opens nothing and is not tried again; a closed modal is gone', async () => {
    server.answers = [{ body: { ok: false, error: 'expired_trigger_id' } }];
    const modal = { triggerId: 'old', title: 'Secret', view: sentence('x') };
    expect(await slack.openModal(modal)).toBeUndefined();
    expect(server.requests).toHaveLength(1);
    server.answers = [{ body: { ok: false, error: 'not_found' } }];
    expect(await slack.updateModal({ id: 'V1', title: 'Secret', view: sentence('x') })).toBe('gone');
    expect(server.requests).toHaveLength(2);
  });

  test('an answer that does not come is no answer', async () => {
    await server.close();
    await expect(post()).rejects.toMatchObject({ reason: 'unreachable' });
    const respond = slack.respond({
      responseUrl: `${server.url}/r`,
      view: sentence('x'),
      to: 'asker',
      key: 'k',
    });
    await expect(respond).rejects.toMatchObject({ reason: 'unreachable' });
  });

  test('it is asked each time whether it answers and takes our token', async () => {
    server.answers = [{ body: { ok: true } }, { body: { ok: false, error: 'token_revoked' } }];
    await slack.check();
    await expect(slack.check()).rejects.toThrow('Slack answered token_revoked');
  });

  test('it is asked who we are once, and again only if it did not say', async () => {
    const answer = { ok: true, team_id: 'T1', user_id: 'U1', bot_id: 'B1' };
    server.answers = [{ body: { ok: false, error: 'internal_error' } }, { body: answer }];
    await expect(slack.identity()).rejects.toThrow('Slack answered internal_error');
    const identities = await Promise.all([slack.identity(), slack.identity()]);
    expect(identities).toEqual(Array(2).fill({ team: 'T1', user: 'U1', bot: 'B1' }));
    expect(server.requests).toHaveLength(2);
  });
});

test('where Slack is not set up, what is meant for it is refused for good', async () => {
  await expect(noSlack.post({ channel, view: sentence('x'), key: 'k' })).rejects.toMatchObject({
    reason: 'refused',
  });
  expect(await noSlack.groupMembers('S1')).toEqual([]);
});
