import { list, number, operation, string, structure } from '../../protocol/declare.ts';

/** What is here of the API of CodeConnections, 2023-12-01. */

const connection = structure(
  {},
  {
    ConnectionName: string,
    ConnectionArn: string,
    ProviderType: string,
    OwnerAccountId: string,
    ConnectionStatus: string,
    HostArn: string,
  },
);

export const api = {
  CreateConnection: operation(
    structure({ ConnectionName: string }, { ProviderType: string, HostArn: string }),
    structure({ ConnectionArn: string }),
  ),
  GetConnection: operation(structure({ ConnectionArn: string }), structure({}, { Connection: connection })),
  ListConnections: operation(
    structure({}, { ProviderTypeFilter: string, MaxResults: number, NextToken: string }),
    structure({}, { Connections: list(connection), NextToken: string }),
  ),
  DeleteConnection: operation(structure({ ConnectionArn: string }), structure({})),
};
