import type { CreateProjectInput, Project, UpdateProjectInput } from '@aws-sdk/client-codebuild';
import { type Aws, AwsError } from '../../define.ts';

const invalid = (message: string) => new AwsError('InvalidInputException', message);

/** The registered projects. */
export class Projects {
  readonly #aws: Aws;
  readonly #projects = new Map<string, Project>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  restore(projects: readonly Project[]): void {
    for (const project of projects) this.#projects.set(project.name ?? '', project);
  }

  create(input: CreateProjectInput): Project {
    const { name = '' } = input;
    if (!/^[A-Za-z0-9][\w-]{1,149}$/.test(name))
      throw invalid(
        `Invalid project name: ${JSON.stringify(name)}. Use 2 to 150 letters, digits, - and _, and start with a letter or digit.`,
      );
    if (this.#projects.has(name))
      throw new AwsError('ResourceAlreadyExistsException', `Project already exists: ${this.#arn(name)}`);
    const now = new Date(this.#aws.clock.now());
    const { badgeEnabled, ...rest } = input;
    const project: Project = {
      timeoutInMinutes: 60,
      queuedTimeoutInMinutes: 480,
      encryptionKey: `arn:aws:kms:${this.#aws.region}:${this.#aws.account}:alias/aws/s3`,
      cache: { type: 'NO_CACHE' },
      tags: [],
      secondarySources: [],
      secondaryArtifacts: [],
      ...rest,
      name,
      arn: this.#arn(name),
      created: now,
      lastModified: now,
      badge: { badgeEnabled: badgeEnabled ?? false },
    };
    check(project);
    this.#projects.set(name, project);
    return project;
  }

  update(input: UpdateProjectInput): Project {
    const project = this.get(input.name);
    const { badgeEnabled, ...rest } = input;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const updated: Project = {
      ...project,
      ...given,
      lastModified: new Date(this.#aws.clock.now()),
      ...(badgeEnabled !== undefined && { badge: { badgeEnabled } }),
    };
    check(updated);
    this.#projects.set(project.name ?? '', updated);
    return updated;
  }

  get(name: string | undefined): Project {
    const project = this.find(name);
    if (!project)
      throw new AwsError('ResourceNotFoundException', `Project cannot be found: ${this.#arn(name ?? '')}`);
    return project;
  }

  /** By name or ARN. */
  find(name: string | undefined): Project | undefined {
    return this.#projects.get(name?.replace(/^arn:[^:]+:codebuild:[^:]*:[^:]*:project\//, '') ?? '');
  }

  delete(name: string | undefined): void {
    this.#projects.delete(this.find(name)?.name ?? '');
  }

  all(): Project[] {
    return [...this.#projects.values()];
  }

  #arn(name: string): string {
    return `arn:aws:codebuild:${this.#aws.region}:${this.#aws.account}:project/${name}`;
  }
}

function check(project: Project): void {
  const { source, artifacts, environment, timeoutInMinutes = 60 } = project;
  if ((source?.type === 'CODEPIPELINE') !== (artifacts?.type === 'CODEPIPELINE'))
    throw invalid('Invalid project: source and artifacts must both be of type CODEPIPELINE, or neither.');
  if (source?.type === 'NO_SOURCE' && !source.buildspec)
    throw invalid('Invalid project source: buildspec is required when the source is NO_SOURCE.');
  if (source?.type === 'S3' && !/^(arn:aws:s3:::)?[^/]+\/.+$/.test(source.location ?? ''))
    throw invalid('Invalid project source: location must be a bucket and a key, such as bucket/source.zip.');
  if (artifacts?.type === 'S3' && !artifacts.location)
    throw invalid('Invalid project artifacts: location is required and must be the name of a bucket.');
  if (timeoutInMinutes < 5 || timeoutInMinutes > 2160)
    throw invalid('Invalid project: timeoutInMinutes must be from 5 to 2160.');
  for (const { name = '' } of environment?.environmentVariables ?? [])
    if (!/^[A-Za-z_]\w*$/.test(name))
      throw invalid(`Invalid environment variable name: ${JSON.stringify(name)}`);
}
