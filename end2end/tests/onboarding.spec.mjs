// The first day of a new staff member, by keyboard: from the invitation to a guldkorn that readers find behind its door.
import { rm } from "node:fs/promises";
import { expect, test as base, visit } from "../support/page.mjs";
import { dataFolder, serve } from "../support/server.mjs";
import { LOG_IN, logIn, newAccount } from "../support/staff.mjs";
import { flash } from "../support/editor.mjs";

/** A site whose data folder is kept when its server stops. */
const test = base.extend({
  site: async ({}, use) => {
    const data = await dataFolder();
    const site = await serve({ at: "2026-11-30T09:00", data });
    await use(site);
    await site.stop();
    await rm(data, { recursive: true });
  },
});

const DOOR = "/kalender/2026/lucka/7";
const PASSWORD = "sju gula paraplyer";

test("an invited person writes a guldkorn, previews it on its day and schedules it", async ({ page, site, browser }) => {
  const email = `newcomer.${Date.now()}@exempel.se`;
  await visit(page, await invitation(browser, site, email));
  await write(page, page.getByLabel("Nytt lösenord"), PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(LOG_IN);
  await write(page, page.getByLabel("E-post"), email);
  await write(page, page.getByLabel("Lösenord"), PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/admin");

  await press(page, page.getByRole("button", { name: "Guldkorn: Citat" }));
  await expect(page.locator(".editor-text")).toBeVisible();
  await write(page, page.getByLabel("Rubrik"), "Första steget ut");
  await write(page, page.locator("#quote"), "Jag gik ut.");
  await write(page, page.getByLabel("Vem säger eller berättar det?"), "deltagare, 28 år");
  await write(page, page.getByRole("textbox", { name: "Text", exact: true }), "Sedan gick vi tillsammans.");
  await expect(page.locator("#kept")).toHaveText(/^Sparad/);

  await tabTo(page, page.locator("#door"));
  const chosen = () => page.locator("#door option:checked").innerText();
  while (!(await chosen()).startsWith("7 ")) await page.keyboard.press("ArrowDown");
  await press(page, page.getByRole("button", { name: "Häng på luckan" }));
  await expect(flash(page)).toContainText("Texten hänger på lucka 7. Den öppnas måndag 7 december 2026 kl. 00.00.");

  await press(page, page.getByRole("button", { name: "Förhandsgranska" }));
  await expect(page.locator(".as-of")).toContainText("måndag 7 december 2026");
  await expect(page.frameLocator(".stage iframe").getByText("Jag gik ut.").first()).toBeVisible();
  await press(page, page.getByRole("link", { name: "Tillbaka till texten" }));
  await expect(page.locator(".editor-text")).toBeVisible();
  await write(page, page.locator("#quote"), "Jag gick ut.");
  await press(page, page.getByRole("button", { name: "Publicera", exact: true }).first());
  await expect(flash(page)).toContainText("Texten är schemalagd och hänger på lucka 7.");
  await expect(page.locator(".status")).toHaveText("Schemalagd");

  await visit(page, DOOR, 403);
  // An open page still asks for what its reader may need next.
  await page.close();
  await site.stop();
  const later = await serve({ at: "2026-12-07T00:00", data: site.folder });
  const answer = await fetch(later.url + DOOR);
  const text = await answer.text();
  await later.stop();
  expect(text).toContain("Jag gick ut.");
  expect(text).not.toContain("Jag gik ut.");
});

/** Invites somebody as an admin, and returns the link. */
async function invitation(browser, site, email) {
  const context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  await logIn(page, await newAccount(site, { role: "admin" }));
  await visit(page, "/admin/personer");
  await page.getByLabel("Namn").fill("Nora Ny");
  await page.getByLabel("E-post").fill(email);
  await page.locator("form").filter({ hasText: "Bjud in" }).getByLabel("Roll").selectOption("editor");
  await page.getByRole("button", { name: "Bjud in" }).click();
  const link = new URL(await page.locator(".fresh-link code").innerText()).pathname;
  await context.close();
  return link;
}

async function tabTo(page, target) {
  for (let steps = 0; steps < 150; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not lead to ${target}.`);
}

async function write(page, target, text) {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

async function press(page, target) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}
