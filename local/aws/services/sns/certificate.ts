import { generateKeyPair, type KeyObject, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';

export interface SigningKey {
  readonly key: KeyObject;
  /** A self-signed X.509 certificate. */
  readonly certificate: string;
}

/** DER of the AlgorithmIdentifier for sha256WithRSAEncryption: https://www.rfc-editor.org/rfc/rfc4055#section-5 */
const sha256WithRsa = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
/** DER of the type commonName: https://www.rfc-editor.org/rfc/rfc4519#section-2.3 */
const commonName = Buffer.from('0603550403', 'hex');
const years = 10;

/** Makes an RSA key and its certificate, which node:crypto reads but does not write. https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
export async function createSigningKey(name: string, now: number): Promise<SigningKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const subject = der(0x30, der(0x31, der(0x30, commonName, der(0x0c, Buffer.from(name)))));
  const end = now + years * 365 * 86_400_000;
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(15)])),
    sha256WithRsa,
    subject,
    der(0x30, time(now), time(end)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = der(0x30, body, sha256WithRsa, der(0x03, Buffer.of(0), signature));
  return { key: privateKey, certificate: pem(certificate) };
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  if (content.length < 128) return Buffer.concat([Buffer.of(tag, content.length), content]);
  const length = Buffer.from(content.length.toString(16).padStart(4, '0'), 'hex');
  return Buffer.concat([Buffer.of(tag, 0x80 + length.length), length, content]);
}

/** UTCTime until 2049, GeneralizedTime after, as the standard wants it. */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\.\d+|[-:T]/g, '');
  return Number(digits.slice(0, 4)) < 2050
    ? der(0x17, Buffer.from(digits.slice(2)))
    : der(0x18, Buffer.from(digits));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g)!;
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
