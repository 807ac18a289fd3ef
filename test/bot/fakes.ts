import type { PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import type { Comparison, GitHubPort, PullRequest, SlackPort } from '../../bot/ports.ts';
import type {
  Deployment,
  Deployments,
  PendingApproval,
  Pipelines,
  SecretStore,
  SecretVersion,
  StageState,
  Stages,
} from '../../shared/aws/ports.ts';
import { UserError } from '../../shared/errors.ts';
import type { Block, Line, View } from '../../shared/render/view.ts';
import { plain } from '../../shared/render/view.ts';
import { type Action, isFinal, type Run, type Stage, waitingApproval } from '../../shared/run/model.ts';
import { Secret } from '../../shared/secrets/secret.ts';

/** What somebody could read: where it stands, who sees it, and its text. */
export interface Heard {
  /** `C0DEPLOYS`, `C0DEPLOYS for U0ADA`, `acme/shop#7`. */
  readonly where: string;
  text: string;
}

export function readable(view: View): string {
  return view.blocks.flatMap(linesOf).join('\n');
}

function linesOf(block: Block): string[] {
  const text = (line: Line) => plain(line);
  if (block.kind === 'heading') return [block.text];
  if (block.kind === 'text' || block.kind === 'note') return [text(block.text)];
  if (block.kind === 'list') return block.items.map(text);
  if (block.kind === 'facts') return block.facts.map(([name, value]) => `${name}: ${text(value)}`);
  if (block.kind === 'table') return block.rows.map((row) => row.map(text).join(' | '));
  if (block.kind === 'code') return [...block.lines];
  return block.buttons.map(({ label, command }) => `[${label}: ${command}]`);
}

export class FakeSlack implements SlackPort {
  readonly heard: Heard[] = [];
  readonly groups = new Map<string, string[]>();
  readonly modals: View[] = [];
  /** What each person's Home tab says. */
  readonly homes = new Map<string, string>();

  async post({ channel, thread, view }: Parameters<SlackPort['post']>[0]): Promise<string> {
    this.heard.push({ where: thread ? `${channel} under ${thread}` : channel, text: readable(view) });
    return `ts${this.heard.length}`;
  }

  async update({ ts, view }: Parameters<SlackPort['update']>[0]): Promise<'updated' | 'gone'> {
    const message = this.heard[Number(ts.slice(2)) - 1];
    if (!message) return 'gone';
    message.text = readable(view);
    return 'updated';
  }

  async find(): Promise<string | undefined> {
    return undefined;
  }

  async whisper({ channel, user, view }: Parameters<SlackPort['whisper']>[0]): Promise<void> {
    this.heard.push({ where: `${channel} for ${user}`, text: readable(view) });
  }

  async respond(): Promise<'sent' | 'expired'> {
    return 'expired';
  }

  async openModal({ view }: Parameters<SlackPort['openModal']>[0]): Promise<string> {
    this.modals.push(view);
    return `V${this.modals.length}`;
  }

  async updateModal({ id, view }: Parameters<SlackPort['updateModal']>[0]): Promise<'updated' | 'gone'> {
    const index = Number(id.slice(1)) - 1;
    if (!this.modals[index]) return 'gone';
    this.modals[index] = view;
    return 'updated';
  }

  async publishHome({ user, view }: Parameters<SlackPort['publishHome']>[0]): Promise<void> {
    this.homes.set(user, readable(view));
  }

  async groupMembers(group: string): Promise<string[]> {
    return this.groups.get(group) ?? [];
  }

  /** Confirmed addresses, by user. */
  readonly emails = new Map<string, string>();

  async emailOf(user: string): Promise<string | undefined> {
    return this.emails.get(user);
  }

  async userOf(email: string): Promise<string | undefined> {
    return [...this.emails].find(([, each]) => each === email)?.[0];
  }
}

export class FakeGitHub implements GitHubPort {
  readonly comments: (Heard & { marker: string })[] = [];
  readonly reactions: string[] = [];
  readonly permissions = new Map<string, 'none' | 'read' | 'write' | 'admin'>();
  readonly teams = new Map<string, string[]>();
  readonly pullRequests = new Map<string, number[]>();

  async comment(at: Parameters<GitHubPort['comment']>[0]): Promise<number> {
    const where = `${at.repository}#${at.number}`;
    this.comments.push({ where, text: readable(at.body), marker: at.marker });
    return this.comments.length;
  }

  async editComment(at: Parameters<GitHubPort['editComment']>[0]): Promise<'updated' | 'gone'> {
    const comment = this.comments[at.comment - 1];
    if (!comment) return 'gone';
    comment.text = readable(at.body);
    return 'updated';
  }

  async findComment({ marker }: { marker: string }): Promise<number | undefined> {
    const index = this.comments.findIndex((comment) => comment.marker === marker);
    return index < 0 ? undefined : index + 1;
  }

  async dropTwins(): Promise<void> {}

  async react({ comment, reaction }: Parameters<GitHubPort['react']>[0]): Promise<void> {
    this.reactions.push(`${reaction} on ${comment}`);
  }

  /** `context state on commit: description`. */
  readonly statuses: string[] = [];
  readonly deployments: { run: string; environment: string; commit: string; states: string[] }[] = [];

  async setStatus(status: Parameters<GitHubPort['setStatus']>[0]): Promise<void> {
    const { context, state, commit, description } = status;
    this.statuses.push(`${context} ${state} on ${commit.slice(0, 7)}: ${description}`);
  }

  async findDeployment({ run }: { run: string }): Promise<number | undefined> {
    const index = this.deployments.findIndex((deployment) => deployment.run === run);
    return index < 0 ? undefined : index + 1;
  }

  async createDeployment(deployment: Parameters<GitHubPort['createDeployment']>[0]): Promise<number> {
    const { run, environment, commit } = deployment;
    return this.deployments.push({ run, environment, commit, states: [] });
  }

  async setDeploymentStatus(status: Parameters<GitHubPort['setDeploymentStatus']>[0]): Promise<void> {
    this.deployments[status.deployment - 1]?.states.push(status.state);
  }

  async permission({ user }: { user: string }): Promise<'none' | 'read' | 'write' | 'admin'> {
    return this.permissions.get(user) ?? 'none';
  }

  async isTeamMember({ org, team, user }: Parameters<GitHubPort['isTeamMember']>[0]): Promise<boolean> {
    return this.teams.get(`${org}/${team}`)?.includes(user) ?? false;
  }

  async pullRequestsOf({ commit }: { commit: string }): Promise<number[]> {
    return this.pullRequests.get(commit) ?? [];
  }

  /** `base...head` of commits, their first seven characters each. */
  readonly comparisons = new Map<string, Comparison>();
  readonly pulls = new Map<number, PullRequest>();
  /** Of a commit, or a ref. */
  readonly authors = new Map<string, string>();
  readonly refs = new Map<string, string>();
  readonly checksOf = new Map<string, 'green' | 'running' | 'red'>();
  /** What the comment says by now; undefined is as it was written, `gone` is deleted. */
  commentNow: string | undefined;
  written = '';

  async compare({ base, head }: Parameters<GitHubPort['compare']>[0]): Promise<Comparison | undefined> {
    return this.comparisons.get(`${base.slice(0, 7)}...${head.slice(0, 7)}`);
  }

  async commit({ ref }: { ref: string }) {
    const sha = /^[0-9a-f]{40}$/.test(ref) ? ref : this.refs.get(ref);
    const [author, email] = [this.authors.get(ref), this.commitEmails.get(ref)];
    return sha ? { sha, message: 'A change', ...(author && { author }), ...(email && { email }) } : undefined;
  }

  async pullRequest({ number }: { number: number }): Promise<PullRequest | undefined> {
    return this.pulls.get(number);
  }

  /** The addresses that users show, by login. */
  readonly emails = new Map<string, string>();
  /** What commits say of their authors. */
  readonly commitEmails = new Map<string, string>();

  async emailOf({ user }: { user: string }): Promise<string | undefined> {
    return this.emails.get(user);
  }

  async loginOf({ email }: { email: string }): Promise<string | undefined> {
    return [...this.emails].find(([, each]) => each === email)?.[0];
  }

  /** Files on the default branch, by path. */
  readonly files = new Map<string, string>();

  async file({ path }: { path: string }): Promise<string | undefined> {
    return this.files.get(path);
  }

  async commentText(): Promise<string | undefined> {
    return this.commentNow === 'gone' ? undefined : (this.commentNow ?? this.written);
  }

  async checks({ commit }: { commit: string }): Promise<'green' | 'running' | 'red' | 'none'> {
    return this.checksOf.get(commit) ?? 'none';
  }
}

const definition: PipelineDeclaration = {
  name: 'shop',
  version: 1,
  roleArn: 'arn:aws:iam::123456789012:role/shop',
  variables: [{ name: 'COLOUR', defaultValue: 'blue' }],
  stages: [
    stageDeclaration('Source', 'Source', 'S3'),
    stageDeclaration('Approve', 'Approval', 'Manual'),
    stageDeclaration('Deploy', 'Deploy', 'CodeDeploy'),
  ],
};

/** The stage in which a pipeline begins, with one source. */
export function sourceStage(provider: string) {
  return stageDeclaration('Source', 'Source', provider);
}

function stageDeclaration(name: string, category: 'Source' | 'Approval' | 'Deploy', provider: string) {
  return {
    name,
    actions: [{ name, actionTypeId: { category, owner: 'AWS' as const, provider, version: '1' } }],
  };
}

/** A run of `shop` with the states of its three stages; at `Approve` an `InProgress` waits for an answer. */
export function shopRun(id: string, states: readonly string[], more: Partial<Run> = {}): Run {
  const stages = (definition.stages ?? []).map((declared, index): Stage => {
    const status = states[index] ?? 'Pending';
    const { category = '', provider = '' } = declared.actions?.[0]?.actionTypeId ?? {};
    const action: Action = { name: declared.name ?? '', category, provider, runOrder: 1, status };
    return { name: declared.name ?? '', status, actions: [action] };
  });
  const last = states.at(-1);
  const status = states.length === 3 || last === 'Failed' ? (last ?? 'InProgress') : 'InProgress';
  const change = {
    commit: `${id.slice(0, 8)}`.repeat(5),
    message: `Change ${id.slice(0, 4)}`,
    author: 'bob',
  };
  return {
    pipeline: 'shop',
    id,
    region: 'us-east-1',
    status,
    kind: 'STANDARD',
    version: 1,
    change,
    startedAt: 0,
    stages,
    ...more,
  };
}

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

export class FakeSecrets implements SecretStore {
  readonly reads: string[] = [];
  readonly values = new Map<string, string>();

  async describe(name: string) {
    this.reads.push(`describe ${name}`);
    return this.values.has(name)
      ? { name, type: 'SecureString', version: '3', changedAt: 0, changedBy: 'bob' }
      : undefined;
  }

  async read(name: string): Promise<Secret | undefined> {
    this.reads.push(`read ${name}`);
    const value = this.values.get(name);
    return value === undefined ? undefined : new Secret(value);
  }

  async list(path: string, limit: number) {
    this.reads.push(`list ${path}`);
    const names = [...this.values.keys()].filter((name) => name.startsWith(`${path}/`)).sort();
    return names.slice(0, limit).map((name) => ({ name, type: 'SecureString', version: '3', changedAt: 0 }));
  }

  async history(name: string): Promise<SecretVersion[]> {
    this.reads.push(`history ${name}`);
    if (!this.values.has(name)) return [];
    return [
      { version: '3', changedAt: 0, changedBy: 'bob', labels: ['live'] },
      { version: '2', changedAt: -86_400_000, labels: [] },
    ];
  }
}

/** The ways into the stages of `shop`. */
export class FakeStages implements Stages {
  readonly calls: string[] = [];
  readonly told: StageState[] = [{ stage: 'Source' }, { stage: 'Approve' }, { stage: 'Deploy' }];

  async states(): Promise<StageState[]> {
    return this.told;
  }

  async close({ pipeline, stage, reason }: Parameters<Stages['close']>[0]): Promise<void> {
    this.calls.push(`close ${pipeline}/${stage}: ${reason}`);
    this.#set(stage, { closed: { reason, at: 0 } });
  }

  async open({ pipeline, stage }: Parameters<Stages['open']>[0]): Promise<void> {
    this.calls.push(`open ${pipeline}/${stage}`);
    this.#set(stage, { closed: undefined });
  }

  async override({ pipeline, stage, run, condition }: Parameters<Stages['override']>[0]): Promise<void> {
    this.calls.push(`override ${condition} of ${pipeline}/${stage} for ${run}`);
    this.#set(stage, { failedCondition: undefined });
  }

  /** A condition of the stage has failed, or the way into it is closed. */
  set(stage: string, more: Partial<StageState>): void {
    this.#set(stage, more);
  }

  #set(stage: string, more: { [Key in keyof StageState]?: StageState[Key] | undefined }): void {
    const index = this.told.findIndex((each) => each.stage === stage);
    this.told[index] = { ...this.told[index], ...more } as StageState;
  }
}

export class FakeDeployments implements Deployments {
  readonly calls: string[] = [];
  readonly known = new Map<string, Deployment>();
  #descriptions = new Map<string, string>();

  async read(id: string): Promise<Deployment | undefined> {
    return this.known.get(id);
  }

  async proceed(id: string, wait: string): Promise<void> {
    this.calls.push(`proceed ${id} ${wait}`);
    const known = this.known.get(id);
    if (known) this.known.set(id, { ...known, status: 'InProgress' });
  }

  async repeat(id: string, description: string): Promise<string> {
    this.calls.push(`repeat ${id}`);
    this.#descriptions.set(description, 'd-AGAIN');
    return 'd-AGAIN';
  }

  async described(_id: string, description: string): Promise<string | undefined> {
    return this.#descriptions.get(description);
  }
}
