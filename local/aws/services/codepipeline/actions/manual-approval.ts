import sns from '../../sns/service.ts';
import { type ActionContext, defineActionRunner } from './define.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html */
export default defineActionRunner({
  category: 'Approval',
  provider: 'Manual',
  async run(context) {
    const { aws, configuration, update, awaitApproval } = context;
    const token = aws.uuid();
    const answered = awaitApproval(token);
    // Executions in PARALLEL mode have no place in GetPipelineState: there the token is read from the external id.
    update({ token, externalExecutionId: token, externalExecutionUrl: configuration.ExternalEntityLink });
    if (configuration.NotificationArn) notify(context, { token, topic: configuration.NotificationArn });
    const { approved, summary, by } = await answered;
    const said = { summary: summary || undefined, lastUpdatedBy: by };
    if (approved) return { status: 'Succeeded', ...said };
    const message = summary || 'The approval was rejected';
    return { status: 'Failed', ...said, error: { code: 'JobFailed', message } };
  },
});

const week = 7 * 24 * 60;

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals-json-format.html */
function notify(context: ActionContext, { token, topic }: { token: string; topic: string }): void {
  const { action, aws, configuration, pipeline, stage } = context;
  const consoleLink = `https://console.aws.amazon.com/codepipeline/home?region=${aws.region}#/view/${pipeline}`;
  const limit = (action.timeoutInMinutes ?? week) * 60_000;
  const approval = {
    pipelineName: pipeline,
    stageName: stage,
    actionName: action.name,
    token,
    // AWS writes whole minutes here.
    expires: new Date(aws.clock.now() + limit).toISOString().replace(/:\d\d\.\d+Z$/, 'Z'),
    externalEntityLink: configuration.ExternalEntityLink ?? null,
    approvalReviewLink: `${consoleLink}/${stage}/${action.name}/approve/${token}`,
    customData: configuration.CustomData ?? null,
  };
  aws.use(sns).publish(topic, {
    // SNS takes subjects of at most 100 characters.
    subject: `APPROVAL NEEDED: AWS CodePipeline ${pipeline} for action ${action.name}`.slice(0, 99),
    message: JSON.stringify({ region: aws.region, consoleLink, approval }),
  });
}
