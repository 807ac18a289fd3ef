import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserError } from '../../../shared/errors.ts';
import { isAlive } from '../hosts/processes.ts';

/** A folder of `--data`, held by one process at a time. Only its owner can read what is in it: it holds secrets. */
export interface DataFolder {
  readonly path: string;
  /** The text of a file, or undefined where there is none. */
  read(name: string): Promise<string | undefined>;
  /** Replaces a file whole: after a crash at any instant either the old or the new text is there. */
  write(name: string, text: string): Promise<void>;
  release(): Promise<void>;
}

/** Takes the folder, which is made where it is not there. Throws `UserError` where another process has it. */
export async function takeFolder(path: string): Promise<DataFolder> {
  const lock = join(path, 'lock');
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await takeLock(lock, path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`--data ${path} cannot be used: ${messageOf(error)}.`, { cause: error });
  }
  return {
    path,
    read: (name) => readIfThere(join(path, name)),
    write: (name, text) => replace(path, name, text),
    release: () => rm(lock, { force: true }),
  };
}

async function takeLock(lock: string, folder: string): Promise<void> {
  for (;;) {
    try {
      const file = await open(lock, 'wx', 0o600);
      await file.writeFile(String(process.pid));
      return await file.close();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = Number.parseInt((await readIfThere(lock)) ?? '', 10);
    if (owner > 0 && (await isAlive(owner)))
      throw new UserError(`--data ${folder} is in use by process ${owner}.`);
    // Whoever had it was killed.
    await rm(lock, { force: true });
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function replace(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  // The new name itself is on disk only once its folder is.
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
