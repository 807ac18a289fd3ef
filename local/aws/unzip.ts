import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { type ArchiveEntry, extractEntries } from './extract.ts';

const inflate = promisify(inflateRaw);

/** A zip that is broken or that would do harm; the message says which and why. */
export class ZipError extends Error {}

const mostEntries = 500_000;

/** Reads the central directory. Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function readZip(zip: Buffer): ArchiveEntry[] {
  try {
    return [...entries(zip)];
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError('The zip is cut off or damaged.');
    throw error;
  }
}

/** Extracts into a folder that exists, as `extractEntries` does. */
export async function extractZip(zip: Buffer, folder: string): Promise<string[]> {
  return extractEntries(readZip(zip), folder, (what) => new ZipError(`The zip holds ${what}`));
}

function* entries(zip: Buffer): Generator<ArchiveEntry> {
  let { at, count } = directory(zip);
  if (count > mostEntries) throw new ZipError(`The zip holds more than ${mostEntries} files.`);
  for (; count > 0; count--) {
    if (zip.readUInt32LE(at) !== 0x02014b50)
      throw new ZipError('The zip is damaged: its directory cannot be read.');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((i) => zip.readUInt16LE(at + i)) as [
      number,
      number,
      number,
    ];
    const flags = zip.readUInt16LE(at + 8);
    const name = zip.toString(flags & 0x800 ? 'utf8' : 'latin1', at + 46, at + 46 + nameLength);
    const extra = zip.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const sizes = widened(extra, {
      size: zip.readUInt32LE(at + 24),
      compressed: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    });
    const unix = zip[at + 5] === 3 ? zip.readUInt32LE(at + 38) >>> 16 : 0;
    const header = {
      ...sizes,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      name,
      flags,
    };
    yield {
      name,
      mode: unix & 0o7777 || undefined,
      kind: (unix & 0o170000) === 0o120000 ? 'link' : name.endsWith('/') ? 'folder' : 'file',
      size: sizes.size,
      read: () => content(zip, header),
    };
    at += 46 + nameLength + extraLength + commentLength;
  }
}

/** Where the central directory starts and how many entries it has. */
function directory(zip: Buffer): { at: number; count: number } {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > zip.length) throw new ZipError('This is not a zip.');
  const [count, at] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
  if (count !== 0xffff && at !== 0xffffffff) return { at, count };
  const locator = end - 20;
  if (locator < 0 || zip.readUInt32LE(locator) !== 0x07064b50) return { at, count };
  const wide = Number(zip.readBigUInt64LE(locator + 8));
  if (zip.readUInt32LE(wide) !== 0x06064b50)
    throw new ZipError('The zip is damaged: its directory cannot be found.');
  return { at: Number(zip.readBigUInt64LE(wide + 48)), count: Number(zip.readBigUInt64LE(wide + 32)) };
}

interface Sizes {
  size: number;
  compressed: number;
  offset: number;
}

/** Zip64: each number that did not fit its 32 bits stands in the extra field, in this order. */
function widened(extra: Buffer, sizes: Sizes): Sizes {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const wide = (value: number) => {
      if (value !== 0xffffffff) return value;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    return { size: wide(sizes.size), compressed: wide(sizes.compressed), offset: wide(sizes.offset) };
  }
  return sizes;
}

async function content(
  zip: Buffer,
  entry: Sizes & { method: number; crc: number; name: string; flags: number },
): Promise<Buffer> {
  const broken = (why: string) => new ZipError(`The zip is damaged: ${JSON.stringify(entry.name)} ${why}.`);
  if (entry.flags & 1)
    throw new ZipError(`The zip is encrypted: ${JSON.stringify(entry.name)} cannot be read.`);
  const local = entry.offset;
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== 0x04034b50) throw broken('has no header');
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + entry.compressed);
  if (packed.length !== entry.compressed) throw broken('is cut off');
  let data = packed;
  if (entry.method === 8)
    // One byte more than promised is enough to know that the promise was false: a zip bomb stops here.
    data = (await inflate(packed, { maxOutputLength: entry.size + 1 }).catch(() => {
      throw broken('cannot be inflated to the size it claims');
    })) as Buffer<ArrayBuffer>;
  else if (entry.method !== 0)
    throw new ZipError(`The zip uses compression method ${entry.method}, which is not read here.`);
  if (data.length !== entry.size) throw broken('has another size than it claims');
  if (crc32(data) !== entry.crc) throw broken('does not match its checksum');
  return data;
}
