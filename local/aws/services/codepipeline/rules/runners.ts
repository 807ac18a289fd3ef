import type { ActionRunner } from '../actions/define.ts';
import { passesWith } from './build.ts';
import type { RuleRunner } from './define.ts';

/** The rules that are checked locally. A pipeline that declares any other is refused, with its name. */
export const ruleRunners: readonly RuleRunner[] = [
  inFile('VariableCheck', () => import('./variable-check.ts')),
  inFile('DeploymentWindow', () => import('./deployment-window.ts')),
  inFile('CloudWatchAlarm', () => import('./cloudwatch-alarm.ts')),
  likeAction('CodeBuild', () => import('../actions/codebuild.ts')),
  likeAction('Commands', () => import('../actions/commands.ts')),
];

/** A rule whose file is read when it is first checked, with the services that it stands on. */
function inFile(provider: string, load: () => Promise<{ default: RuleRunner }>): RuleRunner {
  return {
    provider,
    async check(context) {
      const { default: rule } = await load();
      context.signal.throwIfAborted();
      return rule.check(context);
    },
  };
}

/** A rule that passes where the action would succeed. */
function likeAction(provider: string, load: () => Promise<{ default: ActionRunner }>): RuleRunner {
  return inFile(provider, async () => ({ default: passesWith((await load()).default) }));
}
