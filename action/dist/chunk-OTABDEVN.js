import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  setCredentialFeature
} from "./chunk-5PQR63RZ.js";
import {
  CredentialsProviderError
} from "./chunk-VLXTKUZM.js";

// node_modules/@aws-sdk/credential-provider-env/dist-es/fromEnv.js
var ENV_KEY="AWS_ACCESS_KEY_ID",ENV_SECRET="AWS_SECRET_ACCESS_KEY",ENV_SESSION="AWS_SESSION_TOKEN",ENV_EXPIRATION="AWS_CREDENTIAL_EXPIRATION",ENV_CREDENTIAL_SCOPE="AWS_CREDENTIAL_SCOPE",ENV_ACCOUNT_ID="AWS_ACCOUNT_ID",fromEnv=e=>async()=>{e?.logger?.debug("@aws-sdk/credential-provider-env - fromEnv");const r=process.env[ENV_KEY],n=process.env[ENV_SECRET],s=process.env[ENV_SESSION],E=process.env[ENV_EXPIRATION],o=process.env[ENV_CREDENTIAL_SCOPE],c=process.env[ENV_ACCOUNT_ID];if(r&&n){const _={accessKeyId:r,secretAccessKey:n,...s&&{sessionToken:s},...E&&{expiration:new Date(E)},...o&&{credentialScope:o},...c&&{accountId:c}};return setCredentialFeature(_,"CREDENTIALS_ENV_VARS","g"),_}throw new CredentialsProviderError("Unable to find environment variable credentials.",{logger:e?.logger})};
export {
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  ENV_EXPIRATION,
  ENV_CREDENTIAL_SCOPE,
  ENV_ACCOUNT_ID,
  fromEnv
};
