import { isTransient } from '../../shared/aws/errors.ts';
import { messageOf } from '../../shared/errors.ts';
import { StoreAwayError } from '../store/engine.ts';

/** Why something could not be done outside, as far as it decides whether and when to try again. */
export class DeliveryError extends Error {
  readonly reason: 'limited' | 'unreachable' | 'refused';
  /** How long the other side asked us to wait; milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    options: { reason: DeliveryError['reason']; retryAfter?: number | undefined; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.name = 'DeliveryError';
    this.reason = options.reason;
    this.retryAfter = options.retryAfter;
  }
}

const second = 1000;
const longestWait = 5 * 60 * second;
/** The longest limit of GitHub's is an hour; what is longer is a slip. */
const longestAsked = 60 * 60 * second;
const mostAttempts = 12;
const longestOutage = 24 * 60 * 60 * second;

/**
 * When to try again, or undefined to give up: at once for what the other side refuses, after a day for what
 * it did not take because it was away or busy, after twelve tries (about half an hour) for the rest.
 */
export function retryAt(
  error: unknown,
  tried: { now: number; createdAt: number; attempts: number; random: () => number },
): number | undefined {
  const { now, createdAt, attempts, random } = tried;
  const reason = reasonOf(error);
  if (reason === 'refused') return undefined;
  if (reason === 'unknown' ? attempts >= mostAttempts : now - createdAt > longestOutage) return undefined;
  const asked = pauseAskedBy(error);
  if (asked !== undefined) return now + asked + Math.round(random() * second * 0.25);
  const wait = Math.min(longestWait, second * 2 ** (attempts - 1));
  return now + Math.round(wait * (0.5 + random() / 2));
}

/** How long the other side wants to be left alone, within reason; milliseconds. */
export function pauseAskedBy(error: unknown): number | undefined {
  const asked = error instanceof DeliveryError ? error.retryAfter : undefined;
  if (asked === undefined || Number.isNaN(asked)) return undefined;
  return Math.min(longestAsked, Math.max(second, asked));
}

/**
 * The milliseconds of a `Retry-After`, which is seconds or a date; undefined where it is neither.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function waitAskedBy(retryAfter: string | null | undefined, now: number): number | undefined {
  if (!retryAfter) return undefined;
  const seconds = Number(retryAfter);
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - now : seconds * second;
  return Number.isFinite(wait) ? wait : undefined;
}

function reasonOf(error: unknown): DeliveryError['reason'] | 'unknown' {
  if (error instanceof DeliveryError) return error.reason;
  return isTransient(error) || error instanceof StoreAwayError ? 'unreachable' : 'unknown';
}

/** Whether another try may find what was away or busy. */
export function mayPass(error: unknown): boolean {
  return reasonOf(error) === 'unreachable' || reasonOf(error) === 'limited';
}

/** One line of what went wrong, with its causes, for the operator. */
export function describeFailure(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? messageOf(error) : `${messageOf(error)}: ${describeFailure(cause)}`;
}
