import { join } from 'node:path';
import type { Aws } from '../../define.ts';
import type { Plan } from './plan.ts';

/**
 * The whole environment of a build's commands. Of this process it inherits the path alone.
 * https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
 */
export function environmentOf(
  aws: Aws,
  { build, request }: Plan,
  { variables, root }: { variables: Readonly<Record<string, string>>; root: string },
): Record<string, string> {
  const source = join(root, 'src');
  const identifiers =
    request.sources?.slice(1).map(({ identifier }) => identifier) ??
    (build.secondarySources ?? []).map(({ sourceIdentifier = '' }) => sourceIdentifier);
  const others = identifiers.map((identifier) => {
    const folder = secondaryFolder(identifier);
    return [folder.replace('src', 'CODEBUILD_SRC_DIR'), join(root, folder)];
  });
  return {
    PATH: `${join(root, 'bin')}:${process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin'}`,
    LANG: 'C.UTF-8',
    HOME: join(root, 'home'),
    TMPDIR: join(root, 'tmp'),
    PWD: source,
    AWS_REGION: aws.region,
    AWS_DEFAULT_REGION: aws.region,
    // Every AWS client in a build talks to this server and cannot find anybody's real credentials.
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    ...variables,
    CODEBUILD_CI: 'true',
    CODEBUILD_BUILD_ID: build.id ?? '',
    CODEBUILD_BUILD_ARN: build.arn ?? '',
    CODEBUILD_BUILD_NUMBER: String(build.buildNumber),
    CODEBUILD_BUILD_IMAGE: build.environment?.image ?? '',
    CODEBUILD_BUILD_SUCCEEDING: '1',
    CODEBUILD_INITIATOR: build.initiator ?? '',
    CODEBUILD_KMS_KEY_ID: build.encryptionKey ?? '',
    CODEBUILD_LOG_PATH: build.logs?.streamName ?? '',
    CODEBUILD_RESOLVED_SOURCE_VERSION: build.resolvedSourceVersion ?? '',
    CODEBUILD_SOURCE_REPO_URL: build.source?.location ?? '',
    CODEBUILD_SOURCE_VERSION: build.sourceVersion ?? sourceArn(request.sources?.[0]),
    CODEBUILD_SRC_DIR: source,
    CODEBUILD_START_TIME: String(build.startTime?.getTime() ?? 0),
    ...Object.fromEntries(others),
  };
}

/** Where a source that is not the first lies, in the build's own folder. */
export function secondaryFolder(identifier: string): string {
  return `src_${identifier.replaceAll(/\W/g, '_')}`;
}

/** A build in a pipeline has the input artifact's place for a source version. */
function sourceArn(source: { bucket: string; key: string } | undefined): string {
  return source ? `arn:aws:s3:::${source.bucket}/${source.key}` : '';
}
