import { defineProvider } from './define.ts';

export default defineProvider({
  provider: 'CodeCommit',
  describe: () => 'a commit in CodeCommit',
});
