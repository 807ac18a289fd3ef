import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  HeadObject$,
  _ep0,
  _mw8,
  command
} from "./chunk-2LF5NJ2V.js";

// node_modules/@aws-sdk/client-s3/dist-es/commands/HeadObjectCommand.js
var HeadObjectCommand=class extends command(_ep0,_mw8,"HeadObject",HeadObject$){};
export {
  HeadObjectCommand
};
