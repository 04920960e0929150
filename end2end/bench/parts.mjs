// What `make bench` measures, part by part; each has data folders of its own and adds its rows with their targets.
import { rm } from "node:fs/promises";
import { measureNovember } from "../support/november.mjs";
import { dataFolder, serve } from "../support/server.mjs";
import { read, sitePages } from "../support/site-pages.mjs";
import { besideNginx, missingPrograms } from "./beside-nginx.mjs";
import { DAYS, boardTimes } from "./board-times.mjs";
import { besideCaches } from "./caches.mjs";
import { atLoad, memoryAtRest, startTimes } from "./measure.mjs";
import { SECONDS, overAnOpening } from "./over-an-opening.mjs";
import { overload } from "./overload.mjs";
import { pagesInTwoMoments } from "./pages.mjs";
import { openings } from "./slow-phone.mjs";
import { strain } from "./strain.mjs";
import { afterChanges, uncachedPages } from "./uncached.mjs";

const AT = "2026-12-07T08:00";
/** When the next calendar is filled, and so many of its days. */
const IN_NOVEMBER = "2026-11-15T08:00";
const NOVEMBER = { placed: 24, empty: 2 };
const LOADED = ["/", "/kalender/2026", "/kalender/2026/lucka/7"];
/** What readers get most often: a page, a style sheet, a font. */
const MOST_READ = [() => "/kalender/2026", (site) => firstFile(site, /\/pkg\/[^"]+\.css/), (site) => firstFile(site, /\/fonts\/[^"]+\.woff2/)];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const firstFile = async (site, pattern) => (await read(site, "/")).match(pattern)[0];

/** The parts that a minute is enough for. */
export const SHORT = ["start", "hits"];

export const PARTS = {
  async start(report) {
    await withData(async (data) => {
      await (await serve({ at: AT, data })).stop(); // fills the folder, which later starts find as it is
      report.atMost("start to the first 200, median of 5", median(await startTimes({ at: AT, data }, 5)), "ms", 30);
      report.atMost("memory at rest", await memoryAtRest({ at: AT, data }, LOADED), "MB", 25);
    });
  },

  async pages(report) {
    await withData((data) => pagesInTwoMoments(report, { at: AT, data }));
  },

  async phone(report) {
    const site = await serve({ at: AT });
    try {
      const opened = await openings(site, [2, 3, 4, 5, 6]);
      const of = (value) => median(opened.map(value));
      const slow = `processor 4 times slower, median of ${opened.length}`;
      report.atMost(`from a tap on a door to the first change, ${slow}`, of(({ firstChangeMs }) => firstChangeMs), "ms", 100);
      report.atMost(`from a tap on a door to its card, ${slow}`, of(({ cardMs }) => cardMs), "ms", 200);
      const sum = (value) => opened.reduce((total, one) => total + value(one), 0);
      report.atMost(`frames missed while ${opened.length} doors swing, of ${sum(({ frames }) => frames)}`, sum(({ missed }) => missed), "frames");
    } finally {
      await site.stop();
    }
  },

  async hits(report) {
    await withOthers(async (data) => {
      const beside = await besideNginx({ at: AT, data }, MOST_READ);
      for (const { path, ours, nginx, bare, known } of beside) {
        report.ratio(`${path} (${ours}/s) beside nginx (${nginx}/s)`, ours / nginx, 1);
        report.ratio(`${path} beside a bare server of the library (${bare}/s)`, ours / bare, 0.8);
        report.ratio(`${path}: 304 (${known}/s) beside the whole response`, known / ours, 1.3);
      }
      const [{ path, ours }] = beside;
      const half = await atLoad({ at: AT, data }, path, ours / 2);
      report.atMost(`${path} at half of that (${half.perSecond}/s): the slowest hundredth`, half.ms, "ms", 2);
      report.atMost("memory at that load", half.memory, "MB", 48);
    });
  },

  async caches(report) {
    await withOthers(async (data) => {
      const { site, varnish, nginx } = await besideCaches({ at: AT, data });
      report.ratio(`a Varnish in front (${varnish}/s) beside the site (${site}/s)`, varnish / site);
      report.ratio(`an nginx in front (${nginx}/s) beside the site`, nginx / site);
    });
  },

  async opening(report) {
    await withOthers(async (data) => {
      const opening = await overAnOpening({ data, rate: 5_000 });
      const rate = Math.round(opening.asked / SECONDS);
      report.atMost(`over an opening at ${rate} requests/s: early, late or failed`, opening.early + opening.late + opening.failed, "requests", 0);
      const usual = Math.round(opening.usualMs * 10) / 10;
      report.ratioAtMost(`the slowest hundredth in its second beside the usual (${usual} ms)`, opening.openingMs / opening.usualMs, 3);
    });
  },

  async strain(report) {
    await withOthers(async (data) => {
      const { quiet, ...strains } = await strain({ at: AT, data });
      for (const { what, ms, lost } of Object.values(strains)) {
        report.ratioAtMost(`the slowest hundredth of readers under ${what} beside the usual (${Math.round(quiet.ms * 10) / 10} ms)`, ms / quiet.ms, 2);
        report.atMost(`readers who got nothing under ${what}`, lost, "requests", 0);
      }
    });
  },

  async overload(report) {
    await withOthers(async (data) => {
      const { best, goodput, refused, failed, refusedMs, memory, others, wellAgainMs } = await overload({ at: AT, data });
      report.ratio(`new searches answered under four times the load (${goodput}/s) beside the best (${best}/s)`, goodput / best, 0.8);
      report.atMost(`${refused} were refused; the median refusal came after`, refusedMs, "ms");
      report.atMost("neither answered nor refused", failed, "requests", 0);
      report.atMost("memory meanwhile at its highest", memory, "MB", 256);
      for (const { who, ms, failed: lost } of others) report.atMost(`${who} meanwhile (${lost} failed): the slowest hundredth`, ms, "ms");
      report.atMost("from its end until a search takes no longer than usual", wellAgainMs, "ms", 1_000);
    });
  },

  async large(report) {
    for (const [posts, most] of [[10_000, 5], [100_000, 10]]) {
      await withData(async (data) => {
        for (const { kind, times } of await uncachedPages({ at: AT, data, posts })) {
          report.atMost(`${kind}, not cached, of ${posts} posts, median of ${times.length}`, median(times), "ms", most);
        }
      });
    }
    await withData(async (data) => {
      const times = await afterChanges({ at: AT, data });
      report.atMost(`start page after a change, median of ${times.length}`, median(times), "ms");
    });
  },

  async board(report) {
    await withData(async (data) => {
      const times = await boardTimes({ at: AT, data });
      report.atMost(`the board of ${DAYS} days with their texts, median of ${times.length}`, median(times), "ms", 50);
    });
  },

  async november(report) {
    await withData(async (data) => {
      const { making, each } = await measureNovember({ at: IN_NOVEMBER, data }, NOVEMBER);
      report.atMost("clicks to next year's edition from this year's", making.clicks, "clicks");
      report.atMost(`clicks for a guldkorn, of ${NOVEMBER.placed}`, each.clicks, "clicks", 2.8);
      const keys = `${Math.round(each.keys * 10) / 10} keys beside the words`;
      report.atMost(`handling of a guldkorn by the keystroke-level model, ${keys}`, each.seconds, "s", 13.5);
    });
  },
};

async function withData(measure) {
  const data = await dataFolder();
  try {
    await measure(data);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** What needs programs of others, and two cores, is left out where they are missing. */
async function withOthers(measure) {
  const missing = await missingPrograms();
  if (missing) console.log(`Not measured: ${missing}.`);
  else await withData(measure);
}
