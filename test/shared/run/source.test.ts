import type { ActionExecutionDetail, ArtifactRevision } from '@aws-sdk/client-codepipeline';
import { describe, expect, test } from 'vitest';
import { changeFromRevisions, sourceOf } from '../../../shared/run/source.ts';

const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';

function source(
  provider: string,
  more: {
    variables?: Record<string, string>;
    settings?: Record<string, string>;
    artifact?: string;
    start?: number;
  } = {},
): ActionExecutionDetail {
  return {
    status: 'Succeeded',
    startTime: new Date(more.start ?? 0),
    input: {
      actionTypeId: { category: 'Source', owner: 'AWS', provider, version: '1' },
      configuration: more.settings,
    },
    output: {
      outputArtifacts: [{ name: more.artifact ?? 'Source' }],
      outputVariables: more.variables,
    },
  };
}

function read(action: ActionExecutionDetail, revision: ArtifactRevision) {
  return sourceOf({ artifactRevisions: [{ name: 'Source', ...revision }] }, [action]);
}

describe('the change of', () => {
  test('an S3 source is told by the object', () => {
    const settings = { S3Bucket: 'b', S3ObjectKey: 'k.zip' };
    expect(
      read(source('S3', { settings }), { revisionId: 'v1', revisionSummary: 'Amazon S3 version id: v1' }),
    ).toEqual({
      change: { revision: 'v1' },
      object: { bucket: 'b', key: 'k.zip', version: 'v1' },
    });
  });

  test('an S3 source whose key was overridden', () => {
    const variables = { BucketName: 'b', ObjectKey: 'other.zip', VersionId: 'v2' };
    const settings = { S3Bucket: 'b', S3ObjectKey: 'k.zip' };
    expect(read(source('S3', { settings, variables }), { revisionId: 'v2' })?.object).toEqual({
      bucket: 'b',
      key: 'other.zip',
      version: 'v2',
    });
  });

  test('a connection is in its variables', () => {
    const variables = {
      BranchName: 'main',
      CommitId: sha,
      CommitMessage: 'Fix the door\n\nIt creaked.',
      FullRepositoryName: 'acme/shop',
      AuthorDisplayName: 'Ada',
    };
    expect(read(source('CodeStarSourceConnection', { variables }), { revisionId: sha })?.change).toEqual({
      revision: sha,
      commit: sha,
      message: 'Fix the door',
      repository: 'acme/shop',
      ref: 'main',
      author: 'Ada',
    });
  });

  test('a connection without variables is in its configuration and its summary', () => {
    const settings = { FullRepositoryId: 'acme/shop', BranchName: 'main' };
    const revisionSummary = '{"ProviderType":"GitHub","CommitMessage":"Fix the door\\nmore"}';
    expect(
      read(source('CodeStarSourceConnection', { settings }), { revisionId: sha, revisionSummary })?.change,
    ).toEqual({ revision: sha, commit: sha, message: 'Fix the door', repository: 'acme/shop', ref: 'main' });
  });

  test('the first GitHub source', () => {
    const settings = { Owner: 'acme', Repo: 'shop', Branch: 'main' };
    expect(read(source('GitHub', { settings }), { revisionId: sha, revisionSummary: 'Fix' })?.change).toEqual(
      {
        revision: sha,
        commit: sha,
        message: 'Fix',
        repository: 'acme/shop',
        ref: 'main',
      },
    );
  });

  test('a CodeCommit repository, which is not one of GitHub', () => {
    const settings = { RepositoryName: 'shop', BranchName: 'main' };
    expect(read(source('CodeCommit', { settings }), { revisionId: sha })?.change).toEqual({
      revision: sha,
      commit: sha,
      ref: 'main',
    });
  });

  test('an image is its digest, which is no commit', () => {
    const digest = `sha256:${'c'.repeat(64)}`;
    expect(read(source('ECR'), { revisionId: digest })?.change).toEqual({ revision: digest });
  });
});

test('of several sources the one with a commit counts', () => {
  const found = sourceOf(
    {
      artifactRevisions: [
        { name: 'Image', revisionId: 'sha256:c' },
        { name: 'Code', revisionId: sha },
      ],
    },
    [source('ECR', { artifact: 'Image', start: 1 }), source('CodeCommit', { artifact: 'Code', start: 2 })],
  );
  expect(found?.change.commit).toBe(sha);
});

test('nothing is known before a source has been read', () => {
  expect(sourceOf({}, [])).toBeUndefined();
  expect(sourceOf({}, [{ ...source('S3'), status: 'InProgress' }])).toBeUndefined();
});

test.each([
  [[], {}],
  [[{ actionName: 'S3', revisionId: 'v1' }], { revision: 'v1' }],
  [
    [{ actionName: 'S3', revisionId: 'v1', revisionSummary: 'acme/shop@a1b2c3d4e5f6 by ada: Fix' }],
    { revision: 'v1', repository: 'acme/shop', commit: 'a1b2c3d4e5f6', actor: 'ada', message: 'Fix' },
  ],
  [
    [{ actionName: 'Git', revisionId: sha, revisionSummary: '{"CommitMessage": 7}' }],
    { revision: sha, commit: sha, message: '{"CommitMessage": 7}' },
  ],
])('the revisions %j of a listed run tell %j', (revisions, expected) => {
  expect(changeFromRevisions(revisions)).toEqual(expected);
});
