import type { Build } from '@aws-sdk/client-codebuild';
import { defineService } from '../../define.ts';
import { ownSnapshots } from '../../persistence/own.ts';
import { CodeBuild } from './builds.ts';
import { atMost, listed } from './lists.ts';
import { reportOperations } from './reports/operations.ts';

/** Projects and builds. Other services start a build in process with `aws.use(codebuild).start(…)`. */
export default defineService<typeof import('@aws-sdk/client-codebuild'), CodeBuild>({
  name: 'codebuild',
  protocol: { kind: 'json', version: '1.1', target: 'CodeBuild_20161006' },
  missingMemberCode: 'InvalidInputException',
  sdk: () => import('@aws-sdk/client-codebuild'),
  state: (aws) => new CodeBuild(aws),
  persistence: ownSnapshots(1),
  operations: {
    ...reportOperations,

    CreateProject: ({ projects }, input) => ({ project: projects.create(input) }),
    UpdateProject: ({ projects }, input) => ({ project: projects.update(input) }),

    DeleteProject({ projects }, input) {
      projects.delete(input.name);
      return {};
    },

    BatchGetProjects({ projects }, input) {
      const names = atMost(100, input.names);
      return {
        projects: names.map((name) => projects.find(name)).filter((project) => project !== undefined),
        projectsNotFound: names.filter((name) => !projects.find(name)),
      };
    },

    ListProjects({ projects }, input) {
      const all = projects.all();
      const { sortBy = 'NAME' } = input;
      const key = (project: (typeof all)[number]) =>
        sortBy === 'NAME'
          ? (project.name ?? '')
          : Number(sortBy === 'CREATED_TIME' ? project.created : project.lastModified);
      all.sort((a, b) => (key(a) < key(b) ? -1 : 1));
      const names = all.map(({ name = '' }) => name);
      const { items, nextToken } = listed(names, input);
      return { projects: items, nextToken };
    },

    StartBuild: (codebuild, input) => ({ build: codebuild.startFromApi(input) }),
    StopBuild: (codebuild, input) => ({ build: codebuild.stop(input.id) }),
    RetryBuild: (codebuild, input) => ({ build: codebuild.retry(input.id) }),

    BatchGetBuilds(codebuild, input) {
      const ids = atMost(100, input.ids);
      const found = ids.map((id) => codebuild.find(id));
      return {
        builds: found.filter((build): build is Build => build !== undefined),
        buildsNotFound: ids.filter((_, i) => !found[i]),
      };
    },

    ListBuilds(codebuild, input) {
      const { items, nextToken } = listed(codebuild.ids(), { sortOrder: 'DESCENDING', ...input });
      return { ids: items, nextToken };
    },

    ListBuildsForProject(codebuild, input) {
      const ids = codebuild.ids(codebuild.project(input.projectName ?? '').name);
      const { items, nextToken } = listed(ids, { ...input, sortOrder: input.sortOrder ?? 'DESCENDING' });
      return { ids: items, nextToken };
    },
  },
});
