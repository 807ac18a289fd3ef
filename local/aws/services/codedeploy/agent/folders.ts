import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host } from '../../../hosts/host.ts';

/** Where the agent keeps its things, in the host's own paths: the same as on a real server. */
const agentRoot = '/opt/codedeploy-agent/deployment-root';

/** The agent's folders for one deployment group on one host, as paths of this machine. */
export interface AgentFolders {
  /** Holds one folder a deployment. */
  readonly group: string;
  /** The folder of a deployment, with its `deployment-archive` and `logs`. */
  deployment(id: string): string;
  archive(id: string): string;
  /** Holds what the agent remembers of a group. */
  readonly instructions: string;
  /** What the last Install put where, so that the next one can remove it. */
  readonly cleanup: Memory<readonly string[]>;
  /** The deployment whose Install was the last to succeed here. */
  readonly lastInstall: Memory<string>;
  /** The deployment whose bundle was the last to be downloaded here. */
  readonly lastDownload: Memory<string>;
  /** A path as the host itself would say it. */
  shown(path: string): string;
}

/** One value in a file. */
interface Memory<T> {
  read(): Promise<T | undefined>;
  write(value: T): Promise<void>;
}

export function agentFolders(host: Host, groupId: string): AgentFolders {
  const root = host.resolve(agentRoot);
  const group = join(root, groupId);
  const instructions = join(root, 'deployment-instructions');
  const deployment = (id: string) => join(group, id);
  return {
    group,
    deployment,
    archive: (id) => join(deployment(id), 'deployment-archive'),
    instructions,
    cleanup: memory(join(instructions, `${groupId}-cleanup.json`)),
    lastInstall: memory(join(instructions, `${groupId}-last-install.json`)),
    lastDownload: memory(join(instructions, `${groupId}-last-download.json`)),
    shown: (path) => (path.startsWith(host.root) ? path.slice(host.root.length) : path),
  };
}

function memory<T>(path: string): Memory<T> {
  return {
    async read() {
      try {
        return JSON.parse(await readFile(path, 'utf8')) as T;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    write: (value) => writeFile(path, JSON.stringify(value)),
  };
}
