// Words are marked in the text and commented (app/src/admin/comments): the form below their paragraph opens with them filled
// in. Without this script they are typed into the same form.

import { element } from "./element.js";

/** As much as the server compares before the words (app/src/comments/passages.rs). */
const CONTEXT = 32;

/** Lets somebody comment the words that are marked within `page`. */
export function enhanceComments(page) {
  const button = element("button", { type: "button", class: "button comment-marked", hidden: true }, "Kommentera");
  // Pressing it must not take the mark away.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", comment);
  page.append(button);
  let marked;
  document.addEventListener("selectionchange", show);
  // Words that were marked before this script came.
  show();

  function show() {
    marked = markedWords(page);
    button.hidden = !marked;
    if (!marked) return;
    const { bottom, left } = marked.range.getBoundingClientRect();
    const around = page.getBoundingClientRect();
    const most = Math.max(0, around.width - button.offsetWidth);
    button.style.insetBlockStart = `${bottom - around.top + 8}px`;
    button.style.insetInlineStart = `${Math.min(Math.max(0, left - around.left), most)}px`;
  }

  function comment() {
    if (!marked) return;
    const form = marked.passage.querySelector(":scope > .comment-form");
    const field = (name) => form.querySelector(`[data-field="${name}"]`);
    form.open = true;
    field("words").value = marked.words;
    field("before").value = marked.before;
    field("body").focus();
    getSelection().removeAllRanges();
  }

  return {
    destroy() {
      document.removeEventListener("selectionchange", show);
      button.remove();
    },
  };
}

/** Returns the words that are marked, if they are some of one paragraph that has a form. */
export function markedWords(page) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = paragraphOf(range.startContainer);
  if (!start || start !== paragraphOf(range.endContainer) || !page.contains(start)) return null;
  const passage = start.closest("[data-passage]");
  const words = spaced(textOf(range)).trim();
  if (!words || !passage.querySelector(":scope > .comment-form")) return null;
  const before = range.cloneRange();
  before.selectNodeContents(start);
  before.setEnd(range.startContainer, range.startOffset);
  const lead = /^\s/.test(textOf(range)) ? " " : "";
  return { range, passage, words, before: [...spaced(textOf(before) + lead)].slice(-CONTEXT).join("") };
}

const paragraphOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("[data-words]");

/** Returns the text in a range without what only screen readers hear. */
function textOf(range) {
  const content = range.cloneContents();
  for (const hidden of content.querySelectorAll(".visually-hidden")) hidden.remove();
  return content.textContent;
}

const spaced = (text) => text.replace(/\s+/gu, " ");
