import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

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
async function attempt(runner, work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) {
      const { place } = error;
      runner.error(error.message, place && { place });
    } else {
      const id = crypto.randomUUID().slice(0, 8);
      runner.info(`[${id}] ${describe(error)}`);
      runner.error(`Sorry, something went wrong that should not have: ${messageOf(error)} [${id}]`);
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

// action/steps/check.ts
const { globSync, readdirSync, readFileSync } = process.getBuiltinModule("fs");
const { join, relative, resolve, sep } = process.getBuiltinModule("path");
var usual = /^((buildspec|appspec).*\.ya?ml|appspec.*\.json|pipeline\.(ya?ml|json))$/;
var unknown = "This is neither a buildspec nor an appspec nor a pipeline definition: leave it out of `check`.";
async function checkFiles(inputs, { workspace, runner }) {
  const given = inputs.check;
  const folder = resolve(workspace, inputs.path);
  const names = given ? globSync(
    given.filter((glob) => glob !== "none"),
    { cwd: folder }
  ) : usualIn(folder);
  const files = names.sort().map((name) => relative(workspace, join(folder, name)).split(sep).join("/"));
  if (files.length === 0) return [];
  const { problemsOf } = await import("./check-file-ARNMPV47.js");
  const checked = [];
  const problems = [];
  for (const file of files) {
    const found = await problemsOf(file, readText(join(workspace, file), file));
    if (found) checked.push(file);
    else if (given) problems.push({ place: { file, line: 1, column: 1 }, message: unknown });
    problems.push(...found ?? []);
  }
  for (const { message, place } of problems) runner.error(message, { place });
  if (problems.length === 0) return checked;
  const count = problems.length === 1 ? "One thing is" : `${problems.length} things are`;
  throw new UserError(`${count} wrong with the checked files, so nothing was sent: mend it first.`);
}
function usualIn(folder) {
  try {
    return readdirSync(folder).filter((name) => usual.test(name));
  } catch {
    return [];
  }
}
function readText(path, file) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(`\`${file}\` cannot be read: ${messageOf(error)}.`, { cause: error });
  }
}

export {
  UserError,
  messageOf,
  attempt,
  checkFiles
};
