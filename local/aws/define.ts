import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../shared/clock.ts';
import type { Answer } from './protocol/answer.ts';

/**
 * What every local service stands on. State lives in the services' own state objects, reached with `use`,
 * so that one service calls another in process as well as over the wire.
 */
export interface Aws {
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  readonly clock: Clock;
  /** Where this server answers, such as `http://127.0.0.1:4566`; known once it listens. */
  readonly endpoint: string;
  /** A folder of this server's own for scratch files; removed when it closes. */
  readonly scratch: string;
  /** The folder of `--data`, for what is too big for a snapshot; undefined where nothing is kept. */
  readonly data: string | undefined;
  /** The state of a service, made on first use. */
  use<State>(service: Service<State>): State;
  /** A random UUID. */
  uuid(): string;
  /** Puts an event on the default bus as an AWS service does; answers it as everybody hears it. */
  emit(event: AwsEvent): EmittedEvent;
  /** Hears every event that is emitted; the returned function stops it. */
  onEvent(listener: (event: EmittedEvent) => void): () => void;
  /** Tells that state changed; requests and events tell it already. With `--data` it is written soon after. */
  changed(): void;
  /** Called before anything closes: drop here what waits for another service. */
  onClosing(drop: () => void): void;
  /** Called when the server closes: end processes, timers and connections here. */
  onClose(close: () => void | Promise<void>): void;
  /** A fault of ours, or work in the background that went wrong: never thrown away. */
  log(message: string, error?: unknown): void;
}

export interface AwsEvent {
  /** Such as `aws.codepipeline`. */
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
  /** Now, unless told. Epoch milliseconds. */
  readonly time?: number | undefined;
}

/** The EventBridge envelope. https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html */
export interface EmittedEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An error as AWS answers it: a code that SDKs turn into a typed exception, and an HTTP status. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** What S3 tells beside code and message. */
  readonly fields: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: string, message: string, answer: number | ErrorAnswer = 400) {
    super(message);
    const {
      status = 400,
      fields = {},
      headers = {},
    } = typeof answer === 'number' ? { status: answer } : answer;
    this.name = code;
    this.code = code;
    this.status = status;
    this.fields = fields;
    this.headers = headers;
  }
}

export interface ErrorAnswer {
  readonly status?: number;
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Protocol =
  /** `X-Amz-Target: <target>.<Operation>` with a JSON body. Older clients may speak the query protocol. */
  | {
      readonly kind: 'json';
      readonly version: '1.0' | '1.1';
      readonly target: string;
      readonly query?: Query;
    }
  | ({ readonly kind: 'query' } & Query)
  /** Method, path and headers: S3. */
  | { readonly kind: 's3' };

/** `Action=<Operation>` in a form, XML out. `version` is the API version, such as `2010-03-31`. */
interface Query {
  readonly version: string;
  readonly namespace: string;
}

/** How a service takes forms, if it does. */
export function queryOf(protocol: Protocol): Query | undefined {
  if (protocol.kind === 'query') return protocol;
  return protocol.kind === 'json' ? protocol.query : undefined;
}

export interface Call {
  readonly operation: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The access key id that signed the request, unverified: everybody may do everything here. */
  readonly accessKey: string | undefined;
}

export type MissingMemberCode = string | ((path: string) => string);

export interface Service<State> {
  /** The name in credential scopes and in `AWS_ENDPOINT_URL_<NAME>`, such as `codepipeline`. */
  readonly name: string;
  readonly protocol: Protocol;
  /** The SDK package of the service, whose own schemas check what comes in and shape what goes out. */
  readonly sdk: () => Promise<object>;
  state(aws: Aws): State;
  readonly operations: Readonly<Record<string, Operation<State>>>;
  /** The error code for a missing required member, or for the one of that path; `ValidationException` unless given. */
  readonly missingMemberCode?: MissingMemberCode;
  /** A file that the service serves beside its API, such as a certificate. */
  file?(state: State, path: string): ServedFile | undefined;
  /** Requests that are no operation of an API, such as a push over git. */
  readonly http?: HttpRoute<State>;
  /** How `--data` keeps the state; without it the service forgets everything at its end, and says so. */
  readonly persistence?: Persistence<State>;
}

export interface HttpRoute<State> {
  /** What such a request's path begins with: `/v1/…`, which is no bucket's, whose names have three characters. */
  readonly path: string;
  answer(state: State, request: IncomingMessage): Promise<Answer>;
}

/**
 * How state outlives the server. A snapshot is taken at once, never in the middle of an operation, and holds
 * plain values only: those of JSON, and `undefined`, `Date`, `Map`, `Set` and `Uint8Array`.
 */
export interface Persistence<State> {
  /** Raised when a snapshot changes its shape: a file of another version is refused. */
  readonly version: number;
  snapshot(state: State): unknown;
  /**
   * Puts a snapshot back into a state just made. What it returns is called once every service is back: it
   * ends what was in flight, as failed because the server was restarted.
   */
  restore(state: State, snapshot: unknown): Awaitable<(() => void) | undefined>;
}

/** What is known of a service before any of its code is loaded. */
export interface ServiceEntry {
  readonly name: string;
  readonly protocol: Protocol;
  /** Whether `--data` keeps its state. */
  readonly persistent: boolean;
  /** The path of its `http`, if it has one. */
  readonly path?: string | undefined;
  readonly load: () => Promise<Service<unknown>>;
}

export interface ServedFile {
  /** A media type. */
  readonly type: string;
  readonly content: string;
}

// biome-ignore lint/suspicious/noExplicitAny: one table holds operations of every shape; `Operations` types each.
type Operation<State> = (state: State, input: any, call: Call) => unknown;

/** The operations of an SDK package, each typed by that package: `GetParameter: (state, input, call) => output`. */
export type Operations<Sdk, State> = {
  readonly [Name in OperationName<keyof Sdk>]?: (
    state: State,
    input: InputOf<CommandOf<Sdk, Name>>,
    call: Call,
  ) => Awaitable<OutputOf<CommandOf<Sdk, Name>>>;
};

type OperationName<Key> = Key extends `${infer Name}Command` ? Name : never;

type CommandOf<Sdk, Name extends string> = Sdk[`${Name}Command` & keyof Sdk];

type InputOf<Command> = Command extends new (
  ...args: never[]
) => { readonly input: infer Input }
  ? Input
  : never;

type OutputOf<Command> = Command extends new (
  ...args: never[]
) => { resolveMiddleware(...rest: never[]): (...call: never[]) => Promise<{ output: infer Output }> }
  ? Omit<Output, '$metadata'>
  : never;

type Awaitable<T> = T | Promise<T>;

/** One local AWS service: one folder or file with this as its default export. */
export function defineService<Sdk extends object, State>(service: {
  name: string;
  protocol: Protocol;
  sdk: () => Promise<Sdk>;
  state: (aws: Aws) => State;
  operations: Operations<NoInfer<Sdk>, NoInfer<State>>;
  missingMemberCode?: MissingMemberCode;
  file?: (state: State, path: string) => ServedFile | undefined;
  http?: HttpRoute<State>;
  persistence?: Persistence<NoInfer<State>>;
}): Service<State> {
  return service as Service<State>;
}
