/** The steps of a path: a member's name, an element's index, or every one of them. */
type Step = string | number | typeof every;

const every = Symbol('every');

/** `.name`, `['name']`, `[0]`, `.*` and `[*]`: https://goessner.net/articles/JsonPath/ */
const stepPattern = /\.([\w-]+|\*)|\['([^']*)'\]|\["([^"]*)"\]|\[(\d+|\*)\]/y;

/** Reads a JSON path, or undefined where it is none of the kind that is understood here. */
export function parseJsonPath(path: string): Step[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const steps: Step[] = [];
  stepPattern.lastIndex = 1;
  while (stepPattern.lastIndex < path.length) {
    const match = stepPattern.exec(path);
    if (!match) return undefined;
    const [, dotted, single, double, index] = match;
    const name = dotted ?? single ?? double;
    if (dotted === '*' || index === '*') steps.push(every);
    else steps.push(name ?? Number(index));
  }
  return steps;
}

/** The values that the path leads to. */
export function follow(json: unknown, [step, ...rest]: readonly Step[]): unknown[] {
  if (step === undefined) return [json];
  if (typeof json !== 'object' || json === null) return [];
  if (step === every) return Object.values(json).flatMap((value) => follow(value, rest));
  // The length of a list is its own, but no member of the document.
  if (!Object.prototype.propertyIsEnumerable.call(json, step)) return [];
  return follow((json as Record<string | number, unknown>)[step], rest);
}
