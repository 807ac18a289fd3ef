import { markOf, wordsOf } from '../shared/render/marks.ts';
import { consoleUrl, renderRun } from '../shared/render/run.ts';
import type { Block, Line, View } from '../shared/render/view.ts';
import type { Happening } from '../shared/run/diff.ts';
import {
  type Action,
  failedByCondition,
  isFinal,
  type Run,
  type Stage,
  waitingApproval,
} from '../shared/run/model.ts';
import { changeText } from './commands/words.ts';
import type { Effect } from './effect.ts';
import markCommit from './effects/mark-commit.ts';
import recordDeployment from './effects/record-deployment.ts';
import say from './effects/say.ts';
import showBoard from './effects/show-board.ts';
import showRun from './effects/show-run.ts';
import showStory from './effects/show-story.ts';
import { approversOf } from './policy/people.ts';
import type { Policy } from './policy/policy.ts';
import { commitStateOf, contextPrefix, deploymentStateOf, standingOf } from './render/commit-status.ts';
import { conditionView, failureView } from './render/failure.ts';

export interface News {
  readonly happenings: readonly Happening[];
  /** What was told before. */
  readonly before: Run | undefined;
  readonly run: Run;
  /** What an approver should read, by `stage/action`. */
  readonly notes: ReadonlyMap<string, string>;
  /** So many runs are under way in the channel that they share one message: which storm it is. */
  readonly storm?: { readonly id: string; readonly isOver: boolean } | undefined;
  /** Whether the run's own message is in the channel. */
  readonly hasMessage: boolean;
}

/**
 * What people are told of it: the run's message in its channel and on its pull request is brought up to date;
 * a failure and an approval that waits are said as well, because an edit rings no bell.
 */
export function tell(news: News, policy: Policy): Effect[] {
  const { happenings, before, run } = news;
  if (happenings.length === 0 && readsAlike(before, run)) return [];
  const settings = policy.pipelines.get(run.pipeline);
  const channel = settings?.slack?.channel;
  const repository = settings?.github?.repository;
  const number = run.change.pullRequest;
  const at = { pipeline: run.pipeline, run: run.id };
  const viewOn = (kind: 'slack' | 'github') =>
    renderRun(run, { approvers: approversOf(policy, run.pipeline, kind), note: noteOf(news) });
  const effects: Effect[] = [];
  if (channel) {
    const { storm, hasMessage } = news;
    if (storm) effects.push(showBoard.of({ channel, storm: storm.id }));
    // A message that is there already does not stay behind for good.
    if (!storm || storm.isOver || (hasMessage && isFinal(run))) {
      effects.push(showRun.of({ place: { kind: 'slack', channel }, ...at, view: viewOn('slack') }));
    }
    const isUrgent = hasMessage || (storm !== undefined && !storm.isOver);
    for (const saying of sayings(news, policy)) effects.push(say.of({ channel, ...at, ...saying, isUrgent }));
    const isStep = happenings.some(({ kind }) => kind === 'stage' || kind === 'run');
    if (isStep && !storm) effects.push(showStory.of({ channel, ...at }));
  }
  // What a change says of its repository was written by whoever made it; the policy says where we speak.
  if (repository && number !== undefined && isOf(run, repository)) {
    effects.push(
      showRun.of({ place: { kind: 'github', repository, number }, ...at, view: viewOn('github') }),
    );
  }
  if (settings?.github && isOf(run, settings.github.repository))
    effects.push(...marksOf(run, settings.github));
  return effects;
}

/** A change or a reason that is found out later is no happening, but it is read. */
function readsAlike(before: Run | undefined, run: Run): boolean {
  return before !== undefined && JSON.stringify(renderRun(before)) === JSON.stringify(renderRun(run));
}

/** What the run leaves at its commit. A rollback says nothing new of the commit it goes back to, but deploys it. */
function marksOf(run: Run, settings: { repository: string; environment?: string | undefined }): Effect[] {
  const { pipeline, id, kind } = run;
  const { commit, pullRequest } = run.change;
  if (!commit) return [];
  const { repository, environment } = settings;
  const common = { repository, commit, description: standingOf(run), url: consoleUrl(run) };
  const context = `${contextPrefix}${pipeline}`;
  return [
    ...(kind === 'STANDARD' ? [markCommit.of({ ...common, context, state: commitStateOf(run) })] : []),
    ...(environment
      ? [
          recordDeployment.of({
            ...common,
            environment,
            pipeline,
            run: id,
            pullRequest,
            state: deploymentStateOf(run),
          }),
        ]
      : []),
  ];
}

function isWaiting({ category, status }: Action): boolean {
  return category === 'Approval' && status === 'InProgress';
}

function isOf({ change }: Run, repository: string): boolean {
  return change.repository === undefined || change.repository.toLowerCase() === repository.toLowerCase();
}

interface Saying {
  /** The same for the same thing. */
  readonly key: string;
  /** What it is about, where it is amended later. */
  readonly topic?: string;
  readonly amends?: boolean;
  readonly asks?: { readonly stage: string; readonly action: string };
  readonly view: View;
}

function sayings({ happenings, run, notes }: News, policy: Policy): Saying[] {
  return happenings.flatMap((happening): Saying[] => {
    if (happening.kind === 'approval') {
      const { stage, action } = happening;
      const note = notes.get(`${stage.name}/${action.name}`);
      const approvers = approversOf(policy, run.pipeline, 'slack');
      const view = waitsView(run, { stage, action, note, approvers });
      const asks = { stage: stage.name, action: action.name };
      return [{ key: keyOf('waits', stage, action), topic: topicOf(stage, action), asks, view }];
    }
    if (happening.kind === 'action' && happening.action.category === 'Approval') {
      const { stage, action } = happening;
      const failed = { key: keyOf('failed', stage, action), view: failureView(run, stage, action) };
      return [answered(run, stage, action), ...(action.status === 'Failed' ? [failed] : [])];
    }
    if (happening.kind === 'run' && happening.ended) {
      const open = run.stages.flatMap((stage) =>
        stage.actions.filter(isWaiting).map((action) => answered(run, stage, action)),
      );
      if (!failedByCondition(run)) return open;
      return [...open, { key: `failed ${run.endedAt ?? ''}`, view: conditionView(run) }];
    }
    if (happening.kind === 'action' && happening.action.status === 'Failed') {
      const { stage, action } = happening;
      return [{ key: keyOf('failed', stage, action), view: failureView(run, stage, action) }];
    }
    return [];
  });
}

function topicOf(stage: Stage, action: Action): string {
  return `waits ${stage.name}/${action.name}`;
}

/** The question with its answer in place of its buttons. */
function answered(run: Run, stage: Stage, action: Action): Saying {
  return {
    key: keyOf('answered', stage, action),
    topic: topicOf(stage, action),
    amends: true,
    view: answeredView(run, stage, action),
  };
}

/** A retry waits or fails anew. */
function keyOf(what: string, stage: Stage, action: Action): string {
  return `${what} ${stage.name}/${action.name} ${action.startedAt ?? ''}`;
}

interface Waits {
  readonly stage: Stage;
  readonly action: Action;
  readonly note: string | undefined;
  readonly approvers: Line;
}

function waitsView(run: Run, { stage, action, note, approvers }: Waits): View {
  const what = `${run.pipeline}: ${stage.name}/${action.name} waits for an approval`;
  const blocks: Block[] = [{ kind: 'text', text: [{ strong: what }, ` of ${changeText(run.change)}.`] }];
  if (note) blocks.push({ kind: 'text', text: note });
  const who = typeof approvers === 'string' ? [approvers] : approvers;
  blocks.push({ kind: 'note', text: [...who, ' may answer.'] });
  blocks.push({
    kind: 'buttons',
    buttons: [
      {
        label: 'Approve',
        command: `approve ${run.pipeline} ${run.id}`,
        style: 'primary',
      },
      { label: 'Reject', command: `reject ${run.pipeline} ${run.id}`, asks: 'reason', style: 'danger' },
    ],
  });
  return { summary: what, blocks };
}

function answeredView(run: Run, stage: Stage, action: Action): View {
  const { status, summary } = action;
  const words: Record<string, string> = { Succeeded: 'approved', Failed: 'rejected' };
  const became = words[status] ?? `not asked any more: the run is ${wordsOf(run.status)}`;
  const what = `${run.pipeline}: ${stage.name}/${action.name} is ${became}`;
  const blocks: Block[] = [
    { kind: 'text', text: [`${markOf(status in words ? status : run.status)} `, { strong: what }] },
    { kind: 'note', text: summary ? [changeText(run.change), ` · ${summary}`] : changeText(run.change) },
  ];
  return { summary: what, blocks };
}

function noteOf({ run, notes }: News): string | undefined {
  const waits = waitingApproval(run);
  return waits && notes.get(`${waits.stage.name}/${waits.action.name}`);
}
