import type { Build, BuildPhase } from '@aws-sdk/client-codebuild';
import type { Aws } from '../../define.ts';

// https://docs.aws.amazon.com/codebuild/latest/userguide/sample-build-notifications.html#sample-build-notifications-ref

export function emitState(aws: Aws, build: Build): void {
  aws.emit({
    source: 'aws.codebuild',
    detailType: 'CodeBuild Build State Change',
    resources: [build.arn ?? ''],
    detail: {
      'build-status': build.buildStatus,
      'project-name': build.projectName,
      'build-id': build.arn,
      'additional-information': information(build),
      'current-phase': build.currentPhase,
      'current-phase-context': contexts(build.phases?.at(-1)),
      version: '1',
    },
  });
}

export function emitPhase(aws: Aws, build: Build, phase: BuildPhase): void {
  aws.emit({
    source: 'aws.codebuild',
    detailType: 'CodeBuild Build Phase Change',
    resources: [build.arn ?? ''],
    detail: {
      'completed-phase': phase.phaseType,
      'completed-phase-status': phase.phaseStatus,
      'completed-phase-context': contexts(phase),
      'completed-phase-start': humanTime(phase.startTime),
      'completed-phase-end': humanTime(phase.endTime),
      'completed-phase-duration-seconds': phase.durationInSeconds,
      'project-name': build.projectName,
      'build-id': build.arn,
      'additional-information': information(build),
      version: '1',
    },
  });
}

function information(build: Build): Record<string, unknown> {
  const { environment, logs, artifacts } = build;
  return {
    ...(artifacts?.location && {
      artifact: {
        location: artifacts.location,
        ...(artifacts.sha256sum && { sha256sum: artifacts.sha256sum, md5sum: artifacts.md5sum }),
      },
    }),
    environment: {
      image: environment?.image,
      'privileged-mode': environment?.privilegedMode ?? false,
      'compute-type': environment?.computeType,
      type: environment?.type,
      'environment-variables': environment?.environmentVariables ?? [],
    },
    'timeout-in-minutes': build.timeoutInMinutes,
    'build-complete': build.buildComplete,
    'build-number': build.buildNumber,
    initiator: build.initiator,
    'build-start-time': humanTime(build.startTime),
    source: { location: build.source?.location, type: build.source?.type },
    ...(build.sourceVersion && { 'source-version': build.sourceVersion }),
    logs: { 'group-name': logs?.groupName, 'stream-name': logs?.streamName, 'deep-link': logs?.deepLink },
    phases: build.phases?.map((phase) => ({
      'phase-type': phase.phaseType,
      'phase-context': sentences(phase),
      'start-time': humanTime(phase.startTime),
      ...(phase.endTime && {
        'end-time': humanTime(phase.endTime),
        'duration-in-seconds': phase.durationInSeconds,
        'phase-status': phase.phaseStatus,
      }),
    })),
  };
}

const contexts = (phase: BuildPhase | undefined) => `[${sentences(phase).join(', ')}]`;

function sentences(phase: BuildPhase | undefined): string[] {
  const told = (phase?.contexts ?? []).filter(({ statusCode }) => statusCode);
  return told.map(({ statusCode, message }) => `${statusCode}: ${message}`);
}

/** `Sep 1, 2017 4:12:29 PM`, in UTC and without saying so: that is how CodeBuild writes times into events. */
function humanTime(date: Date | undefined): string | undefined {
  return (
    date &&
    timeFormat
      .format(date)
      .replace(/\u202f/g, ' ')
      .replace(/^(\w+ \d+, \d+), /, '$1 ')
  );
}

const timeFormat = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});
