import { createHmac } from 'node:crypto';
import type { ActionDeclaration, ExecutionTrigger } from '@aws-sdk/client-codepipeline';
import type { RefChange } from '../../git/repository.ts';
import type { CodeCommitRepository } from '../codecommit/repositories.ts';
import type { GitEvent } from '../codeconnections/connections.ts';
import type { PushEvent } from '../codeconnections/forge-event.ts';
import { type Engine, start } from './engine.ts';
import { current, type Pipeline, stagesOf } from './state.ts';
import { type GitChange, passesFilters } from './trigger-filter.ts';
import { deliver } from './webhook-delivery.ts';
import { targetOf } from './webhooks.ts';

/**
 * Starts every pipeline that polls the branch of a CodeCommit repository. `PollForSourceChanges` is true where it
 * is left out. https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeCommit.html
 */
export function startOnCommit(engine: Engine, repository: CodeCommitRepository, change: RefChange): void {
  const commit = change.after;
  if (!commit) return;
  forSources(engine, 'CodeCommit', (pipeline, action) => {
    const { RepositoryName, BranchName, PollForSourceChanges } = action.configuration ?? {};
    if (RepositoryName !== repository.name || change.ref !== `refs/heads/${BranchName}`) return;
    if (PollForSourceChanges === 'false') return;
    const trigger = { triggerType: 'PollForSourceChanges', triggerDetail: repository.name } as const;
    startOn(engine, { pipeline, action, trigger, commit });
  });
}

/** Starts every pipeline whose source is behind a connection and whose triggers fit the event. */
export function startOnGitEvent(engine: Engine, event: GitEvent): void {
  const { fullName, what } = event;
  const commit = what.kind === 'push' ? what.after : what.head.commit;
  if (!commit) return;
  forSources(engine, 'CodeStarSourceConnection', (pipeline, action) => {
    const { FullRepositoryId = '', ConnectionArn } = action.configuration ?? {};
    if (FullRepositoryId.toLowerCase() !== fullName.toLowerCase()) return;
    // What the detail of such a trigger looks like is not documented.
    const trigger = { triggerType: 'WebhookV2', triggerDetail: ConnectionArn } as const;
    const branch = branchOf(event);
    wants(pipeline, action, event)
      .then((wanted) => wanted && startOn(engine, { pipeline, action, trigger, commit, branch }))
      .catch((error) => engine.aws.log(`The trigger of ${pipeline.name} broke on ${fullName}`, error));
  });
  if (what.kind === 'push') {
    pollGitHub(engine, fullName, what);
    deliverPush(engine, fullName, what);
  }
}

/** The branch that the commit is on; a tag is on none. */
function branchOf({ what }: GitEvent): string | undefined {
  return what.kind === 'push' ? /^refs\/heads\/(.+)$/.exec(what.ref)?.[1] : what.head.branch;
}

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-triggers.html */
async function wants(pipeline: Pipeline, action: ActionDeclaration, event: GitEvent): Promise<boolean> {
  const triggers = current(pipeline).triggers ?? [];
  const trigger = triggers.find((one) => one.gitConfiguration?.sourceActionName === action.name);
  const { push, pullRequest } = trigger?.gitConfiguration ?? {};
  if (trigger?.gitConfiguration && (push || pullRequest)) {
    const change = changeOf(event);
    return change !== undefined && passesFilters(trigger.gitConfiguration, change);
  }
  const { BranchName, DetectChanges } = action.configuration ?? {};
  const isBranch = event.what.kind === 'push' && event.what.ref === `refs/heads/${BranchName}`;
  return isBranch && (trigger !== undefined || DetectChanges !== 'false');
}

function changeOf({ what, repository }: GitEvent): GitChange | undefined {
  if (what.kind === 'pullRequest') {
    const { base, event, head } = what;
    const files = async () => {
      const from = await repository.mergeBase(`refs/heads/${base}`, head.commit);
      return repository.changedFiles(from, head.commit);
    };
    return { kind: 'pullRequest', name: base, event, files };
  }
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/.exec(what.ref) ?? [];
  if (!kind) return undefined;
  const files = () => repository.changedFiles(what.before, what.after ?? '');
  return { kind: kind === 'heads' ? 'branch' : 'tag', name, files };
}

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/appendix-github-oauth.html */
function pollGitHub(engine: Engine, fullName: string, { ref, after: commit }: PushEvent): void {
  if (!commit) return;
  forSources(engine, 'GitHub', (pipeline, action) => {
    const { Branch, PollForSourceChanges } = action.configuration ?? {};
    if (!isOf(action, fullName) || ref !== `refs/heads/${Branch}` || PollForSourceChanges === 'false') return;
    const trigger = { triggerType: 'PollForSourceChanges', triggerDetail: fullName } as const;
    startOn(engine, { pipeline, action, trigger, commit });
  });
}

function isOf({ configuration }: ActionDeclaration, fullName: string): boolean {
  return `${configuration?.Owner}/${configuration?.Repo}`.toLowerCase() === fullName.toLowerCase();
}

/** Tells the webhooks that are registered for the repository, as GitHub would. */
function deliverPush(engine: Engine, fullName: string, { ref, before, after }: PushEvent): void {
  const [owner = '', name = ''] = fullName.split('/');
  const none = '0'.repeat(40);
  const payload = {
    ref,
    before: before ?? none,
    after: after ?? none,
    created: !before,
    deleted: !after,
    repository: { name, full_name: fullName, owner: { login: owner } },
    head_commit: after ? { id: after } : null,
  };
  const body = Buffer.from(JSON.stringify(payload));
  for (const webhook of engine.webhooks.values()) {
    const target = targetOf(engine, webhook);
    if (!webhook.registered || !target || !isOf(target.action, fullName)) continue;
    const token = webhook.definition.authenticationConfiguration?.SecretToken ?? '';
    const signature = `sha256=${createHmac('sha256', token).update(body).digest('hex')}`;
    const headers = { 'x-github-event': 'push', 'x-hub-signature-256': signature };
    const { status, body: answer } = deliver(engine, webhook, { headers, body, from: '127.0.0.1' });
    if (status !== 200) engine.aws.log(`The webhook ${webhook.name} answered ${status}: ${answer}`);
  }
}

/** Calls back for each source action of that provider. */
function forSources(
  engine: Engine,
  provider: string,
  each: (pipeline: Pipeline, action: ActionDeclaration) => void,
): void {
  for (const pipeline of engine.pipelines.values())
    for (const action of stagesOf(current(pipeline))[0]?.actions ?? [])
      if (action.actionTypeId?.provider === provider) each(pipeline, action);
}

interface GitStart {
  readonly pipeline: Pipeline;
  readonly action: ActionDeclaration;
  readonly trigger: ExecutionTrigger;
  readonly commit: string;
  readonly branch?: string | undefined;
}

/** Whoever pushed must not hear of a pipeline that cannot start. */
function startOn(engine: Engine, { pipeline, action, trigger, commit, branch }: GitStart): void {
  const override = {
    actionName: action.name,
    revisionType: 'COMMIT_ID',
    revisionValue: commit,
    ...(branch !== undefined && { branch }),
  } as const;
  // https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works.html: in PARALLEL mode a poll
  // takes whatever is the newest when the source action starts.
  const isPinned =
    trigger.triggerType !== 'PollForSourceChanges' || current(pipeline).executionMode !== 'PARALLEL';
  try {
    start(engine, pipeline, { trigger, overrides: isPinned ? [override] : [] });
  } catch (error) {
    engine.aws.log(`Pipeline ${pipeline.name} could not start on ${commit}`, error);
  }
}
