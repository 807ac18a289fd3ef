import type {
  GitConfiguration,
  GitFilePathFilterCriteria,
  GitPullRequestEventType,
} from '@aws-sdk/client-codepipeline';
import { matchesGlob } from './glob.ts';

/** What happened in a repository, as triggers see it. */
export interface GitChange {
  readonly kind: 'branch' | 'tag' | 'pullRequest';
  /** The branch or tag; of a pull request the branch that it is to be merged into. */
  readonly name: string;
  readonly event?: GitPullRequestEventType;
  /** The paths that changed. Asked for only where a filter wants to know. */
  files(): Promise<readonly string[]>;
}

/**
 * Whether one of the filters lets the change through: each filter's criteria must all hold.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-filter.html
 */
export async function passesFilters(
  { push = [], pullRequest = [] }: GitConfiguration,
  change: GitChange,
): Promise<boolean> {
  if (change.kind === 'tag') return push.some(({ tags }) => tags !== undefined && matches(tags, change.name));
  const filters =
    change.kind === 'branch'
      ? push.filter(({ tags }) => !tags)
      : pullRequest.filter(
          ({ events }) => !events || events.includes(change.event as GitPullRequestEventType),
        );
  for (const { branches, filePaths } of filters) {
    if (branches && !matches(branches, change.name)) continue;
    if (!filePaths || (await change.files()).some((file) => matches(filePaths, file))) return true;
  }
  return false;
}

/** An exclude wins over an include; without includes everything is in. */
function matches({ includes, excludes = [] }: GitFilePathFilterCriteria, name: string): boolean {
  const isIncluded = !includes || includes.some((pattern) => matchesGlob(pattern, name));
  return isIncluded && !excludes.some((pattern) => matchesGlob(pattern, name));
}
