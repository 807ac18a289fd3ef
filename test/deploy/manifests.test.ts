import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (name: string) => readFile(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');

test('the Slack app may do what the bot does there, and no more', async () => {
  const manifest = parse(await read('slack-manifest.yml'));
  expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([
    '/deploy',
  ]);
  expect(manifest.features.app_home.home_tab_enabled).toBe(true);
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([
    'app_mention',
    'app_home_opened',
    'message.channels',
    'message.groups',
  ]);
  expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([
    'app_mentions:read',
    'channels:history',
    'chat:write',
    'commands',
    'groups:history',
    'im:history',
    'im:write',
    'usergroups:read',
    'users:read',
    'users:read.email',
  ]);
});

test('the GitHub App hears comments and may do what the bot does there, and no more', async () => {
  const manifest = JSON.parse(await read('github-app.json'));
  expect(manifest.default_events).toEqual(['issue_comment']);
  expect(manifest.hook_attributes.url).toMatch(/\/github\/webhooks$/);
  expect(manifest.default_permissions).toEqual({
    issues: 'write',
    pull_requests: 'write',
    metadata: 'read',
    // For `diff`, for the authors of what goes out, and for the rule that checks be green.
    contents: 'read',
    checks: 'read',
    // What a run leaves at its commit.
    deployments: 'write',
    statuses: 'write',
    members: 'read',
  });
});
