import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getOctokit } from '@actions/github';
import { expect, onTestFinished, test } from 'vitest';
import { startGitHub } from '../../../local/github/server.ts';

const repo = { owner: 'acme', repo: 'shop' };

async function openShop() {
  const root = await mkdtemp(join(tmpdir(), 'drawbridge-test-'));
  const github = await startGitHub({ root });
  onTestFinished(async () => {
    await github.close();
    await rm(root, { recursive: true, force: true });
  });
  const { git } = await github.forge.createRepository('acme/shop', {});
  const { sha } = await git.commit('main', {
    message: 'First',
    author: { name: 'Lee', email: 'lee@example.com' },
    edit: (folder) => writeFile(join(folder, 'a.txt'), 'a'),
  });
  const { rest } = getOctokit(github.workflowToken.reveal(), { baseUrl: github.apiUrl, request: { fetch } });
  const deploy = async (environment: string) => {
    const { data } = await rest.repos.createDeployment({
      ...repo,
      ref: 'main',
      environment,
      payload: { run: 'r1' },
    });
    if (!('id' in data)) throw new Error('No deployment was made');
    return data;
  };
  const tell = (deployment_id: number, state: 'in_progress' | 'success') =>
    rest.repos.createDeploymentStatus({ ...repo, deployment_id, state });
  const states = async (deployment_id: number) =>
    (await rest.repos.listDeploymentStatuses({ ...repo, deployment_id })).data.map(({ state }) => state);
  return { rest, sha, deploy, tell, states };
}

test('a deployment is of a commit, and lists its statuses newest first', async () => {
  const { rest, sha, deploy, tell, states } = await openShop();
  const deployment = await deploy('production');
  expect(deployment).toMatchObject({ sha, ref: 'main', environment: 'production', payload: { run: 'r1' } });
  await tell(deployment.id, 'in_progress');
  await tell(deployment.id, 'success');
  expect(await states(deployment.id)).toEqual(['success', 'in_progress']);
  expect((await rest.repos.listDeployments(repo)).data).toMatchObject([{ id: deployment.id }]);
});

test('a success makes the ones before it inactive, in its own environment only', async () => {
  const { deploy, tell, states } = await openShop();
  const [first, other, second] = [
    await deploy('production'),
    await deploy('test'),
    await deploy('production'),
  ];
  for (const { id } of [first, other, second]) await tell(id, 'success');
  expect(await states(first.id)).toEqual(['inactive', 'success']);
  expect(await states(other.id)).toEqual(['success']);
  expect(await states(second.id)).toEqual(['success']);
});

test('what cannot be is refused as GitHub does', async () => {
  const { rest, deploy } = await openShop();
  const { id: deployment_id } = await deploy('production');
  await expect(rest.repos.createDeployment({ ...repo, ref: 'gone' })).rejects.toMatchObject({ status: 422 });
  const state = 'great' as 'success';
  await expect(rest.repos.createDeploymentStatus({ ...repo, deployment_id, state })).rejects.toMatchObject({
    status: 422,
  });
  await expect(
    rest.repos.createDeploymentStatus({ ...repo, deployment_id: 1, state: 'success' }),
  ).rejects.toMatchObject({ status: 404 });
});
