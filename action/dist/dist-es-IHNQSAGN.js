import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  CredentialsProviderError,
  externalDataInterceptor,
  setCredentialFeature
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// node_modules/@aws-sdk/credential-provider-web-identity/dist-es/fromTokenFile.js
const{readFileSync}=process.getBuiltinModule("fs");
// node_modules/@aws-sdk/credential-provider-web-identity/dist-es/fromWebToken.js
var fromWebToken=e=>async n=>{e.logger?.debug("@aws-sdk/credential-provider-web-identity - fromWebToken");const{roleArn:r,roleSessionName:t,webIdentityToken:i,providerId:l,policyArns:s,policy:d,durationSeconds:a}=e;let{roleAssumerWithWebIdentity:o}=e;if(!o){const{getDefaultRoleAssumerWithWebIdentity:c}=await import("./sts-ORKIFOHF.js");o=c({...e.clientConfig,credentialProviderLogger:e.logger,parentClientConfig:{...n?.callerClientConfig,...e.parentClientConfig}},e.clientPlugins)}return o({RoleArn:r,RoleSessionName:t??`aws-sdk-js-session-${Date.now()}`,WebIdentityToken:i,ProviderId:l,PolicyArns:s,Policy:d,DurationSeconds:a})};
// node_modules/@aws-sdk/credential-provider-web-identity/dist-es/fromTokenFile.js
var ENV_TOKEN_FILE="AWS_WEB_IDENTITY_TOKEN_FILE",ENV_ROLE_ARN="AWS_ROLE_ARN",ENV_ROLE_SESSION_NAME="AWS_ROLE_SESSION_NAME",fromTokenFile=(e={})=>async t=>{e.logger?.debug("@aws-sdk/credential-provider-web-identity - fromTokenFile");const r=e?.webIdentityTokenFile??process.env[ENV_TOKEN_FILE],o=e?.roleArn??process.env[ENV_ROLE_ARN],s=e?.roleSessionName??process.env[ENV_ROLE_SESSION_NAME];if(!r||!o)throw new CredentialsProviderError("Web identity configuration not specified",{logger:e.logger});const n=await fromWebToken({...e,webIdentityToken:externalDataInterceptor?.getTokenRecord?.()[r]??readFileSync(r,{encoding:"ascii"}),roleArn:o,roleSessionName:s})(t);return r===process.env[ENV_TOKEN_FILE]&&setCredentialFeature(n,"CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN","h"),n};
export {
  fromTokenFile,
  fromWebToken
};
