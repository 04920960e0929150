// Focus, crop and words of pictures: a picture used in three texts, cropped by keyboard, numbers and pointer, replaced, undone.
import { expectAccessible } from "../support/axe.mjs";
import { body, begin, flash } from "../support/editor.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { file, png } from "../support/pictures.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const LIBRARY = "/admin/bilder";
const section = (page) => page.locator("[data-cropper]");
const handle = (page, name) => section(page).getByRole("application", { name });
const field = (page, name) => page.locator(`#${name}`);
const spoken = (page) => section(page).locator(".visually-hidden[role=status]");
const save = (page) => section(page).getByRole("button", { name: "Spara beskärningen" }).click();
const said = (page) => section(page).locator(".notice");

/** Sends a picture with words in the library, and returns the address of its page. */
async function sendPicture(page, name, words = "En bro över en bäck") {
  await visit(page, LIBRARY);
  const form = page.locator("details.send");
  if (!(await form.evaluate((details) => details.open))) await form.locator("summary").click();
  await page.getByLabel("Bilder", { exact: true }).setInputFiles(file(name, png(1300, 900)));
  await page.getByRole("button", { name: "Skicka" }).click();
  await page.getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByLabel("Vad visar bilden?").fill(words);
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await expect(page.locator(".notice").first()).toContainText("Sparat.");
  return new URL(page.url()).pathname;
}

/** Publishes a text with a picture of the library, which is described by the library's words. */
async function publishWith(page, title, words) {
  await begin(page, { kind: "article" });
  await page.getByLabel("Rubrik", { exact: true }).fill(title);
  await body(page).fill("En text om bron.");
  await page.getByRole("button", { name: "Välj ur bildbiblioteket" }).click();
  await page.getByRole("dialog").getByLabel("Sök bland bilderna").fill(words);
  await page.getByRole("dialog").getByRole("button", { name: words }).first().click();
  await expect(page.getByLabel("Med bildbibliotekets ord")).toBeChecked();
  await page.locator("#bar").getByRole("button", { name: "Publicera", exact: true }).click();
  await expect(flash(page)).toContainText("publicerad");
  const path = `/inlagg/${title.toLowerCase().replaceAll(" ", "-")}`;
  await expect.poll(async () => (await page.request.get(path)).status(), path).toBe(200);
  return path;
}

const shownOn = async (page, path) => {
  const html = await (await page.request.get(path)).text();
  return html.match(/<figure[^>]*"lead"[^>]*><img[^>]*?\ssrc="([^"]+)"/)?.[1];
};

test("a picture in three texts is cropped by keyboard, numbers and pointer, replaced and put back", async ({ page, site }) => {
  test.setTimeout(150_000);
  await logIn(page, await newAccount(site, { role: "editor" }));
  const words = `En bro nummer ${Date.now()}`;
  const picture = await sendPicture(page, "bro.png", words);
  const texts = [];
  for (const which of ["ett", "tva", "tre"]) texts.push(await publishWith(page, `Bron ${which} ${Date.now()}`, words));
  const whole = await shownOn(page, texts[0]);
  expect(whole).toMatch(/\/\d+\.webp$/);

  await visit(page, picture);
  await hydrated(page);
  await handle(page, "Fokus").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(spoken(page)).toHaveText("Fokus 49 procent från vänster, 40 uppifrån.");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(spoken(page)).toHaveText("Fokus 49 procent från vänster, 30 uppifrån.");
  await expect(field(page, "focus_x")).toHaveValue("49");
  await field(page, "focus_x").fill("25,5");
  await handle(page, "Beskärningens nedre högra hörn").focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(field(page, "crop_width")).toHaveValue("90");
  await expect(spoken(page)).toHaveText("Beskärning 0 procent från vänster, 0 uppifrån, 90 bred, 100 hög.");
  const corner = await handle(page, "Beskärningens övre vänstra hörn").boundingBox();
  await page.mouse.move(corner.x + corner.width / 2, corner.y + corner.height / 2);
  await page.mouse.down();
  await page.mouse.move(corner.x + corner.width / 2 + 40, corner.y + corner.height / 2 + 30, { steps: 4 });
  await page.mouse.up();
  const left = async () => Number((await field(page, "crop_left").inputValue()).replace(",", "."));
  await expect.poll(left).toBeGreaterThan(2);
  await expect(field(page, "focus_x")).toHaveValue("25,5");
  await expectAccessible(page, "the page of a picture");
  await save(page);
  await expect(said(page)).toContainText("Fokus och beskärning är sparade.");
  for (const text of texts) {
    const cut = await shownOn(page, text);
    expect(cut).toMatch(/\/[0-9a-f]{24}\.webp$/);
    expect((await page.request.get(cut)).status()).toBe(200);
  }
  await said(page).getByRole("button", { name: "Ångra" }).click();
  await expect(said(page)).toContainText("sparade");
  for (const text of texts) expect(await shownOn(page, text)).toBe(whole);

  await page.locator("#replace").scrollIntoViewIfNeeded();
  const replacement = page.locator("section", { has: page.locator("#replace") });
  await replacement.locator("input[type=file]").setInputFiles(file("ny.png", png(1300, 900)));
  await replacement.getByRole("button", { name: "Byt ut" }).click();
  await expect(page.locator(".notice").first()).toBeVisible();
  for (const text of texts) expect(await shownOn(page, text)).not.toBe(whole);
  await page.locator(".notice").first().getByRole("button", { name: "Ångra" }).click();
  await expect(page.locator(".notice").first()).toBeVisible();
  for (const text of texts) expect(await shownOn(page, text)).toBe(whole);
});

test("a tap on the picture sets the focus", async ({ page, site, hasTouch }) => {
  await logIn(page, await newAccount(site, { role: "editor" }));
  await sendPicture(page, "tryck.png");
  await hydrated(page);
  // The script that takes the tap comes by itself, maybe after the client.
  const stage = section(page).locator("[data-crop-stage].is-live svg");
  await stage.scrollIntoViewIfNeeded();
  const { width, height } = await stage.boundingBox();
  const position = { x: width * 0.25, y: height * 0.7 };
  await (hasTouch ? stage.tap({ position, force: true }) : stage.click({ position, force: true }));
  await expect(field(page, "focus_x")).toHaveValue(/^(24|25|26)/);
  await expect(field(page, "focus_y")).toHaveValue(/^(69|70|71)/);
  await section(page).getByRole("button", { name: "Ta bort fokus och beskärning" }).click();
  await expect(field(page, "focus_x")).toHaveValue("");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("undecided words keep a text from readers, and nothing else", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "editor" }));
  const words = `Ett hus nummer ${Date.now()}`;
  await sendPicture(page, "hus.png", words);
  await begin(page, { kind: "article" });
  await page.getByLabel("Rubrik", { exact: true }).fill(`Huset ${Date.now()}`);
  await body(page).fill("En text om huset.");
  await page.getByRole("button", { name: "Välj ur bildbiblioteket" }).click();
  await page.getByRole("dialog").getByLabel("Sök bland bilderna").fill(words);
  await page.getByRole("dialog").getByRole("button", { name: words }).first().click();
  await page.getByLabel("Det är inte bestämt än").check();
  await page.locator("#bar").getByRole("button", { name: "Publicera", exact: true }).click();
  await expect(page.locator("#notices")).toContainText("Bestäm hur bilden beskrivs");
  await page.getByLabel("Vad visar bilden?").fill("Huset vid ån");
  await expect(page.getByLabel("Med egna ord")).toBeChecked();
  await page.locator("#bar").getByRole("button", { name: "Publicera", exact: true }).click();
  await expect(flash(page)).toContainText("publicerad");
  await expectAccessible(page, "the editor with a picture");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a focus is set by a place, and a picture is chosen without losing the text", async ({ page, site }) => {
    await logIn(page, await newAccount(site, { role: "editor" }));
    const words = `En bänk nummer ${Date.now()}`;
    await sendPicture(page, "bank.png", words);
    await section(page).getByRole("button", { name: "Fokus: uppe till höger" }).click();
    await expect(said(page)).toContainText("Fokus och beskärning är sparade.");
    await expect(field(page, "focus_x")).toHaveValue("85");

    await begin(page, { kind: "article" }, { javaScriptEnabled: false });
    await page.getByLabel("Rubrik", { exact: true }).fill("Bänken");
    await page.locator("#body").fill("Det här skrev jag nyss.");
    await page.getByRole("button", { name: "Välj ur bildbiblioteket" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Välj");
    await page.getByRole("link", { name: "bank.png" }).first().click();
    await expect(page.locator("#body")).toHaveValue("Det här skrev jag nyss.");
    await expect(page.getByLabel("Med bildbibliotekets ord")).toBeChecked();
    await expect(page.locator("#library-alt")).toHaveText(words);
  });
});
