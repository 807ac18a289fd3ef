import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { DeliveryError } from './outbox/retry.ts';

/** Errors that pass, or that an operator mends (a scope, a token, an invitation to the channel). */
const passingErrors: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
]);

/** What Slack answers, or an error that says whether to try again. */
export async function call<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    throw translate(error);
  }
}

function translate(cause: unknown): unknown {
  if (cause instanceof WebAPIRateLimitedError) {
    const retryAfter = cause.retryAfter * 1000;
    return new DeliveryError('Slack asks us to wait', { reason: 'limited', retryAfter, cause });
  }
  if (cause instanceof WebAPIRequestError) {
    return new DeliveryError('Slack cannot be reached', { reason: 'unreachable', cause });
  }
  if (cause instanceof WebAPIHTTPError) {
    const reason = cause.statusCode >= 500 ? 'unreachable' : 'refused';
    return new DeliveryError(`Slack answered ${cause.statusCode}`, { reason, cause });
  }
  if (cause instanceof WebAPIPlatformError) {
    const reason = passingErrors.has(cause.data.error) ? 'unreachable' : 'refused';
    return new DeliveryError(`Slack answered ${cause.data.error}`, { reason, cause });
  }
  return cause;
}

/** The result, or `instead` where Slack answers with one of these errors. */
export async function unless<Result, Instead>(
  errors: readonly string[],
  instead: Instead,
  work: () => Promise<Result>,
): Promise<Result | Instead> {
  try {
    return await work();
  } catch (error) {
    const cause = error instanceof DeliveryError ? error.cause : undefined;
    if (cause instanceof WebAPIPlatformError && errors.includes(cause.data.error)) return instead;
    throw error;
  }
}
