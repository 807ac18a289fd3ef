import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlack, startSlack } from '../../../local/slack/server.ts';

const user = 'U0MAYA';
let slack: LocalSlack;
let web: WebClient;

beforeEach(async () => {
  slack = await startSlack({ users: [{ id: user, name: 'maya' }], channels: [] });
  const options = { slackApiUrl: slack.apiUrl, logLevel: LogLevel.ERROR, retryConfig: { retries: 0 } };
  web = new WebClient(slack.botToken.reveal(), options);
});
afterEach(() => slack.close());

const title = { type: 'plain_text' as const, text: 'Approve' };
const modal = { type: 'modal' as const, title, blocks: [{ type: 'divider' as const }] };
const trigger = () => slack.workspace.newTrigger(user);

test('a modal is replaced by its id, and with its hash only if it is as it was', async () => {
  const { view } = await web.views.open({ trigger_id: trigger(), view: modal });
  const other = { ...modal, title: { ...title, text: 'Other' } };
  await web.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: other });
  expect(slack.workspace.views.top(user)?.title).toBe('Other');
  const again = web.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: modal });
  await expect(again).rejects.toThrow('hash_conflict');
  await expect(web.views.update({ view_id: 'V0NONE', view: modal })).rejects.toThrow('not_found');
});

test('three modals lie on each other at most', async () => {
  await web.views.open({ trigger_id: trigger(), view: modal });
  for (let more = 0; more < 2; more++) await web.views.push({ trigger_id: trigger(), view: modal });
  const push = web.views.push({ trigger_id: trigger(), view: modal });
  await expect(push).rejects.toThrow('push_limit_reached');
});

test.each([
  ['private_metadata is longer than 3000', { private_metadata: 'x'.repeat(3_001) }],
  ['title has 25 characters of 24', { title: { ...title, text: 'x'.repeat(25) } }],
  ['callback_id is longer than 255', { callback_id: 'x'.repeat(256) }],
  ['there are 101 blocks', { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' as const })) }],
])('what Slack refuses is refused: %s', async (fault, more) => {
  const opened = web.views.open({ trigger_id: trigger(), view: { ...modal, ...more } });
  await expect(opened).rejects.toMatchObject({
    data: { error: 'invalid_arguments', response_metadata: { messages: [fault] } },
  });
  expect(slack.workspace.views.modals).toEqual([]);
});

test('a Home tab is shown to one person, in place of the one before', async () => {
  const home = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
  await web.views.publish({ user_id: user, view: home });
  await web.views.publish({ user_id: user, view: home });
  expect(slack.workspace.views.homes.size).toBe(1);
  await expect(web.views.publish({ user_id: 'U0NOBODY', view: home })).rejects.toThrow('user_not_found');
  await expect(web.views.publish({ user_id: user, view: modal as never })).rejects.toThrow(
    'invalid_arguments',
  );
});
