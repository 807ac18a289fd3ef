import { checkContradictions } from './contradictions.ts';
import { choice, type Input, lines, readInput, secret, several, text, whole } from './input.ts';
import { parseAccounts, parseVariables } from './input-values.ts';
import { parseSecretLines, type SecretLine } from './secret-lines.ts';

/** Every input of the Action, as `action.yml` lists them. */
export const inputs = {
  pipeline: text({
    description:
      'The name of the pipeline to start; left out only with `mode: check`, or to take `secrets` and do no more.',
    // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html
    pattern: /^[A-Za-z0-9.@_-]{1,100}$/,
    must: 'must be a pipeline name: up to 100 letters, digits, dots, dashes, underscores and @',
  }),
  mode: choice({
    description:
      'What to do: `deploy`, or only `check` the files of the tree, which needs no AWS credentials and suits pull requests.',
    of: ['deploy', 'check'],
    default: 'deploy',
  }),
  check: lines({
    description:
      'Globs of the buildspec, appspec and pipeline files to check before anything leaves the runner, one a line, relative to `path`; by default those at its top, with `none` no file.',
  }),
  secrets: {
    description:
      'Secrets to take from Parameter Store and Secrets Manager, one `NAME = place` a line: into environment variables of the steps after this one, or into files.',
    default: '',
    parse: parseSecretLines,
  } satisfies Input<readonly SecretLine[]>,
  source: choice({
    description:
      "What the run is to be started on: `s3` packages a folder and uploads it to the pipeline's S3 source, `git` takes the pushed commit of a Git source, `codecommit` first pushes that commit to the pipeline's CodeCommit repository, `ecr` takes an image digest, `none` lets the pipeline's sources find their own newest revision, and `auto` goes by the pipeline's source action.",
    of: ['auto', 's3', 'git', 'codecommit', 'ecr', 'none'],
    default: 'auto',
  }),
  'source-action': text({
    description: 'The name of the source action to use, when the pipeline has several that fit.',
  }),
  path: text({ description: 'The folder to package.', default: '.' }),
  include: lines({
    description: 'Globs of the files to package, one a line, relative to `path`; everything by default.',
  }),
  exclude: lines({
    description: 'Globs of the files to leave out, one a line, relative to `path`; `.git` always is.',
  }),
  gitignore: choice({
    description: 'Whether to leave out what the `.gitignore` files in `path` name: `true` or `false`.',
    of: ['true', 'false'],
    default: 'false',
  }),
  symlinks: choice({
    description:
      'What becomes of symbolic links: `keep` packages them as links, which may not leave `path`; `refuse` packages nothing if there is one.',
    of: ['keep', 'refuse'],
    default: 'keep',
  }),
  artifact: text({ description: 'A ready zip file to upload instead of packaging a folder.' }),
  bucket: text({
    description: "The versioned S3 bucket to upload to, by default that of the pipeline's S3 source action.",
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    must: 'must be the name of an S3 bucket, without s3:// and without a key',
  }),
  key: text({
    description: "The S3 object key to upload to, by default that of the pipeline's S3 source action.",
  }),
  'kms-key-id': text({
    description:
      "The KMS key that S3 encrypts the uploaded object with, as an id, an alias or an ARN; by default the bucket's own settings hold.",
    // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
    pattern:
      /^(arn:aws[\w-]*:kms:[\w-]+:\d{12}:(key|alias)\/\S+|alias\/\S+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    must: 'must be the id, the alias or the ARN of a KMS key',
  }),
  'image-digest': text({
    description: 'The digest of the image to start the run on, for an ECR source.',
    pattern: /^sha256:[0-9a-f]{64}$/,
    must: 'must be an image digest: sha256: and 64 hexadecimal digits',
  }),
  variables: {
    description: 'Pipeline variables, one `NAME=value` a line.',
    default: '',
    parse: parseVariables,
  } satisfies Input<Readonly<Record<string, string>>>,
  start: choice({
    description:
      'Whether to start the pipeline: `true`; `false` only uploads; `by-upload` says that the upload itself starts it through an EventBridge rule, so that the run is found and not started twice.',
    of: ['true', 'false', 'by-upload'],
    default: 'true',
  }),
  wait: choice({
    description:
      'How long to follow the run: to its `end`, to the first manual `approval` that it waits for, or `none`.',
    of: ['end', 'approval', 'none'],
    default: 'end',
  }),
  'fail-on': several({
    description:
      'The outcomes of the run that fail this step: any of `failed`, `stopped`, `cancelled`, `superseded` and `rolled-back`, or `none`.',
    of: ['failed', 'stopped', 'cancelled', 'superseded', 'rolled-back'],
    default: 'failed, stopped, cancelled, superseded, rolled-back',
  }),
  'on-cancel': choice({
    description:
      'What becomes of the run when the job is cancelled or times out: `stop` lets the actions under way finish, `abandon` does not, `leave` lets the run go on.',
    of: ['stop', 'abandon', 'leave'],
    default: 'stop',
  }),
  'timeout-minutes': whole({
    description:
      'After how many minutes of following the run the step fails and does what `on-cancel` says; 0 follows it for as long as the job may take.',
    default: '0',
    from: 0,
    to: 20_160,
  }),
  approvers: text({
    description:
      "Who may answer the pipeline's manual approvals, such as `@acme/release`; shown where one waits.",
  }),
  environment: text({
    description:
      'The GitHub environment to record a deployment with statuses of; none is recorded without it.',
    pattern: /^.{1,255}$/,
    must: 'must be the name of an environment, up to 255 characters',
  }),
  'environment-url': text({
    description: 'The address of what is deployed, which GitHub links from the deployment.',
    pattern: /^https?:\/\/\S+$/,
    must: 'must be an http or https address',
  }),
  comment: choice({
    description:
      'Whether to show the run in a comment on its pull request, where the bot does not: `auto` or `never`.',
    of: ['auto', 'never'],
    default: 'auto',
  }),
  region: text({
    description: 'The AWS region of the pipeline, by default that of the environment (`AWS_REGION`).',
    pattern: /^[a-z]{2}(-[a-z]+)+-\d+$/,
    must: 'must be an AWS region such as eu-west-1',
  }),
  'allowed-account-ids': {
    description:
      'The AWS accounts that may be deployed to, separated by commas or lines; with credentials of another account nothing is sent.',
    default: '',
    parse: parseAccounts,
  } satisfies Input<readonly string[]>,
  'github-token': secret({
    description: 'The token to look up the pull request of a push with.',
    default: '${{ github.token }}',
  }),
};

type Table = typeof inputs;
type Meaning<T> = T extends Input<infer M> ? M : never;

/** The names whose meaning is always there, because they are required or have a default. */
type Certain =
  | 'mode'
  | 'source'
  | 'path'
  | 'gitignore'
  | 'symlinks'
  | 'start'
  | 'wait'
  | 'fail-on'
  | 'on-cancel'
  | 'timeout-minutes'
  | 'comment';

/** What the inputs mean, by their own names. */
export type GivenInputs = {
  readonly [Name in keyof Table]: Name extends Certain
    ? Meaning<Table[Name]>
    : Meaning<Table[Name]> | undefined;
};

/** Those of a step that has a pipeline to do something with. */
export type Inputs = GivenInputs & { readonly pipeline: string };

/**
 * Reads every input. `given` answers with an input's text, empty where it was not given.
 *
 * @throws UserError for the first that is missing or wrong, or for two that contradict each other.
 */
export function readInputs(given: (name: string) => string): GivenInputs {
  const values = Object.entries(inputs).map(([name, input]) => [
    name,
    readInput(name, input as Input<unknown>, given(name)),
  ]);
  checkContradictions(given, inputs);
  return Object.fromEntries(values) as GivenInputs;
}
