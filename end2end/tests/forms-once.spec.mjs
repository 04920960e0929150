// A form whose response is lost on the way is pressed again: it has acted once, and its message is seen.
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

/** Lets the first request to a server function act, loses its response, and resolves to where that would have led. */
function loseFirstResponse(page, path) {
  return new Promise((acted, failed) => {
    let isFirst = true;
    page
      .route(`**${path}`, async (route) => {
        if (!isFirst) return route.continue();
        isFirst = false;
        const response = await route.fetch({ maxRedirects: 0 });
        acted(response.headers().location);
      })
      .catch(failed);
  });
}

/** Resolves to the words of the button that becomes busy. Locators wait for the navigation, which does not come. */
const busyButton = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const changed = ([{ target }]) => resolve(target.textContent);
        new MutationObserver(changed).observe(document.body, { subtree: true, attributeFilter: ["aria-busy"] });
      }),
  );

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("one draft is begun", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "writer" }));
      await ready(page);
      const acted = loseFirstResponse(page, "/api/text/begin");
      const button = page.getByRole("button", { name: "Artikel", exact: true });
      const shows = javaScriptEnabled ? busyButton(page) : "Artikel";
      await button.click({ noWaitAfter: true });
      const location = await acted;
      expect(await shows).toContain("Artikel");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(location);
    });

    test("the link of an invitation is shown", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "admin" }));
      await visit(page, "/admin/personer");
      await ready(page);
      await page.getByLabel("Namn").fill("Bo Dubbel");
      await page.getByLabel("E-post").fill(`bo.dubbel.${javaScriptEnabled}.${Date.now()}@exempel.se`);
      const acted = loseFirstResponse(page, "/api/staff/invite");
      const button = page.getByRole("button", { name: "Bjud in" });
      await button.click({ noWaitAfter: true });
      await acted;
      // A click would wait for the navigation, which does not come.
      await page.keyboard.press("Enter");
      await expect(page.locator('.notice[role="status"]')).toContainText("Bo Dubbel är inbjuden");
      await expect(page.locator(".fresh-link code")).toContainText("/admin/losenord/");
    });
  });
}
