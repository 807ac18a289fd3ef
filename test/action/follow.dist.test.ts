import { expect, test } from 'vitest';
import { startProxy } from './proxy.ts';
import { actionWorld } from './world.ts';

const buildspec = (...commands: string[]) =>
  JSON.stringify({ version: 0.2, phases: { build: { commands } } });

/** The log with what is another each time put in words. */
function plain(log: string): string[] {
  return log
    .split('\n')
    .map((line) => line.replace(/ in \d+s$/, '').trimEnd())
    .filter((line) => line.trim() !== '');
}

test('two builds side by side are followed in groups of their own, each by its own id', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [await world.buildStage('unit', 'lint')]);
  const files = {
    'unit.yml': buildspec('echo unit-begins', 'sleep 3', 'echo unit-ends ::error::no-order'),
    'lint.yml': buildspec('echo lint-begins', 'sleep 3', 'echo lint-ends'),
  };
  const { code, log, outputs } = await (await world.step(files, { pipeline: 'shop' })).main();
  expect(code).toBe(0);
  expect(outputs).toMatchObject({ outcome: 'succeeded' });

  const groups = [...log.matchAll(/^::group::(.*)\n([\s\S]*?)^::endgroup::/gm)];
  const said = (action: string) =>
    groups
      .filter(([, title]) => title?.startsWith(`Build/${action}: build ${action}:`))
      .map(([text]) => text);
  for (const [one, other] of [
    ['unit', 'lint'],
    ['lint', 'unit'],
  ] as const) {
    const text = said(one).join('\n');
    expect(text).toContain(`\n${one}-begins`);
    expect(text).toContain(`\n${one}-ends`);
    expect(text).not.toContain(`${other}-`);
  }
  const lines = plain(log);
  expect(lines.indexOf('unit-begins')).toBeLessThan(lines.indexOf('  ✅ unit (CodeBuild) succeeded'));
  expect(lines.at(-1)).toBe('✅ shop succeeded');
});

test('a deployment is followed host by host and event by event, and its failure is told with its place', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [await world.fleetStage()]);
  const files = {
    'appspec.yml': `version: 0.0
os: linux
files:
  - source: /
    destination: /opt/shop
hooks:
  ValidateService:
    - location: check.sh
      timeout: 20
`,
    'check.sh': { text: '#!/bin/sh\nsleep 2\necho the door is shut\nexit 1', mode: 0o755 },
  };
  const { code, log, outputs } = await (await world.step(files, { pipeline: 'shop' })).main();
  expect(code).toBe(1);
  expect(log).toMatch(/^::group::Deploy\/Release: deployment d-\w+$/m);
  expect(log).toMatch(/^✅ i-\w+ AfterInstall succeeded/m);
  expect(log).toMatch(/^❌ i-\w+ ValidateService failed.*check\.sh/m);
  expect(log).toMatch(/^::error title=Deploy\/Release failed::.*ValidateService on i-\w+/m);
  expect(outputs).toMatchObject({ outcome: 'failed', 'failed-action': 'Release' });
});

test('a log that may not be read is said once, and the run is followed all the same', async () => {
  const world = await actionWorld();
  await world.pipeline('shop', [await world.buildStage('unit')]);
  const aws = await startProxy(world.local.endpoint, {
    before: ({ call }) =>
      call === 'GetLogEvents' ? { status: 400, code: 'AccessDeniedException' } : undefined,
  });
  const step = await world.step(
    { 'unit.yml': buildspec('sleep 4') },
    { pipeline: 'shop' },
    { AWS_ENDPOINT_URL: aws.endpoint },
  );
  const { code, log } = await step.main();
  expect(code).toBe(0);
  expect(
    log.match(/^::warning::Build\/unit: build unit:.* cannot be followed: AWS denied access/gm),
  ).toHaveLength(1);
});

test('what it asks of AWS for a run of some seconds', async () => {
  const world = await actionWorld();
  await world.bucket('site');
  await world.pipeline('shop', [await world.buildStage('unit')]);
  const aws = await startProxy(world.local.endpoint);
  const step = await world.step(
    { 'unit.yml': buildspec('echo hello', 'sleep 5') },
    { pipeline: 'shop' },
    { AWS_ENDPOINT_URL: aws.endpoint },
  );
  expect((await step.main()).code).toBe(0);
  expect(aws.calls.slice(0, 5)).toMatchInlineSnapshot(`
    [
      "GetPipeline",
      "ListPipelineExecutions",
      "GET /source/",
      "GET /source/",
      "HEAD /source/app.zip",
    ]
  `);
  expect(new Set(aws.calls)).toMatchInlineSnapshot(`
    Set {
      "GetPipeline",
      "ListPipelineExecutions",
      "GET /source/",
      "HEAD /source/app.zip",
      "PUT /source/app.zip",
      "StartPipelineExecution",
      "GetPipelineExecution",
      "ListActionExecutions",
      "BatchGetBuilds",
      "GetLogEvents",
    }
  `);
  expect(aws.calls.length).toBeLessThan(40);
});
