import { type Clock, sleep } from '../../shared/clock.ts';
import type { GitHubPort, SlackPort } from '../ports.ts';

/** How much may be sent: `burst` at once, and one more every `interval` milliseconds. */
interface Budget {
  readonly burst: number;
  readonly interval: number;
}

/** About one message a second and channel, short bursts allowed: https://docs.slack.dev/apis/web-api/rate-limits */
const slackBudget: Budget = { burst: 5, interval: 1_000 };
/**
 * 80 requests a minute that create content:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const gitHubBudget: Budget = { burst: 20, interval: 1_000 };

/** Slack as we use it without being told to wait: what is too much for a channel waits its turn. */
export function withinSlackBudget<Slack extends SlackPort>(slack: Slack, clock: Clock): Slack {
  const turn = createTurns(slackBudget, clock);
  return {
    ...slack,
    async post(message) {
      await turn(message.channel);
      return slack.post(message);
    },
    async update(message) {
      await turn(message.channel);
      return slack.update(message);
    },
  };
}

/** The same for GitHub, whose limit is one for the whole App. */
export function withinGitHubBudget<GitHub extends GitHubPort>(github: GitHub, clock: Clock): GitHub {
  const turn = createTurns(gitHubBudget, clock);
  return {
    ...github,
    async comment(at) {
      await turn('');
      return github.comment(at);
    },
    async editComment(at) {
      await turn('');
      return github.editComment(at);
    },
    async react(at) {
      await turn('');
      return github.react(at);
    },
  };
}

/** Resolves when it is a key's turn. Of each key it keeps the time when its budget is whole again. */
function createTurns({ burst, interval }: Budget, clock: Clock): (key: string) => Promise<void> {
  const wholeAt = new Map<string, number>();
  return async (key) => {
    const now = clock.now();
    const at = Math.max(wholeAt.get(key) ?? 0, now) + interval;
    wholeAt.set(key, at);
    const wait = at - now - burst * interval;
    if (wait > 0) await sleep(clock, wait);
  };
}
