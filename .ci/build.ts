import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

/**
 * Bundles the Action into `action/dist`, which is committed because runners run it from there. Code-split: a
 * step loads only what it uses. Our own code is as it was written, so that people can read what they run; that
 * of packages is minified. With `--check` it builds aside and fails if anything would change.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'action/dist');

// Bundled CommonJS asks for `require`, which an ES module does not have:
// https://esbuild.github.io/api/#format-esm
const requireBanner =
  "import { createRequire as createRequireOfBundle } from 'node:module';\nconst require = createRequireOfBundle(import.meta.url);";

const options: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // Where a package has both, its ES modules: what is not used can be left out of those.
  mainFields: ['module', 'main'],
  legalComments: 'inline',
  logLevel: 'warning',
  metafile: true,
  write: false,
};

/**
 * `@actions/core` reaches for an HTTP client and a process runner, for things that the Action does not do. None
 * of these packages does anything by being imported, so what is not used of them is left out.
 */
const lightActions: Plugin = {
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
const asIs = 'resolve as esbuild does';

/**
 * `@actions/github` brings an HTTP client of half a megabyte, to have a `fetch` that goes through a proxy. It is
 * given Node's own, which does so by NODE_USE_ENV_PROXY: https://nodejs.org/api/cli.html#node_use_env_proxy1
 */
const ownFetch: Plugin = {
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
const leanSchemas: Plugin = {
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
const nodeStreams: Plugin = {
  name: 'node-streams',
  setup({ onLoad }) {
    onLoad({ filter: /@smithy[\\/]core[\\/].*[\\/]ChecksumStream\.browser\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace(/typeof ReadableStream === "function" \? ReadableStream : /, '') };
    });
  },
};

/** The one function of `crypto` that is used before the SDK is loaded is there without the rest of it. */
const lightCrypto: Plugin = {
  name: 'light-crypto',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?crypto$/ }, () => ({ path: 'crypto', namespace: 'light-crypto' }));
    onLoad({ filter: /.*/, namespace: 'light-crypto' }, () => ({
      contents: 'export const randomUUID = () => globalThis.crypto.randomUUID();',
    }));
  },
};

/** The modules that load the SDK, bundled apart from those that import them. */
const late = ['run-step', 'check-step', 'clean-up-step'];
const importedLate: Plugin = {
  name: 'imported-late',
  setup({ onResolve }) {
    const filter = new RegExp(`^\\./(${late.join('|')})\\.ts$`);
    onResolve({ filter }, ({ path }) => ({ path: path.replace(/\.ts$/, '.js'), external: true }));
  },
};

/** What a step that reaches AWS begins with. */
const beginning = ['action/run-step.ts', 'shared/aws/sdk/codepipeline.ts'];

/** What needs none of that, since checking files takes no AWS. */
const withoutBeginning = /[\\/](check-step|check-file|pipeline-file)\.ts$/;

/**
 * A module that several others share goes into one file with those that are shared by the very same ones, which
 * made twenty files of the beginning: 10 ms more to load than one. Everything imported later imports the
 * beginning, which has been loaded by then: so all of it is shared by the very same modules.
 * https://esbuild.github.io/api/#splitting
 */
const beginningInOne: Plugin = {
  name: 'beginning-in-one',
  setup({ onResolve, onLoad, resolve }) {
    const namespace = 'beginning-in-one';
    onResolve({ filter: /.*/ }, async ({ path, pluginData, ...from }) => {
      const isEntry = from.kind === 'dynamic-import' || from.kind === 'entry-point';
      if (!isEntry || pluginData === asIs) return undefined;
      const found = await resolve(path, { ...from, pluginData: asIs });
      if (found.external || found.errors.length > 0 || withoutBeginning.test(found.path)) return found;
      return { path: found.path, namespace };
    });
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: [
        ...beginning.map((file) => `import ${JSON.stringify(join(root, file))};`),
        `export * from ${JSON.stringify(path)};`,
      ].join('\n'),
      resolveDir: root,
    }));
  },
};

/** Bytes. */
const largest = 1_500_000;

/** Imported when they are needed, which here is never: a client of the bot's, and the SDK's part for browsers. */
const unused = ['./sdk/sqs.ts', 'bowser'];

if (process.argv.includes('--check')) await check();
else {
  await buildTo(dist);
  await printSizes(dist);
}

async function check(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-dist-'));
  try {
    await buildTo(folder);
    const [built, committed] = [await contents(folder), await contents(dist)];
    const changed = [...new Set([...built.keys(), ...committed.keys()])].filter(
      (name) => built.get(name) !== committed.get(name),
    );
    if (changed.length === 0) return;
    console.error(`action/dist is out of date: ${changed.join(', ')}. Run \`npm run build\` and commit it.`);
    process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function buildTo(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // What a step begins with is one file each: every further file takes about a millisecond to load.
  await bundle({ entryPoints: ['shared/artifact/zip-worker.ts'], outdir: folder });
  await bundle({
    entryPoints: ['action/main.ts', 'action/post.ts'],
    outdir: folder,
    plugins: [importedLate, lightActions, lightCrypto],
  });
  await bundle({
    entryPoints: late.map((name) => ({ in: `action/${name}.ts`, out: name })),
    outdir: folder,
    splitting: true,
    plugins: [beginningInOne, lightActions, ownFetch, leanSchemas, nodeStreams],
    chunkNames: '[name]-[hash]',
    external: unused,
    banner: { js: requireBanner },
  });
  // Runners take the nearest package.json's word for what a .js file is.
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
}

async function bundle(parts: BuildOptions): Promise<void> {
  const { outputFiles = [], metafile } = await build({ ...options, ...parts });
  for (const { path, text } of outputFiles) {
    const { inputs = {} } = metafile?.outputs[relative(root, path)] ?? {};
    await writeFile(path, await withTightPackages(withLightBuiltins(text), new Set(Object.keys(inputs))));
  }
}

/**
 * Importing one of Node's own modules reads every one of its exports, which loads what getters such as
 * `fs.promises` and `http.WebSocket` stand for: 30 ms in all that a step need not wait for. Asked for by name
 * a module is there as it is, and only what is used of it is read.
 */
function withLightBuiltins(text: string): string {
  const names = builtinModules.join('|');
  const fixed = new RegExp(`\\bimport\\s*([^;"'()]+?)\\s*from\\s*"(?:node:)?(${names})";`, 'g');
  const late = new RegExp(`\\bimport\\("(?:node:)?(${names})"\\)`, 'g');
  return text
    .replace(
      fixed,
      (_, what: string, name) => `const ${patternOf(what)} = process.getBuiltinModule("${name}");`,
    )
    .replace(late, 'Promise.resolve(process.getBuiltinModule("$1"))');
}

/** `* as a` and `a` as `a`, `{ a, b as c }` as `{ a, b: c }` */
function patternOf(imported: string): string {
  return imported.replace(/^\*\s*as\s+/, '').replace(/(\w+)\s+as\s+(\w+)/g, '$1: $2');
}

/** In a bundle every module stands below a line with its path; those of packages are minified. */
async function withTightPackages(text: string, modules: ReadonlySet<string>): Promise<string> {
  const sections: { path: string; lines: string[] }[] = [{ path: '', lines: [] }];
  for (const line of text.split('\n')) {
    const path = line.startsWith('// ') ? line.slice(3) : '';
    if (modules.has(path)) sections.push({ path, lines: [] });
    // What the file exports belongs to no module.
    if (line.startsWith('export {')) sections.push({ path: '', lines: [] });
    sections.at(-1)?.lines.push(line);
  }
  const written = sections.map(async ({ path, lines }) => {
    if (!path.includes('node_modules/')) return lines.join('\n');
    const { code } = await transform(lines.join('\n'), { minify: true, legalComments: 'inline' });
    return `// ${path}\n${code.trimEnd()}`;
  });
  return (await Promise.all(written)).join('\n');
}

async function contents(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => []);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

async function printSizes(folder: string): Promise<void> {
  const sizes = [...(await contents(folder))].map(([name, text]) => ({
    name,
    bytes: Buffer.byteLength(text),
  }));
  sizes.sort((a, b) => b.bytes - a.bytes);
  for (const { name, bytes } of sizes) console.log(`${kilobytes(bytes)}  ${name}`);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > largest) {
    console.error(`action/dist has more than ${kilobytes(largest)}, which every job downloads.`);
    process.exitCode = 1;
  }
  console.log(`${kilobytes(total)}  ${relative(root, folder)} in all`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
}
