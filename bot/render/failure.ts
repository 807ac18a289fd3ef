import type { Block, View } from '../../shared/render/view.ts';
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
