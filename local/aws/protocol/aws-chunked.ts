import { Transform, type TransformCallback } from 'node:stream';
import { AwsError } from '../define.ts';

const longestLine = 16 * 1024;
const lineEnd = Buffer.from('\r\n');

/**
 * Unwraps a body of `Content-Encoding: aws-chunked`: `size;chunk-signature=…` lines, data, and trailers such as
 * checksums after the last chunk. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export class AwsChunkedDecoder extends Transform {
  /** By lower-case name; complete once the stream has ended. */
  readonly trailers = new Map<string, string>();
  #state: 'size' | 'data' | 'after data' | 'trailer' = 'size';
  #line = Buffer.alloc(0);
  #left = 0;
  #ended = false;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      this.#consume(chunk);
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    if (this.#ended) done();
    else done(new AwsError('IncompleteBody', 'The request body terminated unexpectedly'));
  }

  #consume(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.#state === 'data') {
        const data = rest.subarray(0, this.#left);
        this.push(data);
        this.#left -= data.length;
        rest = rest.subarray(data.length);
        if (this.#left === 0) this.#state = 'after data';
      } else rest = this.#readLine(rest);
    }
  }

  /** Takes bytes up to the end of a line, and acts on it when it is whole. */
  #readLine(chunk: Buffer): Buffer {
    const held = Buffer.concat([this.#line, chunk]);
    const end = held.indexOf(lineEnd);
    if ((end < 0 ? held.length : end) > longestLine) throw malformed();
    if (end < 0) {
      this.#line = held;
      return Buffer.alloc(0);
    }
    this.#line = Buffer.alloc(0);
    this.#act(held.toString('latin1', 0, end));
    return held.subarray(end + lineEnd.length);
  }

  #act(line: string): void {
    if (this.#state === 'after data') {
      if (line !== '') throw malformed();
      this.#state = 'size';
    } else if (this.#state === 'size') {
      const size = /^([0-9a-fA-F]{1,10})(;.*)?$/.exec(line)?.[1];
      if (size === undefined) throw malformed();
      this.#left = Number.parseInt(size, 16);
      this.#state = this.#left > 0 ? 'data' : 'trailer';
      this.#ended = this.#left === 0;
    } else if (line !== '') {
      const [name, ...value] = line.split(':');
      this.trailers.set(name!.toLowerCase().trim(), value.join(':').trim());
    }
  }
}

function malformed(): AwsError {
  return new AwsError('InvalidRequest', 'The aws-chunked body is malformed.');
}
