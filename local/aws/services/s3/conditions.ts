import { AwsError, type ErrorAnswer } from '../../define.ts';

/** What conditional requests compare with. The ETag has no quotes; `modified` is epoch milliseconds. */
export interface Validators {
  readonly etag: string;
  readonly modified: number;
}

export interface Conditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
  readonly IfModifiedSince?: Date | undefined;
  readonly IfUnmodifiedSince?: Date | undefined;
}

/** Refuses a read whose conditions do not hold, in the order of https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2 */
export function checkRead(conditions: Conditions, object: Validators): void {
  const { IfMatch, IfNoneMatch, IfModifiedSince, IfUnmodifiedSince } = conditions;
  const seconds = Math.floor(object.modified / 1000) * 1000;
  if (IfMatch !== undefined) {
    if (!matches(IfMatch, object.etag)) throw preconditionFailed('If-Match');
  } else if (IfUnmodifiedSince && seconds > IfUnmodifiedSince.getTime())
    throw preconditionFailed('If-Unmodified-Since');
  if (IfNoneMatch !== undefined) {
    if (matches(IfNoneMatch, object.etag)) throw notModified(object);
  } else if (IfModifiedSince && seconds <= IfModifiedSince.getTime()) throw notModified(object);
}

/** Refuses a write whose conditions do not hold; `object` is what is there now. */
export function checkWrite({ IfMatch, IfNoneMatch }: Conditions, object: Validators | undefined): void {
  if (IfMatch !== undefined) {
    if (!object) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
    if (!matches(IfMatch, object.etag)) throw preconditionFailed('If-Match');
  }
  if (IfNoneMatch !== undefined && object && matches(IfNoneMatch, object.etag))
    throw preconditionFailed('If-None-Match');
}

/**
 * First and last byte, both included, of `Range: bytes=…`. A header that is not understood, or that asks for
 * several ranges, means the whole object, as S3 treats it.
 */
export function parseRange(
  range: string | undefined,
  size: number,
): { start: number; end: number } | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  if (start >= size || (from === '' && Number(to) === 0))
    throw new AwsError('InvalidRange', 'The requested range is not satisfiable', {
      status: 416,
      fields: { RangeRequested: range!, ActualObjectSize: String(size) },
    });
  return { start, end };
}

/** The bytes that `x-amz-copy-source-range` asks for: unlike a `Range`, one that cannot be met as it stands is refused. */
export function parseCopyRange(
  range: string | undefined,
  size: number,
): { start: number; end: number } | undefined {
  if (range === undefined) return undefined;
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  if (start === undefined || end === undefined || Number(end) < Number(start))
    throw new AwsError(
      'InvalidArgument',
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
      argument('x-amz-copy-source-range', range),
    );
  if (Number(end) >= size)
    throw new AwsError(
      'InvalidArgument',
      `Range specified is not valid for source object of size: ${size}`,
      argument('x-amz-copy-source-range', range),
    );
  return { start: Number(start), end: Number(end) };
}

/** What `InvalidArgument` tells of the argument that it refuses. */
export function argument(name: string, value: string | number): ErrorAnswer {
  return { fields: { ArgumentName: name, ArgumentValue: String(value) } };
}

function matches(list: string, etag: string): boolean {
  return list.split(',').some((item) => ['*', etag].includes(item.trim().replace(/^"|"$/g, '')));
}

/** `condition` is the header that did not hold. */
export function preconditionFailed(condition: string): AwsError {
  return new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    status: 412,
    fields: { Condition: condition },
  });
}

function notModified({ etag, modified }: Validators): AwsError {
  const headers = { etag: `"${etag}"`, 'last-modified': new Date(modified).toUTCString() };
  return new AwsError('NotModified', 'Not Modified', { status: 304, headers });
}
