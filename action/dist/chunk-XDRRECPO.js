import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  changeFromMetadata,
  changeFromSummary,
  firstLine,
  isRepository,
  known
} from "./chunk-KORVMGYR.js";
import {
  Secret
} from "./chunk-ZNWIYBO4.js";
import {
  GetPipeline$,
  GetPipelineExecution$,
  GetPipelineState$,
  ListActionExecutions$,
  ListPipelineExecutions$,
  ListPipelines$,
  PutApprovalResult$,
  RetryStageExecution$,
  RollbackStage$,
  StartPipelineExecution$,
  StopPipelineExecution$,
  commonParams
} from "./chunk-73XSGX2L.js";
import {
  explain,
  explaining,
  isDenied,
  isExpired,
  isNotFound,
  isRefused
} from "./chunk-WW5URVZN.js";
import {
  UserError,
  messageOf
} from "./chunk-3BTI3G27.js";
import {
  getEndpointPlugin,
  makeBuilder
} from "./chunk-LGXC7PAR.js";

// shared/aws/clients.ts
function createAwsClients(settings) {
  const { userAgent: userAgent2, onCall, ...rest } = settings;
  const config = { ...rest, ...userAgent2 && { customUserAgent: userAgent2 }, ignoreCache: true };
  const s3Config = { ...config, ...settings.endpoint && { forcePathStyle: true } };
  const prepared = (client) => {
    const { middlewareStack, config: own } = client;
    if (onCall) {
      const count = (next) => {
        return (args) => {
          onCall();
          return next(args);
        };
      };
      middlewareStack.add(count, { step: "deserialize", priority: "low" });
    }
    middlewareStack.add(renewing(own.credentials), { step: "initialize", priority: "high" });
    return client;
  };
  return {
    codepipeline: once(
      async () => prepared(new (await import("./codepipeline-3YN6DRDH.js")).CodePipelineClient(config))
    ),
    codebuild: once(async () => prepared(new (await import("./codebuild-63A4YJXE.js")).CodeBuildClient(config))),
    codedeploy: once(
      async () => prepared(new (await import("./codedeploy-TDRJ3VHI.js")).CodeDeployClient(config))
    ),
    s3: once(async () => prepared(new (await import("./s3-DDBVT5WP.js")).S3Client(s3Config))),
    ssm: once(async () => prepared(new (await import("./ssm-6QEE6FLH.js")).SSMClient(config))),
    secretsManager: once(
      async () => prepared(new (await import("./secrets-manager-7EJVY3E3.js")).SecretsManagerClient(config))
    ),
    logs: once(async () => prepared(new (await import("./logs-NQ2EA3MI.js")).CloudWatchLogsClient(config))),
    sts: once(async () => prepared(new (await import("./sts-H2PE6R7X.js")).STSClient(config))),
    sqs: once(async () => prepared(new (await import("./sdk/sqs.ts")).SQSClient(config)))
  };
}
function renewing(credentials) {
  return (next) => async (args) => {
    const before = await credentials();
    try {
      return await next(args);
    } catch (error) {
      if (!isExpired(error)) throw error;
      const renewed = await credentials({ forceRefresh: true }).catch(() => before);
      if (renewed.accessKeyId === before.accessKeyId && renewed.sessionToken === before.sessionToken)
        throw error;
      return next(args);
    }
  };
}
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

// node_modules/@aws-sdk/client-codepipeline/dist-es/commandBuilder.js
var command=makeBuilder(commonParams,"CodePipeline_20150709","CodePipelineClient",getEndpointPlugin),_ep0={},_mw0=(e,n,i,m)=>[];
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/GetPipelineCommand.js
var GetPipelineCommand=class extends command(_ep0,_mw0,"GetPipeline",GetPipeline$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/GetPipelineExecutionCommand.js
var GetPipelineExecutionCommand=class extends command(_ep0,_mw0,"GetPipelineExecution",GetPipelineExecution$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/GetPipelineStateCommand.js
var GetPipelineStateCommand=class extends command(_ep0,_mw0,"GetPipelineState",GetPipelineState$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/ListActionExecutionsCommand.js
var ListActionExecutionsCommand=class extends command(_ep0,_mw0,"ListActionExecutions",ListActionExecutions$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/ListPipelineExecutionsCommand.js
var ListPipelineExecutionsCommand=class extends command(_ep0,_mw0,"ListPipelineExecutions",ListPipelineExecutions$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/ListPipelinesCommand.js
var ListPipelinesCommand=class extends command(_ep0,_mw0,"ListPipelines",ListPipelines$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/PutApprovalResultCommand.js
var PutApprovalResultCommand=class extends command(_ep0,_mw0,"PutApprovalResult",PutApprovalResult$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/RetryStageExecutionCommand.js
var RetryStageExecutionCommand=class extends command(_ep0,_mw0,"RetryStageExecution",RetryStageExecution$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/RollbackStageCommand.js
var RollbackStageCommand=class extends command(_ep0,_mw0,"RollbackStage",RollbackStage$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/StartPipelineExecutionCommand.js
var StartPipelineExecutionCommand=class extends command(_ep0,_mw0,"StartPipelineExecution",StartPipelineExecution$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/StopPipelineExecutionCommand.js
var StopPipelineExecutionCommand=class extends command(_ep0,_mw0,"StopPipelineExecution",StopPipelineExecution$){};
// shared/run/model.ts
var finalStatuses = /* @__PURE__ */ new Set([
  "Stopped",
  "Succeeded",
  "Superseded",
  "Failed",
  "Cancelled"
]);
function isFinal(run) {
  return finalStatuses.has(run.status);
}
function waitingApproval(run) {
  if (isFinal(run)) return void 0;
  for (const stage of run.stages) {
    for (const action of stage.actions) {
      if (action.category === "Approval" && action.status === "InProgress") return { stage, action };
    }
  }
  return void 0;
}

// shared/run/read.ts
function runFrom(facts) {
  const { definition, execution, actions, region, change } = facts;
  const latest = latestByAction(actions);
  const status = execution.status ?? "InProgress";
  const declared = (definition.stages ?? []).map((stage) => {
    const name = stage.name ?? "";
    const own = (stage.actions ?? []).map(
      (action) => actionFrom(action, latest.get(keyOf(name, action.name)))
    );
    return { name, actions: withoutStale(own) };
  });
  const lastReached = declared.findLastIndex(({ actions: actions2 }) => actions2.some(hasBegun));
  const stages = declared.map((stage, index) => {
    const begun = stage.actions.filter(hasBegun);
    const stageStatus = begun.length > 0 ? statusOfStage(stage.actions, status) : unreached(index < lastReached);
    return {
      ...stage,
      status: stageStatus,
      startedAt: earliest(begun.map((action) => action.startedAt)),
      endedAt: isMoving(stageStatus) ? void 0 : newest(begun.map((action) => action.endedAt)),
      updatedAt: newest(begun.map((action) => action.updatedAt))
    };
  });
  const kind = execution.executionType === "ROLLBACK" ? "ROLLBACK" : "STANDARD";
  const run = {
    pipeline: execution.pipelineName ?? definition.name ?? "",
    id: execution.pipelineExecutionId ?? "",
    region,
    status,
    kind,
    rollbackOf: execution.rollbackMetadata?.rollbackTargetPipelineExecutionId,
    version: execution.pipelineVersion,
    change,
    startedAt: earliest(actions.map((action) => action.startTime?.getTime())),
    updatedAt: newest(stages.map((stage) => stage.updatedAt)),
    stages: kind === "ROLLBACK" ? stages.filter(({ actions: actions2 }) => actions2.some(hasBegun)) : stages
  };
  return isFinal(run) ? { ...run, endedAt: newest(actions.map((a) => a.lastUpdateTime?.getTime())) } : run;
}
function runFromSummary(summary, at) {
  const run = {
    ...at,
    id: summary.pipelineExecutionId ?? "",
    status: summary.status ?? "InProgress",
    kind: summary.executionType === "ROLLBACK" ? "ROLLBACK" : "STANDARD",
    rollbackOf: summary.rollbackMetadata?.rollbackTargetPipelineExecutionId,
    makesUpFor: failedExecutionOf(summary.trigger),
    trigger: summary.trigger?.triggerType,
    revisions: revisionsOf(summary),
    startedAt: summary.startTime?.getTime(),
    stages: []
  };
  return isFinal(run) ? { ...run, endedAt: summary.lastUpdateTime?.getTime() } : run;
}
function failedExecutionOf({ triggerType, triggerDetail = "" } = {}) {
  if (triggerType !== "AutomatedRollback") return void 0;
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(triggerDetail)?.[0];
}
function revisionsOf({ sourceRevisions = [] }) {
  return Object.fromEntries(
    sourceRevisions.map(({ actionName = "", revisionId = "" }) => [actionName, revisionId])
  );
}
function latestByAction(details) {
  const latest = /* @__PURE__ */ new Map();
  for (const detail of details) {
    const key = keyOf(detail.stageName, detail.actionName);
    const before = latest.get(key);
    if (!before || startOf(detail) > startOf(before)) latest.set(key, detail);
  }
  return latest;
}
function startOf(detail) {
  return detail.startTime?.getTime() ?? 0;
}
function keyOf(stage = "", action = "") {
  return `${stage}/${action}`;
}
function actionFrom(declared, detail) {
  const action = {
    name: declared.name ?? "",
    category: declared.actionTypeId?.category ?? "",
    provider: declared.actionTypeId?.provider ?? "",
    runOrder: declared.runOrder ?? 1,
    status: "Pending"
  };
  if (!detail) return action;
  const result = detail.output?.executionResult;
  const status = detail.status ?? "InProgress";
  const startedAt = detail.startTime?.getTime();
  const endedAt = status === "InProgress" ? void 0 : detail.lastUpdateTime?.getTime();
  return {
    ...action,
    status,
    executionId: detail.actionExecutionId,
    startedAt,
    endedAt,
    updatedAt: endedAt ?? startedAt,
    toldAt: endedAt ?? startedAt,
    externalId: result?.externalExecutionId,
    externalUrl: result?.externalExecutionUrl,
    summary: result?.errorDetails?.message ?? result?.externalExecutionSummary
  };
}
function withoutStale(actions) {
  return actions.map((action) => {
    const repeats = actions.some(
      (other) => other.runOrder < action.runOrder && (other.startedAt ?? 0) > (action.startedAt ?? Infinity)
    );
    const { name, category, provider, runOrder } = action;
    return repeats ? { name, category, provider, runOrder, status: "Pending" } : action;
  });
}
function hasBegun(action) {
  return action.status !== "Pending";
}
function unreached(passed) {
  return passed ? "Skipped" : "Pending";
}
function statusOfStage(actions, run) {
  const has = (status) => actions.some((action) => action.status === status);
  if (has("InProgress")) return run === "Stopping" ? "Stopping" : "InProgress";
  if (actions.every((action) => action.status === "Succeeded")) return "Succeeded";
  if (run === "InProgress") return "InProgress";
  if (has("Failed")) return "Failed";
  if (run === "Succeeded" || run === "Superseded") return "Succeeded";
  return run;
}
function isMoving(status) {
  return status === "InProgress" || status === "Stopping" || status === "Pending";
}
function earliest(times) {
  const known2 = times.filter((time) => time !== void 0);
  return known2.length > 0 ? Math.min(...known2) : void 0;
}
function newest(times) {
  const known2 = times.filter((time) => time !== void 0);
  return known2.length > 0 ? Math.max(...known2) : void 0;
}

// shared/run/source.ts
function sourceOf(execution, actions) {
  const sources = actions.filter((action) => action.input?.actionTypeId?.category === "Source" && action.status === "Succeeded").sort((a, b) => (a.startTime?.getTime() ?? 0) - (b.startTime?.getTime() ?? 0)).map((action) => read(action, revisionFrom(action, execution.artifactRevisions ?? [])));
  return sources.find(({ change, object }) => change.commit || object) ?? sources[0];
}
function changeFromRevisions(revisions) {
  const [first] = revisions;
  if (!first) return {};
  return known(withCommit({ revision: first.revisionId, ...fromSummary(first.revisionSummary) }, {}));
}
function revisionFrom(action, revisions) {
  const outputs = action.output?.outputArtifacts ?? [];
  return revisions.find(({ name }) => outputs.some((output) => output.name === name)) ?? revisions[0];
}
function read(action, revision) {
  const variables = action.output?.outputVariables ?? {};
  const settings = { ...action.input?.configuration, ...action.input?.resolvedConfiguration };
  const base = { revision: revision?.revisionId, ...fromSummary(revision?.revisionSummary) };
  if (action.input?.actionTypeId?.provider === "S3") {
    const bucket = variables.BucketName ?? settings.S3Bucket;
    const key = variables.ObjectKey ?? settings.S3ObjectKey;
    const version = variables.VersionId ?? revision?.revisionId;
    return { change: known(base), object: bucket && key && version ? { bucket, key, version } : void 0 };
  }
  const repository = variables.FullRepositoryName ?? settings.FullRepositoryId ?? [settings.Owner, settings.Repo].join("/");
  const change = {
    ...base,
    repository: isRepository(repository) ? repository : void 0,
    ref: variables.BranchName ?? settings.BranchName ?? settings.Branch,
    author: variables.AuthorDisplayName ?? variables.AuthorId,
    message: variables.CommitMessage ? firstLine(variables.CommitMessage) : base.message
  };
  return { change: known(withCommit(change, variables)) };
}
function withCommit(change, variables) {
  const commit = variables.CommitId ?? change.revision;
  return commit && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit) ? { ...change, commit } : change;
}
function fromSummary(summary) {
  if (!summary || /^Amazon S3 version id:/.test(summary)) return {};
  return changeFromSummary(summary) ?? { message: firstLine(commitMessage(summary) ?? summary) };
}
function commitMessage(summary) {
  if (!summary.startsWith("{")) return void 0;
  try {
    const { CommitMessage: message } = JSON.parse(summary);
    return typeof message === "string" ? message : void 0;
  } catch {
    return void 0;
  }
}

// shared/aws/recent.ts
var Recent = class {
  #entries = /* @__PURE__ */ new Map();
  #limit;
  constructor(limit) {
    this.#limit = limit;
  }
  get(key) {
    return this.#entries.get(key);
  }
  set(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#limit) break;
      this.#entries.delete(oldest);
    }
  }
};

// shared/aws/runs.ts
var remembered = 500;
function createRuns(clients, region) {
  const definitions = new Recent(remembered);
  const changes = new Recent(remembered);
  const seen = /* @__PURE__ */ new WeakMap();
  async function definition(pipeline, version) {
    const key = `${pipeline}@${version}`;
    const cached = version === void 0 ? void 0 : definitions.get(key);
    if (cached) return cached;
    const client = await clients.codepipeline();
    const found = await explaining(
      { region, pipeline },
      () => client.send(new GetPipelineCommand({ name: pipeline, version }))
    );
    const declaration = found.pipeline;
    if (version !== void 0) definitions.set(key, declaration);
    return declaration;
  }
  async function executionOf(pipeline, id) {
    const client = await clients.codepipeline();
    const found = await explaining(
      { region, pipeline, run: id },
      () => client.send(new GetPipelineExecutionCommand({ pipelineName: pipeline, pipelineExecutionId: id }))
    );
    return found.pipelineExecution;
  }
  async function actions(pipeline, id) {
    const client = await clients.codepipeline();
    const details = [];
    let nextToken;
    do {
      const command2 = new ListActionExecutionsCommand({
        pipelineName: pipeline,
        filter: { pipelineExecutionId: id },
        maxResults: 100,
        nextToken
      });
      const page = await explaining({ region, pipeline, run: id }, () => client.send(command2));
      details.push(...page.actionExecutionDetails ?? []);
      nextToken = page.nextToken;
    } while (nextToken);
    return details;
  }
  async function changeOf(pipeline, execution, details) {
    const id = execution.pipelineExecutionId ?? "";
    const key = `${pipeline}/${id}`;
    const cached = changes.get(key);
    if (cached) return cached;
    const target = execution.rollbackMetadata?.rollbackTargetPipelineExecutionId;
    const change = target && target !== id ? await changeOfTarget(pipeline, target) : await readChange(execution, details);
    if (change?.commit || change?.revision) changes.set(key, change);
    return change ?? {};
  }
  async function changeOfTarget(pipeline, target) {
    try {
      const execution = await executionOf(pipeline, target);
      return await changeOf(pipeline, execution, await actions(pipeline, target));
    } catch (error) {
      if (isNotFound(error)) return {};
      throw error;
    }
  }
  async function readChange(execution, details) {
    const source = sourceOf(execution, details);
    if (!source?.object) return source?.change;
    const { readMetadata } = await import("./objects-CWF7NH3S.js");
    try {
      const metadata = await readMetadata(await clients.s3(), source.object);
      return { ...source.change, ...changeFromMetadata(metadata) };
    } catch (error) {
      if (isDenied(error) || isNotFound(error)) return source.change;
      throw explain(error, { region, bucket: source.object.bucket });
    }
  }
  async function assemble(pipeline, execution, details) {
    const change = await changeOf(pipeline, execution, details);
    const declaration = await definition(pipeline, execution.pipelineVersion);
    const read2 = runFrom({ region, definition: declaration, execution, actions: details, change });
    seen.set(read2, fingerprint(details));
    return read2;
  }
  async function run(pipeline, id) {
    const first = await readBoth(pipeline, id);
    const [execution, details] = missesRevision(first) ? await readBoth(pipeline, id) : first;
    return assemble(pipeline, execution, details);
  }
  async function readBoth(pipeline, id) {
    const execution = await executionOf(pipeline, id);
    return [execution, await actions(pipeline, id)];
  }
  async function refresh(before) {
    const { pipeline, id } = before;
    const details = await actions(pipeline, id);
    const busy = details.some(({ status }) => status === "InProgress");
    if (busy && fingerprint(details) === seen.get(before)) return before;
    const execution = await executionOf(pipeline, id);
    const moving = execution.status === "InProgress";
    return assemble(pipeline, execution, moving ? details : await actions(pipeline, id));
  }
  return { definition, actions, run, refresh };
}
function missesRevision([execution, details]) {
  const isRead = details.some(
    ({ input, status }) => input?.actionTypeId?.category === "Source" && status === "Succeeded"
  );
  return isRead && !execution.artifactRevisions?.length;
}
function fingerprint(details) {
  return details.map(({ actionExecutionId, status, output }) => {
    const result = output?.executionResult;
    return [actionExecutionId, status, result?.externalExecutionId, result?.externalExecutionSummary].join(
      " "
    );
  }).sort().join("\n");
}

// shared/aws/pipelines.ts
var pageSize = 100;
var approvalSummaryLimit = 512;
var stopReasonLimit = 200;
function createPipelines(clients, region) {
  const runs = createRuns(clients, region);
  async function names() {
    const client = await clients.codepipeline();
    const found = [];
    let nextToken;
    do {
      const command2 = new ListPipelinesCommand({ nextToken });
      const page = await explaining({ region }, () => client.send(command2));
      found.push(...(page.pipelines ?? []).flatMap(({ name }) => name ?? []));
      nextToken = page.nextToken;
    } while (nextToken);
    return found;
  }
  async function recent(pipeline, { limit, succeededIn }) {
    const client = await clients.codepipeline();
    const found = [];
    let nextToken;
    do {
      const command2 = new ListPipelineExecutionsCommand({
        pipelineName: pipeline,
        maxResults: Math.min(pageSize, limit - found.length),
        filter: succeededIn ? { succeededInStage: { stageName: succeededIn } } : void 0,
        nextToken
      });
      const page = await explaining({ region, pipeline, stage: succeededIn }, () => client.send(command2));
      found.push(...page.pipelineExecutionSummaries ?? []);
      nextToken = page.nextToken;
    } while (nextToken && found.length < limit);
    return found.slice(0, limit).map((summary) => {
      const change = changeFromRevisions(summary.sourceRevisions ?? []);
      return runFromSummary(summary, { pipeline, region, change });
    });
  }
  async function pendingApproval(pipeline, id) {
    const waiting2 = (await runs.actions(pipeline, id)).find(
      ({ input, status }) => input?.actionTypeId?.category === "Approval" && status === "InProgress"
    );
    const { stageName: stage, actionName: action } = waiting2 ?? {};
    if (!waiting2 || !stage || !action) return void 0;
    const token = await tokenOf({ pipeline, id, stage, action }) ?? await parallelToken(pipeline, waiting2.output?.executionResult?.externalExecutionId);
    if (!token) return void 0;
    const settings = waiting2.input?.resolvedConfiguration ?? waiting2.input?.configuration;
    return {
      pipeline,
      id,
      stage,
      action,
      token: new Secret(token),
      customData: settings?.CustomData || void 0,
      reviewUrl: settings?.ExternalEntityLink || void 0
    };
  }
  async function tokenOf(at) {
    const client = await clients.codepipeline();
    const state = await explaining(
      { region, pipeline: at.pipeline },
      () => client.send(new GetPipelineStateCommand({ name: at.pipeline }))
    );
    const stage = state.stageStates?.find(({ stageName }) => stageName === at.stage);
    if (stage?.latestExecution?.pipelineExecutionId !== at.id) return void 0;
    return stage.actionStates?.find(({ actionName }) => actionName === at.action)?.latestExecution?.token;
  }
  async function parallelToken(pipeline, externalId) {
    if (!externalId) return void 0;
    const { executionMode } = await runs.definition(pipeline);
    return executionMode === "PARALLEL" ? externalId : void 0;
  }
  async function start({ pipeline, variables, sourceRevisions, token }) {
    const client = await clients.codepipeline();
    const command2 = new StartPipelineExecutionCommand({
      name: pipeline,
      clientRequestToken: token,
      variables: variables && Object.entries(variables).map(([name, value]) => ({ name, value })),
      sourceRevisions: sourceRevisions?.map(({ action, type, value }) => ({
        actionName: action,
        revisionType: type,
        revisionValue: value
      }))
    });
    const started = await explaining({ region, pipeline }, () => client.send(command2));
    return started.pipelineExecutionId;
  }
  async function approve({ approval, status, summary }) {
    const client = await clients.codepipeline();
    const { pipeline, stage, action, token, id } = approval;
    const command2 = new PutApprovalResultCommand({
      pipelineName: pipeline,
      stageName: stage,
      actionName: action,
      token: token.reveal(),
      result: { status, summary: summary.slice(0, approvalSummaryLimit) }
    });
    await explaining({ region, pipeline, stage, run: id }, () => client.send(command2));
  }
  async function rollback(request) {
    const client = await clients.codepipeline();
    const { pipeline, stage, to } = request;
    const command2 = new RollbackStageCommand({
      pipelineName: pipeline,
      stageName: stage,
      targetPipelineExecutionId: to
    });
    const started = await explaining({ region, pipeline, stage, run: to }, () => client.send(command2));
    return started.pipelineExecutionId;
  }
  async function retry(request) {
    const client = await clients.codepipeline();
    const { pipeline, stage, id, all } = request;
    const command2 = new RetryStageExecutionCommand({
      pipelineName: pipeline,
      stageName: stage,
      pipelineExecutionId: id,
      retryMode: all ? "ALL_ACTIONS" : "FAILED_ACTIONS"
    });
    await explaining({ region, pipeline, stage, run: id }, () => client.send(command2));
  }
  async function stop(request) {
    const client = await clients.codepipeline();
    const { pipeline, id, abandon, reason: reason3 } = request;
    const command2 = new StopPipelineExecutionCommand({
      pipelineName: pipeline,
      pipelineExecutionId: id,
      abandon,
      reason: reason3.slice(0, stopReasonLimit)
    });
    await explaining({ region, pipeline, run: id }, () => client.send(command2));
  }
  const { run, refresh } = runs;
  const definition = (pipeline) => runs.definition(pipeline);
  return { names, definition, run, refresh, recent, pendingApproval, start, approve, rollback, retry, stop };
}

// shared/clock.ts
var longestTimer = 2 ** 31 - 1;
var systemClock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, longestTimer));
    return () => clearTimeout(timer);
  }
};
function sleep(clock, ms, signal) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

// shared/providers/console.ts
function consolePage(region, path) {
  return `https://${region}.console.aws.amazon.com/${path}`;
}

// shared/providers/define.ts
function defineProvider(provider) {
  return provider;
}

// shared/providers/cloudformation.ts
var cloudformation_default = defineProvider({
  provider: "CloudFormation",
  describe: ({ externalId }) => externalId ? `stack ${stackOf(externalId)}` : "a stack",
  link: ({ externalId, externalUrl }, region) => {
    if (!externalId?.startsWith("arn:")) return externalUrl;
    const path = `cloudformation/home?region=${region}#/stacks/events`;
    return consolePage(region, `${path}?stackId=${encodeURIComponent(externalId)}`);
  }
});
function stackOf(id) {
  return /:stack\/([^/]+)/.exec(id)?.[1] ?? id;
}

// shared/providers/codebuild.ts
var logLines = 20;
var longLogLines = 100;
var codebuild_default = defineProvider({
  provider: "CodeBuild",
  describe: ({ externalId }) => externalId ? `build ${externalId}` : "a build",
  reason,
  logs,
  progress,
  link: ({ externalId, externalUrl }, region) => {
    if (!externalId) return externalUrl;
    const [project = ""] = externalId.split(":");
    const path = `codesuite/codebuild/projects/${encodeURIComponent(project)}/build`;
    return consolePage(region, `${path}/${encodeURIComponent(externalId)}?region=${region}`);
  }
});
async function reason({ externalId }, context) {
  if (!externalId) return void 0;
  const { getBuild } = await import("./builds-MRDQOPPA.js");
  const build = await getBuild(await context.clients.codebuild(), externalId);
  return build && { ...failureOf(build), log: await logOf(build, context), url: build.logs?.deepLink };
}
var pagesAtOnce = 10;
function progress({ externalId = "" }, { clients }) {
  let logs3;
  let after;
  return {
    async look(last) {
      const [{ getBuild }, { nextLines }, { isNotFound: isNotFound2 }] = await Promise.all([
        import("./builds-MRDQOPPA.js"),
        import("./logs-FH5QQMFM.js"),
        import("./errors-CXF2OXZN.js")
      ]);
      if (!logs3?.streamName) {
        const build = await getBuild(await clients.codebuild(), externalId);
        if (!build) return void 0;
        logs3 = build.logs;
      }
      const { groupName: group, streamName: stream, deepLink } = logs3 ?? {};
      if (!group || !stream) return [];
      const client = await clients.logs();
      const lines = [];
      for (let pages = 0; pages < pagesAtOnce; pages++) {
        try {
          const page = await nextLines(client, { group, stream, after });
          lines.push(...page.lines);
          if (page.next === after || !last) {
            after = page.next;
            return lines;
          }
          after = page.next;
        } catch (error) {
          if (isNotFound2(error)) return lines;
          throw error;
        }
      }
      return [...lines, `The log is longer than this: ${deepLink ?? `${group}/${stream}`}`];
    }
  };
}
async function logs({ externalId }, context) {
  if (!externalId) return void 0;
  const { getBuild } = await import("./builds-MRDQOPPA.js");
  const build = await getBuild(await context.clients.codebuild(), externalId);
  return build && logOf(build, context, longLogLines);
}
function failureOf(build) {
  const failed = build.phases?.find(isFailed);
  const said = failed?.contexts?.map(({ message }) => message).filter(Boolean) ?? [];
  const text = said.join(" ") || `The build ended as ${build.buildStatus ?? "failed"}.`;
  return failed?.phaseType ? { text, where: failed.phaseType } : { text };
}
function isFailed({ phaseStatus }) {
  return phaseStatus !== void 0 && !["SUCCEEDED", "IN_PROGRESS", "QUEUED"].includes(phaseStatus);
}
async function logOf({ logs: logs3 }, { clients }, count = logLines) {
  const { groupName: group, streamName: stream } = logs3 ?? {};
  if (!group || !stream) return void 0;
  const [{ lastLines }, { isDenied: isDenied2, isNotFound: isNotFound2 }] = await Promise.all([
    import("./logs-FH5QQMFM.js"),
    import("./errors-CXF2OXZN.js")
  ]);
  try {
    return await lastLines(await clients.logs(), { group, stream, count });
  } catch (error) {
    if (isDenied2(error) || isNotFound2(error)) return void 0;
    throw error;
  }
}

// shared/providers/codecommit.ts
var codecommit_default = defineProvider({
  provider: "CodeCommit",
  describe: () => "a commit in CodeCommit"
});

// shared/render/marks.ts
var marks = {
  Pending: "\u26AA",
  InProgress: "\u{1F535}",
  Waiting: "\u270B",
  Stopping: "\u{1F7E0}",
  Stopped: "\u{1F6D1}",
  Abandoned: "\u{1F6D1}",
  Cancelled: "\u{1F6D1}",
  Succeeded: "\u2705",
  Failed: "\u274C",
  Skipped: "\u23ED\uFE0F",
  Superseded: "\u23E9"
};
function markOf(status) {
  return marks[status] ?? "\u2754";
}
var words = {
  Pending: "to come",
  InProgress: "in progress",
  Waiting: "waits for approval",
  Stopping: "is being stopped",
  Stopped: "stopped",
  Abandoned: "abandoned",
  Cancelled: "cancelled",
  Succeeded: "succeeded",
  Failed: "failed",
  Skipped: "skipped",
  Superseded: "superseded by a newer run"
};
function wordsOf(status) {
  return words[status] ?? status;
}
function statusOf(run) {
  return !isFinal(run) && waitingApproval(run) ? "Waiting" : run.status;
}

// shared/render/time.ts
function duration(ms) {
  const seconds = Math.max(0, Math.round(ms / 1e3));
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)}h ${two(Math.floor(seconds % 3600 / 60))}m`;
  return `${Math.floor(seconds / 86400)}d ${Math.floor(seconds % 86400 / 3600)}h`;
}
function moment(at) {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
function two(number) {
  return String(number).padStart(2, "0");
}

// shared/providers/codedeploy.ts
var logLines2 = 20;
var codedeploy_default = defineProvider({
  provider: "CodeDeploy",
  describe: ({ externalId }) => externalId ? `deployment ${externalId}` : "a deployment",
  reason: reason2,
  logs: logs2,
  progress: progress2,
  link: deploymentLink
});
function deploymentLink({ externalId, externalUrl }, region) {
  if (!externalId) return externalUrl;
  const path = `codesuite/codedeploy/deployments/${encodeURIComponent(externalId)}`;
  return consolePage(region, `${path}?region=${region}`);
}
async function reason2(action, { clients, run }) {
  const { externalId } = action;
  if (!externalId) return void 0;
  const { failedTargets, getDeployment } = await import("./deployments-GELO2LE5.js");
  const client = await clients.codedeploy();
  const url = deploymentLink(action, run.region);
  const failures2 = (await failedTargets(client, externalId)).flatMap(failuresOf);
  const [first] = failures2.sort((a, b) => timeOf(a.event) - timeOf(b.event));
  if (first) return { ...explain2(first), url };
  const { errorInformation } = await getDeployment(client, externalId) ?? {};
  const text = errorInformation?.message ?? errorInformation?.code;
  return text ? { text, url } : void 0;
}
async function logs2({ externalId }, { clients }) {
  if (!externalId) return void 0;
  const { failedTargets } = await import("./deployments-GELO2LE5.js");
  const failures2 = (await failedTargets(await clients.codedeploy(), externalId)).flatMap(failuresOf);
  const lines = failures2.flatMap(({ target, event }) => [
    `${event.lifecycleEventName} on ${target}:`,
    ...logOf2(event.diagnostics ?? {})
  ]);
  return lines.length > 0 ? lines : void 0;
}
function failuresOf(target) {
  return eventsOf(target).filter(({ event }) => event.status === "Failed");
}
function eventsOf(each) {
  const target = each.instanceTarget ?? each.ecsTarget ?? each.lambdaTarget ?? each.cloudFormationTarget;
  return (target?.lifecycleEvents ?? []).map((event) => ({ target: target?.targetId ?? "a target", event }));
}
var mostHosts = 50;
var listEvery = 4;
function progress2({ externalId: id = "" }, { clients }) {
  const told = /* @__PURE__ */ new Map();
  let ids = [];
  let looks = 0;
  return {
    async look(last) {
      const { describeTargets, getDeployment, targetIds } = await import("./deployments-GELO2LE5.js");
      const client = await clients.codedeploy();
      if (ids.length <= mostHosts && (last || looks % listEvery === 0)) ids = await targetIds(client, id);
      looks += 1;
      if (ids.length > mostHosts) {
        const { deploymentOverview } = await getDeployment(client, id) ?? {};
        return news(told, [["", overviewLine(ids.length, { ...deploymentOverview })]]);
      }
      const events = (await describeTargets(client, id, ids)).flatMap(eventsOf);
      const begun = events.filter(({ event }) => event.status !== "Pending");
      const sorted = begun.sort((a, b) => timeOf(a.event) - timeOf(b.event));
      return news(
        told,
        sorted.map((one) => [`${one.target} ${one.event.lifecycleEventName}`, eventLine(one)])
      );
    }
  };
}
function news(told, lines) {
  const fresh = lines.filter(([key, line]) => told.get(key) !== line);
  for (const [key, line] of fresh) told.set(key, line);
  return fresh.map(([, line]) => line);
}
function eventLine({ target, event }) {
  const { status = "Unknown", lifecycleEventName, startTime, endTime, diagnostics = {} } = event;
  const took = startTime && endTime ? ` in ${duration(endTime.getTime() - startTime.getTime())}` : "";
  const why = status === "Failed" ? [scriptOf(diagnostics), messageOf2(diagnostics)].filter(Boolean) : [];
  const because = why.length > 0 ? `: ${why.join(": ")}` : "";
  return `${markOf(status)} ${target} ${lifecycleEventName} ${wordsOf(status)}${took}${because}`;
}
function overviewLine(hosts, counts) {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return `${hosts} hosts: ${parts.map(([status, count]) => `${count} ${wordsOf(status)}`).join(", ")}`;
}
function timeOf({ startTime }) {
  return startTime?.getTime() ?? Infinity;
}
function explain2({ target, event }) {
  const { diagnostics = {} } = event;
  const log = logOf2(diagnostics);
  return {
    text: [scriptOf(diagnostics), messageOf2(diagnostics)].filter(Boolean).join(": ") || "The lifecycle event failed.",
    where: `${event.lifecycleEventName} on ${target}`,
    ...log.length > 0 && { log }
  };
}
function scriptOf({ scriptName }) {
  return scriptName || void 0;
}
function messageOf2({ message, errorCode }) {
  return message || (errorCode && errorCode !== "Success" ? errorCode : void 0);
}
function logOf2({ logTail: logTail2 = "" }) {
  return logTail2.split(/\r?\n/).filter((line) => line.trim() !== "").slice(-logLines2);
}

// shared/providers/codestar-connection.ts
var codestar_connection_default = defineProvider({
  provider: "CodeStarSourceConnection",
  describe: () => "a commit"
});

// shared/providers/ecr.ts
var ecr_default = defineProvider({
  provider: "ECR",
  describe: () => "an image in ECR"
});

// shared/providers/manual.ts
var manual_default = defineProvider({
  provider: "Manual",
  describe: () => "an approval",
  async reason({ summary }) {
    return { text: summary ? `Not approved: ${summary}` : "Rejected, or nobody answered in time." };
  }
});

// shared/providers/s3.ts
var s3_default = defineProvider({
  provider: "S3",
  describe: ({ category }) => category === "Source" ? "an object in S3" : "files to S3"
});

// shared/providers/providers.gen.ts
var providers = [
  cloudformation_default,
  codebuild_default,
  codecommit_default,
  codedeploy_default,
  codestar_connection_default,
  ecr_default,
  manual_default,
  s3_default
];

// shared/providers/find.ts
var byName = new Map(providers.map((provider) => [provider.provider, provider]));
function providerOf({ provider }) {
  return byName.get(provider);
}
function describeAction(action) {
  return providerOf(action)?.describe(action) ?? action.provider;
}
function createReasonFinder(clients) {
  return async (run, stageName, actionName) => {
    const stage = run.stages.find(({ name }) => name === stageName);
    const action = stage?.actions.find(({ name }) => name === actionName);
    if (action?.status !== "Failed") return void 0;
    const provider = providerOf(action);
    const url = provider?.link?.(action, run.region) ?? action.externalUrl;
    try {
      const found = await provider?.reason?.(action, { clients, run });
      if (found) return { ...found, url: found.url ?? url };
    } catch (error) {
      if (!isRefused(error)) throw explain(error, { region: run.region, pipeline: run.pipeline });
    }
    return ownReason(action, url);
  };
}
function createProgressFinder(clients) {
  return (run, action) => {
    const { region, pipeline } = run;
    const progress3 = action.externalId ? providerOf(action)?.progress?.(action, { clients, run }) : void 0;
    return progress3 && { look: (last) => explaining({ region, pipeline }, () => progress3.look(last)) };
  };
}
function ownReason({ summary }, url) {
  return summary ? { text: summary, url } : void 0;
}

// action/ports.ts
var userAgent = "drawbridge-action";
var maxAttempts = 6;
function createPorts(region) {
  let calls = 0;
  const onCall = () => {
    calls += 1;
  };
  const clients = createAwsClients({ region, maxAttempts, userAgent, onCall });
  return {
    pipelines: createPipelines(clients, region),
    objects: async () => (await import("./uploads-DA5NVJXH.js")).createObjectStore(clients, region),
    secrets: async () => (await import("./secret-values-NF22Z4LV.js")).createSecretValues(clients, region),
    account: async () => (await import("./account-GVFMX7XY.js")).callerAccount(clients, region),
    gitAccess: async (repository) => {
      const { gitAccess, gitEndpoint } = await import("./codecommit-CX5TLJWF.js");
      const { AWS_ENDPOINT_URL_CODECOMMIT, AWS_ENDPOINT_URL } = process.env;
      const endpoint = AWS_ENDPOINT_URL_CODECOMMIT || AWS_ENDPOINT_URL || gitEndpoint(region);
      return gitAccess(clients, { region, repository, endpoint }, systemClock.now());
    },
    reasons: createReasonFinder(clients),
    progress: createProgressFinder(clients),
    calls: () => calls,
    fetch,
    clock: systemClock
  };
}

// action/github.ts
async function createGitHub({ apiUrl, token }, request) {
  const { getOctokit } = await import("./octokit-RVGIQK2C.js");
  const inTime = (url, init) => request(url, { ...init, signal: AbortSignal.timeout(1e4) });
  return getOctokit(token.reveal(), { baseUrl: apiUrl, request: { fetch: inTime } });
}
function refusalOf(error) {
  const { status } = Object(error);
  return typeof status === "number" ? `GitHub answered ${status}` : messageOf(error);
}

// shared/render/cut.ts
function cutToFit(blocks, { limit, render }) {
  let kept = [...blocks];
  for (let text = render(kept); ; text = render(kept)) {
    if (text.length <= limit) return text;
    const cuttable = kept.filter(isCuttable).filter((block) => sizeOf(block) > 1);
    if (cuttable.length > 0) {
      const longest = cuttable.reduce((a, b) => render([b]).length > render([a]).length ? b : a);
      kept = kept.map((block) => block === longest ? halve(longest) : block);
    } else if (kept.length > 1) kept = kept.slice(0, -1);
    else return text.slice(0, limit);
  }
}
function isCuttable(block) {
  return ["code", "list", "table", "facts"].includes(block.kind);
}
function sizeOf(block) {
  return partsOf(block).length;
}
function partsOf(block) {
  if (block.kind === "code") return block.lines;
  if (block.kind === "list") return block.items;
  return block.kind === "table" ? block.rows : block.facts;
}
function halve(block) {
  const half = Math.floor(sizeOf(block) / 2);
  const first = (parts, more) => half > 1 ? [...parts.slice(0, half - 1), more] : parts.slice(0, 1);
  switch (block.kind) {
    case "code":
      return { ...block, lines: half > 1 ? ["\u2026", ...block.lines.slice(1 - half)] : block.lines.slice(-1) };
    case "list":
      return { ...block, items: first(block.items, "\u2026") };
    case "table":
      return { ...block, rows: first(block.rows, ["\u2026"]) };
    case "facts":
      return { ...block, facts: first(block.facts, ["\u2026", ""]) };
  }
}

// shared/render/plain.ts
var tricks = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
var ellipsis = "\u2026";
function plainLine(text) {
  return withoutColours(text).replace(tricks, " ").toWellFormed();
}
function clip(text, limit) {
  if (text.length <= limit) return text;
  return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/, "")}${ellipsis}`;
}
function withoutColours(text) {
  return text.replace(/\u001B\[[0-9;?]*[ -/]*[@-~]/g, "");
}

// shared/render/markdown.ts
var commentLimit = 65e3;
var longestText = 4e3;
function toMarkdown(view, limit = commentLimit) {
  const blocks = view.blocks.length > 0 ? view.blocks : [{ kind: "text", text: view.summary }];
  return cutToFit(blocks, { limit, render: renderBlocks });
}
function renderBlocks(blocks) {
  return blocks.map(renderBlock).filter(Boolean).join("\n\n");
}
function renderBlock(block) {
  switch (block.kind) {
    case "heading":
      return `### ${escapeMarkdown(block.text)}`;
    case "text":
      return renderLine(block.text);
    case "list":
      return block.items.map((item) => `- ${renderLine(item)}`).join("\n");
    case "facts":
      return block.facts.map(([name, value]) => `- **${escapeMarkdown(name)}:** ${renderLine(value)}`).join("\n");
    case "table":
      return renderTable(block.columns, block.rows);
    case "code":
      return renderCode(block.lines);
    case "note":
      return `<sub>${renderLine(block.text)}</sub>`;
    case "buttons":
      return block.buttons.map(renderButton).join("\n");
  }
}
function renderLine(line) {
  if (typeof line === "string") return escapeMarkdown(line);
  return atLineStart(line.map(renderInline).join(""));
}
function renderInline(part) {
  if (typeof part === "string") return escapeInline(part);
  if ("strong" in part) return surround(escapeInline(part.strong), "**");
  if ("code" in part) return codeSpan(part.code);
  if ("link" in part) return link(part.link, part.to);
  if ("github" in part) return isLogin(part.github) ? `@${part.github}` : escapeInline(`@${part.github}`);
  return escapeInline(`@${part.slack}`);
}
function renderTable(columns, rows) {
  const cell = (line) => renderLine(line).replace(/(\\*)\|/g, (_, slashes) => `${slashes.length % 2 ? slashes : `${slashes}\\`}|`);
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const width = columns.length;
  return [
    row(columns.map((column) => escapeMarkdown(column))),
    row(columns.map(() => "---")),
    ...rows.map((cells) => row(Array.from({ length: width }, (_, index) => cell(cells[index] ?? ""))))
  ].join("\n");
}
function renderCode(lines) {
  const text = lines.map((line) => clip(plainLine(line), longestText)).join("\n");
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text
${text}
${fence}`;
}
function renderButton({ label, command: command2 }) {
  return `- ${escapeMarkdown(label)}: ${codeSpan(`/deploy ${command2}`)}`;
}
function escapeMarkdown(text) {
  return atLineStart(escapeInline(text));
}
var zeroWidth = "&#8203;";
function escapeInline(text) {
  return clip(plainLine(text), longestText).replace(/[\\`*_[\]~|$#]/g, "\\$&").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/@|#(?=\d)|gh-(?=\d)|www(?=\.)|:(?=\/\/)/gi, (match) => `${match}${zeroWidth}`);
}
function atLineStart(markdown) {
  return markdown.trimStart().replace(/^([-+=])/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
function surround(text, mark) {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return inner && `${before}${mark}${inner}${mark}${after}`;
}
function codeSpan(code) {
  const text = clip(plainLine(code), longestText);
  if (!text.trim()) return "";
  const ticks = "`".repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? " " : "";
  return `${ticks}${pad}${text}${pad}${ticks}`;
}
function longestRun(text) {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
function link(text, to) {
  const label = escapeInline(text);
  const url = URL.parse(to);
  if (!label || url?.protocol !== "https:" && url?.protocol !== "http:") return label;
  const target = url.href.replace(/[<>()|\\`*_\s]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return `[${label}](<${target}>)`;
}
function isLogin(text) {
  return /^[a-z\d][a-z\d_-]{0,38}(\[bot\])?(\/[a-z\d][\w-]{0,99})?$/i.test(text);
}

// shared/render/comment.ts
var longestComment = 65536;
function commentBody(view, marker) {
  const head = `${hiddenMarker(marker)}
`;
  return head + toMarkdown(view, longestComment - head.length);
}
function hiddenMarker(marker) {
  return `<!-- drawbridge: ${marker.replaceAll(">", "")} -->`;
}
function runMarker(run, place) {
  return `run ${run.pipeline}/${run.run} at ${place}`;
}

// action/steps/comment.ts
var byAction = "<!-- by the Action -->";
var grace = 1e4;
async function showComment(github, request) {
  const { repository, number, run, view, clock, signal } = request;
  const [owner = "", repo = ""] = repository.split("/");
  const marker = runMarker({ pipeline: run.pipeline, run: run.id }, `${repository}#${number}`);
  const find = async () => {
    const at = { owner, repo, issue_number: number, per_page: 100 };
    const comments = await github.paginate(github.rest.issues.listComments, at);
    return comments.find(({ body: body2 }) => body2?.startsWith(hiddenMarker(marker)));
  };
  let found = await find();
  const early = (run.startedAt ?? 0) + grace - clock.now();
  if (!found && early > 0) {
    await sleep(clock, early, signal);
    found = await find();
  }
  const body = commentBody(view, marker).replace("\n", `
${byAction}
`);
  if (!found) await github.rest.issues.createComment({ owner, repo, issue_number: number, body });
  else if (found.body?.includes(byAction)) {
    await github.rest.issues.updateComment({ owner, repo, comment_id: found.id, body });
  }
}

// shared/render/run.ts
function renderRun(run, options = {}) {
  const title = titleOf(run);
  const change = changeLine(run.change);
  const blocks = [{ kind: "heading", text: `${markOf(statusOf(run))} ${title}` }];
  if (change.length > 0) blocks.push({ kind: "text", text: change });
  if (run.stages.length > 0) blocks.push(stageTable(run.stages));
  blocks.push(...waiting(run, options), ...failures(run));
  const buttons = buttonsFor(run);
  if (buttons.length > 0) blocks.push({ kind: "buttons", buttons });
  blocks.push({ kind: "note", text: footnote(run) });
  return { summary: title, blocks };
}
function changeLine(change) {
  const { repository, commit, revision, message, author, actor, pullRequest, ref } = change;
  const web = repository && `${serverOf(change)}/${repository}`;
  const short = commit?.slice(0, 7);
  const parts = [];
  const what = [];
  if (short) what.push(web ? { link: short, to: `${web}/commit/${commit}` } : { code: short });
  else if (revision) what.push("revision ", { code: revision.slice(0, 12) });
  if (message) what.push(what.length > 0 ? " " : "", { strong: message });
  const who = author ?? actor;
  if (who) what.push(` by ${who}`);
  if (what.length > 0) parts.push(what);
  if (pullRequest !== void 0) {
    parts.push([web ? { link: `#${pullRequest}`, to: `${web}/pull/${pullRequest}` } : `#${pullRequest}`]);
  }
  if (repository) parts.push([{ link: repository, to: `${serverOf(change)}/${repository}` }]);
  if (ref) parts.push([ref.replace(/^refs\/(heads|tags)\//, "")]);
  return parts.flatMap((part, index) => index === 0 ? part : [" \xB7 ", ...part]);
}
function consoleUrl({ pipeline, id, region }) {
  const path = `pipelines/${encodeURIComponent(pipeline)}/executions/${encodeURIComponent(id)}/timeline`;
  return `https://${region}.console.aws.amazon.com/codesuite/codepipeline/${path}?region=${region}`;
}
function titleOf(run) {
  const what = run.kind === "ROLLBACK" ? `${run.pipeline}, rollback` : run.pipeline;
  const failed = run.status === "Failed" && run.stages.find(({ status }) => status === "Failed");
  const waits = isFinal(run) ? void 0 : waitingApproval(run);
  const where = failed ? ` in ${failed.name}` : waits ? ` in ${waits.stage.name}` : "";
  return `${what}: ${wordsOf(statusOf(run))}${where}`;
}
function stageTable(stages) {
  const rows = stages.map((stage) => {
    const waits = stage.actions.some(isWaiting);
    const status = waits ? "Waiting" : stage.status;
    return [`${markOf(status)} ${stage.name}`, `${wordsOf(status)}${busyWith(stage)}`, timeOf2(stage)];
  });
  return { kind: "table", columns: ["Stage", "State", "Time"], rows };
}
function busyWith({ actions }) {
  const named = actions.filter(({ status, externalId }) => status === "InProgress" && externalId);
  const running = named.filter((action) => !isWaiting(action)).map(describeAction);
  return running.length > 0 ? ` (${running.join(", ")})` : "";
}
function timeOf2({ startedAt, endedAt }) {
  if (startedAt === void 0) return "";
  return endedAt === void 0 ? `since ${moment(startedAt)}` : duration(endedAt - startedAt);
}
function isWaiting({ category, status }) {
  return category === "Approval" && status === "InProgress";
}
function waiting(run, { approvers, note }) {
  const found = waitingApproval(run);
  if (!found) return [];
  const { stage, action } = found;
  const since = action.startedAt === void 0 ? "" : ` since ${moment(action.startedAt)}`;
  const text = [{ strong: `${stage.name}/${action.name}` }, ` waits for an answer${since}.`];
  if (approvers) text.push(" ", ...typeof approvers === "string" ? [approvers] : approvers, " may answer.");
  const blocks = [{ kind: "text", text }];
  if (note) blocks.push({ kind: "text", text: note });
  return blocks;
}
function failures(run) {
  const failed = run.stages.flatMap(
    (stage) => stage.actions.filter(({ status }) => status === "Failed").map((action) => failure(stage, action))
  );
  if (failed.length > 0 || run.status !== "Failed") return failed.flat();
  return [{ kind: "text", text: "No action failed: a condition of a stage has ended the run." }];
}
function failure(stage, action) {
  const { reason: reason3 } = action;
  const text = [{ strong: `${stage.name}/${action.name}` }, " failed"];
  if (reason3?.where) text.push(" (", { code: reason3.where }, ")");
  text.push(`: ${reason3?.text ?? action.summary ?? "AWS gives no reason."}`);
  const url = reason3?.url ?? action.externalUrl;
  if (url) text.push(" ", { link: "Open in AWS", to: url });
  const blocks = [{ kind: "text", text }];
  if (reason3?.log && reason3.log.length > 0) blocks.push({ kind: "code", lines: reason3.log });
  return blocks;
}
function buttonsFor(run) {
  const { pipeline, id } = run;
  if (!isFinal(run)) {
    if (!waitingApproval(run)) return [];
    return [
      { label: "Approve", command: `approve ${pipeline} ${id}`, style: "primary" },
      {
        label: "Reject",
        command: `reject ${pipeline} ${id} Rejected without a reason`,
        style: "danger",
        confirm: `Reject this run of ${pipeline}? It will fail.`
      }
    ];
  }
  if (run.kind === "ROLLBACK") return [];
  const failed = run.stages.find(({ status }) => status === "Failed");
  const buttons = [];
  if (failed) buttons.push({ label: "Retry", command: `retry ${pipeline} ${id} ${failed.name}` });
  const stage = rollbackStage(run, failed);
  if (stage) {
    buttons.push({
      label: "Roll back",
      command: `rollback ${pipeline} ${stage.name}`,
      style: "danger",
      confirm: `Deploy the previous good version of ${pipeline} again in ${stage.name}?`
    });
  }
  return buttons;
}
function rollbackStage(run, failed) {
  const deploys = ({ actions }) => actions.some(({ category }) => category === "Deploy");
  if (failed) return deploys(failed) ? failed : void 0;
  return run.status === "Succeeded" ? run.stages.findLast(deploys) : void 0;
}
function footnote(run) {
  const text = ["Run ", { link: run.id.slice(0, 8), to: consoleUrl(run) }];
  if (run.rollbackOf) text.push(` \xB7 brings back ${run.rollbackOf.slice(0, 8)}`);
  if (run.startedAt !== void 0) text.push(` \xB7 started ${moment(run.startedAt)}`);
  if (run.startedAt !== void 0 && run.endedAt !== void 0) {
    text.push(` \xB7 took ${duration(run.endedAt - run.startedAt)}`);
  }
  if (run.change.workflowUrl) text.push(" \xB7 ", { link: "workflow", to: run.change.workflowUrl });
  return text;
}
function serverOf({ workflowUrl }) {
  return workflowUrl && URL.parse(workflowUrl)?.origin || "https://github.com";
}

// action/steps/deployment.ts
var states = {
  running: "in_progress",
  succeeded: "success",
  failed: "failure",
  "rolled-back": "failure",
  stopped: "error",
  cancelled: "error",
  // What a newer run has overtaken was never deployed.
  superseded: "inactive",
  unknown: "error",
  lost: "error"
};
var descriptions = {
  running: "The run goes on",
  succeeded: "The run succeeded",
  failed: "The run failed",
  "rolled-back": "The run was rolled back",
  stopped: "The run was stopped",
  cancelled: "The run was cancelled",
  superseded: "A newer run went ahead of this one",
  unknown: "The run ended in a way that is not known",
  lost: "The job ended before the run did"
};
async function openDeployment(github, opened, setting) {
  const { repository, commit, environment, run, pullRequest } = opened;
  const { inputs, region, job } = setting;
  const { pipeline } = inputs;
  const { data } = await github.rest.repos.createDeployment({
    ...split(repository),
    ref: commit,
    environment,
    description: `Run ${run} of ${pipeline}`.slice(0, 140),
    // The commit is deployed already: nothing is to be merged into it, and no check is waited for.
    auto_merge: false,
    required_contexts: [],
    payload: { pipeline, run, region, pullRequest, actor: job.change.actor }
  });
  if (!("id" in data)) throw new Error("GitHub made no deployment");
  const deployment = { id: data.id, repository, run, apiUrl: job.apiUrl };
  await tellDeployment(github, { deployment, outcome: "running" }, setting);
  return deployment;
}
async function tellDeployment(github, { deployment, outcome }, { inputs, region }) {
  await github.rest.repos.createDeploymentStatus({
    ...split(deployment.repository),
    deployment_id: deployment.id,
    state: states[outcome],
    description: descriptions[outcome],
    environment_url: inputs["environment-url"],
    log_url: consoleUrl({ pipeline: inputs.pipeline, id: deployment.run, region })
  });
}
function split(repository) {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}

// action/steps/outcome.ts
var outcomes = {
  InProgress: "running",
  Succeeded: "succeeded",
  Failed: "failed",
  Stopping: "stopped",
  Stopped: "stopped",
  Cancelled: "cancelled",
  Superseded: "superseded"
};
function outcomeOf({ run, rollback }) {
  return rollback ? "rolled-back" : outcomes[run.status] ?? "unknown";
}
function isFailure(outcome, failOn) {
  if (outcome === "succeeded" || outcome === "running") return false;
  return outcome === "unknown" || failOn.includes(outcome);
}
function failedAction(run) {
  for (const stage of run.stages) {
    const action = stage.actions.find(({ status }) => status === "Failed");
    if (action) return { stage, action };
  }
  return void 0;
}

// action/steps/gantt.ts
var marks2 = {
  Succeeded: "done, ",
  InProgress: "active, ",
  Failed: "crit, ",
  Abandoned: "crit, "
};
function ganttOf(run, now) {
  const sections = run.stages.flatMap((stage) => {
    const tasks = stage.actions.flatMap((action) => taskOf(action, now));
    return tasks.length > 0 ? [`  section ${plain(stage.name)}`, ...tasks] : [];
  });
  if (sections.length === 0) return "";
  return ["```mermaid", "gantt", "  dateFormat x", "  axisFormat %H:%M:%S", ...sections, "```"].join("\n");
}
function taskOf({ name, status, startedAt, endedAt }, now) {
  if (startedAt === void 0) return [];
  const end = Math.max(endedAt ?? now, startedAt + 1e3);
  return [`  ${plain(name)} :${marks2[status] ?? ""}${startedAt}, ${end}`];
}
function plain(name) {
  return name.replace(/[^A-Za-z0-9.@_ -]/g, " ");
}

// action/steps/report.ts
async function report(ending, { runner, reasons, clock }) {
  const { rollback } = ending;
  const explained = await withReasons(ending.run, { runner, reasons });
  const failed = failedAction(explained);
  runner.output("status", explained.status);
  runner.output("outcome", outcomeOf(ending));
  runner.output("json", JSON.stringify(explained));
  if (failed) {
    const { stage, action } = failed;
    const reason3 = action.reason?.text ?? action.summary ?? "AWS gives no reason.";
    runner.output("failed-stage", stage.name);
    runner.output("failed-action", action.name);
    runner.output("reason", reason3);
    const where = action.reason?.where ? ` (${action.reason.where})` : "";
    runner.error(`${reason3}${where}`, { title: `${stage.name}/${action.name} failed` });
    logTail(action.reason, runner);
  }
  if (rollback) runner.error(rolledBackBy(rollback), { title: `${explained.pipeline} was rolled back` });
  const gantt = ganttOf(explained, clock.now());
  await runner.summary(
    [toMarkdown(viewOf({ run: explained, rollback })), gantt].filter(Boolean).join("\n\n")
  );
  return explained;
}
function viewOf({ run, rollback }, approvers) {
  const view = renderRun(run, { approvers });
  const blocks = view.blocks.filter(({ kind }) => kind !== "buttons");
  if (rollback) blocks.splice(1, 0, { kind: "text", text: rolledBackBy(rollback) });
  return { ...view, blocks };
}
function rolledBackBy(rollback) {
  const to = rollback.rollbackOf ? ` to what ${rollback.rollbackOf} had deployed` : "";
  return `The run ${rollback.id} rolled this one back${to}, and ${wordsOf(statusOf(rollback))}.`;
}
function logTail(reason3, runner) {
  if (!reason3?.log?.length) return;
  runner.startGroup("The end of its log");
  for (const line of reason3.log) runner.info(line);
  runner.endGroup();
}
async function withReasons(run, { runner, reasons }) {
  const stages = run.stages.map(async (stage) => ({
    ...stage,
    actions: await Promise.all(
      stage.actions.map(async (action) => {
        if (action.status !== "Failed" || action.reason) return action;
        try {
          const reason3 = await reasons(run, stage.name, action.name);
          return reason3 ? { ...action, reason: reason3 } : action;
        } catch (error) {
          runner.warning(`Why ${stage.name}/${action.name} failed could not be read: ${messageOf(error)}`);
          return action;
        }
      })
    )
  }));
  return { ...run, stages: await Promise.all(stages) };
}

// action/telling.ts
async function openTelling(id, change, setting) {
  const { inputs, job, runner, ports } = setting;
  const { environment, approvers } = inputs;
  const token = inputs["github-token"];
  const { repository, commit, pullRequest } = change;
  const attempt = async (what, work) => {
    try {
      return token && await work(await createGitHub({ apiUrl: job.apiUrl, token }, ports.fetch));
    } catch (error) {
      if (setting.signal.aborted) return void 0;
      const said = `${what} could not be written: ${refusalOf(error)}`;
      if (environment && what.includes("deployment")) runner.warning(said);
      else runner.info(said);
      return void 0;
    }
  };
  const deployment = environment && repository && commit ? await attempt(
    `The deployment to ${environment}`,
    (github) => openDeployment(github, { repository, commit, environment, run: id, pullRequest }, setting)
  ) : void 0;
  if (deployment) runner.saveState("deployment", JSON.stringify(deployment));
  const close = async (outcome) => {
    if (!deployment) return;
    await attempt(
      `The deployment's status`,
      (github) => tellDeployment(github, { deployment, outcome }, setting)
    );
  };
  const comment = async (ending) => {
    const isFollowed = inputs.wait !== "none";
    if (inputs.comment === "never" || !isFollowed || !repository || pullRequest === void 0) return;
    const run = { ...ending.run, change: { ...ending.run.change, ...change } };
    await attempt(
      `The comment on #${pullRequest}`,
      (github) => showComment(github, {
        repository,
        number: pullRequest,
        run,
        view: viewOf({ ...ending, run }, approvers),
        clock: ports.clock,
        signal: setting.signal
      })
    );
  };
  return {
    waits: (run) => comment({ run }),
    async ended(ending) {
      await close(outcomeOf(ending));
      await comment(ending);
    },
    lost: () => close("lost")
  };
}
async function tellLost({ inputs, region, runner }) {
  const state = runner.state("deployment");
  const token = inputs["github-token"];
  if (!state || !token) return;
  const deployment = JSON.parse(state);
  try {
    const github = await createGitHub({ apiUrl: deployment.apiUrl, token }, fetch);
    await tellDeployment(github, { deployment, outcome: "lost" }, { inputs, region });
  } catch (error) {
    runner.warning(`The deployment's status could not be written: ${refusalOf(error)}`);
  }
}

// action/steps/start.ts
const { createHash, randomUUID } = process.getBuiltinModule("crypto");
function startWords(plan) {
  const { inputs, step } = plan;
  const sourceRevisions = revisionsOf2(plan);
  const words2 = JSON.stringify([step, inputs.pipeline, inputs.region, inputs.variables, sourceRevisions]);
  const token = step ? createHash("sha256").update(words2).digest("hex") : randomUUID();
  return { sourceRevisions, token };
}
function revisionsOf2({ source, sent, commit }) {
  if (source.kind === "s3" && sent) {
    const { action, key, overridesKey } = source;
    const version = { action, type: "S3_OBJECT_VERSION_ID", value: sent.revision };
    return overridesKey ? [{ action, type: "S3_OBJECT_KEY", value: key }, version] : [version];
  }
  if (source.kind === "git") {
    if (!commit)
      throw new UserError(
        "The pushed commit is not known (GITHUB_SHA): use `source: none` to start on the newest."
      );
    return [{ action: source.action, type: "COMMIT_ID", value: commit }];
  }
  if (source.kind === "ecr") return [{ action: source.action, type: "IMAGE_DIGEST", value: source.digest }];
  return [];
}
async function triggerOf(source, inputs, pipelines) {
  const sends = source.kind === "s3" || source.kind === "git" && source.mirror !== void 0;
  if (!sends || inputs.start === "false") return "none";
  if (source.polls || inputs.start === "by-upload") return "certain";
  const recent = await pipelines.recent(inputs.pipeline, { limit: history }).catch((error) => {
    if (isDenied(error)) return [];
    throw error;
  });
  return recent.some(({ trigger }) => trigger === "CloudWatchEvent") ? "likely" : "none";
}
var history = 25;
var minute = 6e4;
var patience = { none: 0, likely: 0.5 * minute, certain: 5 * minute };
var firstPause = 1e3;
var longestPause = 1e4;
async function findRun(pipelines, wanted, options) {
  const { trigger, clock, signal, atMost = Infinity } = options;
  const end = clock.now() + Math.min(patience[trigger], atMost);
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    const found = await runOf(pipelines, wanted);
    if (found || clock.now() >= end) return found;
    await sleep(clock, pause, signal);
  }
}
var tolerance = minute;
async function runOf(pipelines, { pipeline, action, revision, since }) {
  const recent = await pipelines.recent(pipeline, { limit: history });
  return recent.findLast(
    ({ revisions, startedAt = since }) => revisions?.[action] === revision && startedAt >= since - tolerance
  )?.id;
}

// action/steps/cancel.ts
async function cancelRun(run, mode, { pipelines, runner }) {
  const { pipeline, id } = run;
  if (mode === "leave") {
    runner.warning(`The run ${id} of ${pipeline} goes on, as \`on-cancel: leave\` says.`);
    return;
  }
  const abandon = mode === "abandon";
  try {
    await pipelines.stop({ pipeline, id, abandon, reason: "The GitHub Actions job was cancelled" });
    const what = abandon ? "was told to abandon its actions" : "stops when its actions under way have finished";
    runner.warning(`The run ${id} of ${pipeline} ${what}.`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    runner.warning(error.message);
  }
}

export {
  isFinal,
  waitingApproval,
  sleep,
  markOf,
  wordsOf,
  statusOf,
  duration,
  describeAction,
  createPorts,
  consoleUrl,
  startWords,
  triggerOf,
  findRun,
  cancelRun,
  createGitHub,
  refusalOf,
  outcomeOf,
  isFailure,
  report,
  openTelling,
  tellLost
};
