// A new edition from an earlier one, what a change moves before it is saved, undoing it, and the rehearsal.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const done = (page) => page.locator('.notice[role="status"]');

/** Opens the page of the demo's edition of 2026. */
async function openEdition(page) {
  await visit(page, "/admin/kalendrar");
  await page.locator(".entries h2 a", { hasText: "2026" }).first().click();
  await expect(page.locator(".edition-days > li")).toHaveCount(24);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("next year's edition is made from this year's, moved by a day, and that undone", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      await visit(page, "/admin/kalendrar");
      await ready(page);
      const row = page.locator(".entries > li", { has: page.locator("h2", { hasText: "2026" }) }).first();
      await row.getByRole("link", { name: /^Ny kalender från den här/ }).click();
      await expect(page.locator("main")).toContainText("Namnen på dagarna följer med");
      await ready(page);
      const slug = `fran-${Date.now()}`;
      await page.getByLabel("Titel").fill("Provet");
      await page.getByLabel("Adress").fill(slug);
      await page.getByLabel("Första dagen").fill("2032-12-01");
      await page.getByLabel("Bara de som jag kryssar för").check();
      await page.getByText("Välj texter").click();
      await page.locator('input[name="text_days[]"]').first().check();
      await page.getByRole("button", { name: "Skapa kalendern" }).click();
      await expect(done(page)).toContainText("En text följde med som utkast");
      await expect(page.locator(".edition-days > li", { hasText: "Kopia av" })).toHaveCount(1);
      await ready(page);

      await page.getByLabel("Första dagen").fill("2032-12-02");
      await page.getByRole("button", { name: "Spara", exact: true }).click();
      await expect(page.getByRole("heading", { name: "Det här ändras" })).toBeVisible();
      await expect(page.locator(".moved-days li")).toHaveCount(24);
      if (javaScriptEnabled) await expectAccessible(page, "what moves");
      await ready(page);
      await page.getByRole("button", { name: "Gå tillbaka och ändra" }).click();
      await expect(page.getByLabel("Första dagen")).toHaveValue("2032-12-02");
      await ready(page);
      await page.getByRole("button", { name: "Spara", exact: true }).click();
      await ready(page);
      await page.getByRole("button", { name: "Spara ändringen" }).click();
      await expect(done(page)).toContainText("En text fick en ny tid");
      await ready(page);
      await page.getByRole("button", { name: "Ångra" }).click();
      await expect(done(page)).toContainText("Det är ångrat.");
      await expect(page.getByLabel("Första dagen")).toHaveValue("2032-12-01");

      await ready(page);
      await page.getByRole("button", { name: "Publicera kalendern" }).click();
      await expect(done(page)).toContainText("Kalendern är publicerad.");
      // Hidden again for the other tests.
      await ready(page);
      await page.locator(".visibility summary").click();
      await page.getByRole("button", { name: "Gör kalendern till utkast" }).click();
      await expect(done(page)).toContainText("utkast igen");
    });

    test("the rehearsal leads from day to day", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "reviewer" }));
      await openEdition(page);
      await ready(page);
      await page.getByRole("link", { name: "genrep, alla dagar" }).click();
      const words = page.locator("[data-words-now]");
      await expect(words).toContainText("av 24");
      if (javaScriptEnabled) await page.getByRole("button", { name: "Pausa" }).click();
      await page.getByRole("link", { name: "Dag 23", exact: true }).click();
      await expect(words).toContainText("Dag 23 av 24");
      await page.getByRole("link", { name: "Nästa dag" }).click();
      await expect(words).toContainText("Dag 24 av 24");
      await expect(page.getByRole("link", { name: "Nästa dag" })).toBeHidden();
      await page.getByRole("link", { name: "Föregående dag" }).click();
      await expect(words).toContainText("Dag 23 av 24");
      await expect(page.frameLocator(".stage iframe").locator("#forhandsvisning")).toContainText("23");
    });
  });
}

test("the rehearsal plays by itself, pauses, and obeys the arrow keys", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "reviewer" }));
  await openEdition(page);
  await hydrated(page);
  await page.getByRole("link", { name: "genrep, alla dagar" }).click();
  const words = page.locator("[data-words-now]");
  await page.getByLabel("Fart").selectOption({ label: "Snabb" });
  // The third day, or one after it: each is there for little more than a second.
  await expect(words).toContainText(/Dag ([3-9]|1\d|2\d) av 24/, { timeout: 30_000 });
  const play = page.getByRole("button", { name: "Pausa" });
  await play.click();
  await expect(page.getByRole("button", { name: "Spela" })).toBeFocused();
  await page.keyboard.press("Home");
  await expect(words).toContainText("Dag 1 av 24");
  await page.keyboard.press("ArrowRight");
  await expect(words).toContainText("Dag 2 av 24");
  await page.keyboard.press("End");
  await expect(words).toContainText("Dag 24 av 24");
});

test("with reduced motion the rehearsal waits for somebody to play it", async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await logIn(page, await newAccount(site, { role: "reviewer" }));
  await openEdition(page);
  await hydrated(page);
  await page.getByRole("link", { name: "genrep, alla dagar" }).click();
  await expect(page.getByRole("button", { name: "Spela" })).toBeVisible();
  await expect(page.locator("[data-words-now]")).toContainText("Dag 1 av 24");
});
