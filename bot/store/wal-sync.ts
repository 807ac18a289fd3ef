import fs from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { messageOf } from '../../shared/errors.ts';

/** Brings what was committed to the disk. */
export interface WalSync {
  /** Resolves when everything that was committed before the call is on disk. */
  synced(): Promise<void>;
  /** The same while everything stands still: on a busy machine a thread for it comes to its turn late. */
  syncNow(): void;
  /** What once went wrong: nothing is brought to the disk any more. */
  failure(): Error | undefined;
  close(): Promise<void>;
}

/**
 * With `synchronous=NORMAL` SQLite appends a commit to the write-ahead log and does not wait for the disk
 * (https://sqlite.org/pragma.html#pragma_synchronous). The log is one file that is read up to the first frame that is
 * not whole, so a sync of it makes durable all commits before; done here, it is done only for what somebody waits for,
 * and need not stop the event loop. Of `:memory:` there is nothing to sync.
 */
export async function openWalSync(file: string): Promise<WalSync> {
  if (file === ':memory:') {
    return { synced: async () => {}, syncNow() {}, failure: () => undefined, close: async () => {} };
  }
  const log = await open(`${file}-wal`, 'r+');
  return { ...sharedSync(log), close: () => log.close() };
}

function sharedSync(log: Pick<FileHandle, 'datasync' | 'fd'>): Omit<WalSync, 'close'> {
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let broken: Error | undefined;

  /** After a sync that failed the next one may say that all is well: https://lwn.net/Articles/752063/ */
  function breakOff(error: unknown): Error {
    broken ??= new Error(`The store could not be brought to the disk: ${messageOf(error)}`, { cause: error });
    return broken;
  }

  async function sync(): Promise<void> {
    next = undefined;
    if (broken) throw broken;
    await log.datasync().catch((error) => {
      throw breakOff(error);
    });
  }

  return {
    synced() {
      if (!next) {
        next = current.catch(() => {}).then(sync);
        current = next;
      }
      return next;
    },
    syncNow() {
      if (broken) throw broken;
      try {
        fs.fdatasyncSync(log.fd);
      } catch (error) {
        throw breakOff(error);
      }
    },
    failure: () => broken,
  };
}
