import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { CodeBuildClient } from '@aws-sdk/client-codebuild';
import type { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import type { CodePipelineClient, CodePipelineClientConfig } from '@aws-sdk/client-codepipeline';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { STSClient } from '@aws-sdk/client-sts';
import { isExpired } from './errors.ts';

export interface AwsSettings {
  readonly region: string;
  /** One address for every service. Without it the SDK's own rules hold, `AWS_ENDPOINT_URL` among them. */
  readonly endpoint?: string;
  /** Without them the SDK's default provider chain is asked. */
  readonly credentials?: CodePipelineClientConfig['credentials'];
  /** Tries of one call in all, the first among them. */
  readonly maxAttempts?: number;
  /** Added to the SDK's `User-Agent`, such as `drawbridge/1.2`. */
  readonly userAgent?: string;
  /** Carries the requests in place of the SDK's own HTTP client. */
  readonly requestHandler?: CodePipelineClientConfig['requestHandler'];
  /** Called before every request that is sent, repeated ones among them. */
  readonly onCall?: () => void;
}

/**
 * One client a service, made when it is first asked for and then the same: a program loads the code of the
 * services that it talks to and of no others.
 */
export interface AwsClients {
  codepipeline(): Promise<CodePipelineClient>;
  codebuild(): Promise<CodeBuildClient>;
  codedeploy(): Promise<CodeDeployClient>;
  s3(): Promise<S3Client>;
  ssm(): Promise<SSMClient>;
  secretsManager(): Promise<SecretsManagerClient>;
  logs(): Promise<CloudWatchLogsClient>;
  sts(): Promise<STSClient>;
  sqs(): Promise<SQSClient>;
}

export function createAwsClients(settings: AwsSettings): AwsClients {
  const { userAgent, onCall, ...rest } = settings;
  // The SDK keeps the credentials file that it has read once, unless it is told not to.
  const config = { ...rest, ...(userAgent && { customUserAgent: userAgent }), ignoreCache: true };
  // A bucket is part of the host name at AWS, which no other endpoint answers to:
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
  const s3Config = { ...config, ...(settings.endpoint && { forcePathStyle: true }) };

  const prepared = <Client extends object>(client: Client): Client => {
    // Every client is the same in this but for the types of its own requests and answers.
    const { middlewareStack, config: own } = client as Client & CodePipelineClient;
    if (onCall) {
      const count = <Args, Result>(next: (args: Args) => Promise<Result>) => {
        return (args: Args) => {
          onCall();
          return next(args);
        };
      };
      // Further in than the retries, so that each of them is a call of its own.
      middlewareStack.add(count, { step: 'deserialize', priority: 'low' });
    }
    middlewareStack.add(renewing(own.credentials), { step: 'initialize', priority: 'high' });
    return client;
  };

  return {
    codepipeline: once(async () =>
      prepared(new (await import('./sdk/codepipeline.ts')).CodePipelineClient(config)),
    ),
    codebuild: once(async () => prepared(new (await import('./sdk/codebuild.ts')).CodeBuildClient(config))),
    codedeploy: once(async () =>
      prepared(new (await import('./sdk/codedeploy.ts')).CodeDeployClient(config)),
    ),
    s3: once(async () => prepared(new (await import('./sdk/s3.ts')).S3Client(s3Config))),
    ssm: once(async () => prepared(new (await import('./sdk/ssm.ts')).SSMClient(config))),
    secretsManager: once(async () =>
      prepared(new (await import('./sdk/secrets-manager.ts')).SecretsManagerClient(config)),
    ),
    logs: once(async () => prepared(new (await import('./sdk/logs.ts')).CloudWatchLogsClient(config))),
    sts: once(async () => prepared(new (await import('./sdk/sts.ts')).STSClient(config))),
    sqs: once(async () => prepared(new (await import('./sdk/sqs.ts')).SQSClient(config))),
  };
}

/**
 * Credentials that have expired are read anew from where they came from, such as a file that another process
 * keeps up to date, and the call is made once more; the SDK itself renews only those that tell when they expire.
 */
function renewing(credentials: CodePipelineClient['config']['credentials']) {
  return <Args, Result>(next: (args: Args) => Promise<Result>) =>
    async (args: Args): Promise<Result> => {
      const before = await credentials();
      try {
        return await next(args);
      } catch (error) {
        if (!isExpired(error)) throw error;
        const renewed = await credentials({ forceRefresh: true }).catch(() => before);
        if (renewed.accessKeyId === before.accessKeyId && renewed.sessionToken === before.sessionToken)
          throw error;
        return next(args);
      }
    };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
