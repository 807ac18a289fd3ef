import { type FileHandle, open } from 'node:fs/promises';
import { messageOf } from '../../shared/errors.ts';

/** Brings what was committed to the disk while everything else goes on. */
export interface WalSync {
  /** Resolves when everything that was committed before the call is on disk. */
  synced(): Promise<void>;
  close(): Promise<void>;
}

/**
 * With `synchronous=NORMAL` SQLite appends a commit to the write-ahead log and does not wait for the disk
 * (https://sqlite.org/pragma.html#pragma_synchronous). The log is one file that is read up to the first frame that is
 * not whole, so a sync of it makes durable all commits before; done here, it does not stop the event loop, and all that
 * is committed meanwhile shares the next one. Of `:memory:` there is nothing to sync.
 */
export async function openWalSync(file: string): Promise<WalSync> {
  if (file === ':memory:') return { synced: async () => {}, close: async () => {} };
  const log = await open(`${file}-wal`, 'r+');
  return { synced: sharedSync(log), close: () => log.close() };
}

function sharedSync(log: Pick<FileHandle, 'datasync'>): () => Promise<void> {
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let broken: Error | undefined;

  async function sync(): Promise<void> {
    next = undefined;
    // After a sync that failed the next one may say that all is well: https://lwn.net/Articles/752063/
    if (broken) throw broken;
    try {
      await log.datasync();
    } catch (error) {
      broken = new Error(`The store could not be brought to the disk: ${messageOf(error)}`, { cause: error });
      throw broken;
    }
  }

  return () => {
    if (!next) {
      next = current.catch(() => {}).then(sync);
      current = next;
    }
    return next;
  };
}
