import { RollbackStageCommand, StopPipelineExecutionCommand } from '@aws-sdk/client-codepipeline';
import { expect, test } from 'vitest';
import { actionWorld, approvalStage, deployStage } from './world.ts';

const tree = { 'index.html': 'hello' };
const again = { GITHUB_RUN_ID: '78' };

/** Calls back once, when the log says so. */
function once(sign: string, work: () => void) {
  let done = false;
  return (_: unknown, log: string) => {
    if (done || !log.includes(sign)) return;
    done = true;
    work();
  };
}

test('a run that AWS rolled back is red by default, though the rollback went well', async () => {
  const world = await actionWorld();
  const stage = await world.buildStage('unit');
  await world.pipeline('shop', [{ ...stage, onFailure: { result: 'ROLLBACK' } }]);
  const build = (command: string) => ({
    'unit.yml': `version: 0.2\nphases: {build: {commands: ['${command}']}}`,
  });
  const good = await (await world.step(build('exit 0'), { pipeline: 'shop' })).main();
  expect(good).toMatchObject({ code: 0, outputs: { outcome: 'succeeded' } });

  const bad = await (await world.step(build('exit 3'), { pipeline: 'shop' }, again)).main();
  expect(bad).toMatchObject({ code: 1, outputs: { outcome: 'rolled-back', status: 'Failed' } });
  const runs = await world.runs('shop');
  const rollback = runs.find(({ executionType }) => executionType === 'ROLLBACK');
  expect(bad.log).toContain(
    `The run ${bad.outputs['execution-id']} was rolled back by the run ${rollback?.pipelineExecutionId}:`,
  );
  const told = `The run ${rollback?.pipelineExecutionId} rolled this one back to what ${good.outputs['execution-id']} had deployed, and succeeded.`;
  expect(bad.log).toContain(`::error title=shop was rolled back::${told}`);
  expect(bad.summary).toContain(rollback!.pipelineExecutionId!);

  const only = { pipeline: 'shop', 'fail-on': 'failed' };
  const green = await (await world.step(build('exit 3'), only, { GITHUB_RUN_ID: '79' })).main();
  expect(green).toMatchObject({ code: 0, outputs: { outcome: 'rolled-back' } });
});

test('a run that somebody rolled back while it went on is red, though it says that it succeeded', async () => {
  const world = await actionWorld();
  await world.bucket('site');
  await world.pipeline('shop', [deployStage, approvalStage]);
  const first = await world.step(tree, { pipeline: 'shop', wait: 'approval' });
  const before = (await first.main()).outputs['execution-id']!;
  await world.approve('shop', before);
  const step = await world.step({ 'index.html': 'other' }, { pipeline: 'shop' }, again);
  const { code, outputs } = await step.main(
    once('waits for an approval', async () => {
      const target = { stageName: 'Deploy', targetPipelineExecutionId: before };
      await world.pipelines.send(new RollbackStageCommand({ pipelineName: 'shop', ...target }));
      await world.approve('shop', (await world.runs('shop'))[1]!.pipelineExecutionId!);
    }),
  );
  expect(outputs).toMatchObject({ status: 'Succeeded', outcome: 'rolled-back' });
  expect(code).toBe(1);
});

test.each([
  [{}, 1],
  [{ 'fail-on': 'failed' }, 0],
])('a run that somebody stops, with %o, ends with %i', async (given, expected) => {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage]);
  const step = await world.step(tree, { pipeline: 'shop', ...given });
  const { code, outputs } = await step.main(
    once('waits for an approval', async () => {
      const [run] = await world.runs('shop');
      const { pipelineExecutionId } = run!;
      const command = { pipelineName: 'shop', pipelineExecutionId, abandon: true };
      await world.pipelines.send(new StopPipelineExecutionCommand(command));
    }),
  );
  expect({ code, outcome: outputs.outcome }).toEqual({ code: expected, outcome: 'stopped' });
});

test('a run that a newer one overtakes is told apart from one that failed', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [approvalStage, { ...approvalStage, name: 'Second' }]);
  const first = await world.step(tree, { pipeline: 'shop', wait: 'approval' });
  await first.main(); // Holds the gate.
  const second = await world.step({ 'index.html': 'two' }, { pipeline: 'shop' }, again);
  const waiting = second.main(
    once('Source succeeded', async () => {
      const third = { pipeline: 'shop', wait: 'none' };
      await (await world.step({ 'index.html': 'three' }, third, { GITHUB_RUN_ID: '79' })).main();
    }),
  );
  const { code, outputs } = await waiting;
  expect({ code, outcome: outputs.outcome }).toEqual({ code: 1, outcome: 'superseded' });
});

test('who may answer an approval, what they are to read and where they answer stands in the log', async () => {
  const world = await actionWorld();
  const [action] = approvalStage.actions!;
  const configuration = { CustomData: 'Mind the step', ExternalEntityLink: 'https://shop.example/preview' };
  await world.pipeline('shop', [{ ...approvalStage, actions: [{ ...action!, configuration }] }]);
  const given = { pipeline: 'shop', wait: 'approval', approvers: '@acme/release' };
  const { log } = await (await world.step(tree, given)).main();
  expect(log).toContain(`  ✋ Approve waits for approval
    To be answered by @acme/release.
    Mind the step
    To be reviewed: https://shop.example/preview
::notice::shop waits for an approval in Gate/Approve: answer it at https://`);
});
