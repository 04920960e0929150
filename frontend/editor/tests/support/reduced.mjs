// Reduces a document of the editor to what `app/src/markdown/cases_tests.rs` reduces a page to: elements without attributes,
// save for the targets of links, and text.
import { JSDOM } from "jsdom";
import { DOMSerializer } from "prosemirror-model";
import { schema } from "../../src/schema.js";

const { document } = new JSDOM("").window;
const DROPPED = new Set(["div", "thead", "tbody"]);
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export function reduced(doc) {
  const body = DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document });
  return tidy([...body.childNodes].map((node) => reduce(node, false)).join(""));
}

function reduce(node, isInItem) {
  if (node.nodeType === 3) return escaped(node.data);
  const name = node.tagName.toLowerCase();
  const inner = [...node.childNodes].map((child) => reduce(child, isInItem || name === "li")).join("");
  // A tight list has no paragraphs on the page.
  if (name === "p" && isInItem) return ` ${inner} `;
  if (DROPPED.has(name)) return inner;
  if (name === "br" || name === "hr") return `<${name}>`;
  if (name === "a") return `<a ${escaped(node.dataset.href)}>${inner}</a>`;
  return `<${name}>${inner}</${name}>`;
}

/** Omits spaces that no browser shows. */
const tidy = (html) =>
  html
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/ ?(<\/?(?:p|h\d|ul|ol|li|blockquote|pre|hr|br|table|tr|th|td|aside)>) ?/g, "$1")
    .trim();
