import { z } from 'zod';
import { markOf, statusOf, wordsOf } from '../../shared/render/marks.ts';
import { moment } from '../../shared/render/time.ts';
import type { Line, View } from '../../shared/render/view.ts';
import { type Run, waitingApproval } from '../../shared/run/model.ts';
import { changeText } from '../commands/words.ts';
import { defineEffect } from '../effect.ts';
import { mostMessages } from '../storm.ts';
import { showMessage } from './show.ts';

/** Keeps one message for all runs of a channel, where there are too many for a message each. */
export default defineEffect({
  kind: 'show-board',
  /** `storm` tells one board from the next. */
  schema: z.object({ channel: z.string(), storm: z.string() }),
  // Not the channel's own: the board is never done, and failures must not wait for it.
  target: ({ channel }) => `board:${channel}`,
  coalesce: ({ channel }) => `board ${channel}`,
  async perform({ channel, storm }, ports, attempt) {
    const { pipelines } = ports.policy();
    const runs = (await ports.store.liveRuns()).filter(
      ({ pipeline }) => pipelines.get(pipeline)?.slack?.channel === channel,
    );
    const shown = { key: `board ${channel} ${storm}`, place: channel };
    await showMessage(
      { channel, shown, view: boardView(runs, ports.clock.now()), patient: true },
      ports,
      attempt,
    );
    return [];
  },
});

const mostRows = 40;

/** What waits for somebody first, then the longest under way. */
function boardView(runs: readonly Run[], now: number): View {
  const waits = runs.filter((run) => waitingApproval(run));
  const moves = runs.filter((run) => !waitingApproval(run));
  const sorted = [...waits, ...moves];
  const summary = `${runs.length} runs are under way, ${waits.length} of them wait for an approval`;
  const rows = sorted
    .slice(0, mostRows)
    .map((run): Line[] => [
      `${markOf(statusOf(run))} ${run.pipeline}`,
      `${wordsOf(statusOf(run))}${stageOf(run)}`,
      changeText(run.change),
    ]);
  return {
    summary,
    blocks: [
      { kind: 'heading', text: summary },
      { kind: 'table', columns: ['Pipeline', 'State', 'Change'], rows },
      ...(sorted.length > mostRows
        ? [{ kind: 'note' as const, text: `and ${sorted.length - mostRows} more` }]
        : []),
      { kind: 'note', text: `${nextOf(runs)} Written ${moment(now)}.` },
    ],
  };
}

function nextOf(runs: readonly Run[]): string {
  return runs.length > mostMessages
    ? 'Failures and approvals are still told one by one.'
    : 'From now on each run has its own message again.';
}

function stageOf(run: Run): string {
  const stage = run.stages.find(({ status }) => status === 'InProgress');
  return stage ? ` in ${stage.name}` : '';
}
