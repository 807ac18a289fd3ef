import picomatch from 'picomatch';

/** The rules of one `.gitignore` file. https://git-scm.com/docs/gitignore#_pattern_format */
export interface IgnoreRules {
  /** Whether a path relative to the file's folder is ignored, or explicitly not; undefined where no rule says. */
  ignores(path: string, isFolder: boolean): boolean | undefined;
}

interface Rule {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  readonly matches: (path: string) => boolean;
}

export function parseGitignore(text: string): IgnoreRules {
  const rules = text.split(/\r?\n/).flatMap(parseRule).reverse();
  return {
    ignores(path, isFolder) {
      const last = rules.find((rule) => (isFolder || !rule.foldersOnly) && rule.matches(path));
      return last && !last.negated;
    },
  };
}

function parseRule(line: string): Rule[] {
  // Blanks at the end count only after a backslash.
  const text = line.replace(/(?<!\\)\s+$/, '');
  if (!text || text.startsWith('#')) return [];
  const negated = text.startsWith('!');
  const pattern = negated ? text.slice(1) : text;
  const foldersOnly = pattern.endsWith('/');
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  if (!bare) return [];
  // With a slash before its end it is meant from the file's own folder on, else at any depth.
  const anchored = pattern.replace(/\/$/, '').includes('/');
  const glob = anchored ? bare : `**/${bare}`;
  // Git knows neither braces nor extended globs.
  const matches = picomatch(glob, { dot: true, nobrace: true, noext: true, nonegate: true });
  return [{ negated, foldersOnly, matches }];
}
