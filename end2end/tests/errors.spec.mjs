// Error pages, and a lost network: what the visitor reads, and the links from there.
import { EDITION, card, door, expectCard } from "../support/calendar.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    for (const path of ["/finns-inte", "/finns-inte.php"]) {
      test(`${path} has search and links to other pages`, async ({ page }) => {
        await visit(page, path, 404);
        const main = page.locator("main");
        await expect(main.getByRole("heading", { level: 1 })).toHaveText("Sidan finns inte");
        await main.getByRole("searchbox", { name: "Sök på webbplatsen" }).fill("mod");
        const asked = page.waitForRequest((request) => new URL(request.url()).pathname === "/sok");
        await main.getByRole("button", { name: "Sök" }).click();
        expect(new URL((await asked).url()).search).toBe("?q=mod");
        await visit(page, path, 404);
        await page.locator("main").getByRole("link", { name: "Till startsidan" }).click();
        await expect(page).toHaveURL("/");
      });
    }
  });
}

test("a missing page hydrates without a change", async ({ page }) => {
  await visit(page, "/finns-inte", 404);
  const before = await page.locator("main").innerText();
  await hydrated(page);
  expect(await page.locator("main").innerText()).toBe(before);
});

test.describe("without a network", () => {
  test.use({ tolerate: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ });

  test("the page says so once and says when it is back", async ({ page, context }) => {
    await visit(page, "/om");
    const notice = page.locator(".network");
    await expect(notice).toHaveText("");
    await context.setOffline(true);
    await expect(notice).toHaveText("Nätet är borta. Du kan läsa vidare på den här sidan.");
    await expect(notice).toBeInViewport();
    await context.setOffline(false);
    await expect(notice).toHaveText("Nätet är tillbaka.");
    await expect(notice).toHaveText("", { timeout: 12_000 });
  });

  test("a page that fails to load can be tried again", async ({ page, context }) => {
    await visit(page, "/om");
    await hydrated(page);
    await context.setOffline(true);
    await page.locator(".foot a[href='/integritet']").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sidan kom inte fram");
    await context.setOffline(false);
    await page.getByRole("link", { name: "Försök igen" }).click();
    await expect(page).toHaveURL("/integritet");
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Sidan kom inte fram");
  });

  test("a door that does not open can be tried again", async ({ page, context }) => {
    await visit(page, EDITION);
    await hydrated(page);
    await context.setOffline(true);
    await door(page, 3).click();
    await expect(card(page).getByRole("heading", { name: "Luckan gick inte att öppna" })).toBeVisible();
    await context.setOffline(false);
    await card(page).getByRole("button", { name: "Försök igen" }).click();
    await expectCard(page, 3);
  });
});
