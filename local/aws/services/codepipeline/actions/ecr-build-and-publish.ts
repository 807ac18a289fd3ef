import { notRun } from './not-run.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECRBuildAndPublish.html */
export default notRun('Build', 'ECRBuildAndPublish');
