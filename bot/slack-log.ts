import { type Logger, LogLevel } from '@slack/web-api';
import { messageOf } from '../shared/errors.ts';
import type { Log } from '../shared/log.ts';

/**
 * What Slack's libraries have to say, warnings and errors only: below that they write whole payloads. What follows the
 * first word is said only where it is an error, for the same reason.
 */
export function slackLogger(log: Log): Logger {
  const say =
    (write: Log['warn']) =>
    (first: unknown, ...rest: unknown[]) => {
      const words = [first, ...rest.filter((each) => each instanceof Error)];
      write({ from: 'slack' }, words.map(messageOf).join(': '));
    };
  return {
    debug() {},
    info() {},
    warn: say(log.warn.bind(log)),
    error: say(log.error.bind(log)),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}
