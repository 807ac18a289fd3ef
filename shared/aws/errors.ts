import { UserError } from '../errors.ts';

/** What a call was about, for the sentence that explains why it failed. */
export interface CallContext {
  readonly region: string;
  readonly endpoint?: string;
  readonly pipeline?: string;
  readonly stage?: string;
  /** A pipeline execution id. */
  readonly run?: string;
  readonly bucket?: string;
  /** The permission that it takes, for where AWS does not name it: `s3:PutObject on arn:aws:s3:::shop/app.zip`. */
  readonly needs?: string;
}

/** Makes the call; what it throws is explained where the user can mend it and thrown as it is otherwise. */
export async function explaining<T>(context: CallContext, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw explain(error, context);
  }
}

/** A `UserError` with the SDK's error as its cause, or the error itself where there is nothing to mend. */
export function explain(error: unknown, context: CallContext): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const sentence = sentenceFor(error, context);
  return sentence ? new UserError(sentence, { cause: error }) : error;
}

/** Whether AWS asked for fewer calls. */
export function isThrottled(error: unknown): boolean {
  return chain(error).some((each) => throttling.has(each.name) || statusOf(each) === 429);
}

/** Whether the same call may well pass a little later: throttled, a fault of AWS's, or a network that failed. */
export function isTransient(error: unknown): boolean {
  return isThrottled(error) || chain(error).some((each) => (statusOf(each) ?? 0) >= 500 || isNetwork(each));
}

/** Whether an approval was answered already, by somebody else or by its timeout: an ordinary outcome. */
export function isAlreadyAnswered(error: unknown): boolean {
  return hasCode(error, 'InvalidApprovalTokenException', 'ApprovalAlreadyCompletedException');
}

/** Whether what was asked for does not exist: a pipeline, a run, an object, a parameter. */
export function isNotFound(error: unknown): boolean {
  return chain(error).some((each) => notFound.test(each.name) || statusOf(each) === 404);
}

/** Whether the credentials may not do what was asked. */
export function isDenied(error: unknown): boolean {
  return chain(error).some((each) => denied.has(each.name) || statusOf(each) === 403);
}

/** Whether the credentials were good once, and are not any more. */
export function isExpired(error: unknown): boolean {
  return chain(error).some((each) => expired.has(each.name));
}

/** Whether AWS heard the question and answered no: asking again gives the same. */
export function isRefused(error: unknown): boolean {
  return !isTransient(error) && chain(error).some((each) => Math.floor((statusOf(each) ?? 0) / 100) === 4);
}

/** Whether AWS answered with one of these error codes; sees through a `UserError` made of it. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return chain(error).some((each) => codes.includes(each.name));
}

const throttling: ReadonlySet<string> = new Set([
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
]);
const denied: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'AuthorizationError',
]);
const notFound = /^(NoSuch\w+|NotFound|\w*NotFound|\w*NotFoundException|\w+DoesNotExistException)$/;
const expired: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'TokenRefreshRequired',
]);
const unknownKey: ReadonlySet<string> = new Set([
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
]);

type Explanation = (context: CallContext, message: string) => string;

const pipelineOf = ({ pipeline }: CallContext) => (pipeline ? `the pipeline ${pipeline}` : 'the pipeline');
const runOf = ({ run }: CallContext) => (run ? `The run ${run}` : 'The run');
const stageOf = ({ stage }: CallContext) => (stage ? `the stage ${stage}` : 'the stage');
const answered = () => 'This approval has already been answered or has expired, so nothing was changed.';

/** https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_Operations.html names them by operation. */
const explanations: Readonly<Record<string, Explanation>> = {
  PipelineNotFoundException: ({ pipeline, region }) =>
    `There is no pipeline${pipeline ? ` named ${pipeline}` : ''} in ${region}: check its name, the region and the account.`,
  PipelineVersionNotFoundException: (at) => `That version of ${pipelineOf(at)} is gone.`,
  PipelineExecutionNotFoundException: (at) =>
    `${runOf(at)} is not one of ${pipelineOf(at)}: check the run id.`,
  StageNotFoundException: (at) => `There is no ${at.stage ?? 'such'} stage in ${pipelineOf(at)}.`,
  ActionNotFoundException: (at) =>
    `There is no such action in ${pipelineOf(at)}: its definition may have changed.`,
  InvalidApprovalTokenException: answered,
  ApprovalAlreadyCompletedException: answered,
  NotLatestPipelineExecutionException: (at) =>
    `${runOf(at)} is no longer the latest in ${stageOf(at)}: a newer run has entered it.`,
  StageNotRetryableException: (at, message) =>
    `${capital(stageOf(at))} cannot be retried${because(message)}.`,
  UnableToRollbackStageException: (at, message) =>
    `${capital(stageOf(at))} cannot be rolled back to that run${because(message)}.`,
  PipelineExecutionOutdatedException: (at) =>
    `That run was made by an older version of ${pipelineOf(at)}, so it cannot be rolled back to.`,
  ConflictException: (at, message) =>
    `${capital(pipelineOf(at))} is busy with something that excludes this${because(message)}: try again when that is done.`,
  ConcurrentModificationException: (at) =>
    `${capital(pipelineOf(at))} was being changed at the same moment: try again.`,
  ConcurrentPipelineExecutionsLimitExceededException: (at) =>
    `${capital(pipelineOf(at))} has as many runs under way as AWS allows: wait for one to end, or stop one.`,
  PipelineExecutionNotStoppableException: (at, message) =>
    `${runOf(at)} cannot be stopped${because(message)}.`,
  ConditionNotOverridableException: (at, message) =>
    `No condition of ${stageOf(at)} can be overridden${because(message)}.`,
  DeploymentAlreadyCompletedException: () => 'That deployment is over already.',
  DeploymentIsNotInReadyStateException: () => 'That deployment does not wait to be continued.',
  UnsupportedActionForDeploymentTypeException: (_, message) =>
    `That kind of deployment cannot do this${because(message)}.`,
  DuplicatedStopRequestException: (at) => `${runOf(at)} is being stopped already.`,
  LimitExceededException: (_, message) => `An AWS limit is reached${because(message)}.`,
  ValidationException: (_, message) => `AWS refused the request${because(message)}.`,
  NoSuchBucket: ({ bucket }) => `There is no S3 bucket${bucket ? ` named ${bucket}` : ' of that name'}.`,
  ParameterVersionNotFound: () => 'The parameter has no such version.',
  ResourceNotFoundException: (_, message) => `AWS does not find what was asked for${because(message)}.`,
};

function sentenceFor(error: Error, context: CallContext): string | undefined {
  const { name, message } = error;
  if (isMissingCredentials(error)) {
    return 'No AWS credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or assume a role before this step.';
  }
  if (expired.has(name)) return 'The AWS credentials have expired: renew them and try again.';
  if (unknownKey.has(name))
    return 'AWS does not accept the credentials: check the access key, its secret and the session token.';
  if (isClockSkew(error))
    return "This machine's clock is wrong, so AWS refuses its signatures: set the clock.";
  if (isThrottled(error)) {
    return 'AWS went on limiting the rate of calls after several tries: wait a minute and try again.';
  }
  const home = homeRegion(error);
  if (home !== undefined) {
    const bucket = context.bucket ? `The bucket ${context.bucket}` : 'The bucket';
    return `${bucket} is ${home ? `in ${home}` : 'in another region'}, not in ${context.region}: use its region.`;
  }
  if (denied.has(name)) return denial(message, context);
  if (isNetwork(error)) return unreachable(error, context);
  return explanations[name]?.(context, message) ?? fault(error);
}

/** AWS's own fault, which an SDK has tried several times by then. */
function fault(error: Error): string | undefined {
  const status = statusOf(error) ?? 0;
  if (status < 500) return undefined;
  return `AWS went on answering with a fault of its own (${status} ${error.name}): see https://health.aws.amazon.com, and try again later.`;
}

function isMissingCredentials({ name, message }: Error): boolean {
  return (
    name === 'CredentialsProviderError' ||
    /^(Credential|Resolved credential) .*(missing|not valid)/.test(message)
  );
}

function isClockSkew({ name, message }: Error): boolean {
  if (name === 'RequestTimeTooSkewed' || name === 'RequestExpired') return true;
  return name === 'InvalidSignatureException' && /expired|not yet current/i.test(message);
}

/**
 * AWS names the action and mostly the resource:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function denial(message: string, { needs }: CallContext): string {
  const [, action] = /not authorized to perform:? ([\w-]+:\w+)/.exec(message) ?? [];
  const [, resource] = /on resource:? "?(arn:[^\s"]+|\*)"?/.exec(message) ?? [];
  if (!action && needs)
    return `These AWS credentials may not do this: allow ${needs} in their IAM policy, and look at the policies of the resource.`;
  if (!action)
    return `AWS denied access${because(message)}: allow it in the IAM policy of these credentials.`;
  const scope = resource ? ` on ${resource}` : '';
  const boundary = /explicit deny/.test(message) ? ', and remove the explicit deny that AWS reports' : '';
  return `These AWS credentials may not do this: allow ${action}${scope} in their IAM policy${boundary}.`;
}

/** The bucket's region, empty where S3 does not say which; undefined where that is not the error. */
function homeRegion(error: Error): string | undefined {
  const redirected = [
    'PermanentRedirect',
    'AuthorizationHeaderMalformed',
    'IllegalLocationConstraintException',
  ];
  if (!redirected.includes(error.name) && statusOf(error) !== 301) return undefined;
  const headers = (error as { $response?: { headers?: Record<string, string> } }).$response?.headers;
  return headers?.['x-amz-bucket-region'] ?? /expecting '([a-z0-9-]+)'/.exec(error.message)?.[1] ?? '';
}

const networkCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ERR_PROXY_TUNNEL',
]);

function networkCode(error: Error): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code && networkCodes.has(code)) return code;
  return error.name === 'TimeoutError' ? 'a timeout' : undefined;
}

function isNetwork(error: Error): boolean {
  return networkCode(error) !== undefined;
}

function unreachable(error: Error, { endpoint, region }: CallContext): string {
  const { address, port, hostname } = error as { address?: string; port?: number; hostname?: string };
  const host = address && port ? `${address}:${port}` : hostname;
  const where = endpoint ?? host ?? `AWS in ${region}`;
  return `${where} cannot be reached (${networkCode(error)}): check the network, the region and the endpoint.`;
}

function statusOf(error: Error): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

/** The error and what caused it, outermost first. */
function chain(error: unknown): Error[] {
  const errors: Error[] = [];
  for (let each = error; each instanceof Error && errors.length < 5; each = each.cause) errors.push(each);
  return errors;
}

/** AWS's own words as the end of a sentence. */
function because(message: string): string {
  const text = message.trim().replace(/\.+$/, '');
  return text ? ` (${text})` : '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
