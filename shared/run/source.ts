import type {
  ActionExecutionDetail,
  ArtifactRevision,
  PipelineExecution,
  SourceRevision,
} from '@aws-sdk/client-codepipeline';
import { changeFromSummary, firstLine, isRepository, known } from './change.ts';
import type { Change } from './model.ts';

/** What a run's source actions say of its change, and the S3 object that may say more. */
export interface Source {
  readonly change: Change;
  readonly object?: { readonly bucket: string; readonly key: string; readonly version: string };
}

type Values = Readonly<Record<string, string | undefined>>;

/**
 * The source of a run, undefined until a source action has read its revision. Of several sources the first
 * that names a commit counts, else the first.
 */
export function sourceOf(
  execution: PipelineExecution,
  actions: readonly ActionExecutionDetail[],
): Source | undefined {
  const sources = actions
    .filter((action) => action.input?.actionTypeId?.category === 'Source' && action.status === 'Succeeded')
    .sort((a, b) => (a.startTime?.getTime() ?? 0) - (b.startTime?.getTime() ?? 0))
    .map((action) => read(action, revisionFrom(action, execution.artifactRevisions ?? [])));
  return sources.find(({ change, object }) => change.commit || object) ?? sources[0];
}

/** The change as far as `ListPipelineExecutions` tells of it. */
export function changeFromRevisions(revisions: readonly SourceRevision[]): Change {
  const [first] = revisions;
  if (!first) return {};
  return known(withCommit({ revision: first.revisionId, ...fromSummary(first.revisionSummary) }, {}));
}

function revisionFrom(
  action: ActionExecutionDetail,
  revisions: readonly ArtifactRevision[],
): ArtifactRevision | undefined {
  const outputs = action.output?.outputArtifacts ?? [];
  return revisions.find(({ name }) => outputs.some((output) => output.name === name)) ?? revisions[0];
}

/**
 * Each kind of source names the same things in its own way:
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-variables.html
 */
function read(action: ActionExecutionDetail, revision: ArtifactRevision | undefined): Source {
  const variables: Values = action.output?.outputVariables ?? {};
  const settings: Values = { ...action.input?.configuration, ...action.input?.resolvedConfiguration };
  const base: Change = { revision: revision?.revisionId, ...fromSummary(revision?.revisionSummary) };
  if (action.input?.actionTypeId?.provider === 'S3') {
    const bucket = variables.BucketName ?? settings.S3Bucket;
    const key = variables.ObjectKey ?? settings.S3ObjectKey;
    const version = variables.VersionId ?? revision?.revisionId;
    return { change: known(base), object: bucket && key && version ? { bucket, key, version } : undefined };
  }
  const repository =
    variables.FullRepositoryName ?? settings.FullRepositoryId ?? [settings.Owner, settings.Repo].join('/');
  const change: Change = {
    ...base,
    repository: isRepository(repository) ? repository : undefined,
    ref: variables.BranchName ?? settings.BranchName ?? settings.Branch,
    author: variables.AuthorDisplayName ?? variables.AuthorId,
    message: variables.CommitMessage ? firstLine(variables.CommitMessage) : base.message,
  };
  return { change: known(withCommit(change, variables)) };
}

function withCommit(change: Change, variables: Values): Change {
  const commit = variables.CommitId ?? change.revision;
  return commit && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit) ? { ...change, commit } : change;
}

/** What a revision's summary tells: ours names the change, a connection's is JSON, any other is a sentence. */
function fromSummary(summary: string | undefined): Change {
  if (!summary || /^Amazon S3 version id:/.test(summary)) return {};
  return changeFromSummary(summary) ?? { message: firstLine(commitMessage(summary) ?? summary) };
}

function commitMessage(summary: string): string | undefined {
  if (!summary.startsWith('{')) return undefined;
  try {
    const { CommitMessage: message } = JSON.parse(summary) as { CommitMessage?: unknown };
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
