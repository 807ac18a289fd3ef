import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  CredentialsProviderError,
  ProviderError,
  loadConfig,
  parseUrl
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// node_modules/@smithy/credential-provider-imds/dist-es/remoteProvider/ImdsCredentials.js
var isImdsCredentials=e=>!!e&&typeof e=="object"&&typeof e.AccessKeyId=="string"&&typeof e.SecretAccessKey=="string"&&typeof e.Token=="string"&&typeof e.Expiration=="string",fromImdsCredentials=e=>({accessKeyId:e.AccessKeyId,secretAccessKey:e.SecretAccessKey,sessionToken:e.Token,expiration:new Date(e.Expiration),...e.AccountId&&{accountId:e.AccountId}});
// node_modules/@smithy/credential-provider-imds/dist-es/remoteProvider/RemoteProviderInit.js
var DEFAULT_TIMEOUT=1e3,DEFAULT_MAX_RETRIES=0,providerConfigFromInit=({maxRetries:r=DEFAULT_MAX_RETRIES,timeout:E=DEFAULT_TIMEOUT})=>({maxRetries:r,timeout:E});
// node_modules/@smithy/credential-provider-imds/dist-es/remoteProvider/node-http.js
const node_http=process.getBuiltinModule("http");
// node_modules/@smithy/credential-provider-imds/dist-es/remoteProvider/httpRequest.js
function httpRequest(n){return new Promise((a,o)=>{const e=node_http.request({method:"GET",...n,hostname:n.hostname?.replace(/^\[(.+)\]$/,"$1")});e.on("error",r=>{o(Object.assign(new ProviderError("Unable to connect to instance metadata service"),r)),e.destroy()}),e.on("timeout",()=>{o(new ProviderError("TimeoutError from instance metadata service")),e.destroy()}),e.on("response",r=>{const{statusCode:t=400}=r;(t<200||300<=t)&&(o(Object.assign(new ProviderError("Error response received from instance metadata service"),{statusCode:t})),e.destroy());const s=[];r.on("data",c=>{s.push(c)}),r.on("end",()=>{a(Buffer.concat(s)),e.destroy()})}),e.end()})}
// node_modules/@smithy/credential-provider-imds/dist-es/remoteProvider/retry.js
var retry=(e,a)=>{let r=e();for(let t=0;t<a;t++)r=r.catch(e);return r};
// node_modules/@smithy/credential-provider-imds/dist-es/fromContainerMetadata.js
var ENV_CMDS_FULL_URI="AWS_CONTAINER_CREDENTIALS_FULL_URI",ENV_CMDS_RELATIVE_URI="AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",ENV_CMDS_AUTH_TOKEN="AWS_CONTAINER_AUTHORIZATION_TOKEN",fromContainerMetadata=(r={})=>{const{timeout:e,maxRetries:t}=providerConfigFromInit(r);return()=>retry(async()=>{const o=await getCmdsUri({logger:r.logger}),a=JSON.parse(await requestFromEcsImds(e,o));if(!isImdsCredentials(a))throw new CredentialsProviderError("Invalid response received from instance metadata service.",{logger:r.logger});return fromImdsCredentials(a)},t)},requestFromEcsImds=async(r,e)=>(process.env[ENV_CMDS_AUTH_TOKEN]&&(e.headers={...e.headers,Authorization:process.env[ENV_CMDS_AUTH_TOKEN]}),(await httpRequest({...e,timeout:r})).toString()),CMDS_IP="169.254.170.2",GREENGRASS_HOSTS=new Set(["localhost","127.0.0.1"]),GREENGRASS_PROTOCOLS=new Set(["http:","https:"]),getCmdsUri=async({logger:r})=>{if(process.env[ENV_CMDS_RELATIVE_URI])return{hostname:CMDS_IP,path:process.env[ENV_CMDS_RELATIVE_URI]};if(process.env[ENV_CMDS_FULL_URI]){let e;try{e=new URL(process.env[ENV_CMDS_FULL_URI])}catch{throw new CredentialsProviderError(`${process.env[ENV_CMDS_FULL_URI]} is not a valid container metadata service URL`,{tryNextLink:!1,logger:r})}if(!e.hostname||!GREENGRASS_HOSTS.has(e.hostname))throw new CredentialsProviderError(`${e.hostname} is not a valid container metadata service hostname`,{tryNextLink:!1,logger:r});if(!e.protocol||!GREENGRASS_PROTOCOLS.has(e.protocol))throw new CredentialsProviderError(`${e.protocol} is not a valid container metadata service protocol`,{tryNextLink:!1,logger:r});return{protocol:e.protocol,hostname:e.hostname,path:e.pathname+e.search,port:e.port?parseInt(e.port,10):void 0}}throw new CredentialsProviderError(`The container metadata credential provider cannot be used unless the ${ENV_CMDS_RELATIVE_URI} or ${ENV_CMDS_FULL_URI} environment variable is set`,{tryNextLink:!1,logger:r})};
// node_modules/@smithy/credential-provider-imds/dist-es/error/InstanceMetadataV1FallbackError.js
var InstanceMetadataV1FallbackError=class r extends CredentialsProviderError{tryNextLink;name="InstanceMetadataV1FallbackError";constructor(a,t=!0){super(a,t),this.tryNextLink=t,Object.setPrototypeOf(this,r.prototype)}};
// node_modules/@smithy/credential-provider-imds/dist-es/config/Endpoint.js
var Endpoint;(function(t){t.IPv4="http://169.254.169.254",t.IPv6="http://[fd00:ec2::254]"})(Endpoint||(Endpoint={}));
// node_modules/@smithy/credential-provider-imds/dist-es/config/EndpointConfigOptions.js
var ENV_ENDPOINT_NAME="AWS_EC2_METADATA_SERVICE_ENDPOINT",CONFIG_ENDPOINT_NAME="ec2_metadata_service_endpoint",ENDPOINT_CONFIG_OPTIONS={environmentVariableSelector:e=>e[ENV_ENDPOINT_NAME],configFileSelector:e=>e[CONFIG_ENDPOINT_NAME],default:void 0};
// node_modules/@smithy/credential-provider-imds/dist-es/config/EndpointMode.js
var EndpointMode;(function(v){v.IPv4="IPv4",v.IPv6="IPv6"})(EndpointMode||(EndpointMode={}));
// node_modules/@smithy/credential-provider-imds/dist-es/config/EndpointModeConfigOptions.js
var ENV_ENDPOINT_MODE_NAME="AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE",CONFIG_ENDPOINT_MODE_NAME="ec2_metadata_service_endpoint_mode",ENDPOINT_MODE_CONFIG_OPTIONS={environmentVariableSelector:_=>_[ENV_ENDPOINT_MODE_NAME],configFileSelector:_=>_[CONFIG_ENDPOINT_MODE_NAME],default:EndpointMode.IPv4};
// node_modules/@smithy/credential-provider-imds/dist-es/utils/getInstanceMetadataEndpoint.js
var getInstanceMetadataEndpoint=async()=>parseUrl(await getFromEndpointConfig()||await getFromEndpointModeConfig()),getFromEndpointConfig=async()=>loadConfig(ENDPOINT_CONFIG_OPTIONS)(),getFromEndpointModeConfig=async()=>{const n=await loadConfig(ENDPOINT_MODE_CONFIG_OPTIONS)();switch(n){case EndpointMode.IPv4:return Endpoint.IPv4;case EndpointMode.IPv6:return Endpoint.IPv6;default:throw new Error(`Unsupported endpoint mode: ${n}. Select from ${Object.values(EndpointMode)}`)}};
// node_modules/@smithy/credential-provider-imds/dist-es/utils/getExtendedInstanceMetadataCredentials.js
var STATIC_STABILITY_REFRESH_INTERVAL_SECONDS=300,STATIC_STABILITY_REFRESH_INTERVAL_JITTER_WINDOW_SECONDS=300,STATIC_STABILITY_DOC_URL="https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html",getExtendedInstanceMetadataCredentials=(e,i)=>{const r=STATIC_STABILITY_REFRESH_INTERVAL_SECONDS+Math.floor(Math.random()*STATIC_STABILITY_REFRESH_INTERVAL_JITTER_WINDOW_SECONDS),t=new Date(Date.now()+r*1e3);i.warn(`Attempting credential expiration extension due to a credential service availability issue. A refresh of these credentials will be attempted after ${new Date(t)}.
For more information, please visit: `+STATIC_STABILITY_DOC_URL);const a=e.originalExpiration??e.expiration;return{...e,...a?{originalExpiration:a}:{},expiration:t}};
// node_modules/@smithy/credential-provider-imds/dist-es/utils/staticStabilityProvider.js
var staticStabilityProvider=(r,i={})=>{const t=i?.logger||console;let a;return async()=>{let e;try{e=await r(),e.expiration&&e.expiration.getTime()<Date.now()&&(e=getExtendedInstanceMetadataCredentials(e,t))}catch(n){if(a)t.warn("Credential renew failed: ",n),e=getExtendedInstanceMetadataCredentials(a,t);else throw n}return a=e,e}};
// node_modules/@smithy/credential-provider-imds/dist-es/fromInstanceMetadata.js
var IMDS_PATH="/latest/meta-data/iam/security-credentials/",IMDS_TOKEN_PATH="/latest/api/token",AWS_EC2_METADATA_V1_DISABLED="AWS_EC2_METADATA_V1_DISABLED",PROFILE_AWS_EC2_METADATA_V1_DISABLED="ec2_metadata_v1_disabled",X_AWS_EC2_METADATA_TOKEN="x-aws-ec2-metadata-token",fromInstanceMetadata=(e={})=>staticStabilityProvider(getInstanceMetadataProvider(e),{logger:e.logger}),getInstanceMetadataProvider=(e={})=>{let s=!1;const{logger:c,profile:d}=e,{timeout:f,maxRetries:g}=providerConfigFromInit(e),u=async(n,o)=>{if(s||o.headers?.[X_AWS_EC2_METADATA_TOKEN]==null){let a=!1,t=!1;const h=await loadConfig({environmentVariableSelector:r=>{const i=r[AWS_EC2_METADATA_V1_DISABLED];if(t=!!i&&i!=="false",i===void 0)throw new CredentialsProviderError(`${AWS_EC2_METADATA_V1_DISABLED} not set in env, checking config file next.`,{logger:e.logger});return t},configFileSelector:r=>{const i=r[PROFILE_AWS_EC2_METADATA_V1_DISABLED];return a=!!i&&i!=="false",a},default:!1},{profile:d})();if(e.ec2MetadataV1Disabled||h){const r=[];throw e.ec2MetadataV1Disabled&&r.push("credential provider initialization (runtime option ec2MetadataV1Disabled)"),a&&r.push(`config file profile (${PROFILE_AWS_EC2_METADATA_V1_DISABLED})`),t&&r.push(`process environment variable (${AWS_EC2_METADATA_V1_DISABLED})`),new InstanceMetadataV1FallbackError(`AWS EC2 Metadata v1 fallback has been blocked by AWS SDK configuration in the following: [${r.join(", ")}].`)}}const v=(await retry(async()=>{let a;try{a=await getProfile(o)}catch(t){throw t.statusCode===401&&(s=!1),t}return a},n)).trim();return retry(async()=>{let a;try{a=await getCredentialsFromProfile(v,o,e)}catch(t){throw t.statusCode===401&&(s=!1),t}return a},n)};return async()=>{const n=await getInstanceMetadataEndpoint();if(s)return c?.debug("AWS SDK Instance Metadata","using v1 fallback (no token fetch)"),u(g,{...n,timeout:f});{let o;try{o=(await getMetadataToken({...n,timeout:f})).toString()}catch(l){if(l?.statusCode===400)throw Object.assign(l,{message:"EC2 Metadata token request returned error"});return(l.message==="TimeoutError"||[403,404,405].includes(l.statusCode))&&(s=!0),c?.debug("AWS SDK Instance Metadata","using v1 fallback (initial)"),u(g,{...n,timeout:f})}return u(g,{...n,headers:{[X_AWS_EC2_METADATA_TOKEN]:o},timeout:f})}}},getMetadataToken=async e=>httpRequest({...e,path:IMDS_TOKEN_PATH,method:"PUT",headers:{"x-aws-ec2-metadata-token-ttl-seconds":"21600"}}),getProfile=async e=>(await httpRequest({...e,path:IMDS_PATH})).toString(),getCredentialsFromProfile=async(e,s,c)=>{const d=JSON.parse((await httpRequest({...s,path:IMDS_PATH+e})).toString());if(!isImdsCredentials(d))throw new CredentialsProviderError("Invalid response received from instance metadata service.",{logger:c.logger});return fromImdsCredentials(d)};
export {
  DEFAULT_MAX_RETRIES,
  DEFAULT_TIMEOUT,
  ENV_CMDS_AUTH_TOKEN,
  ENV_CMDS_FULL_URI,
  ENV_CMDS_RELATIVE_URI,
  Endpoint,
  fromContainerMetadata,
  fromInstanceMetadata,
  getInstanceMetadataEndpoint,
  httpRequest,
  providerConfigFromInit
};
