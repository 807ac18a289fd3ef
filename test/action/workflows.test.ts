import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputs, readInputs } from '../../action/inputs.ts';
import { outputs } from '../../action/outputs.ts';

const root = join(import.meta.dirname, '../..');

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on?: unknown;
  readonly jobs?: Readonly<
    Record<string, { readonly steps?: readonly Step[]; readonly 'runs-on'?: unknown }>
  >;
}

/** The workflows of the Action's page, each by the title that stands before it. */
function workflowsOf(): [title: string, text: string][] {
  const [, text = ''] = readFileSync(join(root, 'docs/action.md'), 'utf8').split('## Eight workflows');
  const found = text.matchAll(/\*\*([^*\n]+?)\.?\*\*(?:(?!\*\*|```)[\s\S])*```yaml\n([\s\S]*?)```/g);
  return [...found].map(([, title = '', workflow = '']) => [title, workflow]);
}

/** All steps of this Action, whether a whole workflow is shown or a part of one. */
function stepsIn(part: unknown): Step[] {
  if (typeof part !== 'object' || part === null) return [];
  const { uses } = part as Step;
  if (typeof uses === 'string' && uses.startsWith('drawbridge/drawbridge@')) return [part as Step];
  return Object.values(part).flatMap(stepsIn);
}

/** What the runner would put in place of an expression. */
const examples: Readonly<Record<string, string>> = {
  'steps.push.outputs.digest': `sha256:${'a'.repeat(64)}`,
  'matrix.region': 'eu-west-1',
  'matrix.service': 'cart',
};

const workflows = workflowsOf();

test('there are the eight that are promised', () => {
  expect(workflows.map(([title]) => title)).toEqual([
    'A folder to an S3 source',
    'A Git source',
    'An image in ECR',
    'A CodeCommit repository that follows GitHub',
    'A monorepo',
    'A check on pull requests',
    'To an approval and no further',
    'Several regions',
  ]);
});

describe.each(workflows)('%s', (_, text) => {
  const workflow: Workflow = parse(text, { strict: true });

  test('is a whole workflow', () => {
    expect(workflow).toMatchObject({ on: expect.anything(), jobs: expect.anything() });
    for (const job of Object.values(workflow.jobs ?? {})) {
      expect(job['runs-on']).toBe('ubuntu-latest');
      expect(job.steps?.[0]?.uses).toMatch(/^actions\/checkout@v\d+$/);
      const needsAws = stepsIn(workflow).some((step) => step.with?.mode !== 'check');
      const credentials = job.steps?.filter(({ uses }) =>
        uses?.startsWith('aws-actions/configure-aws-credentials@'),
      );
      expect(credentials).toHaveLength(needsAws ? 1 : 0);
    }
  });

  test('gives this Action inputs that it has, with values that it takes', () => {
    const steps = stepsIn(workflow);
    expect(steps).not.toEqual([]);
    for (const { with: given = {} } of steps) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      const filled = (value: unknown) =>
        String(value ?? '').replace(/\$\{\{ *(.+?) *\}\}/g, (_, name: string) => {
          expect(Object.keys(examples)).toContain(name);
          return examples[name]!;
        });
      expect(() => readInputs((name) => filled(given[name]))).not.toThrow();
    }
  });
});

test.each(['README.md', 'docs/action.md', 'docs/setup.md'])(
  '%s gives this Action only what it has',
  (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    for (const [, block = ''] of text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)) {
      for (const { with: given = {} } of stepsIn(parse(block))) {
        expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      }
      for (const [, name] of block.matchAll(/steps\.(?:deploy|drawbridge)\.outputs\.([a-z-]+)/g))
        expect(Object.keys(outputs)).toContain(name);
    }
  },
);
