import type { Build, EnvironmentVariable, Project, StartBuildInput } from '@aws-sdk/client-codebuild';

/** A zip in the local S3 that a build reads or writes. */
export interface S3Object {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;
}

/** A build's source: the first is `CODEBUILD_SRC_DIR`, each other `CODEBUILD_SRC_DIR_<identifier>`. */
export interface SourceZip extends S3Object {
  readonly identifier: string;
  /** What `CODEBUILD_RESOLVED_SOURCE_VERSION` says, such as a commit id. */
  readonly revision?: string;
}

/** Where one output goes: the artifacts section, or the secondary artifact of this name. */
export interface ArtifactZip extends S3Object {
  readonly identifier: string;
}

/**
 * How another service starts a build in process. CodePipeline gives sources and artifacts of its own, a project
 * of type CODEPIPELINE has none; a Commands action gives a whole project that is registered nowhere.
 */
export interface BuildRequest {
  readonly project: string | Project;
  /** Such as `codepipeline/shop`. */
  readonly initiator?: string;
  readonly sources?: readonly SourceZip[];
  /** One output takes the `artifacts` section; several take the secondary artifacts of their names. */
  readonly artifacts?: readonly ArtifactZip[];
  /** Overrides and adds to the project's own. */
  readonly environment?: readonly EnvironmentVariable[];
  /** The text of a buildspec in place of the project's. */
  readonly buildspec?: string;
  /** Other overrides of the StartBuild operation. */
  readonly overrides?: Omit<StartBuildInput, 'projectName'>;
}

export interface RunningBuild {
  /** `<project>:<uuid>` */
  readonly id: string;
  readonly arn: string;
  /** The build when it is over, however it ended; never rejects. */
  readonly finished: Promise<Build>;
  /** Ends its processes; the build becomes STOPPED. Does nothing when it is over. */
  stop(): void;
}

/** The state of CodeBuild that other services use: `aws.use(codebuild).start({ project: 'shop', … })`. */
export interface CodeBuildApi {
  start(request: BuildRequest): RunningBuild;
  /** Throws ResourceNotFoundException as AWS does for StartBuild. */
  project(name: string): Project;
}
