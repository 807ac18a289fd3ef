import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  upload
} from "./chunk-3ARI3IVH.js";
import {
  checkFiles
} from "./chunk-I4QDGKBC.js";
import {
  cancelRun,
  consoleUrl,
  createGitHub,
  createPorts,
  describeAction,
  duration,
  findRun,
  isFailure,
  isFinal,
  markOf,
  openTelling,
  outcomeOf,
  refusalOf,
  report,
  sleep,
  startWords,
  statusOf,
  triggerOf,
  waitingApproval,
  wordsOf
} from "./chunk-XDRRECPO.js";
import "./chunk-KORVMGYR.js";
import "./chunk-ZNWIYBO4.js";
import "./chunk-73XSGX2L.js";
import {
  attempt
} from "./chunk-2OJXQW32.js";
import {
  hasCode,
  isDenied,
  isRefused,
  isTransient
} from "./chunk-WW5URVZN.js";
import {
  UserError,
  messageOf
} from "./chunk-3BTI3G27.js";
import "./chunk-LGXC7PAR.js";
import "./chunk-VLXTKUZM.js";
import "./chunk-VVMFZSGZ.js";
import {
  __callDispose,
  __using
} from "./chunk-PIRREV26.js";

// action/cancellation.ts
function cancellation(process2) {
  const controller = new AbortController();
  const abort = () => controller.abort(new UserError("The job was cancelled."));
  process2.on("SIGINT", abort);
  process2.on("SIGTERM", abort);
  return controller.signal;
}

// action/begin.ts
async function begin(plan, setting) {
  const { inputs, runner, region } = setting;
  const { pipeline } = inputs;
  setting.signal.throwIfAborted();
  const id = await findTriggered(plan, setting) ?? await start(plan, setting);
  runner.saveState("execution-id", id);
  runner.output("execution-id", id);
  const url = consoleUrl({ pipeline, region, id });
  runner.output("url", url);
  runner.info(`Run ${id} of ${pipeline}: ${url}`);
  return id;
}
async function findTriggered({ source, sent, trigger, since }, { inputs, runner, ports, signal }) {
  if (!sent || sent.reused || trigger === "none" || !("action" in source)) return void 0;
  const { pipeline } = inputs;
  const { action } = source;
  const { revision } = sent;
  const why = trigger === "likely" ? "An EventBridge rule has started" : "The upload starts";
  runner.info(
    `${why} ${pipeline} by itself, so it is not started again; looking for the run of ${revision}.`
  );
  const wanted = { pipeline, action, revision, since };
  const found = await findRun(ports.pipelines, wanted, { trigger, clock: ports.clock, signal });
  if (found) return found;
  if (trigger === "likely") {
    runner.info("No rule has started a run, so it is started now.");
    return void 0;
  }
  runner.saveState("finished", "true");
  throw new UserError(
    `No run of ${pipeline} took the uploaded version ${revision} within 5 minutes: check that an EventBridge rule or polling starts the pipeline, or start it with \`start: true\` and PollForSourceChanges set to false.`
  );
}
async function start(plan, { inputs, runner, ports }) {
  const { pipeline, variables } = inputs;
  const words = startWords(plan);
  const starting = { since: plan.since, start: words };
  runner.saveState("starting", JSON.stringify(starting));
  try {
    return await ports.pipelines.start({ pipeline, variables, ...words });
  } catch (error) {
    if (isRefused(error)) runner.saveState("finished", "true");
    throw error;
  }
}

// shared/run/budget.ts
var burst = 58;
var earned = 0.06 / 1e3;
function createBudget(clock, made) {
  let left = burst;
  let countedAt = clock.now();
  let counted = made();
  return {
    waitFor(calls, reserve2 = 0) {
      const [now, total] = [clock.now(), made()];
      left = Math.min(burst, left + (now - countedAt) * earned) - (total - counted);
      countedAt = now;
      counted = total;
      return Math.max(0, (calls + reserve2 - left) / earned);
    }
  };
}

// shared/run/watch.ts
async function* watchRun(options) {
  const { reader, pipeline, id, clock, budget, signal, until = "end" } = options;
  const isDone = (run3) => isFinal(run3) || until === "approval" && waitingApproval(run3) !== void 0;
  let run2 = await readNewRun(options);
  yield run2;
  const pace = createPace(clock.now(), budget);
  for (let quiet = 0; !isDone(run2); ) {
    await sleep(clock, pace.delay(clock.now()), signal);
    const whole = !isBusy(run2) || quiet % 4 === 3;
    const next = await read(whole);
    if (next === void 0) continue;
    if (isSame(run2, next)) {
      quiet += 1;
      continue;
    }
    quiet = 0;
    pace.moved(clock.now());
    run2 = next;
    yield run2;
  }
  async function read(whole) {
    try {
      const next = whole ? await reader.run(pipeline, id) : await reader.refresh(run2);
      pace.passed();
      return next;
    } catch (error) {
      if (!isTransient(error) || !pace.failed(clock.now())) throw error;
      return void 0;
    }
  }
}
var firstTries = 6;
async function readNewRun(options) {
  const { reader, pipeline, id, clock, signal } = options;
  for (let tries = 1; ; tries++) {
    try {
      return await reader.run(pipeline, id);
    } catch (error) {
      if (tries === firstTries || !hasCode(error, "PipelineExecutionNotFoundException")) throw error;
      await sleep(clock, tries * seconds, signal);
    }
  }
}
function isBusy(run2) {
  return run2.stages.some(({ actions }) => actions.some(({ status }) => status === "InProgress"));
}
function isSame(before, after) {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}
var seconds = 1e3;
var shortest = 1.5 * seconds;
var longest = 20 * seconds;
var dearest = 3;
var longestAfterFailure = 60 * seconds;
var patience = 5 * 60 * seconds;
function createPace(start2, budget) {
  let lastMove = start2;
  let failures = 0;
  let failingSince;
  return {
    delay(now) {
      const wanted = clamp((now - lastMove) / 3, shortest, longest);
      const backoff = failures === 0 ? 0 : Math.min(2 ** failures * shortest, longestAfterFailure);
      return Math.max(wanted, budget.waitFor(dearest), backoff);
    },
    moved(now) {
      lastMove = now;
    },
    passed() {
      failures = 0;
      failingSince = void 0;
    },
    /** Whether to go on after a call that failed. */
    failed(now) {
      failures += 1;
      failingSince ??= now;
      return now - failingSince < patience;
    }
  };
}
function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

// shared/run/diff.ts
function diffRuns(before, after) {
  const run2 = { kind: "run", run: after, ended: isFinal(after) };
  const moved = before?.status !== after.status;
  const stages = after.stages.flatMap((stage) => {
    const known = before?.stages.find(({ name }) => name === stage.name);
    return stageHappenings(known, stage);
  });
  if (!moved) return stages;
  return run2.ended ? [...stages, run2] : [run2, ...stages];
}
function stageHappenings(before, after) {
  const moved = after.status !== (before?.status ?? "Pending");
  const actions = after.actions.flatMap((action) => {
    const known = before?.actions.find(({ name }) => name === action.name);
    return actionHappenings(known, action, after);
  });
  if (!moved) return actions;
  const stage = { kind: "stage", stage: after };
  return after.status === "InProgress" ? [stage, ...actions] : [...actions, stage];
}
function actionHappenings(before, after, stage) {
  const again = secondOf(after.startedAt) > secondOf(before?.endedAt) && after.status !== "InProgress";
  if (after.status === (before?.status ?? "Pending") && !again) return [];
  const waits = after.category === "Approval" && after.status === "InProgress";
  return [{ kind: waits ? "approval" : "action", stage, action: after }];
}
function secondOf(time) {
  return time === void 0 ? Number.NaN : Math.floor(time / 1e3);
}

// action/steps/log.ts
function createRunLog(runner) {
  let open;
  const opened = /* @__PURE__ */ new Set();
  const close = () => {
    if (open !== void 0) runner.endGroup();
    open = void 0;
  };
  return {
    line(text) {
      close();
      runner.info(text);
    },
    group(title, lines) {
      if (lines.length === 0) return;
      if (open !== title) {
        close();
        runner.startGroup(opened.has(title) ? `${title} (continued)` : title);
        opened.add(title);
        open = title;
      }
      runner.info(lines.join("\n"));
    },
    close
  };
}

// action/steps/tail.ts
var shortest2 = 2e3;
var longest2 = 1e4;
var reserve = 24;
var look = 2;
var lag = 2e3;
function startTail(progress, { clock, budget, print, warn }) {
  const stop = new AbortController();
  let isOver = false;
  const read = async (last) => {
    if (isOver) return 0;
    try {
      const lines = await progress.look(last);
      if (lines === void 0) isOver = true;
      else print(lines);
      return lines?.length ?? 0;
    } catch (error) {
      isOver = true;
      warn(messageOf(error));
      return 0;
    }
  };
  const follow2 = async () => {
    for (let pause2 = 0; !isOver; ) {
      await sleep(clock, Math.max(pause2, budget.waitFor(look, reserve)), stop.signal);
      const news = await read(false);
      pause2 = news > 0 ? shortest2 : Math.min(Math.max(pause2, shortest2 / 1.5) * 1.5, longest2);
    }
  };
  const following = follow2().catch((error) => {
    if (!stop.signal.aborted) throw error;
  });
  return {
    async end({ drain }) {
      stop.abort();
      await following;
      if (!drain) return;
      if (await read(true) > 0 || isOver) return;
      await sleep(clock, lag);
      await read(true);
    }
  };
}

// action/steps/follow.ts
async function followRun(readings, ports) {
  const log = createRunLog(ports.runner);
  const tails = /* @__PURE__ */ new Map();
  let last;
  try {
    for await (const run2 of readings) {
      const telling = { run: run2, log, ...ports };
      const happenings = diffRuns(last, run2);
      await endTails(tails, happenings, telling);
      for (const happening of happenings) await tell(happening, telling);
      startTails(tails, runningIn(run2), telling);
      last = run2;
    }
  } finally {
    await Promise.all([...tails.values()].map((tail) => tail.end({ drain: false })));
    log.close();
  }
  if (!last) throw new Error("A watched run was never read");
  return last;
}
function keyOf(stage, action) {
  return `${stage.name}/${action.name} ${action.externalId}`;
}
function runningIn(run2) {
  return run2.stages.flatMap(
    (stage) => stage.actions.filter(({ status }) => status === "InProgress").map((action) => ({ stage, action }))
  );
}
async function endTails(tails, happenings, telling) {
  const ended = happenings.flatMap(
    (one) => one.kind === "action" && one.action.status !== "InProgress" ? [one] : []
  );
  startTails(tails, ended, telling);
  const running = new Set(runningIn(telling.run).map(({ stage, action }) => keyOf(stage, action)));
  const over = [...tails].filter(([key]) => !running.has(key));
  for (const [key] of over) tails.delete(key);
  await Promise.all(over.map(([, tail]) => tail.end({ drain: true })));
}
function startTails(tails, places, telling) {
  const { run: run2, log, clock, budget, progress, runner } = telling;
  for (const { stage, action } of places) {
    const key = keyOf(stage, action);
    const found = tails.has(key) ? void 0 : progress(run2, action);
    if (!found) continue;
    const title = `${stage.name}/${action.name}: ${describeAction(action)}`;
    const print = (lines) => log.group(title, lines);
    const warn = (message) => runner.warning(`${title} cannot be followed: ${message}`);
    tails.set(key, startTail(found, { clock, budget, print, warn }));
  }
}
async function tell(happening, { run: run2, log, runner, onApproval }) {
  if (happening.kind === "run") log.line(`${line(statusOf(run2), run2.pipeline)}${took(run2)}`);
  if (happening.kind === "stage") log.line(lineOfStage(happening.stage));
  if (happening.kind === "action") log.line(`  ${lineOfAction(happening.action)}`);
  if (happening.kind === "approval") {
    const { stage, action } = happening;
    log.line(`  ${line("Waiting", action.name)}`);
    for (const each of await onApproval(run2)) log.line(`    ${each}`);
    const where = `${stage.name}/${action.name}`;
    runner.notice(`${run2.pipeline} waits for an approval in ${where}: answer it at ${consoleUrl(run2)}`);
  }
}
function lineOfStage(stage) {
  return `${line(stage.status, stage.name)}${took(stage)}`;
}
function lineOfAction(action) {
  const summary = action.status === "Failed" && action.summary ? `: ${action.summary}` : "";
  return `${line(action.status, `${action.name} (${action.provider})`)}${took(action)}${summary}`;
}
function line(status, name) {
  return `${markOf(status)} ${name} ${wordsOf(status)}`;
}
function took({ startedAt, endedAt }) {
  return startedAt !== void 0 && endedAt !== void 0 ? ` in ${duration(endedAt - startedAt)}` : "";
}

// action/steps/rollback.ts
var looks = 5;
var pause = 2e3;
async function findRollback(run2, definition, { pipelines, clock, signal }) {
  const isExpected = run2.status === "Failed" && (definition.stages ?? []).some(rollsBack);
  for (let look2 = 1; ; look2++) {
    const found = await lookFor(run2, pipelines);
    if (found || !isExpected || look2 === looks) return found;
    await sleep(clock, pause, signal);
  }
}
function rollsBack({ onFailure, onSuccess }) {
  const conditions = [...onFailure?.conditions ?? [], ...onSuccess?.conditions ?? []];
  return onFailure?.result === "ROLLBACK" || conditions.some(({ result }) => result === "ROLLBACK");
}
async function lookFor(run2, pipelines) {
  const recent = await pipelines.recent(run2.pipeline, { limit: 25 }).catch((error) => {
    if (isDenied(error)) return [];
    throw error;
  });
  const since = run2.startedAt ?? 0;
  const rollbacks = recent.filter(({ kind, startedAt = 0 }) => kind === "ROLLBACK" && startedAt >= since);
  const automatic = rollbacks.find(({ makesUpFor }) => makesUpFor === run2.id);
  if (automatic) return automatic;
  for (const { id, makesUpFor, rollbackOf } of rollbacks) {
    if (makesUpFor || rollbackOf === run2.id) continue;
    const manual = await pipelines.run(run2.pipeline, id);
    if (undoes(manual, run2)) return manual;
  }
  return void 0;
}
function undoes(rollback, run2) {
  return rollback.stages.some(({ name, startedAt: rolledBackAt = 0 }) => {
    const { startedAt } = run2.stages.find((stage) => stage.name === name) ?? {};
    return startedAt !== void 0 && startedAt <= rolledBackAt;
  });
}

// action/follow.ts
async function follow({ id, definition, onApproval }, setting) {
  var _stack = [];
  try {
    const { inputs, runner, ports } = setting;
    const { pipeline, wait } = inputs;
    const { pipelines, clock, progress } = ports;
    const deadline = __using(_stack, deadlineOf(setting));
    const signal = AbortSignal.any([setting.signal, deadline.signal]);
    const budget = createBudget(clock, ports.calls);
    const told = [];
    const watch = (watched, until) => followRun(watchRun({ reader: pipelines, pipeline, id: watched, clock, budget, signal, until }), {
      runner,
      clock,
      budget,
      progress,
      onApproval: (waiting) => {
        told.push(onApproval(waiting));
        return whoAnswers(waiting, setting);
      }
    });
    let run2;
    try {
      if (wait === "none") return { run: await readNewRun({ reader: pipelines, pipeline, id, clock, signal }) };
      run2 = await watch(id, wait);
    } catch (error) {
      if (signal.aborted) await cancelRun({ pipeline, id }, inputs["on-cancel"], { pipelines, runner });
      else runner.warning(`The run ${id} of ${pipeline} goes on, but it is not followed any more.`);
      throw error;
    } finally {
      await Promise.all(told);
      runner.saveState("finished", "true");
    }
    const found = isFinal(run2) ? await findRollback(run2, definition, { pipelines, clock, signal }) : void 0;
    if (!found) return { run: run2 };
    runner.info(`The run ${id} was rolled back by the run ${found.id}:`);
    return { run: run2, rollback: await watch(found.id, "end") };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function whoAnswers({ pipeline, id }, { inputs, ports, runner }) {
  const lines = inputs.approvers ? [`To be answered by ${inputs.approvers}.`] : [];
  try {
    const { customData, reviewUrl } = await ports.pipelines.pendingApproval(pipeline, id) ?? {};
    if (customData) lines.push(customData);
    if (reviewUrl) lines.push(`To be reviewed: ${reviewUrl}`);
  } catch (error) {
    runner.info(`What the approver is to read could not be read: ${messageOf(error)}`);
  }
  return lines;
}
function deadlineOf({ inputs, ports }) {
  const minutes = inputs["timeout-minutes"];
  const controller = new AbortController();
  const late = new UserError(`The run did not end within the ${minutes} minutes of \`timeout-minutes\`.`);
  const cancel = minutes > 0 ? ports.clock.after(minutes * 6e4, () => controller.abort(late)) : () => {
  };
  return { signal: controller.signal, [Symbol.dispose]: cancel };
}

// action/pull-request.ts
async function findPullRequest(github, { repository, commit }) {
  const [owner = "", repo = ""] = repository.split("/");
  const { data } = await github.rest.repos.listPullRequestsAssociatedWithCommit({
    owner,
    repo,
    commit_sha: commit
  });
  const own = data.find((pull) => pull.merge_commit_sha === commit || pull.head.sha === commit);
  return (own ?? data[0])?.number;
}

// action/steps/source.ts
var kinds = {
  S3: "s3",
  CodeStarSourceConnection: "git",
  CodeCommit: "git",
  GitHub: "git",
  ECR: "ecr"
};
var names = { s3: "S3", git: "Git", ecr: "ECR", codecommit: "CodeCommit" };
function chooseSource(definition, inputs) {
  const wanted = wantedKind(inputs);
  if (wanted === "none") return { kind: "none" };
  const action = chooseAction(definition, inputs, wanted);
  if (!action) return { kind: "none" };
  const name = action.name ?? "";
  const kind = kindOf(action);
  if (kind === "s3") return objectSource(action, inputs);
  if (kind === "git") return gitSource(action, inputs);
  const digest = inputs["image-digest"];
  if (kind === "ecr" && digest) return { kind, action: name, digest };
  return { kind: "none" };
}
function wantedKind(inputs) {
  if (inputs.source !== "auto") return inputs.source;
  if (inputs["image-digest"]) return "ecr";
  const uploads = inputs.artifact || inputs.bucket || inputs.key || inputs.start !== "true";
  return uploads ? "s3" : void 0;
}
function chooseAction(definition, inputs, wanted) {
  const sources = (definition.stages ?? []).flatMap(({ actions = [] }) => actions).filter((action) => action.actionTypeId?.category === "Source");
  const fitting = wanted ? sources.filter((action) => isOf(action, wanted)) : sources;
  const pipeline = inputs.pipeline;
  const named = inputs["source-action"];
  if (named) {
    const action = fitting.find(({ name }) => name === named);
    if (action) return action;
    const what = wanted ? `${names[wanted]} source action` : "source action";
    throw new UserError(
      `The pipeline ${pipeline} has no ${what} named \`${named}\`; it has ${listOf(sources)}.`
    );
  }
  if (fitting.length > 1) {
    throw new UserError(
      `The pipeline ${pipeline} has several source actions, ${listOf(fitting)}: choose one with \`source-action\`.`
    );
  }
  if (wanted && fitting.length === 0) {
    throw new UserError(
      `The pipeline ${pipeline} has no ${names[wanted]} source; it has ${listOf(sources)}.`
    );
  }
  return fitting[0];
}
function isOf(action, wanted) {
  if (wanted === "codecommit") return action.actionTypeId?.provider === "CodeCommit";
  return kindOf(action) === wanted;
}
function gitSource(action, inputs) {
  const {
    RepositoryName: repository = "",
    BranchName: branch = "",
    PollForSourceChanges
  } = action.configuration ?? {};
  const source = { kind: "git", action: action.name ?? "" };
  if (inputs.source !== "codecommit") return { ...source, polls: false };
  return {
    ...source,
    mirror: { repository, branch },
    polls: PollForSourceChanges?.toLowerCase() !== "false"
  };
}
function objectSource(action, inputs) {
  const name = action.name ?? "";
  const { S3Bucket, S3ObjectKey, AllowOverrideForS3ObjectKey, PollForSourceChanges } = action.configuration ?? {};
  const bucket = inputs.bucket ?? S3Bucket;
  const key = inputs.key ?? S3ObjectKey;
  if (!bucket || !key) {
    throw new UserError(
      `The source action \`${name}\` names no bucket and key; give them with \`bucket\` and \`key\`.`
    );
  }
  const starts = inputs.start !== "false";
  if (starts && bucket !== S3Bucket) {
    throw new UserError(
      `The pipeline reads the bucket ${S3Bucket}, not ${bucket}: leave \`bucket\` out, or only upload with \`start: false\`.`
    );
  }
  const overridesKey = key !== S3ObjectKey;
  if (starts && overridesKey && AllowOverrideForS3ObjectKey !== "true") {
    throw new UserError(
      `The pipeline reads the key ${S3ObjectKey}, not ${key}: leave \`key\` out, or set AllowOverrideForS3ObjectKey to true on its source action \`${name}\`.`
    );
  }
  const polls = !overridesKey && PollForSourceChanges?.toLowerCase() !== "false";
  return { kind: "s3", action: name, bucket, key, overridesKey, polls };
}
function kindOf(action) {
  return kinds[action.actionTypeId?.provider ?? ""];
}
function listOf(actions) {
  if (actions.length === 0) return "none";
  return actions.map(({ name, actionTypeId }) => `\`${name}\` (${actionTypeId?.provider})`).join(", ");
}

// action/run.ts
async function run(task) {
  const { inputs, job } = task;
  if (inputs.pipeline !== void 0) await checkFiles(inputs, { ...job, runner: task.runner });
  await checkAccount(task);
  const taken = await takeSecretsOf(task);
  const secretFiles = [...job.secretFiles, ...taken];
  return hasPipeline(task) ? deploy({ ...task, job: { ...job, secretFiles } }) : true;
}
function hasPipeline(task) {
  return task.inputs.pipeline !== void 0;
}
async function takeSecretsOf({ inputs, job, runner, ports }) {
  if (!inputs.secrets) return [];
  const [{ takeSecrets }, values] = await Promise.all([import("./secrets-3QMQRYFY.js"), ports.secrets()]);
  return takeSecrets(inputs.secrets, { ...job, values, runner });
}
async function deploy(setting) {
  const { inputs, job, runner, ports } = setting;
  const definition = await ports.pipelines.definition(inputs.pipeline);
  const source = chooseSource(definition, inputs);
  const change = await describeChange(setting);
  const trigger = await triggerOf(source, inputs, ports.pipelines);
  const since = ports.clock.now();
  const sent = await send(source, { change, trigger, since }, setting);
  if (inputs.start === "false") return true;
  const plan = { inputs, source, sent, commit: change.commit, step: job.step, trigger, since };
  const id = await begin(plan, setting);
  const github = await openTelling(id, change, setting);
  try {
    const ending = await follow({ id, definition, onApproval: github.waits }, setting);
    const explained = await report(ending, { runner, reasons: ports.reasons, clock: ports.clock });
    await github.ended({ ...ending, run: explained });
    return !isFailure(outcomeOf(ending), inputs["fail-on"]);
  } catch (error) {
    await github.lost();
    throw error;
  }
}
async function send(source, { change, trigger, since }, setting) {
  if (!("action" in source)) return void 0;
  const { action } = source;
  const { workflowUrl } = change;
  const announce = (part) => {
    if (trigger === "none") return;
    const starting = { since, sending: { trigger, action, workflowUrl, ...part } };
    setting.runner.saveState("starting", JSON.stringify(starting));
  };
  if (source.kind === "s3") {
    const object = { bucket: source.bucket, key: source.key };
    announce({ object });
    const { version: revision, reused } = await packageAndUpload(source, change, setting);
    if (!reused) announce({ object, revision });
    return { revision, reused };
  }
  if (source.kind !== "git" || !source.mirror) return void 0;
  announce({ revision: change.commit });
  const { mirror } = await import("./mirror-EEN5O7TO.js");
  return mirror(source.mirror, setting);
}
async function checkAccount({ inputs, ports }) {
  const allowed = inputs["allowed-account-ids"];
  if (!allowed) return;
  const account = await ports.account();
  if (allowed.includes(account)) return;
  throw new UserError(
    `The AWS credentials belong to the account ${account}, which is not among \`allowed-account-ids\` (${allowed.join(", ")}).`
  );
}
async function describeChange({ inputs, job, ports, runner }) {
  const { repository, commit, pullRequest } = job.change;
  const token = inputs["github-token"];
  if (pullRequest !== void 0 || !repository || !commit || !token) return job.change;
  try {
    const github = await createGitHub({ apiUrl: job.apiUrl, token }, ports.fetch);
    return { ...job.change, pullRequest: await findPullRequest(github, { repository, commit }) };
  } catch (error) {
    runner.info(`The pull request of ${commit} could not be looked up: ${refusalOf(error)}`);
    return job.change;
  }
}
async function packageAndUpload(source, change, setting) {
  var _stack = [];
  try {
    const { inputs, job, runner, ports, signal } = setting;
    const { bucket, key } = source;
    const [{ packageArtifact }, objects] = await Promise.all([import("./package-LHAFTXU2.js"), ports.objects()]);
    const artifact = __using(_stack, await packageArtifact(inputs, { ...job, signal }), true);
    const { entries, size, hash } = artifact;
    const files = entries === void 0 ? "" : `${entries} ${entries === 1 ? "file" : "files"} in `;
    runner.info(`Artifact: ${files}${size} bytes, SHA-256 ${hash}`);
    runner.output("artifact-hash", hash);
    const uploaded = await upload(objects, { ...artifact, bucket, key, change, signal });
    runner.output("version-id", uploaded.version);
    const what = uploaded.reused ? "is there already, as" : "uploaded as";
    runner.info(`s3://${bucket}/${key} ${what} version ${uploaded.version}`);
    return uploaded;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}

// action/run-step.ts
function runStep(step) {
  const { region, runner } = step;
  const signal = cancellation(process);
  return attempt(runner, async () => {
    try {
      return await run({ ...step, ports: createPorts(region), signal }) ? 0 : 1;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  });
}
export {
  runStep
};
