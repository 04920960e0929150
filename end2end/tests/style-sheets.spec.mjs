// A page links the style sheets of what it shows: the others, which come with the client, would change nothing.
import { EDITION } from "../support/calendar.mjs";
import { expect, test, visit } from "../support/page.mjs";
import { read, sitePages } from "../support/site-pages.mjs";

test("no page shows what only a style sheet has that it does not link", async ({ page, site }) => {
  const sheets = new Set();
  for (const path of ["/", EDITION, `${EDITION}/las`, "/blogg"]) {
    for (const [sheet] of (await read(site, path)).matchAll(/\/pkg\/[^"\s]+\.css/g)) sheets.add(sheet);
  }
  expect(sheets.size).toBeGreaterThan(5);
  for (const { path, status, plain } of await sitePages(site)) {
    if (plain || path.startsWith("/admin")) continue;
    const linked = [...(await read(site, path)).matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, sheet]) => sheet);
    await visit(page, path, status);
    expect(await page.evaluate(missing, { linked, sheets: [...sheets] }), path).toEqual([]);
  }
});

/** Returns the selectors of sheets that the document does not link, which match something that is shown. */
async function missing({ linked, sheets }) {
  const selectors = async (sheet) => {
    const parsed = new CSSStyleSheet();
    parsed.replaceSync(await (await fetch(sheet)).text());
    const found = [];
    const walk = (rules) => {
      for (const rule of rules) {
        if (rule.selectorText) found.push(rule.selectorText);
        if (rule.media && !matchMedia(rule.media.mediaText).matches) continue;
        if (rule.cssRules) walk(rule.cssRules);
      }
    };
    walk(parsed.cssRules);
    return found;
  };
  const all = await Promise.all(sheets.map(async (sheet) => [linked.includes(sheet), await selectors(sheet)]));
  const known = new Set(all.filter(([isLinked]) => isLinked).flatMap(([, found]) => found));
  const others = new Set(all.filter(([isLinked]) => !isLinked).flatMap(([, found]) => found));
  const shows = (selector) => {
    const elements = document.querySelectorAll(selector.replace(/::?(before|after|marker|placeholder)/g, ""));
    return [...elements].some((element) => element.checkVisibility());
  };
  return [...others].filter((selector) => !known.has(selector) && shows(selector));
}
