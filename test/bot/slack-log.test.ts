import { expect, test } from 'vitest';
import { slackLogger } from '../../bot/slack-log.ts';
import { keepLog } from './quiet.ts';

test('says why, and no payload', () => {
  const log = keepLog();
  const logger = slackLogger(log);
  logger.warn('It failed', new Error('the other side is away'), { text: 'said in a channel' });
  logger.error(new Error('It broke'));
  logger.info('said in a channel');
  const fields = { from: 'slack' };
  expect(log.lines).toEqual([
    { level: 'warn', fields, message: 'It failed: the other side is away' },
    { level: 'error', fields, message: 'It broke' },
  ]);
});
