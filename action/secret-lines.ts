import { posix } from 'node:path';
import { linesOf, Wrong } from './input.ts';

/** One line of the input `secrets`: where a secret goes, and where it comes from. */
export interface SecretLine {
  /** As it was written, for messages. */
  readonly text: string;
  readonly target: Target;
  readonly source: SecretPlace;
}

type Target =
  | { readonly kind: 'variable'; readonly name: string }
  /** One variable each of what is found, named after it, with `prefix` before it. */
  | { readonly kind: 'variables'; readonly prefix: string }
  | { readonly kind: 'file'; readonly path: string };

type SecretPlace =
  /** `name` may end in `:version` or `:label`. */
  | { readonly kind: 'parameter'; readonly name: string }
  /** Ends in a slash. */
  | { readonly kind: 'path'; readonly path: string }
  | {
      readonly kind: 'secret';
      readonly id: string;
      /** The member of a JSON secret. */
      readonly field?: string;
      readonly stage?: string;
      readonly version?: string;
    };

const variable = /^[A-Za-z_][A-Za-z0-9_]*$/;
const versionId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `NAME = /path/name:label`, `* = /path/`, `NAME = secretsmanager:id#field@STAGE`, `./file = …`: one a line. */
export function parseSecretLines(value: string): readonly SecretLine[] | Wrong {
  const lines: SecretLine[] = [];
  for (const text of linesOf(value)) {
    const line = parseLine(text);
    if (line instanceof Wrong) return line;
    const { target } = line;
    const same = target.kind !== 'variables' && lines.find((one) => targetOf(one) === targetOf(line));
    if (same) return new Wrong(`sets \`${targetOf(line)}\` twice`);
    lines.push(line);
  }
  return lines;
}

function targetOf({ target }: SecretLine): string {
  if (target.kind === 'file') return target.path;
  return target.kind === 'variable' ? target.name : `${target.prefix}*`;
}

function parseLine(text: string): SecretLine | Wrong {
  const [, left = '', right = ''] = /^(.*?)\s*=\s*(.*)$/.exec(text) ?? [];
  if (!left || !right) return new Wrong(`takes one NAME = PLACE a line, not \`${text}\``);
  const target = parseTarget(left);
  const source = parsePlace(right);
  if (target instanceof Wrong) return target;
  const many = source.kind === 'path' || (source.kind === 'secret' && source.field === undefined);
  if (target.kind === 'variables' && !many)
    return new Wrong(
      `takes a path that ends in / or a JSON secret for \`${left}\`, and \`${right}\` is one value`,
    );
  if (target.kind !== 'variables' && source.kind === 'path')
    return new Wrong(`takes \`*\` for all below a path: write \`* = ${right}\` in place of \`${text}\``);
  return { text, target, source };
}

function parseTarget(left: string): Target | Wrong {
  if (/^(\.{0,2}|~)\//.test(left)) {
    const isOutside = left.startsWith('.') && posix.normalize(left).startsWith('../');
    if (isOutside)
      return new Wrong(`takes a file in the workspace, or one by its whole path, not \`${left}\``);
    return { kind: 'file', path: left };
  }
  const isMany = left.endsWith('*');
  const name = isMany ? left.slice(0, -1) : left;
  if (!(isMany && name === '') && !variable.test(name)) {
    return new Wrong(
      `takes the name of an environment variable, \`*\`, or a file that begins with ./, / or ~/, not \`${left}\``,
    );
  }
  if (isMany) return { kind: 'variables', prefix: name };
  return isReserved(name) ? new Wrong(reserved(name)) : { kind: 'variable', name };
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-environment-variable */
export function isReserved(name: string): boolean {
  return /^(GITHUB_|RUNNER_|ACTIONS_|INPUT_|STATE_)|^(NODE_OPTIONS|PATH|CI)$/i.test(name);
}

function reserved(name: string): string {
  return `cannot set \`${name}\`, which is the runner's own`;
}

function parsePlace(right: string): SecretPlace {
  const isArn = /^arn:[\w-]+:secretsmanager:/.test(right);
  if (!isArn && !right.startsWith('secretsmanager:')) {
    return right.endsWith('/') ? { kind: 'path', path: right } : { kind: 'parameter', name: right };
  }
  // A name may have an @ in it, so that the last one counts; a # it cannot have.
  const [, place = '', wanted] = /^(.*?)(?:@([^@#]+))?$/.exec(isArn ? right : right.slice(15)) ?? [];
  const [id = '', ...field] = place.split('#');
  const version = wanted && versionId.test(wanted) ? { version: wanted } : wanted && { stage: wanted };
  return { kind: 'secret', id, ...(field.length > 0 && { field: field.join('#') }), ...version };
}
