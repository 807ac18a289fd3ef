interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words?: readonly string[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const fields: readonly Field[] = [
  { name: 'minutes', least: 0, most: 59 },
  { name: 'hours', least: 0, most: 23 },
  { name: 'day of month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, words: months },
  { name: 'day of week', least: 1, most: 7, words: days },
  { name: 'year', least: 1970, most: 2199 },
];

/** A minute on a calendar. `weekday` is 1 for Sunday, as in the expression. */
export interface CalendarMinute {
  readonly minute: number;
  readonly hour: number;
  readonly day: number;
  readonly month: number;
  readonly weekday: number;
  readonly year: number;
}

type Matcher = (at: CalendarMinute) => boolean;

/**
 * Reads an expression of six or seven fields: seconds (which must be `*` or `0`), minutes, hours, day of month,
 * month, day of week and, if need be, year; with `, - * / ? L W #`.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-DeploymentWindow.html
 * @throws Error that says what is wrong with the expression.
 */
export function parseCron(expression: string): Matcher {
  const parts = expression.trim().toUpperCase().split(/\s+/);
  if (parts.length < 6 || parts.length > 7)
    throw new Error(`The cron expression must have 6 or 7 fields, not ${parts.length}: ${expression}`);
  const [, minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = '*'] = parts;
  const simple = (text: string, index: number, get: (at: CalendarMinute) => number): Matcher => {
    const values = valuesOf(text, fields[index] as Field);
    return (at) => values.has(get(at));
  };
  const all = [
    simple(minutes, 0, (at) => at.minute),
    simple(hours, 1, (at) => at.hour),
    dayMatcher(dayOfMonth),
    simple(month, 3, (at) => at.month),
    weekdayMatcher(dayOfWeek),
    simple(year, 5, (at) => at.year),
  ];
  return (at) => all.every((matches) => matches(at));
}

/** `1,5`, `1-5`, `MON-FRI`, `*`, `0/15`: the numbers that a field names. */
function valuesOf(text: string, field: Field): Set<number> {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const [from, to] = rangeOf(range, field, step !== undefined);
    const by = step === undefined ? 1 : numberOf(step, { ...field, least: 1 });
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return values;
}

function rangeOf(text: string, field: Field, isStepped: boolean): [number, number] {
  if (text === '*' || text === '?') return [field.least, field.most];
  const [first = '', last] = text.split('-');
  const from = numberOf(first, field);
  if (last === undefined) return [from, isStepped ? field.most : from];
  const to = numberOf(last, field);
  if (to < from) throw new Error(`The ${field.name} ${text} of the cron expression runs backwards`);
  return [from, to];
}

function numberOf(text: string, { name, least, most, words }: Field): number {
  const word = words?.indexOf(text) ?? -1;
  const value = word >= 0 ? word + 1 : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new Error(`The ${name} of the cron expression must be ${least} to ${most}, not ${text}`);
  return value;
}

function dayMatcher(text: string): Matcher {
  const field = fields[2] as Field;
  if (text === 'L') return (at) => at.day === lastDay(at);
  if (text === 'LW') return (at) => at.day === nearestWeekday(at, lastDay(at));
  const weekday = /^(\d{1,2})W$/.exec(text)?.[1];
  if (weekday !== undefined) {
    const wanted = numberOf(weekday, field);
    return (at) => wanted <= lastDay(at) && at.day === nearestWeekday(at, wanted);
  }
  const values = valuesOf(text, field);
  return (at) => values.has(at.day);
}

function weekdayMatcher(text: string): Matcher {
  const field = fields[4] as Field;
  if (text === 'L') return (at) => at.weekday === 7;
  const last = /^(\w+)L$/.exec(text)?.[1];
  if (last !== undefined) {
    const wanted = numberOf(last, field);
    return (at) => at.weekday === wanted && at.day + 7 > lastDay(at);
  }
  const [, which, nth] = /^(\w+)#([1-5])$/.exec(text) ?? [];
  if (which !== undefined) {
    const wanted = numberOf(which, field);
    return (at) => at.weekday === wanted && Math.ceil(at.day / 7) === Number(nth);
  }
  const values = valuesOf(text, field);
  return (at) => values.has(at.weekday);
}

function lastDay({ year, month }: CalendarMinute): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The weekday nearest to a day of the month, within the month. */
function nearestWeekday(at: CalendarMinute, day: number): number {
  const weekday = new Date(Date.UTC(at.year, at.month - 1, day)).getUTCDay();
  if (weekday === 6) return day > 1 ? day - 1 : day + 2;
  if (weekday === 0) return day < lastDay(at) ? day + 1 : day - 2;
  return day;
}
