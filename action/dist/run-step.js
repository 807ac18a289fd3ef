import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  runStep
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";
export {
  runStep
};
