import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError } from '../../define.ts';

export const algorithms = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
export type Algorithm = (typeof algorithms)[number];

/** A digest that is fed bytes as they come. */
export interface Digest {
  update(data: Uint8Array): void;
  /** Big-endian, as S3 writes it in base64. */
  digest(): Buffer;
}

/** A checksum as S3 keeps it: of the whole object, or of its parts' checksums (`…-3`). */
export interface Checksum {
  readonly algorithm: Algorithm;
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

export function parseAlgorithm(name: string): Algorithm {
  const found = algorithms.find((algorithm) => algorithm === name.toUpperCase());
  if (found) return found;
  throw new AwsError('NotImplemented', `The local AWS knows no checksum ${name}.`, 501);
}

export function createDigest(algorithm: Algorithm | 'MD5'): Digest {
  if (algorithm === 'CRC32') return crcDigest((data, crc) => crc32(data, crc));
  if (algorithm === 'CRC32C') return crcDigest(crc32c);
  if (algorithm === 'CRC64NVME') return crc64Digest();
  const hash = createHash(algorithm);
  return { update: (data) => void hash.update(data), digest: () => hash.digest() };
}

function crcDigest(step: (data: Uint8Array, crc: number) => number): Digest {
  let crc = 0;
  return {
    update(data) {
      crc = step(data, crc);
    },
    digest() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc >>> 0);
      return bytes;
    },
  };
}

/** Castagnoli's polynomial, reflected: https://www.rfc-editor.org/rfc/rfc3720#appendix-B.4 */
const table32 = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});

function crc32c(data: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of data) crc = table32[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The NVMe polynomial, reflected, in halves of 32 bits: https://reveng.sourceforge.io/crc-catalogue/all.htm#crc.cat.crc-64-nvme */
const high64 = new Uint32Array(256);
const low64 = new Uint32Array(256);
for (let byte = 0; byte < 256; byte++) {
  let crc = BigInt(byte);
  for (let bit = 0; bit < 8; bit++) crc = crc & 1n ? (crc >> 1n) ^ 0x9a6c9329ac4bc9b5n : crc >> 1n;
  high64[byte] = Number(crc >> 32n);
  low64[byte] = Number(crc & 0xffffffffn);
}

function crc64Digest(): Digest {
  let high = 0xffffffff;
  let low = 0xffffffff;
  return {
    update(data) {
      for (const byte of data) {
        const index = (low ^ byte) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ low64[index]!;
        high = (high >>> 8) ^ high64[index]!;
      }
    },
    digest() {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE(~high >>> 0, 0);
      bytes.writeUInt32BE(~low >>> 0, 4);
      return bytes;
    },
  };
}
