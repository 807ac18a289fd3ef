import type { Report, ReportGroup, TestCase } from '@aws-sdk/client-codebuild';
import { type Aws, AwsError } from '../../../define.ts';
import type { Tested } from './junit.ts';

interface StoredReport {
  readonly report: Report;
  readonly cases: readonly TestCase[];
}

export interface ReportSnapshot {
  readonly groups: ReadonlyMap<string, ReportGroup>;
  readonly reports: ReadonlyMap<string, StoredReport>;
}

/** https://docs.aws.amazon.com/codebuild/latest/userguide/test-reporting.html: reports expire after 30 days. */
const keptMs = 30 * 86_400_000;

/** Report groups and the reports of builds in them. */
export class Reports {
  readonly #aws: Aws;
  /** By ARN. */
  readonly #groups = new Map<string, ReportGroup>();
  readonly #reports = new Map<string, StoredReport>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  snapshot(): ReportSnapshot {
    return { groups: this.#groups, reports: this.#reports };
  }

  restore({ groups, reports }: ReportSnapshot): void {
    for (const [arn, group] of groups) this.#groups.set(arn, group);
    for (const [arn, report] of reports) this.#reports.set(arn, report);
  }

  groups(): ReportGroup[] {
    return [...this.#groups.values()];
  }

  findGroup(arn: string | undefined): ReportGroup | undefined {
    return this.#groups.get(arn ?? '');
  }

  group(arn: string | undefined): ReportGroup {
    const group = this.findGroup(arn);
    if (group) return group;
    throw new AwsError('ResourceNotFoundException', `Report group cannot be found: ${arn}`);
  }

  createGroup({ name = '', type, exportConfig, tags = [] }: ReportGroup): ReportGroup {
    if (!/^[\w-]{2,128}$/.test(name))
      throw invalid(
        `Invalid report group name: ${JSON.stringify(name)}. Use 2 to 128 letters, digits, - and _.`,
      );
    if (type !== 'TEST') throw invalid('The local CodeBuild has report groups of type TEST only.');
    const arn = this.#arn(`report-group/${name}`);
    if (this.#groups.has(arn))
      throw new AwsError('ResourceAlreadyExistsException', `Report group already exists: ${arn}`);
    const now = new Date(this.#aws.clock.now());
    const group: ReportGroup = {
      arn,
      name,
      type,
      exportConfig: checkExport(exportConfig),
      created: now,
      lastModified: now,
      tags,
      status: 'ACTIVE',
    };
    this.#groups.set(arn, group);
    return group;
  }

  updateGroup({ arn, exportConfig, tags }: ReportGroup): ReportGroup {
    const group = this.group(arn);
    const updated: ReportGroup = {
      ...group,
      ...(exportConfig && { exportConfig: checkExport(exportConfig) }),
      ...(tags && { tags }),
      lastModified: new Date(this.#aws.clock.now()),
    };
    this.#groups.set(group.arn!, updated);
    return updated;
  }

  deleteGroup(arn: string | undefined, withReports: boolean): void {
    const reports = this.reports({ group: arn });
    if (reports.length > 0 && !withReports)
      throw invalid(`The report group has reports: delete them, or set deleteReports. ${arn}`);
    for (const report of reports) this.#reports.delete(report.arn!);
    this.#groups.delete(arn ?? '');
  }

  /** The oldest first. */
  reports(wanted: { group?: string | undefined; status?: string | undefined } = {}): Report[] {
    const now = this.#aws.clock.now();
    return [...this.#reports.values()]
      .map(({ report }) => report)
      .filter(
        ({ reportGroupArn, status, expired }) =>
          (wanted.group === undefined || wanted.group === reportGroupArn) &&
          (wanted.status === undefined || wanted.status === status) &&
          Number(expired) > now,
      );
  }

  findReport(arn: string | undefined): Report | undefined {
    return this.reports().find((report) => report.arn === arn);
  }

  cases(arn: string | undefined): readonly TestCase[] {
    if (this.findReport(arn)) return this.#reports.get(arn!)!.cases;
    throw new AwsError('ResourceNotFoundException', `Report cannot be found: ${arn}`);
  }

  deleteReport(arn: string | undefined): void {
    this.#reports.delete(arn ?? '');
  }

  /**
   * The group that a section of a buildspec names: by ARN, or by a name that the project's goes before, as
   * https://docs.aws.amazon.com/codebuild/latest/userguide/test-report-group-naming.html says. It is made where
   * it is not there.
   */
  groupFor(section: string, project: string): ReportGroup {
    if (section.startsWith('arn:')) return this.group(section);
    const name = `${project}-${section}`;
    return (
      this.findGroup(this.#arn(`report-group/${name}`)) ??
      this.createGroup({ name, type: 'TEST', exportConfig: { exportConfigType: 'NO_EXPORT' } })
    );
  }

  /** Adds the report of a build. */
  add(
    { arn: reportGroupArn, name: group = '' }: ReportGroup,
    build: string,
    tests: readonly Tested[],
  ): Report {
    const id = this.#aws.uuid();
    const now = this.#aws.clock.now();
    const expired = new Date(now + keptMs);
    const arn = this.#arn(`report/${group}:${id}`);
    const statusCounts = Object.fromEntries(
      ['SUCCEEDED', 'FAILED', 'ERROR', 'SKIPPED', 'UNKNOWN'].map((status) => [
        status,
        tests.filter((test) => test.status === status).length,
      ]),
    );
    const report: Report = {
      arn,
      type: 'TEST',
      name: `${group}:${id}`,
      ...(reportGroupArn && { reportGroupArn }),
      executionId: build,
      status: statusCounts.FAILED || statusCounts.ERROR ? 'FAILED' : 'SUCCEEDED',
      created: new Date(now),
      expired,
      exportConfig: { exportConfigType: 'NO_EXPORT' },
      truncated: false,
      testSummary: {
        total: tests.length,
        statusCounts,
        durationInNanoSeconds: tests.reduce((sum, test) => sum + (test.durationInNanoSeconds ?? 0), 0),
      },
    };
    this.#reports.set(arn, { report, cases: tests.map((test) => ({ ...test, reportArn: arn, expired })) });
    return report;
  }

  #arn(resource: string): string {
    return `arn:aws:codebuild:${this.#aws.region}:${this.#aws.account}:${resource}`;
  }
}

function checkExport(config: ReportGroup['exportConfig']): NonNullable<ReportGroup['exportConfig']> {
  if (config && config.exportConfigType !== 'NO_EXPORT')
    throw invalid('The local CodeBuild exports no reports: use an exportConfigType of NO_EXPORT.');
  return { exportConfigType: 'NO_EXPORT' };
}

const invalid = (message: string) => new AwsError('InvalidInputException', message);
