// Lists and headings of Word for the web, which writes each item as a list of its own and says its level beside it.

import { Lists } from "./lists.js";

const ITEM = "li[data-aria-level]";

export function readWebHeadings(body) {
  for (const paragraph of body.querySelectorAll("p[role=heading][aria-level]")) {
    const level = Number(paragraph.getAttribute("aria-level"));
    if (!(level >= 1) || paragraph.closest("li")) continue;
    const heading = paragraph.ownerDocument.createElement(`h${Math.min(6, level)}`);
    heading.append(...paragraph.childNodes);
    paragraph.replaceWith(heading);
  }
}

export function readWebLists(body) {
  const lists = new Lists();
  for (const list of [...body.querySelectorAll("ul, ol")]) {
    const items = [...list.children];
    if (list.closest("li") || !items.length || !items.every((item) => item.matches(ITEM))) continue;
    const tag = list.tagName.toLowerCase();
    let place = list;
    while (place.parentElement !== body && place.parentElement?.children.length === 1) place = place.parentElement;
    items.forEach((item, i) => {
      const depth = Number(item.dataset.ariaLevel) || 1;
      const here = i < items.length - 1 ? place.ownerDocument.createElement("i") : place;
      if (here !== place) place.before(here);
      lists.add(here, item, { depth, list: tag, tag, start: list.getAttribute("start") });
    });
  }
}
