// Cleans HTML from Word, mails and web pages down to the few elements that a text can have.
import { linkUrl, pictureUrl } from "./urls.js";
import { parseInert } from "./styles.js";
import { removeHidden, styleToElements } from "./inline-styles.js";
import { readLists, readHeadings } from "./word.js";
import { readWebHeadings, readWebLists } from "./word-web.js";
import { readFootnotes } from "./footnotes.js";
import { normalizeTables } from "./tables.js";
import { normalizeText } from "../text.js";

const REMOVED =
  "script, style, meta, link, title, head, template, noscript, iframe, object, embed, svg, math, canvas, video, audio, form input, input, select, textarea, button, nav, dialog, xml, " +
  "[hidden], [aria-hidden=true], .MsoCommentReference, .msocomanchor, .msocomtxt, [data-mso-comment]";
const BLOCKS = new Set("P H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE PRE TABLE TBODY THEAD TR TD TH HR FIGURE".split(" "));
const MARKS = {
  B: "strong",
  STRONG: "strong",
  I: "em",
  EM: "em",
  S: "s",
  DEL: "s",
  STRIKE: "s",
  CODE: "code",
  KBD: "code",
  SAMP: "code",
  TT: "code",
  A: "a",
};

/**
 * Cleans a piece of HTML. Returns it with the number of pictures that were left out. `notes` are the labels of the footnotes
 * that the text has.
 */
export function clean(html, origin, notes = []) {
  const { body } = parseInert(html);
  const isWord = /urn:schemas-microsoft-com|class="?Mso|mso-/i.test(html);
  if (isWord) body.querySelectorAll("del, .msoDel").forEach((gone) => gone.remove());
  removeComments(body);
  readHeadings(body);
  readLists(body);
  readWebHeadings(body);
  readWebLists(body);
  readFootnotes(body, notes);
  body.querySelectorAll(REMOVED).forEach((gone) => gone.remove());
  removeHidden(body);
  styleToElements(body);
  const pictures = keepOwnPictures(body, origin);
  normalizeTables(body);
  const out = body.ownerDocument.createElement("div");
  out.append(...blocksOf(body, origin));
  normalizeHeadings(out);
  return { html: out.innerHTML, pictures };
}

function removeComments(body) {
  const walker = body.ownerDocument.createTreeWalker(body, 128 /* comments */);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  comments.forEach((comment) => comment.remove());
}

/** Removes all pictures but this site's own. Returns how many a reader would miss. */
function keepOwnPictures(body, origin) {
  let left = 0;
  for (const image of body.querySelectorAll("img")) {
    const src = pictureUrl(image.getAttribute("src") ?? "", origin);
    // A picture of a pixel or two counts readers.
    const isSeen = !["0", "1", "2"].includes(image.getAttribute("width"));
    if (!src && isSeen) left += 1;
    if (!src) image.remove();
    else image.setAttribute("src", src);
  }
  return left;
}

/** Returns the blocks in an element. Text outside of any gets a paragraph. */
function blocksOf(parent, origin) {
  const doc = parent.ownerDocument;
  const blocks = [];
  let open = null;
  const close = () => {
    if (open) trim(open);
    if (open && hasContent(open)) blocks.push(open);
    open = null;
  };
  for (const child of [...parent.childNodes]) {
    if (isInline(child)) {
      open ??= doc.createElement("p");
      open.append(...inline(child, origin));
    } else {
      close();
      blocks.push(...block(child, origin));
    }
  }
  close();
  return blocks.flatMap(splitAtBreaks);
}

const isInline = (node) =>
  node.nodeType === 3 ||
  (node.nodeType === 1 && !BLOCKS.has(node.tagName) && !node.querySelector([...BLOCKS].join()) && !isBox(node));
const isBox = ({ tagName }) =>
  /^(DIV|SECTION|ARTICLE|MAIN|HEADER|FOOTER|ASIDE|ADDRESS|DL|DT|DD|FIGCAPTION|CAPTION|DETAILS|SUMMARY|CENTER|BODY)$/.test(
    tagName,
  );

function block(node, origin) {
  if (node.nodeType !== 1) return [];
  const doc = node.ownerDocument;
  const made = doc.createElement(node.tagName.toLowerCase());
  switch (node.tagName) {
    case "UL":
    case "OL": {
      const start = node.getAttribute("start");
      if (start && /^\d{1,9}$/.test(start) && start !== "1") made.setAttribute("start", start);
      for (const child of node.children) made.append(...items(child, made.lastElementChild, origin));
      return made.childElementCount ? [made] : [];
    }
    case "BLOCKQUOTE":
      made.append(...blocksOf(node, origin));
      return made.childElementCount ? [made] : [];
    case "PRE":
      made.textContent = normalizeText(node.textContent).replace(/\u00a0/g, " ");
      return made.textContent.trim() ? [made] : [];
    case "TABLE":
      return table(node, made, origin);
    case "HR":
      return [made];
    case "ASIDE": {
      const blocks = blocksOf(node, origin);
      if (!node.dataset.note || !blocks.length) return blocks;
      made.dataset.note = node.dataset.note;
      made.append(...blocks);
      return [made];
    }
    case "FIGURE": {
      const image = node.querySelector("img");
      if (!image) return blocksOf(node, origin);
      const caption = doc.createElement("figcaption");
      caption.textContent = node.querySelector("figcaption")?.textContent.replace(/\s+/g, " ").trim() ?? "";
      made.append(...inline(image, origin), ...(caption.textContent ? [caption] : []));
      return [made];
    }
    default: {
      const isText = /^(P|H\d)$/.test(node.tagName);
      if (!isText || [...node.children].some((child) => !isInline(child))) return blocksOf(node, origin);
      made.append(...[...node.childNodes].flatMap((child) => inline(child, origin)));
      if (made.tagName !== "P") made.querySelectorAll("strong, em, br").forEach(plain);
      trim(made);
      return hasContent(made) ? [made] : [];
    }
  }
}

const plain = (mark) => mark.replaceWith(...(mark.tagName === "BR" ? [" "] : mark.childNodes));

/** Returns the items that a child of a list becomes. A list beside the items belongs to the one before it. */
function items(child, before, origin) {
  if (/^(UL|OL)$/.test(child.tagName)) {
    const lists = block(child, origin);
    if (!before) return lists.flatMap((list) => [...list.children]);
    before.append(...lists);
    return [];
  }
  const item = child.ownerDocument.createElement("li");
  const blocks = blocksOf(child, origin).map((one) => (/^H\d$/.test(one.tagName) ? asParagraph(one) : one));
  item.append(...blocks);
  return blocks.length ? [item] : [];
}

function asParagraph(heading) {
  const made = heading.ownerDocument.createElement("p");
  made.append(...heading.childNodes);
  return made;
}

function table(node, made, origin) {
  for (const row of node.rows) {
    const line = made.insertRow();
    for (const cell of row.cells) {
      const words = line.appendChild(made.ownerDocument.createElement(line.rowIndex === 0 ? "th" : "td"));
      const blocks = blocksOf(cell, origin);
      blocks.forEach((one, i) =>
        words.append(...(i ? [" "] : []), ...(/^(P|H\d)$/.test(one.tagName) ? one.childNodes : [one.textContent])),
      );
      words.querySelectorAll("br").forEach(plain);
    }
  }
  if (![...made.rows].some(({ textContent }) => textContent.trim())) return [];
  // A single cell, column or row is there for the layout.
  if (made.rows.length === 1 || made.rows[0].cells.length === 1)
    return [...node.rows].flatMap((row) => [...row.cells].flatMap((cell) => blocksOf(cell, origin)));
  return [made];
}

/** Returns inline content: text, marks, links, pictures and breaks. */
function inline(node, origin) {
  if (node.nodeType === 3) return [node.ownerDocument.createTextNode(cleanText(node.data))];
  if (node.nodeType !== 1) return [];
  const doc = node.ownerDocument;
  if (node.tagName === "BR") return [doc.createElement("br")];
  if (node.tagName === "SUP" && node.dataset.note) return [node.cloneNode()];
  if (node.tagName === "IMG") {
    const image = doc.createElement("img");
    image.setAttribute("src", node.getAttribute("src"));
    image.setAttribute("alt", node.getAttribute("alt") ?? "");
    return [image];
  }
  const children = [...node.childNodes].flatMap((child) => inline(child, origin));
  const name = MARKS[node.tagName];
  if (!name || !children.length) return children;
  const mark = doc.createElement(name);
  if (name === "a") {
    const href = linkUrl(node.getAttribute("href") ?? "", origin);
    if (!href || !node.textContent.trim()) return children;
    mark.setAttribute("href", href);
  }
  if (!node.textContent.trim() && name !== "a") return children;
  mark.append(...children);
  return [mark];
}

/** Brings text into its normal form and joins spaces. */
const cleanText = (text) => normalizeText(text).replace(/[\s\u00a0\u202f]+/g, " ");

/** Removes spaces and breaks at both ends. */
function trim(line) {
  const isBlank = (node) => (node.nodeType === 3 ? !node.data.trim() : node.tagName === "BR");
  line.normalize();
  while (line.lastChild && isBlank(line.lastChild)) line.lastChild.remove();
  while (line.firstChild && isBlank(line.firstChild)) line.firstChild.remove();
  if (line.firstChild?.nodeType === 3) line.firstChild.data = line.firstChild.data.trimStart();
  if (line.lastChild?.nodeType === 3) line.lastChild.data = line.lastChild.data.trimEnd();
}

const hasContent = (element) => Boolean(element.textContent.trim() || element.querySelector("img, sup[data-note]"));

/** Splits a paragraph at two breaks in a row. */
function splitAtBreaks(paragraph) {
  if (paragraph.tagName !== "P" || paragraph.querySelectorAll(":scope > br").length < 2) return [paragraph];
  const parts = [paragraph.cloneNode()];
  let breaks = [];
  for (const node of [...paragraph.childNodes]) {
    if (node.tagName === "BR" || (breaks.length && node.nodeType === 3 && !node.data.trim())) {
      breaks.push(node);
      continue;
    }
    if (breaks.filter(({ tagName }) => tagName === "BR").length > 1) parts.push(paragraph.cloneNode());
    else parts.at(-1).append(...breaks);
    breaks = [];
    parts.at(-1).append(node);
  }
  parts.forEach(trim);
  return parts.filter(hasContent);
}

/** Reduces headings to two levels: the highest that occurs, and all below it. */
function normalizeHeadings(out) {
  const headings = [...out.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const highest = headings.map(({ tagName }) => tagName).sort()[0];
  for (const heading of headings) {
    const made = heading.ownerDocument.createElement(heading.tagName === highest ? "h2" : "h3");
    made.append(...heading.childNodes);
    heading.replaceWith(made);
  }
}
