// The drawing of the town: one file for each layout, whose fragment chooses what is shown.
import { readFile, readdir } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { DAYS, EDITION } from "../support/calendar.mjs";
import { expect, test, visit } from "../support/page.mjs";

const SCENES = new URL("../../public/scener/", import.meta.url);
const LAYOUTS = [
  { name: "bred", width: 1280 },
  { name: "mellan", width: 768 },
  { name: "smal", width: 390 },
];
/** Which parts each fragment shows, and how many of the 24 things. */
const FRAGMENTS = {
  "": { things: 0, parts: [] },
  "#fore": { things: 0, parts: ["fore"] },
  "#d0": { things: 0, parts: [] },
  "#d1": { things: 1, parts: [] },
  "#d7": { things: 7, parts: [] },
  "#d24": { things: 24, parts: [] },
  "#final": { things: 24, parts: ["final"] },
  "#bild": { things: 24, parts: ["final"] },
  "#efter": { things: 0, parts: ["efter"] },
};
const MOST_BYTES = 45_000;

// A drawing needs no script.
test.use({ javaScriptEnabled: false });

test("the drawings of the town weigh at most 45 kB together, compressed", async () => {
  const names = (await readdir(SCENES)).filter((name) => name.endsWith(".svg") && !name.startsWith("stig-"));
  const files = await Promise.all(names.map((name) => readFile(new URL(name, SCENES))));
  const sizes = files.map((file) => gzipSync(file, { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

for (const { name, width } of LAYOUTS) {
  const picture = `/scener/stad-${name}.svg`;

  test(`${name}: the fragment chooses the things and the light`, async ({ page }) => {
    for (const [fragment, expected] of Object.entries(FRAGMENTS)) {
      await page.goto("about:blank");
      await page.goto(picture + fragment);
      const shown = await page.evaluate(() => {
        const visible = (selector) =>
          [...document.querySelectorAll(selector)].filter((part) => getComputedStyle(part).display !== "none");
        return {
          days: visible(".t").map(({ id }) => Number(id.slice(1))).filter((day) => day > 0),
          parts: ["fore", "final", "efter"].filter((part) => visible(`.${part}`).length > 0),
        };
      });
      const days = DAYS.slice(0, expected.things);
      expect({ ...shown, days: shown.days.sort((a, b) => a - b) }, fragment).toEqual({ days, parts: expected.parts });
    }
  });

  test(`${name}: an image shows what the fragment chooses`, async ({ page }) => {
    await visit(page, "/");
    const drawn = (fragment) => page.evaluate(pixels, picture + fragment);
    const [none, one, two, end] = [await drawn("#d0"), await drawn("#d1"), await drawn("#d2"), await drawn("#final")];
    expect(new Set([none, one, two, end]).size).toBe(4);
    expect(await drawn("#d0")).toBe(none);
  });

  test(`${name}: no thing covers a door`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await visit(page, EDITION);
    const slots = await page.locator(".doors > li").evaluateAll((slots) =>
      slots.map((slot) => {
        const measure = (property) => Number(getComputedStyle(slot).getPropertyValue(property));
        return { slot: slot.className, x: measure("--x"), y: measure("--y"), w: measure("--w"), h: measure("--h") };
      }),
    );
    expect(slots).toHaveLength(24);
    await page.goto(`${picture}#final`);
    const things = await page.locator(".t > *").evaluateAll((parts) =>
      parts.map((part) => {
        const { x, y, width: w, height: h } = part.getBoundingClientRect();
        const origin = document.documentElement.viewBox.baseVal;
        return { thing: part.parentElement.id, x: x + origin.x, y: y + origin.y, w, h };
      }),
    );
    const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
    const covered = things.flatMap((thing) => slots.filter((slot) => overlap(thing, slot)).map((slot) => ({ thing, slot })));
    expect(things.length).toBeGreaterThanOrEqual(24);
    expect(covered).toEqual([]);
  });
}

/** Runs in a page: returns a digest of an image's pixels. */
async function pixels(source) {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return data.reduce((digest, value) => (Math.imul(digest, 31) + value) | 0, 0);
}
