import { defineActionRunner } from './define.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html */
export default defineActionRunner({
  category: 'Approval',
  provider: 'Manual',
  async run({ aws, configuration, update, awaitApproval }) {
    const token = aws.uuid();
    // Executions in PARALLEL mode have no place in GetPipelineState: there the token is read from the external id.
    update({ token, externalExecutionId: token, externalExecutionUrl: configuration.ExternalEntityLink });
    const { approved, summary, by } = await awaitApproval(token);
    if (approved) return { status: 'Succeeded', summary: summary || undefined, lastUpdatedBy: by };
    const message = summary || 'The approval was rejected';
    return {
      status: 'Failed',
      summary: summary || undefined,
      lastUpdatedBy: by,
      error: { code: 'JobFailed', message },
    };
  },
});
