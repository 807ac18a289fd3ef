import type { Aws, Call, HttpRoute, MissingMemberCode, Persistence, Protocol, Service } from '../define.ts';

/**
 * Declares the API of a service whose SDK package is not installed, in the layout that SDK packages carry (see
 * schema.ts), so that the same code reads and writes it. Members that are not declared are dropped when they
 * come in; an operation answers no others.
 */
export type Declared<T> = (number | readonly unknown[]) & { readonly [type]?: T };

declare const type: unique symbol;

/** The values that a declared shape holds. */
export type Declares<D> = D extends { readonly [type]?: infer T } ? Exclude<T, undefined> : never;
type Members = Readonly<Record<string, Declared<unknown>>>;
type Values<Required extends Members, Optional extends Members> = {
  [Name in keyof Required]: Declares<Required[Name]>;
} & { [Name in keyof Optional]?: Declares<Optional[Name]> | undefined };

export const string: Declared<string> = 0;
export const number: Declared<number> = 1;
export const boolean: Declared<boolean> = 2;
export const timestamp: Declared<Date> = 4;

export function list<D extends Declared<unknown>>(member: D): Declared<Declares<D>[]> {
  return [1, '', '', 0, member];
}

/** Members that must be given, and those that need not. */
export function structure<Required extends Members, Optional extends Members = Record<never, never>>(
  required: Required,
  optional?: Optional,
): Declared<Values<Required, Optional>> {
  const members = { ...required, ...optional };
  return [3, '', '', 0, Object.keys(members), Object.values(members), Object.keys(required).length];
}

export interface DeclaredOperation<Input, Output> {
  readonly input: Declared<Input>;
  readonly output: Declared<Output>;
}

export function operation<Input, Output>(
  input: Declared<Input>,
  output: Declared<Output>,
): DeclaredOperation<Input, Output> {
  return { input, output };
}

type Api = Readonly<Record<string, DeclaredOperation<unknown, unknown>>>;

export type DeclaredOperations<A, State> = {
  readonly [Name in keyof A]: A[Name] extends DeclaredOperation<infer Input, infer Output>
    ? (state: State, input: Input, call: Call) => Output | Promise<Output>
    : never;
};

/** A local service with an API declared by hand; the counterpart of `defineService`. */
export function defineDeclared<A extends Api, State>(service: {
  name: string;
  protocol: Protocol;
  api: A;
  state: (aws: Aws) => State;
  operations: DeclaredOperations<A, NoInfer<State>>;
  missingMemberCode?: MissingMemberCode;
  http?: HttpRoute<State>;
  persistence?: Persistence<NoInfer<State>>;
}): Service<State> {
  const { api, ...rest } = service;
  const sdk = Object.fromEntries(
    Object.entries(api).map(([name, { input, output }]) => [`${name}$`, [9, '', name, 0, input, output]]),
  );
  return { ...rest, sdk: async () => sdk };
}
