// `make test-scale`: a large site is moved in, backed up while it serves, restored, checked, exported, taken back into an
// empty site, frozen, and served as files; then exports of WordPress and Ghost are moved in from. With 10 000 generated texts
// and 2 GB of pictures this takes the better part of an hour; `make test-scale TEXTS=1000 PICTURES_MB=50` is a small one.
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { serveFiles } from "../support/frozen.mjs";
import { SITE, dataFolder, serve } from "../support/server.mjs";
import { writeGhost, writeWordPress } from "./exports.mjs";
import { latencies, percentile } from "./latency.mjs";
import { guldkorn } from "./program.mjs";
import { writeSource } from "./source.mjs";

const TEXTS = Number(process.env.TEXTS);
const PICTURES_MB = Number(process.env.PICTURES_MB);
/** What one picture of the source takes when it is stored in all its widths. */
const STORED_MB_EACH = 4;
const AT = "2026-12-24T20:00";
const AS_USUAL_MS = 20_000;
const SLOWER_AT_MOST = 1.5;
/** What waits less than this is not felt: a ratio of two such times is noise. */
const NOT_FELT_MS = 20;
const IMPORT_MB = 150;

/** No list shows more than this on a page. */
const TEXTS_A_PAGE = 20;

/** Returns `count` whole numbers between 1 and `last`, evenly spread. */
function spread(count, last) {
  return Array.from({ length: count }, (_, index) => 1 + Math.floor((index * (last - 1)) / count));
}

const PATHS = [
  "/", "/blogg", "/kalender/2026", "/kalender/2026/lucka/7",
  ...spread(60, TEXTS).map((number) => `/inlagg/text-${number}`),
  ...spread(20, TEXTS / TEXTS_A_PAGE).map((number) => `/blogg?sida=${number}`),
];

const folder = await dataFolder();
const at = (name) => join(folder, name);
const problems = [];

try {
  const data = at("data");
  await makeSite(data);
  await backUpWhileServing(data);
  await step("restore", guldkorn("restore", "--data", at("restored"), at("backup.zip")));
  await step("check", guldkorn("check", "--data", at("restored")));
  await rm(at("restored"), { recursive: true });

  await step("export", guldkorn("export", "--data", data, at("export.zip")));
  console.log(`  the export is ${await megabytes(at("export.zip"))} MB`);
  const taken = await step("import into an empty site", guldkorn("import", "--data", at("taken"), at("export.zip")));
  within("import", taken.own, IMPORT_MB, "MB of its own");
  await step("check", guldkorn("check", "--data", at("taken")));
  await step("the same import again", guldkorn("import", "--data", at("taken"), at("export.zip")));

  const frozen = await step("freeze", guldkorn("freeze", "--data", data, "--site", SITE, "--at", AT, at("frozen")));
  console.log(frozen.text.replaceAll(/^/gm, "  "));
  await readAsFiles(at("frozen"));
  await rm(at("frozen"), { recursive: true });

  await moveIn("WordPress", "export.xml", writeWordPress);
  await moveIn("Ghost", "export.json", writeGhost);
} finally {
  await rm(folder, { recursive: true, force: true });
}
if (problems.length > 0) throw new Error(problems.join("\n"));

/** The demo site with its generated texts, and what is moved in from a folder of Markdown with pictures. */
async function makeSite(data) {
  await mkdir(data);
  await (await serve({ at: AT, data, posts: TEXTS })).stop();
  const count = Math.ceil(PICTURES_MB / STORED_MB_EACH);
  await writeSource(at("source"), count);
  const moved = await step(`import of ${count} texts with a picture each`, guldkorn("import", "--data", data, at("source")));
  within("import", moved.own, IMPORT_MB, "MB of its own");
  await rm(at("source"), { recursive: true });
  console.log(`  the site has ${await megabytes(data)} MB`);
}

/** Moves into an empty site from an export of TEXTS texts, of 500 MB when they are ten thousand. */
async function moveIn(system, name, write) {
  await write(at(name), TEXTS, 50_000);
  const moved = await step(`import from ${system}, ${await megabytes(at(name))} MB`, guldkorn("import", "--data", at(system), at(name)));
  within(`import from ${system}`, moved.own, IMPORT_MB, "MB of its own");
  await Promise.all([at(name), at(system)].map((path) => rm(path, { recursive: true })));
}

/** Compares how long visitors wait while a backup is made with how long they wait before and after it. */
async function backUpWhileServing(data) {
  const site = await serve({ at: AT, data });
  const usual = async () => {
    const until = performance.now() + AS_USUAL_MS;
    return latencies(site.url, PATHS, () => performance.now() > until);
  };
  try {
    // Once each page has been asked for, the site is as it usually is.
    for (const path of PATHS) await (await fetch(site.url + path)).arrayBuffer();
    const before = await usual();
    let isDone = false;
    const backup = guldkorn("backup", "--data", data, at("backup.zip")).finally(() => (isDone = true));
    const meanwhile = await latencies(site.url, PATHS, () => isDone);
    await step("backup", backup);
    const after = await usual();
    const [normal, slower] = [percentile([...before, ...after], 99), percentile(meanwhile, 99)];
    const ratio = slower / normal;
    console.log(
      `  p99 ${normal.toFixed(1)} ms as usual, ${slower.toFixed(1)} ms during the backup (${ratio.toFixed(2)} ×, ${meanwhile.length} requests)`,
    );
    if (slower > NOT_FELT_MS) within("p99 during the backup", ratio, SLOWER_AT_MOST, "× the usual");
  } finally {
    await site.stop();
  }
}

/** Asks a plain web server for every page of the frozen site that the start leads to within three links. */
async function readAsFiles(out) {
  const server = await serveFiles(out);
  try {
    const seen = new Set([server.url]);
    let pages = [server.url];
    for (let depth = 0; depth < 3; depth += 1) pages = (await Promise.all(pages.map(linksOf))).flat().filter(isNew);

    async function linksOf(url) {
      const response = await fetch(url);
      if (!response.ok) problems.push(`${url} of the frozen site responded ${response.status}`);
      const html = await response.text();
      return [...html.matchAll(/<a [^>]*href="([^"#]+)/g)].map(([, href]) => new URL(href.replaceAll("&amp;", "&"), url).href);
    }
    function isNew(url) {
      const own = url.startsWith(new URL("/arkiv/", server.url).href) && url.split(/[?#]/)[0].endsWith(".html");
      return own && !seen.has(url) && seen.add(url);
    }
    console.log(`  ${seen.size} pages of the frozen site were read as files`);
  } finally {
    await server.close();
  }
}

async function step(name, running) {
  const done = await running;
  console.log(`${name}: ${done.seconds.toFixed(1)} s, ${done.own} MB of its own, ${done.resident} MB resident`);
  return done;
}

function within(what, value, budget, unit) {
  if (value > budget) problems.push(`${what}: ${value.toFixed(2)} ${unit}, more than ${budget}`);
}

async function megabytes(path) {
  const found = await stat(path);
  if (!found.isDirectory()) return Math.round(found.size / 1e6);
  const names = await readdir(path, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(path, name))).size));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6);
}
