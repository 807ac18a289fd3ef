import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Aws, AwsError, type Call, type Service } from '../define.ts';

/** What goes back over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable;
}

/** A request on its way to an operation of one service. */
export interface Exchange {
  readonly aws: Aws;
  readonly service: Service<unknown>;
  readonly request: IncomingMessage;
  readonly requestId: string;
}

export async function send(answer: Answer, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, answer.headers);
  if (answer.body === undefined || typeof answer.body === 'string' || answer.body instanceof Uint8Array)
    response.end(answer.body);
  else await pipeline(answer.body, response);
}

/** The whole body; one above `limit` bytes is read to its end, so that the client hears the answer, and refused. */
export async function readBody(request: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > limit)
    throw new AwsError(
      'RequestEntityTooLargeException',
      `The request body is larger than ${limit} bytes`,
      413,
    );
  return Buffer.concat(chunks);
}

/** The path as it was sent, dots, doubled slashes and all, and the query. */
export function splitUrl(request: IncomingMessage): { path: string; query: URLSearchParams } {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}

export function callOf(operation: string, request: IncomingMessage): Call {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );
  const { query } = splitUrl(request);
  const credential =
    /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1] ??
    query.get('X-Amz-Credential')?.split('/')[0];
  return { operation, headers, accessKey: credential };
}

/**
 * What a failure says to the client. What is not an AWS error is a fault of ours: logged, and no detail
 * leaves; unless the client went away in the middle of its request.
 */
export function asAwsError(error: unknown, { aws, request }: Pick<Exchange, 'aws' | 'request'>): AwsError {
  if (error instanceof AwsError) return error;
  const isGone = request.destroyed && !request.complete;
  if (!isGone) aws.log(`${request.method} ${request.url} failed`, error);
  return new AwsError('InternalFailure', 'The request failed because of an unknown error.', 500);
}
