import { join } from 'node:path';
import type { Build, Project, StartBuildInput } from '@aws-sdk/client-codebuild';
import { type Aws, AwsError } from '../../define.ts';
import { endInterrupted } from './interrupted.ts';
import type { BuildRequest, CodeBuildApi, RunningBuild } from './model.ts';
import { type Plan, planBuild } from './plan.ts';
import { Projects } from './projects.ts';
import { type ReportSnapshot, Reports } from './reports/store.ts';
import { BuildRun } from './run.ts';

/** A token that starts a build starts it once within this time. */
const tokenMs = 5 * 60_000;

interface Known {
  readonly plan: Plan;
  /** Undefined for a build of before a restart. */
  readonly run: BuildRun | undefined;
}

interface Snapshot {
  readonly projects: readonly Project[];
  readonly builds: readonly Plan[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly tokens: ReadonlyMap<string, Started>;
  readonly reports: ReportSnapshot;
}

/** The build that a token started. */
interface Started {
  readonly id: string;
  readonly until: number;
}

/** CodeBuild: its projects, and builds that run on this machine. */
export class CodeBuild implements CodeBuildApi {
  readonly projects: Projects;
  readonly reports: Reports;
  readonly #aws: Aws;
  readonly #builds = new Map<string, Known>();
  readonly #numbers = new Map<string, number>();
  readonly #tokens = new Map<string, Started>();

  constructor(aws: Aws) {
    this.#aws = aws;
    this.projects = new Projects(aws);
    this.reports = new Reports(aws);
    aws.onClose(async () => {
      for (const { run } of this.#builds.values()) run?.stop();
      await Promise.all([...this.#builds.values()].map(({ run }) => run?.cleaned));
    });
  }

  snapshot(): Snapshot {
    return {
      projects: this.projects.all(),
      builds: [...this.#builds.values()].map(({ plan }) => plan),
      numbers: this.#numbers,
      tokens: this.#tokens,
      reports: this.reports.snapshot(),
    };
  }

  restore({ projects, builds, numbers, tokens, reports }: Snapshot): () => void {
    this.projects.restore(projects);
    this.reports.restore(reports);
    for (const plan of builds) this.#builds.set(plan.build.id ?? '', { plan, run: undefined });
    for (const [project, number] of numbers) this.#numbers.set(project, number);
    for (const [token, started] of tokens) this.#tokens.set(token, started);
    const inFlight = builds.filter(({ build }) => !build.buildComplete);
    return () => {
      for (const { build } of inFlight) endInterrupted(this.#aws, build);
    };
  }

  project(name: string): Project {
    return this.projects.get(name);
  }

  start(request: BuildRequest): RunningBuild {
    const project = typeof request.project === 'string' ? this.project(request.project) : request.project;
    const number = (this.#numbers.get(project.name ?? '') ?? 0) + 1;
    const plan = planBuild(this.#aws, project, { request, number });
    this.#numbers.set(project.name ?? '', number);
    const caches = join(this.#aws.data ?? this.#aws.scratch, 'codebuild-caches');
    const run = new BuildRun(this.#aws, { plan, reports: this.reports, caches });
    const { id = '', arn = '' } = plan.build;
    this.#builds.set(id, { plan, run });
    return { id, arn, finished: run.finished, stop: () => run.stop() };
  }

  /** The StartBuild operation: the same token within five minutes is the same build. */
  startFromApi(input: StartBuildInput): Build {
    const { projectName = '', ...overrides } = input;
    const now = this.#aws.clock.now();
    const key = input.idempotencyToken && `${projectName} ${input.idempotencyToken}`;
    const known = key ? this.#tokens.get(key) : undefined;
    if (known && known.until > now) return this.get(known.id);
    const project = this.project(projectName);
    if (project.source?.type === 'CODEPIPELINE' && !overrides.sourceTypeOverride)
      throw new AwsError(
        'InvalidInputException',
        'Cannot start a build of a project whose source is CODEPIPELINE: start its pipeline, or override the source.',
      );
    const { id } = this.start({ project: projectName, overrides });
    if (key) this.#tokens.set(key, { id, until: now + tokenMs });
    return this.get(id);
  }

  /** Runs a finished build once more, as it was asked for. */
  retry(id: string | undefined): Build {
    const { plan } = this.#known(id);
    if (!plan.build.buildComplete)
      throw new AwsError('InvalidInputException', `Build cannot be retried while it is in progress: ${id}`);
    return this.get(this.start(plan.request).id);
  }

  stop(id: string | undefined): Build {
    const { run, plan } = this.#known(id);
    run?.stop();
    return structuredClone(plan.build);
  }

  /** A build as it is now. */
  get(id: string | undefined): Build {
    return structuredClone(this.#known(id).plan.build);
  }

  find(id: string): Build | undefined {
    const known = this.#builds.get(plainId(id));
    return known && structuredClone(known.plan.build);
  }

  /** Ids, the oldest first. */
  ids(project?: string): string[] {
    const all = [...this.#builds.values()].map(({ plan }) => plan.build);
    return all
      .filter((build) => project === undefined || build.projectName === project)
      .map(({ id = '' }) => id);
  }

  /** Resolves when the build is over. */
  async finished(id: string): Promise<Build> {
    const { plan, run } = this.#known(id);
    return run ? run.finished : plan.build;
  }

  #known(id: string | undefined): Known {
    const known = this.#builds.get(plainId(id ?? ''));
    if (!known) throw new AwsError('ResourceNotFoundException', `Build cannot be found: ${id}`);
    return known;
  }
}

/** The `project:uuid` that an id or an ARN names. */
function plainId(id: string): string {
  const plain = id.replace(/^arn:[^:]+:codebuild:[^:]*:[^:]*:build\//, '');
  if (/^[^:]+:[^:]+$/.test(plain)) return plain;
  throw new AwsError('InvalidInputException', `Invalid build ID provided: ${JSON.stringify(id)}`);
}
