import {
  boolean,
  type Declares,
  list,
  number,
  operation,
  string,
  structure,
  timestamp,
} from '../../protocol/declare.ts';

/** What is here of the API of CloudWatch, 2010-08-01. */

const strings = list(string);
const settings = {
  AlarmDescription: string,
  ActionsEnabled: boolean,
  OKActions: strings,
  AlarmActions: strings,
  InsufficientDataActions: strings,
  MetricName: string,
  Namespace: string,
  Statistic: string,
  ExtendedStatistic: string,
  Dimensions: list(structure({ Name: string, Value: string })),
  Period: number,
  Unit: string,
  EvaluationPeriods: number,
  DatapointsToAlarm: number,
  Threshold: number,
  ComparisonOperator: string,
  TreatMissingData: string,
};
const metricAlarm = structure(
  { AlarmName: string, AlarmArn: string },
  {
    ...settings,
    AlarmConfigurationUpdatedTimestamp: timestamp,
    StateValue: string,
    StateReason: string,
    StateReasonData: string,
    StateUpdatedTimestamp: timestamp,
    StateTransitionedTimestamp: timestamp,
  },
);
const putMetricAlarm = structure(
  { AlarmName: string },
  { ...settings, Metrics: list(structure({ Id: string })) },
);
const nothing = structure({});
export const api = {
  PutMetricAlarm: operation(putMetricAlarm, nothing),
  DescribeAlarms: operation(
    structure(
      {},
      {
        AlarmNames: strings,
        AlarmNamePrefix: string,
        AlarmTypes: strings,
        StateValue: string,
        MaxRecords: number,
        NextToken: string,
      },
    ),
    structure({ MetricAlarms: list(metricAlarm) }, { CompositeAlarms: list(nothing), NextToken: string }),
  ),
  SetAlarmState: operation(
    structure({ AlarmName: string, StateValue: string, StateReason: string }, { StateReasonData: string }),
    nothing,
  ),
  DeleteAlarms: operation(structure({ AlarmNames: strings }), nothing),
};

export type AlarmSettings = Declares<typeof putMetricAlarm>;
