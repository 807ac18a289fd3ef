import type { Change } from '../../shared/run/model.ts';
import type { Origin } from '../request.ts';

type Pull = Pick<Extract<Origin, { kind: 'github' }>, 'repository' | 'number'>;

/** Whether a change came by this very pull request. */
export function isOfPull(change: Change, { repository, number }: Pull): boolean {
  return change.pullRequest === number && isOfRepository(change, repository);
}

/** A change that names no repository is of the pipeline's own. */
export function isOfRepository({ repository }: Change, own: string): boolean {
  return repository === undefined || repository.toLowerCase() === own.toLowerCase();
}
