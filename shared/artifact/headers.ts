const chunkBytes = 256 * 1024;

/** Headers in a row, copied into large chunks: an object for each of a hundred thousand would take far more. */
export class Headers {
  #full: Uint8Array[] = [];
  #chunk = Buffer.allocUnsafeSlow(chunkBytes);
  #used = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a header of at most 128 KiB. */
  add(header: Uint8Array): void {
    if (this.#used + header.length > chunkBytes) {
      this.#full.push(this.#chunk.subarray(0, this.#used));
      this.#chunk = Buffer.allocUnsafeSlow(chunkBytes);
      this.#used = 0;
    }
    this.#chunk.set(header, this.#used);
    this.#used += header.length;
    this.#count += 1;
  }

  /** All that was added, in order. */
  chunks(): readonly Uint8Array[] {
    return [...this.#full, this.#chunk.subarray(0, this.#used)];
  }
}
