import { sleep } from '../../shared/clock.ts';
import type { GitHubPort, Ports, SlackPort } from '../ports.ts';
import { pauseAskedBy } from './retry.ts';

/** Replicas share what they may send. */
type Shared = Pick<Ports, 'clock'> & { store: Pick<Ports['store'], 'reserve'> };

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
export function withinSlackBudget<Slack extends SlackPort>(slack: Slack, shared: Shared): Slack {
  const turn = createTurns(slackBudget, shared);
  return {
    ...slack,
    async post(message) {
      await turn(`slack ${message.channel}`, message.patient);
      return slack.post(message);
    },
    async update(message) {
      await turn(`slack ${message.channel}`, message.patient);
      return slack.update(message);
    },
    async publishHome(home) {
      await turn('homes');
      return slack.publishHome(home);
    },
  };
}

/**
 * The same for GitHub, whose limit is one for the whole App. Once GitHub asks for a pause nobody goes on meanwhile: an
 * App that does may be banned.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function withinGitHubBudget<GitHub extends GitHubPort>(github: GitHub, shared: Shared): GitHub {
  const { clock } = shared;
  const turn = createTurns(gitHubBudget, shared);
  let pausedUntil = -Infinity;

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    await turn('github');
    while (clock.now() < pausedUntil) await sleep(clock, pausedUntil - clock.now());
    try {
      return await work();
    } catch (error) {
      pausedUntil = Math.max(pausedUntil, clock.now() + (pauseAskedBy(error) ?? 0));
      throw error;
    }
  }

  return {
    ...github,
    comment: (at) => inTurn(() => github.comment(at)),
    editComment: (at) => inTurn(() => github.editComment(at)),
    react: (at) => inTurn(() => github.react(at)),
    setStatus: (status) => inTurn(() => github.setStatus(status)),
    createDeployment: (deployment) => inTurn(() => github.createDeployment(deployment)),
    setDeploymentStatus: (status) => inTurn(() => github.setDeploymentStatus(status)),
  };
}

type Turn = (key: string, patient?: boolean) => Promise<void>;

/** Resolves when it is a key's turn. What is patient leaves the burst to others. */
function createTurns({ burst, interval }: Budget, { clock, store }: Shared): Turn {
  return async (key, patient) => {
    const wholeAt = await store.reserve(key, interval);
    const wait = wholeAt - clock.now() - (patient ? 1 : burst) * interval;
    if (wait > 0) await sleep(clock, wait);
  };
}
