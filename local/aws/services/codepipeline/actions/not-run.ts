import type { ActionCategory } from '@aws-sdk/client-codepipeline';
import { ActionFailure, type ActionRunner, defineActionRunner } from './define.ts';

/** A provider that nothing stands for locally: its actions fail with its name, so that nobody takes them for done. */
export function notRun(category: ActionCategory, provider: string): ActionRunner {
  return defineActionRunner({
    category,
    provider,
    isAbsent: true,
    async run({ action }) {
      throw new ActionFailure(
        'ConfigurationError',
        `${provider} (AWS, ${category}) is not run locally: action ${action.name} cannot run`,
      );
    },
  });
}
