// From an empty folder to a public site of one's own: no file, no shell, and for readers no word of the product.
import { expectAccessible } from "../support/axe.mjs";
import { body, flash, press } from "../support/editor.mjs";
import { doStep, firstLink, keyboard, pointer, stepOf } from "../support/first-hour.mjs";
import { expect, test as base, visit } from "../support/page.mjs";
import { serve } from "../support/server.mjs";

const test = base.extend({
  site: async ({}, use) => {
    const site = await serve({ at: "2026-12-05T09:00", demo: false });
    await use(site);
    await site.stop();
  },
});

const LOGO = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="#ffd166" d="M4 4h56v56H4z"/></svg>',
);
const FUNDERS = ["Förbundet Norr", "Förbundet Söder", "Förbundet Väst"];
const PASSWORD = "sju gula paraplyer";
/** What stands in each example instead of its blanks. */
const PAGES = [
  ["Om oss", "Vi är Vägen vidare. Vi stöttar personer som vill börja arbeta.", "/om"],
  ["Kontakt", "Skriv till hej@vagen.example eller ring 010-000 00 00.", "/kontakt"],
  ["Tillgänglighet", "Vägen vidare står bakom webbplatsen. Hör av dig om något inte fungerar.", "/tillganglighet"],
  ["Så behandlar vi uppgifter om dig", "Vägen vidare ansvarar för de uppgifter som sparas.", "/integritet"],
];

for (const [how, hands, javaScriptEnabled] of [
  ["by keyboard", keyboard, true],
  ["by pointer or finger", pointer, true],
  ["without JavaScript", pointer, false],
]) {
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("an empty folder becomes a site of one's own", async ({ page, site, isMobile }) => {
      test.skip(isMobile && hands === keyboard, "a phone has no Tab key");
      test.setTimeout(240_000);
      const visitor = { page, hands: hands(page), javaScriptEnabled };
      await makeItOnesOwn(visitor, site);
      await readAsAReader(visitor);
    });
  });
}

test("the link in the log works once, and not at all once there is an account", async ({ page, site }) => {
  const link = firstLink(site);
  await site.addStaff({ email: "bo@exempel.se", role: "admin", password: PASSWORD });
  await visit(page, link, 410);
  await expect(page.locator("h1")).toHaveText("Länken gäller inte längre");
  await expectAccessible(page, "a link that is gone");
});

/** Runs axe, which needs JavaScript in the page. */
const accessible = ({ page, javaScriptEnabled }, what) => (javaScriptEnabled ? expectAccessible(page, what) : undefined);

async function makeItOnesOwn(visitor, site) {
  const { page, hands } = visitor;
  await visit(page, firstLink(site));
  await accessible(visitor, "the first account");
  await hands.write(page.getByLabel("Ditt namn"), "Anna Andersson");
  await hands.write(page.getByLabel("E-post"), "anna@vagen.example");
  await hands.write(page.getByLabel("Lösenord"), "kort");
  await hands.press(page.getByRole("button", { name: "Skapa kontot" }));
  await expect(page.getByRole("alert")).toContainText("minst 12 tecken");
  await expect(page.getByLabel("Ditt namn")).toHaveValue("Anna Andersson");
  await hands.write(page.getByLabel("Lösenord"), PASSWORD);
  await hands.press(page.getByRole("button", { name: "Skapa kontot" }));
  await expect(page.locator("h1")).toHaveText("Den första timmen");
  await expect(page.locator(".progress b")).toHaveText("0 av 13 klara");
  await accessible(visitor, "the list");

  await doStep(page, hands, "name", async () => {
    await hands.write(page.getByLabel("Namn", { exact: true }), "Vägen vidare");
    await hands.write(page.getByLabel("Vision"), "Alla ska få en väg vidare.");
  });
  await doStep(page, hands, "logo", async () => {
    const field = page.locator("fieldset#logo_on_dark");
    await hands.press(field.locator("summary").nth(1));
    const file = field.locator('input[type="file"]');
    await file.setInputFiles({ name: "logotyp.svg", mimeType: "image/svg+xml", buffer: LOGO });
    await hands.press(field.getByRole("button", { name: /Ladda upp/ }));
    await expect(field.getByRole("status")).toContainText("Bilden är vald");
    await expect(page).toHaveURL(/fran=borja/);
  });
  await doStep(page, hands, "colours", () => hands.write(page.getByLabel("Huvudfärg", { exact: true }), "#7a1f4b"));
  await doStep(page, hands, "funders", async () => {
    await page.getByLabel("Stöd från Europeiska unionen").selectOption("co_funded");
    for (const [row, funder] of FUNDERS.entries()) {
      await hands.write(page.locator(`#funders-${row}-name`), funder);
      await hands.press(page.locator("#funders").getByRole("button", { name: "Lägg till", exact: true }));
      await expect(page.locator(`#funders-${row + 1}-name`)).toBeVisible();
    }
  });
  await doStep(page, hands, "contact", () => hands.write(page.getByLabel("E-post"), "hej@vagen.example"));
  await doStep(page, hands, "help_numbers", async () => {
    await hands.write(page.getByLabel("Vem svarar").last(), "Larm");
    await hands.write(page.getByLabel("Nummer", { exact: true }).last(), "112");
    await page.getByLabel("Kontrollerat den").last().fill("2026-12-05");
  });
  await doStep(page, hands, "address", () =>
    hands.write(page.getByLabel("Webbplatsens adress"), "https://vagen.example"),
  );

  for (const step of ["backup"]) {
    await hands.press(stepOf(page, step).getByRole("button", { name: "Vi har ordnat säkerhetskopior" }));
    await expect(stepOf(page, step)).toHaveAttribute("data-state", "done");
  }
  for (const step of ["letters", "people"]) {
    await hands.press(stepOf(page, step).getByRole("button", { name: "Hoppa över" }));
    await expect(stepOf(page, step)).toHaveAttribute("data-state", "skipped");
  }
  await hands.press(stepOf(page, "people").getByRole("button", { name: "Ta tillbaka" }));
  await expect(stepOf(page, "people")).toHaveAttribute("data-state", "left");

  await publishPages(visitor);
  await publishEdition(visitor);
  await publishText(visitor);
  await visit(page, "/admin/borja");
  for (const step of ["pages", "first_edition", "first_text"]) {
    await expect(stepOf(page, step)).toHaveAttribute("data-state", "done");
  }
}

/** Fills the blanks of each example and publishes it; before that it is refused. */
async function publishPages({ page, hands, javaScriptEnabled }) {
  for (const [title, text, path] of PAGES) {
    await visit(page, "/admin/borja");
    await hands.press(stepOf(page, "pages").getByRole("link"));
    await hands.press(page.getByRole("link", { name: title, exact: true }));
    await expect(page.getByLabel("Rubrik")).toHaveValue(title);
    if (javaScriptEnabled) await expect(page.locator(".editor-text")).toBeVisible();
    await press(page, "Publicera");
    await expect(page.locator("#innehall")).toContainText("Fyll i ");
    await hands.write(body(page), text);
    await press(page, "Publicera");
    await expect(flash(page)).toContainText("publicerad");
    await expect.poll(async () => (await page.request.get(path)).status(), path).toBe(200);
  }
}

async function publishEdition({ page, hands }) {
  await visit(page, "/admin/borja");
  await hands.press(stepOf(page, "first_edition").getByRole("link"));
  await hands.write(page.getByLabel("Titel"), "Vår adventskalender");
  await page.getByLabel("Första dagen").fill("2026-12-01");
  // After the first of December, the next year's is proposed.
  await hands.write(page.getByLabel("Adress"), "2026");
  await hands.press(page.getByRole("button", { name: "Skapa kalendern" }));
  await page.getByLabel("Synlighet").selectOption("published");
  await hands.press(page.locator("#kalender").getByRole("button", { name: "Spara" }).last());
  await expect(page.locator("#innehall")).toContainText("Kalendern är publicerad.");
}

async function publishText({ page, hands, javaScriptEnabled }) {
  await visit(page, "/admin");
  await hands.press(page.getByRole("button", { name: "Artikel", exact: true }));
  if (javaScriptEnabled) await expect(page.locator(".editor-text")).toBeVisible();
  await hands.write(page.getByLabel("Rubrik"), "Nu är vi i gång");
  await hands.write(body(page), "Här kommer vi att berätta om det vi gör.");
  await press(page, "Publicera");
  await expect(flash(page)).toContainText("publicerad");
  await expect.poll(async () => (await page.request.get("/inlagg/nu-ar-vi-i-gang")).status()).toBe(200);
}

/** Reads the site as somebody who has never heard of the product. */
async function readAsAReader(visitor) {
  const { page } = visitor;
  await page.context().clearCookies();
  for (const path of ["/", "/kalender/2026", "/kalender/2026/lucka/5", "/blogg", "/inlagg/nu-ar-vi-i-gang", "/sok", "/roster", ...PAGES.map(([, , path]) => path)]) {
    await visit(page, path);
    await expect(page.locator("header.head .brand")).toContainText("Vägen vidare");
    const words = await page.evaluate(() => `${document.title} ${document.body.innerText}`);
    expect(words.toLowerCase(), path).not.toContain("guldkorn");
    expect(words, path).not.toContain("[…");
    await accessible(visitor, path);
  }
  await visit(page, "/");
  await expect(page.locator("footer.foot")).toContainText("hej@vagen.example");
  await expect(page.locator("header.head")).toContainText("Medfinansieras av Europeiska unionen");
  await expect(page.locator(".head .brand img")).toHaveAttribute("src", /^\/media\//);
  for (const funder of FUNDERS) await expect(page.locator("footer.foot")).toContainText(funder);
  for (const name of ["Tillgänglighet", "Integritet", "Surfa säkert"]) {
    await expect(page.locator("footer.foot").getByRole("link", { name, exact: true })).toBeVisible();
  }
}
