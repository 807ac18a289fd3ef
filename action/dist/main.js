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
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

// action/attempt.ts
async function attempt(runner2, work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) {
      const { place } = error;
      runner2.error(error.message, place && { file: place.file, line: place.line, col: place.column });
    } else {
      const id = crypto.randomUUID().slice(0, 8);
      runner2.info(`[${id}] ${describe(error)}`);
      runner2.error(`Sorry, something went wrong that should not have: ${messageOf(error)} [${id}]`);
    }
    return 1;
  }
}
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === void 0 ? "" : `
Caused by: ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

// shared/secrets/secret.ts
import { inspect } from "node:util";
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

// action/inputs.ts
var inputs = {
  pipeline: text({
    description: "The name of the pipeline to start.",
    required: true,
    // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html
    pattern: /^[A-Za-z0-9.@_-]{1,100}$/,
    must: "must be a pipeline name: up to 100 letters, digits, dots, dashes, underscores and @"
  }),
  source: choice({
    description: "What the run is to be started on: `s3` packages a folder and uploads it to the pipeline's S3 source, `git` takes the pushed commit of a Git source, `ecr` takes an image digest, `none` lets the pipeline's sources find their own newest revision, and `auto` goes by the pipeline's source action.",
    of: ["auto", "s3", "git", "ecr", "none"],
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
    description: "The outcomes of the run that fail this step: any of `failed`, `stopped`, `cancelled` and `superseded`, or `none`.",
    of: ["failed", "stopped", "cancelled", "superseded"],
    default: "failed, stopped, cancelled, superseded"
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
  checkContradictions((name) => {
    const value = given(name).trim();
    return value !== "" && value !== inputs[name].default;
  }, given);
  return Object.fromEntries(values);
}
var exclusive = [
  ["artifact", void 0, ["path", "include", "exclude"], "a ready file is uploaded as it is"],
  ["source", "s3", ["image-digest"], "an S3 source takes an uploaded artifact"],
  [
    "source",
    "git",
    ["path", "include", "exclude", "artifact", "bucket", "key", "image-digest"],
    "a Git source takes a commit"
  ],
  [
    "source",
    "ecr",
    ["path", "include", "exclude", "artifact", "bucket", "key"],
    "an ECR source takes an image digest"
  ],
  [
    "source",
    "none",
    ["path", "include", "exclude", "artifact", "bucket", "key", "image-digest", "source-action"],
    "no revision is given"
  ],
  [
    "image-digest",
    void 0,
    ["path", "include", "exclude", "artifact", "bucket", "key"],
    "an image is not uploaded"
  ],
  ["start", "false", ["variables", "wait", "fail-on", "on-cancel", "timeout-minutes"], "no run is started"],
  ["start", "by-upload", ["variables"], "a run that the upload starts takes none"],
  ["wait", "none", ["fail-on", "on-cancel", "timeout-minutes"], "the run is not followed"]
];
function checkContradictions(isGiven, given) {
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
function contradiction(one, other, why) {
  return `The inputs ${one} and \`${other}\` contradict each other: ${why}.`;
}
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

// action/io.ts
import { appendFileSync, readFileSync } from "node:fs";
var longestSummary = 1024 * 1024 - 1;
function createRunner(env, write) {
  const command = (name, message, place = {}) => {
    const properties = Object.entries(place).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    write(`::${[name, properties.join(",")].filter(Boolean).join(" ")}::${escapeMessage(message)}
`);
  };
  const append = (variable, text2) => {
    const file = env[variable];
    if (file) appendFileSync(file, text2);
  };
  return {
    env,
    input: (name) => env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "",
    event: () => {
      const file = env.GITHUB_EVENT_PATH;
      if (!file) return void 0;
      try {
        return JSON.parse(readFileSync(file, "utf8"));
      } catch {
        return void 0;
      }
    },
    info: (text2) => write(
      `${text2.split(/\r\n|\r|\n/).map(harmless).join("\n")}
`
    ),
    startGroup: (title) => command("group", title),
    endGroup: () => command("endgroup", ""),
    error: (message, place) => command("error", message, place),
    warning: (message) => command("warning", message),
    notice: (message) => command("notice", message),
    output: (name, value) => append("GITHUB_OUTPUT", assignment(name, value)),
    saveState: (name, value) => append("GITHUB_STATE", assignment(name, value)),
    state: (name) => env[`STATE_${name}`] ?? "",
    summary: (markdown) => append("GITHUB_STEP_SUMMARY", `${cutBytes(markdown, longestSummary)}
`)
  };
}
function assignment(name, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  return `${name}<<${delimiter}
${value}
${delimiter}
`;
}
function harmless(line) {
  return line.replace(/^(\s*)::/, "$1\u200B::").replaceAll("##[", "##\u200B[");
}
function escapeMessage(text2) {
  return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text2) {
  return escapeMessage(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
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

// action/main.ts
var runner = createRunner(process.env, (text2) => process.stdout.write(text2));
process.exitCode = await attempt(runner, async () => {
  const inputs2 = readInputs(runner.input);
  const region = regionOf(inputs2, process.env);
  const { runStep } = await import("./run-step.js");
  return runStep({ inputs: inputs2, region, runner });
});
