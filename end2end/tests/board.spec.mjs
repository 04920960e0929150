// The board: an edition is filled, and what is on its days is moved, by plain forms.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const BOARD = "/admin/tavla";
const day = (page, number) => page.locator(`[data-day="${number}"]`);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("a day is chosen, its text moved, and that undone", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      await visit(page, BOARD);
      await ready(page);
      await expect(page.locator("[data-day]")).toHaveCount(24);
      const from = await page.locator('[data-progress="done"]').last().getAttribute("data-day");
      const title = await day(page, from).locator(".what").textContent();
      await day(page, from).getByRole("link").click();
      await expect(page.locator("#vald")).toContainText(`Dag ${from},`);
      await expect(page.locator(".panel .title")).toHaveText(title);
      await ready(page);
      const to = from === "24" ? "23" : "24";
      const option = page.locator("#to option", { hasText: `${to} – ` });
      await page.getByLabel("Flytta till dag").selectOption(await option.getAttribute("value"));
      const sure = page.locator("#move-sure");
      if (await sure.isVisible()) await sure.check();
      await page.getByRole("button", { name: "Flytta", exact: true }).click();
      await expect(page.locator(".notice, .question").first()).toBeVisible();
      if (await page.locator(".question").isVisible()) {
        const again = page.locator("#question-sure");
        if (await again.isVisible()) await again.check();
        await page.getByRole("button", { name: /^Byt plats/ }).click();
        await ready(page);
      }
      await expect(page.locator(".notice")).toContainText(title);
      await expect(day(page, to)).toContainText(title);
      await page.getByRole("button", { name: "Ångra" }).click();
      await expect(page.locator(".notice")).toContainText("Det är ångrat.");
      await expect(day(page, from)).toContainText(title);
    });
  });
}

test("the board and a chosen day are accessible and fit", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "editor" }));
  for (const address of [BOARD, `${BOARD}?dag=7`]) {
    await visit(page, address);
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("24 days are one screen on a desktop and two at most on a phone", async ({ page, site }) => {
    await logIn(page, await newAccount(site, { role: "editor" }));
    for (const [width, height, screens] of [
      [1280, 800, 1],
      [390, 844, 2],
    ]) {
      await page.setViewportSize({ width, height });
      await visit(page, BOARD);
      const { y, height: size } = await page.locator(".days").boundingBox();
      expect(y + size, `${width} px`).toBeLessThanOrEqual(height * screens);
    }
  });
});
