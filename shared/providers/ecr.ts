import { defineProvider } from './define.ts';

export default defineProvider({
  provider: 'ECR',
  describe: () => 'an image in ECR',
});
