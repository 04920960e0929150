// Pages that have nothing else to show: a dark house with one lit window, a sentence that helps, and the way on.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";

const PAGES = [
  { path: "/finns-inte", status: 404, heading: "Sidan finns inte" },
  { path: "/inlagg/en-berattelse-som-togs-tillbaka", status: 410, heading: "Texten är borttagen" },
  { path: "/finns-inte.php", status: 404, heading: "Sidan finns inte", plain: true },
  { path: "/sok?q=zzxxqq", status: 200, heading: "Inga träffar för zzxxqq" },
];

for (const colorScheme of ["light", "dark"]) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${colorScheme}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
      test.use({ colorScheme, javaScriptEnabled });

      for (const { path, status, heading } of PAGES) {
        test(`${path} shows the house and helps`, async ({ page }) => {
          await visit(page, path, status);
          const house = page.locator("main .dark-house");
          await expect(house.getByRole("heading", { name: heading })).toBeInViewport();
          await expect(house.locator("a.button").first()).toBeInViewport();
          const picture = house.locator("img");
          await expect(picture).toBeVisible();
          if (javaScriptEnabled) {
            expect(await picture.evaluate((img) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(0);
            await expectAccessible(page, path);
          }
        });
      }
    });
  }
}

for (const width of [320, 600, 870, 1280, 2560]) {
  test(`at ${width} px the words stand clear of the house`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const { path, status } of PAGES) {
      await visit(page, path, status);
      const { words, house, wide } = await page.locator(".dark-house").evaluate((section) => {
        const box = (element) => element.getBoundingClientRect();
        const picture = box(section.querySelector("img"));
        const range = document.createRange();
        range.selectNodeContents(section.querySelector("div"));
        // Where the drawing, 1600 x 420, has the house's left gable and its roof.
        const scale = Math.max(picture.width / 1600, picture.height / 420);
        const left = picture.left + (picture.width - 1600 * scale) / 2 + 940 * scale;
        return {
          words: { right: box(range).right, bottom: box(range).bottom },
          house: { left, top: picture.bottom - (420 - 106) * scale },
          wide: document.documentElement.scrollWidth > innerWidth,
        };
      });
      expect(wide, path).toBe(false);
      expect(words.right < house.left || words.bottom < house.top, `${path}: ${JSON.stringify({ words, house })}`).toBe(true);
    }
  });
}

test.describe("in season", () => {
  test.use({ at: "2026-12-12T08:00" });

  test("the way on is today's door", async ({ page }) => {
    await visit(page, "/finns-inte", 404);
    await page.getByRole("link", { name: "Öppna lucka 12" }).click();
    await expect(page).toHaveURL("/kalender/2026/lucka/12");
  });

  test("an empty search that was typed leads there, too", async ({ page }) => {
    await visit(page, "/sok");
    await hydrated(page);
    await page.getByRole("searchbox").fill("zzxxqq");
    await expect(page.getByRole("heading", { name: "Inga träffar för zzxxqq" })).toBeVisible();
    await page.getByRole("link", { name: "Öppna lucka 12" }).click();
    await expect(page).toHaveURL("/kalender/2026/lucka/12");
  });
});

test("without the picture the page is whole", async ({ page }) => {
  await page.route("**/scener/hus.svg", (route) => route.fulfill({ status: 200, contentType: "image/svg+xml", body: "" }));
  await visit(page, "/finns-inte", 404);
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  await expectAccessible(page, "/finns-inte without its picture");
});
