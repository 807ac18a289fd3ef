/** Reading one run, with every stage and why it failed to be found. */
const readsRun = [
  'codepipeline:GetPipeline',
  'codepipeline:GetPipelineExecution',
  'codepipeline:ListActionExecutions',
  's3:GetObjectVersion',
] as const;

/** Finding the newest run, and reading it. */
export const readsNewest = ['codepipeline:ListPipelineExecutions', ...readsRun] as const;

export const answersApprovals = [
  ...readsNewest,
  'codepipeline:GetPipelineState',
  'codepipeline:PutApprovalResult',
] as const;
