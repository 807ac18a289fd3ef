import { defineProvider } from './define.ts';

export default defineProvider({
  provider: 'Manual',
  describe: () => 'an approval',
  async reason({ summary }) {
    return { text: summary ? `Not approved: ${summary}` : 'Rejected, or nobody answered in time.' };
  },
});
