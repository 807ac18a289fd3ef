"""Drives every operation of the local CodePipeline, and the main refusals of each."""
import io
import zipfile

from driver import until

ROLE = 'arn:aws:iam::123456789012:role/pipeline'
NOBODY = '00000000-0000-4000-8000-000000000000'
NAME = 'conformance'
SITE = 'conformance-site'


def drive(driver):
    s3 = driver.service('s3')
    version = create_buckets(s3)
    it = driver.service('codepipeline')
    for step in (definitions, stopping, approvals, failure_and_retry, rollback, transitions, conditions, history,
                 tags, refusals):
        step(it, s3, version)
    it.ok('DeletePipeline', name=NAME)
    it.refused('PipelineNotFoundException', 'GetPipeline', name=NAME)


def create_buckets(s3):
    for bucket in ('conformance-source', 'conformance-artifacts'):
        s3.ok('CreateBucket', Bucket=bucket)
    s3.ok('PutBucketVersioning', Bucket='conformance-source', VersioningConfiguration={'Status': 'Enabled'})
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, 'w') as file:
        file.writestr('index.html', '<h1>hello</h1>')
    stored = s3.ok('PutObject', Bucket='conformance-source', Key='app.zip', Body=archive.getvalue(),
                   Metadata={'codepipeline-artifact-revision-summary': 'Say hello'})
    return stored['VersionId']


def action(name, category, provider, **rest):
    return {'name': name, **rest,
            'actionTypeId': {'category': category, 'owner': 'AWS', 'provider': provider, 'version': '1'}}


SOURCE = action('Bundle', 'Source', 'S3', namespace='Source', outputArtifacts=[{'name': 'App'}], configuration={
    'S3Bucket': 'conformance-source', 'S3ObjectKey': 'app.zip', 'PollForSourceChanges': 'false'})
APPROVE = action('Approve', 'Approval', 'Manual', configuration={'CustomData': 'Deploy #{variables.WHO}?'})
DEPLOY = action('Publish', 'Deploy', 'S3', inputArtifacts=[{'name': 'App'}],
                configuration={'BucketName': SITE, 'Extract': 'true'})


def pipeline(name=NAME, stages=None, **rest):
    return {'name': name, 'roleArn': ROLE, 'pipelineType': 'V2', 'executionMode': 'QUEUED',
            'artifactStore': {'type': 'S3', 'location': 'conformance-artifacts'},
            'variables': [{'name': 'WHO', 'defaultValue': 'nobody', 'description': 'who asks'}],
            'stages': stages or stages_of(), **rest}


def stages_of(source=(SOURCE,), gate=(APPROVE,), deploy=(DEPLOY,), **condition):
    return [{'name': 'Source', 'actions': list(source)}, {'name': 'Gate', 'actions': list(gate)},
            {'name': 'Deploy', 'actions': list(deploy), **condition}]


def definitions(it, *_):
    created = it.ok('CreatePipeline', pipeline=pipeline(), tags=[{'key': 'team', 'value': 'shop'}])
    it.refused('PipelineNameInUseException', 'CreatePipeline', pipeline=pipeline())
    unusable = [
        ('InvalidStructureException', pipeline('a', stages=stages_of()[:1])),
        ('InvalidActionDeclarationException', pipeline('a', stages=stages_of(deploy=[DEPLOY, DEPLOY]))),
        ('InvalidStageDeclarationException', pipeline('a', stages=stages_of(gate=[]))),
        ('InvalidStageDeclarationException', pipeline('a', stages=[*stages_of(), stages_of()[1]])),
        ('ValidationException', pipeline('a', stages=[*stages_of(), {'name': 'a b', 'actions': [APPROVE]}])),
        ('InvalidActionDeclarationException', pipeline('a', stages=stages_of(gate=[action('X', 'Approval', 'None')]))),
    ]
    for code, declaration in unusable:
        it.refused(code, 'CreatePipeline', pipeline=declaration)
    it.refused('InvalidTagsException', 'CreatePipeline', pipeline=pipeline('a'), tags=[{'key': 'aws:a', 'value': 'b'}])
    it.refused('ValidationException', 'CreatePipeline')
    it.refused('SerializationException', 'CreatePipeline', pipeline={'name': ['a']})
    it.ok('GetPipeline', name=NAME)
    it.ok('GetPipeline', name=NAME, version=1)
    it.refused('PipelineVersionNotFoundException', 'GetPipeline', name=NAME, version=7)
    assert it.ok('UpdatePipeline', pipeline=created['pipeline'])['pipeline']['version'] == 2
    it.refused('InvalidStructureException', 'UpdatePipeline', pipeline=pipeline(stages=stages_of()[:1]))
    it.ok('CreatePipeline', pipeline=pipeline('other', executionMode='PARALLEL'))
    assert [one['name'] for one in it.pages('ListPipelines', 'pipelines', maxResults=1)][:2] == [NAME, 'other']
    it.refused('InvalidNextTokenException', 'ListPipelines', nextToken='nothing')
    until(lambda: it.ok('GetPipelineState', name='other')['stageStates'])
    it.ok('DeletePipeline', name='other')
    it.ok('ListActionTypes')
    it.ok('ListActionTypes', actionOwnerFilter='AWS')


def gate(it, execution):
    """The action state of the approval, once that execution waits there."""
    def ask():
        states = {stage['stageName']: stage for stage in it.ok('GetPipelineState', name=NAME)['stageStates']}
        if states['Gate'].get('latestExecution', {}).get('pipelineExecutionId') == execution:
            latest = states['Gate']['actionStates'][0].get('latestExecution', {})
            return latest if latest.get('token') else None
    return until(ask)


def start(it, **rest):
    return it.ok('StartPipelineExecution', name=NAME, **rest)['pipelineExecutionId']


def answer(it, token, status='Approved', summary='as Ada says'):
    it.ok('PutApprovalResult', **approval(token, result={'status': status, 'summary': summary}))


def approval(token, **change):
    return {'pipelineName': NAME, 'stageName': 'Gate', 'actionName': 'Approve', 'token': token,
            'result': {'status': 'Approved', 'summary': ''}, **change}


def ended(it, execution, status, name=NAME):
    def ask():
        found = it.ok('GetPipelineExecution', pipelineName=name, pipelineExecutionId=execution)['pipelineExecution']
        return found['status'] not in ('InProgress', 'Stopping') and found
    found = until(ask)
    if found['status'] != status:
        it.driver.fail(f"codepipeline: execution ended {found['status']}, wanted {status}")
    return found


def stopping(it, *_):
    """Stops the run that came with the pipeline, in both ways."""
    first = it.ok('ListPipelineExecutions', pipelineName=NAME)['pipelineExecutionSummaries'][0]['pipelineExecutionId']
    gate(it, first)
    stop = {'pipelineName': NAME, 'pipelineExecutionId': first}
    it.ok('StopPipelineExecution', **stop, reason='a test')
    it.refused('DuplicatedStopRequestException', 'StopPipelineExecution', **stop)
    it.ok('GetPipelineState', name=NAME)
    it.ok('StopPipelineExecution', **stop, abandon=True)
    ended(it, first, 'Stopped')
    it.refused('PipelineExecutionNotStoppableException', 'StopPipelineExecution', **stop)
    it.refused('ValidationException', 'StopPipelineExecution', **stop, reason='a' * 201)


def approvals(it, _, version):
    override = [{'actionName': 'Bundle', 'revisionType': 'S3_OBJECT_VERSION_ID', 'revisionValue': version}]
    request = {'clientRequestToken': 'token-1', 'sourceRevisions': override,
               'variables': [{'name': 'WHO', 'value': 'Ada'}]}
    execution = start(it, **request)
    assert start(it, **request) == execution
    it.refused('ValidationException', 'StartPipelineExecution', name=NAME, variables=[{'name': 'NO', 'value': 'x'}])
    it.refused('ValidationException', 'StartPipelineExecution', name=NAME,
               sourceRevisions=[{**override[0], 'actionName': 'None'}])
    token = gate(it, execution)['token']
    refusals = [
        ('InvalidApprovalTokenException', approval(NOBODY)),
        ('ActionNotFoundException', approval(token, actionName='None')),
        ('StageNotFoundException', approval(token, stageName='None')),
        ('PipelineNotFoundException', approval(token, pipelineName='None')),
        ('ValidationException', approval(token, result={'status': 'Maybe', 'summary': ''})),
        ('ValidationException', approval(token, result={'status': 'Approved', 'summary': 'a' * 513})),
    ]
    for code, request in refusals:
        it.refused(code, 'PutApprovalResult', **request)
    answer(it, token)
    it.refused('ApprovalAlreadyCompletedException', 'PutApprovalResult', **approval(token))
    # The bucket to deploy to is not there yet.
    ended(it, execution, 'Failed')
    rejected = start(it)
    answer(it, gate(it, rejected)['token'], 'Rejected')
    ended(it, rejected, 'Failed')


def failure_and_retry(it, s3, _):
    execution = start(it)
    answer(it, gate(it, execution)['token'])
    ended(it, execution, 'Failed')
    retry = {'pipelineName': NAME, 'stageName': 'Deploy', 'pipelineExecutionId': execution}
    it.refused('StageNotFoundException', 'RetryStageExecution', **{**retry, 'stageName': 'None'}, retryMode='ALL_ACTIONS')
    it.refused('StageNotRetryableException', 'RetryStageExecution', **{**retry, 'stageName': 'Gate'},
               retryMode='FAILED_ACTIONS')
    it.refused('ValidationException', 'RetryStageExecution', **retry, retryMode='NONE')
    it.ok('RetryStageExecution', **retry, retryMode='FAILED_ACTIONS')
    ended(it, execution, 'Failed')
    s3.ok('CreateBucket', Bucket=SITE)
    it.ok('RetryStageExecution', **retry, retryMode='ALL_ACTIONS')
    ended(it, execution, 'Succeeded')
    it.ok('GetPipelineState', name=NAME)


def rollback(it, *_):
    target = it.ok('ListPipelineExecutions', pipelineName=NAME, filter={'succeededInStage': {'stageName': 'Deploy'}})
    request = {'pipelineName': NAME, 'stageName': 'Deploy',
               'targetPipelineExecutionId': target['pipelineExecutionSummaries'][0]['pipelineExecutionId']}
    rolled_back = it.ok('RollbackStage', **request)['pipelineExecutionId']
    assert ended(it, rolled_back, 'Succeeded')['executionType'] == 'ROLLBACK'
    refusals = [
        ('StageNotFoundException', {'stageName': 'None'}),
        ('PipelineNotFoundException', {'pipelineName': 'None'}),
        ('PipelineExecutionNotFoundException', {'targetPipelineExecutionId': NOBODY}),
        ('UnableToRollbackStageException', {'stageName': 'Source'}),
        ('UnableToRollbackStageException', {'targetPipelineExecutionId': rolled_back}),
    ]
    for code, change in refusals:
        it.refused(code, 'RollbackStage', **{**request, **change})


def transitions(it, *_):
    inbound = {'pipelineName': NAME, 'stageName': 'Gate', 'transitionType': 'Inbound'}
    it.refused('ValidationException', 'DisableStageTransition', **inbound, reason='no, not: this')
    it.refused('StageNotFoundException', 'DisableStageTransition', **{**inbound, 'stageName': 'None'}, reason='a')
    it.refused('StageNotFoundException', 'EnableStageTransition', **{**inbound, 'stageName': 'None'})
    it.ok('DisableStageTransition', **inbound, reason='Closed for a test!')
    execution = start(it)
    until(lambda: it.ok('GetPipelineState', name=NAME)['stageStates'][1].get('inboundExecutions'))
    it.ok('EnableStageTransition', **inbound)
    gate(it, execution)
    it.ok('StopPipelineExecution', pipelineName=NAME, pipelineExecutionId=execution, abandon=True)
    ended(it, execution, 'Stopped')


def conditions(it, *_):
    rule = {'name': 'Who', 'ruleTypeId': {'category': 'Rule', 'owner': 'AWS', 'provider': 'VariableCheck', 'version': '1'},
            'configuration': {'Variable': '#{variables.WHO}', 'Operator': 'EQ', 'Value': 'Ada'}}
    entry = {'conditions': [{'result': 'FAIL', 'rules': [rule]}]}
    it.ok('CreatePipeline', pipeline=pipeline('guarded', stages=[
        stage for stage in stages_of(beforeEntry=entry) if stage['name'] != 'Gate']))
    first = it.ok('ListPipelineExecutions', pipelineName='guarded')['pipelineExecutionSummaries'][0]['pipelineExecutionId']
    override = {'pipelineName': 'guarded', 'stageName': 'Deploy', 'pipelineExecutionId': first,
                'conditionType': 'BEFORE_ENTRY'}
    ended(it, first, 'Failed', 'guarded')
    refusals = [
        ('ConditionNotOverridableException', {'conditionType': 'ON_SUCCESS'}),
        ('StageNotFoundException', {'stageName': 'None'}),
        ('NotLatestPipelineExecutionException', {'pipelineExecutionId': NOBODY}),
        ('ValidationException', {'conditionType': 'NEVER'}),
    ]
    for code, change in refusals:
        it.refused(code, 'OverrideStageCondition', **{**override, **change})
    it.ok('GetPipelineState', name='guarded')
    it.ok('OverrideStageCondition', **override)
    ended(it, first, 'Succeeded', 'guarded')
    by_execution = {'latestInPipelineExecution': {'pipelineExecutionId': first, 'startTimeRange': 'All'}}
    for chosen in ({}, {'pipelineExecutionId': first}, by_execution):
        assert it.pages('ListRuleExecutions', 'ruleExecutionDetails', pipelineName='guarded', filter=chosen, maxResults=1)
    it.refused('PipelineExecutionNotFoundException', 'ListRuleExecutions', pipelineName='guarded',
               filter={'pipelineExecutionId': NOBODY})
    it.ok('GetPipelineState', name='guarded')
    it.ok('DeletePipeline', name='guarded')


def history(it, *_):
    executions = it.pages('ListPipelineExecutions', 'pipelineExecutionSummaries', pipelineName=NAME, maxResults=1)
    assert len(executions) == 6, executions
    newest = executions[0]['pipelineExecutionId']
    latest = {'latestInPipelineExecution': {'pipelineExecutionId': newest, 'startTimeRange': 'Latest'}}
    for chosen in ({}, {'pipelineExecutionId': newest}, latest):
        actions = it.pages('ListActionExecutions', 'actionExecutionDetails', pipelineName=NAME, filter=chosen, maxResults=1)
    it.ok('ListDeployActionExecutionTargets', pipelineName=NAME, actionExecutionId=actions[0]['actionExecutionId'])
    it.refused('ActionExecutionNotFoundException', 'ListDeployActionExecutionTargets', pipelineName=NAME,
               actionExecutionId=NOBODY)
    for operation in ('ListPipelineExecutions', 'ListActionExecutions', 'ListRuleExecutions'):
        it.refused('InvalidNextTokenException', operation, pipelineName=NAME, nextToken='nothing')
        it.refused('ValidationException', operation, pipelineName=NAME, maxResults=101)


def tags(it, *_):
    arn = it.ok('GetPipeline', name=NAME)['metadata']['pipelineArn']
    it.ok('TagResource', resourceArn=arn, tags=[{'key': 'stage', 'value': 'test'}])
    assert len(it.pages('ListTagsForResource', 'tags', resourceArn=arn, maxResults=1)) == 2
    it.ok('UntagResource', resourceArn=arn, tagKeys=['stage'])
    many = [{'key': str(number), 'value': ''} for number in range(51)]
    it.refused('TooManyTagsException', 'TagResource', resourceArn=arn, tags=many)
    for operation, rest in (('TagResource', {'tags': []}), ('UntagResource', {'tagKeys': []}), ('ListTagsForResource', {})):
        it.refused('InvalidArnException', operation, resourceArn='arn', **rest)
        it.refused('ResourceNotFoundException', operation, resourceArn=arn + '-none', **rest)


def refusals(it, *_):
    """Of a pipeline or an execution that is not there."""
    stage = {'pipelineName': 'none', 'stageName': 'Gate'}
    execution = {'pipelineName': 'none', 'pipelineExecutionId': NOBODY}
    absent = [
        ('GetPipelineState', {'name': 'none'}),
        ('StartPipelineExecution', {'name': 'none'}),
        ('UpdatePipeline', {'pipeline': pipeline('none')}),
        ('GetPipelineExecution', execution),
        ('StopPipelineExecution', execution),
        ('RetryStageExecution', {**stage, **execution, 'retryMode': 'ALL_ACTIONS'}),
        ('OverrideStageCondition', {**stage, **execution, 'conditionType': 'ON_SUCCESS'}),
        ('DisableStageTransition', {**stage, 'transitionType': 'Inbound', 'reason': 'a'}),
        ('EnableStageTransition', {**stage, 'transitionType': 'Inbound'}),
        ('ListPipelineExecutions', {'pipelineName': 'none'}),
        ('ListActionExecutions', {'pipelineName': 'none'}),
        ('ListRuleExecutions', {'pipelineName': 'none'}),
        ('ListDeployActionExecutionTargets', {'pipelineName': 'none', 'actionExecutionId': NOBODY}),
    ]
    for operation, parameters in absent:
        it.refused('PipelineNotFoundException', operation, **parameters)
    it.refused('PipelineExecutionNotFoundException', 'GetPipelineExecution', pipelineName=NAME,
               pipelineExecutionId=NOBODY)
    it.ok('DeletePipeline', name='none')
