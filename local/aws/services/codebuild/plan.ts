import type { Build, EnvironmentVariable, Project, ProjectArtifacts } from '@aws-sdk/client-codebuild';
import { type Aws, AwsError } from '../../define.ts';
import type { BuildRequest } from './model.ts';

/** Everything that is settled before a build starts. */
export interface Plan {
  readonly uuid: string;
  readonly project: Project;
  readonly request: BuildRequest;
  readonly variables: readonly EnvironmentVariable[];
  /** Inline YAML, a path or an ARN; undefined is `buildspec.yml`. */
  readonly buildspec: string | undefined;
  readonly artifacts: readonly ProjectArtifacts[];
  readonly isLogged: boolean;
  /** As the API shows it; it changes while the build runs. */
  readonly build: Build;
}

/** A project with the overrides of one start. */
export function planBuild(
  aws: Aws,
  project: Project,
  options: { request: BuildRequest; number: number },
): Plan {
  const { request, number } = options;
  const start = request.overrides ?? {};
  const uuid = aws.uuid();
  const id = `${project.name}:${uuid}`;
  const source = {
    type: start.sourceTypeOverride ?? project.source?.type ?? 'NO_SOURCE',
    ...((start.sourceLocationOverride ?? project.source?.location) && {
      location: start.sourceLocationOverride ?? project.source?.location,
    }),
    ...((request.buildspec ?? start.buildspecOverride ?? project.source?.buildspec) && {
      buildspec: request.buildspec ?? start.buildspecOverride ?? project.source?.buildspec,
    }),
  };
  const variables = [
    ...(project.environment?.environmentVariables ?? []),
    ...(start.environmentVariablesOverride ?? []),
    ...(request.environment ?? []),
  ];
  for (const { name = '' } of variables)
    if (!/^[A-Za-z_]\w*$/.test(name))
      throw new AwsError(
        'InvalidInputException',
        `Invalid environment variable name: ${JSON.stringify(name)}`,
      );
  const artifacts = [
    start.artifactsOverride ?? project.artifacts,
    ...(start.secondaryArtifactsOverride ?? project.secondaryArtifacts ?? []),
  ].filter((artifact) => artifact !== undefined);
  const logs = (start.logsConfigOverride ?? project.logsConfig)?.cloudWatchLogs;
  const sourceVersion = start.sourceVersion ?? project.sourceVersion;
  const build: Build = {
    id,
    arn: `arn:aws:codebuild:${aws.region}:${aws.account}:build/${id}`,
    buildNumber: number,
    startTime: new Date(aws.clock.now()),
    currentPhase: 'SUBMITTED',
    buildStatus: 'IN_PROGRESS',
    ...(sourceVersion && { sourceVersion }),
    projectName: project.name,
    phases: [],
    source,
    secondarySources: project.secondarySources ?? [],
    artifacts: { location: '' },
    secondaryArtifacts: [],
    cache: project.cache ?? { type: 'NO_CACHE' },
    environment: {
      type: start.environmentTypeOverride ?? project.environment?.type ?? 'LINUX_CONTAINER',
      image: start.imageOverride ?? project.environment?.image ?? 'aws/codebuild/standard:7.0',
      computeType: start.computeTypeOverride ?? project.environment?.computeType ?? 'BUILD_GENERAL1_SMALL',
      environmentVariables: [...new Map(variables.map((variable) => [variable.name, variable])).values()],
      privilegedMode: start.privilegedModeOverride ?? project.environment?.privilegedMode ?? false,
      imagePullCredentialsType: project.environment?.imagePullCredentialsType ?? 'CODEBUILD',
    },
    ...(project.serviceRole && { serviceRole: start.serviceRoleOverride ?? project.serviceRole }),
    logs: logsLocation(aws, { project: project.name ?? '', uuid, config: logs }),
    timeoutInMinutes: start.timeoutInMinutesOverride ?? project.timeoutInMinutes ?? 60,
    queuedTimeoutInMinutes: start.queuedTimeoutInMinutesOverride ?? project.queuedTimeoutInMinutes ?? 480,
    buildComplete: false,
    initiator: request.initiator ?? 'local',
    encryptionKey: project.encryptionKey ?? `arn:aws:kms:${aws.region}:${aws.account}:alias/aws/s3`,
  };
  const isLogged = logs?.status !== 'DISABLED';
  return { uuid, project, request, variables, buildspec: source.buildspec, artifacts, isLogged, build };
}

function logsLocation(
  aws: Aws,
  options: {
    project: string;
    uuid: string;
    config: { groupName?: string | undefined; streamName?: string | undefined; status: unknown } | undefined;
  },
): NonNullable<Build['logs']> {
  const { project, uuid, config } = options;
  if (config?.status === 'DISABLED')
    return { cloudWatchLogs: { status: 'DISABLED' }, s3Logs: { status: 'DISABLED' } };
  const groupName = config?.groupName || `/aws/codebuild/${project}`;
  const streamName = config?.streamName ? `${config.streamName}/${uuid}` : uuid;
  // The console's own escaping: percent signs become dollar signs, twice.
  const escaped = (text: string) => encodeURIComponent(encodeURIComponent(text)).replaceAll('%', '$');
  return {
    groupName,
    streamName,
    deepLink: `https://console.aws.amazon.com/cloudwatch/home?region=${aws.region}#logsV2:log-groups/log-group/${escaped(groupName)}/log-events/${escaped(streamName)}`,
    cloudWatchLogsArn: `arn:aws:logs:${aws.region}:${aws.account}:log-group:${groupName}:log-stream:${streamName}`,
    cloudWatchLogs: { status: 'ENABLED', ...(config?.groupName && { groupName: config.groupName }) },
    s3Logs: { status: 'DISABLED', encryptionDisabled: false },
  };
}
