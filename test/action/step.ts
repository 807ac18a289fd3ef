import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Input } from '../../action/input.ts';
import { inputs } from '../../action/inputs.ts';
import { folderOf } from '../shared/artifact/folder.ts';
import { refuseSecrets, textOf, textsIn } from './canaries.ts';
import { type Seen, startProxy } from './proxy.ts';
import { describeRequests } from './requests.ts';

const root = join(import.meta.dirname, '../..');

export type Env = Readonly<Record<string, string | undefined>>;

export interface StepSettings {
  readonly workspace: string;
  /** The inputs that the workflow gives. */
  readonly given: Readonly<Record<string, string>>;
  /** GitHub's token for the workflow. */
  readonly token: string;
  /** Searched for in everything that the Action writes and sends. */
  readonly canaries: Iterable<string>;
  readonly env: Env;
  /** Whether the requests are compared with the snapshot. */
  readonly isCompared: boolean;
}

interface StepResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

type During = (kill: (signal: NodeJS.Signals) => void, log: string) => void;

/** A step of a job with the built Action, run as a runner would. What it asks of AWS and GitHub is in the snapshot. */
export async function startStep(settings: StepSettings) {
  const { workspace, given, token, canaries } = settings;
  const folder = await folderOf({ output: '', state: '', summary: '', env: '' });
  const file = (name: string) => join(folder, name);
  for (const name of ['temp', 'home']) await mkdir(file(name));
  const event = { head_commit: { message: 'Fix the door\n\nMore', author: { name: 'Ada' } } };
  await writeFile(file('event.json'), JSON.stringify(event));

  const requests: Seen[] = [];
  const before = (seen: Seen) => void requests.push(seen);
  /** Only what is on this machine can be listened to. */
  const recorded = async (url = '') => {
    const { origin, hostname } = new URL(url);
    if (hostname !== '127.0.0.1') return url;
    return url.replace(origin, (await startProxy(origin, { before })).endpoint);
  };
  const env: Env = {
    PATH: process.env.PATH,
    HOME: file('home'),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_ACTOR: 'ada',
    GITHUB_RUN_ID: '77',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'deploy',
    GITHUB_ACTION: '__acme_drawbridge',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: file('event.json'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_ENV: file('env'),
    RUNNER_TEMP: file('temp'),
    ...inputVariables(given, token),
    ...settings.env,
    AWS_ENDPOINT_URL: await recorded(settings.env.AWS_ENDPOINT_URL),
    GITHUB_API_URL: await recorded(settings.env.GITHUB_API_URL),
  };

  let kill: (signal: NodeJS.Signals) => void = () => {};
  const run = async (script: 'main' | 'post', during?: During): Promise<StepResult> => {
    requests.length = 0;
    const states = Object.entries(await assignments(file('state')));
    const child = spawn(join(root, 'node_modules/node/bin/node'), [join(root, `action/dist/${script}.js`)], {
      env: { ...env, ...Object.fromEntries(states.map(([name, value]) => [`STATE_${name}`, value])) },
    });
    kill = (signal) => void child.kill(signal);
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        during?.(kill, log);
      });
    }
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
      child.once('close', (...ended) => resolve(ended));
    });
    if (settings.isCompared) expect(describeRequests(requests)).toMatchSnapshot(`the requests of ${script}`);
    const sent = requests.map(async (seen) => [seen.call, await textOf(seen)] as const);
    refuseSecrets(canaries, {
      ...(await textsIn(folder)),
      log: shown(log),
      ...Object.fromEntries(await Promise.all(sent)),
    });
    return {
      code,
      signal,
      log,
      outputs: await assignments(file('output')),
      state: await assignments(file('state')),
      summary: await readFile(file('summary'), 'utf8'),
    };
  };
  return {
    main: run.bind(undefined, 'main'),
    post: run.bind(undefined, 'post'),
    /** Sends a signal to the process that runs now. */
    kill: (signal: NodeJS.Signals) => kill(signal),
  };
}

/** The log as the runner shows it: it takes the commands that mask out of it. */
export function shown(log: string): string {
  return log
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
}

/** The runner gives every input, with its default where the workflow does not. */
function inputVariables(given: Readonly<Record<string, string>>, token: string): Record<string, string> {
  const defaults = Object.entries(inputs).map(([name, input]: [string, Input<unknown>]) => [
    name,
    input.default === '${{ github.token }}' ? token : input.default,
  ]);
  const all: Record<string, string> = { ...Object.fromEntries(defaults), comment: 'never', ...given };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

/** What a file with `name<<delimiter` assignments sets. */
async function assignments(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^(\S+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]),
  );
}
