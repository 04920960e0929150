// How many cached pages a second the site, an nginx and a Varnish in front of it send, each on one core, alternating:
// node end2end/caches/measure.mjs, on a machine that does nothing else.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { freePort, serve } from "../support/server.mjs";
import { missing, startNginx, startVarnish } from "./nodes.mjs";

const run = promisify(execFile);
const PAGE = "/kalender/2026";
const CONNECTIONS = 64;
const SECONDS = 3;
const ROUNDS = 5;

const why = missing();
if (why) throw new Error(why);
const [launcher, port] = [["taskset", "-c", "0"], await freePort()];
const environment = { RUST_LOG: "warn", GULDKORN_PURGE: `http://127.0.0.1:${port}/` };
const site = await serve({ at: "2026-12-07T08:00", launcher, environment });
const [varnish, nginx] = [await startVarnish(site.url, { port, launcher }), await startNginx(site.url, { launcher })];
const sent = { site: [], varnish: [], nginx: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, { url }] of Object.entries({ site, varnish, nginx })) sent[name].push(await load(url + PAGE));
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ours = median(sent.site);
for (const [name, values] of Object.entries(sent)) {
  console.log(`${name.padEnd(8)} ${Math.round(median(values))} a second, ${(median(values) / ours).toFixed(2)} × the site`);
}
await Promise.all([varnish.stop(), nginx.stop()]);
await site.stop();

async function load(url) {
  await (await fetch(url, { headers: { "accept-encoding": "br" } })).arrayBuffer();
  const options = ["-t1", `-c${CONNECTIONS}`, `-d${SECONDS}s`, "-H", "Accept-Encoding: br"];
  const { stdout } = await run("taskset", ["-c", "1", "wrk", ...options, url]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${url} did not always respond as it should:\n${stdout}`);
  return Number(stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]);
}
