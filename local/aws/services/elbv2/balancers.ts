import { randomBytes } from 'node:crypto';
import { type Aws, AwsError } from '../../define.ts';
import { hostsOf } from '../../hosts/hosts.ts';
import { type Listener, startListener } from '../../loadbalancer/listener.ts';
import { TargetGroup } from '../../loadbalancer/target-group.ts';

export interface NamedGroup {
  readonly name: string;
  readonly arn: string;
  /** What applications on real instances would listen on; see `Host.port`. */
  readonly port: number;
  readonly healthCheck: HealthCheckSettings;
  readonly targets: TargetGroup;
}

export interface HealthCheckSettings {
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  /** HTTP statuses such as `200`, `200,204` or `200-299`. */
  readonly matcher: string;
}

export interface LoadBalancer {
  readonly name: string;
  readonly arn: string;
  readonly created: Date;
  readonly listeners: Map<
    string,
    { readonly arn: string; readonly group: NamedGroup; readonly listener: Listener }
  >;
}

/** AWS's own defaults for HTTP. */
export const defaultHealthCheck: HealthCheckSettings = {
  path: '/',
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: '200',
};
const defaultDrainingSeconds = 300;

/** Load balancers that really listen on the loopback interface. In process: `aws.use(elbv2)`. */
export class Balancers {
  readonly aws: Aws;
  readonly groups = new Map<string, NamedGroup>();
  readonly balancers = new Map<string, LoadBalancer>();

  constructor(aws: Aws) {
    this.aws = aws;
    aws.onClose(async () => {
      for (const { targets } of this.groups.values()) targets.close();
      const open = [...this.balancers.values()].flatMap(({ listeners }) => [...listeners.values()]);
      await Promise.all(open.map(({ listener }) => listener.close()));
    });
  }

  createGroup(name: string, port: number, settings: Partial<HealthCheckSettings> = {}): NamedGroup {
    checkName('target group', name);
    if (this.groupNamed(name))
      throw new AwsError('DuplicateTargetGroupName', `A target group with the name '${name}' exists already`);
    const arn = this.#arn(`targetgroup/${name}/${randomBytes(8).toString('hex')}`);
    return this.addGroup({ name, arn, port, healthCheck: { ...defaultHealthCheck, ...settings } });
  }

  /** Adds a target group without targets. */
  addGroup(made: Omit<NamedGroup, 'targets'>): NamedGroup {
    const { healthCheck } = made;
    const targets = new TargetGroup({
      clock: this.aws.clock,
      drainingDelay: defaultDrainingSeconds * 1000,
      healthCheck: {
        path: healthCheck.path,
        interval: healthCheck.intervalSeconds * 1000,
        timeout: healthCheck.timeoutSeconds * 1000,
        healthyThreshold: healthCheck.healthyThreshold,
        unhealthyThreshold: healthCheck.unhealthyThreshold,
        isHealthy: matches(healthCheck.matcher),
      },
    });
    const group = { ...made, targets };
    this.groups.set(group.arn, group);
    return group;
  }

  deleteGroup(arn: string): void {
    const group = this.groups.get(arn);
    if (!group) return;
    if (this.isUsed(group))
      throw new AwsError(
        'ResourceInUse',
        `Target group '${arn}' is currently in use by a listener or a rule`,
      );
    group.targets.close();
    this.groups.delete(arn);
  }

  group(arn: string): NamedGroup {
    const group = this.groups.get(arn);
    if (group) return group;
    throw new AwsError('TargetGroupNotFound', `Target group '${arn}' not found`);
  }

  groupNamed(name: string): NamedGroup | undefined {
    return [...this.groups.values()].find((group) => group.name === name);
  }

  /** Whether a listener sends requests there. */
  isUsed(group: NamedGroup): boolean {
    return this.balancersOf(group).length > 0;
  }

  balancersOf(group: NamedGroup): LoadBalancer[] {
    return [...this.balancers.values()].filter(({ listeners }) =>
      [...listeners.values()].some((one) => one.group === group),
    );
  }

  createBalancer(name: string): LoadBalancer {
    checkName('load balancer', name);
    if ([...this.balancers.values()].some((balancer) => balancer.name === name))
      throw new AwsError(
        'DuplicateLoadBalancerName',
        `A load balancer with the name '${name}' exists already`,
      );
    const arn = this.#arn(`loadbalancer/app/${name}/${randomBytes(8).toString('hex')}`);
    const balancer = { name, arn, created: new Date(this.aws.clock.now()), listeners: new Map() };
    this.balancers.set(arn, balancer);
    return balancer;
  }

  async deleteBalancer(arn: string): Promise<void> {
    const balancer = this.balancers.get(arn);
    this.balancers.delete(arn);
    await Promise.all([...(balancer?.listeners.values() ?? [])].map(({ listener }) => listener.close()));
  }

  balancer(arn: string): LoadBalancer {
    const balancer = this.balancers.get(arn);
    if (balancer) return balancer;
    throw new AwsError('LoadBalancerNotFound', `Load balancer '${arn}' not found`);
  }

  /** Opens a port, 0 for a free one, whose requests go to a target group. */
  async listen(balancer: LoadBalancer, group: NamedGroup, port: number) {
    const listener = await startListener(group.targets, port).catch((error: Error) => {
      throw new AwsError(
        'InvalidConfigurationRequest',
        `Port ${port} cannot be listened on here: ${error.message}`,
      );
    });
    const arn = `${balancer.arn.replace(':loadbalancer/', ':listener/')}/${randomBytes(8).toString('hex')}`;
    const opened = { arn, group, listener };
    balancer.listeners.set(arn, opened);
    return opened;
  }

  async closeListener(arn: string): Promise<void> {
    for (const { listeners } of this.balancers.values()) {
      const found = listeners.get(arn);
      listeners.delete(arn);
      if (found) return found.listener.close();
    }
    throw new AwsError('ListenerNotFound', `One or more listeners not found: ${arn}`);
  }

  /** Sends requests to a local host: on the port given, else on the host's own. */
  register(group: NamedGroup, id: string, port?: number): void {
    group.targets.register(id, this.#portOf(id, port));
  }

  /** Throws where `register` would. */
  checkTarget(id: string, port?: number): void {
    this.#portOf(id, port);
  }

  #portOf(id: string, port: number | undefined): number {
    const host = hostsOf(this.aws).get(id);
    if (!host) throw new AwsError('InvalidTarget', `The following targets are not valid instances: '${id}'`);
    const found = port ?? host.port;
    if (found) return found;
    throw new AwsError(
      'InvalidTarget',
      `The local host '${id}' has no PORT in its environment: say which port`,
    );
  }

  #arn(resource: string): string {
    return `arn:aws:elasticloadbalancing:${this.aws.region}:${this.aws.account}:${resource}`;
  }
}

function checkName(what: string, name: string): void {
  if (!/^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name))
    throw new AwsError(
      'ValidationError',
      `The ${what} name '${name}' must be 1 to 32 letters, digits and hyphens, with no hyphen at either end`,
    );
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html */
function matches(matcher: string): (status: number) => boolean {
  const ranges = matcher.split(',').map((part) => /^(\d{3})(?:-(\d{3}))?$/.exec(part));
  if (ranges.includes(null))
    throw new AwsError(
      'ValidationError',
      `Health check matcher HTTP code '${matcher}' must be within '200-499'`,
    );
  return (status) =>
    ranges.some((range) => status >= Number(range![1]) && status <= Number(range![2] ?? range![1]));
}
