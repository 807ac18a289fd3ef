import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type BuildOptions, build, transform } from 'esbuild';
import { leanSchemas, lightActions, lightCrypto, nodeStreams, ownFetch } from './build/lean.ts';
import { beginningInOne, importedLate, late } from './build/split.ts';

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

/** Bytes. */
const largest = 1_500_000;

/** Imported when they are needed, which here is never: a client of the bot's, and the SDK's part for browsers. */
const unused = ['./sdk/sqs.ts', 'bowser'];

const built = await builtAside();
if (process.argv.includes('--check')) await check(built);
else {
  await replaceDist(built);
  printSizes(built);
}

type Files = ReadonlyMap<string, string>;

async function check(built: Files): Promise<void> {
  const committed = await contents(dist);
  const changed = [...new Set([...built.keys(), ...committed.keys()])].filter(
    (name) => built.get(name) !== committed.get(name),
  );
  if (changed.length === 0) return;
  console.error(`action/dist is out of date: ${changed.join(', ')}. Run \`npm run build\` and commit it.`);
  process.exitCode = 1;
}

async function builtAside(): Promise<Files> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-dist-'));
  try {
    await buildTo(folder);
    return await contents(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** First what the entries import, then they, at last what is gone: somebody may be running it. */
async function replaceDist(built: Files): Promise<void> {
  await mkdir(dist, { recursive: true });
  const isEntry = (name: string) => !/-[0-9A-Z]{8}\.js$/.test(name);
  const inOrder = [...built].sort(([a], [b]) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const [name, text] of inOrder) await writeFile(join(dist, name), text);
  const gone = (await readdir(dist)).filter((name) => !built.has(name));
  for (const name of gone) await rm(join(dist, name), { recursive: true });
}

async function buildTo(folder: string): Promise<void> {
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

async function contents(folder: string): Promise<Files> {
  const names = await readdir(folder).catch(() => []);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

function printSizes(built: Files): void {
  const sizes = [...built].map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }));
  sizes.sort((a, b) => b.bytes - a.bytes);
  for (const { name, bytes } of sizes) console.log(`${kilobytes(bytes)}  ${name}`);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > largest) {
    console.error(`action/dist has more than ${kilobytes(largest)}, which every job downloads.`);
    process.exitCode = 1;
  }
  console.log(`${kilobytes(total)}  ${relative(root, dist)} in all`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
}
