import { AwsError, type EmittedEvent } from '../../define.ts';

/** How a target wants the event: whole, a part of it, another text, or a template with parts of it. */
export interface TargetInput {
  readonly Input?: string | undefined;
  readonly InputPath?: string | undefined;
  readonly InputTransformer?:
    | {
        readonly InputPathsMap?: Record<string, string> | undefined;
        readonly InputTemplate: string | undefined;
      }
    | undefined;
}

export interface Rendered {
  readonly ruleName: string;
  readonly ruleArn: string;
  /** When the bus took the event, as ISO 8601. */
  readonly ingested: string;
}

/** Refuses what `renderInput` could not render. */
export function checkInput({ Input, InputPath, InputTransformer }: TargetInput): void {
  if ([Input, InputPath, InputTransformer].filter((way) => way !== undefined).length > 1)
    throw new AwsError(
      'ValidationException',
      'Only one of Input, InputPath and InputTransformer can be given.',
    );
  const paths = [InputPath, ...Object.values(InputTransformer?.InputPathsMap ?? {})];
  for (const path of paths) if (path !== undefined) parsePath(path);
}

/** What is delivered. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
export function renderInput(target: TargetInput, event: EmittedEvent, rendered: Rendered): string {
  const { Input, InputPath, InputTransformer } = target;
  if (Input !== undefined) return Input;
  if (InputPath !== undefined) return JSON.stringify(valueAt(event, InputPath) ?? null);
  if (InputTransformer?.InputTemplate === undefined) return JSON.stringify(event);
  return renderTemplate(
    InputTransformer.InputTemplate,
    valuesOf(InputTransformer.InputPathsMap, event, rendered),
  );
}

function valuesOf(
  paths: Record<string, string> = {},
  event: EmittedEvent,
  rendered: Rendered,
): Map<string, unknown> {
  const { detail: _detail, ...withoutDetail } = event;
  return new Map<string, unknown>([
    ...Object.entries(paths).map(([name, path]): [string, unknown] => [name, valueAt(event, path)]),
    ['aws.events.rule-arn', rendered.ruleArn],
    ['aws.events.rule-name', rendered.ruleName],
    ['aws.events.event.ingestion-time', rendered.ingested],
    ['aws.events.event', withoutDetail],
    ['aws.events.event.json', event],
  ]);
}

/** Inside quotes a value becomes part of the text, outside it stands as JSON. */
function renderTemplate(template: string, values: ReadonlyMap<string, unknown>): string {
  let inText = false;
  return template.replace(/\\.|"|<([\w.-]+)>/gs, (token, name: string | undefined) => {
    if (token === '"') inText = !inText;
    if (name === undefined || !values.has(name)) return token;
    const value = values.get(name);
    if (!inText) return JSON.stringify(value ?? null);
    const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    return JSON.stringify(text).slice(1, -1);
  });
}

function valueAt(event: EmittedEvent, path: string): unknown {
  return parsePath(path).reduce<unknown>(
    (value, step) => (value !== null && Object.hasOwn(Object(value), step) ? Object(value)[step] : undefined),
    event,
  );
}

/** The steps of a path such as `$.detail.list[0]` or `$.detail['pipeline-name']`. */
function parsePath(path: string): string[] {
  const step = /\.([\w-]+)|\[(\d+)\]|\['([^']+)'\]/y;
  const steps: string[] = [];
  step.lastIndex = 1;
  while (path.startsWith('$') && step.lastIndex < path.length) {
    const found = step.exec(path);
    if (!found) break;
    steps.push(found[1] ?? found[2] ?? found[3]!);
    if (step.lastIndex === path.length) return steps;
  }
  if (path === '$') return [];
  throw new AwsError('ValidationException', `The path ${path} is not a JSON path such as $.detail.state.`);
}
