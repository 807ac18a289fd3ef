import { notRun } from './not-run.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-StepFunctions.html */
export default notRun('Invoke', 'StepFunctions');
