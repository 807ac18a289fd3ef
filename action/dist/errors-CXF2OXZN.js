import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  explain,
  explaining,
  hasCode,
  isAlreadyAnswered,
  isDenied,
  isExpired,
  isNotFound,
  isRefused,
  isThrottled,
  isTransient
} from "./chunk-WW5URVZN.js";
import "./chunk-3BTI3G27.js";
import "./chunk-PIRREV26.js";
export {
  explain,
  explaining,
  hasCode,
  isAlreadyAnswered,
  isDenied,
  isExpired,
  isNotFound,
  isRefused,
  isThrottled,
  isTransient
};
