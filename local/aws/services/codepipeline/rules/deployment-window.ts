import { sleep } from '../../../../../shared/clock.ts';
import { type CalendarMinute, parseCron } from './cron.ts';
import { defineRuleRunner } from './define.ts';

const minute = 60_000;

/**
 * Passes while the window is open, and waits for it to open, at the most for as long as the rule's timeout.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-DeploymentWindow.html
 */
export default defineRuleRunner({
  provider: 'DeploymentWindow',
  async check({ aws, configuration, signal }) {
    const { Cron = '', TimeZone = 'UTC' } = configuration;
    const isOpen = parseCron(Cron);
    const calendar = calendarOf(TimeZone);
    for (;;) {
      const now = aws.clock.now();
      if (isOpen(calendar(now))) return { passed: true, message: `The window ${Cron} (${TimeZone}) is open` };
      await sleep(aws.clock, minute - (now % minute), signal);
    }
  },
});

/** Reads a clock on the wall of a time zone such as `America/Los_Angeles`. */
function calendarOf(timeZone: string): (now: number) => CalendarMinute {
  const format = formatFor(timeZone);
  return (now) => {
    const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
    const [year, month, day, hour, at] = ['year', 'month', 'day', 'hour', 'minute'].map((name) =>
      Number(parts[name]),
    ) as [number, number, number, number, number];
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
    return { year, month, day, hour, minute: at, weekday };
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  try {
    const options = {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    } as const;
    return new Intl.DateTimeFormat('en-US', { ...options, hour: 'numeric', minute: 'numeric' });
  } catch {
    throw new Error(`There is no time zone ${timeZone}`);
  }
}
