import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  parseYaml
} from "./chunk-YEJA2UMT.js";
import {
  __export
} from "./chunk-PIRREV26.js";

// shared/spec/action-types.ts
var none = [0, 0];
var one = [1, 1];
var upToFive = [0, 5];
var actionTypes = [
  source("S3", ["S3Bucket", "S3ObjectKey"], ["PollForSourceChanges", "AllowOverrideForS3ObjectKey"]),
  source("CodeCommit", ["RepositoryName", "BranchName"], ["PollForSourceChanges", "OutputArtifactFormat"]),
  source(
    "CodeStarSourceConnection",
    ["ConnectionArn", "FullRepositoryId", "BranchName"],
    ["OutputArtifactFormat", "DetectChanges"]
  ),
  source("ECR", ["RepositoryName"], ["ImageTag"]),
  {
    ...source("GitHub", ["Owner", "Repo", "Branch", "OAuthToken"], ["PollForSourceChanges"]),
    owner: "ThirdParty"
  },
  codeBuild("Build"),
  codeBuild("Test"),
  aws("Build", "ECRBuildAndPublish", { inputs: one, outputs: [0, 1], required: ["ECRRepositoryName"] }),
  aws("Test", "DeviceFarm", {
    inputs: one,
    required: ["AppType", "ProjectId", "App", "TestType", "DevicePoolArn"]
  }),
  aws("Deploy", "CodeDeploy", {
    inputs: one,
    required: ["ApplicationName", "DeploymentGroupName"],
    optional: []
  }),
  aws("Deploy", "S3", {
    inputs: one,
    required: ["BucketName", "Extract"],
    optional: ["ObjectKey", "KMSEncryptionKeyARN", "CannedACL", "CacheControl"]
  }),
  aws("Deploy", "CloudFormation", {
    inputs: [0, 10],
    outputs: [0, 1],
    required: ["ActionMode", "StackName"]
  }),
  aws("Deploy", "CloudFormationStackSet", { inputs: [1, 10], outputs: [0, 1], required: ["StackSetName"] }),
  aws("Deploy", "CloudFormationStackInstances", {
    inputs: upToFive,
    outputs: [0, 1],
    required: ["StackSetName"]
  }),
  aws("Deploy", "ElasticBeanstalk", { inputs: one, required: ["ApplicationName", "EnvironmentName"] }),
  aws("Deploy", "ECS", { inputs: one, required: ["ClusterName", "ServiceName"] }),
  aws("Deploy", "CodeDeployToECS", {
    inputs: [1, 5],
    required: [
      "ApplicationName",
      "DeploymentGroupName",
      "TaskDefinitionTemplateArtifact",
      "AppSpecTemplateArtifact"
    ]
  }),
  aws("Deploy", "ServiceCatalog", { inputs: one, required: ["ProductId"] }),
  aws("Deploy", "AppConfig", {
    inputs: one,
    required: ["Application", "Environment", "ConfigurationProfile"]
  }),
  aws("Deploy", "EC2", { inputs: one, required: ["InstanceType"] }),
  aws("Deploy", "EKS", { inputs: one, required: ["ClusterName"] }),
  aws("Deploy", "Lambda", { inputs: one, required: ["FunctionName"] }),
  aws("Approval", "Manual", {
    required: [],
    optional: ["NotificationArn", "CustomData", "ExternalEntityLink"]
  }),
  aws("Invoke", "Lambda", {
    inputs: upToFive,
    outputs: upToFive,
    required: ["FunctionName"],
    optional: ["UserParameters"]
  }),
  aws("Invoke", "StepFunctions", { inputs: [0, 1], outputs: [0, 1], required: ["StateMachineArn"] }),
  aws("Invoke", "CodePipeline", {
    required: ["PipelineName"],
    optional: ["SourceRevisions", "Variables"]
  }),
  aws("Invoke", "InspectorScan", { inputs: [0, 1], outputs: [0, 1], required: ["InspectorRunMode"] }),
  // https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Snyk.html
  { ...aws("Invoke", "Snyk", { inputs: one, outputs: one, required: [] }), owner: "ThirdParty" },
  aws("Compute", "Commands", { inputs: [1, 10], outputs: [0, 1], required: [], optional: [] })
];
function findActionType(id, types = actionTypes) {
  const alike = types.filter(
    (type) => type.category === id.category && type.owner === id.owner && type.provider === id.provider
  );
  return alike.find((type) => versionOf(type) === id.version) ?? alike[0];
}
var versionOf = ({ version: version2 = "1" }) => version2;
function aws(category, provider, needs) {
  return { category, owner: "AWS", provider, inputs: none, outputs: none, ...needs };
}
function source(provider, required2, optional2) {
  return aws("Source", provider, { outputs: one, required: required2, optional: optional2 });
}
function codeBuild(category) {
  return aws(category, "CodeBuild", {
    inputs: [1, 5],
    outputs: upToFive,
    required: ["ProjectName"],
    optional: [
      "PrimarySource",
      "BatchEnabled",
      "CombineArtifacts",
      "EnvironmentVariables",
      "BuildspecOverride"
    ]
  });
}

// shared/spec/pipeline-problem.ts
function repeated(entries) {
  return entries.flatMap(
    ({ name: name2 }, index) => entries.findIndex((other) => other.name === name2) < index ? [{ name: name2, index }] : []
  );
}

// shared/spec/pipeline-actions.ts
function pipelineActionProblems(pipeline, customTypes) {
  const placed = pipeline.stages.flatMap(
    (stage2, stageIndex) => stage2.actions.map(
      (action2, index) => ({
        action: action2,
        stage: stage2.name,
        path: ["stages", stageIndex, "actions", index],
        order: [stageIndex, action2.runOrder ?? 1]
      })
    )
  );
  return [
    ...pipeline.stages.flatMap(
      (stage2, stageIndex) => repeated(stage2.actions).map(
        ({ name: name2, index }) => invalid(
          ["stages", stageIndex, "actions", index, "name"],
          `The action name ${name2} is used twice in stage ${stage2.name}`
        )
      )
    ),
    ...placed.flatMap((one2) => [
      ...typeProblems(one2, customTypes),
      ...artifactProblems(one2, placed),
      ...variableProblems(one2, { placed, pipeline })
    ]),
    ...namespaceProblems(placed),
    ...regionProblems(pipeline, placed)
  ];
}
function invalid(path, message) {
  return { path, exception: "InvalidActionDeclarationException", message };
}
function typeProblems({ action: action2, path }, customTypes) {
  const { actionTypeId: id } = action2;
  if (id.owner === "Custom" && !customTypes) return [];
  const types = [...customTypes ?? [], ...actionTypes];
  const type = findActionType(id, types);
  if (!type) {
    const known = types.filter((one2) => one2.category === id.category && one2.owner === id.owner);
    const names = known.map((one2) => one2.provider).join(", ");
    return [
      invalid(
        [...path, "actionTypeId", "provider"],
        `ActionType (Category: '${id.category}', Provider: '${id.provider}', Owner: '${id.owner}', Version: '${id.version}') in action '${action2.name}' is not available${names ? `. Known: ${names}` : ""}`
      )
    ];
  }
  const version2 = id.version === versionOf(type) ? [] : [
    invalid(
      [...path, "actionTypeId", "version"],
      `The version of ${id.provider} must be ${versionOf(type)}`
    )
  ];
  return [
    ...version2,
    ...configurationProblems(type, { action: action2, path }),
    ...countProblems(type, { action: action2, path })
  ];
}
function configurationProblems(type, { action: action2, path }) {
  const configuration2 = action2.configuration ?? {};
  const at = [...path, "configuration"];
  const name2 = `Action configuration for action '${action2.name}'`;
  const missing = type.required.filter((key) => !(key in configuration2)).map((key) => invalid(at, `${name2} is missing required configuration '${key}'`));
  const known = type.optional && [...type.required, ...type.optional];
  const unknown2 = known ? Object.keys(configuration2).filter((key) => !known.includes(key)).map((key) => invalid([...at, key], `${name2} contains unknown configuration '${key}'`)) : [];
  const combined = [];
  const { category, provider } = type;
  if (category === "Deploy" && provider === "S3" && configuration2.Extract === "false" && !configuration2.ObjectKey)
    combined.push(invalid(at, `${name2} needs 'ObjectKey' because 'Extract' is false`));
  if (provider === "CodeBuild" && (action2.inputArtifacts?.length ?? 0) > 1 && !configuration2.PrimarySource)
    combined.push(invalid(at, `${name2} needs 'PrimarySource' because it has several input artifacts`));
  if (provider === "Commands" && !action2.commands?.length)
    combined.push(invalid(path, `Action '${action2.name}' needs commands`));
  return [...missing, ...unknown2, ...combined];
}
function countProblems(type, { action: action2, path }) {
  const sides = [
    { key: "inputArtifacts", range: type.inputs, found: action2.inputArtifacts?.length ?? 0, word: "input" },
    {
      key: "outputArtifacts",
      range: type.outputs,
      found: action2.outputArtifacts?.length ?? 0,
      word: "output"
    }
  ];
  return sides.filter(({ range: [least, most], found }) => found < least || found > most).map(({ key, range: [least, most], found, word }) => {
    const wanted = least === most ? `${least}` : `${least} to ${most}`;
    return invalid(
      found === 0 ? path : [...path, key],
      `Action ${action2.name} (${type.provider}) takes ${wanted} ${word} artifact(s), found ${found}`
    );
  });
}
function artifactProblems(one2, placed) {
  const { action: action2, path } = one2;
  const inputs = (action2.inputArtifacts ?? []).flatMap(({ name: name2 }, index) => {
    const maker = placed.find(
      (other) => other.action.outputArtifacts?.some((output) => output.name === name2)
    );
    const at = [...path, "inputArtifacts", index, "name"];
    if (!maker)
      return [invalid(at, `Action ${action2.name} takes the artifact ${name2}, which no action puts out`)];
    if (!isBefore(maker, one2))
      return [
        invalid(
          at,
          `Action ${action2.name} takes the artifact ${name2} before action ${maker.action.name} in stage ${maker.stage} has put it out`
        )
      ];
    return [];
  });
  const outputs = (action2.outputArtifacts ?? []).flatMap(({ name: name2 }, index) => {
    const first = placed.find(
      (other) => other.action.outputArtifacts?.some((output) => output.name === name2)
    );
    const inItself = action2.outputArtifacts?.findIndex((output) => output.name === name2);
    if (first === one2 && inItself === index) return [];
    return [
      invalid(
        [...path, "outputArtifacts", index, "name"],
        `The output artifact name ${name2} is used twice; each must be unique in the pipeline`
      )
    ];
  });
  return [...inputs, ...outputs];
}
var isBefore = (a, b) => a.order[0] < b.order[0] || a.order[0] === b.order[0] && a.order[1] < b.order[1];
function variableProblems(one2, { placed, pipeline }) {
  const declared = new Set(pipeline.variables?.map((variable) => variable.name));
  return Object.entries(one2.action.configuration ?? {}).flatMap(
    ([key, value]) => [...value.matchAll(/#\{([^}]*)\}/g)].flatMap(([text, reference = ""]) => {
      const wrong = referenceProblem(reference, { one: one2, placed, declared });
      if (!wrong) return [];
      return [
        {
          path: [...one2.path, "configuration", key],
          exception: "InvalidStructureException",
          message: `${wrong}. StageName=[${one2.stage}], ActionName=[${one2.action.name}], ActionConfigurationKey=[${key}], VariableReferenceText=[${text}]`
        }
      ];
    })
  );
}
function referenceProblem(reference, { one: one2, placed, declared }) {
  const format = "Valid format for a pipeline execution variable reference is a namespace and a key separated by a period";
  const match = /^([A-Za-z0-9@\-_]+)\.([A-Za-z0-9@\-_]+)$/.exec(reference);
  if (!match) return format;
  const [, namespace2, key = ""] = match;
  if (namespace2 === "codepipeline")
    return key === "PipelineExecutionId" ? void 0 : `The namespace codepipeline has no key ${key}`;
  if (namespace2 === "variables")
    return declared.has(key) ? void 0 : `The pipeline declares no variable ${key}`;
  const makers = placed.filter((other) => other.action.namespace === namespace2);
  if (makers.length === 0) return `${format}. The reference names a namespace that does not exist`;
  return makers.some((maker) => isBefore(maker, one2)) ? void 0 : "A variable can be used only by an action that runs after the one that puts it out";
}
function namespaceProblems(placed) {
  return placed.flatMap(({ action: action2, path }, index) => {
    const { namespace: namespace2 } = action2;
    if (!namespace2) return [];
    const at = [...path, "namespace"];
    if (namespace2 === "codepipeline" || namespace2 === "variables")
      return [invalid(at, `The namespace ${namespace2} is reserved`)];
    const first = placed.findIndex((other) => other.action.namespace === namespace2);
    return first < index ? [invalid(at, `The namespace ${namespace2} is used twice`)] : [];
  });
}
function regionProblems(pipeline, placed) {
  const { artifactStores } = pipeline;
  return placed.flatMap(
    ({ action: action2, path }) => action2.region && artifactStores && !(action2.region in artifactStores) ? [invalid([...path, "region"], `There is no artifact store for the region ${action2.region}`)] : []
  );
}

// node_modules/zod/v4/core/util.js
var util_exports={};__export(util_exports,{BIGINT_FORMAT_RANGES:()=>BIGINT_FORMAT_RANGES,CONSTANT_CATCH:()=>CONSTANT_CATCH,Class:()=>Class,NUMBER_FORMAT_RANGES:()=>NUMBER_FORMAT_RANGES,aborted:()=>aborted,allowsEval:()=>allowsEval,assert:()=>assert,assertEqual:()=>assertEqual,assertIs:()=>assertIs,assertNever:()=>assertNever,assertNotEqual:()=>assertNotEqual,assignProp:()=>assignProp,attachSchema:()=>attachSchema,base64ToUint8Array:()=>base64ToUint8Array,base64urlToUint8Array:()=>base64urlToUint8Array,cached:()=>cached,captureStackTrace:()=>captureStackTrace,cleanEnum:()=>cleanEnum,cleanRegex:()=>cleanRegex,clone:()=>clone,cloneDef:()=>cloneDef,codePointLength:()=>codePointLength,constantCatch:()=>constantCatch,createTransparentProxy:()=>createTransparentProxy,defineLazy:()=>defineLazy,defineLazyInternal:()=>defineLazyInternal,derived:()=>derived,esc:()=>esc,escapeRegex:()=>escapeRegex,explicitlyAborted:()=>explicitlyAborted,extend:()=>extend,finalizeIssue:()=>finalizeIssue,floatSafeRemainder:()=>floatSafeRemainder,getElementAtPath:()=>getElementAtPath,getEnumValues:()=>getEnumValues,getLengthableOrigin:()=>getLengthableOrigin,getParsedType:()=>getParsedType,getSizableOrigin:()=>getSizableOrigin,hexToUint8Array:()=>hexToUint8Array,hide:()=>hide,installLazyProp:()=>installLazyProp,isObject:()=>isObject,isPlainObject:()=>isPlainObject,issue:()=>issue,joinValues:()=>joinValues,jsonStringifyReplacer:()=>jsonStringifyReplacer,members:()=>members,merge:()=>merge,mergeDefs:()=>mergeDefs,normalizeParams:()=>normalizeParams,nullish:()=>nullish,numKeys:()=>numKeys,objectClone:()=>objectClone,omit:()=>omit,optionalKeys:()=>optionalKeys,own:()=>own,parsedType:()=>parsedType,partial:()=>partial,pick:()=>pick,prefixIssues:()=>prefixIssues,primitiveTypes:()=>primitiveTypes,promiseAllObject:()=>promiseAllObject,propertyKeyTypes:()=>propertyKeyTypes,randomString:()=>randomString,rawShape:()=>rawShape,required:()=>required,safeExtend:()=>safeExtend,shallowClone:()=>shallowClone,sizeCaps:()=>sizeCaps,slugify:()=>slugify,stringifyPrimitive:()=>stringifyPrimitive,toZod:()=>toZod,uint8ArrayToBase64:()=>uint8ArrayToBase64,uint8ArrayToBase64url:()=>uint8ArrayToBase64url,uint8ArrayToHex:()=>uint8ArrayToHex,unwrapMessage:()=>unwrapMessage});function assertEqual(e){return e}function assertNotEqual(e){return e}function toZod(){return e=>e}function assertIs(e){}function assertNever(e){throw new Error("Unexpected value in exhaustive check")}function assert(e){}function getEnumValues(e){const t=Object.values(e).filter(n=>typeof n=="number");return Object.entries(e).filter(([n,o])=>t.indexOf(+n)===-1).map(([n,o])=>o)}function joinValues(e,t="|"){return e.map(r=>stringifyPrimitive(r)).join(t)}function jsonStringifyReplacer(e,t){return typeof t=="bigint"?t.toString():t}var Cached=class{constructor(e){this._getter=e,this._value=void 0}get value(){const e=this._getter;return e!==void 0&&(this._value=e(),this._getter=void 0),this._value}};function cached(e){return new Cached(e)}function nullish(e){return e==null}function cleanRegex(e){const t=e.startsWith("^")?1:0,r=e.endsWith("$")?e.length-1:e.length;return e.slice(t,r)}function floatSafeRemainder(e,t){const r=e/t,n=Math.round(r),o=4*Number.EPSILON*Math.max(Math.abs(r),1);return Math.abs(r-n)<o?0:r-n}var EVALUATING=Symbol("evaluating");function defineLazy(e,t,r){let n;Object.defineProperty(e,t,{get(){if(n!==EVALUATING)return n===void 0&&(n=EVALUATING,n=r()),n},set(o){Object.defineProperty(e,t,{value:o})},configurable:!0})}function objectClone(e){return Object.create(Object.getPrototypeOf(e),Object.getOwnPropertyDescriptors(e))}function assignProp(e,t,r){Object.defineProperty(e,t,{value:r,writable:!0,enumerable:!0,configurable:!0})}function rawShape(e){const t=Object.getOwnPropertyDescriptor(e,"shape");return t?.get?t.get.raw:t?.value}function sourceShape(e){return rawShape(e._zod.def)??e._zod.def.shape}function deferProp(e,t,r){Object.defineProperty(e,t,{get(){const n=r();return assignProp(this,t,n),n},enumerable:!0,configurable:!0})}function putProp(e,t,r){t in e?assignProp(e,t,r):e[t]=r}function mirrorShape(e,t,r,n){const o=sourceShape(t);for(const i of r){const s=Object.getOwnPropertyDescriptor(o,i);s.enumerable&&(s.get?deferProp(e,i,()=>{const c=t._zod.def.shape[i];return n?n(c,i):c}):putProp(e,i,n?n(s.value,i):s.value))}}function mirrorProps(e,t){for(const r of Reflect.ownKeys(t)){const n=Object.getOwnPropertyDescriptor(t,r);n.enumerable&&(n.get?deferProp(e,r,()=>t[r]):putProp(e,r,n.value))}}function mergeDefs(...e){const t={};for(const r of e){const n=Object.getOwnPropertyDescriptors(r);Object.assign(t,n)}return Object.defineProperties({},t)}function cloneDef(e){return mergeDefs(e._zod.def)}function getElementAtPath(e,t){return t?t.reduce((r,n)=>r?.[n],e):e}function promiseAllObject(e){const t=Object.keys(e),r=t.map(n=>e[n]);return Promise.all(r).then(n=>{const o={};for(let i=0;i<t.length;i++)o[t[i]]=n[i];return o})}function randomString(e=10){const t="abcdefghijklmnopqrstuvwxyz";let r="";for(let n=0;n<e;n++)r+=t[Math.floor(Math.random()*t.length)];return r}function esc(e){return JSON.stringify(e)}function slugify(e){return e.toLowerCase().trim().replace(/[^\w\s-]/g,"").replace(/[\s_-]+/g,"-").replace(/^-+|-+$/g,"")}var captureStackTrace="captureStackTrace"in Error?Error.captureStackTrace:(...e)=>{};function isObject(e){return typeof e=="object"&&e!==null&&!Array.isArray(e)}var allowsEval=cached(()=>{if(globalConfig.jitless||typeof navigator<"u"&&navigator?.userAgent?.includes("Cloudflare"))return!1;try{const e=Function;return new e(""),!0}catch{return!1}});function isPlainObject(e){if(isObject(e)===!1)return!1;const t=e.constructor;if(t===void 0||typeof t!="function")return!0;const r=t.prototype;return!(isObject(r)===!1||Object.prototype.hasOwnProperty.call(r,"isPrototypeOf")===!1)}function shallowClone(e){return isPlainObject(e)?{...e}:Array.isArray(e)?[...e]:e instanceof Map?new Map(e):e instanceof Set?new Set(e):e}function numKeys(e){let t=0;for(const r in e)Object.prototype.hasOwnProperty.call(e,r)&&t++;return t}var getParsedType=e=>{const t=typeof e;switch(t){case"undefined":return"undefined";case"string":return"string";case"number":return Number.isNaN(e)?"nan":"number";case"boolean":return"boolean";case"function":return"function";case"bigint":return"bigint";case"symbol":return"symbol";case"object":return Array.isArray(e)?"array":e===null?"null":e.then&&typeof e.then=="function"&&e.catch&&typeof e.catch=="function"?"promise":typeof Map<"u"&&e instanceof Map?"map":typeof Set<"u"&&e instanceof Set?"set":typeof Date<"u"&&e instanceof Date?"date":typeof File<"u"&&e instanceof File?"file":"object";default:throw new Error(`Unknown data type: ${t}`)}},propertyKeyTypes=new Set(["string","number","symbol"]),primitiveTypes=new Set(["string","number","bigint","boolean","symbol","undefined"]);function escapeRegex(e){return e.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")}function clone(e,t,r){const n=new e._zod.constr(t??e._zod.def);return(!t||r?.parent)&&(n._zod.parent=e),n}function normalizeParams(e){const t=e;if(!t)return{};if(typeof t=="string")return{error:()=>t};if(t?.message!==void 0){if(t?.error!==void 0)throw new Error("Cannot specify both `message` and `error` params");t.error=t.message}return delete t.message,typeof t.error=="string"?{...t,error:()=>t.error}:t}function createTransparentProxy(e){let t;return new Proxy({},{get(r,n,o){return t??(t=e()),Reflect.get(t,n,o)},set(r,n,o,i){return t??(t=e()),Reflect.set(t,n,o,i)},has(r,n){return t??(t=e()),Reflect.has(t,n)},deleteProperty(r,n){return t??(t=e()),Reflect.deleteProperty(t,n)},ownKeys(r){return t??(t=e()),Reflect.ownKeys(t)},getOwnPropertyDescriptor(r,n){return t??(t=e()),Reflect.getOwnPropertyDescriptor(t,n)},defineProperty(r,n,o){return t??(t=e()),Reflect.defineProperty(t,n,o)}})}function stringifyPrimitive(e){return typeof e=="bigint"?e.toString()+"n":typeof e=="string"?`"${e}"`:`${e}`}function optionalKeys(e){return Object.keys(e).filter(t=>e[t]._zod.optin!==void 0&&e[t]._zod.optout==="optional")}var NUMBER_FORMAT_RANGES={safeint:[Number.MIN_SAFE_INTEGER,Number.MAX_SAFE_INTEGER],int32:[-2147483648,2147483647],uint32:[0,4294967295],float32:[-34028234663852886e22,34028234663852886e22],float64:[-Number.MAX_VALUE,Number.MAX_VALUE]},BIGINT_FORMAT_RANGES={int64:[BigInt("-9223372036854775808"),BigInt("9223372036854775807")],uint64:[BigInt(0),BigInt("18446744073709551615")]};function pick(e,t){const r=e._zod.def,n=r.checks;if(n&&n.length>0)throw new Error(".pick() cannot be used on object schemas containing refinements");const i={};return mirrorShape(i,e,maskedKeys(e,t)),clone(e,mergeDefs(r,{shape:i,checks:[]}))}function maskedKeys(e,t){const r=sourceShape(e),n=[];for(const o of Reflect.ownKeys(t)){if(!Object.getOwnPropertyDescriptor(r,o)?.enumerable)throw new Error(`Unrecognized key: "${String(o)}"`);t[o]&&n.push(o)}return n}function omit(e,t){const r=e._zod.def,n=r.checks;if(n&&n.length>0)throw new Error(".omit() cannot be used on object schemas containing refinements");const i=new Set(maskedKeys(e,t)),s={};return mirrorShape(s,e,Reflect.ownKeys(sourceShape(e)).filter(c=>!i.has(c))),clone(e,mergeDefs(r,{shape:s,checks:[]}))}function extend(e,t){if(!isPlainObject(t))throw new Error("Invalid input to extend: expected a plain object");const r=e._zod.def.checks;if(r&&r.length>0){const o=sourceShape(e);for(const i of Reflect.ownKeys(t))if(Object.getOwnPropertyDescriptor(o,i)!==void 0)throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.")}return clone(e,mergeDefs(e._zod.def,{shape:extended(e,t)}))}function extended(e,t){const r={};return mirrorShape(r,e,Reflect.ownKeys(sourceShape(e))),mirrorProps(r,t),r}function safeExtend(e,t){if(!isPlainObject(t))throw new Error("Invalid input to safeExtend: expected a plain object");return clone(e,mergeDefs(e._zod.def,{shape:extended(e,t)}))}function merge(e,t){if(!t?._zod?.def)throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");if(e._zod.def.checks?.length)throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");const r={};mirrorShape(r,e,Reflect.ownKeys(sourceShape(e))),mirrorShape(r,t,Reflect.ownKeys(sourceShape(t)));const n=mergeDefs(e._zod.def,{shape:r,get catchall(){return t._zod.def.catchall},checks:t._zod.def.checks??[]});return clone(e,n)}function partial(e,t,r,n="partial"){const i=t._zod.def.checks;if(i&&i.length>0)throw new Error(`.${n}() cannot be used on object schemas containing refinements`);const c=r?new Set(maskedKeys(t,r)):void 0,u={};return mirrorShape(u,t,Reflect.ownKeys(sourceShape(t)),e&&((a,f)=>c&&!c.has(f)?a:new e({type:"optional",innerType:a}))),clone(t,mergeDefs(t._zod.def,{shape:u,checks:[]}))}function required(e,t,r){const n=r?new Set(maskedKeys(t,r)):void 0,o={};return mirrorShape(o,t,Reflect.ownKeys(sourceShape(t)),(i,s)=>n&&!n.has(s)?i:new e({type:"nonoptional",innerType:i})),clone(t,mergeDefs(t._zod.def,{shape:o}))}function aborted(e,t=0){if(e.aborted===!0)return!0;for(let r=t;r<e.issues.length;r++)if(e.issues[r]?.continue!==!0)return!0;return!1}function explicitlyAborted(e,t=0){if(e.aborted===!0)return!0;for(let r=t;r<e.issues.length;r++)if(e.issues[r]?.continue===!1)return!0;return!1}function prefixIssues(e,t){return t.map(r=>{var n;return(n=r).path??(n.path=[]),r.path.unshift(e),r})}function unwrapMessage(e){return typeof e=="string"?e:e?.message}function sizeCaps(e){const t=[];for(const r of e??[]){const n=r._zod.def;if(!/_(length|size)$|_equals$/.test(n.check))break;const o=n.maximum??n.length??n.size;o>=0&&t.push([o,r])}return t}function attachSchema(e,t,r){var n;for(let o=t;o<e.length;o++)(n=e[o]).schema??(n.schema=r)}function finalizeIssue(e,t,r){var n;const o=e.inst?._zod?.traits;o?.has("$ZodType")&&(o.has("$ZodCheck")?(n=e).schema??(n.schema=e.inst):e.schema=e.inst);const i=e.schema!==e.inst?e.schema?._zod.def?.error:void 0,s=e.message?e.message:unwrapMessage(e.inst?._zod.def?.error?.(e))??unwrapMessage(i?.(e))??unwrapMessage(t?.error?.(e))??unwrapMessage(r.customError?.(e))??unwrapMessage(r.localeError?.(e))??"Invalid input",c={};for(const u of Object.keys(e))u==="inst"||u==="schema"||u==="continue"||u==="input"||u==="__proto__"||(c[u]=e[u]);return c.path??(c.path=[]),c.message=s,t?.reportInput&&(c.input=e.input),c}function getSizableOrigin(e){return e instanceof Set?"set":e instanceof Map?"map":e instanceof File?"file":"unknown"}var highSurrogate=/[\uD800-\uDBFF]/;function codePointLength(e){const t=e.length;if(!highSurrogate.test(e))return t;let r=t;for(let n=0;n<t-1;n++)(e.charCodeAt(n)&64512)===55296&&(e.charCodeAt(n+1)&64512)===56320&&(r--,n++);return r}function getLengthableOrigin(e){return Array.isArray(e)?"array":typeof e=="string"?"string":"unknown"}function parsedType(e){const t=typeof e;switch(t){case"number":return Number.isNaN(e)?"nan":"number";case"object":{if(e===null)return"null";if(Array.isArray(e))return"array";const r=e;if(r&&Object.getPrototypeOf(r)!==Object.prototype&&"constructor"in r&&r.constructor)return r.constructor.name}}return t}function issue(...e){const[t,r,n]=e;return typeof t=="string"?{message:t,code:"custom",input:r,inst:n}:{...t}}function cleanEnum(e){return Object.entries(e).filter(([t,r])=>Number.isNaN(Number.parseInt(t,10))).map(t=>t[1])}function base64ToUint8Array(e){const t=atob(e),r=new Uint8Array(t.length);for(let n=0;n<t.length;n++)r[n]=t.charCodeAt(n);return r}function uint8ArrayToBase64(e){let t="";for(let r=0;r<e.length;r++)t+=String.fromCharCode(e[r]);return btoa(t)}function base64urlToUint8Array(e){const t=e.replace(/-/g,"+").replace(/_/g,"/"),r="=".repeat((4-t.length%4)%4);return base64ToUint8Array(t+r)}function uint8ArrayToBase64url(e){return uint8ArrayToBase64(e).replace(/\+/g,"-").replace(/\//g,"_").replace(/=/g,"")}function hexToUint8Array(e){const t=e.replace(/^0x/,"");if(t.length%2!==0)throw new Error("Invalid hex string length");const r=new Uint8Array(t.length/2);for(let n=0;n<t.length;n+=2)r[n/2]=Number.parseInt(t.slice(n,n+2),16);return r}function uint8ArrayToHex(e){return Array.from(e).map(t=>t.toString(16).padStart(2,"0")).join("")}var Class=class{constructor(...e){}};function members(e,t){for(const r in t){const n=Object.getOwnPropertyDescriptor(t,r);n.get?Object.defineProperty(e,r,{...n,enumerable:!1}):defineBound(e,r,n.value)}}function own(e,t,r,n=!0){return Object.defineProperty(e,t,{configurable:!0,writable:!0,enumerable:n,value:r}),r}function hide(e,t,r){return own(e,t,r,!1)}function derived(e,t){for(const r in e){const n=e[r];Object.defineProperty(t,r,{configurable:!0,enumerable:!0,get(){return own(this,r,n(this))},set(o){own(this,r,o)}})}return t}function defineBound(e,t,r){Object.defineProperty(e,t,{configurable:!0,get(){return this==null?r:own(this,t,r.bind(this))},set(n){own(this,t,n)}})}function claim(e,t){const r=Object.getPrototypeOf(e);return t in r?void 0:r}var installing,broke=!1,breaker={configurable:!0,get(){broke=!0}};function defineLazyInternal(e,t,r){const n=Object.getPrototypeOf(e._zod);if(t in n&&installing!==e._zod){installing=void 0;return}installing=e._zod,Object.defineProperty(n,t,{configurable:!0,get(){Object.defineProperty(this,t,breaker);const o=broke;broke=!1;try{const i=r(this);return broke?delete this[t]:Object.defineProperty(this,t,{configurable:!0,writable:!0,value:i}),broke=broke||o,i}catch(i){throw delete this[t],broke=broke||o,i}},set(o){Object.defineProperty(this,t,{configurable:!0,writable:!0,value:o})}})}function installLazyProp(e,t,r,n){const o=claim(e,t);o&&Object.defineProperty(o,t,{configurable:!0,get(){const i={configurable:!0,writable:!0,enumerable:n,value:void 0};return Object.defineProperty(this,t,i),i.value=r(this),Object.defineProperty(this,t,i),i.value},set(i){Object.defineProperty(this,t,{configurable:!0,writable:!0,enumerable:n,value:i})}})}var CONSTANT_CATCH="~constantCatch";function constantCatch(e){const t=()=>e;return t[CONSTANT_CATCH]=!0,t}
// node_modules/zod/v4/core/core.js
var _a,_zodDesc={value:void 0,enumerable:!1},_E="captureStackTrace"in Error?Error:null;function newError(e){const n=_E;if(n){const i=n.stackTraceLimit;if(typeof i=="number"){try{n.stackTraceLimit=0}catch{return _E=null,new e}try{return new e}finally{n.stackTraceLimit=i}}}return new e}function $constructor(e,n,i,d){const g={};function p(r){this.def=r,this.constr=c,this.traits=new Set}p.prototype=g;const b=i,l=b&&new WeakSet;function _(r,t){if(r._zod){if(r._zod.traits.has(e))return}else{_zodDesc.value=new p(t);try{Object.defineProperty(r,"_zod",_zodDesc)}finally{_zodDesc.value=void 0}}if(r._zod.traits.add(e),n(r,t),l){const o=Object.getPrototypeOf(r),f=r._zod.constr.prototype;let a=o;for(;a&&a!==f;)a=Object.getPrototypeOf(a);const u=a??o;l.has(u)||(l.add(u),members(u,b))}const s=c.prototype;for(const o in s)Object.prototype.hasOwnProperty.call(s,o)&&(o in r||(r[o]=s[o].bind(r)))}const v=d?.Parent??Object;class y extends v{}Object.defineProperty(y,"name",{value:e});function c(r){const t=d?.Parent?newError(y):this;_(t,r);const s=t._zod.deferred;if(s){for(const f of s)f();t._zod.deferred=void 0}const o=globalThis.__zod_globalConfig?.postProcessor;return o&&o(t),t}return Object.defineProperty(c,"init",{value:_}),Object.defineProperty(c,Symbol.hasInstance,{value:r=>d?.Parent&&r instanceof d.Parent?!0:r?._zod?.traits?.has(e)}),Object.defineProperty(c,"name",{value:e}),c}var $ZodAsyncError=class extends Error{constructor(){super("Encountered Promise during synchronous parse. Use .parseAsync() instead.")}},$ZodEncodeError=class extends Error{constructor(e){super(`Encountered unidirectional transform during encode: ${e}`),this.name="ZodEncodeError"}};(_a=globalThis).__zod_globalConfig??(_a.__zod_globalConfig={});var globalConfig=globalThis.__zod_globalConfig;function config(e){return e&&Object.assign(globalConfig,e),globalConfig}
// node_modules/zod/v4/core/errors.js
function _getMessage(){const e=this._zod;return e.message??(e.message=JSON.stringify(e.def,jsonStringifyReplacer,2)),e.message}function _setMessage(e){this._zod.message=e}var _messageDesc={get:_getMessage,set:_setMessage,enumerable:!0,configurable:!0},_issuesDesc={value:void 0,enumerable:!1},_installedToString=new WeakSet([Object.prototype,Error.prototype]),initializer=(e,t)=>{e.name="$ZodError",_issuesDesc.value=t,Object.defineProperty(e,"issues",_issuesDesc),_issuesDesc.value=void 0,Object.defineProperty(e,"message",_messageDesc);const r=Object.getPrototypeOf(e);_installedToString.has(r)||(_installedToString.add(r),Object.defineProperty(r,"toString",{configurable:!0,enumerable:!1,get(){const o=()=>this.message;return Object.defineProperty(this,"toString",{value:o,configurable:!0,writable:!0}),o},set(o){Object.defineProperty(this,"toString",{value:o,configurable:!0,writable:!0})}}))},$ZodError=$constructor("$ZodError",initializer),$ZodRealError=$constructor("$ZodError",initializer,void 0,{Parent:Error});function node(e,t,r){return Object.prototype.hasOwnProperty.call(e,t)||(t==="__proto__"?Object.defineProperty(e,t,{value:r(),writable:!0,enumerable:!0,configurable:!0}):e[t]=r()),e[t]}function flattenError(e,t=r=>r.message){const r={},o=[];for(const n of e.issues)n.path.length>0?node(r,n.path[0],()=>[]).push(t(n)):o.push(t(n));return{formErrors:o,fieldErrors:r}}function formatError(e,t=r=>r.message){const r={_errors:[]},o=(n,l=[])=>{for(const s of n.issues)if(s.code==="invalid_union"&&s.errors.length)s.errors.map(i=>o({issues:i},[...l,...s.path]));else if(s.code==="invalid_key")o({issues:s.issues},[...l,...s.path]);else if(s.code==="invalid_element")o({issues:s.issues},[...l,...s.path]);else{const i=[...l,...s.path];if(i.length===0)r._errors.push(t(s));else{let a=r,u=0;for(;u<i.length;){const c=i[u],f=u===i.length-1;if(c==="_errors"){f&&a._errors.push(t(s)),u++;continue}Object.prototype.hasOwnProperty.call(a,c)||Object.defineProperty(a,c,{value:{_errors:[]},enumerable:!0,writable:!0,configurable:!0});const g=a[c];f&&g._errors.push(t(s)),a=g,u++}}}};return o(e),r}
// node_modules/zod/v4/core/parse.js
function finalizeParams(n,r){return{callee:r?.callee??n,Err:r?.Err}}var _parse=n=>{const r=(s,e,a,t)=>{const o=a?{...a,async:!1}:{async:!1},c=s._zod.run({value:e,issues:[]},o);if(c instanceof Promise)throw new $ZodAsyncError;if(c.issues.length){const i=new(t?.Err??n)(c.issues.map(u=>finalizeIssue(u,o,config())));throw captureStackTrace(i,t?.callee??r),i}return c.value};return r},_parseAsync=n=>{const r=async(s,e,a,t)=>{const o=a?{...a,async:!0}:{async:!0};let c=s._zod.run({value:e,issues:[]},o);if(c instanceof Promise&&(c=await c),c.issues.length){const i=new(t?.Err??n)(c.issues.map(u=>finalizeIssue(u,o,config())));throw captureStackTrace(i,t?.callee??r),i}return c.value};return r},_safeParse=n=>(r,s,e)=>{const a=e?{...e,async:!1}:{async:!1},t=r._zod.run({value:s,issues:[]},a);if(t instanceof Promise)throw new $ZodAsyncError;return t.issues.length?failure(n,t.issues,a):{success:!0,data:t.value}};function failure(n,r,s){let e;return{success:!1,get error(){return e||(e=new n(r.map(a=>finalizeIssue(a,s,config()))),r=void 0,s=void 0),e},set error(a){e=a,r=void 0,s=void 0}}}var _safeParseAsync=n=>async(r,s,e)=>{const a=e?{...e,async:!0}:{async:!0};let t=r._zod.run({value:s,issues:[]},a);return t instanceof Promise&&(t=await t),t.issues.length?failure(n,t.issues,a):{success:!0,data:t.value}},COMPILE_INVALID=Symbol.for("zod.compile.invalid"),COMPILE_FALLBACK=Symbol.for("zod.compile.fallback"),validate=((n,r,s)=>{const e=n._zod.bag.validator;if(e!==void 0){if(e(r)!==COMPILE_INVALID)return!0;if(e.definite===!0&&s===void 0)return!1}return validateFallback(n,r,s)});function validateFallback(n,r,s){const e=s?{...s,async:!1,abortEarly:!0}:{async:!1,abortEarly:!0},a=n._zod.bag.fallbackRun;let t;if(a?(e[COMPILE_FALLBACK]=!0,t=a({value:r,issues:[]},e)):t=n._zod.run({value:r,issues:[]},e),t instanceof Promise)throw new $ZodAsyncError;return t.issues.length===0}var validateAsync=async(n,r,s)=>{const e=s?{...s,async:!0,abortEarly:!0}:{async:!0,abortEarly:!0};let a=n._zod.run({value:r,issues:[]},e);return a instanceof Promise&&(a=await a),a.issues.length===0},_encode=n=>{const r=_parse(n),s=(e,a,t,o)=>{const c=t?{...t,direction:"backward"}:{direction:"backward"};return r(e,a,c,finalizeParams(s,o))};return s},_decode=n=>{const r=_parse(n),s=(e,a,t,o)=>r(e,a,t,finalizeParams(s,o));return s},_encodeAsync=n=>{const r=_parseAsync(n),s=async(e,a,t,o)=>{const c=t?{...t,direction:"backward"}:{direction:"backward"};return await r(e,a,c,finalizeParams(s,o))};return s},_decodeAsync=n=>{const r=_parseAsync(n),s=async(e,a,t,o)=>await r(e,a,t,finalizeParams(s,o));return s},_safeEncode=n=>(r,s,e)=>{const a=e?{...e,direction:"backward"}:{direction:"backward"};return _safeParse(n)(r,s,a)},_safeDecode=n=>(r,s,e)=>_safeParse(n)(r,s,e),_safeEncodeAsync=n=>async(r,s,e)=>{const a=e?{...e,direction:"backward"}:{direction:"backward"};return _safeParseAsync(n)(r,s,a)},_safeDecodeAsync=n=>async(r,s,e)=>_safeParseAsync(n)(r,s,e);
// node_modules/zod/v4/core/regexes.js
var cuid=/^[cC][0-9a-z]{6,}$/,cuid2=/^[0-9a-z]+$/,ulid=/^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/,xid=/^[0-9a-vA-V]{20}$/,ksuid=/^[A-Za-z0-9]{27}$/,nanoid=/^[a-zA-Z0-9_-]{21}$/;function nanoidOfLength(a){return new RegExp(`^[a-zA-Z0-9_-]{${a}}$`)}var duration=/^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/,guid=/^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/,uuid=a=>a?new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${a}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`):/^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/,email=/^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/,_emoji="^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$";function emoji(){return new RegExp(_emoji,"u")}var ipv4=/^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/,ipv6=/^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/,cidrv4=/^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/,cidrv6=/^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/,base64=/^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/,base64url=/^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/,httpProtocol=/^https?$/,e164=/^\+[1-9]\d{6,14}$/,dateSource="(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))";function anchor(a){return new RegExp(`^${a}$`)}var date=anchor(dateSource);function timeSource(a){const f="(?:[01]\\d|2[0-3]):[0-5]\\d";return typeof a.precision=="number"?a.precision===-1?`${f}`:a.precision===0?`${f}:[0-5]\\d`:`${f}:[0-5]\\d\\.\\d{${a.precision}}`:a.seconds?`${f}:[0-5]\\d(?:\\.\\d+)?`:`${f}(?::[0-5]\\d(?:\\.\\d+)?)?`}function time(a){return new RegExp(`^${timeSource(a)}$`)}function datetime(a){const f=["Z"];a.offset&&f.push("([+-](?:[01]\\d|2[0-3]):[0-5]\\d)");const e=`${timeSource({precision:a.precision,seconds:!0})}(?:${f.join("|")})`,A=a.local?`${e}|${timeSource({precision:a.precision})}`:e;return new RegExp(`^${dateSource}T(?:${A})$`)}var anyString=/^[\s\S]{0,}$/,integer=/^-?\d+$/,number=/^-?\d+(?:\.\d+)?$/,lowercase=/^[^A-Z]*$/,uppercase=/^[^a-z]*$/;
// node_modules/zod/v4/core/checks.js
var $ZodCheck=$constructor("$ZodCheck",(e,t)=>{var n;e._zod??(e._zod={}),e._zod.def=t,(n=e._zod).onattach??(n.onattach=[])}),_whenHasLength=e=>{const t=e.value;return!nullish(t)&&t.length!==void 0},numericOriginMap={number:"number",bigint:"bigint",object:"date"},$ZodCheckLessThan=$constructor("$ZodCheckLessThan",(e,t)=>{$ZodCheck.init(e,t);const n=numericOriginMap[typeof t.value];e._zod.check=i=>{(t.inclusive?i.value<=t.value:i.value<t.value)||i.issues.push({origin:numericOriginMap[typeof i.value]??n,code:"too_big",maximum:typeof t.value=="object"?t.value.getTime():t.value,input:i.value,inclusive:t.inclusive,inst:e,continue:!t.abort})}}),$ZodCheckGreaterThan=$constructor("$ZodCheckGreaterThan",(e,t)=>{$ZodCheck.init(e,t);const n=numericOriginMap[typeof t.value];e._zod.check=i=>{(t.inclusive?i.value>=t.value:i.value>t.value)||i.issues.push({origin:numericOriginMap[typeof i.value]??n,code:"too_small",minimum:typeof t.value=="object"?t.value.getTime():t.value,input:i.value,inclusive:t.inclusive,inst:e,continue:!t.abort})}}),$ZodCheckMultipleOf=$constructor("$ZodCheckMultipleOf",(e,t)=>{$ZodCheck.init(e,t),e._zod.check=n=>{if(typeof n.value!=typeof t.value)throw new Error("Cannot mix number and bigint in multiple_of check.");(typeof n.value=="bigint"?t.value!==BigInt(0)&&n.value%t.value===BigInt(0):floatSafeRemainder(n.value,t.value)===0)||n.issues.push({origin:typeof n.value,code:"not_multiple_of",divisor:t.value,input:n.value,inst:e,continue:!t.abort})}}),$ZodCheckNumberFormat=$constructor("$ZodCheckNumberFormat",(e,t)=>{$ZodCheck.init(e,t),t.format=t.format||"float64";const n=t.format?.includes("int"),i=n?"int":"number",[r,u]=NUMBER_FORMAT_RANGES[t.format];e._zod.check=c=>{const o=c.value;if(n){if(!Number.isInteger(o)){c.issues.push({expected:i,format:t.format,code:"invalid_type",continue:!1,input:o,inst:e});return}if(!Number.isSafeInteger(o)){o>0?c.issues.push({input:o,code:"too_big",maximum:Number.MAX_SAFE_INTEGER,note:"Integers must be within the safe integer range.",inst:e,origin:i,inclusive:!0,continue:!t.abort}):c.issues.push({input:o,code:"too_small",minimum:Number.MIN_SAFE_INTEGER,note:"Integers must be within the safe integer range.",inst:e,origin:i,inclusive:!0,continue:!t.abort});return}}o<r&&c.issues.push({origin:"number",input:o,code:"too_small",minimum:r,inclusive:!0,inst:e,continue:!t.abort}),o>u&&c.issues.push({origin:"number",input:o,code:"too_big",maximum:u,inclusive:!0,inst:e,continue:!t.abort})}}),$ZodCheckMaxLength=$constructor("$ZodCheckMaxLength",(e,t)=>{var n;$ZodCheck.init(e,t),(n=e._zod.def).when??(n.when=_whenHasLength),e._zod.check=i=>{const r=i.value,u=r.length;if((typeof r=="string"&&u>t.maximum?codePointLength(r):u)<=t.maximum)return;const o=getLengthableOrigin(r);i.issues.push({origin:o,code:"too_big",maximum:t.maximum,inclusive:!0,input:r,inst:e,continue:!t.abort})}}),$ZodCheckMinLength=$constructor("$ZodCheckMinLength",(e,t)=>{var n;$ZodCheck.init(e,t),(n=e._zod.def).when??(n.when=_whenHasLength),e._zod.check=i=>{const r=i.value,u=r.length;if((typeof r=="string"&&u>=t.minimum&&u<t.minimum*2?codePointLength(r):u)>=t.minimum)return;const o=getLengthableOrigin(r);i.issues.push({origin:o,code:"too_small",minimum:t.minimum,inclusive:!0,input:r,inst:e,continue:!t.abort})}}),$ZodCheckLengthEquals=$constructor("$ZodCheckLengthEquals",(e,t)=>{var n;$ZodCheck.init(e,t),(n=e._zod.def).when??(n.when=_whenHasLength),e._zod.check=i=>{const r=i.value,u=r.length,c=typeof r=="string"&&u>=t.length&&u<=t.length*2?codePointLength(r):u;if(c===t.length)return;const o=getLengthableOrigin(r),s=c>t.length;i.issues.push({origin:o,...s?{code:"too_big",maximum:t.length}:{code:"too_small",minimum:t.length},inclusive:!0,exact:!0,input:i.value,inst:e,continue:!t.abort})}}),$ZodCheckStringFormat=$constructor("$ZodCheckStringFormat",(e,t)=>{var n,i;$ZodCheck.init(e,t),t.pattern?(n=e._zod).check??(n.check=r=>{t.pattern.lastIndex=0,!t.pattern.test(r.value)&&r.issues.push({origin:"string",code:"invalid_format",format:t.format,input:r.value,...t.pattern?{pattern:t.pattern.toString()}:{},inst:e,continue:!t.abort})}):(i=e._zod).check??(i.check=()=>{})}),$ZodCheckRegex=$constructor("$ZodCheckRegex",(e,t)=>{$ZodCheckStringFormat.init(e,t),e._zod.check=n=>{t.pattern.lastIndex=0,!t.pattern.test(n.value)&&n.issues.push({origin:"string",code:"invalid_format",format:"regex",input:n.value,pattern:t.pattern.toString(),inst:e,continue:!t.abort})}}),$ZodCheckLowerCase=$constructor("$ZodCheckLowerCase",(e,t)=>{t.pattern??(t.pattern=lowercase),$ZodCheckStringFormat.init(e,t)}),$ZodCheckUpperCase=$constructor("$ZodCheckUpperCase",(e,t)=>{t.pattern??(t.pattern=uppercase),$ZodCheckStringFormat.init(e,t)}),$ZodCheckIncludes=$constructor("$ZodCheckIncludes",(e,t)=>{$ZodCheck.init(e,t);const n=escapeRegex(t.includes),i=new RegExp(typeof t.position=="number"?`^.{${t.position},}${n}`:n);t.pattern=i,e._zod.check=r=>{r.value.includes(t.includes,t.position)||r.issues.push({origin:"string",code:"invalid_format",format:"includes",includes:t.includes,input:r.value,inst:e,continue:!t.abort})}}),$ZodCheckStartsWith=$constructor("$ZodCheckStartsWith",(e,t)=>{$ZodCheck.init(e,t);const n=new RegExp(`^${escapeRegex(t.prefix)}.*`);t.pattern??(t.pattern=n),e._zod.check=i=>{i.value.startsWith(t.prefix)||i.issues.push({origin:"string",code:"invalid_format",format:"starts_with",prefix:t.prefix,input:i.value,inst:e,continue:!t.abort})}}),$ZodCheckEndsWith=$constructor("$ZodCheckEndsWith",(e,t)=>{$ZodCheck.init(e,t);const n=new RegExp(`.*${escapeRegex(t.suffix)}$`);t.pattern??(t.pattern=n),e._zod.check=i=>{i.value.endsWith(t.suffix)||i.issues.push({origin:"string",code:"invalid_format",format:"ends_with",suffix:t.suffix,input:i.value,inst:e,continue:!t.abort})}}),$ZodCheckOverwrite=$constructor("$ZodCheckOverwrite",(e,t)=>{$ZodCheck.init(e,t),e._zod.check=n=>{n.value=t.tx(n.value)}});
// node_modules/zod/v4/core/doc.js
var Doc=class{constructor(t=[],e={}){this.content=[],this.indent=0,this.args=t,this.closed=e}indented(t){this.indent+=1;try{t(this)}finally{this.indent-=1}}write(t){if(typeof t=="function"){t(this,{execution:"sync"}),t(this,{execution:"async"});return}const i=t.split(`
`).filter(n=>n),s=Math.min(...i.map(n=>n.length-n.trimStart().length)),c=i.map(n=>n.slice(s)).map(n=>" ".repeat(this.indent*2)+n);for(const n of c)this.content.push(n)}compile(){const t=Function,e=this?.content??[""];return new t(...Object.keys(this.closed),`return function (${this.args.join(", ")}) {
${e.join(`
`)}
};`)(...Object.values(this.closed))}};
// node_modules/zod/v4/core/versions.js
var version={major:4,minor:6,patch:7};
// node_modules/zod/v4/core/schemas.js
var $ZodType=$constructor("$ZodType",(e,t)=>{var n;e??(e={}),e._zod.def=t,e._zod.bag=e._zod.bag||{},e._zod.version=version;const r=e._zod.def.checks,o=e._zod.traits.has("$ZodCheck")?[e,...r??[]]:r?.length?[...r]:[];for(const s of o)for(const a of s._zod.onattach)a(e);if(o.length===0)(n=e._zod).deferred??(n.deferred=[]),e._zod.deferred?.push(()=>{e._zod.run=e._zod.parse});else{const s=(c,l,i)=>{if(c.memo)return c;let u=aborted(c),p;for(const d of l){if(d._zod.def.when){if(explicitlyAborted(c)||!d._zod.def.when(c))continue}else if(u)continue;const v=c.issues.length,f=d._zod.check(c);if(f instanceof Promise&&i?.async===!1)throw new $ZodAsyncError;if(p||f instanceof Promise)p=(p??Promise.resolve()).then(async()=>{await f,c.issues.length!==v&&(attachSchema(c.issues,v,e),u||(u=aborted(c,v)))});else{if(c.issues.length===v)continue;attachSchema(c.issues,v,e),u||(u=aborted(c,v))}}return p?p.then(()=>c):c},a=(c,l,i)=>{if(aborted(c))return c.aborted=!0,c;const u=s(l,o,i);if(u instanceof Promise){if(i.async===!1)throw new $ZodAsyncError;return u.then(p=>e._zod.parse(p,i))}return e._zod.parse(u,i)};e._zod.run=(c,l)=>{if(l.skipChecks)return e._zod.parse(c,l);if(l.direction==="backward"){const u=e._zod.parse({value:c.value,issues:[]},{...l,skipChecks:!0});return u instanceof Promise?u.then(p=>a(p,c,l)):a(u,c,l)}const i=e._zod.parse(c,l);if(i instanceof Promise){if(l.async===!1)throw new $ZodAsyncError;return i.then(u=>s(u,o,l))}return s(i,o,l)}}},{get"~standard"(){return hide(this,"~standard",standardProps(this))},set"~standard"(e){own(this,"~standard",e)}}),toStandardResult=(e,t)=>e.issues.length?{issues:e.issues.map(n=>finalizeIssue(n,t,config()))}:{value:e.value};async function validateAsync2(e,t){const n={async:!0};return toStandardResult(await e._zod.run({value:t,issues:[]},n),n)}function standardProps(e){return{validate:t=>{const n={async:!1};try{const r=e._zod.run({value:t,issues:[]},n);if(!(r instanceof Promise))return toStandardResult(r,n)}catch{}return validateAsync2(e,t)},vendor:"zod",version:1}}var $ZodString=$constructor("$ZodString",(e,t)=>{$ZodType.init(e,t),e._zod.pattern=t.pattern??anyString,e._zod.parse=(n,r)=>{if(t.coerce)try{n.value=String(n.value)}catch{}return typeof n.value=="string"||n.issues.push({expected:"string",code:"invalid_type",input:n.value,inst:e}),n}}),$ZodStringFormat=$constructor("$ZodStringFormat",(e,t)=>{$ZodCheckStringFormat.init(e,t),$ZodString.init(e,t)}),$ZodGUID=$constructor("$ZodGUID",(e,t)=>{t.pattern??(t.pattern=guid),$ZodStringFormat.init(e,t)}),$ZodUUID=$constructor("$ZodUUID",(e,t)=>{if(t.version){const r={v1:1,v2:2,v3:3,v4:4,v5:5,v6:6,v7:7,v8:8}[t.version];if(r===void 0)throw new Error(`Invalid UUID version: "${t.version}"`);t.pattern??(t.pattern=uuid(r))}else t.pattern??(t.pattern=uuid());$ZodStringFormat.init(e,t)}),$ZodEmail=$constructor("$ZodEmail",(e,t)=>{t.pattern??(t.pattern=email),$ZodStringFormat.init(e,t)}),URL_BAD_FORMAT=1,URL_UNPARSEABLE=2;function canParseURL(e){try{return typeof URL<"u"&&typeof URL.canParse=="function"?URL.canParse(e):(new URL(e),!0)}catch{return!1}}function validateURL(e,t){return!("normalize"in t)&&!("hostname"in t)&&!("protocol"in t)?canParseURL(e)||URL_UNPARSEABLE:parseURLObject(e,t)}function parseURLObject(e,t){if(!t.normalize&&t.protocol?.source===httpProtocol.source&&!/^https?:\/\//i.test(e))return URL_BAD_FORMAT;try{if(typeof URL<"u"){const n=URL;if(typeof n.parse=="function")return n.parse(e)??URL_UNPARSEABLE}return new URL(e)}catch{return URL_UNPARSEABLE}}var asciiTabOrNewline=/[\t\n\r]/g;function stripTabAndNewline(e){return e.replace(asciiTabOrNewline,"")}function urlHostnameOk(e,t){return t.lastIndex=0,t.test(e.hostname)}function urlProtocolOk(e,t){return t.lastIndex=0,t.test(e.protocol.endsWith(":")?e.protocol.slice(0,-1):e.protocol)}var $ZodURL=$constructor("$ZodURL",(e,t)=>{$ZodStringFormat.init(e,t),e._zod.check=n=>{try{const r=n.value.trim(),o=validateURL(r,t);if(o===URL_BAD_FORMAT){n.issues.push({code:"invalid_format",format:"url",note:"Invalid URL format",input:n.value,inst:e,continue:!t.abort});return}if(o===URL_UNPARSEABLE){n.issues.push({code:"invalid_format",format:"url",input:n.value,inst:e,continue:!t.abort});return}if(o===!0){n.value=stripTabAndNewline(r);return}t.hostname&&!urlHostnameOk(o,t.hostname)&&n.issues.push({code:"invalid_format",format:"url",note:"Invalid hostname",pattern:t.hostname.source,input:n.value,inst:e,continue:!t.abort}),t.protocol&&!urlProtocolOk(o,t.protocol)&&n.issues.push({code:"invalid_format",format:"url",note:"Invalid protocol",pattern:t.protocol.source,input:n.value,inst:e,continue:!t.abort}),n.value=t.normalize?o.href:stripTabAndNewline(r);return}catch{n.issues.push({code:"invalid_format",format:"url",input:n.value,inst:e,continue:!t.abort})}}}),$ZodEmoji=$constructor("$ZodEmoji",(e,t)=>{t.pattern??(t.pattern=emoji()),$ZodStringFormat.init(e,t)}),$ZodNanoID=$constructor("$ZodNanoID",(e,t)=>{if(t.length!==void 0&&(!Number.isInteger(t.length)||t.length<1))throw new Error(`Invalid nanoid length: ${t.length}`);t.pattern??(t.pattern=t.length===void 0?nanoid:nanoidOfLength(t.length)),$ZodStringFormat.init(e,t)}),$ZodCUID=$constructor("$ZodCUID",(e,t)=>{t.pattern??(t.pattern=cuid),$ZodStringFormat.init(e,t)}),$ZodCUID2=$constructor("$ZodCUID2",(e,t)=>{t.pattern??(t.pattern=cuid2),$ZodStringFormat.init(e,t)}),$ZodULID=$constructor("$ZodULID",(e,t)=>{t.pattern??(t.pattern=ulid),$ZodStringFormat.init(e,t)}),$ZodXID=$constructor("$ZodXID",(e,t)=>{t.pattern??(t.pattern=xid),$ZodStringFormat.init(e,t)}),$ZodKSUID=$constructor("$ZodKSUID",(e,t)=>{t.pattern??(t.pattern=ksuid),$ZodStringFormat.init(e,t)}),$ZodISODateTime=$constructor("$ZodISODateTime",(e,t)=>{t.pattern??(t.pattern=datetime(t)),$ZodStringFormat.init(e,t)}),$ZodISODate=$constructor("$ZodISODate",(e,t)=>{t.pattern??(t.pattern=date),$ZodStringFormat.init(e,t)}),$ZodISOTime=$constructor("$ZodISOTime",(e,t)=>{t.pattern??(t.pattern=time(t)),$ZodStringFormat.init(e,t)}),$ZodISODuration=$constructor("$ZodISODuration",(e,t)=>{t.pattern??(t.pattern=duration),$ZodStringFormat.init(e,t)}),$ZodIPv4=$constructor("$ZodIPv4",(e,t)=>{t.pattern??(t.pattern=ipv4),$ZodStringFormat.init(e,t)}),ipv6Alphabet=/^[0-9a-fA-F:.]+$/;function isValidIPv6(e){return ipv6Alphabet.test(e)?canParseURL(`http://[${e}]`):!1}var $ZodIPv6=$constructor("$ZodIPv6",(e,t)=>{t.pattern??(t.pattern=ipv6),$ZodStringFormat.init(e,t),e._zod.check=n=>{isValidIPv6(n.value)||n.issues.push({code:"invalid_format",format:"ipv6",input:n.value,inst:e,continue:!t.abort})}}),$ZodCIDRv4=$constructor("$ZodCIDRv4",(e,t)=>{t.pattern??(t.pattern=cidrv4),$ZodStringFormat.init(e,t)});function isValidCIDRv6(e){const t=e.split("/");if(t.length!==2)return!1;const[n,r]=t;if(!r)return!1;const o=Number(r);return`${o}`!==r||o<0||o>128?!1:isValidIPv6(n)}var $ZodCIDRv6=$constructor("$ZodCIDRv6",(e,t)=>{t.pattern??(t.pattern=cidrv6),$ZodStringFormat.init(e,t),e._zod.check=n=>{isValidCIDRv6(n.value)||n.issues.push({code:"invalid_format",format:"cidrv6",input:n.value,inst:e,continue:!t.abort})}});function isValidBase64(e){if(e==="")return!0;if(/\s/.test(e)||e.length%4!==0)return!1;try{return atob(e),!0}catch{return!1}}var base64Charset=/^[0-9a-zA-Z+/]*={0,2}$/,$ZodBase64=$constructor("$ZodBase64",(e,t)=>{t.pattern??(t.pattern=base64Charset),$ZodStringFormat.init(e,t),e._zod.check=n=>{isValidBase64(n.value)||n.issues.push({code:"invalid_format",format:"base64",input:n.value,inst:e,continue:!t.abort})}}),base64urlCharset=/^[A-Za-z0-9_-]*$/;function isValidBase64URL(e){if(!base64urlCharset.test(e))return!1;const t=e.replace(/[-_]/g,r=>r==="-"?"+":"/"),n=t.padEnd(Math.ceil(t.length/4)*4,"=");return isValidBase64(n)}var $ZodBase64URL=$constructor("$ZodBase64URL",(e,t)=>{t.pattern??(t.pattern=base64urlCharset),$ZodStringFormat.init(e,t),e._zod.check=n=>{isValidBase64URL(n.value)||n.issues.push({code:"invalid_format",format:"base64url",input:n.value,inst:e,continue:!t.abort})}}),$ZodE164=$constructor("$ZodE164",(e,t)=>{t.pattern??(t.pattern=e164),$ZodStringFormat.init(e,t)});function isValidJWT(e,t=null){try{const n=e.split(".");if(n.length!==3)return!1;const[r]=n;if(!r)return!1;const o=JSON.parse(atob(r));return!("typ"in o&&o?.typ!=="JWT"||!o.alg||t&&(!("alg"in o)||o.alg!==t))}catch{return!1}}var $ZodJWT=$constructor("$ZodJWT",(e,t)=>{$ZodStringFormat.init(e,t),e._zod.check=n=>{isValidJWT(n.value,t.alg)||n.issues.push({code:"invalid_format",format:"jwt",input:n.value,inst:e,continue:!t.abort})}}),$ZodNumber=$constructor("$ZodNumber",(e,t)=>{$ZodType.init(e,t),e._zod.pattern=number,e._zod.parse=(n,r)=>{if(t.coerce)try{n.value=Number(n.value)}catch{}const o=n.value;if(typeof o=="number"&&!Number.isNaN(o)&&Number.isFinite(o))return n;const s=typeof o=="number"?Number.isNaN(o)?"NaN":Number.isFinite(o)?void 0:String(o):void 0;return n.issues.push({expected:"number",code:"invalid_type",input:o,inst:e,...s?{received:s}:{}}),n}}),$ZodNumberFormat=$constructor("$ZodNumberFormat",(e,t)=>{$ZodCheckNumberFormat.init(e,t),$ZodNumber.init(e,t)}),$ZodUnknown=$constructor("$ZodUnknown",(e,t)=>{$ZodType.init(e,t),e._zod.parse=n=>n}),$ZodNever=$constructor("$ZodNever",(e,t)=>{$ZodType.init(e,t),e._zod.parse=(n,r)=>(n.issues.push({expected:"never",code:"invalid_type",input:n.value,inst:e}),n)});function capSize(e,t){const n=sizeCaps(e._zod.def.checks);if(!n.length)return;const r=Math.min(...n.map(s=>s[0])),o=e._zod.parse;e._zod.parse=(s,a)=>{const c=t(s.value);if(c>r&&!a?.skipChecks&&a?.direction!=="backward"){for(const[l,i]of sizeCaps(e._zod.def.checks))if(c>l&&i._zod.def.when(s)){const u=s.issues.length;return i._zod.check(s),s.issues[u].continue=!1,attachSchema(s.issues,u,e),s}}return o(s,a)}}var arraySize=e=>Array.isArray(e)?e.length:-1;function handleArrayResult(e,t,n){e.issues.length&&t.issues.push(...prefixIssues(n,e.issues)),t.value[n]=e.value}var $ZodArray=$constructor("$ZodArray",(e,t)=>{$ZodType.init(e,t);const n=globalConfig.memoizer;n?.attach(e),e._zod.parse=(r,o)=>{const s=r.value;if(!Array.isArray(s))return r.issues.push({expected:"array",code:"invalid_type",input:s,inst:e}),r;r.value=n?n.alloc(e,r,Array(s.length),o):Array(s.length);const a=[],c=o?.abortEarly;for(let l=0;l<s.length;l++){const i=s[l],u=t.element._zod.run({value:i,issues:[]},o);if(u instanceof Promise)a.push(u.then(p=>handleArrayResult(p,r,l)));else if(handleArrayResult(u,r,l),c&&u.issues.length!==0&&aborted(u))break}return a.length?Promise.all(a).then(()=>r):r},capSize(e,arraySize)});function handlePropertyResult(e,t,n,r,o,s){const a=n in r,c=s==="optional";if(!(!a&&c&&o==="optional")){if(e.issues.length){if(o!==void 0&&c&&!a)return;t.issues.push(...prefixIssues(n,e.issues))}if(!a&&o===void 0){e.issues.length||t.issues.push({code:"invalid_type",expected:"nonoptional",input:void 0,path:[n]});return}e.value===void 0?(a||o==="defaulted"&&!c)&&(t.value[n]=void 0):t.value[n]=e.value}}var NO_SYMBOL_KEYS=[];function normalizeDef(e){const t=Object.keys(e.shape),n=Object.getOwnPropertySymbols(e.shape),r=n.length?n:NO_SYMBOL_KEYS,o=r.length?[...t,...r]:t;for(const a of o)if(!e.shape?.[a]?._zod?.traits?.has("$ZodType"))throw new Error(`Invalid element at key "${String(a)}": expected a Zod schema`);const s=optionalKeys(e.shape);return{...e,allKeys:o,symbolKeys:r,keySet:new Set(t),numKeys:t.length,optionalKeys:new Set(s)}}function handleCatchall(e,t,n,r,o,s,a){const c=[],l=o.keySet,i=o.catchall._zod,u=i.def.type,p=i.optin,d=i.optout;let v=0;for(const f in t){if(a&&n.issues.length!==v){if(aborted(n,v))break;v=n.issues.length}if(l.has(f))continue;if(f==="__proto__"){u==="never"&&c.push(f);continue}if(u==="never"){c.push(f);continue}const m=i.run({value:t[f],issues:[]},r);m instanceof Promise?e.push(m.then(_=>handlePropertyResult(_,n,f,t,p,d))):handlePropertyResult(m,n,f,t,p,d)}return c.length&&n.issues.push({code:"unrecognized_keys",keys:c,input:t,inst:s,continue:!0}),e.length?Promise.all(e).then(()=>n):n}var $ZodObject=$constructor("$ZodObject",(e,t)=>{$ZodType.init(e,t);const n=Object.getOwnPropertyDescriptor(t,"shape"),r=n?.get?n.get.raw:t.shape??{};if(r){const i=()=>{const u={...r};return Object.defineProperty(t,"shape",{value:u}),i.raw=u,u};i.raw=r,Object.defineProperty(t,"shape",{get:i})}const o=cached(()=>normalizeDef(t));defineLazyInternal(e,"propValues",i=>{const u=i.def.shape,p={};for(const d in u){const v=u[d]._zod;if(v.values){Object.prototype.hasOwnProperty.call(p,d)||assignProp(p,d,new Set);for(const f of v.values)p[d].add(f);v.optin!==void 0&&p[d].add(void 0)}}return p});const s=isObject,a=t.catchall;let c;const l=globalConfig.memoizer;l?.attach(e),e._zod.parse=(i,u)=>{c??(c=o.value);const p=i.value;if(!s(p))return i.issues.push({expected:"object",code:"invalid_type",input:p,inst:e}),i;i.value=l?l.alloc(e,i,{},u):{};const d=[],v=c.shape,f=u?.abortEarly;let m=i.issues.length;for(const _ of c.allKeys){if(f&&i.issues.length!==m){if(aborted(i,m))break;m=i.issues.length}if(_==="__proto__")continue;const b=v[_],g=b._zod.optin,Z=b._zod.optout,w=b._zod.run({value:p[_],issues:[]},u);w instanceof Promise?d.push(w.then($=>handlePropertyResult($,i,_,p,g,Z))):handlePropertyResult(w,i,_,p,g,Z)}return a?handleCatchall(d,p,i,u,o.value,e,f===!0):d.length?Promise.all(d).then(()=>i):i}}),$ZodObjectJIT=$constructor("$ZodObjectJIT",(e,t)=>{$ZodObject.init(e,t);const n=e._zod.parse,r=cached(()=>normalizeDef(t)),o=globalConfig.memoizer,s=v=>{const f=r.value,m=f.symbolKeys,_=new Doc(["payload","ctx"],{shape:v,inst:e,memo:o,syms:m}),b=$=>`shape[${$}]._zod.run({ value: input[${$}], issues: [] }, ctx)`,g=($,h)=>`
          let ${$}_ab = false;
          for (let i = 0; i < ${$}.issues.length; i++) {
            const iss = ${$}.issues[i];
            iss.path = iss.path ? [${h}, ...iss.path] : [${h}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${$}_ab = true;
          }
          if (${$}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;_.write("const input = payload.value;");const Z=Object.create(null);let w=0;for(const $ of f.allKeys)Z[$]=`key_${w++}`;_.write(o?"const newResult = memo.alloc(inst, payload, {}, ctx);":"const newResult = {};");for(const $ of f.allKeys){if($==="__proto__")continue;const h=Z[$],z=typeof $=="symbol"?`syms[${m.indexOf($)}]`:esc($),I=`${z} in input`,y=v[$],k=y?._zod?.optin,P=k!==void 0,R=y?._zod?.optout==="optional";if(_.write(`const ${h} = ${b(z)};`),P&&R){const L=k==="optional"?`${h}_present`:`${h}.value !== undefined || ${h}_present`;_.write(`
        const ${h}_present = ${I};
        if (!${h}.issues.length || ${h}_present) {
          if (${h}.issues.length) {${g(h,z)}
          }

          if (${L}) {
            newResult[${z}] = ${h}.value;
          }
        }

      `)}else P?(_.write(`
        if (${h}.issues.length) {${g(h,z)}
        }
      `),k==="defaulted"?_.write(`newResult[${z}] = ${h}.value;`):_.write(`
        if (${h}.value !== undefined || ${I}) {
          newResult[${z}] = ${h}.value;
        }
      `)):_.write(`
        const ${h}_present = ${I};
        if (${h}.issues.length) {${g(h,z)}
        }
        if (!${h}_present && !${h}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${z}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${h}_present) {
          newResult[${z}] = ${h}.value;
        }

      `)}return _.write("payload.value = newResult;"),_.write("return payload;"),_.compile()};let a;const c=isObject,l=!globalConfig.jitless,i=allowsEval,u=l&&i.value,p=t.catchall;let d;e._zod.parse=(v,f)=>{d??(d=r.value);const m=v.value;return c(m)?l&&u&&f?.async===!1&&f.jitless!==!0?(a||(a=s(t.shape)),v=a(v,f),p?handleCatchall([],m,v,f,d,e,f?.abortEarly===!0):v):n(v,f):(v.issues.push({expected:"object",code:"invalid_type",input:m,inst:e}),v)}});function handleUnionResults(e,t,n,r){for(const s of e)if(s.issues.length===0)return t.value=s.value,t;const o=e.filter(s=>!aborted(s));return o.length===1?(t.value=o[0].value,o[0]):(t.issues.push({code:"invalid_union",input:t.value,inst:n,errors:e.map(s=>s.issues.map(a=>finalizeIssue(a,r,config())))}),t)}var $ZodUnion=$constructor("$ZodUnion",(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,"optin",r=>r.def.options.some(o=>o._zod.optin==="defaulted")?"defaulted":r.def.options.some(o=>o._zod.optin!==void 0)?"optional":void 0),defineLazyInternal(e,"optout",r=>r.def.options.some(o=>o._zod.optout==="optional")?"optional":void 0),defineLazyInternal(e,"values",r=>{if(r.def.options.every(o=>o._zod.values))return new Set(r.def.options.flatMap(o=>Array.from(o._zod.values)))}),defineLazyInternal(e,"pattern",r=>{if(r.def.options.every(o=>o._zod.pattern)){const o=r.def.options.map(s=>s._zod.pattern);return new RegExp(`^(${o.map(s=>cleanRegex(s.source)).join("|")})$`)}});const n=t.options.length===1?t.options[0]._zod.run:null;e._zod.parse=(r,o)=>{if(n)return n(r,o);let s=!1;const a=[];for(const c of t.options){const l=c._zod.run({value:r.value,issues:[]},o);if(l instanceof Promise)a.push(l),s=!0;else{if(l.issues.length===0)return l;a.push(l)}}return s?Promise.all(a).then(c=>handleUnionResults(c,r,e,o)):handleUnionResults(a,r,e,o)}}),$ZodIntersection=$constructor("$ZodIntersection",(e,t)=>{$ZodType.init(e,t),e._zod.parse=(n,r)=>{const o=n.value,s=t.left._zod.run({value:o,issues:[]},r),a=t.right._zod.run({value:o,issues:[]},r);return s instanceof Promise||a instanceof Promise?Promise.all([s,a]).then(([l,i])=>handleIntersectionResults(n,l,i)):handleIntersectionResults(n,s,a)}});function mergeValues(e,t){if(e===t)return{valid:!0,data:e};if(e instanceof Date&&t instanceof Date&&+e==+t)return{valid:!0,data:e};if(isPlainObject(e)&&isPlainObject(t)){const n=Object.keys(t),r=Object.keys(e).filter(s=>n.indexOf(s)!==-1),o={...e,...t};Object.prototype.hasOwnProperty.call(o,"__proto__")&&delete o.__proto__;for(const s of r){if(s==="__proto__")continue;const a=mergeValues(e[s],t[s]);if(!a.valid)return{valid:!1,mergeErrorPath:[s,...a.mergeErrorPath]};o[s]=a.data}return{valid:!0,data:o}}if(Array.isArray(e)&&Array.isArray(t)){if(e.length!==t.length)return{valid:!1,mergeErrorPath:[]};const n=[];for(let r=0;r<e.length;r++){const o=e[r],s=t[r],a=mergeValues(o,s);if(!a.valid)return{valid:!1,mergeErrorPath:[r,...a.mergeErrorPath]};n.push(a.data)}return{valid:!0,data:n}}return{valid:!1,mergeErrorPath:[]}}function handleIntersectionResults(e,t,n){const r=new Map;let o;const s=new Map,a=(i,u)=>{let p;if(i.code==="unrecognized_keys"&&!i.path?.length)o??(o=i),p=i.keys;else if(i.code==="invalid_key"&&i.origin==="record"&&i.path?.length===1){const d=String(i.path[0]);s.has(d)||s.set(d,i),p=[d]}else return!1;for(const d of p)r.has(d)||r.set(d,{}),r.get(d)[u]=!0;return!0};for(const i of t.issues)a(i,"l")||e.issues.push(i);for(const i of n.issues)a(i,"r")||e.issues.push(i);const c=[...r].filter(([,i])=>i.l&&i.r).map(([i])=>i);if(c.length){const i=o?c.filter(u=>o.keys.includes(u)):[];i.length&&e.issues.push({...o,keys:i});for(const u of c)!i.includes(u)&&s.has(u)&&e.issues.push(s.get(u))}const l=mergeValues(t.value,n.value);if(!l.valid){if(aborted(e))return e;throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(l.mergeErrorPath)}`)}return e.value=l.data,e}var $ZodRecord=$constructor("$ZodRecord",(e,t)=>{$ZodType.init(e,t);const n=globalConfig.memoizer;n?.attach(e),e._zod.parse=(r,o)=>{const s=r.value;if(!isPlainObject(s))return r.issues.push({expected:"record",code:"invalid_type",input:s,inst:e}),r;const a=[],c=t.keyType._zod.values;if(c&&!t.partial){r.value=n?n.alloc(e,r,{},o):{};const l=new Set;for(const u of c)if(typeof u=="string"||typeof u=="number"||typeof u=="symbol"){if(l.add(typeof u=="number"?u.toString():u),u==="__proto__")continue;const p=t.keyType._zod.run({value:u,issues:[]},o);if(p instanceof Promise)throw new Error("Async schemas not supported in object keys currently");if(p.issues.length){r.issues.push({code:"invalid_key",origin:"record",issues:p.issues.map(f=>finalizeIssue(f,o,config())),input:u,path:[u],inst:e});continue}const d=p.value;if(d==="__proto__")continue;const v=t.valueType._zod.run({value:s[u],issues:[]},o);v instanceof Promise?a.push(v.then(f=>{f.issues.length&&r.issues.push(...prefixIssues(u,f.issues)),r.value[d]=f.value})):(v.issues.length&&r.issues.push(...prefixIssues(u,v.issues)),r.value[d]=v.value)}let i;for(const u in s)if(!l.has(u))if(t.mode==="loose"){if(u==="__proto__")continue;r.value[u]=s[u]}else i=i??[],i.push(u);i&&i.length>0&&r.issues.push({code:"unrecognized_keys",input:s,inst:e,keys:i,continue:!0})}else{r.value=n?n.alloc(e,r,{},o):{};let l;for(const i of Reflect.ownKeys(s)){if(i==="__proto__"||!Object.prototype.propertyIsEnumerable.call(s,i))continue;let u=t.keyType._zod.run({value:i,issues:[]},o);if(u instanceof Promise)throw new Error("Async schemas not supported in object keys currently");if(typeof i=="string"&&number.test(i)&&u.issues.length){const f=t.keyType._zod.run({value:Number(i),issues:[]},o);if(f instanceof Promise)throw new Error("Async schemas not supported in object keys currently");f.issues.length===0&&(u=f)}if(u.issues.length){t.mode==="loose"?r.value[i]=s[i]:c?(l=l??[],l.push(i)):r.issues.push({code:"invalid_key",origin:"record",issues:u.issues.map(f=>finalizeIssue(f,o,config())),input:i,path:[i],inst:e});continue}const d=u.value;if(d==="__proto__")continue;const v=t.valueType._zod.run({value:s[i],issues:[]},o);v instanceof Promise?a.push(v.then(f=>{f.issues.length&&r.issues.push(...prefixIssues(i,f.issues)),r.value[d]=f.value})):(v.issues.length&&r.issues.push(...prefixIssues(i,v.issues)),r.value[d]=v.value)}l&&l.length>0&&r.issues.push({code:"unrecognized_keys",input:s,inst:e,keys:l,continue:!0})}return a.length?Promise.all(a).then(()=>r):r}}),$ZodEnum=$constructor("$ZodEnum",(e,t)=>{$ZodType.init(e,t);const n=getEnumValues(t.entries),r=new Set(n);e._zod.values=r,defineLazyInternal(e,"pattern",o=>{const s=getEnumValues(o.def.entries).filter(a=>propertyKeyTypes.has(typeof a));return new RegExp(s.length?`^(${s.map(a=>escapeRegex(a.toString())).join("|")})$`:"^[^\\s\\S]$")}),e._zod.parse=(o,s)=>{const a=o.value;return r.has(a)||o.issues.push({code:"invalid_value",values:n,input:a,inst:e}),o}}),$ZodLiteral=$constructor("$ZodLiteral",(e,t)=>{$ZodType.init(e,t);const n=new Set(t.values);e._zod.values=n,defineLazyInternal(e,"pattern",r=>{const o=r.def.values;return new RegExp(o.length?`^(${o.map(s=>typeof s=="string"?escapeRegex(s):s?escapeRegex(s.toString()):String(s)).join("|")})$`:"^[^\\s\\S]$")}),e._zod.parse=(r,o)=>{const s=r.value;return n.has(s)||r.issues.push({code:"invalid_value",values:t.values,input:s,inst:e}),r}}),$ZodTransform=$constructor("$ZodTransform",(e,t)=>{$ZodType.init(e,t),e._zod.optin="optional",globalConfig.memoizer?.guard(e),e._zod.parse=(n,r)=>{if(r.direction==="backward")throw new $ZodEncodeError(e.constructor.name);const o=t.transform(n.value,n);if(r.async)return(o instanceof Promise?o:Promise.resolve(o)).then(a=>(n.value=a,n));if(o instanceof Promise)throw new $ZodAsyncError;return n.value=o,n}});function handleOptionalResult(e,t){return e.value=t.issues.length?void 0:t.value,e}var $ZodOptional=$constructor("$ZodOptional",(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,"optin",n=>n.def.innerType._zod.optin==="defaulted"?"defaulted":"optional"),e._zod.optout="optional",defineLazyInternal(e,"values",n=>{const r=n.def.innerType._zod.values;return r?new Set([...r,void 0]):void 0}),defineLazyInternal(e,"pattern",n=>{const r=n.def.innerType._zod.pattern;return r?new RegExp(`^(${cleanRegex(r.source)})?$`):void 0}),e._zod.parse=(n,r)=>{if(n.value===void 0){if(t.innerType._zod.optin!=="defaulted")return n;const o=t.innerType._zod.run({value:n.value,issues:[]},r);return o instanceof Promise?o.then(s=>handleOptionalResult(n,s)):handleOptionalResult(n,o)}return t.innerType._zod.run(n,r)}}),$ZodExactOptional=$constructor("$ZodExactOptional",(e,t)=>{$ZodOptional.init(e,t),defineLazyInternal(e,"values",n=>n.def.innerType._zod.values),defineLazyInternal(e,"pattern",n=>n.def.innerType._zod.pattern),e._zod.parse=(n,r)=>t.innerType._zod.run(n,r)}),$ZodNullable=$constructor("$ZodNullable",(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,"optin",n=>n.def.innerType._zod.optin),defineLazyInternal(e,"optout",n=>n.def.innerType._zod.optout),defineLazyInternal(e,"pattern",n=>{const r=n.def.innerType._zod.pattern;return r?new RegExp(`^(${cleanRegex(r.source)}|null)$`):void 0}),defineLazyInternal(e,"values",n=>n.def.innerType._zod.values?new Set([...n.def.innerType._zod.values,null]):void 0),e._zod.parse=(n,r)=>n.value===null?n:t.innerType._zod.run(n,r)}),$ZodDefault=$constructor("$ZodDefault",(e,t)=>{$ZodType.init(e,t),e._zod.optin="defaulted",defineLazyInternal(e,"values",n=>n.def.innerType._zod.values),e._zod.parse=(n,r)=>{if(r.direction==="backward")return t.innerType._zod.run(n,r);if(n.value===void 0)return n.value=t.defaultValue,n;const o=t.innerType._zod.run(n,r);return o instanceof Promise?o.then(s=>handleDefaultResult(s,t)):handleDefaultResult(o,t)}});function handleDefaultResult(e,t){return e.value===void 0&&(e.value=t.defaultValue),e}var $ZodPrefault=$constructor("$ZodPrefault",(e,t)=>{$ZodType.init(e,t),e._zod.optin="defaulted",defineLazyInternal(e,"values",n=>n.def.innerType._zod.values),e._zod.parse=(n,r)=>(r.direction==="backward"||n.value===void 0&&(n.value=t.defaultValue),t.innerType._zod.run(n,r))}),$ZodNonOptional=$constructor("$ZodNonOptional",(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,"values",n=>{const r=n.def.innerType._zod.values;return r?new Set([...r].filter(o=>o!==void 0)):void 0}),e._zod.parse=(n,r)=>{const o=t.innerType._zod.run(n,r);return o instanceof Promise?o.then(s=>handleNonOptionalResult(s,e)):handleNonOptionalResult(o,e)}});function handleNonOptionalResult(e,t){return!e.issues.length&&e.value===void 0&&e.issues.push({code:"invalid_type",expected:"nonoptional",input:e.value,inst:t}),e}function handleCatchResult(e,t,n,r){return t.issues.length?(e.value=n.catchValue({...t,value:e.value,error:{issues:t.issues.map(o=>finalizeIssue(o,r,config()))},input:e.value}),e):(e.value=t.value,t.memo&&(e.memo=!0),e)}var $ZodCatch=$constructor("$ZodCatch",(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,"optin",n=>n.def.innerType._zod.optin==="defaulted"?"defaulted":"optional"),defineLazyInternal(e,"optout",n=>n.def.innerType._zod.optout),defineLazyInternal(e,"values",n=>n.def.innerType._zod.values),e._zod.parse=(n,r)=>{if(r.direction==="backward")return t.innerType._zod.run(n,r);const o=t.innerType._zod.run({value:n.value,issues:[]},r);return o instanceof Promise?o.then(s=>handleCatchResult(n,s,t,r)):handleCatchResult(n,o,t,r)}}),$ZodPipe=$constructor("$ZodPipe",(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,"values",n=>n.def.in._zod.values),defineLazyInternal(e,"optin",n=>n.def.in._zod.optin),defineLazyInternal(e,"optout",n=>n.def.out._zod.optout),defineLazyInternal(e,"propValues",n=>n.def.in._zod.propValues),e._zod.parse=(n,r)=>{if(r.direction==="backward"){const s=t.out._zod.run(n,r);return s instanceof Promise?s.then(a=>handlePipeResult(a,t.in,r)):handlePipeResult(s,t.in,r)}const o=t.in._zod.run(n,r);return o instanceof Promise?o.then(s=>handlePipeResult(s,t.out,r)):handlePipeResult(o,t.out,r)}});function handlePipeResult(e,t,n){return e.issues.some(r=>r.code!=="unrecognized_keys")?(e.aborted=!0,e):t._zod.run({value:e.value,issues:e.issues},n)}var $ZodReadonly=$constructor("$ZodReadonly",(e,t)=>{$ZodType.init(e,t),defineLazyInternal(e,"propValues",n=>n.def.innerType._zod.propValues),defineLazyInternal(e,"values",n=>n.def.innerType._zod.values),defineLazyInternal(e,"optin",n=>n.def.innerType?._zod?.optin),defineLazyInternal(e,"optout",n=>n.def.innerType?._zod?.optout),e._zod.parse=(n,r)=>{if(r.direction==="backward")return t.innerType._zod.run(n,r);const o=t.innerType._zod.run(n,r);return o instanceof Promise?o.then(handleReadonlyResult):handleReadonlyResult(o)}});function handleReadonlyResult(e){return e.memo||(e.value=Object.freeze(e.value)),e}var $ZodCustom=$constructor("$ZodCustom",(e,t)=>{$ZodCheck.init(e,t),$ZodType.init(e,t),e._zod.parse=(n,r)=>n,e._zod.check=n=>{const r=n.value,o=t.fn(r);if(o instanceof Promise)return o.then(s=>handleRefineResult(s,n,r,e));handleRefineResult(o,n,r,e)}});function handleRefineResult(e,t,n,r){if(!e){const o={code:"custom",input:n,inst:r,path:[...r._zod.def.path??[]],continue:!r._zod.def.abort};r._zod.def.params&&(o.params=r._zod.def.params),t.issues.push(issue(o))}}
// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError=class extends Error{constructor(){super("Cannot parse a reference cycle that closes through a transform"),this.name="ZodCyclicError"}},STATE="~memo",NO_ISSUES=[];function isRef(e){return e!==null&&typeof e=="object"}function cloneIssues(e){return e.map(r=>r.path?{...r,path:r.path.slice()}:{...r})}var recursive=new WeakMap,NONE=0,ASSUMED=1,PROVEN=2;function isRecursive(e,r,c){const i=recursive.get(e);if(i!==void 0)return i?PROVEN:NONE;if(r.has(e))return PROVEN;r.add(e);let u=NONE;const t=a=>{if(u!==PROVEN&&a?._zod){const n=isRecursive(a,r,c);n>u&&(u=n)}},d=(a,n)=>{let o=NONE;for(const l of Reflect.ownKeys(a)){const k=Object.getOwnPropertyDescriptor(a,l);if(n&&!k.enumerable)continue;const p=k.get?ASSUMED:k.value?._zod?isRecursive(k.value,r,c):NONE;p>o&&(o=p)}return o},b=a=>{a>u&&(u=a)},s=e._zod.def,f=s.type;switch(f){case"object":{const a=rawShape(s);b(a?d(a,!0):ASSUMED),t(s.catchall);break}case"array":t(s.element);break;case"tuple":for(const a of s.items)t(a);t(s.rest);break;case"record":case"map":t(s.keyType),t(s.valueType);break;case"set":t(s.valueType);break;case"union":for(const a of s.options)t(a);break;case"intersection":t(s.left),t(s.right);break;case"optional":case"nullable":case"default":case"prefault":case"catch":case"readonly":case"nonoptional":case"promise":case"success":t(s.innerType);break;case"pipe":t(s.in),t(s.out);break;case"function":t(s.input),t(s.output);break;case"lazy":{const a=s._cachedInner??(c?e._zod.innerType:void 0);b(a?isRecursive(a,r,!1):ASSUMED);break}case"template_literal":case"string":case"number":case"int":case"boolean":case"bigint":case"symbol":case"undefined":case"null":case"void":case"never":case"any":case"unknown":case"date":case"nan":case"enum":case"literal":case"file":case"transform":case"custom":break;default:for(const a in s){const n=Object.getOwnPropertyDescriptor(s,a);if(!n||n.get)continue;const o=n.value;if(!(!o||typeof o!="object")){if(o._zod)t(o);else if(Array.isArray(o))for(const l of o)t(l)}}}return r.delete(e),settle(e,u)}function settle(e,r){return r!==ASSUMED&&recursive.set(e,r===PROVEN),r}function bucketFor(e,r){let c=e.buckets.get(r);return c||(c=new WeakMap,e.buckets.set(r,c)),c}var handoff,open=[],memo={alloc(e,r,c){const i=handoff;if(!i)return c;handoff=void 0;const u={value:c,issues:null};return i.set(r.value,u),open.push(u),c},guard(e){var r;(r=e._zod).deferred??(r.deferred=[]),e._zod.deferred.push(()=>{const c=e._zod.parse,i=(u,t)=>{if(t.direction!=="backward"&&isBackEdge(t,u.value))throw new $ZodCyclicError;return c(u,t)};e._zod.parse=i,e._zod.run===c&&(e._zod.run=i)})},attach(e){var r;let c,i=!1,u,t;(r=e._zod).deferred??(r.deferred=[]),e._zod.deferred.push(()=>{const d=e._zod.parse,b=(s,f)=>{if(c===void 0){const v=isRecursive(e,new Set,!1);if(v===NONE)return e._zod.parse=d,e._zod.run===b&&(e._zod.run=d),d(s,f);v===PROVEN||i?c=!0:i=!0}const a=s.value;if(!isRef(a))return d(s,f);let n=f[STATE];n||(n={buckets:new WeakMap,backEdges:void 0},f[STATE]=n);let o;u===f?o=t:(o=bucketFor(n,e),u=f,t=o);const l=o.get(a);if(l)return s.value=l.value,l.issues?l.issues.length&&s.issues.push(...cloneIssues(l.issues)):(s.memo=!0,n.backEdges??(n.backEdges=new WeakSet),n.backEdges.add(l.value)),s;handoff=o;const k=open.length,p=d(s,f);handoff=void 0;const h=open.length>k?open.pop():void 0;return p instanceof Promise?p.then(v=>(h&&(h.issues=v.issues.length?cloneIssues(v.issues):NO_ISSUES),v)):(h&&(h.issues=p.issues.length?cloneIssues(p.issues):NO_ISSUES),p)};e._zod.parse=b,e._zod.run===d&&(e._zod.run=b)})}};function memoizer(){return memo}function isBackEdge(e,r){const c=e[STATE]?.backEdges;return c!==void 0&&isRef(r)&&c.has(r)}
// node_modules/zod/v4/locales/en.js
var error=()=>{const a={string:{unit:"characters",verb:"to have"},file:{unit:"bytes",verb:"to have"},array:{unit:"items",verb:"to have"},set:{unit:"items",verb:"to have"},map:{unit:"entries",verb:"to have"}};function i(e){return a[e]??null}const o={regex:"input",email:"email address",url:"URL",emoji:"emoji",uuid:"UUID",uuidv4:"UUIDv4",uuidv6:"UUIDv6",nanoid:"nanoid",guid:"GUID",cuid:"cuid",cuid2:"cuid2",ulid:"ULID",xid:"XID",ksuid:"KSUID",datetime:"ISO datetime",date:"ISO date",time:"ISO time",duration:"ISO duration",ipv4:"IPv4 address",ipv6:"IPv6 address",mac:"MAC address",cidrv4:"IPv4 range",cidrv6:"IPv6 range",base64:"base64-encoded string",base64url:"base64url-encoded string",json_string:"JSON string",e164:"E.164 number",currency_code:"currency code",credit_card:"credit card number",iban:"IBAN",jwt:"JWT",template_literal:"input"},d={nan:"NaN"};function r(e,t){return e==="number"&&typeof t=="number"&&!Number.isFinite(t)?String(t):d[e]??e}return e=>{switch(e.code){case"invalid_type":{const t=r(e.expected),n=parsedType(e.input),c=r(n,e.input);return`Invalid input: expected ${t}, received ${c}`}case"invalid_value":return e.values.length===1?`Invalid input: expected ${stringifyPrimitive(e.values[0])}`:`Invalid option: expected one of ${joinValues(e.values,"|")}`;case"too_big":{const t=e.exact?"exactly ":e.inclusive?"<=":"<",n=i(e.origin);return n?`Too big: expected ${e.origin??"value"} to have ${t}${e.maximum.toString()} ${n.unit??"elements"}`:`Too big: expected ${e.origin??"value"} to be ${t}${e.maximum.toString()}`}case"too_small":{const t=e.exact?"exactly ":e.inclusive?">=":">",n=i(e.origin);return n?`Too small: expected ${e.origin} to have ${t}${e.minimum.toString()} ${n.unit}`:`Too small: expected ${e.origin} to be ${t}${e.minimum.toString()}`}case"invalid_format":{const t=e;return t.format==="starts_with"?`Invalid string: must start with "${t.prefix}"`:t.format==="ends_with"?`Invalid string: must end with "${t.suffix}"`:t.format==="includes"?`Invalid string: must include "${t.includes}"`:t.format==="regex"?`Invalid string: must match pattern ${t.pattern}`:`Invalid ${o[t.format]??e.format}`}case"not_multiple_of":return`Invalid number: must be a multiple of ${e.divisor}`;case"unrecognized_keys":return`Unrecognized key${e.keys.length>1?"s":""}: ${joinValues(e.keys,", ")}`;case"invalid_key":return`Invalid key in ${e.origin}`;case"invalid_union":return e.options&&Array.isArray(e.options)&&e.options.length>0?`Invalid discriminator value. Expected ${e.options.map(n=>`'${n}'`).join(" | ")}`:e.inclusive===!1?"Invalid input: more than one option matched":"Invalid input";case"invalid_element":return`Invalid value in ${e.origin}`;default:return"Invalid input"}}};function en_default(){return{localeError:error()}}
// node_modules/zod/v4/core/registries.js
var _a2,$ZodRegistry=class{constructor(){this._map=new WeakMap,this._idmap=new Map}add(t,...e){const i=e[0];return this._map.set(t,i),i&&typeof i=="object"&&"id"in i&&this._idmap.set(i.id,t),this}clear(){return this._map=new WeakMap,this._idmap=new Map,this}remove(t){const e=this._map.get(t);return e&&typeof e=="object"&&"id"in e&&this._idmap.delete(e.id),this._map.delete(t),this}get(t){const e=t._zod.parent;if(e){const i={...this.get(e)??{}};delete i.id;const s={...i,...this._map.get(t)};return Object.keys(s).length?s:void 0}return this._map.get(t)}has(t){return this._map.has(t)}};function registry(){return new $ZodRegistry}(_a2=globalThis).__zod_globalRegistry??(_a2.__zod_globalRegistry=registry());var globalRegistry=globalThis.__zod_globalRegistry;
// node_modules/zod/v4/core/api.js
function snapshotChecks(r){return r.checks&&(r.checks=[...r.checks]),r}function _string(r,e){return new r(snapshotChecks({type:"string",...normalizeParams(e)}))}function _email(r,e){return new r({type:"string",format:"email",check:"string_format",abort:!1,...normalizeParams(e)})}function _guid(r,e){return new r({type:"string",format:"guid",check:"string_format",abort:!1,...normalizeParams(e)})}function _uuid(r,e){return new r({type:"string",format:"uuid",check:"string_format",abort:!1,...normalizeParams(e)})}function _uuidv4(r,e){return new r({type:"string",format:"uuid",check:"string_format",abort:!1,version:"v4",...normalizeParams(e)})}function _uuidv6(r,e){return new r({type:"string",format:"uuid",check:"string_format",abort:!1,version:"v6",...normalizeParams(e)})}function _uuidv7(r,e){return new r({type:"string",format:"uuid",check:"string_format",abort:!1,version:"v7",...normalizeParams(e)})}function _url(r,e){return new r({type:"string",format:"url",check:"string_format",abort:!1,...normalizeParams(e)})}function _emoji2(r,e){return new r({type:"string",format:"emoji",check:"string_format",abort:!1,...normalizeParams(e)})}function _nanoid(r,e){return new r({type:"string",format:"nanoid",check:"string_format",abort:!1,...normalizeParams(e)})}function _cuid(r,e){return new r({type:"string",format:"cuid",check:"string_format",abort:!1,...normalizeParams(e)})}function _cuid2(r,e){return new r({type:"string",format:"cuid2",check:"string_format",abort:!1,...normalizeParams(e)})}function _ulid(r,e){return new r({type:"string",format:"ulid",check:"string_format",abort:!1,...normalizeParams(e)})}function _xid(r,e){return new r({type:"string",format:"xid",check:"string_format",abort:!1,...normalizeParams(e)})}function _ksuid(r,e){return new r({type:"string",format:"ksuid",check:"string_format",abort:!1,...normalizeParams(e)})}function _ipv4(r,e){return new r({type:"string",format:"ipv4",check:"string_format",abort:!1,...normalizeParams(e)})}function _ipv6(r,e){return new r({type:"string",format:"ipv6",check:"string_format",abort:!1,...normalizeParams(e)})}function _cidrv4(r,e){return new r({type:"string",format:"cidrv4",check:"string_format",abort:!1,...normalizeParams(e)})}function _cidrv6(r,e){return new r({type:"string",format:"cidrv6",check:"string_format",abort:!1,...normalizeParams(e)})}function _base64(r,e){return new r({type:"string",format:"base64",check:"string_format",abort:!1,...normalizeParams(e)})}function _base64url(r,e){return new r({type:"string",format:"base64url",check:"string_format",abort:!1,...normalizeParams(e)})}function _e164(r,e){return new r({type:"string",format:"e164",check:"string_format",abort:!1,...normalizeParams(e)})}function _jwt(r,e){return new r({type:"string",format:"jwt",check:"string_format",abort:!1,...normalizeParams(e)})}function _isoDateTime(r,e){return new r({type:"string",format:"datetime",check:"string_format",offset:!1,local:!1,precision:null,...normalizeParams(e)})}function _isoDate(r,e){return new r({type:"string",format:"date",check:"string_format",...normalizeParams(e)})}function _isoTime(r,e){return new r({type:"string",format:"time",check:"string_format",precision:null,...normalizeParams(e)})}function _isoDuration(r,e){return new r({type:"string",format:"duration",check:"string_format",...normalizeParams(e)})}function _int(r,e){return new r({type:"number",check:"number_format",abort:!1,format:"safeint",...normalizeParams(e)})}function _unknown(r){return new r({type:"unknown"})}function _never(r,e){return new r({type:"never",...normalizeParams(e)})}function _lt(r,e){return new $ZodCheckLessThan({check:"less_than",...normalizeParams(e),value:r,inclusive:!1})}function _lte(r,e){return new $ZodCheckLessThan({check:"less_than",...normalizeParams(e),value:r,inclusive:!0})}function _gt(r,e){return new $ZodCheckGreaterThan({check:"greater_than",...normalizeParams(e),value:r,inclusive:!1})}function _gte(r,e){return new $ZodCheckGreaterThan({check:"greater_than",...normalizeParams(e),value:r,inclusive:!0})}function _multipleOf(r,e){return new $ZodCheckMultipleOf({check:"multiple_of",...normalizeParams(e),value:r})}function _maxLength(r,e){return new $ZodCheckMaxLength({check:"max_length",...normalizeParams(e),maximum:r})}function _minLength(r,e){return new $ZodCheckMinLength({check:"min_length",...normalizeParams(e),minimum:r})}function _length(r,e){return new $ZodCheckLengthEquals({check:"length_equals",...normalizeParams(e),length:r})}function _regex(r,e){return new $ZodCheckRegex({check:"string_format",format:"regex",...normalizeParams(e),pattern:r})}function _lowercase(r){return new $ZodCheckLowerCase({check:"string_format",format:"lowercase",...normalizeParams(r)})}function _uppercase(r){return new $ZodCheckUpperCase({check:"string_format",format:"uppercase",...normalizeParams(r)})}function _includes(r,e){return new $ZodCheckIncludes({check:"string_format",format:"includes",...normalizeParams(e),includes:r})}function _startsWith(r,e){return new $ZodCheckStartsWith({check:"string_format",format:"starts_with",...normalizeParams(e),prefix:r})}function _endsWith(r,e){return new $ZodCheckEndsWith({check:"string_format",format:"ends_with",...normalizeParams(e),suffix:r})}function _overwrite(r){return new $ZodCheckOverwrite({check:"overwrite",tx:r})}function _normalize(r){return _overwrite(e=>e.normalize(r))}function _trim(){return _overwrite(r=>r.trim())}function _toLowerCase(){return _overwrite(r=>r.toLowerCase())}function _toUpperCase(){return _overwrite(r=>r.toUpperCase())}function _slugify(){return _overwrite(r=>slugify(r))}function _array(r,e,n){return new r({type:"array",element:e,...normalizeParams(n)})}function _refine(r,e,n){return new r({type:"custom",check:"custom",fn:e,...normalizeParams(n)})}function _superRefine(r,e){const n=_check(a=>(a.addIssue=i=>{if(typeof i=="string")a.issues.push(issue(i,a.value,n._zod.def));else{const t=i;t.fatal&&(t.continue=!1),t.code??(t.code="custom"),"input"in t||(t.input=a.value),t.inst??(t.inst=n),t.continue??(t.continue=!n._zod.def.abort),a.issues.push(issue(t))}},r(a.value,a)),e);return n}function _check(r,e){const n=new $ZodCheck({check:"custom",...normalizeParams(e)});return n._zod.check=r,n}
// node_modules/zod/v4/core/to-json-schema.js
function assignProps(e,...n){for(const s of n)for(const t of Reflect.ownKeys(s))Object.prototype.propertyIsEnumerable.call(s,t)&&assignProp(e,t,s[t]);return e}function initializeContext(e){let n=e?.target??"draft-2020-12";return n==="draft-4"&&(n="draft-04"),n==="draft-7"&&(n="draft-07"),{processors:e.processors??{},metadataRegistry:e?.metadata??globalRegistry,target:n,unrepresentable:e?.unrepresentable??"throw",override:e?.override??(()=>{}),io:e?.io??"output",counter:0,seen:new Map,sharedDefsExtractedFor:void 0,sharedEmitDoneFor:void 0,cycles:e?.cycles??"ref",reused:e?.reused??"inline",intersections:[],deferred:[],external:e?.external??void 0}}function handleUnrepresentable(e,n,s,t,f){const i=typeof n.unrepresentable=="function"?n.unrepresentable({zodSchema:e,path:t.path,message:f}):n.unrepresentable;if(i==="any")return!1;if(i===void 0||i==="throw")throw new Error(f);return Object.assign(s,i),!0}function processSchema(e,n,s={path:[],schemaPath:[]}){var t;const f=e._zod.def,i=n.seen.get(e);if(i)return i.count++,s.schemaPath.includes(e)&&(i.cycle=s.path),i.schema;const r={schema:{},count:1,cycle:void 0,path:s.path};n.seen.set(e,r),n.sharedDefsExtractedFor=void 0,n.sharedEmitDoneFor=void 0;const o=e._zod.toJSONSchema?.();if(o)r.schema=o;else{const l={...s,schemaPath:[...s.schemaPath,e],path:s.path};if(e._zod.processJSONSchema)e._zod.processJSONSchema(n,r.schema,l);else{const h=r.schema,u=n.processors[f.type];if(!u)throw new Error(`[toJSONSchema]: Non-representable type encountered: ${f.type}`);u(e,n,h,l)}const c=e._zod.parent;c&&(r.ref||(r.ref=c),processSchema(c,n,l),n.seen.get(c).isParent=!0)}const a=n.metadataRegistry.get(e);return a&&assignProps(r.schema,a),n.io==="input"&&isTransforming(e)&&(delete r.schema.examples,delete r.schema.default),n.io==="input"&&"_prefault"in r.schema&&((t=r.schema).default??(t.default=r.schema._prefault)),delete r.schema._prefault,n.seen.get(e).schema}function encodeJSONPointerSegment(e){return e.replace(/~/g,"~0").replace(/\//g,"~1")}function extractDefs(e,n){const s=e.seen.get(n);if(!s)throw new Error("Unprocessed schema. This is a bug in Zod.");if(e.external&&e.sharedDefsExtractedFor===e.external)return;const t=new Map;for(const r of e.seen.entries()){const o=e.metadataRegistry.get(r[0])?.id;if(o){const a=t.get(o);if(a&&a!==r[0])throw new Error(`Duplicate schema id "${o}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);t.set(o,r[0])}}const f=r=>{const o=e.target==="draft-2020-12"?"$defs":"definitions";if(e.external){const c=e.external.registry.get(r[0])?.id,h=e.external.uri??(p=>p);if(c)return{ref:h(c)};const u=r[1].defId??r[1].schema.id??`schema${e.counter++}`;return r[1].defId=u,{defId:u,ref:`${h("__shared")}#/${o}/${encodeJSONPointerSegment(u)}`}}const a="#",d=`${a}/${o}/`;if(r[1]===s&&!r[1].schema.id)return{ref:a};const l=r[1].schema.id??`__schema${e.counter++}`;return{defId:l,ref:d+encodeJSONPointerSegment(l)}},i=r=>{if(r[1].schema.$ref)return;const o=r[1],{ref:a,defId:d}=f(r);o.def={...o.schema},d&&(o.defId=d);const l=o.schema;for(const c in l)delete l[c];l.$ref=a};if(e.cycles==="throw")for(const r of e.seen.entries()){const o=r[1];if(o.cycle)throw new Error(`Cycle detected: #/${o.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`)}for(const r of e.seen.entries()){const o=r[1];if(n===r[0]){i(r);continue}if(e.external){const d=e.external.registry.get(r[0])?.id;if(n!==r[0]&&d){i(r);continue}}if(e.metadataRegistry.get(r[0])?.id){i(r);continue}if(o.cycle){i(r);continue}o.count>1&&e.reused==="ref"&&i(r)}e.external&&(e.sharedDefsExtractedFor=e.external)}function compactTypeUnion(e){const n=e.anyOf;if(!Array.isArray(n)||n.length===0||e.type!==void 0)return;const s=[];for(const t of n){if(!t||typeof t!="object")return;compactTypeUnion(t);const f=Object.keys(t);if(f.length!==1||f[0]!=="type")return;const i=t.type;for(const r of Array.isArray(i)?i:[i]){if(typeof r!="string")return;s.includes(r)||s.push(r)}}delete e.anyOf,e.type=s.length===1?s[0]:s}var FOLDABLE_KEYS=new Set(["type","properties","required","additionalProperties"]),UNION_KEYS=["oneOf","anyOf"];function undeclaredConstraint(e){const n=e.additionalProperties;return n===void 0||n===!1||typeof n!="object"||n===null?null:Object.keys(n).length?n:null}function foldObjects(e){const n=[];for(const i of e){if(typeof i!="object"||i.type!=="object")return null;for(const r in i)if(!FOLDABLE_KEYS.has(r))return null;n.push(i)}const s={},t=new Set;for(const i of n){for(const r in i.properties){if(Object.prototype.hasOwnProperty.call(s,r))continue;const o=[];for(const d of n){const l=d.properties?.[r]??undeclaredConstraint(d);l!=null&&(o.some(c=>JSON.stringify(c)===JSON.stringify(l))||o.push(l))}const a=o.length===1?o[0]:foldObjects(o)??{allOf:o};assignProp(s,r,a)}for(const r of i.required??[])t.add(r)}const f={type:"object",properties:s};if(t.size&&(f.required=[...t]),n.every(i=>i.additionalProperties===!1))f.additionalProperties=!1;else{const i=[];for(const r of n){const o=undeclaredConstraint(r);o&&!i.some(a=>JSON.stringify(a)===JSON.stringify(o))&&i.push(o)}i.length===1?f.additionalProperties=i[0]:i.length>1&&(f.additionalProperties={allOf:i})}return f}function foldIntersection(e){const n=e.allOf;if(!Array.isArray(n)||n.length<2)return;for(const f of FOLDABLE_KEYS)if(f in e)return;const s=n.filter(f=>UNION_KEYS.some(i=>Array.isArray(f[i])));let t=null;if(!s.length)t=foldObjects(n);else{const f=s[0],i=UNION_KEYS.find(a=>Array.isArray(f[a]));if(Object.keys(f).length!==1)return;const r=n.filter(a=>a!==f),o=f[i].map(a=>foldObjects([...r,a]));if(o.some(a=>!a))return;t={[i]:o}}t&&(delete e.allOf,assignProps(e,t))}function finalize(e,n){const s=e.seen.get(n);if(!s)throw new Error("Unprocessed schema. This is a bug in Zod.");const t=o=>{const a=e.seen.get(o);if(a.ref===null)return;const d=a.def??a.schema,l={...d},c=a.ref;if(a.ref=null,c){t(c);const u=e.seen.get(c),p=u.schema;if(p.$ref&&(e.target==="draft-07"||e.target==="draft-04"||e.target==="openapi-3.0")?(d.allOf=d.allOf??[],d.allOf.push(p)):assignProps(d,p),assignProps(d,l),o._zod.parent===c)for(const y in d)y==="$ref"||y==="allOf"||y in l||delete d[y];if(p.$ref&&u.def)for(const y in d)y==="$ref"||y==="allOf"||y in u.def&&JSON.stringify(d[y])===JSON.stringify(u.def[y])&&delete d[y]}const h=o._zod.parent;if(h&&h!==c){t(h);const u=e.seen.get(h);if(u?.schema.$ref&&(d.$ref=u.schema.$ref,u.def))for(const p in d)p==="$ref"||p==="allOf"||p in u.def&&JSON.stringify(d[p])===JSON.stringify(u.def[p])&&delete d[p]}e.override({zodSchema:o,jsonSchema:d,path:a.path??[]})};if(!e.external||e.sharedEmitDoneFor!==e.external){for(const o of[...e.seen.entries()].reverse())t(o[0]);if(e.target!=="openapi-3.0")for(const o of e.seen.entries())compactTypeUnion(o[1].def??o[1].schema);for(const o of e.deferred)o();if(e.intersections.length){const o=new Map;for(const a of e.seen.values())for(const d of[a.schema,a.def]){const l=d?.allOf;if(!Array.isArray(l))continue;const c=o.get(l);c?c.push(d):o.set(l,[d])}for(const a of e.intersections)for(const d of o.get(a)??[])foldIntersection(d)}}const f={};if(e.target==="draft-2020-12"?f.$schema="https://json-schema.org/draft/2020-12/schema":e.target==="draft-07"?f.$schema="http://json-schema.org/draft-07/schema#":e.target==="draft-04"?f.$schema="http://json-schema.org/draft-04/schema#":e.target,e.external?.uri){const o=e.external.registry.get(n)?.id;if(!o)throw new Error("Schema is missing an `id` property");f.$id=e.external.uri(o)}assignProps(f,s.defId?s.schema:s.def??s.schema);const i=e.metadataRegistry.get(n)?.id;i!==void 0&&f.id===i&&delete f.id;const r=e.external?.defs??{};if(!e.external||e.sharedEmitDoneFor!==e.external)for(const o of e.seen.entries()){const a=o[1];a.def&&a.defId&&(a.def.id===a.defId&&delete a.def.id,assignProp(r,a.defId,a.def))}e.external&&(e.sharedEmitDoneFor=e.external),e.external||Object.keys(r).length>0&&(e.target==="draft-2020-12"?f.$defs=r:f.definitions=r);try{const o=JSON.parse(JSON.stringify(f));return Object.defineProperty(o,"~standard",{value:{...n["~standard"],jsonSchema:{input:createStandardJSONSchemaMethod(n,"input",e.processors),output:createStandardJSONSchemaMethod(n,"output",e.processors)}},enumerable:!1,writable:!1}),o}catch{throw new Error("Error converting schema to JSON.")}}function isTransforming(e,n){const s=n??{seen:new Set};if(s.seen.has(e))return!1;s.seen.add(e);const t=e._zod.def;if(t.type==="transform")return!0;if(t.type==="array")return isTransforming(t.element,s);if(t.type==="set")return isTransforming(t.valueType,s);if(t.type==="lazy")return isTransforming(t.getter(),s);if(t.type==="promise"||t.type==="optional"||t.type==="nonoptional"||t.type==="nullable"||t.type==="readonly"||t.type==="default"||t.type==="prefault"||t.type==="catch")return isTransforming(t.innerType,s);if(t.type==="intersection")return isTransforming(t.left,s)||isTransforming(t.right,s);if(t.type==="record"||t.type==="map")return isTransforming(t.keyType,s)||isTransforming(t.valueType,s);if(t.type==="pipe")return e._zod.traits.has("$ZodCodec")?!0:isTransforming(t.in,s)||isTransforming(t.out,s);if(t.type==="object"){for(const f in t.shape)if(isTransforming(t.shape[f],s))return!0;return!1}if(t.type==="union"){for(const f of t.options)if(isTransforming(f,s))return!0;return!1}if(t.type==="tuple"){for(const f of t.items)if(isTransforming(f,s))return!0;return!!(t.rest&&isTransforming(t.rest,s))}return!1}var createToJSONSchemaMethod=(e,n={})=>s=>{const t=initializeContext({...s,processors:n});return processSchema(e,t),extractDefs(t,e),finalize(t,e)},createStandardJSONSchemaMethod=(e,n,s={})=>t=>{const{libraryOptions:f,target:i}=t??{},r=initializeContext({...f??{},target:i,io:n,processors:s});return processSchema(e,r),extractDefs(r,e),finalize(r,e)};
// node_modules/zod/v4/core/json-schema-processors.js
var narrowMin=(t,e,i)=>{(t[e]===void 0||i>t[e])&&(t[e]=i)},narrowMax=(t,e,i)=>{(t[e]===void 0||i<t[e])&&(t[e]=i)},narrowBoth=(t,e)=>{narrowMin(t,"minimum",e),narrowMax(t,"maximum",e)},addDivisor=(t,e)=>{t.multipleOf??(t.multipleOf=[]),t.multipleOf.includes(e)||t.multipleOf.push(e)},addPattern=(t,e)=>{t.patterns??(t.patterns=new Set),t.patterns.add(e)},intersectMime=(t,e)=>{t.mime=t.mime?t.mime.filter(i=>e.includes(i)):[...e]},setFormat=(t,e)=>{t.format=e,e.includes("int")&&(t.isInt=!0)},minContributor=(t,e)=>narrowMin(t,"minimum",e.minimum),maxContributor=(t,e)=>narrowMax(t,"maximum",e.maximum),formatContributor=t=>(e,i)=>{setFormat(e,i.format);const[o,n]=t[i.format];narrowMin(e,"minimum",o),narrowMax(e,"maximum",n)},contributors={greater_than:(t,e)=>narrowMin(t,e.inclusive?"minimum":"exclusiveMinimum",e.value),less_than:(t,e)=>narrowMax(t,e.inclusive?"maximum":"exclusiveMaximum",e.value),multiple_of:(t,e)=>addDivisor(t,e.value),number_format:formatContributor(NUMBER_FORMAT_RANGES),bigint_format:formatContributor(BIGINT_FORMAT_RANGES),min_length:minContributor,max_length:maxContributor,length_equals:(t,e)=>narrowBoth(t,e.length),min_size:minContributor,max_size:maxContributor,size_equals:(t,e)=>narrowBoth(t,e.size),string_format:(t,e)=>{setFormat(t,e.format),e.pattern&&addPattern(t,e.pattern),(e.format==="base64"||e.format==="base64url")&&(t.contentEncoding=e.format),(e.local||e.precision===-1)&&(t.laxFormat=!0)},mime_type:(t,e)=>intersectMime(t,e.mime)};function aggregateChecks(t){const e={},i=t._zod.def,o=t._zod.traits.has("$ZodCheck")?[t,...i.checks??[]]:i.checks??[];for(const r of o)contributors[r._zod.def.check]?.(e,r._zod.def);const n=t._zod.bag;n.minimum!==void 0&&narrowMin(e,"minimum",n.minimum),n.exclusiveMinimum!==void 0&&narrowMin(e,"exclusiveMinimum",n.exclusiveMinimum),n.maximum!==void 0&&narrowMax(e,"maximum",n.maximum),n.exclusiveMaximum!==void 0&&narrowMax(e,"exclusiveMaximum",n.exclusiveMaximum),n.multipleOf!==void 0&&addDivisor(e,n.multipleOf),n.format!==void 0&&(e.format??(e.format=n.format),n.format.includes("int")&&(e.isInt=!0)),n.mime&&intersectMime(e,n.mime);for(const r of n.patterns??[])addPattern(e,r);return e}var formatMap={guid:"uuid",url:"uri",datetime:"date-time",json_string:"json-string",regex:""},exactPatterns=new Map([[base64Charset,base64],[base64urlCharset,base64url]]),exactPattern=t=>exactPatterns.get(t)??t,stringProcessor=(t,e,i,o)=>{const n=i;n.type="string";const{minimum:r,maximum:s,format:a,patterns:f,contentEncoding:m,laxFormat:l}=aggregateChecks(t);if(typeof r=="number"&&(n.minLength=r),typeof s=="number"&&(n.maxLength=s),a&&(n.format=formatMap[a]??a,n.format===""&&delete n.format,(a==="time"||l)&&delete n.format),m&&(n.contentEncoding=m),f&&f.size>0){const c=[...f].map(exactPattern);c.length===1?n.pattern=c[0].source:c.length>1&&(n.allOf=[...c.map(h=>({...e.target==="draft-07"||e.target==="draft-04"||e.target==="openapi-3.0"?{type:"string"}:{},pattern:h.source}))])}},numberProcessor=(t,e,i,o)=>{const n=i,{minimum:r,maximum:s,multipleOf:a,exclusiveMaximum:f,exclusiveMinimum:m,isInt:l}=aggregateChecks(t);n.type=l?"integer":"number";const c=typeof m=="number"&&m>=(r??Number.NEGATIVE_INFINITY),h=typeof f=="number"&&f<=(s??Number.POSITIVE_INFINITY),p=e.target==="draft-04"||e.target==="openapi-3.0";if(c?p?(n.minimum=m,n.exclusiveMinimum=!0):n.exclusiveMinimum=m:typeof r=="number"&&(n.minimum=r),h?p?(n.maximum=f,n.exclusiveMaximum=!0):n.exclusiveMaximum=f:typeof s=="number"&&(n.maximum=s),a){const u=new Set;for(const d of a)Number.isFinite(d)&&d!==0?u.add(Math.abs(d)):handleUnrepresentable(t,e,n,o,`A multipleOf divisor of ${d} cannot be represented in JSON Schema`);const[y,...v]=u;y!==void 0&&(n.multipleOf=y),v.length&&(n.allOf=[...n.allOf??[],...v.map(d=>({multipleOf:d}))])}},neverProcessor=(t,e,i,o)=>{i.not={}},unknownProcessor=(t,e,i,o)=>{},enumProcessor=(t,e,i,o)=>{const n=t._zod.def,r=getEnumValues(n.entries);if(r.length===0){i.not={};return}r.every(s=>typeof s=="number")&&(i.type="number"),r.every(s=>typeof s=="string")&&(i.type="string"),i.enum=r},literalProcessor=(t,e,i,o)=>{const n=t._zod.def;if(n.values.length===0){i.not={};return}const r=[];for(const s of n.values)if(s===void 0){if(handleUnrepresentable(t,e,i,o,"Literal `undefined` cannot be represented in JSON Schema"))return}else if(typeof s=="bigint"){if(handleUnrepresentable(t,e,i,o,"BigInt literals cannot be represented in JSON Schema"))return;r.push(Number(s))}else r.push(s);if(r.length!==0)if(r.length===1){const s=r[0];i.type=s===null?"null":typeof s,e.target==="draft-04"||e.target==="openapi-3.0"?i.enum=[s]:i.const=s}else r.every(s=>typeof s=="number")&&(i.type="number"),r.every(s=>typeof s=="string")&&(i.type="string"),r.every(s=>typeof s=="boolean")&&(i.type="boolean"),r.every(s=>s===null)&&(i.type="null"),i.enum=r},customProcessor=(t,e,i,o)=>{handleUnrepresentable(t,e,i,o,"Custom types cannot be represented in JSON Schema")},transformProcessor=(t,e,i,o)=>{handleUnrepresentable(t,e,i,o,"Transforms cannot be represented in JSON Schema")},arrayProcessor=(t,e,i,o)=>{const n=i,r=t._zod.def,{minimum:s,maximum:a}=aggregateChecks(t);typeof s=="number"&&(n.minItems=s),typeof a=="number"&&(n.maxItems=a),n.type="array",n.items=processSchema(r.element,e,{...o,path:[...o.path,"items"]})};function inputOptin(t){const e=t._zod.def;return e.type==="pipe"&&e.in._zod.traits.has("$ZodTransform")?inputOptin(e.out):e.type==="catch"?inputOptin(e.innerType):t._zod.optin}var objectProcessor=(t,e,i,o)=>{const n=i,r=t._zod.def,s=r.shape;if(Object.getOwnPropertySymbols(s).length&&handleUnrepresentable(t,e,n,o,"Symbol keys cannot be represented in JSON Schema"))return;n.type="object",n.properties={};for(const m in s)assignProp(n.properties,m,processSchema(s[m],e,{...o,path:[...o.path,"properties",m]}));const f=[];for(const m of Object.keys(s)){const l=r.shape[m];(e.io==="input"?inputOptin(l)===void 0:l._zod.optout===void 0)&&f.push(m)}f.length>0&&(n.required=f),r.catchall?._zod.def.type==="never"?n.additionalProperties=!1:r.catchall?r.catchall&&(n.additionalProperties=processSchema(r.catchall,e,{...o,path:[...o.path,"additionalProperties"]})):e.io==="output"&&(n.additionalProperties=!1)},unionProcessor=(t,e,i,o)=>{const n=t._zod.def,r=n.inclusive===!1,s=n.options.map((a,f)=>processSchema(a,e,{...o,path:[...o.path,r?"oneOf":"anyOf",f]}));r?i.oneOf=s:i.anyOf=s},intersectionProcessor=(t,e,i,o)=>{const n=t._zod.def,r=processSchema(n.left,e,{...o,path:[...o.path,"allOf",0]}),s=processSchema(n.right,e,{...o,path:[...o.path,"allOf",1]}),a=m=>"allOf"in m&&Object.keys(m).length===1,f=[...a(r)?r.allOf:[r],...a(s)?s.allOf:[s]];i.allOf=f,e.intersections.push(f)};function stringifyKeyNames(t,e,i){if(e.$ref){if(i.has(e))return e;i.add(e);const u=t.get(e)?.def;if(!u)return e;const y=stringifyKeyNames(t,u,i);return y===u?e:y}for(const u of["anyOf","oneOf"]){const y=e[u];if(!Array.isArray(y))continue;const v=y.map(d=>stringifyKeyNames(t,d,i));v.some((d,b)=>d!==y[b])&&(e={...e,[u]:v})}const o=Array.isArray(e.type)?e.type:[e.type],n=!o.includes("string")&&o.some(u=>u==="number"||u==="integer"),r=e.enum??(e.const!==void 0?[e.const]:void 0);if(!n&&!r?.some(u=>typeof u=="number"))return e;const{minimum:s,maximum:a,exclusiveMinimum:f,exclusiveMaximum:m,multipleOf:l,format:c,id:h,...p}=e;return p.enum?p.enum=p.enum.map(u=>typeof u=="number"?String(u):u):typeof p.const=="number"&&(p.const=String(p.const)),n&&(p.type="string",r||(p.pattern=(o.includes("number")?number:integer).source)),p}var pendingRecords=new WeakMap;function rewriteKeyNames(t){const e=new Map;for(const o of t.seen.values())o.def&&!e.has(o.schema)&&e.set(o.schema,o);const i=new Map;for(const o of pendingRecords.get(t)??[]){const n=t.seen.get(o),r=(n?.def??n?.schema)?.propertyNames;if(!r||r===!0||i.has(r))continue;const s=stringifyKeyNames(e,r,new Set);s!==r&&i.set(r,s)}if(i.size)for(const o of t.seen.values())for(const n of[o.schema,o.def]){const r=n&&i.get(n.propertyNames);r&&(n.propertyNames=r)}}var recordProcessor=(t,e,i,o)=>{const n=i,r=t._zod.def;n.type="object";const s=r.keyType,a=aggregateChecks(s).patterns;if(r.mode==="loose"&&a&&a.size>0){const l=processSchema(r.valueType,e,{...o,path:[...o.path,"patternProperties","*"]});n.patternProperties={};for(const c of a)assignProp(n.patternProperties,exactPattern(c).source,l)}else{if(e.target==="draft-07"||e.target==="draft-2020-12"){n.propertyNames=processSchema(r.keyType,e,{...o,path:[...o.path,"propertyNames"]});let l=pendingRecords.get(e);l||(l=[],pendingRecords.set(e,l),e.deferred.push(()=>rewriteKeyNames(e))),l.push(t)}n.additionalProperties=processSchema(r.valueType,e,{...o,path:[...o.path,"additionalProperties"]})}const f=s._zod.values,m=e.io==="input"&&inputOptin(r.valueType)!==void 0;if(f&&!r.partial&&!m){const l=[...f].filter(c=>typeof c=="string"||typeof c=="number");l.length>0&&(n.required=l.map(String))}},nullableProcessor=(t,e,i,o)=>{const n=t._zod.def,r=processSchema(n.innerType,e,o),s=e.seen.get(t);e.target==="openapi-3.0"?(s.ref=n.innerType,i.nullable=!0):i.anyOf=[r,{type:"null"}]},nonoptionalProcessor=(t,e,i,o)=>{const n=t._zod.def;processSchema(n.innerType,e,o);const r=e.seen.get(t);r.ref=n.innerType},UNREPRESENTABLE_DEFAULT=Symbol();function serializeDefaultValue(t,e,i,o,n){let r=!1;const s=JSON.stringify(t,(a,f)=>typeof f!="bigint"?f:(r=!0,null));return r?(handleUnrepresentable(e,i,o,n,"BigInt defaults cannot be represented in JSON Schema"),UNREPRESENTABLE_DEFAULT):JSON.parse(s)}var defaultProcessor=(t,e,i,o)=>{const n=t._zod.def;processSchema(n.innerType,e,o);const r=e.seen.get(t);r.ref=n.innerType;const s=serializeDefaultValue(n.defaultValue,t,e,i,o);s!==UNREPRESENTABLE_DEFAULT&&(i.default=s)},prefaultProcessor=(t,e,i,o)=>{const n=t._zod.def;processSchema(n.innerType,e,o);const r=e.seen.get(t);if(r.ref=n.innerType,e.io!=="input")return;const s=serializeDefaultValue(n.defaultValue,t,e,i,o);s!==UNREPRESENTABLE_DEFAULT&&(i._prefault=s)},catchProcessor=(t,e,i,o)=>{const n=t._zod.def;processSchema(n.innerType,e,o);const r=e.seen.get(t);r.ref=n.innerType;let s;try{s=n.catchValue(void 0)}catch{handleUnrepresentable(t,e,i,o,"Dynamic catch values are not supported in JSON Schema");return}i.default=s},pipeProcessor=(t,e,i,o)=>{const n=t._zod.def,r=n.in._zod.traits.has("$ZodTransform"),s=e.io==="input"?r?n.out:n.in:n.out;processSchema(s,e,o);const a=e.seen.get(t);a.ref=s},readonlyProcessor=(t,e,i,o)=>{const n=t._zod.def;processSchema(n.innerType,e,o);const r=e.seen.get(t);r.ref=n.innerType,i.readOnly=!0},optionalProcessor=(t,e,i,o)=>{const n=t._zod.def;processSchema(n.innerType,e,o);const r=e.seen.get(t);r.ref=n.innerType};
// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos=new WeakSet([Object.prototype,Error.prototype]);function _lazyMethod(o,s,e){Object.defineProperty(o,s,{configurable:!0,enumerable:!1,get(){const r=e(this);return Object.defineProperty(this,s,{value:r,configurable:!0,writable:!0}),r},set(r){Object.defineProperty(this,s,{value:r,configurable:!0,writable:!0})}})}var initializer2=(o,s)=>{$ZodError.init(o,s),o.name="ZodError";const e=Object.getPrototypeOf(o);_installedErrorProtos.has(e)||(_installedErrorProtos.add(e),_lazyMethod(e,"format",r=>t=>formatError(r,t)),_lazyMethod(e,"flatten",r=>t=>flattenError(r,t)),_lazyMethod(e,"addIssue",r=>t=>{r.issues.push(t),r.message=JSON.stringify(r.issues,jsonStringifyReplacer,2)}),_lazyMethod(e,"addIssues",r=>t=>{r.issues.push(...t),r.message=JSON.stringify(r.issues,jsonStringifyReplacer,2)}),Object.defineProperty(e,"isEmpty",{configurable:!0,enumerable:!1,get(){return this.issues.length===0}}))},ZodRealError=$constructor("ZodError",initializer2,void 0,{Parent:Error});
// node_modules/zod/v4/classic/parse.js
var parse=_parse(ZodRealError),parseAsync=_parseAsync(ZodRealError),safeParse=_safeParse(ZodRealError),safeParseAsync=_safeParseAsync(ZodRealError),encode=_encode(ZodRealError),decode=_decode(ZodRealError),encodeAsync=_encodeAsync(ZodRealError),decodeAsync=_decodeAsync(ZodRealError),safeEncode=_safeEncode(ZodRealError),safeDecode=_safeDecode(ZodRealError),safeEncodeAsync=_safeEncodeAsync(ZodRealError),safeDecodeAsync=_safeDecodeAsync(ZodRealError);
// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale(){globalConfig.localeError||config(en_default())}function _ensureDefaultMemoizer(){globalConfig.memoizer||config({memoizer:memoizer()})}var ZodType=$constructor("ZodType",(e,r)=>(_ensureDefaultLocale(),$ZodType.init(e,r),e.def=r,e.type=r.type,e),{check(...e){const r=this.def;return this.clone(util_exports.mergeDefs(r,{checks:[...r.checks??[],...e.map(t=>typeof t=="function"?{_zod:{check:t,def:{check:"custom"},onattach:[]}}:t)]}),{parent:!0})},with(...e){return this.check(...e)},clone(e,r){return clone(this,e,r)},brand(){return this},register(e,r){return e.add(this,r),this},refine(e,r){return this.check(refine(e,r))},superRefine(e,r){return this.check(superRefine(e,r))},overwrite(e){return this.check(_overwrite(e))},optional(){return optional(this)},exactOptional(){return exactOptional(this)},nullable(){return nullable(this)},nullish(){return optional(nullable(this))},nonoptional(e){return nonoptional(this,e)},array(){return array(this)},or(e){return union([this,e])},and(e){return intersection(this,e)},transform(e){return pipe(this,transform(e))},default(e){return _default(this,e)},prefault(e){return prefault(this,e)},catch(e){return _catch(this,e)},pipe(e){return pipe(this,e)},readonly(){return readonly(this)},describe(e){const r=this.clone();return globalRegistry.add(r,{description:e}),r},meta(...e){if(e.length===0)return globalRegistry.get(this);const r=this.clone();return globalRegistry.add(r,e[0]),r},isOptional(){return this.safeParse(void 0).success},isNullable(){return this.safeParse(null).success},apply(e,...r){return r.length===0?e(this):e(this,...r)},get"~standard"(){return util_exports.hide(this,"~standard",{...standardProps(this),jsonSchema:{input:createStandardJSONSchemaMethod(this,"input"),output:createStandardJSONSchemaMethod(this,"output")}})},set"~standard"(e){util_exports.own(this,"~standard",e)},parse:function e(r,t){return parse(this,r,t,{callee:e})},parseAsync:async function e(r,t){return await parseAsync(this,r,t,{callee:e})},safeParse(e,r){return safeParse(this,e,r)},async safeParseAsync(e,r){return safeParseAsync(this,e,r)},get spa(){return this?.safeParseAsync},set spa(e){util_exports.own(this,"spa",e)},validate(e,r){return validate(this,e,r)},validateAsync(e,r){return validateAsync(this,e,r)},encode:function e(r,t){return encode(this,r,t,{callee:e})},decode:function e(r,t){return decode(this,r,t,{callee:e})},encodeAsync:async function e(r,t){return await encodeAsync(this,r,t,{callee:e})},decodeAsync:async function e(r,t){return await decodeAsync(this,r,t,{callee:e})},safeEncode(e,r){return safeEncode(this,e,r)},safeDecode(e,r){return safeDecode(this,e,r)},async safeEncodeAsync(e,r){return safeEncodeAsync(this,e,r)},async safeDecodeAsync(e,r){return safeDecodeAsync(this,e,r)},toJSONSchema(e){return createToJSONSchemaMethod(this,{})(e)},get description(){return globalRegistry.get(this)?.description},get _def(){return this._zod.def}}),_ZodString=$constructor("_ZodString",(e,r)=>{$ZodString.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>stringProcessor(e,t,o,n)},util_exports.derived({format:e=>aggregateChecks(e).format??null,minLength:e=>aggregateChecks(e).minimum??null,maxLength:e=>aggregateChecks(e).maximum??null},{regex(...e){return this.check(_regex(...e))},includes(...e){return this.check(_includes(...e))},startsWith(...e){return this.check(_startsWith(...e))},endsWith(...e){return this.check(_endsWith(...e))},min(...e){return this.check(_minLength(...e))},max(...e){return this.check(_maxLength(...e))},length(...e){return this.check(_length(...e))},nonempty(...e){return this.check(_minLength(1,...e))},lowercase(e){return this.check(_lowercase(e))},uppercase(e){return this.check(_uppercase(e))},trim(){return this.check(_trim())},normalize(...e){return this.check(_normalize(...e))},toLowerCase(){return this.check(_toLowerCase())},toUpperCase(){return this.check(_toUpperCase())},slugify(){return this.check(_slugify())}})),ZodString=$constructor("ZodString",(e,r)=>{$ZodString.init(e,r),_ZodString.init(e,r)},{email(e){return this.check(_email(ZodEmail,e))},url(e){return this.check(_url(ZodURL,e))},jwt(e){return this.check(_jwt(ZodJWT,e))},emoji(e){return this.check(_emoji2(ZodEmoji,e))},guid(e){return this.check(_guid(ZodGUID,e))},uuid(e){return this.check(_uuid(ZodUUID,e))},uuidv4(e){return this.check(_uuidv4(ZodUUID,e))},uuidv6(e){return this.check(_uuidv6(ZodUUID,e))},uuidv7(e){return this.check(_uuidv7(ZodUUID,e))},nanoid(e){return this.check(_nanoid(ZodNanoID,e))},cuid(e){return this.check(_cuid(ZodCUID,e))},cuid2(e){return this.check(_cuid2(ZodCUID2,e))},ulid(e){return this.check(_ulid(ZodULID,e))},base64(e){return this.check(_base64(ZodBase64,e))},base64url(e){return this.check(_base64url(ZodBase64URL,e))},xid(e){return this.check(_xid(ZodXID,e))},ksuid(e){return this.check(_ksuid(ZodKSUID,e))},ipv4(e){return this.check(_ipv4(ZodIPv4,e))},ipv6(e){return this.check(_ipv6(ZodIPv6,e))},cidrv4(e){return this.check(_cidrv4(ZodCIDRv4,e))},cidrv6(e){return this.check(_cidrv6(ZodCIDRv6,e))},e164(e){return this.check(_e164(ZodE164,e))},datetime(e){return this.check(_isoDateTime(ZodISODateTime,e))},date(e){return this.check(_isoDate(ZodISODate,e))},time(e){return this.check(_isoTime(ZodISOTime,e))},duration(e){return this.check(_isoDuration(ZodISODuration,e))}});function string2(e){return _string(ZodString,e)}var ZodStringFormat=$constructor("ZodStringFormat",(e,r)=>{$ZodStringFormat.init(e,r),_ZodString.init(e,r)}),ZodISODateTime=$constructor("ZodISODateTime",(e,r)=>{$ZodISODateTime.init(e,r),ZodStringFormat.init(e,r)}),ZodISODate=$constructor("ZodISODate",(e,r)=>{$ZodISODate.init(e,r),ZodStringFormat.init(e,r)}),ZodISOTime=$constructor("ZodISOTime",(e,r)=>{$ZodISOTime.init(e,r),ZodStringFormat.init(e,r)}),ZodISODuration=$constructor("ZodISODuration",(e,r)=>{$ZodISODuration.init(e,r),ZodStringFormat.init(e,r)}),ZodEmail=$constructor("ZodEmail",(e,r)=>{$ZodEmail.init(e,r),ZodStringFormat.init(e,r)}),ZodGUID=$constructor("ZodGUID",(e,r)=>{$ZodGUID.init(e,r),ZodStringFormat.init(e,r)}),ZodUUID=$constructor("ZodUUID",(e,r)=>{$ZodUUID.init(e,r),ZodStringFormat.init(e,r)}),ZodURL=$constructor("ZodURL",(e,r)=>{$ZodURL.init(e,r),ZodStringFormat.init(e,r)}),ZodEmoji=$constructor("ZodEmoji",(e,r)=>{$ZodEmoji.init(e,r),ZodStringFormat.init(e,r)}),ZodNanoID=$constructor("ZodNanoID",(e,r)=>{$ZodNanoID.init(e,r),ZodStringFormat.init(e,r)}),ZodCUID=$constructor("ZodCUID",(e,r)=>{$ZodCUID.init(e,r),ZodStringFormat.init(e,r)}),ZodCUID2=$constructor("ZodCUID2",(e,r)=>{$ZodCUID2.init(e,r),ZodStringFormat.init(e,r)}),ZodULID=$constructor("ZodULID",(e,r)=>{$ZodULID.init(e,r),ZodStringFormat.init(e,r)}),ZodXID=$constructor("ZodXID",(e,r)=>{$ZodXID.init(e,r),ZodStringFormat.init(e,r)}),ZodKSUID=$constructor("ZodKSUID",(e,r)=>{$ZodKSUID.init(e,r),ZodStringFormat.init(e,r)}),ZodIPv4=$constructor("ZodIPv4",(e,r)=>{$ZodIPv4.init(e,r),ZodStringFormat.init(e,r)}),ZodIPv6=$constructor("ZodIPv6",(e,r)=>{$ZodIPv6.init(e,r),ZodStringFormat.init(e,r)}),ZodCIDRv4=$constructor("ZodCIDRv4",(e,r)=>{$ZodCIDRv4.init(e,r),ZodStringFormat.init(e,r)}),ZodCIDRv6=$constructor("ZodCIDRv6",(e,r)=>{$ZodCIDRv6.init(e,r),ZodStringFormat.init(e,r)}),ZodBase64=$constructor("ZodBase64",(e,r)=>{$ZodBase64.init(e,r),ZodStringFormat.init(e,r)}),ZodBase64URL=$constructor("ZodBase64URL",(e,r)=>{$ZodBase64URL.init(e,r),ZodStringFormat.init(e,r)}),ZodE164=$constructor("ZodE164",(e,r)=>{$ZodE164.init(e,r),ZodStringFormat.init(e,r)}),ZodJWT=$constructor("ZodJWT",(e,r)=>{$ZodJWT.init(e,r),ZodStringFormat.init(e,r)}),ZodNumber=$constructor("ZodNumber",(e,r)=>{$ZodNumber.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>numberProcessor(e,t,o,n),e.isFinite=!0},util_exports.derived({minValue:e=>{const{minimum:r,exclusiveMinimum:t}=aggregateChecks(e);return Math.max(r??Number.NEGATIVE_INFINITY,t??Number.NEGATIVE_INFINITY)},maxValue:e=>{const{maximum:r,exclusiveMaximum:t}=aggregateChecks(e);return Math.min(r??Number.POSITIVE_INFINITY,t??Number.POSITIVE_INFINITY)},isInt:e=>{const{isInt:r,multipleOf:t}=aggregateChecks(e);return!!r||!!t?.some(Number.isSafeInteger)},format:e=>aggregateChecks(e).format??null},{gt(e,r){return this.check(_gt(e,r))},gte(e,r){return this.check(_gte(e,r))},min(e,r){return this.check(_gte(e,r))},lt(e,r){return this.check(_lt(e,r))},lte(e,r){return this.check(_lte(e,r))},max(e,r){return this.check(_lte(e,r))},int(e){return this.check(int(e))},safe(e){return this.check(int(e))},positive(e){return this.check(_gt(0,e))},nonnegative(e){return this.check(_gte(0,e))},negative(e){return this.check(_lt(0,e))},nonpositive(e){return this.check(_lte(0,e))},multipleOf(e,r){return this.check(_multipleOf(e,r))},step(e,r){return this.check(_multipleOf(e,r))},finite(){return this}})),ZodNumberFormat=$constructor("ZodNumberFormat",(e,r)=>{$ZodNumberFormat.init(e,r),ZodNumber.init(e,r)});function int(e){return _int(ZodNumberFormat,e)}var ZodUnknown=$constructor("ZodUnknown",(e,r)=>{$ZodUnknown.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>unknownProcessor(e,t,o,n)});function unknown(){return _unknown(ZodUnknown)}var ZodNever=$constructor("ZodNever",(e,r)=>{$ZodNever.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>neverProcessor(e,t,o,n)});function never(e){return _never(ZodNever,e)}var ZodArray=$constructor("ZodArray",(e,r)=>{_ensureDefaultMemoizer(),$ZodArray.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>arrayProcessor(e,t,o,n),e.element=r.element},{min(e,r){return this.check(_minLength(e,r))},nonempty(e){return this.check(_minLength(1,e))},max(e,r){return this.check(_maxLength(e,r))},length(e,r){return this.check(_length(e,r))},unwrap(){return this.element}});function array(e,r){return _array(ZodArray,e,r)}var ZodObject=$constructor("ZodObject",(e,r)=>{_ensureDefaultMemoizer(),$ZodObjectJIT.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>objectProcessor(e,t,o,n),util_exports.installLazyProp(e,"shape",t=>t._zod.def.shape,!1)},{keyof(){return _enum(Object.keys(this._zod.def.shape))},catchall(e){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:e}))},passthrough(){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:unknown()}))},loose(){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:unknown()}))},strict(){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:never()}))},strip(){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:void 0}))},extend(e){return util_exports.extend(this,e)},safeExtend(e){return util_exports.safeExtend(this,e)},merge(e){return util_exports.merge(this,e)},pick(e){return util_exports.pick(this,e)},omit(e){return util_exports.omit(this,e)},partial(...e){return util_exports.partial(ZodOptional,this,e[0])},exactPartial(...e){return util_exports.partial(ZodExactOptional,this,e[0],"exactPartial")},required(...e){return util_exports.required(ZodNonOptional,this,e[0])}});function strictObject(e,r){return new ZodObject({type:"object",shape:e,catchall:never(),...util_exports.normalizeParams(r)})}var ZodUnion=$constructor("ZodUnion",(e,r)=>{$ZodUnion.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>unionProcessor(e,t,o,n),e.options=r.options});function union(e,r){return new ZodUnion({type:"union",options:e,...util_exports.normalizeParams(r)})}var ZodIntersection=$constructor("ZodIntersection",(e,r)=>{$ZodIntersection.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>intersectionProcessor(e,t,o,n)});function intersection(e,r){return new ZodIntersection({type:"intersection",left:e,right:r})}var ZodRecord=$constructor("ZodRecord",(e,r)=>{_ensureDefaultMemoizer(),$ZodRecord.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>recordProcessor(e,t,o,n),e.keyType=r.keyType,e.valueType=r.valueType});function record(e,r,t){return!r||!r._zod?new ZodRecord({type:"record",keyType:string2(),valueType:e,...util_exports.normalizeParams(r)}):new ZodRecord({type:"record",keyType:e,valueType:r,...util_exports.normalizeParams(t)})}var ZodEnum=$constructor("ZodEnum",(e,r)=>{$ZodEnum.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(o,n,c)=>enumProcessor(e,o,n,c),e.enum=r.entries,e.options=[...e._zod.values];const t=new Set(Object.keys(r.entries));e.extract=(o,n)=>{const c={};for(const i of o)if(t.has(i))c[i]=r.entries[i];else throw new Error(`Key ${i} not found in enum`);return new ZodEnum({...r,checks:[],...util_exports.normalizeParams(n),entries:c})},e.exclude=(o,n)=>{const c={...r.entries};for(const i of o)if(t.has(i))delete c[i];else throw new Error(`Key ${i} not found in enum`);return new ZodEnum({...r,checks:[],...util_exports.normalizeParams(n),entries:c})}});function _enum(e,r){const t=Array.isArray(e)?Object.fromEntries(e.map(o=>[o,o])):e;return new ZodEnum({type:"enum",entries:t,...util_exports.normalizeParams(r)})}var ZodLiteral=$constructor("ZodLiteral",(e,r)=>{$ZodLiteral.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>literalProcessor(e,t,o,n),e.values=new Set(r.values),Object.defineProperty(e,"value",{get(){if(r.values.length>1)throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");return r.values[0]}})});function literal(e,r){return new ZodLiteral({type:"literal",values:Array.isArray(e)?e:[e],...util_exports.normalizeParams(r)})}var ZodTransform=$constructor("ZodTransform",(e,r)=>{_ensureDefaultMemoizer(),$ZodTransform.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>transformProcessor(e,t,o,n),e._zod.parse=(t,o)=>{if(o.direction==="backward")throw new $ZodEncodeError(e.constructor.name);t.addIssue=c=>{if(typeof c=="string")t.issues.push(util_exports.issue(c,t.value,r));else{const i=c;i.fatal&&(i.continue=!1),i.code??(i.code="custom"),"input"in i||(i.input=t.value),i.inst??(i.inst=e),t.issues.push(util_exports.issue(i))}};const n=r.transform(t.value,t);return n instanceof Promise?n.then(c=>(t.value=c,t)):(t.value=n,t)}});function transform(e){return new ZodTransform({type:"transform",transform:e})}var ZodOptional=$constructor("ZodOptional",(e,r)=>{$ZodOptional.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>optionalProcessor(e,t,o,n),e.unwrap=()=>e._zod.def.innerType});function optional(e){return new ZodOptional({type:"optional",innerType:e})}var ZodExactOptional=$constructor("ZodExactOptional",(e,r)=>{$ZodExactOptional.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>optionalProcessor(e,t,o,n),e.unwrap=()=>e._zod.def.innerType});function exactOptional(e){return new ZodExactOptional({type:"optional",innerType:e})}var ZodNullable=$constructor("ZodNullable",(e,r)=>{$ZodNullable.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>nullableProcessor(e,t,o,n),e.unwrap=()=>e._zod.def.innerType});function nullable(e){return new ZodNullable({type:"nullable",innerType:e})}var ZodDefault=$constructor("ZodDefault",(e,r)=>{$ZodDefault.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>defaultProcessor(e,t,o,n),e.unwrap=()=>e._zod.def.innerType,e.removeDefault=e.unwrap});function _default(e,r){return new ZodDefault({type:"default",innerType:e,get defaultValue(){return typeof r=="function"?r():util_exports.shallowClone(r)}})}var ZodPrefault=$constructor("ZodPrefault",(e,r)=>{$ZodPrefault.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>prefaultProcessor(e,t,o,n),e.unwrap=()=>e._zod.def.innerType});function prefault(e,r){return new ZodPrefault({type:"prefault",innerType:e,get defaultValue(){return typeof r=="function"?r():util_exports.shallowClone(r)}})}var ZodNonOptional=$constructor("ZodNonOptional",(e,r)=>{$ZodNonOptional.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>nonoptionalProcessor(e,t,o,n),e.unwrap=()=>e._zod.def.innerType});function nonoptional(e,r){return new ZodNonOptional({type:"nonoptional",innerType:e,...util_exports.normalizeParams(r)})}var ZodCatch=$constructor("ZodCatch",(e,r)=>{$ZodCatch.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>catchProcessor(e,t,o,n),e.unwrap=()=>e._zod.def.innerType,e.removeCatch=e.unwrap});function _catch(e,r){return new ZodCatch({type:"catch",innerType:e,catchValue:typeof r=="function"?r:util_exports.constantCatch(r)})}var ZodPipe=$constructor("ZodPipe",(e,r)=>{$ZodPipe.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>pipeProcessor(e,t,o,n),e.in=r.in,e.out=r.out});function pipe(e,r){return new ZodPipe({type:"pipe",in:e,out:r})}var ZodReadonly=$constructor("ZodReadonly",(e,r)=>{$ZodReadonly.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>readonlyProcessor(e,t,o,n),e.unwrap=()=>e._zod.def.innerType});function readonly(e){return new ZodReadonly({type:"readonly",innerType:e})}var ZodCustom=$constructor("ZodCustom",(e,r)=>{$ZodCustom.init(e,r),ZodType.init(e,r),e._zod.processJSONSchema=(t,o,n)=>customProcessor(e,t,o,n)});function refine(e,r={}){return _refine(ZodCustom,e,r)}function superRefine(e,r){return _superRefine(e,r)}
// shared/spec/pipeline-shape.ts
var resourceName = name(/^[A-Za-z0-9.@\-_]+$/, "letters, digits and . @ - _");
var artifactName = name(/^[A-Za-z0-9_-]+$/, "letters, digits and - _");
var namespace = name(/^[A-Za-z0-9@\-_]+$/, "letters, digits and @ - _");
var roleArn = string2().max(1024).regex(/^arn:aws(-\w+)*:iam::[0-9]{12}:role\/.*$/, "must be the ARN of an IAM role");
var region = string2().min(4).max(30);
var timeout = int().min(5).max(86400);
var commands = array(string2().min(1).max(1e3)).max(50);
var inputArtifacts = array(strictObject({ name: artifactName }));
var configuration = (longest) => record(string2().min(1).max(50), string2("must be text: put it in quotes").min(1).max(longest));
var actionType = strictObject({
  category: _enum(["Source", "Build", "Deploy", "Test", "Invoke", "Approval", "Compute"]),
  owner: _enum(["AWS", "ThirdParty", "Custom"]),
  provider: string2().min(1).max(35).regex(/^[0-9A-Za-z_-]+$/, "may hold letters, digits and _ -"),
  version: string2("must be text: put it in quotes").min(1).max(9).regex(/^[0-9A-Za-z_-]+$/, "may hold letters, digits and _ -")
});
var action = strictObject({
  name: resourceName,
  actionTypeId: actionType,
  runOrder: int().min(1).max(999).optional(),
  configuration: configuration(1e3).optional(),
  commands: commands.optional(),
  outputArtifacts: array(
    strictObject({ name: artifactName, files: array(string2().min(1).max(128)).max(10).optional() })
  ).optional(),
  inputArtifacts: inputArtifacts.optional(),
  outputVariables: array(string2().min(1).max(128)).max(15).optional(),
  roleArn: roleArn.optional(),
  region: region.optional(),
  namespace: namespace.optional(),
  timeoutInMinutes: timeout.optional(),
  environmentVariables: array(strictObject({ name: string2(), value: string2(), type: string2().optional() })).optional()
});
var rule = strictObject({
  name: resourceName,
  ruleTypeId: strictObject({
    category: literal("Rule"),
    owner: literal("AWS").optional(),
    provider: string2().min(1).max(35),
    version: string2().min(1).max(9).optional()
  }),
  configuration: configuration(1e4).optional(),
  commands: commands.optional(),
  inputArtifacts: inputArtifacts.optional(),
  roleArn: roleArn.optional(),
  region: region.optional(),
  timeoutInMinutes: timeout.optional()
});
var result = _enum(["ROLLBACK", "FAIL", "RETRY", "SKIP"]);
var conditions = array(strictObject({ result: result.optional(), rules: array(rule).min(1).max(5).optional() })).min(1).max(1);
var stage = strictObject({
  name: resourceName,
  blockers: array(strictObject({ name: string2().min(1).max(100), type: string2() })).optional(),
  actions: array(action),
  beforeEntry: strictObject({ conditions }).optional(),
  onSuccess: strictObject({ conditions }).optional(),
  onFailure: strictObject({
    result: result.optional(),
    retryConfiguration: strictObject({ retryMode: _enum(["FAILED_ACTIONS", "ALL_ACTIONS"]).optional() }).optional(),
    conditions: conditions.optional()
  }).optional()
});
var artifactStore = strictObject({
  type: literal("S3"),
  location: string2().min(3).max(63).regex(/^[a-zA-Z0-9\-.]+$/, "must be the name of an S3 bucket"),
  encryptionKey: strictObject({ id: string2().min(1).max(400), type: literal("KMS") }).optional()
});
var patterns = array(string2().min(1).max(255)).min(1).max(8);
var criteria = strictObject({ includes: patterns.optional(), excludes: patterns.optional() });
var branchFilter = { branches: criteria.optional(), filePaths: criteria.optional() };
var pushFilter = strictObject({ ...branchFilter, tags: criteria.optional() });
var pullRequestFilter = strictObject({
  ...branchFilter,
  events: array(_enum(["OPEN", "UPDATED", "CLOSED"])).min(1).max(3).optional()
});
var pipelineShape = strictObject({
  name: resourceName,
  roleArn,
  artifactStore: artifactStore.optional(),
  artifactStores: record(region, artifactStore).optional(),
  stages: array(stage),
  version: int().min(1).optional(),
  executionMode: _enum(["QUEUED", "SUPERSEDED", "PARALLEL"]).optional(),
  pipelineType: _enum(["V1", "V2"]).optional(),
  variables: array(
    strictObject({
      name: string2().min(1).max(128).regex(/^[A-Za-z0-9@\-_]+$/, "may hold letters, digits and @ - _"),
      defaultValue: string2("must be text: put it in quotes").min(1).max(1e3).optional(),
      description: string2().max(200).optional()
    })
  ).max(50).optional(),
  triggers: array(
    strictObject({
      providerType: literal("CodeStarSourceConnection"),
      gitConfiguration: strictObject({
        sourceActionName: resourceName,
        push: array(pushFilter).min(1).max(3).optional(),
        pullRequest: array(pullRequestFilter).min(1).max(3).optional()
      })
    })
  ).max(50).optional()
});
function name(pattern, allowed) {
  return string2().min(1).max(100).regex(pattern, `may hold ${allowed}`);
}

// shared/spec/pipeline-triggers.ts
function triggerProblems({ triggers = [], stages }) {
  const sources = new Map(stages[0]?.actions.map((action2) => [action2.name, action2.actionTypeId.provider]));
  const named = triggers.map((trigger) => trigger.gitConfiguration.sourceActionName);
  return triggers.flatMap((trigger, index) => {
    const name2 = named[index] ?? "";
    const at = ["triggers", index, "gitConfiguration"];
    const wrong = !sources.has(name2) ? `There is no source action ${name2}` : sources.get(name2) !== "CodeStarSourceConnection" ? `The source action ${name2} must be a CodeStarSourceConnection, which a trigger needs` : named.indexOf(name2) < index && `The source action ${name2} has two triggers`;
    return [...wrong ? [invalid2([...at, "sourceActionName"], wrong)] : [], ...filterProblems(trigger, at)];
  });
}
function filterProblems({ gitConfiguration }, at) {
  const pushes = (gitConfiguration.push ?? []).map((filter, index) => {
    const path = [...at, "push", index];
    if (filter.tags && (filter.branches || filter.filePaths))
      return invalid2(path, "A push filter has either tags, or branches and file paths, not both");
    if (!filter.tags && !filter.branches)
      return invalid2(path, "A push filter needs tags or branches; file paths go with branches");
    return void 0;
  });
  const pulls = (gitConfiguration.pullRequest ?? []).map(
    (filter, index) => filter.filePaths && !filter.branches ? invalid2([...at, "pullRequest", index], "A pull request filter has file paths only with branches") : void 0
  );
  return [...pushes, ...pulls].filter((problem2) => problem2 !== void 0);
}
function invalid2(path, message) {
  return { path, exception: "InvalidStructureException", message };
}

// shared/spec/pipeline.ts
function pipelineProblems(document, customTypes) {
  const parsed = pipelineShape.safeParse(document);
  if (!parsed.success) return parsed.error.issues.flatMap(shapeProblems);
  const pipeline = parsed.data;
  return [
    ...artifactStoreProblems(pipeline),
    ...typeProblems2(pipeline),
    ...repeated(pipeline.variables ?? []).map(
      ({ name: name2, index }) => structure(["variables", index, "name"], `The variable ${name2} is declared twice`)
    ),
    ...stageProblems(pipeline),
    ...pipelineActionProblems(pipeline, customTypes)
  ];
}
var structure = problem("InvalidStructureException");
var stageProblem = problem("InvalidStageDeclarationException");
function problem(exception) {
  return (path, message) => ({ path, exception, message });
}
function shapeProblems(issue2) {
  const path = issue2.path.filter((key) => typeof key !== "symbol");
  const where = path.length === 0 ? "The pipeline" : path.join(".");
  if (issue2.code === "unrecognized_keys") {
    return issue2.keys.map((key) => ({
      path: [...path, key],
      exception: "ValidationException",
      message: `${where} has an unknown member ${key}`
    }));
  }
  return [{ path, exception: "ValidationException", message: `${where}: ${issue2.message}` }];
}
function artifactStoreProblems({ artifactStore: artifactStore2, artifactStores }) {
  if (artifactStore2 && artifactStores)
    return [structure(["artifactStores"], "A pipeline has either artifactStore or artifactStores, not both")];
  if (!artifactStore2 && !artifactStores)
    return [structure([], "A pipeline needs an artifactStore: an S3 bucket for its artifacts")];
  return [];
}
function typeProblems2(pipeline) {
  if (pipeline.pipelineType === "V2") return triggerProblems(pipeline);
  const problems = [];
  const needsV2 = (path, what) => problems.push(structure(path, `${what} need a pipeline of type V2: set pipelineType to V2`));
  if (pipeline.executionMode && pipeline.executionMode !== "SUPERSEDED")
    needsV2(["executionMode"], `Executions in ${pipeline.executionMode} mode`);
  if (pipeline.variables?.length) needsV2(["variables"], "Pipeline variables");
  if (pipeline.triggers?.length) needsV2(["triggers"], "Triggers");
  pipeline.stages.forEach((stage2, index) => {
    for (const key of ["beforeEntry", "onSuccess", "onFailure"])
      if (stage2[key]) needsV2(["stages", index, key], "Stage conditions");
  });
  return problems;
}
function stageProblems(pipeline) {
  const { stages } = pipeline;
  const problems = [];
  if (stages.length < 2)
    problems.push(
      structure(
        ["stages"],
        `Pipeline has only ${stages.length} stage(s). There should be a minimum of 2 stages in a pipeline`
      )
    );
  if (stages.length > 50)
    problems.push(structure(["stages"], `A pipeline has at most 50 stages; this has ${stages.length}`));
  const actions = stages.reduce((sum, stage2) => sum + stage2.actions.length, 0);
  if (actions > 500)
    problems.push({
      path: ["stages"],
      exception: "LimitExceededException",
      message: `A pipeline has at most 500 actions; this has ${actions}`
    });
  for (const { name: name2, index } of repeated(stages))
    problems.push(stageProblem(["stages", index, "name"], `The stage name ${name2} is used twice`));
  stages.forEach((stage2, index) => {
    problems.push(...oneStageProblems(stage2, index, pipeline));
  });
  return problems;
}
function oneStageProblems(stage2, index, pipeline) {
  const at = ["stages", index];
  const problems = [];
  if (stage2.actions.length === 0)
    problems.push(stageProblem([...at, "actions"], `Stage ${stage2.name} must have at least one action`));
  if (stage2.actions.length > 50)
    problems.push(stageProblem([...at, "actions"], `Stage ${stage2.name} has more than 50 actions`));
  stage2.actions.forEach((action2, number2) => {
    const isSource = action2.actionTypeId.category === "Source";
    if (isSource === (index === 0)) return;
    problems.push(
      structure(
        [...at, "actions", number2, "actionTypeId", "category"],
        isSource ? `Stage ${stage2.name} has the source action ${action2.name}: only the first stage may have source actions` : "Pipeline should start with a stage that only contains source actions"
      )
    );
  });
  stage2.blockers?.forEach((blocker, number2) => {
    if (blocker.type !== "Schedule")
      problems.push({
        path: [...at, "blockers", number2, "type"],
        exception: "InvalidBlockerDeclarationException",
        message: `The type of blocker ${blocker.name} must be Schedule`
      });
  });
  return [...problems, ...conditionProblems(stage2, index, pipeline)];
}
function conditionProblems(stage2, index, pipeline) {
  const problems = [];
  const { onFailure } = stage2;
  const allowed = { beforeEntry: ["FAIL", "SKIP"], onSuccess: ["ROLLBACK", "FAIL"] };
  for (const key2 of ["beforeEntry", "onSuccess"]) {
    const results = allowed[key2];
    const { result: result3 } = stage2[key2]?.conditions[0] ?? {};
    if (result3 && !results.includes(result3))
      problems.push(
        stageProblem(
          ["stages", index, key2, "conditions", 0, "result"],
          `The result of ${key2} of stage ${stage2.name} must be ${results.join(" or ")}`
        )
      );
  }
  const result2 = onFailure?.result ?? onFailure?.conditions?.[0]?.result;
  if (result2 && result2 !== "ROLLBACK" && result2 !== "RETRY")
    problems.push(
      stageProblem(
        ["stages", index, "onFailure", "result"],
        `The result of onFailure of stage ${stage2.name} must be ROLLBACK or RETRY`
      )
    );
  if (onFailure?.retryConfiguration && result2 !== "RETRY")
    problems.push(
      stageProblem(
        ["stages", index, "onFailure", "retryConfiguration"],
        `Stage ${stage2.name} has a retryConfiguration, which needs the result RETRY`
      )
    );
  if (result2 !== "ROLLBACK" && stage2.onSuccess?.conditions[0]?.result !== "ROLLBACK") return problems;
  const key = result2 === "ROLLBACK" ? "onFailure" : "onSuccess";
  if (index === 0)
    problems.push(stageProblem(["stages", index, key], "The source stage cannot be rolled back"));
  if (pipeline.executionMode === "PARALLEL")
    problems.push(
      stageProblem(["stages", index, key], "A pipeline in PARALLEL mode cannot roll back a stage")
    );
  return problems;
}

// shared/spec/pipeline-file.ts
function parsePipeline(source2, file) {
  const { spec: root, problems } = parseYaml(source2, file);
  if (problems) return { problems };
  const pipeline = memberOf(root, "pipeline") ?? root;
  const found = pipelineProblems(plain(pipeline));
  if (found.length === 0) return { spec: plain(pipeline) };
  return {
    problems: found.map(({ path, message }) => ({
      place: nodeAt(pipeline, path).place,
      message: `${message.replace(/\.$/, "")}.`
    }))
  };
}
function nodeAt(node2, path) {
  const [key, ...rest] = path;
  if (key === void 0) return node2;
  if (node2.kind === "list" && typeof key === "number" && node2.items[key])
    return nodeAt(node2.items[key], rest);
  const entry = node2.kind === "map" ? node2.entries.find((each) => each.key === String(key)) : void 0;
  if (!entry) return node2;
  return rest.length === 0 && entry.value.kind !== "scalar" ? entry : nodeAt(entry.value, rest);
}
function memberOf(node2, key) {
  return node2.kind === "map" ? node2.entries.find((entry) => entry.key === key)?.value : void 0;
}
function plain(node2) {
  if (node2.kind === "scalar") return node2.value;
  if (node2.kind === "list") return node2.items.map(plain);
  return Object.fromEntries(node2.entries.map(({ key, value }) => [key, plain(value)]));
}
export {
  parsePipeline
};
