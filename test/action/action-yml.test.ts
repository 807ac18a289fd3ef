import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Input } from '../../action/input.ts';
import { inputs } from '../../action/inputs.ts';
import { outputs } from '../../action/outputs.ts';

const root = join(import.meta.dirname, '../..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

test('action.yml describes exactly the inputs that are read, with their defaults', () => {
  const described = Object.entries(inputs).map(([name, input]: [string, Input<unknown>]) => [
    name,
    input.required
      ? { description: input.description, required: true }
      : { description: input.description, required: false, default: input.default },
  ]);
  expect(action.inputs).toEqual(Object.fromEntries(described));
});

test('action.yml describes exactly the outputs that are written', () => {
  const described = Object.entries(outputs).map(([name, description]) => [name, { description }]);
  expect(action.outputs).toEqual(Object.fromEntries(described));
});

test('the post step always runs: it stops what a killed main step has left', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'action/dist/main.js', post: 'action/dist/post.js' });
});
