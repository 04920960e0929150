// What Word writes as paragraphs with a look: lists and headings.

import { LOOKS, look } from "./look.js";

const IGNORED = /mso-list:\s*Ignore/i;
const LIST = /mso-list:\s*l(\d+)\s+level(\d+)/i;
const NUMBER = /^\(?(\d+|[a-zåäö]|[ivxlc]+)[.)]/i;

/** Paragraphs with the look of a heading become headings. */
export function readHeadings(body) {
  for (const paragraph of body.querySelectorAll("p")) {
    const style = look(paragraph);
    const named = /^(?:Mso)?(?:Heading|Rubrik)(\d)$/i.exec(paragraph.className)?.[1];
    const level =
      /mso-outline-level:\s*(\d)/i.exec(style)?.[1] ??
      named ??
      (/^Mso(Title|Rubrik)$/.test(paragraph.className) ? 1 : null);
    if (level && !LIST.test(style)) rename(paragraph, `h${Math.min(6, Number(level))}`);
  }
}

function rename(element, name) {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
}

/** Paragraphs that say which list they are in, and how deep, become lists. */
export function gatherLists(body) {
  const doc = body.ownerDocument;
  let open = [];
  for (const paragraph of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const said = LIST.exec(look(paragraph));
    if (!said || paragraph.closest("li")) continue;
    const [, list, level] = said;
    const depth = Number(level);
    const sign = takeSign(paragraph);
    const number = NUMBER.exec(sign)?.[1];
    const follows = open.length && open[0].dom === before(paragraph);
    if (!follows) open = [];
    while (open.length && (open.at(-1).depth > depth || (open.at(-1).depth === depth && open.at(-1).list !== list)))
      open.pop();
    if (open.at(-1)?.depth !== depth) {
      const dom = doc.createElement(number ? "ol" : "ul");
      if (/^\d+$/.test(number) && number !== "1") dom.setAttribute("start", number);
      const inner = open.at(-1)?.dom.lastElementChild;
      if (inner) inner.append(dom);
      else paragraph.before(dom);
      open.push({ dom, depth, list });
    }
    const item = doc.createElement("li");
    const words = doc.createElement("p");
    words.append(...paragraph.childNodes);
    item.append(words);
    open.at(-1).dom.append(item);
    paragraph.remove();
  }
}

/** The element before, unless there are words between. */
function before(element) {
  let node = element.previousSibling;
  while (node && node.nodeType !== 1 && !node.textContent.trim()) node = node.previousSibling;
  return node;
}

/** The bullet or number, which Word writes out; it is taken away. */
function takeSign(paragraph) {
  const signs = [...paragraph.querySelectorAll(LOOKS)].filter((span) => IGNORED.test(look(span)));
  const sign = signs
    .map(({ textContent }) => textContent)
    .join("")
    .replace(/[\s\u00a0]+/g, "");
  signs.forEach((span) => span.remove());
  return sign;
}
