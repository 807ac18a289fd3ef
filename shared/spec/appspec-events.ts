import { mapped, matching, nearest, type Reader, record } from './grammar.ts';

export const version = matching(/^0\.0$/, '`0.0`');

/** Events in which CodeDeploy itself works. */
const reserved = ['Start', 'BlockTraffic', 'DownloadBundle', 'Install', 'TestTraffic', 'AllowTraffic', 'End'];

/** What is left empty is as if it were not there, as the CodeDeploy agent has it. */
export function orEmpty<T>(reader: Reader<T>, empty: T): Reader<T> {
  return (node, at) => (node.kind === 'scalar' && node.value === null ? empty : reader(node, at));
}

/** The hooks of an appspec: lifecycle events to what is called in them. */
export function events<T>(known: readonly string[], hook: Reader<T>): Reader<ReadonlyMap<string, T>> {
  const check = (name: string) => (known.includes(name) ? undefined : noHook(name, known));
  return mapped(record(hook, check), (hooks) => new Map(Object.entries(hooks)));
}

function noHook(name: string, known: readonly string[]): string {
  if (reserved.includes(name)) return `\`${name}\` takes no hook: CodeDeploy itself works in it.`;
  const near = nearest(name, known);
  if (near) return `There is no lifecycle event \`${name}\`: did you mean \`${near}\`?`;
  return `There is no lifecycle event \`${name}\` here: use ${known.map((event) => `\`${event}\``).join(', ')}.`;
}
