import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  CredentialsProviderError,
  externalDataInterceptor,
  getProfileName,
  parseKnownFiles,
  setCredentialFeature
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// node_modules/@aws-sdk/credential-provider-process/dist-es/resolveProcessCredentials.js
const{exec}=process.getBuiltinModule("child_process"),{promisify}=process.getBuiltinModule("util");
// node_modules/@aws-sdk/credential-provider-process/dist-es/getValidatedProcessCredentials.js
var getValidatedProcessCredentials=(r,e,c)=>{if(e.Version!==1)throw Error(`Profile ${r} credential_process did not return Version 1.`);if(e.AccessKeyId===void 0||e.SecretAccessKey===void 0)throw Error(`Profile ${r} credential_process returned invalid credentials.`);if(e.Expiration){const s=new Date;if(new Date(e.Expiration)<s)throw Error(`Profile ${r} credential_process returned expired credentials.`)}let i=e.AccountId;!i&&c?.[r]?.aws_account_id&&(i=c[r].aws_account_id);const n={accessKeyId:e.AccessKeyId,secretAccessKey:e.SecretAccessKey,...e.SessionToken&&{sessionToken:e.SessionToken},...e.Expiration&&{expiration:new Date(e.Expiration)},...e.CredentialScope&&{credentialScope:e.CredentialScope},...i&&{accountId:i}};return setCredentialFeature(n,"CREDENTIALS_PROCESS","w"),n};
// node_modules/@aws-sdk/credential-provider-process/dist-es/resolveProcessCredentials.js
var resolveProcessCredentials=async(e,r,t)=>{const c=r[e];if(r[e]){const n=c.credential_process;if(n!==void 0){const d=promisify(externalDataInterceptor?.getTokenRecord?.().exec??exec);try{const{stdout:s}=await d(n);let o;try{o=JSON.parse(s.trim())}catch{throw Error(`Profile ${e} credential_process returned invalid JSON.`)}return getValidatedProcessCredentials(e,o,r)}catch(s){throw new CredentialsProviderError(s.message,{logger:t})}}else throw new CredentialsProviderError(`Profile ${e} did not contain credential_process.`,{logger:t})}else throw new CredentialsProviderError(`Profile ${e} could not be found in shared credentials file.`,{logger:t})};
// node_modules/@aws-sdk/credential-provider-process/dist-es/fromProcess.js
var fromProcess=(e={})=>async({callerClientConfig:r}={})=>{e.logger?.debug("@aws-sdk/credential-provider-process - fromProcess");const o=await parseKnownFiles(e);return resolveProcessCredentials(getProfileName({profile:e.profile??r?.profile}),o,e.logger)};
export {
  fromProcess
};
