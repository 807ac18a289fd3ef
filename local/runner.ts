import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Secret } from '../shared/secrets/secret.ts';
import { makeScratch } from './scratch.ts';

/**
 * Runs one step of a workflow that uses our Action, as a runner does: inputs from the workflow file over the
 * defaults of action.yml, the runner's files and variables, and the built `main` and `post`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export interface Job {
  /** The folder with our `action.yml`. */
  readonly action: string;
  /** The checked-out tree; the workflow file is read from it. */
  readonly workspace: string;
  readonly workflow: string;
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly actor: string;
  readonly token: Secret;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** The push event's payload. */
  readonly event: object;
  /** Such as AWS credentials that an earlier step exported. */
  readonly env: Readonly<Record<string, string>>;
  /** Each line the step prints, workflow commands included. */
  readonly onLine?: (line: string) => void;
}

export interface JobResult {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly lines: readonly string[];
}

export async function runJob(job: Job): Promise<JobResult> {
  const temp = await makeScratch('runner');
  try {
    const files = Object.fromEntries(
      ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'].map((name) => [
        name,
        join(temp, name),
      ]),
    );
    for (const file of Object.values(files)) await writeFile(file, '');
    const eventPath = join(temp, 'event.json');
    await writeFile(eventPath, JSON.stringify(job.event));
    const definition = parse(await readFile(join(job.action, 'action.yml'), 'utf8')) as ActionDefinition;
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: temp,
      RUNNER_TEMP: temp,
      ...runnerVariables(job, eventPath),
      ...files,
      ...job.env,
      ...(await inputVariables(job, definition)),
    };
    const lines: string[] = [];
    const hear = (line: string) => {
      lines.push(line);
      job.onLine?.(line);
    };
    const exitCode = await runNode(join(job.action, definition.runs.main), { cwd: job.workspace, env, hear });
    if (definition.runs.post && postRuns(definition.runs['post-if'], exitCode)) {
      const state = readCommandFile(await readFile(files.GITHUB_STATE!, 'utf8'));
      const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
      await runNode(join(job.action, definition.runs.post), {
        cwd: job.workspace,
        env: { ...env, ...Object.fromEntries(saved) },
        hear,
      });
    }
    return {
      exitCode,
      outputs: readCommandFile(await readFile(files.GITHUB_OUTPUT!, 'utf8')),
      summary: await readFile(files.GITHUB_STEP_SUMMARY!, 'utf8'),
      lines,
    };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

interface ActionDefinition {
  readonly inputs: Readonly<Record<string, { default?: unknown }>>;
  readonly runs: { readonly main: string; readonly post?: string; readonly 'post-if'?: string };
}

function runnerVariables(job: Job, eventPath: string): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: job.workspace,
    GITHUB_REPOSITORY: job.repository,
    GITHUB_REPOSITORY_OWNER: job.repository.split('/')[0] ?? '',
    GITHUB_SHA: job.sha,
    GITHUB_REF: job.ref,
    GITHUB_REF_NAME: job.ref.replace(/^refs\/heads\//, ''),
    GITHUB_ACTOR: job.actor,
    GITHUB_TRIGGERING_ACTOR: job.actor,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_API_URL: job.apiUrl,
    GITHUB_SERVER_URL: job.serverUrl,
    GITHUB_WORKFLOW: 'Deploy',
    GITHUB_JOB: 'deploy',
    GITHUB_RUN_ID: String(randomInt(1_000_000_000)),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_NUMBER: '1',
  };
}

/** `INPUT_<NAME>` for every input: the step's `with`, else the action's default. */
async function inputVariables(job: Job, definition: ActionDefinition): Promise<Record<string, string>> {
  const workflow = parse(await readFile(join(job.workspace, job.workflow), 'utf8')) as {
    jobs: Record<string, { steps: { uses?: string; with?: Record<string, unknown> }[] }>;
  };
  const steps = Object.values(workflow.jobs).flatMap(({ steps }) => steps);
  const step = steps.find(({ uses }) => uses?.startsWith('drawbridge/'));
  if (!step) throw new Error(`${job.workflow} has no step that uses drawbridge/….`);
  const given = step.with ?? {};
  return Object.fromEntries(
    Object.entries(definition.inputs).map(([name, { default: fallback }]) => {
      const value = String(given[name] ?? fallback ?? '');
      return [
        `INPUT_${name.toUpperCase()}`,
        value.replace(/\$\{\{ *github\.token *\}\}/, job.token.reveal()),
      ];
    }),
  );
}

/** `post` runs as its condition says; here nobody cancels a job. */
function postRuns(condition: string | undefined, exitCode: number): boolean {
  if (condition === undefined || condition.includes('always()')) return true;
  return condition.includes('failure()') ? exitCode !== 0 : condition.includes('success()') && exitCode === 0;
}

async function runNode(
  script: string,
  { cwd, env, hear }: { cwd: string; env: Record<string, string>; hear: (line: string) => void },
): Promise<number> {
  const child = spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) readLines(stream, hear);
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function readLines(stream: NodeJS.ReadableStream, hear: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  stream.on('end', () => {
    if (rest) hear(rest);
  });
}

/** What a step wrote as `name=value` or `name<<delimiter`. */
function readCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const heredoc = line.match(/^([^=<]+)<<(.+)$/);
    if (heredoc) {
      const [, name = '', delimiter = ''] = heredoc;
      const end = lines.indexOf(delimiter.replace(/\r$/, ''), i + 1);
      values[name] = lines.slice(i + 1, end).join('\n');
      i = end;
    } else if (line.includes('=')) {
      values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return values;
}
