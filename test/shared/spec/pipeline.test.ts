import { describe, expect, test } from 'vitest';
import { pipelineProblems } from '../../../shared/spec/pipeline.ts';

const type = (category: string, provider: string) => ({ category, owner: 'AWS', provider, version: '1' });

const source = {
  name: 'Source',
  actionTypeId: type('Source', 'S3'),
  configuration: { S3Bucket: 'b', S3ObjectKey: 'k.zip' },
  outputArtifacts: [{ name: 'App' }],
  namespace: 'Src',
};
const build = {
  name: 'Build',
  actionTypeId: type('Build', 'CodeBuild'),
  configuration: { ProjectName: 'p' },
  inputArtifacts: [{ name: 'App' }],
  outputArtifacts: [{ name: 'Built' }],
};
const approve = { name: 'Approve', actionTypeId: type('Approval', 'Manual') };

function pipeline(change: object = {}) {
  return {
    name: 'shop',
    roleArn: 'arn:aws:iam::123456789012:role/pipeline',
    pipelineType: 'V2',
    artifactStore: { type: 'S3', location: 'artifacts' },
    stages: [
      { name: 'Source', actions: [source] },
      { name: 'Build', actions: [build] },
    ],
    ...change,
  };
}

const followedBy = (...stages: object[]) =>
  pipeline({ stages: [{ name: 'Source', actions: [source] }, ...stages] });
const stage = (...actions: object[]) => followedBy({ name: 'Next', actions });

test('a pipeline as AWS takes it has no problems', () => {
  expect(pipelineProblems(pipeline())).toEqual([]);
});

describe.each([
  ['not an object', 'text', '', 'ValidationException', /expected object/],
  ['a wrong type', pipeline({ version: '1' }), 'version', 'ValidationException', /expected number/],
  ['an unknown member', pipeline({ stagez: [] }), 'stagez', 'ValidationException', /unknown member/],
  ['a bad name', pipeline({ name: 'a b' }), 'name', 'ValidationException', /letters, digits/],
  ['a bad role', pipeline({ roleArn: 'x' }), 'roleArn', 'ValidationException', /ARN/],
  [
    'a number in a configuration',
    stage({ ...build, configuration: { ProjectName: 1 } }),
    'stages.1.actions.0.configuration.ProjectName',
    'ValidationException',
    /put it in quotes/,
  ],
  ['no artifact store', pipeline({ artifactStore: undefined }), '', 'InvalidStructureException', /S3 bucket/],
  [
    'two artifact stores',
    pipeline({ artifactStores: {} }),
    'artifactStores',
    'InvalidStructureException',
    /not both/,
  ],
  ['one stage', followedBy(), 'stages', 'InvalidStructureException', /only 1 stage/],
  [
    'too many stages',
    followedBy(...Array.from({ length: 50 }, (_, i) => ({ name: `S${i}`, actions: [approve] }))),
    'stages',
    'InvalidStructureException',
    /at most 50/,
  ],
  [
    'a stage twice',
    followedBy({ name: 'Source', actions: [approve] }),
    'stages.1.name',
    'InvalidStageDeclarationException',
    /used twice/,
  ],
  ['an empty stage', stage(), 'stages.1.actions', 'InvalidStageDeclarationException', /at least one/],
  [
    'a first stage without a source',
    pipeline({
      stages: [
        { name: 'A', actions: [approve] },
        { name: 'B', actions: [approve] },
      ],
    }),
    'stages.0.actions.0.actionTypeId.category',
    'InvalidStructureException',
    /only contains source actions/,
  ],
  [
    'a source in a later stage',
    stage({ ...source, name: 'S2', outputArtifacts: [{ name: 'Two' }], namespace: 'Two' }),
    'stages.1.actions.0.actionTypeId.category',
    'InvalidStructureException',
    /only the first stage/,
  ],
  [
    'a blocker of another type',
    followedBy({ name: 'N', actions: [approve], blockers: [{ name: 'b', type: 'Other' }] }),
    'stages.1.blockers.0.type',
    'InvalidBlockerDeclarationException',
    /Schedule/,
  ],
  [
    'an action twice',
    stage(approve, approve),
    'stages.1.actions.1.name',
    'InvalidActionDeclarationException',
    /used twice/,
  ],
  [
    'a provider that is not there',
    stage({ ...approve, actionTypeId: type('Approval', 'Email') }),
    'stages.1.actions.0.actionTypeId.provider',
    'InvalidActionDeclarationException',
    /Known: Manual/,
  ],
  [
    'a missing configuration',
    stage({ ...build, configuration: {} }),
    'stages.1.actions.0.configuration',
    'InvalidActionDeclarationException',
    /missing required configuration 'ProjectName'/,
  ],
  [
    'an unknown configuration',
    stage({ ...build, configuration: { ProjectName: 'p', Projectname: 'p' } }),
    'stages.1.actions.0.configuration.Projectname',
    'InvalidActionDeclarationException',
    /unknown configuration/,
  ],
  [
    'too many artifacts',
    stage({ ...approve, inputArtifacts: [{ name: 'App' }] }),
    'stages.1.actions.0.inputArtifacts',
    'InvalidActionDeclarationException',
    /takes 0 input/,
  ],
  [
    'an artifact that nobody puts out',
    stage({ ...build, inputArtifacts: [{ name: 'None' }] }),
    'stages.1.actions.0.inputArtifacts.0.name',
    'InvalidActionDeclarationException',
    /no action puts out/,
  ],
  [
    'an artifact consumed before it is put out',
    stage(build, { ...build, name: 'B2', inputArtifacts: [{ name: 'Built' }], outputArtifacts: [] }),
    'stages.1.actions.1.inputArtifacts.0.name',
    'InvalidActionDeclarationException',
    /before action Build/,
  ],
  [
    'an output artifact twice',
    stage(build, { ...build, name: 'B2' }),
    'stages.1.actions.1.outputArtifacts.0.name',
    'InvalidActionDeclarationException',
    /must be unique/,
  ],
  [
    'a namespace twice',
    stage({ ...build, namespace: 'Src' }),
    'stages.1.actions.0.namespace',
    'InvalidActionDeclarationException',
    /used twice/,
  ],
  [
    'a reserved namespace',
    stage({ ...build, namespace: 'variables' }),
    'stages.1.actions.0.namespace',
    'InvalidActionDeclarationException',
    /reserved/,
  ],
  [
    'a reference to no variable',
    stage({ ...build, configuration: { ProjectName: '#{variables.X}' } }),
    'stages.1.actions.0.configuration.ProjectName',
    'InvalidStructureException',
    /declares no variable X/,
  ],
  [
    'a reference to no namespace',
    stage({ ...build, configuration: { ProjectName: '#{Other.X}' } }),
    'stages.1.actions.0.configuration.ProjectName',
    'InvalidStructureException',
    /does not exist/,
  ],
  [
    'a reference to what runs at the same time',
    stage({ ...build, namespace: 'B' }, { ...approve, configuration: { CustomData: '#{B.X}' } }),
    'stages.1.actions.1.configuration.CustomData',
    'InvalidStructureException',
    /runs after/,
  ],
  [
    'variables in V1',
    pipeline({ pipelineType: 'V1', variables: [{ name: 'A' }] }),
    'variables',
    'InvalidStructureException',
    /type V2/,
  ],
  [
    'QUEUED mode in V1',
    pipeline({ pipelineType: undefined, executionMode: 'QUEUED' }),
    'executionMode',
    'InvalidStructureException',
    /type V2/,
  ],
  [
    'a variable twice',
    pipeline({ variables: [{ name: 'A' }, { name: 'A' }] }),
    'variables.1.name',
    'InvalidStructureException',
    /declared twice/,
  ],
  [
    'a rollback in PARALLEL mode',
    {
      ...followedBy({ name: 'N', actions: [approve], onFailure: { result: 'ROLLBACK' } }),
      executionMode: 'PARALLEL',
    },
    'stages.1.onFailure',
    'InvalidStageDeclarationException',
    /PARALLEL/,
  ],
  [
    'a result that does not fit',
    followedBy({ name: 'N', actions: [approve], onFailure: { result: 'SKIP' } }),
    'stages.1.onFailure.result',
    'InvalidStageDeclarationException',
    /ROLLBACK or RETRY/,
  ],
])('%s', (_, document, path, exception, message) => {
  test('is told once, with its place and AWS’s exception', () => {
    const problems = pipelineProblems(JSON.parse(JSON.stringify(document)));
    expect(problems).toEqual([
      {
        path: path === '' ? [] : path.split('.').map(index),
        exception,
        message: expect.stringMatching(message),
      },
    ]);
  });
});

const index = (key: string) => (/^\d+$/.test(key) ? Number(key) : key);

test('an action of run order 2 may take what run order 1 of its stage puts out', () => {
  const second = {
    ...build,
    name: 'B2',
    runOrder: 2,
    inputArtifacts: [{ name: 'Built' }],
    outputArtifacts: [],
    configuration: { ProjectName: '#{Src.VersionId}-#{codepipeline.PipelineExecutionId}' },
  };
  expect(pipelineProblems(stage(build, second))).toEqual([]);
});
