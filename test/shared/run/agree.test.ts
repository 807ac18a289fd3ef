import { expect, test } from 'vitest';
import type { EmittedEvent } from '../../../local/aws/define.ts';
import { applyEvent, mergeRuns, type RunChange, unknownRun } from '../../../shared/run/merge.ts';
import type { Run } from '../../../shared/run/model.ts';
import { openShop } from '../aws/shop.ts';

/** The change that a CodePipeline event tells of. */
function changeOf({ detail, time, ...event }: EmittedEvent): RunChange | undefined {
  const [, kind] =
    /^CodePipeline (Pipeline|Stage|Action) Execution State Change$/.exec(event['detail-type']) ?? [];
  if (!kind) return undefined;
  const { pipeline, stage, action, state } = detail as Record<string, string>;
  const of = {
    pipeline: pipeline!,
    run: String(detail['execution-id']),
    state: state!,
    at: Date.parse(time),
  };
  if (kind === 'Pipeline') return { ...of, kind: 'run' };
  if (kind === 'Stage') return { ...of, kind: 'stage', stage: stage! };
  return { ...of, kind: 'action', stage: stage!, action: action! };
}

function statuses(run: Run) {
  const stages = run.stages.map((stage) => [
    stage.name,
    stage.status,
    ...stage.actions.map(({ name, status }) => `${name} ${status}`),
  ]);
  return [run.status, ...stages];
}

test('a run told by events and the same run read agree, in whichever order they are merged', async () => {
  const { local, pipelines, push, follow, approve } = await openShop();
  const events: RunChange[] = [];
  local.aws.onEvent((event) => {
    const change = changeOf(event);
    if (change) events.push(change);
  });
  const id = await push({}, { check: 'exit 1' });
  const waiting = await follow(id);
  await approve(id);
  const read = await follow(id, 'end');
  expect(events.length).toBeGreaterThan(10);

  const known = unknownRun({ pipeline: 'shop', id, region: 'us-east-1' });
  const told = events.reduce(applyEvent, known);
  expect(read.status).toBe('Failed');
  expect(statuses(mergeRuns(told, read))).toEqual(statuses(read));
  expect(statuses(events.reduce(applyEvent, read))).toEqual(statuses(read));
  // A reading from before is brought up to date by the events, also if they come backwards.
  expect(statuses(events.reduce(applyEvent, waiting))).toEqual(statuses(read));
  expect(statuses(events.toReversed().reduce(applyEvent, waiting))).toEqual(statuses(read));
  // A late reading of the past does not undo what is known.
  expect(statuses(mergeRuns(read, waiting))).toEqual(statuses(read));
  expect(await pipelines.run('shop', id)).toEqual(read);
});
