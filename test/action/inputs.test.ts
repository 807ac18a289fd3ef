import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { inputs, readInputs } from '../../action/inputs.ts';

const read = (given: Record<string, string>) => readInputs((name) => given[name] ?? '');

test('the pipeline alone is enough', () => {
  expect(read({ pipeline: 'shop' })).toMatchObject({
    pipeline: 'shop',
    source: 'auto',
    path: '.',
    include: undefined,
    exclude: undefined,
    start: 'true',
    wait: 'end',
    'fail-on': ['failed', 'stopped', 'cancelled', 'superseded', 'rolled-back'],
    'on-cancel': 'stop',
    'timeout-minutes': 0,
    region: undefined,
    variables: undefined,
    // Its default is an expression, which only a runner can fill in.
    'github-token': undefined,
  });
});

test('everything that can be said is understood', () => {
  const given = {
    pipeline: 'shop',
    include: 'dist/**\n\n# not this\n  src/**  ',
    variables: 'A=1\nB=x=y z\n',
    'fail-on': 'failed,superseded',
    'allowed-account-ids': '111111111111, 222222222222',
    region: 'us-gov-west-1',
    'timeout-minutes': '30',
  };
  expect(read(given)).toMatchObject({
    include: ['dist/**', 'src/**'],
    variables: { A: '1', B: 'x=y z' },
    'fail-on': ['failed', 'superseded'],
    'allowed-account-ids': ['111111111111', '222222222222'],
    'timeout-minutes': 30,
  });
  expect(read({ pipeline: 'shop', 'fail-on': 'none' })['fail-on']).toEqual([]);
});

test('the token does not show', () => {
  const read2 = read({ pipeline: 'shop', 'github-token': 'ghs_canary' });
  expect(inspect(read2) + JSON.stringify(read2) + String(read2['github-token'])).not.toContain('canary');
  expect(read2['github-token']?.reveal()).toBe('ghs_canary');
});

describe('an input that is missing or wrong is named in one sentence', () => {
  test.each<[given: Record<string, string>, message: string]>([
    [{}, 'The input `pipeline` is missing: give the name of the pipeline to start.'],
    [{ pipeline: '   ' }, 'The input `pipeline` is missing: give the name of the pipeline to start.'],
    [
      { pipeline: 'a b' },
      'The input `pipeline` must be a pipeline name: up to 100 letters, digits, dots, dashes, underscores and @.',
    ],
    [{ pipeline: 'p', wait: 'never' }, 'The input `wait` must be `end`, `approval` or `none`, not `never`.'],
    [{ pipeline: 'p', start: 'yes' }, 'The input `start` must be `true`, `false` or `by-upload`, not `yes`.'],
    [
      { pipeline: 'p', source: 'svn' },
      'The input `source` must be `auto`, `s3`, `git`, `codecommit`, `ecr` or `none`, not `svn`.',
    ],
    [
      { pipeline: 'p', 'on-cancel': 'kill' },
      'The input `on-cancel` must be `stop`, `abandon` or `leave`, not `kill`.',
    ],
    [
      { pipeline: 'p', 'fail-on': 'failed, skipped' },
      'The input `fail-on` takes `failed`, `stopped`, `cancelled`, `superseded` or `rolled-back`, or none; not `skipped`.',
    ],
    [
      { pipeline: 'p', 'timeout-minutes': '1.5' },
      'The input `timeout-minutes` must be a whole number from 0 to 20160, not `1.5`.',
    ],
    [
      { pipeline: 'p', 'timeout-minutes': '-1' },
      'The input `timeout-minutes` must be a whole number from 0 to 20160, not `-1`.',
    ],
    [{ pipeline: 'p', region: 'Ireland' }, 'The input `region` must be an AWS region such as eu-west-1.'],
    [
      { pipeline: 'p', bucket: 's3://b/k' },
      'The input `bucket` must be the name of an S3 bucket, without s3:// and without a key.',
    ],
    [
      { pipeline: 'p', 'image-digest': 'latest' },
      'The input `image-digest` must be an image digest: sha256: and 64 hexadecimal digits.',
    ],
    [
      { pipeline: 'p', 'allowed-account-ids': '12' },
      'The input `allowed-account-ids` takes account ids of twelve digits, not `12`.',
    ],
    [
      { pipeline: 'p', variables: 'A' },
      'The input `variables` takes one NAME=value a line, and a line begins with `A`.',
    ],
    [
      { pipeline: 'p', variables: 'A B=1' },
      'The input `variables` takes one NAME=value a line, and a line begins with `A B`.',
    ],
    [
      { pipeline: 'p', variables: 'A=' },
      'The input `variables` has no value for `A`, and CodePipeline takes no empty ones.',
    ],
    [{ pipeline: 'p', variables: 'A=1\nA=2' }, 'The input `variables` sets `A` twice.'],
    [
      { pipeline: 'p', variables: `A=${'x'.repeat(1001)}` },
      'The input `variables` has more than 1000 characters for `A`.',
    ],
    [
      { pipeline: 'p', variables: Array.from({ length: 51 }, (_, i) => `V${i}=1`).join('\n') },
      'The input `variables` has more than 50 variables, which is as many as CodePipeline takes.',
    ],
    [
      { pipeline: 'p', source: 'ecr' },
      'The input `image-digest` is missing: `source: ecr` needs the digest of the image.',
    ],
  ])('%o', (given, message) => {
    expect(() => read(given)).toThrow(expect.objectContaining({ name: 'UserError', message }));
  });
});

const digest = `sha256:${'0'.repeat(64)}`;

describe('two inputs that contradict each other are both named', () => {
  test.each<[given: Record<string, string>, one: string, other: string]>([
    [{ artifact: 'a.zip', path: 'dist' }, '`artifact`', '`path`'],
    [{ artifact: 'a.zip', exclude: '*.md' }, '`artifact`', '`exclude`'],
    [{ source: 'git', bucket: 'bucket' }, '`source: git`', '`bucket`'],
    [{ source: 'git', 'image-digest': digest }, '`source: git`', '`image-digest`'],
    [{ source: 'none', 'source-action': 'Source' }, '`source: none`', '`source-action`'],
    [{ source: 'ecr', 'image-digest': digest, path: 'x' }, '`source: ecr`', '`path`'],
    [{ 'image-digest': digest, artifact: 'a.zip' }, '`image-digest`', '`artifact`'],
    [{ source: 's3', 'image-digest': digest }, '`source: s3`', '`image-digest`'],
    [{ start: 'false', variables: 'A=1' }, '`start: false`', '`variables`'],
    [{ start: 'false', wait: 'none' }, '`start: false`', '`wait`'],
    [{ start: 'by-upload', variables: 'A=1' }, '`start: by-upload`', '`variables`'],
    [{ wait: 'none', 'timeout-minutes': '5' }, '`wait: none`', '`timeout-minutes`'],
    [{ start: 'false', source: 'git' }, '`start: false`', '`source: git`'],
    [{ start: 'by-upload', source: 'none' }, '`start: by-upload`', '`source: none`'],
  ])('%o', (given, one, other) => {
    expect(() => read({ pipeline: 'p', ...given })).toThrow(
      `The inputs ${one} and ${other} contradict each other: `,
    );
  });

  test('an input that only repeats its default contradicts nothing', () => {
    const all = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default]));
    expect(read({ ...all, pipeline: 'p', artifact: 'a.zip', start: 'false' }).artifact).toBe('a.zip');
  });
});
