import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  setCredentialFeature
} from "./chunk-5PQR63RZ.js";
import "./chunk-LGXC7PAR.js";
import "./chunk-FFDQM5UG.js";
import {
  CredentialsProviderError,
  TokenProviderError,
  getProfileName,
  getSSOTokenFilepath,
  getSSOTokenFromFile,
  loadSsoSessionData,
  parseKnownFiles
} from "./chunk-VLXTKUZM.js";
import "./chunk-YEMAWUPG.js";
import "./chunk-VVMFZSGZ.js";
import "./chunk-PIRREV26.js";

// node_modules/@aws-sdk/credential-provider-sso/dist-es/isSsoProfile.js
var isSsoProfile=s=>s&&(typeof s.sso_start_url=="string"||typeof s.sso_account_id=="string"||typeof s.sso_session=="string"||typeof s.sso_region=="string"||typeof s.sso_role_name=="string");
// node_modules/@aws-sdk/token-providers/dist-es/constants.js
var EXPIRE_WINDOW_MS=3e5,REFRESH_MESSAGE="To refresh this SSO session run 'aws sso login' with the corresponding profile.";
// node_modules/@aws-sdk/token-providers/dist-es/getSsoOidcClient.js
var getSsoOidcClient=async(g,e={},i)=>{const{SSOOIDCClient:o}=await import("./sso-oidc-HXVLYRMQ.js"),t=n=>e.clientConfig?.[n]??e.parentClientConfig?.[n]??i?.[n];return new o(Object.assign({},e.clientConfig??{},{region:g??e.clientConfig?.region,logger:t("logger"),userAgentAppId:t("userAgentAppId")}))};
// node_modules/@aws-sdk/token-providers/dist-es/getNewSsoOidcToken.js
var getNewSsoOidcToken=async(e,t,n={},i)=>{const{CreateTokenCommand:r}=await import("./sso-oidc-HXVLYRMQ.js");return(await getSsoOidcClient(t,n,i)).send(new r({clientId:e.clientId,clientSecret:e.clientSecret,refreshToken:e.refreshToken,grantType:"refresh_token"}))};
// node_modules/@aws-sdk/token-providers/dist-es/validateTokenExpiry.js
var validateTokenExpiry=e=>{if(e.expiration&&e.expiration.getTime()<Date.now())throw new TokenProviderError(`Token is expired. ${REFRESH_MESSAGE}`,!1)};
// node_modules/@aws-sdk/token-providers/dist-es/validateTokenKey.js
var validateTokenKey=(e,n,r=!1)=>{if(typeof n>"u")throw new TokenProviderError(`Value not present for '${e}' in SSO Token${r?". Cannot refresh":""}. ${REFRESH_MESSAGE}`,!1)};
// node_modules/@aws-sdk/token-providers/dist-es/writeSSOTokenToFile.js
const{promises:fsPromises}=process.getBuiltinModule("fs");var{writeFile}=fsPromises,writeSSOTokenToFile=(e,t)=>{const i=getSSOTokenFilepath(e),n=JSON.stringify(t,null,2);return writeFile(i,n)};
// node_modules/@aws-sdk/token-providers/dist-es/fromSso.js
var lastRefreshAttemptTimes=new Map,inFlightRefreshes=new Map,fromSso=(n={})=>async({callerClientConfig:c}={})=>{n.logger?.debug("@aws-sdk/token-providers - fromSso");const d=await parseKnownFiles(n),t=getProfileName({profile:n.profile??c?.profile}),a=d[t];if(a){if(!a.sso_session)throw new TokenProviderError(`Profile '${t}' is missing required property 'sso_session'.`)}else throw new TokenProviderError(`Profile '${t}' could not be found in shared credentials file.`,!1);const e=a.sso_session,l=inFlightRefreshes.get(e);if(l)return await l;const i=(await loadSsoSessionData(n))[e];if(!i)throw new TokenProviderError(`Sso session '${e}' could not be found in shared credentials file.`,!1);for(const s of["sso_start_url","sso_region"])if(!i[s])throw new TokenProviderError(`Sso session '${e}' is missing required property '${s}'.`,!1);const g=i.sso_start_url,w=i.sso_region;let o;try{o=await getSSOTokenFromFile(e)}catch{throw new TokenProviderError(`The SSO session token associated with profile=${t} was not found or is invalid. ${REFRESH_MESSAGE}`,!1)}validateTokenKey("accessToken",o.accessToken),validateTokenKey("expiresAt",o.expiresAt);const{accessToken:p,expiresAt:S}=o,r={token:p,expiration:new Date(S)};if(r.expiration.getTime()-Date.now()>EXPIRE_WINDOW_MS)return r;const f=inFlightRefreshes.get(e);if(f)return await f;const h=lastRefreshAttemptTimes.get(e)??0;if(Date.now()-h<30*1e3)return validateTokenExpiry(r),r;validateTokenKey("clientId",o.clientId,!0),validateTokenKey("clientSecret",o.clientSecret,!0),validateTokenKey("refreshToken",o.refreshToken,!0);const k=(async()=>{try{lastRefreshAttemptTimes.set(e,Date.now());const s=await getNewSsoOidcToken(o,w,n,c);validateTokenKey("accessToken",s.accessToken),validateTokenKey("expiresIn",s.expiresIn);const T=new Date(Date.now()+s.expiresIn*1e3);try{await writeSSOTokenToFile(e,{...o,accessToken:s.accessToken,expiresAt:T.toISOString(),refreshToken:s.refreshToken})}catch{}return{token:s.accessToken,expiration:T}}catch{return validateTokenExpiry(r),r}})();inFlightRefreshes.set(e,k);try{return await k}finally{inFlightRefreshes.delete(e)}};
// node_modules/@aws-sdk/credential-provider-sso/dist-es/resolveSSOCredentials.js
var SHOULD_FAIL_CREDENTIAL_CHAIN=!1,resolveSSOCredentials=async({ssoStartUrl:I,ssoSession:i,ssoAccountId:k,ssoRegion:u,ssoRoleName:y,ssoClient:E,clientConfig:t,parentClientConfig:n,callerClientConfig:o,profile:O,filepath:x,configFilepath:L,ignoreCache:T,logger:r})=>{let s;const d="To refresh this SSO session run aws sso login with the corresponding profile.";if(i)try{const e=await fromSso({profile:O,filepath:x,configFilepath:L,ignoreCache:T,clientConfig:t,parentClientConfig:n,logger:r})({callerClientConfig:o});s={accessToken:e.token,expiresAt:new Date(e.expiration).toISOString()}}catch(e){throw new CredentialsProviderError(e.message,{tryNextLink:SHOULD_FAIL_CREDENTIAL_CHAIN,logger:r})}else try{s=await getSSOTokenFromFile(I)}catch{throw new CredentialsProviderError(`The SSO session associated with this profile is invalid. ${d}`,{tryNextLink:SHOULD_FAIL_CREDENTIAL_CHAIN,logger:r})}if(new Date(s.expiresAt).getTime()-Date.now()<=0)throw new CredentialsProviderError(`The SSO session associated with this profile has expired. ${d}`,{tryNextLink:SHOULD_FAIL_CREDENTIAL_CHAIN,logger:r});const{accessToken:v}=s,{SSOClient:N,GetRoleCredentialsCommand:m}=await import("./loadSso-ZIZLP73A.js"),D=E||new N(Object.assign({},t??{},{logger:t?.logger??o?.logger??n?.logger,region:t?.region??u,userAgentAppId:t?.userAgentAppId??o?.userAgentAppId??n?.userAgentAppId}));let c;try{c=await D.send(new m({accountId:k,roleName:y,accessToken:v}))}catch(e){throw new CredentialsProviderError(e,{tryNextLink:SHOULD_FAIL_CREDENTIAL_CHAIN,logger:r})}const{roleCredentials:{accessKeyId:w,secretAccessKey:S,sessionToken:h,expiration:p,credentialScope:l,accountId:A}={}}=c;if(!w||!S||!h||!p)throw new CredentialsProviderError("SSO returns an invalid temporary credential.",{tryNextLink:SHOULD_FAIL_CREDENTIAL_CHAIN,logger:r});const a={accessKeyId:w,secretAccessKey:S,sessionToken:h,expiration:new Date(p),...l&&{credentialScope:l},...A&&{accountId:A}};return i?setCredentialFeature(a,"CREDENTIALS_SSO","s"):setCredentialFeature(a,"CREDENTIALS_SSO_LEGACY","u"),a};
// node_modules/@aws-sdk/credential-provider-sso/dist-es/validateSsoProfile.js
var validateSsoProfile=(s,e)=>{const{sso_start_url:o,sso_account_id:r,sso_region:t,sso_role_name:i}=s;if(!o||!r||!t||!i)throw new CredentialsProviderError(`Profile is configured with invalid SSO credentials. Required parameters "sso_account_id", "sso_region", "sso_role_name", "sso_start_url". Got ${Object.keys(s).join(", ")}
Reference: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html`,{tryNextLink:!1,logger:e});return s};
// node_modules/@aws-sdk/credential-provider-sso/dist-es/fromSSO.js
var fromSSO=(o={})=>async({callerClientConfig:c}={})=>{o.logger?.debug("@aws-sdk/credential-provider-sso - fromSSO");const{ssoStartUrl:r,ssoAccountId:i,ssoRegion:l,ssoRoleName:g,ssoSession:t}=o,{ssoClient:a}=o,s=getProfileName({profile:o.profile??c?.profile});if(!r&&!i&&!l&&!g&&!t){const e=(await parseKnownFiles(o))[s];if(!e)throw new CredentialsProviderError(`Profile ${s} was not found.`,{logger:o.logger});if(!isSsoProfile(e))throw new CredentialsProviderError(`Profile ${s} is not configured with SSO credentials.`,{logger:o.logger});if(e?.sso_session){const n=(await loadSsoSessionData(o))[e.sso_session],f=` configurations in profile ${s} and sso-session ${e.sso_session}`;if(l&&l!==n.sso_region)throw new CredentialsProviderError("Conflicting SSO region"+f,{tryNextLink:!1,logger:o.logger});if(r&&r!==n.sso_start_url)throw new CredentialsProviderError("Conflicting SSO start_url"+f,{tryNextLink:!1,logger:o.logger});e.sso_region=n.sso_region,e.sso_start_url=n.sso_start_url}const{sso_start_url:C,sso_account_id:d,sso_region:S,sso_role_name:p,sso_session:h}=validateSsoProfile(e,o.logger);return resolveSSOCredentials({ssoStartUrl:C,ssoSession:h,ssoAccountId:d,ssoRegion:S,ssoRoleName:p,ssoClient:a,clientConfig:o.clientConfig,parentClientConfig:o.parentClientConfig,callerClientConfig:o.callerClientConfig,profile:s,filepath:o.filepath,configFilepath:o.configFilepath,ignoreCache:o.ignoreCache,logger:o.logger})}else{if(!r||!i||!l||!g)throw new CredentialsProviderError('Incomplete configuration. The fromSSO() argument hash must include "ssoStartUrl", "ssoAccountId", "ssoRegion", "ssoRoleName"',{tryNextLink:!1,logger:o.logger});return resolveSSOCredentials({ssoStartUrl:r,ssoSession:t,ssoAccountId:i,ssoRegion:l,ssoRoleName:g,ssoClient:a,clientConfig:o.clientConfig,parentClientConfig:o.parentClientConfig,callerClientConfig:o.callerClientConfig,profile:s,filepath:o.filepath,configFilepath:o.configFilepath,ignoreCache:o.ignoreCache,logger:o.logger})}};
export {
  fromSSO,
  isSsoProfile,
  validateSsoProfile
};
