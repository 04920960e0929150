// Addresses that only the demo content knows.
import { DAYS, EDITION, doorPath } from "../support/calendar.mjs";
import { read } from "../support/site-pages.mjs";

/** Returns the card of each kind, first as a page and then in front of the town. */
export async function cards(site) {
  const found = new Map();
  for (const day of DAYS) {
    const html = await read(site, doorPath(day));
    const kind = html.match(/data-form="(\w+)"/)?.[1];
    const isSensitive = html.includes('class="help"');
    if (kind && !isSensitive && !found.has(kind)) found.set(kind, day);
    if (isSensitive && !found.has("sensitive")) found.set("sensitive", day);
  }
  const kinds = [...found];
  return [
    ...kinds.map(([kind, day]) => ({ title: `Card, ${kind}: page`, path: doorPath(day) })),
    ...kinds.map(([kind, day]) => ({ title: `Card, ${kind}: in front of the town`, path: EDITION, door: day })),
  ];
}

/** Returns the newest post with a picture of its own, or without any figure. */
export async function aPostWith(site, picture) {
  for (const list of ["/blogg", "/blogg?sida=2", "/blogg?sida=3"]) {
    for (const [, path] of (await read(site, list)).matchAll(/href="(\/inlagg\/[^"?#]+)"/g)) {
      const html = await read(site, path);
      if (picture ? /<figure [^>]*class="lead/.test(html) : !html.includes("<figure")) return path;
    }
  }
  throw new Error(`the newest posts are all ${picture ? "without" : "with"} a picture`);
}
