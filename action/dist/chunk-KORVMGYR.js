import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// shared/run/change.ts
var metadataLimit = 2048;
var textFields = ["repository", "commit", "ref", "actor", "author"];
var messageName = "drawbridge-message";
var summaryName = "codepipeline-artifact-revision-summary";
var summaryLimit = 256;
function changeToMetadata(change) {
  const wanted = [
    ...textFields.map((field) => [`drawbridge-${field}`, change[field]]),
    ["drawbridge-pull-request", change.pullRequest?.toString()],
    ["drawbridge-workflow-url", change.workflowUrl]
  ];
  const metadata = {};
  let left = metadataLimit;
  const put = (name, value) => {
    const size = name.length + value.length;
    if (!value || size > left) return;
    metadata[name] = value;
    left -= size;
  };
  for (const [name, value] of wanted) put(name, encode(value ?? ""));
  put(summaryName, revisionSummary(change));
  put(messageName, encodeUpTo(firstLine(change.message ?? ""), left - messageName.length));
  return metadata;
}
function changeFromMetadata(metadata) {
  const read = (name) => decode(metadata[`drawbridge-${name}`]);
  const repository = read("repository");
  const pullRequest = Number(read("pull-request"));
  const workflowUrl = read("workflow-url");
  const change = {
    repository: repository && isRepository(repository) ? repository : void 0,
    commit: read("commit"),
    ref: read("ref"),
    message: read("message"),
    author: read("author"),
    actor: read("actor"),
    pullRequest: Number.isSafeInteger(pullRequest) && pullRequest > 0 ? pullRequest : void 0,
    workflowUrl: workflowUrl && isWebAddress(workflowUrl) ? workflowUrl : void 0
  };
  return known(change);
}
function changeFromSummary(summary) {
  const [, repository = "", commit, actor, message] = /^([^@\s]+)@([0-9a-f]{7,12})(?: by ([^\s:]+))?(?:: (.*))?$/.exec(summary) ?? [];
  return isRepository(repository) ? known({ repository, commit, actor, message }) : void 0;
}
function known(change) {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== void 0 && value !== "")
  );
}
function isRepository(text) {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(text);
}
function isWebAddress(text) {
  const url = URL.parse(text);
  return url?.protocol === "https:" || url?.protocol === "http:";
}
function firstLine(text) {
  const [line = ""] = text.trim().split(/[\r\n\u2028\u2029]/, 1);
  return withoutControls(line).trim();
}
function revisionSummary(change) {
  const { repository, commit, actor, message } = change;
  const what = [repository, commit?.slice(0, 12)].filter(Boolean).join("@");
  const head = [what, actor && `by ${actor}`].filter(Boolean).join(" ");
  const text = [head, message && firstLine(message)].filter(Boolean).join(": ");
  return text.replace(/[^\x20-\x7e]+/g, "?").slice(0, summaryLimit);
}
function encode(text) {
  return encodeURIComponent(text.toWellFormed());
}
function encodeUpTo(text, limit) {
  const whole = encode(text);
  if (whole.length <= limit) return whole;
  const room = limit - encode("\u2026").length;
  let kept = "";
  for (const character of text) {
    const next = encode(character);
    if (kept.length + next.length > room) break;
    kept += next;
  }
  return kept && `${kept}${encode("\u2026")}`;
}
function decode(value) {
  if (!value) return void 0;
  try {
    return withoutControls(decodeURIComponent(value));
  } catch {
    return void 0;
  }
}
function withoutControls(text) {
  return text.replace(new RegExp("\\p{Cc}+", "gu"), " ");
}

export {
  changeToMetadata,
  changeFromMetadata,
  changeFromSummary,
  known,
  isRepository,
  firstLine
};
