import {
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  GetPipelineStateCommand,
  OverrideStageConditionCommand,
  type StageConditionState,
  type StageState as Told,
} from '@aws-sdk/client-codepipeline';
import type { AwsClients } from './clients.ts';
import { explaining } from './errors.ts';
import type { StageState, Stages } from './ports.ts';

export function createStages(clients: AwsClients, region: string): Stages {
  return {
    async states(pipeline) {
      const client = await clients.codepipeline();
      const { stageStates = [] } = await explaining({ region, pipeline }, () =>
        client.send(new GetPipelineStateCommand({ name: pipeline })),
      );
      return stageStates.map(toState);
    },

    async close({ pipeline, stage, reason }) {
      const client = await clients.codepipeline();
      const command = new DisableStageTransitionCommand({
        pipelineName: pipeline,
        stageName: stage,
        transitionType: 'Inbound',
        reason: transitionReason(reason),
      });
      await explaining({ region, pipeline, stage }, () => client.send(command));
    },

    async open({ pipeline, stage }) {
      const client = await clients.codepipeline();
      const command = new EnableStageTransitionCommand({
        pipelineName: pipeline,
        stageName: stage,
        transitionType: 'Inbound',
      });
      await explaining({ region, pipeline, stage }, () => client.send(command));
    },

    async override({ pipeline, stage, run, condition }) {
      const client = await clients.codepipeline();
      const command = new OverrideStageConditionCommand({
        pipelineName: pipeline,
        stageName: stage,
        pipelineExecutionId: run,
        conditionType: condition,
      });
      await explaining({ region, pipeline, stage, run }, () => client.send(command));
    },
  };
}

function toState(told: Told): StageState {
  const { stageName: stage = '', latestExecution, inboundTransitionState: way } = told;
  const failedCondition =
    failed('BEFORE_ENTRY', told.beforeEntryConditionState) ??
    failed('ON_SUCCESS', told.onSuccessConditionState);
  return {
    stage,
    ...(latestExecution?.pipelineExecutionId && { run: latestExecution.pipelineExecutionId }),
    ...(way?.enabled === false && {
      closed: { reason: way.disabledReason, by: way.lastChangedBy, at: way.lastChangedAt?.getTime() },
    }),
    ...(failedCondition && { failedCondition }),
  };
}

function failed(
  kind: 'BEFORE_ENTRY' | 'ON_SUCCESS',
  state: StageConditionState | undefined,
): StageState['failedCondition'] {
  const { status, summary } = state?.latestExecution ?? {};
  return status === 'Failed' || status === 'Errored' ? { kind, ...(summary && { summary }) } : undefined;
}

const reasonLimit = 300;

/**
 * The reason in the characters that AWS takes: letters without accents, digits and `!@ ().*?-`.
 * https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_DisableStageTransition.html
 */
export function transitionReason(reason: string): string {
  const text = reason
    .normalize('NFKD')
    .replaceAll(/[\p{M}'"‘’“”`]/gu, '')
    .replaceAll(/[/_:–—+]/g, '-')
    .replaceAll(/[^a-zA-Z0-9!@ ().*?-]+/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, reasonLimit)
    .trim();
  // A reason in another script would leave nothing.
  return /[a-zA-Z0-9]/.test(text) ? text : 'See the audit log of Drawbridge for the reason';
}
