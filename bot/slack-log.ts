import { type Logger, LogLevel } from '@slack/web-api';
import type { Log } from '../shared/log.ts';

/** What Slack's libraries have to say, warnings and errors only: below that they write whole payloads. */
export function slackLogger(log: Log): Logger {
  const say = (write: Log['warn']) => (first: unknown) =>
    write({ from: 'slack' }, first instanceof Error ? first.message : String(first));
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
