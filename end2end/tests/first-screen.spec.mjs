// The first screen of a phone in season: the name of the day, the way to its door, and where the town begins.
import { EDITION } from "../support/calendar.mjs";
import { expect, test, visit } from "../support/page.mjs";

const DAYS = [
  ["2026-11-28T12:00", "Tre dagar kvar", null],
  ["2026-12-12T08:00", "Lördag 12 december", "Öppna lucka 12"],
  ["2026-12-13T08:00", "Söndag 13 december", "Öppna lucka 13"],
  ["2026-12-24T09:00", "Torsdag 24 december", "Öppna lucka 24"],
  ["2026-12-27T09:00", "Det här var 2026", null],
];

for (const [at, heading, button] of DAYS) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${at} ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
      test.use({ at, javaScriptEnabled });

      for (const [width, height] of [[320, 568], [390, 844]]) {
        test(`fits into ${width} × ${height}`, async ({ page }) => {
          await page.setViewportSize({ width, height });
          for (const path of ["/", EDITION]) {
            await visit(page, path);
            const name = page.locator(".now .display");
            await expect(name).toContainText(new RegExp(heading.replaceAll(" ", "\\s")));
            await expect(name, path).toBeInViewport({ ratio: 1 });
            const link = page.getByRole("link", { name: /^Öppna lucka/ });
            if (button) {
              await expect(link).toHaveAccessibleName(button);
              await expect(link, path).toBeInViewport({ ratio: 1 });
            } else {
              await expect(link).toHaveCount(0);
            }
            await expect(page.locator(".head .eu"), path).toBeInViewport({ ratio: 1 });
            const town = await page.locator(".town").boundingBox();
            expect(height - town.y, `${path}: the town begins`).toBeGreaterThan(60);
          }
        });
      }
    });
  }
}
