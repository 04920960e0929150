// The path: a scene for series of any length and season.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expectAccessible } from "../support/axe.mjs";
import { expect, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const SCENES = new URL("../../public/scener/", import.meta.url);
const MOST_BYTES = 9_000;
const LEAST_SIDE = 44;

test.use({ at: "2027-04-12T08:00", javaScriptEnabled: false });

test("its drawings weigh at most 9 kB together, compressed", async () => {
  const files = await Promise.all(["bred", "mellan", "smal"].map((name) => readFile(new URL(`stig-${name}.svg`, SCENES))));
  expect(files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

/** Creates a series as an editor does, and publishes it. */
async function series(page, site, days) {
  await logIn(page, await newAccount(site, { role: "editor" }));
  await visit(page, "/admin/kalendrar/ny");
  const field = (name) => page.locator(`[name="edition[${name}]"]`);
  const slug = `stigen-${days}`;
  for (const [name, value] of Object.entries({ title: `${days} dagar`, slug, first_day: "2027-04-01", days: `${days}` }))
    await field(name).fill(value);
  await field("scene").selectOption("path");
  await page.locator("main form .button").first().click();
  await field("state").selectOption("published");
  await page.locator("#kalender > .button").click();
  await page.context().clearCookies();
  return `/kalender/${slug}`;
}

for (const days of [10, 30, 99, 366]) {
  test(`${days} days fit every width, and every lantern can be hit`, async ({ page, site }) => {
    test.setTimeout(120_000);
    const path = await series(page, site, days);
    for (const colorScheme of ["light", "dark"])
      for (const width of [320, 390, 800, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await visit(page, path);
        await expect(page.locator(".stretch a[data-door]")).toHaveCount(days);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const boxes = await page.locator(".stretch a[data-door]").evaluateAll((doors) =>
          doors.map((door) => door.getBoundingClientRect()).map(({ x, y, width: w, height }) => ({ x, y, w, height })),
        );
        for (const { x, w, height } of boxes) {
          expect(Math.min(w, height)).toBeGreaterThanOrEqual(LEAST_SIDE);
          expect(x >= 0 && x + w <= width).toBe(true);
        }
        const overlap = (one, other) =>
          one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.height && other.y < one.y + one.height;
        const near = boxes.flatMap((box, index) => boxes.slice(index + 1, index + 12).filter((other) => overlap(box, other)));
        expect(near).toEqual([]);
      }
  });
}

test.describe("with scripts", () => {
  test.use({ javaScriptEnabled: true });

  test("a path is accessible", async ({ page, site, browser }) => {
    const editor = await browser.newPage({ baseURL: site.url, javaScriptEnabled: false });
    const path = await series(editor, site, 31);
    await editor.close();
    await visit(page, path);
    await expectAccessible(page, path);
  });
});
