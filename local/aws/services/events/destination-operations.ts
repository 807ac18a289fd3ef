import { AwsError, type Operations } from '../../define.ts';
import type { EventBridge } from './buses.ts';
import { type ApiDestination, type Connection, type CreateConnection, notFound } from './destinations.ts';

type Events = typeof import('@aws-sdk/client-eventbridge');

/** Connections and API destinations. */
export const destinationOperations: Operations<Events, EventBridge> = {
  CreateConnection({ destinations }, input) {
    return connectionState(destinations.createConnection(input));
  },

  DescribeConnection(eventBridge, input) {
    const connection = connectionOf(eventBridge, input.Name!);
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

  UpdateConnection(eventBridge, { Name, ...change }) {
    return connectionState(
      eventBridge.destinations.updateConnection(
        connectionOf(eventBridge, Name!),
        change as Partial<CreateConnection>,
      ),
    );
  },

  DeleteConnection(eventBridge, input) {
    const connection = connectionOf(eventBridge, input.Name!);
    const { destinations } = eventBridge.destinations;
    if ([...destinations.values()].some((destination) => destination.input.ConnectionArn === connection.arn))
      throw new AwsError(
        'ValidationException',
        `The connection ${connection.name} is in use by an API destination.`,
      );
    eventBridge.destinations.connections.delete(connection.name);
    return connectionState(connection);
  },

  CreateApiDestination({ destinations }, input) {
    return destinationState(destinations.createDestination(input));
  },

  DescribeApiDestination: (eventBridge, input) =>
    describeDestination(destinationOf(eventBridge, input.Name!)),

  ListApiDestinations: ({ destinations }, input) => ({
    ApiDestinations: named(destinations.destinations, input.NamePrefix).map(describeDestination),
  }),

  UpdateApiDestination(eventBridge, { Name, ...change }) {
    return destinationState(
      eventBridge.destinations.updateDestination(destinationOf(eventBridge, Name!), change),
    );
  },

  DeleteApiDestination(eventBridge, input) {
    eventBridge.destinations.destinations.delete(destinationOf(eventBridge, input.Name!).name);
    return {};
  },
};

function connectionOf({ destinations }: EventBridge, name: string): Connection {
  const connection = destinations.connections.get(name);
  if (connection) return connection;
  throw notFound(`Failed to describe the connection(s). Connection '${name}' does not exist.`);
}

function destinationOf({ destinations }: EventBridge, name: string): ApiDestination {
  const destination = destinations.destinations.get(name);
  if (destination) return destination;
  throw notFound(`Failed to describe the api-destination(s). An api-destination '${name}' does not exist.`);
}

function named<Item>(items: ReadonlyMap<string, Item>, prefix = ''): Item[] {
  return [...items].filter(([name]) => name.startsWith(prefix)).map(([, item]) => item);
}

function connectionState({ arn, created, modified }: Connection) {
  return {
    ConnectionArn: arn,
    ConnectionState: 'AUTHORIZED' as const,
    CreationTime: created,
    LastModifiedTime: modified,
  };
}

function destinationState({ arn, created, modified }: ApiDestination) {
  return {
    ApiDestinationArn: arn,
    ApiDestinationState: 'ACTIVE' as const,
    CreationTime: created,
    LastModifiedTime: modified,
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
