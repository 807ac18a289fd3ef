/**
 * The shapes of an AWS API, read from the arrays that its SDK package carries. Their layout:
 * https://github.com/smithy-lang/smithy-typescript/blob/main/packages/types/src/schema/static-schemas.ts
 */
export type Shape =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'blob' | 'stream' | 'document' | 'unit' }
  | { readonly kind: 'timestamp'; readonly format: TimestampFormat }
  | { readonly kind: 'list'; readonly member: Member }
  | { readonly kind: 'map'; readonly key: Member; readonly value: Member }
  | Structure;

export interface Structure {
  readonly kind: 'structure';
  readonly name: string;
  readonly traits: Traits;
  readonly members: ReadonlyMap<string, Member>;
}

/** A place that holds a shape. The shape is resolved when asked for: schemas refer to themselves. */
export interface Member {
  readonly shape: Shape;
  readonly traits: Traits;
  readonly required: boolean;
}

export type TimestampFormat = 'default' | 'date-time' | 'http-date' | 'epoch-seconds';

export type Traits = Readonly<Record<string, unknown>>;

export interface OperationSchema {
  readonly name: string;
  readonly traits: Traits;
  readonly input: Structure;
  readonly output: Structure;
}

type Ref = number | string | readonly unknown[] | (() => Ref);

const shapes = new Map<unknown, Shape>();
const operations = new Map<unknown, OperationSchema>();
const nothing: Structure = { kind: 'structure', name: 'Unit', traits: {}, members: new Map() };

/** The operation of that name in an SDK package, if it has one. */
export function operationSchema(sdk: object, name: string): OperationSchema | undefined {
  const array = (sdk as Record<string, unknown>)[`${name}$`];
  if (!Array.isArray(array) || array[0] !== 9) return undefined;
  const known = operations.get(array);
  if (known) return known;
  const operation = {
    name,
    traits: readTraits(array[3]),
    input: structureOf(array[4]),
    output: structureOf(array[5]),
  };
  operations.set(array, operation);
  return operation;
}

/** All operations that an SDK package knows. */
export function operationSchemas(sdk: object): OperationSchema[] {
  const names = Object.entries(sdk).flatMap(([key, value]) =>
    Array.isArray(value) && value[0] === 9 ? [key.slice(0, -1)] : [],
  );
  return names.map((name) => operationSchema(sdk, name)!);
}

/** The traits of the error of that code in an SDK package: its HTTP status and its name in the query protocol. */
export function errorTraits(sdk: object, code: string): Traits {
  const array = (sdk as Record<string, unknown>)[`${code}$`];
  return Array.isArray(array) && array[0] === -3 ? readTraits(array[3]) : {};
}

function structureOf(ref: Ref): Structure {
  const shape = shapeOf(ref);
  if (shape.kind === 'structure') return shape;
  return nothing;
}

function shapeOf(ref: Ref): Shape {
  const target = dereference(ref);
  const known = shapes.get(target);
  if (known) return known;
  const shape = typeof target === 'object' ? readShape(target) : simpleShape(target);
  shapes.set(target, shape);
  return shape;
}

function readShape(array: readonly unknown[]): Shape {
  const [type, , name, traits] = array as [number, string, string, unknown];
  switch (type) {
    case 0:
      return shapeOf(array[4] as Ref);
    case 1:
      return { kind: 'list', member: memberOf(array[4] as Ref) };
    case 2:
      return { kind: 'map', key: memberOf(array[4] as Ref), value: memberOf(array[5] as Ref) };
    default:
      return { kind: 'structure', name, traits: readTraits(traits), members: readMembers(array) };
  }
}

function readMembers(array: readonly unknown[]): ReadonlyMap<string, Member> {
  const [names, refs, required = 0] = array.slice(4) as [string[], Ref[], number?];
  // The required members come first.
  return new Map(names.map((name, index) => [name, memberOf(refs[index]!, index < required)]));
}

function simpleShape(code: number | string): Shape {
  if (code === 'unit') return { kind: 'unit' };
  const bits = Number(code);
  if (bits & 128) return { kind: 'map', key: memberOf(0), value: memberOf(bits & 63) };
  if (bits & 64) return { kind: 'list', member: memberOf(bits & 63) };
  switch (bits) {
    case 0:
      return { kind: 'string' };
    case 1:
    case 17:
    case 19:
      return { kind: 'number' };
    case 2:
      return { kind: 'boolean' };
    case 4:
      return { kind: 'timestamp', format: 'default' };
    case 5:
      return { kind: 'timestamp', format: 'date-time' };
    case 6:
      return { kind: 'timestamp', format: 'http-date' };
    case 7:
      return { kind: 'timestamp', format: 'epoch-seconds' };
    case 21:
      return { kind: 'blob' };
    case 42:
      return { kind: 'stream' };
    default:
      return { kind: 'document' };
  }
}

function memberOf(ref: Ref, required = false): Member {
  let target = ref;
  const stack: Traits[] = [];
  while (Array.isArray(target) && target.length === 2) {
    stack.unshift(readTraits(target[1]));
    target = target[0] as Ref;
  }
  return {
    get shape() {
      return shapeOf(target);
    },
    // Inner first, so that what the place says wins.
    traits: Object.assign({}, ...stack),
    required,
  };
}

function dereference(ref: Ref): number | string | readonly unknown[] {
  return typeof ref === 'function' ? dereference(ref()) : ref;
}

const traitBits = [
  'httpLabel',
  'idempotent',
  'idempotencyToken',
  'sensitive',
  'httpPayload',
  'httpResponseCode',
  'httpQueryParams',
];

function readTraits(traits: unknown): Traits {
  if (typeof traits === 'object' && traits !== null) return traits as Traits;
  return Object.fromEntries(
    traitBits.flatMap((name, bit) => (Number(traits) & (1 << bit) ? [[name, 1]] : [])),
  );
}
