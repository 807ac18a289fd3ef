import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  GetCallerIdentity$,
  commonParams
} from "./chunk-NORIZKOJ.js";
import {
  explaining,
  getEndpointPlugin,
  makeBuilder
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// node_modules/@aws-sdk/client-sts/dist-es/commandBuilder.js
var command=makeBuilder(commonParams,"AWSSecurityTokenServiceV20110615","STSClient",getEndpointPlugin),_ep0={},_mw0=(e,m,n,a)=>[];
// node_modules/@aws-sdk/client-sts/dist-es/commands/GetCallerIdentityCommand.js
var GetCallerIdentityCommand=class extends command(_ep0,_mw0,"GetCallerIdentity",GetCallerIdentity$){};
// shared/aws/account.ts
async function callerAccount(clients, region) {
  const client = await clients.sts();
  const identity = await explaining({ region }, () => client.send(new GetCallerIdentityCommand({})));
  return identity.Account ?? "";
}
export {
  callerAccount
};
