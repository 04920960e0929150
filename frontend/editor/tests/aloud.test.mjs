// What is read aloud of a text, and by which voice.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { sentencesOf } from "../../../app/src/recordings/aloud/sentences.js";
import { languageOf, localVoices, voiceFor } from "../../../app/src/recordings/aloud/voices.js";

beforeEach(() => show(""));
afterEach(() => {
  delete globalThis.document;
  delete globalThis.speechSynthesis;
});

function show(article, lang = "sv") {
  globalThis.document = new JSDOM(`<html lang="${lang}"><body><article>${article}</article></body></html>`).window.document;
}
const read = (article, language = "sv", page = "sv") => {
  show(article, page);
  return sentencesOf(document.querySelector("article"), language);
};
const words = (...page) => read(...page).map((sentence) => sentence.words);

test("title, quotation, text and teller are read in the order of the page, and nothing beside them", () => {
  const post = `<header><p class="plate" aria-hidden="true">7</p><h1><span class="visually-hidden">Lucka 7: </span>Ett steg</h1>
    <nav class="renditions"><p>Lättläst</p></nav></header>
    <div class="listen" data-aloud="sv"><p class="row"><button>Läs upp</button></p></div>
    <figure class="lead"><img alt="En bro"><figcaption>Bron. Foto: Kim Ek</figcaption></figure>
    <nav class="contents"><h2>Innehåll</h2></nav>
    <figure class="quote"><blockquote><p>Det gick.</p></blockquote><figcaption>deltagare, 28 år</figcaption></figure>
    <div class="prose"><p>Först ett. Sedan två!</p><figure><img alt=""><figcaption>Snö</figcaption></figure>
    <h2>Sedan</h2><ul><li>Mjölk</li><li>Bröd<ul><li>Surdeg</li></ul></li></ul>
    <table><tbody><tr><td>Ett</td><td>Två</td></tr></tbody></table></div>
    <p class="who">Anna</p><footer><div class="prose"><p>Läs också</p></div></footer>`;
  assert.deepEqual(words(post), [
    "Ett steg", "Det gick.", "deltagare, 28 år", "Först ett.", "Sedan två!", "Sedan", "Mjölk", "Bröd", "Surdeg", "Ett", "Två", "Anna",
  ]);
});

test("what is for eyes alone is not heard", () => {
  const text = `<div class="prose"><p>Sam\u00adman\u00adfattning\nav året.<sup><a href="#not-1" aria-label="Not 1">1</a></sup>
    Läs <a href="https://a.example" rel="external">mer <span class="visually-hidden">(på en annan webbplats)</span></a>.</p>
    <p>En rad<br>en till</p><p>* * *</p><p hidden>Dolt</p>
    <section class="notes"><ol><li><p>Noten. <a href="#x" aria-label="Tillbaka till not 1 i texten">↩</a></p></li></ol></section></div>`;
  assert.deepEqual(words(text), ["Sammanfattning av året.", "Läs mer .", "En rad", "en till", "Noten."]);
});

test("a text in another language is read without the page's own words", () => {
  const card = `<header><h1><span class="visually-hidden">Lucka 7: </span> <span lang="en">One step</span></h1><p class="when">7 december</p></header>
    <div class="prose" lang="en"><p>We met. We say <span lang="sv">fika</span>.</p></div><div class="prose"><p>Det här sparas.</p></div>`;
  assert.deepEqual(words(card, "en"), ["One step", "We met.", "We say fika."]);
  const quote = `<header><h1><span class="visually-hidden">Lucka 7, </span> måndag 7 december</h1></header>
    <figure class="quote" lang="en"><blockquote><p>It worked.</p></blockquote></figure>`;
  assert.deepEqual(words(quote, "en"), ["It worked."]);
});

test("what a browser has translated is read as it now is", () => {
  const text = `<h1><font>One step</font></h1><div class="prose"><p><font><font>It was winter. We met.</font></font></p></div>`;
  assert.deepEqual(words(text, "en", "en"), ["One step", "It was winter.", "We met."]);
});

test("a range holds the words of its sentence, also over several elements", () => {
  const sentences = read(`<div class="prose"><p>Vi <em>möttes. </em>Sedan\n<strong>gick</strong> vi hem.<br>Slut</p></div>`);
  const ranged = sentences.map(({ range }) => range().toString().replace(/\s+/g, " "));
  assert.deepEqual(ranged, ["Vi möttes.", "Sedan gick vi hem.", "Slut"]);
});

test("no word is lost or read twice, whatever the text", () => {
  const word = fc.constantFrom("hej", "Ö", "t.ex.", "3", "…", "Slut!", "<br>", "<em>ja</em>", "\u00ad", " ", "\n", "”Nej?”", "💛");
  const block = fc.tuple(fc.constantFrom("p", "h2", "li", "blockquote"), fc.array(word, { maxLength: 12 }));
  const heard = (text) => text.replace(/[\s\u00ad]/g, "");
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      const html = blocks.map(([name, parts]) => `<${name}>${parts.join("")}</${name}>`).join("\n");
      const sentences = read(`<div class="prose">${html}</div>`);
      const letters = (text) => heard(text).replace(/[^\p{L}\p{N}]/gu, "");
      assert.equal(letters(sentences.map((one) => one.words).join("")), letters(document.querySelector(".prose").textContent));
      for (const { words, range } of sentences) assert.equal(heard(range().toString()), heard(words));
    }),
  );
});

test("without a segmenter a paragraph is a sentence", () => {
  const { Segmenter } = Intl;
  Intl.Segmenter = undefined;
  try {
    assert.deepEqual(words("<h1>Ett</h1><div class='prose'><p>Först. Sedan.</p></div>"), ["Ett", "Först. Sedan."]);
  } finally {
    Intl.Segmenter = Segmenter;
  }
});

const voice = (lang, localService = true, rest = {}) => ({ lang, localService, ...rest });
const withVoices = (...voices) => (globalThis.speechSynthesis = { getVoices: () => voices });

test("only voices of the device itself read, in the text's own language", () => {
  withVoices(voice("sv-SE", false), voice("en-GB"), voice("sma"), voice("sv_FI"));
  assert.deepEqual(localVoices("sv").map(({ lang }) => lang), ["sv_FI"]);
  assert.deepEqual(localVoices("ar"), []);
  assert.equal(voiceFor("sv").lang, "sv_FI");
});

test("the language's own country comes first, then what the device has chosen", () => {
  withVoices(voice("sv-FI", true, { default: true }), voice("sv-SE"));
  assert.equal(voiceFor("sv").lang, "sv-SE");
  withVoices(voice("en-AU"), voice("en-GB", true, { default: true }));
  assert.equal(voiceFor("en").lang, "en-GB");
  withVoices(voice("en-US"), voice("en-GB"));
  assert.equal(voiceFor("en-GB").lang, "en-GB");
});

test("a page that the browser has translated is in that language", () => {
  const place = { dataset: { aloud: "ar" } };
  assert.equal(languageOf(place), "ar");
  show("", "en");
  assert.equal(languageOf(place), "en");
});
