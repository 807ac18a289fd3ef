"""Drives a local AWS with boto3; prints `done` if all of it answers as AWS does."""
import boto3, io, json, os, urllib.request
from botocore.exceptions import ClientError

def fails(code, call, **args):
    try:
        call(**args)
    except ClientError as error:
        assert error.response['Error']['Code'] == code, error
        return
    raise AssertionError('it worked')

s3 = boto3.client('s3')
s3.create_bucket(Bucket='python')
s3.put_bucket_versioning(Bucket='python', VersioningConfiguration={'Status': 'Enabled'})
key = 'a b/../\u00fc+%.txt'
version = s3.put_object(Bucket='python', Key=key, Body=b'hello', Metadata={'k': 'v'})['VersionId']
read = s3.get_object(Bucket='python', Key=key, VersionId=version)
assert read['Body'].read() == b'hello' and read['Metadata'] == {'k': 'v'}
data = os.urandom(9 * 1024 * 1024)
s3.upload_fileobj(io.BytesIO(data), 'python', 'big')
assert s3.get_object(Bucket='python', Key='big')['Body'].read() == data
assert s3.get_object(Bucket='python', Key='big', Range='bytes=5-9')['Body'].read() == data[5:10]
assert [o['Key'] for o in s3.list_objects_v2(Bucket='python')['Contents']] == [key, 'big']
assert s3.get_bucket_location(Bucket='python')['LocationConstraint'] is None
url = s3.generate_presigned_url('put_object', Params={'Bucket': 'python', 'Key': 'signed'})
urllib.request.urlopen(urllib.request.Request(url, data=b'zz', method='PUT'))
url = s3.generate_presigned_url('get_object', Params={'Bucket': 'python', 'Key': 'signed'})
assert urllib.request.urlopen(url).read() == b'zz'
s3.delete_objects(Bucket='python', Delete={'Objects': [{'Key': 'big'}]})
fails('NoSuchKey', s3.get_object, Bucket='python', Key='big')
fails('404', s3.head_object, Bucket='python', Key='big')
fails('NotImplemented', s3.get_bucket_acl, Bucket='python')

sqs = boto3.client('sqs')
fails('AWS.SimpleQueueService.NonExistentQueue', sqs.get_queue_url, QueueName='none')
queue = sqs.create_queue(QueueName='queue')['QueueUrl']
arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=['QueueArn'])['Attributes']['QueueArn']
sns = boto3.client('sns')
topic = sns.create_topic(Name='t', Tags=[{'Key': 'a', 'Value': 'b'}])['TopicArn']
assert sns.list_tags_for_resource(ResourceArn=topic)['Tags'] == [{'Key': 'a', 'Value': 'b'}]
sns.subscribe(TopicArn=topic, Protocol='sqs', Endpoint=arn, Attributes={'RawMessageDelivery': 'true'})
sns.publish_batch(TopicArn=topic, PublishBatchRequestEntries=[{'Id': '1', 'Message': 'm',
    'MessageAttributes': {'x': {'DataType': 'Binary', 'BinaryValue': b'12'}}}])
got = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=5, MessageAttributeNames=['All'])['Messages'][0]
assert got['Body'] == 'm' and got['MessageAttributes']['x']['BinaryValue'] == b'12'
fails('NotFound', sns.publish, TopicArn=topic + 'x', Message='m')

assert boto3.client('sts').assume_role(RoleArn='arn:aws:iam::123456789012:role/r',
    RoleSessionName='ss')['Credentials']['SessionToken'].startswith('local-')
fails('ResourceNotFoundException', boto3.client('events').describe_rule, Name='none')
print('done')
