import { describe, expect, test } from 'vitest';
import {
  explain,
  explaining,
  hasCode,
  isAlreadyAnswered,
  isDenied,
  isNotFound,
  isRefused,
  isThrottled,
  isTransient,
} from '../../../shared/aws/errors.ts';
import { UserError } from '../../../shared/errors.ts';

const context = { region: 'eu-west-1', pipeline: 'shop', stage: 'Deploy', run: 'r1', bucket: 'shop-source' };

function awsError(name: string, message = '', more: object = {}): Error {
  return Object.assign(new Error(message), { name, ...more });
}

const denied =
  'User: arn:aws:sts::123456789012:assumed-role/ci/x is not authorized to perform: codepipeline:StartPipelineExecution on resource: arn:aws:codepipeline:eu-west-1:123456789012:shop because no identity-based policy allows the codepipeline:StartPipelineExecution action';

test.each<[Error, RegExp]>([
  [
    awsError('CredentialsProviderError', 'Could not load credentials from any providers'),
    /No AWS credentials/,
  ],
  [awsError('ExpiredTokenException'), /have expired: renew them/],
  [awsError('ExpiredToken'), /have expired: renew them/],
  [awsError('UnrecognizedClientException'), /does not accept the credentials/],
  [awsError('InvalidSignatureException', 'Signature expired: 2026 is now earlier than'), /clock is wrong/],
  [awsError('RequestTimeTooSkewed'), /clock is wrong/],
  [
    awsError('InternalFailure', '', { $metadata: { httpStatusCode: 500 } }),
    /fault of its own \(500 InternalFailure\)/,
  ],
  [awsError('Error', '', { code: 'ERR_PROXY_TUNNEL' }), /cannot be reached \(ERR_PROXY_TUNNEL\)/],
  [awsError('ThrottlingException', 'Rate exceeded'), /limiting the rate of calls/],
  [
    awsError('AccessDeniedException', denied),
    /allow codepipeline:StartPipelineExecution on arn:aws:codepipeline:eu-west-1:123456789012:shop in their IAM policy\.$/,
  ],
  [
    awsError(
      'AccessDenied',
      denied.replace(/because.*/, 'with an explicit deny in a service control policy'),
    ),
    /and remove the explicit deny/,
  ],
  [awsError('AccessDenied', 'Access Denied'), /AWS denied access \(Access Denied\)/],
  [awsError('PipelineNotFoundException'), /no pipeline named shop in eu-west-1/],
  [awsError('PipelineExecutionNotFoundException'), /^The run r1 is not one of the pipeline shop/],
  [awsError('StageNotFoundException'), /no Deploy stage in the pipeline shop/],
  [awsError('ActionNotFoundException'), /no such action in the pipeline shop/],
  [awsError('InvalidApprovalTokenException'), /already been answered or has expired/],
  [awsError('ApprovalAlreadyCompletedException'), /already been answered or has expired/],
  [awsError('NotLatestPipelineExecutionException'), /a newer run has entered it/],
  [
    awsError('UnableToRollbackStageException', 'Not eligible.'),
    /cannot be rolled back to that run \(Not eligible\)\./,
  ],
  [awsError('PipelineExecutionOutdatedException'), /older version of the pipeline shop/],
  [awsError('ConflictException', 'busy'), /^The pipeline shop is busy .*\(busy\): try again/],
  [awsError('StageNotRetryableException', ''), /^The stage Deploy cannot be retried\.$/],
  [awsError('DuplicatedStopRequestException'), /being stopped already/],
  [awsError('ConcurrentPipelineExecutionsLimitExceededException'), /as many runs under way/],
  [awsError('ValidationException', 'bad name'), /AWS refused the request \(bad name\)/],
  [awsError('NoSuchBucket'), /no S3 bucket named shop-source/],
  [
    awsError('PermanentRedirect', '', { $response: { headers: { 'x-amz-bucket-region': 'us-west-2' } } }),
    /^The bucket shop-source is in us-west-2, not in eu-west-1/,
  ],
  [
    awsError('AuthorizationHeaderMalformed', "the region 'eu-west-1' is wrong; expecting 'us-east-2'"),
    /is in us-east-2/,
  ],
  [awsError('301', '', { $metadata: { httpStatusCode: 301 } }), /is in another region/],
  [
    awsError('Error', 'connect', { code: 'ECONNREFUSED', address: '127.0.0.1', port: 4566 }),
    /^127\.0\.0\.1:4566 cannot be reached \(ECONNREFUSED\)/,
  ],
  [awsError('Error', '', { code: 'ENOTFOUND', hostname: 'x.invalid' }), /^x\.invalid cannot be reached/],
  [awsError('TimeoutError'), /^AWS in eu-west-1 cannot be reached \(a timeout\)/],
])('%s is explained', (error, sentence) => {
  const explained = explain(error, context);
  expect(explained).toBeInstanceOf(UserError);
  expect((explained as UserError).message).toMatch(sentence);
  expect((explained as UserError).cause).toBe(error);
});

test('a permission that AWS does not name is named by the call', () => {
  const needs = 's3:PutObject on arn:aws:s3:::shop-source/app.zip';
  const explained = explain(awsError('AccessDenied', 'Access Denied'), { ...context, needs });
  expect(explained).toMatchObject({ message: expect.stringContaining(`allow ${needs} in their IAM policy`) });
});

test('what nobody can mend is thrown as it is', async () => {
  const fault = awsError('OddException', '', { $metadata: { httpStatusCode: 400 } });
  await expect(explaining(context, () => Promise.reject(fault))).rejects.toBe(fault);
  const typo = new TypeError('x is not a function');
  expect(explain(typo, context)).toBe(typo);
  expect(explain('a string', context)).toBe('a string');
});

test('without a context the sentences hold, too', () => {
  const at = { region: 'eu-west-1' };
  expect(explain(awsError('PipelineNotFoundException'), at)).toMatchObject({
    message: 'There is no pipeline in eu-west-1: check its name, the region and the account.',
  });
  expect(explain(awsError('ConflictException'), at)).toMatchObject({
    message: expect.stringMatching(/^The pipeline is busy/),
  });
});

describe('what kind of error it is shows through a sentence made of it', () => {
  const seen = (error: Error) => [error, explain(error, context), new Error('outer', { cause: error })];
  const status = (code: number) => awsError('Other', '', { $metadata: { httpStatusCode: code } });

  test.each([
    ['isThrottled', isThrottled, awsError('TooManyRequestsException'), status(400)],
    ['isThrottled', isThrottled, status(429), status(500)],
    ['isTransient', isTransient, status(503), status(400)],
    ['isTransient', isTransient, awsError('Error', '', { code: 'ECONNRESET' }), awsError('TypeError')],
    ['isAlreadyAnswered', isAlreadyAnswered, awsError('InvalidApprovalTokenException'), status(400)],
    ['isNotFound', isNotFound, awsError('ParameterNotFound'), awsError('Found')],
    ['isNotFound', isNotFound, awsError('NoSuchKey'), status(403)],
    ['isDenied', isDenied, awsError('AccessDeniedException'), status(404)],
    ['isRefused', isRefused, status(400), status(500)],
    ['isRefused', isRefused, status(404), status(429)],
  ])('%s', (_, is, yes, no) => {
    for (const error of seen(yes)) expect(is(error)).toBe(true);
    for (const error of seen(no)) expect(is(error)).toBe(false);
  });

  test('hasCode', () => {
    const explained = explain(awsError('ConflictException'), context);
    expect(hasCode(explained, 'ConflictException')).toBe(true);
    expect(hasCode(explained, 'OtherException')).toBe(false);
    expect(hasCode(undefined, 'ConflictException')).toBe(false);
  });
});
