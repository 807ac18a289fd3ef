import { generateKeyPairSync, randomUUID, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { messageOf } from '../../shared/errors.ts';
import { Secret } from '../../shared/secrets/secret.ts';
import { isFromAPage } from '../loopback.ts';
import { deploymentRoutes } from './deployments.ts';
import { type Comment, Forge } from './forge.ts';
import {
  type ApiResponse,
  type Caller,
  commentBody,
  type Links,
  pullBody,
  repositoryBody,
  routes,
} from './routes.ts';
import { createWebhooks } from './webhooks.ts';

export interface LocalGitHub {
  readonly forge: Forge;
  /** For Octokit's `baseUrl`, `GITHUB_API_URL` and Probot. */
  readonly apiUrl: string;
  readonly appId: number;
  readonly installation: number;
  readonly privateKey: Secret;
  readonly webhookSecret: Secret;
  /** What a workflow gets as its `GITHUB_TOKEN`. */
  readonly workflowToken: Secret;
  /** Writes a comment as somebody, and tells the app of it by a signed webhook. */
  comment(written: { repository: string; number: number; author: string; body: string }): Promise<Comment>;
  close(): Promise<void>;
}

export interface GitHubOptions {
  /** Where the git repositories are kept. */
  readonly root: string;
  readonly clock?: Clock;
  /** Where webhooks go; nowhere while undefined. */
  readonly webhookUrl?: () => string | undefined;
}

const prefix = '/api/v3';
const appId = 1;
const installation = 1;

/** A local GitHub on a free loopback port: the REST endpoints that Drawbridge uses, app tokens and signed webhooks. */
export async function startGitHub(options: GitHubOptions): Promise<LocalGitHub> {
  const clock = options.clock ?? systemClock;
  const forge = new Forge(options.root, clock);
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const privateKey = new Secret(keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const webhookSecret = new Secret(randomUUID());
  const workflowToken = new Secret(`ghs_${randomUUID()}`);
  const logins = new Map<string, string>([[workflowToken.reveal(), 'github-actions[bot]']]);

  const webhooks = createWebhooks({ url: () => options.webhookUrl?.(), secret: webhookSecret, clock });

  const server = createServer((request, response) => {
    answer(request).then(
      (answered) => send(response, answered),
      (error) => send(response, { status: 500, body: { message: messageOf(error) } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const links: Links = { api: `${web}${prefix}`, web };

  async function answer(request: IncomingMessage): Promise<ApiResponse> {
    if (isFromAPage(request)) return { status: 403, body: { message: 'Forbidden' } };
    const url = new URL(request.url ?? '/', web);
    if (!url.pathname.startsWith(prefix)) return { status: 404, body: { message: 'Not Found' } };
    const caller = authenticate(request.headers.authorization);
    if (!caller) return { status: 401, body: { message: 'Bad credentials' } };
    const pathname = url.pathname.slice(prefix.length);
    const body = parseBody(await readText(request));
    if (!body) return { status: 400, body: { message: 'Problems parsing JSON' } };

    if (request.method === 'POST' && pathname === `/app/installations/${installation}/access_tokens`) {
      return caller.kind === 'app' ? issueToken() : { status: 401, body: { message: 'Bad credentials' } };
    }
    for (const route of [...routes, ...deploymentRoutes, ...webhooks.routes]) {
      const match = route.method === request.method && route.pattern.exec({ pathname });
      if (match) {
        const params = Object.entries(match.pathname.groups).map(([key, value]) => [
          key,
          decodeURIComponent(value ?? ''),
        ]);
        const query = url.searchParams;
        return await route.handle({ params: Object.fromEntries(params), query, body, caller }, forge, links);
      }
    }
    return { status: 404, body: { message: 'Not Found' } };
  }

  function issueToken() {
    const token = `ghs_${randomUUID()}`;
    logins.set(token, forge.bot);
    const expires = new Date(clock.now() + 60 * 60_000).toISOString();
    return {
      status: 201,
      body: { token, expires_at: expires, permissions: {}, repository_selection: 'all' },
    };
  }

  /** A token that was issued here, or a JWT that the app's private key signed and that has not expired. */
  function authenticate(authorization: string | undefined): Caller | undefined {
    const token = authorization?.match(/^(?:bearer|token) (\S+)$/i)?.[1];
    if (!token) return undefined;
    const login = logins.get(token);
    if (login) return { kind: 'token', login };
    const [header = '', payload = '', signature = ''] = token.split('.');
    const signed = Buffer.from(`${header}.${payload}`);
    const isOurs = verify('RSA-SHA256', signed, keys.publicKey, Buffer.from(signature, 'base64url'));
    if (!isOurs) return undefined;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      exp: number;
      iss: number | string;
    };
    return claims.exp * 1000 > clock.now() && Number(claims.iss) === appId ? { kind: 'app' } : undefined;
  }

  return {
    forge,
    apiUrl: links.api,
    appId,
    installation,
    privateKey,
    webhookSecret,
    workflowToken,

    async comment(written) {
      const repository = forge.repositories.get(written.repository);
      const pull = forge.pulls.find(
        (p) => p.repository === written.repository && p.number === written.number,
      );
      if (!repository || !pull)
        throw new Error(`There is no pull request ${written.repository}#${written.number}.`);
      const author = forge.person(written.author);
      const comment = forge.comment(written);
      const { html_url, ...rest } = pullBody(pull, links);
      const action = 'created';
      const payload = {
        action,
        issue: {
          ...rest,
          html_url,
          pull_request: { html_url, url: `${links.api}/repos/${pull.repository}/pulls/${pull.number}` },
        },
        comment: commentBody(comment, forge, links),
        repository: repositoryBody(repository, links),
        sender: { login: author.login, id: author.id, type: author.type },
        installation: { id: installation },
      };
      await webhooks.send({
        event: 'issue_comment',
        action,
        installation,
        repository: repository.id,
        body: JSON.stringify(payload),
      });
      return comment;
    },

    async close() {
      await webhooks.settled();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function parseBody(body: string): Record<string, unknown> | undefined {
  if (body === '') return {};
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status = 200, headers, body }: ApiResponse): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
