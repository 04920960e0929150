// The editor: texts are autosaved, saved, published, withdrawn, and never lost. With and without JavaScript.
import { fileURLToPath } from "node:url";
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { LOG_IN, fillIn, logIn, newAccount } from "../support/staff.mjs";
import { begin, body, flash, open, press, saveStatus, whileActing } from "../support/editor.mjs";

const PICTURE = fileURLToPath(new URL("../../server/demo/pictures/bro-960.webp", import.meta.url));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const js = { javaScriptEnabled };

    test("a guldkorn with a quote is written, hung on a door and scheduled", async ({ page, site }) => {
      await logIn(page, await newAccount(site));
      await newCalendar(page);
      const id = await begin(page, { kind: "guldkorn", form: "quote" }, js);
      await press(page, "Publicera");
      await expect(page.getByRole("alert").first()).toContainText("kan inte publiceras än");
      const title = `Ett steg i taget ${id}`;
      await page.getByLabel("Rubrik").fill(title);
      await page.locator("#quote").fill("Jag tog ett steg, och sedan ett till.");
      await page.getByLabel("Vem säger eller berättar det?").fill("deltagare, 31 år");
      await body(page).fill("Det började med en kopp kaffe.");
      await page.locator("#door").selectOption({ label: await door(page, 1) });
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

test.describe("without leaving the page", () => {
  const LONG = "En rad till.\n\n".repeat(60);

  test("saving and publishing leave the page, its place and the text as they are", async ({ page, site }) => {
    await logIn(page, await newAccount(site));
    await begin(page, { kind: "article" });
    await page.evaluate(() => (window.isSamePage = true));
    await page.getByLabel("Rubrik").fill("Kvar på sidan");
    await body(page).fill(LONG);
    await expect(saveStatus(page)).toHaveText(/Sparad/);
    // While somebody writes on a phone, the bar is at the top of the page.
    await page.getByLabel("Rubrik").focus();
    await page.evaluate(() => scrollTo(0, 900));
    const place = () => page.locator("#body").evaluate((field) => field.parentElement.getBoundingClientRect().top);
    const before = await place();
    for (const [name, words] of [["Spara", "Texten är sparad."], ["Publicera", "Texten är publicerad."]]) {
      // As a finger does it: Playwright's own click first scrolls to where the sticky bar would be without sticking.
      const { x, y } = await page.getByRole("button", { name, exact: true }).first().boundingBox();
      await whileActing(page, () => page.mouse.click(x + 9, y + 9));
      await expect(flash(page)).toContainText(words);
      await expect(flash(page)).toBeFocused();
      await expect(flash(page)).toBeInViewport();
      expect(Math.abs((await place()) - before)).toBeLessThan(2);
    }
    await expect(page.locator(".status")).toHaveText("Publicerad");
    // What is typed on is a draft of the revision that was just saved.
    await page.getByLabel("Rubrik").fill("Kvar på sidan, ändrad");
    await page.keyboard.press("Enter");
    await expect(page.locator("#done")).toContainText("Texten är sparad.");
    await expect(page.getByLabel("Rubrik")).toBeFocused();
    expect(await page.evaluate(() => window.isSamePage)).toBe(true);
    await page.getByRole("link", { name: "Tidigare versioner" }).click();
    await expect(page.locator(".entries > li")).toHaveCount(2);
    await expect(page.locator("ins").first()).toContainText("ändrad");
  });

  test("one guldkorn after another takes three clicks each, and no key but the words", async ({ page, site }) => {
    await logIn(page, await newAccount(site));
    await newCalendar(page);
    let clicks = 0;
    const click = async (target) => {
      clicks += 1;
      await target.click();
    };
    await click(page.getByRole("button", { name: "Skriv ett guldkorn till dag 1", exact: true }));
    for (const day of [1, 2, 3]) {
      await expect(page.getByLabel("Rubrik")).toBeFocused();
      await expect(page.locator("#door option:checked")).toContainText(`${day} – `);
      await expect(page.locator(".editor-text")).toBeVisible();
      await page.keyboard.type(`Guldkorn nummer ${day} i raden`);
      await click(body(page));
      await page.keyboard.type("Vi gick ut tillsammans.");
      await whileActing(page, () => click(page.getByRole("button", { name: "Publicera", exact: true }).first()));
      await expect(flash(page)).toContainText("Texten är schemalagd");
      if (day < 3) await click(page.getByRole("button", { name: `Nästa tomma lucka: ${day + 1}` }));
    }
    await click(page.getByRole("link", { name: "Till kalendern" }));
    await expect(page.locator(".edition-days > li").first()).toContainText("Guldkorn nummer 1");
    expect(clicks).toBe(3 * 3 + 1);
  });

  test("what is missing is said where the writer is", async ({ page, site }) => {
    await logIn(page, await newAccount(site));
    await begin(page, { kind: "article" });
    await page.getByLabel("Rubrik").fill("Utan text");
    await press(page, "Publicera");
    await expect(page.locator(".notice[role=alert]").first()).toBeFocused();
    await expect(page.locator(".notice[role=alert]").first()).toContainText("kan inte publiceras än");
    await expect(page.getByLabel("Rubrik")).toHaveValue("Utan text");
  });

  test.describe("without a network", () => {
    test.use({ tolerate: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ });

    test("a button says in our words that nothing was done, and loses nothing", async ({ page, site, context }) => {
      await logIn(page, await newAccount(site));
      await begin(page, { kind: "article" });
      await page.getByLabel("Rubrik").fill("Utan nät");
      await body(page).fill("En text om mod.");
      await context.setOffline(true);
      await page.getByRole("button", { name: "Publicera" }).first().click();
      await expect(page.locator("#news")).toContainText("Servern svarar inte, så ”Publicera” är inte gjort.");
      await expect(page.getByLabel("Rubrik")).toHaveValue("Utan nät");
      await context.setOffline(false);
      await press(page, "Publicera");
      await expect(flash(page)).toContainText("Texten är publicerad.");
    });
  });
});

/** Creates a calendar for one test, so that no other test's doors change. */
async function newCalendar(page) {
  await visit(page, "/admin/kalendrar/ny");
  await page.getByLabel("Titel").fill("Provkalendern");
  await page.getByLabel("Adress").fill(`prov-${Date.now()}`);
  await page.getByLabel("Första dagen").fill("2031-12-01");
  await page.getByRole("button", { name: "Skapa kalendern" }).click();
  await expect(page.locator(".edition-days > li").first()).toBeVisible();
}

/** Returns the label of a day in the newest calendar. */
async function door(page, day) {
  const labels = await page.locator("#door optgroup").first().locator("option").allTextContents();
  return labels.map((label) => label.trim()).find((label) => label.startsWith(`${day} – `));
}

test.describe("autosave", () => {
  test("the text is saved within two seconds of a pause, and survives a closed tab", async ({ page, site, context }) => {
    await logIn(page, await newAccount(site));
    const id = await begin(page, { kind: "article" });
    await page.getByLabel("Rubrik").fill("En text som överlever");
    await body(page).fill("Allt finns kvar.");
    await expect(saveStatus(page)).toHaveText(/Sparad \d\d\.\d\d/, { timeout: 4000 });
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await open(again, `/admin/inlagg/${id}`);
    await expect(again.getByLabel("Rubrik")).toHaveValue("En text som överlever");
    await expect(again.locator("#body")).toHaveValue("Allt finns kvar.");
    await expect(again.locator(".notice").first()).toContainText("inte sparad som version");
  });

  test.describe("without a network", () => {
    test.use({ tolerate: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ });

    test("this browser stores the text, and sends it when the network is back", async ({ page, site, context }) => {
      await logIn(page, await newAccount(site));
      const id = await begin(page, { kind: "article" });
      await context.setOffline(true);
      await page.getByLabel("Rubrik").fill("Skriven på tåget");
      await expect(page.locator("#news")).toContainText("Servern svarar inte");
      await expect(saveStatus(page)).toHaveText("Sparad i den här webbläsaren");
      // The text must survive a tab that is closed now.
      await page.close({ runBeforeUnload: false });
      await context.setOffline(false);
      const again = await context.newPage();
      await open(again, `/admin/inlagg/${id}`);
      await expect(again.getByLabel("Rubrik")).toHaveValue("Skriven på tåget");
      await expect(saveStatus(again)).toHaveText(/Sparad \d\d\.\d\d/);
      await context.setOffline(true);
      await again.getByLabel("Rubrik").fill("Skriven på tåget, igen");
      await expect(again.locator("#news")).toContainText("Servern svarar inte");
      await context.setOffline(false);
      await expect(saveStatus(again)).toHaveText(/Sparad \d\d\.\d\d/, { timeout: 20_000 });
      await expect(again.locator("#news")).toBeEmpty();
    });
  });

  test("a picture is public as soon as its text is, and not before", async ({ page, site }) => {
    await logIn(page, await newAccount(site));
    const id = await begin(page, { kind: "guldkorn", form: "photo" });
    await page.getByLabel("Rubrik").fill(`Bron ${id}`);
    await body(page).fill("Så här såg bron ut den morgonen.");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Välj en bild" }).click(),
    ]);
    await chooser.setFiles(PICTURE);
    await expect(page.locator("[data-picture-shown]")).toBeVisible();
    const address = await page.locator("[data-picture-shown]").getAttribute("src");
    expect((await fetch(site.url + address)).status, "readers do not see it yet").toBe(404);
    await page.getByLabel("Vad visar bilden?").fill("En smal bro över en bäck, i snö.");
    await press(page, "Publicera");
    await expect(flash(page)).toContainText("Texten är publicerad.");
    expect((await fetch(site.url + address)).status).toBe(200);
    const path = await page.getByRole("link", { name: "Visa på webbplatsen" }).getAttribute("href");
    expect(await (await fetch(site.url + path)).text()).toContain('alt="En smal bro över en bäck, i snö."');
  });

  test("the toolbar stays visible below the buttons of the page, however long the text is", async ({ page, site }) => {
    test.skip(page.viewportSize().width < 900, "on a phone they would leave too little room for the text");
    await logIn(page, await newAccount(site));
    await begin(page, { kind: "article" });
    await body(page).fill("En rad till.\n".repeat(80));
    await page.locator(".editor-text").evaluate((text) => scrollTo(0, scrollY + text.getBoundingClientRect().top + 300));
    const bar = await page.locator(".writing .bar").boundingBox();
    const buttons = await page.locator(".editor-bars").boundingBox();
    expect(bar.y).toBe(0);
    expect(buttons.y).toBeCloseTo(bar.height, 0);
  });

  test("on a phone the toolbar stays while somebody writes, in one row, and covers no text", async ({ page, site }) => {
    test.skip(page.viewportSize().width >= 900, "on a desktop there is room for both");
    await logIn(page, await newAccount(site));
    await begin(page, { kind: "article" });
    await body(page).fill("En rad till.\n".repeat(80));
    await body(page).focus();
    await page.locator(".editor-text").evaluate((text) => scrollTo(0, scrollY + text.getBoundingClientRect().top + 300));
    const buttons = await page.locator(".editor-bars").boundingBox();
    expect(buttons.y).toBeCloseTo(0, 0);
    expect(buttons.height).toBeLessThan(70);
    expect((await page.locator(".writing .bar").boundingBox()).y).toBeLessThan(0);
  });

  test("two windows of one person do not overwrite each other", async ({ page, site, context }) => {
    await logIn(page, await newAccount(site));
    const id = await begin(page, { kind: "article" });
    const second = await context.newPage();
    await open(second, `/admin/inlagg/${id}`);
    await page.getByLabel("Rubrik").fill("Från det första fönstret");
    await expect(saveStatus(page)).toHaveText(/Sparad \d\d\.\d\d/);
    await second.getByLabel("Rubrik").fill("Från det andra fönstret");
    await expect(second.locator("#news")).toContainText("ändrades i ett annat fönster");
    await second.getByRole("button", { name: "Skriv vidare här" }).click();
    await expect(saveStatus(second)).toHaveText(/Sparad \d\d\.\d\d/);
    await open(page, `/admin/inlagg/${id}`);
    await expect(page.getByLabel("Rubrik")).toHaveValue("Från det andra fönstret");
  });

  test("others with the same text open are shown", async ({ page, site, browser }) => {
    await logIn(page, await newAccount(site));
    const id = await begin(page, { kind: "article" });
    const context = await browser.newContext({ baseURL: site.url });
    const other = await context.newPage();
    await logIn(other, await newAccount(site, { role: "writer" }));
    await open(other, `/admin/inlagg/${id}`);
    await expect(other.locator("#company")).toContainText("är också här");
    await expect(page.locator("#company")).toContainText("är också här", { timeout: 15_000 });
    await context.close();
    await expect(page.locator("#company")).toBeEmpty();
  });

  test("somebody else's unsaved draft can be taken over", async ({ page, site, browser }) => {
    const writer = await newAccount(site, { role: "writer" });
    await logIn(page, writer);
    const id = await begin(page, { kind: "article" });
    await page.getByLabel("Rubrik").fill("Halvfärdig");
    await expect(saveStatus(page)).toHaveText(/Sparad \d\d\.\d\d/);
    const context = await browser.newContext({ baseURL: site.url });
    const other = await context.newPage();
    await logIn(other, await newAccount(site));
    await open(other, `/admin/inlagg/${id}`);
    await press(other, "Fortsätt på Eva Exempels text");
    await expect(other.getByLabel("Rubrik")).toHaveValue("Halvfärdig");
    await context.close();
  });
});

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
