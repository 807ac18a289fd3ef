/**
 * The CRC-32 of two blocks in a row from the CRC-32 of each and the length of the second, so that the blocks
 * of one file can be read by several threads. Appending n zero bytes to a message is a linear map over GF(2);
 * it is applied by squaring. https://github.com/madler/zlib/blob/v1.2.11/crc32.c (crc32_combine)
 */
export function crc32Combine(first: number, second: number, secondLength: number): number {
  let crc = first;
  let zeros = eightZeroBits();
  for (let rest = secondLength; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) crc = times(zeros, crc);
    zeros = zeros.map((column) => times(zeros, column));
  }
  return (crc ^ second) >>> 0;
}

/** The map of appending one zero byte; column i is where bit i goes. */
function eightZeroBits(): number[] {
  const oneZeroBit = [0xedb88320, ...Array.from({ length: 31 }, (_, bit) => 2 ** bit)];
  let map = oneZeroBit;
  for (let doubling = 0; doubling < 3; doubling++) {
    const before = map;
    map = before.map((column) => times(before, column));
  }
  return map;
}

function times(map: readonly number[], vector: number): number {
  let sum = 0;
  for (let bit = 0, rest = vector; rest !== 0; bit++, rest >>>= 1) {
    if (rest & 1) sum ^= map[bit]!;
  }
  return sum >>> 0;
}
