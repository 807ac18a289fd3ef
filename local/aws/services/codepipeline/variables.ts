import type { PipelineDeclaration, PipelineVariable } from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import { ActionFailure } from './actions/define.ts';
import { named } from './named.ts';
import type { Execution } from './state.ts';

/** What the actions of one namespace put out. */
export interface OutputVariables {
  /** The namespace's. */
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The pipeline's variables for one execution: what the start gave, else the defaults. */
export function pipelineVariables(
  declaration: PipelineDeclaration,
  given: readonly PipelineVariable[],
): Record<string, string> {
  const declared = declaration.variables ?? [];
  const values: Record<string, string> = {};
  for (const { name, value } of given) {
    if (!declared.some((one) => one.name === name))
      throw refused(`The pipeline ${declaration.name} declares no variable ${name}`);
    if (!value || value.length > 1000)
      throw refused(`The value of the variable ${name} must be 1 to 1000 characters`);
    values[name as string] = value;
  }
  for (const { name, defaultValue } of declared) {
    if (name === undefined || name in values) continue;
    if (defaultValue === undefined)
      throw refused(`The variable ${name} has no default value: give it a value at the start`);
    values[name] = defaultValue;
  }
  return values;
}

const refused = (message: string) => new AwsError('ValidationException', message);

/**
 * A configuration with every `#{namespace.key}` replaced.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-variables.html
 */
export function resolve(
  configuration: Readonly<Record<string, string>>,
  execution: Execution,
): Readonly<Record<string, string>> {
  if (!Object.values(configuration).some((value) => value.includes('#{'))) return configuration;
  return Object.fromEntries(
    Object.entries(configuration).map(([key, value]) => [key, resolveText(value, execution)]),
  );
}

function resolveText(text: string, execution: Execution): string {
  return text.replace(/#\{([^}]*)\}/g, (reference, path: string) => {
    const value = lookUp(path, execution);
    if (value === undefined)
      throw new ActionFailure('ConfigurationError', `The variable ${reference} could not be resolved`);
    return value;
  });
}

function lookUp(path: string, execution: Execution): string | undefined {
  const dot = path.indexOf('.');
  const namespace = path.slice(0, dot);
  const key = path.slice(dot + 1);
  if (namespace === 'codepipeline') return key === 'PipelineExecutionId' ? execution.id : undefined;
  return namespace === 'variables'
    ? execution.variables[key]
    : named(execution.outputs, namespace)?.values[key];
}
