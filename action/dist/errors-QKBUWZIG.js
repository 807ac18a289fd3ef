import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  explain,
  explaining,
  hasCode,
  isAlreadyAnswered,
  isDenied,
  isNotFound,
  isRefused,
  isThrottled,
  isTransient
} from "./chunk-F5DHSUFE.js";
import "./chunk-3BTI3G27.js";
import "./chunk-HG4T4G3U.js";
export {
  explain,
  explaining,
  hasCode,
  isAlreadyAnswered,
  isDenied,
  isNotFound,
  isRefused,
  isThrottled,
  isTransient
};
