import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface StepProxy {
  readonly url: string;
  /** `chat.postMessage`, `CodePipeline_20150709.PutApprovalResult` or `GET /app` of every call so far. */
  readonly calls: string[];
  /**
   * Called before a call is passed on and after it was carried out, before the caller hears of it. Where it
   * returns false the caller hears nothing: the connection is cut.
   */
  onStep: (when: 'before' | 'after', call: string) => boolean;
  close(): Promise<void>;
}

/** Stands between the bot and a service, and knows each call by its name. */
export async function startStepProxy(target: string): Promise<StepProxy> {
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const call = nameOf(request);
    proxy.calls.push(call);
    if (!proxy.onStep('before', call)) return cut(response);
    const { status, headers, answer } = await forward(request, { body, response });
    if (!proxy.onStep('after', call)) return cut(response);
    // The next page is asked for here, too.
    const link = String(headers.link ?? '').replaceAll(target, proxy.url);
    response.writeHead(status, { ...headers, ...(link && { link }) });
    response.end(answer);
  }

  function forward(request: IncomingMessage, { body, response }: { body: Buffer; response: ServerResponse }) {
    return new Promise<{ status: number; headers: IncomingMessage['headers']; answer: Buffer }>(
      (resolve, reject) => {
        const { method, headers, url = '/' } = request;
        const upstream = send(new URL(url, target), {
          method,
          headers: { ...headers, host: new URL(target).host },
        });
        upstream.once('error', reject);
        // A long poll ends with whoever asked.
        response.once('close', () => upstream.destroy());
        upstream.once('response', (answer) => {
          buffer(answer).then(
            (bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, answer: bytes }),
            reject,
          );
        });
        upstream.end(body);
      },
    );
  }

  const proxy: StepProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    onStep: () => true,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return proxy;
}

function cut(response: ServerResponse): void {
  response.destroy();
}

function nameOf({ method, headers, url = '/' }: IncomingMessage): string {
  const target = headers['x-amz-target'];
  if (target !== undefined) return String(target);
  const { pathname } = new URL(url, 'http://localhost');
  const [, gitHub] = /^\/api\/v3(\/.*)$/.exec(pathname) ?? [];
  if (gitHub) return `${method} ${gitHub.replaceAll(/\/\d+(?=\/|$)/g, '/:id')}`;
  return pathname.replace(/^\/(api\/)?/, '').replace(/^response\/.*/, 'response');
}
