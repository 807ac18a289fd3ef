import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  createReasonFinder,
  describeAction
} from "./chunk-CCX32LV5.js";
import "./chunk-2LXRS4DD.js";
import "./chunk-HG4T4G3U.js";
export {
  createReasonFinder,
  describeAction
};
