import { basename } from 'node:path';
import { parseAppspec } from '../../shared/spec/appspec.ts';
import { parseBuildspec } from '../../shared/spec/buildspec.ts';
import { type Problem, parseYaml } from '../../shared/spec/yaml.ts';

/** What is wrong with a file, by its name or by what it holds; undefined for a file that is none of the three kinds. */
export async function problemsOf(file: string, text: string): Promise<readonly Problem[] | undefined> {
  const name = basename(file).toLowerCase();
  if (name.includes('buildspec')) return parseBuildspec(text, file).problems ?? [];
  if (name.includes('appspec')) return parseAppspec(text, file).problems ?? [];
  const { spec: root, problems } = parseYaml(text, file);
  if (problems) return problems;
  const has = (key: string) => root.kind === 'map' && root.entries.some((entry) => entry.key === key);
  if (has('pipeline') || (has('stages') && has('roleArn'))) {
    const { parsePipeline } = await import('../../shared/spec/pipeline-file.ts');
    return parsePipeline(text, file).problems ?? [];
  }
  if (has('phases')) return parseBuildspec(text, file).problems ?? [];
  if (has('hooks') || has('Hooks') || has('Resources')) return parseAppspec(text, file).problems ?? [];
  return undefined;
}
