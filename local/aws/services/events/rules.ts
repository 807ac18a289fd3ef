import { type Aws, AwsError, type EmittedEvent } from '../../define.ts';
import { Deliverer, type Handler, type Target } from './delivery.ts';
import { Destinations, notFound } from './destinations.ts';
import { checkInput } from './input.ts';
import { type Pattern, parsePattern } from './pattern.ts';

export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly pattern: string;
  readonly matches: Pattern;
  readonly description: string | undefined;
  readonly roleArn: string | undefined;
  enabled: boolean;
  readonly targets: Map<string, Target>;
}

export interface NewRule {
  readonly name: string;
  readonly pattern: string;
  readonly enabled: boolean;
  readonly description?: string | undefined;
  readonly roleArn?: string | undefined;
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const mostTargets = 5;

/** The default bus: its rules, and what carries events to their targets. */
export class Bus {
  readonly name = 'default';
  readonly arn: string;
  readonly destinations: Destinations;
  readonly aws: Aws;
  readonly #deliverer: Deliverer;
  readonly #rules = new Map<string, Rule>();

  constructor(aws: Aws) {
    this.aws = aws;
    this.arn = `arn:aws:events:${aws.region}:${aws.account}:event-bus/default`;
    this.destinations = new Destinations(aws);
    this.#deliverer = new Deliverer(aws, this.destinations);
    aws.onClose(aws.onEvent((event) => this.publish(event)));
  }

  /** Lets rules have the resources of a service as targets: a pipeline's ARN begins a run, for example. */
  handle(service: string, handler: Handler): void {
    this.#deliverer.handle(service, handler);
  }

  /** Takes an event to the targets of every rule that it fits, in the background. */
  publish(event: EmittedEvent): void {
    for (const rule of this.#rules.values())
      if (rule.enabled && rule.matches(event))
        for (const target of rule.targets.values()) this.#deliverer.deliver(target, event, rule);
  }

  rules(): readonly Rule[] {
    return [...this.#rules.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  rule(name: string): Rule {
    const rule = this.#rules.get(name);
    if (rule) return rule;
    throw notFound(`Rule ${name} does not exist on EventBus default.`);
  }

  /** Makes a rule, or changes the one of that name and leaves its targets. */
  putRule({ name, pattern, enabled, description, roleArn }: NewRule): Rule {
    if (!/^[.\w-]{1,64}$/.test(name))
      throw new AwsError(
        'ValidationException',
        `Value '${name}' at 'name' must have 1 to 64 of . - _ A-Z a-z 0-9`,
      );
    const rule: Rule = {
      name,
      arn: `arn:aws:events:${this.aws.region}:${this.aws.account}:rule/${name}`,
      pattern,
      matches: parsePattern(pattern),
      description,
      roleArn,
      enabled,
      targets: this.#rules.get(name)?.targets ?? new Map(),
    };
    this.#rules.set(name, rule);
    return rule;
  }

  putTargets(rule: Rule, targets: readonly Target[]): void {
    for (const target of targets) {
      this.#deliverer.check(target);
      checkInput(target);
    }
    const ids = new Set([...rule.targets.keys(), ...targets.map(({ Id }) => Id!)]);
    if (ids.size > mostTargets)
      throw new AwsError('LimitExceededException', `A rule has at most ${mostTargets} targets.`);
    for (const target of targets) rule.targets.set(target.Id!, target);
  }

  deleteRule(name: string): void {
    if ((this.#rules.get(name)?.targets.size ?? 0) > 0)
      throw new AwsError('ValidationException', "Rule can't be deleted since it has targets.");
    this.#rules.delete(name);
  }
}
