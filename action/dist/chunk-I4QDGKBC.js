import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  UserError,
  messageOf
} from "./chunk-3BTI3G27.js";

// action/steps/check.ts
const { globSync, readFileSync } = process.getBuiltinModule("fs");
const { join, relative, resolve, sep } = process.getBuiltinModule("path");
var usual = ["{buildspec,appspec}*.{yml,yaml}", "appspec*.json", "pipeline.{yml,yaml,json}"];
var unknown = "This is neither a buildspec nor an appspec nor a pipeline definition: leave it out of `check`.";
async function checkFiles(inputs, { workspace, runner }) {
  const given = inputs.check;
  const folder = resolve(workspace, inputs.path);
  const names = globSync(given?.filter((glob) => glob !== "none") ?? usual, { cwd: folder });
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
function readText(path, file) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(`\`${file}\` cannot be read: ${messageOf(error)}.`, { cause: error });
  }
}

export {
  checkFiles
};
