import { markOf, statusOf, wordsOf } from '../shared/render/marks.ts';
import { clip } from '../shared/render/plain.ts';
import { changeLine } from '../shared/render/run.ts';
import { duration, moment } from '../shared/render/time.ts';
import type { Block, Line, View } from '../shared/render/view.ts';
import { isFinal, type Run, waitingApproval } from '../shared/run/model.ts';
import { askingOnce, mayDo, visible } from './policy/identity.ts';
import type { Ports } from './ports.ts';
import { refreshAction } from './render/block-kit.ts';
import type { Origin } from './request.ts';

/** Whose Home tab it is. */
export interface Viewer {
  /** The workspace's id. */
  readonly team: string;
  readonly user: string;
}

/** Everything that one person's Home tab shows. */
interface HomeFacts {
  /** What waits for an answer that this person may give, the longest waiting first. */
  readonly waiting: readonly Run[];
  /** Every pipeline they may see, with its newest run. */
  readonly pipelines: readonly { readonly name: string; readonly run?: Run | undefined }[];
  readonly now: number;
}

/** By what is stored: nothing is asked of AWS, however often the tab is opened. */
export async function readHome(viewer: Viewer, ports: Ports): Promise<HomeFacts> {
  const once = askingOnce(ports);
  const origin = originOf(viewer);
  const seen = await visible([...ports.policy().pipelines.keys()], origin, once);
  const live = (await ports.store.liveRuns()).filter(({ pipeline }) => seen.includes(pipeline));
  const waiting = live.filter((run) => waitingApproval(run));
  const mayAnswer = await Promise.all(
    waiting.map(({ pipeline }) => mayDo({ kind: 'pipeline', verb: 'approve', pipeline }, origin, once)),
  );
  return {
    waiting: waiting.filter((_, index) => mayAnswer[index]?.allowed),
    pipelines: await Promise.all(
      seen.map(async (name) => ({ name, run: (await ports.store.runs(name, 1))[0] })),
    ),
    now: ports.clock.now(),
  };
}

/** In their own conversation with the App. */
function originOf({ team, user }: Viewer): Extract<Origin, { kind: 'slack' }> {
  return { kind: 'slack', team, channel: user, user };
}

/** A view holds a hundred blocks; each of these takes three. */
const mostWaiting = 15;

export function homeView({ waiting, pipelines, now }: HomeFacts): View {
  const shown = waiting.slice(0, mostWaiting);
  const more = waiting.length - shown.length;
  return {
    summary: `${waiting.length} of your ${pipelines.length} pipelines wait for you`,
    blocks: [
      { kind: 'heading', text: waiting.length > 0 ? '✋ Waiting for you' : 'Nothing waits for you' },
      ...shown.flatMap((run) => waitingBlocks(run, now)),
      ...(more > 0 ? [{ kind: 'note' as const, text: `and ${more} more, in their channels` }] : []),
      { kind: 'heading', text: 'Pipelines' },
      ...pipelineBlocks(pipelines),
      { kind: 'buttons', buttons: [{ label: 'Refresh', command: refreshAction }] },
      { kind: 'note', text: `As of ${moment(now)}. Only what the policy lets you see is here.` },
    ],
  };
}

function waitingBlocks(run: Run, now: number): Block[] {
  const found = waitingApproval(run);
  if (!found) return [];
  const { stage, action } = found;
  const { pipeline, id } = run;
  const since = action.startedAt === undefined ? '' : `, for ${duration(now - action.startedAt)}`;
  const change = changeLine(run.change);
  return [
    { kind: 'text', text: [{ strong: pipeline }, ` · ${stage.name}/${action.name}${since}`] },
    ...(change.length > 0 ? [{ kind: 'note' as const, text: change }] : []),
    {
      kind: 'buttons',
      buttons: [
        { label: 'Approve', command: `approve ${pipeline} ${id}`, style: 'primary' },
        { label: 'Reject', command: `reject ${pipeline} ${id}`, asks: 'reason', style: 'danger' },
        { label: 'Details', command: `status ${pipeline} ${id}` },
      ],
    },
  ];
}

/** What moves or has failed first, then the rest by name. */
function pipelineBlocks(pipelines: HomeFacts['pipelines']): Block[] {
  if (pipelines.length === 0) return [{ kind: 'text', text: 'There is no pipeline that you may see.' }];
  const rows = pipelines.map(({ name, run }) => ({ name, run, rank: rankOf(run) }));
  rows.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'en'));
  const columns = ['Pipeline', 'State', 'Change', 'Started'];
  return [{ kind: 'table', columns, rows: rows.map(({ name, run }) => pipelineRow(name, run)) }];
}

function rankOf(run: Run | undefined): number {
  if (!run) return 3;
  if (!isFinal(run)) return 0;
  return run.status === 'Failed' ? 1 : 2;
}

function pipelineRow(name: string, run: Run | undefined): Line[] {
  if (!run) return [`⚪ ${name}`, 'has not run yet'];
  const status = statusOf(run);
  const isThere = isFinal(run) ? 'Failed' : 'InProgress';
  const where = run.stages.find((stage) => stage.status === isThere)?.name;
  const { commit, message = '' } = run.change;
  return [
    `${markOf(status)} ${name}`,
    `${wordsOf(status)}${where ? ` in ${where}` : ''}`,
    commit ? [{ code: commit.slice(0, 7) }, ` ${clip(message, 60)}`] : clip(message, 60),
    run.startedAt === undefined ? '' : moment(run.startedAt),
  ];
}
