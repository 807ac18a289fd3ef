import { type Aws, AwsError, type EmittedEvent } from '../../define.ts';
import type { Deliverer, Target } from './delivery.ts';
import { notFound } from './destinations.ts';
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

export const defaultBus = 'default';

/** One bus: its rules, and what carries events to their targets. */
export class Bus {
  readonly name: string;
  readonly arn: string;
  readonly #aws: Aws;
  readonly #deliverer: Deliverer;
  readonly #rules = new Map<string, Rule>();

  constructor(aws: Aws, name: string, deliverer: Deliverer) {
    this.name = name;
    this.arn = `arn:aws:events:${aws.region}:${aws.account}:event-bus/${name}`;
    this.#aws = aws;
    this.#deliverer = deliverer;
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
    throw notFound(`Rule ${name} does not exist on EventBus ${this.name}.`);
  }

  /** Makes a rule, or changes the one of that name and leaves its targets. */
  putRule({ name, pattern, enabled, description, roleArn }: NewRule): Rule {
    if (!/^[.\w-]{1,64}$/.test(name))
      throw new AwsError(
        'ValidationException',
        `Value '${name}' at 'name' must have 1 to 64 of . - _ A-Z a-z 0-9`,
      );
    const path = this.name === defaultBus ? name : `${this.name}/${name}`;
    const rule: Rule = {
      name,
      arn: `arn:aws:events:${this.#aws.region}:${this.#aws.account}:rule/${path}`,
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

  snapshot(): BusSnapshot {
    return { name: this.name, rules: this.rules().map(({ matches: _matches, ...rule }) => rule) };
  }

  restore({ rules }: BusSnapshot): void {
    for (const { targets, ...rule } of rules) {
      const own = this.putRule(rule).targets;
      for (const [id, target] of targets) own.set(id, target);
    }
  }
}

/** The pattern's matcher is made anew from its text. */
export interface BusSnapshot {
  readonly name: string;
  readonly rules: readonly Omit<Rule, 'matches'>[];
}
