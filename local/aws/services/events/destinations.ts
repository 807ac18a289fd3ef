import { type Aws, AwsError } from '../../define.ts';

type Events = typeof import('@aws-sdk/client-eventbridge');
export type CreateConnection = InstanceType<Events['CreateConnectionCommand']>['input'];
export type CreateApiDestination = InstanceType<Events['CreateApiDestinationCommand']>['input'];

/** What a client proves itself with at an API destination. */
export interface Connection {
  readonly name: string;
  readonly arn: string;
  readonly input: CreateConnection;
  readonly created: Date;
  readonly modified: Date;
}

export interface ApiDestination {
  readonly name: string;
  readonly arn: string;
  readonly input: CreateApiDestination;
  readonly created: Date;
  readonly modified: Date;
}

/** A request to an API destination, ready to be sent. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface HttpParameters {
  readonly PathParameterValues?: readonly string[] | undefined;
  readonly HeaderParameters?: Readonly<Record<string, string>> | undefined;
  readonly QueryStringParameters?: Readonly<Record<string, string>> | undefined;
}

export interface DestinationsSnapshot {
  readonly connections: readonly Connection[];
  readonly destinations: readonly ApiDestination[];
}

/** Connections and API destinations: where EventBridge posts events over HTTP. */
export class Destinations {
  readonly connections = new Map<string, Connection>();
  readonly destinations = new Map<string, ApiDestination>();
  readonly #aws: Aws;

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  snapshot(): DestinationsSnapshot {
    return { connections: [...this.connections.values()], destinations: [...this.destinations.values()] };
  }

  restore({ connections, destinations }: DestinationsSnapshot): void {
    for (const connection of connections) this.connections.set(connection.name, connection);
    for (const destination of destinations) this.destinations.set(destination.name, destination);
  }

  /** Changes what is given and leaves the rest. */
  updateConnection(connection: Connection, change: Partial<CreateConnection>): Connection {
    const input = { ...connection.input, ...present(change) };
    authorization(input);
    const updated = { ...connection, input, modified: this.#now() };
    this.connections.set(updated.name, updated);
    return updated;
  }

  updateDestination(destination: ApiDestination, change: Partial<CreateApiDestination>): ApiDestination {
    const input = { ...destination.input, ...present(change) };
    checkEndpoint(input.InvocationEndpoint!);
    this.#connectionOf(input);
    const updated = { ...destination, input, modified: this.#now() };
    this.destinations.set(updated.name, updated);
    return updated;
  }

  createConnection(input: CreateConnection): Connection {
    const name = this.#newName('connection', input.Name!, this.connections);
    authorization(input);
    const now = this.#now();
    const arn = this.#arn('connection', name);
    const connection = { name, arn, input, created: now, modified: now };
    this.connections.set(name, connection);
    return connection;
  }

  createDestination(input: CreateApiDestination): ApiDestination {
    const name = this.#newName('API destination', input.Name!, this.destinations);
    checkEndpoint(input.InvocationEndpoint!);
    this.#connectionOf(input);
    const now = this.#now();
    const arn = this.#arn('api-destination', name);
    const destination = { name, arn, input, created: now, modified: now };
    this.destinations.set(name, destination);
    return destination;
  }

  byArn(arn: string): ApiDestination | undefined {
    return [...this.destinations.values()].find((destination) => destination.arn === arn);
  }

  outgoing({ input }: ApiDestination, parameters: HttpParameters = {}): Outgoing {
    const connection = this.#connectionOf(input).input;
    const own = connection.AuthParameters?.InvocationHttpParameters;
    const values = [...(parameters.PathParameterValues ?? [])];
    const path = input.InvocationEndpoint!.replaceAll('*', () => encodeURIComponent(values.shift() ?? ''));
    const url = new URL(path);
    for (const [name, value] of Object.entries(parameters.QueryStringParameters ?? {}))
      url.searchParams.set(name, value);
    for (const { Key = '', Value = '' } of own?.QueryStringParameters ?? []) url.searchParams.set(Key, Value);
    const fixed = (own?.HeaderParameters ?? []).map(({ Key = '', Value = '' }) => [Key, Value]);
    return {
      url: url.href,
      method: input.HttpMethod!,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Amazon/EventBridge/ApiDestinations',
        ...parameters.HeaderParameters,
        ...Object.fromEntries(fixed),
        ...authorization(connection),
      },
    };
  }

  #connectionOf({ ConnectionArn }: CreateApiDestination): Connection {
    const found = [...this.connections.values()].find(({ arn }) => arn === ConnectionArn);
    if (found) return found;
    throw notFound(`Connection ${ConnectionArn} does not exist.`);
  }

  #newName(kind: string, name: string, taken: ReadonlyMap<string, unknown>): string {
    if (!/^[.\w-]{1,64}$/.test(name))
      throw new AwsError('ValidationException', `${name} is no name of a ${kind}.`);
    if (taken.has(name))
      throw new AwsError('ResourceAlreadyExistsException', `The ${kind} ${name} already exists.`);
    return name;
  }

  #arn(kind: string, name: string): string {
    return `arn:aws:events:${this.#aws.region}:${this.#aws.account}:${kind}/${name}/${this.#aws.uuid()}`;
  }

  #now(): Date {
    return new Date(this.#aws.clock.now());
  }
}

function present<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

export function notFound(message: string): AwsError {
  return new AwsError('ResourceNotFoundException', message);
}

/** The header that a connection adds. */
function authorization({ AuthorizationType, AuthParameters }: CreateConnection): Record<string, string> {
  const { ApiKeyAuthParameters: key, BasicAuthParameters: basic } = AuthParameters ?? {};
  if (AuthorizationType === 'API_KEY' && key?.ApiKeyName) return { [key.ApiKeyName]: key.ApiKeyValue ?? '' };
  if (AuthorizationType === 'BASIC' && basic) {
    const pair = Buffer.from(`${basic.Username}:${basic.Password}`).toString('base64');
    return { authorization: `Basic ${pair}` };
  }
  const why = `a connection needs API_KEY or BASIC with its parameters; ${AuthorizationType} is not there.`;
  throw new AwsError('ValidationException', `In the local AWS ${why}`);
}

/** AWS takes https only; here plain http is allowed to this machine itself. */
function checkEndpoint(endpoint: string): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isLocal = url && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return;
  const wanted = 'an https URL, or an http URL of this machine';
  throw new AwsError('ValidationException', `InvocationEndpoint must be ${wanted}: ${endpoint}`);
}
