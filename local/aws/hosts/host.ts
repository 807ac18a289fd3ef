import { mkdir, realpath } from 'node:fs/promises';
import { delimiter, dirname, join, normalize } from 'node:path';
import type { Clock } from '../../../shared/clock.ts';
import { endProcesses, findProcesses, type ProcessInfo } from './processes.ts';
import { runScript, type Script, type ScriptEnd } from './script.ts';

export interface HostOptions {
  /** `i-` and 17 hexadecimal digits for an EC2 instance, random if absent; any other name is an on-premises server's. */
  readonly id?: string;
  /** What `ec2TagFilters` of a deployment group look at. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Put into the environment of everything that runs there, such as `{ PORT: '8081' }`. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * A server to deploy to: a folder that stands for its `/`, its environment and its processes. Everything that
 * runs there finds the folder in `DRAWBRIDGE_HOST_ROOT`, so that a script that says
 * `${DRAWBRIDGE_HOST_ROOT:-}/opt/shop` works on a real server and on this one. It is no sandbox.
 */
export interface Host {
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
  /** What it was made with, beside what everything that runs there finds. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * Where its application listens, as `PORT` of its environment says. Servers have a port 80 each; local hosts
   * share one loopback interface.
   */
  readonly port: number | undefined;
  /** The folder on this machine that stands for `/`. */
  readonly root: string;
  /** Where a path of the host lies on this machine. `..` does not lead above the host's root. */
  resolve(path: string): string;
  /** Runs a script with the host's environment and the script's own on top. */
  run(script: Script): Promise<ScriptEnd>;
  /** The ids of the processes that run there now. */
  processes(): Promise<number[]>;
  /** Ends everything that runs there, however it detached itself, as a power cut does. */
  powerCut(): Promise<void>;
  /** Ends everything that runs there, and lets nothing start any more. The folder stays. */
  close(): Promise<void>;
}

export async function createHost(
  options: HostOptions & { readonly id: string; readonly root: string; readonly clock: Clock },
): Promise<Host> {
  const { id, root, clock, tags = {} } = options;
  await mkdir(join(root, 'tmp'), { recursive: true });
  const realRoot = await realpath(root);
  const env = {
    // The Node that runs this is the host's `node`, whatever else is installed.
    PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    HOME: root,
    TMPDIR: join(root, 'tmp'),
    LANG: 'C.UTF-8',
    ...options.env,
    DRAWBRIDGE_HOST: id,
    DRAWBRIDGE_HOST_ROOT: root,
  };
  const groups = new Set<number>();
  const marker = ` DRAWBRIDGE_HOST_ROOT=${root} `;
  // A child in a session of its own has left the group, but still carries our environment or stays in our folder.
  const runsHere = ({ group, environment, cwd }: ProcessInfo) =>
    groups.has(group) ||
    ` ${environment.replaceAll('\0', ' ')} `.includes(marker) ||
    `${cwd}/`.startsWith(`${realRoot}/`);
  let isClosed = false;
  const powerCut = async () => {
    await endProcesses(runsHere);
    groups.clear();
  };

  return {
    id,
    tags,
    env: options.env ?? {},
    port: /^\d{1,5}$/.test(options.env?.PORT ?? '') ? Number(options.env?.PORT) : undefined,
    root,
    resolve: (path) => join(root, normalize(`/${path}`)),
    async run(script) {
      if (isClosed) return { kind: 'stopped' };
      return runScript({ ...script, env: { ...env, ...script.env } }, { clock, groups });
    },
    processes: async () => (await findProcesses(runsHere)).map(({ pid }) => pid),
    powerCut,
    close() {
      isClosed = true;
      return powerCut();
    },
  };
}
