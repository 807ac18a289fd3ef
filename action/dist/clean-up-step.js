import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  cancelRun,
  changeFromMetadata,
  createPorts,
  findRun,
  tellLost
} from "./chunk-GC2EWBOG.js";
import {
  attempt
} from "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// action/clean-up.ts
async function cleanUp(ports) {
  const { inputs, runner, pipelines } = ports;
  const { pipeline } = inputs;
  const mode = inputs["on-cancel"];
  const known = runner.state("execution-id");
  const id = known || (mode === "leave" ? void 0 : await findStarted(ports));
  if (id) await cancelRun({ pipeline, id }, mode, { pipelines, runner });
}
async function findStarted(ports) {
  const { inputs, runner, pipelines } = ports;
  const { pipeline, variables } = inputs;
  const { since, start, sending } = JSON.parse(runner.state("starting"));
  if (start) return pipelines.start({ pipeline, variables, ...start });
  const revision = sending && (sending.revision ?? await uploadedVersion(sending, ports));
  if (!revision) return void 0;
  const { action, trigger } = sending;
  return findRun(
    pipelines,
    { pipeline, action, revision, since },
    { trigger, clock: ports.clock, atMost: patience }
  );
}
var patience = 9e4;
async function uploadedVersion({ object, workflowUrl }, { objects }) {
  if (!object || !workflowUrl) return void 0;
  const stored = await (await objects()).head(object.bucket, object.key);
  if (!stored || changeFromMetadata(stored.metadata).workflowUrl !== workflowUrl) return void 0;
  return stored.version;
}

// action/clean-up-step.ts
function cleanUpStep(step) {
  return attempt(step.runner, async () => {
    try {
      await cleanUp({ ...step, ...createPorts(step.region) });
    } finally {
      await tellLost(step);
    }
    return 0;
  });
}
export {
  cleanUpStep
};
