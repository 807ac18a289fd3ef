import { connect, type Socket } from 'node:net';

/** A keep-alive connection that has one request under way at a time. */
export interface Connection {
  /** Resolves when it is answered with 200. */
  send(request: Buffer): Promise<void>;
  close(): void;
}

export function open(port: number): Connection {
  const socket: Socket = connect(port, '127.0.0.1').setNoDelay();
  let answered: (() => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  socket.on('data', (data) => {
    if (data.toString('latin1', 0, 12) === 'HTTP/1.1 200') answered?.();
    else failed?.(new Error(`Answered ${data.toString('latin1', 0, 200)}`));
  });
  socket.on('error', (error) => failed?.(error));
  socket.on('close', () => failed?.(new Error('The connection was closed')));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        answered = resolve;
        failed = reject;
        socket.write(request, (error) => error && reject(error));
      }),
    close: () => socket.destroy(),
  };
}
