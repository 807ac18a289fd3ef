import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Clock } from '../../shared/clock.ts';

/** What tells whether an address is one of the SNS that a topic is in. */
export type IsOfSns = (address: URL, topic: string) => boolean;

/** By the partition of a topic: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const domains: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-us-gov': 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-eusc': 'amazonaws.eu',
};

/** The SNS of the topic's own region and no other host, whatever stands before or after its name. */
export const isOfAws: IsOfSns = (address, topic) => {
  const [, partition = '', , region] = topic.split(':');
  const domain = domains[partition];
  return domain !== undefined && address.origin === `https://sns.${region}.${domain}` && isPlain(address);
};

/** For a local AWS: what is at its own address. */
export function isOfEndpoint(endpoint: string): IsOfSns {
  const { origin } = new URL(endpoint);
  return (address) => address.origin === origin && isPlain(address);
}

function isPlain({ username, password }: URL): boolean {
  return username === '' && password === '';
}

/** SNS answers other things at its address, too, some of them in a caller's words. */
export function isCertificate({ pathname, search }: URL): boolean {
  return /^\/[\w-]+\.pem$/.test(pathname) && search === '';
}

/** So large is no certificate, in bytes. */
const largest = 64 * 1024;
const patience = 5_000;
/** SNS has one or two at a time. */
const mostKept = 16;

/**
 * The keys that SNS signs with, by the address of their certificate. The address has to have been looked at before:
 * it is over HTTPS that a certificate is known to be Amazon's.
 */
export function createSnsKeys(ports: { fetch: typeof fetch; clock: Clock }) {
  const kept = new Map<string, Promise<X509Certificate>>();

  async function load(address: string): Promise<X509Certificate> {
    const response = await ports.fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patience) });
    if (!response.ok) throw new Error(`The certificate's address answered ${response.status}`);
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.length > largest) throw new Error('What is at the address is too large for a certificate');
    }
    return new X509Certificate(text);
  }

  return {
    /** @throws Error where there is no certificate, or none that is valid now. */
    async keyAt(address: string): Promise<KeyObject> {
      let certificate = kept.get(address);
      if (!certificate) {
        certificate = load(address);
        if (kept.size === mostKept) kept.delete(kept.keys().next().value!);
        kept.set(address, certificate);
        certificate.catch(() => kept.delete(address));
      }
      const { publicKey, validFromDate, validToDate } = await certificate;
      const now = ports.clock.now();
      if (now < validFromDate.getTime() || now > validToDate.getTime()) {
        throw new Error('The certificate is not valid now');
      }
      return publicKey;
    },
  };
}
