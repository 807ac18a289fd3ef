import cloudwatch from '../../cloudwatch/service.ts';
import { defineRuleRunner, type RuleContext, type Verdict } from './define.ts';

const minute = 60_000;

/**
 * `AlarmStates` are the states that speak against the stage. At the entry it waits up to `WaitTime` for the alarm
 * to leave them; afterwards it watches for as long whether the alarm gets into one.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-CloudWatchAlarm.html
 */
export default defineRuleRunner({
  provider: 'CloudWatchAlarm',
  async check(context) {
    const { configuration, kind } = context;
    const { AlarmName: name = '', AlarmStates = 'ALARM', WaitTime = '0' } = configuration;
    const bad = AlarmStates.split(',').map((state) => state.trim());
    const wait = Number(WaitTime) * minute;
    if (!(wait >= 0)) throw new Error(`WaitTime must be a number of minutes, not ${WaitTime}`);
    const isBad = () => bad.includes(stateOf(context, name));
    const isEntry = kind === 'beforeEntry';
    // At the entry a good state settles it, later a bad one.
    const decided = await becomes(context, { name, wait, holds: () => isBad() !== isEntry });
    return verdict({ name, state: stateOf(context, name), passed: decided === isEntry });
  },
});

function stateOf({ aws }: RuleContext, name: string): string {
  const alarm = aws.use(cloudwatch).get(name);
  if (!alarm) throw new Error(`There is no alarm ${name}`);
  return alarm.state.value;
}

function verdict({ name, state, passed }: { name: string; state: string; passed: boolean }): Verdict {
  return { passed, message: `The alarm ${name} is ${state}, so the rule ${passed ? 'passed' : 'failed'}` };
}

/** Whether something about the alarm holds, now or before the wait is over. */
function becomes(
  { aws, signal }: RuleContext,
  { name, wait, holds }: { name: string; wait: number; holds: () => boolean },
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const settle = (held: boolean) => {
      stop();
      cancel();
      resolve(held);
    };
    const check = () => {
      try {
        if (holds()) settle(true);
      } catch (error) {
        stop();
        cancel();
        reject(error);
      }
    };
    const stop = aws.onEvent(({ source, detail }) => {
      if (source === 'aws.cloudwatch' && detail.alarmName === name) check();
    });
    const cancel = aws.clock.after(wait, () => settle(false));
    signal.addEventListener('abort', () => settle(false), { once: true });
    check();
  });
}
