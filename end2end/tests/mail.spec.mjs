// Mail: invitations, links for forgotten passwords, and letters of foresight. With and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test as base, visit } from "../support/page.mjs";
import { startMailServer } from "../support/mail-server.mjs";
import { serve } from "../support/server.mjs";
import { LOG_IN, fillIn, logIn, newAccount } from "../support/staff.mjs";

const FORGOTTEN = "/admin/glomt";
const NEW = "åtta gröna elefanter";

/** A site that can send mail, and the server that receives it. */
const test = base.extend({
  post: async ({}, use) => {
    const post = await startMailServer();
    await use(post);
    await post.close();
  },
  site: async ({ at, post }, use) => {
    const environment = { GULDKORN_SMTP_URL: post.url, GULDKORN_MAIL_FROM: "MIA Vidare <noreply@exempel.se>" };
    const site = await serve({ at, environment });
    await use(site);
    await site.stop();
  },
});

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

/** Sets the zone by which the site tells the time, as an admin does. */
async function setTimeZone(page, zone) {
  await visit(page, "/admin/installningar/webbplatsen");
  await page.getByLabel("Tidszon").selectOption(zone);
  await page.getByRole("button", { name: "Spara" }).first().click();
  await expect(page.locator(".notice").first()).toContainText("sparat");
}

const hourIn = (timeZone) => Number(new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" }).format());

/** Zones of which the second is some hours ahead of the first, both on the same day. */
const zones = () => (hourIn("Europe/Stockholm") < 20 ? ["Europe/Stockholm", "Asia/Dubai"] : ["America/New_York", "America/Sao_Paulo"]);

for (const javaScriptEnabled of [true, false]) {
  test.describe(`letters of foresight ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    // Letters go by the machine's clock alone, never by one that is moved.
    test.use({ javaScriptEnabled, at: "" });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("somebody chooses them, gets one at the hour, and ends them by its link", async ({ page, site, post, context }) => {
      test.setTimeout(150_000);
      const [here, ahead] = zones();
      await logIn(page, await newAccount(site, { role: "admin" }));
      await setTimeZone(page, here);
      await context.clearCookies();

      const account = await newAccount(site, { role: "editor" });
      await logIn(page, account);
      // Something to tell: a text that waits for somebody to publish it.
      const send = async (action, form) => page.request.post(`/api/text/${action}`, { form, headers: { Accept: "text/html" } });
      const id = new URL((await send("begin", { kind: "article" })).url()).pathname.split("/").at(-1);
      await visit(page, `/admin/inlagg/${id}`);
      const hidden = (name) => page.locator(`#text > input[name="${name}"]`).getAttribute("value");
      const [base_revision, draft_version] = [await hidden("base_revision"), await hidden("draft_version")];
      const text = { id, base_revision, draft_version, title: "Hemlig rubrik", body: "Hemliga ord.", action: "mark_ready" };
      expect((await send("submit", text)).ok()).toBe(true);

      await visit(page, "/admin/konto");
      await ready(page);
      const form = page.getByRole("region", { name: "Brev om det som väntar" });
      const hour = hourIn(here) + 1;
      await form.getByLabel("Varje dag").check();
      await form.getByLabel("Klockan").selectOption(`${hour}`);
      await form.getByRole("button", { name: "Spara" }).click();
      await expect(page.locator(".notice")).toContainText("Du får ett brev varje dag klockan");
      expect(post.to(account.email)).toEqual([]);

      // The hour comes sooner further east.
      await context.clearCookies();
      await logIn(page, await newAccount(site, { role: "admin" }));
      await setTimeZone(page, ahead);
      await context.clearCookies();
      await expect.poll(() => post.to(account.email).length, { timeout: 75_000 }).toBe(1);
      const [{ subject, text: words, headers }] = post.to(account.email);
      expect(subject).toMatch(/^Det som väntar på /);
      expect(words).toContain("klar för publicering");
      expect(words).not.toMatch(/hemlig/i);
      expect(headers.find(({ key }) => key === "list-unsubscribe-post").value).toBe("List-Unsubscribe=One-Click");

      const [link] = words.match(/http\S+\/admin\/brev\/\S+/);
      const end = new URL(link).pathname;
      await visit(page, end);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vill du sluta få brev?");
      if (javaScriptEnabled) await expectAccessible(page, "the page that ends the letters");
      await page.getByRole("button", { name: "Sluta skicka brev till mig" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du får inga fler brev");
      await visit(page, end, 404);
      await logIn(page, account);
      await visit(page, "/admin/konto");
      await expect(page.getByLabel("Aldrig")).toBeChecked();
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
