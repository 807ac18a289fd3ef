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
} from "./chunk-2LXRS4DD.js";
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
