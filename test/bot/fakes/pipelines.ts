import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import type { PendingApproval, Pipelines } from '../../../shared/aws/ports.ts';
import { UserError } from '../../../shared/errors.ts';
import { isFinal, type Run, waitingApproval } from '../../../shared/run/model.ts';
import { Secret } from '../../../shared/secrets/secret.ts';
import { definition } from './shop.ts';

/** CodePipeline with one pipeline, `shop`. Newest run first. `calls` lists what changed something. */
export class FakePipelines implements Pipelines {
  runs: Run[] = [];
  readonly calls: string[] = [];
  readonly customData = new Map<string, string>();
  /** Runs just before an approval is put: what somebody else does meanwhile. */
  meanwhile: (() => void) | undefined;
  #tokens = new Map<string, string>();

  async names(): Promise<string[]> {
    return ['shop'];
  }

  /** In place of the usual definition's members. */
  declared: Partial<PipelineDeclaration> = {};

  async definition(pipeline: string): Promise<PipelineDeclaration> {
    this.#check(pipeline);
    return { ...definition, ...this.declared };
  }

  async run(pipeline: string, id: string): Promise<Run> {
    this.#check(pipeline);
    const run = this.runs.find((each) => each.id === id);
    if (!run) throw new UserError(`${pipeline} has no run ${id}.`);
    return run;
  }

  async recent(
    pipeline: string,
    { limit, succeededIn }: { limit: number; succeededIn?: string },
  ): Promise<Run[]> {
    this.#check(pipeline);
    const fits = (run: Run) =>
      !succeededIn || run.stages.some(({ name, status }) => name === succeededIn && status === 'Succeeded');
    return this.runs
      .filter(fits)
      .slice(0, limit)
      .map((run) => ({ ...run, stages: [] }));
  }

  async pendingApproval(pipeline: string, id: string): Promise<PendingApproval | undefined> {
    const run = await this.run(pipeline, id);
    const waits = isFinal(run) ? undefined : waitingApproval(run);
    if (!waits) return undefined;
    const { stage, action } = waits;
    const token = new Secret(this.#tokens.get(id) ?? `token of ${id}`);
    return {
      pipeline,
      id,
      stage: stage.name,
      action: action.name,
      token,
      customData: this.customData.get(id),
    };
  }

  /** The approval begins to wait again, as after a retry. */
  waitAnew(id: string): void {
    this.#tokens.set(id, `another token of ${id}`);
  }

  async start({
    pipeline,
    variables,
    sourceRevisions,
    token,
  }: Parameters<Pipelines['start']>[0]): Promise<string> {
    this.#check(pipeline);
    const call = `start ${pipeline} ${JSON.stringify({ variables, sourceRevisions })}`;
    const id = `5${(token ?? '').replace(/\D/g, '').padEnd(7, '0').slice(0, 7)}-0000-0000-0000-000000000000`;
    if (!this.calls.includes(call)) this.calls.push(call);
    return id;
  }

  async approve({ approval, status, summary }: Parameters<Pipelines['approve']>[0]): Promise<void> {
    this.meanwhile?.();
    const now = await this.pendingApproval(approval.pipeline, approval.id);
    if (now?.token.reveal() !== approval.token.reveal())
      throw new UserError('The approval was answered already.');
    this.calls.push(`${status} ${approval.pipeline} ${approval.id}: ${summary.replace(/[0-9a-f]{12}/, '…')}`);
    this.answer(approval.id, status, summary);
  }

  /** What an answer, ours or somebody else's, does to the run. */
  answer(id: string, status: 'Approved' | 'Rejected', summary: string): void {
    const outcome = status === 'Approved' ? 'Succeeded' : 'Failed';
    this.runs = this.runs.map((run) => {
      if (run.id !== id) return run;
      const stages = run.stages.map((stage) =>
        stage.name === 'Approve'
          ? {
              ...stage,
              status: outcome,
              actions: stage.actions.map((each) => ({ ...each, status: outcome, summary })),
            }
          : stage,
      );
      return { ...run, stages, status: status === 'Approved' ? run.status : 'Failed' };
    });
  }

  async rollback({ pipeline, stage, to }: Parameters<Pipelines['rollback']>[0]): Promise<string> {
    const target = await this.run(pipeline, to);
    if (target.kind === 'ROLLBACK') throw new UserError('A rollback cannot be rolled back to.');
    this.calls.push(`rollback ${pipeline} ${stage} to ${to}`);
    const id = `${'9'.repeat(7)}${this.runs.length}-0000-0000-0000-000000000000`;
    const { stages, ...rest } = target;
    const own = stages.filter(({ name }) => name === stage);
    this.runs = [{ ...rest, id, kind: 'ROLLBACK', rollbackOf: to, stages: own }, ...this.runs];
    return id;
  }

  async retry({ pipeline, stage, id, all }: Parameters<Pipelines['retry']>[0]): Promise<void> {
    this.calls.push(`retry ${pipeline} ${stage} of ${id}${all ? ', all' : ''}`);
    this.runs = this.runs.map((run) =>
      run.id === id
        ? {
            ...run,
            status: 'InProgress',
            stages: run.stages.map((each) =>
              each.name === stage ? { ...each, status: 'InProgress' } : each,
            ),
          }
        : run,
    );
  }

  async stop({ pipeline, id, abandon, reason }: Parameters<Pipelines['stop']>[0]): Promise<void> {
    this.calls.push(`stop ${pipeline} ${id}${abandon ? ', abandoning' : ''}: ${reason}`);
    this.runs = this.runs.map((run) => (run.id === id ? { ...run, status: 'Stopping' } : run));
  }

  #check(pipeline: string): void {
    if (pipeline !== 'shop') throw new UserError(`There is no pipeline ${pipeline}.`);
  }
}
