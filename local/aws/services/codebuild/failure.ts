import type { StatusType } from '@aws-sdk/client-codebuild';

/** Why a phase failed, as a phase's context says it: `YAML_FILE_ERROR`, `COMMAND_EXECUTION_ERROR`, … */
export class PhaseFailure extends Error {
  readonly statusCode: string;
  /** The status of the phase: STOPPED and TIMED_OUT end the build whatever the buildspec says. */
  readonly status: StatusType;

  constructor(statusCode: string, message: string, status: StatusType = 'FAILED') {
    super(message);
    this.statusCode = statusCode;
    this.status = status;
  }
}
