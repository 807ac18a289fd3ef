import type { FileExistsBehavior } from '@aws-sdk/client-codedeploy';
import type { Clock } from '../../../../../shared/clock.ts';
import type { Host } from '../../../hosts/host.ts';
import type { S3Revision } from '../state.ts';

/** What the agent of one host is to do in one deployment. */
export interface Job {
  readonly host: Host;
  readonly clock: Clock;
  readonly deploymentId: string;
  /** Whether the deployment brings a bundle; without one, all scripts are those of the last Install. */
  readonly hasBundle: boolean;
  readonly applicationName: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly location: S3Revision;
  readonly fileExistsBehavior: FileExistsBehavior;
  readonly signal: AbortSignal;
  fetchBundle(location: S3Revision): Promise<Bundle>;
}

export interface Bundle {
  readonly content: Buffer;
  /** Without quotes. */
  readonly etag: string;
}

/** Why an event failed, as `Diagnostics` says it: API_Diagnostics.html. */
export class EventFailure extends Error {
  readonly errorCode:
    | 'ScriptMissing'
    | 'ScriptNotExecutable'
    | 'ScriptTimedOut'
    | 'ScriptFailed'
    | 'UnknownError';
  readonly scriptName: string;

  constructor(errorCode: EventFailure['errorCode'], scriptName: string, message: string) {
    super(message);
    this.name = 'EventFailure';
    this.errorCode = errorCode;
    this.scriptName = scriptName;
  }
}
