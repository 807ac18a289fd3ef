import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { asIs } from './lean.ts';

const root = join(import.meta.dirname, '../..');

/** The modules that load the SDK, bundled apart from those that import them. */
export const late = ['run-step', 'check-step', 'clean-up-step'];

export const importedLate: Plugin = {
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
export const beginningInOne: Plugin = {
  name: 'beginning-in-one',
  setup({ onResolve, onLoad, resolve }) {
    const namespace = 'beginning-in-one';
    onResolve({ filter: /.*/ }, async ({ path, pluginData, ...from }) => {
      const isEntry = from.kind === 'dynamic-import' || from.kind === 'entry-point';
      if (!isEntry || pluginData === asIs) return undefined;
      const found = await resolve(path, { ...from, pluginData: asIs });
      if (found.external || found.errors.length > 0 || withoutBeginning.test(found.path)) return found;
      // Relative, since the names of the files come of it and are to be the same wherever it is built.
      return { path: `./${relative(root, found.path)}`, namespace };
    });
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: [
        ...beginning.map((file) => `import ${JSON.stringify(`./${file}`)};`),
        `export * from ${JSON.stringify(path)};`,
      ].join('\n'),
      resolveDir: root,
    }));
  },
};
