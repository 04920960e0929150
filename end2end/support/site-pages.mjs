// One path of each kind of page; a `plain` one has no client. Slugs that only the content knows are looked up on the site.
import { DAYS, EDITION, doorPath } from "./calendar.mjs";

export async function sitePages(site) {
  return [
    { kind: "start", path: "/" },
    { kind: "edition", path: EDITION },
    { kind: "list view", path: `${EDITION}?vy=lista` },
    { kind: "open door", path: doorPath(7) },
    { kind: "closed door", path: doorPath(12), status: 403 },
    { kind: "sensitive door", path: await sensitiveDoor(site) },
    { kind: "all open doors", path: `${EDITION}/las` },
    { kind: "blog", path: "/blogg" },
    { kind: "second page", path: "/blogg?sida=2" },
    { kind: "year", path: "/blogg/2026" },
    { kind: "month", path: "/blogg/2026/12" },
    { kind: "tag", path: "/etikett/mod" },
    { kind: "post", path: await aPost(site) },
    { kind: "search", path: "/sok" },
    { kind: "hits", path: "/sok?q=mod" },
    { kind: "voices", path: "/roster" },
    { kind: "voice", path: await firstLink(site, "/roster", "/roster/") },
    ...["/om", "/kontakt", "/tillganglighet", "/tillganglighet/synpunkter", "/tillganglighet/svar", "/integritet", "/saker-surf"].map((path) => ({ kind: path, path })),
    { kind: "lättläst", path: "/om/lattlast" },
    { kind: "in Arabic", path: "/inlagg/stegen-som-ingen-raknar/ar" },
    { kind: "withdrawn", path: "/inlagg/en-berattelse-som-togs-tillbaka", status: 410 },
    { kind: "not found", path: "/finns-inte", status: 404 },
    { kind: "no such file", path: "/finns-inte.php", status: 404, plain: true },
    { kind: "log in", path: "/admin/logga-in" },
  ];
}

export const aPost = (site) => firstLink(site, "/blogg", "/inlagg/");

/** Returns a door with a sensitive text, which has a box of help numbers. */
async function sensitiveDoor(site) {
  const open = [...DAYS.map((day) => `/kalender/2025/lucka/${day}`), ...DAYS.slice(0, 7).map(doorPath)];
  for (const path of open) {
    if ((await read(site, path)).includes('class="help"')) return path;
  }
  throw new Error("no open door has a box of help numbers: the demo content has sensitive ones");
}

/** Returns the first address on a page that begins so. */
export async function firstLink(site, page, start) {
  const found = (await read(site, page)).match(new RegExp(`href="(${start}[^"?#]+)"`));
  if (!found) throw new Error(`${page} links to no ${start}…`);
  return found[1];
}

export const read = async (site, path) => (await fetch(site.url + path)).text();
