import { UserError } from '../shared/errors.ts';
import type { inputs } from './inputs.ts';

type Table = typeof inputs;
type Name = keyof Table;

/** What is said of the folder that is packaged. */
const packaging = ['path', 'include', 'exclude', 'gitignore', 'symlinks'] as const;

/** Inputs that mean nothing next to another one, and the reason as the end of a sentence. */
const exclusive: readonly (readonly [
  one: Name,
  of: string | undefined,
  others: readonly Name[],
  why: string,
])[] = [
  ['artifact', undefined, packaging, 'a ready file is uploaded as it is'],
  ['source', 's3', ['image-digest'], 'an S3 source takes an uploaded artifact'],
  [
    'source',
    'git',
    [...packaging, 'artifact', 'bucket', 'key', 'kms-key-id', 'image-digest'],
    'a Git source takes a commit',
  ],
  [
    'source',
    'codecommit',
    [...packaging, 'artifact', 'bucket', 'key', 'kms-key-id', 'image-digest'],
    'a CodeCommit source takes a commit',
  ],
  [
    'source',
    'ecr',
    [...packaging, 'artifact', 'bucket', 'key', 'kms-key-id'],
    'an ECR source takes an image digest',
  ],
  [
    'source',
    'none',
    [...packaging, 'artifact', 'bucket', 'key', 'kms-key-id', 'image-digest', 'source-action'],
    'no revision is given',
  ],
  [
    'image-digest',
    undefined,
    [...packaging, 'artifact', 'bucket', 'key', 'kms-key-id'],
    'an image is not uploaded',
  ],
  [
    'start',
    'false',
    ['variables', 'wait', 'fail-on', 'on-cancel', 'timeout-minutes', 'approvers', 'environment'],
    'no run is started',
  ],
  [
    'mode',
    'check',
    [
      'secrets',
      'source',
      'artifact',
      'bucket',
      'key',
      'kms-key-id',
      'image-digest',
      'variables',
      'start',
      'wait',
    ],
    'a check sends and starts nothing',
  ],
  ['start', 'by-upload', ['variables'], 'a run that the upload starts takes none'],
  ['wait', 'none', ['fail-on', 'on-cancel', 'timeout-minutes'], 'the run is not followed'],
  ['wait', 'none', ['environment'], 'how the deployment ends would not be known'],
];

/** @throws UserError for two inputs that contradict each other, and for one that another needs. */
export function checkContradictions(given: (name: string) => string, inputs: Table): void {
  const isGiven = (name: Name) => {
    const value = given(name).trim();
    return value !== '' && value !== inputs[name].default;
  };
  const names = Object.keys(inputs) as Name[];
  checkPipeline(names.filter(isGiven), given('mode').trim());
  for (const [one, of, others, why] of exclusive) {
    if (of === undefined ? !isGiven(one) : given(one).trim() !== of) continue;
    const other = others.find(isGiven);
    if (other)
      throw new UserError(contradiction(of === undefined ? `\`${one}\`` : `\`${one}: ${of}\``, other, why));
  }
  const needsUpload = ['false', 'by-upload'].find((value) => given('start').trim() === value);
  const withoutUpload = ['git', 'ecr', 'none'].find((value) => given('source').trim() === value);
  if (needsUpload && withoutUpload) {
    throw new UserError(
      `The inputs \`start: ${needsUpload}\` and \`source: ${withoutUpload}\` contradict each other: nothing is uploaded.`,
    );
  }
  if (given('source').trim() === 'ecr' && !isGiven('image-digest')) {
    throw new UserError('The input `image-digest` is missing: `source: ecr` needs the digest of the image.');
  }
}

/** It is needed but for a check, and to take secrets and do no more. */
function checkPipeline(names: readonly Name[], mode: string): void {
  if (names.includes('pipeline') || mode === 'check') return;
  const alone: readonly Name[] = [
    'mode',
    'secrets',
    'region',
    'allowed-account-ids',
    'github-token',
    'comment',
  ];
  if (names.includes('secrets') && names.every((name) => alone.includes(name))) return;
  throw new UserError('The input `pipeline` is missing: give the name of the pipeline to start.');
}

function contradiction(one: string, other: Name, why: string): string {
  return `The inputs ${one} and \`${other}\` contradict each other: ${why}.`;
}
