import type { RevisionLocation } from '@aws-sdk/client-codedeploy';
import { AwsError } from '../../../define.ts';
import { findApplication } from '../find.ts';
import { findRevision, register, s3Location } from '../revisions.ts';
import type { Revision } from '../state.ts';
import type { CodeDeployOperations } from './define.ts';
import { checkBatch, page } from './page.ts';

export const revisionOperations = {
  RegisterApplicationRevision(state, { applicationName, revision, description }) {
    const application = findApplication(state, applicationName);
    s3Location(required(revision));
    const registered = register(application, required(revision), state.aws.clock.now());
    registered.info = { ...registered.info, description };
    return {};
  },

  GetApplicationRevision(state, { applicationName, revision }) {
    const application = findApplication(state, applicationName);
    const { location, info } = findRevision(application, required(revision));
    return { applicationName: application.name, revision: location, revisionInfo: info };
  },

  BatchGetApplicationRevisions(state, { applicationName, revisions = [] }) {
    const application = findApplication(state, applicationName);
    checkBatch(revisions, 25);
    const found = revisions.map((revision) => findRevision(application, revision));
    return {
      applicationName: application.name,
      revisions: found.map(({ location, info }) => ({
        revisionLocation: location,
        genericRevisionInfo: info,
      })),
    };
  },

  ListApplicationRevisions(state, input) {
    const application = findApplication(state, input.applicationName);
    const { s3Bucket, s3KeyPrefix, deployed = 'ignore', sortBy, sortOrder = 'ascending' } = input;
    if (s3KeyPrefix !== undefined && s3Bucket === undefined)
      throw new AwsError('BucketNameFilterRequiredException', 's3KeyPrefix needs s3Bucket');
    const targets = [...application.groups.values()].map((group) => group.name);
    const isWanted = ({ location, info }: Revision) => {
      const isDeployed = (info.deploymentGroups ?? []).some((name) => targets.includes(name));
      return (
        (s3Bucket === undefined || location.s3Location?.bucket === s3Bucket) &&
        (s3KeyPrefix === undefined || (location.s3Location?.key ?? '').startsWith(s3KeyPrefix)) &&
        (deployed === 'ignore' || isDeployed === (deployed === 'include'))
      );
    };
    const found = [...application.revisions.values()].filter(isWanted);
    if (sortBy) found.sort((a, b) => timeOf(a, sortBy) - timeOf(b, sortBy));
    if (sortOrder === 'descending') found.reverse();
    const { items, ...more } = page(found, input.nextToken);
    return { revisions: items.map(({ location }) => location), ...more };
  },
} satisfies CodeDeployOperations;

function timeOf({ info }: Revision, by: 'registerTime' | 'firstUsedTime' | 'lastUsedTime'): number {
  return info[by]?.getTime() ?? 0;
}

function required(revision: RevisionLocation | undefined): RevisionLocation {
  if (revision) return revision;
  throw new AwsError('RevisionRequiredException', 'Revision is missing');
}
