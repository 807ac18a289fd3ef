/**
 * The records of a zip file. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 * Times are always 1980-01-01 00:00:00, the format's first, so that the same content gives the same bytes.
 */
export interface ZipEntry {
  /** UTF-8, with `/`. */
  readonly name: Buffer;
  /** Unix file type and permission bits. */
  readonly mode: number;
  readonly stored: boolean;
  /** Whether checksum and sizes follow the data, because they were not known before it. */
  readonly trailing: boolean;
  /** Whether the sizes take eight bytes. */
  readonly large: boolean;
}

export interface ZipSizes {
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
}

export const fileType = 0o100000;
export const linkType = 0o120000;

const max16 = 0xffff;
const max32 = 0xffffffff;
const madeByUnix = 3;
const firstDay = (1 << 5) | 1;

/** Whether a file of this size may take sizes of eight bytes; deflate adds a little to what it cannot shrink. */
export function isLarge(size: number): boolean {
  return size + Math.ceil(size / 1000) >= max32;
}

/** What stands before an entry's data. `sizes` where they are known. */
export function localHeader(entry: ZipEntry, sizes: ZipSizes | undefined): Buffer {
  const extra = entry.large ? zip64Extra([sizes?.size ?? 0, sizes?.compressed ?? 0]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header.subarray(4), entry);
  header.writeUInt32LE(sizes?.crc ?? 0, 14);
  header.writeUInt32LE(entry.large ? max32 : (sizes?.compressed ?? 0), 18);
  header.writeUInt32LE(entry.large ? max32 : (sizes?.size ?? 0), 22);
  header.writeUInt16LE(entry.name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, entry.name, extra]);
}

/** What stands after the data of an entry whose sizes are `trailing`. */
export function dataDescriptor(entry: ZipEntry, sizes: ZipSizes): Buffer {
  const descriptor = Buffer.alloc(entry.large ? 24 : 16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(sizes.crc, 4);
  if (entry.large) {
    descriptor.writeBigUInt64LE(BigInt(sizes.compressed), 8);
    descriptor.writeBigUInt64LE(BigInt(sizes.size), 16);
  } else {
    descriptor.writeUInt32LE(sizes.compressed, 8);
    descriptor.writeUInt32LE(sizes.size, 12);
  }
  return descriptor;
}

/** The entry's line in the directory at the end. `offset` is where its local header begins. */
export function directoryHeader(entry: ZipEntry, sizes: ZipSizes, offset: number): Buffer {
  const wide = [...(entry.large ? [sizes.size, sizes.compressed] : []), ...(offset >= max32 ? [offset] : [])];
  const extra = wide.length > 0 ? zip64Extra(wide) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((madeByUnix << 8) | 45, 4);
  writeCommon(header.subarray(6), entry);
  header.writeUInt32LE(sizes.crc, 16);
  header.writeUInt32LE(entry.large ? max32 : sizes.compressed, 20);
  header.writeUInt32LE(entry.large ? max32 : sizes.size, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE((entry.mode << 16) >>> 0, 38);
  header.writeUInt32LE(Math.min(offset, max32), 42);
  return Buffer.concat([header, entry.name, extra]);
}

/** The very end: where the directory is and how many entries it has, twice over where two bytes are too few. */
export function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, max16), 8);
  end.writeUInt16LE(Math.min(count, max16), 10);
  end.writeUInt32LE(Math.min(size, max32), 12);
  end.writeUInt32LE(Math.min(offset, max32), 16);
  const fits = count < max16 && size < max32 && offset < max32;
  return fits ? end : Buffer.concat([zip64End(count, size, offset), end]);
}

/** Version needed, flags, method, time and date: the same ten bytes in both headers. */
function writeCommon(target: Buffer, entry: ZipEntry): void {
  const utf8 = 1 << 11;
  target.writeUInt16LE(entry.large ? 45 : 20, 0);
  target.writeUInt16LE(utf8 | (entry.trailing ? 1 << 3 : 0), 2);
  target.writeUInt16LE(entry.stored ? 0 : 8, 4);
  target.writeUInt16LE(0, 6);
  target.writeUInt16LE(firstDay, 8);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [i, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i);
  return extra;
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE((madeByUnix << 8) | 45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  const locator = end.subarray(56);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return end;
}
