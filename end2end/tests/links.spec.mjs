// The site has no broken links: every URL on a page responds, and every fragment exists.
import { test, expect } from "../support/page.mjs";

/** Links that lead to another status than 200 on purpose. */
const CLOSED_DOOR = /^\/kalender\/[^/]+\/lucka\/\d+$/;

test.use({ at: "2026-12-07T08:00" });

test("no link of the site is broken", async ({ site, page }) => {
  test.setTimeout(180_000);
  const seen = new Map();
  const fragments = []; // [from, path, id]
  const queue = [["", "/"]];
  const broken = [];
  while (queue.length > 0) {
    const [from, path] = queue.pop();
    if (seen.has(path)) continue;
    const answer = await fetch(site.url + path, { redirect: "manual" });
    const kind = answer.headers.get("content-type") ?? "";
    const fine = answer.status < 400 || (answer.status === 403 && CLOSED_DOOR.test(path));
    if (!fine) broken.push(`${from} → ${path}: ${answer.status}`);
    const moved = answer.headers.get("location");
    if (moved?.startsWith("/")) queue.push([path, moved]);
    const text = /^(text|image\/svg)/.test(kind) ? await answer.text() : (await answer.arrayBuffer(), "");
    const isPage = kind.startsWith("text/html");
    const { links, ids } = isPage ? await named(page, text) : { links: [], ids: idsOfDrawing(text) };
    seen.set(path, new Set(ids));
    for (const link of links) {
      if (!/^[/#?]/.test(link) || link.startsWith("//")) continue;
      const { pathname, search, hash } = new URL(link, site.url + path);
      if (hash.length > 1) fragments.push([path, pathname + search, decodeURIComponent(hash.slice(1))]);
      // The admin needs a log-in, and the quick exit has tests of its own.
      if (!pathname.startsWith("/admin") && pathname !== "/lamna") queue.push([path, pathname + search]);
    }
  }
  for (const [from, path, id] of fragments) {
    if (seen.has(path) && !seen.get(path).has(id)) broken.push(`${from} → ${path}#${id}: no such place`);
  }
  expect(seen.size).toBeGreaterThan(150);
  expect(broken).toEqual([]);
});

/** Returns the ids of a drawing, by which its address chooses what it shows. */
const idsOfDrawing = (svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

/** Returns what a page links to and loads, and its ids, read by the browser's own parser. */
const named = (page, html) =>
  page.evaluate((html) => {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const all = (what, name) => [...parsed.querySelectorAll(what)].map((element) => element.getAttribute(name));
    const sets = all("[srcset]", "srcset").flatMap((set) => set.split(",").map((part) => part.trim().split(" ")[0]));
    return {
      links: [...all("[href]", "href"), ...all("[src]", "src"), ...all("form[method=get], form:not([method])", "action"), ...sets].filter(Boolean),
      ids: all("[id]", "id"),
    };
  }, html);
