import type { ActionContext } from '../actions/define.ts';
import type { ConditionKind } from '../conditions.ts';

/** How the rules of one provider are checked locally: one file a provider. */
export interface RuleRunner {
  /** As in the stage's condition: `VariableCheck`, … */
  readonly provider: string;
  /** Checks a configuration whose variables are resolved. What it throws makes the condition `Errored`. */
  check(context: RuleContext): Promise<Verdict>;
}

/** A rule sees what an action sees; it has no output artifacts. */
export interface RuleContext extends ActionContext {
  readonly kind: ConditionKind;
}

export interface Verdict {
  readonly passed: boolean;
  /** One sentence: what was checked and found. */
  readonly message: string;
  readonly externalExecutionId?: string | undefined;
}

export function defineRuleRunner(runner: RuleRunner): RuleRunner {
  return runner;
}
