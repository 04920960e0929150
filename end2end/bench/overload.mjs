// Four times what the server can do: how much of its best it still does, what the others notice, and how fast it is well again.
import { Editor } from "../caches/editor.mjs";
import { watchMemory } from "./measure.mjs";
import { openLoop, percentile } from "./open-loop.mjs";
import { serve } from "../support/server.mjs";

const POSTS = 1_000;
const SECONDS = 6;
const CONNECTIONS = 32;
const WORDS = ["arbete", "mod", "fönster", "handläggare", "kaffe", "dörr", "våren", "snö", "cykel", "stöd"];

/**
 * Searches that nobody has asked before, one core for the server. Returns how many a second were answered at its best and under
 * four times that, the memory in MB at its highest, the milliseconds of the slowest hundredth of others meanwhile, and those until a
 * search was answered again as fast as usual.
 */
export async function overload({ at, data }) {
  const site = await serve({ at, data, posts: POSTS, launcher: ["taskset", "-c", "0"], environment: { RUST_LOG: "error" } });
  let asked = 0;
  const search = () => `${site.url}/sok?q=${encodeURIComponent(`${WORDS[asked % 10]} ${(asked += 1)}`)}`;
  try {
    const editor = await Editor.logIn(site, site.url);
    const usual = await openLoop({ rate: 20, seconds: 2, next: search });
    const best = await closedLoop(search);
    const others = [
      { who: "a cached page", url: `${site.url}/kalender/2026` },
      { who: "a probe", url: `${site.url}/healthz` },
      { who: "the dashboard", url: `${site.url}/admin`, headers: { cookie: editor.cookie, accept: "text/html" } },
    ];
    const highest = watchMemory(site.pid);
    const [answers, ...noticed] = await Promise.all([
      openLoop({ rate: Math.ceil(best * 4), seconds: SECONDS, connections: 1_000, next: search }),
      ...others.map((other) => nowAndThen(other, SECONDS)),
    ]);
    const well = await wellAgainAfter(search, 3 * percentile(usual, 99));
    const answered = answers.filter(({ status }) => status === 200).length;
    return {
      best: Math.round(best),
      goodput: Math.round(answered / ((Math.max(...answers.map(({ at: end }) => end)) - answers[0].due) / 1_000)),
      refused: answers.filter(({ status }) => status === 503).length,
      failed: answers.filter(({ status }) => ![200, 503].includes(status)).length,
      refusedMs: percentile(answers.filter(({ status }) => status === 503), 50),
      memory: highest(),
      others: noticed.map(({ who, times, failed }) => ({ who, ms: times[Math.floor(times.length * 0.99)], failed })),
      wellAgainMs: well,
    };
  } finally {
    await site.stop();
  }
}

/** Returns the requests a second that are answered when each connection asks again as soon as it is answered. */
async function closedLoop(next) {
  const from = performance.now();
  let count = 0;
  const ask = async () => {
    while (performance.now() - from < SECONDS * 1_000) {
      const response = await fetch(next());
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${response.url} responded ${response.status}`);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  return count / ((performance.now() - from) / 1_000);
}

/** Asks twenty times a second at most, one after the other. */
async function nowAndThen({ who, url, headers }, seconds) {
  const until = performance.now() + seconds * 1_000;
  const times = [];
  let failed = 0;
  while (performance.now() < until) {
    const from = performance.now();
    const response = await fetch(url, { headers, redirect: "manual" });
    await response.arrayBuffer();
    times.push(performance.now() - from);
    if (response.status !== 200) failed += 1;
    await new Promise((later) => setTimeout(later, 50));
  }
  return { who, times: times.toSorted((a, b) => a - b), failed };
}

async function wellAgainAfter(next, withinMs) {
  const from = performance.now();
  for (;;) {
    const sent = performance.now();
    const response = await fetch(next());
    await response.arrayBuffer();
    if (response.status === 200 && performance.now() - sent <= withinMs) return performance.now() - from;
  }
}
