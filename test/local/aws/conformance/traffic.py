"""Drives load balancers, alarms, and CodeDeploy's blue/green deployments with the hosts of the sample."""
import socket

from deploying import ROLE, deployed, revision
from driver import until
from settings import run

APPLICATION = {'applicationName': 'conformance-traffic'}
GROUP = {**APPLICATION, 'deploymentGroupName': 'group'}
ALARM = {'AlarmName': 'conformance-errors'}
TAGS = [{'Key': 'Name', 'Value': 'shop-production', 'Type': 'KEY_AND_VALUE'}]


def drive(driver):
    balancing = driver.service('elbv2')
    balancer, group = balances(balancing)
    alarms(driver.service('cloudwatch'))
    shifts(driver)
    health = balancing.ok('DescribeTargetHealth', TargetGroupArn=group)['TargetHealthDescriptions']
    if [one['TargetHealth']['State'] for one in health] != ['healthy'] * 4:
        driver.fail(f'elbv2: wanted four healthy targets, got {health}')
    leaves(balancing, balancer, group, health)
    run(driver.service('cloudwatch'), [
        ('DeleteAlarms', {'AlarmNames': [ALARM['AlarmName']]}),
        ('ResourceNotFound', 'DeleteAlarms', {'AlarmNames': [ALARM['AlarmName']]}),
    ])


def balances(it):
    named = {'Name': 'conformance', 'Protocol': 'HTTP', 'Port': 80, 'VpcId': 'vpc-1', 'Matcher': {'HttpCode': '200-299'}}
    group = it.ok('CreateTargetGroup', **named)['TargetGroups'][0]['TargetGroupArn']
    balancer = it.ok('CreateLoadBalancer', Name='conformance', Subnets=['a', 'b'])['LoadBalancers'][0]['LoadBalancerArn']
    forward = [{'Type': 'forward', 'TargetGroupArn': group}]
    listener = {'LoadBalancerArn': balancer, 'Protocol': 'HTTP', 'DefaultActions': forward}
    run(it, [
        ('DuplicateTargetGroupName', 'CreateTargetGroup', named),
        ('InvalidConfigurationRequest', 'CreateTargetGroup', {**named, 'Name': 'udp', 'Protocol': 'UDP'}),
        ('ValidationError', 'CreateTargetGroup', {**named, 'Name': '-'}),
        ('DuplicateLoadBalancerName', 'CreateLoadBalancer', {'Name': 'conformance'}),
        ('CreateListener', {**listener, 'Port': free_port()}),
        ('TargetGroupNotFound', 'CreateListener', {
            **listener, 'Port': free_port(), 'DefaultActions': [{'Type': 'forward', 'TargetGroupArn': 'none'}]}),
        ('ValidationError', 'CreateListener', {**listener, 'Port': 0}),
        ('DescribeLoadBalancers', {'Names': ['conformance']}),
        ('LoadBalancerNotFound', 'DescribeLoadBalancers', {'LoadBalancerArns': ['none']}),
        ('DescribeListeners', {'LoadBalancerArn': balancer}),
        ('DescribeTargetGroups', {'LoadBalancerArn': balancer}),
        ('TargetGroupNotFound', 'DescribeTargetGroups', {'Names': ['none']}),
        ('DescribeTargetGroupAttributes', {'TargetGroupArn': group}),
        ('ModifyTargetGroupAttributes', {'TargetGroupArn': group, 'Attributes': [
            {'Key': 'deregistration_delay.timeout_seconds', 'Value': '5'}]}),
        ('InvalidConfigurationRequest', 'ModifyTargetGroupAttributes', {
            'TargetGroupArn': group, 'Attributes': [{'Key': 'stickiness.enabled', 'Value': 'true'}]}),
        ('InvalidTarget', 'RegisterTargets', {'TargetGroupArn': group, 'Targets': [{'Id': 'i-00000000'}]}),
        ('DescribeTargetHealth', {'TargetGroupArn': group, 'Targets': [{'Id': 'i-00000000'}]}),
        ('ResourceInUse', 'DeleteTargetGroup', {'TargetGroupArn': group}),
        ('UnknownOperationException', 'DescribeRules', {}),
    ])
    return balancer, group


def alarms(it):
    metric = {**ALARM, 'MetricName': 'errors', 'Namespace': 'shop', 'Statistic': 'Sum', 'Period': 60, 'Threshold': 0.5,
              'EvaluationPeriods': 1, 'ComparisonOperator': 'GreaterThanThreshold'}
    run(it, [
        ('PutMetricAlarm', {**metric, 'Dimensions': [{'Name': 'host', 'Value': 'a'}]}),
        ('ValidationError', 'PutMetricAlarm', ALARM),
        ('ResourceNotFound', 'SetAlarmState', {'AlarmName': 'none', 'StateValue': 'OK', 'StateReason': 'a test'}),
        ('ValidationError', 'SetAlarmState', {**ALARM, 'StateValue': 'RED', 'StateReason': 'a test'}),
        ('SetAlarmState', {**ALARM, 'StateValue': 'OK', 'StateReason': 'a test'}),
        ('DescribeAlarms', {'AlarmNamePrefix': 'conformance', 'StateValue': 'OK'}),
        ('InvalidNextToken', 'DescribeAlarms', {'NextToken': 'nothing'}),
        ('UnknownOperationException', 'ListMetrics', {}),
    ])


def shifts(driver):
    it = driver.service('codedeploy')
    topic = driver.service('sns').ok('CreateTopic', Name='conformance-deployments')['TopicArn']
    told = {'triggerName': 'tell', 'triggerTargetArn': topic, 'triggerEvents': ['DeploymentStart', 'InstanceReady']}
    group = {
        **GROUP, 'serviceRoleArn': ROLE, 'deploymentConfigName': 'CodeDeployDefault.AllAtOnce',
        'deploymentStyle': {'deploymentType': 'BLUE_GREEN', 'deploymentOption': 'WITH_TRAFFIC_CONTROL'},
        'loadBalancerInfo': {'targetGroupInfoList': [{'name': 'conformance'}]},
        'blueGreenDeploymentConfiguration': {
            'deploymentReadyOption': {'actionOnTimeout': 'STOP_DEPLOYMENT', 'waitTimeInMinutes': 5},
            'greenFleetProvisioningOption': {'action': 'DISCOVER_EXISTING'},
            'terminateBlueInstancesOnDeploymentSuccess': {'action': 'TERMINATE', 'terminationWaitTimeInMinutes': 5},
        },
        'alarmConfiguration': {'enabled': True, 'alarms': [{'name': ALARM['AlarmName']}]},
        'triggerConfigurations': [told],
        'outdatedInstancesStrategy': 'IGNORE',
        'ec2TagFilters': [{'Key': 'Name', 'Value': 'none', 'Type': 'KEY_AND_VALUE'}],
    }
    good = {**GROUP, 'revision': revision(driver.service('s3'), 'traffic.zip', 'echo ready')}
    targets = {'targetInstances': {'tagFilters': TAGS}}
    run(it, [
        ('CreateApplication', APPLICATION),
        ('InvalidLoadBalancerInfoException', 'CreateDeploymentGroup', {**group, 'loadBalancerInfo': {}}),
        ('InvalidTriggerConfigException', 'CreateDeploymentGroup', {**group, 'triggerConfigurations': [{}]}),
        ('InvalidAlarmConfigException', 'CreateDeploymentGroup', {**group, 'alarmConfiguration': {'enabled': True}}),
        ('CreateDeploymentGroup', group),
        ('GetDeploymentGroup', GROUP),
        ('InvalidTargetInstancesException', 'CreateDeployment', good),
    ])
    stopped = it.ok('CreateDeployment', **good, **targets)['deploymentId']
    alarm = driver.service('cloudwatch')
    wait_until_ready(it, stopped)
    alarm.ok('SetAlarmState', **ALARM, StateValue='ALARM', StateReason='a test')
    deployed(it, stopped, 'Stopped')
    alarm.ok('SetAlarmState', **ALARM, StateValue='OK', StateReason='a test')

    shifted = it.ok('CreateDeployment', **good, **targets)['deploymentId']
    named = {'deploymentId': shifted}
    wait_until_ready(it, shifted)
    it.refused('InvalidDeploymentStatusException', 'ContinueDeployment', **named, deploymentWaitType='TERMINATION_WAIT')
    it.refused('InvalidDeploymentWaitTypeException', 'ContinueDeployment', **named, deploymentWaitType='NONE')
    ids = it.ok('ListDeploymentTargets', **named, targetFilters={'ServerInstanceLabel': ['Green']})['targetIds']
    it.ok('BatchGetDeploymentTargets', **named, targetIds=ids)
    it.ok('ListDeploymentInstances', **named, instanceTypeFilter=['Green'])
    it.ok('BatchGetDeploymentInstances', **named, instanceIds=ids)
    it.ok('SkipWaitTimeForInstanceTermination', **named)
    it.ok('ContinueDeployment', **named, deploymentWaitType='READY_WAIT')
    deployed(it, shifted, 'Succeeded')
    run(it, [
        ('DeploymentAlreadyCompletedException', 'ContinueDeployment', named),
        ('GetDeploymentGroup', GROUP),
    ])
    copies(it, group['blueGreenDeploymentConfiguration'], good)
    it.ok('DeleteApplication', **APPLICATION)


def copies(it, configuration, good):
    fleet = {'greenFleetProvisioningOption': {'action': 'COPY_AUTO_SCALING_GROUP'}}
    update = {**APPLICATION, 'currentDeploymentGroupName': 'group', 'blueGreenDeploymentConfiguration': {
        **configuration, **fleet}}
    run(it, [
        ('InvalidBlueGreenDeploymentConfigurationException', 'UpdateDeploymentGroup', update),
        ('UpdateDeploymentGroup', {**update, 'autoScalingGroups': ['conformance']}),
        ('GetDeploymentGroup', GROUP),
        ('InvalidTargetInstancesException', 'CreateDeployment', {
            **good, 'targetInstances': {'autoScalingGroups': ['conformance']}}),
    ])
    copied = it.ok('CreateDeployment', **good)['deploymentId']
    wait_until_ready(it, copied)
    it.ok('StopDeployment', deploymentId=copied)
    deployed(it, copied, 'Stopped')


def wait_until_ready(it, deployment):
    until(lambda: it.ok('GetDeployment', deploymentId=deployment)['deploymentInfo']['status'] == 'Ready')


def leaves(it, balancer, group, health):
    listener = it.ok('DescribeListeners', LoadBalancerArn=balancer)['Listeners'][0]['ListenerArn']
    run(it, [
        ('DeregisterTargets', {'TargetGroupArn': group, 'Targets': [one['Target'] for one in health]}),
        ('DeleteListener', {'ListenerArn': listener}),
        ('ListenerNotFound', 'DeleteListener', {'ListenerArn': listener}),
        ('DeleteTargetGroup', {'TargetGroupArn': group}),
        ('DeleteLoadBalancer', {'LoadBalancerArn': balancer}),
    ])


def free_port():
    with socket.socket() as found:
        found.bind(('127.0.0.1', 0))
        return found.getsockname()[1]
