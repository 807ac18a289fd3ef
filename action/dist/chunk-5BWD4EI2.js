import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  PutObject$,
  _ep0,
  _mw11,
  command
} from "./chunk-2LF5NJ2V.js";

// node_modules/@aws-sdk/client-s3/dist-es/commands/PutObjectCommand.js
var PutObjectCommand=class extends command(_ep0,_mw11,"PutObject",PutObject$){};
export {
  PutObjectCommand
};
