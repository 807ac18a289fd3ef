import type { Readable } from 'node:stream';
import { AwsError, type Call } from '../../define.ts';
import { AwsChunkedDecoder } from '../../protocol/aws-chunked.ts';
import type { Blob, Blobs } from './blobs.ts';
import { type Algorithm, algorithms, type Checksum, parseAlgorithm } from './checksum.ts';

/** The members of an input or output that carry a checksum, by algorithm: `ChecksumCRC32`, … */
export type ChecksumMembers = { readonly [Name in Algorithm as `Checksum${Name}`]?: string | undefined };

export type Received = { readonly blob: Blob; readonly checksum: Checksum };

/** What S3 reckons where the client names none: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
export const defaultAlgorithm = 'CRC64NVME';

interface Body extends ChecksumMembers {
  readonly Body?: unknown;
  readonly ContentMD5?: string | undefined;
  readonly ChecksumAlgorithm?: string | undefined;
}

/** Stores a body and holds it against everything the client said of it: length, MD5, checksums, signed hash. */
export async function receive(blobs: Blobs, input: Body, call: Call): Promise<Received> {
  const body = input.Body as Readable;
  const algorithm = algorithmOf(input, call);
  const signed = /^[0-9a-f]{64}$/.exec(call.headers['x-amz-content-sha256'] ?? '')?.[0];
  const wanted: Algorithm[] = [algorithm, ...(signed ? (['SHA256'] as const) : [])];
  const blob = await blobs.write(body, wanted);
  try {
    checkLength(blob, call);
    checkMd5(blob, input.ContentMD5);
    if (signed && blob.digests.get('SHA256')!.toString('hex') !== signed)
      throw new AwsError(
        'XAmzContentSHA256Mismatch',
        "The provided 'x-amz-content-sha256' does not match the body.",
      );
    return { blob, checksum: checkDigest(blob, algorithm, claimed(algorithm, input, body)) };
  } catch (error) {
    await blobs.remove(blob);
    throw error;
  }
}

/** The output members for a checksum. */
export function checksumMembers(
  checksum: Checksum | undefined,
): ChecksumMembers & { ChecksumType?: Checksum['type'] } {
  if (!checksum) return {};
  return { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: checksum.type };
}

function algorithmOf(input: Body, call: Call): Algorithm {
  const given = algorithms.find((name) => input[`Checksum${name}`] !== undefined);
  if (given) return given;
  const trailer = /x-amz-checksum-(\w+)/.exec(call.headers['x-amz-trailer'] ?? '')?.[1];
  return parseAlgorithm(trailer ?? input.ChecksumAlgorithm ?? defaultAlgorithm);
}

function claimed(algorithm: Algorithm, input: ChecksumMembers, body: unknown): string | undefined {
  const trailer =
    body instanceof AwsChunkedDecoder
      ? body.trailers.get(`x-amz-checksum-${algorithm.toLowerCase()}`)
      : undefined;
  return input[`Checksum${algorithm}`] ?? trailer;
}

function checkDigest(blob: Blob, algorithm: Algorithm, claim: string | undefined): Checksum {
  const value = blob.digests.get(algorithm)!.toString('base64');
  if (claim !== undefined && claim !== value)
    throw new AwsError('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
  return { algorithm, value, type: 'FULL_OBJECT' };
}

function checkMd5(blob: Blob, claim: string | undefined): void {
  if (claim === undefined) return;
  const bytes = Buffer.from(claim, 'base64');
  if (bytes.length !== 16) throw new AwsError('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  if (bytes.toString('hex') !== blob.md5)
    throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
}

function checkLength(blob: Blob, call: Call): void {
  const decoded = call.headers['x-amz-decoded-content-length'];
  if (decoded !== undefined && Number(decoded) !== blob.size)
    throw new AwsError(
      'IncompleteBody',
      'You did not provide the number of bytes specified by the Content-Length HTTP header',
    );
}

/** `bucket/key?versionId=…`, each part percent-encoded. */
export function parseCopySource(source: string): {
  bucket: string;
  key: string;
  versionId: string | undefined;
} {
  const [path = '', query] = source.replace(/^\//, '').split('?');
  const [bucket, ...key] = decodePath(path).split('/');
  const versionId = new URLSearchParams(query).get('versionId') ?? undefined;
  if (bucket && key.join('/') !== '') return { bucket, key: key.join('/'), versionId };
  throw new AwsError(
    'InvalidArgument',
    'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
  );
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
