// `make bench`: measures the release build against its budgets. Exits with 1 when one is exceeded.
import { rm } from "node:fs/promises";
import { besideNginx, missingForNginx } from "./support/beside-nginx.mjs";
import { DAYS, boardTimes } from "./support/board-times.mjs";
import { measureNovember } from "./support/november.mjs";
import { overAnOpening } from "./support/over-an-opening.mjs";
import { read, sitePages } from "./support/site-pages.mjs";
import { memoryAtRest, requestsPerSecond, startTimes } from "./support/measure.mjs";
import { POSTS, uncachedPages } from "./support/uncached.mjs";
import { dataFolder, serve } from "./support/server.mjs";
import { strain } from "./support/strain.mjs";
import { weigh } from "./support/page-weight.mjs";
import { openings } from "./support/slow-phone.mjs";

const AT = "2026-12-07T08:00";
// The pages that grow with the open doors; the last one holds the texts of a whole month.
const LAST_DAY = "2026-12-24T09:00";
/** When the next calendar is filled, and so many of its days. */
const IN_NOVEMBER = "2026-11-15T08:00";
const NOVEMBER = { placed: 24, empty: 2 };
const GROWING = [
  { kind: "start on the last day", path: "/", budget: "startKB" },
  { kind: "edition on the last day", path: "/kalender/2026", budget: "startKB" },
  { kind: "all 24 doors", path: "/kalender/2026/las", budget: "monthKB" },
];
/** The start page shows doors and posts; "all open doors" holds texts. */
const OWN_BUDGETS = { start: "startKB", "all open doors": "openDoorsKB" };
const LOADED = ["/", "/kalender/2026", "/kalender/2026/lucka/7"];
/** Addresses of what readers get most often: a page, a style sheet, a font. */
const BESIDE_NGINX = [() => "/kalender/2026", (site) => firstFile(site, /\/pkg\/[^"]+\.css/), (site) => firstFile(site, /\/fonts\/[^"]+\.woff2/)];
const BUDGET = { startMs: 500, memoryMB: 60, pageKB: 14, startKB: 14.7, monthKB: 24, openDoorsKB: 16, scriptKB: 1.5, fontKB: 45, clientKB: 56, staffClientKB: 290, uncachedMs: 10, tapMs: 100, nginxRatio: 1, boardMs: 50, clicks: 2.8, handlingS: 13.5 };

const STRAINS = { slowHeads: "3000 slow connections", deafReaders: "3000 that read nothing", logIns: "a flood of log-ins" };

const rows = [];
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const heaviest = (pages, part) => pages.reduce((one, other) => (other[part] > one[part] ? other : one));
const kB = (bytes) => Math.round(bytes / 100) / 10;

/** The first file that the start page names. */
const firstFile = async (site, pattern) => (await read(site, "/")).match(pattern)[0];

/** Adds a value with its budget; without one it is only printed. */
function row(what, value, unit, budget) {
  const ok = budget === undefined ? "" : value <= budget ? "yes" : "NO";
  rows.push([what, budget === undefined ? "" : `≤ ${budget} ${unit}`, `${value} ${unit}`, ok]);
}

/** Adds a ratio, which does not depend on how fast the machine is. */
function ratioRow(what, ratio, atLeast) {
  const value = Math.round(ratio * 100) / 100;
  rows.push([what, atLeast === undefined ? "" : `≥ ${atLeast} ×`, `${value} ×`, atLeast === undefined ? "" : value >= atLeast ? "yes" : "NO"]);
}

function pageRow({ kind, html, css, script, font, image }, budget) {
  const parts = `HTML ${kB(html)} + CSS ${kB(css)} (script ${kB(script)}, fonts ${kB(font)}, pictures ${kB(image)})`;
  row(`${kind}: ${parts}`, kB(html + css), "kB", budget);
}

const data = await dataFolder();
try {
  await (await serve({ at: AT, data })).stop(); // fills the folder, which later starts find as it is
  const starts = await startTimes({ at: AT, data }, 5);
  row("start to the first 200, median of 5", Math.round(median(starts)), "ms", BUDGET.startMs);
  row("memory at rest", await memoryAtRest({ at: AT, data }, LOADED), "MB", BUDGET.memoryMB);

  const site = await serve({ at: AT, data });
  try {
    const pages = await weigh(site, (await sitePages(site)).filter(({ plain }) => !plain));
    for (const page of pages) pageRow(page, BUDGET[OWN_BUDGETS[page.kind] ?? "pageKB"]);
    const scripted = heaviest(pages, "script");
    row(`script of every page (${scripted.kind})`, kB(scripted.script), "kB", BUDGET.scriptKB);
    const lettered = heaviest(pages, "font");
    row(`fonts on a first visit, heaviest page (${lettered.kind})`, kB(lettered.font), "kB", BUDGET.fontKB);
    const isStaffs = ({ kind }) => kind === "log in";
    const client = heaviest(pages.filter((page) => !isStaffs(page)), "client");
    row(`JS + WASM once used, heaviest public page (${client.kind})`, kB(client.client), "kB", BUDGET.clientKB);
    const styled = heaviest(pages, "laterCss");
    row(`CSS that comes with the client, heaviest page (${styled.kind})`, kB(styled.laterCss), "kB");
    const staffs = pages.filter(isStaffs).map((page) => ({ ...page, client: page.client + page.staffCss }));
    const staffClient = heaviest(staffs, "client");
    const staffParts = `JS + WASM + own CSS ${kB(staffClient.staffCss)} of the admin (${staffClient.kind})`;
    row(staffParts, kB(staffClient.client), "kB", BUDGET.staffClientKB);
    const early = heaviest(pages, "early");
    row(`JS + WASM before idle or use, heaviest page (${early.kind})`, kB(early.early), "kB", 0);
    const opened = await openings(site, [2, 3, 4, 5, 6]);
    const firstChange = Math.round(median(opened.map(({ firstChangeMs }) => firstChangeMs)));
    row(`from a tap on a door to the first change, processor 4 times slower, median of ${opened.length}`, firstChange, "ms", BUDGET.tapMs);
    const missed = opened.reduce((sum, { missed }) => sum + missed, 0);
    row(`frames missed while ${opened.length} doors swing, of ${opened.reduce((sum, { frames }) => sum + frames, 0)}`, missed, "frames");
  } finally {
    await site.stop();
  }
  const full = await serve({ at: LAST_DAY, data });
  try {
    const pages = await weigh(full, GROWING);
    for (const [at, page] of pages.entries()) pageRow(page, BUDGET[GROWING[at].budget ?? "pageKB"]);
  } finally {
    await full.stop();
  }
  for (const { path, tool, perSecond } of await requestsPerSecond({ at: AT, data }, LOADED)) {
    row(`${path} on one core (${tool})`, perSecond, "requests/s");
  }
  const missing = await missingForNginx();
  if (missing) console.log(`Not measured beside nginx: ${missing}.`);
  else {
    for (const { path, ours, nginx, known } of await besideNginx({ at: AT, data }, BESIDE_NGINX)) {
      ratioRow(`${path} (${ours}/s) beside nginx (${nginx}/s)`, ours / nginx, BUDGET.nginxRatio);
      ratioRow(`${path}: 304 (${known}/s) beside the whole response`, known / ours);
    }
    const opening = await overAnOpening({ data, rate: 5_000 });
    const usual = Math.round(opening.usualMs * 10) / 10;
    row(`over an opening at ${opening.rate} requests/s: early, late or failed`, opening.early + opening.late + opening.failed, "requests", 0);
    ratioRow(`the slowest hundredth in its second beside the usual (${usual} ms)`, opening.openingMs / opening.usualMs);
    const { quiet, ...strains } = await strain({ at: AT, data });
    for (const [what, { ms }] of Object.entries(strains)) {
      ratioRow(`the slowest hundredth under ${STRAINS[what]} beside the usual (${Math.round(quiet.ms * 10) / 10} ms)`, ms / quiet.ms);
    }
  }
} finally {
  await rm(data, { recursive: true, force: true });
}

const large = await dataFolder();
try {
  for (const { kind, times } of await uncachedPages({ at: AT, data: large })) {
    const value = Math.round(median(times) * 10) / 10;
    row(`${kind}, not cached, of ${POSTS} posts, median of ${times.length}`, value, "ms", BUDGET.uncachedMs);
  }
} finally {
  await rm(large, { recursive: true, force: true });
}

const year = await dataFolder();
try {
  const times = await boardTimes({ at: AT, data: year });
  row(`the board of ${DAYS} days with their texts, median of ${times.length}`, Math.round(median(times)), "ms", BUDGET.boardMs);
} finally {
  await rm(year, { recursive: true, force: true });
}

const november = await dataFolder();
try {
  const { making, each } = await measureNovember({ at: IN_NOVEMBER, data: november }, NOVEMBER);
  row("clicks to next year's edition from this year's", making.clicks, "clicks");
  row(`clicks for a guldkorn, of ${NOVEMBER.placed}`, Math.round(each.clicks * 10) / 10, "clicks", BUDGET.clicks);
  const keys = `${Math.round(each.keys * 10) / 10} keys beside the words`;
  row(`handling of a guldkorn by the keystroke-level model, ${keys}`, Math.round(each.seconds * 10) / 10, "s", BUDGET.handlingS);
} finally {
  await rm(november, { recursive: true, force: true });
}

const table = [["measured", "target", "value", "ok"], ...rows];
const widths = table[0].map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
for (const cells of table) console.log(cells.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd());

const missed = rows.filter(([, , , ok]) => ok === "NO").length;
console.log(missed ? `\n${missed} of the targets are missed.` : "\nAll targets are met.");
process.exitCode = missed ? 1 : 0;
