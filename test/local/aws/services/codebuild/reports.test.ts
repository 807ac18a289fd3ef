import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseJUnit } from '../../../../../local/aws/services/codebuild/reports/junit.ts';
import codebuild from '../../../../../local/aws/services/codebuild/service.ts';
import type { World } from '../../../../../local/aws/world.ts';
import { createTestWorld, failureOf, logOf, phasesOf, run } from './harness.ts';

let aws: World;
beforeEach(async () => {
  aws = await createTestWorld();
});
afterEach(() => aws.close());

const junit = `<?xml version="1.0"?>
<testsuites><testsuite name="cart">
  <testcase classname="Cart" name="adds &lt;one&gt;" time="0.25"/>
  <testcase name="removes" time="1"><failure message="expected 1">stack</failure></testcase>
  <testsuite name="sums"><testcase name="sums" time="x"><skipped/></testcase></testsuite>
  <testcase name="breaks"><error>no such shop</error></testcase>
</testsuite></testsuites>`;

test('suites, nested ones too, become tests with their ends and times', async () => {
  expect(await parseJUnit(junit)).toEqual([
    expect.objectContaining({
      prefix: 'Cart',
      name: 'adds <one>',
      status: 'SUCCEEDED',
      durationInNanoSeconds: 250_000_000,
    }),
    expect.objectContaining({ prefix: 'cart', name: 'removes', status: 'FAILED', message: 'expected 1' }),
    expect.objectContaining({ name: 'breaks', status: 'ERROR', message: 'no such shop' }),
    expect.objectContaining({
      name: 'sums',
      testSuiteName: 'sums',
      status: 'SKIPPED',
      durationInNanoSeconds: 0,
    }),
  ]);
});

test.each([
  ['<!DOCTYPE x [<!ENTITY a "aaaa">]><testsuite>&a;</testsuite>', 'not XML'],
  ['<testsuite>', 'not XML'],
  ['plain', 'not XML'],
  ['<html/>', 'no test suites'],
])('%s is no JUnit file', async (text, why) => {
  await expect(parseJUnit(text)).rejects.toThrow(why);
});

function spec(report: object, ...commands: string[]): string {
  return JSON.stringify({ version: 0.2, phases: { build: { commands } }, reports: { units: report } });
}

test('a build’s files become a report in a group of the project’s own', async () => {
  const write = `mkdir out; cat > out/a.xml <<'END'\n${junit}\nEND`;
  const build = await run(aws, spec({ files: ['**/*.xml'], 'base-directory': 'out' }, write));
  expect(build.buildStatus).toBe('SUCCEEDED');
  const { reports } = aws.use(codebuild);
  const [arn] = build.reportArns ?? [];
  expect(arn).toMatch(/^arn:aws:codebuild:us-east-1:123456789012:report\/demo-units:[0-9a-f-]{36}$/);
  expect(reports.groups().map(({ name }) => name)).toEqual(['demo-units']);
  expect(reports.findReport(arn)).toMatchObject({
    type: 'TEST',
    status: 'FAILED',
    executionId: build.arn,
    testSummary: { total: 4, statusCounts: { SUCCEEDED: 1, FAILED: 1, ERROR: 1, SKIPPED: 1, UNKNOWN: 0 } },
  });
  expect(reports.cases(arn).map(({ name }) => name)).toEqual(['adds <one>', 'removes', 'breaks', 'sums']);
});

test('tests that failed a build are reported all the same', async () => {
  const build = await run(aws, spec({ files: ['a.xml'] }, `echo '<testsuites/>' > a.xml`, 'false'));
  expect(build.buildStatus).toBe('FAILED');
  expect(aws.use(codebuild).reports.findReport(build.reportArns?.[0])?.testSummary?.total).toBe(0);
});

test('a report without files fails the upload, and says which', async () => {
  const build = await run(aws, spec({ files: ['*.xml'] }, 'true'));
  expect(phasesOf(build)).toContain('UPLOAD_ARTIFACTS FAILED');
  expect(failureOf(build)?.message).toContain('units: [report files not found in build]');
});

test('a file that is no JUnit fails the upload, and is named', async () => {
  const build = await run(aws, spec({ files: ['*.xml'] }, 'echo nothing > b.xml'));
  expect(failureOf(build)?.message).toContain('b.xml cannot be read as JUnit XML: it is not XML');
});

test('a format that is not read is said in the log', async () => {
  const build = await run(aws, spec({ files: ['*.json'], 'file-format': 'CUCUMBERJSON' }, 'true'));
  expect(build.buildStatus).toBe('SUCCEEDED');
  expect(logOf(aws, build).join('\n')).toContain('the report units in CUCUMBERJSON is not made');
});
