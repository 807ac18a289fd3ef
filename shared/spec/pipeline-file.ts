import { pipelineProblems } from './pipeline.ts';
import { type Node, type Parsed, parseYaml } from './yaml.ts';

/**
 * Reads a pipeline definition from a YAML or JSON file, as `aws codepipeline get-pipeline` and `create-pipeline`
 * write and take it: the pipeline itself, or below the key `pipeline`. Says all that is wrong with it and where.
 */
export function parsePipeline(source: string, file: string): Parsed<unknown> {
  const { spec: root, problems } = parseYaml(source, file);
  if (problems) return { problems };
  const pipeline = memberOf(root, 'pipeline') ?? root;
  const found = pipelineProblems(plain(pipeline));
  if (found.length === 0) return { spec: plain(pipeline) };
  return {
    problems: found.map(({ path, message }) => ({
      place: nodeAt(pipeline, path).place,
      message: `${message.replace(/\.$/, '')}.`,
    })),
  };
}

/** The value at a path, or the nearest there is around it. */
function nodeAt(node: Node, path: readonly (string | number)[]): { readonly place: Node['place'] } {
  const [key, ...rest] = path;
  if (key === undefined) return node;
  if (node.kind === 'list' && typeof key === 'number' && node.items[key])
    return nodeAt(node.items[key], rest);
  const entry = node.kind === 'map' ? node.entries.find((each) => each.key === String(key)) : undefined;
  if (!entry) return node;
  // What is wrong with a key itself is shown on the key.
  return rest.length === 0 && entry.value.kind !== 'scalar' ? entry : nodeAt(entry.value, rest);
}

function memberOf(node: Node, key: string): Node | undefined {
  return node.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}
