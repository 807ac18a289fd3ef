import { describeAction } from '../providers/find.ts';
import {
  type Action,
  type Change,
  isFinal,
  type Run,
  type Stage,
  stageToCome,
  waitingApproval,
} from '../run/model.ts';
import { markOf, statusOf, wordsOf } from './marks.ts';
import { duration, moment } from './time.ts';
import type { Block, Button, Inline, Line, View } from './view.ts';

export interface RunViewOptions {
  /** Who may answer an approval. */
  readonly approvers?: Line;
  /** What the pipeline's author wrote for the approver. */
  readonly note?: string;
}

/**
 * A run as people read it: what it is, what it carries, how far it is, what it waits for or why it failed, and
 * what can be done now. Times are absolute, so that the view stays true when nobody renders it again.
 */
export function renderRun(run: Run, options: RunViewOptions = {}): View {
  const title = titleOf(run);
  const change = changeLine(run.change);
  const blocks: Block[] = [{ kind: 'heading', text: `${markOf(statusOf(run))} ${title}` }];
  if (change.length > 0) blocks.push({ kind: 'text', text: change });
  if (run.stages.length > 0) blocks.push(stageTable(run.stages));
  blocks.push(...waiting(run, options), ...heldUp(run), ...failures(run));
  const buttons = buttonsFor(run);
  if (buttons.length > 0) blocks.push({ kind: 'buttons', buttons });
  blocks.push({ kind: 'note', text: footnote(run) });
  return { summary: title, blocks };
}

/** `1f3a9c2 Fix the door by ada · #12 · acme/shop`, with links where the repository is known. */
export function changeLine(change: Change): Inline[] {
  const { repository, commit, revision, message, author, actor, pullRequest, ref } = change;
  const web = repository && `${serverOf(change)}/${repository}`;
  const short = commit?.slice(0, 7);
  const parts: Inline[][] = [];
  const what: Inline[] = [];
  if (short) what.push(web ? { link: short, to: `${web}/commit/${commit}` } : { code: short });
  else if (revision) what.push('revision ', { code: revision.slice(0, 12) });
  if (message) what.push(what.length > 0 ? ' ' : '', { strong: message });
  const who = author ?? actor;
  if (who) what.push(` by ${who}`);
  if (what.length > 0) parts.push(what);
  if (pullRequest !== undefined) {
    parts.push([web ? { link: `#${pullRequest}`, to: `${web}/pull/${pullRequest}` } : `#${pullRequest}`]);
  }
  if (repository) parts.push([{ link: repository, to: `${serverOf(change)}/${repository}` }]);
  if (ref) parts.push([ref.replace(/^refs\/(heads|tags)\//, '')]);
  return parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part]));
}

/** The run's page in the AWS console. */
export function consoleUrl({ pipeline, id, region }: Pick<Run, 'pipeline' | 'id' | 'region'>): string {
  const path = `pipelines/${encodeURIComponent(pipeline)}/executions/${encodeURIComponent(id)}/timeline`;
  return `https://${region}.console.aws.amazon.com/codesuite/codepipeline/${path}?region=${region}`;
}

function titleOf(run: Run): string {
  const what = run.kind === 'ROLLBACK' ? `${run.pipeline}, rollback` : run.pipeline;
  const failed = run.status === 'Failed' && run.stages.find(({ status }) => status === 'Failed');
  const waits = isFinal(run) ? undefined : waitingApproval(run);
  const where = failed ? ` in ${failed.name}` : waits ? ` in ${waits.stage.name}` : '';
  return `${what}: ${wordsOf(statusOf(run))}${where}`;
}

function stageTable(stages: readonly Stage[]): Block {
  const rows = stages.map((stage): Line[] => {
    const waits = stage.actions.some(isWaiting);
    const status = waits ? 'Waiting' : stage.status;
    return [`${markOf(status)} ${stage.name}`, `${wordsOf(status)}${busyWith(stage)}`, timeOf(stage)];
  });
  return { kind: 'table', columns: ['Stage', 'State', 'Time'], rows };
}

/** What runs in the stage now, where AWS has given it a name: ` (build shop:1f3a…)`. */
function busyWith({ actions }: Stage): string {
  const named = actions.filter(({ status, externalId }) => status === 'InProgress' && externalId);
  const running = named.filter((action) => !isWaiting(action)).map(describeAction);
  return running.length > 0 ? ` (${running.join(', ')})` : '';
}

function timeOf({ startedAt, endedAt }: Stage): string {
  if (startedAt === undefined) return '';
  return endedAt === undefined ? `since ${moment(startedAt)}` : duration(endedAt - startedAt);
}

function isWaiting({ category, status }: Action): boolean {
  return category === 'Approval' && status === 'InProgress';
}

function waiting(run: Run, { approvers, note }: RunViewOptions): Block[] {
  const found = waitingApproval(run);
  if (!found) return [];
  const { stage, action } = found;
  const since = action.startedAt === undefined ? '' : ` since ${moment(action.startedAt)}`;
  const text: Inline[] = [{ strong: `${stage.name}/${action.name}` }, ` waits for an answer${since}.`];
  if (approvers) text.push(' ', ...(typeof approvers === 'string' ? [approvers] : approvers), ' may answer.');
  const blocks: Block[] = [{ kind: 'text', text }];
  if (note) blocks.push({ kind: 'text', text: note });
  return blocks;
}

/** Of what was read long ago only what may still hold. */
function heldUp(run: Run): Block[] {
  const { obstacle } = run;
  if (!obstacle || stageToCome(run)?.name !== obstacle.stage) return [];
  const { kind, stage, text, since } = obstacle;
  if (kind === 'busy') {
    return [{ kind: 'text', text: [{ strong: stage }, ' is busy with run ', { code: text ?? '' }, '.'] }];
  }
  const from = since === undefined ? '' : ` since ${moment(since)}`;
  return [{ kind: 'text', text: [{ strong: stage }, ` lets no run in${from}`, text ? `: ${text}` : '.'] }];
}

function failures(run: Run): Block[] {
  const failed = run.stages.flatMap((stage) =>
    stage.actions.filter(({ status }) => status === 'Failed').map((action) => failure(stage, action)),
  );
  if (failed.length > 0 || run.status !== 'Failed') return failed.flat();
  const { obstacle } = run;
  if (obstacle?.kind !== 'condition') {
    return [{ kind: 'text', text: 'No action failed: a condition of a stage has ended the run.' }];
  }
  const { stage, text } = obstacle;
  const why = text ? `: ${text}` : '.';
  return [{ kind: 'text', text: [{ strong: stage }, ` has a condition that ended the run${why}`] }];
}

function failure(stage: Stage, action: Action): Block[] {
  const { reason } = action;
  const text: Inline[] = [{ strong: `${stage.name}/${action.name}` }, ' failed'];
  if (reason?.where) text.push(' (', { code: reason.where }, ')');
  text.push(`: ${reason?.text ?? action.summary ?? 'AWS gives no reason.'}`);
  const url = reason?.url ?? action.externalUrl;
  if (url) text.push(' ', { link: 'Open in AWS', to: url });
  const blocks: Block[] = [{ kind: 'text', text }];
  if (reason?.log && reason.log.length > 0) blocks.push({ kind: 'code', lines: reason.log });
  return blocks;
}

function buttonsFor(run: Run): Button[] {
  const { pipeline, id } = run;
  if (!isFinal(run)) {
    if (isShut(run)) {
      return [{ label: 'Resume', command: `resume ${pipeline} ${run.obstacle?.stage}`, asks: 'reason' }];
    }
    if (!waitingApproval(run)) return [];
    return [
      { label: 'Approve', command: `approve ${pipeline} ${id}`, style: 'primary' },
      {
        label: 'Reject',
        command: `reject ${pipeline} ${id}`,
        asks: 'reason',
        style: 'danger',
      },
    ];
  }
  if (run.kind === 'ROLLBACK') return [];
  const failed = run.stages.find(({ status }) => status === 'Failed');
  const buttons: Button[] = [];
  if (failed) buttons.push({ label: 'Retry', command: `retry ${pipeline} ${id} ${failed.name}` });
  const stage = rollbackStage(run, failed);
  if (stage) {
    buttons.push({
      label: 'Roll back',
      command: `rollback ${pipeline} ${stage.name}`,
      style: 'danger',
    });
  }
  return buttons;
}

function isShut(run: Run): boolean {
  return run.obstacle?.kind === 'closed' && stageToCome(run)?.name === run.obstacle.stage;
}

/** Where there is something to undo: the deploying stage that failed, or after a success the last one. */
function rollbackStage(run: Run, failed: Stage | undefined): Stage | undefined {
  const deploys = ({ actions }: Stage) => actions.some(({ category }) => category === 'Deploy');
  if (failed) return deploys(failed) ? failed : undefined;
  return run.status === 'Succeeded' ? run.stages.findLast(deploys) : undefined;
}

function footnote(run: Run): Inline[] {
  const text: Inline[] = ['Run ', { link: run.id.slice(0, 8), to: consoleUrl(run) }];
  if (run.rollbackOf) text.push(` · brings back ${run.rollbackOf.slice(0, 8)}`);
  if (run.startedAt !== undefined) text.push(` · started ${moment(run.startedAt)}`);
  if (run.startedAt !== undefined && run.endedAt !== undefined) {
    text.push(` · took ${duration(run.endedAt - run.startedAt)}`);
  }
  if (run.change.workflowUrl) text.push(' · ', { link: 'workflow', to: run.change.workflowUrl });
  return text;
}

/** The GitHub that the workflow ran on: an Enterprise Server has an address of its own. */
function serverOf({ workflowUrl }: Change): string {
  return (workflowUrl && URL.parse(workflowUrl)?.origin) || 'https://github.com';
}
