import type { RevisionLocation } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../define.ts';
import type { Application, Group, Revision, S3Revision } from './state.ts';

/** The S3 location of a revision, or the error that says why it cannot be deployed here. */
export function s3Location(revision: RevisionLocation): S3Revision {
  if (revision.revisionType !== 'S3') {
    const type = revision.revisionType ?? 'none';
    throw new AwsError(
      'InvalidRevisionException',
      `The local CodeDeploy deploys revisions of type S3, not ${type}`,
    );
  }
  const { bucket, key, bundleType, version, eTag } = revision.s3Location ?? {};
  if (!bucket || !key)
    throw new AwsError('InvalidRevisionException', 'An S3 revision needs a bucket and a key');
  if (bundleType !== undefined && bundleType !== 'zip' && bundleType !== 'tar' && bundleType !== 'tgz')
    throw new AwsError(
      'InvalidRevisionException',
      `A revision for servers is a zip, tar or tgz bundle, not ${bundleType}`,
    );
  return { bucket, key, bundleType: bundleType ?? 'zip', version, eTag };
}

/** Notes that an application has a revision, as a deployment of one that is not registered does by itself. */
export function register(application: Application, location: RevisionLocation, now: number): Revision {
  const key = revisionKey(location);
  const known = application.revisions.get(key);
  if (known) return known;
  const revision: Revision = { location, info: { deploymentGroups: [], registerTime: new Date(now) } };
  application.revisions.set(key, revision);
  return revision;
}

export function noteUse(revision: Revision, group: Group, now: number): void {
  const { info } = revision;
  const groups = new Set([...(info.deploymentGroups ?? []), group.name]);
  const time = new Date(now);
  revision.info = {
    ...info,
    deploymentGroups: [...groups],
    firstUsedTime: info.firstUsedTime ?? time,
    lastUsedTime: time,
  };
}

export function findRevision(application: Application, location: RevisionLocation): Revision {
  const revision = application.revisions.get(revisionKey(location));
  if (revision) return revision;
  throw new AwsError(
    'RevisionDoesNotExistException',
    `No revision found for application ${application.name} at this location`,
  );
}

/** Two locations with the same key are the same revision. */
export function revisionKey({ revisionType, s3Location, ...other }: RevisionLocation): string {
  const { bucket, key, bundleType, version, eTag } = s3Location ?? {};
  return JSON.stringify([revisionType, bucket, key, bundleType, version, eTag?.replaceAll('"', ''), other]);
}
