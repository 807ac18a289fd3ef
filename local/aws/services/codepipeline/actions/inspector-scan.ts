import { notRun } from './not-run.ts';

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-InspectorScan.html */
export default notRun('Invoke', 'InspectorScan');
