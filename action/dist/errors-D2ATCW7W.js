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
} from "./chunk-2SDY7ARV.js";
import "./chunk-3BTI3G27.js";
import "./chunk-PIRREV26.js";
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
