import codecommit from '../../codecommit/service.ts';
import { defineActionRunner } from './define.ts';
import { fetchSource, summaryOf } from './git-source.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeCommit.html */
export default defineActionRunner({
  category: 'Source',
  provider: 'CodeCommit',
  async run(context) {
    const { aws, configuration } = context;
    const { RepositoryName: name = '', BranchName = '' } = configuration;
    const { git: repository } = aws.use(codecommit).find(name);
    const { commit, branch, artifact } = await fetchSource(context, { repository, branch: BranchName, name });
    const url = `https://${aws.region}.console.aws.amazon.com/codecommit/home?region=${aws.region}#/repository/${name}/commit/${commit.id}`;
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
        RepositoryName: name,
        BranchName: branch,
        AuthorDate: commit.author.date,
        CommitterDate: commit.committer.date,
        CommitId: commit.id,
        CommitMessage: commit.message,
      },
    };
  },
});
