import { expect, test } from 'vitest';
import { sources } from './sources.ts';
import { actionWorld } from './world.ts';

test.each(['Git source', 'ECR source', 'mirrored CodeCommit source'] as const)(
  'a run of a %s is started on exactly what was pushed',
  { timeout: 60_000 },
  async (kind) => {
    const world = await actionWorld();
    const { inputs, env, revision } = await sources[kind](world);
    // Main has moved on by then: the run is not to take what is newest.
    await world.change({ 'index.html': 'newer' });
    const step = await world.step({}, { pipeline: 'shop', wait: 'approval', ...inputs }, env);
    const { code, log, outputs } = await step.main();
    expect(log).not.toContain('::error');
    expect(code).toBe(0);
    expect(await world.runs('shop')).toMatchObject([
      { pipelineExecutionId: outputs['execution-id'], sourceRevisions: [{ revisionId: revision }] },
    ]);
  },
);
