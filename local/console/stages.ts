import { CodePipelineClient, GetPipelineStateCommand } from '@aws-sdk/client-codepipeline';
import type { LocalAws } from '../aws/server.ts';
import { localCredentials } from '../shop.ts';

export interface ShownStage {
  readonly name: string;
  readonly status: string;
  readonly actions: readonly { readonly name: string; readonly status: string }[];
}

/** The pipeline's stages as GetPipelineState tells them. */
export async function readStages({ endpoint, aws }: LocalAws): Promise<ShownStage[]> {
  const client = new CodePipelineClient({ endpoint, region: aws.region, credentials: localCredentials });
  try {
    const { stageStates = [] } = await client.send(new GetPipelineStateCommand({ name: 'shop' }));
    return stageStates.map(({ stageName = '', latestExecution, actionStates = [] }) => ({
      name: stageName,
      status: latestExecution?.status ?? '',
      actions: actionStates.map((action) => ({
        name: action.actionName ?? '',
        status: action.latestExecution?.status ?? '',
      })),
    }));
  } finally {
    client.destroy();
  }
}
