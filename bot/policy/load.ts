import { readFile, stat } from 'node:fs/promises';
import type { Clock } from '../../shared/clock.ts';
import { messageOf, UserError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import { type Policy, parsePolicy } from './policy.ts';

export interface LoadedPolicy {
  /** The policy in force now. */
  readonly current: () => Policy;
  readonly close: () => void;
}

/** A watch of the folder would miss what changes behind a symbolic link, and on a network mount everything. */
const looksEvery = 1_000;

/**
 * Reads the policy and looks every second whether the file says something else. A file that is broken at the start
 * throws a `UserError`; one that breaks later is refused and logged, and the one before stays in force.
 */
export async function loadPolicy(
  path: string,
  { log, clock }: { log: Log; clock: Clock },
): Promise<LoadedPolicy> {
  let text = await readFirst(path);
  let policy = parsePolicy(text, path);
  let lastSeen: string | undefined;
  let lastRead: string | undefined;
  let lastFault: string | undefined;

  async function look(): Promise<void> {
    try {
      const seen = await fingerprintOf(path);
      // Editors write a file in several steps: what two looks find the same is whole.
      const isWhole = seen === lastSeen;
      lastSeen = seen;
      if (!isWhole || seen === lastRead) return;
      lastRead = seen;
      const found = await readFile(path, 'utf8');
      if (found !== text) {
        policy = parsePolicy(found, path);
        text = found;
        log.info({ path, pipelines: policy.pipelines.size }, 'The policy was read again');
      }
      lastFault = undefined;
    } catch (error) {
      const fault = messageOf(error);
      if (fault !== lastFault)
        log.error({ path, error: fault }, 'The new policy is refused; the one before stays in force');
      lastFault = fault;
    }
  }

  let isClosed = false;
  let cancel = () => {};
  function sleep(): void {
    if (!isClosed) cancel = clock.after(looksEvery, () => void look().then(sleep));
  }
  sleep();

  return {
    current: () => policy,
    close() {
      isClosed = true;
      cancel();
    },
  };
}

/** Another one for every change, also of where a link leads to. */
async function fingerprintOf(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

async function readFirst(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UserError(`There is no policy file ${path} that can be read: ${messageOf(cause)}.`, { cause });
  }
}
