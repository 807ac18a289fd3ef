import codeconnections from '../../codeconnections/service.ts';
import { ActionFailure, defineActionRunner } from './define.ts';
import { fetchSource, summaryOf } from './git-source.ts';

/**
 * GitHub without a connection. Its token is not looked at: the repository is the one behind connections.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/appendix-github-oauth.html
 */
export default defineActionRunner({
  category: 'Source',
  owner: 'ThirdParty',
  provider: 'GitHub',
  async run(context) {
    const { aws, configuration } = context;
    const { Owner, Repo = '', Branch = '' } = configuration;
    const name = `${Owner}/${Repo}`;
    const repository = aws.use(codeconnections).repository(name);
    if (!repository)
      throw new ActionFailure(
        'ConfigurationError',
        `The repository ${name} is not here: push it to ${aws.endpoint}/v1/connections/${name}`,
      );
    const { commit, branch, artifact } = await fetchSource(context, { repository, branch: Branch, name });
    const url = `https://github.com/${name}/commit/${commit.id}`;
    const summary = summaryOf(commit);
    return {
      status: 'Succeeded',
      summary,
      externalExecutionId: commit.id,
      externalExecutionUrl: url,
      revisions: {
        [artifact]: { id: commit.id, summary, url, created: Date.parse(commit.committer.date) },
      },
      outputVariables: {
        RepositoryName: Repo,
        BranchName: branch,
        AuthorDate: commit.author.date,
        CommitterDate: commit.committer.date,
        CommitId: commit.id,
        CommitMessage: commit.message,
        CommitUrl: url,
      },
    };
  },
});
