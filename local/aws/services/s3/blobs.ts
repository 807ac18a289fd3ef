import { existsSync, readdirSync, rmSync } from 'node:fs';
import { copyFile, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsError } from '../../define.ts';
import { uuid } from '../../uuid.ts';
import { type Algorithm, createDigest } from './checksum.ts';

/** Bytes in a file of their own, under a name that nobody outside chose. */
export interface Blob {
  readonly name: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly md5: string;
  readonly digests: ReadonlyMap<Algorithm, Buffer>;
}

/** 5 GiB, what S3 takes in one request: https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html */
const largestUpload = 5 * 1024 ** 3;

/** One for all blobs without digests: there are many. */
const none: Blob['digests'] = new Map();

/** Keeps object bodies in files, so that memory does not grow with them. */
export class Blobs {
  readonly #folder: string;
  readonly #kept: boolean;
  #removed: string[] = [];
  #forgotten: string[] = [];
  #made: Promise<unknown> | undefined;

  /** Where blobs are kept from one start to the next, they stay until no snapshot speaks of them. */
  constructor(folder: string, options: { kept: boolean }) {
    this.#folder = folder;
    this.#kept = options.kept;
  }

  async write(body: Readable | Uint8Array, algorithms: Iterable<Algorithm> = []): Promise<Blob> {
    const chunks = body instanceof Uint8Array ? [body] : body;
    const name = await this.#newName();
    const md5 = createDigest('MD5');
    const digests = [...new Set(algorithms)].map((algorithm) => ({
      algorithm,
      digest: createDigest(algorithm),
    }));
    const file = await open(this.#path(name), 'wx', 0o600);
    let size = 0;
    try {
      for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
        size += chunk.length;
        // Reads on without keeping anything: leaving the loop would end the connection before the answer.
        if (size > largestUpload) continue;
        md5.update(chunk);
        for (const { digest } of digests) digest.update(chunk);
        await file.appendFile(chunk);
      }
      if (this.#kept) await file.sync();
    } catch (error) {
      await this.#delete(name);
      throw error;
    } finally {
      await file.close();
    }
    const blob = {
      name,
      size,
      md5: md5.digest().toString('hex'),
      digests:
        digests.length > 0
          ? new Map(digests.map(({ algorithm, digest }) => [algorithm, digest.digest()]))
          : none,
    };
    if (size <= largestUpload) return blob;
    await this.#delete(name);
    throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');
  }

  async copy(blob: Blob): Promise<Blob> {
    const name = await this.#newName();
    await copyFile(this.#path(blob.name), this.#path(name));
    return { ...blob, name };
  }

  /** One blob out of several, in order. */
  join(blobs: readonly Blob[], algorithms: Iterable<Algorithm> = []): Promise<Blob> {
    const read = this.read.bind(this);
    async function* chunks() {
      for (const blob of blobs) yield* await read(blob);
    }
    return this.write(Readable.from(chunks(), { objectMode: false }), algorithms);
  }

  /** The bytes from `start` to `end`, both included. The file is open before this resolves, so a delete does no harm. */
  async read(blob: Blob, range?: { start: number; end: number }): Promise<Readable> {
    if (blob.size === 0) return Readable.from([]);
    const file = await open(this.#path(blob.name), 'r');
    return file.createReadStream(range ?? {});
  }

  async remove({ name }: { name: string }): Promise<void> {
    if (this.#kept) this.#removed.push(name);
    else await this.#delete(name);
  }

  /** Called when a snapshot is taken: deletes what the one before, which has been written, does not speak of. */
  forget(): void {
    for (const name of this.#forgotten) rmSync(this.#path(name), { force: true });
    this.#forgotten = this.#removed;
    this.#removed = [];
  }

  /** Called when a snapshot is put back: deletes all but these, which must be there. */
  keepOnly(blobs: Iterable<Blob>): void {
    const found = new Set(existsSync(this.#folder) ? readdirSync(this.#folder) : []);
    for (const { name, size } of blobs)
      if (!found.delete(name) && size > 0)
        throw new Error(`the body ${join(this.#folder, name)} is not there`);
    for (const name of found) rmSync(this.#path(name), { force: true });
  }

  async #delete(name: string): Promise<void> {
    await rm(this.#path(name), { force: true });
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }

  async #newName(): Promise<string> {
    this.#made ??= mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await this.#made;
    return uuid();
  }
}
