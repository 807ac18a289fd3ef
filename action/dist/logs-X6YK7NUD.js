import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  GetLogEvents$,
  commonParams
} from "./chunk-RL5TUY6I.js";
import {
  getEndpointPlugin,
  makeBuilder
} from "./chunk-GC2EWBOG.js";
import "./chunk-QWN2XBCS.js";
import "./chunk-PIRREV26.js";

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commandBuilder.js
var command=makeBuilder(commonParams,"Logs_20140328","CloudWatchLogsClient",getEndpointPlugin),_ep0={},_mw0=(o,a,m,n)=>[];
// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/GetLogEventsCommand.js
var GetLogEventsCommand=class extends command(_ep0,_mw0,"GetLogEvents",GetLogEvents$){};
// shared/aws/logs.ts
async function nextLines(client, { group, stream, after }) {
  const { events = [], nextForwardToken } = await client.send(
    new GetLogEventsCommand({
      logGroupName: group,
      logStreamName: stream,
      startFromHead: true,
      nextToken: after
    })
  );
  const lines = events.flatMap(({ message = "" }) => message.replace(/\r?\n$/, "").split(/\r?\n/));
  return { lines, next: nextForwardToken };
}
async function lastLines(client, { group, stream, count }) {
  const { events = [] } = await client.send(
    new GetLogEventsCommand({
      logGroupName: group,
      logStreamName: stream,
      startFromHead: false,
      // An event may hold several lines, or be empty.
      limit: count * 2
    })
  );
  const lines = events.flatMap(({ message = "" }) => message.split(/\r?\n/));
  return lines.filter((line) => line.trim() !== "").slice(-count);
}
export {
  lastLines,
  nextLines
};
