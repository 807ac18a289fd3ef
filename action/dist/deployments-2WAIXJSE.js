import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  BatchGetDeploymentTargets$,
  GetDeployment$,
  ListDeploymentTargets$,
  commonParams
} from "./chunk-LOLCL6KO.js";
import {
  getEndpointPlugin,
  makeBuilder
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// node_modules/@aws-sdk/client-codedeploy/dist-es/commandBuilder.js
var command=makeBuilder(commonParams,"CodeDeploy_20141006","CodeDeployClient",getEndpointPlugin),_ep0={},_mw0=(o,e,m,a)=>[];
// node_modules/@aws-sdk/client-codedeploy/dist-es/commands/BatchGetDeploymentTargetsCommand.js
var BatchGetDeploymentTargetsCommand=class extends command(_ep0,_mw0,"BatchGetDeploymentTargets",BatchGetDeploymentTargets$){};
// node_modules/@aws-sdk/client-codedeploy/dist-es/commands/GetDeploymentCommand.js
var GetDeploymentCommand=class extends command(_ep0,_mw0,"GetDeployment",GetDeployment$){};
// node_modules/@aws-sdk/client-codedeploy/dist-es/commands/ListDeploymentTargetsCommand.js
var ListDeploymentTargetsCommand=class extends command(_ep0,_mw0,"ListDeploymentTargets",ListDeploymentTargets$){};
// shared/aws/deployments.ts
var batchSize = 25;
async function getDeployment(client, id) {
  const { deploymentInfo } = await client.send(new GetDeploymentCommand({ deploymentId: id }));
  return deploymentInfo;
}
async function failedTargets(client, id) {
  return describeTargets(client, id, await targetIds(client, id, { TargetStatus: ["Failed"] }));
}
async function targetIds(client, id, targetFilters) {
  const ids = [];
  let nextToken;
  do {
    const page = await client.send(
      new ListDeploymentTargetsCommand({ deploymentId: id, targetFilters, nextToken })
    );
    ids.push(...page.targetIds ?? []);
    nextToken = page.nextToken;
  } while (nextToken);
  return ids;
}
async function describeTargets(client, id, ids) {
  const targets = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    const batch = ids.slice(start, start + batchSize);
    const command2 = new BatchGetDeploymentTargetsCommand({ deploymentId: id, targetIds: batch });
    targets.push(...(await client.send(command2)).deploymentTargets ?? []);
  }
  return targets;
}
export {
  describeTargets,
  failedTargets,
  getDeployment,
  targetIds
};
