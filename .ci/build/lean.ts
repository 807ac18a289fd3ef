import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Said by a plugin that asks what a path means, so that it is not asked itself. */
export const asIs = 'resolve as esbuild does';

/**
 * `@actions/core` reaches for an HTTP client and a process runner, for things that the Action does not do. None
 * of these packages does anything by being imported, so what is not used of them is left out.
 */
export const lightActions: Plugin = {
  name: 'light-actions',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, pluginData, ...from }) => {
      const isActions = [path, from.importer].some((one) => /(^|node_modules\/)@actions\//.test(one));
      if (!isActions || pluginData === asIs) return undefined;
      const found = await resolve(path, { ...from, pluginData: asIs });
      return { ...found, sideEffects: false };
    });
  },
};

/**
 * `@actions/github` brings an HTTP client of half a megabyte, to have a `fetch` that goes through a proxy. It is
 * given Node's own, which does so by NODE_USE_ENV_PROXY: https://nodejs.org/api/cli.html#node_use_env_proxy1
 */
export const ownFetch: Plugin = {
  name: 'own-fetch',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'own-fetch' }));
    onLoad({ filter: /.*/, namespace: 'own-fetch' }, () => ({
      contents: 'export const fetch = globalThis.fetch;\nexport class ProxyAgent {}\n',
    }));
  },
};

/**
 * What the SDK's clients say of their operations, half a megabyte of it, made such that the unused can be left out:
 *
 * - Every client makes a class known for each error that its service has, over a hundred of some. Without one the
 *   error is the client's own, with the same name, message and status, which is all that is read of it.
 * - A key that is written as a constant, `[_k]: …`, might do something for all that the bundler knows.
 */
export const leanSchemas: Plugin = {
  name: 'lean-schemas',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk[\\/].*[\\/]schemas_0\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const constants = new Map(
        [...text.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name, value]) => [name, value]),
      );
      const contents = text
        .replace(/^n\d+_registry\.registerError\(.*\);$/gm, '')
        .replace(/\[(_\w+)\]:/g, (key, name) => (constants.has(name) ? `${constants.get(name)}:` : key));
      return { contents };
    });
  },
};

/** Browsers' streams, which the SDK has a class for and Node would have to load first, are never what it is given. */
export const nodeStreams: Plugin = {
  name: 'node-streams',
  setup({ onLoad }) {
    onLoad({ filter: /@smithy[\\/]core[\\/].*[\\/]ChecksumStream\.browser\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace(/typeof ReadableStream === "function" \? ReadableStream : /, '') };
    });
  },
};

/** The one function of `crypto` that is used before the SDK is loaded is there without the rest of it. */
export const lightCrypto: Plugin = {
  name: 'light-crypto',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?crypto$/ }, () => ({ path: 'crypto', namespace: 'light-crypto' }));
    onLoad({ filter: /.*/, namespace: 'light-crypto' }, () => ({
      contents: 'export const randomUUID = () => globalThis.crypto.randomUUID();',
    }));
  },
};
