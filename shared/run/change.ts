import type { Change } from './model.ts';

/**
 * How the change travels: as the metadata of the S3 object that a pipeline's source reads. S3 metadata is
 * ASCII and at most 2 KB, names and values together:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
 */
const metadataLimit = 2048;
const textFields = ['repository', 'commit', 'ref', 'actor', 'author'] as const;
const messageName = 'drawbridge-message';

/**
 * CodePipeline shows this one as the revision's summary:
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html
 */
const summaryName = 'codepipeline-artifact-revision-summary';
const summaryLimit = 256;

/** Metadata for the object that carries `change`. A message too long for S3 is cut; nothing else is changed. */
export function changeToMetadata(change: Change): Record<string, string> {
  const wanted: [name: string, value: string | undefined][] = [
    ...textFields.map((field): [string, string | undefined] => [`drawbridge-${field}`, change[field]]),
    ['drawbridge-pull-request', change.pullRequest?.toString()],
    ['drawbridge-workflow-url', change.workflowUrl],
  ];
  const metadata: Record<string, string> = {};
  let left = metadataLimit;
  const put = (name: string, value: string) => {
    const size = name.length + value.length;
    if (!value || size > left) return;
    metadata[name] = value;
    left -= size;
  };
  for (const [name, value] of wanted) put(name, encode(value ?? ''));
  put(summaryName, revisionSummary(change));
  put(messageName, encodeUpTo(firstLine(change.message ?? ''), left - messageName.length));
  return metadata;
}

/**
 * The change that an object's metadata tells of. Anybody who may write the object wrote it, so what does not
 * look as it should is left out.
 */
export function changeFromMetadata(metadata: Readonly<Record<string, string>>): Change {
  const read = (name: string) => decode(metadata[`drawbridge-${name}`]);
  const repository = read('repository');
  const pullRequest = Number(read('pull-request'));
  const workflowUrl = read('workflow-url');
  const change: Change = {
    repository: repository && isRepository(repository) ? repository : undefined,
    commit: read('commit'),
    ref: read('ref'),
    message: read('message'),
    author: read('author'),
    actor: read('actor'),
    pullRequest: Number.isSafeInteger(pullRequest) && pullRequest > 0 ? pullRequest : undefined,
    workflowUrl: workflowUrl && isWebAddress(workflowUrl) ? workflowUrl : undefined,
  };
  return known(change);
}

/** What a summary written by `changeToMetadata` tells; the commit is its first twelve digits. */
export function changeFromSummary(summary: string): Change | undefined {
  const [, repository = '', commit, actor, message] =
    /^([^@\s]+)@([0-9a-f]{7,12})(?: by ([^\s:]+))?(?:: (.*))?$/.exec(summary) ?? [];
  return isRepository(repository) ? known({ repository, commit, actor, message }) : undefined;
}

/** A change without the members that are not known. */
export function known(change: Change): Change {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** Whether `text` can be `owner/name` on GitHub. */
export function isRepository(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(text);
}

/** Whether `text` is a whole http or https address. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:';
}

/** Up to the first line break, without control characters. */
export function firstLine(text: string): string {
  const [line = ''] = text.trim().split(/[\r\n\u2028\u2029]/, 1);
  return withoutControls(line).trim();
}

function revisionSummary(change: Change): string {
  const { repository, commit, actor, message } = change;
  const what = [repository, commit?.slice(0, 12)].filter(Boolean).join('@');
  const head = [what, actor && `by ${actor}`].filter(Boolean).join(' ');
  const text = [head, message && firstLine(message)].filter(Boolean).join(': ');
  return text.replace(/[^\x20-\x7e]+/g, '?').slice(0, summaryLimit);
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** The encoded text, or as much of its beginning as fits into `limit` with an ellipsis; empty if nothing does. */
function encodeUpTo(text: string, limit: number): string {
  const whole = encode(text);
  if (whole.length <= limit) return whole;
  const room = limit - encode('…').length;
  let kept = '';
  for (const character of text) {
    const next = encode(character);
    if (kept.length + next.length > room) break;
    kept += next;
  }
  return kept && `${kept}${encode('…')}`;
}

function decode(value: string | undefined): string | undefined {
  if (!value) return undefined;
  try {
    return withoutControls(decodeURIComponent(value));
  } catch {
    return undefined;
  }
}

function withoutControls(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
