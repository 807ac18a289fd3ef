import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  GetParameter$,
  GetParametersByPath$,
  commonParams
} from "./chunk-KP4GHEUB.js";
import {
  GetSecretValue$,
  commonParams as commonParams2
} from "./chunk-2H2F54NV.js";
import {
  Secret,
  explaining,
  getEndpointPlugin,
  hasCode,
  makeBuilder
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commandBuilder.js
var command=makeBuilder(commonParams2,"secretsmanager","SecretsManagerClient",getEndpointPlugin),_ep0={},_mw0=(a,e,m,n)=>[];
// node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/GetSecretValueCommand.js
var GetSecretValueCommand=class extends command(_ep0,_mw0,"GetSecretValue",GetSecretValue$){};
// node_modules/@aws-sdk/client-ssm/dist-es/commandBuilder.js
var command2=makeBuilder(commonParams,"AmazonSSM","SSMClient",getEndpointPlugin),_ep02={},_mw02=(m,a,n,o)=>[];
// node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParameterCommand.js
var GetParameterCommand=class extends command2(_ep02,_mw02,"GetParameter",GetParameter$){};
// node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParametersByPathCommand.js
var GetParametersByPathCommand=class extends command2(_ep02,_mw02,"GetParametersByPath",GetParametersByPath$){};
// shared/aws/secret-values.ts
function createSecretValues(clients, region) {
  return {
    async parameter(name) {
      const ssm = await clients.ssm();
      const command3 = new GetParameterCommand({ Name: name, WithDecryption: true });
      const answer = await unlessMissing(() => explaining({ region }, () => ssm.send(command3)));
      const value = answer?.Parameter?.Value;
      return value === void 0 ? void 0 : new Secret(value);
    },
    async parametersBelow(path) {
      const ssm = await clients.ssm();
      const found = /* @__PURE__ */ new Map();
      let NextToken;
      do {
        const input = { Path: path, Recursive: true, WithDecryption: true, NextToken };
        const page = await explaining({ region }, () => ssm.send(new GetParametersByPathCommand(input)));
        for (const { Name, Value } of page.Parameters ?? []) {
          if (Name !== void 0 && Value !== void 0) found.set(Name, new Secret(Value));
        }
        NextToken = page.NextToken;
      } while (NextToken);
      return found;
    },
    async secret({ id, stage, version }) {
      const manager = await clients.secretsManager();
      const command3 = new GetSecretValueCommand({ SecretId: id, VersionStage: stage, VersionId: version });
      const answer = await unlessMissing(() => explaining({ region }, () => manager.send(command3)));
      const { SecretString: text, SecretBinary: bytes } = answer ?? {};
      if (text !== void 0) return new Secret(text);
      return bytes && new Secret(Buffer.from(bytes).toString("base64"));
    }
  };
}
async function unlessMissing(call) {
  try {
    return await call();
  } catch (error) {
    const codes = ["ParameterNotFound", "ParameterVersionNotFound", "ResourceNotFoundException"];
    if (hasCode(error, ...codes)) return void 0;
    throw error;
  }
}
export {
  createSecretValues
};
