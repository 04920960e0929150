// From Markdown to the editor's document.
import { MarkdownParser } from "prosemirror-markdown";
import { schema } from "../schema.js";
import { Original } from "./original.js";
import { blocks, tokenizer } from "./tokens.js";
import { serialize } from "./serialize.js";

const align = (token) => ({ align: /text-align:(\w+)/.exec(token.attrGet("style") ?? "")?.[1] ?? null });
const title = (token) => token.attrGet("title") ?? "";

function isTight(tokens, i) {
  const level = tokens[i].level;
  for (let at = i + 1; tokens[at].level > level; at += 1) {
    const own = tokens[at].level === level + 2;
    if (own && (tokens[at].type === "paragraph_open" || tokens[at].type === "picture"))
      return Boolean(tokens[at].hidden);
  }
  return true;
}

/** Returns the alternative text of a picture, without markup. */
function altText(tokens) {
  return tokens
    .map(({ type, content, children }) => (type.endsWith("break") ? " " : children ? altText(children) : content))
    .join("");
}

const parser = new MarkdownParser(
  schema,
  { parse: (tokens) => tokens },
  {
    paragraph: { block: "paragraph" },
    heading: { block: "heading", getAttrs: ({ tag }) => ({ level: Number(tag.slice(1)) }) },
    blockquote: { block: "blockquote" },
    bullet_list: {
      block: "bullet_list",
      getAttrs: (token, tokens, i) => ({ tight: isTight(tokens, i), mark: token.markup }),
    },
    ordered_list: {
      block: "ordered_list",
      getAttrs: (token, tokens, i) => ({
        tight: isTight(tokens, i),
        order: Number(token.attrGet("start") ?? 1),
        mark: token.markup,
      }),
    },
    list_item: { block: "list_item" },
    code_block: { block: "code_block", noCloseToken: true },
    fence: { block: "code_block", noCloseToken: true, getAttrs: ({ info }) => ({ info: info.trim() }) },
    hr: { node: "horizontal_rule" },
    table: { block: "table" },
    thead: { ignore: true },
    tbody: { ignore: true },
    tr: { block: "table_row" },
    th: { block: "table_header", getAttrs: align },
    td: { block: "table_cell", getAttrs: align },
    cell_line: { block: "cell_line" },
    footnote_reference: { block: "footnote", getAttrs: ({ meta }) => ({ label: meta.label }) },
    footnote_ref: { node: "footnote_ref", getAttrs: ({ meta }) => ({ label: meta.label }) },
    picture: {
      node: "picture",
      getAttrs: (token) => ({ src: token.attrGet("src"), alt: altText(token.children), caption: title(token) }),
    },
    image: {
      node: "image",
      getAttrs: (token) => ({ src: token.attrGet("src"), alt: altText(token.children), title: title(token) }),
    },
    hardbreak: { node: "hard_break" },
    em: { mark: "em" },
    strong: { mark: "strong" },
    s: { mark: "strike" },
    link: { mark: "link", getAttrs: (token) => ({ href: token.attrGet("href"), title: title(token) }) },
    code_inline: { mark: "code", noCloseToken: true },
  },
);

/** Parses a text. Returns the document and the original source of its blocks. */
export function parse(markdown) {
  const text = markdown.replace(/\r\n?/g, "\n");
  const lines = text.split("\n");
  const env = {};
  const found = blocks(text, env);
  const nodes = found.map(({ tokens, start, end }) => {
    const source = lines.slice(start, end).join("\n");
    return parseBlock(tokens, source, env) ?? schema.node("raw", null, schema.text(source));
  });
  const doc = schema.topNodeType.createAndFill(null, nodes);
  return { doc, original: new Original(lines, found, nodes) };
}

/** Parses a block; null if the editor could not serialize it with the same meaning. */
function parseBlock(tokens, source, env) {
  if (tokens.length === 0) return null;
  let block;
  try {
    block = parser.parse(tokens);
    block.check();
  } catch {
    return null;
  }
  if (block.childCount !== 1) return null;
  return rendered(source, env) === rendered(serialize(block), env) ? block.firstChild : null;
}

/** Renders Markdown without its line breaks, to compare what readers would get. */
function rendered(markdown, env) {
  const names = { ...env.footnotes?.refs };
  const refs = Object.fromEntries(Object.keys(names).map((name) => [name, -1]));
  const html = tokenizer.render(markdown, { references: env.references, footnotes: { refs } });
  return html.replace(/\s+/g, " ");
}
