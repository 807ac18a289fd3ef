import { defineProvider } from './define.ts';

export default defineProvider({
  provider: 'S3',
  describe: ({ category }) => (category === 'Source' ? 'an object in S3' : 'files to S3'),
});
