// Measures how long an uncached page takes, on a blog of many years.
import { Agent, get } from "node:http";
import { Editor } from "../caches/editor.mjs";
import { serve } from "../support/server.mjs";

const range = (length, item) => Array.from({ length }, (_, index) => item(index + 1));
const CHANGES = 30;
const WORDS = ["arbete", "mod", "fönster", "handläggare", "kaffe", "dörr", "våren", "snö", "cykel", "stöd"];

/** The generated posts are written before the server listens. */
const FILLS_WITHIN_MS = 600_000;

/** URLs of each kind of page, each requested once, so that none comes from the page cache. */
const KINDS = {
  list: range(100, (n) => `/blogg?sida=${n * 9}`),
  month: range(100, (n) => `/blogg/${2011 + Math.floor(n / 12)}/${String((n % 12) + 1).padStart(2, "0")}`),
  tag: range(100, (n) => `/etikett/amne-${n}`),
  post: range(100, (n) => `/inlagg/text-${n * 97}`),
  search: range(100, (n) => `/sok?q=${encodeURIComponent(`${WORDS[n % 10]} ${WORDS[(n * 7 + 3) % 10]} ${n}`)}`),
};

/** Returns the milliseconds for each of a hundred pages of each kind. */
export async function uncachedPages({ at, data, posts }) {
  const site = await serve({ at, data, posts, startsWithinMs: FILLS_WITHIN_MS });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    await fetchOnce(agent, `${site.url}/blogg`); // counts the aside once, as after any change
    const results = [];
    for (const [kind, paths] of Object.entries(KINDS)) {
      const times = [];
      for (const path of paths) times.push(await fetchOnce(agent, site.url + path));
      results.push({ kind, times });
    }
    return results;
  } finally {
    agent.destroy();
    await site.stop();
  }
}

/** Returns the milliseconds for the start page, once after each of some changes: none of them comes from the page cache. */
export async function afterChanges({ at, data }) {
  const site = await serve({ at, data, posts: 100 });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const editor = await Editor.logIn(site, site.url);
    const times = [];
    for (let change = 0; change < CHANGES; change += 1) {
      await editor.publish(`Ändring ${change}`);
      times.push(await fetchOnce(agent, `${site.url}/`));
    }
    return times;
  } finally {
    agent.destroy();
    await site.stop();
  }
}

function fetchOnce(agent, url) {
  const from = performance.now();
  return new Promise((done, failed) => {
    get(url, { agent, headers: { "Accept-Encoding": "br" } }, (response) => {
      if (response.statusCode !== 200) failed(new Error(`${url} responded ${response.statusCode}`));
      response.resume().once("end", () => done(performance.now() - from));
    }).once("error", failed);
  });
}
