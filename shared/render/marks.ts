import { isFinal, type Run, waitingApproval } from '../run/model.ts';

/** One sign a status, the same everywhere. */
const marks: Readonly<Record<string, string>> = {
  Pending: '⚪',
  InProgress: '🔵',
  Waiting: '✋',
  Stopping: '🟠',
  Stopped: '🛑',
  Abandoned: '🛑',
  Cancelled: '🛑',
  Succeeded: '✅',
  Failed: '❌',
  Skipped: '⏭️',
  Superseded: '⏩',
};

/** The sign of a status; a status that AWS adds later has a question mark. */
export function markOf(status: string): string {
  return marks[status] ?? '❔';
}

const words: Readonly<Record<string, string>> = {
  Pending: 'to come',
  InProgress: 'in progress',
  Waiting: 'waits for approval',
  Stopping: 'is being stopped',
  Stopped: 'stopped',
  Abandoned: 'abandoned',
  Cancelled: 'cancelled',
  Succeeded: 'succeeded',
  Failed: 'failed',
  Skipped: 'skipped',
  Superseded: 'superseded by a newer run',
};

/** A status in words; one that AWS adds later as it came. */
export function wordsOf(status: string): string {
  return words[status] ?? status;
}

/** The run's status, or `Waiting` while it waits for an approval. */
export function statusOf(run: Run): string {
  return !isFinal(run) && waitingApproval(run) ? 'Waiting' : run.status;
}
