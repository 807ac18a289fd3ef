import { type Aws, AwsError, defineService, type Operations } from '../../define.ts';
import { ownSnapshots } from '../../persistence/own.ts';
import { EventBridge } from './buses.ts';
import { destinationOperations } from './destination-operations.ts';
import { parsePattern } from './pattern.ts';
import { parseObject, putEvents } from './put-events.ts';
import type { Bus, Rule } from './rules.ts';

type Events = typeof import('@aws-sdk/client-eventbridge');

const ruleOperations: Operations<Events, EventBridge> = {
  PutRule(eventBridge, input) {
    const bus = eventBridge.bus(input.EventBusName);
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

  DescribeRule(eventBridge, input) {
    const bus = eventBridge.bus(input.EventBusName);
    return { ...describeRule(bus, bus.rule(input.Name!)), CreatedBy: eventBridge.aws.account };
  },

  ListRules(eventBridge, input) {
    const bus = eventBridge.bus(input.EventBusName);
    const rules = bus.rules().filter(({ name }) => name.startsWith(input.NamePrefix ?? ''));
    const { items, NextToken } = page(rules, input);
    return { Rules: items.map((rule) => describeRule(bus, rule)), ...NextToken };
  },

  ListRuleNamesByTarget(eventBridge, input) {
    const bus = eventBridge.bus(input.EventBusName);
    const rules = bus
      .rules()
      .filter(({ targets }) => [...targets.values()].some(({ Arn }) => Arn === input.TargetArn));
    const { items, NextToken } = page(rules, input);
    return { RuleNames: items.map(({ name }) => name), ...NextToken };
  },

  EnableRule(eventBridge, input) {
    const bus = eventBridge.bus(input.EventBusName);
    bus.rule(input.Name!).enabled = true;
    return {};
  },

  DisableRule(eventBridge, input) {
    const bus = eventBridge.bus(input.EventBusName);
    bus.rule(input.Name!).enabled = false;
    return {};
  },

  DeleteRule(eventBridge, input) {
    const bus = eventBridge.bus(input.EventBusName);
    bus.deleteRule(input.Name!);
    return {};
  },

  PutTargets(eventBridge, input) {
    const bus = eventBridge.bus(input.EventBusName);
    bus.putTargets(bus.rule(input.Rule!), input.Targets!);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },

  RemoveTargets(eventBridge, input) {
    const bus = eventBridge.bus(input.EventBusName);
    const { targets } = bus.rule(input.Rule!);
    const missing = input.Ids!.filter((id) => !targets.delete(id));
    const FailedEntries = missing.map((TargetId) => ({
      TargetId,
      ErrorCode: 'ResourceNotFoundException',
      ErrorMessage: `Rule ${input.Rule} has no target ${TargetId}.`,
    }));
    return { FailedEntryCount: missing.length, FailedEntries };
  },

  ListTargetsByRule(eventBridge, input) {
    const bus = eventBridge.bus(input.EventBusName);
    const { items, NextToken } = page([...bus.rule(input.Rule!).targets.values()], input);
    return { Targets: items as never, ...NextToken };
  },

  PutEvents: (eventBridge, input) => putEvents(eventBridge, input.Entries!),

  TestEventPattern(_bus, input) {
    const event = parseObject(input.Event!);
    if (!event) throw new AwsError('ValidationException', 'Parameter Event is not valid JSON.');
    return { Result: parsePattern(input.EventPattern!)(event) };
  },

  CreateEventBus: (eventBridge, input) => ({ EventBusArn: eventBridge.create(input.Name!).arn }),

  DeleteEventBus(eventBridge, input) {
    eventBridge.delete(input.Name!);
    return {};
  },

  DescribeEventBus(eventBridge, input) {
    const { name, arn } = eventBridge.bus(input.Name);
    return { Name: name, Arn: arn };
  },

  ListEventBuses(eventBridge, input) {
    const buses = eventBridge.all().filter(({ name }) => name.startsWith(input.NamePrefix ?? ''));
    const { items, NextToken } = page(buses, input);
    return { EventBuses: items.map(({ name, arn }) => ({ Name: name, Arn: arn })), ...NextToken };
  },
};

/** EventBridge: buses, rules, their targets, and what services and clients put on them. */
export default defineService({
  name: 'events',
  protocol: { kind: 'json', version: '1.1', target: 'AWSEvents' },
  sdk: () => import('@aws-sdk/client-eventbridge'),
  state: (aws: Aws) => new EventBridge(aws),
  persistence: ownSnapshots(1),
  operations: { ...ruleOperations, ...destinationOperations },
});

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
