// A shop that answers which release of it is running. Configured by release.json, which the build writes.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const release = JSON.parse(readFileSync(new URL('release.json', import.meta.url), 'utf8'));

/** What the health check says: undefined while all is well. */
export function ailment() {
  return undefined;
}

const server = createServer((request, response) => {
  if (request.url === '/health') {
    const problem = ailment();
    response.writeHead(problem ? 500 : 200, { 'content-type': 'text/plain' }).end(problem ?? 'healthy');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(release));
});

server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(`shop ${release.version} listens on ${process.env.PORT}`);
});
