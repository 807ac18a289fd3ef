import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  BatchGetBuilds$,
  commonParams
} from "./chunk-QJNO5YFT.js";
import {
  getEndpointPlugin,
  makeBuilder
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// node_modules/@aws-sdk/client-codebuild/dist-es/commandBuilder.js
var command=makeBuilder(commonParams,"CodeBuild_20161006","CodeBuildClient",getEndpointPlugin),_ep0={},_mw0=(m,o,a,d)=>[];
// node_modules/@aws-sdk/client-codebuild/dist-es/commands/BatchGetBuildsCommand.js
var BatchGetBuildsCommand=class extends command(_ep0,_mw0,"BatchGetBuilds",BatchGetBuilds$){};
// shared/aws/builds.ts
async function getBuild(client, id) {
  const { builds = [] } = await client.send(new BatchGetBuildsCommand({ ids: [id] }));
  return builds[0];
}
export {
  getBuild
};
