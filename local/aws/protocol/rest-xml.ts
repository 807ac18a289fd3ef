import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { AwsError, type Service } from '../define.ts';
import { type Answer, asAwsError, callOf, type Exchange, readBody, splitUrl } from './answer.ts';
import { AwsChunkedDecoder } from './aws-chunked.ts';
import { checkRequired, invalidOutput, type Values } from './check.ts';
import { type Member, type OperationSchema, operationSchemas, type Structure } from './schema.ts';
import { element, escapeXml, parseXml, readElement, readText, writeMembers, writeText } from './xml.ts';

const largestDocument = 8 * 1024 * 1024;
const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** Answers whose status S3's model does not tell. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html */
const otherStatuses: Readonly<Record<string, number>> = { PutBucketTagging: 204 };

/** What a request to S3 addresses, before it is known which operation it means. */
interface Address {
  readonly method: string;
  readonly bucket: string | undefined;
  readonly key: string | undefined;
  readonly query: URLSearchParams;
}

/** Answers one request to S3, bound by the SDK's own HTTP traits. https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html */
export async function answerRestXml(exchange: Exchange): Promise<Answer> {
  const { aws, service, request, requestId } = exchange;
  const headers = { 'x-amz-request-id': requestId, 'x-amzn-requestid': requestId };
  try {
    const address = addressOf(request);
    checkExpiry(address.query, aws.clock.now());
    takeHoistedHeaders(address.query, request);
    const schema = route(operationSchemas(await service.sdk()), address, { request, service });
    const operation = service.operations[schema.name];
    if (!operation)
      throw new AwsError(
        'NotImplemented',
        `The operation ${schema.name} is not there in the local AWS.`,
        501,
      );
    const input = await bindInput(schema.input, address, request);
    checkRequired(schema.input, input, service);
    const output = await operation(aws.use(service), input, callOf(schema.name, request));
    return bindOutput(schema, (output ?? {}) as Values, headers);
  } catch (thrown) {
    const error = asAwsError(thrown, exchange);
    const answered = { ...headers, ...error.headers };
    if (request.method === 'HEAD' || error.status === 304) return { status: error.status, headers: answered };
    return {
      status: error.status,
      headers: { ...answered, 'content-type': 'application/xml' },
      body: errorDocument(error, request, requestId),
    };
  }
}

function errorDocument(error: AwsError, request: IncomingMessage, requestId: string): string {
  const fields = {
    Code: error.code,
    Message: error.message,
    ...error.fields,
    Resource: splitUrl(request).path,
    RequestId: requestId,
  };
  const inner = Object.entries(fields).map(([name, text]) => element(name, escapeXml(text)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('Error', inner.join(''))}`;
}

/** The bucket is the first label of the host name (`bucket.localhost`) or else of the path. */
function addressOf(request: IncomingMessage): Address {
  const { path, query } = splitUrl(request);
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const virtual = /^(.+?)(?:\.s3)?\.localhost$/.exec(host)?.[1];
  const bucketInHost = virtual === 's3' ? undefined : virtual;
  const [first, ...rest] = bucketInHost ? [bucketInHost, path.slice(1)] : path.slice(1).split('/');
  const method = request.method ?? 'GET';
  try {
    const key = decodeURIComponent(rest.join('/'));
    return { method, bucket: decodeURIComponent(first ?? '') || undefined, key: key || undefined, query };
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.");
  }
}

/** A presigned URL is good until `X-Amz-Date` plus `X-Amz-Expires` seconds, whoever signed it. */
function checkExpiry(query: URLSearchParams, now: number): void {
  const [date, expires] = [query.get('X-Amz-Date'), query.get('X-Amz-Expires')];
  if (!date || !expires) return;
  const signed = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Number.isNaN(signed) || !/^\d{1,6}$/.test(expires))
    throw new AwsError(
      'AuthorizationQueryParametersError',
      'X-Amz-Date and X-Amz-Expires must be a time and seconds.',
    );
  if (now > signed + Number(expires) * 1000) throw new AwsError('AccessDenied', 'Request has expired', 403);
}

/**
 * A presigned URL may hold what else is a header, such as metadata. SDKs put the checksum of the body that they do
 * not have yet there too: that one is overlooked. https://github.com/localstack/localstack/issues/12169
 */
function takeHoistedHeaders(query: URLSearchParams, { headers }: IncomingMessage): void {
  // The second is that of signature version 2, which boto3 still presigns with.
  if (!query.has('X-Amz-Signature') && !query.has('Signature')) return;
  for (const [name, value] of query)
    if (/^x-amz-(?!checksum-|sdk-)/i.test(name)) headers[name.toLowerCase()] ??= value;
}

/** The operation whose method, path and query fit best; one that is served wins over one that is not. */
function route(
  schemas: readonly OperationSchema[],
  address: Address,
  { request, service }: { request: IncomingMessage; service: Service<unknown> },
): OperationSchema {
  const fitting = schemas
    .map((schema) => ({ schema, rank: rankOf(schema, address, request) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => b.rank - a.rank || served(b.schema) - served(a.schema));
  const [best] = fitting;
  if (!best)
    throw new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
  return best.schema;

  function served({ name }: OperationSchema): number {
    return service.operations[name] ? 1 : 0;
  }
}

/** How closely an operation describes the request: -1 where it does not at all. */
function rankOf({ traits, input }: OperationSchema, address: Address, request: IncomingMessage): number {
  const [method, template] = traits.http as [string, string, number];
  const [path, literals = ''] = template.split('?');
  const wantsBucket = input.members.get('Bucket')?.traits.httpLabel === 1;
  if (method !== address.method || wantsBucket !== (address.bucket !== undefined)) return -1;
  if (path !== (address.key === undefined ? '/' : '/{Key+}')) return -1;
  let rank = 0;
  for (const [name, value] of new URLSearchParams(literals)) {
    const given = address.query.get(name);
    // `x-id` only names the operation, and only some clients send it.
    if (name === 'x-id' && given === null) continue;
    if (given === null || (value !== '' && given !== value)) return -1;
    rank += 2;
  }
  for (const { traits, required } of input.members.values()) {
    if (!required) continue;
    const isThere =
      typeof traits.httpQuery === 'string'
        ? address.query.has(traits.httpQuery)
        : typeof traits.httpHeader !== 'string' ||
          request.headers[traits.httpHeader.toLowerCase()] !== undefined;
    if (!isThere) return -1;
    if (traits.httpQuery || traits.httpHeader) rank += 2;
  }
  return rank;
}

async function bindInput(shape: Structure, address: Address, request: IncomingMessage): Promise<Values> {
  const input: Values = {};
  for (const [name, member] of shape.members) {
    const value = member.traits.httpPayload
      ? await bindPayload(member, request)
      : bindSimple(name, member, { address, request });
    if (value !== undefined) input[name] = value;
  }
  return input;
}

async function bindPayload({ shape }: Member, request: IncomingMessage): Promise<unknown> {
  if (shape.kind === 'stream') return decodeStream(request);
  const body = await readBody(decodeStream(request), largestDocument);
  if (shape.kind !== 'structure') return body.toString('utf8');
  return body.length === 0 ? undefined : readElement(shape, await parseXml(body.toString('utf8')));
}

function decodeStream(request: IncomingMessage): Readable {
  const isChunked =
    request.headers['content-encoding']?.includes('aws-chunked') ||
    String(request.headers['x-amz-content-sha256']).startsWith('STREAMING-');
  if (!isChunked) return request;
  // Not `pipeline`: that would end the connection of a malformed body before its error is answered.
  const decoder = request.pipe(new AwsChunkedDecoder());
  // Whoever reads the body meets the error; nobody may be reading it yet.
  decoder.on('error', () => undefined);
  request.once('close', () => request.complete || decoder.destroy(new Error('The client went away')));
  return decoder;
}

function bindSimple(
  name: string,
  { shape, traits }: Member,
  { address, request }: { address: Address; request: IncomingMessage },
): unknown {
  if (traits.httpLabel) return name === 'Bucket' ? address.bucket : address.key;
  if (typeof traits.httpPrefixHeaders === 'string') return prefixed(traits.httpPrefixHeaders, request);
  const text =
    typeof traits.httpQuery === 'string'
      ? address.query.get(traits.httpQuery)
      : typeof traits.httpHeader === 'string'
        ? request.headers[traits.httpHeader.toLowerCase()]
        : undefined;
  if (typeof text !== 'string') return undefined;
  if (shape.kind === 'list')
    return text.split(',').map((item) => readText(shape.member.shape, item.trim(), 'http-date'));
  const value = readText(shape, text, 'http-date');
  if (value === undefined && shape.kind !== 'timestamp')
    throw new AwsError('InvalidArgument', `Provided ${name} must be a ${shape.kind}`);
  return value;
}

function prefixed(prefix: string, request: IncomingMessage): Record<string, string> {
  const fitting = Object.entries(request.headers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(fitting.map(([name, value]) => [name.slice(prefix.length), String(value)]));
}

function bindOutput(
  { name, traits, output: shape }: OperationSchema,
  output: Values,
  base: Answer['headers'],
): Answer {
  const headers: Record<string, string> = { ...base };
  const body: Values = {};
  let payload: { member: Member; value: unknown } | undefined;
  for (const [key, value] of Object.entries(output)) {
    if (value === undefined) continue;
    const member = shape.members.get(key) ?? invalidOutput(`${name}.${key}`, 'no such member', value);
    if (member.traits.httpPayload) payload = { member, value };
    else if (typeof member.traits.httpHeader === 'string')
      headers[member.traits.httpHeader.toLowerCase()] = headerText(member, key, value);
    else if (typeof member.traits.httpPrefixHeaders === 'string')
      for (const [suffix, text] of Object.entries(value as Record<string, string>))
        headers[member.traits.httpPrefixHeaders + suffix] = encodeHeader(text);
    else body[key] = value;
  }
  const modelled = (traits.http as [string, string, number])[2];
  const status = headers['content-range'] ? 206 : (otherStatuses[name] ?? modelled);
  if (payload?.value instanceof Readable) return { status, headers, body: payload.value };
  // The one text that S3 answers as it is, a bucket's policy, is JSON.
  if (typeof payload?.value === 'string')
    return { status, headers: { ...headers, 'content-type': 'application/json' }, body: payload.value };
  const document = payload ? writePayload(payload.member, payload.value as Values) : writeBody(shape, body);
  if (document === undefined) return { status, headers };
  return { status, headers: { ...headers, 'content-type': 'application/xml' }, body: document };
}

function writePayload({ shape, traits }: Member, value: Values): string {
  return writeDocument(shape as Structure, value, String(traits.xmlName ?? (shape as Structure).name));
}

function headerText({ shape }: Member, path: string, value: unknown): string {
  return encodeHeader(writeText(shape, value, { path, timestamp: 'http-date' }));
}

/** Bytes go back as they came; what is no byte is encoded as S3 does, by RFC 2047. */
function encodeHeader(text: string): string {
  return /^[\x20-\x7e\xa0-\xff]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function writeBody(shape: Structure, body: Values): string | undefined {
  const inBody = [...shape.members.values()].some(
    ({ traits }) => !traits.httpHeader && !traits.httpPrefixHeaders && !traits.httpPayload,
  );
  return inBody ? writeDocument(shape, body, String(shape.traits.xmlName ?? shape.name)) : undefined;
}

function writeDocument(shape: Structure, body: Values, root: string): string {
  // GetBucketLocation answers its one member as the root itself.
  const [[only, member] = []] = shape.members.size === 1 ? shape.members : [];
  const inner =
    only === root && member?.shape.kind === 'string'
      ? escapeXml(String(body[only] ?? ''))
      : writeMembers(shape, body);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, inner, namespace)}`;
}
