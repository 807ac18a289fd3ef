import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBuildspec } from '../../../shared/spec/buildspec.ts';

function problemsOf(text: string): string[] {
  const result = parseBuildspec(text, 'buildspec.yml');
  return (result.problems ?? []).map(
    ({ place, message }) => `${place.file}:${place.line}:${place.column}: ${message}`,
  );
}

const whole = `version: 0.2
run-as: root
env:
  shell: bash
  variables:
    PORT: 8080
    EMPTY:
  parameter-store:
    URL: /shop/url
  secrets-manager:
    KEY: prod/key:user:AWSCURRENT
    ARN: arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf:user::v1
  exported-variables: [VERSION]
  git-credential-helper: yes
proxy:
  upload-artifacts: no
  logs: yes
batch:
  fast-fail: false
  build-graph:
    - identifier: one
      env: {compute-type: BUILD_GENERAL1_SMALL, variables: {A: b}}
    - identifier: two
      buildspec: two.yml
      ignore-failure: true
      depend-on: [one]
phases:
  install:
    runtime-versions:
      nodejs: 24
  pre_build:
    on-failure: RETRY-2-timed? out
    commands: [npm ci]
  build:
    run-as: node
    on-failure: ABORT
    commands:
      - npm run build
      - |
        echo several
        echo lines
    finally: [rm -rf tmp]
  post_build:
    on-failure: CONTINUE
    commands: [echo done]
reports:
  arn:aws:codebuild:us-east-1:123456789012:report-group/unit:
    files: ['**/*.xml']
    file-format: JUNITXML
    base-directory: reports
    discard-paths: yes
artifacts:
  files: ['**/*']
  name: shop-$(date +%F)
  base-directory: dist
  discard-paths: no
  exclude-paths: ['**/*.map']
  enable-symlinks: yes
  s3-prefix: builds
  secondary-artifacts:
    docs: {files: [docs/**/*]}
cache:
  key: npm-$(cat lock)
  fallback-keys: [npm-]
  action: restore
  paths: [node_modules/**/*]
`;

/** A buildspec with one build command, and this below it. */
const minimal = (more: string) => `version: 0.2\nphases:\n  build:\n    commands: [make]\n${more}`;

describe('parseBuildspec', () => {
  it('reads every key of the reference', () => {
    const result = parseBuildspec(whole, 'buildspec.yml');
    expect(result.problems).toBeUndefined();
    expect(result).toMatchObject({
      spec: {
        env: { variables: { PORT: '8080', EMPTY: '' }, 'git-credential-helper': true },
        proxy: { 'upload-artifacts': false },
        phases: {
          install: { 'runtime-versions': { nodejs: '24' } },
          pre_build: { 'on-failure': { action: 'RETRY', retries: 2, pattern: 'timed? out' } },
          build: {
            'on-failure': { action: 'ABORT' },
            commands: ['npm run build', 'echo several\necho lines\n'],
          },
        },
        artifacts: { 'enable-symlinks': true, 'secondary-artifacts': { docs: { files: ['docs/**/*'] } } },
      },
    });
  });

  it.each([
    ['ABORT', { action: 'ABORT', retries: 3, pattern: '.*' }],
    ['CONTINUE', { action: 'CONTINUE', retries: 3, pattern: '.*' }],
    ['RETRY', { action: 'RETRY', retries: 3, pattern: '.*' }],
    ['RETRY-7', { action: 'RETRY', retries: 7, pattern: '.*' }],
    ['RETRY-.*timeout.*', { action: 'RETRY', retries: 3, pattern: '.*timeout.*' }],
    ['RETRY-0-E\\d+', { action: 'RETRY', retries: 0, pattern: 'E\\d+' }],
  ])('reads on-failure %s', (form, read) => {
    const text = `version: 0.2\nphases:\n  build:\n    on-failure: ${form}\n    commands: [make]\n`;
    expect(parseBuildspec(text, 'b')).toMatchObject({ spec: { phases: { build: { 'on-failure': read } } } });
  });

  it('takes version 0.1, which AWS still runs', () => {
    expect(problemsOf('version: 0.1\nphases: {build: {commands: [make]}}')).toEqual([]);
  });

  it.each([
    ['version: 0.2\n', 'buildspec.yml:1:1: The file needs `phases`.'],
    ['phases: {build: {commands: [make]}}', 'buildspec.yml:1:1: The file needs `version`.'],
    [
      'version: 0.3\nphases: {build: {commands: [make]}}',
      'buildspec.yml:1:10: `version` must be `0.2` or `0.1`, not `0.3`.',
    ],
    ['- a\n', 'buildspec.yml:1:1: The file must be a map, not a list.'],
    ['version: 0.2\nphases:\n', 'buildspec.yml:2:8: `phases` is empty: give it a value or remove it.'],
    [
      'version: 0.2\nphases:\n  biuld:\n    commands: [make]\n',
      'buildspec.yml:3:3: Unknown key `biuld` in `phases`: did you mean `build`?',
    ],
    [
      'version: 0.2\nphases:\n  build:\n    comands: [make]\n    commands: [make]\n',
      'buildspec.yml:4:5: Unknown key `comands` in `phases.build`: did you mean `commands`?',
    ],
    [
      'version: 0.2\nphases:\n  build: {finally: [x]}\n',
      'buildspec.yml:3:10: `phases.build` needs `commands`.',
    ],
    [
      'version: 0.2\nphases:\n  install: {run-as: root}\n',
      'buildspec.yml:3:12: `phases.install` needs `commands` or `runtime-versions`.',
    ],
    [
      'version: 0.2\nphases:\n  build:\n    commands: make\n',
      'buildspec.yml:4:15: `phases.build.commands` must be a list, not text.',
    ],
    [
      'version: 0.2\nphases:\n  build:\n    commands:\n      - echo a: b\n',
      'buildspec.yml:5:9: `phases.build.commands[0]` must be text, not a map: quote the whole if a `: ` is part of the text.',
    ],
    [
      'version: 0.2\nphases:\n  build:\n    commands: []\n',
      'buildspec.yml:4:15: `phases.build.commands` needs at least one item.',
    ],
    [
      'version: 0.2\nphases:\n  build:\n    on-failure: STOP\n    commands: [x]\n',
      'buildspec.yml:4:17: `phases.build.on-failure` must be `ABORT`, `CONTINUE`, `RETRY`, `RETRY-count` (0 to 100), `RETRY-regex` or `RETRY-count-regex`, not `STOP`.',
    ],
    [
      'version: 0.2\nphases:\n  build:\n    on-failure: RETRY-2-(\n    commands: [x]\n',
      'buildspec.yml:4:17: `phases.build.on-failure` holds a regular expression that cannot be read, `(`.',
    ],
    [
      'version: 0.2\nphases:\n  build:\n    runtime-versions: {nodejs: 24}\n    commands: [x]\n',
      'buildspec.yml:4:5: Unknown key `runtime-versions` in `phases.build`: use `run-as`, `on-failure`, `commands` or `finally`.',
    ],
    [
      minimal('env: {shell: zsh}'),
      'buildspec.yml:5:14: `env.shell` must be `bash`, `sh`, `/bin/sh`, `powershell.exe` or `cmd.exe`, not `zsh`.',
    ],
    [
      minimal('env: {variables: {MY-VAR: x}}'),
      'buildspec.yml:5:19: `MY-VAR` cannot name an environment variable: use letters, digits and `_`, and start with no digit.',
    ],
    [
      minimal('env: {variables: {CODEBUILD_X: x}}'),
      'buildspec.yml:5:19: `CODEBUILD_X` is taken: CodeBuild keeps names that start with `CODEBUILD_`.',
    ],
    [
      minimal('env: {secrets-manager: {K: "a:b:c:d:e"}}'),
      'buildspec.yml:5:28: `env.secrets-manager.K` must be `secret-id:json-key:version-stage:version-id`, not `a:b:c:d:e`.',
    ],
    [
      minimal('env: {variable: {A: b}}'),
      'buildspec.yml:5:7: Unknown key `variable` in `env`: did you mean `variables`?',
    ],
    [minimal('artifacts: {name: x}'), 'buildspec.yml:5:12: `artifacts` needs `files`.'],
    [
      minimal('artifacts: {files: ["*"], discard-paths: maybe}'),
      'buildspec.yml:5:42: `artifacts.discard-paths` must be `yes` or `no`, not `maybe`.',
    ],
    [
      minimal('artifacts: {secondary-artifacts: {a-b: {files: [x]}}}'),
      'buildspec.yml:5:35: `a-b` cannot name an artifact: use letters, digits and `_`.',
    ],
    [
      minimal('reports: {unit: {files: [x], file-format: JUNIT}}'),
      'buildspec.yml:5:43: `reports.unit.file-format` must be `CUCUMBERJSON`, `JUNITXML`, `NUNITXML`, `NUNIT3XML`, `TESTNGXML`, `VISUALSTUDIOTRX`, `CLOVERXML`, `COBERTURAXML`, `JACOCOXML` or `SIMPLECOV`, not `JUNIT`.',
    ],
    [
      minimal('reports: {unit: {file-format: JUNITXML}}'),
      'buildspec.yml:5:17: `reports.unit` needs `files`.',
    ],
    [
      minimal('cache: {paths: [a], fallback-keys: [a, b, c, d, e, f]}'),
      'buildspec.yml:5:36: `cache.fallback-keys` takes at most 5 items, not 6.',
    ],
    [
      minimal('batch: {build-graph: [{identifier: a, depend-on: [b]}]}'),
      'buildspec.yml:5:22: `a` depends on `b`, which is no build of `batch.build-graph`.',
    ],
    [
      minimal('batch: {build-fanout: {parallelism: 0}}'),
      'buildspec.yml:5:37: `batch.build-fanout.parallelism` must be a whole number from 1 to 1000, not `0`.',
    ],
  ])('says what is wrong with %j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('tells all that is wrong at once, in the order of the file', () => {
    const text = 'version: 1\nphases:\n  build: {}\nartefacts: {files: [x]}\n';
    expect(problemsOf(text)).toEqual([
      'buildspec.yml:1:10: `version` must be `0.2` or `0.1`, not `1`.',
      'buildspec.yml:3:10: `phases.build` needs `commands`.',
      'buildspec.yml:4:1: Unknown key `artefacts`: did you mean `artifacts`?',
    ]);
  });

  it('never throws, whatever of a buildspec is put in place of something else', () => {
    const value = fc.constantFrom(
      '[]',
      '{}',
      '~',
      '1',
      '[[]]',
      '{a: b}',
      '"x"',
      '*x',
      '&x y',
      '{__proto__: {}}',
      '{constructor: 1}',
    );
    const key = fc.constantFrom(
      'version',
      'phases',
      'env',
      'artifacts',
      'cache',
      'batch',
      'reports',
      'proxy',
      'run-as',
      '__proto__',
    );
    const sub = fc.constantFrom(
      'build',
      'variables',
      'files',
      'commands',
      'secondary-artifacts',
      'build-graph',
      'hasOwnProperty',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, sub, value), { maxLength: 6 }), (entries) => {
        const text = entries.map(([k, s, v]) => `${k}:\n  ${s}: ${v}\n`).join('');
        const result = parseBuildspec(text, 'b');
        expect(result.problems === undefined || result.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});
