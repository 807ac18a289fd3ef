import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type ArchiveEntry, extractEntries } from './extract.ts';

/** A tar that is broken or that would do harm; the message says why. */
class TarError extends Error {}

const block = 512;
const mostEntries = 500_000;
/** What a gzipped bundle may become, in bytes: it is held in memory. */
const mostUnpacked = 2 ** 30;

/** What a gzip holds. */
export async function gunzipped(gzip: Buffer): Promise<Buffer> {
  return promisify(gunzip)(gzip, { maxOutputLength: mostUnpacked }).catch((error) => {
    if (error.code === 'ERR_BUFFER_TOO_LARGE') throw new TarError('The tgz holds more than 1 GiB.');
    throw new TarError('The tgz is damaged, or none.');
  });
}

/** Extracts into a folder that exists, as `extractEntries` does. */
export async function extractTar(tar: Buffer, folder: string): Promise<string[]> {
  return extractEntries(readTar(tar), folder, (what) => new TarError(`The tar holds ${what}`));
}

/** What earlier headers say of the next entry: pax keywords. */
type Extended = Readonly<Record<string, string>>;

/** Reads ustar with the extensions of pax and GNU tar. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */
function readTar(tar: Buffer): ArchiveEntry[] {
  const found = new Map<string, ArchiveEntry>();
  const all: ArchiveEntry[] = [];
  let [shared, next]: [Extended, Extended] = [{}, {}];
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const header = tar.subarray(at, at + block);
    checkHeader(header);
    const type = String.fromCharCode(header[156]!);
    const extended = 'xgLK'.includes(type) ? {} : { ...shared, ...next };
    const size = Number(extended.size ?? number(header.subarray(124, 136)));
    const start = at + block;
    if (!Number.isSafeInteger(size) || size < 0 || start + size > tar.length)
      throw new TarError('The tar is cut off or damaged.');
    const content = tar.subarray(start, start + size);
    at = start + Math.ceil(size / block) * block;
    if (type === 'g') shared = { ...shared, ...readPax(content) };
    else if (type === 'x') next = { ...next, ...readPax(content) };
    else if (type === 'L') next = { ...next, path: text(content) };
    else if (type === 'K') next = { ...next, linkpath: text(content) };
    else {
      const entry = readEntry(header, { type, content, extended, found });
      next = {};
      if (!entry) continue;
      if (all.push(entry) > mostEntries) throw new TarError(`The tar holds more than ${mostEntries} files.`);
      found.set(entry.name, entry);
    }
  }
  if (all.length === 0) throw new TarError('This is not a tar, or an empty one.');
  return all;
}

function readEntry(
  header: Buffer,
  {
    type,
    content,
    extended,
    found,
  }: { type: string; content: Buffer; extended: Extended; found: ReadonlyMap<string, ArchiveEntry> },
): ArchiveEntry | undefined {
  const name = plain(extended.path ?? nameOf(header));
  const mode = number(header.subarray(100, 108)) & 0o7777;
  const target = extended.linkpath ?? text(header.subarray(157, 257));
  if (name === '' || name === '.') return undefined;
  switch (type) {
    case '0':
    case '7':
    case '\0':
      return { name, mode, kind: 'file', size: content.length, read: async () => content };
    case '5':
      return {
        name: name.endsWith('/') ? name : `${name}/`,
        mode,
        kind: 'folder',
        size: 0,
        read: async () => content,
      };
    case '2':
      return { name, mode, kind: 'link', size: 0, read: async () => Buffer.from(target) };
    case '1': {
      // A second name for a file that came before.
      const first = found.get(plain(target));
      if (first?.kind !== 'file')
        throw new TarError(`The tar holds a hard link to what it does not hold, ${JSON.stringify(name)}.`);
      return { ...first, name };
    }
    default:
      throw new TarError(`The tar holds what is no file, folder or link, ${JSON.stringify(name)}.`);
  }
}

function checkHeader(header: Buffer): void {
  // The sum counts its own field as spaces.
  let sum = 8 * 32;
  for (const [index, byte] of header.entries()) if (index < 148 || index >= 156) sum += byte;
  if (sum !== number(header.subarray(148, 156))) throw new TarError('This is not a tar, or a damaged one.');
}

function nameOf(header: Buffer): string {
  const isUstar = header.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? text(header.subarray(345, 500)) : '';
  return prefix === '' ? text(header.subarray(0, 100)) : `${prefix}/${text(header.subarray(0, 100))}`;
}

/** Octal digits, or for large numbers GNU's base 256. */
function number(field: Buffer): number {
  if (field[0]! & 0x80)
    return field.subarray(1).reduce((value, byte) => value * 256 + byte, field[0]! & 0x7f);
  const digits = text(field).trim();
  if (!/^[0-7]*$/.test(digits)) throw new TarError('This is not a tar, or a damaged one.');
  return Number.parseInt(digits || '0', 8);
}

function text(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

/** `./a` and `a` are the same. */
function plain(name: string): string {
  return name.replace(/^(\.\/+)+/, '');
}

/** Records of `length keyword=value`, each with a line feed at its end. */
function readPax(content: Buffer): Extended {
  const keywords: Record<string, string> = {};
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const length = Number(content.toString('latin1', at, Math.max(at, space)));
    if (space < 0 || !Number.isSafeInteger(length) || length <= space - at || at + length > content.length)
      throw new TarError('The tar is damaged: an extended header cannot be read.');
    const record = content.toString('utf8', space + 1, at + length - 1);
    const equals = record.indexOf('=');
    if (['path', 'linkpath', 'size'].includes(record.slice(0, equals)))
      keywords[record.slice(0, equals)] = record.slice(equals + 1);
    at += length;
  }
  return keywords;
}
