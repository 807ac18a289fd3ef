import { notRun } from './not-run.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-DeviceFarm.html */
export default notRun('Test', 'DeviceFarm');
