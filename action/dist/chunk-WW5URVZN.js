import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  UserError
} from "./chunk-3BTI3G27.js";

// shared/aws/errors.ts
async function explaining(context, call) {
  try {
    return await call();
  } catch (error) {
    throw explain(error, context);
  }
}
function explain(error, context) {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const sentence = sentenceFor(error, context);
  return sentence ? new UserError(sentence, { cause: error }) : error;
}
function isThrottled(error) {
  return chain(error).some((each) => throttling.has(each.name) || statusOf(each) === 429);
}
function isTransient(error) {
  return isThrottled(error) || chain(error).some((each) => (statusOf(each) ?? 0) >= 500 || isNetwork(each));
}
function isAlreadyAnswered(error) {
  return hasCode(error, "InvalidApprovalTokenException", "ApprovalAlreadyCompletedException");
}
function isNotFound(error) {
  return chain(error).some((each) => notFound.test(each.name) || statusOf(each) === 404);
}
function isDenied(error) {
  return chain(error).some((each) => denied.has(each.name) || statusOf(each) === 403);
}
function isExpired(error) {
  return chain(error).some((each) => expired.has(each.name));
}
function isRefused(error) {
  return !isTransient(error) && chain(error).some((each) => Math.floor((statusOf(each) ?? 0) / 100) === 4);
}
function hasCode(error, ...codes) {
  return chain(error).some((each) => codes.includes(each.name));
}
var throttling = /* @__PURE__ */ new Set([
  "ThrottlingException",
  "Throttling",
  "ThrottledException",
  "TooManyRequestsException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown"
]);
var denied = /* @__PURE__ */ new Set([
  "AccessDenied",
  "AccessDeniedException",
  "UnauthorizedOperation",
  "AuthorizationError"
]);
var notFound = /^(NoSuch\w+|NotFound|\w*NotFound|\w*NotFoundException|\w+DoesNotExistException)$/;
var expired = /* @__PURE__ */ new Set([
  "ExpiredToken",
  "ExpiredTokenException",
  "TokenRefreshRequired"
]);
var unknownKey = /* @__PURE__ */ new Set([
  "InvalidClientTokenId",
  "UnrecognizedClientException",
  "InvalidAccessKeyId",
  "SignatureDoesNotMatch",
  "IncompleteSignature"
]);
var pipelineOf = ({ pipeline }) => pipeline ? `the pipeline ${pipeline}` : "the pipeline";
var runOf = ({ run }) => run ? `The run ${run}` : "The run";
var stageOf = ({ stage }) => stage ? `the stage ${stage}` : "the stage";
var answered = () => "This approval has already been answered or has expired, so nothing was changed.";
var explanations = {
  PipelineNotFoundException: ({ pipeline, region }) => `There is no pipeline${pipeline ? ` named ${pipeline}` : ""} in ${region}: check its name, the region and the account.`,
  PipelineVersionNotFoundException: (at) => `That version of ${pipelineOf(at)} is gone.`,
  PipelineExecutionNotFoundException: (at) => `${runOf(at)} is not one of ${pipelineOf(at)}: check the run id.`,
  StageNotFoundException: (at) => `There is no ${at.stage ?? "such"} stage in ${pipelineOf(at)}.`,
  ActionNotFoundException: (at) => `There is no such action in ${pipelineOf(at)}: its definition may have changed.`,
  InvalidApprovalTokenException: answered,
  ApprovalAlreadyCompletedException: answered,
  NotLatestPipelineExecutionException: (at) => `${runOf(at)} is no longer the latest in ${stageOf(at)}: a newer run has entered it.`,
  StageNotRetryableException: (at, message) => `${capital(stageOf(at))} cannot be retried${because(message)}.`,
  UnableToRollbackStageException: (at, message) => `${capital(stageOf(at))} cannot be rolled back to that run${because(message)}.`,
  PipelineExecutionOutdatedException: (at) => `That run was made by an older version of ${pipelineOf(at)}, so it cannot be rolled back to.`,
  ConflictException: (at, message) => `${capital(pipelineOf(at))} is busy with something that excludes this${because(message)}: try again when that is done.`,
  ConcurrentModificationException: (at) => `${capital(pipelineOf(at))} was being changed at the same moment: try again.`,
  ConcurrentPipelineExecutionsLimitExceededException: (at) => `${capital(pipelineOf(at))} has as many runs under way as AWS allows: wait for one to end, or stop one.`,
  PipelineExecutionNotStoppableException: (at, message) => `${runOf(at)} cannot be stopped${because(message)}.`,
  ConditionNotOverridableException: (at, message) => `No condition of ${stageOf(at)} can be overridden${because(message)}.`,
  DeploymentAlreadyCompletedException: () => "That deployment is over already.",
  DeploymentIsNotInReadyStateException: () => "That deployment does not wait to be continued.",
  UnsupportedActionForDeploymentTypeException: (_, message) => `That kind of deployment cannot do this${because(message)}.`,
  DuplicatedStopRequestException: (at) => `${runOf(at)} is being stopped already.`,
  LimitExceededException: (_, message) => `An AWS limit is reached${because(message)}.`,
  ValidationException: (_, message) => `AWS refused the request${because(message)}.`,
  NoSuchBucket: ({ bucket }) => `There is no S3 bucket${bucket ? ` named ${bucket}` : " of that name"}.`,
  ParameterVersionNotFound: () => "The parameter has no such version.",
  ResourceNotFoundException: (_, message) => `AWS does not find what was asked for${because(message)}.`
};
function sentenceFor(error, context) {
  const { name, message } = error;
  if (isMissingCredentials(error)) {
    return "No AWS credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or assume a role before this step.";
  }
  if (expired.has(name)) return "The AWS credentials have expired: renew them and try again.";
  if (unknownKey.has(name))
    return "AWS does not accept the credentials: check the access key, its secret and the session token.";
  if (isClockSkew(error))
    return "This machine's clock is wrong, so AWS refuses its signatures: set the clock.";
  if (isThrottled(error)) {
    return "AWS went on limiting the rate of calls after several tries: wait a minute and try again.";
  }
  const home = homeRegion(error);
  if (home !== void 0) {
    const bucket = context.bucket ? `The bucket ${context.bucket}` : "The bucket";
    return `${bucket} is ${home ? `in ${home}` : "in another region"}, not in ${context.region}: use its region.`;
  }
  if (denied.has(name)) return denial(message);
  if (isNetwork(error)) return unreachable(error, context);
  return explanations[name]?.(context, message);
}
function isMissingCredentials({ name, message }) {
  return name === "CredentialsProviderError" || /^(Credential|Resolved credential) .*(missing|not valid)/.test(message);
}
function isClockSkew({ name, message }) {
  if (name === "RequestTimeTooSkewed" || name === "RequestExpired") return true;
  return name === "InvalidSignatureException" && /expired|not yet current/i.test(message);
}
function denial(message) {
  const [, action] = /not authorized to perform:? ([\w-]+:\w+)/.exec(message) ?? [];
  const [, resource] = /on resource:? "?(arn:[^\s"]+|\*)"?/.exec(message) ?? [];
  if (!action)
    return `AWS denied access${because(message)}: allow it in the IAM policy of these credentials.`;
  const scope = resource ? ` on ${resource}` : "";
  const boundary = /explicit deny/.test(message) ? ", and remove the explicit deny that AWS reports" : "";
  return `These AWS credentials may not do this: allow ${action}${scope} in their IAM policy${boundary}.`;
}
function homeRegion(error) {
  const redirected = [
    "PermanentRedirect",
    "AuthorizationHeaderMalformed",
    "IllegalLocationConstraintException"
  ];
  if (!redirected.includes(error.name) && statusOf(error) !== 301) return void 0;
  const headers = error.$response?.headers;
  return headers?.["x-amz-bucket-region"] ?? /expecting '([a-z0-9-]+)'/.exec(error.message)?.[1] ?? "";
}
var networkCodes = /* @__PURE__ */ new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE"
]);
function networkCode(error) {
  const { code } = error;
  if (code && networkCodes.has(code)) return code;
  return error.name === "TimeoutError" ? "a timeout" : void 0;
}
function isNetwork(error) {
  return networkCode(error) !== void 0;
}
function unreachable(error, { endpoint, region }) {
  const { address, port, hostname } = error;
  const host = address && port ? `${address}:${port}` : hostname;
  const where = endpoint ?? host ?? `AWS in ${region}`;
  return `${where} cannot be reached (${networkCode(error)}): check the network, the region and the endpoint.`;
}
function statusOf(error) {
  return error.$metadata?.httpStatusCode;
}
function chain(error) {
  const errors = [];
  for (let each = error; each instanceof Error && errors.length < 5; each = each.cause) errors.push(each);
  return errors;
}
function because(message) {
  const text = message.trim().replace(/\.+$/, "");
  return text ? ` (${text})` : "";
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export {
  explaining,
  explain,
  isThrottled,
  isTransient,
  isAlreadyAnswered,
  isNotFound,
  isDenied,
  isExpired,
  isRefused,
  hasCode
};
