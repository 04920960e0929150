// The funders: the emblem of the European Union is visible without scrolling, and no other logo is larger, the header's
// included (regulation (EU) 2021/1060, annex IX).
import { expect, test, visit } from "../support/page.mjs";

const STATEMENT = "Medfinansieras av Europeiska unionen";

for (const at of ["2026-06-01T12:00", "2026-12-07T08:00"]) {
  test.describe(at, () => {
    test.use({ at });

    test("emblem and statement are on the first screen of the start page", async ({ page, viewport }) => {
      await visit(page, "/");
      const statement = page.locator(".head .eu");
      await expect(statement).toContainText(STATEMENT);
      await expect(statement).toBeInViewport({ ratio: 1 });
      const emblem = await statement.locator("img").boundingBox();
      expect(emblem.y + emblem.height).toBeLessThanOrEqual(viewport.height);
      // Without the white edge, which is as wide on all sides.
      const flag = await statement.locator("img").evaluate((img) => img.clientWidth / img.clientHeight);
      expect(flag).toBeCloseTo(1.5, 1);
      expect(await drawn(statement.locator("img"))).toBe(true);
      const height = await statement.locator("img").evaluate((img) => img.clientHeight);
      expect(height).toBeGreaterThanOrEqual(40);
      expect((await page.locator(".head .brand img").boundingBox()).height).toBeLessThanOrEqual(height);
      // White on the dark band, in a typeface that may stand there, upright and without a line.
      const style = await statement.evaluate((node) => {
        const { color, fontFamily, fontStyle, textDecorationLine } = getComputedStyle(node);
        const { filter, opacity, mixBlendMode } = getComputedStyle(node.querySelector("img"));
        return { color, font: fontFamily.split(",")[0], fontStyle, textDecorationLine, filter, opacity, mixBlendMode };
      });
      expect(style).toEqual({
        color: "rgb(255, 255, 255)", font: "Arial", fontStyle: "normal", textDecorationLine: "none",
        filter: "none", opacity: "1", mixBlendMode: "normal",
      });
    });

    test("no logo at the foot is larger than the emblem", async ({ page }) => {
      await visit(page, "/");
      const foot = page.locator(".funders");
      await foot.scrollIntoViewIfNeeded();
      await expect(foot).toContainText(STATEMENT);
      // The flag alone, without its white edge.
      const emblem = await foot.locator(".eu img").evaluate(({ clientWidth: width, clientHeight: height }) => ({ width, height }));
      const logos = foot.locator(".logos img");
      expect(await logos.count()).toBeGreaterThan(0);
      for (const logo of await logos.all()) {
        await expect.poll(() => drawn(logo)).toBe(true);
        const { width, height } = await logo.boundingBox();
        expect(height, await logo.getAttribute("alt")).toBeLessThanOrEqual(emblem.height);
        expect(width * height, await logo.getAttribute("alt")).toBeLessThanOrEqual(emblem.width * emblem.height);
      }
    });
  });
}

const drawn = (image) => image.evaluate((img) => img.complete && img.naturalWidth > 0);
