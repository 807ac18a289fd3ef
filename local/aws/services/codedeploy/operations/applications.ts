import { AwsError } from '../../../define.ts';
import { describeApplication } from '../describe.ts';
import { applicationArn, groupArn } from '../events.ts';
import { findApplication } from '../find.ts';
import { checkNewTags, putTags } from '../tags.ts';
import type { CodeDeployOperations } from './define.ts';
import { checkBatch, page } from './page.ts';

export const applicationOperations = {
  CreateApplication(state, { applicationName, computePlatform = 'Server', tags }) {
    checkName(applicationName);
    if (state.applications.has(applicationName!))
      throw new AwsError(
        'ApplicationAlreadyExistsException',
        `Application already exists: ${applicationName}`,
      );
    if (computePlatform !== 'Server')
      throw new AwsError(
        'InvalidComputePlatformException',
        `The local CodeDeploy deploys to servers, not to ${computePlatform}`,
      );
    checkNewTags(tags);
    const { aws } = state;
    const application = {
      id: aws.uuid(),
      name: applicationName!,
      created: new Date(aws.clock.now()),
      groups: new Map(),
      revisions: new Map(),
    };
    state.applications.set(application.name, application);
    putTags(state, applicationArn(state, application.name), tags);
    return { applicationId: application.id };
  },

  GetApplication: (state, { applicationName }) => ({
    application: describeApplication(findApplication(state, applicationName)),
  }),

  BatchGetApplications(state, { applicationNames = [] }) {
    checkBatch(applicationNames, 100);
    return {
      applicationsInfo: applicationNames.map((name) => describeApplication(findApplication(state, name))),
    };
  },

  ListApplications(state, { nextToken }) {
    const { items, ...more } = page([...state.applications.keys()].sort(), nextToken);
    return { applications: items, ...more };
  },

  UpdateApplication(state, { applicationName, newApplicationName }) {
    const application = findApplication(state, applicationName);
    if (newApplicationName === undefined || newApplicationName === application.name) return {};
    checkName(newApplicationName);
    if (state.applications.has(newApplicationName))
      throw new AwsError(
        'ApplicationAlreadyExistsException',
        `Application already exists: ${newApplicationName}`,
      );
    const before = application.name;
    state.applications.delete(before);
    application.name = newApplicationName;
    state.applications.set(newApplicationName, application);
    const moved = [
      [applicationArn(state, before), applicationArn(state, newApplicationName)] as const,
      ...[...application.groups.keys()].map(
        (name) => [groupArn(state, before, name), groupArn(state, newApplicationName, name)] as const,
      ),
    ];
    for (const [from, to] of moved) {
      const tags = state.tags.get(from);
      if (tags) state.tags.set(to, tags);
      state.tags.delete(from);
    }
    return {};
  },

  /** Of one that is not there AWS says nothing. */
  DeleteApplication(state, { applicationName }) {
    const application = state.applications.get(applicationName!);
    if (!application) return {};
    for (const name of application.groups.keys()) state.tags.delete(groupArn(state, application.name, name));
    state.tags.delete(applicationArn(state, application.name));
    state.applications.delete(application.name);
    return {};
  },
} satisfies CodeDeployOperations;

function checkName(name: string | undefined): void {
  if (!name) throw new AwsError('ApplicationNameRequiredException', 'Application name is missing');
  if (!/^[\w+=,.@-]{1,100}$/.test(name))
    throw new AwsError('InvalidApplicationNameException', `Application name ${name} is not valid`);
}
