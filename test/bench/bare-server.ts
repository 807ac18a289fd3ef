import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/** The floor for the bot's gate: HTTP and the HMAC, and nothing else. */
const secret = process.env.BENCH_SECRET ?? '';

const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { 'x-slack-request-timestamp': time, 'x-slack-signature': signature } = request.headers;
    const mac = createHmac('sha256', secret).update(`v0:${time}:`).update(Buffer.concat(parts)).digest('hex');
    const isSigned = timingSafeEqual(Buffer.from(`v0=${mac}`), Buffer.from(String(signature)));
    response.writeHead(isSigned ? 200 : 401).end();
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
