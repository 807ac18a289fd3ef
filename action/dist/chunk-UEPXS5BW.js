import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  explain,
  isRefused
} from "./chunk-F5DHSUFE.js";

// shared/providers/console.ts
function consolePage(region, path) {
  return `https://${region}.console.aws.amazon.com/${path}`;
}

// shared/providers/define.ts
function defineProvider(provider) {
  return provider;
}

// shared/providers/cloudformation.ts
var cloudformation_default = defineProvider({
  provider: "CloudFormation",
  describe: ({ externalId }) => externalId ? `stack ${stackOf(externalId)}` : "a stack",
  link: ({ externalId, externalUrl }, region) => {
    if (!externalId?.startsWith("arn:")) return externalUrl;
    const path = `cloudformation/home?region=${region}#/stacks/events`;
    return consolePage(region, `${path}?stackId=${encodeURIComponent(externalId)}`);
  }
});
function stackOf(id) {
  return /:stack\/([^/]+)/.exec(id)?.[1] ?? id;
}

// shared/providers/codebuild.ts
var logLines = 20;
var codebuild_default = defineProvider({
  provider: "CodeBuild",
  describe: ({ externalId }) => externalId ? `build ${externalId}` : "a build",
  reason,
  link: ({ externalId, externalUrl }, region) => {
    if (!externalId) return externalUrl;
    const [project = ""] = externalId.split(":");
    const path = `codesuite/codebuild/projects/${encodeURIComponent(project)}/build`;
    return consolePage(region, `${path}/${encodeURIComponent(externalId)}?region=${region}`);
  }
});
async function reason({ externalId }, context) {
  if (!externalId) return void 0;
  const { getBuild } = await import("./builds-33IIS4ZZ.js");
  const build = await getBuild(await context.clients.codebuild(), externalId);
  return build && { ...failureOf(build), log: await logOf(build, context), url: build.logs?.deepLink };
}
function failureOf(build) {
  const failed = build.phases?.find(isFailed);
  const said = failed?.contexts?.map(({ message }) => message).filter(Boolean) ?? [];
  const text = said.join(" ") || `The build ended as ${build.buildStatus ?? "failed"}.`;
  return failed?.phaseType ? { text, where: failed.phaseType } : { text };
}
function isFailed({ phaseStatus }) {
  return phaseStatus !== void 0 && !["SUCCEEDED", "IN_PROGRESS", "QUEUED"].includes(phaseStatus);
}
async function logOf({ logs }, { clients }) {
  const { groupName: group, streamName: stream } = logs ?? {};
  if (!group || !stream) return void 0;
  const [{ lastLines }, { isDenied, isNotFound }] = await Promise.all([
    import("./logs-I2WHDAFZ.js"),
    import("./errors-QKBUWZIG.js")
  ]);
  try {
    return await lastLines(await clients.logs(), { group, stream, count: logLines });
  } catch (error) {
    if (isDenied(error) || isNotFound(error)) return void 0;
    throw error;
  }
}

// shared/providers/codecommit.ts
var codecommit_default = defineProvider({
  provider: "CodeCommit",
  describe: () => "a commit in CodeCommit"
});

// shared/providers/codedeploy.ts
var logLines2 = 20;
var codedeploy_default = defineProvider({
  provider: "CodeDeploy",
  describe: ({ externalId }) => externalId ? `deployment ${externalId}` : "a deployment",
  reason: reason2,
  link: deploymentLink
});
function deploymentLink({ externalId, externalUrl }, region) {
  if (!externalId) return externalUrl;
  const path = `codesuite/codedeploy/deployments/${encodeURIComponent(externalId)}`;
  return consolePage(region, `${path}?region=${region}`);
}
async function reason2(action, { clients, run }) {
  const { externalId } = action;
  if (!externalId) return void 0;
  const { failedTargets, getDeployment } = await import("./deployments-VGQ6D6O6.js");
  const client = await clients.codedeploy();
  const url = deploymentLink(action, run.region);
  const failures = (await failedTargets(client, externalId)).flatMap(failuresOf);
  const [first] = failures.sort((a, b) => timeOf(a.event) - timeOf(b.event));
  if (first) return { ...explain2(first), url };
  const { errorInformation } = await getDeployment(client, externalId) ?? {};
  const text = errorInformation?.message ?? errorInformation?.code;
  return text ? { text, url } : void 0;
}
function failuresOf(each) {
  const target = each.instanceTarget ?? each.ecsTarget ?? each.lambdaTarget ?? each.cloudFormationTarget;
  const failed = target?.lifecycleEvents?.filter(({ status }) => status === "Failed") ?? [];
  return failed.map((event) => ({ target: target?.targetId ?? "a target", event }));
}
function timeOf({ startTime }) {
  return startTime?.getTime() ?? Infinity;
}
function explain2({ target, event }) {
  const { diagnostics = {} } = event;
  const log = logOf2(diagnostics);
  return {
    text: [scriptOf(diagnostics), messageOf(diagnostics)].filter(Boolean).join(": ") || "The lifecycle event failed.",
    where: `${event.lifecycleEventName} on ${target}`,
    ...log.length > 0 && { log }
  };
}
function scriptOf({ scriptName }) {
  return scriptName || void 0;
}
function messageOf({ message, errorCode }) {
  return message || (errorCode && errorCode !== "Success" ? errorCode : void 0);
}
function logOf2({ logTail = "" }) {
  return logTail.split(/\r?\n/).filter((line) => line.trim() !== "").slice(-logLines2);
}

// shared/providers/codestar-connection.ts
var codestar_connection_default = defineProvider({
  provider: "CodeStarSourceConnection",
  describe: () => "a commit"
});

// shared/providers/ecr.ts
var ecr_default = defineProvider({
  provider: "ECR",
  describe: () => "an image in ECR"
});

// shared/providers/manual.ts
var manual_default = defineProvider({
  provider: "Manual",
  describe: () => "an approval",
  async reason({ summary }) {
    return { text: summary ? `Not approved: ${summary}` : "Rejected, or nobody answered in time." };
  }
});

// shared/providers/s3.ts
var s3_default = defineProvider({
  provider: "S3",
  describe: ({ category }) => category === "Source" ? "an object in S3" : "files to S3"
});

// shared/providers/providers.gen.ts
var providers = [
  cloudformation_default,
  codebuild_default,
  codecommit_default,
  codedeploy_default,
  codestar_connection_default,
  ecr_default,
  manual_default,
  s3_default
];

// shared/providers/find.ts
var byName = new Map(providers.map((provider) => [provider.provider, provider]));
function providerOf({ provider }) {
  return byName.get(provider);
}
function describeAction(action) {
  return providerOf(action)?.describe(action) ?? action.provider;
}
function createReasonFinder(clients) {
  return async (run, stageName, actionName) => {
    const stage = run.stages.find(({ name }) => name === stageName);
    const action = stage?.actions.find(({ name }) => name === actionName);
    if (action?.status !== "Failed") return void 0;
    const provider = providerOf(action);
    const url = provider?.link?.(action, run.region) ?? action.externalUrl;
    try {
      const found = await provider?.reason?.(action, { clients, run });
      if (found) return { ...found, url: found.url ?? url };
    } catch (error) {
      if (!isRefused(error)) throw explain(error, { region: run.region, pipeline: run.pipeline });
    }
    return ownReason(action, url);
  };
}
function ownReason({ summary }, url) {
  return summary ? { text: summary, url } : void 0;
}

export {
  describeAction,
  createReasonFinder
};
