import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  HeadObjectCommand
} from "./chunk-VQGY2QR7.js";
import "./chunk-2LF5NJ2V.js";
import "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// shared/aws/objects.ts
async function readMetadata(s3, object) {
  const { bucket, key, version } = object;
  const { Metadata } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key, VersionId: version }));
  return Metadata ?? {};
}
export {
  readMetadata
};
