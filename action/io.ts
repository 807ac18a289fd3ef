import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { Place } from '../shared/errors.ts';
import type { Secret } from '../shared/secrets/secret.ts';
import type { OutputName } from './outputs.ts';

/** What the main step leaves for the post step. */
type StateName = 'starting' | 'execution-id' | 'finished' | 'secret-files' | 'deployment';

interface Annotation {
  readonly title?: string;
  /** Where GitHub shows it on the diff; the file's path is relative to the repository. */
  readonly place?: Place;
}

/**
 * The runner: where inputs come from and where everything that people or later steps read goes to. This is
 * the only file that knows how.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export interface Runner {
  /** The text of an input; empty where it was not given. */
  input(name: string): string;
  /** Lines of the log. Whatever stands in them, none of them is taken for a command. */
  info(text: string): void;
  startGroup(title: string): void;
  endGroup(): void;
  error(message: string, annotation?: Annotation): void;
  warning(message: string): void;
  notice(message: string): void;
  output(name: OutputName, value: string): void;
  saveState(name: StateName, value: string): void;
  state(name: StateName): string;
  /** Adds Markdown to the job's summary. */
  summary(markdown: string): void;
  /** From here on the runner prints `***` in place of this text, in this step and in those after it. */
  mask(text: string): void;
  /** Sets an environment variable of the steps after this one. */
  setVariable(name: string, value: Secret | string): void;
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const longestSummary = 1024 * 1024 - 1;

/** The runner that the environment of this process tells of. */
export function createRunner(): Runner {
  return {
    input: (name) => core.getInput(name),
    info: (text) =>
      core.info(
        text
          .split(/\r\n|\r|\n/)
          .map(harmless)
          .join('\n'),
      ),
    startGroup: (title) => core.startGroup(title),
    endGroup: () => core.endGroup(),
    error: (message, annotation) => core.error(message, annotation && propertiesOf(annotation)),
    warning: (message) => core.warning(message),
    notice: (message) => core.notice(message),
    output: (name, value) => core.setOutput(name, value),
    saveState: (name, value) => core.saveState(name, value),
    state: (name) => core.getState(name),
    summary(markdown) {
      // Outside of a runner there is no file to write to, and nobody to read it. The toolkit's `summary` builds
      // HTML and loads `fs/promises` for it: what is added here is Markdown already.
      const file = process.env.GITHUB_STEP_SUMMARY;
      if (file) appendFileSync(file, `${cutBytes(markdown, longestSummary)}\n`);
    },
    mask: (text) => core.setSecret(text),
    setVariable: (name, value) =>
      core.exportVariable(name, typeof value === 'string' ? value : value.reveal()),
  };
}

function propertiesOf({ title, place }: Annotation): core.AnnotationProperties {
  return { title, file: place?.file, startLine: place?.line, startColumn: place?.column };
}

/**
 * A log line that the runner does not obey: it takes `::` at the beginning and `##[` anywhere for a command.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function harmless(line: string): string {
  return line.replace(/^(\s*)::/, '$1\u200b::').replaceAll('##[', '##\u200b[');
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
