import { type Declared, list, operation, string, structure, timestamp } from '../../protocol/declare.ts';

/** What is here of the API of CodeCommit, 2015-04-13. */

const strings = list(string);
const repository = structure(
  { accountId: string, repositoryId: string, repositoryName: string, Arn: string },
  {
    repositoryDescription: string,
    defaultBranch: string,
    lastModifiedDate: timestamp,
    creationDate: timestamp,
    cloneUrlHttp: string,
    cloneUrlSsh: string,
  },
);
const signature = structure({}, { name: string, email: string, date: string });
const commit = structure({
  commitId: string,
  treeId: string,
  parents: strings,
  message: string,
  author: signature,
  committer: signature,
  additionalData: string,
});
const named = structure({ repositoryName: string });
const page = { nextToken: string };
const nothing: Declared<Record<never, never>> = structure({});

export const api = {
  CreateRepository: operation(
    structure({ repositoryName: string }, { repositoryDescription: string }),
    structure({ repositoryMetadata: repository }),
  ),
  GetRepository: operation(named, structure({ repositoryMetadata: repository })),
  DeleteRepository: operation(named, structure({}, { repositoryId: string })),
  ListRepositories: operation(
    structure({}, { ...page, sortBy: string, order: string }),
    structure({ repositories: list(structure({ repositoryName: string, repositoryId: string })) }, page),
  ),
  UpdateDefaultBranch: operation(structure({ repositoryName: string, defaultBranchName: string }), nothing),
  GetBranch: operation(
    structure({}, { repositoryName: string, branchName: string }),
    structure({ branch: structure({ branchName: string, commitId: string }) }),
  ),
  ListBranches: operation(
    structure({ repositoryName: string }, page),
    structure({ branches: strings }, page),
  ),
  GetCommit: operation(structure({ repositoryName: string, commitId: string }), structure({ commit })),
};
