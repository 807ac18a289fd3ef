import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { CodeBuildClient } from '@aws-sdk/client-codebuild';
import type { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import type { CodePipelineClient, CodePipelineClientConfig } from '@aws-sdk/client-codepipeline';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { STSClient } from '@aws-sdk/client-sts';

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
  const config = { ...rest, ...(userAgent && { customUserAgent: userAgent }) };
  // A bucket is part of the host name at AWS, which no other endpoint answers to:
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
  const s3Config = { ...config, ...(settings.endpoint && { forcePathStyle: true }) };

  const counted = <Client extends { readonly middlewareStack: object }>(client: Client): Client => {
    if (!onCall) return client;
    // Every client's stack is the same but for the types of its own requests and answers.
    const stack = client.middlewareStack as CodePipelineClient['middlewareStack'];
    const count: Parameters<typeof stack.add>[0] = (next) => (args) => {
      onCall();
      return next(args);
    };
    // Further in than the retries, so that each of them is a call of its own.
    stack.add(count, { step: 'deserialize', priority: 'low' });
    return client;
  };

  return {
    codepipeline: once(async () =>
      counted(new (await import('./sdk/codepipeline.ts')).CodePipelineClient(config)),
    ),
    codebuild: once(async () => counted(new (await import('./sdk/codebuild.ts')).CodeBuildClient(config))),
    codedeploy: once(async () => counted(new (await import('./sdk/codedeploy.ts')).CodeDeployClient(config))),
    s3: once(async () => counted(new (await import('./sdk/s3.ts')).S3Client(s3Config))),
    ssm: once(async () => counted(new (await import('./sdk/ssm.ts')).SSMClient(config))),
    secretsManager: once(async () =>
      counted(new (await import('./sdk/secrets-manager.ts')).SecretsManagerClient(config)),
    ),
    logs: once(async () => counted(new (await import('./sdk/logs.ts')).CloudWatchLogsClient(config))),
    sts: once(async () => counted(new (await import('./sdk/sts.ts')).STSClient(config))),
    sqs: once(async () => counted(new (await import('./sdk/sqs.ts')).SQSClient(config))),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
