import { appendFileSync, readFileSync } from 'node:fs';
import type { OutputName } from './outputs.ts';

/** What the main step leaves for the post step. */
type StateName = 'starting' | 'execution-id' | 'finished';

interface AnnotationPlace {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly col?: number;
}

/**
 * The runner: where inputs come from and where everything that people or later steps read goes to. This is
 * the only file that knows how. It speaks the few workflow commands itself, because the usual library loads
 * an HTTP client (25 ms) to do so.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The text of an input; empty where it was not given. */
  input(name: string): string;
  /** The webhook payload that the workflow runs for; undefined where there is none. */
  event(): unknown;
  /** Lines of the log. Whatever stands in them, none of them is taken for a command. */
  info(text: string): void;
  startGroup(title: string): void;
  endGroup(): void;
  error(message: string, place?: AnnotationPlace): void;
  warning(message: string): void;
  notice(message: string): void;
  output(name: OutputName, value: string): void;
  saveState(name: StateName, value: string): void;
  state(name: StateName): string;
  /** Adds Markdown to the job's summary. */
  summary(markdown: string): void;
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const longestSummary = 1024 * 1024 - 1;

export function createRunner(
  env: Readonly<Record<string, string | undefined>>,
  write: (text: string) => void,
): Runner {
  const command = (name: string, message: string, place: AnnotationPlace = {}) => {
    const properties = Object.entries(place).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    write(`::${[name, properties.join(',')].filter(Boolean).join(' ')}::${escapeMessage(message)}\n`);
  };
  /** Outside of a runner there is no file to write to, and nobody to read it. */
  const append = (variable: string, text: string) => {
    const file = env[variable];
    if (file) appendFileSync(file, text);
  };

  return {
    env,
    input: (name) => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '',
    event: () => {
      const file = env.GITHUB_EVENT_PATH;
      if (!file) return undefined;
      try {
        return JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        return undefined; // It only adds to what the environment says already.
      }
    },
    info: (text) =>
      write(
        `${text
          .split(/\r\n|\r|\n/)
          .map(harmless)
          .join('\n')}\n`,
      ),
    startGroup: (title) => command('group', title),
    endGroup: () => command('endgroup', ''),
    error: (message, place) => command('error', message, place),
    warning: (message) => command('warning', message),
    notice: (message) => command('notice', message),
    output: (name, value) => append('GITHUB_OUTPUT', assignment(name, value)),
    saveState: (name, value) => append('GITHUB_STATE', assignment(name, value)),
    state: (name) => env[`STATE_${name}`] ?? '',
    summary: (markdown) => append('GITHUB_STEP_SUMMARY', `${cutBytes(markdown, longestSummary)}\n`),
  };
}

/** A delimiter that nobody can foresee, so that no value can end itself and set another name. */
function assignment(name: string, value: string): string {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/**
 * A log line that the runner does not obey: it takes `::` at the beginning and `##[` anywhere for a command.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function harmless(line: string): string {
  return line.replace(/^(\s*)::/, '$1\u200b::').replaceAll('##[', '##\u200b[');
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function cutBytes(text: string, limit: number): string {
  const bytes = Buffer.from(text);
  // A character that is cut through becomes U+FFFD.
  return bytes.length <= limit
    ? text
    : bytes
        .subarray(0, limit)
        .toString('utf8')
        .replace(/\uFFFD$/, '');
}
