import { endProcesses } from '../../hosts/processes.ts';

/** Ends what left the build's process groups, as a daemon does: it still carries the build's environment. */
export function endLeftovers(buildId: string): Promise<void> {
  const mark = `CODEBUILD_BUILD_ID=${buildId}`;
  return endProcesses(({ environment }) => environment.split(/[\0 ]/).includes(mark));
}
