import type { Report, ReportGroup } from '@aws-sdk/client-codebuild';
import type { Operations } from '../../../define.ts';
import type { CodeBuild } from '../builds.ts';
import { atMost, listed } from '../lists.ts';

type Sdk = typeof import('@aws-sdk/client-codebuild');

/** Report groups, and the reports of builds. */
export const reportOperations: Operations<Sdk, CodeBuild> = {
  CreateReportGroup: ({ reports }, input) => ({ reportGroup: reports.createGroup(input) }),
  UpdateReportGroup: ({ reports }, input) => ({ reportGroup: reports.updateGroup(input) }),

  DeleteReportGroup({ reports }, input) {
    reports.deleteGroup(input.arn, input.deleteReports ?? false);
    return {};
  },

  BatchGetReportGroups({ reports }, input) {
    const arns = atMost(100, input.reportGroupArns);
    return {
      reportGroups: arns
        .map((arn) => reports.findGroup(arn))
        .filter((group): group is ReportGroup => !!group),
      reportGroupsNotFound: arns.filter((arn) => !reports.findGroup(arn)),
    };
  },

  ListReportGroups({ reports }, input) {
    const key = ({ name = '', created, lastModified }: ReportGroup) =>
      input.sortBy === 'CREATED_TIME'
        ? Number(created)
        : input.sortBy === 'LAST_MODIFIED_TIME'
          ? Number(lastModified)
          : name;
    const groups = reports.groups().sort((a, b) => (key(a) < key(b) ? -1 : 1));
    const { items, nextToken } = listed(
      groups.map(({ arn = '' }) => arn),
      input,
    );
    return { reportGroups: items, nextToken };
  },

  BatchGetReports({ reports }, input) {
    const arns = atMost(100, input.reportArns);
    return {
      reports: arns.map((arn) => reports.findReport(arn)).filter((report): report is Report => !!report),
      reportsNotFound: arns.filter((arn) => !reports.findReport(arn)),
    };
  },

  ListReports({ reports }, input) {
    const { items, nextToken } = newestFirst(reports.reports({ status: input.filter?.status }), input);
    return { reports: items, nextToken };
  },

  ListReportsForReportGroup({ reports }, input) {
    const { arn } = reports.group(input.reportGroupArn);
    const found = reports.reports({ group: arn, status: input.filter?.status });
    const { items, nextToken } = newestFirst(found, input);
    return { reports: items, nextToken };
  },

  DescribeTestCases({ reports }, input) {
    const { status, keyword } = input.filter ?? {};
    const cases = reports
      .cases(input.reportArn)
      .filter((test) => (!status || test.status === status) && (!keyword || test.name?.includes(keyword)));
    const { items, nextToken } = listed(cases, input);
    return { testCases: items, nextToken };
  },

  DeleteReport({ reports }, input) {
    reports.deleteReport(input.arn);
    return {};
  },
};

function newestFirst(reports: readonly Report[], input: Parameters<typeof listed>[1]) {
  const arns = reports.map(({ arn = '' }) => arn);
  return listed(arns, { ...input, sortOrder: input.sortOrder ?? 'DESCENDING' });
}
