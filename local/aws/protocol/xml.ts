import { AwsError } from '../define.ts';
import { invalidOutput, type Values } from './check.ts';
import type { Member, Shape, Structure, TimestampFormat, Traits } from './schema.ts';

/** An element as the parser gives it: its text, or its children by name. */
export type XmlNode = string | Readonly<Record<string, readonly XmlNode[]>>;

/** The members of a structure as elements, checked against the schema. https://smithy.io/2.0/spec/protocol-traits.html */
export function writeMembers(shape: Structure, value: Values): string {
  const unknown = Object.keys(value).find((name) => value[name] !== undefined && !shape.members.has(name));
  if (unknown) invalidOutput(`${shape.name}.${unknown}`, 'no such member', value[unknown]);
  return [...shape.members].map(([name, member]) => writeMember(name, member, value[name])).join('');
}

/** An element with text or elements already written inside. */
export function element(name: string, inner: string, namespace?: string): string {
  return `<${name}${namespace ? ` xmlns="${namespace}"` : ''}>${inner}</${name}>`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"\p{Cc}]/gu, (char) => named[char] ?? `&#${char.codePointAt(0)};`);
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function writeMember(name: string, { shape, traits, required }: Member, value: unknown): string {
  if (value === undefined || value === null) return required ? invalidOutput(name, 'a value', undefined) : '';
  const tag = tagOf(traits, name);
  if (shape.kind === 'list') return writeList(tag, shape.member, { value, traits });
  if (shape.kind === 'map') return writeMap(tag, shape, { value, traits });
  return element(tag, writeValue(shape, value, tag));
}

function writeList(
  tag: string,
  member: Member,
  { value, traits }: { value: unknown; traits: Traits },
): string {
  if (!Array.isArray(value)) return invalidOutput(tag, 'array', value);
  if (traits.xmlFlattened) return value.map((item) => writeMember(tag, plain(member), item)).join('');
  const itemTag = tagOf(member.traits, 'member');
  return element(tag, value.map((item) => writeMember(itemTag, plain(member), item)).join(''));
}

function writeMap(
  tag: string,
  { key, value: member }: { key: Member; value: Member },
  { value, traits }: { value: unknown; traits: Traits },
): string {
  if (typeof value !== 'object' || value === null) return invalidOutput(tag, 'object', value);
  const entries = Object.entries(value).map(
    ([name, item]) =>
      writeMember(tagOf(key.traits, 'key'), plain(key), name) +
      writeMember(tagOf(member.traits, 'value'), plain(member), item),
  );
  if (traits.xmlFlattened) return entries.map((entry) => element(tag, entry)).join('');
  return element(tag, entries.map((entry) => element('entry', entry)).join(''));
}

/** The member without a name of its own: its tag has been chosen. */
function plain({ shape, required }: Member): Member {
  return { shape, required, traits: {} };
}

function tagOf(traits: Traits, name: string): string {
  return typeof traits.xmlName === 'string' ? traits.xmlName : name;
}

function writeValue(shape: Shape, value: unknown, path: string): string {
  if (shape.kind !== 'structure') return escapeXml(writeText(shape, value, { path, timestamp: 'date-time' }));
  if (typeof value !== 'object' || value === null) return invalidOutput(path, shape.name, value);
  return writeMembers(shape, value as Values);
}

/** A simple value as text, for an element or a header, checked against the schema. */
export function writeText(
  shape: Shape,
  value: unknown,
  { path, timestamp }: { path: string; timestamp: TimestampFormat },
): string {
  switch (shape.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === shape.kind ? String(value) : invalidOutput(path, shape.kind, value);
    case 'timestamp': {
      if (!(value instanceof Date)) return invalidOutput(path, 'Date', value);
      const format = shape.format === 'default' ? timestamp : shape.format;
      if (format === 'http-date') return value.toUTCString();
      return format === 'epoch-seconds' ? String(value.getTime() / 1000) : value.toISOString();
    }
    case 'blob':
      if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
      return invalidOutput(path, 'Uint8Array', value);
    default:
      return invalidOutput(path, `text for a ${shape.kind}`, value);
  }
}

/** Parses a document; answers the root's content. The parser is loaded when the first document comes. */
export async function parseXml(text: string): Promise<XmlNode> {
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  // A document type could declare entities that grow without bound; no AWS client sends one.
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) throw malformedXml();
  const parser = new XMLParser({
    ignoreDeclaration: true,
    removeNSPrefix: true,
    parseTagValue: false,
    // A key may begin or end with blanks.
    trimValues: false,
    htmlEntities: true,
    isArray: () => true,
  });
  const [root] = Object.values(parser.parse(text) as Record<string, XmlNode[]>);
  return root?.[0] ?? '';
}

function malformedXml(): AwsError {
  return new AwsError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}

/** The value that an element holds, as the SDK's TypeScript types say. Unknown elements are dropped. */
export function readElement(shape: Structure, node: XmlNode): Values {
  if (typeof node === 'string' && node.trim() !== '') throw malformedXml();
  const values: Values = {};
  for (const [name, { shape: inner, traits }] of shape.members) {
    const found = typeof node === 'string' ? undefined : node[tagOf(traits, name)];
    if (found) values[name] = readMember(inner, traits, found);
  }
  return values;
}

function readMember(shape: Shape, traits: Traits, found: readonly XmlNode[]): unknown {
  if (shape.kind === 'structure') return readElement(shape, found[0]!);
  if (shape.kind === 'string') return textOf(found[0]!);
  if (shape.kind !== 'list') return readText(shape, textOf(found[0]!).trim(), 'date-time');
  const [list] = found;
  const items = traits.xmlFlattened
    ? found
    : typeof list === 'object'
      ? (list[tagOf(shape.member.traits, 'member')] ?? [])
      : [];
  return items.map((item) => readMember(shape.member.shape, {}, [item]));
}

function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node;
  throw malformedXml();
}

/** A simple value read from an element, a header or a query; undefined where the text is not one. */
export function readText(shape: Shape, text: string, timestamp: TimestampFormat): unknown {
  switch (shape.kind) {
    case 'string':
      return text;
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
    case 'boolean':
      return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined;
    case 'timestamp': {
      const format = shape.format === 'default' ? timestamp : shape.format;
      const date = new Date(format === 'epoch-seconds' ? Number(text) * 1000 : text);
      return Number.isNaN(date.getTime()) ? undefined : date;
    }
    case 'blob':
      return Buffer.from(text, 'base64');
    default:
      return undefined;
  }
}
