// A file of its own: see context.ts.
export { getOctokit } from '@actions/github';
