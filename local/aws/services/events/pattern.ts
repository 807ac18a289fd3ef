import { AwsError } from '../../define.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };
type Matcher = (value: Json | undefined) => boolean;

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html lets this quota be raised to 4096. */
const longestPattern = 4096;

/** An event pattern made ready: says whether an event fits. */
export type Pattern = (event: object) => boolean;

/** Parses an event pattern. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
export function parsePattern(text: string): Pattern {
  if (text.length > longestPattern) throw invalid(`It is longer than ${longestPattern} characters`);
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    throw invalid('It is not valid JSON');
  }
  if (!isObject(json) || Object.keys(json).length === 0)
    throw invalid('It must be a JSON object that is not empty');
  const matches = compile(json);
  return (event) => matches(event as Json);
}

function compile(pattern: JsonObject): Matcher {
  const fields = Object.entries(pattern).map(([name, wanted]): Matcher => {
    if (name === '$or' && Array.isArray(wanted)) return compileOr(wanted as Json[]);
    const matches = compileField(name, wanted);
    return (value) => matches(isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);
  });
  return (value) => fields.every((matches) => matches(value));
}

function compileOr(choices: readonly Json[]): Matcher {
  if (choices.length < 2 || !choices.every(isObject)) throw invalid('$or needs two or more patterns');
  const patterns = choices.map(compile);
  return (value) => patterns.some((matches) => matches(value));
}

function compileField(name: string, wanted: Json): Matcher {
  if (isObject(wanted)) {
    if (Object.keys(wanted).length === 0) throw invalid(`"${name}" must not be empty`);
    return anyElement(compile(wanted));
  }
  if (!Array.isArray(wanted)) throw invalid(`"${name}" must be an object or an array`);
  if (wanted.length === 0) throw invalid(`"${name}" must not be an empty array`);
  const matchers = (wanted as Json[]).map((item) => compileItem(name, item));
  return (value) => matchers.some((matches) => matches(value));
}

/** An array in an event fits if one of its elements does. */
function anyElement(matches: Matcher): Matcher {
  return (value) =>
    Array.isArray(value) && value.length > 0 ? value.some((item) => matches(item)) : matches(value);
}

function compileItem(name: string, item: Json): Matcher {
  if (!isObject(item)) return anyElement((value) => value === item);
  const [[operator, operand] = [], ...more] = Object.entries(item);
  if (operator === undefined || operand === undefined || more.length > 0)
    throw invalid(`"${name}" has a matcher that does not hold exactly one operator`);
  if (operator === 'exists') {
    if (typeof operand !== 'boolean') throw invalid('exists must be true or false');
    return (value) => (value !== undefined) === operand;
  }
  const matches = operators.get(operator);
  if (!matches) throw invalid(`Unrecognized match type ${operator}`);
  return anyElement(matches(operand));
}

const operators = new Map<string, (operand: Json) => Matcher>(
  Object.entries({
    prefix: (operand: Json) => compareText(operand, (text, start) => text.startsWith(start)),
    suffix: (operand: Json) => compareText(operand, (text, end) => text.endsWith(end)),
    'equals-ignore-case': (operand: Json) => {
      const wanted = textOf('equals-ignore-case', operand).toLowerCase();
      return onText((text) => text.toLowerCase() === wanted);
    },
    wildcard: (operand: Json) => {
      const parts = wildcardParts(textOf('wildcard', operand));
      return onText((text) => matchParts(parts, text));
    },
    numeric: compileNumeric,
    'anything-but': compileAnythingBut,
  }),
);

/** `prefix` and `suffix` take a text, or `{"equals-ignore-case": text}`. */
function compareText(operand: Json, compare: (text: string, wanted: string) => boolean): Matcher {
  if (isObject(operand)) {
    const wanted = textOf('equals-ignore-case', operand['equals-ignore-case'] ?? null).toLowerCase();
    return onText((text) => compare(text.toLowerCase(), wanted));
  }
  const wanted = textOf('prefix or suffix', operand);
  return onText((text) => compare(text, wanted));
}

function compileAnythingBut(operand: Json): Matcher {
  if (isObject(operand)) {
    const [[operator, inner] = []] = Object.entries(operand);
    const matches =
      operator === 'numeric' || operator === 'anything-but' ? undefined : operators.get(operator ?? '');
    if (!matches || inner === undefined) throw invalid(`anything-but does not take ${operator}`);
    const excluded = [inner].flat().map((one) => matches(one as Json));
    return (value) => value !== undefined && !excluded.some((fits) => fits(value));
  }
  const excluded = [operand].flat() as Json[];
  if (excluded.length === 0 || excluded.some((item) => typeof item !== 'string' && typeof item !== 'number'))
    throw invalid('anything-but takes strings or numbers');
  return (value) => value !== undefined && !excluded.includes(value);
}

const comparisons = new Map<string, (value: number, bound: number) => boolean>(
  Object.entries({
    '=': (value: number, bound: number) => value === bound,
    '<': (value: number, bound: number) => value < bound,
    '<=': (value: number, bound: number) => value <= bound,
    '>': (value: number, bound: number) => value > bound,
    '>=': (value: number, bound: number) => value >= bound,
  }),
);

function compileNumeric(operand: Json): Matcher {
  const list = Array.isArray(operand) ? (operand as Json[]) : [];
  if (list.length !== 2 && list.length !== 4) throw invalid('numeric takes one or two comparisons');
  const tests = [0, 2].slice(0, list.length / 2).map((at) => {
    const [compare, bound] = [comparisons.get(String(list[at])), list[at + 1]];
    if (!compare || typeof bound !== 'number') throw invalid('numeric takes pairs such as ">", 5');
    return (value: number) => compare(value, bound);
  });
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

/** The texts between the `*`; a backslash takes the next character as it is. */
function wildcardParts(pattern: string): string[] {
  if (/(?<!\\)\*\*/.test(pattern)) throw invalid('wildcard must not have two * in a row');
  const parts = [''];
  for (const [, escaped, char] of pattern.matchAll(/\\([*\\])|([\s\S])/g)) {
    if (char === '*') parts.push('');
    else parts.push(parts.pop()! + (escaped ?? char));
  }
  return parts;
}

/** Whether the parts follow each other, the first at the start and the last at the end: linear, never backtracking. */
function matchParts(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

function onText(matches: (text: string) => boolean): Matcher {
  return (value) => typeof value === 'string' && matches(value);
}

function textOf(operator: string, operand: Json): string {
  if (typeof operand === 'string') return operand;
  throw invalid(`${operator} takes a string`);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(reason: string): AwsError {
  return new AwsError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason}.`);
}
