import codebuild from '../actions/codebuild.ts';
import commands from '../actions/commands.ts';
import { passesWith } from './build.ts';
import cloudwatchAlarm from './cloudwatch-alarm.ts';
import type { RuleRunner } from './define.ts';
import deploymentWindow from './deployment-window.ts';
import variableCheck from './variable-check.ts';

/** The rules that are checked locally. A pipeline that declares any other is refused, with its name. */
export const ruleRunners: readonly RuleRunner[] = [
  variableCheck,
  deploymentWindow,
  cloudwatchAlarm,
  passesWith(codebuild),
  passesWith(commands),
];
