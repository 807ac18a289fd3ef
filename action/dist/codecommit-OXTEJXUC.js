import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  Secret,
  explaining
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// shared/aws/codecommit.ts
const { createHash, createHmac } = process.getBuiltinModule("crypto");
function gitEndpoint(region) {
  return `https://git-codecommit.${region}.${region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com"}`;
}
async function gitAccess(clients, target, now) {
  const { config } = await clients.codepipeline();
  const credentials = await explaining({ region: target.region }, () => config.credentials());
  return signGitAccess(credentials, target, now);
}
function signGitAccess(credentials, target, now) {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const { region, repository, endpoint } = target;
  const url = new URL(`/v1/repos/${encodeURIComponent(repository)}`, endpoint);
  const timestamp = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
  const date = timestamp.slice(0, 8);
  const request = ["GIT", url.pathname, "", `host:${url.host}`, "", "host", ""].join("\n");
  const scope = [date, region, "codecommit", "aws4_request"];
  const signed = ["AWS4-HMAC-SHA256", timestamp, scope.join("/"), hash(request)].join("\n");
  const key = scope.reduce((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  const user = sessionToken ? `${accessKeyId}%${sessionToken}` : accessKeyId;
  const password = `${timestamp}Z${hmac(key, signed).toString("hex")}`;
  const basic = Buffer.from(`${user}:${password}`).toString("base64");
  return { url: url.href, authorization: new Secret(`Authorization: Basic ${basic}`) };
}
function hash(text) {
  return createHash("sha256").update(text).digest("hex");
}
function hmac(key, text) {
  return createHmac("sha256", key).update(text).digest();
}
export {
  gitAccess,
  gitEndpoint,
  signGitAccess
};
