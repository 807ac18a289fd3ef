import type { ActionDeclaration, PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { UserError } from '../../shared/errors.ts';
import type { Inputs } from '../inputs.ts';

/** What a run is started on. */
export type Source = ObjectSource | GitSource | ImageSource | { readonly kind: 'none' };

export interface ObjectSource {
  readonly kind: 's3';
  readonly action: string;
  readonly bucket: string;
  readonly key: string;
  /** Whether the key is another than the pipeline's own, so that the start has to name it. */
  readonly overridesKey: boolean;
  /** Whether CodePipeline looks for new versions by itself, so that an upload starts a run. */
  readonly polls: boolean;
}

interface GitSource {
  readonly kind: 'git';
  readonly action: string;
  /** Where the pushed commit is to be mirrored to first. */
  readonly mirror?: Mirror;
  /** Whether mirroring to it starts a run, because CodePipeline looks for new commits by itself. */
  readonly polls: boolean;
}

/** A CodeCommit repository, and its branch that the pipeline reads. */
export interface Mirror {
  readonly repository: string;
  readonly branch: string;
}

interface ImageSource {
  readonly kind: 'ecr';
  readonly action: string;
  readonly digest: string;
}

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/integrations-action-type.html#integrations-source */
const kinds: Readonly<Record<string, 's3' | 'git' | 'ecr'>> = {
  S3: 's3',
  CodeStarSourceConnection: 'git',
  CodeCommit: 'git',
  GitHub: 'git',
  ECR: 'ecr',
};

const names = { s3: 'S3', git: 'Git', ecr: 'ECR', codecommit: 'CodeCommit' };

/**
 * Which of the pipeline's sources a run is started on, by the inputs and the pipeline's own definition.
 *
 * @throws UserError where none fits, several do, or the inputs name what the pipeline does not read.
 */
export function chooseSource(definition: PipelineDeclaration, inputs: Inputs): Source {
  const wanted = wantedKind(inputs);
  if (wanted === 'none') return { kind: 'none' };
  const action = chooseAction(definition, inputs, wanted);
  if (!action) return { kind: 'none' };
  const name = action.name ?? '';
  const kind = kindOf(action);
  if (kind === 's3') return objectSource(action, inputs);
  if (kind === 'git') return gitSource(action, inputs);
  const digest = inputs['image-digest'];
  if (kind === 'ecr' && digest) return { kind, action: name, digest };
  return { kind: 'none' };
}

type Kind = 's3' | 'git' | 'ecr' | 'codecommit';

/** Undefined where the pipeline is to decide. */
function wantedKind(inputs: Inputs): Kind | 'none' | undefined {
  if (inputs.source !== 'auto') return inputs.source;
  if (inputs['image-digest']) return 'ecr';
  const uploads = inputs.artifact || inputs.bucket || inputs.key || inputs.start !== 'true';
  return uploads ? 's3' : undefined;
}

function chooseAction(
  definition: PipelineDeclaration,
  inputs: Inputs,
  wanted: Kind | undefined,
): ActionDeclaration | undefined {
  const sources = (definition.stages ?? [])
    .flatMap(({ actions = [] }) => actions)
    .filter((action) => action.actionTypeId?.category === 'Source');
  const fitting = wanted ? sources.filter((action) => isOf(action, wanted)) : sources;
  const pipeline = inputs.pipeline;
  const named = inputs['source-action'];
  if (named) {
    const action = fitting.find(({ name }) => name === named);
    if (action) return action;
    const what = wanted ? `${names[wanted]} source action` : 'source action';
    throw new UserError(
      `The pipeline ${pipeline} has no ${what} named \`${named}\`; it has ${listOf(sources)}.`,
    );
  }
  if (fitting.length > 1) {
    throw new UserError(
      `The pipeline ${pipeline} has several source actions, ${listOf(fitting)}: choose one with \`source-action\`.`,
    );
  }
  if (wanted && fitting.length === 0) {
    throw new UserError(
      `The pipeline ${pipeline} has no ${names[wanted]} source; it has ${listOf(sources)}.`,
    );
  }
  return fitting[0];
}

function isOf(action: ActionDeclaration, wanted: Kind): boolean {
  if (wanted === 'codecommit') return action.actionTypeId?.provider === 'CodeCommit';
  return kindOf(action) === wanted;
}

function gitSource(action: ActionDeclaration, inputs: Inputs): GitSource {
  const {
    RepositoryName: repository = '',
    BranchName: branch = '',
    PollForSourceChanges,
  } = action.configuration ?? {};
  const source = { kind: 'git', action: action.name ?? '' } as const;
  if (inputs.source !== 'codecommit') return { ...source, polls: false };
  // https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeCommit.html
  return {
    ...source,
    mirror: { repository, branch },
    polls: PollForSourceChanges?.toLowerCase() !== 'false',
  };
}

function objectSource(action: ActionDeclaration, inputs: Inputs): ObjectSource {
  const name = action.name ?? '';
  const { S3Bucket, S3ObjectKey, AllowOverrideForS3ObjectKey, PollForSourceChanges } =
    action.configuration ?? {};
  const bucket = inputs.bucket ?? S3Bucket;
  const key = inputs.key ?? S3ObjectKey;
  if (!bucket || !key) {
    throw new UserError(
      `The source action \`${name}\` names no bucket and key; give them with \`bucket\` and \`key\`.`,
    );
  }
  const starts = inputs.start !== 'false';
  if (starts && bucket !== S3Bucket) {
    throw new UserError(
      `The pipeline reads the bucket ${S3Bucket}, not ${bucket}: leave \`bucket\` out, or only upload with \`start: false\`.`,
    );
  }
  const overridesKey = key !== S3ObjectKey;
  if (starts && overridesKey && AllowOverrideForS3ObjectKey !== 'true') {
    throw new UserError(
      `The pipeline reads the key ${S3ObjectKey}, not ${key}: leave \`key\` out, or set AllowOverrideForS3ObjectKey to true on its source action \`${name}\`.`,
    );
  }
  // It polls unless it is told not to:
  // https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html
  const polls = !overridesKey && PollForSourceChanges?.toLowerCase() !== 'false';
  return { kind: 's3', action: name, bucket, key, overridesKey, polls };
}

function kindOf(action: ActionDeclaration): 's3' | 'git' | 'ecr' | undefined {
  return kinds[action.actionTypeId?.provider ?? ''];
}

function listOf(actions: readonly ActionDeclaration[]): string {
  if (actions.length === 0) return 'none';
  return actions.map(({ name, actionTypeId }) => `\`${name}\` (${actionTypeId?.provider})`).join(', ');
}
