import { defineCommand } from './define.ts';
import { decideWatch, gatherWatch, needsWatch, watchArgs } from './watching.ts';

export default defineCommand({
  name: 'watch',
  help: {
    usage: 'watch [pipeline or mine]',
    summary:
      'Tells you in Slack, by a message to you alone, when a run of the pipeline ends, fails or waits for an approval; with `mine`, when a run of any pipeline fails that brings a change of yours: one that you wrote, pushed or opened the pull request of.',
    who: 'Who the policy lets see the pipeline. In Slack; `watch mine` on pull requests too, for whom the policy file, `link` or an e-mail makes known in Slack.',
    examples: ['watch shop', 'watch mine'],
  },
  aws: [],
  args: watchArgs,
  words: ['pipeline'],
  insteadOfPipeline: 'mine',
  needs: needsWatch,
  gather: gatherWatch,
  decide: (facts, args, request) => decideWatch(facts, { ...args, on: true }, request),
});
