import { defineCommand } from './define.ts';
import { decideWatch, gatherWatch, needsWatch, watchArgs } from './watching.ts';

export default defineCommand({
  name: 'unwatch',
  help: {
    usage: 'unwatch [pipeline or mine]',
    summary: 'Ends what `watch` began.',
    who: 'As for `watch`.',
    examples: ['unwatch shop', 'unwatch mine'],
  },
  aws: [],
  args: watchArgs,
  words: ['pipeline'],
  insteadOfPipeline: 'mine',
  needs: needsWatch,
  gather: gatherWatch,
  decide: (facts, args, request) => decideWatch(facts, { ...args, on: false }, request),
});
