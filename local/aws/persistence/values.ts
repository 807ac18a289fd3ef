type Plain = Record<string, unknown>;

/** JSON for a snapshot: what JSON has no word for becomes an object with one key that begins with `$`. */
export function encode(value: unknown, path = 'the snapshot'): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => encode(item ?? null, `${path}[${index}]`));
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Uint8Array)
    return { $bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') };
  if (value instanceof Set) return { $set: encode([...value], path) };
  if (value instanceof Map)
    return { $map: [...value].map(([key, item]) => [encode(key, path), encode(item, `${path}.${key}`)]) };
  if (isPlain(value)) return encodeObject(value, path);
  throw new TypeError(`${path} holds ${String(value)}, which cannot be kept on disk`);
}

function encodeObject(value: Plain, path: string): unknown {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const encoded = entries.map(([key, item]) => [key, encode(item, `${path}.${key}`)] as const);
  // An object that looks like one of ours is written as a list of its entries.
  const isAmbiguous = entries.length === 1 && entries[0]![0].startsWith('$');
  return isAmbiguous ? { $object: encoded } : Object.fromEntries(encoded);
}

function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The counterpart of `encode`. */
export function decode(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(decode);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json);
  const [key, value] = entries.length === 1 ? entries[0]! : [];
  switch (key) {
    case '$date':
      return new Date(value as number);
    case '$bytes':
      return Buffer.from(value as string, 'base64');
    case '$set':
      return new Set((value as unknown[]).map(decode));
    case '$map':
      return new Map(decodeEntries(value));
    case '$object':
      return Object.fromEntries(decodeEntries(value));
    default:
      return Object.fromEntries(entries.map(([name, item]) => [name, decode(item)]));
  }
}

function decodeEntries(entries: unknown): [string, unknown][] {
  return (entries as [unknown, unknown][]).map(([key, item]) => [decode(key) as string, decode(item)]);
}
