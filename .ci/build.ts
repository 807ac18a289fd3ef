import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/**
 * Bundles the Action into `action/dist`, which is committed because runners run it from there. Code-split and
 * not minified: a step loads only what it uses, and people can read what they run. With `--check` it builds
 * aside and fails if anything would change.
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
};

/** The modules that load the SDK, bundled apart from those that import them. */
const late = ['run-step', 'clean-up-step'];
const importedLate: Plugin = {
  name: 'imported-late',
  setup({ onResolve }) {
    const filter = new RegExp(`^\\./(${late.join('|')})\\.ts$`);
    onResolve({ filter }, ({ path }) => ({ path: path.replace(/\.ts$/, '.js'), external: true }));
  },
};

/** Bytes. */
const largest = 1_500_000;

/** Imported when they are needed, which here is never: clients of the bot's, and the SDK's part for browsers. */
const unused = ['./sdk/sqs.ts', './sdk/ssm.ts', './sdk/secrets-manager.ts', 'bowser'];

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
  await build({
    ...options,
    entryPoints: {
      main: 'action/main.ts',
      post: 'action/post.ts',
      'zip-worker': 'shared/artifact/zip-worker.ts',
    },
    outdir: folder,
    plugins: [importedLate],
  });
  await build({
    ...options,
    entryPoints: late.map((name) => `action/${name}.ts`),
    outdir: folder,
    splitting: true,
    chunkNames: '[name]-[hash]',
    external: unused,
    banner: { js: requireBanner },
  });
  // Runners take the nearest package.json's word for what a .js file is.
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
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
