import { type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Clock } from '../../shared/clock.ts';
import { messageOf, UserError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import { type Policy, parsePolicy } from './policy.ts';

export interface LoadedPolicy {
  /** The policy in force now. */
  readonly current: () => Policy;
  readonly close: () => void;
}

/** Editors write a file in several steps. */
const settleMs = 100;

/**
 * Reads the policy and reads it again whenever the file changes. A file that is broken at the start throws a
 * `UserError`; one that breaks later is refused and logged, and the one before stays in force.
 */
export async function loadPolicy(
  path: string,
  { log, clock }: { log: Log; clock: Clock },
): Promise<LoadedPolicy> {
  let text = await readFirst(path);
  let policy = parsePolicy(text, path);

  const reload = async () => {
    try {
      const fresh = await readFile(path, 'utf8');
      if (fresh === text) return;
      text = fresh;
      policy = parsePolicy(fresh, path);
      log.info({ path, pipelines: policy.pipelines.size }, 'The policy was read again');
    } catch (error) {
      log.error(
        { path, error: messageOf(error) },
        'The new policy is refused; the one before stays in force',
      );
    }
  };
  const watcher = watchFile(path, clock, () => void reload());
  return { current: () => policy, close: () => watcher.close() };
}

async function readFirst(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UserError(`There is no policy file ${path} that can be read: ${messageOf(cause)}.`, { cause });
  }
}

/** Watches the folder, because editors and mounted configuration replace the file rather than write into it. */
function watchFile(path: string, clock: Clock, changed: () => void): Pick<FSWatcher, 'close'> {
  let cancel = () => {};
  const watcher = watch(dirname(path), (_, name) => {
    // A mounted ConfigMap swaps a symbolic link beside the file: https://kubernetes.io/docs/concepts/configuration/configmap/
    if (name !== null && name !== basename(path) && name !== '..data') return;
    cancel();
    cancel = clock.after(settleMs, changed);
  });
  return {
    close: () => {
      cancel();
      watcher.close();
    },
  };
}
