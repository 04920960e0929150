// A text that the reader's own device reads aloud, with voices that are made up: which text it is offered for, how it is led,
// and what ends it.
import { expectAccessible } from "../support/axe.mjs";
import { EDITION, card, door } from "../support/calendar.mjs";
import { expect, hydrated, press, record, test, visit } from "../support/page.mjs";

const TEXT = "/inlagg/stegen-som-ingen-raknar";
const SENSITIVE = "/inlagg/sju-fragor-till-alla";
const VOICES = [
  { lang: "sv-SE", name: "Från nätet", localService: false },
  { lang: "sv-FI", name: "Finlandssvenska", localService: true },
  { lang: "sv-SE", name: "Svenska", localService: true },
  { lang: "en-GB", name: "English", localService: true },
];

/** Replaces the device's speech by one that writes down what it is asked for, and speaks until it is told that it is done. */
function pretendToSpeak(voices) {
  const speech = {
    voices,
    spoken: [],
    current: null,
    /** Ends the sentence that is spoken. */
    finish() {
      const { current } = speech;
      speech.current = null;
      current.onend();
    },
  };
  const synthesis = {
    getVoices: () => speech.voices,
    speak(utterance) {
      if (!utterance.text) return;
      speech.current = utterance;
      speech.spoken.push({ words: utterance.text, voice: utterance.voice?.name, rate: utterance.rate });
    },
    cancel() {
      const { current } = speech;
      speech.current = null;
      // Some browsers say that it has ended, others that it failed.
      if (current) setTimeout(() => current.onend());
    },
  };
  class Utterance {
    constructor(text) {
      this.text = text;
      this.rate = 1;
    }
  }
  window.speech = speech;
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
}

const offers = (page) => page.getByRole("button", { name: "Läs upp" });
const stop = (page) => page.getByRole("button", { name: "Stoppa" });
const pause = (page) => page.getByRole("button", { name: "Pausa" });
const goOn = (page) => page.getByRole("button", { name: "Fortsätt" });
const spoken = (page) => page.evaluate(() => window.speech.spoken.map(({ words }) => words));
const isSilent = (page) => expect.poll(() => page.evaluate(() => window.speech.current === null)).toBe(true);
const isSpeaking = (page) => expect.poll(() => page.evaluate(() => window.speech.current !== null)).toBe(true);
const finish = async (page) => {
  await isSpeaking(page);
  await page.evaluate(() => window.speech.finish());
};
const marked = (page) => page.evaluate(() => [...(CSS.highlights.get("aloud") ?? [])].map(String).join());
/** What a sentence is when hyphens and spaces are left out. */
const bare = (words) => words.replace(/[\u00ad\s]/g, "");

const withVoices = (page, voices = VOICES) => page.addInitScript(pretendToSpeak, voices);

test("it is offered where the device itself has a voice for the text", async ({ page }) => {
  await withVoices(page);
  for (const [path, count] of [[TEXT, 1], [`${TEXT}/lattlast`, 1], [`${TEXT}/en`, 0], [`${TEXT}/ar`, 0], ["/om", 1], ["/blogg", 0]]) {
    await visit(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(offers(page), path).toHaveCount(count);
  }
});

test("beside an English text its words are English", async ({ page }) => {
  await withVoices(page);
  await visit(page, `${TEXT}/en`);
  await page.getByRole("button", { name: "Read aloud" }).click();
  await isSpeaking(page);
  const controls = page.locator("[data-reading]");
  await expect(controls.getByRole("button")).toHaveText(["Stop", "Pause"]);
  await expect(controls.getByLabel("Speed")).toContainText("0.75×");
  await controls.getByRole("button", { name: "Pause" }).click();
  await controls.getByRole("button", { name: "Go on" }).click();
  await controls.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
});

test("it is not offered where the only voice is a service's", async ({ page }) => {
  await withVoices(page, VOICES.slice(0, 1));
  await visit(page, TEXT);
  await hydrated(page);
  await expect(offers(page)).toHaveCount(0);
});

test("voices may come late, and go", async ({ page }) => {
  await withVoices(page, []);
  await visit(page, TEXT);
  await expect(offers(page)).toHaveCount(0);
  const change = (voices) =>
    page.evaluate((known) => {
      window.speech.voices = known;
      window.speechSynthesis.onvoiceschanged();
    }, voices);
  await change(VOICES);
  await expect(offers(page)).toHaveCount(1);
  await change([]);
  await expect(offers(page)).toHaveCount(0);
});

test("sentence by sentence: marked, paused, faster, and stopped where it was begun", async ({ page }) => {
  await withVoices(page);
  await visit(page, TEXT);
  await hydrated(page);
  const requests = record(page);
  await offers(page).click();
  await isSpeaking(page);
  expect(requests.urls.filter((path) => !path.startsWith("/media/"))).toEqual([expect.stringMatching(/^\/pkg\/.*\/guldkorn-aloud\.js$/)]);
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  expect(bare((await spoken(page))[0])).toBe(bare(title));
  expect(await page.evaluate(() => window.speech.spoken[0])).toMatchObject({ voice: "Svenska", rate: 1 });
  expect(bare(await marked(page))).toBe(bare(title));
  await expect(stop(page)).toBeFocused();

  await finish(page);
  await isSpeaking(page);
  const [, second] = await spoken(page);
  expect(bare(await marked(page))).toBe(bare(second));
  expect(bare(await page.locator("article.post").textContent())).toContain(bare(second));

  await page.keyboard.press("Tab");
  await expect(pause(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await isSilent(page);
  await expect(goOn(page)).toBeFocused();
  expect(bare(await marked(page))).toBe(bare(second));
  await page.keyboard.press("Enter");
  await isSpeaking(page);
  expect((await spoken(page)).slice(1)).toEqual([second, second]);

  await page.getByLabel("Fart").selectOption("1,5×");
  await expect.poll(() => page.evaluate(() => window.speech.spoken.at(-1))).toMatchObject({ words: second, rate: 1.5 });
  expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});

  await stop(page).click();
  await isSilent(page);
  expect(await marked(page)).toBe("");
  await expect(offers(page)).toBeFocused();
  await expect(pause(page)).toHaveCount(0);
  // From the beginning, as fast as before.
  await offers(page).click();
  await expect.poll(() => page.evaluate(() => window.speech.spoken.at(-1))).toMatchObject({ words: (await spoken(page))[0], rate: 1.5 });
});

test("at its end it is offered again", async ({ page }) => {
  await withVoices(page);
  await visit(page, `${TEXT}/lattlast`);
  await offers(page).click();
  await isSpeaking(page);
  await pause(page).focus();
  for (let sentence = 0; sentence < 200 && (await stop(page).count()); sentence += 1) {
    await page.evaluate(() => window.speech.current && window.speech.finish());
  }
  await expect(offers(page)).toBeFocused();
  expect(await marked(page)).toBe("");
  const words = await spoken(page);
  expect(words.length).toBeGreaterThan(3);
  expect(new Set(words).size).toBe(words.length);
});

test("the sentence is kept in sight, below the controls, which stay", async ({ page, hasTouch }) => {
  await withVoices(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const size of [{ width: 390, height: 500 }, { width: 1280, height: 500 }]) {
    await page.setViewportSize(size);
    await visit(page, TEXT);
    await press(offers(page), hasTouch);
    for (let sentence = 0; sentence < 14; sentence += 1) await finish(page);
    await isSpeaking(page);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const [range] = CSS.highlights.get("aloud");
          const sentence = range.getBoundingClientRect();
          const bar = document.querySelector("[data-reading] .row").getBoundingClientRect();
          return bar.top >= 0 && bar.bottom <= sentence.top && sentence.top < innerHeight;
        }),
      )
      .toBe(true);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await expect(stop(page)).toBeInViewport();
    // It is where it is seen.
    await stop(page).click();
    await isSilent(page);
  }
});

test("it goes on when the client takes the page over", async ({ page }) => {
  await withVoices(page);
  await page.route("**/*.wasm", async (route) => {
    await page.waitForFunction(() => window.speech.spoken.length > 0, null, { polling: 50 });
    await route.continue();
  });
  await visit(page, TEXT);
  await offers(page).click();
  await isSpeaking(page);
  await expect(page.locator("html")).toHaveAttribute("data-hydrated", /.*/, { timeout: 20_000 });
  await isSpeaking(page);
  await expect(stop(page)).toBeVisible();
  await pause(page).click();
  await isSilent(page);
  await expect(goOn(page)).toBeVisible();
});

test("it ends with the text: on Escape, on another page, with the card, with the window", async ({ page, hasTouch }) => {
  await withVoices(page);
  await visit(page, TEXT);
  await hydrated(page);
  await offers(page).click();
  await isSpeaking(page);
  await page.keyboard.press("Escape");
  await isSilent(page);
  await expect(offers(page)).toBeVisible();

  await offers(page).click();
  await isSpeaking(page);
  await page.getByRole("link", { name: "Blogg" }).first().click();
  await expect(page).toHaveURL("/blogg");
  await isSilent(page);
  expect(await marked(page)).toBe("");

  await visit(page, EDITION);
  await hydrated(page);
  await press(door(page, 7), hasTouch);
  await card(page).getByRole("button", { name: "Läs upp" }).click();
  await isSpeaking(page);
  await page.getByRole("button", { name: "Stäng luckan" }).click();
  await isSilent(page);

  await visit(page, TEXT);
  await offers(page).click();
  await isSpeaking(page);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  await isSilent(page);
  await expect(offers(page)).toBeVisible();
});

test("it ends when the browser translates the page, and reads what then stands there", async ({ page }) => {
  await withVoices(page);
  await visit(page, TEXT);
  await offers(page).click();
  await isSpeaking(page);
  await page.evaluate(() => {
    document.documentElement.lang = "en";
    document.querySelector("h1").innerHTML = "<font>The steps</font>";
  });
  await isSilent(page);
  await offers(page).click();
  await expect.poll(() => page.evaluate(() => window.speech.spoken.at(-1))).toMatchObject({ words: "The steps", voice: "English" });
  await page.evaluate(() => {
    document.documentElement.lang = "de";
    document.querySelector("h1").innerHTML = "<font>Die Schritte</font>";
  });
  await isSilent(page);
  await expect(offers(page)).toHaveCount(0);
});

test.describe("on a sensitive text", () => {
  test.use({ at: "2026-12-24T08:00" });

  test("the quick exit ends it at once", async ({ site, browser }) => {
    const reader = await browser.newContext();
    const page = await reader.newPage();
    await withVoices(page);
    // Where it leads to would be another site. While the page leaves, nothing can be asked of it.
    await page.route("**/lamna", () => {});
    let tell;
    const silent = new Promise((resolve) => (tell = resolve));
    await page.exposeFunction("tellSilent", () => tell());
    await visit(page, site.url + SENSITIVE);
    await offers(page).click();
    await isSpeaking(page);
    await page.evaluate(() => {
      const { cancel } = window.speechSynthesis;
      window.speechSynthesis.cancel = () => {
        cancel();
        window.tellSilent();
      };
    });
    for (let time = 0; time < 3; time += 1) await page.keyboard.press("Shift");
    await silent;
    await reader.close();
  });
});

test("each text of a page with several has its own", async ({ page }) => {
  await withVoices(page);
  await visit(page, `${EDITION}/las`);
  const articles = page.locator("main article:has([data-aloud])");
  await expect(offers(page)).toHaveCount(await articles.count());
  await articles.nth(0).getByRole("button", { name: "Läs upp" }).click();
  await isSpeaking(page);
  await articles.nth(1).getByRole("button", { name: "Läs upp" }).click();
  await expect(stop(page)).toHaveCount(1);
  const title = await articles.nth(1).getByRole("heading", { level: 2 }).textContent();
  await expect.poll(async () => bare(title).endsWith(bare((await spoken(page)).at(-1))) || (await spoken(page)).length > 1).toBe(true);
});

test("it is accessible by day and night, and fits a narrow window", async ({ page }) => {
  await withVoices(page);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const path of [TEXT, `${EDITION}/lucka/7`]) {
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        await visit(page, path);
        await offers(page).click();
        await expect(pause(page)).toBeVisible();
        await expectAccessible(page, `${path} ${colorScheme} ${width}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
        for (const target of await page.locator("[data-reading] :is(button, select)").all()) {
          expect((await target.boundingBox()).height).toBeGreaterThanOrEqual(44);
        }
      }
    }
  }
});

test("it is not printed", async ({ page }) => {
  await withVoices(page);
  await visit(page, TEXT);
  await expect(offers(page)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("[data-aloud]")).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("there is no button", async ({ page }) => {
    await visit(page, TEXT);
    await expect(page.locator("[data-aloud]")).toHaveCount(1);
    await expect(page.locator("[data-aloud]")).toBeHidden();
  });
});
