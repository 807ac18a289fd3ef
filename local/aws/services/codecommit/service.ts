import { type Aws, AwsError } from '../../define.ts';
import { page } from '../../page.ts';
import { type DeclaredOperations, defineDeclared } from '../../protocol/declare.ts';
import { api } from './api.ts';
import { persistence } from './persistence.ts';
import { type CodeCommitRepository, clonePath, Repositories } from './repositories.ts';

const operations: DeclaredOperations<typeof api, Repositories> = {
  async CreateRepository(state, { repositoryName, repositoryDescription }) {
    return { repositoryMetadata: describe(state, await state.create(repositoryName, repositoryDescription)) };
  },

  GetRepository: (state, { repositoryName }) => ({
    repositoryMetadata: describe(state, state.find(repositoryName)),
  }),

  async DeleteRepository(state, { repositoryName }) {
    const repository = state.all.get(repositoryName);
    state.all.delete(repositoryName);
    await repository?.git.remove();
    return { repositoryId: repository?.id };
  },

  ListRepositories(state, { nextToken }) {
    const all = [...state.all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const shown = page(all, pageOf(nextToken));
    return {
      repositories: shown.items.map(({ id, name }) => ({ repositoryId: id, repositoryName: name })),
      nextToken: shown.nextToken,
    };
  },

  async UpdateDefaultBranch(state, { repositoryName, defaultBranchName }) {
    const repository = state.find(repositoryName);
    await commitOf(repository, defaultBranchName);
    repository.defaultBranch = defaultBranchName;
    return {};
  },

  async GetBranch(state, { repositoryName, branchName }) {
    if (!branchName) throw new AwsError('BranchNameRequiredException', 'A branch name is required');
    const commitId = await commitOf(state.find(repositoryName), branchName);
    return { branch: { branchName, commitId } };
  },

  async ListBranches(state, { repositoryName, nextToken }) {
    const refs = await state.find(repositoryName).git.refs();
    const branches = [...refs.keys()].flatMap((ref) => /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? []);
    const shown = page(branches, pageOf(nextToken));
    return { branches: shown.items, nextToken: shown.nextToken };
  },

  async GetCommit(state, { repositoryName, commitId }) {
    const { git } = state.find(repositoryName);
    if (!/^[0-9a-f]{40}$/.test(commitId))
      throw new AwsError('InvalidCommitIdException', `${commitId} is not the full id of a commit`);
    if (!(await git.resolve(commitId)))
      throw new AwsError('CommitIdDoesNotExistException', `There is no commit ${commitId}`);
    const { id, tree, parents, message, author, committer } = await git.commit(commitId);
    const signature = ({ name, email, raw }: typeof author) => ({ name, email, date: raw });
    return {
      commit: {
        commitId: id,
        treeId: tree,
        parents: [...parents],
        message,
        author: signature(author),
        committer: signature(committer),
        additionalData: '',
      },
    };
  },
};

const pageOf = (token: string | undefined) => ({
  token,
  max: undefined,
  limit: 1000,
  badToken: 'InvalidContinuationTokenException',
});

/** The part of CodeCommit that pipelines need, with repositories that git itself pushes to. */
export default defineDeclared({
  name: 'codecommit',
  protocol: { kind: 'json', version: '1.1', target: 'CodeCommit_20150413' },
  api,
  state: (aws: Aws) => new Repositories(aws),
  operations,
  http: { path: clonePath, answer: (state, request) => state.answer(request) },
  persistence,
});

function describe(state: Repositories, repository: CodeCommitRepository) {
  const { aws } = state;
  const { id, name, description, defaultBranch, created, modified } = repository;
  return {
    accountId: aws.account,
    repositoryId: id,
    repositoryName: name,
    repositoryDescription: description,
    defaultBranch,
    lastModifiedDate: new Date(modified),
    creationDate: new Date(created),
    cloneUrlHttp: `${aws.endpoint}${clonePath}${name}`,
    Arn: state.arnOf(name),
  };
}

async function commitOf({ git, name }: CodeCommitRepository, branch: string): Promise<string> {
  const commit = await git.resolve(`refs/heads/${branch}`);
  if (!commit)
    throw new AwsError('BranchDoesNotExistException', `Repository ${name} has no branch ${branch}`);
  return commit;
}
