// Measures how long an uncached page takes, on a blog of many years.
import { Agent, get } from "node:http";
import { serve } from "./server.mjs";

export const POSTS = 10_000;

const range = (length, item) => Array.from({ length }, (_, index) => item(index + 1));
const WORDS = ["arbete", "mod", "fönster", "handläggare", "kaffe", "dörr", "våren", "snö", "cykel", "stöd"];

/** URLs of each kind of page, each requested once, so that none comes from the page cache. */
const KINDS = {
  list: range(100, (n) => `/blogg?sida=${n * 9}`),
  month: range(100, (n) => `/blogg/${2011 + Math.floor(n / 12)}/${String((n % 12) + 1).padStart(2, "0")}`),
  tag: range(100, (n) => `/etikett/amne-${n}`),
  post: range(100, (n) => `/inlagg/text-${n * 97}`),
  search: range(100, (n) => `/sok?q=${encodeURIComponent(`${WORDS[n % 10]} ${WORDS[(n * 7 + 3) % 10]} ${n}`)}`),
};

/** Returns the milliseconds for each of a hundred pages of each kind. */
export async function uncachedPages({ at, data }) {
  const site = await serve({ at, data, posts: POSTS });
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

function fetchOnce(agent, url) {
  const from = performance.now();
  return new Promise((done, failed) => {
    get(url, { agent, headers: { "Accept-Encoding": "br" } }, (response) => {
      if (response.statusCode !== 200) failed(new Error(`${url} responded ${response.statusCode}`));
      response.resume().once("end", () => done(performance.now() - from));
    }).once("error", failed);
  });
}
