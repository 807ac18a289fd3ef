import type { RuleRunner } from './define.ts';
import variableCheck from './variable-check.ts';

/** The rules that are checked locally. A pipeline that declares any other is refused, with its name. */
export const ruleRunners: readonly RuleRunner[] = [variableCheck];
