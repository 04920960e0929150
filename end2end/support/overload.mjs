// More than the site can do: searches that nobody has asked before, four times as many as it answers at its best.
import { readFileSync } from "node:fs";
import { openLoop, percentile } from "./open-loop.mjs";
import { serve } from "./server.mjs";

const SECONDS = 4;
let asked = 0;

export async function overload({ at, data }) {
  const site = await serve({ at, data, launcher: ["taskset", "-c", "0"], environment: { RUST_LOG: "error" } });
  try {
    const search = () => `${site.url}/sok?q=ord${(asked += 1)}`;
    const run = (rate, seconds = SECONDS) => openLoop({ rate, seconds, connections: 1_024, next: search });
    const good = (answers) => answers.filter(({ status }) => status === 200).length / SECONDS;
    // What it answers at its best: more and more, until it no longer answers all.
    let best = 0;
    for (let rate = 100; ; rate = Math.round(rate * 1.3)) {
      const answered = good(await run(rate));
      best = Math.max(best, answered);
      if (answered < rate * 0.95) break;
    }
    const pages = openLoop({ rate: 50, seconds: SECONDS, next: () => `${site.url}/kalender/2026` });
    const flood = await run(Math.round(best * 4));
    const refused = flood.filter(({ status }) => status === 503);
    const memoryMB = peakKB(site.pid) / 1_024;
    await new Promise((later) => setTimeout(later, 1_000));
    const after = await run(Math.round(best / 4), 1);
    return {
      best: Math.round(best),
      ratio: good(flood) / best,
      refused: refused.length,
      lost: flood.filter(({ status }) => ![200, 503].includes(status)).length,
      refusedMs: percentile(refused, 50),
      cachedMs: percentile(await pages, 99),
      memoryMB: Math.round(memoryMB),
      isWell: after.every(({ status }) => status === 200),
    };
  } finally {
    await site.stop();
  }
}

const peakKB = (pid) => Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]);
