// Admins manage staff accounts, and everybody their own, with and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { LOG_IN, enter, fillIn, logIn, newAccount } from "../support/staff.mjs";

const NEW = "åtta gröna elefanter";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);
    const entry = (page, email) => page.locator(".entries > li").filter({ hasText: email });

    test("somebody is invited, chooses a password and logs in", async ({ page, site, context }) => {
      await logIn(page, await newAccount(site, { role: "admin" }));
      await ready(page);
      await enter(page, "Personer");
      await expect(page.getByRole("heading", { level: 1, name: "Personer" })).toBeVisible();
      const email = `bo.${javaScriptEnabled}.${Date.now()}@exempel.se`;
      await page.getByLabel("Namn").fill("Bo Inbjuden");
      await page.getByLabel("E-post").fill(email);
      await page.getByRole("button", { name: "Bjud in" }).click();
      await expect(page.locator('.notice[role="status"]')).toContainText("Bo Inbjuden är inbjuden");
      const link = new URL(await page.locator(".fresh-link code").innerText()).pathname;
      await expect(entry(page, email)).toContainText("Har inte valt lösenord än");
      await page.reload();
      await expect(page.locator(".fresh-link")).toHaveCount(0);

      await context.clearCookies();
      await visit(page, link);
      await ready(page);
      await page.getByLabel("Nytt lösenord").fill("lösenord1234");
      await page.getByRole("button", { name: "Spara lösenordet" }).click();
      await expect(page.getByRole("alert")).toContainText("lätt att gissa");
      await page.getByLabel("Nytt lösenord").fill(NEW);
      await page.getByRole("button", { name: "Spara lösenordet" }).click();
      await expect(page).toHaveURL(LOG_IN);
      await ready(page);
      await fillIn(page, { email, password: NEW });
      await expect(page).toHaveURL("/admin");
      await expect(page.locator('.rail a[href="/admin/konto"]')).toBeAttached();
      await expect(page.locator('.rail a[href="/admin/personer"]')).toHaveCount(0);
    });

    test("invalid input stays in the form", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "admin" }));
      await visit(page, "/admin/personer");
      await ready(page);
      await page.getByLabel("Namn").fill("Cia");
      await page.getByLabel("E-post").fill("ingen adress");
      await page.getByRole("button", { name: "Bjud in" }).click();
      await expect(page.getByRole("alert")).toContainText("e-postadress");
      await expect(page.getByLabel("Namn")).toHaveValue("Cia");
      await expect(page.getByLabel("E-post")).toHaveValue("ingen adress");
    });

    test("an account's role is changed, and it is closed and opened", async ({ page, site }) => {
      const other = await newAccount(site, { role: "writer" });
      await logIn(page, await newAccount(site, { role: "admin" }));
      await visit(page, "/admin/personer");
      const change = async (button, choose) => {
        await ready(page);
        await entry(page, other.email).locator("summary").click();
        await choose?.();
        await entry(page, other.email).getByRole("button", { name: button }).click();
      };
      await change("Byt roll", () => entry(page, other.email).getByLabel("Roll").selectOption("reviewer"));
      await expect(page.locator('.notice[role="status"]')).toContainText("är nu granskare");
      await change("Stäng kontot");
      await expect(entry(page, other.email)).toContainText("Kontot är stängt");
      await change("Öppna kontot igen");
      await expect(page.locator('.notice[role="status"]')).toContainText("Kontot är öppet igen");
      await change("Skapa ny länk");
      await expect(page.locator(".fresh-link code")).toContainText("/admin/losenord/");
    });

    test("other sessions are ended and the password is changed", async ({ page, site, browser }) => {
      const account = await newAccount(site);
      const elsewhere = await browser.newContext({ baseURL: site.url });
      const other = await elsewhere.newPage();
      await logIn(other, account);
      await logIn(page, account);
      await visit(page, "/admin/konto");
      await ready(page);
      await expect(page.locator(".entries > li")).toHaveCount(2);
      await expect(page.locator(".entries > li").filter({ hasText: "den här webbläsaren" })).toHaveCount(1);
      await page.getByRole("button", { name: "Avsluta inloggningen" }).click();
      await expect(page.locator(".entries > li")).toHaveCount(1);
      await other.goto("/admin");
      await expect(other).toHaveURL(LOG_IN);
      await elsewhere.close();

      await ready(page);
      await page.getByLabel("Gammalt lösenord").fill("fel fel fel fel");
      await page.getByLabel("Nytt lösenord").fill(NEW);
      await page.getByRole("button", { name: "Byt lösenord" }).click();
      await expect(page.getByRole("alert")).toContainText("Det gamla lösenordet stämmer inte");
      await ready(page);
      await page.getByLabel("Gammalt lösenord").fill(account.password);
      await page.getByLabel("Nytt lösenord").fill(NEW);
      await page.getByRole("button", { name: "Byt lösenord" }).click();
      await expect(page.locator('.notice[role="status"]')).toContainText("Lösenordet är bytt");
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds no violations, and nothing is wider than the screen", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "admin" }));
      for (const path of ["/admin", "/admin/personer", "/admin/konto"]) {
        await visit(page, path);
        await page.locator("summary").evaluateAll((all) => all.forEach((one) => (one.parentElement.open = true)));
        await expectAccessible(page, `${path}, ${colorScheme}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, path).toBeLessThanOrEqual(0);
      }
    });
  });
}

test("a password is shown on request and hidden again on submit", async ({ page, site }) => {
  await logIn(page, await newAccount(site));
  await visit(page, "/admin/konto");
  await hydrated(page);
  const field = page.locator("#old");
  await field.fill("fel fel fel fel");
  const show = page.getByRole("switch").first();
  await show.click();
  await expect(field).toHaveAttribute("type", "text");
  await show.click();
  await expect(field).toHaveAttribute("type", "password");
});
