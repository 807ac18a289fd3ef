/**
 * Node's `http`. To `import` it reads all that it exports, and its `WebSocket` loads the whole of undici for
 * that: 13 MB more, and 90 ms of a start. https://github.com/nodejs/node/blob/v24.x/lib/http.js
 */
export const { createServer, request } = process.getBuiltinModule('node:http');
