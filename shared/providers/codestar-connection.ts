import { defineProvider } from './define.ts';

export default defineProvider({
  provider: 'CodeStarSourceConnection',
  describe: () => 'a commit',
});
