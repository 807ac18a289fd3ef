import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Build } from '@aws-sdk/client-codebuild';
import type { Buildspec } from '../../../../shared/spec/buildspec.ts';
import type { Aws } from '../../define.ts';
import logs from '../logs/service.ts';
import { type Cache, restoreCache, saveCache } from './cache.ts';
import { runPhase } from './commands.ts';
import { environmentOf } from './environment.ts';
import { emitState } from './events.ts';
import { PhaseFailure } from './failure.ts';
import type { Place } from './files.ts';
import { endLeftovers } from './leftovers.ts';
import { Output } from './output.ts';
import { leaveOutputs } from './outputs.ts';
import { Phases } from './phases.ts';
import type { Plan } from './plan.ts';
import type { Reports } from './reports/store.ts';
import { Shell } from './shell.ts';
import { readBuildspec } from './source.ts';
import { fetchSources } from './sources.ts';
import { installTools } from './tools.ts';
import { readVariables, type Variables } from './variables.ts';

export interface Given {
  readonly plan: Plan;
  readonly reports: Reports;
  /** The folder of all projects' caches. */
  readonly caches: string;
}

/** One build from its start to its end. Its processes and its scratch folder end with it. */
export class BuildRun {
  readonly finished: Promise<Build>;
  /** Resolves some moments after `finished`, when its scratch folder and every process of its are gone. */
  readonly cleaned: Promise<void>;
  readonly #aws: Aws;
  readonly #given: Given;
  readonly #root: string;
  readonly #output: Output;
  readonly #phases: Phases;
  #shell: Shell | undefined;
  #ended: PhaseFailure | undefined;
  #failed = false;

  constructor(aws: Aws, given: Given) {
    const { plan } = given;
    this.#aws = aws;
    this.#given = given;
    this.#root = join(aws.scratch, 'builds', plan.uuid);
    const { groupName: group = '', streamName: stream = '' } = plan.build.logs ?? {};
    const store = aws.use(logs);
    this.#output = new Output((lines) => {
      if (plan.isLogged) store.append({ group, stream }, lines);
    });
    this.#phases = new Phases(aws, plan.build, this.#output);
    this.finished = this.#run();
    this.cleaned = this.finished.then(() => this.#cleanUp());
  }

  /** Ends the build: its status becomes STOPPED. */
  stop(): void {
    this.#end(new PhaseFailure('BUILD_STOPPED', 'The build was stopped', 'STOPPED'));
  }

  #end(reason: PhaseFailure): void {
    if (this.#ended || this.#given.plan.build.buildComplete) return;
    this.#ended = reason;
    this.#shell?.kill();
  }

  async #run(): Promise<Build> {
    const { build } = this.#given.plan;
    const minutes = build.timeoutInMinutes ?? 60;
    const cancel = this.#aws.clock.after(minutes * 60_000, () =>
      this.#end(new PhaseFailure('BUILD_TIMED_OUT', 'Build has timed out. ', 'TIMED_OUT')),
    );
    emitState(this.#aws, build);
    let isFault = false;
    try {
      await this.#story();
    } catch (error) {
      isFault = true;
      this.#aws.log(`The build ${build.id} broke off`, error);
    }
    cancel();
    await this.#shell?.end();
    this.#output.flush();
    build.buildStatus = isFault ? 'FAULT' : (this.#ended?.status ?? (this.#failed ? 'FAILED' : 'SUCCEEDED'));
    build.endTime = new Date(this.#aws.clock.now());
    build.buildComplete = true;
    this.#phases.pass('COMPLETED');
    emitState(this.#aws, build);
    return build;
  }

  async #story(): Promise<void> {
    const phases = this.#phases;
    // Whoever started the build gets its id before anything happens to it.
    await Promise.resolve();
    for (const type of ['SUBMITTED', 'QUEUED', 'PROVISIONING'] as const) phases.pass(type);
    let spec: Buildspec | undefined;
    let variables: Variables | undefined;
    await this.#phase('DOWNLOAD_SOURCE', async () => {
      await this.#fetchSources();
      spec = await readBuildspec(this.#aws, this.#given.plan.buildspec, this.#folder('src'));
      variables = readVariables(this.#aws, spec.env, this.#given.plan.variables);
      this.#output.hide([...variables.secretNames].map((name) => variables?.values[name] ?? ''));
      await this.#openShell(spec, variables);
      await this.#cached(spec, restoreCache);
    });
    if (!spec || !variables || !this.#shell || this.#ended) return;
    if (await this.#commandPhases(spec, this.#shell)) await this.#upload(spec, variables);
    if (!this.#ended) phases.pass('FINALIZING');
  }

  async #phase(...[type, work]: Parameters<Phases['run']>): Promise<PhaseFailure | undefined> {
    const failure = await this.#phases.run(type, async () => {
      this.#checkEnded();
      await work();
      this.#checkEnded();
    });
    if (failure) this.#failed = true;
    return failure;
  }

  #checkEnded(): void {
    if (this.#ended) throw this.#ended;
  }

  async #fetchSources(): Promise<void> {
    const folder = (name: string) => this.#folder(name);
    for (const name of ['src', 'tmp', 'home', 'shell']) await mkdir(folder(name), { recursive: true });
    await installTools(folder('bin'));
    const { plan } = this.#given;
    plan.build.resolvedSourceVersion = await fetchSources(this.#aws, plan, folder);
    this.#phases.note(`CODEBUILD_SRC_DIR=${folder('src')}`);
  }

  async #openShell(spec: Buildspec, variables: Variables): Promise<void> {
    const name = spec.env?.shell ?? 'sh';
    if (/powershell|cmd/.test(name))
      throw new PhaseFailure('CLIENT_ERROR', `the shell ${name} is not run locally: use sh or bash`);
    const counts = Object.entries(spec.phases).map(
      ([phase, { commands = [] }]) => `${phase.toUpperCase()}: ${commands.length} commands`,
    );
    this.#phases.note(`Phases found in YAML: ${counts.join(', ')}`);
    // Only StartBuildBatch and a pipeline's BatchEnabled look at it, and neither is there.
    if (spec.batch) this.#phases.note('This is no batch build: the section `batch` has no effect');
    const users = [spec['run-as'], ...Object.values(spec.phases).map((phase) => phase['run-as'])];
    if (users.some((user) => user && user !== 'root'))
      this.#phases.note('All commands run as the user of the local AWS: `run-as` has no effect');
    if (spec.phases.install?.['runtime-versions'])
      this.#phases.note("The runtimes are this machine's own: `runtime-versions` has no effect");
    this.#shell = new Shell({
      shell: name.replace('/bin/', ''),
      cwd: this.#folder('src'),
      env: environmentOf(this.#aws, this.#given.plan, { variables: variables.values, root: this.#root }),
      folder: this.#folder('shell'),
      onOutput: (text) => this.#output.print(text),
    });
    if (this.#ended) this.#shell.kill();
  }

  /**
   * Resolves with whether artifacts are due.
   * https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html
   */
  async #commandPhases(spec: Buildspec, shell: Shell): Promise<boolean> {
    const note = (line: string) => this.#phases.note(line);
    const runner = {
      shell,
      output: this.#output,
      note,
      checkEnded: () => this.#checkEnded(),
      isolated: spec.version === '0.1',
    };
    for (const type of ['INSTALL', 'PRE_BUILD', 'BUILD', 'POST_BUILD'] as const) {
      const phase = spec.phases[type.toLowerCase() as keyof Buildspec['phases']];
      note(`Entering phase ${type}`);
      const failure = await this.#phase(type, () => (phase ? runPhase(runner, phase) : Promise.resolve()));
      if (this.#ended) return false;
      if (!failure) continue;
      await shell.run('export CODEBUILD_BUILD_SUCCEEDING=0');
      const action = phase?.['on-failure']?.action;
      if (action === 'ABORT' || (action !== 'CONTINUE' && (type === 'INSTALL' || type === 'PRE_BUILD')))
        return false;
    }
    return true;
  }

  async #upload(spec: Buildspec, variables: Variables): Promise<void> {
    const { plan, reports } = this.#given;
    await this.#phase('UPLOAD_ARTIFACTS', async () => {
      const place = this.#place();
      await leaveOutputs(this.#aws, { plan, spec, variables, place, reports, root: this.#root });
      // What a build that failed has in its folders is not what the next should begin with.
      if (!this.#failed) await this.#cached(spec, saveCache);
    });
  }

  async #cached(spec: Buildspec, work: (cache: Cache) => Promise<void>): Promise<void> {
    const { plan, caches } = this.#given;
    if (!spec.cache) return;
    const type = plan.build.cache?.type ?? 'NO_CACHE';
    if (type === 'NO_CACHE')
      return this.#phases.note('The project has no cache: the section `cache` has no effect');
    const folder = join(caches, plan.project.name ?? '');
    await work({ spec: spec.cache, folder, home: this.#folder('home'), place: this.#place() });
  }

  #place(): Place {
    return {
      source: this.#folder('src'),
      note: (line) => this.#phases.note(line),
      expand: (text) => this.#expand(text),
    };
  }

  /** What the build's own shell makes of a text, commands in it included: it is the buildspec's author who wrote it. */
  async #expand(text: string): Promise<string> {
    if (!/[$`]/.test(text)) return text;
    const file = this.#folder('expanded');
    const status = await this.#shell?.run(
      `cat > '${file.replaceAll("'", `'\\''`)}' <<DRAWBRIDGE_END\n${text}\nDRAWBRIDGE_END`,
    );
    this.#checkEnded();
    if (status !== 0) throw new PhaseFailure('CLIENT_ERROR', `the shell cannot expand ${text}`);
    return (await readFile(file, 'utf8')).replace(/\n$/, '');
  }

  #folder(name: string): string {
    return join(this.#root, name);
  }

  async #cleanUp(): Promise<void> {
    try {
      await endLeftovers(this.#given.plan.build.id ?? '');
      await rm(this.#root, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      this.#aws.log(`The build ${this.#given.plan.build.id} could not be cleaned up`, error);
    }
  }
}
