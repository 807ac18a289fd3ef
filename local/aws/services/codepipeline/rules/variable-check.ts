import { runInNewContext } from 'node:vm';
import { defineRuleRunner } from './define.ts';

// An expression may take for ever: then the condition is `Errored`, and everything else goes on.
const limit = { timeout: 1000 };

const operators: Readonly<Record<string, (variable: string, value: string) => boolean>> = {
  EQ: (variable, value) => variable === value,
  NE: (variable, value) => variable !== value,
  CONTAINS: (variable, value) => variable.includes(value),
  // AWS takes Java's syntax, which is this one's but for rare constructs. The whole value must match.
  MATCHES: (variable, value) =>
    runInNewContext('new RegExp(pattern).test(variable)', { pattern: `^(?:${value})$`, variable }, limit),
};

/** https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-VariableCheck.html */
export default defineRuleRunner({
  provider: 'VariableCheck',
  async check({ configuration: { Variable = '', Operator = '', Value = '' } }) {
    const holds = operators[Operator];
    if (!holds)
      throw new Error(`The operator ${Operator} is not one of ${Object.keys(operators).join(', ')}`);
    const passed = holds(Variable, Value);
    return {
      passed,
      message: `Variable check ${passed ? 'passed' : 'failed'}: ${Variable} ${Operator} ${Value}`,
    };
  },
});
