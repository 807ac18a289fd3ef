import { AwsError, type Operations } from '../../define.ts';
import { type ApiDestination, type Connection, notFound } from './destinations.ts';
import type { Bus } from './rules.ts';

type Events = typeof import('@aws-sdk/client-eventbridge');

/** Connections and API destinations. */
export const destinationOperations: Operations<Events, Bus> = {
  CreateConnection({ destinations }, input) {
    return connectionState(destinations.createConnection(input));
  },

  DescribeConnection(bus, input) {
    const connection = connectionOf(bus, input.Name!);
    const { ApiKeyAuthParameters: key, BasicAuthParameters: basic } = connection.input.AuthParameters ?? {};
    return {
      ...connectionState(connection),
      Name: connection.name,
      AuthorizationType: connection.input.AuthorizationType!,
      // The values are secret: AWS tells the names only.
      AuthParameters: {
        ...(key ? { ApiKeyAuthParameters: { ApiKeyName: key.ApiKeyName } } : {}),
        ...(basic ? { BasicAuthParameters: { Username: basic.Username } } : {}),
      },
    };
  },

  ListConnections: ({ destinations }, input) => ({
    Connections: named(destinations.connections, input.NamePrefix).map((connection) => ({
      ...connectionState(connection),
      Name: connection.name,
      AuthorizationType: connection.input.AuthorizationType!,
    })),
  }),

  DeleteConnection(bus, input) {
    const connection = connectionOf(bus, input.Name!);
    const { destinations } = bus.destinations;
    if ([...destinations.values()].some((destination) => destination.input.ConnectionArn === connection.arn))
      throw new AwsError(
        'ValidationException',
        `The connection ${connection.name} is in use by an API destination.`,
      );
    bus.destinations.connections.delete(connection.name);
    return connectionState(connection);
  },

  CreateApiDestination({ destinations }, input) {
    return destinationState(destinations.createDestination(input));
  },

  DescribeApiDestination: (bus, input) => describeDestination(destinationOf(bus, input.Name!)),

  ListApiDestinations: ({ destinations }, input) => ({
    ApiDestinations: named(destinations.destinations, input.NamePrefix).map(describeDestination),
  }),

  DeleteApiDestination(bus, input) {
    bus.destinations.destinations.delete(destinationOf(bus, input.Name!).name);
    return {};
  },
};

function connectionOf({ destinations }: Bus, name: string): Connection {
  const connection = destinations.connections.get(name);
  if (connection) return connection;
  throw notFound(`Failed to describe the connection(s). Connection '${name}' does not exist.`);
}

function destinationOf({ destinations }: Bus, name: string): ApiDestination {
  const destination = destinations.destinations.get(name);
  if (destination) return destination;
  throw notFound(`Failed to describe the api-destination(s). An api-destination '${name}' does not exist.`);
}

function named<Item>(items: ReadonlyMap<string, Item>, prefix = ''): Item[] {
  return [...items].filter(([name]) => name.startsWith(prefix)).map(([, item]) => item);
}

function connectionState({ arn, created }: Connection) {
  return {
    ConnectionArn: arn,
    ConnectionState: 'AUTHORIZED' as const,
    CreationTime: created,
    LastModifiedTime: created,
  };
}

function destinationState({ arn, created }: ApiDestination) {
  return {
    ApiDestinationArn: arn,
    ApiDestinationState: 'ACTIVE' as const,
    CreationTime: created,
    LastModifiedTime: created,
  };
}

function describeDestination(destination: ApiDestination) {
  const { ConnectionArn, InvocationEndpoint, HttpMethod, InvocationRateLimitPerSecond } = destination.input;
  return {
    ...destinationState(destination),
    Name: destination.name,
    ConnectionArn: ConnectionArn!,
    InvocationEndpoint: InvocationEndpoint!,
    HttpMethod: HttpMethod!,
    ...(InvocationRateLimitPerSecond === undefined ? {} : { InvocationRateLimitPerSecond }),
  };
}
