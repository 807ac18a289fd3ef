import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  Secret
} from "./chunk-GC2EWBOG.js";
import {
  UserError,
  messageOf
} from "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// action/steps/secrets.ts
const { existsSync, realpathSync } = process.getBuiltinModule("fs");
const { mkdir, writeFile } = process.getBuiltinModule("fs/promises");
const { homedir } = process.getBuiltinModule("os");
const { dirname, isAbsolute, relative, resolve, sep } = process.getBuiltinModule("path");

// action/secret-files.ts
var secretFilesVariable = "DRAWBRIDGE_SECRET_FILES";

// action/secret-lines.ts
function isReserved(name) {
  return /^(GITHUB_|RUNNER_|ACTIONS_|INPUT_|STATE_)|^(NODE_OPTIONS|PATH|CI)$/i.test(name);
}

// action/steps/secrets.ts
async function takeSecrets(lines, ports) {
  const { runner, values, workspace } = ports;
  const found = (await Promise.all(lines.map((line) => read(line, values)))).flat();
  refuseDoubles(found);
  for (const { value } of found) for (const text of textsToMask(value)) runner.mask(text);
  const inFiles = found.flatMap(({ file, value }) => file === void 0 ? [] : [{ file, value }]);
  const files = inFiles.map(({ file }) => resolve(workspace, file.replace(/^~(?=\/)/, homedir())));
  for (const [index, path] of files.entries()) refuseDetour(inFiles[index].file, path, workspace);
  const there = files.find((path) => existsSync(path));
  if (there !== void 0)
    throw new UserError(`The secret file \`${there}\` is there already: name another.`);
  if (files.length > 0) {
    runner.saveState("secret-files", JSON.stringify(files));
    runner.setVariable(secretFilesVariable, [...ports.secretFiles, ...files].join("\n"));
  }
  for (const [index, path] of files.entries()) await writeSecret(path, inFiles[index].value);
  let variables = 0;
  for (const { variable, value } of found) {
    if (variable === void 0) continue;
    runner.setVariable(variable, value);
    variables += 1;
  }
  runner.info(
    `Secrets: ${count(variables, "environment variable")} and ${count(files.length, "file")}, masked.`
  );
  return files;
}
async function read(line, values) {
  const { target, source } = line;
  if (target.kind === "variables") {
    const many = source.kind === "path" ? await below(source.path, values) : fieldsOf(await one(line, values), line);
    if (many.size === 0) throw new UserError(`There is nothing at \`${line.text}\` of \`secrets\`.`);
    return [...many].map(([name, value2]) => ({ variable: nameOf(target.prefix, name, line), value: value2, line }));
  }
  const whole = await one(line, values);
  const field = source.kind === "secret" ? source.field : void 0;
  const value = field === void 0 ? whole : fieldsOf(whole, line).get(field);
  if (!value) throw new UserError(`The secret of \`${line.text}\` has no field \`${field}\`.`);
  return [
    target.kind === "file" ? { file: target.path, value, line } : { variable: target.name, value, line }
  ];
}
async function below(path, values) {
  const found = await values.parametersBelow(path);
  return new Map([...found].map(([name, value]) => [name.slice(path.length), value]));
}
async function one({ source, text }, values) {
  const value = source.kind === "secret" ? await values.secret(source) : source.kind === "parameter" ? await values.parameter(source.name) : void 0;
  if (value) return value;
  throw new UserError(
    `The secret of \`${text}\` does not exist: check its name, its version and the region.`
  );
}
function fieldsOf(secret, { text }) {
  const members = parsed(secret.reveal());
  if (typeof members !== "object" || members === null || Array.isArray(members)) {
    throw new UserError(`The secret of \`${text}\` is no JSON object, so it has no fields to take.`);
  }
  return new Map(
    Object.entries(members).map(([name, value]) => [
      name,
      new Secret(typeof value === "string" ? value : JSON.stringify(value))
    ])
  );
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function nameOf(prefix, found, { text }) {
  const name = `${prefix}${found.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}`;
  if (/^[A-Za-z_]/.test(name) && !isReserved(name)) return name;
  throw new UserError(
    `\`${found}\` of \`${text}\` cannot become the environment variable \`${name}\`: take it by a line of its own.`
  );
}
function refuseDoubles(found) {
  const lines = /* @__PURE__ */ new Map();
  for (const { variable, line } of found) {
    if (variable === void 0) continue;
    const other = lines.get(variable);
    if (other)
      throw new UserError(`\`${other.text}\` and \`${line.text}\` of \`secrets\` both set \`${variable}\`.`);
    lines.set(variable, line);
  }
}
function textsToMask(secret) {
  const texts = /* @__PURE__ */ new Set();
  const add = (text) => {
    for (const line of text.split(/\r\n|\r|\n/).map((each) => each.trim())) {
      if (line.length > 1 && /[\p{L}\p{N}]/u.test(line)) texts.add(line);
    }
  };
  const addLeaves = (value) => {
    if (typeof value === "object" && value !== null) Object.values(value).forEach(addLeaves);
    else if (typeof value === "string" || typeof value === "number") add(String(value));
  };
  add(secret.reveal());
  addLeaves(parsed(secret.reveal()));
  return [...texts];
}
function refuseDetour(given, path, workspace) {
  if (!given.startsWith(".")) return;
  let folder = dirname(path);
  while (!existsSync(folder)) folder = dirname(folder);
  const way = relative(realpathSync(workspace), realpathSync(folder));
  if (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw new UserError(
    `The secret file \`${given}\` leads out of the workspace by a symbolic link: name another.`
  );
}
async function writeSecret(path, value) {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, value.reveal(), { mode: 384, flag: "wx" });
  } catch (error) {
    throw new UserError(`The secret file \`${path}\` cannot be written: ${messageOf(error)}.`, {
      cause: error
    });
  }
}
function count(number, what) {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
export {
  takeSecrets,
  textsToMask
};
