// How many cached pages a second the site, an nginx and a Varnish in front of it send, each on one core, alternating.
import { startNginx, startVarnish } from "../caches/nodes.mjs";
import { freePort, serve } from "../support/server.mjs";
import { load } from "./beside-nginx.mjs";

const PAGE = "/kalender/2026";
const ROUNDS = 5;

/** Returns the requests per second of each, the median of the rounds. */
export async function besideCaches(options) {
  const [launcher, port] = [["taskset", "-c", "0"], await freePort()];
  const environment = { RUST_LOG: "warn", GULDKORN_PURGE: `http://127.0.0.1:${port}/` };
  const site = await serve({ ...options, launcher, environment });
  const [varnish, nginx] = [await startVarnish(site.url, { port, launcher }), await startNginx(site.url, { launcher })];
  try {
    const sent = { site: [], varnish: [], nginx: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, { url }] of Object.entries({ site, varnish, nginx })) {
        await (await fetch(url + PAGE, { headers: { "accept-encoding": "br" } })).arrayBuffer();
        sent[name].push(await load(url + PAGE));
      }
    }
    const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
    return Object.fromEntries(Object.entries(sent).map(([name, values]) => [name, median(values)]));
  } finally {
    await Promise.all([varnish.stop(), nginx.stop()]);
    await site.stop();
  }
}
