import type { ActionRunner } from '../actions/define.ts';
import type { RuleContext, RuleRunner } from './define.ts';

/** A rule that passes where the action of the same name would succeed. */
export function passesWith({ provider, run }: ActionRunner): RuleRunner {
  return {
    provider,
    async check(context: RuleContext) {
      const seen: { id?: string | undefined } = {};
      const result = await run({
        ...context,
        update: ({ externalExecutionId }) => {
          seen.id = externalExecutionId ?? seen.id;
        },
      });
      const passed = result.status === 'Succeeded';
      return {
        passed,
        message: result.error?.message ?? `${provider} ${passed ? 'succeeded' : 'failed'}`,
        externalExecutionId: result.externalExecutionId ?? seen.id,
      };
    },
  };
}
