import { describe, expect, test } from 'vitest';
import { chooseSource } from '../../../action/steps/source.ts';
import { definitionOf, inputsOf, s3Settings, sourceAction } from '../fakes.ts';

const s3 = sourceAction('Upload', 'S3', s3Settings);
const second = sourceAction('Config', 'S3', { ...s3Settings, S3ObjectKey: 'config.zip' });
const git = sourceAction('Repo', 'CodeStarSourceConnection');
const ecr = sourceAction('Image', 'ECR');
const digest = `sha256:${'a'.repeat(64)}`;
const object = {
  kind: 's3',
  action: 'Upload',
  bucket: 'source',
  key: 'app.zip',
  overridesKey: false,
  polls: false,
};

describe('the source that a run is started on', () => {
  test.each([
    ['the only one, S3', [s3], {}, object],
    ['the only one, Git', [git], {}, { kind: 'git', action: 'Repo', polls: false }],
    [
      'CodeCommit, mirrored to',
      [git, sourceAction('Mirror', 'CodeCommit', { RepositoryName: 'shop', BranchName: 'main' })],
      { source: 'codecommit' },
      { kind: 'git', action: 'Mirror', mirror: { repository: 'shop', branch: 'main' }, polls: true },
    ],
    ['the only one, ECR without a digest', [ecr], {}, { kind: 'none' }],
    ['ECR with a digest', [s3, ecr], { 'image-digest': digest }, { kind: 'ecr', action: 'Image', digest }],
    ['none, as asked', [s3], { source: 'none' }, { kind: 'none' }],
    ['the only one of the kind', [s3, git], { source: 's3' }, object],
    ['the one that an artifact can go to', [git, s3], { artifact: 'a.zip' }, object],
    [
      'the one that is named',
      [s3, second],
      { 'source-action': 'Config' },
      { ...object, action: 'Config', key: 'config.zip' },
    ],
    ['a kind that nobody knows', [sourceAction('Hg', 'Mercurial')], {}, { kind: 'none' }],
    ['no source at all', [], {}, { kind: 'none' }],
    [
      'another bucket, only to upload',
      [s3],
      { start: 'false', bucket: 'elsewhere' },
      { ...object, bucket: 'elsewhere' },
    ],
  ])('%s', (_, actions, given, expected) => {
    expect(chooseSource(definitionOf(...actions), inputsOf(given))).toEqual(expected);
  });

  test.each<[polls: string | undefined, expected: boolean]>([
    [undefined, true],
    ['true', true],
    ['false', false],
    ['False', false],
  ])('PollForSourceChanges %s: polls %s', (value, expected) => {
    const { PollForSourceChanges: _, ...rest } = s3Settings;
    const settings = value === undefined ? rest : { ...rest, PollForSourceChanges: value };
    expect(chooseSource(definitionOf(sourceAction('Upload', 'S3', settings)), inputsOf())).toMatchObject({
      polls: expected,
    });
  });
});

describe('what does not fit is said', () => {
  test.each([
    [
      [s3, git],
      {},
      'The pipeline shop has several source actions, `Upload` (S3), `Repo` (CodeStarSourceConnection): choose one with `source-action`.',
    ],
    [
      [s3, second],
      { source: 's3' },
      'The pipeline shop has several source actions, `Upload` (S3), `Config` (S3): choose one with `source-action`.',
    ],
    [
      [git],
      { artifact: 'a.zip' },
      'The pipeline shop has no S3 source; it has `Repo` (CodeStarSourceConnection).',
    ],
    [[], { source: 'git' }, 'The pipeline shop has no Git source; it has none.'],
    [
      [s3],
      { 'source-action': 'Nope' },
      'The pipeline shop has no source action named `Nope`; it has `Upload` (S3).',
    ],
    [
      [git],
      { source: 's3', 'source-action': 'Repo' },
      'The pipeline shop has no S3 source action named `Repo`; it has `Repo` (CodeStarSourceConnection).',
    ],
    [
      [s3],
      { bucket: 'elsewhere' },
      'The pipeline reads the bucket source, not elsewhere: leave `bucket` out, or only upload with `start: false`.',
    ],
    [
      [s3],
      { key: 'other.zip' },
      'The pipeline reads the key app.zip, not other.zip: leave `key` out, or set AllowOverrideForS3ObjectKey to true on its source action `Upload`.',
    ],
  ])('%#', (actions, given, message) => {
    expect(() => chooseSource(definitionOf(...actions), inputsOf(given))).toThrow(
      expect.objectContaining({ name: 'UserError', message }),
    );
  });
});
