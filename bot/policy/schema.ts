import { z } from 'zod';
import type { PipelineVerb } from './permission.ts';

const pipelineName = z
  .string()
  .regex(/^[A-Za-z0-9.@_-]{1,100}$/, 'A pipeline name has 1–100 letters, digits and . @ - _');
const slackPerson = z
  .string()
  .regex(
    /^[UWS][A-Z0-9]{2,20}$/,
    'People are named by Slack id (U… for a user, S… for a user group), because anybody may take another name',
  );
const slackUser = z.string().regex(/^[UW][A-Z0-9]{2,20}$/, 'A Slack user id looks like U0123ABCD');
const channel = z.string().regex(/^[CG][A-Z0-9]{2,20}$/, 'A Slack channel id looks like C0123ABCD');
const workspace = z.string().regex(/^T[A-Z0-9]{2,20}$/, 'A Slack workspace id looks like T0123ABCD');
const repository = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/, 'A repository is written owner/name');
const login = z.string().regex(/^[A-Za-z0-9-]{1,39}(\[bot\])?$/, 'A GitHub login has letters, digits and -');
const team = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,39}\/[a-z0-9._-]{1,100}$/, 'A team is written org/slug, the slug in lower case');

/** Nobody, until somebody is named. `permission` is the least one in the pipeline's own repository. */
function people(permissions: readonly ['write', 'admin'] | readonly ['read', 'write', 'admin']) {
  return z.strictObject({
    slack: z.array(slackPerson).default([]),
    github: z
      .strictObject({
        users: z.array(login).default([]),
        teams: z.array(team).default([]),
        permission: z.enum(permissions).optional(),
      })
      .default({ users: [], teams: [] }),
  });
}

const nobody = { slack: [], github: { users: [], teams: [] } };
// Anybody may read a public repository, so `read` lets people look and no more.
const onlookers = people(['read', 'write', 'admin']).default(nobody);
const actors = people(['write', 'admin']).default(nobody);

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is written HH:MM, such as 09:30');
const zone = z.string().refine((name) => isZone(name), 'A time zone is named as in Europe/Berlin or UTC');

/** When something may be approved: from `from` until before `to`, on these days, in this zone. */
const changeWindow = z
  .strictObject({
    days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).min(1),
    from: clockTime,
    to: clockTime,
    zone: zone.default('UTC'),
  })
  .refine(({ from, to }) => from < to, 'A window begins before it ends, on one day');

/** What an approval takes. Every rule that fits the stage holds. */
const approvalRule = z.strictObject({
  /** Without it for every stage. */
  stage: z.string().min(1).max(100).optional(),
  /** How many people. */
  count: z.int().min(1).max(20).default(1),
  /** Who does not count: who wrote the change, who started the run. */
  not: z.array(z.enum(['author', 'starter'])).default([]),
  /** Within one of these; none means always. */
  during: z.array(changeWindow).default([]),
  /** Only when GitHub's checks of the commit have passed. */
  checks: z.literal('green').optional(),
  /** From each of these places at least one. */
  places: z.array(z.enum(['slack', 'github'])).default([]),
});

const filePath = z
  .string()
  .regex(
    /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/,
    'A file is named by its path in the repository, such as .github/drawbridge.yml',
  );

const pipeline = z.strictObject({
  slack: z.strictObject({ channel }).optional(),
  github: z
    .strictObject({
      repository,
      /** A file on its default branch that lets fewer people do this, or asks for more: see `repositoryFile`. */
      policy: filePath.optional(),
      /** The GitHub environment that each run is recorded in as a deployment of its commit; none without it. */
      environment: z.string().min(1).max(255).optional(),
    })
    .optional(),
  allow: z
    .strictObject({
      see: onlookers,
      logs: actors,
      start: actors,
      approve: actors,
      rollback: actors,
      retry: actors,
      stop: actors,
      pause: actors,
      lock: actors,
      override: actors,
      continue: actors,
    } satisfies Record<PipelineVerb, z.ZodType>)
    .prefault({}),
  approvals: z.array(approvalRule).default([]),
});

const secretRule = z.strictObject({
  // What means something else in other globs is not let in, so that a rule says what it seems to say.
  path: z
    .string()
    .regex(
      /^[A-Za-z0-9/_.=@:*-]{1,1011}$/,
      'A path has letters, digits, / _ . = @ : - and the wildcards * and **',
    ),
  slack: z.array(slackPerson).default([]),
  /** Only in these channels; without it wherever the bot is spoken to. */
  channels: z
    .array(z.string().regex(/^[CGD][A-Z0-9]{2,20}$/, 'A Slack channel id looks like C0123ABCD'))
    .optional(),
});

/** An IAM user, a role, or one session of a role. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const awsIdentity = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:(iam::\d{12}:(user|role)|sts::\d{12}:assumed-role)\/[\w+=,.@/-]{1,600}$/,
    'An AWS identity is an ARN such as arn:aws:iam::123456789012:user/ada',
  );

const person = z.strictObject({
  name: z.string().min(1).max(80).optional(),
  slack: slackUser.optional(),
  github: login.optional(),
  /** As whom they start runs in the AWS console or by its API. */
  aws: z.array(awsIdentity).default([]),
});

/** `drawbridge.yml`: which pipelines there are for the bot, where they are shown, and who may do what. */
export const policyFile = z.strictObject({
  /** Only requests from this Slack workspace are heard. Without it, from every workspace that signs. */
  workspace: workspace.optional(),
  pipelines: z.record(pipelineName, pipeline).default({}),
  secrets: z.array(secretRule).default([]),
  people: z.array(person).default([]),
  /** AWS identities that start runs for whoever pushed the change, such as the Action's role. */
  automation: z.array(awsIdentity).default([]),
});

const fewer = people(['write', 'admin']).optional();

/** What the repository of a pipeline may say of it: of whom the policy lets, only these, and these rules besides. */
export const repositoryFile = z.strictObject({
  pipelines: z
    .record(
      pipelineName,
      z.strictObject({
        allow: z
          .strictObject({
            logs: fewer,
            start: fewer,
            approve: fewer,
            rollback: fewer,
            retry: fewer,
            stop: fewer,
            pause: fewer,
            lock: fewer,
            override: fewer,
            continue: fewer,
          } satisfies Record<Exclude<PipelineVerb, 'see'>, z.ZodType>)
          .prefault({}),
        approvals: z.array(approvalRule).default([]),
      }),
    )
    .default({}),
});

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

export type ApprovalRule = z.infer<typeof approvalRule>;
export type ChangeWindow = z.infer<typeof changeWindow>;
export type PipelinePolicy = z.infer<typeof pipeline>;
export type SecretRule = z.infer<typeof secretRule>;
export type Person = z.infer<typeof person>;
/** Who may, as the file says it. */
export type People = z.infer<typeof onlookers>;
