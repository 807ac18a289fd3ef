import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  PutObjectCommand
} from "./chunk-5BWD4EI2.js";
import {
  AbortMultipartUpload$,
  CompleteMultipartUpload$,
  CreateMultipartUpload$,
  PutObjectTagging$,
  UploadPart$,
  _ep0,
  _ep5,
  _mw0,
  _mw1,
  _mw13,
  _mw5,
  command
} from "./chunk-2LF5NJ2V.js";
import {
  extendedEncodeURIComponent,
  getEndpointFromInstructions,
  toEndpointV1
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// node_modules/@aws-sdk/client-s3/dist-es/commands/AbortMultipartUploadCommand.js
var AbortMultipartUploadCommand=class extends command(_ep0,_mw0,"AbortMultipartUpload",AbortMultipartUpload$){};
// node_modules/@aws-sdk/client-s3/dist-es/commands/CompleteMultipartUploadCommand.js
var CompleteMultipartUploadCommand=class extends command(_ep0,_mw1,"CompleteMultipartUpload",CompleteMultipartUpload$){};
// node_modules/@aws-sdk/client-s3/dist-es/commands/CreateMultipartUploadCommand.js
var CreateMultipartUploadCommand=class extends command(_ep0,_mw1,"CreateMultipartUpload",CreateMultipartUpload$){};
// node_modules/@aws-sdk/client-s3/dist-es/commands/PutObjectTaggingCommand.js
var PutObjectTaggingCommand=class extends command(_ep5,_mw5,"PutObjectTagging",PutObjectTagging$){};
// node_modules/@aws-sdk/client-s3/dist-es/commands/UploadPartCommand.js
var UploadPartCommand=class extends command(_ep0,_mw13,"UploadPart",UploadPart$){};
// node_modules/@aws-sdk/client-s3/dist-es/models/enums.js
var ChecksumAlgorithm={CRC32:"CRC32",CRC32C:"CRC32C",CRC64NVME:"CRC64NVME",MD5:"MD5",SHA1:"SHA1",SHA256:"SHA256",SHA512:"SHA512",XXHASH128:"XXHASH128",XXHASH3:"XXHASH3",XXHASH64:"XXHASH64"};
// node_modules/@aws-sdk/lib-storage/dist-es/Upload.js
const{EventEmitter}=process.getBuiltinModule("events");
// node_modules/@aws-sdk/lib-storage/dist-es/byteLength.js
const{Buffer}=process.getBuiltinModule("buffer");
// node_modules/@aws-sdk/lib-storage/dist-es/runtimeConfig.js
const{ReadStream,statSync}=process.getBuiltinModule("fs");
// node_modules/@aws-sdk/lib-storage/dist-es/runtimeConfig.shared.js
var runtimeConfigShared={statSync:()=>{},isFileReadStream(e){return!1}};
// node_modules/@aws-sdk/lib-storage/dist-es/runtimeConfig.js
var runtimeConfig={...runtimeConfigShared,runtime:"node",statSync,isFileReadStream(e){return e instanceof ReadStream}};
// node_modules/@aws-sdk/lib-storage/dist-es/byteLength.js
var byteLength=e=>{if(e==null)return 0;if(typeof e=="string")return Buffer.byteLength(e);if(typeof e.byteLength=="number")return e.byteLength;if(typeof e.length=="number")return e.length;if(typeof e.size=="number")return e.size;if(typeof e.start=="number"&&typeof e.end=="number")return e.end+1-e.start;if(runtimeConfig.isFileReadStream(e))try{return runtimeConfig.statSync(e.path).size}catch{return}};
// node_modules/@aws-sdk/lib-storage/dist-es/byteLengthSource.js
var BYTE_LENGTH_SOURCE;(function(e){e.EMPTY_INPUT="a null or undefined Body",e.CONTENT_LENGTH="the ContentLength property of the params set by the caller",e.STRING_LENGTH="the encoded byte length of the Body string",e.TYPED_ARRAY="the byteLength of a typed byte array such as Uint8Array",e.LENGTH="the value of Body.length",e.SIZE="the value of Body.size",e.START_END_DIFF="the numeric difference between Body.start and Body.end",e.STAT="the size of the file given by Body.path on disk as reported by statSync"})(BYTE_LENGTH_SOURCE||(BYTE_LENGTH_SOURCE={}));var byteLengthSource=(e,t)=>{if(t!=null)return BYTE_LENGTH_SOURCE.CONTENT_LENGTH;if(e==null)return BYTE_LENGTH_SOURCE.EMPTY_INPUT;if(typeof e=="string")return BYTE_LENGTH_SOURCE.STRING_LENGTH;if(typeof e.byteLength=="number")return BYTE_LENGTH_SOURCE.TYPED_ARRAY;if(typeof e.length=="number")return BYTE_LENGTH_SOURCE.LENGTH;if(typeof e.size=="number")return BYTE_LENGTH_SOURCE.SIZE;if(typeof e.start=="number"&&typeof e.end=="number")return BYTE_LENGTH_SOURCE.START_END_DIFF;if(runtimeConfig.isFileReadStream(e))try{return runtimeConfig.statSync(e.path).size,BYTE_LENGTH_SOURCE.STAT}catch{return}};
// node_modules/@aws-sdk/lib-storage/dist-es/chunker.js
const{Buffer:Buffer5}=process.getBuiltinModule("buffer"),{Readable}=process.getBuiltinModule("stream");
// node_modules/@aws-sdk/lib-storage/dist-es/chunks/getChunkStream.js
const{Buffer:Buffer2}=process.getBuiltinModule("buffer");async function*getChunkStream(h,t,s){let u=1;const n={chunks:[],length:0};for await(const e of s(h))for(n.chunks.push(e),n.length+=e.byteLength;n.length>t;){const c=n.chunks.length>1?Buffer2.concat(n.chunks):n.chunks[0];yield{partNumber:u,data:c.subarray(0,t)},n.chunks=[c.subarray(t)],n.length=n.chunks[0].byteLength,u+=1}yield{partNumber:u,data:n.chunks.length!==1?Buffer2.concat(n.chunks):n.chunks[0],lastPart:!0}}
// node_modules/@aws-sdk/lib-storage/dist-es/chunks/getChunkUint8Array.js
async function*getChunkUint8Array(r,y){let a=1,t=0,e=y;for(;e<r.byteLength;)yield{partNumber:a,data:r.subarray(t,e)},a+=1,t=e,e=t+y;yield{partNumber:a,data:r.subarray(t),lastPart:!0}}
// node_modules/@aws-sdk/lib-storage/dist-es/chunks/getDataReadable.js
const{Buffer:Buffer3}=process.getBuiltinModule("buffer");async function*getDataReadable(f){for await(const e of f)Buffer3.isBuffer(e)||e instanceof Uint8Array?yield e:yield Buffer3.from(e)}
// node_modules/@aws-sdk/lib-storage/dist-es/chunks/getDataReadableStream.js
const{Buffer:Buffer4}=process.getBuiltinModule("buffer");async function*getDataReadableStream(a){const t=a.getReader();try{for(;;){const{done:r,value:e}=await t.read();if(r)return;Buffer4.isBuffer(e)||e instanceof Uint8Array?yield e:yield Buffer4.from(e)}}catch(r){throw r}finally{t.releaseLock()}}
// node_modules/@aws-sdk/lib-storage/dist-es/chunker.js
var getChunk=(e,r)=>{if(e instanceof Uint8Array)return getChunkUint8Array(e,r);if(e instanceof Readable)return getChunkStream(e,r,getDataReadable);if(e instanceof String||typeof e=="string")return getChunkUint8Array(Buffer5.from(e),r);if(typeof e.stream=="function")return getChunkStream(e.stream(),r,getDataReadableStream);if(e instanceof ReadableStream)return getChunkStream(e,r,getDataReadableStream);throw new Error("Body Data is unsupported format, expected data to be one of: string | Uint8Array | Buffer | Readable | ReadableStream | Blob;.")};
// node_modules/@aws-sdk/lib-storage/dist-es/Upload.js
var Upload=class p extends EventEmitter{static MIN_PART_SIZE=5242880;MAX_PARTS=1e4;queueSize=4;partSize;leavePartsOnError=!1;tags=[];client;params;totalBytes;totalBytesSource;bytesUploadedSoFar;abortController;concurrentUploaders=[];createMultiPartPromise;abortMultipartUploadCommand=null;uploadedParts=[];uploadEnqueuedPartsCount=0;expectedPartsCount;uploadId;uploadEvent;isMultiPart=!0;singleUploadResult;sent=!1;constructor(t){if(super(),this.queueSize=t.queueSize||this.queueSize,this.leavePartsOnError=t.leavePartsOnError||this.leavePartsOnError,this.tags=t.tags||this.tags,this.client=t.client,this.params=t.params,!this.params)throw new Error("InputError: Upload requires params to be passed to upload.");this.totalBytes=this.params.ContentLength??byteLength(this.params.Body),this.totalBytesSource=byteLengthSource(this.params.Body,this.params.ContentLength),this.bytesUploadedSoFar=0,this.abortController=t.abortController??new AbortController,this.partSize=t.partSize||Math.max(p.MIN_PART_SIZE,Math.ceil((this.totalBytes||0)/this.MAX_PARTS)),this.totalBytes!==void 0&&(this.expectedPartsCount=Math.ceil(this.totalBytes/this.partSize)),this.__validateInput()}async abort(){this.abortController.abort()}async done(){if(this.sent)throw new Error("@aws-sdk/lib-storage: this instance of Upload has already executed .done(). Create a new instance.");return this.sent=!0,await Promise.race([this.__doMultipartUpload(),this.__abortTimeout(this.abortController.signal)])}on(t,e){return this.uploadEvent=t,super.on(t,e)}async __uploadUsingPut(t){this.isMultiPart=!1;const e={...this.params,Body:t.data},r=this.client.config,o=r.requestHandler,s=o instanceof EventEmitter?o:null,n=d=>{this.bytesUploadedSoFar=d.loaded,this.totalBytes=d.total,this.__notifyProgress({loaded:this.bytesUploadedSoFar,total:this.totalBytes,part:t.partNumber,Key:this.params.Key,Bucket:this.params.Bucket})};s!==null&&s.on("xhr.upload.progress",n);const u=await Promise.all([this.client.send(new PutObjectCommand(e)),r?.endpoint?.()]),i=u[0];let a=u[1];if(a||(a=toEndpointV1(await getEndpointFromInstructions(e,PutObjectCommand,{...r}))),!a)throw new Error('Could not resolve endpoint from S3 "client.config.endpoint()" nor EndpointsV2.');s!==null&&s.off("xhr.upload.progress",n);const l=this.params.Key.split("/").map(d=>extendedEncodeURIComponent(d)).join("/"),h=extendedEncodeURIComponent(this.params.Bucket),b=(()=>{const d=a.hostname.startsWith(`${h}.`),C=this.client.config.forcePathStyle,c=a.port?`:${a.port}`:"";return C?`${a.protocol}//${a.hostname}${c}/${h}/${l}`:d?`${a.protocol}//${a.hostname}${c}/${l}`:`${a.protocol}//${h}.${a.hostname}${c}/${l}`})();this.singleUploadResult={...i,Bucket:this.params.Bucket,Key:this.params.Key,Location:b};const m=byteLength(t.data);this.__notifyProgress({loaded:m,total:m,part:1,Key:this.params.Key,Bucket:this.params.Bucket})}async __createMultipartUpload(){const t=await this.client.config.requestChecksumCalculation();if(!this.createMultiPartPromise){const e={...this.params,Body:void 0};t==="WHEN_SUPPORTED"&&(e.ChecksumAlgorithm=this.params.ChecksumAlgorithm||ChecksumAlgorithm.CRC32),this.createMultiPartPromise=this.client.send(new CreateMultipartUploadCommand(e)).then(r=>(this.abortMultipartUploadCommand=new AbortMultipartUploadCommand({Bucket:this.params.Bucket,Key:this.params.Key,UploadId:r.UploadId}),r))}return this.createMultiPartPromise}async __doConcurrentUpload(t){for await(const e of t){if(this.uploadEnqueuedPartsCount>this.MAX_PARTS)throw new Error(`Exceeded ${this.MAX_PARTS} parts in multipart upload to Bucket: ${this.params.Bucket} Key: ${this.params.Key}.`);if(this.abortController.signal.aborted)return;if(e.partNumber===1&&e.lastPart)return await this.__uploadUsingPut(e);if(!this.uploadId){const{UploadId:a}=await this.__createMultipartUpload();if(this.uploadId=a,this.abortController.signal.aborted)return}const r=byteLength(e.data)||0,o=this.client.config.requestHandler,s=o instanceof EventEmitter?o:null;let n=0;const u=(a,l)=>{(Number(l.query.partNumber)||-1)===e.partNumber&&(a.total&&r&&(this.bytesUploadedSoFar+=a.loaded-n,n=a.loaded),this.__notifyProgress({loaded:this.bytesUploadedSoFar,total:this.totalBytes,part:e.partNumber,Key:this.params.Key,Bucket:this.params.Bucket}))};s!==null&&s.on("xhr.upload.progress",u),this.uploadEnqueuedPartsCount+=1,this.__validateUploadPart(e);const i=await this.client.send(new UploadPartCommand({...this.params,ContentLength:void 0,UploadId:this.uploadId,Body:e.data,PartNumber:e.partNumber}));if(s!==null&&s.off("xhr.upload.progress",u),this.abortController.signal.aborted)return;if(!i.ETag)throw new Error(`Part ${e.partNumber} is missing ETag in UploadPart response. Missing Bucket CORS configuration for ETag header?`);this.uploadedParts.push({PartNumber:e.partNumber,ETag:i.ETag,...i.ChecksumCRC32&&{ChecksumCRC32:i.ChecksumCRC32},...i.ChecksumCRC32C&&{ChecksumCRC32C:i.ChecksumCRC32C},...i.ChecksumSHA1&&{ChecksumSHA1:i.ChecksumSHA1},...i.ChecksumSHA256&&{ChecksumSHA256:i.ChecksumSHA256}}),s===null&&(this.bytesUploadedSoFar+=r),this.__notifyProgress({loaded:this.bytesUploadedSoFar,total:this.totalBytes,part:e.partNumber,Key:this.params.Key,Bucket:this.params.Bucket})}}async __doMultipartUpload(){const t=getChunk(this.params.Body,this.partSize),e=[];for(let o=0;o<this.queueSize;o++){const s=this.__doConcurrentUpload(t).catch(n=>{e.push(n)});this.concurrentUploaders.push(s)}if(await Promise.all(this.concurrentUploaders),e.length>=1)throw await this.markUploadAsAborted(),e[0];if(this.abortController.signal.aborted)throw await this.markUploadAsAborted(),Object.assign(new Error("Upload aborted."),{name:"AbortError"});let r;if(this.isMultiPart){const{expectedPartsCount:o,uploadedParts:s,totalBytes:n,totalBytesSource:u}=this;if(n!==void 0&&o!==void 0&&s.length!==o)throw await this.markUploadAsAborted(),new Error(`Expected ${o} part(s) but uploaded ${s.length} part(s).
The expected part count is based on the byte-count of the input.params.Body,
which was read from ${u} and is ${n}.
If this is not correct, provide an override value by setting a number
to input.params.ContentLength in bytes.
`);this.uploadedParts.sort((a,l)=>a.PartNumber-l.PartNumber);const i={...this.params,Body:void 0,UploadId:this.uploadId,MultipartUpload:{Parts:this.uploadedParts}};try{r=await this.client.send(new CompleteMultipartUploadCommand(i))}catch(a){throw await this.markUploadAsAborted().catch(l=>{a instanceof Error&&a.cause===void 0&&(a.cause=l)}),a}typeof r?.Location=="string"&&r.Location.includes("%2F")&&(r.Location=r.Location.replace(/%2F/g,"/"))}else r=this.singleUploadResult;return this.abortMultipartUploadCommand=null,this.tags.length&&await this.client.send(new PutObjectTaggingCommand({...this.params,Tagging:{TagSet:this.tags}})),r}async markUploadAsAborted(){this.uploadId&&!this.leavePartsOnError&&this.abortMultipartUploadCommand!==null&&(await this.client.send(this.abortMultipartUploadCommand),this.abortMultipartUploadCommand=null)}__notifyProgress(t){this.uploadEvent&&this.emit(this.uploadEvent,t)}async __abortTimeout(t){return new Promise((e,r)=>{t.onabort=()=>{const o=new Error("Upload aborted.");o.name="AbortError",r(o)}})}__validateUploadPart(t){const e=byteLength(t.data);if(e===void 0)throw new Error(`A dataPart was generated without a measurable data chunk size for part number ${t.partNumber}`);if(!(t.partNumber===1&&t.lastPart)&&!t.lastPart&&e!==this.partSize)throw new Error(`The byte size for part number ${t.partNumber}, size ${e} does not match expected size ${this.partSize}`)}__validateInput(){if(!this.client)throw new Error("InputError: Upload requires a AWS client to do uploads with.");if(this.partSize<p.MIN_PART_SIZE)throw new Error(`EntityTooSmall: Your proposed upload part size [${this.partSize}] is smaller than the minimum allowed size [${p.MIN_PART_SIZE}] (5MB)`);if(this.queueSize<1)throw new Error("Queue size: Must have at least one uploading queue.")}};
export {
  Upload
};
