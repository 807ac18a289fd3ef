
// shared/artifact/zip-worker.ts
const { parentPort } = process.getBuiltinModule("worker_threads");

// shared/errors.ts
var UserError = class extends Error {
  place;
  constructor(message, options = {}) {
    super(message, { cause: options.cause });
    this.name = "UserError";
    this.place = options.place;
  }
  /** `file:line:column: message` where there is a place, else the message. */
  toString() {
    const { place } = this;
    return place ? `${place.file}:${place.line}:${place.column}: ${this.message}` : this.message;
  }
};
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

// shared/artifact/deflate.ts
const { closeSync, fstatSync, openSync, readSync } = process.getBuiltinModule("fs");
const { constants, crc32, deflateRawSync } = process.getBuiltinModule("zlib");

// shared/artifact/changing.ts
function changed(path, cause) {
  return new UserError(`\`${path}\` changed while it was read; package it when nothing writes to it.`, {
    cause
  });
}
function isGone(error) {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

// shared/artifact/deflate.ts
var level = 4;
var blockBytes = 1024 * 1024;
var room = Buffer.allocUnsafeSlow(blockBytes + 1);
function deflateBlocks(blocks) {
  const outputs = blocks.map((block) => {
    const bytes = readBlock(block);
    const flush = block.last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const deflated = deflateRawSync(bytes, { level, finishFlush: flush, chunkSize: chunkFor(bytes.length) });
    const stored = block.first && block.last && deflated.length >= bytes.length;
    return { crc: crc32(bytes), stored, bytes: stored ? Buffer.from(bytes) : deflated };
  });
  const data = new Uint8Array(outputs.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let offset = 0;
  for (const { bytes } of outputs) {
    data.set(bytes, offset);
    offset += bytes.length;
  }
  return { pieces: outputs.map(({ crc, stored, bytes }) => ({ crc, stored, length: bytes.length })), data };
}
function chunkFor(length) {
  return Math.min(Math.max(length, 1024), 64 * 1024);
}
function readBlock(block) {
  const target = room.subarray(0, block.length + (block.last ? 1 : 0));
  const read = withFile(block, (descriptor) => {
    const isWhole = block.first && block.last;
    const isSame = isWhole || fstatSync(descriptor).mtimeMs === block.modified;
    return isSame ? readFully(descriptor, target, block.offset) : void 0;
  });
  if (read !== block.length) throw changed(block.path);
  return target.subarray(0, read);
}
function readFully(descriptor, target, offset) {
  let read = 0;
  while (read < target.length) {
    const count = readSync(descriptor, target, read, target.length - read, offset + read);
    if (count === 0) break;
    read += count;
  }
  return read;
}
function withFile({ file, path }, use) {
  let descriptor;
  try {
    descriptor = openSync(file, "r");
    return use(descriptor);
  } catch (error) {
    if (isGone(error)) throw changed(path, error);
    throw new UserError(`\`${path}\` cannot be read: ${messageOf(error)}.`, { cause: error });
  } finally {
    if (descriptor !== void 0) closeSync(descriptor);
  }
}

// shared/artifact/zip-worker.ts
var port = parentPort;
port?.on("message", (blocks) => {
  try {
    const deflated = deflateBlocks(blocks);
    port.postMessage({ deflated }, [deflated.data.buffer]);
  } catch (error) {
    port.postMessage({ error: messageOf(error), byUser: error instanceof UserError });
  }
});
