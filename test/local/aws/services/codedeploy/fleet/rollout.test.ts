import { describe, expect, test } from 'vitest';
import {
  type Health,
  type HostState,
  isImpossible,
  minimumHealthy,
  planRollout,
} from '../../../../../../local/aws/services/codedeploy/fleet/rollout.ts';

const allAtOnce: Health = { type: 'FLEET_PERCENT', value: 0 };
const halfAtATime: Health = { type: 'FLEET_PERCENT', value: 50 };
const oneAtATime: Health = { type: 'MOST_CONCURRENCY', value: 1 };
const count = (value: number): Health => ({ type: 'HOST_COUNT', value });
const percent = (value: number): Health => ({ type: 'FLEET_PERCENT', value });

const letters: Record<string, HostState> = { p: 'Pending', i: 'InProgress', s: 'Succeeded', f: 'Failed' };

/** One letter a host: (p)ending, (i)n progress, (s)ucceeded, (f)ailed. */
const hosts = (states: string) => new Map([...states].map((letter, n) => [`h${n + 1}`, letters[letter]!]));

describe('which hosts start next', () => {
  test.each<[string, Health, string, string]>([
    ['all at once', allAtOnce, 'pppp', 'h1 h2 h3 h4'],
    ['half of four', halfAtATime, 'pppp', 'h1 h2'],
    ['half of nine, rounded down', halfAtATime, 'ppppppppp', 'h1 h2 h3 h4'],
    ['half, while two are busy', halfAtATime, 'iipp', ''],
    ['half, one done', halfAtATime, 'sipp', 'h3'],
    ['half, both done', halfAtATime, 'sspp', 'h3 h4'],
    ['half, one failed, one busy', halfAtATime, 'fipp', ''],
    ['half, one failed, one done', halfAtATime, 'fspp', 'h3'],
    ['one at a time', oneAtATime, 'pppp', 'h1'],
    ['one at a time, the next', oneAtATime, 'sspp', 'h3'],
    ['one at a time of one', oneAtATime, 'p', 'h1'],
    ['six of nine healthy: three at a time', count(6), 'ppppppppp', 'h1 h2 h3'],
    ['forty percent of nine: five at a time', percent(40), 'ppppppppp', 'h1 h2 h3 h4 h5'],
  ])('%s', (_, health, states, start) => {
    expect(planRollout(hosts(states), health)).toEqual({
      kind: 'go on',
      start: start === '' ? [] : start.split(' '),
    });
  });
});

describe('how a deployment ends', () => {
  test.each<[string, Health, string, 'succeeded' | 'failed']>([
    ['all at once, one of four left', allAtOnce, 'fffs', 'succeeded'],
    ['all at once, none left', allAtOnce, 'ffff', 'failed'],
    ['half, all good', halfAtATime, 'ssss', 'succeeded'],
    ['half, half good', halfAtATime, 'ffss', 'succeeded'],
    ['half, the first two failed', halfAtATime, 'ffpp', 'failed'],
    ['half of nine, too few', halfAtATime, 'ssssfffff', 'failed'],
    ['one at a time, the first failed', oneAtATime, 'fppp', 'failed'],
    ['one at a time, the last failed', oneAtATime, 'sssf', 'succeeded'],
    ['one at a time, the only one failed', oneAtATime, 'f', 'failed'],
    ['six of nine, six good', count(6), 'ssssssfff', 'succeeded'],
    ['six of nine, three failed at once', count(6), 'fffpppppp', 'failed'],
  ])('%s', (_, health, states, kind) => {
    expect(planRollout(hosts(states), health)).toEqual({ kind });
  });
});

test.each<[Health, number, number, boolean]>([
  [halfAtATime, 1, 1, true],
  [halfAtATime, 9, 5, false],
  [oneAtATime, 1, 0, false],
  [count(4), 4, 4, true],
  [percent(1), 100, 1, false],
])('%j of %i hosts keeps %i', (health, total, minimum, impossible) => {
  expect(minimumHealthy(health, total)).toBe(minimum);
  expect(isImpossible(health, total)).toBe(impossible);
});
