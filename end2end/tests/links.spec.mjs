// No link of the whole site leads nowhere: every address that a page names answers, and every #place is there.
import { test, expect } from "../support/page.mjs";

/** Where a link may lead to something that is no page of 200, on purpose. */
const CLOSED_DOOR = /^\/kalender\/[^/]+\/lucka\/\d+$/;

test.use({ at: "2026-12-07T08:00" });

test("every link of the site leads somewhere", async ({ site, page }) => {
  test.setTimeout(180_000);
  const seen = new Map();
  const places = []; // [from, path, id]
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
    const html = kind.startsWith("text/html") ? await answer.text() : (await answer.arrayBuffer(), "");
    const { links, ids } = html ? await named(page, html) : { links: [], ids: [] };
    seen.set(path, new Set(ids));
    for (const link of links) {
      if (!/^[/#?]/.test(link) || link.startsWith("//")) continue;
      const { pathname, search, hash } = new URL(link, site.url + path);
      if (hash.length > 1) places.push([path, pathname + search, decodeURIComponent(hash.slice(1))]);
      // Staff write behind a log-in, and leaving is tried elsewhere.
      if (!pathname.startsWith("/admin") && pathname !== "/lamna") queue.push([path, pathname + search]);
    }
  }
  for (const [from, path, id] of places) {
    if (seen.has(path) && !seen.get(path).has(id)) broken.push(`${from} → ${path}#${id}: no such place`);
  }
  expect(seen.size).toBeGreaterThan(150);
  expect(broken).toEqual([]);
});

/** What a page links to and loads, and the places in it, read by a browser's own parser. */
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
