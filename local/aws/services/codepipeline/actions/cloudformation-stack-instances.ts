import { notRun } from './not-run.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-StackSets.html */
export default notRun('Deploy', 'CloudFormationStackInstances');
