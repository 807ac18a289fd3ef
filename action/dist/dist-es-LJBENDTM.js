import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
} from "./chunk-OTABDEVN.js";
import "./chunk-5PQR63RZ.js";
import "./chunk-LGXC7PAR.js";
import "./chunk-FFDQM5UG.js";
import "./chunk-VLXTKUZM.js";
import "./chunk-YEMAWUPG.js";
import "./chunk-VVMFZSGZ.js";
import "./chunk-PIRREV26.js";
export {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
};
