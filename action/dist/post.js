var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};

// light-crypto:crypto
var randomUUID;
var init_crypto = __esm({
  "light-crypto:crypto"() {
    randomUUID = () => globalThis.crypto.randomUUID();
  }
});

// shared/errors.ts
var UserError = class extends Error {
  place;
  constructor(message, options = {}) {
    super(message, { cause: options.cause });
    this.name = "UserError";
    this.place = options.place;
  }
  /** `file:line:column: message` where there is a place, else the message. */
  toString() {
    const { place } = this;
    return place ? `${place.file}:${place.line}:${place.column}: ${this.message}` : this.message;
  }
};
function messageOf(error2) {
  return error2 instanceof Error ? error2.message : String(error2);
}

// action/attempt.ts
async function attempt(runner2, work) {
  try {
    return await work();
  } catch (error2) {
    if (error2 instanceof UserError) {
      const { place } = error2;
      runner2.error(error2.message, place && { place });
    } else {
      const id = crypto.randomUUID().slice(0, 8);
      runner2.info(`[${id}] ${describe(error2)}`);
      runner2.error(`Sorry, something went wrong that should not have: ${messageOf(error2)} [${id}]`);
    }
    return 1;
  }
}
function describe(error2) {
  if (!(error2 instanceof Error)) return String(error2);
  const cause = error2.cause === void 0 ? "" : `
Caused by: ${describe(error2.cause)}`;
  return `${error2.stack ?? error2.message}${cause}`;
}

// action/contradictions.ts
var packaging = ["path", "include", "exclude", "gitignore", "symlinks"];
var exclusive = [
  ["artifact", void 0, packaging, "a ready file is uploaded as it is"],
  ["source", "s3", ["image-digest"], "an S3 source takes an uploaded artifact"],
  [
    "source",
    "git",
    [...packaging, "artifact", "bucket", "key", "kms-key-id", "image-digest"],
    "a Git source takes a commit"
  ],
  [
    "source",
    "codecommit",
    [...packaging, "artifact", "bucket", "key", "kms-key-id", "image-digest"],
    "a CodeCommit source takes a commit"
  ],
  [
    "source",
    "ecr",
    [...packaging, "artifact", "bucket", "key", "kms-key-id"],
    "an ECR source takes an image digest"
  ],
  [
    "source",
    "none",
    [...packaging, "artifact", "bucket", "key", "kms-key-id", "image-digest", "source-action"],
    "no revision is given"
  ],
  [
    "image-digest",
    void 0,
    [...packaging, "artifact", "bucket", "key", "kms-key-id"],
    "an image is not uploaded"
  ],
  [
    "start",
    "false",
    ["variables", "wait", "fail-on", "on-cancel", "timeout-minutes", "approvers", "environment"],
    "no run is started"
  ],
  [
    "mode",
    "check",
    [
      "secrets",
      "source",
      "artifact",
      "bucket",
      "key",
      "kms-key-id",
      "image-digest",
      "variables",
      "start",
      "wait"
    ],
    "a check sends and starts nothing"
  ],
  ["start", "by-upload", ["variables"], "a run that the upload starts takes none"],
  ["wait", "none", ["fail-on", "on-cancel", "timeout-minutes"], "the run is not followed"],
  ["wait", "none", ["environment"], "how the deployment ends would not be known"]
];
function checkContradictions(given, inputs2) {
  const isGiven = (name) => {
    const value = given(name).trim();
    return value !== "" && value !== inputs2[name].default;
  };
  const names = Object.keys(inputs2);
  checkPipeline(names.filter(isGiven), given("mode").trim());
  for (const [one, of, others, why] of exclusive) {
    if (of === void 0 ? !isGiven(one) : given(one).trim() !== of) continue;
    const other = others.find(isGiven);
    if (other)
      throw new UserError(contradiction(of === void 0 ? `\`${one}\`` : `\`${one}: ${of}\``, other, why));
  }
  const needsUpload = ["false", "by-upload"].find((value) => given("start").trim() === value);
  const withoutUpload = ["git", "ecr", "none"].find((value) => given("source").trim() === value);
  if (needsUpload && withoutUpload) {
    throw new UserError(
      `The inputs \`start: ${needsUpload}\` and \`source: ${withoutUpload}\` contradict each other: nothing is uploaded.`
    );
  }
  if (given("source").trim() === "ecr" && !isGiven("image-digest")) {
    throw new UserError("The input `image-digest` is missing: `source: ecr` needs the digest of the image.");
  }
}
function checkPipeline(names, mode) {
  if (names.includes("pipeline") || mode === "check") return;
  const alone = [
    "mode",
    "secrets",
    "region",
    "allowed-account-ids",
    "github-token",
    "comment"
  ];
  if (names.includes("secrets") && names.every((name) => alone.includes(name))) return;
  throw new UserError("The input `pipeline` is missing: give the name of the pipeline to start.");
}
function contradiction(one, other, why) {
  return `The inputs ${one} and \`${other}\` contradict each other: ${why}.`;
}

// shared/secrets/secret.ts
const { inspect } = process.getBuiltinModule("util");
var mask = "***";
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  reveal() {
    return this.#value;
  }
  toString() {
    return mask;
  }
  toJSON() {
    return mask;
  }
  [Symbol.toPrimitive]() {
    return mask;
  }
  [inspect.custom]() {
    return mask;
  }
};

// action/input.ts
var Wrong = class {
  text;
  constructor(text2) {
    this.text = text2;
  }
};
function text(words) {
  return {
    ...words,
    default: words.default ?? "",
    parse: (value) => words.pattern?.test(value) === false ? new Wrong(words.must ?? "") : value
  };
}
function secret(words) {
  return { ...words, default: words.default ?? "", parse: (value) => new Secret(value) };
}
function choice(words) {
  return {
    ...words,
    parse: (value) => words.of.find((one) => one === value) ?? new Wrong(`must be ${either(words.of)}, not \`${value}\``)
  };
}
function several(words) {
  return {
    ...words,
    parse: (value) => {
      if (value === "none") return [];
      const given = value.split(/[\s,]+/).filter(Boolean);
      const unknown = given.find((one) => !words.of.some((known) => known === one));
      if (unknown !== void 0) return new Wrong(`takes ${either(words.of)}, or none; not \`${unknown}\``);
      return words.of.filter((known) => given.includes(known));
    }
  };
}
function lines(words) {
  return { ...words, default: words.default ?? "", parse: linesOf };
}
function whole(words) {
  return {
    ...words,
    parse: (value) => {
      const number = Number(value);
      const fits = Number.isInteger(number) && number >= words.from && number <= words.to;
      return fits ? number : new Wrong(`must be a whole number from ${words.from} to ${words.to}, not \`${value}\``);
    }
  };
}
function linesOf(value) {
  return value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line && !line.startsWith("#"));
}
function readInput(name, input, given) {
  const value = given.trim() || plainDefault(input);
  if (!value) {
    if (!input.required) return void 0;
    throw new UserError(`The input \`${name}\` is missing: give ${lower(input.description)}`);
  }
  const parsed = input.parse(value);
  if (parsed instanceof Wrong) throw new UserError(`The input \`${name}\` ${parsed.text}.`);
  return parsed;
}
function plainDefault({ default: text2 }) {
  return text2.startsWith("${{") ? "" : text2;
}
function either(words) {
  const quoted = words.map((word) => `\`${word}\``);
  return `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}
function lower(sentence) {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

// action/input-values.ts
function parseVariables(value) {
  const variables = /* @__PURE__ */ new Map();
  for (const line of linesOf(value)) {
    const [, name, text2] = /^([A-Za-z0-9@_-]{1,128})=(.*)$/.exec(line) ?? [];
    if (!name)
      return new Wrong(`takes one NAME=value a line, and a line begins with \`${line.split("=")[0]}\``);
    if (!text2) return new Wrong(`has no value for \`${name}\`, and CodePipeline takes no empty ones`);
    if (text2.length > 1e3) return new Wrong(`has more than 1000 characters for \`${name}\``);
    if (variables.has(name)) return new Wrong(`sets \`${name}\` twice`);
    variables.set(name, text2);
  }
  if (variables.size > 50)
    return new Wrong("has more than 50 variables, which is as many as CodePipeline takes");
  return Object.fromEntries(variables);
}
function parseAccounts(value) {
  const accounts = value.split(/[\s,]+/).filter(Boolean);
  const wrong = accounts.find((account) => !/^\d{12}$/.test(account));
  return wrong === void 0 ? accounts : new Wrong(`takes account ids of twelve digits, not \`${wrong}\``);
}

// action/secret-lines.ts
const { posix } = process.getBuiltinModule("path");
var variable = /^[A-Za-z_][A-Za-z0-9_]*$/;
var versionId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function parseSecretLines(value) {
  const lines2 = [];
  for (const text2 of linesOf(value)) {
    const line = parseLine(text2);
    if (line instanceof Wrong) return line;
    const { target } = line;
    const same = target.kind !== "variables" && lines2.find((one) => targetOf(one) === targetOf(line));
    if (same) return new Wrong(`sets \`${targetOf(line)}\` twice`);
    lines2.push(line);
  }
  return lines2;
}
function targetOf({ target }) {
  if (target.kind === "file") return target.path;
  return target.kind === "variable" ? target.name : `${target.prefix}*`;
}
function parseLine(text2) {
  const [, left = "", right = ""] = /^(.*?)\s*=\s*(.*)$/.exec(text2) ?? [];
  if (!left || !right) return new Wrong(`takes one NAME = PLACE a line, not \`${text2}\``);
  const target = parseTarget(left);
  const source = parsePlace(right);
  if (target instanceof Wrong) return target;
  const many = source.kind === "path" || source.kind === "secret" && source.field === void 0;
  if (target.kind === "variables" && !many)
    return new Wrong(
      `takes a path that ends in / or a JSON secret for \`${left}\`, and \`${right}\` is one value`
    );
  if (target.kind !== "variables" && source.kind === "path")
    return new Wrong(`takes \`*\` for all below a path: write \`* = ${right}\` in place of \`${text2}\``);
  return { text: text2, target, source };
}
function parseTarget(left) {
  if (/^(\.{0,2}|~)\//.test(left)) {
    const isOutside = left.startsWith(".") && posix.normalize(left).startsWith("../");
    if (isOutside)
      return new Wrong(`takes a file in the workspace, or one by its whole path, not \`${left}\``);
    return { kind: "file", path: left };
  }
  const isMany = left.endsWith("*");
  const name = isMany ? left.slice(0, -1) : left;
  if (!(isMany && name === "") && !variable.test(name)) {
    return new Wrong(
      `takes the name of an environment variable, \`*\`, or a file that begins with ./, / or ~/, not \`${left}\``
    );
  }
  if (isMany) return { kind: "variables", prefix: name };
  return isReserved(name) ? new Wrong(reserved(name)) : { kind: "variable", name };
}
function isReserved(name) {
  return /^(GITHUB_|RUNNER_|ACTIONS_|INPUT_|STATE_)|^(NODE_OPTIONS|PATH|CI)$/i.test(name);
}
function reserved(name) {
  return `cannot set \`${name}\`, which is the runner's own`;
}
function parsePlace(right) {
  const isArn = /^arn:[\w-]+:secretsmanager:/.test(right);
  if (!isArn && !right.startsWith("secretsmanager:")) {
    return right.endsWith("/") ? { kind: "path", path: right } : { kind: "parameter", name: right };
  }
  const [, place = "", wanted] = /^(.*?)(?:@([^@#]+))?$/.exec(isArn ? right : right.slice(15)) ?? [];
  const [id = "", ...field] = place.split("#");
  const version = wanted && versionId.test(wanted) ? { version: wanted } : wanted && { stage: wanted };
  return { kind: "secret", id, ...field.length > 0 && { field: field.join("#") }, ...version };
}

// action/inputs.ts
var inputs = {
  pipeline: text({
    description: "The name of the pipeline to start; left out only with `mode: check`, or to take `secrets` and do no more.",
    // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html
    pattern: /^[A-Za-z0-9.@_-]{1,100}$/,
    must: "must be a pipeline name: up to 100 letters, digits, dots, dashes, underscores and @"
  }),
  mode: choice({
    description: "What to do: `deploy`, or only `check` the files of the tree, which needs no AWS credentials and suits pull requests.",
    of: ["deploy", "check"],
    default: "deploy"
  }),
  check: lines({
    description: "Globs of the buildspec, appspec and pipeline files to check before anything leaves the runner, one a line, relative to `path`; by default those at its top, with `none` no file."
  }),
  secrets: {
    description: "Secrets to take from Parameter Store and Secrets Manager, one `NAME = place` a line: into environment variables of the steps after this one, or into files.",
    default: "",
    parse: parseSecretLines
  },
  source: choice({
    description: "What the run is to be started on: `s3` packages a folder and uploads it to the pipeline's S3 source, `git` takes the pushed commit of a Git source, `codecommit` first pushes that commit to the pipeline's CodeCommit repository, `ecr` takes an image digest, `none` lets the pipeline's sources find their own newest revision, and `auto` goes by the pipeline's source action.",
    of: ["auto", "s3", "git", "codecommit", "ecr", "none"],
    default: "auto"
  }),
  "source-action": text({
    description: "The name of the source action to use, when the pipeline has several that fit."
  }),
  path: text({ description: "The folder to package.", default: "." }),
  include: lines({
    description: "Globs of the files to package, one a line, relative to `path`; everything by default."
  }),
  exclude: lines({
    description: "Globs of the files to leave out, one a line, relative to `path`; `.git` always is."
  }),
  gitignore: choice({
    description: "Whether to leave out what the `.gitignore` files in `path` name: `true` or `false`.",
    of: ["true", "false"],
    default: "false"
  }),
  symlinks: choice({
    description: "What becomes of symbolic links: `keep` packages them as links, which may not leave `path`; `refuse` packages nothing if there is one.",
    of: ["keep", "refuse"],
    default: "keep"
  }),
  artifact: text({ description: "A ready zip file to upload instead of packaging a folder." }),
  bucket: text({
    description: "The versioned S3 bucket to upload to, by default that of the pipeline's S3 source action.",
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    must: "must be the name of an S3 bucket, without s3:// and without a key"
  }),
  key: text({
    description: "The S3 object key to upload to, by default that of the pipeline's S3 source action."
  }),
  "kms-key-id": text({
    description: "The KMS key that S3 encrypts the uploaded object with, as an id, an alias or an ARN; by default the bucket's own settings hold.",
    // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
    pattern: /^(arn:aws[\w-]*:kms:[\w-]+:\d{12}:(key|alias)\/\S+|alias\/\S+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    must: "must be the id, the alias or the ARN of a KMS key"
  }),
  "image-digest": text({
    description: "The digest of the image to start the run on, for an ECR source.",
    pattern: /^sha256:[0-9a-f]{64}$/,
    must: "must be an image digest: sha256: and 64 hexadecimal digits"
  }),
  variables: {
    description: "Pipeline variables, one `NAME=value` a line.",
    default: "",
    parse: parseVariables
  },
  start: choice({
    description: "Whether to start the pipeline: `true`; `false` only uploads; `by-upload` says that the upload itself starts it through an EventBridge rule, so that the run is found and not started twice.",
    of: ["true", "false", "by-upload"],
    default: "true"
  }),
  wait: choice({
    description: "How long to follow the run: to its `end`, to the first manual `approval` that it waits for, or `none`.",
    of: ["end", "approval", "none"],
    default: "end"
  }),
  "fail-on": several({
    description: "The outcomes of the run that fail this step: any of `failed`, `stopped`, `cancelled`, `superseded` and `rolled-back`, or `none`.",
    of: ["failed", "stopped", "cancelled", "superseded", "rolled-back"],
    default: "failed, stopped, cancelled, superseded, rolled-back"
  }),
  "on-cancel": choice({
    description: "What becomes of the run when the job is cancelled or times out: `stop` lets the actions under way finish, `abandon` does not, `leave` lets the run go on.",
    of: ["stop", "abandon", "leave"],
    default: "stop"
  }),
  "timeout-minutes": whole({
    description: "After how many minutes of following the run the step fails and does what `on-cancel` says; 0 follows it for as long as the job may take.",
    default: "0",
    from: 0,
    to: 20160
  }),
  approvers: text({
    description: "Who may answer the pipeline's manual approvals, such as `@acme/release`; shown where one waits."
  }),
  environment: text({
    description: "The GitHub environment to record a deployment with statuses of; none is recorded without it.",
    pattern: /^.{1,255}$/,
    must: "must be the name of an environment, up to 255 characters"
  }),
  "environment-url": text({
    description: "The address of what is deployed, which GitHub links from the deployment.",
    pattern: /^https?:\/\/\S+$/,
    must: "must be an http or https address"
  }),
  comment: choice({
    description: "Whether to show the run in a comment on its pull request, where the bot does not: `auto` or `never`.",
    of: ["auto", "never"],
    default: "auto"
  }),
  region: text({
    description: "The AWS region of the pipeline, by default that of the environment (`AWS_REGION`).",
    pattern: /^[a-z]{2}(-[a-z]+)+-\d+$/,
    must: "must be an AWS region such as eu-west-1"
  }),
  "allowed-account-ids": {
    description: "The AWS accounts that may be deployed to, separated by commas or lines; with credentials of another account nothing is sent.",
    default: "",
    parse: parseAccounts
  },
  "github-token": secret({
    description: "The token to look up the pull request of a push with.",
    default: "${{ github.token }}"
  })
};
function readInputs(given) {
  const values = Object.entries(inputs).map(([name, input]) => [
    name,
    readInput(name, input, given(name))
  ]);
  checkContradictions(given, inputs);
  return Object.fromEntries(values);
}

// action/io.ts
const { appendFileSync: appendFileSync2 } = process.getBuiltinModule("fs");

// node_modules/@actions/core/lib/command.js
const os=process.getBuiltinModule("os");
// node_modules/@actions/core/lib/utils.js
function toCommandValue(e){return e==null?"":typeof e=="string"||e instanceof String?e:JSON.stringify(e)}function toCommandProperties(e){return Object.keys(e).length?{title:e.title,file:e.file,line:e.startLine,endLine:e.endLine,col:e.startColumn,endColumn:e.endColumn}:{}}
// node_modules/@actions/core/lib/command.js
function issueCommand(e,t,r){const s=new Command(e,t,r);process.stdout.write(s.toString()+os.EOL)}function issue(e,t=""){issueCommand(e,{},t)}var CMD_STRING="::",Command=class{constructor(e,t,r){e||(e="missing.command"),this.command=e,this.properties=t,this.message=r}toString(){let e=CMD_STRING+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let t=!0;for(const r in this.properties)if(this.properties.hasOwnProperty(r)){const s=this.properties[r];s&&(t?t=!1:e+=",",e+=`${r}=${escapeProperty(s)}`)}}return e+=`${CMD_STRING}${escapeData(this.message)}`,e}};function escapeData(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}
// node_modules/@actions/core/lib/file-command.js
init_crypto();const fs=process.getBuiltinModule("fs"),os2=process.getBuiltinModule("os");function issueFileCommand(n,t){const e=process.env[`GITHUB_${n}`];if(!e)throw new Error(`Unable to find environment variable for file command ${n}`);if(!fs.existsSync(e))throw new Error(`Missing file at path: ${e}`);fs.appendFileSync(e,`${toCommandValue(t)}${os2.EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(n,t){const e=`ghadelimiter_${randomUUID()}`,o=toCommandValue(t);if(n.includes(e))throw new Error(`Unexpected input: name should not contain the delimiter "${e}"`);if(o.includes(e))throw new Error(`Unexpected input: value should not contain the delimiter "${e}"`);return`${n}<<${e}${os2.EOL}${o}${os2.EOL}${e}`}
// node_modules/@actions/core/lib/core.js
const os3=process.getBuiltinModule("os");var ExitCode;(function(e){e[e.Success=0]="Success",e[e.Failure=1]="Failure"})(ExitCode||(ExitCode={}));function exportVariable(e,t){const r=toCommandValue(t);if(process.env[e]=r,process.env.GITHUB_ENV||"")return issueFileCommand("ENV",prepareKeyValueMessage(e,t));issueCommand("set-env",{name:e},r)}function setSecret(e){issueCommand("add-mask",{},e)}function getInput(e,t){const r=process.env[`INPUT_${e.replace(/ /g,"_").toUpperCase()}`]||"";if(t&&t.required&&!r)throw new Error(`Input required and not supplied: ${e}`);return t&&t.trimWhitespace===!1?r:r.trim()}function setOutput(e,t){if(process.env.GITHUB_OUTPUT||"")return issueFileCommand("OUTPUT",prepareKeyValueMessage(e,t));process.stdout.write(os3.EOL),issueCommand("set-output",{name:e},toCommandValue(t))}function error(e,t={}){issueCommand("error",toCommandProperties(t),e instanceof Error?e.toString():e)}function warning(e,t={}){issueCommand("warning",toCommandProperties(t),e instanceof Error?e.toString():e)}function notice(e,t={}){issueCommand("notice",toCommandProperties(t),e instanceof Error?e.toString():e)}function info(e){process.stdout.write(e+os3.EOL)}function startGroup(e){issue("group",e)}function endGroup(){issue("endgroup")}function saveState(e,t){if(process.env.GITHUB_STATE||"")return issueFileCommand("STATE",prepareKeyValueMessage(e,t));issueCommand("save-state",{name:e},toCommandValue(t))}function getState(e){return process.env[`STATE_${e}`]||""}
// action/io.ts
var longestSummary = 1024 * 1024 - 1;
function createRunner() {
  return {
    input: (name) => getInput(name),
    info: (text2) => info(
      text2.split(/\r\n|\r|\n/).map(harmless).join("\n")
    ),
    startGroup: (title) => startGroup(title),
    endGroup: () => endGroup(),
    error: (message, annotation) => error(message, annotation && propertiesOf(annotation)),
    warning: (message) => warning(message),
    notice: (message) => notice(message),
    output: (name, value) => setOutput(name, value),
    saveState: (name, value) => saveState(name, value),
    state: (name) => getState(name),
    summary(markdown) {
      const file = process.env.GITHUB_STEP_SUMMARY;
      if (file) appendFileSync2(file, `${cutBytes(markdown, longestSummary)}
`);
    },
    mask: (text2) => setSecret(text2),
    setVariable: (name, value) => exportVariable(name, typeof value === "string" ? value : value.reveal())
  };
}
function propertiesOf({ title, place }) {
  return { title, file: place?.file, startLine: place?.line, startColumn: place?.column };
}
function harmless(line) {
  return line.replace(/^(\s*)::/, "$1\u200B::").replaceAll("##[", "##\u200B[");
}
function cutBytes(text2, limit) {
  const bytes = Buffer.from(text2);
  return bytes.length <= limit ? text2 : bytes.subarray(0, limit).toString("utf8").replace(/\uFFFD$/, "");
}

// action/region.ts
function regionOf(inputs2, env) {
  const region = inputs2.region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION);
  if (!region) {
    throw new UserError(
      "The AWS region is not known: give the input `region`, or set AWS_REGION before this step."
    );
  }
  return region;
}

// action/secret-files.ts
const { rmSync } = process.getBuiltinModule("fs");
function removeSecretFiles(runner2) {
  const files = JSON.parse(runner2.state("secret-files") || "[]");
  for (const file of files) rmSync(file, { force: true });
}

// action/post.ts
var runner = createRunner();
process.exitCode = await attempt(runner, async () => {
  removeSecretFiles(runner);
  if (!runner.state("starting") || runner.state("finished")) return 0;
  const inputs2 = readInputs(runner.input);
  if (inputs2.pipeline === void 0) return 0;
  const { cleanUpStep } = await import("./clean-up-step.js");
  return cleanUpStep({
    inputs: { ...inputs2, pipeline: inputs2.pipeline },
    region: regionOf(inputs2, process.env),
    runner
  });
});
