import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { messageOf, UserError } from '../errors.ts';
import { changed, isGone } from './changing.ts';

/** A piece of a file; the pieces of one file are compressed apart and put together again. */
export interface Block {
  readonly file: string;
  /** The name to use in messages. */
  readonly path: string;
  /** When the file was last written before it was read, in ms. */
  readonly modified: number;
  readonly offset: number;
  readonly length: number;
  readonly first: boolean;
  readonly last: boolean;
}

export interface Deflated {
  readonly pieces: readonly Piece[];
  /** The bytes of all pieces in a row. */
  readonly data: Uint8Array<ArrayBuffer>;
}

export interface Piece {
  readonly crc: number;
  readonly length: number;
  /** Kept as it was, because deflating would not have made it smaller. Only for a file of one block. */
  readonly stored: boolean;
}

/** Takes about two thirds of the time of zlib's usual 6, for files two to three percent larger. */
const level = 4;

/** Bytes of the largest block. */
export const blockBytes = 1024 * 1024;

// One for all files that this thread reads: a new one for each would pile up outside of the heap. A byte more
// than there should be after the last block shows a file that has grown.
const room = Buffer.allocUnsafeSlow(blockBytes + 1);

/**
 * Reads and compresses blocks. A block that is not its file's last ends on a byte boundary (a sync flush), so
 * that the blocks of a file joined together are one deflate stream.
 * https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4
 *
 * @throws UserError when a file is gone or no longer as long as it was.
 */
export function deflateBlocks(blocks: readonly Block[]): Deflated {
  const outputs = blocks.map((block) => {
    const bytes = readBlock(block);
    const flush = block.last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const deflated = deflateRawSync(bytes, { level, finishFlush: flush, chunkSize: chunkFor(bytes.length) });
    const stored = block.first && block.last && deflated.length >= bytes.length;
    return { crc: crc32(bytes), stored, bytes: stored ? Buffer.from(bytes) : deflated };
  });

  // One buffer for all: small ones share memory, which cannot be handed to another thread.
  const data = new Uint8Array(outputs.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let offset = 0;
  for (const { bytes } of outputs) {
    data.set(bytes, offset);
    offset += bytes.length;
  }
  return { pieces: outputs.map(({ crc, stored, bytes }) => ({ crc, stored, length: bytes.length })), data };
}

/** zlib's usual 16 KiB of room would stay in memory for each small file until the next sweep. */
function chunkFor(length: number): number {
  return Math.min(Math.max(length, 1024), 64 * 1024);
}

/** The bytes of a block, which stand there until the next is read. */
function readBlock(block: Block): Uint8Array {
  const target = room.subarray(0, block.length + (block.last ? 1 : 0));
  const read = withFile(block, (descriptor) => {
    // What is read at once is of one moment; the blocks of a file have to be of the same.
    const isWhole = block.first && block.last;
    const isSame = isWhole || fstatSync(descriptor).mtimeMs === block.modified;
    return isSame ? readFully(descriptor, target, block.offset) : undefined;
  });
  if (read !== block.length) throw changed(block.path);
  return target.subarray(0, read);
}

function readFully(descriptor: number, target: Uint8Array, offset: number): number {
  let read = 0;
  while (read < target.length) {
    const count = readSync(descriptor, target, read, target.length - read, offset + read);
    if (count === 0) break;
    read += count;
  }
  return read;
}

function withFile<T>({ file, path }: Block, use: (descriptor: number) => T): T {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    return use(descriptor);
  } catch (error) {
    if (isGone(error)) throw changed(path, error);
    throw new UserError(`\`${path}\` cannot be read: ${messageOf(error)}.`, { cause: error });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
