"""Drives CodeBuild, and CodeDeploy with the hosts of the sample, which are tagged Name=shop-production."""
import io
import zipfile

from botocore.exceptions import ClientError

from driver import until
from settings import run

ROLE = 'arn:aws:iam::123456789012:role/service'
APPLICATION = {'applicationName': 'conformance'}
GROUP = {**APPLICATION, 'deploymentGroupName': 'group'}
CONFIG = {'deploymentConfigName': 'conformance-half'}


def drive(driver):
    codebuild = driver.service('codebuild')
    builds(codebuild)
    reports(codebuild)
    s3 = driver.service('s3')
    s3.ok('CreateBucket', Bucket='conformance-bundles')
    deploys(driver.service('codedeploy'), s3)


def builds(it):
    name = {'projectName': 'conformance'}
    buildspec = 'version: 0.2\nphases:\n  build:\n    commands:\n      - {}\n'
    project = {'name': 'conformance', 'artifacts': {'type': 'NO_ARTIFACTS'}, 'serviceRole': ROLE,
               'source': {'type': 'NO_SOURCE', 'buildspec': buildspec.format('echo hello')},
               'environment': {'type': 'LINUX_CONTAINER', 'image': 'local', 'computeType': 'BUILD_GENERAL1_SMALL'}}
    run(it, [
        ('CreateProject', project),
        ('ResourceAlreadyExistsException', 'CreateProject', project),
        ('InvalidInputException', 'CreateProject', {**project, 'name': '?'}),
        ('InvalidInputException', 'CreateProject', {}),
        ('UpdateProject', {'name': 'conformance', 'description': 'of a test'}),
        ('ResourceNotFoundException', 'UpdateProject', {'name': 'none'}),
        ('BatchGetProjects', {'names': ['conformance', 'none']}),
        ('ListProjects', {'sortBy': 'NAME', 'sortOrder': 'DESCENDING'}),
        ('InvalidInputException', 'ListProjects', {'nextToken': 'nothing'}),
        ('ResourceNotFoundException', 'StartBuild', {'projectName': 'none'}),
        ('ResourceNotFoundException', 'RetryBuild', {'id': 'none:1'}),
        ('ResourceNotFoundException', 'StopBuild', {'id': 'none:1'}),
        ('InvalidInputException', 'StopBuild', {'id': 'none'}),
        ('InvalidInputException', 'BatchGetBuilds', {'ids': ['none']}),
    ])
    variables = [{'name': 'WHO', 'value': 'Ada', 'type': 'PLAINTEXT'}]
    first = it.ok('StartBuild', **name, environmentVariablesOverride=variables, idempotencyToken='one')['build']['id']
    built(it, first, 'SUCCEEDED')
    built(it, it.ok('RetryBuild', id=first)['build']['id'], 'SUCCEEDED')
    failing = it.ok('StartBuild', **name, buildspecOverride=buildspec.format('exit 3'))['build']['id']
    built(it, failing, 'FAILED')
    slow = it.ok('StartBuild', **name, buildspecOverride=buildspec.format('sleep 60'))['build']['id']
    it.refused('InvalidInputException', 'RetryBuild', id=slow)
    it.ok('StopBuild', id=slow)
    built(it, slow, 'STOPPED')
    run(it, [
        ('BatchGetBuilds', {'ids': [first, 'none:1']}),
        ('ListBuilds', {}),
        ('ListBuildsForProject', name),
        ('ResourceNotFoundException', 'ListBuildsForProject', {'projectName': 'none'}),
        ('DeleteProject', {'name': 'conformance'}),
    ])


def reports(it):
    """A build that writes a JUnit report, and the report group that comes of it."""
    commands = '''printf '<testsuite><testcase name="t" time="0.5"/></testsuite>' > report.xml'''
    buildspec = f"""version: 0.2\nphases:\n  build:\n    commands:\n      - {commands}
reports:\n  tests:\n    files: [report.xml]\n"""
    it.ok('CreateProject', name='reporting', artifacts={'type': 'NO_ARTIFACTS'}, serviceRole=ROLE,
          source={'type': 'NO_SOURCE', 'buildspec': buildspec},
          environment={'type': 'LINUX_CONTAINER', 'image': 'local', 'computeType': 'BUILD_GENERAL1_SMALL'})
    built(it, it.ok('StartBuild', projectName='reporting')['build']['id'], 'SUCCEEDED')
    report = it.ok('ListReports')['reports'][0]
    [group] = it.ok('ListReportGroups', sortBy='NAME')['reportGroups']
    other = it.ok('CreateReportGroup', name='other', type='TEST', exportConfig={'exportConfigType': 'NO_EXPORT'})
    other = other['reportGroup']['arn']
    none = other.replace('other', 'none')
    run(it, [
        ('ResourceAlreadyExistsException', 'CreateReportGroup', {
            'name': 'other', 'type': 'TEST', 'exportConfig': {'exportConfigType': 'NO_EXPORT'}}),
        ('UpdateReportGroup', {'arn': other, 'exportConfig': {'exportConfigType': 'NO_EXPORT'}}),
        ('ResourceNotFoundException', 'UpdateReportGroup', {'arn': none}),
        ('BatchGetReportGroups', {'reportGroupArns': [group, none]}),
        ('ListReportsForReportGroup', {'reportGroupArn': group, 'filter': {'status': 'SUCCEEDED'}}),
        ('ResourceNotFoundException', 'ListReportsForReportGroup', {'reportGroupArn': none}),
        ('BatchGetReports', {'reportArns': [report, report + '0']}),
        ('DescribeTestCases', {'reportArn': report}),
        ('ResourceNotFoundException', 'DescribeTestCases', {'reportArn': report + '0'}),
        ('DeleteReport', {'arn': report}),
        ('DeleteReportGroup', {'arn': group, 'deleteReports': True}),
        ('DeleteReportGroup', {'arn': other}),
        ('DeleteProject', {'name': 'reporting'}),
    ])


def built(it, identifier, status):
    def ask():
        build = it.ok('BatchGetBuilds', ids=[identifier])['builds'][0]
        return build['buildComplete'] and build
    found = until(ask)['buildStatus']
    if found != status:
        it.driver.fail(f'codebuild: a build ended {found}, wanted {status}')


def deploys(it, s3):
    settings(it)
    required(it)
    instances(it)
    good = revision(s3, 'good.zip', 'echo ready')
    registered = {**APPLICATION, 'revision': good}
    run(it, [
        ('RegisterApplicationRevision', {**registered, 'description': 'one'}),
        ('GetApplicationRevision', registered),
        ('RevisionDoesNotExistException', 'GetApplicationRevision', {**APPLICATION, 'revision': revision(s3, 'n', '')}),
        ('BatchGetApplicationRevisions', {**APPLICATION, 'revisions': [good]}),
        ('ListApplicationRevisions', {**APPLICATION, 'sortBy': 'registerTime', 'sortOrder': 'descending'}),
        ('InvalidRevisionException', 'CreateDeployment', {**GROUP, 'revision': {'revisionType': 'GitHub'}}),
        ('RevisionRequiredException', 'CreateDeployment', GROUP),
        ('DeploymentGroupDoesNotExistException', 'CreateDeployment', {**GROUP, 'deploymentGroupName': 'none'}),
    ])
    deployment = it.ok('CreateDeployment', **GROUP, revision=good, description='one')['deploymentId']
    deployed(it, deployment, 'Succeeded')
    look(it, deployment)
    bad = it.ok('CreateDeployment', **GROUP, revision=revision(s3, 'bad.zip', 'echo no; exit 1'))['deploymentId']
    deployed(it, bad, 'Failed')
    look(it, bad)
    slow = it.ok('CreateDeployment', **GROUP, revision=revision(s3, 'slow.zip', 'sleep 60'))['deploymentId']
    until(lambda: it.ok('GetDeployment', deploymentId=slow)['deploymentInfo']['status'] == 'InProgress')
    it.refused('UnsupportedActionForDeploymentTypeException', 'ContinueDeployment', deploymentId=slow)
    it.ok('StopDeployment', deploymentId=slow)
    deployed(it, slow, 'Stopped')
    named = {'deploymentId': deployment}
    run(it, [
        ('DeploymentAlreadyCompletedException', 'StopDeployment', named),
        ('UnsupportedActionForDeploymentTypeException', 'ContinueDeployment', named),
        ('UnsupportedActionForDeploymentTypeException', 'SkipWaitTimeForInstanceTermination', named),
        ('BatchGetDeployments', {'deploymentIds': [deployment, bad]}),
        ('ListDeployments', {**GROUP, 'includeOnlyStatuses': ['Succeeded', 'Failed']}),
        ('GetDeploymentGroup', GROUP),
        ('DeploymentDoesNotExistException', 'GetDeployment', {'deploymentId': 'd-ABCDEFGHI'}),
        ('InvalidDeploymentIdException', 'GetDeployment', {'deploymentId': 'none'}),
        ('DeleteDeploymentGroup', GROUP),
        ('DeleteApplication', APPLICATION),
        ('DeleteDeploymentConfig', CONFIG),
    ])


def settings(it):
    """Applications, their groups and configurations."""
    tags = [{'Key': 'Name', 'Value': 'shop-production', 'Type': 'KEY_AND_VALUE'}]
    application = {'ResourceArn': 'arn:aws:codedeploy:us-east-1:123456789012:application:conformance'}
    half = {'minimumHealthyHosts': {'type': 'FLEET_PERCENT', 'value': 50}}
    run(it, [
        ('CreateApplication', {**APPLICATION, 'computePlatform': 'Server', 'tags': [{'Key': 'a', 'Value': 'b'}]}),
        ('ApplicationAlreadyExistsException', 'CreateApplication', APPLICATION),
        ('InvalidApplicationNameException', 'CreateApplication', {'applicationName': '?'}),
        ('GetApplication', APPLICATION),
        ('ApplicationDoesNotExistException', 'GetApplication', {'applicationName': 'none'}),
        ('BatchGetApplications', {'applicationNames': ['conformance']}),
        ('ListApplications', {}),
        ('UpdateApplication', {**APPLICATION, 'newApplicationName': 'other'}),
        ('UpdateApplication', {'applicationName': 'other', 'newApplicationName': 'conformance'}),
        ('ListTagsForResource', application),
        ('TagResource', {**application, 'Tags': [{'Key': 'c', 'Value': 'd'}]}),
        ('UntagResource', {**application, 'TagKeys': ['c']}),
        ('CreateDeploymentConfig', {**CONFIG, **half}),
        ('DeploymentConfigAlreadyExistsException', 'CreateDeploymentConfig', {**CONFIG, **half}),
        ('ListDeploymentConfigs', {}),
        ('DeploymentConfigDoesNotExistException', 'GetDeploymentConfig', {'deploymentConfigName': 'none'}),
        ('CreateDeploymentGroup', {**GROUP, **CONFIG, 'serviceRoleArn': ROLE, 'ec2TagFilters': tags,
                                   'autoRollbackConfiguration': {'enabled': False, 'events': []}}),
        ('DeploymentGroupAlreadyExistsException', 'CreateDeploymentGroup', {**GROUP, 'serviceRoleArn': ROLE}),
        ('DeploymentConfigInUseException', 'DeleteDeploymentConfig', CONFIG),
        ('GetDeploymentGroup', GROUP),
        ('DeploymentGroupDoesNotExistException', 'GetDeploymentGroup', {**GROUP, 'deploymentGroupName': 'none'}),
        ('BatchGetDeploymentGroups', {**APPLICATION, 'deploymentGroupNames': ['group', 'none']}),
        ('ListDeploymentGroups', APPLICATION),
        ('UpdateDeploymentGroup', {**APPLICATION, 'currentDeploymentGroupName': 'group',
                                   'deploymentConfigName': 'CodeDeployDefault.AllAtOnce'}),
    ])
    for name in it.ok('ListDeploymentConfigs')['deploymentConfigsList']:
        it.ok('GetDeploymentConfig', deploymentConfigName=name)


def required(it):
    """CodeDeploy has an error of its own for each member that must be given."""
    model = it.client.meta.service_model
    for name in model.operation_names:
        operation = model.operation_model(name)
        members = operation.input_shape.required_members if operation.input_shape else []
        if not members:
            continue
        try:
            it.call(name)
            it.driver.fail(f'codedeploy {name} works without {members}')
        except ClientError as error:
            code = error.response['Error']['Code']
            if code not in {shape.name for shape in operation.error_shapes} | {'UnknownOperationException'}:
                it.driver.fail(f'codedeploy {name} without {members} answers {code}')


def instances(it):
    machine = {'instanceName': 'basement'}
    tagged = {'instanceNames': ['basement'], 'tags': [{'Key': 'a', 'Value': 'b'}]}
    run(it, [
        ('InstanceNameRequiredException', 'RegisterOnPremisesInstance', {}),
        ('IamArnRequiredException', 'RegisterOnPremisesInstance', machine),
        ('RegisterOnPremisesInstance', {**machine, 'iamUserArn': 'arn:aws:iam::123456789012:user/basement'}),
        ('AddTagsToOnPremisesInstances', tagged),
        ('GetOnPremisesInstance', machine),
        ('InstanceNotRegisteredException', 'GetOnPremisesInstance', {'instanceName': 'none'}),
        ('BatchGetOnPremisesInstances', {'instanceNames': ['basement']}),
        ('ListOnPremisesInstances', {'registrationStatus': 'Registered'}),
        ('RemoveTagsFromOnPremisesInstances', tagged),
        ('DeregisterOnPremisesInstance', machine),
        ('GetOnPremisesInstance', machine),
    ])


def revision(s3, key, command):
    """A bundle whose ValidateService hook runs the command."""
    appspec = 'version: 0.0\nos: linux\nhooks:\n  ValidateService:\n    - location: check.sh\n      timeout: 60\n'
    bundle = io.BytesIO()
    with zipfile.ZipFile(bundle, 'w') as file:
        file.writestr('appspec.yml', appspec)
        file.writestr('check.sh', f'#!/bin/sh\n{command}\n')
    s3.ok('PutObject', Bucket='conformance-bundles', Key=key, Body=bundle.getvalue())
    return {'revisionType': 'S3', 's3Location': {'bucket': 'conformance-bundles', 'key': key, 'bundleType': 'zip'}}


def deployed(it, deployment, status):
    def ask():
        info = it.ok('GetDeployment', deploymentId=deployment)['deploymentInfo']
        return info if 'completeTime' in info else None
    found = until(ask)['status']
    if found != status:
        it.driver.fail(f'codedeploy: a deployment ended {found}, wanted {status}')


def look(it, deployment):
    """At the deployment's targets, in the newer and the older way."""
    named = {'deploymentId': deployment}
    targets = it.ok('ListDeploymentTargets', **named, targetFilters={'TargetStatus': ['Succeeded', 'Failed']})['targetIds']
    run(it, [
        ('GetDeploymentTarget', {**named, 'targetId': targets[0]}),
        ('BatchGetDeploymentTargets', {**named, 'targetIds': targets}),
        ('DeploymentTargetDoesNotExistException', 'GetDeploymentTarget', {**named, 'targetId': 'i-00000000'}),
        ('ListDeploymentInstances', named),
        ('GetDeploymentInstance', {**named, 'instanceId': targets[0]}),
        ('BatchGetDeploymentInstances', {**named, 'instanceIds': targets}),
        ('InstanceDoesNotExistException', 'GetDeploymentInstance', {**named, 'instanceId': 'i-00000000'}),
    ])
