import { type Aws, AwsError, defineService, type EmittedEvent, type Operations } from '../../define.ts';
import { destinationOperations } from './destination-operations.ts';
import { parsePattern } from './pattern.ts';
import { Bus, type Rule } from './rules.ts';

type Events = typeof import('@aws-sdk/client-eventbridge');

const largestEntry = 256 * 1024;

const ruleOperations: Operations<Events, Bus> = {
  PutRule(bus, input) {
    checkBus(bus, input.EventBusName);
    if (input.ScheduleExpression)
      throw new AwsError('ValidationException', 'The local AWS runs no schedules: give an EventPattern.');
    if (!input.EventPattern)
      throw new AwsError('ValidationException', 'Parameter EventPattern must be specified.');
    const rule = bus.putRule({
      name: input.Name!,
      pattern: input.EventPattern,
      enabled: input.State !== 'DISABLED',
      description: input.Description,
      roleArn: input.RoleArn,
    });
    return { RuleArn: rule.arn };
  },

  DescribeRule(bus, input) {
    checkBus(bus, input.EventBusName);
    return { ...describeRule(bus, bus.rule(input.Name!)), CreatedBy: bus.aws.account };
  },

  ListRules(bus, input) {
    checkBus(bus, input.EventBusName);
    const rules = bus.rules().filter(({ name }) => name.startsWith(input.NamePrefix ?? ''));
    const { items, NextToken } = page(rules, input);
    return { Rules: items.map((rule) => describeRule(bus, rule)), ...NextToken };
  },

  ListRuleNamesByTarget(bus, input) {
    const rules = bus
      .rules()
      .filter(({ targets }) => [...targets.values()].some(({ Arn }) => Arn === input.TargetArn));
    const { items, NextToken } = page(rules, input);
    return { RuleNames: items.map(({ name }) => name), ...NextToken };
  },

  EnableRule(bus, input) {
    bus.rule(input.Name!).enabled = true;
    return {};
  },

  DisableRule(bus, input) {
    bus.rule(input.Name!).enabled = false;
    return {};
  },

  DeleteRule(bus, input) {
    bus.deleteRule(input.Name!);
    return {};
  },

  PutTargets(bus, input) {
    checkBus(bus, input.EventBusName);
    bus.putTargets(bus.rule(input.Rule!), input.Targets!);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },

  RemoveTargets(bus, input) {
    const { targets } = bus.rule(input.Rule!);
    const missing = input.Ids!.filter((id) => !targets.delete(id));
    const FailedEntries = missing.map((TargetId) => ({
      TargetId,
      ErrorCode: 'ResourceNotFoundException',
      ErrorMessage: `Rule ${input.Rule} has no target ${TargetId}.`,
    }));
    return { FailedEntryCount: missing.length, FailedEntries };
  },

  ListTargetsByRule(bus, input) {
    const { items, NextToken } = page([...bus.rule(input.Rule!).targets.values()], input);
    return { Targets: items as never, ...NextToken };
  },

  PutEvents(bus, input) {
    if (input.Entries!.length > 10)
      throw new AwsError(
        'ValidationException',
        "Value at 'entries' must have length less than or equal to 10",
      );
    const Entries = input.Entries!.map((entry) => put(bus, entry));
    return { FailedEntryCount: Entries.filter(({ ErrorCode }) => ErrorCode).length, Entries };
  },

  TestEventPattern(_bus, input) {
    const event = parseObject(input.Event!);
    if (!event) throw new AwsError('ValidationException', 'Parameter Event is not valid JSON.');
    return { Result: parsePattern(input.EventPattern!)(event) };
  },

  DescribeEventBus(bus, input) {
    checkBus(bus, input.Name);
    return { Name: bus.name, Arn: bus.arn };
  },

  ListEventBuses: (bus, input) => ({
    EventBuses: bus.name.startsWith(input.NamePrefix ?? '') ? [{ Name: bus.name, Arn: bus.arn }] : [],
  }),
};

/** EventBridge with the default bus: rules, their targets, and what services and clients put on it. */
export default defineService({
  name: 'events',
  protocol: { kind: 'json', version: '1.1', target: 'AWSEvents' },
  sdk: () => import('@aws-sdk/client-eventbridge'),
  state: (aws: Aws) => new Bus(aws),
  operations: { ...ruleOperations, ...destinationOperations },
});

type Entry = NonNullable<InstanceType<Events['PutEventsCommand']>['input']['Entries']>[number];

/** Puts one event on the bus; one that is refused does not stop the others. */
function put(bus: Bus, entry: Entry): { EventId?: string; ErrorCode?: string; ErrorMessage?: string } {
  const detail = entry.Detail === undefined ? undefined : parseObject(entry.Detail);
  if (!entry.Source || !entry.DetailType || entry.Detail === undefined)
    return {
      ErrorCode: 'InvalidArgument',
      ErrorMessage: 'Parameters Source, DetailType and Detail are required.',
    };
  if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  if (entry.Source.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  if (Buffer.byteLength(entry.Detail) > largestEntry)
    return { ErrorCode: 'InvalidArgument', ErrorMessage: `Detail is larger than ${largestEntry} bytes.` };
  checkBus(bus, entry.EventBusName);
  const event: EmittedEvent = {
    version: '0',
    id: bus.aws.uuid(),
    'detail-type': entry.DetailType,
    source: entry.Source,
    account: bus.aws.account,
    time: (entry.Time ?? new Date(bus.aws.clock.now())).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: bus.aws.region,
    resources: entry.Resources ?? [],
    detail,
  };
  bus.publish(event);
  return { EventId: event.id };
}

function describeRule(bus: Bus, { name, arn, pattern, enabled, description, roleArn }: Rule) {
  return {
    Name: name,
    Arn: arn,
    EventPattern: pattern,
    State: enabled ? ('ENABLED' as const) : ('DISABLED' as const),
    EventBusName: bus.name,
    ...(description === undefined ? {} : { Description: description }),
    ...(roleArn === undefined ? {} : { RoleArn: roleArn }),
  };
}

function checkBus(bus: Bus, name: string | undefined): void {
  if (name === undefined || name === bus.name || name === bus.arn) return;
  throw new AwsError(
    'ResourceNotFoundException',
    `Event bus ${name} does not exist: there is only the default bus.`,
  );
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function page<Item>(
  all: readonly Item[],
  { Limit = 100, NextToken = '0' }: { Limit?: number | undefined; NextToken?: string | undefined },
) {
  const start = Number(NextToken);
  if (!Number.isInteger(start) || start < 0)
    throw new AwsError('ValidationException', 'NextToken is not valid.');
  const end = start + Limit;
  return { items: all.slice(start, end), NextToken: end < all.length ? { NextToken: String(end) } : {} };
}
