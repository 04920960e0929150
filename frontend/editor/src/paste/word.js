// Lists and headings that Word writes as styled paragraphs.

import { Lists } from "./lists.js";
import { STYLED, styleOf } from "./styles.js";

const IGNORED = /mso-list:\s*Ignore/i;
const LIST = /mso-list:\s*l(\d+)\s+level(\d+)/i;
const NUMBER = /^\(?(\d+|[a-zåäö]|[ivxlc]+)[.)]/i;

/** Turns paragraphs with the style of a heading into headings. */
export function readHeadings(body) {
  for (const paragraph of body.querySelectorAll("p")) {
    const style = styleOf(paragraph);
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

/** Turns paragraphs that name their list and its level into lists. */
export function readLists(body) {
  const lists = new Lists();
  for (const paragraph of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const match = LIST.exec(styleOf(paragraph));
    if (!match || paragraph.closest("li")) continue;
    const [, list, level] = match;
    const number = NUMBER.exec(removeMarker(paragraph))?.[1];
    const item = paragraph.ownerDocument.createElement("li");
    const words = paragraph.ownerDocument.createElement("p");
    words.append(...paragraph.childNodes);
    item.append(words);
    const start = /^\d+$/.test(number) ? number : null;
    lists.add(paragraph, item, { depth: Number(level), list, tag: number ? "ol" : "ul", start });
  }
}

/** Removes the bullet or number, which Word writes as text, and returns it. */
function removeMarker(paragraph) {
  const markers = [...paragraph.querySelectorAll(STYLED)].filter((span) => IGNORED.test(styleOf(span)));
  const marker = markers
    .map(({ textContent }) => textContent)
    .join("")
    .replace(/[\s\u00a0]+/g, "");
  markers.forEach((span) => span.remove());
  return marker;
}
