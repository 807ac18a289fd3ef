import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { UserError } from '../errors.ts';

const enough = 1024 * 1024;

/** A file that is written from front to back, in large pieces, with its SHA-256 counted along the way. */
export class Output {
  #file: FileHandle;
  #path: string;
  #hash = createHash('sha256');
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #size = 0;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  static async create(path: string): Promise<Output> {
    return new Output(path, await open(path, 'w', 0o600));
  }

  /** Bytes written so far: where the next byte will stand. */
  get size(): number {
    return this.#size;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    this.#size += bytes.length;
    if (this.#pendingBytes >= enough) await this.#flush();
  }

  /** Writes what is left; the hexadecimal SHA-256 of it all. */
  async finish(): Promise<string> {
    await this.#flush();
    return this.#hash.digest('hex');
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#pending.splice(0));
    this.#pendingBytes = 0;
    try {
      // Unlike write(), writeFile() goes on after a short write.
      await this.#file.writeFile(bytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      throw new UserError(`The disk of \`${this.#path}\` is full; free some space or package less.`, {
        cause: error,
      });
    }
  }
}
