// `?` is a character and `*` any number of them but for a slash; `**` is anything, and with a slash behind it any
// folders or none. A pattern of a pipeline comes from anybody, so it is matched in a time that grows with its
// length times the name's: regular expressions made from globs can take for ever.
type Step = { readonly kind: 'char'; readonly char: string } | { readonly kind: Loop };

/** `maybe` goes into the folders behind it, or past them. */
type Loop = 'one' | 'star' | 'all' | 'maybe' | 'folders';

export function matchesGlob(pattern: string, name: string): boolean {
  const steps = stepsOf(pattern);
  let states = reach(steps, new Set([0]));
  for (const char of name) {
    const next = new Set<number>();
    for (const state of states) for (const to of after(steps[state], state, char)) next.add(to);
    states = reach(steps, next);
    if (states.size === 0) return false;
  }
  return states.has(steps.length);
}

function stepsOf(pattern: string): Step[] {
  return (pattern.match(/\*\*\/|\*\*|./gsu) ?? []).flatMap((part): Step[] => {
    if (part === '**/') return [{ kind: 'maybe' }, { kind: 'folders' }];
    if (part === '**') return [{ kind: 'all' }];
    if (part === '*') return [{ kind: 'star' }];
    return part === '?' ? [{ kind: 'one' }] : [{ kind: 'char', char: part }];
  });
}

/** The states, and those that they lead to without a character. */
function reach(steps: readonly Step[], states: Set<number>): Set<number> {
  for (const state of states) {
    const kind = steps[state]?.kind;
    if (kind === 'star' || kind === 'all') states.add(state + 1);
    if (kind === 'maybe') states.add(state + 1).add(state + 2);
  }
  return states;
}

/** Where a character leads from a state. */
function after(step: Step | undefined, state: number, char: string): number[] {
  switch (step?.kind) {
    case 'char':
      return step.char === char ? [state + 1] : [];
    case 'one':
      return char === '/' ? [] : [state + 1];
    case 'star':
      return char === '/' ? [] : [state];
    case 'all':
      return [state];
    case 'folders':
      return char === '/' ? [state, state + 1] : [state];
    default:
      return [];
  }
}
