// Editors edit editions and tags, admins the settings, with and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const done = (page) => page.locator('.notice[role="status"]');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("an edition is created, corrected and published", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      await ready(page);
      await page.getByRole("link", { name: "Kalendrar" }).click();
      await page.getByRole("link", { name: "Ny kalender", exact: true }).click();
      const slug = `prov-${Date.now()}`;
      await page.getByLabel("Titel").fill("Provkalendern");
      await page.getByLabel("Adress").fill("Två ord");
      await page.getByRole("button", { name: "Skapa kalendern" }).click();
      await expect(page.getByRole("alert")).toBeFocused();
      await expect(page.getByLabel("Titel")).toHaveValue("Provkalendern");
      await page.getByLabel("Adress").fill(slug);
      await page.getByLabel("Första dagen").fill("2030-12-01");
      await page.getByLabel("Antal luckor").fill("3");
      await page.getByRole("button", { name: "Skapa kalendern" }).click();
      await expect(done(page)).toContainText("utkast");
      await expect(page.locator(".edition-days > li")).toHaveCount(3);

      await page.getByLabel("Namn på dag 2").fill("Mitten");
      await page.getByLabel("Synlighet").selectOption("published");
      await page.getByRole("button", { name: "Spara", exact: true }).click();
      await expect(done(page)).toContainText("Något saknas på dag 1–3");
      await expect(page.getByLabel("Namn på dag 2")).toHaveValue("Mitten");
      await visit(page, `/kalender/${slug}`);
      // Restored for the other tests.
      await page.goBack();
      await page.getByLabel("Synlighet").selectOption("draft");
      await page.getByRole("button", { name: "Spara", exact: true }).click();
      await expect(done(page)).toContainText("utkast igen");
    });

    test("a tag is added, deleted and restored", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      await ready(page);
      await page.getByRole("link", { name: "Etiketter" }).click();
      const name = `Prov ${javaScriptEnabled} ${Date.now()}`;
      await page.locator("#name-0").fill(name);
      await page.getByRole("button", { name: "Lägg till" }).click();
      await expect(done(page)).toContainText("finns nu");
      const row = page.locator(".entries > li").filter({ has: page.locator("h2", { hasText: name }) });
      await row.locator("summary").click();
      await row.getByRole("button", { name: "Ta bort" }).click();
      await expect(done(page)).toContainText("är borttagen");
      await expect(row).toHaveCount(0);
      await page.getByRole("button", { name: "Ångra" }).click();
      await expect(row).toHaveCount(1);
    });

    test("a setting is changed, Enter saves, a row is removed and restored", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "admin" }));
      await visit(page, "/admin/installningar");
      await ready(page);
      await page.getByRole("link", { name: "Meny och länkar" }).click();
      const first = page.locator("#head-0-label");
      await expect(first).toHaveValue("Kalendern");
      await first.press("Enter");
      await expect(done(page)).toContainText("Det är sparat");
      await page.locator("#head").getByRole("button", { name: "Ta bort Kalendern" }).click();
      await expect(done(page)).toContainText("Raden är borttagen");
      await expect(first).toHaveValue("Blogg");
      await page.getByRole("button", { name: "Ångra" }).click();
      await expect(first).toHaveValue("Kalendern");
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("axe finds no violations, and nothing is wider than the screen", async ({ page, site, isMobile }) => {
      test.setTimeout(120_000);
      await logIn(page, await newAccount(site, { role: "admin" }));
      for (const path of [
        "/admin/kalendrar",
        "/admin/kalendrar/ny",
        "/admin/kalendrar/1",
        "/admin/kalendrar/ny?efter=1",
        "/admin/kalendrar/genrep?kalender=1&dag=3",
        "/admin/etiketter",
        "/admin/statistik",
        "/admin/installningar",
        "/admin/installningar/webbplatsen",
        "/admin/installningar/lankar",
        "/admin/installningar/finansiarer",
        "/admin/installningar/trygghet",
        "/admin/installningar/ordval",
        "/admin/handelser",
        "/admin/tavla",
        "/admin/tavla?dag=7",
      ]) {
        await visit(page, path);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wider, path).toBeLessThanOrEqual(0);
        await expectAccessible(page, `${path} ${colorScheme}`);
      }
      if (isMobile) {
        await page.getByText("Mer", { exact: true }).click();
        await expect(page.getByRole("link", { name: "Mitt konto" })).toBeVisible();
        await expectAccessible(page, `the links behind the button ${colorScheme}`);
      }
    });
  });
}

test("by keyboard: a label is typed and saved from its own field", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "editor" }));
  await visit(page, "/admin/kalendrar/1");
  await page.locator("#label-2").focus();
  await page.keyboard.type("Tvåan");
  await page.keyboard.press("Tab");
  await expect(page.locator("#label-3, .edition-days a").and(page.locator(":focus"))).toHaveCount(1);
  await page.locator("#label-2").press("Enter");
  await expect(done(page)).toContainText("Kalendern är sparad");
  await page.locator("#label-2").fill("");
  // The field is empty already: that it was saved is seen on the page as it comes anew.
  const saved = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator("#label-2").press("Enter");
  await saved;
  await visit(page, "/admin/kalendrar/1");
  await expect(page.locator("#label-2")).toHaveValue("");
});

test("at 320 px the navigation at the foot has large enough targets", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await logIn(page, await newAccount(site, { role: "admin" }));
  for (const way of await page.locator(".rail > ul > li").all()) {
    const { width, height, x } = await way.boundingBox();
    expect(width).toBeGreaterThanOrEqual(44);
    expect(height).toBeGreaterThanOrEqual(44);
    expect(x + width).toBeLessThanOrEqual(320);
  }
  await page.getByText("Mer", { exact: true }).click();
  await page.getByRole("link", { name: "Händelser" }).click();
  await expect(page.locator("h1")).toHaveText("Händelser");
});
