// Staff log in, see the dashboard and log out, with and without JavaScript.
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { LOG_IN, fillIn, logIn, newAccount } from "../support/staff.mjs";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("log in, the dashboard, log out", async ({ page, site, context }) => {
      const account = await newAccount(site);
      await visit(page, LOG_IN);
      if (javaScriptEnabled) await hydrated(page);
      await fillIn(page, account);
      await expect(page).toHaveURL("/admin");
      await expect(page.locator("h1")).toBeVisible();
      const cookies = await context.cookies();
      expect(cookies.length).toBeGreaterThan(0);
      for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });

      if (javaScriptEnabled) await hydrated(page);
      await page.getByRole("button", { name: "Logga ut" }).click();
      await expect(page).not.toHaveURL("/admin");
      await page.goto("/admin");
      await expect(page).toHaveURL(LOG_IN);
    });

    test("a wrong password shows an error and keeps the e-mail address", async ({ page, site }) => {
      const { email } = await newAccount(site);
      await visit(page, LOG_IN);
      if (javaScriptEnabled) await hydrated(page);
      await fillIn(page, { email, password: "det här är fel" });
      await expect(page.getByRole("alert")).toContainText(/lösenord/i);
      await expect(page).toHaveURL(LOG_IN);
      await expect(page.getByLabel("E-post")).toHaveValue(email);
      // The client keeps both fields; a page from the server never contains a password.
      await expect(page.getByLabel("Lösenord")).toHaveValue(javaScriptEnabled ? "det här är fel" : "");
    });

    test("without a session the dashboard redirects to the log-in page", async ({ page }) => {
      await page.goto("/admin");
      await expect(page).toHaveURL(LOG_IN);
    });
  });
}

test("a session ends on the server, not only in the browser", async ({ page, site, context }) => {
  await logIn(page, await newAccount(site));
  const cookies = await context.cookies();
  await page.getByRole("button", { name: "Logga ut" }).click();
  await expect(page).not.toHaveURL("/admin");
  await context.addCookies(cookies);
  await page.goto("/admin");
  await expect(page).toHaveURL(LOG_IN);
});

test("staff pages are never cached", async ({ page, site }) => {
  await logIn(page, await newAccount(site));
  const answer = await page.goto("/admin");
  expect(answer.headers()["cache-control"]).toBe("private, no-store");
});
