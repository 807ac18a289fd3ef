import type { ActionTypeId } from '@aws-sdk/client-codepipeline';
import { AwsError } from '../../../define.ts';
import type { Engine } from '../engine.ts';
import { type Job, jobData } from '../jobs.ts';
import type { CodePipelineOperations } from './define.ts';

/** Operations of job workers, and of the job workers of partners. */
export const jobOperations = {
  PollForJobs(engine, { actionTypeId: type, maxBatchSize, queryParam = {} }) {
    if (type?.owner !== 'Custom' || !engine.customTypes.find(type)) throw unknownType(type);
    const jobs = engine.jobs.poll(type, { max: batch(maxBatchSize), query: queryParam });
    return {
      jobs: jobs.map((job) => ({
        id: job.id,
        data: jobData(job),
        nonce: String(job.nonce),
        accountId: engine.aws.account,
      })),
    };
  },

  AcknowledgeJob: (engine, { jobId, nonce }) => ({
    status: engine.jobs.acknowledge(customJob(engine, jobId), nonce),
  }),

  GetJobDetails(engine, { jobId }) {
    const job = customJob(engine, jobId);
    return { jobDetails: { id: job.id, data: jobData(job), accountId: engine.aws.account } };
  },

  PutJobSuccessResult(engine, { jobId, ...result }) {
    engine.jobs.succeed(customJob(engine, jobId), result);
    return {};
  },

  PutJobFailureResult(engine, { jobId, failureDetails }) {
    engine.jobs.fail(customJob(engine, jobId), failureDetails);
    return {};
  },

  PollForThirdPartyJobs(engine, { actionTypeId: type, maxBatchSize }) {
    if (type?.owner !== 'ThirdParty' || !engine.partnerTypes.find(type)) throw unknownType(type);
    const jobs = engine.jobs.poll(type, { max: batch(maxBatchSize), query: {} });
    return { jobs: jobs.map(({ id, clientId }) => ({ jobId: id, clientId })) };
  },

  AcknowledgeThirdPartyJob: (engine, { jobId, nonce, clientToken }) => ({
    status: engine.jobs.acknowledge(partnerJob(engine, jobId, clientToken), nonce),
  }),

  GetThirdPartyJobDetails(engine, { jobId, clientToken }) {
    const job = partnerJob(engine, jobId, clientToken);
    return { jobDetails: { id: job.id, data: jobData(job), nonce: String(job.nonce) } };
  },

  PutThirdPartyJobSuccessResult(engine, { jobId, clientToken, ...result }) {
    engine.jobs.succeed(partnerJob(engine, jobId, clientToken), result);
    return {};
  },

  PutThirdPartyJobFailureResult(engine, { jobId, clientToken, failureDetails }) {
    engine.jobs.fail(partnerJob(engine, jobId, clientToken), failureDetails);
    return {};
  },
} satisfies CodePipelineOperations;

function unknownType(type: ActionTypeId | undefined): AwsError {
  const name = `${type?.category}/${type?.owner}/${type?.provider}/${type?.version}`;
  return new AwsError('ActionTypeNotFoundException', `There is no action type ${name} with job workers`);
}

function batch(size = 1): number {
  if (size < 1)
    throw new AwsError(
      'ValidationException',
      "1 validation error detected: Value at 'maxBatchSize' failed to satisfy constraint: Member must have value greater than or equal to 1",
    );
  return size;
}

function customJob(engine: Engine, id: string | undefined): Job {
  const job = engine.jobs.find(id);
  if (job.context.action.actionTypeId?.owner === 'ThirdParty') return engine.jobs.find(undefined);
  return job;
}

/** Partners get their tokens from AWS, out of band. Here a job's token is its own client id. */
function partnerJob(engine: Engine, id: string | undefined, token: string | undefined): Job {
  const job = engine.jobs.find(id);
  if (job.context.action.actionTypeId?.owner !== 'ThirdParty') return engine.jobs.find(undefined);
  if (token !== job.clientId)
    throw new AwsError('InvalidClientTokenException', 'The client token does not belong to the job');
  return job;
}
