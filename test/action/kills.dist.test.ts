import { describe, expect, test } from 'vitest';
import { type ProxyHooks, type Seen, startProxy } from './proxy.ts';
import { sources } from './sources.ts';
import { actionWorld, type World } from './world.ts';

type Kind = keyof typeof sources;
type When = 'before' | 'after';

/** A step in a world of its own, with something in the way of all that it asks of AWS and GitHub. */
async function stepWith(kind: Kind, wait: string, hooksOf: (kill: () => void) => ProxyHooks) {
  const world = await actionWorld({ isCompared: false }); // Git goes on when the step is dead, as long as it likes.
  const { inputs, env } = await sources[kind](world);
  const hooks = hooksOf(() => step.kill('SIGKILL'));
  const aws = await startProxy(world.local.endpoint, hooks);
  const { origin, pathname } = new URL(world.github.apiUrl);
  const github = await startProxy(origin, hooks);
  const given = { pipeline: 'shop', environment: 'production', 'on-cancel': 'abandon', wait, ...inputs };
  const step = await world.step({ 'index.html': 'hello' }, given, {
    ...env,
    AWS_ENDPOINT_URL: aws.endpoint,
    GITHUB_API_URL: github.endpoint + pathname,
  });
  return { world, step };
}

/** All that a step asks for from its beginning to the approval, each once. */
async function callsOf(kind: Kind): Promise<string[]> {
  const calls: string[] = [];
  const { world, step } = await stepWith(kind, 'approval', () => ({
    before: ({ call }) => void calls.push(named(call, world)),
  }));
  expect((await step.main()).code).toBe(0);
  // Git outlives the step that began it, so what it asks before it pushes is no end: the post step waits for its run.
  return [...new Set(calls)].filter((call) => !call.startsWith('GET /v1/repos/'));
}

/** Commits have another name in each world. */
function named(call: string, { sha }: World): string {
  return call.replace(sha, '<sha>');
}

/** Kills the step at a call: before it goes out, or when it was answered and nobody has heard it. */
async function killedAt(kind: Kind, when: When, call: string) {
  let isKilled = false;
  const { world, step } = await stepWith(kind, 'end', (kill) => {
    const hook = (seen: Seen) => {
      if (isKilled || named(seen.call, world) !== call) return undefined;
      isKilled = true;
      kill();
      return 'drop' as const;
    };
    return when === 'before' ? { before: hook } : { after: (seen) => void hook(seen) };
  });
  const { signal } = await step.main();
  expect({ call, signal }).toEqual({ call, signal: 'SIGKILL' });
  expect({ call, code: (await step.post()).code }).toEqual({ call, code: 0 });
  return { runs: await world.runs('shop'), deployments: world.github.forge.deployments };
}

const startsByItself: readonly Kind[] = ['s3 source that is polled', 'mirrored CodeCommit source'];
const changes = /^(PUT|POST) |^StartPipelineExecution$/;

describe('a step that is killed at any call leaves no run, or a stopped one', () => {
  test.each(Object.keys(sources) as Kind[])('%s', { timeout: 240_000 }, async (kind) => {
    const calls = await callsOf(kind);
    expect(calls).toContain('GetPipelineExecution');
    const begins = startsByItself.includes(kind)
      ? /^PUT |^POST .*git-receive-pack$/
      : /^StartPipelineExecution$/;
    const begun = calls.findIndex((call) => begins.test(call));
    for (const [index, call] of calls.entries()) {
      const times: When[] = changes.test(call) ? ['before', 'after'] : ['before'];
      for (const when of times) {
        const { runs, deployments } = await killedAt(kind, when, call);
        const isBegun = index > begun || (index === begun && (when === 'after' || call.startsWith('Start')));
        const states = runs.map(({ status }) => (status === 'Stopping' ? 'Stopped' : status));
        const isGits = call.endsWith('git-receive-pack');
        if (isGits) expect(['', 'Stopped']).toContain(states.join());
        else expect({ when, call, states }).toEqual({ when, call, states: isBegun ? ['Stopped'] : [] });
        for (const { statuses } of deployments.filter((one) => one.statuses.length > 0))
          expect({ call, state: statuses.at(-1)?.state }).not.toEqual({ call, state: 'in_progress' });
      }
    }
  });
});
