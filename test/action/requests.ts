import type { IncomingMessage } from 'node:http';
import type { Seen } from './proxy.ts';

const hidden: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['version', /(?<="revisionValue":"|versionId=)[\w-]{32}(?![\w-])/g],
  ['host', /127\.0\.0\.1:\d+/g],
  ['minute', /\b\d{4}-\d\d-\d\d \d\d:\d\d UTC/g],
  ['short', /(?<=\[)[0-9a-f]{7,8}(?=\])/g],
  ['time', /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g],
  ['id', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g],
  ['hash', /\b[0-9a-f]{64}\b/g],
  ['commit', /\b[0-9a-f]{40}\b|(?<=@)[0-9a-f]{12}\b/g],
  ['upload', /(?<=uploadId=)\w+/g],
  ['deployment', /\bd-[0-9A-Z]{9}\b/g],
  ['instance', /\bi-[0-9a-f]{17}\b/g],
  ['duration', /\b\d+(\.\d+)? ?(ms|s|min)\b/g],
];

/**
 * What a step has asked for: what changes something in its order and as often as it was sent, what only reads
 * once each and sorted, because how often it is asked depends on time. What is another each time has a name.
 */
export function describeRequests(requests: readonly Seen[]): string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const nameOf = (kind: string, text: string) => {
    const name = names.get(text);
    if (name !== undefined) return name;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    names.set(text, `<${kind}${count > 1 ? ` ${count}` : ''}>`);
    return names.get(text)!;
  };
  const plain = (text: string) => {
    let said = text;
    for (const [kind, pattern] of hidden) {
      said = said.replace(pattern, (found) =>
        kind === 'duration' || kind === 'minute' ? `<${kind}>` : nameOf(kind, found),
      );
    }
    return said;
  };
  const changes = requests.filter((seen) => !isRead(seen)).map((seen) => plain(lineOf(seen)));
  const asked = requests.filter(isRead).map(({ call, request }) => plain(call + queryOf(request)));
  // Whether a run is read before or after its source has told of an object's version is chance.
  const reads = new Set(asked.filter((call) => !call.includes('versionId=')));
  return [
    ...changes.filter((line, index) => !(line.includes('partNumber=') && line === changes[index - 1])),
    ...[...reads].sort().map((call) => `reads ${call}`),
  ].join('\n');
}

function isRead({ call }: Seen): boolean {
  return /^(GET|HEAD) |^(Get|List|BatchGet|Describe)[A-Z]/.test(call);
}

/** Parts of an upload go side by side, so which of them is the first is chance. */
function queryOf({ url = '' }: IncomingMessage): string {
  const { search } = new URL(url, 'http://host');
  return search.replace(/(partNumber=)\d+/, '$1…').replace(/[?&]x-id=\w+/, '');
}

function lineOf({ call, request, body }: Seen): string {
  const { headers } = request;
  const told = Object.entries(headers).filter(([name]) =>
    /^x-amz-(meta-|server-side-|copy-source)/.test(name),
  );
  const isJson = headers['content-type']?.includes('json');
  const said = isJson ? ` ${body.toString()}` : '';
  return [`${call}${queryOf(request)}${said}`, ...told.map(([name, value]) => `  ${name}: ${value}`)].join(
    '\n',
  );
}
