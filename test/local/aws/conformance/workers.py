"""Drives CodePipeline's action types, job workers, put revisions and webhooks."""
from codepipeline import NOBODY, SOURCE, ended, pipeline
from driver import until
from settings import run

JENKINS = {'category': 'Build', 'owner': 'Custom', 'provider': 'Jenkins', 'version': '7'}
SNYK = {'category': 'Invoke', 'owner': 'ThirdParty', 'provider': 'Snyk', 'version': '1'}
NAME = 'working'


def drive(driver):
    """After the scenario of pipelines, whose buckets it uses."""
    it = driver.service('codepipeline')
    action_types(it)
    own_workers(it)
    partners_workers(it)
    webhooks(it)
    run(it, [('DeletePipeline', {'name': NAME}), ('DeleteCustomActionType', named(JENKINS))])


def named(type_id):
    return {key: type_id[key] for key in ('category', 'provider', 'version')}


def action_types(it):
    counts = {'minimumCount': 0, 'maximumCount': 5}
    jenkins = {**named(JENKINS), 'inputArtifactDetails': counts, 'outputArtifactDetails': counts,
               'settings': {'entityUrlTemplate': 'https://ci.example/{Config:Project}'},
               'configurationProperties': [{'name': 'Project', 'required': False, 'key': True, 'secret': False}],
               'tags': [{'key': 'team', 'value': 'build'}]}
    run(it, [
        ('ListRuleTypes', {}),
        ('CreateCustomActionType', jenkins),
        ('ValidationException', 'CreateCustomActionType', jenkins),
        ('ValidationException', 'CreateCustomActionType', {**jenkins, 'category': 'Nothing'}),
        ('InvalidTagsException', 'CreateCustomActionType', {**jenkins, 'version': '8', 'tags': [{'key': 'aws:', 'value': ''}]}),
        ('ListActionTypes', {'actionOwnerFilter': 'Custom'}),
        ('ListActionTypes', {'actionOwnerFilter': 'ThirdParty'}),
        ('ActionTypeNotFoundException', 'GetActionType', {**SNYK, 'provider': 'None'}),
        ('ActionTypeNotFoundException', 'PollForJobs', {'actionTypeId': {**JENKINS, 'version': '8'}}),
        ('ActionTypeNotFoundException', 'PollForThirdPartyJobs', {'actionTypeId': {**SNYK, 'version': '8'}}),
    ])
    snyk = it.ok('GetActionType', **SNYK)['actionType']
    it.ok('UpdateActionType', actionType={**snyk, 'description': 'of a test'})
    it.refused('ValidationException', 'UpdateActionType', actionType={**snyk, 'executor': {**snyk['executor'], 'jobTimeout': 1}})
    it.refused('ActionTypeNotFoundException', 'UpdateActionType', actionType={**snyk, 'id': {**SNYK, 'provider': 'None'}})


def working_with(type_id):
    work = {'name': 'Work', 'actionTypeId': type_id, 'inputArtifacts': [{'name': 'App'}],
            'outputArtifacts': [{'name': 'Made'}]}
    return pipeline(NAME, stages=[{'name': 'Source', 'actions': [SOURCE]}, {'name': 'Work', 'actions': [work]}])


def own_workers(it):
    it.ok('CreatePipeline', pipeline=working_with(JENKINS))
    first = it.ok('ListPipelineExecutions', pipelineName=NAME)['pipelineExecutionSummaries'][0]['pipelineExecutionId']
    job = polled(it, 'PollForJobs', JENKINS)
    name = {'jobId': job['id']}
    failure = {'failureDetails': {'type': 'JobFailed', 'message': 'of a test', 'externalExecutionId': '9'}}
    run(it, [
        ('GetJobDetails', name),
        ('InvalidJobStateException', 'PutJobSuccessResult', name),
        ('InvalidNonceException', 'AcknowledgeJob', {**name, 'nonce': '99'}),
        ('AcknowledgeJob', {**name, 'nonce': job['nonce']}),
        ('PutJobSuccessResult', {**name, 'continuationToken': 'half way', 'executionDetails': {
            'summary': 'Working', 'externalExecutionId': '8', 'percentComplete': 50}}),
        ('GetPipelineState', {'name': NAME}),
    ])
    job = polled(it, 'PollForJobs', JENKINS)
    name = {'jobId': job['id']}
    it.ok('AcknowledgeJob', **name, nonce=job['nonce'])
    it.refused('OutputVariablesSizeExceededException', 'PutJobSuccessResult', **name, outputVariables={'A': 'x' * 122_880})
    it.ok('PutJobSuccessResult', **name, outputVariables={'VERSION': '1'})
    ended(it, first, 'Succeeded', NAME)
    second = put_revision(it)
    job = polled(it, 'PollForJobs', JENKINS)
    it.ok('AcknowledgeJob', jobId=job['id'], nonce=job['nonce'])
    it.ok('PutJobFailureResult', jobId=job['id'], **failure)
    ended(it, second, 'Failed', NAME)
    run(it, [
        ('InvalidJobStateException', 'PutJobFailureResult', {'jobId': job['id'], **failure}),
        ('ListActionExecutions', {'pipelineName': NAME}),
        *[('JobNotFoundException', operation, {'jobId': NOBODY, **rest}) for operation, rest in (
            ('GetJobDetails', {}), ('AcknowledgeJob', {'nonce': '1'}), ('PutJobSuccessResult', {}), ('PutJobFailureResult', failure))],
    ])


def put_revision(it):
    """Starts the pipeline once for each revision; the execution."""
    source = {'pipelineName': NAME, 'stageName': 'Source', 'actionName': 'Bundle'}
    revision = {'actionRevision': {'revisionId': '1', 'revisionChangeId': '1', 'created': 0}}
    started = it.ok('PutActionRevision', **source, **revision)
    assert started['newRevision'] and not it.ok('PutActionRevision', **source, **revision)['newRevision']
    run(it, [
        ('PipelineNotFoundException', 'PutActionRevision', {**source, **revision, 'pipelineName': 'none'}),
        ('StageNotFoundException', 'PutActionRevision', {**source, **revision, 'stageName': 'None'}),
        ('ActionNotFoundException', 'PutActionRevision', {**source, **revision, 'actionName': 'None'}),
    ])
    return started['pipelineExecutionId']


def partners_workers(it):
    it.ok('UpdatePipeline', pipeline=working_with(SNYK))
    for put, rest in (('PutThirdPartyJobSuccessResult', {}),
                      ('PutThirdPartyJobFailureResult', {'failureDetails': {'type': 'JobFailed', 'message': 'of a test'}})):
        execution = it.ok('StartPipelineExecution', name=NAME)['pipelineExecutionId']
        job = polled(it, 'PollForThirdPartyJobs', SNYK)
        name = {'jobId': job['jobId'], 'clientToken': job['clientId']}
        nonce = it.ok('GetThirdPartyJobDetails', **name)['jobDetails']['nonce']
        run(it, [
            ('InvalidClientTokenException', 'GetThirdPartyJobDetails', {**name, 'clientToken': 'guess'}),
            ('InvalidClientTokenException', 'AcknowledgeThirdPartyJob', {**name, 'clientToken': 'guess', 'nonce': nonce}),
            ('JobNotFoundException', put, {**name, **rest, 'jobId': NOBODY}),
            ('InvalidJobStateException', put, {**name, **rest}),
            ('AcknowledgeThirdPartyJob', {**name, 'nonce': nonce}),
            (put, {**name, **rest}),
        ])
        ended(it, execution, 'Failed' if rest else 'Succeeded', NAME)


def polled(it, operation, type_id):
    return until(lambda: it.ok(operation, actionTypeId=type_id, maxBatchSize=1)['jobs'])[0]


def webhooks(it):
    hook = {'name': 'hook', 'targetPipeline': NAME, 'targetAction': 'Bundle', 'authentication': 'GITHUB_HMAC',
            'authenticationConfiguration': {'SecretToken': 'secret'},
            'filters': [{'jsonPath': '$.ref', 'matchEquals': 'refs/heads/{Branch}'}]}
    refusals = [
        ('PipelineNotFoundException', {'targetPipeline': 'none'}),
        ('InvalidWebhookAuthenticationParametersException', {'authenticationConfiguration': {}}),
        ('InvalidWebhookFilterPatternException', {'filters': [{'jsonPath': '$[', 'matchEquals': 'a'}]}),
        ('ValidationException', {'authentication': 'NONE'}),
    ]
    run(it, [
        ('PutWebhook', {'webhook': hook, 'tags': [{'key': 'a', 'value': 'b'}]}),
        *[(code, 'PutWebhook', {'webhook': {**hook, **change}}) for code, change in refusals],
        ('RegisterWebhookWithThirdParty', {'webhookName': 'hook'}),
        ('DeregisterWebhookWithThirdParty', {'webhookName': 'hook'}),
        ('WebhookNotFoundException', 'RegisterWebhookWithThirdParty', {'webhookName': 'none'}),
        ('WebhookNotFoundException', 'DeregisterWebhookWithThirdParty', {'webhookName': 'none'}),
        ('ListWebhooks', {'MaxResults': 1}),
        ('InvalidNextTokenException', 'ListWebhooks', {'NextToken': 'nothing'}),
        ('DeleteWebhook', {'name': 'hook'}),
    ])
