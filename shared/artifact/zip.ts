import { availableParallelism } from 'node:os';
import { crc32 } from 'node:zlib';
import { crc32Combine } from './crc32.ts';
import { type Block, blockBytes, type Deflated, deflateBlocks, type Piece } from './deflate.ts';
import { createDeflatePool, type DeflatePool } from './deflate-pool.ts';
import { Headers } from './headers.ts';
import { Output } from './output.ts';
import type { Entry, FileEntry, LinkEntry } from './tree.ts';
import {
  dataDescriptor,
  directoryHeader,
  endOfDirectory,
  fileType,
  isLarge,
  linkType,
  localHeader,
  type ZipEntry,
  type ZipSizes,
} from './zip-format.ts';

export interface ZipFile {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal SHA-256 of the file: the same for the same names, bytes and permissions. */
  readonly hash: string;
  readonly entries: number;
}

const batchBytes = 1024 * 1024;
const batchBlocks = 256;
const threads = Math.min(Math.max(availableParallelism(), 2), 4);
/** Batches that are read, compressed or waiting to be written at a time: this bounds the memory. */
const batchesAhead = 8;

type Item = { readonly link: LinkEntry } | { readonly entry: FileEntry; readonly block: Block };

/**
 * Writes a zip file, the entries in the order given. Other threads read and compress in blocks of 1 MiB
 * while this one lists and writes. Of a file that is done nothing is kept but its line in the directory at the end.
 *
 * @throws UserError when a file cannot be read, changes while it is read, or the disk is full.
 */
export async function writeZip(
  entries: Iterable<Entry>,
  path: string,
  signal?: AbortSignal,
): Promise<ZipFile> {
  const output = await Output.create(path);
  let pool: DeflatePool | undefined;
  const deflate = async (blocks: readonly Block[]) => {
    // What never fills a batch is done sooner than threads start.
    if (isFull(blocks)) pool ??= createDeflatePool(threads);
    return pool ? pool.deflate(blocks) : deflateBlocks(blocks);
  };
  try {
    const writer = new ZipWriter(output);
    const ahead: { batch: readonly Item[]; deflated: Promise<Deflated> }[] = [];
    const writeNext = async () => {
      const { batch, deflated } = ahead.shift()!;
      await writer.write(batch, await deflated);
    };
    for (const batch of batches(entries)) {
      signal?.throwIfAborted();
      const deflated = deflate(batch.flatMap((item) => ('block' in item ? [item.block] : [])));
      // It is awaited in its turn; until then its failure is not an unhandled one.
      deflated.catch(() => {});
      ahead.push({ batch, deflated });
      if (ahead.length >= batchesAhead) await writeNext();
    }
    while (ahead.length > 0) await writeNext();
    await writer.end();
    return { file: path, hash: await output.finish(), size: output.size, entries: writer.count };
  } finally {
    await pool?.close();
    await output.close();
  }
}

function isFull(blocks: readonly Block[]): boolean {
  return blocks.length >= batchBlocks || blocks.reduce((sum, { length }) => sum + length, 0) >= batchBytes;
}

function* batches(entries: Iterable<Entry>): Generator<Item[]> {
  let batch: Item[] = [];
  let bytes = 0;
  for (const entry of entries) {
    for (const item of itemsOf(entry)) {
      batch.push(item);
      if ('block' in item) bytes += item.block.length;
      if (bytes < batchBytes && batch.length < batchBlocks) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function* itemsOf(entry: Entry): Generator<Item> {
  if (entry.kind === 'link') return yield { link: entry };
  const { file, path, size, modified } = entry;
  let offset = 0;
  do {
    const length = Math.min(blockBytes, size - offset);
    const last = offset + length === size;
    yield { entry, block: { file, path, modified, offset, length, first: offset === 0, last } };
    offset += length;
  } while (offset < size);
}

/** Puts the pieces in a row, each between its records, and remembers what the directory will say. */
class ZipWriter {
  #output: Output;
  #directory = new Headers();
  /** The file whose blocks are being written. */
  #open: { entry: ZipEntry; offset: number; sizes: ZipSizes } | undefined;

  constructor(output: Output) {
    this.#output = output;
  }

  /** Of the entries written. */
  get count(): number {
    return this.#directory.count;
  }

  async write(batch: readonly Item[], { pieces, data }: Deflated): Promise<void> {
    let piece = 0;
    let offset = 0;
    for (const item of batch) {
      if ('link' in item) {
        await this.#whole(zipLink(item.link), sizesOfLink(item.link), Buffer.from(item.link.target));
        continue;
      }
      const { length } = pieces[piece]!;
      await this.#block(item.entry, item.block, {
        piece: pieces[piece]!,
        bytes: data.subarray(offset, offset + length),
      });
      offset += length;
      piece += 1;
    }
  }

  async end(): Promise<void> {
    const start = this.#output.size;
    for (const headers of this.#directory.chunks()) await this.#output.write(headers);
    const size = this.#output.size - start;
    await this.#output.write(endOfDirectory(this.#directory.count, size, start));
  }

  async #block(
    file: FileEntry,
    block: Block,
    { piece, bytes }: { piece: Piece; bytes: Uint8Array },
  ): Promise<void> {
    const entry = zipFile(file, piece.stored);
    const sizes = { crc: piece.crc, compressed: piece.length, size: block.length };
    if (block.first && block.last) return this.#whole(entry, sizes, bytes);
    if (block.first) {
      this.#open = { entry, offset: this.#output.size, sizes: { crc: 0, compressed: 0, size: 0 } };
      await this.#output.write(localHeader(entry, undefined));
    }
    const open = this.#open!;
    open.sizes = joined(open.sizes, sizes);
    await this.#output.write(bytes);
    if (!block.last) return;
    await this.#output.write(dataDescriptor(entry, open.sizes));
    this.#directory.add(directoryHeader(entry, open.sizes, open.offset));
  }

  async #whole(entry: ZipEntry, sizes: ZipSizes, bytes: Uint8Array): Promise<void> {
    this.#directory.add(directoryHeader(entry, sizes, this.#output.size));
    await this.#output.write(localHeader(entry, sizes));
    await this.#output.write(bytes);
  }
}

function zipFile({ path, mode, size }: FileEntry, stored: boolean): ZipEntry {
  const trailing = size > blockBytes;
  return { name: Buffer.from(path), mode: fileType | mode, stored, trailing, large: isLarge(size) };
}

function zipLink({ path }: LinkEntry): ZipEntry {
  return { name: Buffer.from(path), mode: linkType | 0o777, stored: true, trailing: false, large: false };
}

function sizesOfLink({ target }: LinkEntry): ZipSizes {
  const length = Buffer.byteLength(target);
  return { crc: crc32(target), compressed: length, size: length };
}

function joined(before: ZipSizes, next: ZipSizes): ZipSizes {
  return {
    crc: crc32Combine(before.crc, next.crc, next.size),
    compressed: before.compressed + next.compressed,
    size: before.size + next.size,
  };
}
