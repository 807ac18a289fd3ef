import type { Action, Run } from '../../shared/run/model.ts';

const marks: Readonly<Record<string, string>> = {
  Succeeded: 'done, ',
  InProgress: 'active, ',
  Failed: 'crit, ',
  Abandoned: 'crit, ',
};

/**
 * When each action ran, as a Mermaid chart in Markdown; empty while nothing has begun. `now` is the end of
 * what is still under way. https://mermaid.js.org/syntax/gantt.html
 */
export function ganttOf(run: Run, now: number): string {
  const sections = run.stages.flatMap((stage) => {
    const tasks = stage.actions.flatMap((action) => taskOf(action, now));
    return tasks.length > 0 ? [`  section ${plain(stage.name)}`, ...tasks] : [];
  });
  if (sections.length === 0) return '';
  return ['```mermaid', 'gantt', '  dateFormat x', '  axisFormat %H:%M:%S', ...sections, '```'].join('\n');
}

function taskOf({ name, status, startedAt, endedAt }: Action, now: number): string[] {
  if (startedAt === undefined) return [];
  // A bar without a length would not be seen.
  const end = Math.max(endedAt ?? now, startedAt + 1000);
  return [`  ${plain(name)} :${marks[status] ?? ''}${startedAt}, ${end}`];
}

/** A name without what Mermaid would read as its own. */
function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9.@_ -]/g, ' ');
}
