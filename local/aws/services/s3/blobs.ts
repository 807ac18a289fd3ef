import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsError } from '../../define.ts';
import { type Algorithm, createDigest } from './checksum.ts';

/** Bytes in a file of their own, under a name that nobody outside chose. */
export interface Blob {
  readonly path: string;
  readonly size: number;
  readonly md5: Buffer;
  readonly digests: ReadonlyMap<Algorithm, Buffer>;
}

/** 5 GiB, what S3 takes in one request: https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html */
const largestUpload = 5 * 1024 ** 3;

/** Keeps object bodies in files, so that memory does not grow with them. */
export class Blobs {
  readonly #folder: string;
  #made: Promise<unknown> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(body: Readable | Uint8Array, algorithms: Iterable<Algorithm> = []): Promise<Blob> {
    const chunks = body instanceof Uint8Array ? [body] : body;
    const path = await this.#newPath();
    const md5 = createDigest('MD5');
    const digests = [...new Set(algorithms)].map((algorithm) => ({
      algorithm,
      digest: createDigest(algorithm),
    }));
    const file = await open(path, 'wx');
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
    } catch (error) {
      await this.remove({ path });
      throw error;
    } finally {
      await file.close();
    }
    const blob = {
      path,
      size,
      md5: md5.digest(),
      digests: new Map(digests.map(({ algorithm, digest }) => [algorithm, digest.digest()])),
    };
    if (size <= largestUpload) return blob;
    await this.remove(blob);
    throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');
  }

  async copy(blob: Blob): Promise<Blob> {
    const path = await this.#newPath();
    await copyFile(blob.path, path);
    return { ...blob, path };
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
    const file = await open(blob.path, 'r');
    return file.createReadStream(range ?? {});
  }

  async remove({ path }: { path: string }): Promise<void> {
    await rm(path, { force: true });
  }

  async #newPath(): Promise<string> {
    this.#made ??= mkdir(this.#folder, { recursive: true });
    await this.#made;
    return join(this.#folder, randomUUID());
  }
}
