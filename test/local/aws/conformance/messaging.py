"""Drives what Drawbridge, its sample and its local services use of S3, SQS, SNS, EventBridge and STS."""
import base64
import json

from settings import run

BUCKET = {'Bucket': 'conformance'}
FILE = {**BUCKET, 'Key': 'dir/a b+ü'}
ACCOUNT = '123456789012'
QUEUE_ARN = f'arn:aws:sqs:us-east-1:{ACCOUNT}:target'
TOKEN = {'iss': 'https://token.actions.githubusercontent.com', 'sub': 'repo:a/b:ref:refs/heads/main',
         'aud': 'sts.amazonaws.com'}


def drive(driver):
    objects(driver.service('s3'))
    sqs = driver.service('sqs')
    queues(sqs)
    sqs.ok('CreateQueue', QueueName='target')
    topics(driver.service('sns'))
    events(driver.service('events'))
    sqs.ok('DeleteQueue', QueueUrl=sqs.ok('GetQueueUrl', QueueName='target')['QueueUrl'])
    identity(driver.service('sts'))


def objects(it):
    run(it, [
        ('CreateBucket', BUCKET),
        ('HeadBucket', BUCKET),
        ('404', 'HeadBucket', {'Bucket': 'none'}),
        ('ListBuckets', {}),
        ('GetBucketLocation', BUCKET),
        ('GetBucketVersioning', BUCKET),
        ('PutBucketVersioning', {**BUCKET, 'VersioningConfiguration': {'Status': 'Enabled'}}),
        ('GetBucketVersioning', BUCKET),
        ('NoSuchTagSet', 'GetBucketTagging', BUCKET),
        ('PutBucketTagging', {**BUCKET, 'Tagging': {'TagSet': [{'Key': 'team', 'Value': 'shop'}]}}),
        ('GetBucketTagging', BUCKET),
        ('InvalidTag', 'PutBucketTagging', {**BUCKET, 'Tagging': {'TagSet': [{'Key': 'aws:a', 'Value': ''}]}}),
        ('DeleteBucketTagging', BUCKET),
        ('PutBucketNotificationConfiguration', {**BUCKET, 'NotificationConfiguration': {'EventBridgeConfiguration': {}}}),
        ('GetBucketNotificationConfiguration', BUCKET),
        ('NoSuchBucket', 'GetBucketVersioning', {'Bucket': 'none'}),
        ('NoSuchKey', 'GetObject', FILE),
        ('NoSuchBucket', 'PutObject', {**FILE, 'Bucket': 'none'}),
    ])
    version = it.ok('PutObject', **FILE, Body=b'hello', Metadata={'commit': 'abc'})['VersionId']
    run(it, [
        ('GetObject', {**FILE, 'VersionId': version}),
        ('GetObject', {**FILE, 'Range': 'bytes=1-2'}),
        ('InvalidRange', 'GetObject', {**FILE, 'Range': 'bytes=9-'}),
        ('PreconditionFailed', 'GetObject', {**FILE, 'IfMatch': '"none"'}),
        ('PreconditionFailed', 'PutObject', {**FILE, 'Body': b'', 'IfNoneMatch': '*'}),
        ('NoSuchVersion', 'GetObject', {**FILE, 'VersionId': 'A' * 32}),
        ('HeadObject', {**FILE, 'ChecksumMode': 'ENABLED'}),
        ('CopyObject', {**BUCKET, 'Key': 'copy', 'CopySource': {**FILE, 'VersionId': version}}),
        ('ListObjectsV2', {**BUCKET, 'MaxKeys': 1, 'FetchOwner': True}),
        ('ListObjectsV2', {**BUCKET, 'Delimiter': '/'}),
        ('ListObjects', {**BUCKET, 'MaxKeys': 1}),
    ])
    upload = it.ok('CreateMultipartUpload', **BUCKET, Key='big')
    part = {**BUCKET, 'Key': 'big', 'UploadId': upload['UploadId']}
    etag = it.ok('UploadPart', **part, PartNumber=1, Body=b'x' * 10)['ETag']
    it.refused('InvalidArgument', 'UploadPartCopy', **part, PartNumber=2, CopySource=FILE, CopySourceRange='0-1')
    it.refused('InvalidArgument', 'UploadPartCopy', **part, PartNumber=2, CopySource=FILE, CopySourceRange='bytes=0-9')
    it.ok('UploadPartCopy', **part, PartNumber=2, CopySource=FILE)
    whole = {'MultipartUpload': {'Parts': [{'PartNumber': 1, 'ETag': etag}]}}
    other = it.ok('CreateMultipartUpload', **BUCKET, Key='other')['UploadId']
    run(it, [
        ('ListParts', part),
        ('ListMultipartUploads', BUCKET),
        ('InvalidPart', 'CompleteMultipartUpload', {**part, 'MultipartUpload': {'Parts': [{'PartNumber': 9, 'ETag': etag}]}}),
        ('CompleteMultipartUpload', {**part, **whole}),
        ('AbortMultipartUpload', {**BUCKET, 'Key': 'other', 'UploadId': other}),
        ('NoSuchUpload', 'AbortMultipartUpload', {**BUCKET, 'Key': 'other', 'UploadId': other}),
        ('NotImplemented', 'GetBucketAcl', BUCKET),
        ('BucketNotEmpty', 'DeleteBucket', BUCKET),
        ('PreconditionFailed', 'DeleteObject', {**FILE, 'IfMatch': '"none"'}),
        ('HeadObject', FILE),
        ('DeleteObject', FILE),
        ('404', 'HeadObject', FILE),
        ('ListObjectVersions', BUCKET),
    ])
    versions = it.ok('ListObjectVersions', **BUCKET)
    named = [{'Key': one['Key'], 'VersionId': one['VersionId']}
             for one in versions['Versions'] + versions['DeleteMarkers']]
    run(it, [('DeleteObjects', {**BUCKET, 'Delete': {'Objects': named}}), ('DeleteBucket', BUCKET)])


def queues(it):
    it.refused('AWS.SimpleQueueService.NonExistentQueue', 'GetQueueUrl', QueueName='none')
    queue = {'QueueUrl': it.ok('CreateQueue', QueueName='conformance', Attributes={'VisibilityTimeout': '30'})['QueueUrl']}
    batch = [{'Id': '1', 'MessageBody': 'a'}, {'Id': '2', 'MessageBody': ''}]
    run(it, [
        ('GetQueueUrl', {'QueueName': 'conformance'}),
        ('ListQueues', {}),
        ('GetQueueAttributes', {**queue, 'AttributeNames': ['All']}),
        ('SetQueueAttributes', {**queue, 'Attributes': {'VisibilityTimeout': '60'}}),
        ('SendMessage', {**queue, 'MessageBody': 'a', 'MessageAttributes': {
            'n': {'DataType': 'String', 'StringValue': 'v'}, 'b': {'DataType': 'Binary', 'BinaryValue': b'\x00'}}}),
        ('SendMessageBatch', {**queue, 'Entries': batch}),
        ('AWS.SimpleQueueService.EmptyBatchRequest', 'SendMessageBatch', {**queue, 'Entries': []}),
        ('TagQueue', {**queue, 'Tags': {'a': 'b'}}),
        ('ListQueueTags', queue),
        ('UntagQueue', {**queue, 'TagKeys': ['a']}),
        ('ReceiptHandleIsInvalid', 'DeleteMessage', {**queue, 'ReceiptHandle': 'none'}),
    ])
    handles = [message['ReceiptHandle'] for message in it.ok(
        'ReceiveMessage', **queue, MaxNumberOfMessages=10, AttributeNames=['All'], MessageAttributeNames=['All'])['Messages']]
    entry = {'Id': '1', 'ReceiptHandle': handles[0]}
    run(it, [
        ('ChangeMessageVisibility', {**queue, 'ReceiptHandle': handles[0], 'VisibilityTimeout': 10}),
        ('ChangeMessageVisibilityBatch', {**queue, 'Entries': [{**entry, 'VisibilityTimeout': 10}]}),
        ('DeleteMessage', {**queue, 'ReceiptHandle': handles[1]}),
        ('DeleteMessageBatch', {**queue, 'Entries': [entry, {'Id': '2', 'ReceiptHandle': 'none'}]}),
        ('PurgeQueue', queue),
        ('ListDeadLetterSourceQueues', queue),
        ('DeleteQueue', queue),
        ('AWS.SimpleQueueService.NonExistentQueue', 'ReceiveMessage', queue),
    ])


def topics(it):
    topic = {'TopicArn': it.ok('CreateTopic', Name='conformance', Tags=[{'Key': 'a', 'Value': 'b'}])['TopicArn']}
    tagged = {'ResourceArn': topic['TopicArn']}
    subscription = {'SubscriptionArn': it.ok('Subscribe', **topic, Protocol='sqs', ReturnSubscriptionArn=True,
                                             Endpoint=QUEUE_ARN)['SubscriptionArn']}
    run(it, [
        ('ListTopics', {}),
        ('GetTopicAttributes', topic),
        ('SetTopicAttributes', {**topic, 'AttributeName': 'DisplayName', 'AttributeValue': 'd'}),
        ('ListSubscriptions', {}),
        ('ListSubscriptionsByTopic', topic),
        ('GetSubscriptionAttributes', subscription),
        ('SetSubscriptionAttributes', {**subscription, 'AttributeName': 'RawMessageDelivery', 'AttributeValue': 'true'}),
        ('Publish', {**topic, 'Message': 'hello', 'Subject': 's'}),
        ('PublishBatch', {**topic, 'PublishBatchRequestEntries': [{'Id': '1', 'Message': 'm'}]}),
        ('NotFound', 'Publish', {'TopicArn': topic['TopicArn'] + '-none', 'Message': 'm'}),
        ('InvalidParameter', 'Publish', {**topic, 'Message': ''}),
        ('ListTagsForResource', tagged),
        ('TagResource', {**tagged, 'Tags': [{'Key': 'c', 'Value': 'd'}]}),
        ('UntagResource', {**tagged, 'TagKeys': ['c']}),
        ('Unsubscribe', subscription),
        ('DeleteTopic', topic),
        ('NotFound', 'GetTopicAttributes', topic),
    ])


def events(it):
    rule = {'Name': 'conformance', 'EventPattern': json.dumps({'source': ['a']})}
    named = {'Rule': 'conformance'}
    target = {'Id': '1', 'Arn': QUEUE_ARN}
    event = {'Source': 'a', 'DetailType': 't', 'Detail': '{}'}
    whole = {'id': '1', 'account': ACCOUNT, 'source': 'a', 'time': '2026-01-01T00:00:00Z', 'region': 'us-east-1',
             'resources': [], 'detail-type': 't', 'detail': {}}
    connection = {'Name': 'conformance', 'AuthorizationType': 'API_KEY', 'AuthParameters': {
        'ApiKeyAuthParameters': {'ApiKeyName': 'x-key', 'ApiKeyValue': 'secret'}}}
    run(it, [
        ('PutRule', {**rule, 'Description': 'of a test'}),
        ('InvalidEventPatternException', 'PutRule', {**rule, 'EventPattern': '{'}),
        ('DescribeRule', {'Name': 'conformance'}),
        ('ListRules', {'NamePrefix': 'conf'}),
        ('PutTargets', {**named, 'Targets': [target]}),
        ('ListTargetsByRule', named),
        ('ListRuleNamesByTarget', {'TargetArn': target['Arn']}),
        ('ResourceNotFoundException', 'PutTargets', {'Rule': 'none', 'Targets': [target]}),
        ('DisableRule', {'Name': 'conformance'}),
        ('EnableRule', {'Name': 'conformance'}),
        ('PutEvents', {'Entries': [event, {**event, 'Detail': 'no JSON'}]}),
        ('TestEventPattern', {'EventPattern': rule['EventPattern'], 'Event': json.dumps(whole)}),
        ('DescribeEventBus', {}),
        ('ListEventBuses', {}),
        ('RemoveTargets', {**named, 'Ids': ['1', 'none']}),
        ('DeleteRule', {'Name': 'conformance'}),
        ('ResourceNotFoundException', 'DescribeRule', {'Name': 'conformance'}),
    ])
    arn = it.ok('CreateConnection', **connection)['ConnectionArn']
    destination = {'Name': 'conformance', 'ConnectionArn': arn, 'HttpMethod': 'POST',
                   'InvocationEndpoint': 'https://example.com/hook'}
    run(it, [
        ('ResourceAlreadyExistsException', 'CreateConnection', connection),
        ('DescribeConnection', {'Name': 'conformance'}),
        ('ListConnections', {}),
        ('CreateApiDestination', destination),
        ('DescribeApiDestination', {'Name': 'conformance'}),
        ('ListApiDestinations', {}),
        ('DeleteApiDestination', {'Name': 'conformance'}),
        ('DeleteConnection', {'Name': 'conformance'}),
        ('ResourceNotFoundException', 'DescribeConnection', {'Name': 'conformance'}),
    ])


def identity(it):
    role = {'RoleArn': f'arn:aws:iam::{ACCOUNT}:role/deploy', 'RoleSessionName': 'session'}
    run(it, [
        ('GetCallerIdentity', {}),
        ('AssumeRole', role),
        ('InvalidIdentityToken', 'AssumeRoleWithWebIdentity', {**role, 'WebIdentityToken': 'none'}),
        ('AssumeRoleWithWebIdentity', {**role, 'WebIdentityToken': f'{base64url({})}.{base64url(TOKEN)}.e30'}),
        ('ValidationError', 'AssumeRole', {'RoleSessionName': 'session'}),
    ])


def base64url(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip('=')
