import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  attempt,
  checkFiles
} from "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// action/check-step.ts
function checkStep({
  inputs,
  runner,
  job
}) {
  return attempt(runner, async () => {
    const checked = await checkFiles(inputs, { ...job, runner });
    runner.info(
      checked.length > 0 ? `Nothing is wrong with ${checked.join(", ")}.` : "There is nothing to check."
    );
    return 0;
  });
}
export {
  checkStep
};
