// The editor: texts are autosaved, saved, published, withdrawn, and never lost. With and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { LOG_IN, fillIn, logIn, newAccount } from "../support/staff.mjs";
import { begin, body, door, flash, newCalendar, open, press, saveStatus } from "../support/editor.mjs";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const js = { javaScriptEnabled };

    test("a guldkorn with a quote is written, hung on a door and scheduled", async ({ page, site }) => {
      await logIn(page, await newAccount(site));
      const calendar = await newCalendar(page);
      const id = await begin(page, { kind: "guldkorn", form: "quote" }, js);
      await press(page, "Publicera");
      await expect(page.getByRole("alert").first()).toContainText("kan inte publiceras än");
      const title = `Ett steg i taget ${id}`;
      await page.getByLabel("Rubrik").fill(title);
      await page.locator("#quote").fill("Jag tog ett steg, och sedan ett till.");
      await page.getByLabel("Vem säger eller berättar det?").fill("deltagare, 31 år");
      await body(page).fill("Det började med en kopp kaffe.");
      await page.locator("#door").selectOption(await door(page, calendar, 1));
      await press(page, "Häng på luckan");
      await expect(flash(page)).toContainText("Texten hänger på lucka");
      await expect(page.getByLabel("Rubrik")).toHaveValue(title);
      await press(page, "Publicera");
      await expect(flash(page)).toContainText("Texten är schemalagd och hänger på lucka");
      await expect(page.locator(".status")).toHaveText("Schemalagd, väntar på kalendern");
      await page.locator("#quote").fill("Jag tog ett steg. Sedan tog jag ett till.");
      await press(page, "Publicera ändringarna");
      await expect(page.locator(".status")).toHaveText("Schemalagd, väntar på kalendern");
      await page.getByRole("button", { name: "Nästa tomma lucka: 2" }).click();
      await expect(page.locator("#door option:checked")).toContainText("2 – ");
      await expect(page.getByLabel("Rubrik")).toBeFocused();
    });

    test("a text is restored from the trash, and an older version is restored", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "writer" }));
      await begin(page, { kind: "article" }, js);
      await page.getByLabel("Rubrik").fill("Första versionen");
      await body(page).fill("Så här löd den först.");
      await press(page, "Spara");
      await expect(flash(page)).toContainText("Texten är sparad.");
      await body(page).fill("Så här löd den sedan.");
      await press(page, "Spara");
      await page.getByRole("link", { name: "Tidigare versioner" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tidigare versioner");
      await expect(page.locator("del").first()).toContainText("först");
      await expect(page.locator("ins").first()).toContainText("sedan");
      await expect(page.locator(".entries > li")).toHaveCount(2);
      await press(page, "Ta tillbaka version 1");
      await expect(flash(page)).toContainText("Version 1 är tillbaka");
      if (javaScriptEnabled) await expect(page.locator(".editor-text")).toBeVisible();
      await expect(page.locator("#body")).toHaveValue("Så här löd den först.");

      await press(page, "Lägg i papperskorgen");
      await expect(flash(page)).toContainText("papperskorgen");
      await expect(page.getByLabel("Rubrik")).toBeDisabled();
      await press(page, "Ångra");
      await expect(flash(page)).toContainText("Texten är tillbaka");
      await expect(page.getByLabel("Rubrik")).toBeEnabled();
    });

    test("a writer marks a text as ready, an editor publishes and withdraws it", async ({ page, site, browser }) => {
      const writer = await newAccount(site, { role: "writer" });
      await logIn(page, writer);
      const id = await begin(page, { kind: "article" }, js);
      const word = `Vattenfall${id}`;
      await page.getByLabel("Rubrik").fill(word);
      await body(page).fill("En text om mod.");
      await expect(page.getByRole("button", { name: "Publicera" })).toHaveCount(0);
      await press(page, "Klar för publicering");
      await expect(page.locator(".status")).toHaveText("Klar för publicering");

      const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled });
      const other = await context.newPage();
      await logIn(other, await newAccount(site));
      await open(other, `/admin/inlagg/${id}`, js);
      await press(other, "Publicera");
      await expect(flash(other)).toContainText("Texten är publicerad.");
      const path = await other.getByRole("link", { name: "Visa på webbplatsen" }).getAttribute("href");
      const places = [`/sok?q=${word}`, "/feed.xml", "/blogg"];
      expect((await fetch(site.url + path)).status).toBe(200);
      for (const place of places) expect(await (await fetch(site.url + place)).text(), place).toContain(word);
      await press(other, "Dra tillbaka");
      await expect(flash(other)).toContainText("Ingen läsare ser den längre");
      expect((await fetch(site.url + path)).status).toBe(410);
      for (const place of places) {
        const html = await (await fetch(site.url + place)).text();
        expect(html.split(word).length, place).toBeLessThanOrEqual(place.startsWith("/sok") ? 4 : 1);
        expect(html, place).not.toContain(path);
      }
      await context.close();
    });

    test("nobody overwrites what somebody else has saved", async ({ page, site, browser }) => {
      await logIn(page, await newAccount(site));
      const id = await begin(page, { kind: "article" }, js);
      await page.getByLabel("Rubrik").fill("Början");
      await body(page).fill("Vi började tillsammans.");
      await press(page, "Spara");

      const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled });
      const other = await context.newPage();
      await logIn(other, await newAccount(site));
      await open(other, `/admin/inlagg/${id}`, js);
      await body(other).fill("Den andra skrev om allt.");
      await press(other, "Spara");
      await expect(flash(other)).toContainText("Texten är sparad.");

      await body(page).fill("Den första skrev något annat.");
      if (javaScriptEnabled) {
        await expect(page.locator("#newer")).toContainText("sparade en nyare version");
        await page.getByRole("button", { name: "Jämför och välj" }).click();
      } else {
        await press(page, "Spara");
      }
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jämför och välj");
      await expect(page.locator("del").first()).toContainText("andra");
      await expect(page.locator("ins").first()).toContainText("första");
      await press(page, "Spara min text");
      await expect(page.locator("#body")).toHaveValue("Den första skrev något annat.");
      await page.getByRole("link", { name: "Tidigare versioner" }).click();
      await expect(page.locator(".entries > li")).toHaveCount(3);
      await context.close();
    });

  });

  test.describe(javaScriptEnabled ? "logged out, with JavaScript" : "logged out, without JavaScript", () => {
    test.use({ javaScriptEnabled, tolerate: /401 \(Unauthorized\)/ });
    const js = { javaScriptEnabled };

    test("an expired session loses nothing of what was typed", async ({ page, site, context }) => {
      const account = await newAccount(site);
      await logIn(page, account);
      const id = await begin(page, { kind: "article" }, js);
      await page.getByLabel("Rubrik").fill("Före");
      await press(page, "Spara");
      // The session ends on the server; the browser knows nothing of it.
      const { value } = (await context.cookies()).find(({ name }) => name === "guldkorn");
      await fetch(`${site.url}/api/staff/log_out`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie: `guldkorn=${value}` },
      });
      await page.getByLabel("Rubrik").fill("Medan sessionen tog slut");
      if (javaScriptEnabled) {
        await expect(page.locator("#news")).toContainText("Du är utloggad.");
        const [login] = await Promise.all([
          context.waitForEvent("page"),
          page.getByRole("link", { name: "Logga in i ett nytt fönster" }).click(),
        ]);
        await login.waitForURL(LOG_IN);
        await hydrated(login);
        await fillIn(login, account);
        await login.waitForURL("/admin");
        await login.close();
        await expect(saveStatus(page)).toHaveText(/Sparad \d\d\.\d\d/, { timeout: 20_000 });
        await expect(page.locator("#news")).toBeEmpty();
      } else {
        await press(page, "Spara");
        await expect(page).toHaveURL(LOG_IN);
        await expect(page.locator(".notice")).toContainText("Det du skrev är kvar");
        await fillIn(page, account);
        await visit(page, `/admin/inlagg/${id}`);
        await expect(flash(page)).toContainText("är tillbaka");
        await expect(page.getByLabel("Rubrik")).toHaveValue("Medan sessionen tog slut");
      }
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "beginning, with JavaScript" : "beginning, without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("writing begins in the title, and a text without a word is not kept", async ({ page, site }) => {
      await logIn(page, await newAccount(site));
      for (let times = 0; times < 2; times += 1) {
        await visit(page, "/admin");
        if (javaScriptEnabled) await hydrated(page);
        await page.getByRole("button", { name: "Artikel" }).click();
        await expect(page.getByLabel("Rubrik")).toBeFocused();
      }
      await visit(page, "/admin");
      await expect(page.getByRole("link", { name: "Namnlös text" })).toHaveCount(0);
    });

    test("a day's name is kept when a guldkorn is begun on a day, and the message has the focus", async ({ page, site }) => {
      await logIn(page, await newAccount(site));
      await newCalendar(page);
      await expect(page.locator(".notice").first()).toBeFocused();
      const calendar = page.url();
      await page.getByLabel("Namn på dag 3").fill("Min dag");
      await page.getByRole("button", { name: "Skriv ett guldkorn till dag 5" }).click();
      await expect(page.getByLabel("Rubrik")).toBeFocused();
      await visit(page, calendar);
      await expect(page.getByLabel("Namn på dag 3")).toHaveValue("Min dag");
      await expect(page.getByRole("button", { name: "Skriv ett guldkorn till dag 5" })).toBeVisible();
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds no violations in the editor and beside it, and nothing is wider than the screen", async ({ page, site }) => {
      await logIn(page, await newAccount(site));
      const id = await begin(page, { kind: "guldkorn", form: "photo" });
      await page.getByLabel("Rubrik").fill("Enlångrubrikutanmellanslagsominteryms".repeat(3));
      await press(page, "Spara");
      for (const path of [`/admin/inlagg/${id}`, `/admin/inlagg/${id}/versioner`, `/admin/inlagg/${id}/jamfor`]) {
        await visit(page, path);
        await hydrated(page);
        await page.locator("summary").evaluateAll((all) => all.forEach((one) => (one.parentElement.open = true)));
        await expectAccessible(page, `${path}, ${colorScheme}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, path).toBeLessThanOrEqual(0);
      }
    });
  });
}
