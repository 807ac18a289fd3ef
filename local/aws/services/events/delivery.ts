import { messageOf } from '../../../../shared/errors.ts';
import { type Aws, AwsError, type EmittedEvent } from '../../define.ts';
import sns from '../sns/service.ts';
import sqs from '../sqs/service.ts';
import type { Destinations, HttpParameters } from './destinations.ts';
import { renderInput, type TargetInput } from './input.ts';

export interface Target extends TargetInput {
  readonly Id: string | undefined;
  readonly Arn: string | undefined;
  readonly RoleArn?: string | undefined;
  readonly HttpParameters?: (HttpParameters & { PathParameterValues?: string[] | undefined }) | undefined;
  readonly DeadLetterConfig?: { readonly Arn?: string | undefined } | undefined;
  readonly RetryPolicy?:
    | {
        readonly MaximumRetryAttempts?: number | undefined;
        readonly MaximumEventAgeInSeconds?: number | undefined;
      }
    | undefined;
}

export interface RuleName {
  readonly name: string;
  readonly arn: string;
}

/** Hands an input to a target of one service, such as a pipeline. What it throws is tried again. */
export type Handler = (target: {
  readonly arn: string;
  readonly input: string;
  readonly event: EmittedEvent;
  /** The ARN of the rule that matched. */
  readonly rule: string;
}) => unknown;

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
const defaultRetries = 185;
const defaultAgeSeconds = 86_400;
/** EventBridge gives an API destination five seconds to answer. */
const answerMs = 5_000;
const longestBackoffMs = 60_000;

/** The services whose resources can be targets. */
const reachable = ['sqs', 'sns', 'codepipeline'];

/** A failure that trying again will not mend. */
class PermanentFailure extends Error {}

/** A failure that says itself when to come back. */
class Busy extends Error {
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs: number | undefined) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Carries events to targets, tries again with growing pauses, and gives up into a dead-letter queue. */
export class Deliverer {
  readonly #aws: Aws;
  readonly #destinations: Destinations;
  readonly #handlers = new Map<string, Handler>();
  readonly #timers = new Set<() => void>();
  readonly #closing = new AbortController();

  constructor(aws: Aws, destinations: Destinations) {
    this.#aws = aws;
    this.#destinations = destinations;
    this.handle('sqs', ({ arn, input }) => aws.use(sqs).send(arn, input));
    this.handle('sns', ({ arn, input }) => aws.use(sns).publish(arn, { message: input }));
    aws.onClose(() => {
      this.#closing.abort();
      for (const cancel of this.#timers) cancel();
    });
  }

  /** Makes the ARNs of a service, such as `codepipeline`, reachable as targets. */
  handle(service: string, handler: Handler): void {
    this.#handlers.set(service, handler);
  }

  /** Refuses a target that nothing here delivers to. Pipelines may come later than the rules that start them. */
  check({ Arn = '' }: Target): void {
    if (isDestination(Arn) ? this.#destinations.byArn(Arn) : reachable.includes(serviceOf(Arn))) return;
    const known = [...reachable, 'API destinations'].join(', ');
    throw new AwsError(
      'ValidationException',
      `The local AWS delivers events to ${known} that exist, not to ${Arn}.`,
    );
  }

  deliver(target: Target, event: EmittedEvent, rule: RuleName): void {
    const ingested = new Date(this.#aws.clock.now()).toISOString();
    const input = renderInput(target, event, { ruleName: rule.name, ruleArn: rule.arn, ingested });
    void this.#attempt({ target, event, rule, input, began: this.#aws.clock.now() }, 0);
  }

  async #attempt(delivery: Delivery, retries: number): Promise<void> {
    try {
      await this.#hand(delivery);
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      const pause = this.#pauseBefore(delivery, { retries, error });
      if (pause === undefined) return this.#giveUp(delivery, error);
      const cancel = this.#aws.clock.after(pause, () => {
        this.#timers.delete(cancel);
        void this.#attempt(delivery, retries + 1);
      });
      this.#timers.add(cancel);
    }
  }

  async #hand({ target, event, input, rule }: Delivery): Promise<void> {
    const arn = target.Arn!;
    if (isDestination(arn)) return this.#post(arn, input, target.HttpParameters);
    const handler = this.#handlers.get(serviceOf(arn));
    if (!handler) throw new PermanentFailure(`Nothing takes events for ${arn}`);
    try {
      await handler({ arn, input, event, rule: rule.arn });
    } catch (error) {
      // A queue or pipeline that is not there will not come back by waiting.
      throw error instanceof AwsError ? new PermanentFailure(error.message, { cause: error }) : error;
    }
  }

  async #post(arn: string, body: string, parameters: HttpParameters | undefined): Promise<void> {
    const destination = this.#destinations.byArn(arn);
    if (!destination) throw new PermanentFailure(`The API destination ${arn} does not exist`);
    const { url, method, headers } = this.#destinations.outgoing(destination, parameters);
    const signal = AbortSignal.any([AbortSignal.timeout(answerMs), this.#closing.signal]);
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const response = await fetch(url, {
      method,
      headers,
      signal,
      redirect: 'manual',
      ...(hasBody ? { body } : {}),
    });
    await response.body?.cancel();
    if (response.ok) return;
    const message = `${method} ${url} answered ${response.status}`;
    if (response.status !== 429 && response.status < 500) throw new PermanentFailure(message);
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new Busy(message, Number.isNaN(seconds) ? undefined : seconds * 1000);
  }

  /** Milliseconds until the next attempt; undefined if there is none. */
  #pauseBefore(
    { target, began }: Delivery,
    { retries, error }: { retries: number; error: unknown },
  ): number | undefined {
    const { MaximumRetryAttempts = defaultRetries, MaximumEventAgeInSeconds = defaultAgeSeconds } =
      target.RetryPolicy ?? {};
    if (error instanceof PermanentFailure || retries >= MaximumRetryAttempts) return undefined;
    const asked = error instanceof Busy ? error.retryAfterMs : undefined;
    const pause = Math.max(asked ?? 0, Math.min(1000 * 2 ** retries, longestBackoffMs));
    const age = this.#aws.clock.now() + pause - began;
    return age > MaximumEventAgeInSeconds * 1000 ? undefined : pause;
  }

  #giveUp({ target, rule, input }: Delivery, error: unknown): void {
    const letters = target.DeadLetterConfig?.Arn;
    const text = (StringValue: string) => ({ DataType: 'String', StringValue });
    try {
      if (!letters) throw error;
      this.#aws.use(sqs).send(letters, input, {
        RULE_ARN: text(rule.arn),
        TARGET_ARN: text(target.Arn!),
        ERROR_CODE: text(error instanceof PermanentFailure ? 'SDK_CLIENT_ERROR' : 'RETRY_ATTEMPTS_EXHAUSTED'),
        ERROR_MESSAGE: text(messageOf(error) || 'unknown'),
      });
    } catch (failure) {
      this.#aws.log(`The rule ${rule.name} could not deliver an event to ${target.Arn}`, failure);
    }
  }
}

interface Delivery {
  readonly target: Target;
  readonly event: EmittedEvent;
  readonly rule: RuleName;
  readonly input: string;
  /** Epoch milliseconds. */
  readonly began: number;
}

function isDestination(arn: string): boolean {
  return /^arn:[^:]+:events:[^:]*:[^:]*:api-destination\//.test(arn);
}

function serviceOf(arn: string): string {
  return arn.split(':')[2] ?? '';
}
