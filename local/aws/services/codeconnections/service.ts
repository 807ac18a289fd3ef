import { type Aws, AwsError } from '../../define.ts';
import { page } from '../../page.ts';
import { type DeclaredOperations, defineDeclared } from '../../protocol/declare.ts';
import { api } from './api.ts';
import { type Connection, Connections, connectedPath } from './connections.ts';
import { persistence } from './persistence.ts';

const providers = [
  'Bitbucket',
  'GitHub',
  'GitHubEnterpriseServer',
  'GitLab',
  'GitLabSelfManaged',
  'AzureDevOps',
];

const operations: DeclaredOperations<typeof api, Connections> = {
  CreateConnection(state, { ConnectionName, ProviderType, HostArn }) {
    if (!/^[\w=,.@-]{1,32}$/.test(ConnectionName))
      throw new AwsError('ValidationException', 'ConnectionName must have 1 to 32 characters');
    if (HostArn !== undefined)
      throw new AwsError('ValidationException', 'Hosts are not there in the local AWS: give a ProviderType');
    if (!ProviderType || !providers.includes(ProviderType))
      throw new AwsError('ValidationException', `ProviderType must be one of ${providers.join(', ')}`);
    return { ConnectionArn: state.connect(ConnectionName, ProviderType).arn };
  },

  GetConnection: (state, { ConnectionArn }) => ({ Connection: describe(state, state.find(ConnectionArn)) }),

  ListConnections(state, { ProviderTypeFilter, MaxResults, NextToken }) {
    const all = [...state.connections.values()].filter(
      ({ provider }) => ProviderTypeFilter === undefined || provider === ProviderTypeFilter,
    );
    const shown = page(all, { token: NextToken, max: MaxResults, limit: 100 });
    return { Connections: shown.items.map((one) => describe(state, one)), NextToken: shown.nextToken };
  },

  DeleteConnection(state, { ConnectionArn }) {
    state.connections.delete(state.find(ConnectionArn).arn);
    return {};
  },
};

/** Connections to a forge, whose repositories are bare git repositories here. */
export default defineDeclared({
  name: 'codeconnections',
  protocol: {
    kind: 'json',
    version: '1.0',
    target: 'com.amazonaws.codeconnections.CodeConnections_20231201',
  },
  api,
  state: (aws: Aws) => new Connections(aws),
  operations,
  http: { path: connectedPath, answer: (state, request) => state.answer(request) },
  persistence,
});

function describe({ aws }: Connections, { name, arn, provider }: Connection) {
  return {
    ConnectionName: name,
    ConnectionArn: arn,
    ProviderType: provider,
    OwnerAccountId: aws.account,
    // Nobody has to log in to a forge that is a folder.
    ConnectionStatus: 'AVAILABLE',
  };
}
