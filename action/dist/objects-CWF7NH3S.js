import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  HeadObjectCommand
} from "./chunk-CELDYDPX.js";
import "./chunk-EKCQOY5N.js";
import "./chunk-2L6XR6DV.js";
import "./chunk-VCDE25CU.js";
import "./chunk-5PQR63RZ.js";
import "./chunk-LGXC7PAR.js";
import "./chunk-FFDQM5UG.js";
import "./chunk-VLXTKUZM.js";
import "./chunk-YEMAWUPG.js";
import "./chunk-VVMFZSGZ.js";
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
