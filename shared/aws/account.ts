import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { AwsClients } from './clients.ts';
import { explaining } from './errors.ts';

/** The id of the account that the credentials belong to; asking needs no permission. */
export async function callerAccount(clients: Pick<AwsClients, 'sts'>, region: string): Promise<string> {
  const client = await clients.sts();
  const identity = await explaining({ region }, () => client.send(new GetCallerIdentityCommand({})));
  return identity.Account ?? '';
}
