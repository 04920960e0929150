// A text is commented, changed and resolved; somebody outside comments by a link. With and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const POSTS = "/admin/inlagg";

/** Begins a text, saves it, and returns its id. */
async function begin(page, ready, body) {
  await visit(page, "/admin");
  await ready(page);
  await page.getByRole("button", { name: "Tanke" }).click();
  await expect(page).toHaveURL(/\/admin\/inlagg\/\d+$/);
  const id = page.url().split("/").pop();
  await change(page, ready, id, body);
  return id;
}

/** Gives a text another body without the text editor, which takes the text area's place. */
async function change(page, ready, id, body) {
  const form = await page.request.get(`${POSTS}/${id}`);
  const html = await form.text();
  const hidden = (name) => html.match(new RegExp(`name="${name}"[^>]*value="(\\d+)"`))[1];
  const sent = await page.request.post("/api/text/submit", {
    form: {
      id,
      base_revision: hidden("base_revision"),
      draft_version: hidden("draft_version"),
      title: "Små steg",
      form: "thought",
      body,
      action: "save",
    },
    maxRedirects: 0,
  });
  expect(sent.status()).toBe(302);
}

async function openForm(page, passage) {
  const form = passage.locator("> .comment-form");
  if (!(await form.evaluate((details) => details.open))) await form.locator("summary").click();
  return form;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("words are commented, the passage is changed, the comment is answered and resolved", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "writer" }));
      const id = await begin(page, ready, "Hon vågade fråga.\n\nSlut.");
      const comments = `${POSTS}/${id}/kommentarer`;
      await visit(page, comments);
      await ready(page);
      const passage = page.locator("[data-passage]", { hasText: "Hon vågade fråga." });
      if (javaScriptEnabled) {
        await passage.locator("[data-words]").evaluate((words) => {
          const range = document.createRange();
          const text = words.firstChild;
          range.setStart(text, 4);
          range.setEnd(text, 16);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        });
        await page.getByRole("button", { name: "Kommentera", exact: true }).click();
        await expect(passage.getByLabel("Vilka ord gäller det?")).toHaveValue("vågade fråga");
        await expect(passage.getByLabel("Kommentar", { exact: true })).toBeFocused();
      } else {
        const form = await openForm(page, passage);
        await form.getByLabel("Vilka ord gäller det?").fill("vågade fråga");
      }
      await passage.getByLabel("Kommentar", { exact: true }).fill("Vem frågade hon?");
      await passage.getByRole("button", { name: "Spara kommentaren" }).click();
      await expect(page.locator(".notice")).toContainText("Kommentaren är sparad.");
      await ready(page);
      const mark = page.locator("mark a");
      await expect(mark).toContainText("vågade fråga");
      await mark.click();
      await expect(page.locator(".comment")).toBeInViewport();
      await page.getByRole("link", { name: /^Visa i texten/ }).click();
      await expect(mark).toBeInViewport();
      if (javaScriptEnabled) await expectAccessible(page);

      await change(page, ready, id, "Först det här.\n\nHon vågade fråga.\n\nSlut.");
      await visit(page, comments);
      await expect(page.locator("[data-passage]", { has: page.locator("mark") })).toHaveText(/^Hon vågade fråga/);
      await change(page, ready, id, "Först det här.\n\nHon frågade.\n\nSlut.");
      await visit(page, comments);
      await ready(page);
      await expect(page.locator(".fate")).toHaveText("Kommentaren hör till en text som har ändrats.");
      await page.locator(".comment .comment-form summary").click();
      await page.getByLabel("Svar", { exact: true }).fill("Sin chef.");
      await page.getByRole("button", { name: "Spara svaret" }).click();
      await expect(page.locator(".answers")).toContainText("Sin chef.");
      await ready(page);
      await page.getByRole("button", { name: /^Klar/ }).click();
      await expect(page.locator(".count")).toHaveText("Inga öppna kommentarer.");
    });

    test("somebody outside comments by a link", async ({ page, site, browser }) => {
      await logIn(page, await newAccount(site, { role: "writer" }));
      const id = await begin(page, ready, "Hon vågade fråga.");
      await visit(page, `/admin/forhandsvisning/text/${id}`);
      await ready(page);
      await page.getByLabel("Den som har länken kan kommentera texten, med sitt namn").check();
      await page.getByRole("button", { name: "Skapa en länk" }).click();
      const link = await page.locator(".fresh-link code").innerText();
      const elsewhere = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
      const other = await elsewhere.newPage();
      await other.goto(link);
      const overflow = await other.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await other.getByLabel("Ditt namn").fill("Åsa");
      await other.getByLabel("Vilka ord gäller det?").fill("vågade");
      await other.getByLabel("Kommentar", { exact: true }).fill("Fint!");
      await other.getByRole("button", { name: "Skicka" }).click();
      await expect(other.locator("#kommentera .notice")).toContainText("Redaktionen har fått din kommentar.");
      expect(await elsewhere.cookies()).toEqual([]);
      await elsewhere.close();
      await visit(page, `${POSTS}/${id}/kommentarer`);
      await expect(page.locator(".comment h3")).toContainText("Åsa (utanför redaktionen)");
    });
  });
}

test("the page fits at 320 pixels and is read by another", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await logIn(page, await newAccount(site, { role: "reviewer" }));
  await visit(page, `${POSTS}/12/kommentarer`);
  await hydrated(page);
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Läst", exact: true }).click();
  await expect(page.locator(".readings")).toContainText("har läst texten");
});
