import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Service } from './define.ts';
import { type Answer, send, splitUrl } from './protocol/answer.ts';
import { answerJson } from './protocol/json.ts';
import { answerQuery, readForm, unknownCall } from './protocol/query.ts';
import { answerRestXml } from './protocol/rest-xml.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

export interface AwsOptions extends WorldOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** All that there are, unless told. */
  // biome-ignore lint/suspicious/noExplicitAny: a list holds services whose states are of every type.
  readonly services?: readonly Service<any>[];
}

export interface LocalAws {
  /** Such as `http://127.0.0.1:4566`: for `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  readonly aws: World;
  close(): Promise<void>;
}

/** Starts a local AWS. It listens on the loopback interface only: whoever reaches it may do everything. */
export async function startAws(options: AwsOptions = {}): Promise<LocalAws> {
  const services = options.services ?? (await import('./services.gen.ts')).services;
  const aws = await createWorld(options);
  const server = createServer((request, response) => void respond({ aws, services }, request, response));
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
  } catch (error) {
    await aws.close();
    throw error;
  }
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  aws.listening(endpoint);
  // Services hear each other's events from the start, not from their first request on.
  for (const service of services) aws.use(service);
  return {
    endpoint,
    aws,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, aws.close()]);
    },
  };
}

interface Site {
  readonly aws: World;
  readonly services: readonly Service<unknown>[];
}

async function respond(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await send(await answer(site, request), response);
    // What is left of a body that nobody wanted must not hold up the connection.
    request.unpipe();
    request.resume();
  } catch (error) {
    // A client that went away is nobody's fault; anything else has been written to half and cannot be mended.
    if (!response.destroyed) site.aws.log(`${request.method} ${request.url} broke off`, error);
    response.destroy();
  }
}

async function answer({ aws, services }: Site, request: IncomingMessage): Promise<Answer> {
  const requestId = randomUUID();
  const refusal = refuse(request);
  if (refusal) return refusal;
  const target = request.headers['x-amz-target'];
  if (target !== undefined) {
    const prefix = String(target).split('.').slice(0, -1).join('.');
    const service = services.find(({ protocol }) => protocol.kind === 'json' && protocol.target === prefix);
    if (service) return answerJson({ aws, service, request, requestId });
    return unknown(`No service of the local AWS answers to ${JSON.stringify(String(target))}.`, requestId);
  }
  const form = await readForm(request);
  if (form) {
    const service = services.find(
      ({ protocol }) => protocol.kind === 'query' && protocol.version === form.version,
    );
    return service ? answerQuery({ aws, service, request, requestId }, form) : unknownCall(form, requestId);
  }
  const file = serveFile({ aws, services }, request);
  if (file) return file;
  const s3 = services.find(({ protocol }) => protocol.kind === 's3');
  if (s3) return answerRestXml({ aws, service: s3, request, requestId });
  return unknown('No service of the local AWS answers to this request.', requestId);
}

function serveFile({ aws, services }: Site, request: IncomingMessage): Answer | undefined {
  if (request.method !== 'GET') return undefined;
  const { path } = splitUrl(request);
  for (const service of services) {
    const file = service.file?.(aws.use(service), path);
    if (file) return { status: 200, headers: { 'content-type': file.type }, body: file.content };
  }
  return undefined;
}

/** A web page must not reach this server, neither across origins nor by rebinding a name of its own to loopback. */
function refuse(request: IncomingMessage): Answer | undefined {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const isLocal = /(^|\.)localhost$|^127\.0\.0\.1$|^\[::1\]$/i.test(host);
  if (isLocal && request.headers.origin === undefined) return undefined;
  return {
    status: 403,
    headers: { 'content-type': 'text/plain' },
    body: 'Only local AWS clients are answered.\n',
  };
}

function unknown(message: string, requestId: string): Answer {
  return {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
    body: JSON.stringify({ __type: 'UnknownOperationException', message }),
  };
}
