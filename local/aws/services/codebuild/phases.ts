import type { Build, BuildPhase, BuildPhaseType, StatusType } from '@aws-sdk/client-codebuild';
import type { Aws } from '../../define.ts';
import { emitPhase } from './events.ts';
import { PhaseFailure } from './failure.ts';
import type { Output } from './output.ts';

/** Keeps a build's list of phases, its log's account of them, and their events. */
export class Phases {
  readonly #aws: Aws;
  readonly #build: Build;
  readonly #output: Output;

  constructor(aws: Aws, build: Build, output: Output) {
    this.#aws = aws;
    this.#build = build;
    this.#output = output;
  }

  /** Runs one phase. What it throws fails it; what is no PhaseFailure is a fault of ours and goes on. */
  async run(type: BuildPhaseType, work: () => Promise<void>): Promise<PhaseFailure | undefined> {
    const phase: BuildPhase = { phaseType: type, startTime: new Date(this.#aws.clock.now()) };
    this.#build.phases?.push(phase);
    this.#build.currentPhase = type;
    try {
      await work();
      this.#end(phase, 'SUCCEEDED');
      return undefined;
    } catch (error) {
      const failure = error instanceof PhaseFailure ? error : undefined;
      this.#end(
        phase,
        failure?.status ?? 'FAULT',
        failure ?? new PhaseFailure('INTERNAL_ERROR', 'The local CodeBuild failed'),
      );
      if (!failure) throw error;
      return failure;
    }
  }

  /** A phase that has no work locally, such as PROVISIONING. */
  pass(type: BuildPhaseType): void {
    const phase: BuildPhase = { phaseType: type, startTime: new Date(this.#aws.clock.now()) };
    this.#build.phases?.push(phase);
    this.#build.currentPhase = type;
    if (type !== 'COMPLETED') this.#end(phase, 'SUCCEEDED');
    else emitPhase(this.#aws, this.#build, phase);
  }

  #end(phase: BuildPhase, status: StatusType, failure?: PhaseFailure): void {
    const end = this.#aws.clock.now();
    phase.phaseStatus = status;
    phase.endTime = new Date(end);
    phase.durationInSeconds = Math.round((end - (phase.startTime?.getTime() ?? end)) / 1000);
    // A failure quotes commands, and a command may hold what must not be shown.
    const context = {
      statusCode: failure?.statusCode ?? '',
      message: this.#output.masked(failure?.message ?? ''),
    };
    phase.contexts = [context];
    if (logged.has(phase.phaseType ?? '')) {
      this.note(`Phase complete: ${phase.phaseType} State: ${status}`);
      this.note(`Phase context status code: ${context.statusCode} Message: ${context.message}`);
    }
    emitPhase(this.#aws, this.#build, phase);
  }

  /** A line in CodeBuild's own style. */
  note(line: string): void {
    const time = new Date(this.#aws.clock.now())
      .toISOString()
      .replace('T', ' ')
      .replaceAll('-', '/')
      .replace('Z', '000');
    this.#output.note(`[Container] ${time} ${line}`);
  }
}

const logged = new Set([
  'DOWNLOAD_SOURCE',
  'INSTALL',
  'PRE_BUILD',
  'BUILD',
  'POST_BUILD',
  'UPLOAD_ARTIFACTS',
]);
