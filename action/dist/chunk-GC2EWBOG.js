import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  UserError,
  attempt,
  checkFiles,
  messageOf
} from "./chunk-QWN2XBCS.js";
import {
  __callDispose,
  __using
} from "./chunk-PIRREV26.js";

// shared/aws/errors.ts
async function explaining(context, call) {
  try {
    return await call();
  } catch (error) {
    throw explain(error, context);
  }
}
function explain(error, context) {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const sentence = sentenceFor(error, context);
  return sentence ? new UserError(sentence, { cause: error }) : error;
}
function isThrottled(error) {
  return chain(error).some((each) => throttling.has(each.name) || statusOf(each) === 429);
}
function isTransient(error) {
  return isThrottled(error) || chain(error).some((each) => (statusOf(each) ?? 0) >= 500 || isNetwork(each));
}
function isAlreadyAnswered(error) {
  return hasCode(error, "InvalidApprovalTokenException", "ApprovalAlreadyCompletedException");
}
function isNotFound(error) {
  return chain(error).some((each) => notFound.test(each.name) || statusOf(each) === 404);
}
function isDenied(error) {
  return chain(error).some((each) => denied.has(each.name) || statusOf(each) === 403);
}
function isExpired(error) {
  return chain(error).some((each) => expired.has(each.name));
}
function isRefused(error) {
  return !isTransient(error) && chain(error).some((each) => Math.floor((statusOf(each) ?? 0) / 100) === 4);
}
function hasCode(error, ...codes) {
  return chain(error).some((each) => codes.includes(each.name));
}
var throttling = /* @__PURE__ */ new Set([
  "ThrottlingException",
  "Throttling",
  "ThrottledException",
  "TooManyRequestsException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown"
]);
var denied = /* @__PURE__ */ new Set([
  "AccessDenied",
  "AccessDeniedException",
  "UnauthorizedOperation",
  "AuthorizationError"
]);
var notFound = /^(NoSuch\w+|NotFound|\w*NotFound|\w*NotFoundException|\w+DoesNotExistException)$/;
var expired = /* @__PURE__ */ new Set([
  "ExpiredToken",
  "ExpiredTokenException",
  "TokenRefreshRequired"
]);
var unknownKey = /* @__PURE__ */ new Set([
  "InvalidClientTokenId",
  "UnrecognizedClientException",
  "InvalidAccessKeyId",
  "SignatureDoesNotMatch",
  "IncompleteSignature"
]);
var pipelineOf = ({ pipeline }) => pipeline ? `the pipeline ${pipeline}` : "the pipeline";
var runOf = ({ run: run2 }) => run2 ? `The run ${run2}` : "The run";
var stageOf = ({ stage }) => stage ? `the stage ${stage}` : "the stage";
var answered = () => "This approval has already been answered or has expired, so nothing was changed.";
var explanations = {
  PipelineNotFoundException: ({ pipeline, region }) => `There is no pipeline${pipeline ? ` named ${pipeline}` : ""} in ${region}: check its name, the region and the account.`,
  PipelineVersionNotFoundException: (at) => `That version of ${pipelineOf(at)} is gone.`,
  PipelineExecutionNotFoundException: (at) => `${runOf(at)} is not one of ${pipelineOf(at)}: check the run id.`,
  StageNotFoundException: (at) => `There is no ${at.stage ?? "such"} stage in ${pipelineOf(at)}.`,
  ActionNotFoundException: (at) => `There is no such action in ${pipelineOf(at)}: its definition may have changed.`,
  InvalidApprovalTokenException: answered,
  ApprovalAlreadyCompletedException: answered,
  NotLatestPipelineExecutionException: (at) => `${runOf(at)} is no longer the latest in ${stageOf(at)}: a newer run has entered it.`,
  StageNotRetryableException: (at, message) => `${capital(stageOf(at))} cannot be retried${because(message)}.`,
  UnableToRollbackStageException: (at, message) => `${capital(stageOf(at))} cannot be rolled back to that run${because(message)}.`,
  PipelineExecutionOutdatedException: (at) => `That run was made by an older version of ${pipelineOf(at)}, so it cannot be rolled back to.`,
  ConflictException: (at, message) => `${capital(pipelineOf(at))} is busy with something that excludes this${because(message)}: try again when that is done.`,
  ConcurrentModificationException: (at) => `${capital(pipelineOf(at))} was being changed at the same moment: try again.`,
  ConcurrentPipelineExecutionsLimitExceededException: (at) => `${capital(pipelineOf(at))} has as many runs under way as AWS allows: wait for one to end, or stop one.`,
  PipelineExecutionNotStoppableException: (at, message) => `${runOf(at)} cannot be stopped${because(message)}.`,
  ConditionNotOverridableException: (at, message) => `No condition of ${stageOf(at)} can be overridden${because(message)}.`,
  DeploymentAlreadyCompletedException: () => "That deployment is over already.",
  DeploymentIsNotInReadyStateException: () => "That deployment does not wait to be continued.",
  UnsupportedActionForDeploymentTypeException: (_, message) => `That kind of deployment cannot do this${because(message)}.`,
  DuplicatedStopRequestException: (at) => `${runOf(at)} is being stopped already.`,
  LimitExceededException: (_, message) => `An AWS limit is reached${because(message)}.`,
  ValidationException: (_, message) => `AWS refused the request${because(message)}.`,
  NoSuchBucket: ({ bucket }) => `There is no S3 bucket${bucket ? ` named ${bucket}` : " of that name"}.`,
  ParameterVersionNotFound: () => "The parameter has no such version.",
  ResourceNotFoundException: (_, message) => `AWS does not find what was asked for${because(message)}.`
};
function sentenceFor(error, context) {
  const { name, message } = error;
  if (isMissingCredentials(error)) {
    return "No AWS credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or assume a role before this step.";
  }
  if (expired.has(name)) return "The AWS credentials have expired: renew them and try again.";
  if (unknownKey.has(name))
    return "AWS does not accept the credentials: check the access key, its secret and the session token.";
  if (isClockSkew(error))
    return "This machine's clock is wrong, so AWS refuses its signatures: set the clock.";
  if (isThrottled(error)) {
    return "AWS went on limiting the rate of calls after several tries: wait a minute and try again.";
  }
  const home = homeRegion(error);
  if (home !== void 0) {
    const bucket = context.bucket ? `The bucket ${context.bucket}` : "The bucket";
    return `${bucket} is ${home ? `in ${home}` : "in another region"}, not in ${context.region}: use its region.`;
  }
  if (denied.has(name)) return denial(message, context);
  if (isNetwork(error)) return unreachable(error, context);
  return explanations[name]?.(context, message) ?? fault(error);
}
function fault(error) {
  const status = statusOf(error) ?? 0;
  if (status < 500) return void 0;
  return `AWS went on answering with a fault of its own (${status} ${error.name}): see https://health.aws.amazon.com, and try again later.`;
}
function isMissingCredentials({ name, message }) {
  return name === "CredentialsProviderError" || /^(Credential|Resolved credential) .*(missing|not valid)/.test(message);
}
function isClockSkew({ name, message }) {
  if (name === "RequestTimeTooSkewed" || name === "RequestExpired") return true;
  return name === "InvalidSignatureException" && /expired|not yet current/i.test(message);
}
function denial(message, { needs }) {
  const [, action] = /not authorized to perform:? ([\w-]+:\w+)/.exec(message) ?? [];
  const [, resource] = /on resource:? "?(arn:[^\s"]+|\*)"?/.exec(message) ?? [];
  if (!action && needs)
    return `These AWS credentials may not do this: allow ${needs} in their IAM policy, and look at the policies of the resource.`;
  if (!action)
    return `AWS denied access${because(message)}: allow it in the IAM policy of these credentials.`;
  const scope = resource ? ` on ${resource}` : "";
  const boundary = /explicit deny/.test(message) ? ", and remove the explicit deny that AWS reports" : "";
  return `These AWS credentials may not do this: allow ${action}${scope} in their IAM policy${boundary}.`;
}
function homeRegion(error) {
  const redirected = [
    "PermanentRedirect",
    "AuthorizationHeaderMalformed",
    "IllegalLocationConstraintException"
  ];
  if (!redirected.includes(error.name) && statusOf(error) !== 301) return void 0;
  const headers = error.$response?.headers;
  return headers?.["x-amz-bucket-region"] ?? /expecting '([a-z0-9-]+)'/.exec(error.message)?.[1] ?? "";
}
var networkCodes = /* @__PURE__ */ new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "ERR_PROXY_TUNNEL"
]);
function networkCode(error) {
  const { code } = error;
  if (code && networkCodes.has(code)) return code;
  return error.name === "TimeoutError" ? "a timeout" : void 0;
}
function isNetwork(error) {
  return networkCode(error) !== void 0;
}
function unreachable(error, { endpoint, region }) {
  const { address, port, hostname } = error;
  const host = address && port ? `${address}:${port}` : hostname;
  const where = endpoint ?? host ?? `AWS in ${region}`;
  return `${where} cannot be reached (${networkCode(error)}): check the network, the region and the endpoint.`;
}
function statusOf(error) {
  return error.$metadata?.httpStatusCode;
}
function chain(error) {
  const errors = [];
  for (let each = error; each instanceof Error && errors.length < 5; each = each.cause) errors.push(each);
  return errors;
}
function because(message) {
  const text = message.trim().replace(/\.+$/, "");
  return text ? ` (${text})` : "";
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// node_modules/@smithy/core/dist-es/submodules/client/middleware-stack/MiddlewareStack.js
var getAllAliases=(l,s)=>{const p=[];if(l&&p.push(l),s)for(const c of s)p.push(c);return p},getMiddlewareNameWithAliases=(l,s)=>`${l||"anonymous"}${s&&s.length>0?` (a.k.a. ${s.join(",")})`:""}`,constructStack=()=>{let l=[],s=[],p=!1;const c=new Set,b=e=>e.sort((i,r)=>stepWeights[r.step]-stepWeights[i.step]||priorityWeights[r.priority||"normal"]-priorityWeights[i.priority||"normal"]),g=e=>{let i=!1;const r=n=>{const d=getAllAliases(n.name,n.aliases);if(d.includes(e)){i=!0;for(const a of d)c.delete(a);return!1}return!0};return l=l.filter(r),s=s.filter(r),i},M=e=>{let i=!1;const r=n=>{if(n.middleware===e){i=!0;for(const d of getAllAliases(n.name,n.aliases))c.delete(d);return!1}return!0};return l=l.filter(r),s=s.filter(r),i},w=e=>(l.forEach(i=>{e.add(i.middleware,{...i})}),s.forEach(i=>{e.addRelativeTo(i.middleware,{...i})}),e.identifyOnResolve?.(h.identifyOnResolve()),e),v=e=>{const i=[];return e.before.forEach(r=>{r.before.length===0&&r.after.length===0?i.push(r):i.push(...v(r))}),i.push(e),e.after.reverse().forEach(r=>{r.before.length===0&&r.after.length===0?i.push(r):i.push(...v(r))}),i},E=(e=!1)=>{const i=[],r=[],n={};return l.forEach(a=>{const t={...a,before:[],after:[]};for(const o of getAllAliases(t.name,t.aliases))n[o]=t;i.push(t)}),s.forEach(a=>{const t={...a,before:[],after:[]};for(const o of getAllAliases(t.name,t.aliases))n[o]=t;r.push(t)}),r.forEach(a=>{if(a.toMiddleware){const t=n[a.toMiddleware];if(t===void 0){if(e)return;throw new Error(`${a.toMiddleware} is not found when adding ${getMiddlewareNameWithAliases(a.name,a.aliases)} middleware ${a.relation} ${a.toMiddleware}`)}a.relation==="after"&&t.after.push(a),a.relation==="before"&&t.before.push(a)}}),b(i).map(v).reduce((a,t)=>(a.push(...t),a),[])},h={add:(e,i={})=>{const{name:r,override:n,aliases:d}=i,a={step:"initialize",priority:"normal",middleware:e,...i},t=getAllAliases(r,d);if(t.length>0){if(t.some(o=>c.has(o))){if(!n)throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(r,d)}'`);for(const o of t){const u=l.findIndex(m=>m.name===o||m.aliases?.some($=>$===o));if(u===-1)continue;const f=l[u];if(f.step!==a.step||a.priority!==f.priority)throw new Error(`"${getMiddlewareNameWithAliases(f.name,f.aliases)}" middleware with ${f.priority} priority in ${f.step} step cannot be overridden by "${getMiddlewareNameWithAliases(r,d)}" middleware with ${a.priority} priority in ${a.step} step.`);l.splice(u,1)}}for(const o of t)c.add(o)}l.push(a)},addRelativeTo:(e,i)=>{const{name:r,override:n,aliases:d}=i,a={middleware:e,...i},t=getAllAliases(r,d);if(t.length>0){if(t.some(o=>c.has(o))){if(!n)throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(r,d)}'`);for(const o of t){const u=s.findIndex(m=>m.name===o||m.aliases?.some($=>$===o));if(u===-1)continue;const f=s[u];if(f.toMiddleware!==a.toMiddleware||f.relation!==a.relation)throw new Error(`"${getMiddlewareNameWithAliases(f.name,f.aliases)}" middleware ${f.relation} "${f.toMiddleware}" middleware cannot be overridden by "${getMiddlewareNameWithAliases(r,d)}" middleware ${a.relation} "${a.toMiddleware}" middleware.`);s.splice(u,1)}}for(const o of t)c.add(o)}s.push(a)},clone:()=>w(constructStack()),use:e=>{e.applyToStack(h)},remove:e=>typeof e=="string"?g(e):M(e),removeByTag:e=>{let i=!1;const r=n=>{const{tags:d,name:a,aliases:t}=n;if(d&&d.includes(e)){const o=getAllAliases(a,t);for(const u of o)c.delete(u);return i=!0,!1}return!0};return l=l.filter(r),s=s.filter(r),i},concat:e=>{const i=w(constructStack());return i.use(e),i.identifyOnResolve(p||i.identifyOnResolve()||(e.identifyOnResolve?.()??!1)),i},applyToStack:w,identify:()=>E(!0).map(e=>{const i=e.step??e.relation+" "+e.toMiddleware;return getMiddlewareNameWithAliases(e.name,e.aliases)+" - "+i}),identifyOnResolve(e){return typeof e=="boolean"&&(p=e),p},resolve:(e,i)=>{for(const r of E().map(n=>n.middleware).reverse())e=r(e,i);return p&&console.log(h.identify()),e}};return h},stepWeights={initialize:5,serialize:4,build:3,finalizeRequest:2,deserialize:1},priorityWeights={high:3,normal:2,low:1};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client.js
var Client=class{config;middlewareStack=constructStack();initConfig;handlers;constructor(e){this.config=e;const{protocol:s,protocolSettings:r}=e;r&&typeof s=="function"&&(e.protocol=new s(r))}send(e,s,r){const l=typeof s!="function"?s:void 0,n=typeof s=="function"?s:r,o=l===void 0&&this.config.cacheMiddleware===!0;let i;if(o){this.handlers||(this.handlers=new WeakMap);const t=this.handlers;t.has(e.constructor)?i=t.get(e.constructor):(i=e.resolveMiddleware(this.middlewareStack,this.config,l),t.set(e.constructor,i))}else delete this.handlers,i=e.resolveMiddleware(this.middlewareStack,this.config,l);if(n)i(e).then(t=>n(null,t.output),t=>n(t)).catch(()=>{});else return i(e).then(t=>t.output)}destroy(){this.config?.requestHandler?.destroy?.(),delete this.handlers}};
// node_modules/@smithy/types/dist-es/endpoint.js
var EndpointURLScheme;(function(t){t.HTTP="http",t.HTTPS="https"})(EndpointURLScheme||(EndpointURLScheme={}));
// node_modules/@smithy/types/dist-es/extensions/checksum.js
var AlgorithmId;(function(c){c.MD5="md5",c.CRC32="crc32",c.CRC32C="crc32c",c.SHA1="sha1",c.SHA256="sha256"})(AlgorithmId||(AlgorithmId={}));
// node_modules/@smithy/types/dist-es/middleware.js
var SMITHY_CONTEXT_KEY="__smithy_context";
// node_modules/@smithy/types/dist-es/profile.js
var IniSectionType;(function(s){s.PROFILE="profile",s.SSO_SESSION="sso-session",s.SERVICES="services"})(IniSectionType||(IniSectionType={}));
// node_modules/@smithy/core/dist-es/submodules/schema/deref.js
var deref=r=>typeof r=="function"?r():r;
// node_modules/@smithy/core/dist-es/submodules/transport/getSmithyContext.js
var getSmithyContext=T=>T[SMITHY_CONTEXT_KEY]||(T[SMITHY_CONTEXT_KEY]={});
// node_modules/@smithy/core/dist-es/submodules/transport/hasOwn.js
function hasOwn(t,n){return Object.prototype.hasOwnProperty.call(t,n)}
// node_modules/@smithy/core/dist-es/submodules/transport/httpRequest.js
var HttpRequest=class h{method;protocol;hostname;port;path;query;headers;username;password;fragment;body;constructor(e){this.method=e.method||"GET",this.hostname=e.hostname||"localhost",this.port=e.port,this.query=e.query||{},this.headers=e.headers||{},this.body=e.body,this.protocol=e.protocol?e.protocol.slice(-1)!==":"?`${e.protocol}:`:e.protocol:"https:",this.path=e.path?e.path.charAt(0)!=="/"?`/${e.path}`:e.path:"/",this.username=e.username,this.password=e.password,this.fragment=e.fragment}static clone(e){const t=new h({...e,headers:{...e.headers}});return t.query&&(t.query=cloneQuery(t.query)),t}static isInstance(e){if(!e)return!1;const t=e;return"method"in t&&"protocol"in t&&"hostname"in t&&"path"in t&&typeof t.query=="object"&&typeof t.headers=="object"}clone(){return h.clone(this)}};function cloneQuery(a){return Object.keys(a).reduce((e,t)=>{const r=a[t];return{...e,[t]:Array.isArray(r)?[...r]:r}},{})}
// node_modules/@smithy/core/dist-es/submodules/transport/httpResponse.js
var HttpResponse=class{statusCode;reason;headers;body;constructor(s){this.statusCode=s.statusCode,this.reason=s.reason,this.headers=s.headers||{},this.body=s.body}static isInstance(s){if(!s)return!1;const e=s;return typeof e.statusCode=="number"&&typeof e.headers=="object"}};
// node_modules/@smithy/core/dist-es/submodules/transport/isValidHostLabel.js
var VALID_HOST_LABEL_REGEX=new RegExp("^(?!.*-$)(?!-)[a-zA-Z0-9-]{1,63}$"),isValidHostLabel=(e,r=!1)=>{if(!r)return VALID_HOST_LABEL_REGEX.test(e);const t=e.split(".");for(const s of t)if(!isValidHostLabel(s))return!1;return!0};
// node_modules/@smithy/core/dist-es/submodules/transport/isValidHostname.js
function isValidHostname(t){return/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(t)}
// node_modules/@smithy/core/dist-es/submodules/transport/normalizeProvider.js
var normalizeProvider=r=>{if(typeof r=="function")return r;const e=Promise.resolve(r);return()=>e};
// node_modules/@smithy/core/dist-es/submodules/transport/parseQueryString.js
function parseQueryString(n){const o={};if(n=n.replace(/^\?/,""),n)for(const i of n.split("&")){let[e,l=null]=i.split("=");e=decodeURIComponent(e),l&&(l=decodeURIComponent(l)),e in o?Array.isArray(o[e])?o[e].push(l):o[e]=[o[e],l]:o[e]=l}return o}
// node_modules/@smithy/core/dist-es/submodules/transport/parseUrl.js
var parseUrl=r=>{if(typeof r=="string")return parseUrl(new URL(r));const{hostname:n,pathname:o,port:t,protocol:p,search:e}=r;let a;return e&&(a=parseQueryString(e)),{hostname:n,port:t?parseInt(t):void 0,protocol:p,path:o,query:a}};
// node_modules/@smithy/core/dist-es/submodules/transport/toEndpointV1.js
var toEndpointV1=r=>{if(typeof r=="object"){if("url"in r){const e=parseUrl(r.url);if(r.headers){e.headers={};for(const a in r.headers)hasOwn(r.headers,a)&&(e.headers[a.toLowerCase()]=r.headers[a].join(", "))}return e}return r}return parseUrl(r)};
// node_modules/@smithy/core/dist-es/submodules/schema/schemas/operation.js
var operation=(a,o,r,e,i)=>({name:o,namespace:a,traits:r,input:e,output:i});
// node_modules/@smithy/core/dist-es/submodules/schema/middleware/schemaDeserializationMiddleware.js
var schemaDeserializationMiddleware=s=>(o,r)=>async d=>{const{response:t}=await o(d),{operationSchema:c}=getSmithyContext(r),[,p,l,f,h,u]=c??[];try{const e=await s.protocol.deserializeResponse(operation(p,l,f,h,u),{...s,...r},t);return{response:t,output:e}}catch(e){if(Object.defineProperty(e,"$response",{value:t,enumerable:!1,writable:!1,configurable:!1}),!("$metadata"in e)){const n="Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.";try{e.message+=`
  `+n}catch{!r.logger||r.logger?.constructor?.name==="NoOpLogger"?console.warn(n):r.logger?.warn?.(n)}typeof e.$responseBodyText<"u"&&e.$response&&(e.$response.body=e.$responseBodyText);try{if(HttpResponse.isInstance(t)){const{headers:a={},statusCode:g}=t,i=Object.entries(a);e.$metadata={httpStatusCode:g,requestId:findHeader(/^x-[\w-]+-request-?id$/,i),extendedRequestId:findHeader(/^x-[\w-]+-id-2$/,i),cfId:findHeader(/^x-[\w-]+-cf-id$/,i)}}}catch{}}throw e}},findHeader=(s,o)=>(o.find(([r])=>r.match(s))||[void 0,void 0])[1];
// node_modules/@smithy/core/dist-es/submodules/schema/middleware/schemaSerializationMiddleware.js
var schemaSerializationMiddleware=t=>(i,n)=>async e=>{const{operationSchema:o}=getSmithyContext(n),[,a,s,p,r,d]=o??[],c=n.endpointV2?async()=>toEndpointV1(n.endpointV2):t.endpoint,l=await t.protocol.serializeRequest(operation(a,s,p,r,d),e.input,{...t,...n,endpoint:c});return i({...e,request:l})};
// node_modules/@smithy/core/dist-es/submodules/schema/middleware/getSchemaSerdePlugin.js
var deserializerMiddlewareOption={name:"deserializerMiddleware",step:"deserialize",tags:["DESERIALIZER"],override:!0},serializerMiddlewareOption={name:"serializerMiddleware",step:"serialize",tags:["SERIALIZER"],override:!0};function getSchemaSerdePlugin(e){return{applyToStack:r=>{r.add(schemaSerializationMiddleware(e),serializerMiddlewareOption),r.add(schemaDeserializationMiddleware(e),deserializerMiddlewareOption),e.protocol.setSerdeContext(e)}}}
// node_modules/@smithy/core/dist-es/submodules/schema/schemas/translateTraits.js
var traitsCache=[];function translateTraits(t){if(typeof t=="object")return t;if(t=t|0,traitsCache[t])return traitsCache[t];const e={};let s=0;for(const p of["httpLabel","idempotent","idempotencyToken","sensitive","httpPayload","httpResponseCode","httpQueryParams"])(t>>s++&1)===1&&(e[p]=1);return traitsCache[t]=e}
// node_modules/@smithy/core/dist-es/submodules/schema/schemas/NormalizedSchema.js
var anno={it:Symbol.for("@smithy/nor-struct-it"),ns:Symbol.for("@smithy/ns")},simpleSchemaCacheN=[],simpleSchemaCacheS={},NormalizedSchema=class m{ref;memberName;static symbol=Symbol.for("@smithy/nor");symbol=m.symbol;name;schema;_isMemberSchema;traits;memberTraits;normalizedTraits;constructor(t,e){this.ref=t,this.memberName=e;const s=[];let r=t,i=t;for(this._isMemberSchema=!1;isMemberSchema(r);)s.push(r[1]),r=r[0],i=deref(r),this._isMemberSchema=!0;if(s.length>0){this.memberTraits={};for(let n=s.length-1;n>=0;--n){const c=s[n];Object.assign(this.memberTraits,translateTraits(c))}}else this.memberTraits=0;if(i instanceof m){const n=this.memberTraits;Object.assign(this,i),this.memberTraits=Object.assign({},n,i.getMemberTraits(),this.getMemberTraits()),this.normalizedTraits=void 0,this.memberName=e??i.memberName;return}if(this.schema=deref(i),isStaticSchema(this.schema)?(this.name=`${this.schema[1]}#${this.schema[2]}`,this.traits=this.schema[3]):(this.name=this.memberName??String(i),this.traits=0),this._isMemberSchema&&!e)throw new Error(`@smithy/core/schema - NormalizedSchema member init ${this.getName(!0)} missing member name.`)}static[Symbol.hasInstance](t){const e=this.prototype.isPrototypeOf(t);return!e&&typeof t=="object"&&t!==null?t.symbol===this.symbol:e}static of(t){const e=typeof t=="function"||typeof t=="object"&&t!==null;if(typeof t=="number"){if(simpleSchemaCacheN[t])return simpleSchemaCacheN[t]}else if(typeof t=="string"){if(simpleSchemaCacheS[t])return simpleSchemaCacheS[t]}else if(e&&t[anno.ns])return t[anno.ns];const s=deref(t);if(s instanceof m)return s;if(isMemberSchema(s)){const[i,n]=s;if(i instanceof m)return Object.assign(i.getMergedTraits(),translateTraits(n)),i;throw new Error(`@smithy/core/schema - may not init unwrapped member schema=${JSON.stringify(t,null,2)}.`)}const r=new m(s);return e?t[anno.ns]=r:typeof s=="string"?simpleSchemaCacheS[s]=r:typeof s=="number"?simpleSchemaCacheN[s]=r:r}getSchema(){const t=this.schema;return Array.isArray(t)&&t[0]===0?t[4]:t}getName(t=!1){const{name:e}=this;return!t&&e&&e.includes("#")?e.split("#")[1]:e||void 0}getMemberName(){return this.memberName}isMemberSchema(){return this._isMemberSchema}isListSchema(){const t=this.getSchema();return typeof t=="number"?t>=64&&t<128:t[0]===1}isMapSchema(){const t=this.getSchema();return typeof t=="number"?t>=128&&t<=255:t[0]===2}isStructSchema(){const t=this.getSchema();if(typeof t!="object")return!1;const e=t[0];return e===3||e===-3||e===4}isUnionSchema(){const t=this.getSchema();return typeof t!="object"?!1:t[0]===4}isBlobSchema(){const t=this.getSchema();return t===21||t===42}isTimestampSchema(){const t=this.getSchema();return typeof t=="number"&&t>=4&&t<=7}isUnitSchema(){return this.getSchema()==="unit"}isDocumentSchema(){return this.getSchema()===15}isStringSchema(){return this.getSchema()===0}isBooleanSchema(){return this.getSchema()===2}isNumericSchema(){return this.getSchema()===1}isBigIntegerSchema(){return this.getSchema()===17}isBigDecimalSchema(){return this.getSchema()===19}isStreaming(){const{streaming:t}=this.getMergedTraits();return!!t||this.getSchema()===42}isIdempotencyToken(){return!!this.getMergedTraits().idempotencyToken}getMergedTraits(){return this.normalizedTraits??(this.normalizedTraits={...this.getOwnTraits(),...this.getMemberTraits()})}getMemberTraits(){return translateTraits(this.memberTraits)}getOwnTraits(){return translateTraits(this.traits)}getKeySchema(){const[t,e]=[this.isDocumentSchema(),this.isMapSchema()];if(!t&&!e)throw new Error(`@smithy/core/schema - cannot get key for non-map: ${this.getName(!0)}`);const s=this.getSchema(),r=t?15:s[4]??0;return member([r,0],"key")}getValueSchema(){const t=this.getSchema(),[e,s,r]=[this.isDocumentSchema(),this.isMapSchema(),this.isListSchema()],i=typeof t=="number"?63&t:t&&typeof t=="object"&&(s||r)?t[3+t[0]]:e?15:void 0;if(i!=null)return member([i,0],s?"value":"member");throw new Error(`@smithy/core/schema - ${this.getName(!0)} has no value member.`)}getMemberSchema(t){const e=this.getSchema();if(this.isStructSchema()&&e[4].includes(t)){const s=e[4].indexOf(t),r=e[5][s];return member(isMemberSchema(r)?r:[r,0],t)}if(this.isDocumentSchema())return member([15,0],t);throw new Error(`@smithy/core/schema - ${this.getName(!0)} has no member=${t}.`)}getMemberSchemas(){const t={};try{for(const[e,s]of this.structIterator())t[e]=s}catch{}return t}getEventStreamMember(){if(this.isStructSchema()){for(const[t,e]of this.structIterator())if(e.isStreaming()&&e.isStructSchema())return t}return""}*structIterator(){if(this.isUnitSchema())return;if(!this.isStructSchema())throw new Error("@smithy/core/schema - cannot iterate non-struct schema.");const t=this.getSchema(),e=t[4].length;let s=t[anno.it];if(s&&e===s.length){yield*s;return}s=Array(e);for(let r=0;r<e;++r){const i=t[4][r],n=member([t[5][r],0],i);yield s[r]=[i,n]}t[anno.it]=s}};function member(a,t){if(a instanceof NormalizedSchema)return Object.assign(a,{memberName:t,_isMemberSchema:!0});const e=NormalizedSchema;return new e(a,t)}var isMemberSchema=a=>Array.isArray(a)&&a.length===2,isStaticSchema=a=>Array.isArray(a)&&a.length>=5;
// node_modules/@smithy/core/dist-es/submodules/schema/TypeRegistry.js
var TypeRegistry=class o{namespace;schemas;exceptions;static registries=new Map;constructor(s,e=new Map,t=new Map){this.namespace=s,this.schemas=e,this.exceptions=t,o.registries.has(s)||o.registries.set(s,this)}static for(s){return o.registries.get(s)??new o(s)}copyFrom(s){const{schemas:e,exceptions:t}=this;for(const[i,r]of s.schemas)e.has(i)||e.set(i,r);for(const[i,r]of s.exceptions)t.has(i)||t.set(i,r)}register(s,e){const t=this.normalizeShapeId(s);for(const i of[this,o.for(t.split("#")[0])])i.schemas.has(t)||i.schemas.set(t,e)}getSchema(s){const e=this.normalizeShapeId(s);if(!this.schemas.has(e)){if(!s.includes("#")){const t="#"+s,i=[];for(const[r,n]of this.schemas.entries())r.endsWith(t)&&i.push(n);if(i.length===1)return i[0]}throw new Error(`@smithy/core/schema - schema not found for ${e}`)}return this.schemas.get(e)}registerError(s,e){const t=s,i=t[1],r=i+"#"+t[2];e.hasOwnProperty?.("shapeId")||(e.shapeId=r);for(const n of[this,o.for(i)])!n.schemas.has(r)&&!n.exceptions.has(t)&&(n.schemas.set(r,t),n.exceptions.set(t,e))}getErrorCtor(s){const e=s;return this.exceptions.has(e)?this.exceptions.get(e):o.for(e[1]).exceptions.get(e)}getBaseException(){for(const s of this.exceptions.keys())if(Array.isArray(s)){const[,e,t]=s,i=e+"#"+t;if(i.startsWith("smithy.ts.sdk.synthetic.")&&i.endsWith("ServiceException"))return s}}find(s){for(const e of this.schemas.values())if(s(e))return e}clear(){this.schemas.clear(),this.exceptions.clear()}normalizeShapeId(s){return s.includes("#")?s:this.namespace+"#"+s}};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/schemaLogFilter.js
var SENSITIVE_STRING="***SensitiveInformation***";function schemaLogFilter(n,e){if(e==null)return e;const r=NormalizedSchema.of(n);if(r.getMergedTraits().sensitive)return SENSITIVE_STRING;if(r.isListSchema()){const t=r.getValueSchema();if(t.getMergedTraits().sensitive)return SENSITIVE_STRING;if(Array.isArray(e))return e.map(i=>schemaLogFilter(t,i))}else if(r.isMapSchema()){const t=r.getValueSchema();if(r.getKeySchema().getMergedTraits().sensitive||t.getMergedTraits().sensitive)return SENSITIVE_STRING;if(typeof e=="object")return Object.fromEntries(Object.entries(e).map(([i,s])=>[i,schemaLogFilter(t,s)]))}else if(r.isStructSchema()&&typeof e=="object"){const t=e,i={};for(const[s,c]of r.structIterator())t[s]!=null&&(i[s]=schemaLogFilter(c,t[s]));return i}return e}
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/command.js
var operationEventStreamMarker=Symbol.for("@smithy/op-event-stream"),Command=class{middlewareStack=constructStack();schema;static classBuilder(){return new ClassBuilder}resolveMiddlewareWithContext(e,i,t,{middlewareFn:m,clientName:d,commandName:r,inputFilterSensitiveLog:c,outputFilterSensitiveLog:h,smithyContext:a,additionalContext:u,CommandCtor:S}){for(const o of m.bind(this)(S,e,i,t))this.middlewareStack.use(o);const p=e.concat(this.middlewareStack),{logger:v}=i,g=u[SMITHY_CONTEXT_KEY],C={logger:v,clientName:d,commandName:r,inputFilterSensitiveLog:c,outputFilterSensitiveLog:h,...u,[SMITHY_CONTEXT_KEY]:{...g,commandInstance:this,...a,...t?.metricsRecorder===void 0?{}:{metricsRecorder:t.metricsRecorder},...t?.abortSignal===void 0?{}:{abortSignal:t.abortSignal}}},{requestHandler:x}=i;let s=t??{};s.metricsRecorder&&(s={...s},delete s.metricsRecorder);let l;const n=this.schema,_=n?.[operationEventStreamMarker];if(_!==void 0)l=_;else if(n&&Array.isArray(n)&&n[0]===9){const[,,,,o,F]=n;l=n[operationEventStreamMarker]=!!(NormalizedSchema.of(o).getEventStreamMember()||NormalizedSchema.of(F).getEventStreamMember())}return l&&(s={isEventStream:l,...s}),p.resolve(o=>x.handle(o.request,s),C)}},ClassBuilder=class{_init=()=>{};_ep={};_middlewareFn=()=>[];_commandName="";_clientName="";_additionalContext={};_smithyContext={};_inputFilterSensitiveLog=void 0;_outputFilterSensitiveLog=void 0;_serializer=null;_deserializer=null;_operationSchema;init(e){this._init=e}ep(e){return this._ep=e,this}m(e){return this._middlewareFn=e,this}s(e,i,t={}){return this._smithyContext={service:e,operation:i,...t},this}c(e={}){return this._additionalContext=e,this}n(e,i){return this._clientName=e,this._commandName=i,this}f(e=t=>t,i=t=>t){return this._inputFilterSensitiveLog=e,this._outputFilterSensitiveLog=i,this}ser(e){return this._serializer=e,this}de(e){return this._deserializer=e,this}sc(e){return this._operationSchema=e,this._smithyContext.operationSchema=e,this}build(){const e=this;let i;return i=class extends Command{input;static getEndpointParameterInstructions(){return e._ep}constructor(...[t]){super(),this.input=t??{},e._init(this),this.schema=e._operationSchema}resolveMiddleware(t,m,d){const r=e._operationSchema,c=r?.[4]??r?.input,h=r?.[5]??r?.output;return this.resolveMiddlewareWithContext(t,m,d,{CommandCtor:i,middlewareFn:e._middlewareFn,clientName:e._clientName,commandName:e._commandName,inputFilterSensitiveLog:e._inputFilterSensitiveLog??(r?schemaLogFilter.bind(null,c):a=>a),outputFilterSensitiveLog:e._outputFilterSensitiveLog??(r?schemaLogFilter.bind(null,h):a=>a),smithyContext:e._smithyContext,additionalContext:e._additionalContext})}serialize=e._serializer;deserialize=e._deserializer}}};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/create-aggregated-client.js
var createAggregatedClient=(i,n,p)=>{for(const[e,c]of Object.entries(i)){const r=async function(s,t,f){const a=new c(s);if(typeof t=="function")this.send(a,t);else if(typeof f=="function"){if(typeof t!="object")throw new Error(`Expected http options but got ${typeof t}`);this.send(a,t||{},f)}else return this.send(a,t)},o=(e[0].toLowerCase()+e.slice(1)).replace(/Command$/,"");n.prototype[o]=r}const{paginators:m={},waiters:d={}}=p??{};for(const[e,c]of Object.entries(m))n.prototype[e]===void 0&&(n.prototype[e]=function(r={},o,...s){return c({...o,client:this},r,...s)});for(const[e,c]of Object.entries(d))n.prototype[e]===void 0&&(n.prototype[e]=async function(r={},o,...s){let t=o;return typeof o=="number"&&(t={maxWaitTime:o}),c({...t,client:this},r,...s)})};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/exceptions.js
var ServiceException=class c extends Error{static shapeId="smithy.ts.sdk.synthetic.nonamespace.client#ServiceException";$fault;$response;$retryable;$metadata;constructor(t){super(t.message),Object.setPrototypeOf(this,Object.getPrototypeOf(this).constructor.prototype),this.name=t.name,this.$fault=t.$fault,this.$metadata=t.$metadata}static isInstance(t){if(!t)return!1;const e=t;return c.prototype.isPrototypeOf(e)||!!e.$fault&&!!e.$metadata&&(e.$fault==="client"||e.$fault==="server")}static[Symbol.hasInstance](t){if(!t)return!1;const e=t;if(this===c)return c.isInstance(t);if(c.isInstance(t)){if(this.prototype.isPrototypeOf(t))return!0;const a=Object.prototype.hasOwnProperty.call(this,"shapeId")?this.shapeId:void 0;let n=!1;if(a){let r=Object.getPrototypeOf(e);for(;r&&r!==Object.prototype;){const o=r.constructor,f=o!==c&&Object.prototype.hasOwnProperty.call(o,"shapeId")?o?.shapeId:void 0;if(f&&(n=!0,f===a))return!0;r=Object.getPrototypeOf(r)}}if(a&&n)return!1;const i=this.name;if(i&&i.length>=6){if(e.name===i)return!0;let r=Object.getPrototypeOf(e);for(;r&&r!==Object.prototype;){const o=r.constructor?.name;if(o&&o!=="Error"&&o===i)return!0;r=Object.getPrototypeOf(r)}}}return!1}},decorateServiceException=(s,t={})=>{Object.entries(t).filter(([,a])=>a!==void 0).forEach(([a,n])=>{(s[a]==null||s[a]==="")&&(s[a]=n)});const e=s.message||s.Message||"UnknownError";return s.message=e,delete s.Message,s};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/defaults-mode.js
var loadConfigsForDefaultMode=e=>{switch(e){case"standard":return{retryMode:"standard",connectionTimeout:3100};case"in-region":return{retryMode:"standard",connectionTimeout:1100};case"cross-region":return{retryMode:"standard",connectionTimeout:3100};case"mobile":return{retryMode:"standard",connectionTimeout:3e4};default:return{}}};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/emitWarningIfUnsupportedVersion.js
var warningEmitted=!1,emitWarningIfUnsupportedVersion=n=>{n&&!warningEmitted&&parseInt(n.substring(1,n.indexOf(".")))<16&&(warningEmitted=!0)};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/checksum.js
var knownAlgorithms=Object.values(AlgorithmId),getChecksumConfiguration=t=>{const o=[];for(const c in AlgorithmId){if(!hasOwn(AlgorithmId,c))continue;const s=AlgorithmId[c];t[s]!==void 0&&o.push({algorithmId:()=>s,checksumConstructor:()=>t[s]})}for(const[c,s]of Object.entries(t.checksumAlgorithms??{}))o.push({algorithmId:()=>c,checksumConstructor:()=>s});return{addChecksumAlgorithm(c){t.checksumAlgorithms=t.checksumAlgorithms??{};const s=c.algorithmId(),r=c.checksumConstructor();knownAlgorithms.includes(s)?t.checksumAlgorithms[s.toUpperCase()]=r:t.checksumAlgorithms[s]=r,o.push(c)},checksumAlgorithms(){return o}}},resolveChecksumRuntimeConfig=t=>{const o={};return t.checksumAlgorithms().forEach(c=>{const s=c.algorithmId();knownAlgorithms.includes(s)&&(o[s]=c.checksumConstructor())}),o};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/retry.js
var getRetryConfiguration=r=>({setRetryStrategy(t){r.retryStrategy=t},retryStrategy(){return r.retryStrategy}}),resolveRetryRuntimeConfig=r=>{const t={};return t.retryStrategy=r.retryStrategy(),t};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/defaultExtensionConfiguration.js
var getDefaultExtensionConfiguration=e=>Object.assign(getChecksumConfiguration(e),getRetryConfiguration(e)),resolveDefaultRuntimeConfig2=e=>Object.assign(resolveChecksumRuntimeConfig(e),resolveRetryRuntimeConfig(e));
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/get-value-from-text-node.js
var getValueFromTextNode=e=>{const n="#text";for(const t in e)hasOwn(e,t)&&(e[t][n]!==void 0?e[t]=e[t][n]:typeof e[t]=="object"&&e[t]!==null&&(e[t]=getValueFromTextNode(e[t])));return e};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/NoOpLogger.js
var NoOpLogger=class{trace(){}debug(){}info(){}warn(){}error(){}};
// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client-command-builder.js
function makeBuilder(r,i,a,c){return function(u,l,n,m,d={}){const o=Object.assign({},r,u);return Command.classBuilder().ep(o).m(function(e,f,t,h){const s=l.call(this,e,f,t,h);return s.unshift(c(t,e.getEndpointParameterInstructions())),s}).s(i,n,d).n(a,n.charAt(0).toUpperCase()+n.slice(1)+"Command").sc(m).build()}}
// node_modules/@aws-sdk/core/dist-es/submodules/client/emitWarningIfUnsupportedVersion.js
var state={warningEmitted:!1},emitWarningIfUnsupportedVersion2=e=>{if(e&&!state.warningEmitted){if(process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED==="true"){state.warningEmitted=!0;return}const r=parseInt(e.substring(1,e.indexOf("."))),n=22;r<n&&(state.warningEmitted=!0,process.emitWarning(`NodeVersionSupportWarning: The AWS SDK for JavaScript (v3)
versions published after the first week of January 2027
will require node >=${n}. You are running node ${e}.

To continue receiving updates to AWS services, bug fixes,
and security updates please upgrade to node >=${n}.

More information can be found at: https://a.co/c895JFp`))}};
// node_modules/@aws-sdk/core/dist-es/submodules/client/setCredentialFeature.js
function setCredentialFeature(u,o,r){return u.$source||(u.$source={}),u.$source[o]=r,u}
// node_modules/@aws-sdk/core/dist-es/submodules/client/setFeature.js
function setFeature(_,s,e){_.__aws_sdk_context?_.__aws_sdk_context.features||(_.__aws_sdk_context.features={}):_.__aws_sdk_context={features:{}},_.__aws_sdk_context.features[s]=e}
// node_modules/@aws-sdk/core/dist-es/submodules/client/getDefaultSocketTimeout.js
var isDefaultSocketTimeoutEnabled=()=>typeof process=="object"&&process?.env?.AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026==="true",getDefaultSocketTimeout=(e,t)=>{if(isDefaultSocketTimeoutEnabled()&&typeof e?.handle!="function")return t};
// node_modules/@smithy/core/dist-es/submodules/serde/index.js
const{getRandomValues}=process.getBuiltinModule("crypto");
// node_modules/@smithy/core/dist-es/submodules/serde/is-array-buffer/is-array-buffer.js
var isArrayBuffer=r=>typeof ArrayBuffer=="function"&&r instanceof ArrayBuffer||Object.prototype.toString.call(r)==="[object ArrayBuffer]";
// node_modules/@smithy/core/dist-es/submodules/serde/util-buffer-from/buffer-from.js
var fromArrayBuffer=(r,e=0,f=r.byteLength-e)=>{if(!isArrayBuffer(r))throw new TypeError(`The "input" argument must be ArrayBuffer. Received type ${typeof r} (${r})`);return Buffer.from(r,e,f)},fromString=(r,e)=>{if(typeof r!="string")throw new TypeError(`The "input" argument must be of type string. Received type ${typeof r} (${r})`);return e?Buffer.from(r,e):Buffer.from(r)};
// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/fromBase64.js
var BASE64_REGEX=/^[A-Za-z0-9+/]*={0,2}$/,fromBase64=r=>{if(r.length*3%4!==0)throw new TypeError("Incorrect padding on base64 string.");if(!BASE64_REGEX.exec(r))throw new TypeError("Invalid base64 string.");const e=fromString(r,"base64");return new Uint8Array(e.buffer,e.byteOffset,e.byteLength)};
// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/fromUtf8.js
var fromUtf8=t=>{const r=fromString(t,"utf8");return new Uint8Array(r.buffer,r.byteOffset,r.byteLength/Uint8Array.BYTES_PER_ELEMENT)};
// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/toBase64.js
var toBase64=t=>{let e;if(typeof t=="string"?e=fromUtf8(t):e=t,typeof e!="object"||typeof e.byteOffset!="number"||typeof e.byteLength!="number")throw new Error("@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.");return fromArrayBuffer(e.buffer,e.byteOffset,e.byteLength).toString("base64")};
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/blob/Uint8ArrayBlobAdapter.js
function bindUint8ArrayBlobAdapter(n,e,i,a){return class r extends Uint8Array{static fromString(t,o="utf-8"){if(typeof t=="string")return o==="base64"?r.mutate(a(t)):r.mutate(e(t));throw new Error(`Unsupported conversion from ${typeof t} to Uint8ArrayBlobAdapter.`)}static mutate(t){return Object.setPrototypeOf(t,r.prototype),t}transformToString(t="utf-8"){return t==="base64"?i(this):n(this)}}}
// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUtf8.js
var toUtf8=t=>{if(typeof t=="string")return t;if(typeof t!="object"||typeof t.byteOffset!="number"||typeof t.byteLength!="number")throw new Error("@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.");return fromArrayBuffer(t.buffer,t.byteOffset,t.byteLength).toString("utf8")};
// node_modules/@smithy/core/dist-es/submodules/serde/uuid/v4.js
var decimalToHex=Array.from({length:256},(n,r)=>r.toString(16).padStart(2,"0"));function bindV4(n){return typeof crypto<"u"&&typeof crypto.randomUUID=="function"?()=>crypto.randomUUID():()=>{const r=new Uint8Array(16);return n(r),r[6]=r[6]&15|64,r[8]=r[8]&63|128,decimalToHex[r[0]]+decimalToHex[r[1]]+decimalToHex[r[2]]+decimalToHex[r[3]]+"-"+decimalToHex[r[4]]+decimalToHex[r[5]]+"-"+decimalToHex[r[6]]+decimalToHex[r[7]]+"-"+decimalToHex[r[8]]+decimalToHex[r[9]]+"-"+decimalToHex[r[10]]+decimalToHex[r[11]]+decimalToHex[r[12]]+decimalToHex[r[13]]+decimalToHex[r[14]]+decimalToHex[r[15]]}}
// node_modules/@smithy/core/dist-es/submodules/serde/parse-utils.js
var expectNumber=r=>{if(r!=null){if(typeof r=="string"){const t=parseFloat(r);if(!Number.isNaN(t))return String(t)!==String(r)&&logger.warn(stackTraceWarning(`Expected number but observed string: ${r}`)),t}if(typeof r=="number")return r;throw new TypeError(`Expected number, got ${typeof r}: ${r}`)}},MAX_FLOAT=Math.ceil(34028234663852886e22),expectFloat32=r=>{const t=expectNumber(r);if(t!==void 0&&!Number.isNaN(t)&&t!==1/0&&t!==-1/0&&Math.abs(t)>MAX_FLOAT)throw new TypeError(`Expected 32-bit float, got ${r}`);return t},expectLong=r=>{if(r!=null){if(Number.isInteger(r)&&!Number.isNaN(r))return r;throw new TypeError(`Expected integer, got ${typeof r}: ${r}`)}},expectShort=r=>expectSizedInt(r,16),expectByte=r=>expectSizedInt(r,8),expectSizedInt=(r,t)=>{const e=expectLong(r);if(e!==void 0&&castInt(e,t)!==e)throw new TypeError(`Expected ${t}-bit integer, got ${r}`);return e},castInt=(r,t)=>{switch(t){case 32:return Int32Array.of(r)[0];case 16:return Int16Array.of(r)[0];case 8:return Int8Array.of(r)[0]}},strictParseDouble=r=>expectNumber(typeof r=="string"?parseNumber(r):r),strictParseFloat32=r=>expectFloat32(typeof r=="string"?parseNumber(r):r),NUMBER_REGEX=/(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(-?Infinity)|(NaN)/g,parseNumber=r=>{const t=r.match(NUMBER_REGEX);if(t===null||t[0].length!==r.length)throw new TypeError("Expected real number, got implicit NaN");return parseFloat(r)},strictParseShort=r=>expectShort(typeof r=="string"?parseNumber(r):r),strictParseByte=r=>expectByte(typeof r=="string"?parseNumber(r):r),stackTraceWarning=r=>String(new TypeError(r).stack||r).split(`
`).slice(0,5).filter(t=>!t.includes("stackTraceWarning")).join(`
`),logger={warn:console.warn};
// node_modules/@smithy/core/dist-es/submodules/serde/date-utils.js
var DAYS=["Sun","Mon","Tue","Wed","Thu","Fri","Sat"],MONTHS=["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"];function dateToUtcString(e){const t=e.getUTCFullYear(),n=e.getUTCMonth(),r=e.getUTCDay(),s=e.getUTCDate(),o=e.getUTCHours(),i=e.getUTCMinutes(),a=e.getUTCSeconds(),d=s<10?`0${s}`:`${s}`,c=o<10?`0${o}`:`${o}`,u=i<10?`0${i}`:`${i}`,f=a<10?`0${a}`:`${a}`;return`${DAYS[r]}, ${d} ${MONTHS[n]} ${t} ${c}:${u}:${f} GMT`}var RFC3339=new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?[zZ]$/),parseRfc3339DateTime=e=>{if(e==null)return;if(typeof e!="string")throw new TypeError("RFC-3339 date-times must be expressed as strings");const t=RFC3339.exec(e);if(!t)throw new TypeError("Invalid RFC-3339 date-time value");const[n,r,s,o,i,a,d,c]=t,u=strictParseShort(stripLeadingZeroes(r)),f=parseDateValue(s,"month",1,12),h=parseDateValue(o,"day",1,31);return buildDate(u,f,h,{hours:i,minutes:a,seconds:d,fractionalMilliseconds:c})},RFC3339_WITH_OFFSET=new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(([-+]\d{2}:\d{2})|[zZ])$/),parseRfc3339DateTimeWithOffset=e=>{if(e==null)return;if(typeof e!="string")throw new TypeError("RFC-3339 date-times must be expressed as strings");const t=RFC3339_WITH_OFFSET.exec(e);if(!t)throw new TypeError("Invalid RFC-3339 date-time value");const[n,r,s,o,i,a,d,c,u]=t,f=strictParseShort(stripLeadingZeroes(r)),h=parseDateValue(s,"month",1,12),m=parseDateValue(o,"day",1,31),T=buildDate(f,h,m,{hours:i,minutes:a,seconds:d,fractionalMilliseconds:c});return u.toUpperCase()!="Z"&&T.setTime(T.getTime()-parseOffsetToMilliseconds(u)),T},IMF_FIXDATE=new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/),RFC_850_DATE=new RegExp(/^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday), (\d{2})-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/),ASC_TIME=new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ( [1-9]|\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? (\d{4})$/),parseRfc7231DateTime=e=>{if(e==null)return;if(typeof e!="string")throw new TypeError("RFC-7231 date-times must be expressed as strings");let t=IMF_FIXDATE.exec(e);if(t){const[n,r,s,o,i,a,d,c]=t;return buildDate(strictParseShort(stripLeadingZeroes(o)),parseMonthByShortName(s),parseDateValue(r,"day",1,31),{hours:i,minutes:a,seconds:d,fractionalMilliseconds:c})}if(t=RFC_850_DATE.exec(e),t){const[n,r,s,o,i,a,d,c]=t;return adjustRfc850Year(buildDate(parseTwoDigitYear(o),parseMonthByShortName(s),parseDateValue(r,"day",1,31),{hours:i,minutes:a,seconds:d,fractionalMilliseconds:c}))}if(t=ASC_TIME.exec(e),t){const[n,r,s,o,i,a,d,c]=t;return buildDate(strictParseShort(stripLeadingZeroes(c)),parseMonthByShortName(r),parseDateValue(s.trimLeft(),"day",1,31),{hours:o,minutes:i,seconds:a,fractionalMilliseconds:d})}throw new TypeError("Invalid RFC-7231 date-time value")},parseEpochTimestamp=e=>{if(e==null)return;let t;if(typeof e=="number")t=e;else if(typeof e=="string")t=strictParseDouble(e);else if(typeof e=="object"&&e.tag===1)t=e.value;else throw new TypeError("Epoch timestamps must be expressed as floating point numbers or their string representation");if(Number.isNaN(t)||t===1/0||t===-1/0)throw new TypeError("Epoch timestamps must be valid, non-Infinite, non-NaN numerics");return new Date(Math.round(t*1e3))},buildDate=(e,t,n,r)=>{const s=t-1;return validateDayOfMonth(e,s,n),new Date(Date.UTC(e,s,n,parseDateValue(r.hours,"hour",0,23),parseDateValue(r.minutes,"minute",0,59),parseDateValue(r.seconds,"seconds",0,60),parseMilliseconds(r.fractionalMilliseconds)))},parseTwoDigitYear=e=>{const t=new Date().getUTCFullYear(),n=Math.floor(t/100)*100+strictParseShort(stripLeadingZeroes(e));return n<t?n+100:n},FIFTY_YEARS_IN_MILLIS=50*365*24*60*60*1e3,adjustRfc850Year=e=>e.getTime()-new Date().getTime()>FIFTY_YEARS_IN_MILLIS?new Date(Date.UTC(e.getUTCFullYear()-100,e.getUTCMonth(),e.getUTCDate(),e.getUTCHours(),e.getUTCMinutes(),e.getUTCSeconds(),e.getUTCMilliseconds())):e,parseMonthByShortName=e=>{const t=MONTHS.indexOf(e);if(t<0)throw new TypeError(`Invalid month: ${e}`);return t+1},DAYS_IN_MONTH=[31,28,31,30,31,30,31,31,30,31,30,31],validateDayOfMonth=(e,t,n)=>{let r=DAYS_IN_MONTH[t];if(t===1&&isLeapYear(e)&&(r=29),n>r)throw new TypeError(`Invalid day for ${MONTHS[t]} in ${e}: ${n}`)},isLeapYear=e=>e%4===0&&(e%100!==0||e%400===0),parseDateValue=(e,t,n,r)=>{const s=strictParseByte(stripLeadingZeroes(e));if(s<n||s>r)throw new TypeError(`${t} must be between ${n} and ${r}, inclusive`);return s},parseMilliseconds=e=>e==null?0:strictParseFloat32("0."+e)*1e3,parseOffsetToMilliseconds=e=>{const t=e[0];let n=1;if(t=="+")n=1;else if(t=="-")n=-1;else throw new TypeError(`Offset direction, ${t}, must be "+" or "-"`);const r=Number(e.substring(1,3)),s=Number(e.substring(4,6));return n*(r*60+s)*60*1e3},stripLeadingZeroes=e=>{let t=0;for(;t<e.length-1&&e.charAt(t)==="0";)t++;return t===0?e:e.slice(t)};
// node_modules/@smithy/core/dist-es/submodules/serde/lazy-json.js
var LazyJsonString=function(n){return Object.assign(new String(n),{deserializeJSON(){return JSON.parse(String(n))},toString(){return String(n)},toJSON(){return String(n)}})};LazyJsonString.from=r=>r&&typeof r=="object"&&(r instanceof LazyJsonString||"deserializeJSON"in r)?r:typeof r=="string"||Object.getPrototypeOf(r)===String.prototype?LazyJsonString(String(r)):LazyJsonString(JSON.stringify(r)),LazyJsonString.fromObject=LazyJsonString.from;
// node_modules/@smithy/core/dist-es/submodules/serde/quote-header.js
function quoteHeader(e){return(e.includes(",")||e.includes('"'))&&(e=`"${e.replace(/\\/g,"\\\\").replace(/"/g,'\\"')}"`),e}
// node_modules/@smithy/core/dist-es/submodules/serde/schema-serde-lib/schema-date-utils.js
var ddd="(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[ne|u?r]?s?day)?",mmm="(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",time="(\\d?\\d):(\\d{2}):(\\d{2})(?:\\.(\\d+))?",date="(\\d?\\d)",year="(\\d{4})",RFC3339_WITH_OFFSET2=new RegExp(/^(\d{4})-(\d\d)-(\d\d)[tT](\d\d):(\d\d):(\d\d)(\.(\d+))?(([-+]\d\d:\d\d)|[zZ])$/),IMF_FIXDATE_NATIVE=/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|[12]\d|3[01]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d GMT$/,IMF_FIXDATE2=new RegExp(`^${ddd}, ${date} ${mmm} ${year} ${time} GMT$`),RFC_850_DATE2=new RegExp(`^${ddd}, ${date}-${mmm}-(\\d\\d) ${time} GMT$`),ASC_TIME2=new RegExp(`^${ddd} ${mmm} ( [1-9]|\\d\\d) ${time} ${year}$`),months=["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"],_parseEpochTimestamp=e=>{if(e==null)return;let r=NaN;if(typeof e=="number")r=e;else if(typeof e=="string"){if(!/^-?\d*\.?\d+$/.test(e))throw new TypeError("parseEpochTimestamp - numeric string invalid.");r=Number.parseFloat(e)}else typeof e=="object"&&e.tag===1&&(r=e.value);if(isNaN(r)||Math.abs(r)===1/0)throw new TypeError("Epoch timestamps must be valid finite numbers.");return new Date(Math.round(r*1e3))},_parseRfc3339DateTimeWithOffset=e=>{if(e==null)return;if(typeof e!="string")throw new TypeError("RFC3339 timestamps must be strings");const r=RFC3339_WITH_OFFSET2.exec(e);if(!r)throw new TypeError(`Invalid RFC3339 timestamp format ${e}`);const[,n,t,s,o,a,i,,d,u]=r;range(t,1,12),range(s,1,31),range(o,0,23),range(a,0,59),range(i,0,60);const m=new Date(Date.UTC(Number(n),Number(t)-1,Number(s),Number(o),Number(a),Number(i),Number(d)?Math.round(parseFloat(`0.${d}`)*1e3):0));if(m.setUTCFullYear(Number(n)),u.toUpperCase()!="Z"){const[,f,p,c]=/([+-])(\d\d):(\d\d)/.exec(u)||[void 0,"+",0,0],T=f==="-"?1:-1;m.setTime(m.getTime()+T*(Number(p)*60*60*1e3+Number(c)*60*1e3))}return m},_parseRfc7231DateTime=e=>{if(e==null)return;if(typeof e!="string")throw new TypeError("RFC7231 timestamps must be strings.");if(IMF_FIXDATE_NATIVE.test(e))return new Date(e);let r,n,t,s,o,a,i,d;if((d=IMF_FIXDATE2.exec(e))?[,r,n,t,s,o,a,i]=d:(d=RFC_850_DATE2.exec(e))?([,r,n,t,s,o,a,i]=d,t=(Number(t)+1900).toString()):(d=ASC_TIME2.exec(e))&&([,n,r,s,o,a,i,t]=d),t&&a){const u=Date.UTC(Number(t),months.indexOf(n),Number(r),Number(s),Number(o),Number(a),i?Math.round(parseFloat(`0.${i}`)*1e3):0);range(r,1,31),range(s,0,23),range(o,0,59),range(a,0,60);const m=new Date(u);return m.setUTCFullYear(Number(t)),m}throw new TypeError(`Invalid RFC7231 date-time value ${e}.`)};function range(e,r,n){const t=Number(e);if(t<r||t>n)throw new Error(`Value ${t} out of range [${r}, ${n}]`)}
// node_modules/@smithy/core/dist-es/submodules/serde/split-every.js
function splitEvery(s,f,r){if(r<=0||!Number.isInteger(r))throw new Error("Invalid number of delimiters ("+r+") for splitEvery.");const n=s.split(f);if(r===1)return n;const o=[];let e="";for(let t=0;t<n.length;t++)e===""?e=n[t]:e+=f+n[t],(t+1)%r===0&&(o.push(e),e="");return e!==""&&o.push(e),o}
// node_modules/@smithy/core/dist-es/submodules/serde/split-header.js
var splitHeader=r=>{const l=r.length,s=[];let c=!1,a=!1,i=0;for(let e=0;e<l;++e){const t=r[e];switch(t){case'"':a||(c=!c);break;case",":c||(s.push(r.slice(i,e)),i=e+1);break;default:}a=t==="\\"&&!a}return s.push(r.slice(i)),s.map(e=>{e=e.trim();const t=e.length;return t<2?e:e[0]==='"'&&e[t-1]==='"'?(e=e.slice(1,t-1),e.replace(/\\(["\\])/g,"$1")):e.replace(/\\"/g,'"')})};
// node_modules/@smithy/core/dist-es/submodules/serde/value/NumericValue.js
var format=/^-?((0|[1-9]\d*)(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/,NumericValue=class r{string;type;constructor(t,e){if(this.string=t,this.type=e,!format.test(t))throw new Error(`@smithy/core/serde - NumericValue string must conform to the Smithy bigDecimal format. Received: "${t}"`)}toString(){return this.string}static[Symbol.hasInstance](t){if(!t||typeof t!="object")return!1;const e=t;return r.prototype.isPrototypeOf(t)||e.type==="bigDecimal"&&format.test(e.string)}};
// node_modules/@smithy/core/dist-es/submodules/serde/util-hex-encoding/hex-encoding.js
var SHORT_TO_HEX={},HEX_TO_SHORT={};for(let e=0;e<256;e++){let t=e.toString(16).toLowerCase();t.length===1&&(t=`0${t}`),SHORT_TO_HEX[e]=t,HEX_TO_SHORT[t]=e}function fromHex(e){if(e.length%2!==0)throw new Error("Hex encoded strings must have an even number length");const t=new Uint8Array(e.length/2);for(let n=0;n<e.length;n+=2){const r=e.slice(n,n+2).toLowerCase();if(r in HEX_TO_SHORT)t[n/2]=HEX_TO_SHORT[r];else throw new Error(`Cannot decode unrecognized sequence ${r} as hexadecimal`)}return t}function toHex(e){let t="";for(let n=0;n<e.byteLength;n++)t+=SHORT_TO_HEX[e[n]];return t}
// node_modules/@smithy/core/dist-es/submodules/serde/util-body-length/calculateBodyLength.js
const{ReadStream,fstatSync,lstatSync}=process.getBuiltinModule("fs");var calculateBodyLength=e=>{if(!e)return 0;if(typeof e=="string")return Buffer.byteLength(e);if(typeof e.byteLength=="number")return e.byteLength;if(typeof e.size=="number")return e.size;if(typeof e.start=="number"&&typeof e.end=="number")return e.end+1-e.start;if(e instanceof ReadStream){if(e.path!=null)return lstatSync(e.path).size;if(typeof e.fd=="number")return fstatSync(e.fd).size}throw new Error(`Body Length computation failed for ${e}`)};
// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUint8Array.js
var toUint8Array=r=>r instanceof Uint8Array?r:typeof r=="string"?fromUtf8(r):ArrayBuffer.isView(r)?new Uint8Array(r.buffer,r.byteOffset,r.byteLength/Uint8Array.BYTES_PER_ELEMENT):new Uint8Array(r);
// node_modules/@smithy/core/dist-es/submodules/serde/concatBytes.js
function concatBytes(e,t){if(t===void 0){t=0;for(const o of e)t+=o.byteLength}const f=new Uint8Array(t);let n=0;for(const o of e)f.set(o,n),n+=o.byteLength;return f}
// node_modules/@smithy/core/dist-es/submodules/config/property-provider/ProviderError.js
var ProviderError=class i extends Error{name="ProviderError";tryNextLink;constructor(e,r=!0){let o,t=!0;typeof r=="boolean"?(o=void 0,t=r):r!=null&&typeof r=="object"&&(o=r.logger,t=r.tryNextLink??!0),super(e),this.tryNextLink=t,Object.setPrototypeOf(this,i.prototype),o?.debug?.(`@smithy/property-provider ${t?"->":"(!)"} ${e}`)}static from(e,r=!0){return Object.assign(new this(e.message,r),e)}};
// node_modules/@smithy/core/dist-es/submodules/config/property-provider/CredentialsProviderError.js
var CredentialsProviderError=class r extends ProviderError{name="CredentialsProviderError";constructor(e,o=!0){super(e,o),Object.setPrototypeOf(this,r.prototype)}};
// node_modules/@smithy/core/dist-es/submodules/config/property-provider/TokenProviderError.js
var TokenProviderError=class r extends ProviderError{name="TokenProviderError";constructor(o,e=!0){super(o,e),Object.setPrototypeOf(this,r.prototype)}};
// node_modules/@smithy/core/dist-es/submodules/config/property-provider/chain.js
var chain2=(...t)=>async()=>{if(t.length===0)throw new ProviderError("No providers in chain");let e;for(const n of t)try{return await n()}catch(r){if(e=r,r?.tryNextLink)continue;throw r}throw e};
// node_modules/@smithy/core/dist-es/submodules/config/property-provider/fromValue.js
var fromValue=e=>()=>Promise.resolve(e);
// node_modules/@smithy/core/dist-es/submodules/config/property-provider/memoize.js
var memoize=(s,f,l)=>{let e,r,t,a=!1;const n=async()=>{r||(r=s());try{e=await r,t=!0,a=!1}finally{r=void 0}return e};return f===void 0?async i=>((!t||i?.forceRefresh)&&(e=await n()),e):async i=>((!t||i?.forceRefresh)&&(e=await n()),a?e:l&&!l(e)?(a=!0,e):(f(e)&&await n(),e))};
// node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/booleanSelector.js
var booleanSelector=(e,r,t)=>{if(r in e){if(e[r]==="true")return!0;if(e[r]==="false")return!1;throw new Error(`Cannot load ${t} "${r}". Expected "true" or "false", got ${e[r]}.`)}};
// node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/types.js
var SelectorType;(function(n){n.ENV="env",n.CONFIG="shared config entry"})(SelectorType||(SelectorType={}));
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getHomeDir.js
const{homedir}=process.getBuiltinModule("os"),{sep}=process.getBuiltinModule("path");var homeDirCache={},getHomeDirCacheKey=()=>process&&process.geteuid?`${process.geteuid()}`:"DEFAULT",getHomeDir=()=>{const{HOME:r,USERPROFILE:t,HOMEPATH:o,HOMEDRIVE:s=`C:${sep}`}=process.env;if(r)return r;if(t)return t;if(o)return`${s}${o}`;const e=getHomeDirCacheKey();return homeDirCache[e]||(homeDirCache[e]=homedir()),homeDirCache[e]};
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getProfileName.js
var ENV_PROFILE="AWS_PROFILE",DEFAULT_PROFILE="default",getProfileName=e=>e.profile||process.env[ENV_PROFILE]||DEFAULT_PROFILE;
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getSSOTokenFilepath.js
const{createHash}=process.getBuiltinModule("crypto"),{join}=process.getBuiltinModule("path");var getSSOTokenFilepath=e=>{const s=createHash("sha1").update(e).digest("hex");return join(getHomeDir(),".aws","sso","cache",`${s}.json`)};
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getSSOTokenFromFile.js
const{readFile}=process.getBuiltinModule("fs/promises");var tokenIntercept={},getSSOTokenFromFile=async e=>{if(tokenIntercept[e])return tokenIntercept[e];const t=getSSOTokenFilepath(e),o=await readFile(t,"utf8");return JSON.parse(o)};
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/constants.js
var CONFIG_PREFIX_SEPARATOR=".";
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js
const{join:join4}=process.getBuiltinModule("path");
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigData.js
var getConfigData=n=>Object.entries(n).filter(([t])=>{const e=t.indexOf(CONFIG_PREFIX_SEPARATOR);return e===-1?!1:Object.values(IniSectionType).includes(t.substring(0,e))}).reduce((t,[e,i])=>{const r=e.indexOf(CONFIG_PREFIX_SEPARATOR),s=e.substring(0,r)===IniSectionType.PROFILE?e.substring(r+1):e;return t[s]=i,t},{...n.default&&{default:n.default}});
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigFilepath.js
const{join:join2}=process.getBuiltinModule("path");var ENV_CONFIG_PATH="AWS_CONFIG_FILE",getConfigFilepath=()=>process.env[ENV_CONFIG_PATH]||join2(getHomeDir(),".aws","config");
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getCredentialsFilepath.js
const{join:join3}=process.getBuiltinModule("path");var ENV_CREDENTIALS_PATH="AWS_SHARED_CREDENTIALS_FILE",getCredentialsFilepath=()=>process.env[ENV_CREDENTIALS_PATH]||join3(getHomeDir(),".aws","credentials");
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/parseIni.js
var prefixKeyRegex=/^([\w-]+)\s(["'])?([\w-@+.%:/]+)\2$/,profileNameBlockList=["__proto__","profile __proto__"],parseIni=f=>{const r={};let n,t;for(const c of f.split(/\r?\n/)){const i=c.split(/(^|\s)[;#]/)[0].trim();if(i[0]==="["&&i[i.length-1]==="]"){n=void 0,t=void 0;const e=i.substring(1,i.length-1),o=prefixKeyRegex.exec(e);if(o){const[,s,,l]=o;Object.values(IniSectionType).includes(s)&&(n=[s,l].join(CONFIG_PREFIX_SEPARATOR))}else n=e;if(profileNameBlockList.includes(e))throw new Error(`Found invalid profile name "${e}"`)}else if(n){const e=i.indexOf("=");if(![0,-1].includes(e)){const[o,s]=[i.substring(0,e).trim(),i.substring(e+1).trim()];if(s==="")t=o;else{t&&c.trimStart()===c&&(t=void 0),r[n]=r[n]||{};const l=t?[t,o].join(CONFIG_PREFIX_SEPARATOR):o;r[n][l]=s}}}}return r};
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/readFile.js
const{readFile:fsReadFile}=process.getBuiltinModule("fs/promises");var filePromises={},fileIntercept={},readFile2=(e,r)=>fileIntercept[e]!==void 0?fileIntercept[e]:((!filePromises[e]||r?.ignoreCache)&&(filePromises[e]=fsReadFile(e,"utf8")),filePromises[e]);
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js
var swallowError=()=>({}),loadSharedConfigFiles=async(e={})=>{const{filepath:i=getCredentialsFilepath(),configFilepath:a=getConfigFilepath()}=e,t=getHomeDir(),r="~/";let l=i;i.startsWith(r)&&(l=join4(t,i.slice(2)));let o=a;a.startsWith(r)&&(o=join4(t,a.slice(2)));const n=await Promise.all([readFile2(o,{ignoreCache:e.ignoreCache}).then(parseIni).then(getConfigData).catch(swallowError),readFile2(l,{ignoreCache:e.ignoreCache}).then(parseIni).catch(swallowError)]);return{configFile:n[0],credentialsFile:n[1]}};
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getSsoSessionData.js
var getSsoSessionData=S=>Object.entries(S).filter(([e])=>e.startsWith(IniSectionType.SSO_SESSION+CONFIG_PREFIX_SEPARATOR)).reduce((e,[t,i])=>({...e,[t.substring(t.indexOf(CONFIG_PREFIX_SEPARATOR)+1)]:i}),{});
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSsoSessionData.js
var swallowError2=()=>({}),loadSsoSessionData=async(a={})=>readFile2(a.configFilepath??getConfigFilepath()).then(parseIni).then(getSsoSessionData).catch(swallowError2);
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/mergeConfigFiles.js
var mergeConfigFiles=(...r)=>{const e={};for(const f of r)for(const[o,s]of Object.entries(f))e[o]!==void 0?Object.assign(e[o],s):e[o]=s;return e};
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/parseKnownFiles.js
var parseKnownFiles=async i=>{const e=await loadSharedConfigFiles(i);return mergeConfigFiles(e.configFile,e.credentialsFile)};
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/externalDataInterceptor.js
var externalDataInterceptor={getFileRecord(){return fileIntercept},interceptFile(e,t){fileIntercept[e]=Promise.resolve(t)},getTokenRecord(){return tokenIntercept},interceptToken(e,t){tokenIntercept[e]=t}};
// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/getSelectorName.js
function getSelectorName(t){try{const e=new Set(Array.from(t.match(/([A-Z_]){3,}/g)??[]));return e.delete("CONFIG"),e.delete("CONFIG_PREFIX_SEPARATOR"),e.delete("ENV"),[...e].join(", ")}catch{return t}}
// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromEnv.js
var fromEnv=(e,o)=>async()=>{try{const r=e(process.env,o);if(r===void 0)throw new Error;return r}catch(r){throw new CredentialsProviderError(r.message||`Not found in ENV: ${getSelectorName(e.toString())}`,{logger:o?.logger})}};
// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromSharedConfigFiles.js
var fromSharedConfigFiles=(r,{preferredFile:i="config",...o}={})=>async()=>{const e=getProfileName(o),{configFile:n,credentialsFile:f}=await loadSharedConfigFiles(o),g=f[e]||{},l=n[e]||{},s=i==="config"?{...g,...l}:{...l,...g};try{const c=r(s,i==="config"?n:f);if(c===void 0)throw new Error;return c}catch(t){throw new CredentialsProviderError(t.message||`Not found in config files w/ profile [${e}]: ${getSelectorName(r.toString())}`,{logger:o.logger})}};
// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromStatic.js
var isFunction=i=>typeof i=="function",fromStatic=i=>isFunction(i)?async()=>await i():fromValue(i);
// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/configLoader.js
var loadConfig=({environmentVariableSelector:o,configFileSelector:g,default:n},e={})=>{const{signingName:r,logger:i}=e,a={signingName:r,logger:i};return memoize(chain2(fromEnv(o,a),fromSharedConfigFiles(g,e),fromStatic(n)))};
// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/endpointsConfig/NodeUseDualstackEndpointConfigOptions.js
var ENV_USE_DUALSTACK_ENDPOINT="AWS_USE_DUALSTACK_ENDPOINT",CONFIG_USE_DUALSTACK_ENDPOINT="use_dualstack_endpoint",NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS={environmentVariableSelector:e=>booleanSelector(e,ENV_USE_DUALSTACK_ENDPOINT,SelectorType.ENV),configFileSelector:e=>booleanSelector(e,CONFIG_USE_DUALSTACK_ENDPOINT,SelectorType.CONFIG),default:!1};
// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/endpointsConfig/NodeUseFipsEndpointConfigOptions.js
var ENV_USE_FIPS_ENDPOINT="AWS_USE_FIPS_ENDPOINT",CONFIG_USE_FIPS_ENDPOINT="use_fips_endpoint",NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS={environmentVariableSelector:e=>booleanSelector(e,ENV_USE_FIPS_ENDPOINT,SelectorType.ENV),configFileSelector:e=>booleanSelector(e,CONFIG_USE_FIPS_ENDPOINT,SelectorType.CONFIG),default:!1};
// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/constants.js
var AWS_EXECUTION_ENV="AWS_EXECUTION_ENV",AWS_REGION_ENV="AWS_REGION",AWS_DEFAULT_REGION_ENV="AWS_DEFAULT_REGION",ENV_IMDS_DISABLED="AWS_EC2_METADATA_DISABLED",DEFAULTS_MODE_OPTIONS=["in-region","cross-region","mobile","standard","legacy"],IMDS_REGION_PATH="/latest/meta-data/placement/region",IMDS_TOKEN_PATH="/latest/api/token",X_AWS_EC2_METADATA_TOKEN="x-aws-ec2-metadata-token",X_AWS_EC2_METADATA_TOKEN_TTL="x-aws-ec2-metadata-token-ttl-seconds";
// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion.js
var TIMEOUT_MS=1e3,NEG_CACHE_TTL_MS=6e4,negativeCacheUntil=0,getInstanceMetadataRegion=async()=>{if(!process.env[ENV_IMDS_DISABLED]&&!(Date.now()<negativeCacheUntil))try{const e=resolveImdsEndpoint(),r=(await imdsRequest({...e,path:IMDS_TOKEN_PATH,method:"PUT",headers:{[X_AWS_EC2_METADATA_TOKEN_TTL]:"21600"}})).toString();return(await imdsRequest({...e,path:IMDS_REGION_PATH,method:"GET",headers:{[X_AWS_EC2_METADATA_TOKEN]:r}})).toString().trim()||cacheNegativeAndReturnUndefined()}catch{return cacheNegativeAndReturnUndefined()}},cacheNegativeAndReturnUndefined=()=>{negativeCacheUntil=Date.now()+NEG_CACHE_TTL_MS},resolveImdsEndpoint=()=>{const e=process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT;if(e){const r=new URL(e);return{hostname:r.hostname.replace(/^\[(.+)]$/,"$1"),port:r.port?Number(r.port):void 0}}return process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE==="IPv6"?{hostname:"fd00:ec2::254"}:{hostname:"169.254.169.254"}},imdsRequest=async e=>{const{request:r}=await Promise.resolve(process.getBuiltinModule("http"));return new Promise((s,o)=>{const t=r({hostname:e.hostname,port:e.port,path:e.path,method:e.method,headers:e.headers,timeout:TIMEOUT_MS,signal:AbortSignal.timeout(TIMEOUT_MS)});t.on("error",n=>{o(n),t.destroy()}),t.on("timeout",()=>{o(new Error("TimeoutError from instance metadata service")),t.destroy()}),t.on("response",n=>{const{statusCode:a=400}=n;if(a<200||a>=300){o(Object.assign(new Error("Error response received from instance metadata service"),{statusCode:a})),t.destroy();return}const i=[];n.on("data",d=>i.push(d)),n.on("end",()=>{s(Buffer.concat(i)),t.destroy()})}),t.end()})};
// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/config.js
var REGION_ENV_NAME="AWS_REGION",REGION_INI_NAME="region",NODE_REGION_CONFIG_OPTIONS={environmentVariableSelector:e=>e[REGION_ENV_NAME],configFileSelector:e=>e[REGION_INI_NAME],default:async()=>{const e=await getInstanceMetadataRegion();if(e)return e;throw new Error("Region is missing")}},NODE_REGION_CONFIG_FILE_OPTIONS={preferredFile:"credentials"};
// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/checkRegion.js
var validRegions=new Set,checkRegion=(e,s=isValidHostLabel)=>{if(!validRegions.has(e)&&!s(e))if(e==="*")console.warn('@smithy/config-resolver WARN - Please use the caller region instead of "*". See "sigv4a" in https://github.com/aws/aws-sdk-js-v3/blob/main/supplemental-docs/CLIENTS.md.');else throw new Error(`Region not accepted: region="${e}" is not a valid hostname component.`);else validRegions.add(e)};
// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/isFipsRegion.js
var isFipsRegion=s=>typeof s=="string"&&(s.startsWith("fips-")||s.endsWith("-fips"));
// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getRealRegion.js
var getRealRegion=s=>isFipsRegion(s)?["fips-aws-global","aws-fips"].includes(s)?"us-east-1":s.replace(/fips-(dkr-|prod-)?|-fips/,""):s;
// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/resolveRegionConfig.js
var resolveRegionConfig=o=>{const{region:e,useFipsEndpoint:n}=o;if(!e)throw new Error("Region is missing");return Object.assign(o,{region:async()=>{const i=typeof e=="function"?await e():e,r=getRealRegion(i);return checkRegion(r),r},useFipsEndpoint:async()=>{const i=typeof e=="string"?e:await e();return isFipsRegion(i)?!0:typeof n!="function"?Promise.resolve(!!n):n()}})};
// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/defaultsModeConfig.js
var AWS_DEFAULTS_MODE_ENV="AWS_DEFAULTS_MODE",AWS_DEFAULTS_MODE_CONFIG="defaults_mode",NODE_DEFAULTS_MODE_CONFIG_OPTIONS={environmentVariableSelector:e=>e[AWS_DEFAULTS_MODE_ENV],configFileSelector:e=>e[AWS_DEFAULTS_MODE_CONFIG],default:"legacy"};
// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/resolveDefaultsModeConfig.js
var resolveDefaultsModeConfig=({region:e=loadConfig(NODE_REGION_CONFIG_OPTIONS),defaultsMode:o=loadConfig(NODE_DEFAULTS_MODE_CONFIG_OPTIONS)}={})=>memoize(async()=>{const r=typeof o=="function"?await o():o;switch(r?.toLowerCase()){case"auto":return resolveNodeDefaultsModeAuto(e);case"in-region":case"cross-region":case"mobile":case"standard":case"legacy":return Promise.resolve(r?.toLocaleLowerCase());case void 0:return Promise.resolve("legacy");default:throw new Error(`Invalid parameter for "defaultsMode", expect ${DEFAULTS_MODE_OPTIONS.join(", ")}, got ${r}`)}}),resolveNodeDefaultsModeAuto=async e=>{if(e){const o=typeof e=="function"?await e():e,r=await inferPhysicalRegion();return r?o===r?"in-region":"cross-region":"standard"}return"standard"},inferPhysicalRegion=async()=>process.env[AWS_EXECUTION_ENV]&&(process.env[AWS_REGION_ENV]||process.env[AWS_DEFAULT_REGION_ENV])?process.env[AWS_REGION_ENV]??process.env[AWS_DEFAULT_REGION_ENV]:getInstanceMetadataRegion();
// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointUrlConfig.js
var ENV_ENDPOINT_URL="AWS_ENDPOINT_URL",CONFIG_ENDPOINT_URL="endpoint_url",getEndpointUrlConfig=s=>({environmentVariableSelector:e=>{const i=s.split(" ").map(t=>t.toUpperCase()),r=e[[ENV_ENDPOINT_URL,...i].join("_")];if(r)return r;const n=e[ENV_ENDPOINT_URL];if(n)return n},configFileSelector:(e,i)=>{if(e.services){const n=["services",e.services].join(CONFIG_PREFIX_SEPARATOR);if(!i||!i[n])throw new Error(`The services section "${e.services}" specified in the profile is not present in the shared configuration file.`);const t=i[n],c=s.split(" ").map(v=>v.toLowerCase()),o=t[[c.join("_"),CONFIG_ENDPOINT_URL].join(CONFIG_PREFIX_SEPARATOR)];if(o)return o}const r=e[CONFIG_ENDPOINT_URL];if(r)return r},default:void 0});
// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getIgnoreConfiguredEndpointUrls.js
var ENV_IGNORE_CONFIGURED_ENDPOINT_URLS="AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS="ignore_configured_endpoint_urls",ignoreConfiguredEndpointUrlsConfigSelectors={environmentVariableSelector:e=>booleanSelector(e,ENV_IGNORE_CONFIGURED_ENDPOINT_URLS,SelectorType.ENV),configFileSelector:e=>booleanSelector(e,CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS,SelectorType.CONFIG),default:!1};
// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointFromConfig.js
var getEndpointFromConfig=async n=>{if(!await loadConfig(ignoreConfiguredEndpointUrlsConfigSelectors)())return loadConfig(getEndpointUrlConfig(n??""))()};
// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/service-customizations/s3.js
var resolveParamsForS3=async t=>{const e=t?.Bucket||"";if(typeof t.Bucket=="string"&&(t.Bucket=e.replace(/#/g,encodeURIComponent("#")).replace(/\?/g,encodeURIComponent("?"))),isArnBucketName(e)){if(t.ForcePathStyle===!0)throw new Error("Path-style addressing cannot be used with ARN buckets")}else(!isDnsCompatibleBucketName(e)||e.indexOf(".")!==-1&&!String(t.Endpoint).startsWith("http:")||e.toLowerCase()!==e||e.length<3)&&(t.ForcePathStyle=!0);return t.DisableMultiRegionAccessPoints&&(t.disableMultiRegionAccessPoints=!0,t.DisableMRAP=!0),t},DOMAIN_PATTERN=/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,IP_ADDRESS_PATTERN=/(\d+\.){3}\d+/,DOTS_PATTERN=/\.\./,isDnsCompatibleBucketName=t=>DOMAIN_PATTERN.test(t)&&!IP_ADDRESS_PATTERN.test(t)&&!DOTS_PATTERN.test(t),isArnBucketName=t=>{const[e,i,n,,,o]=t.split(":"),r=e==="arn"&&t.split(":").length>=6,s=!!(r&&i&&n&&o);if(r&&!s)throw new Error(`Invalid ARN: ${t} was an invalid ARN.`);return s};
// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/createConfigValueProvider.js
var createConfigValueProvider=(r,n,t,l=!1)=>{const u=async()=>{let e;return l?e=t.clientContextParams?.[r]??t[r]??t[n]:e=t[r]??t[n],typeof e=="function"?e():e};return r==="credentialScope"||n==="CredentialScope"?async()=>{const e=typeof t.credentials=="function"?await t.credentials():t.credentials;return e?.credentialScope??e?.CredentialScope}:r==="accountId"||n==="AccountId"?async()=>{const e=typeof t.credentials=="function"?await t.credentials():t.credentials;return e?.accountId??e?.AccountId}:r==="endpoint"||n==="endpoint"?async()=>{if(t.isCustomEndpoint===!1)return;const e=await u();if(e&&typeof e=="object"){if("url"in e)return e.url.href;if("hostname"in e){const{protocol:s,hostname:a,port:c,path:o}=e;return`${s}//${a}${c?":"+c:""}${o}`}}return e}:u};
// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointFromInstructions.js
function bindGetEndpointFromInstructions(a){return async(i,s,e,o)=>{if(!e.isCustomEndpoint&&!e.ignoreConfiguredEndpointUrls){let t;e.serviceConfiguredEndpoint?t=await e.serviceConfiguredEndpoint():t=await a(e.serviceId),t&&(e.endpoint=()=>Promise.resolve(toEndpointV1(t)),e.isCustomEndpoint=!0,o?.logger?.debug?.(`@smithy/core/endpoints - resolved endpoint from config: ${t}`))}const n=await resolveParams(i,s,e);if(typeof e.endpointProvider!="function")throw new Error("config.endpointProvider is not set.");const r=e.endpointProvider(n,o);if(e.isCustomEndpoint&&e.endpoint){const t=await e.endpoint();if(t?.headers){r.headers??={};for(const[p,d]of Object.entries(t.headers))r.headers[p]=Array.isArray(d)?d:[d]}}return r}}var resolveParams=async(a,i,s)=>{const e={},o=i?.getEndpointParameterInstructions?.()||{};for(const[n,r]of Object.entries(o))switch(r.type){case"staticContextParams":e[n]=r.value;break;case"contextParams":e[n]=a[r.name];break;case"clientContextParams":case"builtInParams":e[n]=await createConfigValueProvider(r.name,n,s,r.type!=="builtInParams")();break;case"operationContextParams":e[n]=r.get(a);break;default:throw new Error("Unrecognized endpoint parameter instruction: "+JSON.stringify(r))}return Object.keys(o).length===0&&Object.assign(e,s),String(s.serviceId).toLowerCase()==="s3"&&await resolveParamsForS3(e),e};
// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/endpointMiddleware.js
function setFeature2(e,s,t){e.__smithy_context?e.__smithy_context.features||(e.__smithy_context.features={}):e.__smithy_context={features:{}},e.__smithy_context.features[s]=t}function bindEndpointMiddleware(e){const s=bindGetEndpointFromInstructions(e);return({config:t,instructions:u})=>(h,n)=>async r=>{t.isCustomEndpoint&&setFeature2(n,"ENDPOINT_OVERRIDE","N");const o=await s(r.input,{getEndpointParameterInstructions(){return u}},{...t},n);n.endpointV2=o,n.authSchemes=o.properties?.authSchemes;const i=n.authSchemes?.[0];if(i){n.signing_region=i.signingRegion,n.signing_service=i.signingName;const g=getSmithyContext(n)?.selectedHttpAuthScheme?.httpAuthOption;g&&(g.signingProperties=Object.assign(g.signingProperties||{},{signing_region:i.signingRegion,signingRegion:i.signingRegion,signing_service:i.signingName,signingName:i.signingName,signingRegionSet:i.signingRegionSet},i.properties))}return h({...r})}}
// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/getEndpointPlugin.js
var serializerMiddlewareOption2={name:"serializerMiddleware",step:"serialize",tags:["SERIALIZER"],override:!0},endpointMiddlewareOptions={step:"serialize",tags:["ENDPOINT_PARAMETERS","ENDPOINT_V2","ENDPOINT"],name:"endpointV2Middleware",override:!0,relation:"before",toMiddleware:serializerMiddlewareOption2.name};function bindGetEndpointPlugin(e){const i=bindEndpointMiddleware(e);return(d,r)=>({applyToStack:a=>{a.addRelativeTo(i({config:d,instructions:r}),endpointMiddlewareOptions)}})}
// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/resolveEndpointConfig.js
function bindResolveEndpointConfig(s){return n=>{const r=n.tls??!0,{endpoint:o,useDualstackEndpoint:t,useFipsEndpoint:d}=n,c=o!=null?async()=>toEndpointV1(await normalizeProvider(o)()):void 0,e=Object.assign(n,{endpoint:c,tls:r,isCustomEndpoint:!!o,useDualstackEndpoint:normalizeProvider(t??!1),useFipsEndpoint:normalizeProvider(d??!1),ignoreConfiguredEndpointUrls:!!n.ignoreConfiguredEndpointUrls});let i;return e.serviceConfiguredEndpoint=async()=>(n.serviceId&&!i&&(i=s(n.serviceId)),i),e}}
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/bdd/BinaryDecisionDiagram.js
var BinaryDecisionDiagram=class r{nodes;root;conditions;results;constructor(s,i,o,t){this.nodes=s,this.root=i,this.conditions=o,this.results=t}static from(s,i,o,t){return new r(s,i,o,t)}};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/cache/EndpointCache.js
var EndpointCache=class{capacity;data=new Map;parameters=[];constructor({size:e,params:t}){this.capacity=e??50,t&&(this.parameters=t)}get(e,t){const a=this.hash(e);if(a===!1)return t();if(!this.data.has(a)){if(this.data.size>this.capacity+10){const r=this.data.keys();let s=0;for(;;){const{value:i,done:n}=r.next();if(this.data.delete(i),n||++s>10)break}}this.data.set(a,t())}return this.data.get(a)}size(){return this.data.size}hash(e){let t="";const{parameters:a}=this;if(a.length===0)return!1;for(const r of a){const s=e[r],i=s==null?"\0":String(s);if(i.includes("|;"))return!1;t+=i+"|;"}return t}};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/types/EndpointError.js
var EndpointError=class extends Error{constructor(r){super(r),this.name="EndpointError"}};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/debugId.js
var debugId="endpoints";
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/toDebugString.js
function toDebugString(r){return typeof r!="object"||r==null?r:"ref"in r?`$${toDebugString(r.ref)}`:"fn"in r?`${r.fn}(${(r.argv||[]).map(toDebugString).join(", ")})`:JSON.stringify(r,null,2)}
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/customEndpointFunctions.js
var customEndpointFunctions={};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/booleanEquals.js
var booleanEquals=(a,l)=>a===l;
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/coalesce.js
function coalesce(...o){for(const n of o)if(n!=null)return n}
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/getAttrPathList.js
var getAttrPathList=e=>{const i=e.split("."),n=[];for(const t of i){const r=t.indexOf("[");if(r!==-1){if(t.indexOf("]")!==t.length-1)throw new EndpointError(`Path: '${e}' does not end with ']'`);const s=t.slice(r+1,-1);if(Number.isNaN(parseInt(s)))throw new EndpointError(`Invalid array index: '${s}' in path: '${e}'`);r!==0&&n.push(t.slice(0,r)),n.push(s)}else n.push(t)}return n};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/getAttr.js
var getAttr=(e,i)=>getAttrPathList(i).reduce((r,t)=>{if(typeof r!="object")throw new EndpointError(`Index '${t}' in '${i}' not found in '${JSON.stringify(e)}'`);if(Array.isArray(r)){const n=parseInt(t);return r[n<0?r.length+n:n]}return r[t]},e);
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/isSet.js
var isSet=l=>l!=null;
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/ite.js
function ite(n,t,e){return n?t:e}
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/not.js
var not=a=>!a;
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/isIpAddress.js
var IP_V4_REGEX=new RegExp("^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}$"),isIpAddress=d=>IP_V4_REGEX.test(d)||d.startsWith("[")&&d.endsWith("]");
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/parseURL.js
var DEFAULT_PORTS={[EndpointURLScheme.HTTP]:80,[EndpointURLScheme.HTTPS]:443},parseURL=t=>{const e=(()=>{try{if(t instanceof URL)return t;if(typeof t=="object"&&"hostname"in t){const{hostname:s,port:c,protocol:f="",path:m="",query:U={}}=t,i=new URL(`${f}//${s}${c?`:${c}`:""}${m}`);return i.search=Object.entries(U).map(([L,R])=>`${L}=${R}`).join("&"),i}return new URL(t)}catch{return null}})();if(!e)return console.error(`Unable to parse ${JSON.stringify(t)} as a whatwg URL.`),null;const h=e.href,{host:o,hostname:a,pathname:r,protocol:p,search:$}=e;if($)return null;const n=p.slice(0,-1);if(!Object.values(EndpointURLScheme).includes(n))return null;const l=isIpAddress(a),u=h.includes(`${o}:${DEFAULT_PORTS[n]}`)||typeof t=="string"&&t.includes(`${o}:${DEFAULT_PORTS[n]}`),d=`${o}${u?`:${DEFAULT_PORTS[n]}`:""}`;return{scheme:n,authority:d,path:r,normalizedPath:r.endsWith("/")?r:`${r}/`,isIp:l}};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/split.js
function split(n,c,r){if(r===1)return[n];if(n==="")return[""];const t=n.split(c);return r===0?t:t.slice(0,r-1).concat(t.slice(1).join(c))}
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/stringEquals.js
var stringEquals=(a,r)=>a===r;
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/substring.js
var substring=(r,l,e,g)=>r==null||l>=e||r.length<e||/[^\u0000-\u007f]/.test(r)?null:g?r.substring(r.length-e,r.length-l):r.substring(l,e);
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/uriEncode.js
var uriEncode=e=>encodeURIComponent(e).replace(/[!*'()]/g,o=>`%${o.charCodeAt(0).toString(16).toUpperCase()}`);
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/endpointFunctions.js
var endpointFunctions={booleanEquals,coalesce,getAttr,isSet,isValidHostLabel,ite,not,parseURL,split,stringEquals,substring,uriEncode};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateTemplate.js
var evaluateTemplate=(e,d)=>{const n=[],{referenceRecord:u,endpointParams:o}=d;let r=0;for(;r<e.length;){const s=e.indexOf("{",r);if(s===-1){n.push(e.slice(r));break}n.push(e.slice(r,s));const i=e.indexOf("}",s);if(i===-1){n.push(e.slice(s));break}e[s+1]==="{"&&e[i+1]==="}"&&(n.push(e.slice(s+1,i)),r=i+2);const c=e.substring(s+1,i);if(c.includes("#")){const[a,f]=c.split("#");n.push(getAttr(u[a]??o[a],f))}else n.push(u[c]??o[c]);r=i+1}return n.join("")};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getReferenceValue.js
var getReferenceValue=({ref:e},r)=>r.referenceRecord[e]??r.endpointParams[e];
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateExpression.js
var evaluateExpression=(e,i,r)=>{if(typeof e=="string")return evaluateTemplate(e,r);if(e.fn)return group.callFunction(e,r);if(e.ref)return getReferenceValue(e,r);throw new EndpointError(`'${i}': ${String(e)} is not a string, function or reference.`)},callFunction=({fn:e,argv:i},r)=>{const o=Array(i.length);for(let t=0;t<o.length;++t){const n=i[t];typeof n=="boolean"||typeof n=="number"?o[t]=n:o[t]=group.evaluateExpression(n,"arg",r)}const a=e.indexOf(".");if(a!==-1){const n=customEndpointFunctions[e.slice(0,a)]?.[e.slice(a+1)];if(typeof n=="function")return n(...o)}const c=endpointFunctions[e];if(typeof c=="function")return c(...o);throw new Error(`function ${e} not loaded in endpointFunctions.`)},group={evaluateExpression,callFunction};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateCondition.js
var evaluateCondition=(n,t)=>{const{assign:e}=n;if(e&&e in t.referenceRecord)throw new EndpointError(`'${e}' is already defined in Reference Record.`);const r=callFunction(n,t);t.logger?.debug?.(`${debugId} evaluateCondition: ${toDebugString(n)} = ${toDebugString(r)}`);const u=r===""?!0:!!r;return e!=null?{result:u,toAssign:{name:e,value:r}}:{result:u}};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointHeaders.js
var getEndpointHeaders=(n,s)=>Object.entries(n??{}).reduce((r,[t,o])=>(r[t]=o.map(a=>{const e=evaluateExpression(a,"Header value entry",s);if(typeof e!="string")throw new EndpointError(`Header '${t}' value '${e}' is not a string`);return e}),r),{});
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointProperties.js
var getEndpointProperties=(e,t)=>Object.entries(e).reduce((n,[r,i])=>(n[r]=group2.getEndpointProperty(i,t),n),{}),getEndpointProperty=(e,t)=>{if(Array.isArray(e))return e.map(n=>getEndpointProperty(n,t));switch(typeof e){case"string":return evaluateTemplate(e,t);case"object":if(e===null)throw new EndpointError(`Unexpected endpoint property: ${e}`);return group2.getEndpointProperties(e,t);case"boolean":return e;default:throw new EndpointError(`Unexpected endpoint property type: ${typeof e}`)}},group2={getEndpointProperty,getEndpointProperties};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointUrl.js
var getEndpointUrl=(o,n)=>{const t=evaluateExpression(o,"Endpoint URL",n);if(typeof t=="string")try{return new URL(t)}catch(r){throw console.error(`Failed to construct URL with ${t}`,r),r}throw new EndpointError(`Endpoint URL must be a string, got ${typeof t}`)};
// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/decideEndpoint.js
var RESULT=1e8,decideEndpoint=(p,c)=>{const{nodes:r,root:g,results:E,conditions:u}=p;let e=g;const l={},n={referenceRecord:l,endpointParams:c.endpointParams,logger:c.logger};for(;e!==1&&e!==-1&&e<RESULT;){const o=3*(Math.abs(e)-1),[t,s,i]=[r[o],r[o+1],r[o+2]],[a,h,f]=u[t],d=evaluateCondition({fn:a,assign:f,argv:h},n);if(d.toAssign){const{name:v,value:w}=d.toAssign;l[v]=w}e=e>=0===d.result?s:i}if(e>=RESULT){const o=E[e-RESULT];if(o[0]===-1){const[,a]=o;throw new EndpointError(evaluateExpression(a,"Error",n))}const[t,s,i]=o;return{url:getEndpointUrl(t,n),properties:getEndpointProperties(s,n),headers:getEndpointHeaders(i??{},n)}}throw new EndpointError("No matching endpoint.")};
// node_modules/@smithy/core/dist-es/submodules/endpoints/index.js
var getEndpointFromInstructions=bindGetEndpointFromInstructions(getEndpointFromConfig),resolveEndpointConfig=bindResolveEndpointConfig(getEndpointFromConfig),endpointMiddleware=bindEndpointMiddleware(getEndpointFromConfig),getEndpointPlugin=bindGetEndpointPlugin(getEndpointFromConfig);
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/checksum/ChecksumStream.js
const{Readable}=process.getBuiltinModule("stream");var ChecksumStream=class extends Readable{expectedChecksum;checksumSourceLocation;checksum;source;base64Encoder;constructor({expectedChecksum:e,checksum:s,source:t,checksumSourceLocation:r,base64Encoder:o}){if(super(),typeof t.pipe!="function")throw new Error(`@smithy/util-stream: unsupported source type ${t?.constructor?.name??t} in ChecksumStream.`);this.source=t,this.base64Encoder=o??toBase64,this.expectedChecksum=e,this.checksum=s,this.checksumSourceLocation=r,this.source.on("data",this.onSourceData),this.source.on("end",this.onSourceEnd),this.source.on("error",this.onSourceError),this.source.on("close",this.onSourceClose),this.source.pause()}onSourceData=e=>{if(!this.destroyed){try{this.checksum.update(e)}catch(s){this.destroy(s);return}this.push(e)||this.source.pause()}};onSourceEnd=async()=>{if(!this.destroyed){try{const e=await this.checksum.digest(),s=this.base64Encoder(e);if(this.expectedChecksum!==s){this.destroy(new Error(`Checksum mismatch: expected "${this.expectedChecksum}" but received "${s}" in response header "${this.checksumSourceLocation}".`));return}}catch(e){this.destroy(e);return}this.push(null)}};onSourceError=e=>{this.destroy(e)};onSourceClose=()=>{!this.destroyed&&!this.source.readableEnded&&this.destroy(new Error("Connection lost or stream closed before all data was received."))};_read(e){this.source.resume()}_destroy(e,s){this.source?.removeListener("data",this.onSourceData),this.source?.removeListener("end",this.onSourceEnd),this.source?.removeListener("error",this.onSourceError),this.source?.removeListener("close",this.onSourceClose),this.source?.destroy(),s(e)}};
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-type-check.js
var isReadableStream=e=>typeof ReadableStream=="function"&&(e?.constructor?.name===ReadableStream.name||e instanceof ReadableStream),isBlob=e=>typeof Blob=="function"&&(e?.constructor?.name===Blob.name||e instanceof Blob);
// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/fromUtf8.browser.js
var fromUtf82=e=>new TextEncoder().encode(e);
// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/constants-for-browser.js
var chars="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",alphabetByEncoding=Object.entries(chars).reduce((e,[r,a])=>(e[a]=Number(r),e),{}),alphabetByValue=chars.split(""),bitsPerLetter=6,bitsPerByte=8,maxLetterValue=63;
// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/toBase64.browser.js
function toBase642(n){let t;typeof n=="string"?t=fromUtf82(n):t=n;const b=typeof t=="object"&&typeof t.length=="number",y=typeof t=="object"&&typeof t.byteOffset=="number"&&typeof t.byteLength=="number";if(!b&&!y)throw new Error("@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.");let s="";for(let i=0;i<t.length;i+=3){let l=0,f=0;for(let e=i,r=Math.min(i+3,t.length);e<r;e++)l|=t[e]<<(r-e-1)*bitsPerByte,f+=bitsPerByte;const o=Math.ceil(f/bitsPerLetter);l<<=o*bitsPerLetter-f;for(let e=1;e<=o;e++){const r=(o-e)*bitsPerLetter;s+=alphabetByValue[(l&maxLetterValue<<r)>>r]}s+="==".slice(0,4-o)}return s}
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/checksum/ChecksumStream.browser.js
var ReadableStreamRef=function(){},ChecksumStream2=class extends ReadableStreamRef{};
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/checksum/createChecksumStream.browser.js
var createChecksumStream=({expectedChecksum:a,checksum:s,source:r,checksumSourceLocation:i,base64Encoder:c})=>{if(!isReadableStream(r))throw new Error(`@smithy/util-stream: unsupported source type ${r?.constructor?.name??r} in ChecksumStream.`);const u=c??toBase642;if(typeof TransformStream!="function")throw new Error("@smithy/util-stream: unable to instantiate ChecksumStream because API unavailable: ReadableStream/TransformStream.");const n=new TransformStream({start(){},async transform(e,t){s.update(e),t.enqueue(e)},async flush(e){const t=await s.digest(),m=u(t);if(a!==m){const d=new Error(`Checksum mismatch: expected "${a}" but received "${m}" in response header "${i}".`);e.error(d)}else e.terminate()}});r.pipeThrough(n);const o=n.readable;return Object.setPrototypeOf(o,ChecksumStream2.prototype),o};
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/checksum/createChecksumStream.js
function createChecksumStream2(e){return typeof ReadableStream=="function"&&isReadableStream(e.source)?createChecksumStream(e):new ChecksumStream(e)}
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/createBufferedReadable.js
const{Readable:Readable2}=process.getBuiltinModule("stream");
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/ByteArrayCollector.js
var ByteArrayCollector=class{allocByteArray;byteLength=0;byteArrays=[];constructor(t){this.allocByteArray=t}push(t){this.byteArrays.push(t),this.byteLength+=t.byteLength}flush(){if(this.byteArrays.length===1){const e=this.byteArrays[0];return this.reset(),e}const t=this.allocByteArray(this.byteLength);let s=0;for(let e=0;e<this.byteArrays.length;++e){const r=this.byteArrays[e];t.set(r,s),s+=r.byteLength}return this.reset(),t}reset(){this.byteArrays=[],this.byteLength=0}};
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/createBufferedReadable.browser.js
function createBufferedReadableStream(e,t,r){const d=e.getReader();let c=!1,o=0;const a=["",new ByteArrayCollector(i=>new Uint8Array(i))];let n=-1;const l=async i=>{const{value:h,done:w}=await d.read(),u=h;if(w){if(n!==-1){const s=flush(a,n);sizeOf(s)>0&&i.enqueue(s)}i.close()}else{const s=modeOf(u,!1);if(n!==s&&(n>=0&&i.enqueue(flush(a,n)),n=s),n===-1){i.enqueue(u);return}const f=sizeOf(u);o+=f;const y=sizeOf(a[n]);if(f>=t&&y===0)i.enqueue(u);else{const g=merge(a,n,u);!c&&o>t*2&&(c=!0,r?.warn(`@smithy/util-stream - stream chunk size ${f} is below threshold of ${t}, automatically buffering.`)),g>=t?i.enqueue(flush(a,n)):await l(i)}}};return new ReadableStream({pull:l})}function merge(e,t,r){switch(t){case 0:return e[0]+=r,sizeOf(e[0]);case 1:case 2:return e[t].push(r),sizeOf(e[t])}}function flush(e,t){switch(t){case 0:const r=e[0];return e[0]="",r;case 1:case 2:return e[t].flush()}throw new Error(`@smithy/util-stream - invalid index ${t} given to flush()`)}function sizeOf(e){return e?.byteLength??e?.length??0}function modeOf(e,t=!0){return t&&typeof Buffer<"u"&&e instanceof Buffer?2:e instanceof Uint8Array?1:typeof e=="string"?0:-1}
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/createBufferedReadable.js
function createBufferedReadable(a,t,i){if(isReadableStream(a))return createBufferedReadableStream(a,t,i);const f=new Readable2({read(){}});let o=!1,l=0;const n=["",new ByteArrayCollector(e=>new Uint8Array(e)),new ByteArrayCollector(e=>Buffer.from(new Uint8Array(e)))];let r=-1;return a.on("data",e=>{const u=modeOf(e,!0);if(r!==u&&(r>=0&&f.push(flush(n,r)),r=u),r===-1){f.push(e);return}const s=sizeOf(e);l+=s;const d=sizeOf(n[r]);if(s>=t&&d===0)f.push(e);else{const c=merge(n,r,e);!o&&l>t*2&&(o=!0,i?.warn(`@smithy/util-stream - stream chunk size ${s} is below threshold of ${t}, automatically buffering.`)),c>=t&&f.push(flush(n,r))}}),a.on("end",()=>{if(r!==-1){const e=flush(n,r);sizeOf(e)>0&&f.push(e)}f.push(null)}),f}
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/getAwsChunkedEncodingStream.js
const{Readable:Readable3}=process.getBuiltinModule("stream");
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/getAwsChunkedEncodingStream.browser.js
var getAwsChunkedEncodingStream=(s,r)=>{const{base64Encoder:c,bodyLengthChecker:n,checksumAlgorithmFn:a,checksumLocationName:i,streamHasher:u}=r,d=c!==void 0&&n!==void 0&&a!==void 0&&i!==void 0&&u!==void 0,t=d?u(a,s):void 0;Promise.resolve(t).catch(()=>{});const h=s.getReader();return new ReadableStream({async pull(e){const{value:o,done:m}=await h.read();if(m){if(e.enqueue(`0\r
`),d){const v=c(await t);e.enqueue(`${i}:${v}\r
`),e.enqueue(`\r
`)}e.close()}else e.enqueue(`${(n(o)||0).toString(16)}\r
${o}\r
`)}})};
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/getAwsChunkedEncodingStream.js
function getAwsChunkedEncodingStream2(s,t){const n=s,o=s;if(isReadableStream(o))return getAwsChunkedEncodingStream(o,t);const{base64Encoder:c,bodyLengthChecker:g,checksumAlgorithmFn:a,checksumLocationName:d,streamHasher:u}=t,h=c!==void 0&&a!==void 0&&d!==void 0&&u!==void 0,i=h?u(a,n):void 0;Promise.resolve(i).catch(()=>{});const e=new Readable3({read(){n.resume()}});return n.on("data",r=>{const m=g(r)||0;m!==0&&(e.push(`${m.toString(16)}\r
`),e.push(r),e.push(`\r
`)||n.pause())}),n.on("error",r=>{e.destroy(r)}),n.pause(),n.on("end",async()=>{try{if(e.push(`0\r
`),h){const r=c(await i);e.push(`${d}:${r}\r
`),e.push(`\r
`)}e.push(null)}catch(r){e.destroy(r)}}),e}
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/sdk-stream-mixin.js
const{Readable:Readable4}=process.getBuiltinModule("stream");
// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUtf8.browser.js
var toUtf82=e=>{if(typeof e=="string")return e;if(typeof e!="object"||typeof e.byteOffset!="number"||typeof e.byteLength!="number")throw new Error("@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.");return new TextDecoder("utf-8").decode(e)};
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-collector.browser.js
var streamCollector=async e=>isBlob(e)?collectBlob(e):collectReadableStream(e);async function collectBlob(e){return e.arrayBuffer().then(n=>new Uint8Array(n))}async function collectReadableStream(e){const n=[],a=e.getReader();let r=0;for(;;){const{done:c,value:t}=await a.read();if(t&&(n.push(t),r+=t.length),c)break}return concatBytes(n,r)}
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/sdk-stream-mixin.browser.js
var ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED="The stream has already been transformed.",sdkStreamMixin=e=>{if(!isBlobInstance(e)&&!isReadableStream(e)){const r=e?.__proto__?.constructor?.name||e;throw new Error(`Unexpected stream implementation, expect Blob or ReadableStream, got ${r}`)}let t=!1;const a=async()=>{if(t)throw new Error(ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED);return t=!0,await streamCollector(e)},n=r=>{if(typeof r.stream!="function")throw new Error(`Cannot transform payload Blob to web stream. Please make sure the Blob.stream() is polyfilled.
If you are using React Native, this API is not yet supported, see: https://react-native.canny.io/feature-requests/p/fetch-streaming-body`);return r.stream()};return Object.assign(e,{transformToByteArray:a,transformToString:async r=>{const o=await a();if(r==="base64")return toBase642(o);if(r==="hex")return toHex(o);if(r===void 0||r==="utf8"||r==="utf-8")return toUtf82(o);if(typeof TextDecoder=="function")return new TextDecoder(r).decode(o);throw new Error("TextDecoder is not available, please make sure polyfill is provided.")},transformToWebStream:()=>{if(t)throw new Error(ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED);if(t=!0,isBlobInstance(e))return n(e);if(isReadableStream(e))return e;throw new Error(`Cannot transform payload to web stream, got ${e}`)}})},isBlobInstance=e=>typeof Blob=="function"&&e instanceof Blob;
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-collector.js
const{Writable}=process.getBuiltinModule("stream");var streamCollector2=e=>isBlob(e)?collectBlob(e):isReadableStream(e)?collectReadableStream(e):new Promise((n,o)=>{const t=new Collector,s=e;s.pipe(t),s.on("error",r=>{t.end(),o(r)}),t.on("error",o),t.on("finish",function(){const r=concatBytes(this.bufferedBytes);n(r)})}),Collector=class extends Writable{bufferedBytes=[];_write(e,n,o){this.bufferedBytes.push(e),o()}};
// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/sdk-stream-mixin.js
var ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED2="The stream has already been transformed.",sdkStreamMixin2=e=>{if(!(e instanceof Readable4))try{return sdkStreamMixin(e)}catch{const r=e?.__proto__?.constructor?.name||e;throw new Error(`Unexpected stream implementation, expect Stream.Readable instance, got ${r}`)}let o=!1;const a=async()=>{if(o)throw new Error(ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED2);return o=!0,await streamCollector2(e)};return Object.assign(e,{transformToByteArray:a,transformToString:async t=>{const r=await a();return t===void 0||Buffer.isEncoding(t)?fromArrayBuffer(r.buffer,r.byteOffset,r.byteLength).toString(t):new TextDecoder(t).decode(r)},transformToWebStream:()=>{if(o)throw new Error(ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED2);if(e.readableFlowing!==null)throw new Error("The stream has been consumed by other callbacks.");if(typeof Readable4.toWeb!="function")throw new Error("Readable.toWeb() is not supported. Please ensure a polyfill is available.");return o=!0,Readable4.toWeb(e)}})};
// node_modules/@smithy/core/dist-es/submodules/serde/writeKey.js
function writeKey(e){Object.defineProperty(e,"__proto__",{value:void 0,writable:!0,enumerable:!0,configurable:!0})}
// node_modules/@smithy/core/dist-es/submodules/serde/index.js
var Uint8ArrayBlobAdapter=class extends bindUint8ArrayBlobAdapter(toUtf8,fromUtf8,toBase64,fromBase64){},_getRandomValues=getRandomValues,v4=bindV4(_getRandomValues),generateIdempotencyToken=v4;
// node_modules/@smithy/core/dist-es/submodules/protocols/collect-stream-body.js
var collectBody=async(t=new Uint8Array,r)=>{if(t instanceof Uint8Array)return Uint8ArrayBlobAdapter.mutate(t);if(!t)return Uint8ArrayBlobAdapter.mutate(new Uint8Array);const n=r.streamCollector(t);return Uint8ArrayBlobAdapter.mutate(await n)};
// node_modules/@smithy/core/dist-es/submodules/protocols/extended-encode-uri-component.js
function extendedEncodeURIComponent(e){return/^[\w.~-]+$/.test(e)?e:encodeURIComponent(e).replace(/[!'()*]/g,function(n){return"%"+n.charCodeAt(0).toString(16).toUpperCase()})}
// node_modules/@smithy/core/dist-es/submodules/protocols/HttpBindingNormalizedSchema.js
var HTTP_BINDINGS=Symbol.for("@smithy/schema-x"),HttpBindingNormalizedSchema=class y extends NormalizedSchema{static identity=Symbol.for("@smithy/HttpBindingNormalizedSchema");identity=y.identity;bindings;constructor(e){super(e)}static of(e){const t=NormalizedSchema.of(e);if(t.identity===y.identity)return t;const n=t.isMemberSchema()?t:t.getSchema(),s=typeof n=="object"&&n!==null?n:t;return s[HTTP_BINDINGS]??=new y(t)}getHttpBindingLocation(e){return e.httpPayload?36:e.httpLabel?33:e.httpHeader?38:typeof e.httpPrefixHeaders=="string"?39:e.httpQuery?34:e.httpQueryParams?35:e.httpResponseCode?37:32}getHttpBindingValue(e,t,n=!1){const s=this.getSchema(),r=typeof s=="number"?s&255:this.isListSchema()?64:255,o=e&7,d=t.mediaType?t.mediaType==="application/json"||t.mediaType.endsWith("+json")?2:1:0,p=t.streaming||r===42?this.isStructSchema()?2:1:0,l=r>=4&&r<=7?o>=6?2:o>0&&o<4?1:0:0;let m=r|d<<8|(t.idempotencyToken?1:0)<<10|p<<11|(t.sparse?1:0)<<13|l<<14|(t.hostLabel?1:0)<<17|(e===36&&typeof s!="object"?1:0)<<18;const c=r&192,f=o&2&&(c===64||!n&&o&1)?this.getHttpBindingCollectionValue(e,t):void 0,a=(f?.[1]??0)&255;return m|=(o>=6&&(a===4||a===6)?1:0)<<16,[this,m,f]}getHttpBindingCollectionValue(e,t=this.getMergedTraits()){const n=y.of(this.getValueSchema());return n.getHttpBindingValue(e,{...n.getMergedTraits(),...t},!0)}getHttpBindings(){const e=this.getSchema();return typeof e!="object"||e===null?EMPTY_BINDINGS:this.bindings??=buildHttpBindings(this)}},buildHttpBindings=i=>{const e=[],t=[],n=[],s=[],r=[],o={},d={},p=[],l={headers:d,prefixHeaders:p},m={request:{memberBindings:r,byName:o},response:{bodyMemberNames:e,bindings:l}},{request:c,response:f}=m;for(const[a,b]of i.structIterator()){const S=HttpBindingNormalizedSchema.of(b),h=S.getMergedTraits(),B=S.getHttpBindingLocation(h),H=h.httpHeader?.toLowerCase()??h.httpPrefixHeaders?.toLowerCase()??h.httpQuery,T=S.getHttpBindingValue(B,h),u=[a,T,B,H];a==="__proto__"&&writeKey(o),o[a]=u,T[1]>>10&1&&(c.hasIdempotency=!0),r.push(u);const g=B&7;if(g===0&&(n.push(a),s.push(b)),(g&4)===0)e.push(a),t.push(b);else if((g&6)===4)if(g&1)l.statusCode=u;else{l.payload=u;const v=T[1]&255;c.contentTypeInstruction=h.mediaType??(v===0?"text/plain":v===21||v===42?"application/octet-stream":null)}else g&1?(c.hasPrefixHeaders=!0,p.push(u)):(H==="__proto__"&&writeKey(d),d[H]=u)}return c.contentTypeInstruction===void 0&&n.length&&(c.contentTypeInstruction=null),c.syntheticBodySchema=createBodySchema(i,n,s),f.syntheticBodySchema=createBodySchema(i,e,t),m},buildPathSegments=i=>{const e=[];let t=0;for(const n of i.matchAll(/\{([^{}+]+)(\+)?\}/g))n.index>t&&e.push([i.slice(t,n.index),0]),e.push([n[1],n[2]?2:1]),t=n.index+n[0].length;return e.length&&t<i.length&&e.push([i.slice(t),0]),e.length?e:void 0},buildHttpOperationBindings=i=>{const{http:e,endpoint:t}=translateTraits(i.traits??{}),[n,s]=e?.[1].split("?")??[];return[e?.[0],n,s?[...new URLSearchParams(s)]:[],n?buildPathSegments(n):void 0,t?.[0]]},EMPTY_BINDINGS={request:{memberBindings:[],byName:{}},response:{bodyMemberNames:[],bindings:{headers:{},prefixHeaders:[]}}},getHttpOperationBindings=i=>i[HTTP_BINDINGS]??=buildHttpOperationBindings(i),createBodySchema=(i,e,t)=>{if(!e.length)return;const n=i.getSchema(),s=[3,n[1],n[2],i.getMergedTraits(),e,t],r=n[6],o=r&&e.reduce((d,p)=>d+(n[4].indexOf(p)<r?1:0),0);return o&&(s[6]=o),s};
// node_modules/@smithy/core/dist-es/submodules/protocols/SerdeContext.js
var SerdeContext=class{serdeContext;setSerdeContext(e){this.serdeContext=e}};
// node_modules/@smithy/core/dist-es/submodules/protocols/HttpProtocol.js
var HttpProtocol=class extends SerdeContext{options;compositeErrorRegistry;constructor(e){super(),this.options=e,this.compositeErrorRegistry=new TypeRegistry(e.defaultNamespace);for(const r of e.errorTypeRegistries??[])this.compositeErrorRegistry.copyFrom(r)}getRequestType(){return HttpRequest}getResponseType(){return HttpResponse}setSerdeContext(e){this.serdeContext=e,this.serializer.setSerdeContext(e),this.deserializer.setSerdeContext(e),this.getPayloadCodec()&&this.getPayloadCodec().setSerdeContext(e)}updateServiceEndpoint(e,r){if("url"in r){e.protocol=r.url.protocol,e.hostname=r.url.hostname,e.port=r.url.port?Number(r.url.port):void 0,e.path=r.url.pathname,e.fragment=r.url.hash||void 0,e.username=r.url.username||void 0,e.password=r.url.password||void 0,e.query||(e.query={});for(const[t,i]of r.url.searchParams.entries())e.query[t]=i;if(r.headers)for(const t in r.headers)hasOwn(r.headers,t)&&(e.headers[t]=r.headers[t].join(", "));return e}else{if(e.protocol=r.protocol,e.hostname=r.hostname,e.port=r.port?Number(r.port):void 0,e.path=r.path,e.query={...r.query},r.headers)for(const t in r.headers)hasOwn(r.headers,t)&&(e.headers[t]=r.headers[t]);return e}}setHostPrefix(e,r,t,i=getHttpOperationBindings(r)){if(this.serdeContext?.disableHostPrefix)return;const a=i[4];if(typeof a!="string")return;let s=a;for(const[o,[,n]]of HttpBindingNormalizedSchema.of(r.input).getHttpBindings().request.memberBindings){if(!(n>>17&1))continue;const h=t[o];if(typeof h!="string")throw new Error(`@smithy/core/schema - ${o} in input must be a string as hostLabel.`);s=s.replace(`{${o}}`,h)}if(e.hostname=s+e.hostname,!isValidHostname(e.hostname))throw new Error(`[${e.hostname}] is not a valid hostname.`)}deserializeMetadata(e){return{httpStatusCode:e.statusCode,requestId:e.headers["x-amzn-requestid"]??e.headers["x-amzn-request-id"]??e.headers["x-amz-request-id"],extendedRequestId:e.headers["x-amz-id-2"],cfId:e.headers["x-amz-cf-id"]}}resolveError(e,r,t){const i=[-3,"","Error",0,[],[],0];let a;for(const s of t)for(const o of r)try{o==="*"?a=s.getSchema(e):a=s.getSchema(o+"#"+e);const n=s.getErrorCtor(a);if(n)return[a,n,"modeled"];{const h=s.getBaseException();if(h){const l=s.getErrorCtor(h);if(l)return[a,l,"synthetic"]}}}catch{}for(const s of t){const o=s.getBaseException();if(o){const n=s.getErrorCtor(o);if(n)return[o,n,"synthetic"]}}return[i,Error,"native"]}async serializeEventStream({eventStream:e,requestSchema:r,initialRequest:t}){return(await this.loadEventStreamCapability()).serializeEventStream({eventStream:e,requestSchema:r,initialRequest:t})}async deserializeEventStream({response:e,responseSchema:r,initialResponseContainer:t}){return(await this.loadEventStreamCapability()).deserializeEventStream({response:e,responseSchema:r,initialResponseContainer:t})}async loadEventStreamCapability(){const{EventStreamSerde:e,eventStreamSerdeProvider:r}=await import("./event-streams-RW5FDWLS.js"),t=this.resolveEventStreamMarshaller(r);return new e({marshaller:t,serializer:this.serializer,deserializer:this.deserializer,serdeContext:this.serdeContext,defaultContentType:this.getDefaultContentType(),compositeErrorRegistry:this.compositeErrorRegistry})}getDefaultContentType(){throw new Error(`@smithy/core/protocols - ${this.constructor.name} getDefaultContentType() implementation missing.`)}async deserializeHttpMessage(e,r,t,i,a){return[]}getEventStreamMarshaller(){const e=this.serdeContext;if(!e.eventStreamMarshaller)throw new Error("@smithy/core - HttpProtocol: eventStreamMarshaller missing in serdeContext.");return e.eventStreamMarshaller}resolveEventStreamMarshaller(e){const r=this.serdeContext;return r.eventStreamMarshaller?r.eventStreamMarshaller:e(this.serdeContext)}};
// node_modules/@smithy/core/dist-es/submodules/protocols/HttpBindingProtocol.js
var HttpBindingProtocol=class extends HttpProtocol{async serializeRequest(c,s,e){const o=s&&typeof s=="object"?s:{},i={},t={},a=await e.endpoint(),n=HttpBindingNormalizedSchema.of(c?.input),h=n.getHttpBindings().request,r=getHttpOperationBindings(c),l=new HttpRequest({query:i,headers:t});if(a){this.updateServiceEndpoint(l,a),this.setHostPrefix(l,c,o,r);const[v,z,g]=r;if(v){l.method=v,l.path=l.path==="/"?z:l.path+z;for(const[d,m]of g)i[d]=m}}l.query=i;const f=this.serializeHttpBindings(o,l,h,r);return f&&(l.body=await this.serializeEventStream({eventStream:f,requestSchema:n})),l}serializeHttpBindings(c,s,e,o){const i=this.serializer,t=typeof i.writeCodec=="function"?i:void 0,a=s.query,n=s.headers,h=e.syntheticBodySchema;let r=!1,l,f,v;const z=Object.getOwnPropertyNames(c),g=Object.getPrototypeOf(c),d=(g===Object.prototype||g===null)&&!e.hasIdempotency&&!e.hasPrefixHeaders&&z.length*2<e.memberBindings.length,m=d?z.length:e.memberBindings.length;for(let u=0;u<m;++u){const b=d?hasOwn(e.byName,z[u])?e.byName[z[u]]:void 0:e.memberBindings[u];if(!b)continue;const O=b[1],N=b[0],C=O[0],V=O[1],P=O[2],w=b[2],j=b[3],H=c[N];if(!(H==null&&!(V>>10&1)))if(w===36){const B=V>>11&3;B?B===2?f=H||void 0:l=H:(t?t.writeCodec(C,H):i.write(C,H),l=i.flush())}else if(w===33||w===38){const B=this.serializeHttpValue(O,H,w,t);w===33?(v??=Object.create(null))[N]=B:n[j]=B}else if(w===39)for(const B in H){if(!hasOwn(H,B))continue;const M=j+B;n[M.toLowerCase()]=this.serializeHttpValue(P,H[B],38,t,t?P[0]:[P[0],{httpHeader:M}])}else(w&62)===34?this.serializeQuery(O,H,j,a,t):r=!0}const p=o[1],y=o[3];return p&&y&&s.path.endsWith(p)&&(s.path=s.path.slice(0,-p.length)+this.serializePath(y,v,e)),r&&h&&(t?t.writeCodec(h,c):i.write(h,c),l=i.flush()),s.body=l,f}serializeQuery(c,s,e,o,i){const[t,a,n]=c,h=i?void 0:t.getMergedTraits();if(e===void 0){for(const r in s)!hasOwn(s,r)||r in o||(i||Object.assign(n[0].getMergedTraits(),{...h,httpQuery:r,httpQueryParams:void 0}),this.serializeQuery(n,s[r],r,o,i));return}if((a&192)===64){const r=[];for(const l of s){const f=this.serializeHttpValue(n,l,34,i,i?n[0]:[n[0],h]);(a>>13&1||f!==void 0)&&r.push(f)}o[e]=r}else o[e]=this.serializeHttpValue(c,s,34,i,i?t:[t,h])}serializeHttpValue(c,s,e,o,i=c[0]){const t=c[1],a=t&255;return o&&!(t&1792)&&(a<=2||a===17||a===19)?String(s):(o?o.writeHttpBinding(c,s,e):this.serializer.write(i,s),this.serializer.flush())}serializePath(c,s,e){let o="";for(const[i,t]of c){if(t===0){o+=i;continue}const a=s?.[i];if(a===void 0){if(hasOwn(e.byName,i)&&e.byName[i][2]===33)throw new Error(`No value provided for input HTTP label: ${i}.`);o+=`{${i}${t===2?"+":""}}`}else o+=t===2?a.split("/").map(extendedEncodeURIComponent).join("/"):extendedEncodeURIComponent(a)}return o}async deserializeResponse(c,s,e){const o=this.deserializer,i=typeof o.readCodec=="function"?o:void 0,t=HttpBindingNormalizedSchema.of(c.output),a=t.getHttpBindings().response,n={};if(e.statusCode>=300){const r=await collectBody(e.body,s);throw r.byteLength>0&&Object.assign(n,await o.read(15,r)),await this.handleError(c,s,e,n,this.deserializeMetadata(e)),new Error("@smithy/core/protocols - HTTP Protocol error handler failed to throw.")}const h=await this.deserializeHttpMessage(t,s,e,n);if(h.length){const r=await collectBody(e.body,s);if(r.byteLength>0){const l=await(i?i.readCodec(a.syntheticBodySchema,r):o.read(a.syntheticBodySchema,r));for(const f of h)l[f]!=null&&(n[f]=l[f])}}else a.bindings.payload||await collectBody(e.body,s);return n.$metadata=this.deserializeMetadata(e),n}async deserializeHttpMessage(c,s,e,o,i){const t=o instanceof Set?i:o,a=this.deserializer,n=typeof a.readCodec=="function"?a:void 0,h=HttpBindingNormalizedSchema.of(c),{bodyMemberNames:r,bindings:{payload:l,statusCode:f,headers:v,prefixHeaders:z}}=h.getHttpBindings().response,g=e.headers;if(l){const[d,m]=l,[p,y]=m,u=y>>11&3;if(u)u===2?t[d]=await this.deserializeEventStream({response:e,responseSchema:h}):t[d]=sdkStreamMixin2(e.body);else if(e.body){const b=await collectBody(e.body,s);b.byteLength>0&&(t[d]=await(n?n.readPayload(m,b):a.read(p,b)))}}for(const d in g){if(!hasOwn(g,d))continue;const m=d.toLowerCase(),p=g[d];m!==d&&(delete g[d],g[m]=p);const y=hasOwn(v,m)?v[m]:void 0;if(!y)continue;const[u,[b,O,N],,C]=y;if(N){const V=O>>16&1?splitEvery(p,",",2):splitHeader(p),P=[];for(const w of V)P.push(n?n.readHttpBinding(N,w.trim(),38):await a.read([N[0],{httpHeader:C}],w.trim()));t[u]=P}else t[u]=n?n.readHttpBinding(y[1],p,38):await a.read(b,p)}for(const[d,[,,m],,p]of z){t[d]={};for(const y in g){if(!hasOwn(g,y)||!y.startsWith(p))continue;const u=g[y];t[d][y.slice(p.length)]=n?n.readHttpBinding(m,u,38):await a.read([m[0],{httpHeader:y}],u)}}return f&&(t[f[0]]=e.statusCode),r}};
// node_modules/@smithy/core/dist-es/submodules/protocols/RpcProtocol.js
var RpcProtocol=class extends HttpProtocol{async serializeRequest(i,s,t){const d=this.serializer,n={},a={},c=await t.endpoint(),e=NormalizedSchema.of(i?.input),m=e.getSchema();let f;const o=s&&typeof s=="object"?s:{},r=new HttpRequest({protocol:"",hostname:"",port:void 0,path:"/",fragment:void 0,query:n,headers:a,body:void 0});if(c&&(this.updateServiceEndpoint(r,c),this.setHostPrefix(r,i,o)),o){const l=e.getEventStreamMember();if(l){if(o[l]){const u={};for(const[h]of e.structIterator())h!==l&&o[h]!=null&&(u[h]=o[h]);f=await this.serializeEventStream({eventStream:o[l],requestSchema:e,initialRequest:u})}}else d.write(m,o),f=d.flush()}return r.headers=Object.assign(r.headers,a),r.query=n,r.body=f,r.method="POST",r}async deserializeResponse(i,s,t){const d=this.deserializer,n=NormalizedSchema.of(i.output),a={};if(this.isErrorResponse(t.statusCode)){const e=await collectBody(t.body,s);throw e.byteLength>0&&Object.assign(a,await d.read(15,e)),await this.handleError(i,s,t,a,this.deserializeMetadata(t)),new Error("@smithy/core/protocols - RPC Protocol error handler failed to throw.")}for(const e in t.headers){if(!hasOwn(t.headers,e))continue;const m=t.headers[e];delete t.headers[e],t.headers[e.toLowerCase()]=m}const c=n.getEventStreamMember();if(c)a[c]=await this.deserializeEventStream({response:t,responseSchema:n,initialResponseContainer:a});else{const e=await collectBody(t.body,s);e.byteLength>0&&Object.assign(a,await d.read(n,e))}return a.$metadata=this.deserializeMetadata(t),a}isErrorResponse(i){return i>=300}};
// node_modules/@smithy/core/dist-es/submodules/protocols/serde/FromStringShapeDeserializer.js
var FromStringShapeDeserializer=class extends SerdeContext{settings;constructor(i){super(),this.settings=i}read(i,n){const r=HttpBindingNormalizedSchema.of(i),e=r.getMergedTraits(),s=r.getHttpBindingLocation(e);return this.readHttpBinding(r.getHttpBindingValue(s,e),n,s)}readHttpBinding([i,n,r],e,s){const a=n&255;if((a&192)===64)return r??=i.getHttpBindingCollectionValue(s),splitHeader(e).map(t=>this.readHttpBinding(r,t,s));switch(a){case 21:case 42:return(this.serdeContext?.base64Decoder??fromBase64)(e);case 4:case 5:case 6:case 7:{const t=this.settings.httpBindings?n>>14&3:0;switch(this.settings.timestampFormat.useTrait&&a>4?a:t?t+4:this.settings.timestampFormat.default){case 5:return _parseRfc3339DateTimeWithOffset(e);case 6:return _parseRfc7231DateTime(e);case 7:return _parseEpochTimestamp(e);default:return console.warn("Missing timestamp format, parsing value with Date constructor:",e),new Date(e)}}case 0:{const t=n>>8&3;if(!t)return e;let c=e;return(s&6)===6&&(c=(this.serdeContext?.utf8Encoder??toUtf8)((this.serdeContext?.base64Decoder??fromBase64)(c))),t===2?LazyJsonString.from(c):c}case 1:return Number(e);case 2:return e.toLowerCase()==="true";case 17:return BigInt(e);case 19:return new NumericValue(e,"bigDecimal");default:return e}}};
// node_modules/@smithy/core/dist-es/submodules/protocols/serde/HttpInterceptingShapeDeserializer.js
var HttpInterceptingShapeDeserializer=class extends SerdeContext{codecDeserializer;stringDeserializer;constructor(t,r){super(),this.codecDeserializer=t,this.stringDeserializer=new FromStringShapeDeserializer(r)}setSerdeContext(t){this.stringDeserializer.setSerdeContext(t),this.codecDeserializer.setSerdeContext(t),this.serdeContext=t}read(t,r){const e=HttpBindingNormalizedSchema.of(t),i=e.getMergedTraits();if(i.httpHeader||i.httpResponseCode){const s=e.getHttpBindingValue(38,i);return this.readHttpBinding(s,r,38)}return i.httpPayload?this.readPayload(e.getHttpBindingValue(36,i),r):this.readCodec(e,r)}readHttpBinding(t,r,e){const i=typeof r=="string"?r:(this.serdeContext?.utf8Encoder??toUtf8)(r);return this.stringDeserializer.readHttpBinding(t,i,e)}readPayload([t,r],e){const i=r&255;return i===21||i===42?typeof e=="string"?(this.serdeContext?.utf8Decoder??fromUtf8)(e):e:i===0?typeof e=="string"?e:(this.serdeContext?.utf8Encoder??toUtf8)(e):this.readCodec(t,e)}readCodec(t,r){return this.codecDeserializer.read(t,r)}};
// node_modules/@smithy/core/dist-es/submodules/protocols/serde/ToStringShapeSerializer.js
var ToStringShapeSerializer=class extends SerdeContext{settings;stringBuffer="";constructor(e){super(),this.settings=e}write(e,s){const i=HttpBindingNormalizedSchema.of(e),t=i.getMergedTraits(),n=i.getHttpBindingLocation(t);this.writeHttpBinding(i.getHttpBindingValue(n,t),s,n)}writeHttpBinding([e,s,i],t,n){const r=s&255;switch(typeof t){case"object":if(t===null){this.stringBuffer="null";return}if(r>=4&&r<=7){if(!(t instanceof Date))throw new Error(`@smithy/core/protocols - received non-Date value ${t} when schema expected Date in ${e.getName(!0)}`);const f=this.settings.httpBindings?s>>14&3:0;switch(this.settings.timestampFormat.useTrait&&r>4?r:f?f+4:this.settings.timestampFormat.default){case 5:this.stringBuffer=t.toISOString().replace(".000Z","Z");break;case 6:this.stringBuffer=dateToUtcString(t);break;case 7:this.stringBuffer=String(t.getTime()/1e3);break;default:console.warn("Missing timestamp format, using epoch seconds",t),this.stringBuffer=String(t.getTime()/1e3)}return}if((r===21||r===42)&&"byteLength"in t){this.stringBuffer=(this.serdeContext?.base64Encoder??toBase64)(t);return}if((r&192)===64&&Array.isArray(t)){i??=e.getHttpBindingCollectionValue(n);const f=i[1]&255,h=f>=4&&f<=7;let o="";for(const d of t){this.writeHttpBinding(i,d,n);const c=this.flush();o&&(o+=", "),o+=h?c:quoteHeader(c)}this.stringBuffer=o;return}this.stringBuffer=JSON.stringify(t,null,2);break;case"string":const a=s>>8&3;let g=t;if(a===2&&(g=LazyJsonString.from(g)),a&&(n&6)===6){this.stringBuffer=(this.serdeContext?.base64Encoder??toBase64)(g.toString());return}this.stringBuffer=t;break;default:this.stringBuffer=s>>10&1?generateIdempotencyToken():String(t)}}flush(){const e=this.stringBuffer;return this.stringBuffer="",e}};
// node_modules/@smithy/core/dist-es/submodules/protocols/serde/HttpInterceptingShapeSerializer.js
var HttpInterceptingShapeSerializer=class{codecSerializer;stringSerializer;buffer;constructor(i,t,e=new ToStringShapeSerializer(t)){this.codecSerializer=i,this.stringSerializer=e}setSerdeContext(i){this.codecSerializer.setSerdeContext(i),this.stringSerializer.setSerdeContext(i)}write(i,t){const e=HttpBindingNormalizedSchema.of(i),r=e.getMergedTraits();if(r.httpHeader||r.httpLabel||r.httpQuery){const n=e.getHttpBindingLocation(r);this.writeHttpBinding(e.getHttpBindingValue(n,r),t,n);return}this.writeCodec(e,t)}writeHttpBinding(i,t,e){this.stringSerializer.writeHttpBinding(i,t,e),this.buffer=this.stringSerializer.flush()}writeCodec(i,t){this.codecSerializer.write(i,t)}flush(){if(this.buffer!==void 0){const i=this.buffer;return this.buffer=void 0,i}return this.codecSerializer.flush()}};
// node_modules/@smithy/core/dist-es/submodules/protocols/serde/determineTimestampFormat.js
function determineTimestampFormat(a,e){if(e.timestampFormat.useTrait){const t=a.getSchema();if(t===5||t===6||t===7)return t}const{httpLabel:o,httpPrefixHeaders:r,httpHeader:i,httpQuery:n}=a.getMergedTraits();return(e.httpBindings?typeof r=="string"||i?6:n||o?5:void 0:void 0)??e.timestampFormat.default}
// node_modules/@smithy/core/dist-es/submodules/protocols/protocol-http/extensions/httpExtensionConfiguration.js
var getHttpHandlerExtensionConfiguration=e=>(e.logger&&e.logger.constructor?.name!=="NoOpLogger"&&e.requestHandler?.updateHttpClientConfig?.(Symbol.for("logger"),e.logger),e.defaultSocketTimeout&&e.requestHandler?.updateHttpClientConfig?.(Symbol.for("@smithy/defaultSocketTimeout"),e.defaultSocketTimeout),{setHttpHandler(t){e.requestHandler=t},httpHandler(){return e.requestHandler},updateHttpClientConfig(t,r){e.requestHandler?.updateHttpClientConfig(t,r)},httpHandlerConfigs(){return e.requestHandler.httpHandlerConfigs()}}),resolveHttpHandlerRuntimeConfig=e=>({requestHandler:e.httpHandler()});
// node_modules/@smithy/core/dist-es/submodules/protocols/middleware-content-length/contentLengthMiddleware.js
var CONTENT_LENGTH_HEADER="content-length";function contentLengthMiddleware(n){return r=>async a=>{const e=a.request;if(HttpRequest.isInstance(e)){const{body:d,headers:o}=e;if(d&&Object.keys(o).map(t=>t.toLowerCase()).indexOf(CONTENT_LENGTH_HEADER)===-1)try{const t=n(d);t!=null&&(e.headers={...e.headers,[CONTENT_LENGTH_HEADER]:String(t)})}catch{}}return r({...a,request:e})}}var contentLengthMiddlewareOptions={step:"build",tags:["SET_CONTENT_LENGTH","CONTENT_LENGTH"],name:"contentLengthMiddleware",override:!0},getContentLengthPlugin=n=>({applyToStack:r=>{r.add(contentLengthMiddleware(n.bodyLengthChecker),contentLengthMiddlewareOptions)}});
// node_modules/@smithy/core/dist-es/submodules/protocols/util-uri-escape/escape-uri.js
var escapeUri=e=>encodeURIComponent(e).replace(/[!'()*]/g,hexEncode),hexEncode=e=>`%${e.charCodeAt(0).toString(16).toUpperCase()}`;
// node_modules/@smithy/core/dist-es/submodules/protocols/querystring-builder/buildQueryString.js
function buildQueryString(i){const s=[];for(let t of Object.keys(i).sort()){const e=i[t];if(t=escapeUri(t),Array.isArray(e))for(let r=0,n=e.length;r<n;r++)s.push(`${t}=${escapeUri(e[r])}`);else{let r=t;(e||typeof e=="string")&&(r+=`=${escapeUri(e)}`),s.push(r)}}return s.join("&")}
// node_modules/@smithy/core/dist-es/submodules/protocols/ConfigurableSerdeContext.js
var SerdeContextConfig=class{serdeContext;setSerdeContext(e){this.serdeContext=e}};
// node_modules/@smithy/core/dist-es/submodules/protocols/UnionSerde.js
var UnionSerde=class{from;to;keys;constructor(t,s){this.from=t,this.to=s;const n=Object.keys(this.from),e=new Set(n);e.delete("__type"),this.keys=e}mark(t){this.keys.delete(t)}hasUnknown(){return this.keys.size===1&&Object.keys(this.to).length===0}writeUnknown(){if(this.hasUnknown()){const t=this.keys.values().next().value,s=this.from[t];this.to.$unknown=[t,s]}}};
// node_modules/@smithy/core/dist-es/submodules/protocols/json/detectBufferParsing.js
var canParseBuffer;function detectBufferParsing(){if(canParseBuffer===void 0)try{if(typeof Buffer!="function")canParseBuffer=!1;else{const e=JSON.parse(Buffer.from([123,125]));canParseBuffer=e!==null&&typeof e=="object"}}catch{canParseBuffer=!1}return canParseBuffer}
// node_modules/@smithy/core/dist-es/submodules/protocols/json/jsonReviver.js
function jsonReviver(n,e,r){if(r?.source){const t=r.source;if(typeof e=="number")return e<=Number.MAX_SAFE_INTEGER&&e>=Number.MIN_SAFE_INTEGER?isRepresentable(t,e)?e:new NumericValue(t,"bigDecimal"):isFractionalBigNumeric(t)?new NumericValue(t,"bigDecimal"):/[eE]/.test(t)?expandExponentToBigInt(t):BigInt(t)}return e}function isFractionalBigNumeric(n){const e=n.indexOf(".");if(e===-1)return!1;const r=n.search(/[eE]/);if(r===-1)return!0;const t=r-e-1;return parseInt(n.slice(r+1),10)<t}function isRepresentable(n,e){if(n===String(e)||Object.is(e,-0))return!0;if(/[eE]/.test(n))return expandToDecimal(n)===expandToDecimal(String(e));const r=n.replace(/(\.\d*?)0+$/,"$1").replace(/\.$/,""),t=String(e);return r===t?!0:/[eE]/.test(t)?r===expandToDecimal(t):!1}function expandToDecimal(n){const e=n.startsWith("-"),r=e?n.slice(1):n,t=r.search(/[eE]/);let i;if(t===-1)i=r;else{const o=parseInt(r.slice(t+1),10),c=r.slice(0,t),l=c.indexOf(".");let s,f;l===-1?(s=c,f=c.length):(s=c.slice(0,l)+c.slice(l+1),f=l),s=s.replace(/0+$/,"")||"0";const a=f+o;s==="0"?i="0":a<=0?i="0."+"0".repeat(-a)+s:a>=s.length?i=s+"0".repeat(a-s.length):i=s.slice(0,a)+"."+s.slice(a)}return i.includes(".")&&(i=i.replace(/(\.\d*?)0+$/,"$1").replace(/\.$/,"")),(e?"-":"")+i}function expandExponentToBigInt(n){const e=n.search(/[eE]/),r=parseInt(n.slice(e+1),10),t=n.startsWith("-"),i=n.slice(t?1:0,e),o=i.indexOf(".");let c,l;if(o===-1)c=i,l=r;else{c=i.slice(0,o)+i.slice(o+1);const f=i.length-o-1;l=r-f}c=c.replace(/0+$/,"")||"0";const s=BigInt(c)*10n**BigInt(l+(i.replace(".","").length-c.length));return t?-s:s}
// node_modules/@smithy/core/dist-es/submodules/protocols/json/needsReviver.js
var REVIVER_SYMBOL=Symbol.for("@aws-sdk/reviver");function needsReviver(e){const r=NormalizedSchema.of(e),t=r.getSchema();if(Array.isArray(t)&&r.isStructSchema()){if(REVIVER_SYMBOL in t)return t[REVIVER_SYMBOL];const a=_check(r,new Set);return t[REVIVER_SYMBOL]=a,a}return _check(r,new Set)}function _check(e,r){const t=e.getSchema();if(r.has(t))return!1;if(r.add(t),e.isBigIntegerSchema()||e.isBigDecimalSchema())return!0;if(e.isStructSchema()){for(const[,a]of e.structIterator())if(_check(a,r))return!0}else if(e.isListSchema()||e.isMapSchema()){if(_check(e.getValueSchema(),r))return!0}else if(e.isDocumentSchema())return!0;return!1}
// node_modules/@smithy/core/dist-es/submodules/protocols/common.js
var collectBodyString=(t,o)=>collectBody(t,o).then(c=>(o?.utf8Encoder??toUtf8)(c));
// node_modules/@smithy/core/dist-es/submodules/protocols/json/parseJsonBody.js
async function parseJsonBody(r,e,n){let o;if(detectBufferParsing()&&typeof r?.[Symbol.asyncIterator]=="function"){const t=await collectBody(r,e);typeof Buffer=="function"&&(Buffer.isBuffer(t)?o=t:o=Buffer.from(t.buffer,t.byteOffset,t.byteLength))}if(o||(o=await collectBodyString(r,e)),o.length===0)return{};const i=n&&needsReviver(n)?jsonReviver:void 0;try{return JSON.parse(o,i)}catch(t){throw t?.name==="SyntaxError"&&Object.defineProperty(t,"$responseBodyText",{value:typeof o=="string"?o:o.toString("utf8")}),t}}var findKey=(r,e)=>Object.keys(r).find(n=>n.toLowerCase()===e.toLowerCase()),sanitizeErrorCode=r=>{let e=r;return typeof e=="number"&&(e=e.toString()),e.indexOf(",")>=0&&(e=e.split(",")[0]),e.indexOf(":")>=0&&(e=e.split(":")[0]),e.indexOf("#")>=0&&(e=e.split("#")[1]),e},loadRestJsonErrorCode=(r,e)=>loadErrorCode(r,e,["header","code","type"]),loadJsonRpcErrorCode=(r,e,n=!1)=>loadErrorCode(r,e,n?["code","header","type"]:["type","code","header"]),loadErrorCode=({headers:r},e,n)=>{for(;n.length>0;)switch(n.shift()){case"header":const i=findKey(r??{},"x-amzn-errortype");if(i!==void 0)return sanitizeErrorCode(r[i]);break;case"code":const t=findKey(e??{},"code");if(t&&e[t]!==void 0)return sanitizeErrorCode(e[t]);break;case"type":if(e?.__type!==void 0)return sanitizeErrorCode(e.__type);break}};
// node_modules/@smithy/core/dist-es/submodules/protocols/json/codec-v2/JsonShapeDeserializer2.js
var JsonShapeDeserializer2=class extends SerdeContextConfig{settings;constructor(r){super(),this.settings=r}async read(r,e){const f=needsReviver(r)?jsonReviver:void 0;let t;if(typeof e=="string"){if(e.length===0)return{};t=JSON.parse(e,f)}else if(e instanceof Uint8Array&&detectBufferParsing()){if(e.byteLength===0)return{};const o=Buffer.isBuffer(e)?e:Buffer.from(e.buffer,e.byteOffset,e.byteLength);t=JSON.parse(o,f)}else t=await parseJsonBody(e,this.serdeContext,r);return this._read(r,t)}readObject(r,e){return this._read(r,e)}_read(r,e){const f=e!==null&&typeof e=="object",t=NormalizedSchema.of(r);if(f){if(t.isStructSchema())return this._readStruct(t,e);if(Array.isArray(e)&&t.isListSchema()){const i=t.getValueSchema();if(this.needsTransform(i))for(let n=0;n<e.length;++n)e[n]=this._read(i,e[n]);return e}if(t.isMapSchema()){const i=t.getValueSchema(),n=e;if(this.needsTransform(i))for(const s in n)hasOwn(n,s)&&(s==="__proto__"&&writeKey(n),n[s]=this._read(i,n[s]));return n}}if(t.isBlobSchema()&&typeof e=="string")return fromBase64(e);const o=t.getMergedTraits().mediaType;if(t.isStringSchema()&&typeof e=="string"&&o)return o==="application/json"||o.endsWith("+json")?LazyJsonString.from(e):e;if(t.isTimestampSchema()&&e!=null)switch(determineTimestampFormat(t,this.settings)){case 5:return parseRfc3339DateTimeWithOffset(e);case 6:return parseRfc7231DateTime(e);case 7:return parseEpochTimestamp(e);default:return console.warn("Missing timestamp format, parsing value with Date constructor:",e),new Date(e)}if(t.isBigIntegerSchema()&&(typeof e=="number"||typeof e=="string"))return BigInt(e);if(t.isBigDecimalSchema()&&e!=null){if(e instanceof NumericValue)return e;const i=e;return i.type==="bigDecimal"&&"string"in i?new NumericValue(i.string,i.type):new NumericValue(String(e),"bigDecimal")}if(t.isNumericSchema()&&typeof e=="string"){switch(e){case"Infinity":return 1/0;case"-Infinity":return-1/0;case"NaN":return NaN}return e}if(t.isDocumentSchema()&&f)if(Array.isArray(e))for(let i=0;i<e.length;++i){const n=e[i];n instanceof NumericValue||(e[i]=this._read(t,n))}else{const i=e;for(const n in i){if(!hasOwn(i,n))continue;n==="__proto__"&&writeKey(i);const s=i[n];s instanceof NumericValue||(i[n]=this._read(t,s))}}return e}_readStruct(r,e){const f=r.isUnionSchema(),t={};let o;const i=typeof e.__type=="string",{jsonName:n}=this.settings;n&&i&&(o={});let s;f&&(s=new UnionSerde(e,t));for(const[c,a]of r.structIterator()){let m=c;n&&(m=a.getMergedTraits().jsonName??m,i&&(o[m]=c)),f&&s.mark(m),e[m]!=null&&(t[c]=this._read(a,e[m]))}if(f)s.writeUnknown();else if(i)for(const c in e){if(!hasOwn(e,c))continue;const a=e[c],m=n?o[c]??c:c;m in t||(t[m]=a)}return t}needsTransform(r){return!!(r.isBlobSchema()||r.isTimestampSchema()||r.isBigIntegerSchema()||r.isBigDecimalSchema()||r.isNumericSchema()||r.isDocumentSchema()||r.isStructSchema()||r.isListSchema()||r.isMapSchema()||r.isStringSchema()&&r.getMergedTraits().mediaType)}};
// node_modules/@smithy/core/dist-es/submodules/protocols/json/codec-v2/JsonBytesStringAdapter.js
var JsonBytesStringAdapter=class s extends Uint8Array{string=null;static allocUnsafe(t){if(typeof Buffer=="function"){const r=Buffer.allocUnsafe(t);return new s(r.buffer,r.byteOffset,r.byteLength)}return new s(t)}toString(){return this.s()}valueOf(){return this.s()}includes(t,r){return typeof t=="string"?this.s().includes(t,r):Uint8Array.prototype.includes.call(this,t,r)}indexOf(t,r){return typeof t=="string"?this.s().indexOf(t,r):Uint8Array.prototype.indexOf.call(this,t,r)}lastIndexOf(t,r){if(typeof t=="string")return this.s().lastIndexOf(t,r);const e=Uint8Array.prototype.lastIndexOf;return r!==void 0?e.call(this,t,r):e.call(this,t)}startsWith(t,r){return this.s().startsWith(t,r)}endsWith(t,r){return this.s().endsWith(t,r)}match(t){return this.s().match(t)}replace(t,r){return this.s().replace(t,r)}search(t){return this.s().search(t)}split(t,r){return this.s().split(t,r)}substring(t,r){return this.s().substring(t,r)}trim(){return this.s().trim()}trimStart(){return this.s().trimStart()}trimEnd(){return this.s().trimEnd()}charAt(t){return this.s().charAt(t)}charCodeAt(t){return this.s().charCodeAt(t)}padStart(t,r){return this.s().padStart(t,r)}padEnd(t,r){return this.s().padEnd(t,r)}repeat(t){return this.s().repeat(t)}toUpperCase(){return this.s().toUpperCase()}toLowerCase(){return this.s().toLowerCase()}s(){if(this.string==null){const t=Date.now();t>warned+6e4&&(console.warn("@aws-sdk/core/protocols - WARN - JsonCodec2: you have called a string method on a Uint8Array request body. It has been automatically converted to string. In a future version this will throw an error."),warned=t),this.string=toUtf8(this)}return this.string}},warned=0;
// node_modules/@smithy/core/dist-es/submodules/protocols/json/codec-v2/JsonShapeSerializer2.js
var encoder=new TextEncoder,OPEN_BRACE=123,CLOSE_BRACE=125,OPEN_BRACKET=91,CLOSE_BRACKET=93,QUOTE=34,COLON=58,COMMA=44,BACKSLASH=92,TRUE=new Uint8Array([116,114,117,101]),FALSE=new Uint8Array([102,97,108,115,101]),NULL=new Uint8Array([110,117,108,108]),ESCAPE_TABLE=new Array(128).fill(null);ESCAPE_TABLE[8]="b",ESCAPE_TABLE[9]="t",ESCAPE_TABLE[10]="n",ESCAPE_TABLE[12]="f",ESCAPE_TABLE[13]="r",ESCAPE_TABLE[34]='"',ESCAPE_TABLE[92]="\\";for(let S=0;S<32;S++)ESCAPE_TABLE[S]===null&&(ESCAPE_TABLE[S]="u00"+S.toString(16).padStart(2,"0"));var INITIAL_BUFFER_SIZE=2048;function alloc(S){return JsonBytesStringAdapter.allocUnsafe(S)}var JsonShapeSerializer2=class u extends SerdeContextConfig{settings;json;i=0;rootSchema;rawValue;passthrough=!1;constructor(r){super(),this.settings=r,this.json=alloc(INITIAL_BUFFER_SIZE)}write(r,i){this.i=0,this.rawValue=i,this.rootSchema=NormalizedSchema.of(r),this.passthrough=this.rootSchema.isBlobSchema()||this.rootSchema.isStringSchema(),this.passthrough||this.writeValue(this.rootSchema,i,void 0)}writeDiscriminatedDocument(r,i){this.i=0,this.rootSchema=NormalizedSchema.of(r);const s=this.rootSchema;if(s.isStructSchema()&&i!=null&&typeof i=="object"){this.writeValue(s,i,void 0);const t=`"__type":"${s.getName(!0)??"Unknown"}",`,e=t.length;this.ensure(e),this.json.copyWithin(1+e,1,this.i),encoder.encodeInto(t,this.json.subarray(1)),this.i+=e}else this.writeValue(s,i,void 0)}flush(){this.rootSchema=void 0;const r=this.i;this.i=0;const i=this.rawValue;if(this.rawValue=void 0,r===0)return i;const s=this.json.subarray(0,r);return this.json=alloc(INITIAL_BUFFER_SIZE),s}ensure(r){const{i,json:s}=this;if(i+r>s.length){let t=s.length*2;for(;t<i+r;)t*=2;const e=alloc(t);e.set(this.json),this.json=e}}writeAscii(r){const i=r.length;this.ensure(i);let{i:s,json:t}=this;for(let e=0;e<i;++e)t[s]=r.charCodeAt(e),s+=1;this.i=s}writeAsciiQuoted(r){const i=r.length;this.ensure(i+4);let{json:s,i:t}=this;s[t++]=QUOTE;for(let e=0;e<i;++e)s[t++]=r.charCodeAt(e);s[t++]=QUOTE,this.i=t}writeJsonString(r){const i=r.length;this.ensure(i*3+2),this.json[this.i++]=QUOTE;for(let s=0;s<i;++s){const t=r.charCodeAt(s);if(t>34&&t<92)this.json[this.i++]=t;else if(t<128){const e=ESCAPE_TABLE[t];if(e!==null){this.ensure(e.length+1+(i-s-1)*3+1),this.json[this.i++]=BACKSLASH;for(let n=0;n<e.length;n++)this.json[this.i++]=e.charCodeAt(n)}else this.json[this.i++]=t}else if(t>=55296&&t<=56319){const e=s+1<i?r.charCodeAt(s+1):0;if(e>=56320&&e<=57343){this.ensure(4);const{written:n}=encoder.encodeInto(r.substring(s,s+2),this.json.subarray(this.i));this.i+=n,++s}else this.ensure(6+(i-s-1)*3+1),this.writeUnicodeEscape(t)}else if(t>=56320&&t<=57343)this.ensure(6+(i-s-1)*3+1),this.writeUnicodeEscape(t);else{let{i:e,json:n}=this;t<2048?(n[e++]=192|t>>6,n[e++]=128|t&63):(n[e++]=224|t>>12,n[e++]=128|t>>6&63,n[e++]=128|t&63),this.i=e}}this.json[this.i++]=QUOTE}writeUnicodeEscape(r){let{json:i,i:s}=this;i[s++]=BACKSLASH,i[s++]=117;const t=r.toString(16).padStart(4,"0");for(let e=0;e<4;++e)i[s++]=t.charCodeAt(e);this.i=s}static B64=(()=>{const r="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",i=new Uint8Array(64);for(let s=0;s<64;++s)i[s]=r.charCodeAt(s);return i})();writeBase64(r){const i=Math.ceil(r.length/3)*4;this.ensure(i+2);const s=this.json,t=u.B64;let e=this.i;s[e++]=QUOTE;const n=r.length,o=n%3,c=n-o;for(let h=0;h<c;h+=3){const a=r[h],f=r[h+1],m=r[h+2];s[e++]=t[a>>2],s[e++]=t[(a&3)<<4|f>>4],s[e++]=t[(f&15)<<2|m>>6],s[e++]=t[m&63]}if(o===2){const h=r[c],a=r[c+1];s[e++]=t[h>>2],s[e++]=t[(h&3)<<4|a>>4],s[e++]=t[(a&15)<<2],s[e++]=61}else if(o===1){const h=r[c];s[e++]=t[h>>2],s[e++]=t[(h&3)<<4],s[e++]=61,s[e++]=61}s[e++]=QUOTE,this.i=e}writeValue(r,i,s){if(i==null){if(s?.isStructSchema()){if(i===void 0&&NormalizedSchema.of(r).isIdempotencyToken()){this.writeAsciiQuoted(generateIdempotencyToken());return}return}this.ensure(4),this.json.set(NULL,this.i),this.i+=4;return}const t=NormalizedSchema.of(r),e=typeof i=="object";if(t.isStringSchema()){const n=t.getMergedTraits().mediaType;if(n&&(n==="application/json"||n.endsWith("+json"))){this.writeJsonString(LazyJsonString.from(i).toString());return}}if(this.settings.bigNumberAsString&&i!=null&&(t.isBigIntegerSchema()||t.isBigDecimalSchema())){const n=i instanceof NumericValue?i.string:String(i);this.writeAsciiQuoted(n);return}if(e){if(t.isStructSchema()){this.writeStruct(t,i);return}if(Array.isArray(i)&&(t.isListSchema()||t.isDocumentSchema())){this.writeList(t,i,t.isDocumentSchema());return}if(t.isMapSchema()){this.writeMap(t,i,!1);return}if(i instanceof Uint8Array&&(t.isBlobSchema()||t.isDocumentSchema())){this.writeBase64(i);return}if(i instanceof Date&&(t.isTimestampSchema()||t.isDocumentSchema())){this.writeTimestamp(t,i);return}if(i instanceof NumericValue){this.writeAscii(i.string);return}if(t.isDocumentSchema()){Array.isArray(i)?this.writeList(t,i,!0):this.writeMap(t,i,!0);return}const n=JSON.stringify(i);this.writeAscii(n);return}if(typeof i=="string"){if(t.isBlobSchema()){const n=(this.serdeContext?.base64Encoder??toBase64)(i);this.writeAsciiQuoted(n);return}this.writeJsonString(i);return}if(typeof i=="number"){if(Math.abs(i)===1/0||Number.isNaN(i)){this.writeAsciiQuoted(String(i));return}const n=String(i);this.writeAscii(n);return}if(typeof i=="boolean"){this.ensure(5);let{i:n,json:o}=this;i?(o.set(TRUE,n),n+=4):(o.set(FALSE,n),n+=5),this.i=n;return}if(typeof i=="bigint"){this.writeAscii(i.toString());return}this.writeAscii(String(i))}writeStruct(r,i){this.ensure(2),this.json[this.i++]=OPEN_BRACE;let s=!1;const t=typeof i.__type=="string";let e;t&&(e=new Set);for(const[n,o]of r.structIterator()){const c=i[n];if(c==null&&!o.isIdempotencyToken())continue;s&&(this.ensure(1),this.json[this.i++]=COMMA),s=!0;const h=this.settings.jsonName?o.getMergedTraits().jsonName??n:n;e&&(e.add(n),e.add(h)),this.writeAsciiQuoted(h),this.json[this.i++]=COLON,this.writeValue(o,c,r)}if(!s&&r.isUnionSchema()){const{$unknown:n}=i;if(Array.isArray(n)){const[o,c]=n;this.writeAsciiQuoted(o),this.ensure(1),this.json[this.i++]=COLON,this.writeValue(15,c,r)}}else if(t)for(const n in i){if(e.has(n))continue;e.add(n);const o=i[n];s&&(this.ensure(1),this.json[this.i++]=COMMA),s=!0,this.writeAsciiQuoted(n),this.ensure(1),this.json[this.i++]=COLON,this.writeValue(15,o,void 0)}this.ensure(1),this.json[this.i++]=CLOSE_BRACE}writeList(r,i,s){const t=!!r.getMergedTraits().sparse,e=r.getValueSchema();if(!s&&(e.isStringSchema()||e.isNumericSchema()||e.isBooleanSchema())){let o=!1;for(let h=0;h<i.length;++h){const a=i[h];if(Number.isNaN(a)||a===1/0||a===-1/0||a==null&&!t){o=!0;break}}let c;if(!o)c=JSON.stringify(i);else{const h=[];for(let a=0;a<i.length;++a){const f=i[a];f==null&&!t||(Number.isNaN(f)||f===1/0||f===-1/0?h.push(String(f)):h.push(f))}c=JSON.stringify(h)}this.ensure(c.length*3),this.i+=encoder.encodeInto(c,this.json.subarray(this.i)).written;return}this.ensure(2),this.json[this.i++]=OPEN_BRACKET;let n=!1;for(let o=0;o<i.length;++o){const c=i[o];(s?c===void 0:c==null&&!t)||(n&&(this.ensure(1),this.json[this.i++]=COMMA),this.writeValue(e,c,void 0),n=!0)}this.ensure(1),this.json[this.i++]=CLOSE_BRACKET}writeMap(r,i,s){const t=!!r.getMergedTraits().sparse,e=r.getValueSchema();if(!s&&(e.isStringSchema()||e.isNumericSchema()||e.isBooleanSchema())){let o;for(const h in i){if(!hasOwn(i,h))continue;const a=i[h];Number.isNaN(a)||a===1/0||a===-1/0?((o??={})[h]=a,i[h]=String(a)):a===null&&!t&&((o??={})[h]=null,i[h]=void 0)}const c=JSON.stringify(i);o&&Object.assign(i,o),this.ensure(c.length*3),this.i+=encoder.encodeInto(c,this.json.subarray(this.i)).written;return}this.ensure(2),this.json[this.i++]=OPEN_BRACE;let n=!0;for(const o in i){if(!hasOwn(i,o))continue;const c=i[o];(s?c===void 0:c==null&&!t)||(n||(this.ensure(1),this.json[this.i++]=COMMA),n=!1,this.writeJsonString(o),this.ensure(1),this.json[this.i++]=COLON,this.writeValue(e,c,void 0))}this.ensure(1),this.json[this.i++]=CLOSE_BRACE}writeTimestamp(r,i){switch(determineTimestampFormat(r,this.settings)){case 5:{const t=i.toISOString().replace(".000Z","Z");this.writeAsciiQuoted(t);return}case 6:{this.writeAsciiQuoted(dateToUtcString(i));return}case 7:{const t=String(i.getTime()/1e3);this.writeAscii(t);return}default:{const t=String(i.getTime()/1e3);this.writeAscii(t);return}}}};
// node_modules/@smithy/core/dist-es/submodules/protocols/json/codec-v2/JsonCodec2.js
var JsonCodec2=class extends SerdeContextConfig{settings;constructor(e){super(),this.settings=e}createSerializer(){const e=new JsonShapeSerializer2(this.settings);return e.setSerdeContext(this.serdeContext),e}createDeserializer(){const e=new JsonShapeDeserializer2(this.settings);return e.setSerdeContext(this.serdeContext),e}};
// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-host-header/hostHeaderMiddleware.js
function resolveHostHeaderConfig(t){return t}var hostHeaderMiddleware=t=>r=>async o=>{if(!HttpRequest.isInstance(o.request))return r(o);const{request:e}=o,{handlerProtocol:s=""}=t.requestHandler.metadata||{};if(s.indexOf("h2")>=0&&!e.headers[":authority"])delete e.headers.host,e.headers[":authority"]=e.hostname+(e.port?":"+e.port:"");else if(!e.headers.host){let a=e.hostname;e.port!=null&&(a+=`:${e.port}`),e.headers.host=a}return r(o)},hostHeaderMiddlewareOptions={name:"hostHeaderMiddleware",step:"build",priority:"low",tags:["HOST"],override:!0},getHostHeaderPlugin=t=>({applyToStack:r=>{r.add(hostHeaderMiddleware(t),hostHeaderMiddlewareOptions)}});
// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-logger/loggerMiddleware.js
var loggerMiddleware=()=>(l,t)=>async i=>{try{const e=await l(i),{clientName:o,commandName:n,logger:r,dynamoDbDocumentClientOptions:a={}}=t,{overrideInputFilterSensitiveLog:u,overrideOutputFilterSensitiveLog:g}=a,s=u??t.inputFilterSensitiveLog,p=g??t.outputFilterSensitiveLog,{$metadata:d,...m}=e.output;return r?.info?.({clientName:o,commandName:n,input:s(i.input),output:p(m),metadata:d}),e}catch(e){const{clientName:o,commandName:n,logger:r,dynamoDbDocumentClientOptions:a={}}=t,{overrideInputFilterSensitiveLog:u}=a,g=u??t.inputFilterSensitiveLog;throw r?.error?.({clientName:o,commandName:n,input:g(i.input),error:e,metadata:e.$metadata}),e}},loggerMiddlewareOptions={name:"loggerMiddleware",tags:["LOGGER"],step:"initialize",override:!0},getLoggerPlugin=l=>({applyToStack:t=>{t.add(loggerMiddleware(),loggerMiddlewareOptions)}});
// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/configuration.js
var recursionDetectionMiddlewareOptions={step:"build",tags:["RECURSION_DETECTION","TRACE_CONTEXT_PROPAGATION"],name:"recursionDetectionMiddleware",override:!0,priority:"low"};
// node_modules/@aws/lambda-invoke-store/dist-es/invoke-store.js
var PROTECTED_KEYS={REQUEST_ID:Symbol.for("_AWS_LAMBDA_REQUEST_ID"),X_RAY_TRACE_ID:Symbol.for("_AWS_LAMBDA_X_RAY_TRACE_ID"),TENANT_ID:Symbol.for("_AWS_LAMBDA_TENANT_ID"),TRACEPARENT:Symbol.for("_AWS_LAMBDA_TRACEPARENT"),TRACESTATE:Symbol.for("_AWS_LAMBDA_TRACESTATE"),BAGGAGE:Symbol.for("_AWS_LAMBDA_BAGGAGE")},NO_GLOBAL_AWS_LAMBDA=["true","1"].includes(process.env?.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA??"");NO_GLOBAL_AWS_LAMBDA||(globalThis.awslambda=globalThis.awslambda||{});var InvokeStoreBase=class{static PROTECTED_KEYS=PROTECTED_KEYS;isProtectedKey(e){return Object.values(PROTECTED_KEYS).includes(e)}getRequestId(){return this.get(PROTECTED_KEYS.REQUEST_ID)??"-"}getXRayTraceId(){return this.get(PROTECTED_KEYS.X_RAY_TRACE_ID)}getTenantId(){return this.get(PROTECTED_KEYS.TENANT_ID)}getTraceparent(){return this.get(PROTECTED_KEYS.TRACEPARENT)}getTracestate(){return this.get(PROTECTED_KEYS.TRACESTATE)}getBaggage(){return this.get(PROTECTED_KEYS.BAGGAGE)}},InvokeStoreSingle=class extends InvokeStoreBase{currentContext;getContext(){return this.currentContext}hasContext(){return this.currentContext!==void 0}get(e){return this.currentContext?.[e]}set(e,t){if(this.isProtectedKey(e))throw new Error(`Cannot modify protected Lambda context field: ${String(e)}`);this.currentContext=this.currentContext||{},this.currentContext[e]=t}run(e,t){return this.currentContext=e,t()}},InvokeStoreMulti=class o extends InvokeStoreBase{als;static async create(){const t=new o,r=await Promise.resolve(process.getBuiltinModule("async_hooks"));return t.als=new r.AsyncLocalStorage,t}getContext(){return this.als.getStore()}hasContext(){return this.als.getStore()!==void 0}get(t){return this.als.getStore()?.[t]}set(t,r){if(this.isProtectedKey(t))throw new Error(`Cannot modify protected Lambda context field: ${String(t)}`);const n=this.als.getStore();if(!n)throw new Error("No context available");n[t]=r}run(t,r){return this.als.run(t,r)}},InvokeStore;(function(e){let t=null;async function r(n){return t||(t=(async()=>{const s=n===!0||"AWS_LAMBDA_MAX_CONCURRENCY"in process.env?await InvokeStoreMulti.create():new InvokeStoreSingle;return!NO_GLOBAL_AWS_LAMBDA&&globalThis.awslambda?.InvokeStore?globalThis.awslambda.InvokeStore:(!NO_GLOBAL_AWS_LAMBDA&&globalThis.awslambda&&(globalThis.awslambda.InvokeStore=s),s)})()),t}e.getInstanceAsync=r,e._testing=process.env.AWS_LAMBDA_BENCHMARK_MODE==="1"?{reset:()=>{t=null,globalThis.awslambda?.InvokeStore&&delete globalThis.awslambda.InvokeStore,globalThis.awslambda={InvokeStore:void 0}}}:void 0})(InvokeStore||(InvokeStore={}));
// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/recursionDetectionMiddleware.js
var AWS_LAMBDA_FUNCTION_NAME="AWS_LAMBDA_FUNCTION_NAME",_X_AMZN_TRACE_ID="_X_AMZN_TRACE_ID",X_AMZN_TRACE_ID="X-Amzn-Trace-Id",TRACEPARENT="traceparent",TRACESTATE="tracestate",BAGGAGE="baggage",recursionDetectionMiddleware=()=>r=>async t=>{const{request:e}=t;if(!HttpRequest.isInstance(e))return r(t);let n;{const s=Object.keys(e.headers??{}).find(a=>a.toLowerCase()===X_AMZN_TRACE_ID.toLowerCase())??X_AMZN_TRACE_ID;if(!e.headers.hasOwnProperty(s)){const a=process.env[AWS_LAMBDA_FUNCTION_NAME],o=process.env[_X_AMZN_TRACE_ID];n??=await InvokeStore.getInstanceAsync();const i=n?.getXRayTraceId()??o,A=d=>typeof d=="string"&&d.length>0;A(a)&&A(i)&&(e.headers[X_AMZN_TRACE_ID]=i)}}if(sanitizeTraceHeaders(e.headers),!e.headers[TRACEPARENT]){const a=(n??=await InvokeStore.getInstanceAsync())?.getTraceparent?.();if(a){e.headers[TRACEPARENT]=a;const o=n?.getTracestate?.();o&&(e.headers[TRACESTATE]=o);const c=n?.getBaggage?.();c&&(e.headers[BAGGAGE]=c)}}return r(t)};function sanitizeTraceHeaders(r){for(const t of Object.keys(r)){const e=t.toLowerCase();t!==e&&(e===TRACEPARENT||e===TRACESTATE||e===BAGGAGE)&&(r[e]=r[t],delete r[t])}}
// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/getRecursionDetectionPlugin.js
var getRecursionDetectionPlugin=i=>({applyToStack:e=>{e.add(recursionDetectionMiddleware(),recursionDetectionMiddlewareOptions)}});
// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/resolveAuthOptions.js
var resolveAuthOptions=(n,r)=>{if(!r||r.length===0)return n;const t=[];for(const e of r)for(const o of n)o.schemeId.split("#")[1]===e&&t.push(o);for(const e of n)t.find(({schemeId:o})=>o===e.schemeId)||t.push(e);return t};
// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/httpAuthSchemeMiddleware.js
function convertHttpAuthSchemesToMap(t){const i=new Map;for(const r of t)i.set(r.schemeId,r);return i}var httpAuthSchemeMiddleware=(t,i)=>(r,n)=>async h=>{const d=t.httpAuthSchemeProvider(await i.httpAuthSchemeParametersProvider(t,n,h.input)),p=t.authSchemePreference?await t.authSchemePreference():[],u=resolveAuthOptions(d,p),m=convertHttpAuthSchemesToMap(t.httpAuthSchemes),c=getSmithyContext(n),s=[];for(const e of u){const o=m.get(e.schemeId);if(!o){s.push(`HttpAuthScheme \`${e.schemeId}\` was not enabled for this service.`);continue}const a=o.identityProvider(await i.identityProviderConfigProvider(t));if(!a){s.push(`HttpAuthScheme \`${e.schemeId}\` did not have an IdentityProvider configured.`);continue}const{identityProperties:P={},signingProperties:S={}}=e.propertiesExtractor?.(t,n)||{};e.identityProperties=Object.assign(e.identityProperties||{},P),e.signingProperties=Object.assign(e.signingProperties||{},S),c.selectedHttpAuthScheme={httpAuthOption:e,identity:await a(e.identityProperties),signer:o.signer};break}if(!c.selectedHttpAuthScheme)throw new Error(s.join(`
`));return r(h)};
// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/getHttpAuthSchemeEndpointRuleSetPlugin.js
var httpAuthSchemeEndpointRuleSetMiddlewareOptions={step:"serialize",tags:["HTTP_AUTH_SCHEME"],name:"httpAuthSchemeMiddleware",override:!0,relation:"before",toMiddleware:"endpointV2Middleware"},getHttpAuthSchemeEndpointRuleSetPlugin=(e,{httpAuthSchemeParametersProvider:t,identityProviderConfigProvider:d})=>({applyToStack:a=>{a.addRelativeTo(httpAuthSchemeMiddleware(e,{httpAuthSchemeParametersProvider:t,identityProviderConfigProvider:d}),httpAuthSchemeEndpointRuleSetMiddlewareOptions)}});
// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-signing/httpSigningMiddleware.js
var defaultErrorHandler=r=>t=>{throw t},defaultSuccessHandler=(r,t)=>{},httpSigningMiddleware=r=>(t,c)=>async e=>{if(!HttpRequest.isInstance(e.request))return t(e);const i=getSmithyContext(c).selectedHttpAuthScheme;if(!i)throw new Error("No HttpAuthScheme was selected: unable to sign request");const{httpAuthOption:{signingProperties:n={}},identity:u,signer:s}=i,o=await t({...e,request:await s.sign(e.request,u,n)}).catch((s.errorHandler||defaultErrorHandler)(n));return(s.successHandler||defaultSuccessHandler)(o.response,n),o};
// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-signing/getHttpSigningMiddleware.js
var httpSigningMiddlewareOptions={step:"finalizeRequest",tags:["HTTP_SIGNING"],name:"httpSigningMiddleware",aliases:["apiKeyMiddleware","tokenMiddleware","awsAuthMiddleware"],override:!0,relation:"after",toMiddleware:"retryMiddleware"},getHttpSigningPlugin=e=>({applyToStack:i=>{i.addRelativeTo(httpSigningMiddleware(e),httpSigningMiddlewareOptions)}});
// node_modules/@smithy/core/dist-es/normalizeProvider.js
var normalizeProvider2=r=>{if(typeof r=="function")return r;const e=Promise.resolve(r);return()=>e};
// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/DefaultIdentityProviderConfig.js
var DefaultIdentityProviderConfig=class{authSchemes=new Map;constructor(e){for(const t in e){if(!hasOwn(e,t))continue;const s=e[t];s!==void 0&&this.authSchemes.set(t,s)}}getIdentityProvider(e){return this.authSchemes.get(e)}};
// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/httpAuthSchemes/noAuth.js
var NoAuthSigner=class{async sign(i,n,r){return i}};
// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/memoizeIdentityProvider.js
var createIsIdentityExpiredFunction=r=>function(i){return doesIdentityRequireRefresh(i)&&i.expiration.getTime()-Date.now()<r},EXPIRATION_MS=3e5,isIdentityExpired=createIsIdentityExpiredFunction(EXPIRATION_MS),doesIdentityRequireRefresh=r=>r.expiration!==void 0,memoizeIdentityProvider=(r,a,i)=>{if(r===void 0)return;const u=typeof r!="function"?async()=>Promise.resolve(r):r;let e,n,f,s=!1;const o=async t=>{n||(n=u(t));try{e=await n,f=!0,s=!1}finally{n=void 0}return e};return a===void 0?async t=>((!f||t?.forceRefresh)&&(e=await o(t)),e):async t=>((!f||t?.forceRefresh)&&(e=await o(t)),s?e:i(e)?(a(e)&&await o(t),e):(s=!0,e))};
// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/configurations.js
var DEFAULT_UA_APP_ID=void 0;function isValidUserAgentAppId(e){return e===void 0?!0:typeof e=="string"&&e.length<=50}function resolveUserAgentConfig(e){const o=normalizeProvider2(e.userAgentAppId??DEFAULT_UA_APP_ID),{customUserAgent:n}=e;return Object.assign(e,{customUserAgent:typeof n=="string"?[[n]]:n,userAgentAppId:async()=>{const r=await o();if(!isValidUserAgentAppId(r)){const t=e.logger?.constructor?.name==="NoOpLogger"||!e.logger?console:e.logger;typeof r!="string"?t?.warn("userAgentAppId must be a string or undefined."):r.length>50&&t?.warn("The provided userAgentAppId exceeds the maximum length of 50 characters.")}return r}})}
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js
var partitionsInfo={partitions:[{id:"aws",outputs:{dnsSuffix:"amazonaws.com",dualStackDnsSuffix:"api.aws",implicitGlobalRegion:"us-east-1",name:"aws",supportsDualStack:!0,supportsFIPS:!0},regionRegex:"^(us|eu|ap|sa|ca|me|af|il|mx)\\-\\w+\\-\\d+$",regions:{"af-south-1":{description:"Africa (Cape Town)"},"ap-east-1":{description:"Asia Pacific (Hong Kong)"},"ap-east-2":{description:"Asia Pacific (Taipei)"},"ap-northeast-1":{description:"Asia Pacific (Tokyo)"},"ap-northeast-2":{description:"Asia Pacific (Seoul)"},"ap-northeast-3":{description:"Asia Pacific (Osaka)"},"ap-south-1":{description:"Asia Pacific (Mumbai)"},"ap-south-2":{description:"Asia Pacific (Hyderabad)"},"ap-southeast-1":{description:"Asia Pacific (Singapore)"},"ap-southeast-2":{description:"Asia Pacific (Sydney)"},"ap-southeast-3":{description:"Asia Pacific (Jakarta)"},"ap-southeast-4":{description:"Asia Pacific (Melbourne)"},"ap-southeast-5":{description:"Asia Pacific (Malaysia)"},"ap-southeast-6":{description:"Asia Pacific (New Zealand)"},"ap-southeast-7":{description:"Asia Pacific (Thailand)"},"aws-global":{description:"aws global region"},"ca-central-1":{description:"Canada (Central)"},"ca-west-1":{description:"Canada West (Calgary)"},"eu-central-1":{description:"Europe (Frankfurt)"},"eu-central-2":{description:"Europe (Zurich)"},"eu-north-1":{description:"Europe (Stockholm)"},"eu-south-1":{description:"Europe (Milan)"},"eu-south-2":{description:"Europe (Spain)"},"eu-west-1":{description:"Europe (Ireland)"},"eu-west-2":{description:"Europe (London)"},"eu-west-3":{description:"Europe (Paris)"},"il-central-1":{description:"Israel (Tel Aviv)"},"me-central-1":{description:"Middle East (UAE)"},"me-south-1":{description:"Middle East (Bahrain)"},"me-west-1":{description:"Middle East (Saudi Arabia)"},"mx-central-1":{description:"Mexico (Central)"},"sa-east-1":{description:"South America (Sao Paulo)"},"sa-west-1":{description:"South America (Chile)"},"us-east-1":{description:"US East (N. Virginia)"},"us-east-2":{description:"US East (Ohio)"},"us-west-1":{description:"US West (N. California)"},"us-west-2":{description:"US West (Oregon)"}}},{id:"aws-cn",outputs:{dnsSuffix:"amazonaws.com.cn",dualStackDnsSuffix:"api.amazonwebservices.com.cn",implicitGlobalRegion:"cn-northwest-1",name:"aws-cn",supportsDualStack:!0,supportsFIPS:!0},regionRegex:"^cn\\-\\w+\\-\\d+$",regions:{"aws-cn-global":{description:"aws-cn global region"},"cn-north-1":{description:"China (Beijing)"},"cn-northwest-1":{description:"China (Ningxia)"}}},{id:"aws-eusc",outputs:{dnsSuffix:"amazonaws.eu",dualStackDnsSuffix:"api.amazonwebservices.eu",implicitGlobalRegion:"eusc-de-east-1",name:"aws-eusc",supportsDualStack:!0,supportsFIPS:!0},regionRegex:"^eusc\\-(de)\\-\\w+\\-\\d+$",regions:{"eusc-de-east-1":{description:"AWS European Sovereign Cloud (Germany)"}}},{id:"aws-iso",outputs:{dnsSuffix:"c2s.ic.gov",dualStackDnsSuffix:"api.aws.ic.gov",implicitGlobalRegion:"us-iso-east-1",name:"aws-iso",supportsDualStack:!0,supportsFIPS:!0},regionRegex:"^us\\-iso\\-\\w+\\-\\d+$",regions:{"aws-iso-global":{description:"aws-iso global region"},"us-iso-east-1":{description:"US ISO East"},"us-iso-west-1":{description:"US ISO WEST"}}},{id:"aws-iso-b",outputs:{dnsSuffix:"sc2s.sgov.gov",dualStackDnsSuffix:"api.aws.scloud",implicitGlobalRegion:"us-isob-east-1",name:"aws-iso-b",supportsDualStack:!0,supportsFIPS:!0},regionRegex:"^us\\-isob\\-\\w+\\-\\d+$",regions:{"aws-iso-b-global":{description:"aws-iso-b global region"},"us-isob-east-1":{description:"US ISOB East (Ohio)"},"us-isob-west-1":{description:"US ISOB West"}}},{id:"aws-iso-e",outputs:{dnsSuffix:"cloud.adc-e.uk",dualStackDnsSuffix:"api.cloud-aws.adc-e.uk",implicitGlobalRegion:"eu-isoe-west-1",name:"aws-iso-e",supportsDualStack:!0,supportsFIPS:!0},regionRegex:"^eu\\-isoe\\-\\w+\\-\\d+$",regions:{"aws-iso-e-global":{description:"aws-iso-e global region"},"eu-isoe-west-1":{description:"EU ISOE West"}}},{id:"aws-iso-f",outputs:{dnsSuffix:"csp.hci.ic.gov",dualStackDnsSuffix:"api.aws.hci.ic.gov",implicitGlobalRegion:"us-isof-south-1",name:"aws-iso-f",supportsDualStack:!0,supportsFIPS:!0},regionRegex:"^us\\-isof\\-\\w+\\-\\d+$",regions:{"aws-iso-f-global":{description:"aws-iso-f global region"},"us-isof-east-1":{description:"US ISOF EAST"},"us-isof-south-1":{description:"US ISOF SOUTH"}}},{id:"aws-us-gov",outputs:{dnsSuffix:"amazonaws.com",dualStackDnsSuffix:"api.aws",implicitGlobalRegion:"us-gov-west-1",name:"aws-us-gov",supportsDualStack:!0,supportsFIPS:!0},regionRegex:"^us\\-gov\\-\\w+\\-\\d+$",regions:{"aws-us-gov-global":{description:"aws-us-gov global region"},"us-gov-east-1":{description:"AWS GovCloud (US-East)"},"us-gov-west-1":{description:"AWS GovCloud (US-West)"}}}],version:"1.1"};
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partition.js
var selectedPartitionsInfo=partitionsInfo,selectedUserAgentPrefix="",partition=n=>{const{partitions:r}=selectedPartitionsInfo;for(const t of r){const{regions:o,outputs:e}=t;for(const[s,a]of Object.entries(o))if(s===n)return{...e,...a}}for(const t of r){const{regionRegex:o,outputs:e}=t;if(new RegExp(o).test(n))return{...e}}const i=r.find(t=>t.id==="aws");if(!i)throw new Error("Provided region was not found in the partition array or regex, and default partition with id 'aws' doesn't exist.");return{...i.outputs}},getUserAgentPrefix=()=>selectedUserAgentPrefix;
// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/isStreamingPayload/isStreamingPayload.js
const{Readable:Readable5}=process.getBuiltinModule("stream");var isStreamingPayload=e=>e?.body instanceof Readable5||typeof ReadableStream<"u"&&e?.body instanceof ReadableStream;
// node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/constants.js
var THROTTLING_ERROR_CODES=["BandwidthLimitExceeded","EC2ThrottledException","LimitExceededException","PriorRequestNotComplete","ProvisionedThroughputExceededException","RequestLimitExceeded","RequestThrottled","RequestThrottledException","SlowDown","ThrottledException","Throttling","ThrottlingException","TooManyRequestsException","TransactionInProgressException"],TRANSIENT_ERROR_CODES=["TimeoutError","RequestTimeout","RequestTimeoutException"],TRANSIENT_ERROR_STATUS_CODES=[500,502,503,504],NODEJS_TIMEOUT_ERROR_CODES=["ECONNRESET","ECONNREFUSED","EPIPE","ETIMEDOUT"],NODEJS_NETWORK_ERROR_CODES=["EHOSTUNREACH","ENETUNREACH","ENOTFOUND","EAI_AGAIN"];
// node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/service-error-classification.js
var isRetryableByTrait=t=>t?.$retryable!==void 0,isClockSkewCorrectedError=t=>t.$metadata?.clockSkewCorrected,isBrowserNetworkError=t=>{const e=new Set(["Failed to fetch","NetworkError when attempting to fetch resource","The Internet connection appears to be offline","Load failed","Network request failed"]);return t&&t instanceof TypeError?e.has(t.message):!1},isThrottlingError=t=>t.$metadata?.httpStatusCode===429||THROTTLING_ERROR_CODES.includes(t.name)||t.$retryable?.throttling==!0,isTransientError=(t,e=0)=>t?.name!=="AbortError"&&(isRetryableByTrait(t)||isClockSkewCorrectedError(t)||t.name==="InvalidSignatureException"&&t.message?.includes("Signature expired")||TRANSIENT_ERROR_CODES.includes(t.name)||NODEJS_TIMEOUT_ERROR_CODES.includes(t?.code||"")||NODEJS_NETWORK_ERROR_CODES.includes(t?.code||"")||TRANSIENT_ERROR_STATUS_CODES.includes(t.$metadata?.httpStatusCode||0)||isBrowserNetworkError(t)||isNodeJsHttp2TransientError(t)||t.cause!==void 0&&e<=10&&isTransientError(t.cause,e+1)),isServerError=t=>{if(t.$metadata?.httpStatusCode!==void 0){const e=t.$metadata.httpStatusCode;return 500<=e&&e<=599&&!isTransientError(t)}return!1};function isNodeJsHttp2TransientError(t){return t.code==="ERR_HTTP2_STREAM_ERROR"&&t.message.includes("NGHTTP2_REFUSED_STREAM")}
// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/race.js
var race=(e,r)=>{if(!r)return e;let o=()=>{};const n=new Promise((b,a)=>{const t=()=>a(createAbortError());r.aborted?t():typeof r.addEventListener=="function"?(r.addEventListener("abort",t,{once:!0}),o=()=>r.removeEventListener("abort",t)):r.onabort=t});return Promise.race([e,n]).finally(o)},createAbortError=()=>Object.assign(new Error("Request aborted"),{name:"AbortError"}),isAbortError=e=>typeof e=="object"&&e!==null&&"name"in e&&e.name==="AbortError";
// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/constants.js
var MAXIMUM_RETRY_DELAY=2e4,INITIAL_RETRY_TOKENS=500,NO_RETRY_INCREMENT=1,INVOCATION_ID_HEADER="amz-sdk-invocation-id",REQUEST_HEADER="amz-sdk-request";
// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/parseRetryAfterHeader.js
function parseRetryAfterHeader(a,n){if(HttpResponse.isInstance(a))for(const r in a.headers){if(!hasOwn(a.headers,r))continue;const s=r.toLowerCase();if(s==="retry-after"){const e=a.headers[r];let t=NaN;if(e.endsWith("GMT"))try{t=(parseRfc7231DateTime(e).getTime()-Date.now())/1e3}catch(i){n?.trace?.("Failed to parse retry-after header"),n?.trace?.(i)}else e.match(/ GMT, ((\d+)|(\d+\.\d+))$/)?t=Number(e.match(/ GMT, ([\d.]+)$/)?.[1]):e.match(/^((\d+)|(\d+\.\d+))$/)?t=Number(e):Date.parse(e)>=Date.now()&&(t=(Date.parse(e)-Date.now())/1e3);return isNaN(t)?void 0:new Date(Date.now()+t*1e3)}else if(s==="x-amz-retry-after"){const e=a.headers[r],t=Number(e);if(isNaN(t)){n?.trace?.(`Failed to parse x-amz-retry-after=${e}`);return}return new Date(Date.now()+t)}}}
// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/util.js
var asSdkError=n=>n instanceof Error?n:n instanceof Object?Object.assign(new Error,n):typeof n=="string"?new Error(n):new Error(`AWS SDK error wrapper for ${n}`);
// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/retryMiddleware.js
function bindRetryMiddleware(e){return a=>(o,r)=>async f=>{let t=await a.retryStrategy();const T=await a.maxAttempts(),y=r[SMITHY_CONTEXT_KEY]?.abortSignal;if(isRetryStrategyV2(t)){t=t;const p=(r.partition_id??"")+(r.__retryLongPoll?":longpoll":"");let i=await race(t.acquireInitialRetryToken(p),y),n=new Error,l=0,c=0;const{request:d}=f,E=HttpRequest.isInstance(d);for(E&&(d.headers[INVOCATION_ID_HEADER]=v4());;)try{E&&(d.headers[REQUEST_HEADER]=`attempt=${l+1}; max=${T}`);const{response:R,output:s}=await o(f);return t.recordSuccess(i),s.$metadata.attempts=l+1,s.$metadata.totalRetryDelay=c,{response:R,output:s}}catch(R){const s=getRetryErrorInfo(R,a.logger);if(n=asSdkError(R),E&&e(d))throw(r.logger instanceof NoOpLogger?console:r.logger)?.warn("An error was encountered in a non-retryable streaming request."),n;try{i=await race(t.refreshRetryTokenForRetry(i,s),y)}catch(u){throw y?.aborted&&isAbortError(u)?u:(n.$metadata||(n.$metadata={}),n.$metadata.attempts=l+1,n.$metadata.totalRetryDelay=c,n)}l=i.getRetryCount();const g=i.getRetryDelay();c+=(i?.$retryLog?.acquisitionDelay??0)+g,g>0&&await race(new Promise(u=>setTimeout(u,g)),y)}}else return t=t,t?.mode&&(r.userAgent=[...r.userAgent||[],["cfg/retry-mode",t.mode]]),t.retry(o,f)}}var isRetryStrategyV2=e=>typeof e.acquireInitialRetryToken<"u"&&typeof e.refreshRetryTokenForRetry<"u"&&typeof e.recordSuccess<"u",getRetryErrorInfo=(e,a)=>{const o={error:e,errorType:getRetryErrorType(e)},r=parseRetryAfterHeader(e.$response,a);return r&&(o.retryAfterHint=r),o},getRetryErrorType=e=>isThrottlingError(e)?"THROTTLING":isTransientError(e)?"TRANSIENT":isServerError(e)?"SERVER_ERROR":"CLIENT_ERROR",retryMiddlewareOptions={name:"retryMiddleware",tags:["RETRY"],step:"finalizeRequest",priority:"high",override:!0};function bindGetRetryPlugin(e){const a=bindRetryMiddleware(e);return o=>({applyToStack:r=>{r.add(a(o),retryMiddlewareOptions)}})}
// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRateLimiter.js
var DefaultRateLimiter=class s{static setTimeoutFn=(t,e)=>setTimeout(t,e);beta;minCapacity;minFillRate;scaleConstant;smooth;enabled=!1;availableTokens=0;lastMaxRate=0;measuredTxRate=0;requestCount=0;fillRate;lastThrottleTime;lastTimestamp=0;lastTxRateBucket;maxCapacity;timeWindow=0;constructor(t){this.beta=t?.beta??.7,this.minCapacity=t?.minCapacity??1,this.minFillRate=t?.minFillRate??.5,this.scaleConstant=t?.scaleConstant??.4,this.smooth=t?.smooth??.8,this.lastThrottleTime=this.getCurrentTimeInSeconds(),this.lastTxRateBucket=Math.floor(this.getCurrentTimeInSeconds()),this.fillRate=this.minFillRate,this.maxCapacity=this.minCapacity}async getSendToken(){return this.acquireTokenBucket(1)}updateClientSendingRate(t){let e;this.updateMeasuredRate();const i=t;if(i?.errorType==="THROTTLING"||isThrottlingError(i?.error??t)){const a=this.enabled?Math.min(this.measuredTxRate,this.fillRate):this.measuredTxRate;this.lastMaxRate=a,this.calculateTimeWindow(),this.lastThrottleTime=this.getCurrentTimeInSeconds(),e=this.cubicThrottle(a),this.enableTokenBucket()}else this.calculateTimeWindow(),e=this.cubicSuccess(this.getCurrentTimeInSeconds());const l=Math.min(e,2*this.measuredTxRate);this.updateTokenBucketRate(l)}getCurrentTimeInSeconds(){return Date.now()/1e3}async acquireTokenBucket(t){if(this.enabled){for(this.refillTokenBucket();t>this.availableTokens;){const e=(t-this.availableTokens)/this.fillRate*1e3;await new Promise(i=>s.setTimeoutFn(i,e)),this.refillTokenBucket()}this.availableTokens=this.availableTokens-t}}refillTokenBucket(){const t=this.getCurrentTimeInSeconds();if(!this.lastTimestamp){this.lastTimestamp=t;return}const e=(t-this.lastTimestamp)*this.fillRate;this.availableTokens=Math.min(this.maxCapacity,this.availableTokens+e),this.lastTimestamp=t}calculateTimeWindow(){this.timeWindow=this.getPrecise(Math.pow(this.lastMaxRate*(1-this.beta)/this.scaleConstant,.3333333333333333))}cubicThrottle(t){return this.getPrecise(t*this.beta)}cubicSuccess(t){return this.getPrecise(this.scaleConstant*Math.pow(t-this.lastThrottleTime-this.timeWindow,3)+this.lastMaxRate)}enableTokenBucket(){this.enabled=!0}updateTokenBucketRate(t){this.refillTokenBucket(),this.fillRate=Math.max(t,this.minFillRate),this.maxCapacity=Math.max(t,this.minCapacity),this.availableTokens=Math.min(this.availableTokens,this.maxCapacity)}updateMeasuredRate(){const t=this.getCurrentTimeInSeconds(),e=Math.floor(t*2)/2;if(this.requestCount++,e>this.lastTxRateBucket){const i=this.requestCount/(e-this.lastTxRateBucket);this.measuredTxRate=this.getPrecise(i*this.smooth+this.measuredTxRate*(1-this.smooth)),this.requestCount=0,this.lastTxRateBucket=e}}getPrecise(t){return parseFloat(t.toFixed(8))}};
// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/retries-2026-config.js
var Retry=class{static v2026=!0;static delay(){return 50}static throttlingDelay(){return 1e3}static cost(){return 14}static throttlingCost(){return 5}static modifiedCostType(){return"THROTTLING"}};
// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRetryBackoffStrategy.js
var DefaultRetryBackoffStrategy=class{x=Retry.delay();computeNextBackoffDelay(t){const a=Math.random()*Math.min(this.x*2**t,MAXIMUM_RETRY_DELAY);return Math.floor(a)}setDelayBase(t){this.x=t}};
// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRetryToken.js
var DefaultRetryToken=class{delay;count;cost;longPoll;$retryLog={acquisitionDelay:0};constructor(t,o,e,l){this.delay=t,this.count=o,this.cost=e,this.longPoll=l}getRetryCount(){return this.count}getRetryDelay(){return Math.min(MAXIMUM_RETRY_DELAY,this.delay)}getRetryCost(){return this.cost}isLongPoll(){return this.longPoll}};
// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/config.js
var RETRY_MODES;(function(A){A.STANDARD="standard",A.ADAPTIVE="adaptive"})(RETRY_MODES||(RETRY_MODES={}));var DEFAULT_MAX_ATTEMPTS=3,DEFAULT_RETRY_MODE=RETRY_MODES.STANDARD;
// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/StandardRetryStrategy.js
var refusal={incompatible:1,attempts:2,capacity:3},StandardRetryStrategy=class{mode=RETRY_MODES.STANDARD;retryBackoffStrategy;capacity=INITIAL_RETRY_TOKENS;maxAttemptsProvider;baseDelay;constructor(t){typeof t=="number"?this.maxAttemptsProvider=async()=>t:typeof t=="function"?this.maxAttemptsProvider=t:t&&typeof t=="object"&&(this.maxAttemptsProvider=async()=>t.maxAttempts,this.baseDelay=t.baseDelay,this.retryBackoffStrategy=t.backoff),this.maxAttemptsProvider??=async()=>DEFAULT_MAX_ATTEMPTS,this.baseDelay??=Retry.delay(),this.retryBackoffStrategy??=new DefaultRetryBackoffStrategy}async acquireInitialRetryToken(t){return new DefaultRetryToken(Retry.delay(),0,void 0,t.includes(":longpoll"))}async refreshRetryTokenForRetry(t,e){const n=await this.getMaxAttempts(),r=this.retryCode(t,e,n),s=r===0,i=t.isLongPoll?.();if(s||i){const o=e.errorType;this.retryBackoffStrategy.setDelayBase(o==="THROTTLING"?Retry.throttlingDelay():this.baseDelay);const l=this.retryBackoffStrategy.computeNextBackoffDelay(t.getRetryCount());let y=l;if(e.retryAfterHint instanceof Date&&(y=Math.max(l,Math.min(e.retryAfterHint.getTime()-Date.now(),l+5e3))),s){const a=this.getCapacityCost(o);this.capacity-=a;const c=new DefaultRetryToken(0,t.getRetryCount()+1,a,t.isLongPoll?.()??!1);return await new Promise(p=>setTimeout(p,y)),c.$retryLog.acquisitionDelay=y,c}else{const a=r===refusal.capacity&&i?y:0;a>0&&await new Promise(c=>setTimeout(c,a))}}throw new Error("No retry token available")}recordSuccess(t){this.capacity=Math.min(INITIAL_RETRY_TOKENS,this.capacity+(t.getRetryCost()??NO_RETRY_INCREMENT))}getCapacity(){return this.capacity}async maxAttempts(){return this.maxAttemptsProvider()}async getMaxAttempts(){try{return await this.maxAttemptsProvider()}catch{return console.warn(`Max attempts provider could not resolve. Using default of ${DEFAULT_MAX_ATTEMPTS}`),DEFAULT_MAX_ATTEMPTS}}retryCode(t,e,n){const r=t.getRetryCount()+1,s=this.isRetryableError(e.errorType)?0:refusal.incompatible,i=r<n?0:refusal.attempts,o=this.capacity>=this.getCapacityCost(e.errorType)?0:refusal.capacity;return s||i||o}getCapacityCost(t){return t===Retry.modifiedCostType()?Retry.throttlingCost():Retry.cost()}isRetryableError(t){return t==="THROTTLING"||t==="TRANSIENT"}};
// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/AdaptiveRetryStrategy.js
var AdaptiveRetryStrategy=class{mode=RETRY_MODES.ADAPTIVE;rateLimiter;standardRetryStrategy;constructor(t,e){const{rateLimiter:r}=e??{};this.rateLimiter=r??new DefaultRateLimiter,this.standardRetryStrategy=e?new StandardRetryStrategy({maxAttempts:typeof t=="number"?t:3,...e}):new StandardRetryStrategy(t)}async acquireInitialRetryToken(t){const e=await this.standardRetryStrategy.acquireInitialRetryToken(t);return await this.rateLimiter.getSendToken(),e}async refreshRetryTokenForRetry(t,e){this.rateLimiter.updateClientSendingRate(e);const r=await this.standardRetryStrategy.refreshRetryTokenForRetry(t,e);return await this.rateLimiter.getSendToken(),r}recordSuccess(t){this.rateLimiter.updateClientSendingRate({}),this.standardRetryStrategy.recordSuccess(t)}async maxAttemptsProvider(){return this.standardRetryStrategy.maxAttempts()}};
// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/configurations.js
var ENV_MAX_ATTEMPTS="AWS_MAX_ATTEMPTS",CONFIG_MAX_ATTEMPTS="max_attempts",NODE_MAX_ATTEMPT_CONFIG_OPTIONS={environmentVariableSelector:e=>{const t=e[ENV_MAX_ATTEMPTS];if(!t)return;const r=parseInt(t);if(Number.isNaN(r))throw new Error(`Environment variable ${ENV_MAX_ATTEMPTS} mast be a number, got "${t}"`);return r},configFileSelector:e=>{const t=e[CONFIG_MAX_ATTEMPTS];if(!t)return;const r=parseInt(t);if(Number.isNaN(r))throw new Error(`Shared config file entry ${CONFIG_MAX_ATTEMPTS} mast be a number, got "${t}"`);return r},default:DEFAULT_MAX_ATTEMPTS},resolveRetryConfig=(e,t)=>{const{retryStrategy:r,retryMode:i}=e,{defaultMaxAttempts:s=DEFAULT_MAX_ATTEMPTS,defaultBaseDelay:n=Retry.delay()}=t??{},a=normalizeProvider(e.maxAttempts??s);let m=r?Promise.resolve(r):void 0;const T=async()=>{const o=await a();return await normalizeProvider(i)()===RETRY_MODES.ADAPTIVE?new AdaptiveRetryStrategy(a,{maxAttempts:o,baseDelay:n}):new StandardRetryStrategy({maxAttempts:o,baseDelay:n})};return Object.assign(e,{maxAttempts:a,retryStrategy:()=>m??=T()})},ENV_RETRY_MODE="AWS_RETRY_MODE",CONFIG_RETRY_MODE="retry_mode",NODE_RETRY_MODE_CONFIG_OPTIONS={environmentVariableSelector:e=>e[ENV_RETRY_MODE],configFileSelector:e=>e[CONFIG_RETRY_MODE],default:DEFAULT_RETRY_MODE};
// node_modules/@smithy/core/dist-es/submodules/retry/index.js
var retryMiddleware=bindRetryMiddleware(isStreamingPayload),getRetryPlugin=bindGetRetryPlugin(isStreamingPayload);
// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/check-features.js
var ACCOUNT_ID_ENDPOINT_REGEX=/\d{12}\.ddb/;async function checkFeatures(e,r,s){if(s.request?.headers?.["smithy-protocol"]==="rpc-v2-cbor"&&setFeature(e,"PROTOCOL_RPC_V2_CBOR","M"),typeof r.retryStrategy=="function"){const t=await r.retryStrategy();if(typeof t.mode=="string")switch(t.mode){case RETRY_MODES.ADAPTIVE:setFeature(e,"RETRY_MODE_ADAPTIVE","F");break;case RETRY_MODES.STANDARD:setFeature(e,"RETRY_MODE_STANDARD","E");break}}if(typeof r.accountIdEndpointMode=="function"){const t=e.endpointV2;switch(String(t?.url?.hostname).match(ACCOUNT_ID_ENDPOINT_REGEX)&&setFeature(e,"ACCOUNT_ID_ENDPOINT","O"),await r.accountIdEndpointMode?.()){case"disabled":setFeature(e,"ACCOUNT_ID_MODE_DISABLED","Q");break;case"preferred":setFeature(e,"ACCOUNT_ID_MODE_PREFERRED","P");break;case"required":setFeature(e,"ACCOUNT_ID_MODE_REQUIRED","R");break}}const a=e.__smithy_context?.selectedHttpAuthScheme?.identity;if(a?.$source){const t=a;t.accountId&&setFeature(e,"RESOLVED_ACCOUNT_ID","T");for(const[E,_]of Object.entries(t.$source??{}))setFeature(e,E,_)}}
// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/constants.js
var USER_AGENT="user-agent",X_AMZ_USER_AGENT="x-amz-user-agent",SPACE=" ",UA_NAME_SEPARATOR="/",UA_NAME_ESCAPE_REGEX=/[^!$%&'*+\-.^_`|~\w]/g,UA_VALUE_ESCAPE_REGEX=/[^!$%&'*+\-.^_`|~\w#]/g,UA_ESCAPE_CHAR="-";
// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/encode-features.js
var BYTE_LIMIT=1024;function encodeFeatures(t){let e="";for(const l in t){const n=t[l];if(e.length+n.length+1<=BYTE_LIMIT){e.length?e+=","+n:e+=n;continue}break}return e}
// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/user-agent-middleware.js
var userAgentMiddleware=e=>(s,n)=>async a=>{const{request:E}=a;if(!HttpRequest.isInstance(E))return s(a);const{headers:t}=E,r=n?.userAgent?.map(escapeUserAgent)||[],A=(await e.defaultUserAgentProvider()).map(escapeUserAgent);await checkFeatures(n,e,a);const _=n;A.push(`m/${encodeFeatures(Object.assign({},n.__smithy_context?.features,_.__aws_sdk_context?.features))}`);const i=e?.customUserAgent?.map(escapeUserAgent)||[],c=await e.userAgentAppId();c&&A.push(escapeUserAgent(["app",`${c}`]));const U=getUserAgentPrefix(),o=(U?[U]:[]).concat([...A,...r,...i]).join(SPACE),u=[...A.filter(d=>d.startsWith("aws-sdk-")),...i].join(SPACE);return e.runtime!=="browser"?(u&&(t[X_AMZ_USER_AGENT]=t[X_AMZ_USER_AGENT]?`${t[USER_AGENT]} ${u}`:u),t[USER_AGENT]=o):t[X_AMZ_USER_AGENT]=o,s({...a,request:E})},escapeUserAgent=e=>{const s=e[0].split(UA_NAME_SEPARATOR).map(r=>r.replace(UA_NAME_ESCAPE_REGEX,UA_ESCAPE_CHAR)).join(UA_NAME_SEPARATOR),n=e[1]?.replace(UA_VALUE_ESCAPE_REGEX,UA_ESCAPE_CHAR),a=s.indexOf(UA_NAME_SEPARATOR),E=s.substring(0,a);let t=s.substring(a+1);return E==="api"&&(t=t.toLowerCase()),[E,t,n].filter(r=>r&&r.length>0).reduce((r,A,_)=>{switch(_){case 0:return A;case 1:return`${r}/${A}`;default:return`${r}#${A}`}},"")},getUserAgentMiddlewareOptions={name:"getUserAgentMiddleware",step:"build",priority:"low",tags:["SET_USER_AGENT","USER_AGENT"],override:!0},getUserAgentPlugin=e=>({applyToStack:s=>{s.add(userAgentMiddleware(e),getUserAgentMiddlewareOptions)}});
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/defaultUserAgent.js
const{platform,release}=process.getBuiltinModule("os"),{env}=process.getBuiltinModule("process");
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/getRuntimeUserAgentPair.js
const{versions}=process.getBuiltinModule("process");var getRuntimeUserAgentPair=()=>{const n=["deno","bun","llrt"];for(const e of n)if(versions[e])return[`md/${e}`,versions[e]];return["md/nodejs",versions.node]};
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/crt-availability.js
var crtAvailability={isCrtAvailable:!1};
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/is-crt-available.js
var isCrtAvailable=()=>crtAvailability.isCrtAvailable?["md/crt-avail"]:null;
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/defaultUserAgent.js
var createDefaultUserAgentProvider=({serviceId:s,clientVersion:t})=>{const n=getRuntimeUserAgentPair();return async i=>{const e=[["aws-sdk-js",t],["ua","2.1"],[`os/${platform()}`,release()],["lang/js"],n],r=isCrtAvailable();r&&e.push(r),s&&e.push([`api/${s}`,t]),env.AWS_EXECUTION_ENV&&e.push([`exec-env/${env.AWS_EXECUTION_ENV}`]);const a=await i?.userAgentAppId?.();return a?[...e,[`app/${a}`]]:[...e]}};
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/nodeAppIdConfigOptions.js
var UA_APP_ID_ENV_NAME="AWS_SDK_UA_APP_ID",UA_APP_ID_INI_NAME="sdk_ua_app_id",UA_APP_ID_INI_NAME_DEPRECATED="sdk-ua-app-id",NODE_APP_ID_CONFIG_OPTIONS={environmentVariableSelector:_=>_[UA_APP_ID_ENV_NAME],configFileSelector:_=>_[UA_APP_ID_INI_NAME]??_[UA_APP_ID_INI_NAME_DEPRECATED],default:DEFAULT_UA_APP_ID};
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/isVirtualHostableS3Bucket.js
var isVirtualHostableS3Bucket=(r,e=!1)=>{if(e){for(const t of r.split("."))if(!isVirtualHostableS3Bucket(t))return!1;return!0}return!(!isValidHostLabel(r)||r.length<3||r.length>63||r!==r.toLowerCase()||isIpAddress(r))};
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/parseArn.js
var ARN_DELIMITER=":",RESOURCE_DELIMITER="/",parseArn=a=>{const r=a.split(ARN_DELIMITER);if(r.length<6)return null;const[i,n,t,s,o,...e]=r;if(i!=="arn"||n===""||t===""||e.join(ARN_DELIMITER)==="")return null;const c=e.map(l=>l.split(RESOURCE_DELIMITER)).flat();return{partition:n,service:t,region:s,accountId:o,resourceId:c}};
// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/aws.js
var awsEndpointFunctions={isVirtualHostableS3Bucket,parseArn,partition};customEndpointFunctions.aws=awsEndpointFunctions;
// node_modules/@aws-sdk/core/dist-es/submodules/client/region-config-resolver/stsRegionDefaultResolver.js
function stsRegionDefaultResolver(e={}){return loadConfig({...NODE_REGION_CONFIG_OPTIONS,async default(){return warning.silence||console.warn("@aws-sdk - WARN - default STS region of us-east-1 used. See @aws-sdk/credential-providers README and set a region explicitly."),"us-east-1"}},{...NODE_REGION_CONFIG_FILE_OPTIONS,...e})}var warning={silence:!1};
// node_modules/@aws-sdk/core/dist-es/submodules/client/region-config-resolver/extensions.js
var getAwsRegionExtensionConfiguration=n=>({setRegion(e){n.region=e},region(){return n.region}}),resolveAwsRegionExtensionConfiguration=n=>({region:n.region()});
// node_modules/@aws-sdk/credential-provider-env/dist-es/fromEnv.js
var ENV_KEY="AWS_ACCESS_KEY_ID",ENV_SECRET="AWS_SECRET_ACCESS_KEY",ENV_SESSION="AWS_SESSION_TOKEN",ENV_EXPIRATION="AWS_CREDENTIAL_EXPIRATION",ENV_CREDENTIAL_SCOPE="AWS_CREDENTIAL_SCOPE",ENV_ACCOUNT_ID="AWS_ACCOUNT_ID",fromEnv2=e=>async()=>{e?.logger?.debug("@aws-sdk/credential-provider-env - fromEnv");const r=process.env[ENV_KEY],n=process.env[ENV_SECRET],s=process.env[ENV_SESSION],E=process.env[ENV_EXPIRATION],o=process.env[ENV_CREDENTIAL_SCOPE],c=process.env[ENV_ACCOUNT_ID];if(r&&n){const _={accessKeyId:r,secretAccessKey:n,...s&&{sessionToken:s},...E&&{expiration:new Date(E)},...o&&{credentialScope:o},...c&&{accountId:c}};return setCredentialFeature(_,"CREDENTIALS_ENV_VARS","g"),_}throw new CredentialsProviderError("Unable to find environment variable credentials.",{logger:e?.logger})};
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getDateHeader.js
var getDateHeader=e=>HttpResponse.isInstance(e)?e.headers?.date??e.headers?.Date:void 0,getAgeHeader=e=>HttpResponse.isInstance(e)?e.headers?.age??e.headers?.Age:void 0;
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getSkewCorrectedDate.js
var getSkewCorrectedDate=e=>new Date(Date.now()+e);
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getUpdatedSystemClockOffset.js
var getUpdatedSystemClockOffset=(d,e,r,n)=>{if(n!==void 0)return e;const i=Date.parse(d);if(Number.isNaN(i))return e;const a=Date.now();return r!==void 0&&a-r>9e5?e:i-a};
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/AwsSdkSigV4Signer.js
var throwSigningPropertyError=(e,n)=>{if(!n)throw new Error(`Property \`${e}\` is not resolved for AWS SDK SigV4Auth`);return n},hasEventStreamOutput=e=>e.context?.[SMITHY_CONTEXT_KEY]?.eventStream?.output===!0,validateSigningProperties=async e=>{const n=throwSigningPropertyError("context",e.context),t=throwSigningPropertyError("config",e.config),o=n.endpointV2?.properties?.authSchemes?.[0],c=await throwSigningPropertyError("signer",t.signer)(o),r=e?.signingRegion,i=e?.signingRegionSet,a=e?.signingName;return{config:t,signer:c,signingRegion:r,signingRegionSet:i,signingName:a}},AwsSdkSigV4Signer=class{async sign(e,n,t){if(!HttpRequest.isInstance(e))throw new Error("The request is not an instance of `HttpRequest` and cannot be signed");const o=await validateSigningProperties(t),{config:s,signer:c}=o;let{signingRegion:r,signingName:i}=o;const a=t.context;if(a?.authSchemes?.length??!1){const[l,g]=a.authSchemes;l?.name==="sigv4a"&&g?.name==="sigv4"&&(r=g?.signingRegion??r,i=g?.signingName??i)}const f=await s.disableClockSkewCorrection?.()===!0;t._disableClockSkewCorrection=f;const S=f||hasEventStreamOutput(t);return t._skipClockSkewSampling=S,S||(t._preRequestSystemClockOffset=s.systemClockOffset,t._requestSentAt=Date.now()),await c.sign(e,{signingDate:f?new Date:getSkewCorrectedDate(s.systemClockOffset),signingRegion:r,signingService:i})}errorHandler(e){return n=>{const t=n;if(!e._skipClockSkewSampling&&!e._disableClockSkewCorrection){const o=t.ServerTime??getDateHeader(t.$response);if(o){const s=throwSigningPropertyError("config",e.config),c=e._preRequestSystemClockOffset,r=e._requestSentAt,i=getAgeHeader(t.$response),a=getUpdatedSystemClockOffset(o,s.systemClockOffset,r,i);s.systemClockOffset=a,Math.abs(a)>=24e4&&(a!==c||c!==void 0&&c!==a)&&t.$metadata&&(t.$metadata.clockSkewCorrected=!0)}}throw n}}successHandler(e,n){if(n._skipClockSkewSampling||n._disableClockSkewCorrection)return;const t=getDateHeader(e);if(t){const o=throwSigningPropertyError("config",n.config),s=n._requestSentAt,c=getAgeHeader(e);o.systemClockOffset=getUpdatedSystemClockOffset(t,o.systemClockOffset,s,c)}}};
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/AwsSdkSigV4ASigner.js
var AwsSdkSigV4ASigner=class extends AwsSdkSigV4Signer{async sign(t,r,e){if(!HttpRequest.isInstance(t))throw new Error("The request is not an instance of `HttpRequest` and cannot be signed");const{config:n,signer:s,signingRegion:g,signingRegionSet:o,signingName:a}=await validateSigningProperties(e),c=(await n.sigv4aSigningRegionSet?.()??o??[g]).join(","),i=await n.disableClockSkewCorrection?.()===!0;return e._disableClockSkewCorrection=i,i||(e._preRequestSystemClockOffset=n.systemClockOffset,e._requestSentAt=Date.now()),await s.sign(t,{signingDate:i?new Date:getSkewCorrectedDate(n.systemClockOffset),signingRegion:c,signingService:a})}};
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getArrayForCommaSeparatedString.js
var getArrayForCommaSeparatedString=a=>typeof a=="string"&&a.length>0?a.split(",").map(r=>r.trim()):[];
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getBearerTokenEnvKey.js
var getBearerTokenEnvKey=e=>`AWS_BEARER_TOKEN_${e.replace(/[\s-]/g,"_").toUpperCase()}`;
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/NODE_AUTH_SCHEME_PREFERENCE_OPTIONS.js
var NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY="AWS_AUTH_SCHEME_PREFERENCE",NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY="auth_scheme_preference",NODE_AUTH_SCHEME_PREFERENCE_OPTIONS={environmentVariableSelector:(e,r)=>{if(r?.signingName&&getBearerTokenEnvKey(r.signingName)in e)return["httpBearerAuth"];if(NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY in e)return getArrayForCommaSeparatedString(e[NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY])},configFileSelector:e=>{if(NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY in e)return getArrayForCommaSeparatedString(e[NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY])},default:[]};
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/resolveAwsSdkSigV4AConfig.js
var resolveAwsSdkSigV4AConfig=i=>(i.sigv4aSigningRegionSet=normalizeProvider2(i.sigv4aSigningRegionSet),i),NODE_SIGV4A_CONFIG_OPTIONS={environmentVariableSelector(i){if(i.AWS_SIGV4A_SIGNING_REGION_SET)return i.AWS_SIGV4A_SIGNING_REGION_SET.split(",").map(r=>r.trim());throw new ProviderError("AWS_SIGV4A_SIGNING_REGION_SET not set in env.",{tryNextLink:!0})},configFileSelector(i){if(i.sigv4a_signing_region_set)return(i.sigv4a_signing_region_set??"").split(",").map(r=>r.trim());throw new ProviderError("sigv4a_signing_region_set not set in profile.",{tryNextLink:!0})},default:void 0};
// node_modules/@smithy/signature-v4/dist-es/HeaderFormatter.js
var HeaderFormatter=class{format(t){const e=[];for(const r in t){if(!hasOwn(t,r))continue;const a=fromUtf8(r);e.push(Uint8Array.from([a.byteLength]),a,this.formatHeaderValue(t[r]))}const n=new Uint8Array(e.reduce((r,a)=>r+a.byteLength,0));let s=0;for(const r of e)n.set(r,s),s+=r.byteLength;return n}formatHeaderValue(t){switch(t.type){case"boolean":return Uint8Array.from([t.value?0:1]);case"byte":return Uint8Array.from([2,t.value]);case"short":const e=new DataView(new ArrayBuffer(3));return e.setUint8(0,3),e.setInt16(1,t.value,!1),new Uint8Array(e.buffer);case"integer":const n=new DataView(new ArrayBuffer(5));return n.setUint8(0,4),n.setInt32(1,t.value,!1),new Uint8Array(n.buffer);case"long":const s=new Uint8Array(9);return s[0]=5,s.set(t.value.bytes,1),s;case"binary":const r=new DataView(new ArrayBuffer(3+t.value.byteLength));r.setUint8(0,6),r.setUint16(1,t.value.byteLength,!1);const a=new Uint8Array(r.buffer);return a.set(t.value,3),a;case"string":const o=fromUtf8(t.value),i=new DataView(new ArrayBuffer(3+o.byteLength));i.setUint8(0,7),i.setUint16(1,o.byteLength,!1);const l=new Uint8Array(i.buffer);return l.set(o,3),l;case"timestamp":const f=new Uint8Array(9);return f[0]=8,f.set(Int64.fromNumber(t.value.valueOf()).bytes,1),f;case"uuid":if(!UUID_PATTERN.test(t.value))throw new Error(`Invalid UUID received: ${t.value}`);const u=new Uint8Array(17);return u[0]=9,u.set(fromHex(t.value.replace(/-/g,"")),1),u}}},HEADER_VALUE_TYPE;(function(t){t[t.boolTrue=0]="boolTrue",t[t.boolFalse=1]="boolFalse",t[t.byte=2]="byte",t[t.short=3]="short",t[t.integer=4]="integer",t[t.long=5]="long",t[t.byteArray=6]="byteArray",t[t.string=7]="string",t[t.timestamp=8]="timestamp",t[t.uuid=9]="uuid"})(HEADER_VALUE_TYPE||(HEADER_VALUE_TYPE={}));var UUID_PATTERN=/^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,Int64=class y{bytes;constructor(e){if(this.bytes=e,e.byteLength!==8)throw new Error("Int64 buffers must be exactly 8 bytes")}static fromNumber(e){if(e>9223372036854776e3||e<-9223372036854776e3)throw new Error(`${e} is too large (or, if negative, too small) to represent as an Int64`);const n=new Uint8Array(8);for(let s=7,r=Math.abs(Math.round(e));s>-1&&r>0;s--,r/=256)n[s]=r;return e<0&&negate(n),new y(n)}valueOf(){const e=this.bytes.slice(0),n=e[0]&128;return n&&negate(e),parseInt(toHex(e),16)*(n?-1:1)}toString(){return String(this.valueOf())}};function negate(t){for(let e=0;e<8;e++)t[e]^=255;for(let e=7;e>-1&&(t[e]++,t[e]===0);e--);}
// node_modules/@smithy/signature-v4/dist-es/constants.js
var ALGORITHM_QUERY_PARAM="X-Amz-Algorithm",CREDENTIAL_QUERY_PARAM="X-Amz-Credential",AMZ_DATE_QUERY_PARAM="X-Amz-Date",SIGNED_HEADERS_QUERY_PARAM="X-Amz-SignedHeaders",EXPIRES_QUERY_PARAM="X-Amz-Expires",SIGNATURE_QUERY_PARAM="X-Amz-Signature",TOKEN_QUERY_PARAM="X-Amz-Security-Token",AUTH_HEADER="authorization",AMZ_DATE_HEADER=AMZ_DATE_QUERY_PARAM.toLowerCase(),DATE_HEADER="date",GENERATED_HEADERS=[AUTH_HEADER,AMZ_DATE_HEADER,DATE_HEADER],SIGNATURE_HEADER=SIGNATURE_QUERY_PARAM.toLowerCase(),SHA256_HEADER="x-amz-content-sha256",TOKEN_HEADER=TOKEN_QUERY_PARAM.toLowerCase(),ALWAYS_UNSIGNABLE_HEADERS={authorization:!0,"cache-control":!0,connection:!0,expect:!0,from:!0,"keep-alive":!0,"max-forwards":!0,pragma:!0,referer:!0,te:!0,trailer:!0,"transfer-encoding":!0,upgrade:!0,"user-agent":!0,"x-amzn-trace-id":!0},PROXY_HEADER_PATTERN=/^proxy-/,SEC_HEADER_PATTERN=/^sec-/,ALGORITHM_IDENTIFIER="AWS4-HMAC-SHA256",EVENT_ALGORITHM_IDENTIFIER="AWS4-HMAC-SHA256-PAYLOAD",UNSIGNED_PAYLOAD="UNSIGNED-PAYLOAD",MAX_CACHE_SIZE=50,KEY_TYPE_IDENTIFIER="aws4_request",MAX_PRESIGNED_TTL=3600*24*7;
// node_modules/@smithy/signature-v4/dist-es/getCanonicalQuery.js
var getCanonicalQuery=({query:s={}})=>{const r=[],o={};for(const e in s){if(!hasOwn(s,e)||e.toLowerCase()===SIGNATURE_HEADER)continue;const i=escapeUri(e);r.push(i);const n=s[e];typeof n=="string"?o[i]=`${i}=${escapeUri(n)}`:Array.isArray(n)&&(o[i]=n.slice(0).reduce((c,t)=>c.concat([`${i}=${escapeUri(t)}`]),[]).sort().join("&"))}return r.sort().map(e=>o[e]).filter(e=>e).join("&")};
// node_modules/@smithy/signature-v4/dist-es/utilDate.js
var iso8601=r=>toDate(r).toISOString().replace(/\.\d{3}Z$/,"Z"),toDate=r=>typeof r=="number"?new Date(r*1e3):typeof r=="string"?Number(r)?new Date(Number(r)*1e3):new Date(r):r;
// node_modules/@smithy/signature-v4/dist-es/SignatureV4Base.js
var SignatureV4Base=class{service;regionProvider;credentialProvider;sha256;uriEscapePath;applyChecksum;constructor({applyChecksum:e,credentials:t,region:o,service:i,sha256:r,uriEscapePath:s=!0}){this.service=i,this.sha256=r,this.uriEscapePath=s,this.applyChecksum=typeof e=="boolean"?e:!0,this.regionProvider=normalizeProvider(o),this.credentialProvider=normalizeProvider(t)}createCanonicalRequest(e,t,o){const i=Object.keys(t).sort();return`${e.method}
${this.getCanonicalPath(e)}
${getCanonicalQuery(e)}
${i.map(r=>`${r}:${t[r]}`).join(`
`)}

${i.join(";")}
${o}`}async createStringToSign(e,t,o,i){const r=new this.sha256;r.update(toUint8Array(o));const s=await r.digest();return`${i}
${e}
${t}
${toHex(s)}`}getCanonicalPath({path:e}){if(this.uriEscapePath){const t=[];for(const r of e.split("/"))r?.length!==0&&r!=="."&&(r===".."?t.pop():t.push(r));const o=`${e?.startsWith("/")?"/":""}${t.join("/")}${t.length>0&&e?.endsWith("/")?"/":""}`;return escapeUri(o).replace(/%2F/g,"/")}return e}validateResolvedCredentials(e){if(typeof e!="object"||typeof e.accessKeyId!="string"||typeof e.secretAccessKey!="string")throw new Error("Resolved credential object is not valid")}formatDate(e){const t=iso8601(e).replace(/[-:]/g,"");return{longDate:t,shortDate:t.slice(0,8)}}getCanonicalHeaderList(e){return Object.keys(e).sort().join(";")}};
// node_modules/@smithy/signature-v4/dist-es/credentialDerivation.js
var signingKeyCache={},cacheQueue=[],createScope=(c,e,s)=>`${c}/${e}/${s}/${KEY_TYPE_IDENTIFIER}`,getSigningKey=async(c,e,s,a,r)=>{const E=await hmac(c,e.secretAccessKey,e.accessKeyId),t=`${s}:${a}:${r}:${toHex(E)}:${e.sessionToken}`;if(t in signingKeyCache)return signingKeyCache[t];for(cacheQueue.push(t);cacheQueue.length>MAX_CACHE_SIZE;)delete signingKeyCache[cacheQueue.shift()];let n=`AWS4${e.secretAccessKey}`;for(const $ of[s,a,r,KEY_TYPE_IDENTIFIER])n=await hmac(c,n,$);return signingKeyCache[t]=n},hmac=(c,e,s)=>{const a=new c(e);return a.update(toUint8Array(s)),a.digest()};
// node_modules/@smithy/signature-v4/dist-es/getCanonicalHeaders.js
var getCanonicalHeaders=({headers:e},a,o)=>{const c={};for(const n of Object.keys(e).sort()){if(e[n]==null)continue;const t=n.toLowerCase();(hasOwn(ALWAYS_UNSIGNABLE_HEADERS,t)||a?.has(t)||PROXY_HEADER_PATTERN.test(t)||SEC_HEADER_PATTERN.test(t))&&(!o||o&&!o.has(t))||(t==="__proto__"&&writeKey(c),c[t]=e[n].replace(/[\r\n]/g," ").replace(/[ \t]+/g," ").replace(/^ | $/g,""))}return c};
// node_modules/@smithy/signature-v4/dist-es/getPayloadHash.js
var getPayloadHash=async({headers:t,body:r},a)=>{for(const e in t)if(hasOwn(t,e)&&e.toLowerCase()===SHA256_HEADER)return t[e];if(r==null)return"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";if(typeof r=="string"||ArrayBuffer.isView(r)||isArrayBuffer(r)){const e=new a;return e.update(toUint8Array(r)),toHex(await e.digest())}return UNSIGNED_PAYLOAD};
// node_modules/@smithy/signature-v4/dist-es/headerUtil.js
var hasHeader=(e,r)=>{e=e.toLowerCase();for(const n in r)if(hasOwn(r,n)&&e===n.toLowerCase())return!0;return!1};
// node_modules/@smithy/signature-v4/dist-es/moveHeadersToQuery.js
var moveHeadersToQuery=(n,o={})=>{const{headers:e,query:r={}}=HttpRequest.clone(n);for(const a in e){if(!hasOwn(e,a))continue;const s=a.toLowerCase();(s.slice(0,6)==="x-amz-"&&!o.unhoistableHeaders?.has(s)||o.hoistableHeaders?.has(s))&&(r[a]=e[a],delete e[a])}return{...n,headers:e,query:r}};
// node_modules/@smithy/signature-v4/dist-es/prepareRequest.js
var prepareRequest=e=>{e=HttpRequest.clone(e);for(const a in e.headers)hasOwn(e.headers,a)&&GENERATED_HEADERS.indexOf(a.toLowerCase())>-1&&delete e.headers[a];return e};
// node_modules/@smithy/signature-v4/dist-es/SignatureV4.js
var SignatureV4=class extends SignatureV4Base{headerFormatter=new HeaderFormatter;constructor({applyChecksum:e,credentials:t,region:s,service:a,sha256:n,uriEscapePath:i=!0}){super({applyChecksum:e,credentials:t,region:s,service:a,sha256:n,uriEscapePath:i})}async presign(e,t={}){const{signingDate:s=new Date,expiresIn:a=3600,unsignableHeaders:n,unhoistableHeaders:i,signableHeaders:o,hoistableHeaders:g,signingRegion:r,signingService:u}=t,h=await this.credentialProvider();this.validateResolvedCredentials(h);const E=r??await this.regionProvider(),{longDate:d,shortDate:R}=this.formatDate(s);if(a>MAX_PRESIGNED_TTL)return Promise.reject("Signature version 4 presigned URLs must have an expiration date less than one week in the future");const l=createScope(R,E,u??this.service),c=moveHeadersToQuery(prepareRequest(e),{unhoistableHeaders:i,hoistableHeaders:g});h.sessionToken&&(c.query[TOKEN_QUERY_PARAM]=h.sessionToken),c.query[ALGORITHM_QUERY_PARAM]=ALGORITHM_IDENTIFIER,c.query[CREDENTIAL_QUERY_PARAM]=`${h.accessKeyId}/${l}`,c.query[AMZ_DATE_QUERY_PARAM]=d,c.query[EXPIRES_QUERY_PARAM]=a.toString(10);const A=getCanonicalHeaders(c,n,o);return c.query[SIGNED_HEADERS_QUERY_PARAM]=this.getCanonicalHeaderList(A),c.query[SIGNATURE_QUERY_PARAM]=await this.getSignature(d,l,this.getSigningKey(h,E,R,u),this.createCanonicalRequest(c,A,await getPayloadHash(e,this.sha256))),c}async sign(e,t){return typeof e=="string"?this.signString(e,t):e.headers&&e.payload?this.signEvent(e,t):e.message?this.signMessage(e,t):this.signRequest(e,t)}async signEvent({headers:e,payload:t},{signingDate:s=new Date,priorSignature:a,signingRegion:n,signingService:i,eventStreamCredentials:o}){const g=n??await this.regionProvider(),{shortDate:r,longDate:u}=this.formatDate(s),h=createScope(r,g,i??this.service),E=await getPayloadHash({headers:{},body:t},this.sha256),d=new this.sha256;d.update(e);const R=toHex(await d.digest()),l=[EVENT_ALGORITHM_IDENTIFIER,u,h,a,R,E].join(`
`);return this.signString(l,{signingDate:s,signingRegion:g,signingService:i,eventStreamCredentials:o})}async signMessage(e,{signingDate:t=new Date,signingRegion:s,signingService:a,eventStreamCredentials:n}){return this.signEvent({headers:this.headerFormatter.format(e.message.headers),payload:e.message.body},{signingDate:t,signingRegion:s,signingService:a,priorSignature:e.priorSignature,eventStreamCredentials:n}).then(o=>({message:e.message,signature:o}))}async signString(e,{signingDate:t=new Date,signingRegion:s,signingService:a,eventStreamCredentials:n}={}){const i=n??await this.credentialProvider();this.validateResolvedCredentials(i);const o=s??await this.regionProvider(),{shortDate:g}=this.formatDate(t),r=new this.sha256(await this.getSigningKey(i,o,g,a));return r.update(toUint8Array(e)),toHex(await r.digest())}async signRequest(e,{signingDate:t=new Date,signableHeaders:s,unsignableHeaders:a,signingRegion:n,signingService:i}={}){const o=await this.credentialProvider();this.validateResolvedCredentials(o);const g=n??await this.regionProvider(),r=prepareRequest(e),{longDate:u,shortDate:h}=this.formatDate(t),E=createScope(h,g,i??this.service);r.headers[AMZ_DATE_HEADER]=u,o.sessionToken&&(r.headers[TOKEN_HEADER]=o.sessionToken);const d=await getPayloadHash(r,this.sha256);!hasHeader(SHA256_HEADER,r.headers)&&this.applyChecksum&&(r.headers[SHA256_HEADER]=d);const R=getCanonicalHeaders(r,a,s),l=await this.getSignature(u,E,this.getSigningKey(o,g,h,i),this.createCanonicalRequest(r,R,d));return r.headers[AUTH_HEADER]=`${ALGORITHM_IDENTIFIER} Credential=${o.accessKeyId}/${E}, SignedHeaders=${this.getCanonicalHeaderList(R)}, Signature=${l}`,r}async getSignature(e,t,s,a){const n=await this.createStringToSign(e,t,a,ALGORITHM_IDENTIFIER),i=new this.sha256(await s);return i.update(toUint8Array(n)),toHex(await i.digest())}getSigningKey(e,t,s,a){return getSigningKey(this.sha256,e,s,t,a||this.service)}};
// node_modules/@smithy/signature-v4/dist-es/signature-v4a-container.js
var signatureV4aContainer={SignatureV4a:null};
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/resolveAwsSdkSigV4Config.js
var bindResolveAwsSdkSigV4Config=a=>e=>{let n=e.credentials,r=!!e.credentials,t;Object.defineProperty(e,"credentials",{set(i){i&&i!==n&&i!==t&&(r=!0),n=i;const o=normalizeCredentialProvider(e,{credentials:n,credentialDefaultProvider:e.credentialDefaultProvider}),s=bindCallerConfig(e,o);if(r&&!s.attributed){const d=typeof n=="object"&&n!==null;t=async l=>{const u=await s(l);return d&&(!u.$source||Object.keys(u.$source).length===0)?setCredentialFeature(u,"CREDENTIALS_CODE","e"):u},t.memoized=s.memoized,t.configBound=s.configBound,t.attributed=!0}else t=s},get(){return t},enumerable:!0,configurable:!0}),e.credentials=n;const{signingEscapePath:m=!0,systemClockOffset:p=e.systemClockOffset||0,sha256:C}=e;let g;return e.signer?g=normalizeProvider2(e.signer):e.regionInfoProvider?g=()=>normalizeProvider2(e.region)().then(async i=>[await e.regionInfoProvider(i,{useFipsEndpoint:await e.useFipsEndpoint(),useDualstackEndpoint:await e.useDualstackEndpoint()})||{},i]).then(([i,o])=>{const{signingRegion:s,signingService:d}=i;e.signingRegion=e.signingRegion||s||o,e.signingName=e.signingName||d||e.serviceId;const l={...e,credentials:e.credentials,region:e.signingRegion,service:e.signingName,sha256:C,uriEscapePath:m},v=e.signerConstructor||SignatureV4;return new v(l)}):g=async i=>{i=Object.assign({},{name:"sigv4",signingName:e.signingName||e.defaultSigningName,signingRegion:await normalizeProvider2(e.region)(),properties:{}},i);const o=i.signingRegion,s=i.signingName;e.signingRegion=e.signingRegion||o,e.signingName=e.signingName||s||e.serviceId;const d={...e,credentials:e.credentials,region:e.signingRegion,service:e.signingName,sha256:C,uriEscapePath:m},l=e.signerConstructor||SignatureV4;return new l(d)},Object.assign(e,{systemClockOffset:p,signingEscapePath:m,signer:g,disableClockSkewCorrection:normalizeProvider2(e.disableClockSkewCorrection??a)})};function normalizeCredentialProvider(a,{credentials:e,credentialDefaultProvider:n}){let r;return e?e?.memoized?r=e:r=memoizeIdentityProvider(e,isIdentityExpired,doesIdentityRequireRefresh):n?r=normalizeProvider2(n(Object.assign({},a,{parentClientConfig:a}))):r=async()=>{throw new Error("@aws-sdk/core::resolveAwsSdkSigV4Config - `credentials` not provided and no credentialDefaultProvider was configured.")},r.memoized=!0,r}function bindCallerConfig(a,e){if(e.configBound)return e;const n=async r=>e({...r,callerClientConfig:a});return n.memoized=e.memoized,n.configBound=!0,n}
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/clock-skew-node-config.js
var ENV_DISABLE_CLOCK_SKEW_CORRECTION="AWS_DISABLE_CLOCK_SKEW_CORRECTION",CONFIG_DISABLE_CLOCK_SKEW_CORRECTION="disable_clock_skew_correction",NODE_DISABLE_CLOCK_SKEW_CORRECTION_CONFIG_OPTIONS={environmentVariableSelector:e=>booleanSelector(e,ENV_DISABLE_CLOCK_SKEW_CORRECTION,SelectorType.ENV),configFileSelector:e=>booleanSelector(e,CONFIG_DISABLE_CLOCK_SKEW_CORRECTION,SelectorType.CONFIG),default:!1};
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/clock-skew-defaults.js
var DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION=loadConfig(NODE_DISABLE_CLOCK_SKEW_CORRECTION_CONFIG_OPTIONS);
// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/index.js
var resolveAwsSdkSigV4Config=bindResolveAwsSdkSigV4Config(DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION);
// node_modules/@aws-sdk/client-codepipeline/dist-es/auth/httpAuthSchemeProvider.js
var defaultCodePipelineHttpAuthSchemeParametersProvider=async(e,r,t)=>({operation:getSmithyContext(r).operation,region:await normalizeProvider(e.region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()});function createAwsAuthSigv4HttpAuthOption(e){return{schemeId:"aws.auth#sigv4",signingProperties:{name:"codepipeline",region:e.region},propertiesExtractor:(r,t)=>({signingProperties:{config:r,context:t}})}}var defaultCodePipelineHttpAuthSchemeProvider=e=>{const r=[];switch(e.operation){default:r.push(createAwsAuthSigv4HttpAuthOption(e))}return r},resolveHttpAuthSchemeConfig=e=>{const r=resolveAwsSdkSigV4Config(e);return Object.assign(r,{authSchemePreference:normalizeProvider(e.authSchemePreference??[])})};
// node_modules/@aws-sdk/client-codepipeline/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters=e=>Object.assign(e,{useDualstackEndpoint:e.useDualstackEndpoint??!1,useFipsEndpoint:e.useFipsEndpoint??!1,defaultSigningName:"codepipeline"}),commonParams={UseFIPS:{type:"builtInParams",name:"useFipsEndpoint"},Endpoint:{type:"builtInParams",name:"endpoint"},Region:{type:"builtInParams",name:"region"},UseDualStack:{type:"builtInParams",name:"useDualstackEndpoint"}};
// node_modules/@aws-sdk/client-codepipeline/package.json
var package_default={name:"@aws-sdk/client-codepipeline",version:"3.1138.0",description:"AWS SDK for JavaScript Codepipeline Client for Node.js, Browser and React Native",homepage:"https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-codepipeline",license:"Apache-2.0",author:{name:"AWS SDK for JavaScript Team",url:"https://aws.amazon.com/sdk-for-javascript/"},repository:{type:"git",url:"https://github.com/aws/aws-sdk-js-v3.git",directory:"clients/client-codepipeline"},files:["dist-*/**"],sideEffects:!1,main:"./dist-cjs/index.js",module:"./dist-es/index.js",browser:{"./dist-es/runtimeConfig":"./dist-es/runtimeConfig.browser"},types:"./dist-types/index.d.ts",typesVersions:{"<4.5":{"dist-types/*":["dist-types/ts3.4/*"]}},"react-native":{"./dist-es/runtimeConfig":"./dist-es/runtimeConfig.native"},scripts:{build:"concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs","build:cjs":"node ../../scripts/compilation/inline","build:es":"premove dist-es && tsc -p tsconfig.es.json","build:include:deps":'yarn g:turbo run build -F="$npm_package_name"',"build:types":"premove dist-types && tsc -p tsconfig.types.json","build:types:downlevel":"downlevel-dts dist-types dist-types/ts3.4",clean:"premove dist-cjs dist-es dist-types","extract:docs":"api-extractor run --local","generate:client":"node ../../scripts/generate-clients/single-service","test:e2e":"yarn g:vitest run -c vitest.config.e2e.mts","test:e2e:watch":"yarn g:vitest watch -c vitest.config.e2e.mts","test:index":"tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"},dependencies:{"@aws-sdk/core":"^3.978.1","@aws-sdk/credential-provider-node":"^3.972.84","@aws-sdk/types":"^3.974.6","@smithy/core":"^3.35.0","@smithy/fetch-http-handler":"^5.8.0","@smithy/node-http-handler":"^4.12.1","@smithy/types":"^4.19.0",tslib:"^2.6.2"},devDependencies:{"@tsconfig/node20":"20.1.8","@types/node":"^20.14.8",concurrently:"7.0.0","downlevel-dts":"0.10.1",premove:"4.0.0",typescript:"~7.0.2"},engines:{node:">=20.0.0"}};
// node_modules/@aws-sdk/credential-provider-node/dist-es/remoteProvider.js
var ENV_IMDS_DISABLED2="AWS_EC2_METADATA_DISABLED",remoteProvider=async e=>{const{ENV_CMDS_FULL_URI:r,ENV_CMDS_RELATIVE_URI:a,fromContainerMetadata:o,fromInstanceMetadata:t}=await import("./dist-es-5OZ3HAMK.js");if(process.env[a]||process.env[r]){e.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromHttp/fromContainerMetadata");const{fromHttp:s}=await import("./dist-es-N2O22TPM.js");return chain2(s(e),o(e))}return process.env[ENV_IMDS_DISABLED2]&&process.env[ENV_IMDS_DISABLED2]!=="false"?async()=>{throw new CredentialsProviderError("EC2 Instance Metadata Service access disabled",{logger:e.logger})}:(e.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromInstanceMetadata"),t(e))};
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
`),multipleCredentialSourceWarningEmitted=!0)),new CredentialsProviderError("AWS_PROFILE is set, skipping fromEnv provider.",{logger:e.logger,tryNextLink:!0});return e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromEnv"),fromEnv2(e)()},async r=>{e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromSSO");const{ssoStartUrl:o,ssoAccountId:a,ssoRegion:t,ssoRoleName:d,ssoSession:s}=e;if(!o&&!a&&!t&&!d&&!s)throw new CredentialsProviderError("Skipping SSO provider in default chain (inputs do not include SSO fields).",{logger:e.logger});const{fromSSO:n}=await import("./dist-es-CKB4EPZZ.js");return n(e)(r)},async r=>{e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromIni");const{fromIni:o}=await import("./dist-es-GY27VKDI.js");return o(e)(r)},async r=>{e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromProcess");const{fromProcess:o}=await import("./dist-es-TZEXKYUP.js");return o(e)(r)},async r=>{e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromTokenFile");const{fromTokenFile:o}=await import("./dist-es-IHNQSAGN.js");return o(e)(r)},async()=>(e.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::remoteProvider"),(await remoteProvider(e))()),async()=>{throw new CredentialsProviderError("Could not load credentials from any providers",{tryNextLink:!1,logger:e.logger})}],credentialsTreatedAsExpired),credentialsTreatedAsExpired=e=>e?.expiration!==void 0&&e.expiration.getTime()-Date.now()<3e5;
// node_modules/@smithy/node-http-handler/dist-es/build-abort-error.js
function buildAbortError(r){const o=r&&typeof r=="object"&&"reason"in r?r.reason:void 0;if(o){if(o instanceof Error){const e=new Error("Request aborted");return e.name="AbortError",e.cause=o,e}const n=new Error(String(o));return n.name="AbortError",n}const t=new Error("Request aborted");return t.name="AbortError",t}
// node_modules/@smithy/node-http-handler/dist-es/constants.js
var NODEJS_TIMEOUT_ERROR_CODES2=["ECONNRESET","EPIPE","ETIMEDOUT"];
// node_modules/@smithy/node-http-handler/dist-es/get-transformed-headers.js
var getTransformedHeaders=r=>{const e={};for(const n in r){if(!hasOwn(r,n))continue;const a=r[n];e[n]=Array.isArray(a)?a.join(","):a}return e};
// node_modules/@smithy/node-http-handler/dist-es/node-https.js
const node_https=process.getBuiltinModule("https");
// node_modules/@smithy/node-http-handler/dist-es/timing.js
var timing={setTimeout:(e,t)=>setTimeout(e,t),clearTimeout:e=>clearTimeout(e)};
// node_modules/@smithy/node-http-handler/dist-es/set-connection-timeout.js
var DEFER_EVENT_LISTENER_TIME=1e3,setConnectionTimeout=(e,c,t=0)=>{if(!t)return-1;const i=s=>{const n=timing.setTimeout(()=>{e.destroy(),c(Object.assign(new Error(`@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of ${t} ms.`),{name:"TimeoutError"}))},t-s),o=r=>{r?.connecting?r.on("connect",()=>{timing.clearTimeout(n)}):timing.clearTimeout(n)};e.socket?o(e.socket):e.on("socket",o)};return t<2e3?(i(0),0):timing.setTimeout(i.bind(null,DEFER_EVENT_LISTENER_TIME),DEFER_EVENT_LISTENER_TIME)};
// node_modules/@smithy/node-http-handler/dist-es/set-request-timeout.js
var setRequestTimeout=(i,s,e=0,t,o)=>e?timing.setTimeout(()=>{let r=`@smithy/node-http-handler - [${t?"ERROR":"WARN"}] a request has exceeded the configured ${e} ms requestTimeout.`;if(t){const n=Object.assign(new Error(r),{name:"TimeoutError",code:"ETIMEDOUT"});i.destroy(n),s(n)}else r+=" Init client requestHandler with throwOnRequestTimeout=true to turn this into an error.",o?.warn?.(r)},e):-1;
// node_modules/@smithy/node-http-handler/dist-es/set-socket-keep-alive.js
var DEFER_EVENT_LISTENER_TIME2=3e3,setSocketKeepAlive=(t,{keepAlive:e,keepAliveMsecs:r},i=DEFER_EVENT_LISTENER_TIME2)=>{if(e!==!0)return-1;const n=()=>{t.socket?t.socket.setKeepAlive(e,r||0):t.on("socket",o=>{o.setKeepAlive(e,r||0)})};return i===0?(n(),0):timing.setTimeout(n,i)};
// node_modules/@smithy/node-http-handler/dist-es/resolve-default-socket-timeout.js
var resolveDefaultSocketTimeout=t=>{const e=t?.defaultSocketTimeout;return typeof e=="number"&&Number.isFinite(e)&&e>0?e:void 0};
// node_modules/@smithy/node-http-handler/dist-es/set-socket-timeout.js
var DEFER_EVENT_LISTENER_TIME3=3e3,setSocketTimeout=(o,c,t=0,s=!1)=>{if(!Number.isFinite(t)||t<=0)return;let n;o.once("response",e=>n=e);const i=()=>{if(n?.complete){o.socket?.destroy();return}const e=Object.assign(new Error(`@smithy/node-http-handler - the request socket timed out after ${t} ms of inactivity (${s?"service default socket timeout":"configured by client requestHandler"}).`),{name:"TimeoutError"});n?.destroy(e),o.destroy(),c(e)},r=()=>{const{socket:e}=o;e?e.connecting?e.once("connect",r):(e.setTimeout(t,i),o.on("close",()=>e.removeListener("timeout",i))):o.once("socket",r)};if(t<6e3){r();return}const m=timing.setTimeout(r,DEFER_EVENT_LISTENER_TIME3);o.once("close",()=>timing.clearTimeout(m))};
// node_modules/@smithy/node-http-handler/dist-es/write-request-body.js
const{Readable:Readable6}=process.getBuiltinModule("stream");var MIN_WAIT_TIME=6e3;async function writeRequestBody(n,e,f=MIN_WAIT_TIME,o=!1){const i=e.headers,c=i?i.Expect||i.expect:void 0;let t=-1,a=!0;!o&&c==="100-continue"&&(a=await Promise.race([new Promise(r=>{t=Number(timing.setTimeout(()=>r(!0),Math.max(MIN_WAIT_TIME,f)))}),new Promise(r=>{n.on("continue",()=>{timing.clearTimeout(t),r(!0)}),n.on("response",()=>{timing.clearTimeout(t),r(!1)}),n.on("error",()=>{timing.clearTimeout(t),r(!1)})})])),a&&writeBody(n,e.body)}function writeBody(n,e){if(e instanceof Readable6){e.pipe(n);return}if(e){const f=Buffer.isBuffer(e);if(f||typeof e=="string"){f&&e.byteLength===0?n.end():n.end(e);return}const i=e;if(typeof i=="object"&&i.buffer&&typeof i.byteOffset=="number"&&typeof i.byteLength=="number"){n.end(Buffer.from(i.buffer,i.byteOffset,i.byteLength));return}n.end(Buffer.from(e));return}n.end()}
// node_modules/@smithy/node-http-handler/dist-es/node-http-handler.js
var hAgent=void 0,hRequest=void 0,NodeHttpHandler=class b{config;configProvider;socketWarningTimestamp=0;externalAgent=!1;metadata={handlerProtocol:"http/1.1"};static create(e){return typeof e?.handle=="function"?e:new b(e)}static checkSocketUsage(e,t,s=console){const{sockets:n,requests:h,maxSockets:i}=e;if(typeof i!="number"||i===1/0||Date.now()-15e3<t)return t;if(n&&h)for(const c in n){if(!hasOwn(n,c))continue;const a=n[c]?.length??0,u=h[c]?.length??0;if(a>=i&&u>=2*i)return s?.warn?.(`@smithy/node-http-handler:WARN - socket usage at capacity=${a} and ${u} additional requests are enqueued.
See https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-maxsockets.html
or increase socketAcquisitionWarningTimeout=(millis) in the NodeHttpHandler config.`),Date.now()}return t}constructor(e){this.configProvider=new Promise((t,s)=>{typeof e=="function"?e().then(n=>{t(this.resolveDefaultConfig(n))}).catch(s):t(this.resolveDefaultConfig(e))})}destroy(){this.config?.httpAgent?.destroy(),this.config?.httpsAgent?.destroy()}async handle(e,{abortSignal:t,requestTimeout:s}={}){this.config||(this.config=await this.configProvider);const n=this.config,h=n.logger,i=e.protocol==="https:";return!i&&!this.config.httpAgent&&(this.config.httpAgent=await this.config.httpAgentProvider()),new Promise((f,c)=>{let a,u=-1,g=-1,v=-1,m=-1;const p=()=>{timing.clearTimeout(u),timing.clearTimeout(g),timing.clearTimeout(v),timing.clearTimeout(m)},k=async o=>{await a,p(),f(o)},l=async o=>{await a,p(),c(o)};if(t?.aborted){const o=buildAbortError(t);l(o);return}const y=e.headers,H=y?(y.Expect??y.expect)==="100-continue":!1;let w=i?n.httpsAgent:n.httpAgent;H&&!this.externalAgent&&(w=new(i?node_https.Agent:hAgent)({keepAlive:!1,maxSockets:1/0})),u=timing.setTimeout(()=>{this.socketWarningTimestamp=b.checkSocketUsage(w,this.socketWarningTimestamp,h)},n.socketAcquisitionWarningTimeout??(n.requestTimeout??2e3)+(n.connectionTimeout??1e3));const E=e.query?buildQueryString(e.query):"";let P;if(e.username!=null||e.password!=null){const o=e.username??"",d=e.password??"";P=`${o}:${d}`}let S=e.path;E&&(S+=`?${E}`),e.fragment&&(S+=`#${e.fragment}`);let T=e.hostname??"";T[0]==="["&&T.endsWith("]")?T=e.hostname.slice(1,-1):T=e.hostname;const R={headers:e.headers,host:T,method:e.method,path:S,port:e.port,agent:w,auth:P},r=(i?node_https.request:hRequest)(R,o=>{const d=new HttpResponse({statusCode:o.statusCode||-1,reason:o.statusMessage,headers:getTransformedHeaders(o.headers),body:o});k({response:d})});if(r.on("error",o=>{NODEJS_TIMEOUT_ERROR_CODES2.includes(o.code)?l(Object.assign(o,{name:"TimeoutError"})):l(o)}),t){const o=()=>{r.destroy();const d=buildAbortError(t);l(d)};if(typeof t.addEventListener=="function"){const d=t;d.addEventListener("abort",o,{once:!0}),r.once("close",()=>d.removeEventListener("abort",o))}else t.onabort=o}const x=s??n.requestTimeout;g=setConnectionTimeout(r,l,n.connectionTimeout),v=setRequestTimeout(r,l,x,n.throwOnRequestTimeout,h??console);const C=n.socketTimeout===void 0?resolveDefaultSocketTimeout(n):void 0;C?setSocketTimeout(r,l,C,!0):setSocketTimeout(r,l,n.socketTimeout);const A=R.agent;typeof A=="object"&&"keepAlive"in A&&(m=setSocketKeepAlive(r,{keepAlive:A.keepAlive,keepAliveMsecs:A.keepAliveMsecs})),a=writeRequestBody(r,e,x,this.externalAgent).catch(o=>(p(),c(o)))})}updateHttpClientConfig(e,t){this.config=void 0,this.configProvider=this.configProvider.then(s=>{switch(e){case Symbol.for("logger"):e="logger",t=s.logger??t;break;case Symbol.for("@smithy/defaultSocketTimeout"):e="defaultSocketTimeout",t=resolveDefaultSocketTimeout(s)??t;break}return{...s,[e]:t}})}httpHandlerConfigs(){return this.config??{}}resolveDefaultConfig(e){const{requestTimeout:t,connectionTimeout:s,socketTimeout:n,socketAcquisitionWarningTimeout:h,httpAgent:i,httpsAgent:f,throwOnRequestTimeout:c,logger:a}=e||{},u=!0,g=50;let v;return{connectionTimeout:s,requestTimeout:t,socketTimeout:n,defaultSocketTimeout:resolveDefaultSocketTimeout(e),socketAcquisitionWarningTimeout:h,throwOnRequestTimeout:c,httpAgentProvider:()=>v??=(async()=>{const m=await Promise.resolve(process.getBuiltinModule("http")),{Agent:p,request:k}=m.default??m;return hRequest=k,hAgent=p,i instanceof hAgent||typeof i?.destroy=="function"?(this.externalAgent=!0,i):new hAgent({keepAlive:u,maxSockets:g,...i})})(),httpsAgent:f instanceof node_https.Agent||typeof f?.destroy=="function"?(this.externalAgent=!0,f):new node_https.Agent({keepAlive:u,maxSockets:g,...f}),logger:a}}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/ProtocolLib.js
var ProtocolLib=class{queryCompat;errorRegistry;constructor(e=!1){this.queryCompat=e}resolveRestContentType(e,s){const o=s.getMemberSchemas(),r=Object.values(o).find(t=>!!t.getMergedTraits().httpPayload);if(r){const t=r.getMergedTraits().mediaType;return t||(r.isStringSchema()?"text/plain":r.isBlobSchema()?"application/octet-stream":e)}else if(!s.isUnitSchema()&&Object.values(o).find(i=>{const{httpQuery:c,httpQueryParams:n,httpHeader:a,httpLabel:y,httpPrefixHeaders:h}=i.getMergedTraits();return!c&&!n&&!a&&!y&&h===void 0}))return e}async getErrorSchemaOrThrowBaseException(e,s,o,r,t,i){let c=e;e.includes("#")&&([,c]=e.split("#"));const n={$metadata:t,$fault:o.statusCode<500?"client":"server"};if(!this.errorRegistry)throw new Error("@aws-sdk/core/protocols - error handler not initialized.");try{return{errorSchema:i?.(this.errorRegistry,c)??this.errorRegistry.getSchema(e),errorMetadata:n}}catch{r.message=r.message??r.Message??"UnknownError";const y=this.errorRegistry,h=y.getBaseException();if(h){const m=y.getErrorCtor(h)??Error;throw this.decorateServiceException(Object.assign(new m({name:c}),n),r)}const g=r,d=g?.message??g?.Message??g?.Error?.Message??g?.Error?.message;throw this.decorateServiceException(Object.assign(new Error(d),{name:c},n),r)}}compose(e,s,o){let r=o;s.includes("#")&&([r]=s.split("#"));const t=TypeRegistry.for(r),i=TypeRegistry.for("smithy.ts.sdk.synthetic."+o);e.copyFrom(t),e.copyFrom(i),this.errorRegistry=e}decorateServiceException(e,s={}){if(this.queryCompat){const o=e.Message??s.Message,r=decorateServiceException(e,s);o&&(r.message=o);const t=r.Error??{};t.Type=r.Error?.Type,t.Code=r.Error?.Code,t.Message=r.Error?.message??r.Error?.Message??o,r.Error=t;const i=r.$metadata.requestId;return i&&(r.RequestId=i),r}return decorateServiceException(e,s)}setQueryCompatError(e,s){const o=s.headers?.["x-amzn-query-error"];if(e!==void 0&&o!=null){const[r,t]=o.split(";"),i=Object.keys(e),c={Code:r,Type:t};e.Code=r,e.Type=t;for(let n=0;n<i.length;n++){const a=i[n];c[a==="message"?"Message":a]=e[a]}delete c.__type,e.Error=c}}queryCompatOutput(e,s){e.Error&&(s.Error=e.Error),e.Type&&(s.Type=e.Type),e.Code&&(s.Code=e.Code)}findQueryCompatibleError(e,s){try{return e.getSchema(s)}catch{return e.find(r=>NormalizedSchema.of(r).getMergedTraits().awsQueryError?.[0]===s)}}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/json/AwsJsonRpcProtocol.js
var AwsJsonRpcProtocol=class extends RpcProtocol{serializer;deserializer;serviceTarget;codec;mixin;awsQueryCompatible;constructor({defaultNamespace:i,errorTypeRegistries:t,serviceTarget:r,awsQueryCompatible:e,jsonCodec:o}){super({defaultNamespace:i,errorTypeRegistries:t}),this.serviceTarget=r,this.codec=o??new JsonCodec2({timestampFormat:{useTrait:!0,default:7},jsonName:!1}),this.serializer=this.codec.createSerializer(),this.deserializer=this.codec.createDeserializer(),this.awsQueryCompatible=!!e,this.mixin=new ProtocolLib(this.awsQueryCompatible)}async serializeRequest(i,t,r){const e=await super.serializeRequest(i,t,r);return e.path.endsWith("/")||(e.path+="/"),e.headers["content-type"]=`application/x-amz-json-${this.getJsonRpcVersion()}`,e.headers["x-amz-target"]=`${this.serviceTarget}.${i.name}`,this.awsQueryCompatible&&(e.headers["x-amzn-query-mode"]="true"),(deref(i.input)==="unit"||!e.body)&&(e.body="{}"),e}getPayloadCodec(){return this.codec}async handleError(i,t,r,e,o){const{awsQueryCompatible:s}=this;s&&this.mixin.setQueryCompatError(e,r);const c=loadJsonRpcErrorCode(r,e,s)??"Unknown";this.mixin.compose(this.compositeErrorRegistry,c,this.options.defaultNamespace);const{errorSchema:m,errorMetadata:l}=await this.mixin.getErrorSchemaOrThrowBaseException(c,this.options.defaultNamespace,r,e,o,s?this.mixin.findQueryCompatibleError:void 0),h=NormalizedSchema.of(m),p=e.message??e.Message??"UnknownError",u=this.compositeErrorRegistry.getErrorCtor(m)??Error,d=new u({}),a={},y=this.codec.createDeserializer();for(const[n,g]of h.structIterator())e[n]!=null&&(a[n]=y.readObject(g,e[n]));throw s&&this.mixin.queryCompatOutput(e,a),this.mixin.decorateServiceException(Object.assign(d,l,{$fault:h.getMergedTraits().error,message:p},a),e)}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/json/AwsJson1_1Protocol.js
var AwsJson1_1Protocol=class extends AwsJsonRpcProtocol{constructor({defaultNamespace:e,errorTypeRegistries:r,serviceTarget:o,awsQueryCompatible:s,jsonCodec:t}){super({defaultNamespace:e,errorTypeRegistries:r,serviceTarget:o,awsQueryCompatible:s,jsonCodec:t})}getShapeId(){return"aws.protocols#awsJson1_1"}getJsonRpcVersion(){return"1.1"}getDefaultContentType(){return"application/x-amz-json-1.1"}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/json/AwsRestJsonProtocol.js
var AwsRestJsonProtocol=class extends HttpBindingProtocol{serializer;deserializer;codec;mixin=new ProtocolLib;constructor({defaultNamespace:t,errorTypeRegistries:o,jsonCodec:r}){super({defaultNamespace:t,errorTypeRegistries:o});const e={timestampFormat:{useTrait:!0,default:7},httpBindings:!0,jsonName:!0};this.codec=r??new JsonCodec2(e),this.serializer=new HttpInterceptingShapeSerializer(this.codec.createSerializer(),e),this.deserializer=new HttpInterceptingShapeDeserializer(this.codec.createDeserializer(),e)}getShapeId(){return"aws.protocols#restJson1"}getPayloadCodec(){return this.codec}setSerdeContext(t){this.codec.setSerdeContext(t),super.setSerdeContext(t)}async serializeRequest(t,o,r){const e=await super.serializeRequest(t,o,r),i=NormalizedSchema.of(t.input);if(!e.headers["content-type"]){const s=this.mixin.resolveRestContentType(this.getDefaultContentType(),i);s&&(e.headers["content-type"]=s)}return e.body==null&&e.headers["content-type"]===this.getDefaultContentType()&&(e.body="{}"),e}async deserializeResponse(t,o,r){const e=await super.deserializeResponse(t,o,r),i=NormalizedSchema.of(t.output);for(const[s,n]of i.structIterator())n.getMemberTraits().httpPayload&&!(s in e)&&(e[s]=null);return e}async handleError(t,o,r,e,i){const s=loadRestJsonErrorCode(r,e)??"Unknown";this.mixin.compose(this.compositeErrorRegistry,s,this.options.defaultNamespace);const{errorSchema:n,errorMetadata:u}=await this.mixin.getErrorSchemaOrThrowBaseException(s,this.options.defaultNamespace,r,e,i),a=NormalizedSchema.of(n),d=e.message??e.Message??"UnknownError",h=this.compositeErrorRegistry.getErrorCtor(n)??Error,m=new h({});await this.deserializeHttpMessage(n,o,r,e);const c={},g=this.codec.createDeserializer();for(const[p,l]of a.structIterator()){const f=l.getMergedTraits().jsonName??p;c[p]=g.readObject(l,e[f])}throw this.mixin.decorateServiceException(Object.assign(m,u,{$fault:a.getMergedTraits().error,message:d},c),e)}getDefaultContentType(){return"application/json"}};
// node_modules/@aws-sdk/xml-builder/dist-es/escape-attribute.js
var ATTR_ESCAPE_RE=/[&<>"]/g,ATTR_ESCAPE_MAP={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;"};function escapeAttribute(t){return t.replace(ATTR_ESCAPE_RE,e=>ATTR_ESCAPE_MAP[e])}
// node_modules/@aws-sdk/xml-builder/dist-es/escape-element.js
var ELEMENT_ESCAPE_RE=/[&"'<>\r\n\u0085\u2028]/g,ELEMENT_ESCAPE_MAP={"&":"&amp;",'"':"&quot;","'":"&apos;","<":"&lt;",">":"&gt;","\r":"&#x0D;","\n":"&#x0A;","\x85":"&#x85;","\u2028":"&#x2028;"};function escapeElement(E){return E.replace(ELEMENT_ESCAPE_RE,e=>ELEMENT_ESCAPE_MAP[e])}
// node_modules/@aws-sdk/xml-builder/dist-es/XmlText.js
var XmlText=class{value;constructor(e){this.value=e}toString(){return escapeElement(""+this.value)}};
// node_modules/@aws-sdk/xml-builder/dist-es/XmlNode.js
var XmlNode=class h{name;children;attributes={};static of(t,e,n){const i=new h(t);return e!==void 0&&i.addChildNode(new XmlText(e)),n!==void 0&&i.withName(n),i}constructor(t,e=[]){this.name=t,this.children=e}withName(t){return this.name=t,this}addAttribute(t,e){return this.attributes[t]=e,this}addChildNode(t){return this.children.push(t),this}removeAttribute(t){return delete this.attributes[t],this}n(t){return this.name=t,this}c(t){return this.children.push(t),this}a(t,e){return e!=null&&(this.attributes[t]=e),this}cc(t,e,n=e){if(t[e]!=null){const i=h.of(e,t[e]).withName(n);this.c(i)}}l(t,e,n,i){t[e]!=null&&i().map(r=>{r.withName(n),this.c(r)})}lc(t,e,n,i){if(t[e]!=null){const s=i(),r=new h(n);s.map(o=>{r.c(o)}),this.c(r)}}toString(){const t=!!this.children.length;let e=`<${this.name}`;const n=this.attributes;for(const i of Object.keys(n)){const s=n[i];s!=null&&(e+=` ${i}="${escapeAttribute(""+s)}"`)}return e+=t?`>${this.children.map(i=>i.toString()).join("")}</${this.name}>`:"/>"}};
// node_modules/@aws-sdk/xml-builder/dist-es/xml-parser.js
function writeKey2(a){Object.defineProperty(a,"__proto__",{value:void 0,writable:!0,enumerable:!0,configurable:!0})}function parseXML(a){return new AwsXmlParser(a).parse()}var AwsXmlParser=class f{x;i=0;z;constructor(e){this.x=e,this.x=e.replace(/\r\n?/g,`
`),this.z=this.x.length}parse(){const e=this,{z:r}=e;for(;e.i<r&&(e.trim(),!(e.i>=r));)if(e.isNext("<?"))e.readTo("?>"),e.trim();else if(e.isNext("<!--"))e.readTo("-->"),e.trim();else if(e.isNext("<!DOCTYPE",!1))e.skipDoctype(),e.trim();else if(e.x[e.i]==="<"){const i=e.parseTag();return{[i.tag]:i.value}}else throw new Error("@aws-sdk XML parse error: unexpected content.");throw new Error("@aws-sdk XML parse error: no root element.")}isNext(e,r=!0){const i=this;return r?i.x.startsWith(e,i.i):i.x.toLowerCase().startsWith(e.toLowerCase(),i.i)}readTo(e){const r=this,i=r.x.indexOf(e,r.i);if(i===-1)throw new Error(`@aws-sdk XML parse error: expected "${e}" not found.`);const o=r.x.slice(r.i,i);return r.i=i+e.length,o}trim(){const e=this;for(;e.i<e.z&&` 	\r
`.includes(e.x[e.i]);)++e.i}readAttrValue(){const e=this,r=e.x[e.i];++e.i;let i="";for(;e.i<e.z&&e.x[e.i]!==r;)i+=e.x[e.i++];return++e.i,e.decodeEntities(i)}parseTag(){const e=this;++e.i;let r="";for(;e.i<e.z&&!` 	\r
>/`.includes(e.x[e.i]);)r+=e.x[e.i++];let i=!1;const o={};for(;e.i<e.z&&(e.trim(),!">/".includes(e.x[e.i]));){let t="";for(;e.i<e.z&&!`= 	\r
>/?`.includes(e.x[e.i]);)t+=e.x[e.i++];if(e.trim(),e.x[e.i]!=="=")break;++e.i,e.trim(),t==="__proto__"&&writeKey2(o),o[t]=e.readAttrValue(),i=!0}if(e.i>=e.z)throw new Error("@aws-sdk XML parse error: unexpected end of input.");if(e.x[e.i]==="/"){if(++e.i,e.i>=e.z||e.x[e.i]!==">")throw new Error("@aws-sdk XML parse error: expected > at the end of self-closing tag.");return++e.i,{tag:r,value:i?o:""}}if(e.x[e.i]!==">")throw new Error("@aws-sdk XML parse error: expected > at the end of opening tag.");++e.i;const n=[],c=[];let l=!1;for(;e.i<e.z&&!e.isNext("</");)if(e.x[e.i]==="<")e.isNext("<!--")?e.readTo("-->"):e.isNext("<![CDATA[")?(e.i+=9,n.push(e.readTo("]]>"))):e.isNext("<?")?e.readTo("?>"):(l=!0,c.push(e.parseTag()));else{let t="";for(;e.i<e.z&&e.x[e.i]!=="<";)t+=e.x[e.i++];n.push(e.decodeEntities(t))}if(!e.isNext("</"))throw new Error(`@aws-sdk XML parse error: missing closing tag </${r}>.`);e.i+=2;const u=e.readTo(">").trim();if(u!==r)throw new Error(`@aws-sdk XML parse error: mismatched tags <${r}> and </${u}>.`);if(!i&&n.length===0&&!l)return{tag:r,value:""};if(!i&&!l){const t=n.length===1?n[0]:n.join("");return t.trim()===""&&t.includes(`
`)?{tag:r,value:""}:{tag:r,value:t}}const s={};for(const t of n)t.trim()===""&&t.includes(`
`)||(s["#text"]="#text"in s?s["#text"]+t:t);for(const t of c)t.tag==="__proto__"&&writeKey2(s),t.tag in s?Array.isArray(s[t.tag])?s[t.tag].push(t.value):s[t.tag]=[s[t.tag],t.value]:s[t.tag]=t.value;for(const[t,d]of Object.entries(o))t==="__proto__"&&writeKey2(s),s[t]=d;return{tag:r,value:s}}static ENTITIES={amp:"&",lt:"<",gt:">",quot:'"',apos:"'"};skipDoctype(){const e=this;e.i+=9;let r=0;for(;e.i<e.z;){const i=e.x[e.i];if(i==="[")++r;else if(i==="]")--r;else if(i===">"&&r===0){++e.i;return}++e.i}throw new Error("@aws-sdk XML parse error: unclosed DOCTYPE.")}decodeEntities(e){return e.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z0-9]{0,30}));/g,(r,i,o,n)=>i?String.fromCharCode(parseInt(i,16)):o?String.fromCharCode(parseInt(o,10)):f.ENTITIES[n]??"")}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/ConfigurableSerdeContext.js
var SerdeContextConfig2=class{serdeContext;setSerdeContext(e){this.serdeContext=e}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/UnionSerde.js
var UnionSerde2=class{from;to;keys;constructor(t,s){this.from=t,this.to=s;const n=Object.keys(this.from),e=new Set(n);e.delete("__type"),this.keys=e}mark(t){this.keys.delete(t)}hasUnknown(){return this.keys.size===1&&Object.keys(this.to).length===0}writeUnknown(){if(this.hasUnknown()){const t=this.keys.values().next().value,s=this.from[t];this.to.$unknown=[t,s]}}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/writeKey.js
function writeKey3(e){Object.defineProperty(e,"__proto__",{value:void 0,writable:!0,enumerable:!0,configurable:!0})}
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/xml/XmlShapeDeserializer.js
var XmlShapeDeserializer=class extends SerdeContextConfig2{settings;stringDeserializer;constructor(s){super(),this.settings=s,this.stringDeserializer=new FromStringShapeDeserializer(s)}setSerdeContext(s){this.serdeContext=s,this.stringDeserializer.setSerdeContext(s)}read(s,e,t){const m=NormalizedSchema.of(s),i=m.getMemberSchemas();if(m.isStructSchema()&&m.isMemberSchema()&&!!Object.values(i).find(n=>!!n.getMemberTraits().eventPayload)){const n={},r=Object.keys(i)[0];return i[r].isBlobSchema()?n[r]=e:n[r]=this.read(i[r],e),n}const c=(this.serdeContext?.utf8Encoder??toUtf8)(e),a=this.parseXml(c);return this.readSchema(s,t?a[t]:a)}readSchema(s,e){const t=NormalizedSchema.of(s);if(t.isUnitSchema())return;const m=t.getMergedTraits();if(t.isListSchema()&&!Array.isArray(e))return this.readSchema(t,[e]);if(e==null)return e;if(typeof e=="object"){const i=!!m.xmlFlattened;if(t.isListSchema()){const c=t.getValueSchema(),a=[],n=c.getMergedTraits().xmlName??"member",r=i?e:(e[0]??e)[n];if(r==null)return a;const f=Array.isArray(r)?r:[r];for(const h of f)a.push(this.readSchema(c,h));return a}const o={};if(t.isMapSchema()){const c=t.getKeySchema(),a=t.getValueSchema();let n;i?n=Array.isArray(e)?e:[e]:n=Array.isArray(e.entry)?e.entry:[e.entry];const r=c.getMergedTraits().xmlName??"key",f=a.getMergedTraits().xmlName??"value";for(const h of n){const d=h[r],S=h[f];d==="__proto__"&&writeKey3(o),o[d]=this.readSchema(a,S)}return o}if(t.isStructSchema()){const c=t.isUnionSchema();let a;c&&(a=new UnionSerde2(e,o));for(const[n,r]of t.structIterator()){const f=r.getMergedTraits(),h=f.httpPayload?f.xmlName??r.getName():r.getMemberTraits().xmlName??n;c&&a.mark(h),e[h]!=null&&(o[n]=this.readSchema(r,e[h]))}return c&&a.writeUnknown(),o}if(t.isDocumentSchema())return e;throw new Error(`@aws-sdk/core/protocols - xml deserializer unhandled schema type for ${t.getName(!0)}`)}return t.isListSchema()?[]:t.isMapSchema()||t.isStructSchema()?{}:this.stringDeserializer.read(t,e)}parseXml(s){if(s.length){let e;try{e=parseXML(s)}catch(o){throw o&&typeof o=="object"&&Object.defineProperty(o,"$responseBodyText",{value:s}),o}const t="#text",m=Object.keys(e)[0],i=e[m];return i[t]&&(i[m]=i[t],delete i[t]),getValueFromTextNode(i)}return{}}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/QueryShapeSerializer.js
var QueryShapeSerializer=class extends SerdeContextConfig2{settings;buffer;constructor(r){super(),this.settings=r}write(r,e,t=""){this.buffer===void 0&&(this.buffer="");const i=NormalizedSchema.of(r);if(t&&!t.endsWith(".")&&(t+="."),i.isBlobSchema())(typeof e=="string"||e instanceof Uint8Array)&&(this.writeKey(t),this.writeValue((this.serdeContext?.base64Encoder??toBase64)(e)));else if(i.isBooleanSchema()||i.isNumericSchema()||i.isStringSchema())e!=null?(this.writeKey(t),this.writeValue(String(e))):i.isIdempotencyToken()&&(this.writeKey(t),this.writeValue(generateIdempotencyToken()));else if(i.isBigIntegerSchema())e!=null&&(this.writeKey(t),this.writeValue(String(e)));else if(i.isBigDecimalSchema())e!=null&&(this.writeKey(t),this.writeValue(e instanceof NumericValue?e.string:String(e)));else if(i.isTimestampSchema()){if(e instanceof Date)switch(this.writeKey(t),determineTimestampFormat(i,this.settings)){case 5:this.writeValue(e.toISOString().replace(".000Z","Z"));break;case 6:this.writeValue(dateToUtcString(e));break;case 7:this.writeValue(String(e.getTime()/1e3));break}}else if(i.isDocumentSchema())Array.isArray(e)?this.write(79,e,t):e instanceof Date?this.write(4,e,t):e instanceof Uint8Array?this.write(21,e,t):e&&typeof e=="object"?this.write(143,e,t):(this.writeKey(t),this.writeValue(String(e)));else if(i.isListSchema()){if(Array.isArray(e))if(e.length===0)this.settings.serializeEmptyLists&&(this.writeKey(t),this.writeValue(""));else{const c=i.getValueSchema(),n=this.settings.flattenLists||i.getMergedTraits().xmlFlattened;let s=1;for(const o of e){if(o==null)continue;const a=c.getMergedTraits(),h=this.getKey("member",a.xmlName,a.ec2QueryName),m=n?`${t}${s}`:`${t}${h}.${s}`;this.write(c,o,m),++s}}}else if(i.isMapSchema()){if(e&&typeof e=="object"){const c=i.getKeySchema(),n=i.getValueSchema(),s=i.getMergedTraits().xmlFlattened;let o=1;for(const a in e){const h=e[a];if(h==null)continue;const m=c.getMergedTraits(),f=this.getKey("key",m.xmlName,m.ec2QueryName),l=s?`${t}${o}.${f}`:`${t}entry.${o}.${f}`,g=n.getMergedTraits(),y=this.getKey("value",g.xmlName,g.ec2QueryName),w=s?`${t}${o}.${y}`:`${t}entry.${o}.${y}`;this.write(c,a,l),this.write(n,h,w),++o}}}else if(i.isStructSchema()){if(e&&typeof e=="object"){let c=!1;for(const[n,s]of i.structIterator()){if(e[n]==null&&!s.isIdempotencyToken())continue;const o=s.getMergedTraits(),a=this.getKey(n,o.xmlName,o.ec2QueryName,"struct"),h=`${t}${a}`;this.write(s,e[n],h),c=!0}if(!c&&i.isUnionSchema()){const{$unknown:n}=e;if(Array.isArray(n)){const[s,o]=n,a=`${t}${s}`;this.write(15,o,a)}}}}else if(!i.isUnitSchema())throw new Error(`@aws-sdk/core/protocols - QuerySerializer unrecognized schema type ${i.getName(!0)}`)}flush(){if(this.buffer===void 0)throw new Error("@aws-sdk/core/protocols - QuerySerializer cannot flush with nothing written to buffer.");const r=this.buffer;return delete this.buffer,r}getKey(r,e,t,i){const{ec2:c,capitalizeKeys:n}=this.settings;if(c&&t)return t;const s=e??r;return n&&i==="struct"?s[0].toUpperCase()+s.slice(1):s}writeKey(r){r.endsWith(".")&&(r=r.slice(0,r.length-1)),this.buffer+=`&${extendedEncodeURIComponent(r)}=`}writeValue(r){this.buffer+=extendedEncodeURIComponent(r)}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/AwsQueryProtocol.js
var AwsQueryProtocol=class extends RpcProtocol{options;serializer;deserializer;mixin=new ProtocolLib;constructor(e){super({defaultNamespace:e.defaultNamespace,errorTypeRegistries:e.errorTypeRegistries}),this.options=e;const s={timestampFormat:{useTrait:!0,default:5},httpBindings:!1,xmlNamespace:e.xmlNamespace,serviceNamespace:e.defaultNamespace,serializeEmptyLists:!0};this.serializer=new QueryShapeSerializer(s),this.deserializer=new XmlShapeDeserializer(s)}getShapeId(){return"aws.protocols#awsQuery"}setSerdeContext(e){this.serializer.setSerdeContext(e),this.deserializer.setSerdeContext(e)}getPayloadCodec(){throw new Error("AWSQuery protocol has no payload codec.")}async serializeRequest(e,s,t){const r=await super.serializeRequest(e,s,t);r.path.endsWith("/")||(r.path+="/"),r.headers["content-type"]="application/x-www-form-urlencoded",(deref(e.input)==="unit"||!r.body)&&(r.body="");const n=e.name.split("#")[1]??e.name;return r.body=`Action=${n}&Version=${this.options.version}`+r.body,r.body.endsWith("&")&&(r.body=r.body.slice(-1)),r}async deserializeResponse(e,s,t){const r=this.deserializer,n=NormalizedSchema.of(e.output),i={};if(t.statusCode>=300){const a=await collectBody(t.body,s);a.byteLength>0&&Object.assign(i,await r.read(15,a)),await this.handleError(e,s,t,i,this.deserializeMetadata(t))}for(const a in t.headers){const l=t.headers[a];delete t.headers[a],t.headers[a.toLowerCase()]=l}const o=e.name.split("#")[1]??e.name,d=n.isStructSchema()&&this.useNestedResult()?o+"Result":void 0,c=await collectBody(t.body,s);return c.byteLength>0&&Object.assign(i,await r.read(n,c,d)),i.$metadata=this.deserializeMetadata(t),i}useNestedResult(){return!0}async handleError(e,s,t,r,n){const i=this.loadQueryErrorCode(t,r)??"Unknown";this.mixin.compose(this.compositeErrorRegistry,i,this.options.defaultNamespace);const o=this.loadQueryError(r)??{},d=this.loadQueryErrorMessage(r);o.message=d,o.Error={Type:o.Type,Code:o.Code,Message:d};const{errorSchema:c,errorMetadata:a}=await this.mixin.getErrorSchemaOrThrowBaseException(i,this.options.defaultNamespace,t,o,n,this.mixin.findQueryCompatibleError),l=NormalizedSchema.of(c),E=this.compositeErrorRegistry.getErrorCtor(c)??Error,p=new E({}),u={Type:o.Error.Type,Code:o.Error.Code,Error:o.Error};for(const[h,y]of l.structIterator()){const m=y.getMergedTraits().xmlName??h,g=o[m]??r[m];u[h]=this.deserializer.readSchema(y,g)}throw this.mixin.decorateServiceException(Object.assign(p,a,{$fault:l.getMergedTraits().error,message:d},u),r)}loadQueryErrorCode(e,s){const t=(s.Errors?.[0]?.Error??s.Errors?.Error??s.Error)?.Code;if(t!==void 0)return t;if(e.statusCode==404)return"NotFound"}loadQueryError(e){return e.Errors?.[0]?.Error??e.Errors?.Error??e.Error}loadQueryErrorMessage(e){const s=this.loadQueryError(e);return s?.message??s?.Message??e.message??e.Message??"Unknown"}getDefaultContentType(){return"application/x-www-form-urlencoded"}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/xml/parseXmlBody.js
var loadRestXmlErrorCode=(o,r)=>{if(r?.Error?.Code!==void 0)return r.Error.Code;if(r?.Code!==void 0)return r.Code;if(o.statusCode==404)return"NotFound"};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/xml/XmlShapeSerializer.js
var XmlShapeSerializer=class extends SerdeContextConfig2{settings;stringBuffer;byteBuffer;buffer;constructor(t){super(),this.settings=t}write(t,e){const s=NormalizedSchema.of(t);if(s.isStringSchema()&&typeof e=="string")this.stringBuffer=e;else if(s.isBlobSchema())this.byteBuffer="byteLength"in e?e:(this.serdeContext?.base64Decoder??fromBase64)(e);else{this.buffer=this.writeStruct(s,e,void 0);const r=s.getMergedTraits();r.httpPayload&&!r.xmlName&&this.buffer.withName(s.getName())}}flush(){if(this.byteBuffer!==void 0){const e=this.byteBuffer;return delete this.byteBuffer,e}if(this.stringBuffer!==void 0){const e=this.stringBuffer;return delete this.stringBuffer,e}const t=this.buffer;return this.settings.xmlNamespace&&(t?.attributes?.xmlns||t.addAttribute("xmlns",this.settings.xmlNamespace)),delete this.buffer,t.toString()}writeStruct(t,e,s){const r=t.getMergedTraits(),n=t.isMemberSchema()&&!r.httpPayload?t.getMemberTraits().xmlName??t.getMemberName():r.xmlName??t.getName();if(!n||!t.isStructSchema())throw new Error(`@aws-sdk/core/protocols - xml serializer, cannot write struct with empty name or non-struct, schema=${t.getName(!0)}.`);const o=XmlNode.of(n),[h,c]=this.getXmlnsAttribute(t,s);for(const[m,i]of t.structIterator()){const l=e[m];if(l!=null||i.isIdempotencyToken()){if(i.getMergedTraits().xmlAttribute){o.addAttribute(i.getMergedTraits().xmlName??m,this.writeSimple(i,l));continue}if(i.isListSchema())this.writeList(i,l,o,c);else if(i.isMapSchema())this.writeMap(i,l,o,c);else if(i.isStructSchema())o.addChildNode(this.writeStruct(i,l,c));else{const a=XmlNode.of(i.getMergedTraits().xmlName??i.getMemberName());this.writeSimpleInto(i,l,a,c),o.addChildNode(a)}}}const{$unknown:d}=e;if(d&&t.isUnionSchema()&&Array.isArray(d)&&Object.keys(e).length===1){const[m,i]=d,l=XmlNode.of(m);if(typeof i!="string")if(e instanceof XmlNode||e instanceof XmlText)o.addChildNode(e);else throw new Error("@aws-sdk - $unknown union member in XML requires value of type string, @aws-sdk/xml-builder::XmlNode or XmlText.");this.writeSimpleInto(0,i,l,c),o.addChildNode(l)}return c&&o.addAttribute(h,c),o}writeList(t,e,s,r){if(!t.isMemberSchema())throw new Error(`@aws-sdk/core/protocols - xml serializer, cannot write non-member list: ${t.getName(!0)}`);const n=t.getMergedTraits(),o=t.getValueSchema(),h=o.getMergedTraits(),c=!!h.sparse,d=!!n.xmlFlattened,[m,i]=this.getXmlnsAttribute(t,r),l=(a,f)=>{if(o.isListSchema())this.writeList(o,Array.isArray(f)?f:[f],a,i);else if(o.isMapSchema())this.writeMap(o,f,a,i);else if(o.isStructSchema()){const w=this.writeStruct(o,f,i);a.addChildNode(w.withName(d?n.xmlName??t.getMemberName():h.xmlName??"member"))}else{const w=XmlNode.of(d?n.xmlName??t.getMemberName():h.xmlName??"member");this.writeSimpleInto(o,f,w,i),a.addChildNode(w)}};if(d)for(const a of e)(c||a!=null)&&l(s,a);else{const a=XmlNode.of(n.xmlName??t.getMemberName());i&&a.addAttribute(m,i);for(const f of e)(c||f!=null)&&l(a,f);s.addChildNode(a)}}writeMap(t,e,s,r,n=!1){if(!t.isMemberSchema())throw new Error(`@aws-sdk/core/protocols - xml serializer, cannot write non-member map: ${t.getName(!0)}`);const o=t.getMergedTraits(),h=t.getKeySchema(),d=h.getMergedTraits().xmlName??"key",m=t.getValueSchema(),i=m.getMergedTraits(),l=i.xmlName??"value",a=!!i.sparse,f=!!o.xmlFlattened,[w,u]=this.getXmlnsAttribute(t,r),b=(g,S,N)=>{const p=XmlNode.of(d,S),[T,y]=this.getXmlnsAttribute(h,u);y&&p.addAttribute(T,y),g.addChildNode(p);let x=XmlNode.of(l);m.isListSchema()?this.writeList(m,N,x,u):m.isMapSchema()?this.writeMap(m,N,x,u,!0):m.isStructSchema()?x=this.writeStruct(m,N,u):this.writeSimpleInto(m,N,x,u),g.addChildNode(x)};if(f)for(const g in e){const S=e[g];if(a||S!=null){const N=XmlNode.of(o.xmlName??t.getMemberName());b(N,g,S),s.addChildNode(N)}}else{let g;n||(g=XmlNode.of(o.xmlName??t.getMemberName()),u&&g.addAttribute(w,u),s.addChildNode(g));for(const S in e){const N=e[S];if(a||N!=null){const p=XmlNode.of("entry");b(p,S,N),(n?s:g).addChildNode(p)}}}}writeSimple(t,e){if(e===null)throw new Error("@aws-sdk/core/protocols - (XML serializer) cannot write null value.");const s=NormalizedSchema.of(t);let r=null;if(e&&typeof e=="object")if(s.isBlobSchema())r=(this.serdeContext?.base64Encoder??toBase64)(e);else if(s.isTimestampSchema()&&e instanceof Date)switch(determineTimestampFormat(s,this.settings)){case 5:r=e.toISOString().replace(".000Z","Z");break;case 6:r=dateToUtcString(e);break;case 7:r=String(e.getTime()/1e3);break;default:console.warn("Missing timestamp format, using http date",e),r=dateToUtcString(e);break}else{if(s.isBigDecimalSchema()&&e)return e instanceof NumericValue?e.string:String(e);throw s.isMapSchema()||s.isListSchema()?new Error("@aws-sdk/core/protocols - xml serializer, cannot call _write() on List/Map schema, call writeList or writeMap() instead."):new Error(`@aws-sdk/core/protocols - xml serializer, unhandled schema type for object value and schema: ${s.getName(!0)}`)}if((s.isBooleanSchema()||s.isNumericSchema()||s.isBigIntegerSchema()||s.isBigDecimalSchema())&&(r=String(e)),s.isStringSchema()&&(e===void 0&&s.isIdempotencyToken()?r=generateIdempotencyToken():r=String(e)),r===null)throw new Error(`Unhandled schema-value pair ${s.getName(!0)}=${e}`);return r}writeSimpleInto(t,e,s,r){const n=this.writeSimple(t,e),o=NormalizedSchema.of(t),h=new XmlText(n),[c,d]=this.getXmlnsAttribute(o,r);d&&s.addAttribute(c,d),s.addChildNode(h)}getXmlnsAttribute(t,e){const s=t.getMergedTraits(),[r,n]=s.xmlNamespace??[];return n&&n!==e?[r?`xmlns:${r}`:"xmlns",n]:[void 0,void 0]}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/xml/XmlCodec.js
var XmlCodec=class extends SerdeContextConfig2{settings;constructor(e){super(),this.settings=e}createSerializer(){const e=new XmlShapeSerializer(this.settings);return e.setSerdeContext(this.serdeContext),e}createDeserializer(){const e=new XmlShapeDeserializer(this.settings);return e.setSerdeContext(this.serdeContext),e}};
// node_modules/@aws-sdk/core/dist-es/submodules/protocols/xml/AwsRestXmlProtocol.js
var AwsRestXmlProtocol=class extends HttpBindingProtocol{codec;serializer;deserializer;mixin=new ProtocolLib;constructor(t){super(t);const r={timestampFormat:{useTrait:!0,default:5},httpBindings:!0,xmlNamespace:t.xmlNamespace,serviceNamespace:t.defaultNamespace};this.codec=new XmlCodec(r),this.serializer=new HttpInterceptingShapeSerializer(this.codec.createSerializer(),r),this.deserializer=new HttpInterceptingShapeDeserializer(this.codec.createDeserializer(),r)}getPayloadCodec(){return this.codec}getShapeId(){return"aws.protocols#restXml"}async serializeRequest(t,r,s){const e=await super.serializeRequest(t,r,s),i=NormalizedSchema.of(t.input);if(!e.headers["content-type"]){const n=this.mixin.resolveRestContentType(this.getDefaultContentType(),i);n&&(e.headers["content-type"]=n)}return typeof e.body=="string"&&e.headers["content-type"]===this.getDefaultContentType()&&!e.body.startsWith("<?xml ")&&!this.hasUnstructuredPayloadBinding(i)&&(e.body='<?xml version="1.0" encoding="UTF-8"?>'+e.body),e}async deserializeResponse(t,r,s){return super.deserializeResponse(t,r,s)}async handleError(t,r,s,e,i){const n=loadRestXmlErrorCode(s,e)??"Unknown";if(this.mixin.compose(this.compositeErrorRegistry,n,this.options.defaultNamespace),e.Error&&typeof e.Error=="object")for(const o of Object.keys(e.Error))e[o]=e.Error[o],o.toLowerCase()==="message"&&(e.message=e.Error[o]);e.RequestId&&!i.requestId&&(i.requestId=e.RequestId);const{errorSchema:a,errorMetadata:h}=await this.mixin.getErrorSchemaOrThrowBaseException(n,this.options.defaultNamespace,s,e,i),c=NormalizedSchema.of(a),u=e.Error?.message??e.Error?.Message??e.message??e.Message??"UnknownError",g=this.compositeErrorRegistry.getErrorCtor(a)??Error,d=new g({});await this.deserializeHttpMessage(a,r,s,e);const l={},f=this.codec.createDeserializer();for(const[o,m]of c.structIterator()){const p=m.getMergedTraits().xmlName??o,y=e.Error?.[p]??e[p];l[o]=f.readSchema(m,y)}throw this.mixin.decorateServiceException(Object.assign(d,h,{$fault:c.getMergedTraits().error,message:u},l),e)}getDefaultContentType(){return"application/xml"}hasUnstructuredPayloadBinding(t){for(const[,r]of t.structIterator())if(r.getMergedTraits().httpPayload)return!(r.isStructSchema()||r.isMapSchema()||r.isListSchema());return!1}};
// node_modules/@smithy/core/dist-es/submodules/checksum/hash-stream-node/HashCalculator.js
const{Writable:Writable2}=process.getBuiltinModule("stream");var HashCalculator=class extends Writable2{hash;constructor(t,r){super(r),this.hash=t}_write(t,r,s){try{this.hash.update(toUint8Array(t))}catch(e){return s(e)}s()}};
// node_modules/@smithy/core/dist-es/submodules/checksum/hash-stream-node/readableStreamHasher.js
var readableStreamHasher=(e,r)=>{if(r.readableFlowing!==null)throw new Error("Unable to calculate hash for flowing readable stream");const o=new e,n=new HashCalculator(o);return r.pipe(n),new Promise((h,a)=>{r.on("error",l=>{n.end(),a(l)}),n.on("error",a),n.on("finish",()=>{o.digest().then(h).catch(a)})})};
// node_modules/@smithy/core/dist-es/submodules/checksum/md5/Md5Js.js
var Md5Js=class{digestLength=16;state=Uint32Array.from(INIT);writeBuffer=new DataView(new ArrayBuffer(64));bufferLength=0;bytesHashed=0;update(e){const i=toUint8Array(e);let s=0,r=i.byteLength;for(this.bytesHashed+=r;r>0;)this.writeBuffer.setUint8(this.bufferLength++,i[s++]),--r,this.bufferLength===64&&(compress(this.state,this.writeBuffer),this.bufferLength=0)}async digest(){const e=Uint32Array.from(this.state),i=new DataView(this.writeBuffer.buffer.slice(0));let s=this.bufferLength;const r=this.bytesHashed*8;if(i.setUint8(s++,128),this.bufferLength%64>=56){for(let t=s;t<64;++t)i.setUint8(t,0);compress(e,i),s=0}for(let t=s;t<56;++t)i.setUint8(t,0);i.setUint32(56,r>>>0,!0),i.setUint32(60,Math.floor(r/4294967296),!0),compress(e,i);const f=new Uint8Array(16),n=new DataView(f.buffer);for(let t=0;t<4;++t)n.setUint32(t*4,e[t],!0);return f}reset(){this.state.set(INIT),this.writeBuffer=new DataView(new ArrayBuffer(64)),this.bufferLength=0,this.bytesHashed=0}},INIT=[1732584193,4023233417,2562383102,271733878],M=4294967295,S=Uint8Array.of(7,12,17,22,5,9,14,20,4,11,16,23,6,10,15,21),T=Array.from({length:64},(e,i)=>Math.abs(Math.sin(i+1))*2**32>>>0);function compress(e,i){let s=e[0],r=e[1],f=e[2],n=e[3];for(let t=0;t<64;++t){let h,a;t<16?(h=r&f|~r&n,a=t):t<32?(h=n&r|f&~n,a=(5*t+1)%16):t<48?(h=r^f^n,a=(3*t+5)%16):(h=f^(r|~n),a=7*t%16);const b=i.getUint32(a*4,!0),l=n;n=f,f=r;const u=S[(t>>4)*4+(t&3)],o=(s+h&M)+(b+T[t]&M)&M;r=r+((o<<u|o>>>32-u)>>>0)&M,s=l}e[0]=e[0]+s&M,e[1]=e[1]+r&M,e[2]=e[2]+f&M,e[3]=e[3]+n&M}
// node_modules/@smithy/core/dist-es/submodules/checksum/md5/Md5Node.js
const{createHash:createHash2}=process.getBuiltinModule("crypto");var hasNativeCrypto=(()=>{try{return createHash2("md5"),!0}catch{return!1}})(),Md5Node=hasNativeCrypto?buildNativeClass():Md5Js;function buildNativeClass(){return class{digestLength=16;hash=createHash2("md5");update(t){this.hash.update(toUint8Array(t))}async digest(){const t=this.hash.copy().digest();return new Uint8Array(t.buffer,t.byteOffset,t.byteLength)}reset(){this.hash=createHash2("md5")}}}
// node_modules/@smithy/core/dist-es/submodules/checksum/crc32/Crc32Js.js
var CRC32_TABLE=new Uint32Array(256);for(let t=0;t<256;++t){let e=t;for(let s=0;s<8;++s)e=e&1?3988292384^e>>>1:e>>>1;CRC32_TABLE[t]=e>>>0}var ONES=4294967295,Crc32Js=class{digestLength=4;checksum=ONES;update(t){for(let e=0;e<t.length;++e)this.checksum=this.checksum>>>8^CRC32_TABLE[(this.checksum^t[e])&255]}digestSync(){return(this.checksum^ONES)>>>0}async digest(){const t=this.digestSync(),e=new Uint8Array(4);return new DataView(e.buffer).setUint32(0,t,!1),e}reset(){this.checksum=ONES}};
// node_modules/@smithy/core/dist-es/submodules/checksum/crc32/Crc32Node.js
const zlib=process.getBuiltinModule("zlib");var zlibCrc32=typeof zlib.crc32=="function"?zlib.crc32:void 0,Crc32Node=zlibCrc32?buildNativeClass2(zlibCrc32):Crc32Js;function buildNativeClass2(t){return class{digestLength=4;value=0;update(e){this.value=t(e,this.value)}digestSync(){return this.value>>>0}async digest(){const e=new Uint8Array(4);return new DataView(e.buffer).setUint32(0,this.digestSync(),!1),e}reset(){this.value=0}}}
// node_modules/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js
var BLOCK=64,DIGEST_LENGTH=32,MAX_HASHABLE_LENGTH=2**53-1,Sha256Js=class u{digestLength=DIGEST_LENGTH;state=Int32Array.from(INIT2);w;buffer=new Uint8Array(64);bufferLength=0;bytesHashed=0;finished=!1;inner;outer;constructor(t){if(t){const e=u.normalizeKey(t);this.inner=new u,this.outer=new u;const{inner:n,outer:s}=this,i=new Uint8Array(BLOCK*2);for(let h=0;h<BLOCK;++h)i[h]=54^e[h],i[h+BLOCK]=92^e[h];n.update(i.subarray(0,BLOCK)),s.update(i.subarray(BLOCK))}}update(t){if(this.finished)throw new Error("Attempted to update an already finished HMAC.");if(this.inner){this.inner.update(t);return}const e=toUint8Array(t);let n=0,{byteLength:s}=e;if(this.bytesHashed+=s,this.bytesHashed*8>MAX_HASHABLE_LENGTH)throw new Error("Cannot hash more than 2^53 - 1 bits");for(;s>0;)this.buffer[this.bufferLength++]=e[n++],s--,this.bufferLength===BLOCK&&(this.hashBuffer(),this.bufferLength=0)}async digest(){const{inner:t,outer:e}=this;if(t&&e){if(this.finished)throw new Error("Attempted to digest an already finished HMAC.");this.finished=!0;const n=t.digestSync();return e.update(n),e.digestSync()}return this.digestSync()}reset(){this.state=Int32Array.from(INIT2),this.buffer=new Uint8Array(64),this.bufferLength=0,this.bytesHashed=0}digestSync(){const t=this.state.slice(),e=this.buffer.slice();let n=this.bufferLength;const s=this.bytesHashed*8,i=new DataView(e.buffer,e.byteOffset,e.byteLength);if(i.setUint8(n++,128),(n-1)%BLOCK>=BLOCK-8){for(let r=n;r<BLOCK;++r)i.setUint8(r,0);this.hashBufferWith(t,e),n=0}for(let r=n;r<BLOCK-8;++r)i.setUint8(r,0);i.setUint32(BLOCK-8,Math.floor(s/4294967296),!1),i.setUint32(BLOCK-4,s,!1),this.hashBufferWith(t,e);const h=new Uint8Array(DIGEST_LENGTH);for(let r=0;r<8;++r)h[r*4]=t[r]>>>24&255,h[r*4+1]=t[r]>>>16&255,h[r*4+2]=t[r]>>>8&255,h[r*4+3]=t[r]>>>0&255;return h}static normalizeKey(t){const e=toUint8Array(t);if(e.byteLength>BLOCK){const n=new u;n.update(e);const s=n.digestSync(),i=new Uint8Array(BLOCK);return i.set(s),i}if(e.byteLength<BLOCK){const n=new Uint8Array(BLOCK);return n.set(e),n}return e}hashBuffer(){this.hashBufferWith(this.state,this.buffer)}hashBufferWith(t,e){const n=this.w??=new Int32Array(64);let s=t[0],i=t[1],h=t[2],r=t[3],a=t[4],d=t[5],y=t[6],c=t[7];for(let f=0;f<BLOCK;++f){if(f<16)n[f]=(e[f*4]&255)<<24|(e[f*4+1]&255)<<16|(e[f*4+2]&255)<<8|e[f*4+3]&255;else{let o=n[f-2];const l=(o>>>17|o<<15)^(o>>>19|o<<13)^o>>>10;o=n[f-15];const g=(o>>>7|o<<25)^(o>>>18|o<<14)^o>>>3;n[f]=(l+n[f-7]|0)+(g+n[f-16]|0)}const b=(((a>>>6|a<<26)^(a>>>11|a<<21)^(a>>>25|a<<7))+(a&d^~a&y)|0)+(c+(K[f]+n[f]|0)|0)|0,w=((s>>>2|s<<30)^(s>>>13|s<<19)^(s>>>22|s<<10))+(s&i^s&h^i&h)|0;c=y,y=d,d=a,a=r+b|0,r=h,h=i,i=s,s=b+w|0}t[0]+=s,t[1]+=i,t[2]+=h,t[3]+=r,t[4]+=a,t[5]+=d,t[6]+=y,t[7]+=c}},INIT2=new Int32Array([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),K=new Int32Array([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]);
// node_modules/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Node.js
const{createHash:createHash3,createHmac}=process.getBuiltinModule("crypto");var hasNativeCrypto2=(()=>{try{return createHash3("sha256"),!0}catch{return!1}})(),Sha256Node=hasNativeCrypto2?buildNativeClass3():Sha256Js;function buildNativeClass3(){return class{digestLength=32;secret;hash;isHmac;finished=!1;constructor(e){this.secret=e,this.isHmac=!!e,this.hash=this.createHash()}update(e){if(this.finished)throw new Error("Attempted to update an already finished hash.");this.hash.update(e)}async digest(){let e;return this.isHmac?(this.finished=!0,e=this.hash.digest()):e=this.hash.copy().digest(),new Uint8Array(e.buffer,e.byteOffset,e.byteLength)}reset(){this.hash=this.createHash(),this.finished=!1}createHash(){return this.secret?createHmac("sha256",toBuffer(this.secret)):createHash3("sha256")}}}function toBuffer(t){return typeof t=="string"?t:ArrayBuffer.isView(t)?Buffer.from(t.buffer,t.byteOffset,t.byteLength):Buffer.from(t)}
// node_modules/@aws-sdk/client-codepipeline/dist-es/endpoint/bdd.js
var k="ref",a=-1,b=!0,c="isSet",d="PartitionResult",e="booleanEquals",f="getAttr",g={[k]:"Endpoint"},h={[k]:d},i={},j=[{[k]:"Region"}],_data={conditions:[[c,[g]],[c,j],["aws.partition",j,d],[e,[{[k]:"UseFIPS"},b]],[e,[{[k]:"UseDualStack"},b]],[e,[{fn:f,argv:[h,"supportsDualStack"]},b]],[e,[{fn:f,argv:[h,"supportsFIPS"]},b]]],results:[[a],[a,"Invalid Configuration: FIPS and custom endpoint are not supported"],[a,"Invalid Configuration: Dualstack and custom endpoint are not supported"],[g,i],["https://codepipeline-fips.{Region}.{PartitionResult#dualStackDnsSuffix}",i],[a,"FIPS and DualStack are enabled, but this partition does not support one or both"],["https://codepipeline-fips.{Region}.{PartitionResult#dnsSuffix}",i],[a,"FIPS is enabled but this partition does not support FIPS"],["https://codepipeline.{Region}.{PartitionResult#dualStackDnsSuffix}",i],[a,"DualStack is enabled but this partition does not support DualStack"],["https://codepipeline.{Region}.{PartitionResult#dnsSuffix}",i],[a,"Invalid Configuration: Missing Region"]]},root=2,r=1e8,nodes=new Int32Array([-1,1,-1,0,12,3,1,4,r+11,2,5,r+11,3,8,6,4,7,r+10,5,r+8,r+9,4,10,9,6,r+6,r+7,5,11,r+5,6,r+4,r+5,3,r+1,13,4,r+2,r+3]),bdd=BinaryDecisionDiagram.from(nodes,root,_data.conditions,_data.results);
// node_modules/@aws-sdk/client-codepipeline/dist-es/endpoint/endpointResolver.js
var cache=new EndpointCache({size:50,params:["Endpoint","Region","UseDualStack","UseFIPS"]}),defaultEndpointResolver=(n,e={})=>cache.get(n,()=>decideEndpoint(bdd,{endpointParams:n,logger:e.logger}));customEndpointFunctions.aws=awsEndpointFunctions;
// node_modules/@aws-sdk/client-codepipeline/dist-es/models/CodePipelineServiceException.js
var CodePipelineServiceException=class e extends ServiceException{constructor(t){super(t),Object.setPrototypeOf(this,e.prototype)}};
// node_modules/@aws-sdk/client-codepipeline/dist-es/schemas/schemas_0.js
var _AC="ActionConfiguration",_AD="ActionDeclaration",_ADL="ArtifactDetailList",_ADr="ArtifactDetail",_AE="ActionExecution",_AED="ActionExecutionDetail",_AEDL="ActionExecutionDetailList",_AEF="ActionExecutionFilter",_AEI="ActionExecutionInput",_AEO="ActionExecutionOutput",_AER="ActionExecutionResult",_AR="ActionRevision",_ARL="ArtifactRevisionList",_ARp="ApprovalResult",_ARr="ArtifactRevision",_AS="ActionState",_ASL="ActionStateList",_ASM="ArtifactStoreMap",_ASr="ArtifactStore",_ATI="ActionTypeId",_ATP="ActionTypePermissions",_BD="BlockerDeclaration",_BEC="BeforeEntryConditions",_C="Condition",_CEo="ConditionExecution",_CL="ConditionList",_CR="CurrentRevision",_CS="ConditionState",_CSL="ConditionStateList",_ED="ErrorDetails",_EDx="ExecutionDetails",_EK="EncryptionKey",_ET="ExecutionTrigger",_EV="EnvironmentVariable",_EVL="EnvironmentVariableList",_FC="FailureConditions",_GBFC="GitBranchFilterCriteria",_GC="GitConfiguration",_GFPFC="GitFilePathFilterCriteria",_GP="GetPipeline",_GPE="GetPipelineExecution",_GPEI="GetPipelineExecutionInput",_GPEO="GetPipelineExecutionOutput",_GPF="GitPushFilter",_GPFL="GitPushFilterList",_GPI="GetPipelineInput",_GPO="GetPipelineOutput",_GPRF="GitPullRequestFilter",_GPRFL="GitPullRequestFilterList",_GPS="GetPipelineState",_GPSI="GetPipelineStateInput",_GPSO="GetPipelineStateOutput",_GTFC="GitTagFilterCriteria",_IA="InputArtifact",_IAL="InputArtifactList",_JWEC="JobWorkerExecutorConfiguration",_LAE="ListActionExecutions",_LAEI="ListActionExecutionsInput",_LAEO="ListActionExecutionsOutput",_LIPEF="LatestInPipelineExecutionFilter",_LP="ListPipelines",_LPE="ListPipelineExecutions",_LPEI="ListPipelineExecutionsInput",_LPEO="ListPipelineExecutionsOutput",_LPI="ListPipelinesInput",_LPO="ListPipelinesOutput",_OA="OutputArtifact",_OAL="OutputArtifactList",_PARIu="PutApprovalResultInput",_PAROu="PutApprovalResultOutput",_PARu="PutApprovalResult",_PD="PipelineDeclaration",_PE="PipelineExecution",_PEF="PipelineExecutionFilter",_PES="PipelineExecutionSummary",_PESL="PipelineExecutionSummaryList",_PFJI="PollForJobsInput",_PJSRI="PutJobSuccessResultInput",_PL="PipelineList",_PM="PipelineMetadata",_PRM="PipelineRollbackMetadata",_PS="PipelineSummary",_PSDL="PipelineStageDeclarationList",_PTD="PipelineTriggerDeclaration",_PTDL="PipelineTriggerDeclarationList",_PV="PipelineVariable",_PVD="PipelineVariableDeclaration",_PVDL="PipelineVariableDeclarationList",_PVL="PipelineVariableList",_RC="RetryConfiguration",_RD="RuleDeclaration",_RDL="RuleDeclarationList",_RE="RuleExecution",_REI="RuleExecutionInput",_RPV="ResolvedPipelineVariable",_RPVL="ResolvedPipelineVariableList",_RR="RuleRevision",_RS="RuleState",_RSE="RetryStageExecution",_RSEI="RetryStageExecutionInput",_RSEO="RetryStageExecutionOutput",_RSI="RollbackStageInput",_RSL="RuleStateList",_RSM="RetryStageMetadata",_RSO="RollbackStageOutput",_RSo="RollbackStage",_RTI="RuleTypeId",_SADL="StageActionDeclarationList",_SBDL="StageBlockerDeclarationList",_SCE="StageConditionsExecution",_SCS="StageConditionState",_SCu="SuccessConditions",_SD="StageDeclaration",_SE="StageExecution",_SEL="StageExecutionList",_SET="StopExecutionTrigger",_SISF="SucceededInStageFilter",_SL="S3Location",_SPE="StartPipelineExecution",_SPEI="StartPipelineExecutionInput",_SPEIt="StopPipelineExecutionInput",_SPEO="StartPipelineExecutionOutput",_SPEOt="StopPipelineExecutionOutput",_SPEt="StopPipelineExecution",_SR="SourceRevision",_SRL="SourceRevisionList",_SRO="SourceRevisionOverride",_SROL="SourceRevisionOverrideList",_SS="StageState",_SSL="StageStateList",_TF="TargetFilter",_TS="TransitionState",_URI="UntagResourceInput",_aA="allowedAccounts",_aAp="approvedAt",_aED="actionExecutionDetails",_aEI="actionExecutionId",_aN="actionName",_aR="artifactRevisions",_aS="artifactStore",_aSRA="autoStageRetryAttempt",_aSc="actionStates",_aSr="artifactStores",_aTI="actionTypeId",_ab="abandon",_act="actions",_b="branches",_bE="beforeEntry",_bECS="beforeEntryConditionState",_bl="blockers",_bu="bucket",_cI="changeIdentifier",_cR="currentRevision",_cRT="clientRequestToken",_cS="conditionStates",_cTo="continuationToken",_ca="category",_co="configuration",_cod="code",_com="commands",_con="conditions",_cr="created",_d="description",_dR="disabledReason",_dV="defaultValue",_eD="errorDetails",_eDx="executionDetails",_eEI="externalExecutionId",_eES="externalExecutionSummary",_eEU="externalExecutionUrl",_eK="encryptionKey",_eMx="executionMode",_eR="executionResult",_eTx="executionType",_eU="entityUrl",_eV="environmentVariables",_en="enabled",_ev="events",_exc="excludes",_f="filter",_fP="filePaths",_fil="files",_gC="gitConfiguration",_i="input",_iA="inputArtifacts",_iE="inboundExecution",_iEn="inboundExecutions",_iTS="inboundTransitionState",_id="id",_in="includes",_jI="jobId",_k="key",_l="location",_lCA="lastChangedAt",_lCB="lastChangedBy",_lE="latestExecution",_lIPE="latestInPipelineExecution",_lRT="latestRetryTrigger",_lSARN="logStreamARN",_lSC="lastStatusChange",_lUB="lastUpdatedBy",_lUT="lastUpdateTime",_m="message",_mBS="maxBatchSize",_mR="maxResults",_mSRA="manualStageRetryAttempt",_me="metadata",_nT="nextToken",_na="name",_nam="namespace",_o="output",_oA="outputArtifacts",_oF="onFailure",_oFCS="onFailureConditionState",_oS="onSuccess",_oSCS="onSuccessConditionState",_oV="outputVariables",_ow="owner",_pA="pollingAccounts",_pAi="pipelineArn",_pC="percentComplete",_pDA="pollingDisabledAt",_pE="pipelineExecution",_pEI="pipelineExecutionId",_pES="pipelineExecutionSummaries",_pN="pipelineName",_pR="pullRequest",_pSP="pollingServicePrincipals",_pT="pipelineType",_pTr="providerType",_pV="pipelineVersion",_pi="pipeline",_pip="pipelines",_pro="provider",_pu="push",_qP="queryParam",_rA="roleArn",_rAe="resourceArn",_rC="resolvedConfiguration",_rCI="revisionChangeId",_rCIe="revisionChangeIdentifier",_rCe="retryConfiguration",_rEI="ruleExecutionId",_rI="revisionId",_rM="rollbackMetadata",_rMe="retryMode",_rN="ruleName",_rO="runOrder",_rS="revisionSummary",_rSM="retryStageMetadata",_rSu="ruleStates",_rTI="ruleTypeId",_rTPEI="rollbackTargetPipelineExecutionId",_rTe="revisionType",_rU="revisionUrl",_rV="resolvedValue",_rVe="revisionValue",_re="region",_rea="reason",_res="result",_rev="revision",_ru="rules",_s="smithy.ts.sdk.synthetic.com.amazonaws.codepipeline",_sAN="sourceActionName",_sIS="succeededInStage",_sN="stageName",_sR="sourceRevisions",_sS="stageStates",_sSt="statusSummary",_sT="startTime",_sTR="startTimeRange",_sTt="stopTrigger",_sl="s3location",_st="status",_stag="stages",_su="summary",_t="type",_tD="triggerDetail",_tIM="timeoutInMinutes",_tK="tagKeys",_tPEI="targetPipelineExecutionId",_tTri="triggerType",_ta="tags",_to="token",_tr="triggers",_tri="trigger",_uB="updatedBy",_up="updated",_v="version",_va="value",_val="values",_var="variables",n0="com.amazonaws.codepipeline",_s_registry=new TypeRegistry(_s),CodePipelineServiceException$=[-3,_s,"CodePipelineServiceException",0,[],[]];_s_registry.registerError(CodePipelineServiceException$,CodePipelineServiceException);var n0_registry=new TypeRegistry(n0),errorTypeRegistries=[_s_registry,n0_registry],ActionConfiguration$=[3,n0,_AC,0,[_co],[128]],ActionDeclaration$=[3,n0,_AD,0,[_na,_aTI,_rO,_co,_com,_oA,_iA,_oV,_rA,_re,_nam,_tIM,_eV],[0,()=>ActionTypeId$,1,128,64,()=>OutputArtifactList,()=>InputArtifactList,64,0,0,0,1,()=>EnvironmentVariableList],2],ActionExecution$=[3,n0,_AE,0,[_aEI,_st,_su,_lSC,_to,_lUB,_eEI,_eEU,_pC,_eD,_lSARN],[0,0,0,4,0,0,0,0,1,()=>ErrorDetails$,0]],ActionExecutionDetail$=[3,n0,_AED,0,[_pEI,_aEI,_pV,_sN,_aN,_sT,_lUT,_uB,_st,_i,_o],[0,0,1,0,0,4,4,0,0,()=>ActionExecutionInput$,()=>ActionExecutionOutput$]],ActionExecutionFilter$=[3,n0,_AEF,0,[_pEI,_lIPE],[0,()=>LatestInPipelineExecutionFilter$]],ActionExecutionInput$=[3,n0,_AEI,0,[_aTI,_co,_rC,_rA,_re,_iA,_nam],[()=>ActionTypeId$,128,128,0,0,()=>ArtifactDetailList,0]],ActionExecutionOutput$=[3,n0,_AEO,0,[_oA,_eR,_oV],[()=>ArtifactDetailList,()=>ActionExecutionResult$,128]],ActionExecutionResult$=[3,n0,_AER,0,[_eEI,_eES,_eEU,_eD,_lSARN],[0,0,0,()=>ErrorDetails$,0]],ActionRevision$=[3,n0,_AR,0,[_rI,_rCI,_cr],[0,0,4],3],ActionState$=[3,n0,_AS,0,[_aN,_cR,_lE,_eU,_rU],[0,()=>ActionRevision$,()=>ActionExecution$,0,0]],ActionTypeId$=[3,n0,_ATI,0,[_ca,_ow,_pro,_v],[0,0,0,0],4],ActionTypePermissions$=[3,n0,_ATP,0,[_aA],[64],1],ApprovalResult$=[3,n0,_ARp,0,[_su,_st],[0,0],2],ArtifactDetail$=[3,n0,_ADr,0,[_na,_sl],[0,()=>S3Location$]],ArtifactRevision$=[3,n0,_ARr,0,[_na,_rI,_rCIe,_rS,_cr,_rU],[0,0,0,0,4,0]],ArtifactStore$=[3,n0,_ASr,0,[_t,_l,_eK],[0,0,()=>EncryptionKey$],2],BeforeEntryConditions$=[3,n0,_BEC,0,[_con],[()=>ConditionList],1],BlockerDeclaration$=[3,n0,_BD,0,[_na,_t],[0,0],2],Condition$=[3,n0,_C,0,[_res,_ru],[0,()=>RuleDeclarationList]],ConditionExecution$=[3,n0,_CEo,0,[_st,_su,_lSC],[0,0,4]],ConditionState$=[3,n0,_CS,0,[_lE,_rSu],[()=>ConditionExecution$,()=>RuleStateList]],CurrentRevision$=[3,n0,_CR,0,[_rev,_cI,_cr,_rS],[0,0,4,0],2],EncryptionKey$=[3,n0,_EK,0,[_id,_t],[0,0],2],EnvironmentVariable$=[3,n0,_EV,0,[_na,_va,_t],[0,0,0],2],ErrorDetails$=[3,n0,_ED,0,[_cod,_m],[0,0]],ExecutionDetails$=[3,n0,_EDx,0,[_su,_eEI,_pC],[0,0,1]],ExecutionTrigger$=[3,n0,_ET,0,[_tTri,_tD],[0,0]],FailureConditions$=[3,n0,_FC,0,[_res,_rCe,_con],[0,()=>RetryConfiguration$,()=>ConditionList]],GetPipelineExecutionInput$=[3,n0,_GPEI,0,[_pN,_pEI],[0,0],2],GetPipelineExecutionOutput$=[3,n0,_GPEO,0,[_pE],[()=>PipelineExecution$]],GetPipelineInput$=[3,n0,_GPI,0,[_na,_v],[0,1],1],GetPipelineOutput$=[3,n0,_GPO,0,[_pi,_me],[()=>PipelineDeclaration$,()=>PipelineMetadata$]],GetPipelineStateInput$=[3,n0,_GPSI,0,[_na],[0],1],GetPipelineStateOutput$=[3,n0,_GPSO,0,[_pN,_pV,_sS,_cr,_up],[0,1,()=>StageStateList,4,4]],GitBranchFilterCriteria$=[3,n0,_GBFC,0,[_in,_exc],[64,64]],GitConfiguration$=[3,n0,_GC,0,[_sAN,_pu,_pR],[0,()=>GitPushFilterList,()=>GitPullRequestFilterList],1],GitFilePathFilterCriteria$=[3,n0,_GFPFC,0,[_in,_exc],[64,64]],GitPullRequestFilter$=[3,n0,_GPRF,0,[_ev,_b,_fP],[64,()=>GitBranchFilterCriteria$,()=>GitFilePathFilterCriteria$]],GitPushFilter$=[3,n0,_GPF,0,[_ta,_b,_fP],[()=>GitTagFilterCriteria$,()=>GitBranchFilterCriteria$,()=>GitFilePathFilterCriteria$]],GitTagFilterCriteria$=[3,n0,_GTFC,0,[_in,_exc],[64,64]],InputArtifact$=[3,n0,_IA,0,[_na],[0],1],JobWorkerExecutorConfiguration$=[3,n0,_JWEC,0,[_pA,_pSP],[64,64]],LatestInPipelineExecutionFilter$=[3,n0,_LIPEF,0,[_pEI,_sTR],[0,0],2],ListActionExecutionsInput$=[3,n0,_LAEI,0,[_pN,_f,_mR,_nT],[0,()=>ActionExecutionFilter$,1,0],1],ListActionExecutionsOutput$=[3,n0,_LAEO,0,[_aED,_nT],[()=>ActionExecutionDetailList,0]],ListPipelineExecutionsInput$=[3,n0,_LPEI,0,[_pN,_mR,_f,_nT],[0,1,()=>PipelineExecutionFilter$,0],1],ListPipelineExecutionsOutput$=[3,n0,_LPEO,0,[_pES,_nT],[()=>PipelineExecutionSummaryList,0]],ListPipelinesInput$=[3,n0,_LPI,0,[_nT,_mR],[0,1]],ListPipelinesOutput$=[3,n0,_LPO,0,[_pip,_nT],[()=>PipelineList,0]],OutputArtifact$=[3,n0,_OA,0,[_na,_fil],[0,64],1],PipelineDeclaration$=[3,n0,_PD,0,[_na,_rA,_stag,_aS,_aSr,_v,_eMx,_pT,_var,_tr],[0,0,()=>PipelineStageDeclarationList,()=>ArtifactStore$,()=>ArtifactStoreMap,1,0,0,()=>PipelineVariableDeclarationList,()=>PipelineTriggerDeclarationList],3],PipelineExecution$=[3,n0,_PE,0,[_pN,_pV,_pEI,_st,_sSt,_aR,_var,_tri,_eMx,_eTx,_rM],[0,1,0,0,0,()=>ArtifactRevisionList,()=>ResolvedPipelineVariableList,()=>ExecutionTrigger$,0,0,()=>PipelineRollbackMetadata$]],PipelineExecutionFilter$=[3,n0,_PEF,0,[_sIS],[()=>SucceededInStageFilter$]],PipelineExecutionSummary$=[3,n0,_PES,0,[_pEI,_st,_sSt,_sT,_lUT,_sR,_tri,_sTt,_eMx,_eTx,_rM],[0,0,0,4,4,()=>SourceRevisionList,()=>ExecutionTrigger$,()=>StopExecutionTrigger$,0,0,()=>PipelineRollbackMetadata$]],PipelineMetadata$=[3,n0,_PM,0,[_pAi,_cr,_up,_pDA],[0,4,4,4]],PipelineRollbackMetadata$=[3,n0,_PRM,0,[_rTPEI],[0]],PipelineSummary$=[3,n0,_PS,0,[_na,_v,_pT,_eMx,_cr,_up],[0,1,0,0,4,4]],PipelineTriggerDeclaration$=[3,n0,_PTD,0,[_pTr,_gC],[0,()=>GitConfiguration$],2],PipelineVariable$=[3,n0,_PV,0,[_na,_va],[0,0],2],PipelineVariableDeclaration$=[3,n0,_PVD,0,[_na,_dV,_d],[0,0,0],1],PollForJobsInput$=[3,n0,_PFJI,0,[_aTI,_mBS,_qP],[()=>ActionTypeId$,1,128],1],PutApprovalResultInput$=[3,n0,_PARIu,0,[_pN,_sN,_aN,_res,_to],[0,0,0,()=>ApprovalResult$,0],5],PutApprovalResultOutput$=[3,n0,_PAROu,0,[_aAp],[4]],PutJobSuccessResultInput$=[3,n0,_PJSRI,0,[_jI,_cR,_cTo,_eDx,_oV],[0,()=>CurrentRevision$,0,()=>ExecutionDetails$,128],1],ResolvedPipelineVariable$=[3,n0,_RPV,0,[_na,_rV],[0,0]],RetryConfiguration$=[3,n0,_RC,0,[_rMe],[0]],RetryStageExecutionInput$=[3,n0,_RSEI,0,[_pN,_sN,_pEI,_rMe],[0,0,0,0],4],RetryStageExecutionOutput$=[3,n0,_RSEO,0,[_pEI],[0]],RetryStageMetadata$=[3,n0,_RSM,0,[_aSRA,_mSRA,_lRT],[1,1,0]],RollbackStageInput$=[3,n0,_RSI,0,[_pN,_sN,_tPEI],[0,0,0],3],RollbackStageOutput$=[3,n0,_RSO,0,[_pEI],[0],1],RuleDeclaration$=[3,n0,_RD,0,[_na,_rTI,_co,_com,_iA,_rA,_re,_tIM],[0,()=>RuleTypeId$,128,64,()=>InputArtifactList,0,0,1],2],RuleExecution$=[3,n0,_RE,0,[_rEI,_st,_su,_lSC,_to,_lUB,_eEI,_eEU,_eD],[0,0,0,4,0,0,0,0,()=>ErrorDetails$]],RuleExecutionInput$=[3,n0,_REI,0,[_rTI,_co,_rC,_rA,_re,_iA],[()=>RuleTypeId$,128,128,0,0,()=>ArtifactDetailList]],RuleRevision$=[3,n0,_RR,0,[_rI,_rCI,_cr],[0,0,4],3],RuleState$=[3,n0,_RS,0,[_rN,_cR,_lE,_eU,_rU],[0,()=>RuleRevision$,()=>RuleExecution$,0,0]],RuleTypeId$=[3,n0,_RTI,0,[_ca,_pro,_ow,_v],[0,0,0,0],2],S3Location$=[3,n0,_SL,0,[_bu,_k],[0,0]],SourceRevision$=[3,n0,_SR,0,[_aN,_rI,_rS,_rU],[0,0,0,0],1],SourceRevisionOverride$=[3,n0,_SRO,0,[_aN,_rTe,_rVe],[0,0,0],3],StageConditionsExecution$=[3,n0,_SCE,0,[_st,_su],[0,0]],StageConditionState$=[3,n0,_SCS,0,[_lE,_cS],[()=>StageConditionsExecution$,()=>ConditionStateList]],StageDeclaration$=[3,n0,_SD,0,[_na,_act,_bl,_oF,_oS,_bE],[0,()=>StageActionDeclarationList,()=>StageBlockerDeclarationList,()=>FailureConditions$,()=>SuccessConditions$,()=>BeforeEntryConditions$],2],StageExecution$=[3,n0,_SE,0,[_pEI,_st,_t],[0,0,0],2],StageState$=[3,n0,_SS,0,[_sN,_iE,_iEn,_iTS,_aSc,_lE,_bECS,_oSCS,_oFCS,_rSM],[0,()=>StageExecution$,()=>StageExecutionList,()=>TransitionState$,()=>ActionStateList,()=>StageExecution$,()=>StageConditionState$,()=>StageConditionState$,()=>StageConditionState$,()=>RetryStageMetadata$]],StartPipelineExecutionInput$=[3,n0,_SPEI,0,[_na,_var,_cRT,_sR],[0,()=>PipelineVariableList,[0,4],()=>SourceRevisionOverrideList],1],StartPipelineExecutionOutput$=[3,n0,_SPEO,0,[_pEI],[0]],StopExecutionTrigger$=[3,n0,_SET,0,[_rea],[0]],StopPipelineExecutionInput$=[3,n0,_SPEIt,0,[_pN,_pEI,_ab,_rea],[0,0,2,0],2],StopPipelineExecutionOutput$=[3,n0,_SPEOt,0,[_pEI],[0]],SucceededInStageFilter$=[3,n0,_SISF,0,[_sN],[0]],SuccessConditions$=[3,n0,_SCu,0,[_con],[()=>ConditionList],1],TargetFilter$=[3,n0,_TF,0,[_na,_val],[0,64]],TransitionState$=[3,n0,_TS,0,[_en,_lCB,_lCA,_dR],[2,0,4,0]],UntagResourceInput$=[3,n0,_URI,0,[_rAe,_tK],[0,64],2],ActionExecutionDetailList=[1,n0,_AEDL,0,()=>ActionExecutionDetail$],ActionStateList=[1,n0,_ASL,0,()=>ActionState$],AllowedAccounts=64,ArtifactDetailList=[1,n0,_ADL,0,()=>ArtifactDetail$],ArtifactRevisionList=[1,n0,_ARL,0,()=>ArtifactRevision$],CommandList=64,ConditionList=[1,n0,_CL,0,()=>Condition$],ConditionStateList=[1,n0,_CSL,0,()=>ConditionState$],EnvironmentVariableList=[1,n0,_EVL,0,()=>EnvironmentVariable$],FilePathList=64,GitBranchPatternList=64,GitFilePathPatternList=64,GitPullRequestEventTypeList=64,GitPullRequestFilterList=[1,n0,_GPRFL,0,()=>GitPullRequestFilter$],GitPushFilterList=[1,n0,_GPFL,0,()=>GitPushFilter$],GitTagPatternList=64,InputArtifactList=[1,n0,_IAL,0,()=>InputArtifact$],OutputArtifactList=[1,n0,_OAL,0,()=>OutputArtifact$],OutputVariableList=64,PipelineExecutionSummaryList=[1,n0,_PESL,0,()=>PipelineExecutionSummary$],PipelineList=[1,n0,_PL,0,()=>PipelineSummary$],PipelineStageDeclarationList=[1,n0,_PSDL,0,()=>StageDeclaration$],PipelineTriggerDeclarationList=[1,n0,_PTDL,0,()=>PipelineTriggerDeclaration$],PipelineVariableDeclarationList=[1,n0,_PVDL,0,()=>PipelineVariableDeclaration$],PipelineVariableList=[1,n0,_PVL,0,()=>PipelineVariable$],PollingAccountList=64,PollingServicePrincipalList=64,ResolvedPipelineVariableList=[1,n0,_RPVL,0,()=>ResolvedPipelineVariable$],RuleDeclarationList=[1,n0,_RDL,0,()=>RuleDeclaration$],RuleStateList=[1,n0,_RSL,0,()=>RuleState$],SourceRevisionList=[1,n0,_SRL,0,()=>SourceRevision$],SourceRevisionOverrideList=[1,n0,_SROL,0,()=>SourceRevisionOverride$],StageActionDeclarationList=[1,n0,_SADL,0,()=>ActionDeclaration$],StageBlockerDeclarationList=[1,n0,_SBDL,0,()=>BlockerDeclaration$],StageExecutionList=[1,n0,_SEL,0,()=>StageExecution$],StageStateList=[1,n0,_SSL,0,()=>StageState$],TagKeyList=64,TargetFilterValueList=64,ActionConfigurationMap=128,ArtifactStoreMap=[2,n0,_ASM,0,0,()=>ArtifactStore$],OutputVariablesMap=128,QueryParamMap=128,ResolvedActionConfigurationMap=128,ResolvedRuleConfigurationMap=128,RuleConfigurationMap=128,GetPipeline$=[9,n0,_GP,0,()=>GetPipelineInput$,()=>GetPipelineOutput$],GetPipelineExecution$=[9,n0,_GPE,0,()=>GetPipelineExecutionInput$,()=>GetPipelineExecutionOutput$],GetPipelineState$=[9,n0,_GPS,0,()=>GetPipelineStateInput$,()=>GetPipelineStateOutput$],ListActionExecutions$=[9,n0,_LAE,0,()=>ListActionExecutionsInput$,()=>ListActionExecutionsOutput$],ListPipelineExecutions$=[9,n0,_LPE,0,()=>ListPipelineExecutionsInput$,()=>ListPipelineExecutionsOutput$],ListPipelines$=[9,n0,_LP,0,()=>ListPipelinesInput$,()=>ListPipelinesOutput$],PutApprovalResult$=[9,n0,_PARu,0,()=>PutApprovalResultInput$,()=>PutApprovalResultOutput$],RetryStageExecution$=[9,n0,_RSE,0,()=>RetryStageExecutionInput$,()=>RetryStageExecutionOutput$],RollbackStage$=[9,n0,_RSo,0,()=>RollbackStageInput$,()=>RollbackStageOutput$],StartPipelineExecution$=[9,n0,_SPE,0,()=>StartPipelineExecutionInput$,()=>StartPipelineExecutionOutput$],StopPipelineExecution$=[9,n0,_SPEt,0,()=>StopPipelineExecutionInput$,()=>StopPipelineExecutionOutput$];
// node_modules/@aws-sdk/client-codepipeline/dist-es/runtimeConfig.shared.js
var getRuntimeConfig=e=>({apiVersion:"2015-07-09",base64Decoder:e?.base64Decoder??fromBase64,base64Encoder:e?.base64Encoder??toBase64,disableHostPrefix:e?.disableHostPrefix??!1,endpointProvider:e?.endpointProvider??defaultEndpointResolver,extensions:e?.extensions??[],httpAuthSchemeProvider:e?.httpAuthSchemeProvider??defaultCodePipelineHttpAuthSchemeProvider,httpAuthSchemes:e?.httpAuthSchemes??[{schemeId:"aws.auth#sigv4",identityProvider:r=>r.getIdentityProvider("aws.auth#sigv4"),signer:new AwsSdkSigV4Signer}],logger:e?.logger??new NoOpLogger,protocol:e?.protocol??AwsJson1_1Protocol,protocolSettings:e?.protocolSettings??{defaultNamespace:"com.amazonaws.codepipeline",errorTypeRegistries,xmlNamespace:"http://codepipeline.amazonaws.com/doc/2015-07-09/",version:"2015-07-09",serviceTarget:"CodePipeline_20150709"},serviceId:e?.serviceId??"CodePipeline",sha256:e?.sha256??Sha256Node,urlParser:e?.urlParser??parseUrl,utf8Decoder:e?.utf8Decoder??fromUtf8,utf8Encoder:e?.utf8Encoder??toUtf8});
// node_modules/@aws-sdk/client-codepipeline/dist-es/runtimeConfig.js
var getRuntimeConfig2=e=>{emitWarningIfUnsupportedVersion(process.version);const o=resolveDefaultsModeConfig(e),a=()=>o().then(loadConfigsForDefaultMode),t=getRuntimeConfig(e);emitWarningIfUnsupportedVersion2(process.version);const r={profile:e?.profile,logger:t.logger};return{...t,...e,runtime:"node",defaultsMode:o,authSchemePreference:e?.authSchemePreference??loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,r),bodyLengthChecker:e?.bodyLengthChecker??calculateBodyLength,credentialDefaultProvider:e?.credentialDefaultProvider??defaultProvider,defaultUserAgentProvider:e?.defaultUserAgentProvider??createDefaultUserAgentProvider({serviceId:t.serviceId,clientVersion:package_default.version}),maxAttempts:e?.maxAttempts??loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS,e),region:e?.region??loadConfig(NODE_REGION_CONFIG_OPTIONS,{...NODE_REGION_CONFIG_FILE_OPTIONS,...r}),requestHandler:NodeHttpHandler.create(e?.requestHandler??a),retryMode:e?.retryMode??loadConfig({...NODE_RETRY_MODE_CONFIG_OPTIONS,default:async()=>(await a()).retryMode||DEFAULT_RETRY_MODE},e),streamCollector:e?.streamCollector??streamCollector2,useDualstackEndpoint:e?.useDualstackEndpoint??loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,r),useFipsEndpoint:e?.useFipsEndpoint??loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,r),userAgentAppId:e?.userAgentAppId??loadConfig(NODE_APP_ID_CONFIG_OPTIONS,r)}};
// node_modules/@aws-sdk/client-codepipeline/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration=e=>{const h=e.httpAuthSchemes;let r=e.httpAuthSchemeProvider,s=e.credentials;return{setHttpAuthScheme(t){const c=h.findIndex(u=>u.schemeId===t.schemeId);c===-1?h.push(t):h.splice(c,1,t)},httpAuthSchemes(){return h},setHttpAuthSchemeProvider(t){r=t},httpAuthSchemeProvider(){return r},setCredentials(t){s=t},credentials(){return s}}},resolveHttpAuthRuntimeConfig=e=>({httpAuthSchemes:e.httpAuthSchemes(),httpAuthSchemeProvider:e.httpAuthSchemeProvider(),credentials:e.credentials()});
// node_modules/@aws-sdk/client-codepipeline/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions=(n,e)=>{const t=Object.assign(getAwsRegionExtensionConfiguration(n),getDefaultExtensionConfiguration(n),getHttpHandlerExtensionConfiguration(n),getHttpAuthExtensionConfiguration(n));return e.forEach(o=>o.configure(t)),Object.assign(n,resolveAwsRegionExtensionConfiguration(t),resolveDefaultRuntimeConfig2(t),resolveHttpHandlerRuntimeConfig(t),resolveHttpAuthRuntimeConfig(t))};
// node_modules/@aws-sdk/client-codepipeline/dist-es/CodePipelineClient.js
var CodePipelineClient=class extends Client{config;constructor(...[t]){const e=getRuntimeConfig2(t||{});super(e),this.initConfig=e;const i=resolveClientEndpointParameters(e),n=resolveUserAgentConfig(i),s=resolveRetryConfig(n),o=resolveRegionConfig(s),g=resolveHostHeaderConfig(o),c=resolveEndpointConfig(g),r=resolveHttpAuthSchemeConfig(c),d=resolveRuntimeExtensions(r,t?.extensions||[]);this.config=d,this.middlewareStack.use(getSchemaSerdePlugin(this.config)),this.middlewareStack.use(getUserAgentPlugin(this.config)),this.middlewareStack.use(getRetryPlugin(this.config)),this.middlewareStack.use(getContentLengthPlugin(this.config)),this.middlewareStack.use(getHostHeaderPlugin(this.config)),this.middlewareStack.use(getLoggerPlugin(this.config)),this.middlewareStack.use(getRecursionDetectionPlugin(this.config)),this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config,{httpAuthSchemeParametersProvider:defaultCodePipelineHttpAuthSchemeParametersProvider,identityProviderConfigProvider:async l=>new DefaultIdentityProviderConfig({"aws.auth#sigv4":l.credentials})})),this.middlewareStack.use(getHttpSigningPlugin(this.config))}destroy(){super.destroy()}};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commandBuilder.js
var command=makeBuilder(commonParams,"CodePipeline_20150709","CodePipelineClient",getEndpointPlugin),_ep0={},_mw0=(e,n,i,m)=>[];
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/GetPipelineCommand.js
var GetPipelineCommand=class extends command(_ep0,_mw0,"GetPipeline",GetPipeline$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/GetPipelineExecutionCommand.js
var GetPipelineExecutionCommand=class extends command(_ep0,_mw0,"GetPipelineExecution",GetPipelineExecution$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/GetPipelineStateCommand.js
var GetPipelineStateCommand=class extends command(_ep0,_mw0,"GetPipelineState",GetPipelineState$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/ListActionExecutionsCommand.js
var ListActionExecutionsCommand=class extends command(_ep0,_mw0,"ListActionExecutions",ListActionExecutions$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/ListPipelineExecutionsCommand.js
var ListPipelineExecutionsCommand=class extends command(_ep0,_mw0,"ListPipelineExecutions",ListPipelineExecutions$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/ListPipelinesCommand.js
var ListPipelinesCommand=class extends command(_ep0,_mw0,"ListPipelines",ListPipelines$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/PutApprovalResultCommand.js
var PutApprovalResultCommand=class extends command(_ep0,_mw0,"PutApprovalResult",PutApprovalResult$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/RetryStageExecutionCommand.js
var RetryStageExecutionCommand=class extends command(_ep0,_mw0,"RetryStageExecution",RetryStageExecution$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/RollbackStageCommand.js
var RollbackStageCommand=class extends command(_ep0,_mw0,"RollbackStage",RollbackStage$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/StartPipelineExecutionCommand.js
var StartPipelineExecutionCommand=class extends command(_ep0,_mw0,"StartPipelineExecution",StartPipelineExecution$){};
// node_modules/@aws-sdk/client-codepipeline/dist-es/commands/StopPipelineExecutionCommand.js
var StopPipelineExecutionCommand=class extends command(_ep0,_mw0,"StopPipelineExecution",StopPipelineExecution$){};
// action/cancellation.ts
function cancellation(process2) {
  const controller = new AbortController();
  const abort = () => controller.abort(new UserError("The job was cancelled."));
  process2.on("SIGINT", abort);
  process2.on("SIGTERM", abort);
  return controller.signal;
}

// shared/aws/clients.ts
function createAwsClients(settings) {
  const { userAgent: userAgent2, onCall, ...rest } = settings;
  const config = { ...rest, ...userAgent2 && { customUserAgent: userAgent2 }, ignoreCache: true };
  const s3Config = { ...config, ...settings.endpoint && { forcePathStyle: true } };
  const prepared = (client) => {
    const { middlewareStack, config: own } = client;
    if (onCall) {
      const count = (next) => {
        return (args) => {
          onCall();
          return next(args);
        };
      };
      middlewareStack.add(count, { step: "deserialize", priority: "low" });
    }
    middlewareStack.add(renewing(own.credentials), { step: "initialize", priority: "high" });
    return client;
  };
  return {
    codepipeline: once(
      async () => prepared(new (await import("./codepipeline-RJJ7BE3I.js")).CodePipelineClient(config))
    ),
    codebuild: once(async () => prepared(new (await import("./codebuild-WAKRV24G.js")).CodeBuildClient(config))),
    codedeploy: once(
      async () => prepared(new (await import("./codedeploy-T6S73SUZ.js")).CodeDeployClient(config))
    ),
    s3: once(async () => prepared(new (await import("./s3-X67MTXK6.js")).S3Client(s3Config))),
    ssm: once(async () => prepared(new (await import("./ssm-EN4NADE5.js")).SSMClient(config))),
    secretsManager: once(
      async () => prepared(new (await import("./secrets-manager-N3QUT4W5.js")).SecretsManagerClient(config))
    ),
    logs: once(async () => prepared(new (await import("./logs-7LJX6RCZ.js")).CloudWatchLogsClient(config))),
    sts: once(async () => prepared(new (await import("./sts-BJV5Z3ZW.js")).STSClient(config))),
    sqs: once(async () => prepared(new (await import("./sdk/sqs.ts")).SQSClient(config)))
  };
}
function renewing(credentials) {
  return (next) => async (args) => {
    const before = await credentials();
    try {
      return await next(args);
    } catch (error) {
      if (!isExpired(error)) throw error;
      const renewed = await credentials({ forceRefresh: true }).catch(() => before);
      if (renewed.accessKeyId === before.accessKeyId && renewed.sessionToken === before.sessionToken)
        throw error;
      return next(args);
    }
  };
}
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

// shared/run/model.ts
var finalStatuses = /* @__PURE__ */ new Set([
  "Stopped",
  "Succeeded",
  "Superseded",
  "Failed",
  "Cancelled"
]);
function isFinal(run2) {
  return finalStatuses.has(run2.status);
}
function waitingApproval(run2) {
  if (isFinal(run2)) return void 0;
  for (const stage of run2.stages) {
    for (const action of stage.actions) {
      if (action.category === "Approval" && action.status === "InProgress") return { stage, action };
    }
  }
  return void 0;
}
function stageToCome(run2) {
  const index = run2.stages.findIndex(({ status }) => status === "Pending");
  const before = run2.stages.slice(0, index);
  const isDone = before.every(({ status }) => status === "Succeeded" || status === "Skipped");
  return run2.status === "InProgress" && index > 0 && isDone ? run2.stages[index] : void 0;
}

// shared/run/read.ts
function runFrom(facts) {
  const { definition, execution, actions, region, change } = facts;
  const latest = latestByAction(actions);
  const status = execution.status ?? "InProgress";
  const declared = (definition.stages ?? []).map((stage) => {
    const name = stage.name ?? "";
    const own = (stage.actions ?? []).map(
      (action) => actionFrom(action, latest.get(keyOf(name, action.name)))
    );
    return { name, actions: withoutStale(own) };
  });
  const lastReached = declared.findLastIndex(({ actions: actions2 }) => actions2.some(hasBegun));
  const stages = declared.map((stage, index) => {
    const begun = stage.actions.filter(hasBegun);
    const stageStatus = begun.length > 0 ? statusOfStage(stage.actions, status) : unreached(index < lastReached);
    return {
      ...stage,
      status: stageStatus,
      startedAt: earliest(begun.map((action) => action.startedAt)),
      endedAt: isMoving(stageStatus) ? void 0 : newest(begun.map((action) => action.endedAt)),
      updatedAt: newest(begun.map((action) => action.updatedAt))
    };
  });
  const kind = execution.executionType === "ROLLBACK" ? "ROLLBACK" : "STANDARD";
  const run2 = {
    pipeline: execution.pipelineName ?? definition.name ?? "",
    id: execution.pipelineExecutionId ?? "",
    region,
    status,
    kind,
    rollbackOf: execution.rollbackMetadata?.rollbackTargetPipelineExecutionId,
    trigger: execution.trigger?.triggerType,
    startedBy: starterIn(execution.trigger),
    version: execution.pipelineVersion,
    change,
    startedAt: earliest(actions.map((action) => action.startTime?.getTime())),
    updatedAt: newest(stages.map((stage) => stage.updatedAt)),
    stages: kind === "ROLLBACK" ? stages.filter(({ actions: actions2 }) => actions2.some(hasBegun)) : stages
  };
  return isFinal(run2) ? { ...run2, endedAt: newest(actions.map((a2) => a2.lastUpdateTime?.getTime())) } : run2;
}
function runFromSummary(summary, at) {
  const run2 = {
    ...at,
    id: summary.pipelineExecutionId ?? "",
    status: summary.status ?? "InProgress",
    kind: summary.executionType === "ROLLBACK" ? "ROLLBACK" : "STANDARD",
    rollbackOf: summary.rollbackMetadata?.rollbackTargetPipelineExecutionId,
    makesUpFor: failedExecutionOf(summary.trigger),
    trigger: summary.trigger?.triggerType,
    startedBy: starterIn(summary.trigger),
    revisions: revisionsOf(summary),
    startedAt: summary.startTime?.getTime(),
    stages: []
  };
  return isFinal(run2) ? { ...run2, endedAt: summary.lastUpdateTime?.getTime() } : run2;
}
function starterIn({ triggerType, triggerDetail } = {}) {
  const byHand = triggerType === "StartPipelineExecution" || triggerType === "ManualRollback";
  return byHand ? triggerDetail : void 0;
}
function failedExecutionOf({ triggerType, triggerDetail = "" } = {}) {
  if (triggerType !== "AutomatedRollback") return void 0;
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(triggerDetail)?.[0];
}
function revisionsOf({ sourceRevisions = [] }) {
  return Object.fromEntries(
    sourceRevisions.map(({ actionName = "", revisionId = "" }) => [actionName, revisionId])
  );
}
function latestByAction(details) {
  const latest = /* @__PURE__ */ new Map();
  for (const detail of details) {
    const key = keyOf(detail.stageName, detail.actionName);
    const before = latest.get(key);
    if (!before || startOf(detail) > startOf(before)) latest.set(key, detail);
  }
  return latest;
}
function startOf(detail) {
  return detail.startTime?.getTime() ?? 0;
}
function keyOf(stage = "", action = "") {
  return `${stage}/${action}`;
}
function actionFrom(declared, detail) {
  const action = {
    name: declared.name ?? "",
    category: declared.actionTypeId?.category ?? "",
    provider: declared.actionTypeId?.provider ?? "",
    runOrder: declared.runOrder ?? 1,
    status: "Pending"
  };
  if (!detail) return action;
  const result = detail.output?.executionResult;
  const status = detail.status ?? "InProgress";
  const startedAt = detail.startTime?.getTime();
  const endedAt = status === "InProgress" ? void 0 : detail.lastUpdateTime?.getTime();
  return {
    ...action,
    status,
    executionId: detail.actionExecutionId,
    startedAt,
    endedAt,
    updatedAt: endedAt ?? startedAt,
    toldAt: endedAt ?? startedAt,
    externalId: result?.externalExecutionId,
    externalUrl: result?.externalExecutionUrl,
    summary: result?.errorDetails?.message ?? result?.externalExecutionSummary
  };
}
function withoutStale(actions) {
  return actions.map((action) => {
    const repeats = actions.some(
      (other) => other.runOrder < action.runOrder && (other.startedAt ?? 0) > (action.startedAt ?? Infinity)
    );
    const { name, category, provider, runOrder } = action;
    return repeats ? { name, category, provider, runOrder, status: "Pending" } : action;
  });
}
function hasBegun(action) {
  return action.status !== "Pending";
}
function unreached(passed) {
  return passed ? "Skipped" : "Pending";
}
function statusOfStage(actions, run2) {
  const has = (status) => actions.some((action) => action.status === status);
  if (has("InProgress")) return run2 === "Stopping" ? "Stopping" : "InProgress";
  if (actions.every((action) => action.status === "Succeeded")) return "Succeeded";
  if (run2 === "InProgress") return "InProgress";
  if (has("Failed")) return "Failed";
  if (run2 === "Succeeded" || run2 === "Superseded") return "Succeeded";
  return run2;
}
function isMoving(status) {
  return status === "InProgress" || status === "Stopping" || status === "Pending";
}
function earliest(times) {
  const known2 = times.filter((time2) => time2 !== void 0);
  return known2.length > 0 ? Math.min(...known2) : void 0;
}
function newest(times) {
  const known2 = times.filter((time2) => time2 !== void 0);
  return known2.length > 0 ? Math.max(...known2) : void 0;
}

// shared/run/change.ts
var metadataLimit = 2048;
var textFields = ["repository", "commit", "ref", "actor", "author"];
var messageName = "drawbridge-message";
var summaryName = "codepipeline-artifact-revision-summary";
var summaryLimit = 256;
function changeToMetadata(change) {
  const wanted = [
    ...textFields.map((field) => [`drawbridge-${field}`, change[field]]),
    ["drawbridge-pull-request", change.pullRequest?.toString()],
    ["drawbridge-workflow-url", change.workflowUrl]
  ];
  const metadata2 = {};
  let left = metadataLimit;
  const put = (name, value) => {
    const size = name.length + value.length;
    if (!value || size > left) return;
    metadata2[name] = value;
    left -= size;
  };
  for (const [name, value] of wanted) put(name, encode(value ?? ""));
  put(summaryName, revisionSummary(change));
  put(messageName, encodeUpTo(firstLine(change.message ?? ""), left - messageName.length));
  return metadata2;
}
function changeFromMetadata(metadata2) {
  const read2 = (name) => decode(metadata2[`drawbridge-${name}`]);
  const repository = read2("repository");
  const pullRequest = Number(read2("pull-request"));
  const workflowUrl = read2("workflow-url");
  const change = {
    repository: repository && isRepository(repository) ? repository : void 0,
    commit: read2("commit"),
    ref: read2("ref"),
    message: read2("message"),
    author: read2("author"),
    actor: read2("actor"),
    pullRequest: Number.isSafeInteger(pullRequest) && pullRequest > 0 ? pullRequest : void 0,
    workflowUrl: workflowUrl && isWebAddress(workflowUrl) ? workflowUrl : void 0
  };
  return known(change);
}
function changeFromSummary(summary) {
  const [, repository = "", commit, actor, message] = /^([^@\s]+)@([0-9a-f]{7,12})(?: by ([^\s:]+))?(?:: (.*))?$/.exec(summary) ?? [];
  return isRepository(repository) ? known({ repository, commit, actor, message }) : void 0;
}
function known(change) {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== void 0 && value !== "")
  );
}
function isRepository(text) {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(text);
}
function isWebAddress(text) {
  const url = URL.parse(text);
  return url?.protocol === "https:" || url?.protocol === "http:";
}
function firstLine(text) {
  const [line2 = ""] = text.trim().split(/[\r\n\u2028\u2029]/, 1);
  return withoutControls(line2).trim();
}
function revisionSummary(change) {
  const { repository, commit, actor, message } = change;
  const what = [repository, commit?.slice(0, 12)].filter(Boolean).join("@");
  const head = [what, actor && `by ${actor}`].filter(Boolean).join(" ");
  const text = [head, message && firstLine(message)].filter(Boolean).join(": ");
  return text.replace(/[^\x20-\x7e]+/g, "?").slice(0, summaryLimit);
}
function encode(text) {
  return encodeURIComponent(text.toWellFormed());
}
function encodeUpTo(text, limit) {
  const whole = encode(text);
  if (whole.length <= limit) return whole;
  const room = limit - encode("\u2026").length;
  let kept = "";
  for (const character of text) {
    const next = encode(character);
    if (kept.length + next.length > room) break;
    kept += next;
  }
  return kept && `${kept}${encode("\u2026")}`;
}
function decode(value) {
  if (!value) return void 0;
  try {
    return withoutControls(decodeURIComponent(value));
  } catch {
    return void 0;
  }
}
function withoutControls(text) {
  return text.replace(new RegExp("\\p{Cc}+", "gu"), " ");
}

// shared/run/source.ts
function sourceOf(execution, actions) {
  const sources = actions.filter((action) => action.input?.actionTypeId?.category === "Source" && action.status === "Succeeded").sort((a2, b2) => (a2.startTime?.getTime() ?? 0) - (b2.startTime?.getTime() ?? 0)).map((action) => read(action, revisionFrom(action, execution.artifactRevisions ?? [])));
  return sources.find(({ change, object }) => change.commit || object) ?? sources[0];
}
function changeFromRevisions(revisions) {
  const [first] = revisions;
  if (!first) return {};
  return known(withCommit({ revision: first.revisionId, ...fromSummary(first.revisionSummary) }, {}));
}
function revisionFrom(action, revisions) {
  const outputs = action.output?.outputArtifacts ?? [];
  return revisions.find(({ name }) => outputs.some((output) => output.name === name)) ?? revisions[0];
}
function read(action, revision) {
  const variables = action.output?.outputVariables ?? {};
  const settings = { ...action.input?.configuration, ...action.input?.resolvedConfiguration };
  const base = { revision: revision?.revisionId, ...fromSummary(revision?.revisionSummary) };
  if (action.input?.actionTypeId?.provider === "S3") {
    const bucket = variables.BucketName ?? settings.S3Bucket;
    const key = variables.ObjectKey ?? settings.S3ObjectKey;
    const version = variables.VersionId ?? revision?.revisionId;
    return { change: known(base), object: bucket && key && version ? { bucket, key, version } : void 0 };
  }
  const repository = variables.FullRepositoryName ?? settings.FullRepositoryId ?? [settings.Owner, settings.Repo].join("/");
  const change = {
    ...base,
    repository: isRepository(repository) ? repository : void 0,
    ref: variables.BranchName ?? settings.BranchName ?? settings.Branch,
    author: variables.AuthorDisplayName ?? variables.AuthorId,
    message: variables.CommitMessage ? firstLine(variables.CommitMessage) : base.message
  };
  return { change: known(withCommit(change, variables)) };
}
function withCommit(change, variables) {
  const commit = variables.CommitId ?? change.revision;
  return commit && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit) ? { ...change, commit } : change;
}
function fromSummary(summary) {
  if (!summary || /^Amazon S3 version id:/.test(summary)) return {};
  return changeFromSummary(summary) ?? { message: firstLine(commitMessage(summary) ?? summary) };
}
function commitMessage(summary) {
  if (!summary.startsWith("{")) return void 0;
  try {
    const { CommitMessage: message } = JSON.parse(summary);
    return typeof message === "string" ? message : void 0;
  } catch {
    return void 0;
  }
}

// shared/secrets/secret.ts
const { inspect } = process.getBuiltinModule("util");
var mask = "***";
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  reveal() {
    return this.#value;
  }
  toString() {
    return mask;
  }
  toJSON() {
    return mask;
  }
  [Symbol.toPrimitive]() {
    return mask;
  }
  [inspect.custom]() {
    return mask;
  }
};

// shared/aws/recent.ts
var Recent = class {
  #entries = /* @__PURE__ */ new Map();
  #limit;
  constructor(limit) {
    this.#limit = limit;
  }
  get(key) {
    return this.#entries.get(key);
  }
  set(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#limit) break;
      this.#entries.delete(oldest);
    }
  }
};

// shared/aws/runs.ts
var remembered = 500;
function createRuns(clients, region) {
  const definitions = new Recent(remembered);
  const changes = new Recent(remembered);
  const seen = /* @__PURE__ */ new WeakMap();
  async function definition(pipeline, version) {
    const key = `${pipeline}@${version}`;
    const cached = version === void 0 ? void 0 : definitions.get(key);
    if (cached) return cached;
    const client = await clients.codepipeline();
    const found = await explaining(
      { region, pipeline },
      () => client.send(new GetPipelineCommand({ name: pipeline, version }))
    );
    const declaration = found.pipeline;
    if (version !== void 0) definitions.set(key, declaration);
    return declaration;
  }
  async function executionOf(pipeline, id) {
    const client = await clients.codepipeline();
    const found = await explaining(
      { region, pipeline, run: id },
      () => client.send(new GetPipelineExecutionCommand({ pipelineName: pipeline, pipelineExecutionId: id }))
    );
    return found.pipelineExecution;
  }
  async function actions(pipeline, id) {
    const client = await clients.codepipeline();
    const details = [];
    let nextToken;
    do {
      const command2 = new ListActionExecutionsCommand({
        pipelineName: pipeline,
        filter: { pipelineExecutionId: id },
        maxResults: 100,
        nextToken
      });
      const page = await explaining({ region, pipeline, run: id }, () => client.send(command2));
      details.push(...page.actionExecutionDetails ?? []);
      nextToken = page.nextToken;
    } while (nextToken);
    return details;
  }
  async function changeOf(pipeline, execution, details) {
    const id = execution.pipelineExecutionId ?? "";
    const key = `${pipeline}/${id}`;
    const cached = changes.get(key);
    if (cached) return cached;
    const target = execution.rollbackMetadata?.rollbackTargetPipelineExecutionId;
    const change = target && target !== id ? await changeOfTarget(pipeline, target) : await readChange(execution, details);
    if (change?.commit || change?.revision) changes.set(key, change);
    return change ?? {};
  }
  async function changeOfTarget(pipeline, target) {
    try {
      const execution = await executionOf(pipeline, target);
      return await changeOf(pipeline, execution, await actions(pipeline, target));
    } catch (error) {
      if (isNotFound(error)) return {};
      throw error;
    }
  }
  async function readChange(execution, details) {
    const source = sourceOf(execution, details);
    if (!source?.object) return source?.change;
    const { readMetadata } = await import("./objects-4HI2IW76.js");
    try {
      const metadata2 = await readMetadata(await clients.s3(), source.object);
      return { ...source.change, ...changeFromMetadata(metadata2) };
    } catch (error) {
      if (isDenied(error) || isNotFound(error)) return source.change;
      throw explain(error, { region, bucket: source.object.bucket });
    }
  }
  async function assemble(pipeline, execution, details) {
    const change = await changeOf(pipeline, execution, details);
    const declaration = await definition(pipeline, execution.pipelineVersion);
    const read2 = runFrom({ region, definition: declaration, execution, actions: details, change });
    seen.set(read2, fingerprint(details));
    return read2;
  }
  async function run2(pipeline, id) {
    const first = await readBoth(pipeline, id);
    const [execution, details] = missesRevision(first) ? await readBoth(pipeline, id) : first;
    return assemble(pipeline, execution, details);
  }
  async function readBoth(pipeline, id) {
    const execution = await executionOf(pipeline, id);
    return [execution, await actions(pipeline, id)];
  }
  async function refresh(before) {
    const { pipeline, id } = before;
    const details = await actions(pipeline, id);
    const busy = details.some(({ status }) => status === "InProgress");
    if (busy && fingerprint(details) === seen.get(before)) return before;
    const execution = await executionOf(pipeline, id);
    const moving = execution.status === "InProgress";
    return assemble(pipeline, execution, moving ? details : await actions(pipeline, id));
  }
  return { definition, actions, run: run2, refresh };
}
function missesRevision([execution, details]) {
  const isRead = details.some(
    ({ input, status }) => input?.actionTypeId?.category === "Source" && status === "Succeeded"
  );
  return isRead && !execution.artifactRevisions?.length;
}
function fingerprint(details) {
  return details.map(({ actionExecutionId, status, output }) => {
    const result = output?.executionResult;
    return [actionExecutionId, status, result?.externalExecutionId, result?.externalExecutionSummary].join(
      " "
    );
  }).sort().join("\n");
}

// shared/aws/pipelines.ts
var pageSize = 100;
var approvalSummaryLimit = 512;
var stopReasonLimit = 200;
function createPipelines(clients, region) {
  const runs = createRuns(clients, region);
  async function names2() {
    const client = await clients.codepipeline();
    const found = [];
    let nextToken;
    do {
      const command2 = new ListPipelinesCommand({ nextToken });
      const page = await explaining({ region }, () => client.send(command2));
      found.push(...(page.pipelines ?? []).flatMap(({ name }) => name ?? []));
      nextToken = page.nextToken;
    } while (nextToken);
    return found;
  }
  async function recent(pipeline, { limit, succeededIn }) {
    const client = await clients.codepipeline();
    const found = [];
    let nextToken;
    do {
      const command2 = new ListPipelineExecutionsCommand({
        pipelineName: pipeline,
        maxResults: Math.min(pageSize, limit - found.length),
        filter: succeededIn ? { succeededInStage: { stageName: succeededIn } } : void 0,
        nextToken
      });
      const page = await explaining({ region, pipeline, stage: succeededIn }, () => client.send(command2));
      found.push(...page.pipelineExecutionSummaries ?? []);
      nextToken = page.nextToken;
    } while (nextToken && found.length < limit);
    return found.slice(0, limit).map((summary) => {
      const change = changeFromRevisions(summary.sourceRevisions ?? []);
      return runFromSummary(summary, { pipeline, region, change });
    });
  }
  async function pendingApproval(pipeline, id) {
    const waiting2 = (await runs.actions(pipeline, id)).find(
      ({ input, status }) => input?.actionTypeId?.category === "Approval" && status === "InProgress"
    );
    const { stageName: stage, actionName: action } = waiting2 ?? {};
    if (!waiting2 || !stage || !action) return void 0;
    const token = await tokenOf({ pipeline, id, stage, action }) ?? await parallelToken(pipeline, waiting2.output?.executionResult?.externalExecutionId);
    if (!token) return void 0;
    const settings = waiting2.input?.resolvedConfiguration ?? waiting2.input?.configuration;
    return {
      pipeline,
      id,
      stage,
      action,
      token: new Secret(token),
      customData: settings?.CustomData || void 0,
      reviewUrl: settings?.ExternalEntityLink || void 0
    };
  }
  async function tokenOf(at) {
    const client = await clients.codepipeline();
    const state2 = await explaining(
      { region, pipeline: at.pipeline },
      () => client.send(new GetPipelineStateCommand({ name: at.pipeline }))
    );
    const stage = state2.stageStates?.find(({ stageName }) => stageName === at.stage);
    if (stage?.latestExecution?.pipelineExecutionId !== at.id) return void 0;
    return stage.actionStates?.find(({ actionName }) => actionName === at.action)?.latestExecution?.token;
  }
  async function parallelToken(pipeline, externalId) {
    if (!externalId) return void 0;
    const { executionMode } = await runs.definition(pipeline);
    return executionMode === "PARALLEL" ? externalId : void 0;
  }
  async function start2({ pipeline, variables, sourceRevisions, token }) {
    const client = await clients.codepipeline();
    const command2 = new StartPipelineExecutionCommand({
      name: pipeline,
      clientRequestToken: token,
      variables: variables && Object.entries(variables).map(([name, value]) => ({ name, value })),
      sourceRevisions: sourceRevisions?.map(({ action, type, value }) => ({
        actionName: action,
        revisionType: type,
        revisionValue: value
      }))
    });
    const started = await explaining({ region, pipeline }, () => client.send(command2));
    return started.pipelineExecutionId;
  }
  async function approve({ approval, status, summary }) {
    const client = await clients.codepipeline();
    const { pipeline, stage, action, token, id } = approval;
    const command2 = new PutApprovalResultCommand({
      pipelineName: pipeline,
      stageName: stage,
      actionName: action,
      token: token.reveal(),
      result: { status, summary: summary.slice(0, approvalSummaryLimit) }
    });
    await explaining({ region, pipeline, stage, run: id }, () => client.send(command2));
  }
  async function rollback(request) {
    const client = await clients.codepipeline();
    const { pipeline, stage, to } = request;
    const command2 = new RollbackStageCommand({
      pipelineName: pipeline,
      stageName: stage,
      targetPipelineExecutionId: to
    });
    const started = await explaining({ region, pipeline, stage, run: to }, () => client.send(command2));
    return started.pipelineExecutionId;
  }
  async function retry(request) {
    const client = await clients.codepipeline();
    const { pipeline, stage, id, all } = request;
    const command2 = new RetryStageExecutionCommand({
      pipelineName: pipeline,
      stageName: stage,
      pipelineExecutionId: id,
      retryMode: all ? "ALL_ACTIONS" : "FAILED_ACTIONS"
    });
    await explaining({ region, pipeline, stage, run: id }, () => client.send(command2));
  }
  async function stop(request) {
    const client = await clients.codepipeline();
    const { pipeline, id, abandon, reason: reason3 } = request;
    const command2 = new StopPipelineExecutionCommand({
      pipelineName: pipeline,
      pipelineExecutionId: id,
      abandon,
      reason: reason3.slice(0, stopReasonLimit)
    });
    await explaining({ region, pipeline, run: id }, () => client.send(command2));
  }
  const { run: run2, refresh } = runs;
  const definition = (pipeline) => runs.definition(pipeline);
  return { names: names2, definition, run: run2, refresh, recent, pendingApproval, start: start2, approve, rollback, retry, stop };
}

// shared/clock.ts
var longestTimer = 2 ** 31 - 1;
var systemClock = {
  now: () => Date.now(),
  after(ms, run2) {
    const timer = setTimeout(run2, Math.min(ms, longestTimer));
    return () => clearTimeout(timer);
  }
};
function sleep(clock, ms, signal) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

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
var longLogLines = 100;
var codebuild_default = defineProvider({
  provider: "CodeBuild",
  describe: ({ externalId }) => externalId ? `build ${externalId}` : "a build",
  reason,
  logs,
  progress,
  link: ({ externalId, externalUrl }, region) => {
    if (!externalId) return externalUrl;
    const [project = ""] = externalId.split(":");
    const path = `codesuite/codebuild/projects/${encodeURIComponent(project)}/build`;
    return consolePage(region, `${path}/${encodeURIComponent(externalId)}?region=${region}`);
  }
});
async function reason({ externalId }, context) {
  if (!externalId) return void 0;
  const { getBuild } = await import("./builds-NEMUS452.js");
  const build = await getBuild(await context.clients.codebuild(), externalId);
  return build && { ...failureOf(build), log: await logOf(build, context), url: build.logs?.deepLink };
}
var pagesAtOnce = 10;
function progress({ externalId = "" }, { clients }) {
  let logs3;
  let after;
  return {
    async look(last) {
      const [{ getBuild }, { nextLines }, { isNotFound: isNotFound2 }] = await Promise.all([
        import("./builds-NEMUS452.js"),
        import("./logs-X6YK7NUD.js"),
        import("./errors-SNP3AIZV.js")
      ]);
      if (!logs3?.streamName) {
        const build = await getBuild(await clients.codebuild(), externalId);
        if (!build) return void 0;
        logs3 = build.logs;
      }
      const { groupName: group3, streamName: stream, deepLink } = logs3 ?? {};
      if (!group3 || !stream) return [];
      const client = await clients.logs();
      const lines = [];
      for (let pages = 0; pages < pagesAtOnce; pages++) {
        try {
          const page = await nextLines(client, { group: group3, stream, after });
          lines.push(...page.lines);
          if (page.next === after || !last) {
            after = page.next;
            return lines;
          }
          after = page.next;
        } catch (error) {
          if (isNotFound2(error)) return lines;
          throw error;
        }
      }
      return [...lines, `The log is longer than this: ${deepLink ?? `${group3}/${stream}`}`];
    }
  };
}
async function logs({ externalId }, context) {
  if (!externalId) return void 0;
  const { getBuild } = await import("./builds-NEMUS452.js");
  const build = await getBuild(await context.clients.codebuild(), externalId);
  return build && logOf(build, context, longLogLines);
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
async function logOf({ logs: logs3 }, { clients }, count = logLines) {
  const { groupName: group3, streamName: stream } = logs3 ?? {};
  if (!group3 || !stream) return void 0;
  const [{ lastLines }, { isDenied: isDenied2, isNotFound: isNotFound2 }] = await Promise.all([
    import("./logs-X6YK7NUD.js"),
    import("./errors-SNP3AIZV.js")
  ]);
  try {
    return await lastLines(await clients.logs(), { group: group3, stream, count });
  } catch (error) {
    if (isDenied2(error) || isNotFound2(error)) return void 0;
    throw error;
  }
}

// shared/providers/codecommit.ts
var codecommit_default = defineProvider({
  provider: "CodeCommit",
  describe: () => "a commit in CodeCommit"
});

// shared/render/marks.ts
var marks = {
  Pending: "\u26AA",
  InProgress: "\u{1F535}",
  Waiting: "\u270B",
  Stopping: "\u{1F7E0}",
  Stopped: "\u{1F6D1}",
  Abandoned: "\u{1F6D1}",
  Cancelled: "\u{1F6D1}",
  Succeeded: "\u2705",
  Failed: "\u274C",
  Skipped: "\u23ED\uFE0F",
  Superseded: "\u23E9"
};
function markOf(status) {
  return marks[status] ?? "\u2754";
}
var words = {
  Pending: "to come",
  InProgress: "in progress",
  Waiting: "waits for approval",
  Stopping: "is being stopped",
  Stopped: "stopped",
  Abandoned: "abandoned",
  Cancelled: "cancelled",
  Succeeded: "succeeded",
  Failed: "failed",
  Skipped: "skipped",
  Superseded: "superseded by a newer run"
};
function wordsOf(status) {
  return words[status] ?? status;
}
function statusOf2(run2) {
  return !isFinal(run2) && waitingApproval(run2) ? "Waiting" : run2.status;
}

// shared/render/time.ts
function duration(ms) {
  const seconds2 = Math.max(0, Math.round(ms / 1e3));
  if (seconds2 < 60) return `${seconds2}s`;
  if (seconds2 < 3600) return `${Math.floor(seconds2 / 60)}m ${two(seconds2 % 60)}s`;
  if (seconds2 < 86400) return `${Math.floor(seconds2 / 3600)}h ${two(Math.floor(seconds2 % 3600 / 60))}m`;
  return `${Math.floor(seconds2 / 86400)}d ${Math.floor(seconds2 % 86400 / 3600)}h`;
}
function moment(at) {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
function two(number) {
  return String(number).padStart(2, "0");
}

// shared/providers/codedeploy.ts
var logLines2 = 20;
var codedeploy_default = defineProvider({
  provider: "CodeDeploy",
  describe: ({ externalId }) => externalId ? `deployment ${externalId}` : "a deployment",
  reason: reason2,
  logs: logs2,
  progress: progress2,
  link: deploymentLink
});
function deploymentLink({ externalId, externalUrl }, region) {
  if (!externalId) return externalUrl;
  const path = `codesuite/codedeploy/deployments/${encodeURIComponent(externalId)}`;
  return consolePage(region, `${path}?region=${region}`);
}
async function reason2(action, { clients, run: run2 }) {
  const { externalId } = action;
  if (!externalId) return void 0;
  const { failedTargets, getDeployment } = await import("./deployments-2WAIXJSE.js");
  const client = await clients.codedeploy();
  const url = deploymentLink(action, run2.region);
  const failures2 = (await failedTargets(client, externalId)).flatMap(failuresOf);
  const [first] = failures2.sort((a2, b2) => timeOf(a2.event) - timeOf(b2.event));
  if (first) return { ...explain2(first), url };
  const { errorInformation } = await getDeployment(client, externalId) ?? {};
  const text = errorInformation?.message ?? errorInformation?.code;
  return text ? { text, url } : void 0;
}
async function logs2({ externalId }, { clients }) {
  if (!externalId) return void 0;
  const { failedTargets } = await import("./deployments-2WAIXJSE.js");
  const failures2 = (await failedTargets(await clients.codedeploy(), externalId)).flatMap(failuresOf);
  const lines = failures2.flatMap(({ target, event }) => [
    `${event.lifecycleEventName} on ${target}:`,
    ...logOf2(event.diagnostics ?? {})
  ]);
  return lines.length > 0 ? lines : void 0;
}
function failuresOf(target) {
  return eventsOf(target).filter(({ event }) => event.status === "Failed");
}
function eventsOf(each) {
  const target = each.instanceTarget ?? each.ecsTarget ?? each.lambdaTarget ?? each.cloudFormationTarget;
  return (target?.lifecycleEvents ?? []).map((event) => ({ target: target?.targetId ?? "a target", event }));
}
var mostHosts = 50;
var listEvery = 4;
function progress2({ externalId: id = "" }, { clients }) {
  const told = /* @__PURE__ */ new Map();
  let ids = [];
  let looks2 = 0;
  return {
    async look(last) {
      const { describeTargets, getDeployment, targetIds } = await import("./deployments-2WAIXJSE.js");
      const client = await clients.codedeploy();
      if (ids.length <= mostHosts && (last || looks2 % listEvery === 0)) ids = await targetIds(client, id);
      looks2 += 1;
      if (ids.length > mostHosts) {
        const { deploymentOverview } = await getDeployment(client, id) ?? {};
        return news(told, [["", overviewLine(ids.length, { ...deploymentOverview })]]);
      }
      const targets = await describeTargets(client, id, ids);
      const events = targets.flatMap(eventsOf);
      const begun = events.filter(({ event }) => event.status !== "Pending");
      const sorted = begun.sort((a2, b2) => timeOf(a2.event) - timeOf(b2.event));
      return news(told, [
        ...sorted.map((one) => [`${one.target} ${one.event.lifecycleEventName}`, eventLine(one)]),
        ...targets.flatMap(trafficOf)
      ]);
    }
  };
}
function news(told, lines) {
  const fresh = lines.filter(([key, line2]) => told.get(key) !== line2);
  for (const [key, line2] of fresh) told.set(key, line2);
  return fresh.map(([, line2]) => line2);
}
function eventLine({ target, event }) {
  const { status = "Unknown", lifecycleEventName, startTime, endTime, diagnostics = {} } = event;
  const took2 = startTime && endTime ? ` in ${duration(endTime.getTime() - startTime.getTime())}` : "";
  const why = status === "Failed" ? [scriptOf(diagnostics), messageOf2(diagnostics)].filter(Boolean) : [];
  const because2 = why.length > 0 ? `: ${why.join(": ")}` : "";
  return `${markOf(status)} ${target} ${lifecycleEventName} ${wordsOf(status)}${took2}${because2}`;
}
function trafficOf({ ecsTarget, lambdaTarget }) {
  const { functionName, targetVersion, targetVersionWeight } = lambdaTarget?.lambdaFunctionInfo ?? {};
  const green = ecsTarget?.taskSetsInfo?.find(({ taskSetLabel }) => taskSetLabel === "Green");
  const parts = [
    [`version ${targetVersion} of ${functionName}`, targetVersionWeight],
    [`the new tasks of ${ecsTarget?.targetId}`, green?.trafficWeight]
  ];
  return parts.flatMap(
    ([what, percent]) => percent === void 0 ? [] : [[`traffic to ${what}`, `${percent}% of the traffic goes to ${what}`]]
  );
}
function overviewLine(hosts, counts) {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return `${hosts} hosts: ${parts.map(([status, count]) => `${count} ${wordsOf(status)}`).join(", ")}`;
}
function timeOf({ startTime }) {
  return startTime?.getTime() ?? Infinity;
}
function explain2({ target, event }) {
  const { diagnostics = {} } = event;
  const log = logOf2(diagnostics);
  return {
    text: [scriptOf(diagnostics), messageOf2(diagnostics)].filter(Boolean).join(": ") || "The lifecycle event failed.",
    where: `${event.lifecycleEventName} on ${target}`,
    ...log.length > 0 && { log }
  };
}
function scriptOf({ scriptName }) {
  return scriptName || void 0;
}
function messageOf2({ message, errorCode }) {
  return message || (errorCode && errorCode !== "Success" ? errorCode : void 0);
}
function logOf2({ logTail: logTail2 = "" }) {
  return logTail2.split(/\r?\n/).filter((line2) => line2.trim() !== "").slice(-logLines2);
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
  return async (run2, stageName, actionName) => {
    const stage = run2.stages.find(({ name }) => name === stageName);
    const action = stage?.actions.find(({ name }) => name === actionName);
    if (action?.status !== "Failed") return void 0;
    const provider = providerOf(action);
    const url = provider?.link?.(action, run2.region) ?? action.externalUrl;
    try {
      const found = await provider?.reason?.(action, { clients, run: run2 });
      if (found) return { ...found, url: found.url ?? url };
    } catch (error) {
      if (!isRefused(error)) throw explain(error, { region: run2.region, pipeline: run2.pipeline });
    }
    return ownReason(action, url);
  };
}
function createProgressFinder(clients) {
  return (run2, action) => {
    const { region, pipeline } = run2;
    const progress3 = action.externalId ? providerOf(action)?.progress?.(action, { clients, run: run2 }) : void 0;
    return progress3 && { look: (last) => explaining({ region, pipeline }, () => progress3.look(last)) };
  };
}
function ownReason({ summary }, url) {
  return summary ? { text: summary, url } : void 0;
}

// action/proxy.ts
const http = process.getBuiltinModule("http");
const https = process.getBuiltinModule("https");
var metadata = ["169.254.169.254", "169.254.170.2", "169.254.170.23", "fd00:ec2::254"];
function useProxy(env2) {
  const names2 = ["http_proxy", "https_proxy"].flatMap((name) => [name, name.toUpperCase()]);
  if (!names2.some((name) => env2[name])) return void 0;
  const direct = [env2.no_proxy || env2.NO_PROXY, ...metadata].filter(Boolean).join(",");
  const proxyEnv = { ...env2, no_proxy: direct, NO_PROXY: direct };
  http.setGlobalProxyFromEnv?.(proxyEnv);
  const options = { keepAlive: true, maxSockets: 50, proxyEnv };
  return { httpAgent: new http.Agent(options), httpsAgent: new https.Agent(options) };
}

// action/ports.ts
var userAgent = "drawbridge-action";
var maxAttempts = 6;
function createPorts(region) {
  let calls = 0;
  const onCall = () => {
    calls += 1;
  };
  const requestHandler = useProxy(process.env);
  const clients = createAwsClients({ region, maxAttempts, userAgent, onCall, requestHandler });
  return {
    pipelines: createPipelines(clients, region),
    objects: async () => (await import("./uploads-CBSFA6OD.js")).createObjectStore(clients, region),
    secrets: async () => (await import("./secret-values-HR4U4QSA.js")).createSecretValues(clients, region),
    account: async () => (await import("./account-ZIJIOG6T.js")).callerAccount(clients, region),
    gitAccess: async (repository) => {
      const { gitAccess, gitEndpoint } = await import("./codecommit-OXTEJXUC.js");
      const { AWS_ENDPOINT_URL_CODECOMMIT, AWS_ENDPOINT_URL } = process.env;
      const endpoint = AWS_ENDPOINT_URL_CODECOMMIT || AWS_ENDPOINT_URL || gitEndpoint(region);
      return gitAccess(clients, { region, repository, endpoint }, systemClock.now());
    },
    reasons: createReasonFinder(clients),
    progress: createProgressFinder(clients),
    calls: () => calls,
    fetch,
    clock: systemClock
  };
}

// shared/artifact/upload.ts
var hashName = "drawbridge-sha256";
var largest = 5 * 1024 ** 3;
async function upload(store, request) {
  const { bucket, key, file, size, hash, change, kmsKey, signal } = request;
  refuseTooLarge(size);
  if (await store.isVersioned(bucket) === false) throw new UserError(unversioned(bucket));
  const metadata2 = { ...changeToMetadata(change), [hashName]: hash };
  const newest2 = await store.head(bucket, key);
  if (newest2?.version && isSame(newest2.metadata, metadata2)) {
    return { version: newest2.version, etag: newest2.etag, reused: true, copied: false };
  }
  const written = { bucket, key, metadata: metadata2, kmsKey, signal };
  const from = newest2?.metadata[hashName] === hash ? newest2.version : void 0;
  const copy = from === void 0 ? void 0 : await copied(store, { ...written, version: from });
  const { version, etag } = copy ?? await store.put({ ...written, file, size });
  if (!version) throw new UserError(unversioned(bucket));
  return { version, etag, reused: false, copied: copy !== void 0 };
}
async function copied(store, request) {
  try {
    return await store.copy(request);
  } catch (error) {
    if (isDenied(error)) return void 0;
    throw error;
  }
}
function refuseTooLarge(size) {
  if (size <= largest) return;
  const gibibytes = (size / 1024 ** 3).toFixed(1);
  throw new UserError(
    `The artifact has ${gibibytes} GiB, and an S3 source of CodePipeline takes 5 at most: put less into it.`
  );
}
function isSame(a2, b2) {
  const decisive = [hashName, "drawbridge-repository", "drawbridge-commit", "drawbridge-ref"];
  return decisive.every((name) => a2[name] === b2[name]);
}
function unversioned(bucket) {
  return `The bucket ${bucket} keeps no versions, which an S3 source needs: turn them on with \`aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled\`.`;
}

// shared/render/run.ts
function renderRun(run2, options = {}) {
  const title = titleOf(run2);
  const change = changeLine(run2.change);
  const blocks = [{ kind: "heading", text: `${markOf(statusOf2(run2))} ${title}` }];
  if (change.length > 0) blocks.push({ kind: "text", text: change });
  if (run2.stages.length > 0) blocks.push(stageTable(run2.stages));
  blocks.push(...waiting(run2, options), ...heldUp(run2), ...failures(run2));
  const buttons = buttonsFor(run2);
  if (buttons.length > 0) blocks.push({ kind: "buttons", buttons });
  blocks.push({ kind: "note", text: footnote(run2) });
  return { summary: title, blocks };
}
function changeLine(change) {
  const { repository, commit, revision, message, author, actor, pullRequest, ref } = change;
  const web = repository && `${serverOf(change)}/${repository}`;
  const short = commit?.slice(0, 7);
  const parts = [];
  const what = [];
  if (short) what.push(web ? { link: short, to: `${web}/commit/${commit}` } : { code: short });
  else if (revision) what.push("revision ", { code: revision.slice(0, 12) });
  if (message) what.push(what.length > 0 ? " " : "", { strong: message });
  const who = author ?? actor;
  if (who) what.push(` by ${who}`);
  if (what.length > 0) parts.push(what);
  if (pullRequest !== void 0) {
    parts.push([web ? { link: `#${pullRequest}`, to: `${web}/pull/${pullRequest}` } : `#${pullRequest}`]);
  }
  if (repository) parts.push([{ link: repository, to: `${serverOf(change)}/${repository}` }]);
  if (ref) parts.push([ref.replace(/^refs\/(heads|tags)\//, "")]);
  return parts.flatMap((part, index) => index === 0 ? part : [" \xB7 ", ...part]);
}
function consoleUrl({ pipeline, id, region }) {
  const path = `pipelines/${encodeURIComponent(pipeline)}/executions/${encodeURIComponent(id)}/timeline`;
  return `https://${region}.console.aws.amazon.com/codesuite/codepipeline/${path}?region=${region}`;
}
function titleOf(run2) {
  const what = run2.kind === "ROLLBACK" ? `${run2.pipeline}, rollback` : run2.pipeline;
  const failed = run2.status === "Failed" && run2.stages.find(({ status }) => status === "Failed");
  const waits = isFinal(run2) ? void 0 : waitingApproval(run2);
  const where = failed ? ` in ${failed.name}` : waits ? ` in ${waits.stage.name}` : "";
  return `${what}: ${wordsOf(statusOf2(run2))}${where}`;
}
function stageTable(stages) {
  const rows = stages.map((stage) => {
    const waits = stage.actions.some(isWaiting);
    const status = waits ? "Waiting" : stage.status;
    return [`${markOf(status)} ${stage.name}`, `${wordsOf(status)}${busyWith(stage)}`, timeOf2(stage)];
  });
  return { kind: "table", columns: ["Stage", "State", "Time"], rows };
}
function busyWith({ actions }) {
  const named = actions.filter(({ status, externalId }) => status === "InProgress" && externalId);
  const running = named.filter((action) => !isWaiting(action)).map(describeAction);
  return running.length > 0 ? ` (${running.join(", ")})` : "";
}
function timeOf2({ startedAt, endedAt }) {
  if (startedAt === void 0) return "";
  return endedAt === void 0 ? `since ${moment(startedAt)}` : duration(endedAt - startedAt);
}
function isWaiting({ category, status }) {
  return category === "Approval" && status === "InProgress";
}
function waiting(run2, { approvers, note }) {
  const found = waitingApproval(run2);
  if (!found) return [];
  const { stage, action } = found;
  const since = action.startedAt === void 0 ? "" : ` since ${moment(action.startedAt)}`;
  const text = [{ strong: `${stage.name}/${action.name}` }, ` waits for an answer${since}.`];
  if (approvers) text.push(" ", ...typeof approvers === "string" ? [approvers] : approvers, " may answer.");
  const blocks = [{ kind: "text", text }];
  if (note) blocks.push({ kind: "text", text: note });
  return blocks;
}
function heldUp(run2) {
  const { obstacle } = run2;
  if (!obstacle || stageToCome(run2)?.name !== obstacle.stage) return [];
  const { kind, stage, text, since } = obstacle;
  if (kind === "busy") {
    return [{ kind: "text", text: [{ strong: stage }, " is busy with run ", { code: text ?? "" }, "."] }];
  }
  const from = since === void 0 ? "" : ` since ${moment(since)}`;
  return [{ kind: "text", text: [{ strong: stage }, ` lets no run in${from}`, text ? `: ${text}` : "."] }];
}
function failures(run2) {
  const failed = run2.stages.flatMap(
    (stage2) => stage2.actions.filter(({ status }) => status === "Failed").map((action) => failure(stage2, action))
  );
  if (failed.length > 0 || run2.status !== "Failed") return failed.flat();
  const { obstacle } = run2;
  if (obstacle?.kind !== "condition") {
    return [{ kind: "text", text: "No action failed: a condition of a stage has ended the run." }];
  }
  const { stage, text } = obstacle;
  const why = text ? `: ${text}` : ".";
  return [{ kind: "text", text: [{ strong: stage }, ` has a condition that ended the run${why}`] }];
}
function failure(stage, action) {
  const { reason: reason3 } = action;
  const text = [{ strong: `${stage.name}/${action.name}` }, " failed"];
  if (reason3?.where) text.push(" (", { code: reason3.where }, ")");
  text.push(`: ${reason3?.text ?? action.summary ?? "AWS gives no reason."}`);
  const url = reason3?.url ?? action.externalUrl;
  if (url) text.push(" ", { link: "Open in AWS", to: url });
  const blocks = [{ kind: "text", text }];
  if (reason3?.log && reason3.log.length > 0) blocks.push({ kind: "code", lines: reason3.log });
  return blocks;
}
function buttonsFor(run2) {
  const { pipeline, id } = run2;
  if (!isFinal(run2)) {
    if (isShut(run2)) {
      return [{ label: "Resume", command: `resume ${pipeline} ${run2.obstacle?.stage}`, asks: "reason" }];
    }
    if (!waitingApproval(run2)) return [];
    return [
      { label: "Approve", command: `approve ${pipeline} ${id}`, style: "primary" },
      {
        label: "Reject",
        command: `reject ${pipeline} ${id}`,
        asks: "reason",
        style: "danger"
      }
    ];
  }
  if (run2.kind === "ROLLBACK") return [];
  const failed = run2.stages.find(({ status }) => status === "Failed");
  const buttons = [];
  if (failed) buttons.push({ label: "Retry", command: `retry ${pipeline} ${id} ${failed.name}` });
  const stage = rollbackStage(run2, failed);
  if (stage) {
    buttons.push({
      label: "Roll back",
      command: `rollback ${pipeline} ${stage.name}`,
      style: "danger"
    });
  }
  return buttons;
}
function isShut(run2) {
  return run2.obstacle?.kind === "closed" && stageToCome(run2)?.name === run2.obstacle.stage;
}
function rollbackStage(run2, failed) {
  const deploys = ({ actions }) => actions.some(({ category }) => category === "Deploy");
  if (failed) return deploys(failed) ? failed : void 0;
  return run2.status === "Succeeded" ? run2.stages.findLast(deploys) : void 0;
}
function footnote(run2) {
  const text = ["Run ", { link: run2.id.slice(0, 8), to: consoleUrl(run2) }];
  if (run2.rollbackOf) text.push(` \xB7 brings back ${run2.rollbackOf.slice(0, 8)}`);
  if (run2.startedAt !== void 0) text.push(` \xB7 started ${moment(run2.startedAt)}`);
  if (run2.startedAt !== void 0 && run2.endedAt !== void 0) {
    text.push(` \xB7 took ${duration(run2.endedAt - run2.startedAt)}`);
  }
  if (run2.change.workflowUrl) text.push(" \xB7 ", { link: "workflow", to: run2.change.workflowUrl });
  return text;
}
function serverOf({ workflowUrl }) {
  return workflowUrl && URL.parse(workflowUrl)?.origin || "https://github.com";
}

// action/steps/start.ts
const { createHash: createHash4, randomUUID } = process.getBuiltinModule("crypto");
function startWords(plan) {
  const { inputs, step } = plan;
  const sourceRevisions = revisionsOf2(plan);
  const words2 = JSON.stringify([step, inputs.pipeline, inputs.region, inputs.variables, sourceRevisions]);
  const token = step ? createHash4("sha256").update(words2).digest("hex") : randomUUID();
  return { sourceRevisions, token };
}
function revisionsOf2({ source, sent, commit }) {
  if (source.kind === "s3" && sent) {
    const { action, key, overridesKey } = source;
    const version = { action, type: "S3_OBJECT_VERSION_ID", value: sent.revision };
    return overridesKey ? [{ action, type: "S3_OBJECT_KEY", value: key }, version] : [version];
  }
  if (source.kind === "git") {
    if (!commit)
      throw new UserError(
        "The pushed commit is not known (GITHUB_SHA): use `source: none` to start on the newest."
      );
    return [{ action: source.action, type: "COMMIT_ID", value: commit }];
  }
  if (source.kind === "ecr") return [{ action: source.action, type: "IMAGE_DIGEST", value: source.digest }];
  return [];
}
async function triggerOf(source, inputs, { pipelines, objects }) {
  const sends = source.kind === "s3" || source.kind === "git" && source.mirror !== void 0;
  if (!sends || inputs.start === "false") return "none";
  if (source.polls || inputs.start === "by-upload") return "certain";
  const recent = await pipelines.recent(inputs.pipeline, { limit: history }).catch((error) => {
    if (isDenied(error)) return void 0;
    throw error;
  });
  if (!recent) return "none";
  if (recent.some(({ trigger }) => trigger === "CloudWatchEvent")) return "likely";
  const versions2 = new Set(recent.flatMap(({ revisions }) => revisions?.[source.action] ?? []));
  if (versions2.size > 1) return "none";
  const told = source.kind === "s3" ? await (await objects()).tellsEventBridge(source.bucket) : void 0;
  return told === false ? "none" : "possible";
}
var history = 25;
var minute = 6e4;
var patience = { none: 0, possible: 1e4, likely: 0.5 * minute, certain: 5 * minute };
var firstPause = 1e3;
var longestPause = 1e4;
async function findRun(pipelines, wanted, options) {
  const { trigger, clock, signal, atMost = Infinity } = options;
  const end = clock.now() + Math.min(patience[trigger], atMost);
  for (let pause2 = firstPause; ; pause2 = Math.min(pause2 * 1.5, longestPause)) {
    const found = await runOf2(pipelines, wanted);
    if (found || clock.now() >= end) return found;
    await sleep(clock, pause2, signal);
  }
}
var tolerance = minute;
async function runOf2(pipelines, { pipeline, action, revision, since }) {
  const recent = await pipelines.recent(pipeline, { limit: history });
  return recent.findLast(
    ({ revisions, startedAt = since }) => revisions?.[action] === revision && startedAt >= since - tolerance
  )?.id;
}

// action/begin.ts
async function begin(plan, setting) {
  const { inputs, runner, region } = setting;
  const { pipeline } = inputs;
  setting.signal.throwIfAborted();
  const id = await findTriggered(plan, setting) ?? await start(plan, setting);
  runner.saveState("execution-id", id);
  runner.output("execution-id", id);
  const url = consoleUrl({ pipeline, region, id });
  runner.output("url", url);
  runner.info(`Run ${id} of ${pipeline}: ${url}`);
  return id;
}
async function findTriggered({ source, sent, trigger, since }, { inputs, runner, ports, signal }) {
  if (!sent || sent.reused || trigger === "none" || !("action" in source)) return void 0;
  const { pipeline } = inputs;
  const { action } = source;
  const { revision } = sent;
  runner.info(`${reasons[trigger](pipeline)}; looking for the run of ${revision}.`);
  const wanted = { pipeline, action, revision, since };
  const found = await findRun(ports.pipelines, wanted, { trigger, clock: ports.clock, signal });
  if (found) return found;
  if (trigger !== "certain") {
    runner.info("No rule has started a run, so it is started now.");
    return void 0;
  }
  runner.saveState("finished", "true");
  throw new UserError(
    `No run of ${pipeline} took the uploaded version ${revision} within 5 minutes: check that an EventBridge rule or polling starts the pipeline, or start it with \`start: true\` and PollForSourceChanges set to false.`
  );
}
var reasons = {
  possible: (pipeline) => `No earlier run tells whether an EventBridge rule starts ${pipeline}`,
  likely: (pipeline) => `An EventBridge rule has started ${pipeline} by itself, so it is not started again`,
  certain: (pipeline) => `The upload starts ${pipeline} by itself, so it is not started again`
};
async function start(plan, { inputs, runner, ports }) {
  const { pipeline, variables } = inputs;
  const words2 = startWords(plan);
  const starting = { since: plan.since, start: words2 };
  runner.saveState("starting", JSON.stringify(starting));
  try {
    return await ports.pipelines.start({ pipeline, variables, ...words2 });
  } catch (error) {
    if (isRefused(error)) runner.saveState("finished", "true");
    throw error;
  }
}

// shared/run/budget.ts
var burst = 58;
var earned = 0.06 / 1e3;
function createBudget(clock, made) {
  let left = burst;
  let countedAt = clock.now();
  let counted = made();
  return {
    waitFor(calls, reserve2 = 0) {
      const [now, total] = [clock.now(), made()];
      left = Math.min(burst, left + (now - countedAt) * earned) - (total - counted);
      countedAt = now;
      counted = total;
      return Math.max(0, (calls + reserve2 - left) / earned);
    }
  };
}

// shared/run/watch.ts
async function* watchRun(options) {
  const { reader, pipeline, id, clock, budget, signal, until = "end" } = options;
  const isDone = (run3) => isFinal(run3) || until === "approval" && waitingApproval(run3) !== void 0;
  let run2 = await readNewRun(options);
  yield run2;
  const pace = createPace(clock.now(), budget);
  for (let quiet = 0; !isDone(run2); ) {
    await sleep(clock, pace.delay(clock.now()), signal);
    const whole = !isBusy(run2) || quiet % 4 === 3;
    const next = await read2(whole);
    if (next === void 0) continue;
    if (isSame2(run2, next)) {
      quiet += 1;
      continue;
    }
    quiet = 0;
    pace.moved(clock.now());
    run2 = next;
    yield run2;
  }
  async function read2(whole) {
    try {
      const next = whole ? await reader.run(pipeline, id) : await reader.refresh(run2);
      pace.passed();
      return next;
    } catch (error) {
      if (!isTransient(error) || !pace.failed(clock.now())) throw error;
      return void 0;
    }
  }
}
var firstTries = 6;
async function readNewRun(options) {
  const { reader, pipeline, id, clock, signal } = options;
  for (let tries = 1; ; tries++) {
    try {
      return await reader.run(pipeline, id);
    } catch (error) {
      if (tries === firstTries || !hasCode(error, "PipelineExecutionNotFoundException")) throw error;
      await sleep(clock, tries * seconds, signal);
    }
  }
}
function isBusy(run2) {
  return run2.stages.some(({ actions }) => actions.some(({ status }) => status === "InProgress"));
}
function isSame2(before, after) {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}
var seconds = 1e3;
var shortest = 1.5 * seconds;
var longest = 20 * seconds;
var dearest = 3;
var longestAfterFailure = 60 * seconds;
var patience2 = 5 * 60 * seconds;
function createPace(start2, budget) {
  let lastMove = start2;
  let failures2 = 0;
  let failingSince;
  return {
    delay(now) {
      const wanted = clamp((now - lastMove) / 3, shortest, longest);
      const backoff = failures2 === 0 ? 0 : Math.min(2 ** failures2 * shortest, longestAfterFailure);
      return Math.max(wanted, budget.waitFor(dearest), backoff);
    },
    moved(now) {
      lastMove = now;
    },
    passed() {
      failures2 = 0;
      failingSince = void 0;
    },
    /** Whether to go on after a call that failed. */
    failed(now) {
      failures2 += 1;
      failingSince ??= now;
      return now - failingSince < patience2;
    }
  };
}
function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

// action/steps/cancel.ts
async function cancelRun(run2, mode, { pipelines, runner }) {
  const { pipeline, id } = run2;
  if (mode === "leave") {
    runner.warning(`The run ${id} of ${pipeline} goes on, as \`on-cancel: leave\` says.`);
    return;
  }
  const abandon = mode === "abandon";
  try {
    await pipelines.stop({ pipeline, id, abandon, reason: "The GitHub Actions job was cancelled" });
    const what = abandon ? "was told to abandon its actions" : "stops when its actions under way have finished";
    runner.warning(`The run ${id} of ${pipeline} ${what}.`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    runner.warning(error.message);
  }
}

// shared/run/diff.ts
function diffRuns(before, after) {
  const run2 = { kind: "run", run: after, ended: isFinal(after) };
  const moved = before?.status !== after.status;
  const stages = after.stages.flatMap((stage) => {
    const known2 = before?.stages.find(({ name }) => name === stage.name);
    return stageHappenings(known2, stage);
  });
  if (!moved) return stages;
  return run2.ended ? [...stages, run2] : [run2, ...stages];
}
function stageHappenings(before, after) {
  const moved = after.status !== (before?.status ?? "Pending");
  const actions = after.actions.flatMap((action) => {
    const known2 = before?.actions.find(({ name }) => name === action.name);
    return actionHappenings(known2, action, after);
  });
  if (!moved) return actions;
  const stage = { kind: "stage", stage: after };
  return after.status === "InProgress" ? [stage, ...actions] : [...actions, stage];
}
function actionHappenings(before, after, stage) {
  const again = secondOf(after.startedAt) > secondOf(before?.endedAt) && after.status !== "InProgress";
  if (after.status === (before?.status ?? "Pending") && !again) return [];
  const waits = after.category === "Approval" && after.status === "InProgress";
  return [{ kind: waits ? "approval" : "action", stage, action: after }];
}
function secondOf(time2) {
  return time2 === void 0 ? Number.NaN : Math.floor(time2 / 1e3);
}

// action/steps/log.ts
function createRunLog(runner) {
  let open;
  const opened = /* @__PURE__ */ new Set();
  const close = () => {
    if (open !== void 0) runner.endGroup();
    open = void 0;
  };
  return {
    line(text) {
      close();
      runner.info(text);
    },
    group(title, lines) {
      if (lines.length === 0) return;
      if (open !== title) {
        close();
        runner.startGroup(opened.has(title) ? `${title} (continued)` : title);
        opened.add(title);
        open = title;
      }
      runner.info(lines.join("\n"));
    },
    close
  };
}

// action/steps/tail.ts
var shortest2 = 2e3;
var longest2 = 1e4;
var reserve = 24;
var look = 2;
var lag = 2e3;
function startTail(progress3, { clock, budget, print, warn }) {
  const stop = new AbortController();
  let isOver = false;
  const read2 = async (last) => {
    if (isOver) return 0;
    try {
      const lines = await progress3.look(last);
      if (lines === void 0) isOver = true;
      else print(lines);
      return lines?.length ?? 0;
    } catch (error) {
      isOver = true;
      warn(messageOf(error));
      return 0;
    }
  };
  const follow2 = async () => {
    for (let pause2 = 0; !isOver; ) {
      await sleep(clock, Math.max(pause2, budget.waitFor(look, reserve)), stop.signal);
      const news2 = await read2(false);
      pause2 = news2 > 0 ? shortest2 : Math.min(Math.max(pause2, shortest2 / 1.5) * 1.5, longest2);
    }
  };
  const following = follow2().catch((error) => {
    if (!stop.signal.aborted) throw error;
  });
  return {
    async end({ drain }) {
      stop.abort();
      await following;
      if (!drain) return;
      if (await read2(true) > 0 || isOver) return;
      await sleep(clock, lag);
      await read2(true);
    }
  };
}

// action/steps/follow.ts
async function followRun(readings, ports) {
  const log = createRunLog(ports.runner);
  const tails = /* @__PURE__ */ new Map();
  let last;
  try {
    for await (const run2 of readings) {
      const telling = { run: run2, log, ...ports };
      const happenings = diffRuns(last, run2);
      await endTails(tails, happenings, telling);
      for (const happening of happenings) await tell(happening, telling);
      startTails(tails, runningIn(run2), telling);
      last = run2;
    }
  } finally {
    await Promise.all([...tails.values()].map((tail) => tail.end({ drain: false })));
    log.close();
  }
  if (!last) throw new Error("A watched run was never read");
  return last;
}
function keyOf2(stage, action) {
  return `${stage.name}/${action.name} ${action.externalId}`;
}
function runningIn(run2) {
  return run2.stages.flatMap(
    (stage) => stage.actions.filter(({ status }) => status === "InProgress").map((action) => ({ stage, action }))
  );
}
async function endTails(tails, happenings, telling) {
  const ended = happenings.flatMap(
    (one) => one.kind === "action" && one.action.status !== "InProgress" ? [one] : []
  );
  startTails(tails, ended, telling);
  const running = new Set(runningIn(telling.run).map(({ stage, action }) => keyOf2(stage, action)));
  const over = [...tails].filter(([key]) => !running.has(key));
  for (const [key] of over) tails.delete(key);
  await Promise.all(over.map(([, tail]) => tail.end({ drain: true })));
}
function startTails(tails, places, telling) {
  const { run: run2, log, clock, budget, progress: progress3, runner } = telling;
  for (const { stage, action } of places) {
    const key = keyOf2(stage, action);
    const found = tails.has(key) ? void 0 : progress3(run2, action);
    if (!found) continue;
    const title = `${stage.name}/${action.name}: ${describeAction(action)}`;
    const print = (lines) => log.group(title, lines);
    const warn = (message) => runner.warning(`${title} cannot be followed: ${message}`);
    tails.set(key, startTail(found, { clock, budget, print, warn }));
  }
}
async function tell(happening, { run: run2, log, runner, onApproval }) {
  if (happening.kind === "run") log.line(`${line(statusOf2(run2), run2.pipeline)}${took(run2)}`);
  if (happening.kind === "stage") log.line(lineOfStage(happening.stage));
  if (happening.kind === "action") log.line(`  ${lineOfAction(happening.action)}`);
  if (happening.kind === "approval") {
    const { stage, action } = happening;
    log.line(`  ${line("Waiting", action.name)}`);
    for (const each of await onApproval(run2)) log.line(`    ${each}`);
    const where = `${stage.name}/${action.name}`;
    runner.notice(`${run2.pipeline} waits for an approval in ${where}: answer it at ${consoleUrl(run2)}`);
  }
}
function lineOfStage(stage) {
  return `${line(stage.status, stage.name)}${took(stage)}`;
}
function lineOfAction(action) {
  const summary = action.status === "Failed" && action.summary ? `: ${action.summary}` : "";
  return `${line(action.status, `${action.name} (${action.provider})`)}${took(action)}${summary}`;
}
function line(status, name) {
  return `${markOf(status)} ${name} ${wordsOf(status)}`;
}
function took({ startedAt, endedAt }) {
  return startedAt !== void 0 && endedAt !== void 0 ? ` in ${duration(endedAt - startedAt)}` : "";
}

// action/steps/rollback.ts
var looks = 5;
var pause = 2e3;
async function findRollback(run2, definition, { pipelines, clock, signal }) {
  const isExpected = run2.status === "Failed" && (definition.stages ?? []).some(rollsBack);
  for (let look2 = 1; ; look2++) {
    const found = await lookFor(run2, pipelines);
    if (found || !isExpected || look2 === looks) return found;
    await sleep(clock, pause, signal);
  }
}
function rollsBack({ onFailure, onSuccess }) {
  const conditions = [...onFailure?.conditions ?? [], ...onSuccess?.conditions ?? []];
  return onFailure?.result === "ROLLBACK" || conditions.some(({ result }) => result === "ROLLBACK");
}
async function lookFor(run2, pipelines) {
  const recent = await pipelines.recent(run2.pipeline, { limit: 25 }).catch((error) => {
    if (isDenied(error)) return [];
    throw error;
  });
  const since = run2.startedAt ?? 0;
  const rollbacks = recent.filter(({ kind, startedAt = 0 }) => kind === "ROLLBACK" && startedAt >= since);
  const automatic = rollbacks.find(({ makesUpFor }) => makesUpFor === run2.id);
  if (automatic) return automatic;
  for (const { id, makesUpFor, rollbackOf } of rollbacks) {
    if (makesUpFor || rollbackOf === run2.id) continue;
    const manual = await pipelines.run(run2.pipeline, id);
    if (undoes(manual, run2)) return manual;
  }
  return void 0;
}
function undoes(rollback, run2) {
  return rollback.stages.some(({ name, startedAt: rolledBackAt = 0 }) => {
    const { startedAt } = run2.stages.find((stage) => stage.name === name) ?? {};
    return startedAt !== void 0 && startedAt <= rolledBackAt;
  });
}

// action/follow.ts
async function follow({ id, definition, onApproval }, setting) {
  var _stack = [];
  try {
    const { inputs, runner, ports } = setting;
    const { pipeline, wait } = inputs;
    const { pipelines, clock, progress: progress3 } = ports;
    const deadline = __using(_stack, deadlineOf(setting));
    const signal = AbortSignal.any([setting.signal, deadline.signal]);
    const budget = createBudget(clock, ports.calls);
    const told = [];
    const watch = (watched, until) => followRun(watchRun({ reader: pipelines, pipeline, id: watched, clock, budget, signal, until }), {
      runner,
      clock,
      budget,
      progress: progress3,
      onApproval: (waiting2) => {
        told.push(onApproval(waiting2));
        return whoAnswers(waiting2, setting);
      }
    });
    let run2;
    try {
      if (wait === "none") return { run: await readNewRun({ reader: pipelines, pipeline, id, clock, signal }) };
      run2 = await watch(id, wait);
    } catch (error) {
      if (signal.aborted) await cancelRun({ pipeline, id }, inputs["on-cancel"], { pipelines, runner });
      else runner.warning(`The run ${id} of ${pipeline} goes on, but it is not followed any more.`);
      throw error;
    } finally {
      await Promise.all(told);
      runner.saveState("finished", "true");
    }
    const found = isFinal(run2) ? await findRollback(run2, definition, { pipelines, clock, signal }) : void 0;
    if (!found) return { run: run2 };
    runner.info(`The run ${id} was rolled back by the run ${found.id}:`);
    return { run: run2, rollback: await watch(found.id, "end") };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function whoAnswers({ pipeline, id }, { inputs, ports, runner }) {
  const lines = inputs.approvers ? [`To be answered by ${inputs.approvers}.`] : [];
  try {
    const { customData, reviewUrl } = await ports.pipelines.pendingApproval(pipeline, id) ?? {};
    if (customData) lines.push(customData);
    if (reviewUrl) lines.push(`To be reviewed: ${reviewUrl}`);
  } catch (error) {
    runner.info(`What the approver is to read could not be read: ${messageOf(error)}`);
  }
  return lines;
}
function deadlineOf({ inputs, ports }) {
  const minutes = inputs["timeout-minutes"];
  const controller = new AbortController();
  const late = new UserError(`The run did not end within the ${minutes} minutes of \`timeout-minutes\`.`);
  const cancel = minutes > 0 ? ports.clock.after(minutes * 6e4, () => controller.abort(late)) : () => {
  };
  return { signal: controller.signal, [Symbol.dispose]: cancel };
}

// shared/whole-answer.ts
async function wholeAnswer(response) {
  await response.clone().arrayBuffer();
  return response;
}

// action/github.ts
async function createGitHub({ apiUrl, token }, request) {
  const { getOctokit } = await import("./octokit-WPOFD7BE.js");
  const inTime = async (url, init) => wholeAnswer(await request(url, { ...init, signal: AbortSignal.timeout(1e4) }));
  return getOctokit(token.reveal(), { baseUrl: apiUrl, request: { fetch: inTime } });
}
function refusalOf(error) {
  const { status } = Object(error);
  return typeof status === "number" ? `GitHub answered ${status}` : messageOf(error);
}

// action/pull-request.ts
async function findPullRequest(github, { repository, commit }) {
  const [owner = "", repo = ""] = repository.split("/");
  const { data } = await github.rest.repos.listPullRequestsAssociatedWithCommit({
    owner,
    repo,
    commit_sha: commit
  });
  const own = data.find((pull) => pull.merge_commit_sha === commit || pull.head.sha === commit);
  return (own ?? data[0])?.number;
}

// action/steps/outcome.ts
var outcomes = {
  InProgress: "running",
  Succeeded: "succeeded",
  Failed: "failed",
  Stopping: "stopped",
  Stopped: "stopped",
  Cancelled: "cancelled",
  Superseded: "superseded"
};
function outcomeOf({ run: run2, rollback }) {
  return rollback ? "rolled-back" : outcomes[run2.status] ?? "unknown";
}
function isFailure(outcome, failOn) {
  if (outcome === "succeeded" || outcome === "running") return false;
  return outcome === "unknown" || failOn.includes(outcome);
}
function failedAction(run2) {
  for (const stage of run2.stages) {
    const action = stage.actions.find(({ status }) => status === "Failed");
    if (action) return { stage, action };
  }
  return void 0;
}

// shared/render/cut.ts
function cutToFit(blocks, { limit, render }) {
  let kept = [...blocks];
  for (let text = render(kept); ; text = render(kept)) {
    if (text.length <= limit) return text;
    const cuttable = kept.filter(isCuttable).filter((block) => sizeOf2(block) > 1);
    if (cuttable.length > 0) {
      const longest3 = cuttable.reduce((a2, b2) => render([b2]).length > render([a2]).length ? b2 : a2);
      kept = kept.map((block) => block === longest3 ? halve(longest3) : block);
    } else if (kept.length > 1) kept = kept.slice(0, -1);
    else return text.slice(0, limit);
  }
}
function isCuttable(block) {
  return ["code", "list", "table", "facts"].includes(block.kind);
}
function sizeOf2(block) {
  return partsOf(block).length;
}
function partsOf(block) {
  if (block.kind === "code") return block.lines;
  if (block.kind === "list") return block.items;
  return block.kind === "table" ? block.rows : block.facts;
}
function halve(block) {
  const half = Math.floor(sizeOf2(block) / 2);
  const first = (parts, more) => half > 1 ? [...parts.slice(0, half - 1), more] : parts.slice(0, 1);
  switch (block.kind) {
    case "code":
      return { ...block, lines: half > 1 ? ["\u2026", ...block.lines.slice(1 - half)] : block.lines.slice(-1) };
    case "list":
      return { ...block, items: first(block.items, "\u2026") };
    case "table":
      return { ...block, rows: first(block.rows, ["\u2026"]) };
    case "facts":
      return { ...block, facts: first(block.facts, ["\u2026", ""]) };
  }
}

// shared/render/plain.ts
var tricks = new RegExp("(?:(?!(?<=\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?)\\u200D(?=\\p{Extended_Pictographic}))[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\u115F\\u1160\\u2800\\u3164\\uFFA0])+", "gu");
var piledUp = new RegExp("(\\p{M}{4})\\p{M}+", "gu");
var ellipsis = "\u2026";
function plainLine(text) {
  return withoutColours(text).replace(tricks, " ").replace(piledUp, "$1").toWellFormed();
}
function clip(text, limit) {
  if (text.length <= limit) return text;
  return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/, "")}${ellipsis}`;
}
function withoutColours(text) {
  return text.replace(/\u001B\[[0-9;?]*[ -/]*[@-~]/g, "");
}

// shared/render/view.ts
function typed({ command: command2, asks }) {
  return `/deploy ${command2}${asks ? ` <${asks}>` : ""}`;
}

// shared/render/markdown.ts
var commentLimit = 65e3;
var longestText = 4e3;
function toMarkdown(view, limit = commentLimit) {
  const blocks = view.blocks.length > 0 ? view.blocks : [{ kind: "text", text: view.summary }];
  return cutToFit(blocks, { limit, render: renderBlocks });
}
function renderBlocks(blocks) {
  return blocks.map(renderBlock).filter(Boolean).join("\n\n");
}
function renderBlock(block) {
  switch (block.kind) {
    case "heading":
      return `### ${escapeMarkdown(block.text)}`;
    case "text":
      return renderLine(block.text);
    case "list":
      return block.items.map((item) => `- ${renderLine(item)}`).join("\n");
    case "facts":
      return block.facts.map(([name, value]) => `- **${escapeMarkdown(name)}:** ${renderLine(value)}`).join("\n");
    case "table":
      return renderTable(block.columns, block.rows);
    case "code":
      return renderCode(block.lines);
    case "note":
      return `<sub>${renderLine(block.text)}</sub>`;
    case "buttons":
      return block.buttons.map(renderButton).join("\n");
  }
}
function renderLine(line2) {
  if (typeof line2 === "string") return escapeMarkdown(line2);
  return atLineStart(line2.map(renderInline).join(""));
}
function renderInline(part) {
  if (typeof part === "string") return escapeInline(part);
  if ("strong" in part) return surround(escapeInline(part.strong), "**");
  if ("code" in part) return codeSpan(part.code);
  if ("link" in part) return link(part.link, part.to);
  if ("github" in part) return isLogin(part.github) ? `@${part.github}` : escapeInline(`@${part.github}`);
  return escapeInline(`@${part.slack}`);
}
function renderTable(columns, rows) {
  const cell = (line2) => renderLine(line2).replace(/(\\*)\|/g, (_, slashes) => `${slashes.length % 2 ? slashes : `${slashes}\\`}|`);
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const width = columns.length;
  return [
    row(columns.map((column) => escapeMarkdown(column))),
    row(columns.map(() => "---")),
    ...rows.map((cells) => row(Array.from({ length: width }, (_, index) => cell(cells[index] ?? ""))))
  ].join("\n");
}
function renderCode(lines) {
  const text = lines.map((line2) => clip(plainLine(line2), longestText)).join("\n");
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text
${text}
${fence}`;
}
function renderButton(button) {
  return `- ${escapeMarkdown(button.label)}: ${codeSpan(typed(button))}`;
}
function escapeMarkdown(text) {
  return atLineStart(escapeInline(text));
}
var zeroWidth = "&#8203;";
function escapeInline(text) {
  return clip(plainLine(text), longestText).replace(/[\\`*_[\]~|$#]/g, "\\$&").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/@|#(?=\d)|gh-(?=\d)|www(?=\.)|:(?=\/\/)/gi, (match) => `${match}${zeroWidth}`);
}
function atLineStart(markdown) {
  return markdown.trimStart().replace(/^([-+=])/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
function surround(text, mark) {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return inner && `${before}${mark}${inner}${mark}${after}`;
}
function codeSpan(code) {
  const text = clip(plainLine(code), longestText);
  if (!text.trim()) return "";
  const ticks = "`".repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? " " : "";
  return `${ticks}${pad}${text}${pad}${ticks}`;
}
function longestRun(text) {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
function link(text, to) {
  const label = escapeInline(text);
  const url = URL.parse(to);
  if (!label || url?.protocol !== "https:" && url?.protocol !== "http:") return label;
  const target = url.href.replace(/[<>()|\\`*_\s]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return `[${label}](<${target}>)`;
}
function isLogin(text) {
  return /^[a-z\d][a-z\d_-]{0,38}(\[bot\])?(\/[a-z\d][\w-]{0,99})?$/i.test(text);
}

// action/steps/gantt.ts
var marks2 = {
  Succeeded: "done, ",
  InProgress: "active, ",
  Failed: "crit, ",
  Abandoned: "crit, "
};
function ganttOf(run2, now) {
  const sections = run2.stages.flatMap((stage) => {
    const tasks = stage.actions.flatMap((action) => taskOf(action, now));
    return tasks.length > 0 ? [`  section ${plain(stage.name)}`, ...tasks] : [];
  });
  if (sections.length === 0) return "";
  return ["```mermaid", "gantt", "  dateFormat x", "  axisFormat %H:%M:%S", ...sections, "```"].join("\n");
}
function taskOf({ name, status, startedAt, endedAt }, now) {
  if (startedAt === void 0) return [];
  const end = Math.max(endedAt ?? now, startedAt + 1e3);
  return [`  ${plain(name)} :${marks2[status] ?? ""}${startedAt}, ${end}`];
}
function plain(name) {
  return name.replace(/[^A-Za-z0-9.@_ -]/g, " ");
}

// action/steps/report.ts
async function report(ending, { runner, reasons: reasons2, clock }) {
  const { rollback } = ending;
  const explained = await withReasons(ending.run, { runner, reasons: reasons2 });
  const failed = failedAction(explained);
  runner.output("status", explained.status);
  runner.output("outcome", outcomeOf(ending));
  const now = clock.now();
  runner.output("duration", String(secondsOf(explained, now)));
  const begun = explained.stages.filter(({ startedAt }) => startedAt !== void 0);
  const durations = Object.fromEntries(begun.map((stage) => [stage.name, secondsOf(stage, now)]));
  runner.output("durations", JSON.stringify(durations));
  runner.output("json", JSON.stringify(explained));
  if (failed) {
    const { stage, action } = failed;
    const reason3 = action.reason?.text ?? action.summary ?? "AWS gives no reason.";
    runner.output("failed-stage", stage.name);
    runner.output("failed-action", action.name);
    runner.output("reason", reason3);
    const where = action.reason?.where ? ` (${action.reason.where})` : "";
    runner.error(`${reason3}${where}`, { title: `${stage.name}/${action.name} failed` });
    logTail(action.reason, runner);
  }
  if (rollback) runner.error(rolledBackBy(rollback), { title: `${explained.pipeline} was rolled back` });
  const gantt = ganttOf(explained, now);
  await runner.summary(
    [toMarkdown(viewOf({ run: explained, rollback })), gantt].filter(Boolean).join("\n\n")
  );
  return explained;
}
function secondsOf({ startedAt, endedAt }, now) {
  return startedAt === void 0 ? 0 : Math.round(((endedAt ?? now) - startedAt) / 1e3);
}
function viewOf({ run: run2, rollback }, approvers) {
  const view = renderRun(run2, { approvers });
  const blocks = view.blocks.filter(({ kind }) => kind !== "buttons");
  if (rollback) blocks.splice(1, 0, { kind: "text", text: rolledBackBy(rollback) });
  return { ...view, blocks };
}
function rolledBackBy(rollback) {
  const to = rollback.rollbackOf ? ` to what ${rollback.rollbackOf} had deployed` : "";
  return `The run ${rollback.id} rolled this one back${to}, and ${wordsOf(statusOf2(rollback))}.`;
}
function logTail(reason3, runner) {
  if (!reason3?.log?.length) return;
  runner.startGroup("The end of its log");
  for (const line2 of reason3.log) runner.info(line2);
  runner.endGroup();
}
async function withReasons(run2, { runner, reasons: reasons2 }) {
  const stages = run2.stages.map(async (stage) => ({
    ...stage,
    actions: await Promise.all(
      stage.actions.map(async (action) => {
        if (action.status !== "Failed" || action.reason) return action;
        try {
          const reason3 = await reasons2(run2, stage.name, action.name);
          return reason3 ? { ...action, reason: reason3 } : action;
        } catch (error) {
          runner.warning(`Why ${stage.name}/${action.name} failed could not be read: ${messageOf(error)}`);
          return action;
        }
      })
    )
  }));
  return { ...run2, stages: await Promise.all(stages) };
}

// action/steps/source.ts
var kinds = {
  S3: "s3",
  CodeStarSourceConnection: "git",
  CodeCommit: "git",
  GitHub: "git",
  ECR: "ecr"
};
var names = { s3: "S3", git: "Git", ecr: "ECR", codecommit: "CodeCommit" };
function chooseSource(definition, inputs) {
  const wanted = wantedKind(inputs);
  if (wanted === "none") return { kind: "none" };
  const action = chooseAction(definition, inputs, wanted);
  if (!action) return { kind: "none" };
  const name = action.name ?? "";
  const kind = kindOf(action);
  if (kind === "s3") return objectSource(action, inputs);
  if (kind === "git") return gitSource(action, inputs);
  const digest = inputs["image-digest"];
  if (kind === "ecr" && digest) return { kind, action: name, digest };
  return { kind: "none" };
}
function wantedKind(inputs) {
  if (inputs.source !== "auto") return inputs.source;
  if (inputs["image-digest"]) return "ecr";
  const uploads = inputs.artifact || inputs.bucket || inputs.key || inputs.start !== "true";
  return uploads ? "s3" : void 0;
}
function chooseAction(definition, inputs, wanted) {
  const sources = (definition.stages ?? []).flatMap(({ actions = [] }) => actions).filter((action) => action.actionTypeId?.category === "Source");
  const fitting = wanted ? sources.filter((action) => isOf(action, wanted)) : sources;
  const pipeline = inputs.pipeline;
  const named = inputs["source-action"];
  if (named) {
    const action = fitting.find(({ name }) => name === named);
    if (action) return action;
    const what = wanted ? `${names[wanted]} source action` : "source action";
    throw new UserError(
      `The pipeline ${pipeline} has no ${what} named \`${named}\`; it has ${listOf(sources)}.`
    );
  }
  if (fitting.length > 1) {
    throw new UserError(
      `The pipeline ${pipeline} has several source actions, ${listOf(fitting)}: choose one with \`source-action\`.`
    );
  }
  if (wanted && fitting.length === 0) {
    throw new UserError(
      `The pipeline ${pipeline} has no ${names[wanted]} source; it has ${listOf(sources)}.`
    );
  }
  return fitting[0];
}
function isOf(action, wanted) {
  if (wanted === "codecommit") return action.actionTypeId?.provider === "CodeCommit";
  return kindOf(action) === wanted;
}
function gitSource(action, inputs) {
  const {
    RepositoryName: repository = "",
    BranchName: branch = "",
    PollForSourceChanges
  } = action.configuration ?? {};
  const source = { kind: "git", action: action.name ?? "" };
  if (inputs.source !== "codecommit") return { ...source, polls: false };
  return {
    ...source,
    mirror: { repository, branch },
    polls: PollForSourceChanges?.toLowerCase() !== "false"
  };
}
function objectSource(action, inputs) {
  const name = action.name ?? "";
  const { S3Bucket, S3ObjectKey, AllowOverrideForS3ObjectKey, PollForSourceChanges } = action.configuration ?? {};
  const bucket = inputs.bucket ?? S3Bucket;
  const key = inputs.key ?? S3ObjectKey;
  if (!bucket || !key) {
    throw new UserError(
      `The source action \`${name}\` names no bucket and key; give them with \`bucket\` and \`key\`.`
    );
  }
  const starts = inputs.start !== "false";
  if (starts && bucket !== S3Bucket) {
    throw new UserError(
      `The pipeline reads the bucket ${S3Bucket}, not ${bucket}: leave \`bucket\` out, or only upload with \`start: false\`.`
    );
  }
  const overridesKey = key !== S3ObjectKey;
  if (starts && overridesKey && AllowOverrideForS3ObjectKey !== "true") {
    throw new UserError(
      `The pipeline reads the key ${S3ObjectKey}, not ${key}: leave \`key\` out, or set AllowOverrideForS3ObjectKey to true on its source action \`${name}\`.`
    );
  }
  const polls = !overridesKey && PollForSourceChanges?.toLowerCase() !== "false";
  return { kind: "s3", action: name, bucket, key, overridesKey, polls };
}
function kindOf(action) {
  return kinds[action.actionTypeId?.provider ?? ""];
}
function listOf(actions) {
  if (actions.length === 0) return "none";
  return actions.map(({ name, actionTypeId }) => `\`${name}\` (${actionTypeId?.provider})`).join(", ");
}

// shared/render/comment.ts
var longestComment = 65536;
function commentBody(view, marker) {
  const head = `${hiddenMarker(marker)}
`;
  return head + toMarkdown(view, longestComment - head.length);
}
function hiddenMarker(marker) {
  return `<!-- drawbridge: ${marker.replaceAll(">", "")} -->`;
}
var byAction = "<!-- by the Action -->";
function runMarker(run2, place) {
  return `run ${run2.pipeline}/${run2.run} at ${place}`;
}

// action/steps/comment.ts
var grace = 1e4;
async function showComment(github, request) {
  const { repository, number, run: run2, view, clock, signal } = request;
  const [owner = "", repo = ""] = repository.split("/");
  const marker = runMarker({ pipeline: run2.pipeline, run: run2.id }, `${repository}#${number}`);
  const at = { owner, repo };
  const look2 = async () => {
    const all = { ...at, issue_number: number, per_page: 100 };
    const comments = await github.paginate(github.rest.issues.listComments, all);
    const marked = comments.filter(({ body: body2 }) => body2?.startsWith(hiddenMarker(marker)));
    const ours = marked.filter((comment) => comment.body?.includes(byAction)).map(({ id }) => id);
    return { ours, isByBot: ours.length < marked.length };
  };
  const remove = async (ids) => {
    for (const comment_id of ids) await github.rest.issues.deleteComment({ ...at, comment_id });
  };
  let found = await look2();
  const early = (run2.startedAt ?? 0) + grace - clock.now();
  if (!found.isByBot && found.ours.length === 0 && early > 0) {
    await sleep(clock, early, signal);
    found = await look2();
  }
  if (found.isByBot) return remove(found.ours);
  const body = commentBody(view, marker).replace("\n", `
${byAction}
`);
  const [first] = found.ours;
  if (first !== void 0) await github.rest.issues.updateComment({ ...at, comment_id: first, body });
  else await github.rest.issues.createComment({ ...at, issue_number: number, body });
  const now = await look2();
  await remove(now.isByBot ? now.ours : now.ours.slice(1));
}

// action/steps/deployment.ts
var states = {
  running: "in_progress",
  succeeded: "success",
  failed: "failure",
  "rolled-back": "failure",
  stopped: "error",
  cancelled: "error",
  // What a newer run has overtaken was never deployed.
  superseded: "inactive",
  unknown: "error",
  lost: "error"
};
var descriptions = {
  running: "The run goes on",
  succeeded: "The run succeeded",
  failed: "The run failed",
  "rolled-back": "The run was rolled back",
  stopped: "The run was stopped",
  cancelled: "The run was cancelled",
  superseded: "A newer run went ahead of this one",
  unknown: "The run ended in a way that is not known",
  lost: "The job ended before the run did"
};
async function openDeployment(github, opened, setting) {
  const { repository, commit, environment, run: run2, pullRequest } = opened;
  const { inputs, region, job, runner } = setting;
  const { pipeline } = inputs;
  const { data } = await github.rest.repos.createDeployment({
    ...split2(repository),
    ref: commit,
    environment,
    description: `Run ${run2} of ${pipeline}`.slice(0, 140),
    // The commit is deployed already: nothing is to be merged into it, and no check is waited for.
    auto_merge: false,
    required_contexts: [],
    payload: { pipeline, run: run2, region, pullRequest, actor: job.change.actor }
  });
  if (!("id" in data)) throw new Error("GitHub made no deployment");
  const deployment = { id: data.id, repository, run: run2, apiUrl: job.apiUrl };
  runner.saveState("deployment", JSON.stringify(deployment));
  await tellDeployment(github, { deployment, outcome: "running" }, setting);
  return deployment;
}
async function tellDeployment(github, { deployment, outcome }, { inputs, region }) {
  await github.rest.repos.createDeploymentStatus({
    ...split2(deployment.repository),
    deployment_id: deployment.id,
    state: states[outcome],
    description: descriptions[outcome],
    environment_url: inputs["environment-url"],
    log_url: consoleUrl({ pipeline: inputs.pipeline, id: deployment.run, region })
  });
}
function split2(repository) {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}

// action/telling.ts
async function openTelling(id, change, setting) {
  const { inputs, job, runner, ports } = setting;
  const { environment, approvers } = inputs;
  const token = inputs["github-token"];
  const { repository, commit, pullRequest } = change;
  const attempt2 = async (what, work) => {
    try {
      return token && await work(await createGitHub({ apiUrl: job.apiUrl, token }, ports.fetch));
    } catch (error) {
      if (setting.signal.aborted) return void 0;
      const said = `${what} could not be written: ${refusalOf(error)}`;
      if (environment && what.includes("deployment")) runner.warning(said);
      else runner.info(said);
      return void 0;
    }
  };
  const deployment = environment && repository && commit ? await attempt2(
    `The deployment to ${environment}`,
    (github) => openDeployment(github, { repository, commit, environment, run: id, pullRequest }, setting)
  ) : void 0;
  const close = async (outcome) => {
    if (!deployment) return;
    await attempt2(
      `The deployment's status`,
      (github) => tellDeployment(github, { deployment, outcome }, setting)
    );
  };
  const comment = async (ending) => {
    const isFollowed = inputs.wait !== "none";
    if (inputs.comment === "never" || !isFollowed || !repository || pullRequest === void 0) return;
    const run2 = { ...ending.run, change: { ...ending.run.change, ...change } };
    await attempt2(
      `The comment on #${pullRequest}`,
      (github) => showComment(github, {
        repository,
        number: pullRequest,
        run: run2,
        view: viewOf({ ...ending, run: run2 }, approvers),
        clock: ports.clock,
        signal: setting.signal
      })
    );
  };
  return {
    waits: (run2) => comment({ run: run2 }),
    async ended(ending) {
      await close(outcomeOf(ending));
      await comment(ending);
    },
    lost: () => close("lost")
  };
}
async function tellLost({ inputs, region, runner }) {
  const state2 = runner.state("deployment");
  const token = inputs["github-token"];
  if (!state2 || !token) return;
  const deployment = JSON.parse(state2);
  try {
    const github = await createGitHub({ apiUrl: deployment.apiUrl, token }, fetch);
    await tellDeployment(github, { deployment, outcome: "lost" }, { inputs, region });
  } catch (error) {
    runner.warning(`The deployment's status could not be written: ${refusalOf(error)}`);
  }
}

// action/run.ts
async function run(task) {
  const { inputs, job } = task;
  if (inputs.pipeline !== void 0) await checkFiles(inputs, { ...job, runner: task.runner });
  await checkAccount(task);
  const taken = await takeSecretsOf(task);
  const secretFiles = [...job.secretFiles, ...taken];
  return hasPipeline(task) ? deploy({ ...task, job: { ...job, secretFiles } }) : true;
}
function hasPipeline(task) {
  return task.inputs.pipeline !== void 0;
}
async function takeSecretsOf({ inputs, job, runner, ports }) {
  if (!inputs.secrets) return [];
  const [{ takeSecrets }, values] = await Promise.all([import("./secrets-BDVTKDEG.js"), ports.secrets()]);
  return takeSecrets(inputs.secrets, { ...job, values, runner });
}
async function deploy(setting) {
  const { inputs, job, runner, ports } = setting;
  const definition = await ports.pipelines.definition(inputs.pipeline);
  const source = chooseSource(definition, inputs);
  const change = await describeChange(setting);
  const trigger = await triggerOf(source, inputs, ports);
  const since = ports.clock.now();
  const sent = await send(source, { change, trigger, since }, setting);
  if (inputs.start === "false") return true;
  const plan = { inputs, source, sent, commit: change.commit, step: job.step, trigger, since };
  const id = await begin(plan, setting);
  const github = await openTelling(id, change, setting);
  try {
    const ending = await follow({ id, definition, onApproval: github.waits }, setting);
    const explained = await report(ending, { runner, reasons: ports.reasons, clock: ports.clock });
    await github.ended({ ...ending, run: explained });
    return !isFailure(outcomeOf(ending), inputs["fail-on"]);
  } catch (error) {
    await github.lost();
    throw error;
  }
}
async function send(source, { change, trigger, since }, setting) {
  if (!("action" in source)) return void 0;
  const { action } = source;
  const { workflowUrl } = change;
  const announce = (part) => {
    if (trigger === "none") return;
    const starting = { since, sending: { trigger, action, workflowUrl, ...part } };
    setting.runner.saveState("starting", JSON.stringify(starting));
  };
  if (source.kind === "s3") {
    const object = { bucket: source.bucket, key: source.key };
    announce({ object });
    const { version: revision, reused } = await packageAndUpload(source, change, setting);
    if (!reused) announce({ object, revision });
    return { revision, reused };
  }
  if (source.kind !== "git" || !source.mirror) return void 0;
  announce({ revision: change.commit });
  const { mirror } = await import("./mirror-ZTDI324F.js");
  return mirror(source.mirror, setting);
}
async function checkAccount({ inputs, ports }) {
  const allowed = inputs["allowed-account-ids"];
  if (!allowed) return;
  const account = await ports.account();
  if (allowed.includes(account)) return;
  throw new UserError(
    `The AWS credentials belong to the account ${account}, which is not among \`allowed-account-ids\` (${allowed.join(", ")}).`
  );
}
async function describeChange({ inputs, job, ports, runner }) {
  const { repository, commit, pullRequest } = job.change;
  const token = inputs["github-token"];
  if (pullRequest !== void 0 || !repository || !commit || !token) return job.change;
  try {
    const github = await createGitHub({ apiUrl: job.apiUrl, token }, ports.fetch);
    return { ...job.change, pullRequest: await findPullRequest(github, { repository, commit }) };
  } catch (error) {
    runner.info(`The pull request of ${commit} could not be looked up: ${refusalOf(error)}`);
    return job.change;
  }
}
async function packageAndUpload(source, change, setting) {
  var _stack = [];
  try {
    const { inputs, job, runner, ports, signal } = setting;
    const { bucket, key } = source;
    const [{ packageArtifact }, objects] = await Promise.all([import("./package-UXYRLLU6.js"), ports.objects()]);
    const artifact = __using(_stack, await packageArtifact(inputs, { ...job, signal }), true);
    const { entries, size, hash } = artifact;
    const files = entries === void 0 ? "" : `${entries} ${entries === 1 ? "file" : "files"} in `;
    runner.info(`Artifact: ${files}${size} bytes, SHA-256 ${hash}`);
    runner.output("artifact-hash", hash);
    const kmsKey = inputs["kms-key-id"];
    const uploaded = await upload(objects, { ...artifact, bucket, key, change, kmsKey, signal });
    runner.output("version-id", uploaded.version);
    const what = uploaded.reused ? "is there already, as" : `${uploaded.copied ? "copied" : "uploaded"} as`;
    runner.info(`s3://${bucket}/${key} ${what} version ${uploaded.version}`);
    return uploaded;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}

// action/run-step.ts
function runStep(step) {
  const { region, runner } = step;
  const signal = cancellation(process);
  return attempt(runner, async () => {
    try {
      return await run({ ...step, ports: createPorts(region), signal }) ? 0 : 1;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  });
}

export {
  explaining,
  explain,
  isThrottled,
  isTransient,
  isAlreadyAnswered,
  isNotFound,
  isDenied,
  isExpired,
  isRefused,
  hasCode,
  emitWarningIfUnsupportedVersion2 as emitWarningIfUnsupportedVersion,
  setCredentialFeature,
  setFeature,
  getDefaultSocketTimeout,
  isArrayBuffer,
  fromBase64,
  fromUtf8,
  toBase64,
  toUtf8,
  getSmithyContext,
  hasOwn,
  HttpRequest,
  HttpResponse,
  normalizeProvider,
  parseUrl,
  toEndpointV1,
  parseRfc3339DateTime,
  parseRfc7231DateTime,
  fromHex,
  toHex,
  calculateBodyLength,
  toUint8Array,
  ProviderError,
  CredentialsProviderError,
  TokenProviderError,
  chain2 as chain,
  booleanSelector,
  SelectorType,
  getProfileName,
  getSSOTokenFilepath,
  getSSOTokenFromFile,
  loadSsoSessionData,
  parseKnownFiles,
  externalDataInterceptor,
  loadConfig,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  Client,
  getSchemaSerdePlugin,
  NormalizedSchema,
  TypeRegistry,
  Command,
  createAggregatedClient,
  ServiceException,
  loadConfigsForDefaultMode,
  emitWarningIfUnsupportedVersion as emitWarningIfUnsupportedVersion2,
  getDefaultExtensionConfiguration,
  resolveDefaultRuntimeConfig2 as resolveDefaultRuntimeConfig,
  NoOpLogger,
  makeBuilder,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  resolveRegionConfig,
  resolveDefaultsModeConfig,
  resolveParams,
  BinaryDecisionDiagram,
  EndpointCache,
  customEndpointFunctions,
  decideEndpoint,
  getEndpointFromInstructions,
  resolveEndpointConfig,
  getEndpointPlugin,
  createChecksumStream2 as createChecksumStream,
  createBufferedReadable,
  getAwsChunkedEncodingStream2 as getAwsChunkedEncodingStream,
  streamCollector2 as streamCollector,
  sdkStreamMixin2 as sdkStreamMixin,
  extendedEncodeURIComponent,
  readableStreamHasher,
  Md5Node,
  Crc32Node,
  Sha256Node,
  getHttpHandlerExtensionConfiguration,
  resolveHttpHandlerRuntimeConfig,
  getContentLengthPlugin,
  resolveHostHeaderConfig,
  getHostHeaderPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  httpSigningMiddlewareOptions,
  getHttpSigningPlugin,
  DefaultIdentityProviderConfig,
  NoAuthSigner,
  resolveUserAgentConfig,
  DEFAULT_RETRY_MODE,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  resolveRetryConfig,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  getRetryPlugin,
  getUserAgentPlugin,
  createDefaultUserAgentProvider,
  NODE_APP_ID_CONFIG_OPTIONS,
  awsEndpointFunctions,
  stsRegionDefaultResolver,
  getAwsRegionExtensionConfiguration,
  resolveAwsRegionExtensionConfiguration,
  AwsSdkSigV4Signer,
  AwsSdkSigV4ASigner,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4AConfig,
  NODE_SIGV4A_CONFIG_OPTIONS,
  SignatureV4,
  signatureV4aContainer,
  resolveAwsSdkSigV4Config,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  ENV_EXPIRATION,
  ENV_CREDENTIAL_SCOPE,
  ENV_ACCOUNT_ID,
  fromEnv2 as fromEnv,
  NodeHttpHandler,
  AwsJson1_1Protocol,
  AwsRestJsonProtocol,
  AwsQueryProtocol,
  AwsRestXmlProtocol,
  defaultProvider,
  CodePipelineClient,
  changeFromMetadata,
  Secret,
  createPorts,
  refuseTooLarge,
  findRun,
  cancelRun,
  tellLost,
  runStep
};
