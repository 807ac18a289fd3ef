/** Every output of the Action, as `action.yml` lists them. Each is written the moment it is known. */
export const outputs = {
  'execution-id': 'The id of the pipeline execution.',
  status:
    "The run's status in CodePipeline's words when the step ended, such as `Succeeded` or `InProgress`.",
  outcome:
    'How the run ended, in one word: `succeeded`, `failed`, `stopped`, `cancelled`, `superseded` or `rolled-back`; `running` where it goes on.',
  'version-id': 'The version id of the uploaded S3 object.',
  'artifact-hash': 'The SHA-256 of the artifact, in hexadecimal digits; the same content has the same hash.',
  'failed-stage': 'The stage that failed, if one did.',
  'failed-action': 'The action that failed, if one did.',
  reason: 'Why the run failed, in one sentence.',
  duration: 'How long the run took, or has taken so far, in seconds.',
  durations: 'How long each stage took in seconds, as JSON, such as `{"Source":4,"Build":61}`.',
  url: 'The page of the run in the AWS console.',
  json: 'The whole run as JSON: stages, actions, times, reasons.',
} as const;

export type OutputName = keyof typeof outputs;
