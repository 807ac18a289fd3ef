import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  describeAction
} from "./chunk-UEPXS5BW.js";
import {
  attempt,
  cancelRun,
  changeToMetadata,
  createPorts,
  findRun,
  firstLine,
  isFinal,
  isStartedByUpload,
  sleep,
  startRun,
  waitingApproval
} from "./chunk-PITQON3O.js";
import {
  isTransient
} from "./chunk-F5DHSUFE.js";
import {
  UserError,
  messageOf
} from "./chunk-3BTI3G27.js";
import "./chunk-5XC5YLYW.js";
import "./chunk-LGXC7PAR.js";
import "./chunk-VLXTKUZM.js";
import "./chunk-VVMFZSGZ.js";
import {
  __callDispose,
  __using
} from "./chunk-HG4T4G3U.js";

// action/cancellation.ts
function cancellation(process2) {
  const controller = new AbortController();
  const abort = () => controller.abort(new UserError("The job was cancelled."));
  process2.on("SIGINT", abort);
  process2.on("SIGTERM", abort);
  return controller.signal;
}

// action/job.ts
function jobFrom(env, event) {
  const { GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: attempt2, GITHUB_REPOSITORY: repository } = env;
  const step = [repository, runId, attempt2, env.GITHUB_JOB, env.GITHUB_ACTION];
  const server = env.GITHUB_SERVER_URL ?? "https://github.com";
  return {
    change: {
      repository,
      commit: env.GITHUB_SHA,
      ref: env.GITHUB_REF,
      actor: env.GITHUB_ACTOR,
      ...changeOfEvent(event),
      workflowUrl: repository && runId ? `${server}/${repository}/actions/runs/${runId}/attempts/${attempt2 ?? 1}` : void 0
    },
    step: runId ? step.join(" ") : "",
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    temp: env.RUNNER_TEMP,
    apiUrl: env.GITHUB_API_URL ?? "https://api.github.com"
  };
}
function changeOfEvent(event) {
  const pull = object(object(event).pull_request);
  const number = pull.number;
  if (typeof number === "number") {
    const head = object(pull.head);
    return known({
      pullRequest: number,
      commit: textOf(head.sha),
      message: textOf(pull.title),
      author: textOf(object(pull.user).login)
    });
  }
  const commit = object(object(event).head_commit);
  return known({ message: textOf(commit.message), author: textOf(object(commit.author).name) });
}
function known(change) {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== void 0));
}
function object(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
function textOf(value) {
  return typeof value === "string" ? firstLine(value) || void 0 : void 0;
}

// shared/artifact/upload.ts
var hashName = "drawbridge-sha256";
var largest = 5 * 1024 ** 3;
async function upload(store, request) {
  const { bucket, key, file, size, hash, change, signal } = request;
  if (size > largest) throw new UserError(tooLarge(size));
  if (await store.isVersioned(bucket) === false) throw new UserError(unversioned(bucket));
  const metadata = { ...changeToMetadata(change), [hashName]: hash };
  const newest = await store.head(bucket, key);
  if (newest?.version && isSame(newest.metadata, metadata)) {
    return { version: newest.version, etag: newest.etag, reused: true };
  }
  const { version, etag } = await store.put({ bucket, key, file, size, metadata, signal });
  if (!version) throw new UserError(unversioned(bucket));
  return { version, etag, reused: false };
}
function isSame(a, b) {
  const decisive = [hashName, "drawbridge-repository", "drawbridge-commit", "drawbridge-ref"];
  return decisive.every((name) => a[name] === b[name]);
}
function tooLarge(size) {
  const gibibytes = (size / 1024 ** 3).toFixed(1);
  return `The artifact has ${gibibytes} GiB, and an S3 source of CodePipeline takes 5 at most: leave files out with \`exclude\`.`;
}
function unversioned(bucket) {
  return `The bucket ${bucket} keeps no versions, which an S3 source needs: turn them on with \`aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled\`.`;
}

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
function statusOf(run2) {
  return !isFinal(run2) && waitingApproval(run2) ? "Waiting" : run2.status;
}

// shared/render/time.ts
function duration(ms) {
  const seconds2 = Math.max(0, Math.round(ms / 1e3));
  if (seconds2 < 60) return `${seconds2}s`;
  if (seconds2 < 3600) return `${Math.floor(seconds2 / 60)}m ${two(seconds2 % 60)}s`;
  if (seconds2 < 86400) return `${Math.floor(seconds2 / 3600)}h ${two(Math.floor(seconds2 % 3600 / 60))}m`;
  return `${Math.floor(seconds2 / 86400)}d ${Math.floor(seconds2 % 86400 / 3600)}h`;
}
function moment(at) {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
function two(number) {
  return String(number).padStart(2, "0");
}

// shared/render/run.ts
function renderRun(run2, options = {}) {
  const title = titleOf(run2);
  const change = changeLine(run2.change);
  const blocks = [{ kind: "heading", text: `${markOf(statusOf(run2))} ${title}` }];
  if (change.length > 0) blocks.push({ kind: "text", text: change });
  if (run2.stages.length > 0) blocks.push(stageTable(run2.stages));
  blocks.push(...waiting(run2, options), ...failures(run2));
  const buttons = buttonsFor(run2);
  if (buttons.length > 0) blocks.push({ kind: "buttons", buttons });
  blocks.push({ kind: "note", text: footnote(run2) });
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
function titleOf(run2) {
  const what = run2.kind === "ROLLBACK" ? `${run2.pipeline}, rollback` : run2.pipeline;
  const failed = run2.status === "Failed" && run2.stages.find(({ status }) => status === "Failed");
  const waits = isFinal(run2) ? void 0 : waitingApproval(run2);
  const where = failed ? ` in ${failed.name}` : waits ? ` in ${waits.stage.name}` : "";
  return `${what}: ${wordsOf(statusOf(run2))}${where}`;
}
function stageTable(stages) {
  const rows = stages.map((stage) => {
    const waits = stage.actions.some(isWaiting);
    const status = waits ? "Waiting" : stage.status;
    return [`${markOf(status)} ${stage.name}`, `${wordsOf(status)}${busyWith(stage)}`, timeOf(stage)];
  });
  return { kind: "table", columns: ["Stage", "State", "Time"], rows };
}
function busyWith({ actions }) {
  const named = actions.filter(({ status, externalId }) => status === "InProgress" && externalId);
  const running = named.filter((action) => !isWaiting(action)).map(describeAction);
  return running.length > 0 ? ` (${running.join(", ")})` : "";
}
function timeOf({ startedAt, endedAt }) {
  if (startedAt === void 0) return "";
  return endedAt === void 0 ? `since ${moment(startedAt)}` : duration(endedAt - startedAt);
}
function isWaiting({ category, status }) {
  return category === "Approval" && status === "InProgress";
}
function waiting(run2, { approvers, note }) {
  const found = waitingApproval(run2);
  if (!found) return [];
  const { stage, action } = found;
  const since = action.startedAt === void 0 ? "" : ` since ${moment(action.startedAt)}`;
  const text = [{ strong: `${stage.name}/${action.name}` }, ` waits for an answer${since}.`];
  if (approvers) text.push(" ", ...typeof approvers === "string" ? [approvers] : approvers, " may answer.");
  const blocks = [{ kind: "text", text }];
  if (note) blocks.push({ kind: "text", text: note });
  return blocks;
}
function failures(run2) {
  const failed = run2.stages.flatMap(
    (stage) => stage.actions.filter(({ status }) => status === "Failed").map((action) => failure(stage, action))
  );
  if (failed.length > 0 || run2.status !== "Failed") return failed.flat();
  return [{ kind: "text", text: "No action failed: a condition of a stage has ended the run." }];
}
function failure(stage, action) {
  const { reason } = action;
  const text = [{ strong: `${stage.name}/${action.name}` }, " failed"];
  if (reason?.where) text.push(" (", { code: reason.where }, ")");
  text.push(`: ${reason?.text ?? action.summary ?? "AWS gives no reason."}`);
  const url = reason?.url ?? action.externalUrl;
  if (url) text.push(" ", { link: "Open in AWS", to: url });
  const blocks = [{ kind: "text", text }];
  if (reason?.log && reason.log.length > 0) blocks.push({ kind: "code", lines: reason.log });
  return blocks;
}
function buttonsFor(run2) {
  const { pipeline, id } = run2;
  if (!isFinal(run2)) {
    if (!waitingApproval(run2)) return [];
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
  if (run2.kind === "ROLLBACK") return [];
  const failed = run2.stages.find(({ status }) => status === "Failed");
  const buttons = [];
  if (failed) buttons.push({ label: "Retry", command: `retry ${pipeline} ${id} ${failed.name}` });
  const stage = rollbackStage(run2, failed);
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
function rollbackStage(run2, failed) {
  const deploys = ({ actions }) => actions.some(({ category }) => category === "Deploy");
  if (failed) return deploys(failed) ? failed : void 0;
  return run2.status === "Succeeded" ? run2.stages.findLast(deploys) : void 0;
}
function footnote(run2) {
  const text = ["Run ", { link: run2.id.slice(0, 8), to: consoleUrl(run2) }];
  if (run2.rollbackOf) text.push(` \xB7 brings back ${run2.rollbackOf.slice(0, 8)}`);
  if (run2.startedAt !== void 0) text.push(` \xB7 started ${moment(run2.startedAt)}`);
  if (run2.startedAt !== void 0 && run2.endedAt !== void 0) {
    text.push(` \xB7 took ${duration(run2.endedAt - run2.startedAt)}`);
  }
  if (run2.change.workflowUrl) text.push(" \xB7 ", { link: "workflow", to: run2.change.workflowUrl });
  return text;
}
function serverOf({ workflowUrl }) {
  return workflowUrl && URL.parse(workflowUrl)?.origin || "https://github.com";
}

// shared/run/watch.ts
async function* watchRun(options) {
  const { reader, pipeline, id, clock, signal, until = "end" } = options;
  const isDone = (run3) => isFinal(run3) || until === "approval" && waitingApproval(run3) !== void 0;
  let run2 = await reader.run(pipeline, id);
  yield run2;
  const pace = createPace(clock.now());
  for (let quiet = 0; !isDone(run2); ) {
    await sleep(clock, pace.delay(clock.now()), signal);
    const whole = !isBusy(run2) || quiet % 4 === 3;
    const next = await read(whole);
    if (next === void 0) continue;
    pace.spend(next === run2 ? 1 : whole ? 2 : 3);
    if (isSame2(run2, next)) {
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
function isBusy(run2) {
  return run2.stages.some(({ actions }) => actions.some(({ status }) => status === "InProgress"));
}
function isSame2(before, after) {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}
var seconds = 1e3;
var shortest = 1.5 * seconds;
var longest = 20 * seconds;
var burst = 64;
var earned = 0.06 / seconds;
var dearest = 3;
var longestAfterFailure = 60 * seconds;
var patience = 5 * 60 * seconds;
function createPace(start) {
  let lastMove = start;
  let lastEarned = start;
  let calls = burst - dearest;
  let failures2 = 0;
  let failingSince;
  return {
    delay(now) {
      calls = Math.min(burst, calls + (now - lastEarned) * earned);
      lastEarned = now;
      const wanted = clamp((now - lastMove) / 3, shortest, longest);
      const affordable = (dearest - calls) / earned;
      const backoff = failures2 === 0 ? 0 : Math.min(2 ** failures2 * shortest, longestAfterFailure);
      return Math.max(wanted, affordable, backoff);
    },
    spend(count) {
      calls -= count;
    },
    moved(now) {
      lastMove = now;
    },
    passed() {
      failures2 = 0;
      failingSince = void 0;
    },
    /** Whether to go on after a call that failed. */
    failed(now) {
      failures2 += 1;
      failingSince ??= now;
      return now - failingSince < patience;
    }
  };
}
function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

// action/pull-request.ts
async function findPullRequest(query, request) {
  const { apiUrl, repository, commit, token } = query;
  const response = await request(`${apiUrl}/repos/${repository}/commits/${commit}/pulls`, {
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token.reveal()}`,
      "x-github-api-version": "2022-11-28"
    },
    signal: AbortSignal.timeout(1e4)
  });
  if (!response.ok) throw new Error(`GitHub answered ${response.status}`);
  const pulls = await response.json();
  if (!Array.isArray(pulls)) return void 0;
  const own = pulls.find((pull) => pull?.merge_commit_sha === commit || pull?.head?.sha === commit);
  const number = (own ?? pulls[0])?.number;
  return typeof number === "number" ? number : void 0;
}

// shared/run/diff.ts
function diffRuns(before, after) {
  const run2 = { kind: "run", run: after, ended: isFinal(after) };
  const moved = before?.status !== after.status;
  const stages = after.stages.flatMap((stage) => {
    const known2 = before?.stages.find(({ name }) => name === stage.name);
    return stageHappenings(known2, stage);
  });
  if (!moved) return stages;
  return run2.ended ? [...stages, run2] : [run2, ...stages];
}
function stageHappenings(before, after) {
  const moved = after.status !== (before?.status ?? "Pending");
  const actions = after.actions.flatMap((action) => {
    const known2 = before?.actions.find(({ name }) => name === action.name);
    return actionHappenings(known2, action, after);
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

// action/steps/follow.ts
async function followRun(readings, runner) {
  let last;
  for await (const run2 of readings) {
    for (const happening of diffRuns(last, run2)) tell(happening, run2, runner);
    last = run2;
  }
  if (!last) throw new Error("A watched run was never read");
  return last;
}
function tell(happening, run2, runner) {
  if (happening.kind === "run") runner.info(`${line(statusOf(run2), run2.pipeline)}${took(run2)}`);
  if (happening.kind === "stage") runner.info(lineOfStage(happening.stage));
  if (happening.kind === "action") runner.info(`  ${lineOfAction(happening.action)}`);
  if (happening.kind === "approval") {
    const { stage, action } = happening;
    runner.info(`  ${line("Waiting", action.name)}`);
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

// action/steps/outcome.ts
function isFailure(run2, failOn) {
  switch (run2.status) {
    case "Succeeded":
    case "InProgress":
      return false;
    case "Stopped":
    case "Stopping":
      return failOn.includes("stopped");
    case "Cancelled":
      return failOn.includes("cancelled");
    case "Superseded":
      return failOn.includes("superseded");
    case "Failed":
      return failOn.includes("failed");
    default:
      return true;
  }
}
function failedAction(run2) {
  for (const stage of run2.stages) {
    const action = stage.actions.find(({ status }) => status === "Failed");
    if (action) return { stage, action };
  }
  return void 0;
}

// shared/render/cut.ts
function cutToFit(blocks, { limit, render }) {
  let kept = [...blocks];
  for (let text = render(kept); ; text = render(kept)) {
    if (text.length <= limit) return text;
    const cuttable = kept.filter(isCuttable).filter((block) => sizeOf(block) > 1);
    if (cuttable.length > 0) {
      const longest2 = cuttable.reduce((a, b) => render([b]).length > render([a]).length ? b : a);
      kept = kept.map((block) => block === longest2 ? halve(longest2) : block);
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
function renderLine(line2) {
  if (typeof line2 === "string") return escapeMarkdown(line2);
  return atLineStart(line2.map(renderInline).join(""));
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
  const cell = (line2) => renderLine(line2).replace(/(\\*)\|/g, (_, slashes) => `${slashes.length % 2 ? slashes : `${slashes}\\`}|`);
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const width = columns.length;
  return [
    row(columns.map((column) => escapeMarkdown(column))),
    row(columns.map(() => "---")),
    ...rows.map((cells) => row(Array.from({ length: width }, (_, index) => cell(cells[index] ?? ""))))
  ].join("\n");
}
function renderCode(lines) {
  const text = lines.map((line2) => clip(plainLine(line2), longestText)).join("\n");
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text
${text}
${fence}`;
}
function renderButton({ label, command }) {
  return `- ${escapeMarkdown(label)}: ${codeSpan(`/deploy ${command}`)}`;
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

// action/steps/gantt.ts
var marks2 = {
  Succeeded: "done, ",
  InProgress: "active, ",
  Failed: "crit, ",
  Abandoned: "crit, "
};
function ganttOf(run2, now) {
  const sections = run2.stages.flatMap((stage) => {
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
async function report(run2, { runner, reasons, clock }) {
  const explained = await withReasons(run2, { runner, reasons });
  const failed = failedAction(explained);
  runner.output("status", explained.status);
  runner.output("json", JSON.stringify(explained));
  if (failed) {
    const { stage, action } = failed;
    const reason = action.reason?.text ?? action.summary ?? "AWS gives no reason.";
    runner.output("failed-stage", stage.name);
    runner.output("failed-action", action.name);
    runner.output("reason", reason);
    const where = action.reason?.where ? ` (${action.reason.where})` : "";
    runner.error(`${reason}${where}`, { title: `${stage.name}/${action.name} failed` });
    logTail(action.reason, runner);
  }
  const gantt = ganttOf(explained, clock.now());
  runner.summary([toMarkdown(withoutButtons(renderRun(explained))), gantt].filter(Boolean).join("\n\n"));
}
function withoutButtons(view) {
  return { ...view, blocks: view.blocks.filter(({ kind }) => kind !== "buttons") };
}
function logTail(reason, runner) {
  if (!reason?.log?.length) return;
  runner.startGroup("The end of its log");
  for (const line2 of reason.log) runner.info(line2);
  runner.endGroup();
}
async function withReasons(run2, { runner, reasons }) {
  const stages = run2.stages.map(async (stage) => ({
    ...stage,
    actions: await Promise.all(
      stage.actions.map(async (action) => {
        if (action.status !== "Failed" || action.reason) return action;
        try {
          const reason = await reasons(run2, stage.name, action.name);
          return reason ? { ...action, reason } : action;
        } catch (error) {
          runner.warning(`Why ${stage.name}/${action.name} failed could not be read: ${messageOf(error)}`);
          return action;
        }
      })
    )
  }));
  return { ...run2, stages: await Promise.all(stages) };
}

// action/steps/source.ts
var kinds = {
  S3: "s3",
  CodeStarSourceConnection: "git",
  CodeCommit: "git",
  GitHub: "git",
  ECR: "ecr"
};
var names = { s3: "an S3", git: "a Git", ecr: "an ECR" };
function chooseSource(definition, inputs) {
  const wanted = wantedKind(inputs);
  if (wanted === "none") return { kind: "none" };
  const action = chooseAction(definition, inputs, wanted);
  if (!action) return { kind: "none" };
  const name = action.name ?? "";
  const kind = kindOf(action);
  if (kind === "s3") return objectSource(action, inputs);
  if (kind === "git") return { kind, action: name };
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
  const fitting = wanted ? sources.filter((action) => kindOf(action) === wanted) : sources;
  const pipeline = inputs.pipeline;
  const named = inputs["source-action"];
  if (named) {
    const action = fitting.find(({ name }) => name === named);
    if (action) return action;
    const what = wanted ? `${names[wanted]} source action` : "source action";
    throw new UserError(
      `The pipeline ${pipeline} has no ${what.replace(/^an? /, "")} named \`${named}\`; it has ${listOf(sources)}.`
    );
  }
  if (fitting.length > 1) {
    throw new UserError(
      `The pipeline ${pipeline} has several source actions, ${listOf(fitting)}: choose one with \`source-action\`.`
    );
  }
  if (wanted && fitting.length === 0) {
    throw new UserError(
      `The pipeline ${pipeline} has no ${names[wanted].replace(/^an? /, "")} source; it has ${listOf(sources)}.`
    );
  }
  return fitting[0];
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
async function run(setting) {
  const { inputs, job, runner, ports } = setting;
  await checkAccount(setting);
  const source = chooseSource(await ports.pipelines.definition(inputs.pipeline), inputs);
  const change = await describeChange(setting);
  const uploaded = source.kind === "s3" ? await packageAndUpload(source, change, setting) : void 0;
  if (inputs.start === "false") return true;
  const id = await begin({ inputs, source, uploaded, commit: change.commit, step: job.step }, setting);
  runner.output("url", consoleUrl({ pipeline: inputs.pipeline, region: setting.region, id }));
  const last = await follow(id, setting);
  await report(last, { runner, reasons: ports.reasons, clock: ports.clock });
  return !isFailure(last, inputs["fail-on"]);
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
    const query = { apiUrl: job.apiUrl, repository, commit, token };
    return { ...job.change, pullRequest: await findPullRequest(query, ports.fetch) };
  } catch (error) {
    runner.info(`The pull request of ${commit} could not be looked up: ${messageOf(error)}`);
    return job.change;
  }
}
async function packageAndUpload(source, change, setting) {
  var _stack = [];
  try {
    const { inputs, job, runner, ports, signal } = setting;
    const { bucket, key } = source;
    const [{ packageArtifact }, objects] = await Promise.all([import("./package-K3UEJKOH.js"), ports.objects()]);
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
async function begin(plan, setting) {
  const { inputs, runner, ports, signal } = setting;
  const { pipeline } = inputs;
  signal.throwIfAborted();
  const starting = { version: plan.uploaded?.version, since: ports.clock.now() };
  runner.saveState("starting", JSON.stringify(starting));
  let id;
  if (plan.uploaded && isStartedByUpload(plan)) {
    runner.info(`The upload starts ${pipeline} by itself, so it is not started again; looking for its run.`);
    id = await findRun(
      ports.pipelines,
      { pipeline, version: plan.uploaded.version },
      { clock: ports.clock, signal }
    );
  } else {
    id = await startRun(ports.pipelines, plan);
  }
  runner.saveState("execution-id", id);
  runner.output("execution-id", id);
  runner.info(`Run ${id} of ${pipeline}: ${consoleUrl({ pipeline, region: setting.region, id })}`);
  return id;
}
async function follow(id, setting) {
  var _stack = [];
  try {
    const { inputs, runner, ports } = setting;
    const { pipeline, wait } = inputs;
    const deadline = __using(_stack, deadlineOf(setting));
    const signal = AbortSignal.any([setting.signal, deadline.signal]);
    try {
      if (wait === "none") return await ports.pipelines.run(pipeline, id);
      const { pipelines: reader, clock } = ports;
      return await followRun(watchRun({ reader, pipeline, id, clock, signal, until: wait }), runner);
    } catch (error) {
      if (signal.aborted)
        await cancelRun({ pipeline, id }, inputs["on-cancel"], { pipelines: ports.pipelines, runner });
      else runner.warning(`The run ${id} of ${pipeline} goes on, but it is not followed any more.`);
      throw error;
    } finally {
      runner.saveState("finished", "true");
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function deadlineOf({ inputs, ports }) {
  const minutes = inputs["timeout-minutes"];
  const controller = new AbortController();
  const late = new UserError(`The run did not end within the ${minutes} minutes of \`timeout-minutes\`.`);
  const cancel = minutes > 0 ? ports.clock.after(minutes * 6e4, () => controller.abort(late)) : () => {
  };
  return { signal: controller.signal, [Symbol.dispose]: cancel };
}

// action/run-step.ts
function runStep(step) {
  const { region, runner } = step;
  const signal = cancellation(process);
  return attempt(runner, async () => {
    const job = jobFrom(runner.env, runner.event());
    try {
      return await run({ ...step, job, ports: createPorts(region), signal }) ? 0 : 1;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  });
}
export {
  runStep
};
