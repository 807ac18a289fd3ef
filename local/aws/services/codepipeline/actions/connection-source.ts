import codeconnections from '../../codeconnections/service.ts';
import { ActionFailure, defineActionRunner } from './define.ts';
import { fetchSource, summaryOf } from './git-source.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html */
export default defineActionRunner({
  category: 'Source',
  provider: 'CodeStarSourceConnection',
  async run(context) {
    const { aws, configuration } = context;
    const { FullRepositoryId: name = '', ConnectionArn: arn = '', BranchName = '' } = configuration;
    const connections = aws.use(codeconnections);
    const repository = connections.repository(name);
    if (!repository)
      throw new ActionFailure(
        'ConfigurationError',
        `The repository ${name} is not here: push it to ${aws.endpoint}/v1/connections/${name}`,
      );
    const { commit, branch, artifact } = await fetchSource(context, { repository, branch: BranchName, name });
    const provider = connections.connections.get(arn)?.provider ?? 'GitHub';
    const summary = JSON.stringify({ ProviderType: provider, CommitMessage: commit.message.slice(0, 1900) });
    const url = `https://${aws.region}.console.aws.amazon.com/codesuite/settings/connections/redirect?connectionArn=${arn}&referenceType=COMMIT&FullRepositoryId=${name}&Commit=${commit.id}`;
    return {
      status: 'Succeeded',
      summary: summaryOf(commit),
      externalExecutionId: commit.id,
      externalExecutionUrl: url,
      revisions: {
        [artifact]: { id: commit.id, summary, url, created: Date.parse(commit.committer.date) },
      },
      outputVariables: {
        ConnectionArn: arn,
        FullRepositoryName: name,
        BranchName: branch,
        AuthorDate: commit.author.date,
        AuthorDisplayName: commit.author.name,
        AuthorEmail: commit.author.email,
        CommitId: commit.id,
        CommitMessage: commit.message,
      },
    };
  },
});
