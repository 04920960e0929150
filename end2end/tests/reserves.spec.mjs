// Reserves: an editor makes a list by plain forms, and a door that would open empty gets the first of them at its second.
import { expectAccessible } from "../support/axe.mjs";
import { EDITION, door, opensOnServer } from "../support/calendar.mjs";
import { expect, hydrated, testOnOwnSite as test, visit } from "../support/page.mjs";
import { serve } from "../support/server.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const BOARD = "/admin/tavla";

/** Takes the text off day 8 and makes it a reserve. Returns its title. */
async function makeReserve(page, ready) {
  await visit(page, `${BOARD}?dag=8`);
  await ready(page);
  const title = await page.locator(".panel .title").textContent();
  await page.getByRole("button", { name: "Ta bort från dagen" }).click();
  await expect(page.locator(".notice")).toContainText("Dag 8 är tom.");
  await ready(page);
  await page.locator(".reserves").getByLabel("Text utan dag").selectOption({ label: title });
  await page.getByRole("button", { name: "Gör till reserv" }).click();
  await expect(page.locator(".reserves ol")).toContainText(title);
  await ready(page);
  await page.getByRole("button", { name: "Slå på reserverna" }).click();
  await expect(page.locator(".reserves")).toContainText("Reserverna är på.");
  return title;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled, at: "2026-12-07T23:59:30" });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("the first reserve fills an empty door as it opens", async ({ page, site }) => {
      test.setTimeout(120_000);
      await logIn(page, await newAccount(site, { role: "editor" }));
      const title = await makeReserve(page, ready);
      await opensOnServer(site, 8);
      await visit(page, `${EDITION}/lucka/8`);
      // A quote shows no title, but the thing that this one's title ends with.
      await expect(page.locator("article.guldkorn")).toContainText(title.split(" ").pop());
      await visit(page, EDITION);
      await expect(door(page, 8)).toHaveAttribute("data-state", "today");
      await visit(page, "/admin");
      await expect(page.getByRole("region", { name: "En reserv fyllde luckan" })).toContainText("Lucka 8");
      await visit(page, BOARD);
      await expect(page.locator(".reserves .filled")).toContainText("Dag 8");
    });
  });
}

test.describe("a clock that is moved", () => {
  test.use({ at: "2026-12-07T08:00" });

  test("fills nothing in the folder of a real site", async ({ page, site }) => {
    await logIn(page, await newAccount(site, { role: "editor" }));
    await makeReserve(page, hydrated);
    await page.goto("about:blank"); // the board listens to the server
    await site.kill();
    const pretended = await serve({ at: "2026-12-08T08:00", data: site.folder, demo: false });
    try {
      const door = await (await fetch(`${pretended.url}${EDITION}/lucka/8`)).text();
      expect(door).toContain("Den här luckan fick ingen text");
      expect(pretended.log()).toContain("reserverna fyller inga luckor");
    } finally {
      await pretended.stop();
    }
    const demo = await serve({ at: "2026-12-08T08:00", data: site.folder });
    try {
      const door = await (await fetch(`${demo.url}${EDITION}/lucka/8`)).text();
      expect(door).not.toContain("Den här luckan fick ingen text");
    } finally {
      await demo.stop();
    }
  });
});

test.describe("the list", () => {
  test.use({ at: "2026-12-07T08:00" });

  test("is accessible, fits a narrow phone, and is used by keyboard", async ({ page, site }) => {
    await logIn(page, await newAccount(site, { role: "editor" }));
    const title = await makeReserve(page, hydrated);
    await hydrated(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: `Ta bort: ”${title}”` }).press("Enter");
    await expect(page.locator(".notice")).toContainText("är inte reserv längre");
    await expect(page.locator(".loose-texts")).toContainText(title);
  });
});
