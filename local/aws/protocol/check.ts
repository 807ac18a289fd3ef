import { AwsError, type Service } from '../define.ts';
import type { Shape, Structure } from './schema.ts';

export type Values = Record<string, unknown>;

/** What a service answers when the body does not fit its model. */
export function wrongType(path: string, wanted: string, found: unknown): never {
  const kind = Array.isArray(found) ? 'a list' : found === null ? 'null' : `a ${typeof found}`;
  const where = path === '' ? 'the request body' : `'${path}'`;
  throw new AwsError('SerializationException', `Found ${kind} where ${where} must be a ${wanted}.`);
}

/** An output that the SDK's schema does not allow is a fault of the local service, never sent as it is. */
export function invalidOutput(path: string, wanted: string, found: unknown): never {
  throw new TypeError(`The output ${path} holds ${String(found)}, wanted ${wanted}`);
}

/** Refuses an input that lacks required members, all of them named as AWS names them. */
export function checkRequired(shape: Structure, input: Values, service: Service<unknown>): void {
  const missing = missingMembers(shape, input, '');
  if (missing.length === 0) return;
  const list = missing.map(
    (path) => `Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  );
  const count = `${missing.length} validation error${missing.length > 1 ? 's' : ''} detected`;
  const { missingMemberCode: code = 'ValidationException' } = service;
  throw new AwsError(typeof code === 'string' ? code : code(missing[0]!), `${count}: ${list.join('; ')}`);
}

function missingMembers(shape: Shape, value: unknown, path: string): string[] {
  switch (shape.kind) {
    case 'structure':
      return [...shape.members].flatMap(([name, member]) => {
        const inner = (value as Values)[name];
        const at = path === '' ? name : `${path}.${name}`;
        if (inner === undefined) return member.required ? [at] : [];
        return missingMembers(member.shape, inner, at);
      });
    case 'list':
      return (value as unknown[]).flatMap((item, index) => {
        // AWS counts from one here, and names the level: `stages.1.member.name`.
        const at = `${path}.${index + 1}.member`;
        return item === null ? [at] : missingMembers(shape.member.shape, item, at);
      });
    case 'map':
      return Object.entries(value as Values).flatMap(([key, item]) =>
        missingMembers(shape.value.shape, item, `${path}.${key}.member`),
      );
    default:
      return [];
  }
}
