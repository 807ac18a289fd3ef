"""Drives Parameter Store, Secrets Manager and CloudWatch Logs."""
import time

DAY_MS = 86_400_000


def drive(driver):
    parameters(driver.service('ssm'))
    secrets(driver.service('secretsmanager'))
    logs(driver.service('logs'))


def run(it, steps):
    """Steps are (operation, parameters) or, for what is refused, (code, operation, parameters)."""
    for step in steps:
        if len(step) == 2:
            it.ok(step[0], **step[1])
        else:
            it.refused(step[0], step[1], **step[2])


def parameters(it):
    url = {'Name': '/conformance/prod/URL'}
    key = {'Name': '/conformance/prod/KEY'}
    tagged = {'ResourceType': 'Parameter', 'ResourceId': key['Name']}
    by_path = {'Path': '/conformance', 'Recursive': True}
    run(it, [
        ('PutParameter', {**url, 'Type': 'String', 'Value': 'a', 'Description': 'where', 'AllowedPattern': '[a-z]+'}),
        ('PutParameter', {**key, 'Type': 'SecureString', 'Value': 'b', 'Tags': [{'Key': 'team', 'Value': 'shop'}]}),
        ('PutParameter', {'Name': '/conformance/LIST', 'Type': 'StringList', 'Value': 'a,b'}),
        ('PutParameter', {**url, 'Value': 'c', 'Overwrite': True}),
        ('ParameterAlreadyExists', 'PutParameter', {**url, 'Type': 'String', 'Value': 'd'}),
        ('ParameterPatternMismatchException', 'PutParameter', {**url, 'Value': 'D', 'Overwrite': True}),
        ('ValidationException', 'PutParameter', {'Name': 'aws-x', 'Type': 'String', 'Value': 'd'}),
        ('ValidationException', 'PutParameter', {'Type': 'String'}),
        ('GetParameter', url),
        ('GetParameter', {'Name': url['Name'] + ':1'}),
        ('GetParameter', key),
        ('GetParameter', {**key, 'WithDecryption': True}),
        ('ParameterNotFound', 'GetParameter', {'Name': '/none'}),
        ('ParameterVersionNotFound', 'GetParameter', {'Name': url['Name'] + ':9'}),
        ('GetParameters', {'Names': [url['Name'], key['Name'], '/none'], 'WithDecryption': True}),
        ('GetParametersByPath', by_path),
        ('GetParametersByPath', {**by_path, 'MaxResults': 1}),
        ('ValidationException', 'GetParametersByPath', {'Path': 'conformance'}),
        ('InvalidNextToken', 'GetParametersByPath', {**by_path, 'NextToken': 'nothing'}),
        ('InvalidFilterKey', 'GetParametersByPath', {**by_path, 'ParameterFilters': [{'Key': 'None', 'Values': ['a']}]}),
        ('GetParameterHistory', url),
        ('ParameterNotFound', 'GetParameterHistory', {'Name': '/none'}),
        ('DescribeParameters', {}),
        ('DescribeParameters', {'ParameterFilters': [{'Key': 'Name', 'Option': 'BeginsWith', 'Values': ['/conf']}]}),
        ('LabelParameterVersion', {**url, 'ParameterVersion': 1, 'Labels': ['live', 'aws-no']}),
        ('GetParameter', {'Name': url['Name'] + ':live'}),
        ('ParameterVersionNotFound', 'LabelParameterVersion', {**url, 'ParameterVersion': 9, 'Labels': ['a']}),
        ('GetParameterHistory', url),
        ('UnlabelParameterVersion', {**url, 'ParameterVersion': 1, 'Labels': ['live', 'none']}),
        ('AddTagsToResource', {**tagged, 'Tags': [{'Key': 'a', 'Value': 'b'}]}),
        ('ListTagsForResource', tagged),
        ('RemoveTagsFromResource', {**tagged, 'TagKeys': ['a']}),
        ('InvalidResourceId', 'ListTagsForResource', {**tagged, 'ResourceId': '/none'}),
        ('InvalidResourceType', 'ListTagsForResource', {**tagged, 'ResourceType': 'Document'}),
        ('DeleteParameter', url),
        ('ParameterNotFound', 'DeleteParameter', url),
        ('DeleteParameters', {'Names': [key['Name'], '/conformance/LIST', '/none']}),
    ])


def secrets(it):
    secret = {'SecretId': 'conformance/db'}
    first = it.ok('CreateSecret', Name='conformance/db', SecretString='{"a":"b"}', Description='of a test',
                  Tags=[{'Key': 'team', 'Value': 'shop'}])
    second = it.ok('PutSecretValue', **secret, SecretString='c', VersionStages=['AWSCURRENT', 'MINE'])
    moved = {**secret, 'VersionStage': 'MINE', 'RemoveFromVersionId': second['VersionId'],
             'MoveToVersionId': first['VersionId']}
    run(it, [
        ('CreateSecret', {'Name': 'conformance/bytes', 'SecretBinary': b'\x00\xff'}),
        ('GetSecretValue', {'SecretId': 'conformance/bytes'}),
        ('ResourceExistsException', 'CreateSecret', {'Name': 'conformance/db', 'SecretString': 'a'}),
        ('GetSecretValue', secret),
        ('GetSecretValue', {**secret, 'VersionStage': 'AWSPREVIOUS'}),
        ('GetSecretValue', {'SecretId': first['ARN'], 'VersionId': first['VersionId']}),
        ('ResourceNotFoundException', 'GetSecretValue', {'SecretId': 'none'}),
        ('ResourceNotFoundException', 'GetSecretValue', {**secret, 'VersionStage': 'NONE'}),
        ('BatchGetSecretValue', {'SecretIdList': ['conformance/db', 'none']}),
        ('BatchGetSecretValue', {'Filters': [{'Key': 'name', 'Values': ['conformance']}], 'MaxResults': 1}),
        ('InvalidParameterException', 'BatchGetSecretValue', {}),
        ('UpdateSecret', {**secret, 'Description': 'another'}),
        ('UpdateSecretVersionStage', moved),
        ('ResourceNotFoundException', 'UpdateSecretVersionStage', {**moved, 'SecretId': 'none'}),
        ('DescribeSecret', secret),
        ('ResourceNotFoundException', 'DescribeSecret', {'SecretId': 'none'}),
        ('TagResource', {**secret, 'Tags': [{'Key': 'a', 'Value': 'b'}]}),
        ('UntagResource', {**secret, 'TagKeys': ['a']}),
        ('ListSecrets', {'MaxResults': 1}),
        ('ListSecrets', {'Filters': [{'Key': 'name', 'Values': ['conformance']}]}),
        ('ListSecretVersionIds', {**secret, 'IncludeDeprecated': True}),
        ('DeleteSecret', {**secret, 'RecoveryWindowInDays': 7}),
        ('InvalidRequestException', 'GetSecretValue', secret),
        ('DescribeSecret', secret),
        ('RestoreSecret', secret),
        ('DeleteSecret', {**secret, 'ForceDeleteWithoutRecovery': True}),
        ('InvalidParameterException', 'DeleteSecret', {'SecretId': 'conformance/bytes', 'RecoveryWindowInDays': 3}),
        ('DeleteSecret', {'SecretId': 'conformance/bytes', 'ForceDeleteWithoutRecovery': True}),
    ])


def logs(it):
    group = {'logGroupName': '/conformance'}
    stream = {**group, 'logStreamName': 'one'}
    now = int(time.time() * 1000)
    events = [{'timestamp': now - 1, 'message': 'hello world'}, {'timestamp': now, 'message': 'good bye'}]
    run(it, [
        ('CreateLogGroup', group),
        ('ResourceAlreadyExistsException', 'CreateLogGroup', group),
        ('InvalidParameterException', 'CreateLogGroup', {'logGroupName': 'a b'}),
        ('CreateLogStream', stream),
        ('ResourceAlreadyExistsException', 'CreateLogStream', stream),
        ('ResourceNotFoundException', 'CreateLogStream', {**stream, 'logGroupName': 'none'}),
        ('DescribeLogStreams', group),
        ('PutRetentionPolicy', {**group, 'retentionInDays': 30}),
        ('InvalidParameterException', 'PutRetentionPolicy', {**group, 'retentionInDays': 31}),
        ('PutLogEvents', {**stream, 'logEvents': events}),
        ('PutLogEvents', {**stream, 'logEvents': [{'timestamp': now - 20 * DAY_MS, 'message': 'too old'}]}),
        ('InvalidParameterException', 'PutLogEvents', {**stream, 'logEvents': events[::-1]}),
        ('ResourceNotFoundException', 'PutLogEvents', {**stream, 'logStreamName': 'none', 'logEvents': events}),
        ('GetLogEvents', {**stream, 'limit': 1, 'startFromHead': True}),
        ('InvalidParameterException', 'GetLogEvents', {**stream, 'nextToken': 'nothing'}),
        ('ResourceNotFoundException', 'GetLogEvents', {**stream, 'logStreamName': 'none'}),
        ('FilterLogEvents', {**group, 'filterPattern': 'hello -bye', 'limit': 1}),
        ('ResourceNotFoundException', 'FilterLogEvents', {'logGroupName': 'none'}),
        ('DescribeLogGroups', {'logGroupNamePrefix': '/conf'}),
        ('DescribeLogStreams', {**group, 'orderBy': 'LastEventTime', 'descending': True}),
        ('ResourceNotFoundException', 'DescribeLogStreams', {'logGroupName': 'none'}),
        ('DeleteRetentionPolicy', group),
        ('DeleteLogStream', stream),
        ('ResourceNotFoundException', 'DeleteLogStream', stream),
        ('DeleteLogGroup', group),
        ('ResourceNotFoundException', 'DeleteLogGroup', group),
    ])
