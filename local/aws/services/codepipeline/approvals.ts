import type { PutApprovalResultInput } from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../define.ts';
import type { ActionRun } from './action-run.ts';
import type { ApprovalAnswer } from './actions/define.ts';
import { findStage, type Pipeline } from './state.ts';

/** Manual approvals by token. */
export interface Approvals {
  /** Resolves when the token is answered. */
  wait(run: ActionRun, token: string): Promise<ApprovalAnswer>;
  /**
   * Answers an approval, or refuses as AWS does.
   * https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PutApprovalResult.html
   */
  answer(pipeline: Pipeline, input: PutApprovalResultInput, by: string): void;
}

interface Pending {
  readonly run: ActionRun;
  readonly settle: (answer: ApprovalAnswer) => void;
  answered: boolean;
}

export function createApprovals(): Approvals {
  const pending = new Map<string, Pending>();
  return {
    wait(run, token) {
      const { promise, resolve } = Promise.withResolvers<ApprovalAnswer>();
      pending.set(token, { run, settle: resolve, answered: false });
      return promise;
    },
    answer(pipeline, { stageName, actionName, token, result }, by) {
      const { status, summary } = checkResult(result);
      const stage = findStage(pipeline, stageName);
      const action = stage.actions?.find((one) => one.name === actionName);
      if (action?.actionTypeId?.category !== 'Approval')
        throw new AwsError(
          'ActionNotFoundException',
          `Stage '${stageName}' of pipeline '${pipeline.name}' has no approval action '${actionName}'`,
        );
      const one = pending.get(token ?? '');
      const { run } = one ?? {};
      if (
        !one ||
        run?.stage.execution.pipeline !== pipeline ||
        run.stage.name !== stageName ||
        run.name !== actionName
      )
        throw invalidToken();
      if (one.answered)
        throw new AwsError('ApprovalAlreadyCompletedException', 'The approval has already been answered');
      if (run.status !== 'InProgress') throw invalidToken();
      one.answered = true;
      one.settle({ approved: status === 'Approved', summary, by });
    },
  };
}

const invalidToken = () =>
  new AwsError('InvalidApprovalTokenException', 'The approval token is not valid or has expired');

function checkResult(result: PutApprovalResultInput['result']) {
  const { status, summary = '' } = result ?? {};
  if (status !== 'Approved' && status !== 'Rejected')
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value '${status}' at 'result.status' failed to satisfy constraint: Member must satisfy enum value set: [Approved, Rejected]`,
    );
  if (summary.length > 512)
    throw new AwsError(
      'ValidationException',
      "1 validation error detected: Value at 'result.summary' failed to satisfy constraint: Member must have length less than or equal to 512",
    );
  return { status, summary };
}
