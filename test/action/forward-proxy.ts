import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, request as send } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { folderOf } from '../shared/artifact/folder.ts';

/** A proxy that tunnels by CONNECT to these hosts, each by its name, and what it was asked for. */
export async function startForwardProxy(hosts: Readonly<Record<string, string>>) {
  const { key, cert, file } = await certificateFor(Object.keys(hosts));
  const tunnels: string[] = [];
  const ports = new Map<string, number>();
  for (const [host, target] of Object.entries(hosts)) {
    const server = createTlsServer({ key, cert }, (request, response) => {
      const { method, url } = request;
      const headers = { ...request.headers, host: new URL(target).host };
      const forward = send(`${target}${url}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      request.pipe(forward);
    });
    ports.set(`${host}:443`, await listen(server));
  }
  const proxy = createServer((_, response) => void response.writeHead(405).end());
  proxy.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '');
    const port = ports.get(request.url ?? '');
    if (port === undefined) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const tunnel = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tunnel.pipe(socket).pipe(tunnel);
    });
    for (const end of [tunnel, socket]) end.on('error', () => end.destroy());
  });
  return { url: `http://127.0.0.1:${await listen(proxy)}`, certificate: file, tunnels };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A certificate that nobody has signed but itself. */
async function certificateFor(hosts: readonly string[]) {
  const folder = await folderOf({});
  const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = hosts.map((host) => `DNS:${host}`).join(',');
  const about = ['-subj', '/CN=test', '-addext', `subjectAltName=${names}`, '-days', '2'];
  const files = ['-keyout', keyFile, '-out', file];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...about, ...files], {
    stdio: 'ignore',
  });
  return { key: readFileSync(keyFile), cert: readFileSync(file), file };
}
