// Which words somebody has marked, in jsdom.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";

const PAGE = `<div data-comments>
  <div data-passage="1">
    <p data-words>Hon  <mark><a href="#k">vågade <span class="visually-hidden"> (kommentar 1)</span></a></mark> fråga.</p>
    <details class="comment-form"><form><input data-field="words"><input data-field="before"><textarea data-field="body"></textarea></form></details>
  </div>
  <div data-passage="2"><p data-words>Slut.</p></div>
</div>`;

const { window } = new JSDOM(PAGE, { pretendToBeVisual: true });
for (const name of ["document", "Node"]) globalThis[name] = window[name];
globalThis.getSelection = () => window.getSelection();
// jsdom has no layout.
window.Range.prototype.getBoundingClientRect = () => ({ bottom: 0, left: 0 });
const { enhanceComments, markedWords } = await import("../src/comments.js");

const page = document.querySelector("[data-comments]");
const [first, second] = page.querySelectorAll("[data-words]");

function mark(from, start, to, end) {
  const range = document.createRange();
  range.setStart(from, start);
  range.setEnd(to, end);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

test("the words are as the server has them, also over a comment", () => {
  mark(first.firstChild, 0, first.lastChild, 6);
  assert.equal(markedWords(page).words, "Hon vågade fråga");
  mark(first.lastChild, 0, first.lastChild, 6);
  const { words, before } = markedWords(page);
  assert.deepEqual([words, before], ["fråga", "Hon vågade "]);
});

test("nothing is marked over two paragraphs, or where there is no form", () => {
  mark(first.firstChild, 0, second.firstChild, 2);
  assert.equal(markedWords(page), null);
  mark(second.firstChild, 0, second.firstChild, 2);
  assert.equal(markedWords(page), null);
});

test("the button opens the form of the paragraph with the words in it", () => {
  const { destroy } = enhanceComments(page);
  const button = page.querySelector(".comment-marked");
  mark(first.firstChild, 0, first.firstChild, 3);
  document.dispatchEvent(new window.Event("selectionchange"));
  assert.equal(button.hidden, false);
  button.click();
  assert.equal(page.querySelector("details").open, true);
  assert.equal(page.querySelector("[data-field=words]").value, "Hon");
  assert.equal(document.activeElement, page.querySelector("textarea"));
  destroy();
  assert.equal(page.querySelector(".comment-marked"), null);
});
