import { expect, test } from 'vitest';
import { startForwardProxy } from './forward-proxy.ts';
import { actionWorld, deployStage } from './world.ts';

const tree = { 'index.html': 'hello' };

/** An AWS and a GitHub that are reached through a proxy only: nobody else knows their names. */
async function proxiedWorld() {
  const world = await actionWorld();
  await world.bucket('site');
  await world.pipeline('shop', [deployStage]);
  const proxy = await startForwardProxy({
    'aws.test': world.local.endpoint,
    'source.aws.test': `${world.local.endpoint}/source`,
    'git.test': new URL(world.github.apiUrl).origin,
  });
  const env = {
    AWS_ENDPOINT_URL: 'https://aws.test',
    GITHUB_API_URL: `https://git.test${new URL(world.github.apiUrl).pathname}`,
    NODE_EXTRA_CA_CERTS: proxy.certificate,
  };
  return { world, proxy, env };
}

test.each(['HTTPS_PROXY', 'https_proxy'])('AWS and GitHub are reached through %s', async (name) => {
  const { world, proxy, env } = await proxiedWorld();
  const given = { pipeline: 'shop', environment: 'production' };
  const { code, log, outputs } = await (await world.step(tree, given, { ...env, [name]: proxy.url })).main();
  expect(log).not.toMatch(/::(error|warning)/);
  expect(code).toBe(0);
  expect(JSON.parse(outputs.json!).change.pullRequest).toBe(1);
  expect(world.github.forge.deployments).toHaveLength(1);
  expect(new Set(proxy.tunnels)).toEqual(new Set(['aws.test:443', 'source.aws.test:443', 'git.test:443']));
});

test('a proxy that does not let through to AWS is said to be in the way', async () => {
  const { world, proxy, env } = await proxiedWorld();
  const elsewhere = { ...env, AWS_ENDPOINT_URL: 'https://other.test', HTTPS_PROXY: proxy.url };
  const { code, log } = await (await world.step(tree, { pipeline: 'shop' }, elsewhere)).main();
  expect(code).toBe(1);
  expect(log).toMatch(/^::error::.*cannot be reached \(ERR_PROXY_TUNNEL\)/m);
});
