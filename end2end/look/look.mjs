// `make look`: pictures every kind of page at several moments, widths and in both themes, and lays the pictures out on
// contact sheets in docs/look. Ends with 1 when a page can be scrolled sideways or has an error.
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, chromiumPath } from "../support/chromium.mjs";
import { serve } from "../support/server.mjs";
import { MOMENTS } from "./moments.mjs";
import { printed } from "./paper.mjs";
import { photograph } from "./photograph.mjs";
import { Sheets } from "./sheets.mjs";
import { SIZES, THEMES } from "./sizes.mjs";

const WORKERS = 2;
/** The sheets are kept in the repository. */
const MAX_BYTES = 3e6;
/** With arguments, only the sheets of this moment and this group of pages. */
const [onlyMoment, onlyGroup] = process.argv.slice(2);

const problems = [];
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
const sheets = new Sheets(browser);
try {
  for (const moment of MOMENTS.filter(({ name }) => !onlyMoment || name.startsWith(onlyMoment))) {
    const site = await serve(moment);
    try {
      await lookAt(site, moment);
    } finally {
      await site.stop();
    }
  }
} finally {
  await browser.close();
}
const { count, bytes } = sheets.written;
if (bytes > MAX_BYTES) problems.push("the sheets are too large for the repository: lower their quality or show less");
for (const problem of problems) console.error(problem);
console.log(`${count} sheets in docs/look, ${(bytes / 1e6).toFixed(2)} MB. ${problems.length} problems.`);
process.exitCode = problems.length ? 1 : 0;

/** Pictures the pages of a moment, and writes one sheet for each group of pages and theme. */
async function lookAt(site, moment) {
  const groups = await moment.groups(site);
  for (const [group, pages] of Object.entries(groups)) {
    if (onlyGroup && group !== onlyGroup) continue;
    if (group === "paper") {
      await sheets.write(`${moment.name}-${group}`, `${moment.title}, on paper`, await printed(browser, site, pages));
      continue;
    }
    for (const theme of THEMES) {
      const rows = await pictures(site, pages, theme);
      await sheets.write(`${moment.name}-${group}-${theme}`, `${moment.title}, ${theme}`, rows);
    }
  }
}

/** Returns a row of pictures for each page: one picture a width. */
async function pictures(site, pages, theme) {
  const rows = pages.map(({ title }) => ({ title, shots: [] }));
  const waiting = SIZES.flatMap((size, column) => pages.map((page, row) => ({ size, column, page, row })));
  const work = async () => {
    for (let next; (next = waiting.shift()); ) {
      const { size, column, page, row } = next;
      const { picture, wrong } = await photograph(browser, site, page, size, theme);
      rows[row].shots[column] = { picture, caption: `${size.width}` };
      problems.push(...wrong.map((what) => `${page.path} at ${size.width} px, ${theme}: ${what}`));
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return rows;
}
