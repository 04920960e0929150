// The bytes of each kind of page, on an ordinary day and on the last one, when all doors are open.
import { serve } from "../support/server.mjs";
import { sitePages } from "../support/site-pages.mjs";
import { weigh } from "./page-weight.mjs";

const LAST_DAY = "2026-12-24T09:00";
/** The pages that grow with the open doors; the last one holds the texts of a whole month. */
const GROWING = [
  { kind: "start on the last day", path: "/", mostKB: 14.7 },
  { kind: "edition on the last day", path: "/kalender/2026", mostKB: 14.7 },
  { kind: "all 24 doors", path: "/kalender/2026/las", mostKB: 24 },
];
const MOST_KB = 14;
/** The start page shows doors and posts; "all open doors" holds texts. */
const OWN_MOST_KB = { start: 14.7, "all open doors": 16 };

const kB = (bytes) => Math.round(bytes / 100) / 10;
const heaviest = (pages, part) => pages.reduce((one, other) => (other[part] > one[part] ? other : one));

export async function pagesInTwoMoments(report, { at, data }) {
  const pages = await during(at, data, async (site) => weigh(site, (await sitePages(site)).filter(({ plain }) => !plain)));
  for (const page of pages) pageRow(report, page, OWN_MOST_KB[page.kind] ?? MOST_KB);
  const isStaffs = ({ kind }) => kind === "log in";
  const scripted = heaviest(pages, "script");
  report.atMost(`script of every page (${scripted.kind})`, kB(scripted.script), "kB", 1.5);
  const lettered = heaviest(pages, "font");
  report.atMost(`fonts on a first visit, heaviest page (${lettered.kind})`, kB(lettered.font), "kB", 45);
  const client = heaviest(pages.filter((page) => !isStaffs(page)), "client");
  report.atMost(`JS + WASM once used, heaviest public page (${client.kind})`, kB(client.client), "kB", 56);
  const styled = heaviest(pages, "laterCss");
  report.atMost(`CSS that comes with the client, heaviest page (${styled.kind})`, kB(styled.laterCss), "kB");
  const staffs = pages.find(isStaffs);
  report.atMost(`JS + WASM + own CSS ${kB(staffs.staffCss)} of the admin`, kB(staffs.client + staffs.staffCss), "kB", 290);
  const early = heaviest(pages, "early");
  report.atMost(`JS + WASM before idle or use, heaviest page (${early.kind})`, kB(early.early), "kB", 0);

  const grown = await during(LAST_DAY, data, (site) => weigh(site, GROWING));
  grown.forEach((page, index) => pageRow(report, page, GROWING[index].mostKB));
}

async function during(at, data, measure) {
  const site = await serve({ at, data });
  try {
    return await measure(site);
  } finally {
    await site.stop();
  }
}

function pageRow(report, { kind, html, css, script, font, image }, mostKB) {
  const parts = `HTML ${kB(html)} + CSS ${kB(css)} (script ${kB(script)}, fonts ${kB(font)}, pictures ${kB(image)})`;
  report.atMost(`${kind}: ${parts}`, kB(html + css), "kB", mostKB);
}
