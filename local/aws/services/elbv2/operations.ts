import { AwsError } from '../../define.ts';
import { page } from '../../page.ts';
import type { DeclaredOperations } from '../../protocol/declare.ts';
import type { api } from './api.ts';
import { type Balancers, defaultHealthCheck, type LoadBalancer, type NamedGroup } from './balancers.ts';
import { describeHealth } from './health.ts';

const delayKey = 'deregistration_delay.timeout_seconds';

export const operations: DeclaredOperations<typeof api, Balancers> = {
  CreateLoadBalancer(balancers, { Name, Type = 'application', Scheme }) {
    if (Type !== 'application') absent(`load balancers of type ${Type}: only application`);
    if (Scheme === 'internal') absent('scheme internal: every local load balancer is on loopback');
    return { LoadBalancers: [describeBalancer(balancers.createBalancer(Name))] };
  },

  DescribeLoadBalancers(balancers, { LoadBalancerArns, Names, Marker, PageSize }) {
    const all = [...balancers.balancers.values()];
    const named = Names?.map((name) => {
      const found = all.find((balancer) => balancer.name === name);
      if (found) return found;
      throw new AwsError('LoadBalancerNotFound', `Load balancers '[${name}]' not found`);
    });
    const found = LoadBalancerArns?.map((arn) => balancers.balancer(arn)) ?? named ?? all;
    const { items, nextToken } = onePage(found, Marker, PageSize);
    return { LoadBalancers: items.map(describeBalancer), NextMarker: nextToken };
  },

  async DeleteLoadBalancer(balancers, { LoadBalancerArn }) {
    await balancers.deleteBalancer(LoadBalancerArn);
    return {};
  },

  async CreateListener(balancers, { LoadBalancerArn, Protocol = 'HTTP', Port, DefaultActions }) {
    const balancer = balancers.balancer(LoadBalancerArn);
    if (Protocol !== 'HTTP') absent(`listeners for ${Protocol}: only HTTP`);
    if (!isPort(Port)) throw new AwsError('ValidationError', 'A listener needs a port from 1 to 65535');
    const [action, ...others] = DefaultActions;
    if (action?.Type !== 'forward' || !action.TargetGroupArn || others.length > 0)
      return absent('listener actions but one that forwards to a TargetGroupArn');
    const { arn } = await balancers.listen(balancer, balancers.group(action.TargetGroupArn), Port!);
    return { Listeners: describeListeners(balancer).filter(({ ListenerArn }) => ListenerArn === arn) };
  },

  DescribeListeners(balancers, { LoadBalancerArn, ListenerArns, Marker, PageSize }) {
    const all = LoadBalancerArn
      ? describeListeners(balancers.balancer(LoadBalancerArn))
      : [...balancers.balancers.values()].flatMap(describeListeners);
    const found = all.filter(({ ListenerArn }) => ListenerArns?.includes(ListenerArn) ?? true);
    const { items, nextToken } = onePage(found, Marker, PageSize);
    return { Listeners: items, NextMarker: nextToken };
  },

  async DeleteListener(balancers, { ListenerArn }) {
    await balancers.closeListener(ListenerArn);
    return {};
  },

  CreateTargetGroup(balancers, input) {
    const { Name, Protocol, Port, TargetType = 'instance', HealthCheckProtocol = 'HTTP' } = input;
    if (TargetType !== 'instance') absent(`targets of type ${TargetType}: only instance`);
    if (Protocol !== 'HTTP') absent(`target groups for ${Protocol ?? 'no protocol'}: only HTTP`);
    if (input.ProtocolVersion !== undefined && input.ProtocolVersion !== 'HTTP1')
      absent(`protocol version ${input.ProtocolVersion}: only HTTP1`);
    if (HealthCheckProtocol !== 'HTTP' || input.HealthCheckEnabled === false)
      absent('health checks but those over HTTP');
    if (input.HealthCheckPort !== undefined && input.HealthCheckPort !== 'traffic-port')
      absent('health checks but those on the traffic port');
    if (!isPort(Port)) throw new AwsError('ValidationError', 'A port must be specified, from 1 to 65535');
    const seconds = (name: 'HealthCheckIntervalSeconds' | 'HealthCheckTimeoutSeconds', least: number) =>
      within(name, input[name], least, name === 'HealthCheckIntervalSeconds' ? 300 : 120);
    const group = balancers.createGroup(Name, Port!, {
      path: checkPath(input.HealthCheckPath ?? defaultHealthCheck.path),
      intervalSeconds: seconds('HealthCheckIntervalSeconds', 5) ?? defaultHealthCheck.intervalSeconds,
      timeoutSeconds: seconds('HealthCheckTimeoutSeconds', 2) ?? defaultHealthCheck.timeoutSeconds,
      healthyThreshold:
        within('HealthyThresholdCount', input.HealthyThresholdCount, 2, 10) ??
        defaultHealthCheck.healthyThreshold,
      unhealthyThreshold:
        within('UnhealthyThresholdCount', input.UnhealthyThresholdCount, 2, 10) ??
        defaultHealthCheck.unhealthyThreshold,
      matcher: input.Matcher?.HttpCode ?? defaultHealthCheck.matcher,
    });
    return { TargetGroups: [describeGroup(balancers, group)] };
  },

  DescribeTargetGroups(balancers, { LoadBalancerArn, TargetGroupArns, Names, Marker, PageSize }) {
    const of = LoadBalancerArn === undefined ? undefined : balancers.balancer(LoadBalancerArn);
    const named = Names?.map((name) => {
      const found = balancers.groupNamed(name);
      if (found) return found;
      throw new AwsError('TargetGroupNotFound', 'One or more target groups not found');
    });
    const found = TargetGroupArns?.map((arn) => balancers.group(arn)) ??
      named ?? [...balancers.groups.values()];
    const wanted = found.filter((group) => !of || balancers.balancersOf(group).includes(of));
    const { items, nextToken } = onePage(wanted, Marker, PageSize);
    return { TargetGroups: items.map((group) => describeGroup(balancers, group)), NextMarker: nextToken };
  },

  DeleteTargetGroup(balancers, { TargetGroupArn }) {
    balancers.deleteGroup(TargetGroupArn);
    return {};
  },

  DescribeTargetGroupAttributes: (balancers, { TargetGroupArn }) => ({
    Attributes: attributesOf(balancers.group(TargetGroupArn)),
  }),

  ModifyTargetGroupAttributes(balancers, { TargetGroupArn, Attributes }) {
    const group = balancers.group(TargetGroupArn);
    for (const { Key, Value } of Attributes) {
      if (Key !== delayKey) absent(`target group attribute ${Key}: only ${delayKey}`);
      if (!/^\d{1,4}$/.test(Value ?? '') || Number(Value) > 3600)
        throw new AwsError('InvalidConfigurationRequest', `${delayKey} must be from 0 to 3600`);
    }
    for (const { Value } of Attributes) group.targets.drainingDelay = Number(Value) * 1000;
    return { Attributes: attributesOf(group) };
  },

  RegisterTargets(balancers, { TargetGroupArn, Targets }) {
    const group = balancers.group(TargetGroupArn);
    for (const { Id, Port } of Targets) balancers.checkTarget(Id, Port);
    for (const { Id, Port } of Targets) balancers.register(group, Id, Port);
    return {};
  },

  DeregisterTargets(balancers, { TargetGroupArn, Targets }) {
    const { targets } = balancers.group(TargetGroupArn);
    // It drains on while the caller goes on: DescribeTargetHealth tells.
    for (const { Id } of Targets) void targets.deregister(Id);
    return {};
  },

  DescribeTargetHealth(balancers, { TargetGroupArn, Targets }) {
    const group = balancers.group(TargetGroupArn);
    return { TargetHealthDescriptions: describeHealth(group, Targets, balancers.isUsed(group)) };
  },
};

function absent(what: string): never {
  throw new AwsError('InvalidConfigurationRequest', `The local load balancer has no ${what}`);
}

function within(name: string, value: number | undefined, least: number, most: number): number | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return value;
  throw new AwsError('ValidationError', `${name} must be from ${least} to ${most}`);
}

function checkPath(path: string): string {
  if (/^\/[\x21-\x7e]{0,1023}$/.test(path)) return path;
  throw new AwsError('ValidationError', `Health check path '${path}' must start with a '/'`);
}

function isPort(port: number | undefined): boolean {
  return Number.isInteger(port) && port! >= 1 && port! <= 65_535;
}

function onePage<T>(all: readonly T[], token: string | undefined, max: number | undefined) {
  return page(all, { token, max, limit: 400, badToken: 'ValidationError' });
}

function attributesOf({ targets }: NamedGroup) {
  return [{ Key: delayKey, Value: String(targets.drainingDelay / 1000) }];
}

function describeBalancer({ arn, name, created }: LoadBalancer) {
  return {
    LoadBalancerArn: arn,
    LoadBalancerName: name,
    // Every local load balancer is there, each listener on a port of its own.
    DNSName: '127.0.0.1',
    CreatedTime: created,
    Scheme: 'internet-facing',
    Type: 'application',
    State: { Code: 'active' },
  };
}

function describeListeners({ arn, listeners }: LoadBalancer) {
  return [...listeners.values()].map((one) => ({
    ListenerArn: one.arn,
    LoadBalancerArn: arn,
    Port: one.listener.port,
    Protocol: 'HTTP',
    DefaultActions: [{ Type: 'forward', TargetGroupArn: one.group.arn }],
  }));
}

function describeGroup(balancers: Balancers, group: NamedGroup) {
  const { healthCheck } = group;
  return {
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    Protocol: 'HTTP',
    ProtocolVersion: 'HTTP1',
    Port: group.port,
    TargetType: 'instance',
    LoadBalancerArns: balancers.balancersOf(group).map(({ arn }) => arn),
    HealthCheckProtocol: 'HTTP',
    HealthCheckPort: 'traffic-port',
    HealthCheckEnabled: true,
    HealthCheckPath: healthCheck.path,
    HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
    HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
    HealthyThresholdCount: healthCheck.healthyThreshold,
    UnhealthyThresholdCount: healthCheck.unhealthyThreshold,
    Matcher: { HttpCode: healthCheck.matcher },
  };
}
