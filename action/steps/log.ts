import type { Runner } from '../io.ts';

export type LogRunner = Pick<Runner, 'info' | 'startGroup' | 'endGroup'>;

/** The step's log: lines of the run itself, and between them groups of what its actions print. */
export interface RunLog {
  line(text: string): void;
  /** Adds to the group of this title. Groups take turns, so each is opened again after another has spoken. */
  group(title: string, lines: readonly string[]): void;
  close(): void;
}

export function createRunLog(runner: LogRunner): RunLog {
  let open: string | undefined;
  const opened = new Set<string>();
  const close = () => {
    if (open !== undefined) runner.endGroup();
    open = undefined;
  };
  return {
    line(text) {
      close();
      runner.info(text);
    },
    group(title, lines) {
      if (lines.length === 0) return;
      if (open !== title) {
        close();
        runner.startGroup(opened.has(title) ? `${title} (continued)` : title);
        opened.add(title);
        open = title;
      }
      runner.info(lines.join('\n'));
    },
    close,
  };
}
