import { type Aws, AwsError } from '../../define.ts';
import { page } from '../../page.ts';
import { ownSnapshots } from '../../persistence/own.ts';
import { defineDeclared } from '../../protocol/declare.ts';
import { type Alarm, Alarms, type StateValue } from './alarms.ts';
import { type AlarmSettings, api } from './api.ts';

/** CloudWatch alarms, for whoever stops at one. The API is JSON here, as current clients speak it. */
export default defineDeclared({
  name: 'monitoring',
  protocol: { kind: 'json', version: '1.0', target: 'GraniteServiceVersion20100801' },
  missingMemberCode: 'ValidationError',
  api,
  state: (aws: Aws) => new Alarms(aws),
  persistence: ownSnapshots(1),
  operations: {
    PutMetricAlarm(alarms, input) {
      checkSettings(input);
      alarms.put(input);
      return {};
    },

    DescribeAlarms(alarms, { AlarmNames, AlarmNamePrefix, AlarmTypes, StateValue, MaxRecords, NextToken }) {
      if (AlarmNames && AlarmNamePrefix !== undefined)
        throw invalid('AlarmNames and AlarmNamePrefix exclude each other');
      const found = alarms
        .all()
        .filter(
          ({ name, state }) =>
            (AlarmNames?.includes(name) ?? true) &&
            name.startsWith(AlarmNamePrefix ?? '') &&
            (AlarmTypes?.includes('MetricAlarm') ?? true) &&
            (StateValue === undefined || state.value === StateValue),
        );
      const request = { token: NextToken, max: MaxRecords, limit: 100, badToken: 'InvalidNextToken' };
      const { items, nextToken } = page(found, request);
      return { MetricAlarms: items.map(describe), CompositeAlarms: [], NextToken: nextToken };
    },

    SetAlarmState(alarms, { AlarmName, StateValue, StateReason, StateReasonData }) {
      if (!isStateValue(StateValue)) throw invalid(`There is no alarm state ${StateValue}`);
      alarms.setState(AlarmName, { value: StateValue, reason: StateReason, reasonData: StateReasonData });
      return {};
    },

    DeleteAlarms(alarms, { AlarmNames }) {
      alarms.delete(AlarmNames);
      return {};
    },
  },
});

function checkSettings(input: AlarmSettings): void {
  if (!/^\P{Cc}{1,255}$/u.test(input.AlarmName)) throw invalid('An alarm name has 1 to 255 characters');
  if (input.Metrics?.length) throw invalid('The local CloudWatch has no alarms on several metrics');
  const { AlarmActions = [], OKActions = [], InsufficientDataActions = [] } = input;
  if (AlarmActions.length + OKActions.length + InsufficientDataActions.length > 0)
    throw invalid('The local CloudWatch carries out no alarm actions: use an EventBridge rule');
  const needed = [
    'MetricName',
    'Namespace',
    'Period',
    'EvaluationPeriods',
    'Threshold',
    'ComparisonOperator',
  ] as const;
  const missing = needed.find((name) => input[name] === undefined);
  if (missing) throw invalid(`An alarm needs ${missing}`);
  if ((input.Statistic === undefined) === (input.ExtendedStatistic === undefined))
    throw invalid('An alarm needs Statistic or ExtendedStatistic');
}

function isStateValue(value: string): value is StateValue {
  return value === 'OK' || value === 'ALARM' || value === 'INSUFFICIENT_DATA';
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message);
}

function describe({ arn, settings, updated, state }: Alarm) {
  const { Metrics: _, ...rest } = settings;
  return {
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    Dimensions: [],
    ...rest,
    AlarmArn: arn,
    AlarmConfigurationUpdatedTimestamp: updated,
    StateValue: state.value,
    StateReason: state.reason,
    StateReasonData: state.reasonData,
    StateUpdatedTimestamp: state.since,
    StateTransitionedTimestamp: state.since,
  };
}
