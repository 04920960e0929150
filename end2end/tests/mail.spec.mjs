// Mail: invitations and links for forgotten passwords. With and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { test } from "../support/mail-server.mjs";
import { expect, hydrated, visit } from "../support/page.mjs";
import { LOG_IN, fillIn, logIn, newAccount } from "../support/staff.mjs";

const FORGOTTEN = "/admin/glomt";
const NEW = "åtta gröna elefanter";

/** Returns the newest letter to an address, once so many have arrived. */
async function letter(post, address, count = 1) {
  await expect.poll(() => post.to(address).length).toBe(count);
  return post.to(address).at(-1);
}

/** Returns the path of the link in a letter, for the site under test. */
function wayIn({ text }) {
  const [link] = text.match(/http\S+\/admin\/losenord\/\S+/);
  return new URL(link).pathname;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    async function choosePassword(page, link) {
      await visit(page, link);
      await ready(page);
      await page.getByLabel("Nytt lösenord").fill(NEW);
      await page.getByRole("button", { name: "Spara lösenordet" }).click();
      await expect(page).toHaveURL(LOG_IN);
    }

    test("a forgotten password gets a link, and the response does not reveal who has an account", async ({ page, site, post }) => {
      const { email } = await newAccount(site);
      await visit(page, LOG_IN);
      await ready(page);
      await page.getByRole("link", { name: "Glömt lösenordet?" }).click();
      await expect(page).toHaveURL(FORGOTTEN);
      await page.getByRole("button", { name: "Skicka länken" }).click();
      await expect(page.getByRole("alert")).toContainText("e-post");
      const answers = [];
      for (const address of [email, "ingen@exempel.se"]) {
        await visit(page, FORGOTTEN);
        await ready(page);
        await page.getByLabel("E-post").fill(address);
        await page.getByRole("button", { name: "Skicka länken" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Titta i din e-post");
        answers.push(await page.getByRole("main").innerText());
      }
      expect(answers[1]).toBe(answers[0]);
      const link = wayIn(await letter(post, email));
      expect(post.to("ingen@exempel.se")).toEqual([]);
      await choosePassword(page, link);
      await ready(page);
      await fillIn(page, { email, password: NEW });
      await expect(page).toHaveURL("/admin");
      await visit(page, link, 410);
      await expect(page.getByLabel("Nytt lösenord")).toHaveCount(0);
    });

    test("an invitation is sent by mail and names the sender", async ({ page, site, post, context }) => {
      await logIn(page, await newAccount(site, { role: "admin" }));
      await visit(page, "/admin/personer");
      await ready(page);
      await page.getByLabel("Namn").fill("Åsa Brevlåda");
      await page.getByLabel("E-post").fill("asa@exempel.se");
      await page.getByRole("button", { name: "Bjud in" }).click();
      await expect(page.getByRole("main")).toContainText("Länken är skickad till asa@exempel.se");
      const invitation = await letter(post, "asa@exempel.se");
      expect(invitation.from).toMatchObject({ name: "MIA Vidare", address: "noreply@exempel.se" });
      expect(invitation.text).toContain("Åsa Brevlåda");
      await context.clearCookies();
      await choosePassword(page, wayIn(invitation));
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds no violations", async ({ page }) => {
      await visit(page, FORGOTTEN);
      await hydrated(page);
      await expectAccessible(page, `the form, ${colorScheme}`);
      await page.getByLabel("E-post").fill("ingen@exempel.se");
      await page.getByRole("button", { name: "Skicka länken" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Titta i din e-post");
      await expectAccessible(page, `the answer, ${colorScheme}`);
    });
  });
}
