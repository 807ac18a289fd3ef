/** A page of the AWS console. `path` has its parts encoded already. */
export function consolePage(region: string, path: string): string {
  return `https://${region}.console.aws.amazon.com/${path}`;
}
