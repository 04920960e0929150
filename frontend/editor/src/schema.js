// The schema: exactly what the site's renderer makes of Markdown. Any other Markdown is kept as `raw`, its source word for
// word, so that nothing is lost.
import { Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";
import { isLocal } from "./urls.js";

const level = (element) => ({ level: Number(element.dataset.level) || (element.tagName < "H3" ? 2 : 3) });

const tables = tableNodes({
  tableGroup: "block",
  cellContent: "cell_line",
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: (cell) =>
        cell.classList.contains("center") ? "center" : cell.classList.contains("end") ? "right" : null,
      setDOMAttr: (align, attributes) => {
        if (align === "center" || align === "right") attributes.class = align === "right" ? "end" : "center";
      },
    },
  },
});

const nodes = {
  doc: { content: "(block | raw | footnote)+" },
  paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
  heading: {
    attrs: { level: { default: 2 } },
    content: "(text | image | footnote_ref)*",
    group: "block",
    defining: true,
    parseDOM: [{ tag: "h1, h2, h3, h4, h5, h6", getAttrs: level }],
    // The first two levels look the same on the page, which has a heading of its own.
    toDOM: ({ attrs }) => [`h${Math.max(2, attrs.level)}`, { "data-level": attrs.level }, 0],
  },
  blockquote: {
    content: "block+",
    group: "block",
    defining: true,
    parseDOM: [{ tag: "blockquote" }],
    toDOM: () => ["blockquote", 0],
  },
  bullet_list: {
    attrs: { tight: { default: true }, mark: { default: "-" } },
    content: "list_item+",
    group: "block",
    parseDOM: [{ tag: "ul", getAttrs: (list) => ({ tight: !list.dataset.loose, mark: list.dataset.mark ?? "-" }) }],
    toDOM: ({ attrs }) => ["ul", { "data-loose": attrs.tight ? null : "1", "data-mark": attrs.mark }, 0],
  },
  ordered_list: {
    attrs: { tight: { default: true }, order: { default: 1 }, mark: { default: "." } },
    content: "list_item+",
    group: "block",
    parseDOM: [
      {
        tag: "ol",
        getAttrs: (list) => {
          const start = Number(list.getAttribute("start") ?? 1);
          const order = Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1;
          return { tight: !list.dataset.loose, order, mark: list.dataset.mark ?? "." };
        },
      },
    ],
    toDOM: ({ attrs }) => {
      const start = attrs.order === 1 ? null : attrs.order;
      return ["ol", { start, "data-loose": attrs.tight ? null : "1", "data-mark": attrs.mark }, 0];
    },
  },
  list_item: { content: "paragraph block*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
  code_block: {
    attrs: { info: { default: "" } },
    content: "text*",
    marks: "",
    group: "block",
    code: true,
    defining: true,
    parseDOM: [
      {
        tag: "pre",
        preserveWhitespace: "full",
        getAttrs: (pre) => (pre.classList.contains("raw") ? false : { info: pre.dataset.info ?? "" }),
      },
    ],
    toDOM: ({ attrs }) => ["pre", { "data-info": attrs.info || null }, ["code", 0]],
  },
  horizontal_rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
  picture: {
    attrs: { src: {}, alt: { default: "" }, caption: { default: "" } },
    group: "block",
    draggable: true,
    parseDOM: [
      {
        tag: "figure",
        priority: 60,
        getAttrs: (figure) => {
          const picture = fromDom(figure.querySelector("img, .external"));
          return picture && { ...picture, caption: figure.querySelector("figcaption")?.textContent ?? picture.title };
        },
      },
    ],
    toDOM: ({ attrs }) =>
      attrs.caption ? ["figure", toDom(attrs), ["figcaption", attrs.caption]] : ["figure", toDom(attrs)],
  },
  ...tables,
  // The content of a cell: one line, as in Markdown.
  cell_line: {
    content: "(text | image | footnote_ref)*",
    parseDOM: [{ tag: "div.cell" }],
    toDOM: () => ["div", { class: "cell" }, 0],
  },
  footnote: {
    attrs: { label: {} },
    content: "block+",
    defining: true,
    isolating: true,
    parseDOM: [{ tag: "aside[data-note]", getAttrs: (note) => ({ label: note.dataset.note }) }],
    toDOM: ({ attrs }) => ["aside", { class: "note", "data-note": attrs.label, "aria-label": `Not ${attrs.label}` }, 0],
  },
  raw: {
    content: "text*",
    marks: "",
    code: true,
    defining: true,
    parseDOM: [{ tag: "pre.raw", preserveWhitespace: "full", priority: 60 }],
    toDOM: () => ["pre", { class: "raw" }, ["code", 0]],
  },
  text: { group: "inline" },
  image: {
    attrs: { src: {}, alt: { default: "" }, title: { default: "" } },
    inline: true,
    group: "inline",
    draggable: true,
    parseDOM: [{ tag: "img, span.external", getAttrs: fromDom }],
    toDOM: ({ attrs }) => toDom(attrs),
  },
  footnote_ref: {
    attrs: { label: {} },
    inline: true,
    atom: true,
    group: "inline",
    parseDOM: [{ tag: "sup[data-note]", priority: 60, getAttrs: (note) => ({ label: note.dataset.note }) }],
    toDOM: ({ attrs }) => ["sup", { "data-note": attrs.label }, attrs.label],
  },
  hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
};

// In the order of nesting, the outermost first.
const marks = {
  link: {
    attrs: { href: {}, title: { default: "" } },
    inclusive: false,
    parseDOM: [
      { tag: "a[href]", getAttrs: (a) => ({ href: a.dataset.href ?? a.getAttribute("href"), title: a.title }) },
    ],
    // The URL is not in `href`: no link in the editor can be followed or do harm.
    toDOM: ({ attrs }) => ["a", { href: "#", "data-href": attrs.href, title: attrs.title || null }, 0],
  },
  em: { parseDOM: [{ tag: "i, em" }], toDOM: () => ["em", 0] },
  strong: { parseDOM: [{ tag: "b, strong" }], toDOM: () => ["strong", 0] },
  strike: { parseDOM: [{ tag: "s, del, strike" }], toDOM: () => ["del", 0] },
  code: { code: true, parseDOM: [{ tag: "code, kbd, samp, tt" }], toDOM: () => ["code", 0] },
};

/** Shows a picture of this site. Of any other, which the page would make a link, only the text is shown. */
function toDom({ src, alt, title }) {
  if (isLocal(src)) return ["img", { src, alt, title: title || null }];
  const words = alt || "Bild";
  return ["span", { class: "external", "data-src": src, "data-alt": alt, "data-title": title || null }, words];
}

function fromDom(element) {
  if (!element) return false;
  if (element.tagName === "SPAN") {
    const { src, alt, title } = element.dataset;
    return { src, alt, title: title ?? "" };
  }
  const src = element.getAttribute("src") ?? "";
  return isLocal(src) && { src, alt: element.getAttribute("alt") ?? "", title: element.title };
}

export const schema = new Schema({ nodes, marks });
