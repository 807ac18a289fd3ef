// A file of its own: see s3.ts.
export { Upload } from '@aws-sdk/lib-storage';
