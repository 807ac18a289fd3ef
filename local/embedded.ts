import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bot, createBot } from '../bot/app.ts';
import { readConfig } from '../bot/config.ts';
import { type LocalAws, startAws } from './aws/server.ts';
import { type LocalGitHub, startGitHub } from './github/server.ts';
import { makeScratch } from './scratch.ts';
import { localCredentials, provisionShop, type Shop, sampleFolder } from './shop.ts';
import { type LocalSlack, startSlack } from './slack/server.ts';

/**
 * The whole world on this machine: an AWS, a Slack and a GitHub that are ours, and the bot that is everybody's,
 * set up by the very environment variables that point it at the real ones.
 */
export interface Embedded {
  readonly aws: LocalAws;
  readonly slack: LocalSlack;
  readonly github: LocalGitHub;
  readonly shop: Shop;
  readonly bot: Bot;
  /** What the bot was started with. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export const repository = 'acme/shop';
export const channel = 'C0DEPLOYS';

/** Maya may do everything, Lee may look and start, Guest may only read. */
export const people = {
  maya: { slack: 'U0MAYA', github: 'maya', email: 'maya@example.com' },
  lee: { slack: 'U0LEE', github: 'lee', email: 'lee@example.com' },
  guest: { slack: 'U0GUEST', github: 'guest', email: 'guest@example.com' },
} as const;

export async function startEmbedded(): Promise<Embedded> {
  const folder = await makeScratch('world');
  const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const aws = await startAws();
    closers.push(() => aws.close());
    const shop = await provisionShop(aws);
    const slack = await startSlack({
      users: Object.entries(people).map(([name, { slack: id, email }]) => ({ id, name, email })),
      channels: [{ id: channel, name: 'deploys' }],
    });
    closers.push(() => slack.close());
    let webhookUrl: string | undefined;
    const github = await startGitHub({ root: folder, webhookUrl: () => webhookUrl });
    closers.push(() => github.close());
    await createShopRepository(github);

    const env = botEnvironment({ aws, slack, github, shop, folder });
    const bot = await createBot(readConfig(env));
    closers.push(() => bot.close());
    webhookUrl = `${bot.address}/github/webhooks`;
    return { aws, slack, github, shop, bot, env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function createShopRepository(github: LocalGitHub): Promise<void> {
  const { git } = await github.forge.createRepository(repository, {
    maya: 'admin',
    lee: 'write',
    guest: 'read',
  });
  await git.commit('main', {
    message: 'Open the shop',
    author: { name: 'Maya', email: people.maya.email },
    edit: (checkout) => cp(sampleFolder, checkout, { recursive: true }),
  });
}

function botEnvironment(world: {
  aws: LocalAws;
  slack: LocalSlack;
  github: LocalGitHub;
  shop: Shop;
  folder: string;
}): Record<string, string> {
  const { aws, slack, github, shop, folder } = world;
  return {
    AWS_REGION: aws.aws.region,
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    DRAWBRIDGE_SQS_QUEUE_URL: shop.queueUrl,
    DRAWBRIDGE_POLICY: join(sampleFolder, 'drawbridge.yml'),
    DRAWBRIDGE_DATA: join(folder, 'drawbridge.sqlite'),
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken.reveal(),
    SLACK_APP_TOKEN: slack.appToken.reveal(),
    GITHUB_API_URL: github.apiUrl,
    GITHUB_APP_ID: String(github.appId),
    GITHUB_PRIVATE_KEY: github.privateKey.reveal(),
    GITHUB_WEBHOOK_SECRET: github.webhookSecret.reveal(),
    LOG_LEVEL: 'warn',
    HOST: '127.0.0.1',
    PORT: '0',
  };
}

export interface Release {
  readonly version: string;
  readonly message: string;
  readonly author: keyof typeof people;
  /** What the health check will complain of, for a release that must not go out. */
  readonly ailment?: string;
}

/** Writes a release on a branch, opens its pull request and merges it; where and what landed on main. */
export async function mergeRelease(
  github: LocalGitHub,
  release: Release,
): Promise<{ number: number; sha: string }> {
  const { forge } = github;
  const { git } = forge.repositories.get(repository)!;
  const branch = `release-${release.version}`;
  await git.move(branch, (await git.resolve('main'))!);
  const author = { name: release.author, email: people[release.author].email };
  const edit = (checkout: string) => writeRelease(checkout, release);
  const { sha } = await git.commit(branch, { message: release.message, author, edit });
  const pull = await forge.openPull({
    repository,
    title: release.message,
    author: release.author,
    head: branch,
    base: 'main',
  });
  await forge.mergePull(pull);
  return { number: pull.number, sha };
}

async function writeRelease(checkout: string, { version, ailment }: Release): Promise<void> {
  await writeFile(join(checkout, 'VERSION'), `${version}\n`);
  await cp(join(sampleFolder, 'server.js'), join(checkout, 'server.js'));
  if (ailment) await breakHealthCheck(join(checkout, 'server.js'), ailment);
}

async function breakHealthCheck(file: string, ailment: string): Promise<void> {
  const source = await readFile(file, 'utf8');
  const broken = source.replace('return undefined;', `return ${JSON.stringify(ailment)};`);
  if (broken === source) throw new Error('The sample has no health check to break.');
  await writeFile(file, broken);
}
