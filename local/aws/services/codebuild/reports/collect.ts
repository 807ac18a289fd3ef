import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../../../../shared/errors.ts';
import type { Buildspec } from '../../../../../shared/spec/buildspec.ts';
import { AwsError } from '../../../define.ts';
import { PhaseFailure } from '../failure.ts';
import { type Place, selectFiles } from '../files.ts';
import { parseJUnit, type Tested } from './junit.ts';
import type { Reports } from './store.ts';

type Sections = NonNullable<Buildspec['reports']>;

const largestFile = 64 * 1024 * 1024;

/** Makes a report for each section of a buildspec; resolves with their ARNs. Its own failures are told at the end. */
export async function collectReports(
  sections: Sections,
  { reports, project, build }: { reports: Reports; project: string; build: string },
  place: Place,
): Promise<string[]> {
  const arns: string[] = [];
  const failures: string[] = [];
  for (const [name, section] of Object.entries(sections)) {
    const format = section['file-format'] ?? 'JUNITXML';
    if (format !== 'JUNITXML') {
      place.note(`Only JUNITXML is read locally: the report ${name} in ${format} is not made`);
      continue;
    }
    try {
      const tests = await readTests(section, place);
      const report = reports.add(reports.groupFor(name, project), build, tests);
      place.note(`Report ${name}: ${tests.length} test(s), ${report.status}`);
      arns.push(report.arn!);
    } catch (error) {
      if (!(error instanceof PhaseFailure || error instanceof AwsError)) throw error;
      failures.push(`${name}: [${error.message}]`);
    }
  }
  if (failures.length > 0)
    throw new PhaseFailure('CLIENT_ERROR', `Error in UPLOAD_ARTIFACTS phase: [${failures.join(', ')}]`);
  return arns;
}

async function readTests(section: Sections[string], place: Place): Promise<Tested[]> {
  const { base, paths } = await selectFiles(section, place);
  if (paths.length === 0) throw new PhaseFailure('CLIENT_ERROR', 'report files not found in build');
  const tests: Tested[] = [];
  for (const path of paths) tests.push(...(await readFileOf(join(base, path), path)));
  return tests;
}

async function readFileOf(file: string, path: string): Promise<Tested[]> {
  const { size } = await stat(file);
  if (size > largestFile)
    throw new PhaseFailure('CLIENT_ERROR', `${path} is larger than ${largestFile} bytes`);
  try {
    return await parseJUnit(await readFile(file, 'utf8'));
  } catch (error) {
    throw new PhaseFailure('CLIENT_ERROR', `${path} cannot be read as JUnit XML: ${messageOf(error)}`);
  }
}
