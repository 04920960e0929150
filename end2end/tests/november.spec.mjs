// The whole of an editor's November: the next edition from this year's, filled, its empty days warned about, a text read
// by another, and a day looked at on a phone. `make bench` measures the first part over 24 days.
import { day } from "../support/board.mjs";
import { fillNextYear } from "../support/november.mjs";
import { expect, hydrated, testOnOwnSite as test, visit } from "../support/page.mjs";
import { fillIn, LOG_IN, logIn, newAccount } from "../support/staff.mjs";

test.use({ at: "2026-11-15T08:00" });
const DAYS = { placed: 4, empty: 2 };

test("next year's edition is made, filled, warned about, read and looked at on a phone", async ({ page, site, browser }) => {
  await logIn(page, await newAccount(site, { role: "editor" }));
  const { making, filling } = await fillNextYear(page, DAYS);
  expect(making.clicks).toBe(4);
  // Publish, and on to the next; the only key leads from the title to the text.
  expect([filling.clicks, filling.keys]).toEqual([2 * DAYS.placed, DAYS.placed]);

  await page.getByRole("link", { name: "Till kalendern" }).click();
  await expect(page.locator(".visibility")).toContainText("Något saknas på dag 5–6.");
  await page.getByRole("link", { name: "Tavlan", exact: true }).last().click();
  await expect(page.locator(".count")).toHaveText("4 av 6 dagar är klara. 2 saknar text.");
  const board = page.url();
  await visit(page, "/admin");
  await expect(page.locator(".empty-doors")).toContainText("lucka 5–6 är tomma. Kalendern är ett utkast.");

  const reader = await newAccount(site, { role: "reviewer" });
  await page.goto(board);
  await hydrated(page);
  await day(page, 2).getByRole("link").click();
  await page.getByRole("link", { name: "Kommentarer och läsning" }).click();
  await hydrated(page);
  await page.locator("summary", { hasText: "Be om läsning" }).click();
  const name = page.locator("#person option", { hasText: "granskare" }).last();
  await page.getByLabel("Vem ska läsa?").selectOption(await name.getAttribute("value"));
  await page.getByRole("button", { name: "Be om läsning" }).click();
  await expect(page.locator(".notice")).toBeVisible();

  const phone = await browser.newContext({ baseURL: site.url, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const other = await phone.newPage();
  await other.goto(LOG_IN);
  await fillIn(other, reader);
  await other.getByRole("link", { name: /Guldkorn nummer 2/ }).first().click();
  await hydrated(other);
  const passage = other.locator("[data-passage]", { hasText: "Vi gick ut" });
  await passage.locator("summary").click();
  await passage.getByLabel("Kommentar", { exact: true }).fill("Fint. Vem gick med?");
  await passage.getByRole("button", { name: "Spara kommentaren" }).click();
  await expect(other.locator(".notice")).toContainText("Kommentaren är sparad.");
  await hydrated(other);
  await other.getByRole("button", { name: "Läst", exact: true }).click();
  await expect(other.locator(".readings")).toContainText("har läst texten");
  await other.goto(board);
  await hydrated(other);
  await day(other, 2).getByRole("link").click();
  await expect(other.locator(".panel")).toContainText("Läst av");
  await other.getByRole("link", { name: "Se luckan som den blir" }).click();
  await expect(other.frameLocator("iframe").locator("body")).toContainText("Guldkorn nummer 2");
  const overflow = await other.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await phone.close();
});
