import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  HeadObjectCommand
} from "./chunk-CELDYDPX.js";
import {
  PutObjectCommand
} from "./chunk-B4EJIRBZ.js";
import {
  GetBucketVersioning$,
  _ep3,
  _mw0,
  command
} from "./chunk-EKCQOY5N.js";
import "./chunk-2L6XR6DV.js";
import {
  explaining,
  hasCode,
  isDenied,
  isNotFound
} from "./chunk-WW5URVZN.js";
import "./chunk-3BTI3G27.js";
import "./chunk-VCDE25CU.js";
import "./chunk-5PQR63RZ.js";
import "./chunk-LGXC7PAR.js";
import "./chunk-FFDQM5UG.js";
import "./chunk-VLXTKUZM.js";
import "./chunk-YEMAWUPG.js";
import "./chunk-VVMFZSGZ.js";
import "./chunk-PIRREV26.js";

// shared/aws/uploads.ts
const { createReadStream } = process.getBuiltinModule("fs");
const { readFile } = process.getBuiltinModule("fs/promises");

// node_modules/@aws-sdk/client-s3/dist-es/commands/GetBucketVersioningCommand.js
var GetBucketVersioningCommand=class extends command(_ep3,_mw0,"GetBucketVersioning",GetBucketVersioning$){};
// shared/aws/uploads.ts
var multipartFrom = 16 * 1024 * 1024;
var partSize = 5 * 1024 * 1024;
var partsAtOnce = 4;
function createObjectStore(clients, region) {
  return {
    async isVersioned(bucket) {
      const s3 = await clients.s3();
      const ask = () => s3.send(new GetBucketVersioningCommand({ Bucket: bucket }));
      const answer = await unlessDenied(explaining({ region, bucket }, ask));
      return answer && answer.Status === "Enabled";
    },
    async head(bucket, key) {
      const s3 = await clients.s3();
      const ask = () => s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      const answer = await unlessDenied(explaining({ region, bucket }, ask));
      return answer && stored(answer, answer.Metadata ?? {});
    },
    async put(request) {
      const s3 = await clients.s3();
      const { bucket, key, file, size, metadata, signal } = request;
      const params = {
        Bucket: bucket,
        Key: key,
        Metadata: { ...metadata },
        ContentType: "application/zip"
      };
      return explaining({ region, bucket }, async () => {
        if (size < multipartFrom) {
          const command2 = new PutObjectCommand({ ...params, Body: await readFile(file) });
          return stored(await s3.send(command2, { abortSignal: signal }), metadata);
        }
        const { Upload } = await import("./upload-RV2B3H3Z.js");
        const body = createReadStream(file, { highWaterMark: partSize, signal });
        const options = { params: { ...params, Body: body }, partSize, queueSize: partsAtOnce };
        return stored(await new Upload({ client: s3, ...options }).done(), metadata);
      });
    }
  };
}
async function unlessDenied(answer) {
  try {
    return await answer;
  } catch (error) {
    if (isDenied(error) || isNotFound(error) && !hasCode(error, "NoSuchBucket")) return void 0;
    throw error;
  }
}
function stored(answer, metadata) {
  const version = answer.VersionId === "null" ? void 0 : answer.VersionId;
  return { version, etag: answer.ETag?.replaceAll('"', ""), metadata };
}
export {
  createObjectStore
};
