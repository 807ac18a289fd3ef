import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import "./chunk-GC2EWBOG.js";
import {
  UserError,
  messageOf
} from "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// action/git.ts
const { spawn } = process.getBuiltinModule("child_process");
function git(args, { folder, header, signal }) {
  const settings = header ? [
    ["http.extraHeader", header.reveal()],
    // An earlier step's helper would answer for CodeCommit, and store what it learns.
    ["credential.helper", ""],
    ["http.followRedirects", "false"]
  ] : [];
  const config = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value]
  ]);
  const env = {
    ...process.env,
    GIT_TERMINAL_PROMPT: "0",
    GIT_TRACE: "0",
    GIT_TRACE_CURL: "0",
    GIT_CURL_VERBOSE: "0",
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(config)
  };
  return new Promise((resolve, reject) => {
    const child = spawn("git", args, { cwd: folder, env, signal, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.once("error", (error) => {
      if (signal.aborted) return reject(signal.reason);
      reject(new UserError(`git cannot be run: ${messageOf(error)}.`, { cause: error }));
    });
    child.once("close", (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

// action/steps/mirror.ts
async function mirror({ repository, branch }, { job, ports, runner, signal }) {
  const { commit } = job.change;
  const folder = job.workspace;
  if (!commit) throw new UserError("The pushed commit is not known (GITHUB_SHA), so it cannot be mirrored.");
  const isShallow = await git(["rev-parse", "--is-shallow-repository"], { folder, signal });
  if (isShallow.code !== 0) {
    throw new UserError(
      "There is no git checkout to mirror: use actions/checkout with `fetch-depth: 0` before this step."
    );
  }
  if (isShallow.stdout.trim() === "true") {
    throw new UserError(
      "The checkout has only a part of the history, which CodeCommit does not take: use `fetch-depth: 0` with actions/checkout."
    );
  }
  const { url, authorization } = await ports.gitAccess(repository);
  const refspec = `${job.forced ? "+" : ""}${commit}:refs/heads/${branch}`;
  runner.info(`Mirroring ${commit} to ${branch} of the CodeCommit repository ${repository}`);
  const push = await git(["push", "--porcelain", url, refspec], { folder, header: authorization, signal });
  if (push.code !== 0) {
    runner.saveState("finished", "true");
    throw new UserError(refusalOf(push.stderr + push.stdout, { repository, branch }));
  }
  return { revision: commit, reused: /^=/m.test(push.stdout) };
}
function refusalOf(output, { repository, branch }) {
  if (/non-fast-forward|fetch first/.test(output)) {
    return `The branch ${branch} of the CodeCommit repository ${repository} has commits that this push has not, so it was not overwritten: mirror to a branch that nobody else pushes to.`;
  }
  if (/\b(401|403)\b|Authentication failed|could not read Username/.test(output)) {
    return `CodeCommit refused the push to ${repository}: allow codecommit:GitPush and codecommit:GitPull on it in the IAM policy of these credentials.`;
  }
  if (/\b404\b|not found/i.test(output))
    return `There is no CodeCommit repository named ${repository} in this region.`;
  const last = output.trim().split("\n").at(-1) ?? "";
  return `git could not push to the CodeCommit repository ${repository} (${last}).`;
}
export {
  mirror
};
