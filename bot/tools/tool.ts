import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { messageOf, UserError } from '../../shared/errors.ts';

/** Runs a tool of the command line. What the operator can mend is said as it is, and the exit code is 1. */
export async function runTool(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** What stands behind the tool's name. */
export function readArguments<Options extends ParseArgsOptionsConfig>(options: Options, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new UserError(`${messageOf(error)}\n${usage}`, { cause: error });
  }
}
