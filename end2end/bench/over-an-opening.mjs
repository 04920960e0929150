// Readers who ask without a pause while a door opens: who gets it early, who late, and who waits.
import { percentile } from "./open-loop.mjs";
import { serve } from "../support/server.mjs";
import { steadyLoad } from "./steady-load.mjs";

/** Forty seconds before the door of the 8th opens: pages are rendered ahead thirty seconds before. */
const AT = "2026-12-07T23:59:20";
const DOOR = "/kalender/2026/lucka/8";
export const SECONDS = 9;
const WARM = ["/", "/kalender/2026", "/kalender/2026?vy=lista", DOOR, "/blogg", "/feed.xml"];
/** How far the two clocks may be apart, in milliseconds: the server tells its own in whole milliseconds. */
const TOLERANCE_MS = 25;

export async function overAnOpening({ data, rate }) {
  const site = await serve({ at: AT, data, launcher: ["taskset", "-c", "0"], environment: { RUST_LOG: "warn" } });
  try {
    for (const path of WARM) for (let n = 0; n < 5; n++) await (await fetch(site.url + path)).arrayBuffer();
    const opening = await opensAt(site);
    await new Promise((later) => setTimeout(later, opening - performance.now() - 6_000));
    const asking = (path) => steadyLoad({ url: site.url + path, rate: rate / 2, seconds: SECONDS });
    const [doors, editions] = await Promise.all([DOOR, "/kalender/2026"].map(asking));
    const answers = [...doors, ...editions];
    const within = (from, to) => answers.filter(({ due }) => due >= opening + from && due < opening + to);
    return {
      asked: answers.length,
      early: doors.filter(({ status, at }) => status === 200 && at < opening - TOLERANCE_MS).length,
      late: doors.filter(({ status, due }) => status !== 200 && due > opening + TOLERANCE_MS).length,
      failed: answers.filter(({ status }) => ![200, 403].includes(status)).length,
      usualMs: percentile(within(-4_000, -500), 99),
      openingMs: percentile(within(0, 1_000), 99),
    };
  } finally {
    await site.stop();
  }
}

/** When the next door opens, by `performance.now()`. */
async function opensAt(site) {
  const times = [];
  for (let n = 0; n < 5; n++) {
    const sent = performance.now();
    const states = await (await fetch(`${site.url}/api/calendar/board?slug=2026`)).json();
    times.push((sent + performance.now()) / 2 + states.next_change_in);
  }
  return times.toSorted((a, b) => a - b)[2];
}
