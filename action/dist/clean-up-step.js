import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  attempt,
  cancelRun,
  createPorts,
  runOfVersion
} from "./chunk-UONRVQNZ.js";
import "./chunk-2LXRS4DD.js";
import "./chunk-5XC5YLYW.js";
import "./chunk-LGXC7PAR.js";
import "./chunk-VLXTKUZM.js";
import "./chunk-VVMFZSGZ.js";
import "./chunk-HG4T4G3U.js";

// action/clean-up.ts
async function cleanUp({ inputs, runner, pipelines }) {
  const { pipeline } = inputs;
  const id = runner.state("execution-id") || await runOfVersion(pipelines, { pipeline, version: runner.state("starting") });
  if (id) await cancelRun({ pipeline, id }, inputs["on-cancel"], { pipelines, runner });
}

// action/clean-up-step.ts
function cleanUpStep(step) {
  return attempt(step.runner, async () => {
    await cleanUp({ ...step, pipelines: createPorts(step.region).pipelines });
    return 0;
  });
}
export {
  cleanUpStep
};
