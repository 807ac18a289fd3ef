import { markOf, wordsOf } from '../../shared/render/marks.ts';
import { duration, moment } from '../../shared/render/time.ts';
import type { Block, Line, View } from '../../shared/render/view.ts';
import type { Action, Run, Stage } from '../../shared/run/model.ts';

/** What an action has done in lines, such as a deployment's hosts and their lifecycle events. */
export interface Told {
  readonly stage: string;
  readonly action: string;
  readonly lines: readonly string[];
}

/** A run step by step, for its thread: what began and ended when, and what happened on the hosts. */
export function storyView(run: Run, told: readonly Told[]): View {
  const steps = run.stages.flatMap((stage) => stage.actions.flatMap((action) => stepOf(stage, action)));
  const hosts = told.flatMap(({ stage, action, lines }): Block[] =>
    lines.length > 0
      ? [
          { kind: 'note', text: `${stage}/${action}, by host` },
          { kind: 'code', lines },
        ]
      : [],
  );
  return {
    summary: `${run.pipeline}: step by step`,
    blocks: [{ kind: 'table', columns: ['Step', 'State', 'Time'], rows: steps }, ...hosts],
  };
}

function stepOf(stage: Stage, action: Action): Line[][] {
  const { name, status, startedAt, endedAt } = action;
  if (startedAt === undefined) return [];
  const took = endedAt === undefined ? '' : `, took ${duration(endedAt - startedAt)}`;
  const waits = action.category === 'Approval' && status === 'InProgress' ? 'Waiting' : status;
  return [[`${markOf(waits)} ${stage.name}/${name}`, wordsOf(waits), `${moment(startedAt)}${took}`]];
}
