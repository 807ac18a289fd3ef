import codedeploy from '../../codedeploy/service.ts';
import { ActionFailure, defineActionRunner } from './define.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeDeploy.html */
export default defineActionRunner({
  category: 'Deploy',
  provider: 'CodeDeploy',
  async run({ aws, configuration, inputs, update }) {
    const input = inputs[0];
    if (!input) throw new ActionFailure('ConfigurationError', 'There is no input artifact');
    const { id, finished } = aws.use(codedeploy).createDeployment({
      applicationName: configuration.ApplicationName,
      deploymentGroupName: configuration.DeploymentGroupName,
      revision: {
        revisionType: 'S3',
        s3Location: { bucket: input.bucket, key: input.key, bundleType: 'zip' },
      },
    });
    update({
      externalExecutionId: id,
      externalExecutionUrl: `https://console.aws.amazon.com/codedeploy/home?region=${aws.region}#/deployments/${id}`,
    });
    const deployment = await finished;
    if (deployment.status === 'Succeeded') return { status: 'Succeeded', summary: 'Deployment Succeeded' };
    const why = deployment.errorInformation?.message;
    const message = `Deployment ${id} ${deployment.status?.toLowerCase()}${why ? `: ${why}` : ''}`;
    return { status: 'Failed', error: { code: 'JobFailed', message } };
  },
});
