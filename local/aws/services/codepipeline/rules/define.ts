/** How the rules of one provider are checked locally: one file a provider. */
export interface RuleRunner {
  /** As in the stage's condition: `VariableCheck`, … */
  readonly provider: string;
  /** Checks a configuration whose variables are resolved. What it throws makes the condition `Errored`. */
  check(configuration: Readonly<Record<string, string>>): Promise<Verdict>;
}

interface Verdict {
  readonly passed: boolean;
  /** One sentence: what was checked and found. */
  readonly message: string;
}

export function defineRuleRunner(runner: RuleRunner): RuleRunner {
  return runner;
}
