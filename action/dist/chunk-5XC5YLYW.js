import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  ServiceException
} from "./chunk-LGXC7PAR.js";
import {
  TypeRegistry
} from "./chunk-VVMFZSGZ.js";

// node_modules/@aws-sdk/client-codepipeline/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "codepipeline"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-codepipeline/dist-es/models/CodePipelineServiceException.js
var CodePipelineServiceException = class _CodePipelineServiceException extends ServiceException {
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _CodePipelineServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-codepipeline/dist-es/models/errors.js
var InvalidNonceException = class _InvalidNonceException extends CodePipelineServiceException {
  name = "InvalidNonceException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidNonceException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidNonceException.prototype);
  }
};
var JobNotFoundException = class _JobNotFoundException extends CodePipelineServiceException {
  name = "JobNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "JobNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _JobNotFoundException.prototype);
  }
};
var ValidationException = class _ValidationException extends CodePipelineServiceException {
  name = "ValidationException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ValidationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ValidationException.prototype);
  }
};
var InvalidClientTokenException = class _InvalidClientTokenException extends CodePipelineServiceException {
  name = "InvalidClientTokenException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidClientTokenException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidClientTokenException.prototype);
  }
};
var ActionExecutionNotFoundException = class _ActionExecutionNotFoundException extends CodePipelineServiceException {
  name = "ActionExecutionNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ActionExecutionNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ActionExecutionNotFoundException.prototype);
  }
};
var ActionNotFoundException = class _ActionNotFoundException extends CodePipelineServiceException {
  name = "ActionNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ActionNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ActionNotFoundException.prototype);
  }
};
var ActionTypeNotFoundException = class _ActionTypeNotFoundException extends CodePipelineServiceException {
  name = "ActionTypeNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ActionTypeNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ActionTypeNotFoundException.prototype);
  }
};
var ApprovalAlreadyCompletedException = class _ApprovalAlreadyCompletedException extends CodePipelineServiceException {
  name = "ApprovalAlreadyCompletedException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ApprovalAlreadyCompletedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ApprovalAlreadyCompletedException.prototype);
  }
};
var ConcurrentModificationException = class _ConcurrentModificationException extends CodePipelineServiceException {
  name = "ConcurrentModificationException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ConcurrentModificationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConcurrentModificationException.prototype);
  }
};
var InvalidTagsException = class _InvalidTagsException extends CodePipelineServiceException {
  name = "InvalidTagsException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidTagsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidTagsException.prototype);
  }
};
var LimitExceededException = class _LimitExceededException extends CodePipelineServiceException {
  name = "LimitExceededException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "LimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _LimitExceededException.prototype);
  }
};
var TooManyTagsException = class _TooManyTagsException extends CodePipelineServiceException {
  name = "TooManyTagsException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "TooManyTagsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyTagsException.prototype);
  }
};
var InvalidActionDeclarationException = class _InvalidActionDeclarationException extends CodePipelineServiceException {
  name = "InvalidActionDeclarationException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidActionDeclarationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidActionDeclarationException.prototype);
  }
};
var InvalidBlockerDeclarationException = class _InvalidBlockerDeclarationException extends CodePipelineServiceException {
  name = "InvalidBlockerDeclarationException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidBlockerDeclarationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidBlockerDeclarationException.prototype);
  }
};
var InvalidStageDeclarationException = class _InvalidStageDeclarationException extends CodePipelineServiceException {
  name = "InvalidStageDeclarationException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidStageDeclarationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidStageDeclarationException.prototype);
  }
};
var InvalidStructureException = class _InvalidStructureException extends CodePipelineServiceException {
  name = "InvalidStructureException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidStructureException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidStructureException.prototype);
  }
};
var PipelineNameInUseException = class _PipelineNameInUseException extends CodePipelineServiceException {
  name = "PipelineNameInUseException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "PipelineNameInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PipelineNameInUseException.prototype);
  }
};
var WebhookNotFoundException = class _WebhookNotFoundException extends CodePipelineServiceException {
  name = "WebhookNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "WebhookNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _WebhookNotFoundException.prototype);
  }
};
var PipelineNotFoundException = class _PipelineNotFoundException extends CodePipelineServiceException {
  name = "PipelineNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "PipelineNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PipelineNotFoundException.prototype);
  }
};
var StageNotFoundException = class _StageNotFoundException extends CodePipelineServiceException {
  name = "StageNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "StageNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _StageNotFoundException.prototype);
  }
};
var PipelineVersionNotFoundException = class _PipelineVersionNotFoundException extends CodePipelineServiceException {
  name = "PipelineVersionNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "PipelineVersionNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PipelineVersionNotFoundException.prototype);
  }
};
var PipelineExecutionNotFoundException = class _PipelineExecutionNotFoundException extends CodePipelineServiceException {
  name = "PipelineExecutionNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "PipelineExecutionNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PipelineExecutionNotFoundException.prototype);
  }
};
var InvalidJobException = class _InvalidJobException extends CodePipelineServiceException {
  name = "InvalidJobException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidJobException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidJobException.prototype);
  }
};
var InvalidNextTokenException = class _InvalidNextTokenException extends CodePipelineServiceException {
  name = "InvalidNextTokenException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidNextTokenException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidNextTokenException.prototype);
  }
};
var InvalidArnException = class _InvalidArnException extends CodePipelineServiceException {
  name = "InvalidArnException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidArnException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidArnException.prototype);
  }
};
var ResourceNotFoundException = class _ResourceNotFoundException extends CodePipelineServiceException {
  name = "ResourceNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
  }
};
var ConcurrentPipelineExecutionsLimitExceededException = class _ConcurrentPipelineExecutionsLimitExceededException extends CodePipelineServiceException {
  name = "ConcurrentPipelineExecutionsLimitExceededException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ConcurrentPipelineExecutionsLimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConcurrentPipelineExecutionsLimitExceededException.prototype);
  }
};
var ConditionNotOverridableException = class _ConditionNotOverridableException extends CodePipelineServiceException {
  name = "ConditionNotOverridableException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ConditionNotOverridableException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConditionNotOverridableException.prototype);
  }
};
var ConflictException = class _ConflictException extends CodePipelineServiceException {
  name = "ConflictException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConflictException.prototype);
  }
};
var NotLatestPipelineExecutionException = class _NotLatestPipelineExecutionException extends CodePipelineServiceException {
  name = "NotLatestPipelineExecutionException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "NotLatestPipelineExecutionException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _NotLatestPipelineExecutionException.prototype);
  }
};
var InvalidApprovalTokenException = class _InvalidApprovalTokenException extends CodePipelineServiceException {
  name = "InvalidApprovalTokenException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidApprovalTokenException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidApprovalTokenException.prototype);
  }
};
var InvalidJobStateException = class _InvalidJobStateException extends CodePipelineServiceException {
  name = "InvalidJobStateException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidJobStateException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidJobStateException.prototype);
  }
};
var OutputVariablesSizeExceededException = class _OutputVariablesSizeExceededException extends CodePipelineServiceException {
  name = "OutputVariablesSizeExceededException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "OutputVariablesSizeExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _OutputVariablesSizeExceededException.prototype);
  }
};
var InvalidWebhookAuthenticationParametersException = class _InvalidWebhookAuthenticationParametersException extends CodePipelineServiceException {
  name = "InvalidWebhookAuthenticationParametersException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidWebhookAuthenticationParametersException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidWebhookAuthenticationParametersException.prototype);
  }
};
var InvalidWebhookFilterPatternException = class _InvalidWebhookFilterPatternException extends CodePipelineServiceException {
  name = "InvalidWebhookFilterPatternException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidWebhookFilterPatternException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidWebhookFilterPatternException.prototype);
  }
};
var StageNotRetryableException = class _StageNotRetryableException extends CodePipelineServiceException {
  name = "StageNotRetryableException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "StageNotRetryableException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _StageNotRetryableException.prototype);
  }
};
var PipelineExecutionOutdatedException = class _PipelineExecutionOutdatedException extends CodePipelineServiceException {
  name = "PipelineExecutionOutdatedException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "PipelineExecutionOutdatedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PipelineExecutionOutdatedException.prototype);
  }
};
var UnableToRollbackStageException = class _UnableToRollbackStageException extends CodePipelineServiceException {
  name = "UnableToRollbackStageException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "UnableToRollbackStageException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _UnableToRollbackStageException.prototype);
  }
};
var DuplicatedStopRequestException = class _DuplicatedStopRequestException extends CodePipelineServiceException {
  name = "DuplicatedStopRequestException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "DuplicatedStopRequestException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicatedStopRequestException.prototype);
  }
};
var PipelineExecutionNotStoppableException = class _PipelineExecutionNotStoppableException extends CodePipelineServiceException {
  name = "PipelineExecutionNotStoppableException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "PipelineExecutionNotStoppableException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PipelineExecutionNotStoppableException.prototype);
  }
};
var RequestFailedException = class _RequestFailedException extends CodePipelineServiceException {
  name = "RequestFailedException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "RequestFailedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _RequestFailedException.prototype);
  }
};

// node_modules/@aws-sdk/client-codepipeline/dist-es/schemas/schemas_0.js
var _AACE = "ApprovalAlreadyCompletedException";
var _AC = "ActionConfiguration";
var _AD = "ActionDeclaration";
var _ADL = "ArtifactDetailList";
var _ADr = "ArtifactDetail";
var _AE = "ActionExecution";
var _AED = "ActionExecutionDetail";
var _AEDL = "ActionExecutionDetailList";
var _AEF = "ActionExecutionFilter";
var _AEI = "ActionExecutionInput";
var _AENFE = "ActionExecutionNotFoundException";
var _AEO = "ActionExecutionOutput";
var _AER = "ActionExecutionResult";
var _ANFE = "ActionNotFoundException";
var _AR = "ActionRevision";
var _ARL = "ArtifactRevisionList";
var _ARp = "ApprovalResult";
var _ARr = "ArtifactRevision";
var _AS = "ActionState";
var _ASL = "ActionStateList";
var _ASM = "ArtifactStoreMap";
var _ASr = "ArtifactStore";
var _ATI = "ActionTypeId";
var _ATNFE = "ActionTypeNotFoundException";
var _ATP = "ActionTypePermissions";
var _BD = "BlockerDeclaration";
var _BEC = "BeforeEntryConditions";
var _C = "Condition";
var _CE = "ConflictException";
var _CEo = "ConditionExecution";
var _CL = "ConditionList";
var _CME = "ConcurrentModificationException";
var _CNOE = "ConditionNotOverridableException";
var _CPELEE = "ConcurrentPipelineExecutionsLimitExceededException";
var _CR = "CurrentRevision";
var _CS = "ConditionState";
var _CSL = "ConditionStateList";
var _DSRE = "DuplicatedStopRequestException";
var _ED = "ErrorDetails";
var _EDx = "ExecutionDetails";
var _EK = "EncryptionKey";
var _ET = "ExecutionTrigger";
var _EV = "EnvironmentVariable";
var _EVL = "EnvironmentVariableList";
var _FC = "FailureConditions";
var _GBFC = "GitBranchFilterCriteria";
var _GC = "GitConfiguration";
var _GFPFC = "GitFilePathFilterCriteria";
var _GP = "GetPipeline";
var _GPE = "GetPipelineExecution";
var _GPEI = "GetPipelineExecutionInput";
var _GPEO = "GetPipelineExecutionOutput";
var _GPF = "GitPushFilter";
var _GPFL = "GitPushFilterList";
var _GPI = "GetPipelineInput";
var _GPO = "GetPipelineOutput";
var _GPRF = "GitPullRequestFilter";
var _GPRFL = "GitPullRequestFilterList";
var _GPS = "GetPipelineState";
var _GPSI = "GetPipelineStateInput";
var _GPSO = "GetPipelineStateOutput";
var _GTFC = "GitTagFilterCriteria";
var _IA = "InputArtifact";
var _IADE = "InvalidActionDeclarationException";
var _IAE = "InvalidArnException";
var _IAL = "InputArtifactList";
var _IATE = "InvalidApprovalTokenException";
var _IBDE = "InvalidBlockerDeclarationException";
var _ICTE = "InvalidClientTokenException";
var _IJE = "InvalidJobException";
var _IJSE = "InvalidJobStateException";
var _INE = "InvalidNonceException";
var _INTE = "InvalidNextTokenException";
var _ISDE = "InvalidStageDeclarationException";
var _ISE = "InvalidStructureException";
var _ITE = "InvalidTagsException";
var _IWAPE = "InvalidWebhookAuthenticationParametersException";
var _IWFPE = "InvalidWebhookFilterPatternException";
var _JNFE = "JobNotFoundException";
var _JWEC = "JobWorkerExecutorConfiguration";
var _LAE = "ListActionExecutions";
var _LAEI = "ListActionExecutionsInput";
var _LAEO = "ListActionExecutionsOutput";
var _LEE = "LimitExceededException";
var _LIPEF = "LatestInPipelineExecutionFilter";
var _LP = "ListPipelines";
var _LPE = "ListPipelineExecutions";
var _LPEI = "ListPipelineExecutionsInput";
var _LPEO = "ListPipelineExecutionsOutput";
var _LPI = "ListPipelinesInput";
var _LPO = "ListPipelinesOutput";
var _NLPEE = "NotLatestPipelineExecutionException";
var _OA = "OutputArtifact";
var _OAL = "OutputArtifactList";
var _OVSEE = "OutputVariablesSizeExceededException";
var _PARIu = "PutApprovalResultInput";
var _PAROu = "PutApprovalResultOutput";
var _PARu = "PutApprovalResult";
var _PD = "PipelineDeclaration";
var _PE = "PipelineExecution";
var _PEF = "PipelineExecutionFilter";
var _PENFE = "PipelineExecutionNotFoundException";
var _PENSE = "PipelineExecutionNotStoppableException";
var _PEOE = "PipelineExecutionOutdatedException";
var _PES = "PipelineExecutionSummary";
var _PESL = "PipelineExecutionSummaryList";
var _PFJI = "PollForJobsInput";
var _PJSRI = "PutJobSuccessResultInput";
var _PL = "PipelineList";
var _PM = "PipelineMetadata";
var _PNFE = "PipelineNotFoundException";
var _PNIUE = "PipelineNameInUseException";
var _PRM = "PipelineRollbackMetadata";
var _PS = "PipelineSummary";
var _PSDL = "PipelineStageDeclarationList";
var _PTD = "PipelineTriggerDeclaration";
var _PTDL = "PipelineTriggerDeclarationList";
var _PV = "PipelineVariable";
var _PVD = "PipelineVariableDeclaration";
var _PVDL = "PipelineVariableDeclarationList";
var _PVL = "PipelineVariableList";
var _PVNFE = "PipelineVersionNotFoundException";
var _RC = "RetryConfiguration";
var _RD = "RuleDeclaration";
var _RDL = "RuleDeclarationList";
var _RE = "RuleExecution";
var _REI = "RuleExecutionInput";
var _RFE = "RequestFailedException";
var _RNFE = "ResourceNotFoundException";
var _RPV = "ResolvedPipelineVariable";
var _RPVL = "ResolvedPipelineVariableList";
var _RR = "RuleRevision";
var _RS = "RuleState";
var _RSE = "RetryStageExecution";
var _RSEI = "RetryStageExecutionInput";
var _RSEO = "RetryStageExecutionOutput";
var _RSI = "RollbackStageInput";
var _RSL = "RuleStateList";
var _RSM = "RetryStageMetadata";
var _RSO = "RollbackStageOutput";
var _RSo = "RollbackStage";
var _RTI = "RuleTypeId";
var _SADL = "StageActionDeclarationList";
var _SBDL = "StageBlockerDeclarationList";
var _SCE = "StageConditionsExecution";
var _SCS = "StageConditionState";
var _SCu = "SuccessConditions";
var _SD = "StageDeclaration";
var _SE = "StageExecution";
var _SEL = "StageExecutionList";
var _SET = "StopExecutionTrigger";
var _SISF = "SucceededInStageFilter";
var _SL = "S3Location";
var _SNFE = "StageNotFoundException";
var _SNRE = "StageNotRetryableException";
var _SPE = "StartPipelineExecution";
var _SPEI = "StartPipelineExecutionInput";
var _SPEIt = "StopPipelineExecutionInput";
var _SPEO = "StartPipelineExecutionOutput";
var _SPEOt = "StopPipelineExecutionOutput";
var _SPEt = "StopPipelineExecution";
var _SR = "SourceRevision";
var _SRL = "SourceRevisionList";
var _SRO = "SourceRevisionOverride";
var _SROL = "SourceRevisionOverrideList";
var _SS = "StageState";
var _SSL = "StageStateList";
var _TF = "TargetFilter";
var _TMTE = "TooManyTagsException";
var _TS = "TransitionState";
var _URI = "UntagResourceInput";
var _UTRSE = "UnableToRollbackStageException";
var _VE = "ValidationException";
var _WNFE = "WebhookNotFoundException";
var _aA = "allowedAccounts";
var _aAp = "approvedAt";
var _aED = "actionExecutionDetails";
var _aEI = "actionExecutionId";
var _aN = "actionName";
var _aR = "artifactRevisions";
var _aS = "artifactStore";
var _aSRA = "autoStageRetryAttempt";
var _aSc = "actionStates";
var _aSr = "artifactStores";
var _aTI = "actionTypeId";
var _ab = "abandon";
var _act = "actions";
var _b = "branches";
var _bE = "beforeEntry";
var _bECS = "beforeEntryConditionState";
var _bl = "blockers";
var _bu = "bucket";
var _c = "client";
var _cI = "changeIdentifier";
var _cR = "currentRevision";
var _cRT = "clientRequestToken";
var _cS = "conditionStates";
var _cTo = "continuationToken";
var _ca = "category";
var _co = "configuration";
var _cod = "code";
var _com = "commands";
var _con = "conditions";
var _cr = "created";
var _d = "description";
var _dR = "disabledReason";
var _dV = "defaultValue";
var _e = "error";
var _eD = "errorDetails";
var _eDx = "executionDetails";
var _eEI = "externalExecutionId";
var _eES = "externalExecutionSummary";
var _eEU = "externalExecutionUrl";
var _eK = "encryptionKey";
var _eMx = "executionMode";
var _eR = "executionResult";
var _eTx = "executionType";
var _eU = "entityUrl";
var _eV = "environmentVariables";
var _en = "enabled";
var _ev = "events";
var _exc = "excludes";
var _f = "filter";
var _fP = "filePaths";
var _fil = "files";
var _gC = "gitConfiguration";
var _hE = "httpError";
var _i = "input";
var _iA = "inputArtifacts";
var _iE = "inboundExecution";
var _iEn = "inboundExecutions";
var _iTS = "inboundTransitionState";
var _id = "id";
var _in = "includes";
var _jI = "jobId";
var _k = "key";
var _l = "location";
var _lCA = "lastChangedAt";
var _lCB = "lastChangedBy";
var _lE = "latestExecution";
var _lIPE = "latestInPipelineExecution";
var _lRT = "latestRetryTrigger";
var _lSARN = "logStreamARN";
var _lSC = "lastStatusChange";
var _lUB = "lastUpdatedBy";
var _lUT = "lastUpdateTime";
var _m = "message";
var _mBS = "maxBatchSize";
var _mR = "maxResults";
var _mSRA = "manualStageRetryAttempt";
var _me = "metadata";
var _nT = "nextToken";
var _na = "name";
var _nam = "namespace";
var _o = "output";
var _oA = "outputArtifacts";
var _oF = "onFailure";
var _oFCS = "onFailureConditionState";
var _oS = "onSuccess";
var _oSCS = "onSuccessConditionState";
var _oV = "outputVariables";
var _ow = "owner";
var _pA = "pollingAccounts";
var _pAi = "pipelineArn";
var _pC = "percentComplete";
var _pDA = "pollingDisabledAt";
var _pE = "pipelineExecution";
var _pEI = "pipelineExecutionId";
var _pES = "pipelineExecutionSummaries";
var _pN = "pipelineName";
var _pR = "pullRequest";
var _pSP = "pollingServicePrincipals";
var _pT = "pipelineType";
var _pTr = "providerType";
var _pV = "pipelineVersion";
var _pi = "pipeline";
var _pip = "pipelines";
var _pro = "provider";
var _pu = "push";
var _qP = "queryParam";
var _rA = "roleArn";
var _rAe = "resourceArn";
var _rC = "resolvedConfiguration";
var _rCI = "revisionChangeId";
var _rCIe = "revisionChangeIdentifier";
var _rCe = "retryConfiguration";
var _rEI = "ruleExecutionId";
var _rI = "revisionId";
var _rM = "rollbackMetadata";
var _rMe = "retryMode";
var _rN = "ruleName";
var _rO = "runOrder";
var _rS = "revisionSummary";
var _rSM = "retryStageMetadata";
var _rSu = "ruleStates";
var _rTI = "ruleTypeId";
var _rTPEI = "rollbackTargetPipelineExecutionId";
var _rTe = "revisionType";
var _rU = "revisionUrl";
var _rV = "resolvedValue";
var _rVe = "revisionValue";
var _re = "region";
var _rea = "reason";
var _res = "result";
var _rev = "revision";
var _ru = "rules";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.codepipeline";
var _sAN = "sourceActionName";
var _sIS = "succeededInStage";
var _sN = "stageName";
var _sR = "sourceRevisions";
var _sS = "stageStates";
var _sSt = "statusSummary";
var _sT = "startTime";
var _sTR = "startTimeRange";
var _sTt = "stopTrigger";
var _sl = "s3location";
var _st = "status";
var _stag = "stages";
var _su = "summary";
var _t = "type";
var _tD = "triggerDetail";
var _tIM = "timeoutInMinutes";
var _tK = "tagKeys";
var _tPEI = "targetPipelineExecutionId";
var _tTri = "triggerType";
var _ta = "tags";
var _to = "token";
var _tr = "triggers";
var _tri = "trigger";
var _uB = "updatedBy";
var _up = "updated";
var _v = "version";
var _va = "value";
var _val = "values";
var _var = "variables";
var n0 = "com.amazonaws.codepipeline";
var _s_registry = new TypeRegistry(_s);
var CodePipelineServiceException$ = [-3, _s, "CodePipelineServiceException", 0, [], []];
_s_registry.registerError(CodePipelineServiceException$, CodePipelineServiceException);
var n0_registry = new TypeRegistry(n0);
var ActionExecutionNotFoundException$ = [
  -3,
  n0,
  _AENFE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ActionExecutionNotFoundException$, ActionExecutionNotFoundException);
var ActionNotFoundException$ = [
  -3,
  n0,
  _ANFE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ActionNotFoundException$, ActionNotFoundException);
var ActionTypeNotFoundException$ = [
  -3,
  n0,
  _ATNFE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ActionTypeNotFoundException$, ActionTypeNotFoundException);
var ApprovalAlreadyCompletedException$ = [
  -3,
  n0,
  _AACE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ApprovalAlreadyCompletedException$, ApprovalAlreadyCompletedException);
var ConcurrentModificationException$ = [
  -3,
  n0,
  _CME,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ConcurrentModificationException$, ConcurrentModificationException);
var ConcurrentPipelineExecutionsLimitExceededException$ = [
  -3,
  n0,
  _CPELEE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ConcurrentPipelineExecutionsLimitExceededException$, ConcurrentPipelineExecutionsLimitExceededException);
var ConditionNotOverridableException$ = [
  -3,
  n0,
  _CNOE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ConditionNotOverridableException$, ConditionNotOverridableException);
var ConflictException$ = [
  -3,
  n0,
  _CE,
  { [_e]: _c, [_hE]: 409 },
  [_m],
  [0]
];
n0_registry.registerError(ConflictException$, ConflictException);
var DuplicatedStopRequestException$ = [
  -3,
  n0,
  _DSRE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(DuplicatedStopRequestException$, DuplicatedStopRequestException);
var InvalidActionDeclarationException$ = [
  -3,
  n0,
  _IADE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidActionDeclarationException$, InvalidActionDeclarationException);
var InvalidApprovalTokenException$ = [
  -3,
  n0,
  _IATE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidApprovalTokenException$, InvalidApprovalTokenException);
var InvalidArnException$ = [
  -3,
  n0,
  _IAE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidArnException$, InvalidArnException);
var InvalidBlockerDeclarationException$ = [
  -3,
  n0,
  _IBDE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidBlockerDeclarationException$, InvalidBlockerDeclarationException);
var InvalidClientTokenException$ = [
  -3,
  n0,
  _ICTE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidClientTokenException$, InvalidClientTokenException);
var InvalidJobException$ = [
  -3,
  n0,
  _IJE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidJobException$, InvalidJobException);
var InvalidJobStateException$ = [
  -3,
  n0,
  _IJSE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidJobStateException$, InvalidJobStateException);
var InvalidNextTokenException$ = [
  -3,
  n0,
  _INTE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidNextTokenException$, InvalidNextTokenException);
var InvalidNonceException$ = [
  -3,
  n0,
  _INE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidNonceException$, InvalidNonceException);
var InvalidStageDeclarationException$ = [
  -3,
  n0,
  _ISDE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidStageDeclarationException$, InvalidStageDeclarationException);
var InvalidStructureException$ = [
  -3,
  n0,
  _ISE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidStructureException$, InvalidStructureException);
var InvalidTagsException$ = [
  -3,
  n0,
  _ITE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidTagsException$, InvalidTagsException);
var InvalidWebhookAuthenticationParametersException$ = [
  -3,
  n0,
  _IWAPE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidWebhookAuthenticationParametersException$, InvalidWebhookAuthenticationParametersException);
var InvalidWebhookFilterPatternException$ = [
  -3,
  n0,
  _IWFPE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidWebhookFilterPatternException$, InvalidWebhookFilterPatternException);
var JobNotFoundException$ = [
  -3,
  n0,
  _JNFE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(JobNotFoundException$, JobNotFoundException);
var LimitExceededException$ = [
  -3,
  n0,
  _LEE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var NotLatestPipelineExecutionException$ = [
  -3,
  n0,
  _NLPEE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(NotLatestPipelineExecutionException$, NotLatestPipelineExecutionException);
var OutputVariablesSizeExceededException$ = [
  -3,
  n0,
  _OVSEE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(OutputVariablesSizeExceededException$, OutputVariablesSizeExceededException);
var PipelineExecutionNotFoundException$ = [
  -3,
  n0,
  _PENFE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(PipelineExecutionNotFoundException$, PipelineExecutionNotFoundException);
var PipelineExecutionNotStoppableException$ = [
  -3,
  n0,
  _PENSE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(PipelineExecutionNotStoppableException$, PipelineExecutionNotStoppableException);
var PipelineExecutionOutdatedException$ = [
  -3,
  n0,
  _PEOE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(PipelineExecutionOutdatedException$, PipelineExecutionOutdatedException);
var PipelineNameInUseException$ = [
  -3,
  n0,
  _PNIUE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(PipelineNameInUseException$, PipelineNameInUseException);
var PipelineNotFoundException$ = [
  -3,
  n0,
  _PNFE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(PipelineNotFoundException$, PipelineNotFoundException);
var PipelineVersionNotFoundException$ = [
  -3,
  n0,
  _PVNFE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(PipelineVersionNotFoundException$, PipelineVersionNotFoundException);
var RequestFailedException$ = [
  -3,
  n0,
  _RFE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(RequestFailedException$, RequestFailedException);
var ResourceNotFoundException$ = [
  -3,
  n0,
  _RNFE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var StageNotFoundException$ = [
  -3,
  n0,
  _SNFE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(StageNotFoundException$, StageNotFoundException);
var StageNotRetryableException$ = [
  -3,
  n0,
  _SNRE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(StageNotRetryableException$, StageNotRetryableException);
var TooManyTagsException$ = [
  -3,
  n0,
  _TMTE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(TooManyTagsException$, TooManyTagsException);
var UnableToRollbackStageException$ = [
  -3,
  n0,
  _UTRSE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(UnableToRollbackStageException$, UnableToRollbackStageException);
var ValidationException$ = [
  -3,
  n0,
  _VE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ValidationException$, ValidationException);
var WebhookNotFoundException$ = [
  -3,
  n0,
  _WNFE,
  { [_e]: _c },
  [],
  []
];
n0_registry.registerError(WebhookNotFoundException$, WebhookNotFoundException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var ActionConfiguration$ = [
  3,
  n0,
  _AC,
  0,
  [_co],
  [128 | 0]
];
var ActionDeclaration$ = [
  3,
  n0,
  _AD,
  0,
  [_na, _aTI, _rO, _co, _com, _oA, _iA, _oV, _rA, _re, _nam, _tIM, _eV],
  [0, () => ActionTypeId$, 1, 128 | 0, 64 | 0, () => OutputArtifactList, () => InputArtifactList, 64 | 0, 0, 0, 0, 1, () => EnvironmentVariableList],
  2
];
var ActionExecution$ = [
  3,
  n0,
  _AE,
  0,
  [_aEI, _st, _su, _lSC, _to, _lUB, _eEI, _eEU, _pC, _eD, _lSARN],
  [0, 0, 0, 4, 0, 0, 0, 0, 1, () => ErrorDetails$, 0]
];
var ActionExecutionDetail$ = [
  3,
  n0,
  _AED,
  0,
  [_pEI, _aEI, _pV, _sN, _aN, _sT, _lUT, _uB, _st, _i, _o],
  [0, 0, 1, 0, 0, 4, 4, 0, 0, () => ActionExecutionInput$, () => ActionExecutionOutput$]
];
var ActionExecutionFilter$ = [
  3,
  n0,
  _AEF,
  0,
  [_pEI, _lIPE],
  [0, () => LatestInPipelineExecutionFilter$]
];
var ActionExecutionInput$ = [
  3,
  n0,
  _AEI,
  0,
  [_aTI, _co, _rC, _rA, _re, _iA, _nam],
  [() => ActionTypeId$, 128 | 0, 128 | 0, 0, 0, () => ArtifactDetailList, 0]
];
var ActionExecutionOutput$ = [
  3,
  n0,
  _AEO,
  0,
  [_oA, _eR, _oV],
  [() => ArtifactDetailList, () => ActionExecutionResult$, 128 | 0]
];
var ActionExecutionResult$ = [
  3,
  n0,
  _AER,
  0,
  [_eEI, _eES, _eEU, _eD, _lSARN],
  [0, 0, 0, () => ErrorDetails$, 0]
];
var ActionRevision$ = [
  3,
  n0,
  _AR,
  0,
  [_rI, _rCI, _cr],
  [0, 0, 4],
  3
];
var ActionState$ = [
  3,
  n0,
  _AS,
  0,
  [_aN, _cR, _lE, _eU, _rU],
  [0, () => ActionRevision$, () => ActionExecution$, 0, 0]
];
var ActionTypeId$ = [
  3,
  n0,
  _ATI,
  0,
  [_ca, _ow, _pro, _v],
  [0, 0, 0, 0],
  4
];
var ActionTypePermissions$ = [
  3,
  n0,
  _ATP,
  0,
  [_aA],
  [64 | 0],
  1
];
var ApprovalResult$ = [
  3,
  n0,
  _ARp,
  0,
  [_su, _st],
  [0, 0],
  2
];
var ArtifactDetail$ = [
  3,
  n0,
  _ADr,
  0,
  [_na, _sl],
  [0, () => S3Location$]
];
var ArtifactRevision$ = [
  3,
  n0,
  _ARr,
  0,
  [_na, _rI, _rCIe, _rS, _cr, _rU],
  [0, 0, 0, 0, 4, 0]
];
var ArtifactStore$ = [
  3,
  n0,
  _ASr,
  0,
  [_t, _l, _eK],
  [0, 0, () => EncryptionKey$],
  2
];
var BeforeEntryConditions$ = [
  3,
  n0,
  _BEC,
  0,
  [_con],
  [() => ConditionList],
  1
];
var BlockerDeclaration$ = [
  3,
  n0,
  _BD,
  0,
  [_na, _t],
  [0, 0],
  2
];
var Condition$ = [
  3,
  n0,
  _C,
  0,
  [_res, _ru],
  [0, () => RuleDeclarationList]
];
var ConditionExecution$ = [
  3,
  n0,
  _CEo,
  0,
  [_st, _su, _lSC],
  [0, 0, 4]
];
var ConditionState$ = [
  3,
  n0,
  _CS,
  0,
  [_lE, _rSu],
  [() => ConditionExecution$, () => RuleStateList]
];
var CurrentRevision$ = [
  3,
  n0,
  _CR,
  0,
  [_rev, _cI, _cr, _rS],
  [0, 0, 4, 0],
  2
];
var EncryptionKey$ = [
  3,
  n0,
  _EK,
  0,
  [_id, _t],
  [0, 0],
  2
];
var EnvironmentVariable$ = [
  3,
  n0,
  _EV,
  0,
  [_na, _va, _t],
  [0, 0, 0],
  2
];
var ErrorDetails$ = [
  3,
  n0,
  _ED,
  0,
  [_cod, _m],
  [0, 0]
];
var ExecutionDetails$ = [
  3,
  n0,
  _EDx,
  0,
  [_su, _eEI, _pC],
  [0, 0, 1]
];
var ExecutionTrigger$ = [
  3,
  n0,
  _ET,
  0,
  [_tTri, _tD],
  [0, 0]
];
var FailureConditions$ = [
  3,
  n0,
  _FC,
  0,
  [_res, _rCe, _con],
  [0, () => RetryConfiguration$, () => ConditionList]
];
var GetPipelineExecutionInput$ = [
  3,
  n0,
  _GPEI,
  0,
  [_pN, _pEI],
  [0, 0],
  2
];
var GetPipelineExecutionOutput$ = [
  3,
  n0,
  _GPEO,
  0,
  [_pE],
  [() => PipelineExecution$]
];
var GetPipelineInput$ = [
  3,
  n0,
  _GPI,
  0,
  [_na, _v],
  [0, 1],
  1
];
var GetPipelineOutput$ = [
  3,
  n0,
  _GPO,
  0,
  [_pi, _me],
  [() => PipelineDeclaration$, () => PipelineMetadata$]
];
var GetPipelineStateInput$ = [
  3,
  n0,
  _GPSI,
  0,
  [_na],
  [0],
  1
];
var GetPipelineStateOutput$ = [
  3,
  n0,
  _GPSO,
  0,
  [_pN, _pV, _sS, _cr, _up],
  [0, 1, () => StageStateList, 4, 4]
];
var GitBranchFilterCriteria$ = [
  3,
  n0,
  _GBFC,
  0,
  [_in, _exc],
  [64 | 0, 64 | 0]
];
var GitConfiguration$ = [
  3,
  n0,
  _GC,
  0,
  [_sAN, _pu, _pR],
  [0, () => GitPushFilterList, () => GitPullRequestFilterList],
  1
];
var GitFilePathFilterCriteria$ = [
  3,
  n0,
  _GFPFC,
  0,
  [_in, _exc],
  [64 | 0, 64 | 0]
];
var GitPullRequestFilter$ = [
  3,
  n0,
  _GPRF,
  0,
  [_ev, _b, _fP],
  [64 | 0, () => GitBranchFilterCriteria$, () => GitFilePathFilterCriteria$]
];
var GitPushFilter$ = [
  3,
  n0,
  _GPF,
  0,
  [_ta, _b, _fP],
  [() => GitTagFilterCriteria$, () => GitBranchFilterCriteria$, () => GitFilePathFilterCriteria$]
];
var GitTagFilterCriteria$ = [
  3,
  n0,
  _GTFC,
  0,
  [_in, _exc],
  [64 | 0, 64 | 0]
];
var InputArtifact$ = [
  3,
  n0,
  _IA,
  0,
  [_na],
  [0],
  1
];
var JobWorkerExecutorConfiguration$ = [
  3,
  n0,
  _JWEC,
  0,
  [_pA, _pSP],
  [64 | 0, 64 | 0]
];
var LatestInPipelineExecutionFilter$ = [
  3,
  n0,
  _LIPEF,
  0,
  [_pEI, _sTR],
  [0, 0],
  2
];
var ListActionExecutionsInput$ = [
  3,
  n0,
  _LAEI,
  0,
  [_pN, _f, _mR, _nT],
  [0, () => ActionExecutionFilter$, 1, 0],
  1
];
var ListActionExecutionsOutput$ = [
  3,
  n0,
  _LAEO,
  0,
  [_aED, _nT],
  [() => ActionExecutionDetailList, 0]
];
var ListPipelineExecutionsInput$ = [
  3,
  n0,
  _LPEI,
  0,
  [_pN, _mR, _f, _nT],
  [0, 1, () => PipelineExecutionFilter$, 0],
  1
];
var ListPipelineExecutionsOutput$ = [
  3,
  n0,
  _LPEO,
  0,
  [_pES, _nT],
  [() => PipelineExecutionSummaryList, 0]
];
var ListPipelinesInput$ = [
  3,
  n0,
  _LPI,
  0,
  [_nT, _mR],
  [0, 1]
];
var ListPipelinesOutput$ = [
  3,
  n0,
  _LPO,
  0,
  [_pip, _nT],
  [() => PipelineList, 0]
];
var OutputArtifact$ = [
  3,
  n0,
  _OA,
  0,
  [_na, _fil],
  [0, 64 | 0],
  1
];
var PipelineDeclaration$ = [
  3,
  n0,
  _PD,
  0,
  [_na, _rA, _stag, _aS, _aSr, _v, _eMx, _pT, _var, _tr],
  [0, 0, () => PipelineStageDeclarationList, () => ArtifactStore$, () => ArtifactStoreMap, 1, 0, 0, () => PipelineVariableDeclarationList, () => PipelineTriggerDeclarationList],
  3
];
var PipelineExecution$ = [
  3,
  n0,
  _PE,
  0,
  [_pN, _pV, _pEI, _st, _sSt, _aR, _var, _tri, _eMx, _eTx, _rM],
  [0, 1, 0, 0, 0, () => ArtifactRevisionList, () => ResolvedPipelineVariableList, () => ExecutionTrigger$, 0, 0, () => PipelineRollbackMetadata$]
];
var PipelineExecutionFilter$ = [
  3,
  n0,
  _PEF,
  0,
  [_sIS],
  [() => SucceededInStageFilter$]
];
var PipelineExecutionSummary$ = [
  3,
  n0,
  _PES,
  0,
  [_pEI, _st, _sSt, _sT, _lUT, _sR, _tri, _sTt, _eMx, _eTx, _rM],
  [0, 0, 0, 4, 4, () => SourceRevisionList, () => ExecutionTrigger$, () => StopExecutionTrigger$, 0, 0, () => PipelineRollbackMetadata$]
];
var PipelineMetadata$ = [
  3,
  n0,
  _PM,
  0,
  [_pAi, _cr, _up, _pDA],
  [0, 4, 4, 4]
];
var PipelineRollbackMetadata$ = [
  3,
  n0,
  _PRM,
  0,
  [_rTPEI],
  [0]
];
var PipelineSummary$ = [
  3,
  n0,
  _PS,
  0,
  [_na, _v, _pT, _eMx, _cr, _up],
  [0, 1, 0, 0, 4, 4]
];
var PipelineTriggerDeclaration$ = [
  3,
  n0,
  _PTD,
  0,
  [_pTr, _gC],
  [0, () => GitConfiguration$],
  2
];
var PipelineVariable$ = [
  3,
  n0,
  _PV,
  0,
  [_na, _va],
  [0, 0],
  2
];
var PipelineVariableDeclaration$ = [
  3,
  n0,
  _PVD,
  0,
  [_na, _dV, _d],
  [0, 0, 0],
  1
];
var PollForJobsInput$ = [
  3,
  n0,
  _PFJI,
  0,
  [_aTI, _mBS, _qP],
  [() => ActionTypeId$, 1, 128 | 0],
  1
];
var PutApprovalResultInput$ = [
  3,
  n0,
  _PARIu,
  0,
  [_pN, _sN, _aN, _res, _to],
  [0, 0, 0, () => ApprovalResult$, 0],
  5
];
var PutApprovalResultOutput$ = [
  3,
  n0,
  _PAROu,
  0,
  [_aAp],
  [4]
];
var PutJobSuccessResultInput$ = [
  3,
  n0,
  _PJSRI,
  0,
  [_jI, _cR, _cTo, _eDx, _oV],
  [0, () => CurrentRevision$, 0, () => ExecutionDetails$, 128 | 0],
  1
];
var ResolvedPipelineVariable$ = [
  3,
  n0,
  _RPV,
  0,
  [_na, _rV],
  [0, 0]
];
var RetryConfiguration$ = [
  3,
  n0,
  _RC,
  0,
  [_rMe],
  [0]
];
var RetryStageExecutionInput$ = [
  3,
  n0,
  _RSEI,
  0,
  [_pN, _sN, _pEI, _rMe],
  [0, 0, 0, 0],
  4
];
var RetryStageExecutionOutput$ = [
  3,
  n0,
  _RSEO,
  0,
  [_pEI],
  [0]
];
var RetryStageMetadata$ = [
  3,
  n0,
  _RSM,
  0,
  [_aSRA, _mSRA, _lRT],
  [1, 1, 0]
];
var RollbackStageInput$ = [
  3,
  n0,
  _RSI,
  0,
  [_pN, _sN, _tPEI],
  [0, 0, 0],
  3
];
var RollbackStageOutput$ = [
  3,
  n0,
  _RSO,
  0,
  [_pEI],
  [0],
  1
];
var RuleDeclaration$ = [
  3,
  n0,
  _RD,
  0,
  [_na, _rTI, _co, _com, _iA, _rA, _re, _tIM],
  [0, () => RuleTypeId$, 128 | 0, 64 | 0, () => InputArtifactList, 0, 0, 1],
  2
];
var RuleExecution$ = [
  3,
  n0,
  _RE,
  0,
  [_rEI, _st, _su, _lSC, _to, _lUB, _eEI, _eEU, _eD],
  [0, 0, 0, 4, 0, 0, 0, 0, () => ErrorDetails$]
];
var RuleExecutionInput$ = [
  3,
  n0,
  _REI,
  0,
  [_rTI, _co, _rC, _rA, _re, _iA],
  [() => RuleTypeId$, 128 | 0, 128 | 0, 0, 0, () => ArtifactDetailList]
];
var RuleRevision$ = [
  3,
  n0,
  _RR,
  0,
  [_rI, _rCI, _cr],
  [0, 0, 4],
  3
];
var RuleState$ = [
  3,
  n0,
  _RS,
  0,
  [_rN, _cR, _lE, _eU, _rU],
  [0, () => RuleRevision$, () => RuleExecution$, 0, 0]
];
var RuleTypeId$ = [
  3,
  n0,
  _RTI,
  0,
  [_ca, _pro, _ow, _v],
  [0, 0, 0, 0],
  2
];
var S3Location$ = [
  3,
  n0,
  _SL,
  0,
  [_bu, _k],
  [0, 0]
];
var SourceRevision$ = [
  3,
  n0,
  _SR,
  0,
  [_aN, _rI, _rS, _rU],
  [0, 0, 0, 0],
  1
];
var SourceRevisionOverride$ = [
  3,
  n0,
  _SRO,
  0,
  [_aN, _rTe, _rVe],
  [0, 0, 0],
  3
];
var StageConditionsExecution$ = [
  3,
  n0,
  _SCE,
  0,
  [_st, _su],
  [0, 0]
];
var StageConditionState$ = [
  3,
  n0,
  _SCS,
  0,
  [_lE, _cS],
  [() => StageConditionsExecution$, () => ConditionStateList]
];
var StageDeclaration$ = [
  3,
  n0,
  _SD,
  0,
  [_na, _act, _bl, _oF, _oS, _bE],
  [0, () => StageActionDeclarationList, () => StageBlockerDeclarationList, () => FailureConditions$, () => SuccessConditions$, () => BeforeEntryConditions$],
  2
];
var StageExecution$ = [
  3,
  n0,
  _SE,
  0,
  [_pEI, _st, _t],
  [0, 0, 0],
  2
];
var StageState$ = [
  3,
  n0,
  _SS,
  0,
  [_sN, _iE, _iEn, _iTS, _aSc, _lE, _bECS, _oSCS, _oFCS, _rSM],
  [0, () => StageExecution$, () => StageExecutionList, () => TransitionState$, () => ActionStateList, () => StageExecution$, () => StageConditionState$, () => StageConditionState$, () => StageConditionState$, () => RetryStageMetadata$]
];
var StartPipelineExecutionInput$ = [
  3,
  n0,
  _SPEI,
  0,
  [_na, _var, _cRT, _sR],
  [0, () => PipelineVariableList, [0, 4], () => SourceRevisionOverrideList],
  1
];
var StartPipelineExecutionOutput$ = [
  3,
  n0,
  _SPEO,
  0,
  [_pEI],
  [0]
];
var StopExecutionTrigger$ = [
  3,
  n0,
  _SET,
  0,
  [_rea],
  [0]
];
var StopPipelineExecutionInput$ = [
  3,
  n0,
  _SPEIt,
  0,
  [_pN, _pEI, _ab, _rea],
  [0, 0, 2, 0],
  2
];
var StopPipelineExecutionOutput$ = [
  3,
  n0,
  _SPEOt,
  0,
  [_pEI],
  [0]
];
var SucceededInStageFilter$ = [
  3,
  n0,
  _SISF,
  0,
  [_sN],
  [0]
];
var SuccessConditions$ = [
  3,
  n0,
  _SCu,
  0,
  [_con],
  [() => ConditionList],
  1
];
var TargetFilter$ = [
  3,
  n0,
  _TF,
  0,
  [_na, _val],
  [0, 64 | 0]
];
var TransitionState$ = [
  3,
  n0,
  _TS,
  0,
  [_en, _lCB, _lCA, _dR],
  [2, 0, 4, 0]
];
var UntagResourceInput$ = [
  3,
  n0,
  _URI,
  0,
  [_rAe, _tK],
  [0, 64 | 0],
  2
];
var ActionExecutionDetailList = [
  1,
  n0,
  _AEDL,
  0,
  () => ActionExecutionDetail$
];
var ActionStateList = [
  1,
  n0,
  _ASL,
  0,
  () => ActionState$
];
var AllowedAccounts = 64 | 0;
var ArtifactDetailList = [
  1,
  n0,
  _ADL,
  0,
  () => ArtifactDetail$
];
var ArtifactRevisionList = [
  1,
  n0,
  _ARL,
  0,
  () => ArtifactRevision$
];
var CommandList = 64 | 0;
var ConditionList = [
  1,
  n0,
  _CL,
  0,
  () => Condition$
];
var ConditionStateList = [
  1,
  n0,
  _CSL,
  0,
  () => ConditionState$
];
var EnvironmentVariableList = [
  1,
  n0,
  _EVL,
  0,
  () => EnvironmentVariable$
];
var FilePathList = 64 | 0;
var GitBranchPatternList = 64 | 0;
var GitFilePathPatternList = 64 | 0;
var GitPullRequestEventTypeList = 64 | 0;
var GitPullRequestFilterList = [
  1,
  n0,
  _GPRFL,
  0,
  () => GitPullRequestFilter$
];
var GitPushFilterList = [
  1,
  n0,
  _GPFL,
  0,
  () => GitPushFilter$
];
var GitTagPatternList = 64 | 0;
var InputArtifactList = [
  1,
  n0,
  _IAL,
  0,
  () => InputArtifact$
];
var OutputArtifactList = [
  1,
  n0,
  _OAL,
  0,
  () => OutputArtifact$
];
var OutputVariableList = 64 | 0;
var PipelineExecutionSummaryList = [
  1,
  n0,
  _PESL,
  0,
  () => PipelineExecutionSummary$
];
var PipelineList = [
  1,
  n0,
  _PL,
  0,
  () => PipelineSummary$
];
var PipelineStageDeclarationList = [
  1,
  n0,
  _PSDL,
  0,
  () => StageDeclaration$
];
var PipelineTriggerDeclarationList = [
  1,
  n0,
  _PTDL,
  0,
  () => PipelineTriggerDeclaration$
];
var PipelineVariableDeclarationList = [
  1,
  n0,
  _PVDL,
  0,
  () => PipelineVariableDeclaration$
];
var PipelineVariableList = [
  1,
  n0,
  _PVL,
  0,
  () => PipelineVariable$
];
var PollingAccountList = 64 | 0;
var PollingServicePrincipalList = 64 | 0;
var ResolvedPipelineVariableList = [
  1,
  n0,
  _RPVL,
  0,
  () => ResolvedPipelineVariable$
];
var RuleDeclarationList = [
  1,
  n0,
  _RDL,
  0,
  () => RuleDeclaration$
];
var RuleStateList = [
  1,
  n0,
  _RSL,
  0,
  () => RuleState$
];
var SourceRevisionList = [
  1,
  n0,
  _SRL,
  0,
  () => SourceRevision$
];
var SourceRevisionOverrideList = [
  1,
  n0,
  _SROL,
  0,
  () => SourceRevisionOverride$
];
var StageActionDeclarationList = [
  1,
  n0,
  _SADL,
  0,
  () => ActionDeclaration$
];
var StageBlockerDeclarationList = [
  1,
  n0,
  _SBDL,
  0,
  () => BlockerDeclaration$
];
var StageExecutionList = [
  1,
  n0,
  _SEL,
  0,
  () => StageExecution$
];
var StageStateList = [
  1,
  n0,
  _SSL,
  0,
  () => StageState$
];
var TagKeyList = 64 | 0;
var TargetFilterValueList = 64 | 0;
var ActionConfigurationMap = 128 | 0;
var ArtifactStoreMap = [
  2,
  n0,
  _ASM,
  0,
  0,
  () => ArtifactStore$
];
var OutputVariablesMap = 128 | 0;
var QueryParamMap = 128 | 0;
var ResolvedActionConfigurationMap = 128 | 0;
var ResolvedRuleConfigurationMap = 128 | 0;
var RuleConfigurationMap = 128 | 0;
var GetPipeline$ = [
  9,
  n0,
  _GP,
  0,
  () => GetPipelineInput$,
  () => GetPipelineOutput$
];
var GetPipelineExecution$ = [
  9,
  n0,
  _GPE,
  0,
  () => GetPipelineExecutionInput$,
  () => GetPipelineExecutionOutput$
];
var GetPipelineState$ = [
  9,
  n0,
  _GPS,
  0,
  () => GetPipelineStateInput$,
  () => GetPipelineStateOutput$
];
var ListActionExecutions$ = [
  9,
  n0,
  _LAE,
  0,
  () => ListActionExecutionsInput$,
  () => ListActionExecutionsOutput$
];
var ListPipelineExecutions$ = [
  9,
  n0,
  _LPE,
  0,
  () => ListPipelineExecutionsInput$,
  () => ListPipelineExecutionsOutput$
];
var ListPipelines$ = [
  9,
  n0,
  _LP,
  0,
  () => ListPipelinesInput$,
  () => ListPipelinesOutput$
];
var PutApprovalResult$ = [
  9,
  n0,
  _PARu,
  0,
  () => PutApprovalResultInput$,
  () => PutApprovalResultOutput$
];
var RetryStageExecution$ = [
  9,
  n0,
  _RSE,
  0,
  () => RetryStageExecutionInput$,
  () => RetryStageExecutionOutput$
];
var RollbackStage$ = [
  9,
  n0,
  _RSo,
  0,
  () => RollbackStageInput$,
  () => RollbackStageOutput$
];
var StartPipelineExecution$ = [
  9,
  n0,
  _SPE,
  0,
  () => StartPipelineExecutionInput$,
  () => StartPipelineExecutionOutput$
];
var StopPipelineExecution$ = [
  9,
  n0,
  _SPEt,
  0,
  () => StopPipelineExecutionInput$,
  () => StopPipelineExecutionOutput$
];

export {
  resolveClientEndpointParameters,
  commonParams,
  errorTypeRegistries,
  GetPipeline$,
  GetPipelineExecution$,
  GetPipelineState$,
  ListActionExecutions$,
  ListPipelineExecutions$,
  ListPipelines$,
  PutApprovalResult$,
  RetryStageExecution$,
  RollbackStage$,
  StartPipelineExecution$,
  StopPipelineExecution$
};
