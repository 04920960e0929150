// Pages on paper.
import { DAYS, EDITION, doorPath } from "../support/calendar.mjs";
import { expect, test, visit } from "../support/page.mjs";

// What is printed is what the server sent.
test.use({ javaScriptEnabled: false });

const TODAY = 7;

/** Returns the title of every door once all are open. */
async function allTitles(sites) {
  const { url } = await sites("2026-12-24T08:00");
  const list = await (await fetch(`${url}${EDITION}?vy=lista`)).text();
  const titles = [...list.matchAll(/<span[^>]*class="title"[^>]*>([^<]+)</g)].map(([, title]) => title.replaceAll("&amp;", "&"));
  expect(titles.length).toBe(DAYS.length);
  return titles;
}

for (const view of ["", "?vy=lista"]) {
  test(`an edition${view} is printed as a list of titles and addresses, and tells nothing of a closed door`, async ({ page, site, sites }) => {
    const titles = await allTitles(sites);
    await visit(page, EDITION + view);
    await page.emulateMedia({ media: "print" });
    const rows = page.locator(".printed li");
    await expect(rows).toHaveCount(DAYS.length);
    const host = new URL(site.url).host;
    for (const day of DAYS) {
      const row = rows.nth(day - 1);
      await expect(row).toBeVisible();
      if (day <= TODAY) await expect(row).toContainText(titles[day - 1]);
      if (day <= TODAY) await expect(row).toContainText(host + doorPath(day));
      else await expect(row).toContainText("öppnas");
    }
    const paper = await page.locator("body").innerText();
    for (const title of titles.slice(TODAY)) expect(paper).not.toContain(title);
    for (const screen of [".town", ".days"]) expect(await page.locator(screen).filter({ visible: true }).count()).toBe(0);
    await expect(page.locator(".printed img")).toHaveJSProperty("complete", true);
  });
}

test("what only a screen needs is not on paper", async ({ page }) => {
  await visit(page, doorPath(TODAY));
  await page.emulateMedia({ media: "print" });
  for (const name of ["Spara som bild", "Kopiera länk", "Mer i bloggen"]) await expect(page.getByText(name)).toBeHidden();
  await expect(page.locator("article.guldkorn")).toBeVisible();
});

test("paper leaves out a story whose consent is not for print, and says so", async ({ page }) => {
  await visit(page, doorPath(TODAY));
  // As the server marks it; which texts are marked is tried over HTTP.
  await page.locator("article.guldkorn").evaluate((article) => {
    article.dataset.print = "no";
    article.insertAdjacentHTML("afterend", '<p class="paper-notice">Texten trycks inte.</p>');
  });
  await expect(page.locator("article.guldkorn")).toBeVisible();
  await expect(page.getByText("Texten trycks inte.")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("article.guldkorn")).toBeHidden();
  await expect(page.getByText("Texten trycks inte.")).toBeVisible();
});

test("the doors that have opened are printed as a booklet of A5", async ({ page }) => {
  await visit(page, `${EDITION}/las`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [width, height].map(Number));
  expect(sizes.length).toBeGreaterThan(2);
  // In points: 148 and 210 mm.
  for (const [width, height] of sizes) {
    expect(Math.abs(width - 419.5)).toBeLessThan(1.5);
    expect(Math.abs(height - 595.3)).toBeLessThan(1.5);
  }
});
