import { type Block, sentence, type View } from '../../shared/render/view.ts';
import type { Action, Run, Stage } from '../../shared/run/model.ts';

/** That an action has failed and why, with the end of its log. */
export function failureView(run: Run, stage: Stage, action: Action): View {
  const { reason } = action;
  const why = reason?.text ?? action.summary ?? 'AWS gives no reason.';
  const what = `${run.pipeline}: ${stage.name}/${action.name} failed`;
  const where = reason?.where ? ` (${reason.where})` : '';
  const blocks: Block[] = [{ kind: 'text', text: [{ strong: what }, `${where}: ${why}`] }];
  if (reason?.log?.length) blocks.push({ kind: 'code', lines: reason.log });
  if (reason?.url) blocks.push({ kind: 'note', text: [{ link: 'Open the log', to: reason.url }] });
  return { summary: `${what}: ${why}`, blocks };
}

/** That a run has failed and none of its actions did: a condition of a stage has ended it. */
export function conditionView({ pipeline, obstacle }: Run): View {
  const what = `${pipeline}: the run failed`;
  if (obstacle?.kind !== 'condition')
    return sentence([{ strong: what }, ': a condition of a stage has ended it.']);
  const { stage, text } = obstacle;
  return sentence([{ strong: what }, `: a condition of ${stage} has ended it${text ? `: ${text}` : '.'}`]);
}
