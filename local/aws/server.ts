import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createServer } from '../../shared/node-http.ts';
import { isFromAPage } from '../loopback.ts';
import { queryOf, type Service, type ServiceEntry } from './define.ts';
import { type Answer, send, splitUrl } from './protocol/answer.ts';
import { answerJson } from './protocol/json.ts';
import { answerQuery, readForm, unknownCall } from './protocol/query.ts';
import { answerRestXml } from './protocol/rest-xml.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

export interface AwsOptions extends Omit<WorldOptions, 'data'> {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** All that there are, unless told. */
  // biome-ignore lint/suspicious/noExplicitAny: a list holds services whose states are of every type.
  readonly services?: readonly Service<any>[];
  /** A folder that keeps the state from one start to the next. Without it everything is forgotten at the end. */
  readonly data?: string | undefined;
}

/** Whoever begins a request and does not go on, or opens connections without end, must not starve the others. */
const limits = { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 };
const mostConnections = 2_000;

export interface LocalAws {
  /** Such as `http://127.0.0.1:4566`: for `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  readonly aws: World;
  /** Where `data` keeps the state, of which services, and of which not. */
  readonly kept?: { readonly folder: string; readonly services: string[]; readonly forgotten: string[] };
  close(): Promise<void>;
}

/**
 * Starts a local AWS. It listens on the loopback interface only: whoever reaches it may do everything. Throws
 * `UserError` where the folder of `data` cannot be used.
 */
export async function startAws(options: AwsOptions = {}): Promise<LocalAws> {
  const services = options.services?.map(entryOf) ?? (await import('./services.gen.ts')).services;
  const { aws, close } = await openWorld(options, services);
  const server = createServer(
    limits,
    (request, response) => void respond({ aws, services }, request, response),
  );
  server.maxConnections = mostConnections;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
  } catch (error) {
    await close();
    throw error;
  }
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  aws.listening(endpoint);
  return {
    endpoint,
    aws,
    ...(aws.data !== undefined && { kept: keptOf(aws.data, services) }),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, close()]);
    },
  };
}

function keptOf(folder: string, services: readonly ServiceEntry[]): NonNullable<LocalAws['kept']> {
  const names = (persistent: boolean) =>
    services.filter((service) => service.persistent === persistent).map(({ name }) => name);
  return { folder, services: names(true), forgotten: names(false) };
}

function entryOf(service: Service<unknown>): ServiceEntry {
  const { name, protocol, persistence, http } = service;
  const persistent = persistence !== undefined;
  return { name, protocol, persistent, path: http?.path, load: async () => service };
}

/** A world with what its folder kept, if it has one. What is in flight when it closes is kept as in flight. */
async function openWorld(
  options: AwsOptions,
  services: readonly ServiceEntry[],
): Promise<{ aws: World; close(): Promise<void> }> {
  if (options.data === undefined) {
    const aws = await createWorld({ ...options, data: undefined });
    return { aws, close: () => aws.close() };
  }
  const { takeFolder } = await import('./persistence/folder.ts');
  const { Keeper } = await import('./persistence/keeper.ts');
  const folder = await takeFolder(resolve(options.data));
  const aws = await createWorld({ ...options, data: folder.path });
  const keeper = new Keeper(aws, folder);
  try {
    await keeper.open(services);
  } catch (error) {
    await aws.close();
    await folder.release();
    throw error;
  }
  return {
    aws,
    async close() {
      await keeper.close();
      await aws.close();
      await folder.release();
    },
  };
}

interface Site {
  readonly aws: World;
  readonly services: readonly ServiceEntry[];
}

async function respond(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const answered = await answer(site, request);
    site.aws.changed();
    await send(answered, response);
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
  const served = await serveHttp({ aws, services }, request);
  if (served) return served;
  const target = request.headers['x-amz-target'];
  if (target !== undefined) {
    const prefix = String(target).split('.').slice(0, -1).join('.');
    const service = services.find(({ protocol }) => protocol.kind === 'json' && protocol.target === prefix);
    if (service) return answerJson({ aws, service: await service.load(), request, requestId });
    return unknown(`No service of the local AWS answers to ${JSON.stringify(String(target))}.`, requestId);
  }
  const form = await readForm(request);
  if (form) {
    const service = services.find(({ protocol }) => queryOf(protocol)?.version === form.version);
    if (!service) return unknownCall(form, requestId);
    return answerQuery({ aws, service: await service.load(), request, requestId }, form);
  }
  const file = serveFile(aws, request);
  if (file) return file;
  const s3 = services.find(({ protocol }) => protocol.kind === 's3');
  if (s3) return answerRestXml({ aws, service: await s3.load(), request, requestId });
  return unknown('No service of the local AWS answers to this request.', requestId);
}

/** A request of its own kind for one service, such as a push over git. */
async function serveHttp({ aws, services }: Site, request: IncomingMessage): Promise<Answer | undefined> {
  const entry = services.find(({ path }) => path !== undefined && request.url?.startsWith(path));
  const service = await entry?.load();
  return service?.http?.answer(aws.use(service), request);
}

/** Only services in use have told anybody of a file of theirs. */
function serveFile(aws: World, request: IncomingMessage): Answer | undefined {
  if (request.method !== 'GET') return undefined;
  const { path } = splitUrl(request);
  for (const [service, state] of aws.states()) {
    const file = service.file?.(state, path);
    if (file) return { status: 200, headers: { 'content-type': file.type }, body: file.content };
  }
  return undefined;
}

/** A web page must not reach this server, neither across origins nor by rebinding a name of its own to loopback. */
function refuse(request: IncomingMessage): Answer | undefined {
  if (!isFromAPage(request)) return undefined;
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
