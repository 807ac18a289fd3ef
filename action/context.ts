// A file of its own: imported when it is needed, a bundler keeps this one object of the package and no more.
export { context } from '@actions/github';
