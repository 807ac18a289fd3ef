import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../../bot/commands/commands.gen.ts';

const folder = join(import.meta.dirname, '../../../shared/aws');
const listed = new Set(commands.flatMap(({ aws }) => aws));

/** What each file calls, as IAM names it; calls that only the Action makes, or that no command makes, left out. */
const files = {
  'stages.ts': 'codepipeline',
  'pipelines.ts': 'codepipeline',
  'runs.ts': 'codepipeline',
  'deployment-control.ts': 'codedeploy',
  'deployments.ts': 'codedeploy',
  'parameters.ts': 'ssm',
  'secrets-manager.ts': 'secretsmanager',
  'logs.ts': 'logs',
  'builds.ts': 'codebuild',
} as const;
const byNoCommand = new Set(['codepipeline:ListPipelines']);

test.each(Object.entries(files))('every call of %s is needed by a command that says so', (file, service) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const calls = [...text.matchAll(/new (\w+)Command\(/g)].map(([, name]) => `${service}:${name}`);
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter((call) => !listed.has(call) && !byNoCommand.has(call))).toEqual([]);
});

test.each(commands.map(({ name, aws }) => [name, aws] as const))('%s names each action once', (_, aws) => {
  expect(new Set(aws).size).toBe(aws.length);
  for (const action of aws) expect(action).toMatch(/^[a-z0-9]+:[A-Z]\w+$/);
});
