import { describe, expect, test } from 'vitest';
import codecommit from '../../local/aws/services/codecommit/service.ts';
import { type ProxyHooks, startProxy } from './proxy.ts';
import { actionWorld, approvalStage } from './world.ts';

const given = { pipeline: 'shop', source: 'codecommit', wait: 'none' };

/** A pipeline that reads the branch main of a CodeCommit repository, and what goes over the wire to it. */
async function mirrorWorld(configuration: Record<string, string> = { PollForSourceChanges: 'false' }) {
  const world = await actionWorld();
  const mirrored = await world.local.aws.use(codecommit).create('mirror');
  const source = {
    name: 'Repo',
    actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' } as const,
    configuration: { RepositoryName: 'mirror', BranchName: 'main', ...configuration },
    outputArtifacts: [{ name: 'App' }],
  };
  await world.pipelineOf('shop', [source], [approvalStage]);
  const passwords = new Set<string>();
  const hooks: ProxyHooks = {
    before({ call, request }) {
      if (!call.includes('/v1/repos/')) return undefined;
      const [, basic = ''] = /^Basic (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
      passwords.add(Buffer.from(basic, 'base64').toString());
      return undefined;
    },
  };
  const aws = await startProxy(world.local.endpoint, hooks);
  const head = () => mirrored.git.resolve('refs/heads/main');
  const step = async (checkout: string, sha: string, env: Record<string, string> = {}) =>
    world.step({}, given, {
      AWS_ENDPOINT_URL: aws.endpoint,
      GITHUB_WORKSPACE: checkout,
      GITHUB_SHA: sha,
      ...env,
    });
  return { world, passwords, hooks, head, step };
}

// A new pipeline tells nothing of rules, so for some seconds a run is looked for.
describe('a push that is mirrored to CodeCommit', { timeout: 60_000 }, () => {
  test('is pushed with a signed password, and the run starts on that commit', async () => {
    const { world, passwords, head, step } = await mirrorWorld();
    const { code, log, outputs } = await (await step(await world.checkout(world.sha), world.sha)).main();
    expect(log).toContain(`Mirroring ${world.sha} to main of the CodeCommit repository mirror`);
    expect(code).toBe(0);
    expect(await head()).toBe(world.sha);
    const [run, ...others] = await world.runs('shop');
    expect(others).toEqual([]);
    expect(run).toMatchObject({
      pipelineExecutionId: outputs['execution-id'],
      sourceRevisions: [{ actionName: 'Repo', revisionId: world.sha }],
    });
    for (const password of passwords) expect(password).toMatch(/^AKIATEST:\d{8}T\d{6}Z[0-9a-f]{64}$/);
    expect(passwords.size).toBe(1);
    for (const password of passwords) expect(log).not.toContain(password.split('Z')[1]);
  });

  test('starts one run where CodePipeline polls the branch, and none is started twice', async () => {
    const { world, step } = await mirrorWorld({});
    const { code, log, outputs } = await (await step(await world.checkout(world.sha), world.sha)).main();
    expect(log).toContain('by itself, so it is not started again');
    expect(code).toBe(0);
    const runs = await world.runs('shop');
    expect(runs.map(({ pipelineExecutionId }) => pipelineExecutionId)).toEqual([outputs['execution-id']]);
  });

  test('that is there already starts a run on it', async () => {
    const { world, step } = await mirrorWorld({});
    const checkout = await world.checkout(world.sha);
    await (await step(checkout, world.sha)).main();
    const { code, log } = await (await step(checkout, world.sha, { GITHUB_RUN_ID: '78' })).main();
    expect(code).toBe(0);
    expect(log).not.toContain('by itself');
    expect(await world.runs('shop')).toHaveLength(2);
  });

  test('never overwrites what is not on GitHub', async () => {
    const { world, head, step } = await mirrorWorld();
    const older = world.sha;
    const newer = await world.change({ 'index.html': 'new' });
    await (await step(await world.checkout(newer.sha), newer.sha)).main();
    const { code, log } = await (await step(await world.checkout(older), older)).main();
    expect(code).toBe(1);
    expect(log).toContain(
      '::error::The branch main of the CodeCommit repository mirror has commits that this push has not',
    );
    expect(await head()).toBe(newer.sha);
  });

  test('needs the whole history', async () => {
    const { world, step } = await mirrorWorld();
    const { sha } = await world.change({ 'index.html': 'new' });
    const shallow = await world.checkout(sha, { depth: 1 });
    const { code, log } = await (await step(shallow, sha)).main();
    expect(code).toBe(1);
    expect(log).toContain('use `fetch-depth: 0` with actions/checkout');
    expect(await world.runs('shop')).toEqual([]);
  });

  test('that is killed when it was pushed has its run stopped', async () => {
    const { world, step, hooks } = await mirrorWorld({});
    const env = { 'INPUT_ON-CANCEL': 'abandon', INPUT_WAIT: 'end' };
    const main = await step(await world.checkout(world.sha), world.sha, env);
    hooks.after = ({ call }) => {
      if (call.endsWith('/git-receive-pack')) main.kill('SIGKILL');
    };
    expect((await main.main()).signal).toBe('SIGKILL');
    expect((await main.post()).code).toBe(0);
    const [run, ...others] = await world.runs('shop');
    expect(others).toEqual([]);
    expect(['Stopping', 'Stopped']).toContain(run?.status);
  });
});
