import { consolePage } from './console.ts';
import { defineProvider } from './define.ts';

export default defineProvider({
  provider: 'CloudFormation',
  describe: ({ externalId }) => (externalId ? `stack ${stackOf(externalId)}` : 'a stack'),
  link: ({ externalId, externalUrl }, region) => {
    if (!externalId?.startsWith('arn:')) return externalUrl;
    const path = `cloudformation/home?region=${region}#/stacks/events`;
    return consolePage(region, `${path}?stackId=${encodeURIComponent(externalId)}`);
  },
});

/** `arn:aws:cloudformation:us-east-1:123456789012:stack/shop/1f3a…` is the stack `shop`. */
function stackOf(id: string): string {
  return /:stack\/([^/]+)/.exec(id)?.[1] ?? id;
}
