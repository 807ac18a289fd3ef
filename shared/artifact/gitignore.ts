import { wildmatch } from './wildmatch.ts';

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
  const rules = bytes(`${text.replace(/^\uFEFF/, '')}\n`)
    .split(/\r?\n/)
    .flatMap(parseRule)
    .reverse();
  return {
    ignores(path, isFolder) {
      const name = bytes(path);
      const last = rules.find((rule) => (isFolder || !rule.foldersOnly) && rule.matches(name));
      return last && !last.negated;
    },
  };
}

/** To Git, names and patterns are bytes: one character for each. */
function bytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function parseRule(line: string): Rule[] {
  if (line.startsWith('#')) return [];
  // Blanks at the end count only after a backslash.
  const text = line.replace(/^((?:[^\\]|\\.)*?) +$/s, '$1');
  const negated = text.startsWith('!');
  const pattern = negated ? text.slice(1) : text;
  const foldersOnly = pattern.endsWith('/');
  const bare = foldersOnly ? pattern.slice(0, -1) : pattern;
  if (!bare) return [];
  return [{ negated, foldersOnly, matches: bare.includes('/') ? pathMatcher(bare) : nameMatcher(bare) }];
}

/** Without a slash before its end it is meant of names, at any depth. */
function nameMatcher(pattern: string): Rule['matches'] {
  return (path) => wildmatch(pattern, path.slice(path.lastIndexOf('/') + 1), false);
}

/** With one it is meant from the file's own folder on. What comes before the first wildcard is compared as it is. */
function pathMatcher(pattern: string): Rule['matches'] {
  const from = pattern.replace(/^\//, '');
  const [plain = ''] = /^[^*?[\\]*/.exec(from) ?? [];
  const rest = from.slice(plain.length);
  return (path) => path.startsWith(plain) && wildmatch(rest, path.slice(plain.length), true);
}
