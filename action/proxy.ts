import http, { type AgentOptions } from 'node:http';
import https from 'node:https';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where AWS gives credentials to what runs in it; no proxy leads there. */
const metadata = ['169.254.169.254', '169.254.170.2', '169.254.170.23', 'fd00:ec2::254'];

/**
 * Lets `fetch` go through the proxy that the environment names, and answers with agents that let AWS's clients do
 * so; undefined where it names none. The runner passes these variables on, and Node heeds them by itself only
 * when it is started with NODE_USE_ENV_PROXY.
 * https://docs.github.com/actions/how-tos/manage-runners/self-hosted-runners/use-proxy-servers
 */
export function useProxy(env: Environment): { httpAgent: http.Agent; httpsAgent: https.Agent } | undefined {
  const names = ['http_proxy', 'https_proxy'].flatMap((name) => [name, name.toUpperCase()]);
  if (!names.some((name) => env[name])) return undefined;
  const direct = [env.no_proxy || env.NO_PROXY, ...metadata].filter(Boolean).join(',');
  const proxyEnv = { ...env, no_proxy: direct, NO_PROXY: direct };
  // Since Node 24.14; before that only AWS is reached through a proxy.
  http.setGlobalProxyFromEnv?.(proxyEnv);
  const options: AgentOptions = { keepAlive: true, maxSockets: 50, proxyEnv };
  return { httpAgent: new http.Agent(options), httpsAgent: new https.Agent(options) };
}
