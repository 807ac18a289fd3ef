import { notRun } from './not-run.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-EC2Deploy.html */
export default notRun('Deploy', 'EC2');
