// A file of its own: imported at run time, a bundler keeps this one class of the package and no more.
export { CodeDeployClient } from '@aws-sdk/client-codedeploy';
