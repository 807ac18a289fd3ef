import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  attempt,
  cancelRun,
  createPorts,
  runOfVersion
} from "./chunk-PITQON3O.js";
import "./chunk-F5DHSUFE.js";
import "./chunk-3BTI3G27.js";
import "./chunk-5XC5YLYW.js";
import "./chunk-LGXC7PAR.js";
import "./chunk-VLXTKUZM.js";
import "./chunk-VVMFZSGZ.js";
import "./chunk-HG4T4G3U.js";

// action/clean-up.ts
async function cleanUp({ inputs, runner, pipelines }) {
  const { pipeline } = inputs;
  const id = runner.state("execution-id") || await findStarted({ inputs, runner, pipelines });
  if (id) await cancelRun({ pipeline, id }, inputs["on-cancel"], { pipelines, runner });
}
async function findStarted({ inputs, runner, pipelines }) {
  const { version, since } = JSON.parse(runner.state("starting"));
  return version ? runOfVersion(pipelines, { pipeline: inputs.pipeline, version, since }) : void 0;
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
