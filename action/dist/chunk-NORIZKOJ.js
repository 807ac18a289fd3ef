import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  ServiceException,
  TypeRegistry
} from "./chunk-GC2EWBOG.js";

// node_modules/@aws-sdk/client-sts/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters=n=>Object.assign(n,{useDualstackEndpoint:n.useDualstackEndpoint??!1,useFipsEndpoint:n.useFipsEndpoint??!1,useGlobalEndpoint:n.useGlobalEndpoint??!1,defaultSigningName:"sts"}),commonParams={UseGlobalEndpoint:{type:"builtInParams",name:"useGlobalEndpoint"},UseFIPS:{type:"builtInParams",name:"useFipsEndpoint"},Endpoint:{type:"builtInParams",name:"endpoint"},Region:{type:"builtInParams",name:"region"},UseDualStack:{type:"builtInParams",name:"useDualstackEndpoint"}};
// node_modules/@aws-sdk/client-sts/dist-es/models/STSServiceException.js
var STSServiceException=class e extends ServiceException{static shapeId="smithy.ts.sdk.synthetic.com.amazonaws.sts#STSServiceException";constructor(t){super(t),Object.setPrototypeOf(this,e.prototype)}};
// node_modules/@aws-sdk/client-sts/dist-es/schemas/schemas_0.js
var _A="Arn",_ARR="AssumeRoleRequest",_Ac="Account",_Au="Audience",_CA="ContextAssertion",_DS="DurationSeconds",_EI="ExternalId",_GCI="GetCallerIdentity",_GCIR="GetCallerIdentityRequest",_GCIRe="GetCallerIdentityResponse",_GWITR="GetWebIdentityTokenRequest",_K="Key",_MSTS="MinimumSessionTokenSize",_P="Policy",_PA="PolicyArns",_PAro="ProviderArn",_PC="ProvidedContexts",_PCLT="ProvidedContextsListType",_PCr="ProvidedContext",_PDT="PolicyDescriptorType",_RA="RoleArn",_RSN="RoleSessionName",_SA="SigningAlgorithm",_SI="SourceIdentity",_SN="SerialNumber",_T="Tags",_TC="TokenCode",_TTK="TransitiveTagKeys",_Ta="Tag",_UI="UserId",_V="Value",_a="arn",_pDLT="policyDescriptorListType",_s="smithy.ts.sdk.synthetic.com.amazonaws.sts",_tLT="tagListType",n0="com.amazonaws.sts",_s_registry=new TypeRegistry(_s),STSServiceException$=[-3,_s,"STSServiceException",0,[],[]];_s_registry.registerError(STSServiceException$,STSServiceException);var n0_registry=new TypeRegistry(n0),errorTypeRegistries=[_s_registry,n0_registry],AssumeRoleRequest$=[3,n0,_ARR,0,[_RA,_RSN,_PA,_P,_DS,_T,_TTK,_EI,_SN,_TC,_SI,_PC,_MSTS],[0,0,()=>policyDescriptorListType,0,1,()=>tagListType,64,0,0,0,0,()=>ProvidedContextsListType,1],2],GetCallerIdentityRequest$=[3,n0,_GCIR,0,[],[]],GetCallerIdentityResponse$=[3,n0,_GCIRe,0,[_UI,_Ac,_A],[0,0,0]],GetWebIdentityTokenRequest$=[3,n0,_GWITR,0,[_Au,_SA,_DS,_T],[64,0,1,()=>tagListType],2],PolicyDescriptorType$=[3,n0,_PDT,0,[_a],[0]],ProvidedContext$=[3,n0,_PCr,0,[_PAro,_CA],[0,0]],Tag$=[3,n0,_Ta,0,[_K,_V],[0,0],2],policyDescriptorListType=[1,n0,_pDLT,0,()=>PolicyDescriptorType$],ProvidedContextsListType=[1,n0,_PCLT,0,()=>ProvidedContext$],tagKeyListType=64,tagListType=[1,n0,_tLT,0,()=>Tag$],webIdentityTokenAudienceListType=64,GetCallerIdentity$=[9,n0,_GCI,0,()=>GetCallerIdentityRequest$,()=>GetCallerIdentityResponse$];
export {
  resolveClientEndpointParameters,
  commonParams,
  errorTypeRegistries,
  GetCallerIdentity$
};
