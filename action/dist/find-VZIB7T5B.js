import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  createReasonFinder,
  describeAction
} from "./chunk-UEPXS5BW.js";
import "./chunk-F5DHSUFE.js";
import "./chunk-3BTI3G27.js";
import "./chunk-HG4T4G3U.js";
export {
  createReasonFinder,
  describeAction
};
