import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { UserError } from '../../shared/errors.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_APP_TOKEN: 'xapp-secret' };
const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const pem = pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey).trim();
const github = {
  GITHUB_APP_ID: '12',
  GITHUB_PRIVATE_KEY: pem.replaceAll('\n', '\\n'),
  GITHUB_WEBHOOK_SECRET: 'hook-secret',
};
const aws = { AWS_REGION: 'eu-central-1' };

test('Slack alone, GitHub alone or both will do; the rest has defaults', () => {
  expect(readConfig({ ...slack, ...aws })).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    policy: 'drawbridge.yml',
    data: 'drawbridge.sqlite',
    logLevel: 'info',
    github: undefined,
    aws: { region: 'eu-central-1', credentials: undefined },
  });
  expect(readConfig({ ...github, ...aws }).slack).toBeUndefined();
  const both = readConfig({ ...slack, ...github, ...aws, PORT: '0', SLACK_API_URL: ' ' });
  expect(both.port).toBe(0);
  expect(both.slack?.apiUrl).toBeUndefined();
  expect(both.github?.privateKey.reveal()).toBe(pem);
});

test('the credentials of the environment it is given are the ones that are used', () => {
  const { credentials } = readConfig({
    ...slack,
    ...aws,
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'key',
  }).aws;
  expect(credentials?.id).toBe('id');
  expect(credentials?.secret.reveal()).toBe('key');
});

test('SNS topics are a list of ARNs, and nothing else', () => {
  const [one, two] = [
    'arn:aws:sns:eu-west-1:123456789012:a',
    'arn:aws-cn:sns:cn-north-1:123456789012:b.fifo',
  ];
  const topicsOf = (DRAWBRIDGE_SNS_TOPICS: string) =>
    readConfig({ ...slack, ...aws, DRAWBRIDGE_SNS_TOPICS }).aws.topics;
  expect(topicsOf(`${one}, ${two}`)).toEqual([one, two]);
  expect(topicsOf('')).toEqual([]);
  expect(() => topicsOf(`${one} everything`)).toThrow(/^DRAWBRIDGE_SNS_TOPICS is not a list of ARNs/);
});

test('no secret shows when the configuration is printed', () => {
  const config = readConfig({
    ...slack,
    ...github,
    ...aws,
    DRAWBRIDGE_AWS_EVENTS_KEY: 'events-secret',
    DATABASE_URL: 'postgres://bot:database-secret@db/bot',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'aws-secret',
  });
  for (const printed of [JSON.stringify(config), inspect(config, { depth: 9 })]) {
    expect(printed).not.toMatch(/-secret|PRIVATE KEY/);
  }
});

describe('what is missing or wrong is said in one sentence each', () => {
  test.each([
    [
      { ...slack, ...aws, DATABASE_URL: 'mysql://db' },
      'DATABASE_URL is not an address that begins with postgres://.',
    ],
    [
      { ...aws },
      'Set SLACK_BOT_TOKEN, or GITHUB_APP_ID, or both: there is neither Slack nor GitHub to listen to.',
    ],
    [
      { ...aws, SLACK_APP_TOKEN: 'x' },
      'Set SLACK_BOT_TOKEN to the bot token of your Slack app; it begins with xoxb-.',
    ],
    [
      { ...aws, SLACK_BOT_TOKEN: 'x' },
      'Set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (requests by HTTP).',
    ],
    [slack, 'Set AWS_REGION to the region of your pipelines, such as eu-central-1.'],
    [{ ...slack, ...aws, PORT: 'http' }, 'PORT is not a port between 0 and 65535.'],
    [
      { ...slack, ...aws, SLACK_API_URL: 'slack.com' },
      'SLACK_API_URL is not an address that begins with http:// or https://.',
    ],
    [{ ...slack, ...aws, LOG_LEVEL: 'loud' }, 'LOG_LEVEL is not one of silent, error, warn, info.'],
    [{ ...github, ...aws, GITHUB_APP_ID: 'mine' }, 'GITHUB_APP_ID is not the number of a GitHub App.'],
    ...[
      'rubbish',
      pem.slice(0, 400),
      pem.replaceAll('\n', ' '),
      pemOf(generateKeyPairSync('ed25519').privateKey),
    ].map((GITHUB_PRIVATE_KEY): [Record<string, string>, string] => [
      { ...github, ...aws, GITHUB_PRIVATE_KEY },
      'GITHUB_PRIVATE_KEY is no RSA private key in PEM.',
    ]),
    [
      { ...aws, SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      'SLACK_BOT_TOKEN is an app-level token; the bot token begins with xoxb-.\nSLACK_APP_TOKEN is not an app-level token, which begins with xapp-.',
    ],
  ])('%j', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(new UserError(sentence));
  });

  test('all at once', () => {
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'x', GITHUB_APP_ID: '1' })).toThrow(
      new UserError(
        [
          'Set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (requests by HTTP).',
          'Set GITHUB_PRIVATE_KEY to the private key of your GitHub App (PEM).',
          'Set GITHUB_WEBHOOK_SECRET to the webhook secret of your GitHub App.',
          'Set AWS_REGION to the region of your pipelines, such as eu-central-1.',
        ].join('\n'),
      ),
    );
  });
});
