import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  changeToMetadata
} from "./chunk-KORVMGYR.js";
import {
  UserError
} from "./chunk-3BTI3G27.js";

// shared/artifact/upload.ts
var hashName = "drawbridge-sha256";
var largest = 5 * 1024 ** 3;
async function upload(store, request) {
  const { bucket, key, file, size, hash, change, signal } = request;
  refuseTooLarge(size);
  if (await store.isVersioned(bucket) === false) throw new UserError(unversioned(bucket));
  const metadata = { ...changeToMetadata(change), [hashName]: hash };
  const newest = await store.head(bucket, key);
  if (newest?.version && isSame(newest.metadata, metadata)) {
    return { version: newest.version, etag: newest.etag, reused: true };
  }
  const { version, etag } = await store.put({ bucket, key, file, size, metadata, signal });
  if (!version) throw new UserError(unversioned(bucket));
  return { version, etag, reused: false };
}
function refuseTooLarge(size) {
  if (size <= largest) return;
  const gibibytes = (size / 1024 ** 3).toFixed(1);
  throw new UserError(
    `The artifact has ${gibibytes} GiB, and an S3 source of CodePipeline takes 5 at most: put less into it.`
  );
}
function isSame(a, b) {
  const decisive = [hashName, "drawbridge-repository", "drawbridge-commit", "drawbridge-ref"];
  return decisive.every((name) => a[name] === b[name]);
}
function unversioned(bucket) {
  return `The bucket ${bucket} keeps no versions, which an S3 source needs: turn them on with \`aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled\`.`;
}

export {
  upload,
  refuseTooLarge
};
