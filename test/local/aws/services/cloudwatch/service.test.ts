import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EmittedEvent } from '../../../../../local/aws/define.ts';
import { type LocalAws, startAws } from '../../../../../local/aws/server.ts';
import cloudwatch from '../../../../../local/aws/services/cloudwatch/service.ts';
import { ManualClock } from '../../../../../local/clock.ts';

let local: LocalAws;
let events: EmittedEvent[];
beforeEach(async () => {
  local = await startAws({ services: [cloudwatch], clock: new ManualClock() });
  events = [];
  local.aws.onEvent((event) => events.push(event));
});
afterEach(() => local.close());

/** One call as clients make it: no SDK package of CloudWatch is installed. */
async function send(operation: string, input: object) {
  const response = await fetch(local.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `GraniteServiceVersion20100801.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const answer: Record<string, unknown> = { status: response.status };
  return Object.assign(answer, await response.json());
}

const errors = {
  AlarmName: 'errors',
  AlarmDescription: 'too many',
  MetricName: 'Errors',
  Namespace: 'Shop',
  Dimensions: [{ Name: 'host', Value: 'a' }],
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 0.5,
  ComparisonOperator: 'GreaterThanThreshold',
};

test('an alarm is put, moved, described and deleted, and each move is told once', async () => {
  expect(await send('PutMetricAlarm', errors)).toEqual({ status: 200 });
  expect(await send('DescribeAlarms', {})).toMatchObject({
    MetricAlarms: [
      {
        ...errors,
        AlarmArn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors',
        StateValue: 'INSUFFICIENT_DATA',
        ActionsEnabled: true,
      },
    ],
    CompositeAlarms: [],
  });
  const alarming = {
    AlarmName: 'errors',
    StateValue: 'ALARM',
    StateReason: 'a test',
    StateReasonData: '{"a":1}',
  };
  for (let n = 0; n < 2; n++) expect((await send('SetAlarmState', alarming)).status).toBe(200);
  expect(events).toMatchObject([
    {
      source: 'aws.cloudwatch',
      'detail-type': 'CloudWatch Alarm State Change',
      resources: ['arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors'],
      detail: {
        alarmName: 'errors',
        configuration: {
          description: 'too many',
          metrics: [
            {
              metricStat: {
                metric: { dimensions: { host: 'a' }, name: 'Errors', namespace: 'Shop' },
                period: 60,
                stat: 'Sum',
              },
            },
          ],
        },
        previousState: { value: 'INSUFFICIENT_DATA' },
        state: {
          value: 'ALARM',
          reason: 'a test',
          reasonData: '{"a":1}',
          timestamp: '2026-01-01T00:00:00.000+0000',
        },
      },
    },
  ]);
  // A new setting leaves the state as it is.
  await send('PutMetricAlarm', { ...errors, Threshold: 9 });
  expect(await send('DescribeAlarms', { AlarmNames: ['errors'], StateValue: 'ALARM' })).toMatchObject({
    MetricAlarms: [{ Threshold: 9, StateValue: 'ALARM' }],
  });
  expect((await send('DeleteAlarms', { AlarmNames: ['errors'] })).status).toBe(200);
  expect(await send('DescribeAlarms', {})).toMatchObject({ MetricAlarms: [] });
});

test('alarms come in pages, by name', async () => {
  for (const AlarmName of ['c', 'a', 'b']) await send('PutMetricAlarm', { ...errors, AlarmName });
  const first = await send('DescribeAlarms', { MaxRecords: 2 });
  expect(first).toMatchObject({ MetricAlarms: [{ AlarmName: 'a' }, { AlarmName: 'b' }] });
  expect(await send('DescribeAlarms', { NextToken: first.NextToken })).toMatchObject({
    MetricAlarms: [{ AlarmName: 'c' }],
  });
});

test.each<[string, object, string]>([
  ['PutMetricAlarm', { AlarmName: 'errors' }, 'ValidationError'],
  ['PutMetricAlarm', { ...errors, AlarmName: '' }, 'ValidationError'],
  [
    'PutMetricAlarm',
    { ...errors, AlarmActions: ['arn:aws:sns:us-east-1:123456789012:t'] },
    'ValidationError',
  ],
  ['PutMetricAlarm', { ...errors, Metrics: [{ Id: 'm1' }] }, 'ValidationError'],
  ['PutMetricAlarm', { ...errors, ExtendedStatistic: 'p99' }, 'ValidationError'],
  ['SetAlarmState', { AlarmName: 'none', StateValue: 'OK', StateReason: 'r' }, 'ResourceNotFound'],
  ['SetAlarmState', { AlarmName: 'errors' }, 'ValidationError'],
  ['DeleteAlarms', { AlarmNames: ['none'] }, 'ResourceNotFound'],
  ['DescribeAlarms', { NextToken: 'nothing' }, 'InvalidNextToken'],
  ['PutMetricData', {}, 'UnknownOperationException'],
])('%s with %j is refused with %s', async (operation, input, type) => {
  expect(await send(operation, input)).toMatchObject({ __type: type, message: expect.any(String) });
  expect(await send('DescribeAlarms', {})).toMatchObject({ MetricAlarms: [] });
  expect(events).toEqual([]);
});
