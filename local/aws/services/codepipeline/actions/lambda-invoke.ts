import { notRun } from './not-run.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Lambda.html */
export default notRun('Invoke', 'Lambda');
