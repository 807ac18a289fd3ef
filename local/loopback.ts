import type { IncomingMessage } from 'node:http';

/**
 * Whether a request to a local server may have been sent by a web page: one of another site names its origin or
 * says that it is cross-site, and one that was tricked about our address (DNS rebinding) names a foreign host.
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function isFromAPage({ headers }: IncomingMessage): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  const isLocal = /(^|\.)localhost$|^127\.0\.0\.1$|^\[::1\]$/i.test(host);
  return !isLocal || headers.origin !== undefined || headers['sec-fetch-site'] === 'cross-site';
}
