import { spawn } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Answer, splitUrl } from '../protocol/answer.ts';
import type { RefChange, Repository } from './repository.ts';
import { gitEnvironment } from './run.ts';

const services = /^\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** The end of a path that git's smart HTTP uses, such as `/info/refs`. */
export const isGitPath = (path: string) => services.test(path);

const queues = new WeakMap<Repository, Promise<unknown>>();

/**
 * Answers one request of git's smart HTTP with git's own server; `pushed` hears what a push changed before the
 * client hears that it went well. https://git-scm.com/docs/git-http-backend
 */
export async function serveGit(
  repository: Repository,
  request: IncomingMessage,
  { path, pushed }: { path: string; pushed: (changes: RefChange[]) => Promise<void> },
): Promise<Answer> {
  if (path !== '/git-receive-pack') return (await backend(repository, request, path)).answer;
  // One push at a time, so that each is told of its own changes only.
  const before = queues.get(repository) ?? Promise.resolve();
  const result = before.then(async () => {
    const call = { answer: plain(500, 'The push was not carried out.') };
    const changes = await repository.changesOf(async () => {
      const { answer, ended } = await backend(repository, request, path);
      const body = answer.body instanceof Readable ? await read(answer.body) : answer.body;
      await ended;
      call.answer = { ...answer, ...(body !== undefined && { body }) };
    });
    if (changes.length > 0) await pushed(changes);
    return call.answer;
  });
  queues.set(
    repository,
    result.catch(() => undefined),
  );
  return result;
}

async function backend(repository: Repository, request: IncomingMessage, path: string) {
  const child = spawn('git', ['http-backend'], { env: variables(repository, request, path) });
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const failed = new Promise<Answer>((resolve) => {
    child.once('error', () => resolve(plain(501, 'git with its http-backend is not installed here.')));
  });
  child.once('close', () => end());
  child.once('error', () => end());
  child.stderr.resume();
  // A client that goes away ends its git with it; one that git has no more to hear from is let be.
  pipeline(request, child.stdin).catch(() => child.stdin.destroy());
  request.once('close', () => {
    if (!request.complete) child.kill();
  });
  return { answer: await Promise.race([answerOf(child.stdout), failed]), ended };
}

function variables(repository: Repository, request: IncomingMessage, path: string) {
  const { headers, method = 'GET' } = request;
  return {
    ...gitEnvironment,
    GIT_PROJECT_ROOT: repository.folder,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: path,
    REQUEST_METHOD: method,
    QUERY_STRING: splitUrl(request).query.toString(),
    CONTENT_TYPE: headers['content-type'] ?? '',
    ...(headers['content-length'] && { CONTENT_LENGTH: headers['content-length'] }),
    ...(headers['content-encoding'] && { HTTP_CONTENT_ENCODING: headers['content-encoding'] }),
    ...(headers['git-protocol'] && { HTTP_GIT_PROTOCOL: String(headers['git-protocol']) }),
    // Whoever has a name may push; nobody's name is checked here.
    REMOTE_USER: 'local',
    REMOTE_ADDR: '127.0.0.1',
  };
}

/** Reads the head of a CGI answer; the rest is its body. https://www.rfc-editor.org/rfc/rfc3875#section-6 */
async function answerOf(stdout: Readable): Promise<Answer> {
  const chunks = stdout.iterator({ destroyOnReturn: false });
  let read = Buffer.alloc(0);
  for (;;) {
    const end = read.indexOf('\r\n\r\n');
    if (end >= 0) return headed(read.subarray(0, end).toString(), follow(read.subarray(end + 4), chunks));
    const { value, done } = await chunks.next();
    if (done) return plain(500, 'git ended without an answer.');
    read = Buffer.concat([read, value as Buffer]);
  }
}

function headed(head: string, body: Readable): Answer {
  const lines = head.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const { status = '200', ...headers } = Object.fromEntries(lines);
  return { status: Number.parseInt(status, 10), headers, body };
}

function follow(first: Buffer, rest: AsyncIterable<unknown>): Readable {
  return Readable.from(
    (async function* () {
      if (first.length > 0) yield first;
      yield* rest;
    })(),
    { objectMode: false },
  );
}

async function read(stream: Readable): Promise<Buffer> {
  return Buffer.concat(await stream.toArray());
}

export function plain(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body: `${body}\n` };
}
