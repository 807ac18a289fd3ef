import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  UserError,
  messageOf
} from "./chunk-3BTI3G27.js";

// action/attempt.ts
async function attempt(runner, work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) {
      const { place } = error;
      runner.error(error.message, place && { place });
    } else {
      const id = crypto.randomUUID().slice(0, 8);
      runner.info(`[${id}] ${describe(error)}`);
      runner.error(`Sorry, something went wrong that should not have: ${messageOf(error)} [${id}]`);
    }
    return 1;
  }
}
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === void 0 ? "" : `
Caused by: ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

export {
  attempt
};
