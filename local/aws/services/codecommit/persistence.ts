import type { Persistence } from '../../define.ts';
import { Repository } from '../../git/repository.ts';
import type { CodeCommitRepository, Repositories } from './repositories.ts';

type Kept = Omit<CodeCommitRepository, 'git'>;

/** The git repositories lie in the folder of `--data` themselves; the snapshot has the rest. */
export const persistence: Persistence<Repositories> = {
  version: 1,
  snapshot: ({ all }): Kept[] => [...all.values()].map(({ git: _git, ...kept }) => kept),
  restore(state, snapshot) {
    for (const kept of snapshot as Kept[])
      state.all.set(kept.name, {
        ...kept,
        description: kept.description,
        defaultBranch: kept.defaultBranch,
        git: new Repository(state.folderOf(kept.id)),
      });
  },
};
