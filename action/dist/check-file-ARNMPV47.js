import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  parseYaml
} from "./chunk-YEJA2UMT.js";
import "./chunk-PIRREV26.js";

// action/steps/check-file.ts
const { basename } = process.getBuiltinModule("path");

// shared/spec/grammar.ts
function read(parsed, reader) {
  if (parsed.problems) return parsed;
  const problems = [];
  const spec = reader(parsed.spec, {
    path: "",
    report: (place, message) => problems.push({ place, message })
  });
  if (problems.length > 0 || spec === void 0) return { problems: problems.sort(byPlace) };
  return { spec };
}
var byPlace = (a, b) => a.place.line - b.place.line || a.place.column - b.place.column;
function required(reader) {
  return Object.assign((node, at) => reader(node, at), { required: true });
}
var text = (node, at) => {
  if (node.kind !== "scalar") return wrong(node, at, "text");
  if (node.value === null) return empty(node, at);
  return node.text;
};
var anyText = (node, at) => node.kind === "scalar" ? node.text : wrong(node, at, "text");
function matching(pattern, what) {
  return (node, at) => {
    const value = text(node, at);
    if (value === void 0 || pattern.test(value)) return value;
    at.report(node.place, `${name(at)} must be ${what}, not ${quote(value)}.`);
    return void 0;
  };
}
function oneOf(values) {
  return (node, at) => {
    const value = text(node, at);
    if (value === void 0) return void 0;
    const found = values.find((v) => v === value);
    if (found === void 0)
      at.report(node.place, `${name(at)} must be ${alternatives(values)}, not ${quote(value)}.`);
    return found;
  };
}
var flag = (node, at) => {
  const value = text(node, at);
  if (value === void 0) return void 0;
  if (/^(true|yes)$/i.test(value)) return true;
  if (/^(false|no)$/i.test(value)) return false;
  at.report(node.place, `${name(at)} must be \`yes\` or \`no\`, not ${quote(value)}.`);
  return void 0;
};
function integer(min, max) {
  return (node, at) => {
    const value = text(node, at);
    if (value === void 0) return void 0;
    if (/^\d{1,15}$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value);
    at.report(node.place, `${name(at)} must be a whole number from ${min} to ${max}, not ${quote(value)}.`);
    return void 0;
  };
}
function list(reader, options = {}) {
  const { min = 0, max = Number.POSITIVE_INFINITY } = options;
  return (node, at) => {
    if (node.kind === "scalar" && node.value === null) return empty(node, at);
    if (node.kind !== "list") return wrong(node, at, "a list");
    if (node.items.length < min)
      at.report(node.place, `${name(at)} needs at least ${min === 1 ? "one item" : `${min} items`}.`);
    if (node.items.length > max)
      at.report(node.place, `${name(at)} takes at most ${max} items, not ${node.items.length}.`);
    const values = node.items.map((item, i) => reader(item, { ...at, path: `${at.path}[${i}]` }));
    return values.filter((value) => value !== void 0);
  };
}
function record(reader, check) {
  return (node, at) => {
    if (node.kind === "scalar" && node.value === null) return empty(node, at);
    if (node.kind !== "map") return wrong(node, at, "a map of names to values");
    const values = /* @__PURE__ */ Object.create(null);
    for (const entry of node.entries) {
      const complaint = check?.(entry.key);
      if (complaint) at.report(entry.place, complaint);
      const value = reader(entry.value, inside(at, entry.key));
      if (value !== void 0) values[entry.key] = value;
    }
    return values;
  };
}
function fields(known) {
  return (node, at) => {
    if (node.kind === "scalar" && node.value === null) return empty(node, at);
    if (node.kind !== "map") return wrong(node, at, "a map");
    const values = {};
    for (const entry of node.entries) {
      const reader = Object.hasOwn(known, entry.key) ? known[entry.key] : void 0;
      if (reader) values[entry.key] = reader(entry.value, inside(at, entry.key));
      else at.report(entry.place, unknownKey(at.path, entry.key, Object.keys(known)));
    }
    for (const [key, reader] of Object.entries(known))
      if (reader.required && !node.entries.some((entry) => entry.key === key))
        at.report(node.place, `${at.path ? name(at) : "The file"} needs \`${key}\`.`);
    return values;
  };
}
function checked(reader, check) {
  return (node, at) => {
    const value = reader(node, at);
    const complaint = value === void 0 ? void 0 : check(value, at);
    if (complaint) at.report(node.place, complaint);
    return value;
  };
}
function mapped(reader, map) {
  return (node, at) => {
    const value = reader(node, at);
    return value === void 0 ? void 0 : map(value);
  };
}
function unknownKey(path, key, known) {
  const near = nearest(key, known);
  const mend = near ? `did you mean \`${near}\`?` : `use ${alternatives(known)}.`;
  return `Unknown key ${quote(key)}${path ? ` in \`${path}\`` : ""}: ${mend}`;
}
function nearest(word, known) {
  const plain = (s) => s.toLowerCase().replaceAll(/[_\s-]/g, "");
  const ranked = known.map((candidate) => ({ candidate, distance: editDistance(plain(word.slice(0, 100)), plain(candidate)) })).sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(1, Math.floor(best.candidate.length / 4)) ? best.candidate : void 0;
}
function editDistance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i, j) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY
      );
    }
  }
  return at(a.length, b.length);
}
function inside(at, key) {
  return { ...at, path: at.path ? `${at.path}.${key}` : key };
}
var name = (at) => at.path ? `\`${at.path}\`` : "The file";
var quote = (value) => `\`${value.length > 60 ? `${value.slice(0, 60)}\u2026` : value}\``.replaceAll(/\s+/g, " ");
function alternatives(values) {
  const quoted = values.map((value) => `\`${value}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}
function wrong(node, at, wanted) {
  const got = { scalar: "text", list: "a list", map: "a map" }[node.kind];
  const mend = wanted === "text" && node.kind === "map" ? ": quote the whole if a `: ` is part of the text" : "";
  at.report(node.place, `${name(at)} must be ${wanted}, not ${got}${mend}.`);
}
function empty(node, at) {
  at.report(node.place, `${name(at)} is empty: give it a value or remove it.`);
}

// shared/spec/appspec-events.ts
var version = matching(/^0\.0$/, "`0.0`");
var reserved = ["Start", "BlockTraffic", "DownloadBundle", "Install", "TestTraffic", "AllowTraffic", "End"];
function orEmpty(reader, empty2) {
  return (node, at) => node.kind === "scalar" && node.value === null ? empty2 : reader(node, at);
}
function events(known, hook) {
  const check = (name2) => known.includes(name2) ? void 0 : noHook(name2, known);
  return mapped(record(hook, check), (hooks) => new Map(Object.entries(hooks)));
}
function noHook(name2, known) {
  if (reserved.includes(name2)) return `\`${name2}\` takes no hook: CodeDeploy itself works in it.`;
  const near = nearest(name2, known);
  if (near) return `There is no lifecycle event \`${name2}\`: did you mean \`${near}\`?`;
  return `There is no lifecycle event \`${name2}\` here: use ${known.map((event) => `\`${event}\``).join(", ")}.`;
}

// shared/spec/appspec-resources.ts
var lambdaEvents = ["BeforeAllowTraffic", "AfterAllowTraffic"];
var ecsEvents = ["BeforeInstall", "AfterInstall", "AfterAllowTestTraffic", ...lambdaEvents];
function relaxed(known) {
  const strict = fields(known);
  const names = Object.keys(known);
  return (node, at) => {
    if (node.kind !== "map") return strict(node, at);
    const entries = node.entries.map((entry) => {
      const name2 = names.find((candidate) => candidate.toLowerCase() === entry.key.toLowerCase());
      return { ...entry, key: name2 ?? entry.key };
    });
    return strict({ ...node, entries }, at);
  };
}
function joined(reader) {
  const items = mapped(list(reader, { min: 1 }), (maps) => new Map(maps.flatMap((map) => [...map])));
  return (node, at) => node.kind === "map" ? reader(node, at) : items(node, at);
}
var functionVersion = matching(/^(\d+|\$LATEST)$/, "a version number");
var lambdaFunction = mapped(
  relaxed({
    type: required(oneOf(["AWS::Lambda::Function"])),
    properties: required(
      relaxed({
        name: required(text),
        alias: required(text),
        currentversion: required(functionVersion),
        targetversion: required(functionVersion)
      })
    )
  }),
  ({ properties }) => properties
);
var lambdaAppspec = mapped(
  relaxed({
    version: required(version),
    resources: required(joined(mapped(record(lambdaFunction), (read2) => new Map(Object.entries(read2))))),
    hooks: orEmpty(joined(events(lambdaEvents, text)), /* @__PURE__ */ new Map())
  }),
  ({ resources = /* @__PURE__ */ new Map(), hooks = /* @__PURE__ */ new Map() }) => ({
    platform: "Lambda",
    functions: [...resources.values()],
    hooks
  })
);
var ecsService = mapped(
  relaxed({
    Type: required(oneOf(["AWS::ECS::Service"])),
    Properties: required(
      relaxed({
        TaskDefinition: required(text),
        LoadBalancerInfo: required(
          relaxed({ ContainerName: required(text), ContainerPort: required(integer(1, 65535)) })
        ),
        PlatformVersion: text,
        NetworkConfiguration: relaxed({
          AwsvpcConfiguration: required(
            relaxed({
              Subnets: required(list(text, { min: 1, max: 16 })),
              SecurityGroups: list(text, { max: 5 }),
              AssignPublicIp: oneOf(["ENABLED", "DISABLED"])
            })
          )
        }),
        CapacityProviderStrategy: list(
          relaxed({ CapacityProvider: required(text), Base: integer(0, 1e5), Weight: integer(0, 1e3) })
        )
      })
    )
  }),
  ({ Properties }) => Properties
);
var ecsAppspec = mapped(
  relaxed({
    version: required(version),
    Resources: required(list(relaxed({ TargetService: required(ecsService) }), { min: 1 })),
    Hooks: orEmpty(joined(events(ecsEvents, text)), /* @__PURE__ */ new Map())
  }),
  ({ Resources = [], Hooks = /* @__PURE__ */ new Map() }) => ({
    platform: "ECS",
    services: Resources.map(({ TargetService }) => TargetService),
    hooks: Hooks
  })
);

// shared/spec/appspec.ts
var scriptedEvents = [
  "BeforeBlockTraffic",
  "AfterBlockTraffic",
  "ApplicationStop",
  "BeforeInstall",
  "AfterInstall",
  "ApplicationStart",
  "ValidateService",
  "BeforeAllowTraffic",
  "AfterAllowTraffic"
];
var unquotedVersion = (node, at) => {
  if (node.kind !== "scalar" || node.value !== "0.0") return version(node, at);
  at.report(node.place, "`version` must be the number `0.0`, without quotes.");
  return void 0;
};
var pathInBundle = checked(
  text,
  (path, at) => path.split(/[\\/]/).includes("..") ? `\`${at.path}\` must stay within the bundle, without \`..\`.` : void 0
);
var fileExistsBehavior = oneOf(["DISALLOW", "OVERWRITE", "RETAIN"]);
var fileMapping = fields({
  source: required(pathInBundle),
  destination: required(matching(/^([/\\]|[A-Za-z]:)/, "an absolute path on the server"))
});
var permission = fields({
  object: required(text),
  pattern: text,
  except: orEmpty(list(text), []),
  type: list(oneOf(["file", "directory"])),
  owner: text,
  group: text,
  mode: matching(/^[0-7]{1,4}$/, "one to four octal digits, such as `755`"),
  acls: list(text),
  context: fields({ user: text, type: required(text), range: text })
});
var hookScript = mapped(
  fields({ location: required(pathInBundle), timeout: integer(1, 3600), runas: text }),
  ({ location, timeout = 3600, runas }) => ({ location, timeout, runas })
);
var serverAppspec = mapped(
  checked(
    fields({
      version: required(unquotedVersion),
      os: required(oneOf(["linux", "windows"])),
      file_exists_behavior: fileExistsBehavior,
      files: orEmpty(list(fileMapping), []),
      permissions: orEmpty(list(permission), []),
      hooks: orEmpty(events(scriptedEvents, orEmpty(list(hookScript), [])), /* @__PURE__ */ new Map())
    }),
    ({ os, permissions }) => os === "windows" && permissions?.length ? "`permissions` are for linux only: remove them." : void 0
  ),
  ({ os, file_exists_behavior, files = [], permissions = [], hooks = /* @__PURE__ */ new Map() }) => ({
    platform: "Server",
    os,
    fileExistsBehavior: file_exists_behavior,
    files,
    permissions,
    hooks
  })
);
function parseAppspec(source, file, platform) {
  const parsed = parseYaml(source, file);
  if (parsed.problems) return parsed;
  const readers = { Server: serverAppspec, Lambda: lambdaAppspec, ECS: ecsAppspec };
  return read(parsed, readers[platform ?? platformOf(parsed.spec, source)]);
}
function platformOf(node, source) {
  const hasResources = node.kind === "map" && node.entries.some(({ key }) => key.toLowerCase() === "resources");
  if (!hasResources) return "Server";
  return source.includes("AWS::Lambda::Function") ? "Lambda" : "ECS";
}

// shared/spec/buildspec.ts
var onFailure = (node, at) => {
  const value = text(node, at);
  if (value === void 0) return void 0;
  const match = /^(?:(ABORT|CONTINUE)|RETRY(?:-(\d{1,3}))?(?:-(.+))?)$/s.exec(value);
  const retries = Number(match?.[2] ?? 3);
  if (!match || retries > 100) {
    const forms = "`ABORT`, `CONTINUE`, `RETRY`, `RETRY-count` (0 to 100), `RETRY-regex` or `RETRY-count-regex`";
    at.report(node.place, `\`${at.path}\` must be ${forms}, not \`${value}\`.`);
    return void 0;
  }
  const pattern = match[3] ?? ".*";
  try {
    new RegExp(pattern);
  } catch {
    at.report(node.place, `\`${at.path}\` holds a regular expression that cannot be read, \`${pattern}\`.`);
    return void 0;
  }
  return { action: match[1] ?? "RETRY", retries, pattern };
};
var texts = (min = 1) => list(text, { min });
var envName = (key) => {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key))
    return `\`${key}\` cannot name an environment variable: use letters, digits and \`_\`, and start with no digit.`;
  if (key.startsWith("CODEBUILD_"))
    return `\`${key}\` is taken: CodeBuild keeps names that start with \`CODEBUILD_\`.`;
  return void 0;
};
var env = fields({
  shell: oneOf(["bash", "sh", "/bin/sh", "powershell.exe", "cmd.exe"]),
  variables: record(anyText, envName),
  "parameter-store": record(text, envName),
  "secrets-manager": record(
    matching(
      /^(arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:)?[^:]+(:[^:]*){0,3}$/,
      "`secret-id:json-key:version-stage:version-id`"
    ),
    envName
  ),
  "exported-variables": list(text),
  "git-credential-helper": flag
});
var phaseFields = { "run-as": text, "on-failure": onFailure, commands: texts(), finally: texts() };
var phase = fields({ ...phaseFields, commands: required(texts()) });
var install = checked(
  fields({ ...phaseFields, "runtime-versions": record(text) }),
  (read2, at) => "commands" in read2 || "finally" in read2 || "runtime-versions" in read2 ? void 0 : `\`${at.path}\` needs \`commands\` or \`runtime-versions\`.`
);
var artifactFields = {
  files: texts(),
  name: text,
  "discard-paths": flag,
  "base-directory": text,
  "exclude-paths": list(text),
  "enable-symlinks": flag,
  "s3-prefix": text
};
var artifactName = (key) => /^\w{1,128}$/.test(key) ? void 0 : `\`${key}\` cannot name an artifact: use letters, digits and \`_\`.`;
var artifacts = checked(
  fields({
    ...artifactFields,
    "secondary-artifacts": record(fields({ ...artifactFields, files: required(texts()) }), artifactName)
  }),
  (read2, at) => "files" in read2 || "secondary-artifacts" in read2 ? void 0 : `\`${at.path}\` needs \`files\`.`
);
var report = fields({
  files: required(texts()),
  "file-format": oneOf([
    "CUCUMBERJSON",
    "JUNITXML",
    "NUNITXML",
    "NUNIT3XML",
    "TESTNGXML",
    "VISUALSTUDIOTRX",
    "CLOVERXML",
    "COBERTURAXML",
    "JACOCOXML",
    "SIMPLECOV"
  ]),
  "base-directory": text,
  "discard-paths": flag
});
var cache = fields({
  key: text,
  "fallback-keys": list(text, { max: 5 }),
  action: oneOf(["restore", "save"]),
  paths: required(texts())
});
var identifier = matching(/^[A-Za-z]\w{0,127}$/, "letters, digits and `_`, with a letter first");
var batchEnv = {
  "compute-type": text,
  fleet: text,
  image: text,
  "privileged-mode": flag,
  type: text,
  variables: record(anyText, envName)
};
var batchBuild = {
  identifier: required(identifier),
  buildspec: text,
  "debug-session": flag,
  env: fields(batchEnv),
  "ignore-failure": flag
};
var graph = (node, at) => {
  const builds = list(fields({ ...batchBuild, "depend-on": list(text) }), { min: 1 })(node, at);
  const known = new Set(builds?.map((build) => build.identifier));
  for (const build of builds ?? [])
    for (const name2 of build["depend-on"] ?? [])
      if (!known.has(name2))
        at.report(
          node.place,
          `\`${build.identifier}\` depends on \`${name2}\`, which is no build of \`${at.path}\`.`
        );
  return builds;
};
var batch = fields({
  "fast-fail": flag,
  "build-graph": graph,
  "build-list": list(fields({ ...batchBuild, identifier }), { min: 1 }),
  "build-matrix": fields({
    static: fields({ "ignore-failure": flag, env: fields(batchEnv) }),
    dynamic: fields({
      buildspec: texts(),
      env: fields({
        "compute-type": texts(),
        image: texts(),
        type: texts(),
        variables: record(list(anyText), envName)
      })
    })
  }),
  "build-fanout": fields({ parallelism: required(integer(1, 1e3)), "ignore-failure": flag })
});
var buildspec = fields({
  version: required(oneOf(["0.2", "0.1"])),
  "run-as": text,
  env,
  proxy: fields({ "upload-artifacts": flag, logs: flag }),
  batch,
  phases: required(fields({ install, pre_build: phase, build: phase, post_build: phase })),
  reports: record(report),
  artifacts,
  cache
});
function parseBuildspec(source, file) {
  return read(parseYaml(source, file), buildspec);
}

// action/steps/check-file.ts
async function problemsOf(file, text2) {
  const name2 = basename(file).toLowerCase();
  if (name2.includes("buildspec")) return parseBuildspec(text2, file).problems ?? [];
  if (name2.includes("appspec")) return parseAppspec(text2, file).problems ?? [];
  const { spec: root, problems } = parseYaml(text2, file);
  if (problems) return problems;
  const has = (key) => root.kind === "map" && root.entries.some((entry) => entry.key === key);
  if (has("pipeline") || has("stages") && has("roleArn")) {
    const { parsePipeline } = await import("./pipeline-file-IFRKNVVB.js");
    return parsePipeline(text2, file).problems ?? [];
  }
  if (has("phases")) return parseBuildspec(text2, file).problems ?? [];
  if (has("hooks") || has("Hooks") || has("Resources")) return parseAppspec(text2, file).problems ?? [];
  return void 0;
}
export {
  problemsOf
};
