import * as z from 'zod';

/**
 * The shape of a pipeline definition: members, types, lengths and patterns as in CodePipeline's service model.
 * https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html
 */
const resourceName = name(/^[A-Za-z0-9.@\-_]+$/, 'letters, digits and . @ - _');
const artifactName = name(/^[A-Za-z0-9_-]+$/, 'letters, digits and - _');
const namespace = name(/^[A-Za-z0-9@\-_]+$/, 'letters, digits and @ - _');
const roleArn = z
  .string()
  .max(1024)
  .regex(/^arn:aws(-\w+)*:iam::[0-9]{12}:role\/.*$/, 'must be the ARN of an IAM role');
const region = z.string().min(4).max(30);
const timeout = z.int().min(5).max(86400);
const commands = z.array(z.string().min(1).max(1000)).max(50);
const inputArtifacts = z.array(z.strictObject({ name: artifactName }));
/** YAML writers leave numbers and booleans bare; CodePipeline takes text only. */
const configuration = (longest: number) =>
  z.record(z.string().min(1).max(50), z.string('must be text: put it in quotes').min(1).max(longest));

const actionType = z.strictObject({
  category: z.enum(['Source', 'Build', 'Deploy', 'Test', 'Invoke', 'Approval', 'Compute']),
  owner: z.enum(['AWS', 'ThirdParty', 'Custom']),
  provider: z
    .string()
    .min(1)
    .max(35)
    .regex(/^[0-9A-Za-z_-]+$/, 'may hold letters, digits and _ -'),
  version: z
    .string('must be text: put it in quotes')
    .min(1)
    .max(9)
    .regex(/^[0-9A-Za-z_-]+$/, 'may hold letters, digits and _ -'),
});

const action = z.strictObject({
  name: resourceName,
  actionTypeId: actionType,
  runOrder: z.int().min(1).max(999).optional(),
  configuration: configuration(1000).optional(),
  commands: commands.optional(),
  outputArtifacts: z
    .array(
      z.strictObject({ name: artifactName, files: z.array(z.string().min(1).max(128)).max(10).optional() }),
    )
    .optional(),
  inputArtifacts: inputArtifacts.optional(),
  outputVariables: z.array(z.string().min(1).max(128)).max(15).optional(),
  roleArn: roleArn.optional(),
  region: region.optional(),
  namespace: namespace.optional(),
  timeoutInMinutes: timeout.optional(),
  environmentVariables: z
    .array(z.strictObject({ name: z.string(), value: z.string(), type: z.string().optional() }))
    .optional(),
});

const rule = z.strictObject({
  name: resourceName,
  ruleTypeId: z.strictObject({
    category: z.literal('Rule'),
    owner: z.literal('AWS').optional(),
    provider: z.string().min(1).max(35),
    version: z.string().min(1).max(9).optional(),
  }),
  configuration: configuration(10_000).optional(),
  commands: commands.optional(),
  inputArtifacts: inputArtifacts.optional(),
  roleArn: roleArn.optional(),
  region: region.optional(),
  timeoutInMinutes: timeout.optional(),
});

const result = z.enum(['ROLLBACK', 'FAIL', 'RETRY', 'SKIP']);
const conditions = z
  .array(z.strictObject({ result: result.optional(), rules: z.array(rule).min(1).max(5).optional() }))
  .min(1)
  .max(1);

const stage = z.strictObject({
  name: resourceName,
  blockers: z.array(z.strictObject({ name: z.string().min(1).max(100), type: z.string() })).optional(),
  actions: z.array(action),
  beforeEntry: z.strictObject({ conditions }).optional(),
  onSuccess: z.strictObject({ conditions }).optional(),
  onFailure: z
    .strictObject({
      result: result.optional(),
      retryConfiguration: z
        .strictObject({ retryMode: z.enum(['FAILED_ACTIONS', 'ALL_ACTIONS']).optional() })
        .optional(),
      conditions: conditions.optional(),
    })
    .optional(),
});

const artifactStore = z.strictObject({
  type: z.literal('S3'),
  location: z
    .string()
    .min(3)
    .max(63)
    .regex(/^[a-zA-Z0-9\-.]+$/, 'must be the name of an S3 bucket'),
  encryptionKey: z.strictObject({ id: z.string().min(1).max(400), type: z.literal('KMS') }).optional(),
});

const patterns = z.array(z.string().min(1).max(255)).min(1).max(8);
const criteria = z.strictObject({ includes: patterns.optional(), excludes: patterns.optional() });
const branchFilter = { branches: criteria.optional(), filePaths: criteria.optional() };
const pushFilter = z.strictObject({ ...branchFilter, tags: criteria.optional() });
const pullRequestFilter = z.strictObject({
  ...branchFilter,
  events: z
    .array(z.enum(['OPEN', 'UPDATED', 'CLOSED']))
    .min(1)
    .max(3)
    .optional(),
});

export const pipelineShape = z.strictObject({
  name: resourceName,
  roleArn,
  artifactStore: artifactStore.optional(),
  artifactStores: z.record(region, artifactStore).optional(),
  stages: z.array(stage),
  version: z.int().min(1).optional(),
  executionMode: z.enum(['QUEUED', 'SUPERSEDED', 'PARALLEL']).optional(),
  pipelineType: z.enum(['V1', 'V2']).optional(),
  variables: z
    .array(
      z.strictObject({
        name: z
          .string()
          .min(1)
          .max(128)
          .regex(/^[A-Za-z0-9@\-_]+$/, 'may hold letters, digits and @ - _'),
        defaultValue: z.string('must be text: put it in quotes').min(1).max(1000).optional(),
        description: z.string().max(200).optional(),
      }),
    )
    .max(50)
    .optional(),
  triggers: z
    .array(
      z.strictObject({
        providerType: z.literal('CodeStarSourceConnection'),
        gitConfiguration: z.strictObject({
          sourceActionName: resourceName,
          push: z.array(pushFilter).min(1).max(3).optional(),
          pullRequest: z.array(pullRequestFilter).min(1).max(3).optional(),
        }),
      }),
    )
    .max(50)
    .optional(),
});

export type PipelineShape = z.infer<typeof pipelineShape>;
export type StageShape = PipelineShape['stages'][number];
export type ActionShape = StageShape['actions'][number];

function name(pattern: RegExp, allowed: string) {
  return z.string().min(1).max(100).regex(pattern, `may hold ${allowed}`);
}
