import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  HeadObjectCommand
} from "./chunk-VQGY2QR7.js";
import {
  PutObjectCommand
} from "./chunk-5BWD4EI2.js";
import {
  CopyObject$,
  GetBucketNotificationConfiguration$,
  GetBucketVersioning$,
  _ep1,
  _ep3,
  _mw0,
  _mw1,
  command
} from "./chunk-2LF5NJ2V.js";
import {
  explaining,
  hasCode,
  isDenied,
  isNotFound
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// shared/aws/uploads.ts
const { createReadStream } = process.getBuiltinModule("fs");
const { readFile } = process.getBuiltinModule("fs/promises");

// node_modules/@aws-sdk/client-s3/dist-es/commands/CopyObjectCommand.js
var CopyObjectCommand=class extends command(_ep1,_mw1,"CopyObject",CopyObject$){};
// node_modules/@aws-sdk/client-s3/dist-es/commands/GetBucketNotificationConfigurationCommand.js
var GetBucketNotificationConfigurationCommand=class extends command(_ep3,_mw0,"GetBucketNotificationConfiguration",GetBucketNotificationConfiguration$){};
// node_modules/@aws-sdk/client-s3/dist-es/commands/GetBucketVersioningCommand.js
var GetBucketVersioningCommand=class extends command(_ep3,_mw0,"GetBucketVersioning",GetBucketVersioning$){};
// shared/aws/uploads.ts
var multipartFrom = 16 * 1024 * 1024;
var partSize = 5 * 1024 * 1024;
var partsAtOnce = 4;
var readSize = 256 * 1024;
function createObjectStore(clients, region) {
  return {
    async isVersioned(bucket) {
      const s3 = await clients.s3();
      const ask = () => s3.send(new GetBucketVersioningCommand({ Bucket: bucket }));
      const answer = await unlessDenied(explaining({ region, bucket }, ask));
      return answer && answer.Status === "Enabled";
    },
    async tellsEventBridge(bucket) {
      const s3 = await clients.s3();
      const ask = () => s3.send(new GetBucketNotificationConfigurationCommand({ Bucket: bucket }));
      const answer = await unlessDenied(explaining({ region, bucket }, ask));
      return answer && answer.EventBridgeConfiguration !== void 0;
    },
    async head(bucket, key) {
      const s3 = await clients.s3();
      const ask = () => s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      const answer = await unlessDenied(explaining({ region, bucket }, ask));
      return answer && stored(answer, answer.Metadata ?? {});
    },
    async put(request) {
      const s3 = await clients.s3();
      const { bucket, file, size, metadata, signal } = request;
      const params = paramsOf(request);
      return explaining({ region, bucket, needs: permissionOf(request) }, async () => {
        if (size < multipartFrom) {
          const command2 = new PutObjectCommand({ ...params, Body: await readFile(file) });
          return stored(await s3.send(command2, { abortSignal: signal }), metadata);
        }
        const { Upload } = await import("./upload-36TYA3LV.js");
        const body = createReadStream(file, { highWaterMark: readSize, signal });
        const options = { params: { ...params, Body: body }, partSize, queueSize: partsAtOnce };
        return stored(await new Upload({ client: s3, ...options }).done(), metadata);
      });
    },
    async copy(request) {
      const s3 = await clients.s3();
      const { bucket, key, version, metadata, signal } = request;
      const CopySource = `${bucket}/${encodeURIComponent(key)}?versionId=${encodeURIComponent(version)}`;
      const command2 = new CopyObjectCommand({
        ...paramsOf(request),
        CopySource,
        MetadataDirective: "REPLACE"
      });
      return explaining({ region, bucket, needs: permissionOf(request) }, async () => {
        const { CopyObjectResult, VersionId } = await s3.send(command2, { abortSignal: signal });
        return stored({ VersionId, ETag: CopyObjectResult?.ETag }, metadata);
      });
    }
  };
}
function permissionOf({ bucket, key }) {
  return `s3:PutObject on arn:aws:s3:::${bucket}/${key}`;
}
function paramsOf({ bucket, key, metadata, kmsKey }) {
  return {
    Bucket: bucket,
    Key: key,
    Metadata: { ...metadata },
    ContentType: "application/zip",
    ...kmsKey && { ServerSideEncryption: "aws:kms", SSEKMSKeyId: kmsKey }
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
