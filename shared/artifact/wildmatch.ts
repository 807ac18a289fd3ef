/** `over`: no match, nor with less of the text. */
type Result = 'match' | 'none' | 'over';

/**
 * Whether a pattern of a `.gitignore` matches a text, as Git's own matcher finds: what Git takes for a wildcard is
 * neither what shells nor what libraries for globs take for one. With `isPath`, only `**` between slashes matches a
 * slash. Both are bytes, one a character: to Git, `?` is one byte.
 * https://github.com/git/git/blob/master/wildmatch.c
 */
export function wildmatch(pattern: string, text: string, isPath: boolean): boolean {
  return matchFrom(pattern, text, { p: 0, t: 0, isPath }) === 'match';
}

interface At {
  readonly p: number;
  readonly t: number;
  readonly isPath: boolean;
}

function matchFrom(pattern: string, text: string, at: At): Result {
  const { isPath } = at;
  let { p, t } = at;
  for (; p < pattern.length; p++, t++) {
    const wanted = pattern[p];
    if (wanted === '*') return matchStar(pattern, text, { p, t, isPath });
    const given = text[t];
    if (given === undefined) return 'over';
    if (wanted === '?') {
      if (isPath && given === '/') return 'none';
    } else if (wanted === '[') {
      const set = readSet(pattern, p, given);
      if (!set) return 'over';
      if (!set.isIn || (isPath && given === '/')) return 'none';
      p = set.end;
    } else {
      if (wanted === '\\') p++;
      if (pattern[p] !== given) return 'none';
    }
  }
  return t === text.length ? 'match' : 'none';
}

function matchStar(pattern: string, text: string, { p, t, isPath }: At): Result {
  let next = p;
  while (pattern[next] === '*') next++;
  const isAlone = /^($|\/|\\\/)/.test(pattern.slice(next)) && (p === 0 || pattern[p - 1] === '/');
  const isWide = next - p > 1 && isAlone;
  const takesSlashes = !isPath || isWide;
  // `**/` may stand for nothing at all.
  if (isPath && isWide && pattern[next] === '/') {
    if (matchFrom(pattern, text, { p: next + 1, t, isPath }) === 'match') return 'match';
  }
  if (next === pattern.length) return takesSlashes || !text.includes('/', t) ? 'match' : 'none';
  for (let end = t; ; end++) {
    const result = matchFrom(pattern, text, { p: next, t: end, isPath });
    if (result !== 'none') return result;
    if (end >= text.length) return 'over';
    if (!takesSlashes && text[end] === '/') return 'none';
  }
}

/** Whether a set such as `[a-z]` has the character, and where it ends; undefined where it does not end. */
function readSet(pattern: string, begin: number, given: string): { isIn: boolean; end: number } | undefined {
  let p = begin + 1;
  const isNegated = pattern[p] === '!' || pattern[p] === '^';
  if (isNegated) p++;
  let isIn = false;
  let before = '';
  // A bracket that comes first closes nothing.
  for (let isFirst = true; isFirst || pattern[p] !== ']'; isFirst = false, p++) {
    if (p >= pattern.length) return undefined;
    const kind = pattern[p] === '[' && /^\[:(\w*):\]/.exec(pattern.slice(p));
    if (pattern[p] === '-' && before && p + 1 < pattern.length && pattern[p + 1] !== ']') {
      p++;
      if (pattern[p] === '\\') p++;
      if (given >= before && given <= (pattern[p] ?? '')) isIn = true;
      before = '';
    } else if (kind) {
      const members = classes[kind[1] ?? ''];
      if (!members) return undefined;
      if (members.test(given)) isIn = true;
      p += kind[0].length - 1;
      before = '';
    } else {
      if (pattern[p] === '\\') p++;
      if (pattern[p] === given) isIn = true;
      before = pattern[p] ?? '';
    }
  }
  return { isIn: isIn !== isNegated, end: p };
}

const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[^ -~\u0080-\u00ff]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\v\f\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};
