import type { RevisionLocation } from '@aws-sdk/client-codedeploy';
import { revisionKey } from '../revisions.ts';
import { type CodeDeploy, deploymentsOf, type Group } from '../state.ts';
import type { FoundTarget } from './targets.ts';

/** Whether the last deployment that reached an instance put another revision there, or failed. */
export function isOutdated(
  state: CodeDeploy,
  group: Group,
  { target, revision }: { target: FoundTarget; revision: RevisionLocation },
): boolean {
  const last = deploymentsOf(state, group).find(({ targets }) =>
    ['Succeeded', 'Failed'].includes(targets.get(target.id)?.status ?? ''),
  );
  const isThere = last?.targets.get(target.id)?.status === 'Succeeded';
  return !isThere || revisionKey(last!.revision) !== revisionKey(revision);
}
