import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  ENV_KEY,
  ENV_SECRET,
  fromEnv
} from "./chunk-OTABDEVN.js";
import {
  CredentialsProviderError,
  ENV_PROFILE,
  chain
} from "./chunk-VLXTKUZM.js";

// node_modules/@aws-sdk/credential-provider-node/dist-es/remoteProvider.js
var ENV_IMDS_DISABLED="AWS_EC2_METADATA_DISABLED",remoteProvider=async e=>{const{ENV_CMDS_FULL_URI:r,ENV_CMDS_RELATIVE_URI:a,fromContainerMetadata:o,fromInstanceMetadata:t}=await import("./dist-es-ZUXEQ7F7.js");if(process.env[a]||process.env[r]){e.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromHttp/fromContainerMetadata");const{fromHttp:s}=await import("./dist-es-M565V33N.js");return chain(s(e),o(e))}return process.env[ENV_IMDS_DISABLED]&&process.env[ENV_IMDS_DISABLED]!=="false"?async()=>{throw new CredentialsProviderError("EC2 Instance Metadata Service access disabled",{logger:e.logger})}:(e.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromInstanceMetadata"),t(e))};
// node_modules/@aws-sdk/credential-provider-node/dist-es/runtime/memoize-chain.js
function memoizeChain(f,o){const i=internalCreateChain(f);let t,r,e,c;const l=async a=>{if(a?.forceRefresh)return c||(c=i(a).then(n=>{e=n}).finally(()=>{c=void 0})),await c,e;if(e?.expiration&&e?.expiration?.getTime()<Date.now()&&(e=void 0),t)await t;else if(!e||o?.(e))if(e)r||(r=i(a).then(n=>{e=n}).catch(()=>{}).finally(()=>{r=void 0}));else return t=i(a).then(n=>{e=n}).finally(()=>{t=void 0}),l(a);return e};return l}var internalCreateChain=f=>async o=>{let i;for(const t of f)try{return await t(o)}catch(r){if(i=r,r?.tryNextLink)continue;throw r}throw i};
// node_modules/@aws-sdk/credential-provider-node/dist-es/defaultProvider.js
var multipleCredentialSourceWarningEmitted=!1,defaultProvider=(e={})=>memoizeChain([async()=>{if(e.profile??process.env[ENV_PROFILE])throw process.env[ENV_KEY]&&process.env[ENV_SECRET]&&(multipleCredentialSourceWarningEmitted||((e.logger?.warn&&e.logger?.constructor?.name!=="NoOpLogger"?e.logger.warn.bind(e.logger):console.warn)(`@aws-sdk/credential-provider-node - defaultProvider::fromEnv WARNING:
    Multiple credential sources detected: 
    Both AWS_PROFILE and the pair AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY static credentials are set.
    This SDK will proceed with the AWS_PROFILE value.
    
    However, a future version may change this behavior to prefer the ENV static credentials.
    Please ensure that your environment only sets either the AWS_PROFILE or the
    AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY pair.
`),multipleCredentialSourceWarningEmitted=!0)),new CredentialsProviderError("AWS_PROFILE is set, skipping fromEnv provider.",{logger:e.logger,tryNextLink:!0});return e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromEnv"),fromEnv(e)()},async r=>{e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromSSO");const{ssoStartUrl:o,ssoAccountId:a,ssoRegion:t,ssoRoleName:d,ssoSession:s}=e;if(!o&&!a&&!t&&!d&&!s)throw new CredentialsProviderError("Skipping SSO provider in default chain (inputs do not include SSO fields).",{logger:e.logger});const{fromSSO:n}=await import("./dist-es-W3CMDGB4.js");return n(e)(r)},async r=>{e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromIni");const{fromIni:o}=await import("./dist-es-36ROA5ZG.js");return o(e)(r)},async r=>{e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromProcess");const{fromProcess:o}=await import("./dist-es-MC4PCSVU.js");return o(e)(r)},async r=>{e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromTokenFile");const{fromTokenFile:o}=await import("./dist-es-YTJ3LXD2.js");return o(e)(r)},async()=>(e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::remoteProvider"),(await remoteProvider(e))()),async()=>{throw new CredentialsProviderError("Could not load credentials from any providers",{tryNextLink:!1,logger:e.logger})}],credentialsTreatedAsExpired),credentialsTreatedAsExpired=e=>e?.expiration!==void 0&&e.expiration.getTime()-Date.now()<3e5;
export {
  defaultProvider
};
