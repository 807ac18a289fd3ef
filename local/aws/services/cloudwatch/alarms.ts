import { type Aws, AwsError } from '../../define.ts';
import type { AlarmSettings } from './api.ts';

export type StateValue = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export interface AlarmState {
  readonly value: StateValue;
  readonly reason: string;
  readonly reasonData?: string | undefined;
  readonly since: Date;
}

export interface Alarm {
  readonly name: string;
  readonly arn: string;
  readonly settings: AlarmSettings;
  readonly updated: Date;
  readonly state: AlarmState;
}

/** Alarms and their states. No metric is watched here: `setState` moves an alarm. */
export class Alarms {
  readonly #aws: Aws;
  readonly #alarms = new Map<string, Alarm>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  all(): readonly Alarm[] {
    return [...this.#alarms.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  get(name: string): Alarm | undefined {
    return this.#alarms.get(name);
  }

  put(settings: AlarmSettings): void {
    const name = settings.AlarmName;
    const now = new Date(this.#aws.clock.now());
    const arn = `arn:aws:cloudwatch:${this.#aws.region}:${this.#aws.account}:alarm:${name}`;
    const state = this.get(name)?.state ?? {
      value: 'INSUFFICIENT_DATA',
      reason: 'Unchecked: Initial alarm creation',
      since: now,
    };
    this.#alarms.set(name, { name, arn, settings, updated: now, state });
  }

  /** Moves an alarm, and tells so with an event where that is a change. Throws where there is none of that name. */
  setState(name: string, state: Omit<AlarmState, 'since'>): void {
    const alarm = this.#alarms.get(name);
    if (!alarm) throw new AwsError('ResourceNotFound', 'Unknown alarm name', 404);
    const since = new Date(this.#aws.clock.now());
    this.#alarms.set(name, { ...alarm, state: { ...state, since } });
    if (state.value === alarm.state.value) return;
    this.#aws.emit({
      source: 'aws.cloudwatch',
      detailType: 'CloudWatch Alarm State Change',
      resources: [alarm.arn],
      detail: changeDetail(alarm, { ...state, since }),
    });
  }

  snapshot(): Map<string, Alarm> {
    return this.#alarms;
  }

  restore(alarms: Map<string, Alarm>): undefined {
    for (const [name, alarm] of alarms) this.#alarms.set(name, alarm);
  }

  delete(names: readonly string[]): void {
    if (names.some((name) => !this.#alarms.has(name)))
      throw new AwsError('ResourceNotFound', 'At least one of the alarms does not exist', 404);
    for (const name of names) this.#alarms.delete(name);
  }
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html */
function changeDetail({ name, settings, state: previous }: Alarm, state: AlarmState) {
  const { Dimensions = [], MetricName, Namespace, Period, Statistic, ExtendedStatistic } = settings;
  const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
  const metric = { dimensions, name: MetricName, namespace: Namespace };
  const metricStat = { metric, period: Period, stat: Statistic ?? ExtendedStatistic };
  return {
    alarmName: name,
    configuration: {
      description: settings.AlarmDescription,
      metrics: [{ id: 'm1', metricStat, returnData: true }],
    },
    previousState: stateDetail(previous),
    state: stateDetail(state),
  };
}

function stateDetail({ value, reason, reasonData, since }: AlarmState) {
  return { value, reason, reasonData, timestamp: since.toISOString().replace('Z', '+0000') };
}
