// Serializes the editor's document, always in the same style: `-` for lists, `*` and `**`, one line for a paragraph.
import { defaultMarkdownSerializer, MarkdownSerializer } from "prosemirror-markdown";
import {
  escapeAddress,
  escapeStart,
  escapeText,
  escapeTitle,
  isPunctuation,
  isWord,
  encodeFirst,
  encodeLast,
} from "./escape.js";
import { tableLines } from "./table.js";

const { code } = defaultMarkdownSerializer.marks;
const image = ({ src, alt }, title) =>
  `![${escapeText(alt.replace(/\s+/g, " "))}](${escapeAddress(src)}${escapeTitle(title)})`;

const nodes = {
  paragraph(state, node) {
    state.renderInline(node);
    state.closeBlock(node);
  },
  heading(state, node) {
    state.write(`${"#".repeat(node.attrs.level)} `);
    state.renderInline(node, false);
    // At the end of a heading these would be taken for its closing sequence.
    state.out = state.out.replace(/([^\\#\n])(#+)$/, (_, last, marks) => last + marks.replaceAll("#", "\\#"));
    state.closeBlock(node);
  },
  blockquote(state, node) {
    state.wrapBlock("> ", null, node, () => state.renderContent(node));
  },
  bullet_list(state, node, parent, index) {
    const mark = listMark(parent, index);
    list(state, node, () => `${mark} `);
  },
  ordered_list(state, node, parent, index) {
    const mark = listMark(parent, index);
    list(state, node, (i) => `${node.attrs.order + i}${mark} `);
  },
  list_item(state, node) {
    state.renderContent(node);
  },
  code_block(state, node) {
    const longest = Math.max(2, ...(node.textContent.match(/`{3,}/g) ?? []).map(({ length }) => length));
    const fence = (node.attrs.info.includes("`") ? "~" : "`").repeat(longest + 1);
    state.write(`${fence}${node.attrs.info}\n`);
    state.text(node.textContent, false);
    state.write("\n");
    state.write(fence);
    state.closeBlock(node);
  },
  horizontal_rule(state, node) {
    state.write("---");
    state.closeBlock(node);
  },
  picture(state, node) {
    state.write(image(node.attrs, node.attrs.caption));
    state.closeBlock(node);
  },
  table(state, node) {
    const lines = tableLines(node, (cell) => serialize(cell).replaceAll("|", "\\|"));
    state.text(lines.join("\n"), false);
    state.closeBlock(node);
  },
  cell_line(state, node) {
    state.renderInline(node, false);
    state.closeBlock(node);
  },
  footnote(state, node) {
    state.wrapBlock("    ", `[^${node.attrs.label}]: `, node, () => state.renderContent(node));
  },
  raw(state, node) {
    state.text(node.textContent, false);
    state.closeBlock(node);
  },
  text(state, node, parent, index) {
    const before = index > 0 ? parent.child(index - 1) : null;
    const after = index + 1 < parent.childCount ? parent.child(index + 1) : null;
    let text = escapeText(node.text.replace(/\n/g, " "));
    if (state.atBlockStart || before?.type.name === "hard_break") text = escapeStart(text, before !== null);
    if (!after || after.type.name === "hard_break") text = text.replace(/(^|[^\\])[ \t]+$/, "$1");
    if (before?.type.name === "footnote_ref" && /^[(:]/.test(text)) text = `\\${text}`;
    if (after && text.endsWith("!")) text = `${text.slice(0, -1)}\\!`;
    const isEncoded = before !== null && mustEncode(before, node, true);
    if (isEncoded) text = encodeFirst(text);
    if (after && mustEncode(node, after, false) && !(isEncoded && [...node.text].length === 1)) text = encodeLast(text);
    state.text(text, false);
  },
  image(state, node) {
    state.text(image(node.attrs, node.attrs.title), false);
  },
  footnote_ref(state, node) {
    state.text(`[^${node.attrs.label}]`, false);
  },
  hard_break(state, node, parent, index) {
    for (let i = index + 1; i < parent.childCount; i += 1) {
      if (parent.child(i).type !== node.type) return state.text("\\\n", false);
    }
    return undefined;
  },
};

const marks = {
  em: { open: "*", close: "*", mixable: true, expelEnclosingWhitespace: true },
  strong: { open: "**", close: "**", mixable: true, expelEnclosingWhitespace: true },
  strike: { open: "~~", close: "~~", mixable: true, expelEnclosingWhitespace: true },
  code,
  link: {
    open: (state, mark, parent, index) => {
      state.bare = isBare(mark, parent, index);
      return state.bare ? "<" : "[";
    },
    close: (state, { attrs }) => {
      const { bare } = state;
      state.bare = false;
      return bare ? ">" : `](${escapeAddress(attrs.href)}${escapeTitle(attrs.title)})`;
    },
    mixable: true,
  },
};

/** A link whose words are its address is written `<address>`. */
function isBare({ attrs, type }, parent, index) {
  const node = parent.child(index);
  const next = parent.maybeChild(index + 1);
  const { text = "" } = node;
  if (
    attrs.title ||
    node.marks.length > 1 ||
    next?.marks.some((mark) => mark.type === type && mark.attrs.href === attrs.href)
  )
    return false;
  if (/[\s<>\\*`_~[\]&]/.test(text)) return false;
  return text === attrs.href && /^[a-z][a-z\d+.-]{1,31}:/i.test(text);
}

/**
 * `*` opens or closes only beside certain letters. Returns whether the letter on one side of the boundary must be
 * encoded: the first of `right`, or the last of `left`.
 */
function mustEncode(left, right, first) {
  const runs = (node) => node.marks.filter(({ type }) => ["em", "strong", "strike"].includes(type.name));
  const ends = runs(left).filter((mark) => !mark.isInSet(right.marks));
  // What begins within a link has its bracket before it.
  const inLink = right.marks.some((mark) => mark.type.name === "link" && !mark.isInSet(left.marks));
  const begins = inLink ? [] : runs(right).filter((mark) => !mark.isInSet(left.marks));
  const edge = (node, other, at, turned) => {
    const wraps = node.marks.some((mark) => ["code", "link"].includes(mark.type.name) && !mark.isInSet(other.marks));
    // Of two kinds of marks in a row, the outer one stands beside the inner one.
    const kinds = new Set(turned.map(({ type }) => type.name === "strike"));
    return node.isText && !wraps && kinds.size < 2 ? [...node.text].at(at) : "[";
  };
  const [l, r] = [edge(left, right, -1, ends), edge(right, left, 0, begins)];
  if (first) return ends.length > 0 && isPunctuation(l) && isWord([...(right.text ?? "")][0]);
  return begins.length > 0 && isPunctuation(r) && isWord([...(left.text ?? "")].at(-1));
}

/** Returns the marker of a list: neighbouring lists of one kind need different ones. */
function listMark(parent, index) {
  const node = parent.child(index);
  const before = index > 0 ? parent.child(index - 1) : null;
  const { mark } = node.attrs;
  if (before?.type !== node.type || listMark(parent, index - 1) !== mark) return mark;
  return { "-": "*", "*": "-", "+": "-", ".": ")", ")": "." }[mark];
}

function list(state, node, mark) {
  if (state.inTightList) state.flushClose(1);
  const around = state.inTightList;
  state.inTightList = node.attrs.tight && mayBeTight(node);
  node.forEach((item, _, i) => {
    if (i > 0 && state.inTightList) state.flushClose(1);
    const first = mark(i);
    state.wrapBlock(" ".repeat(first.length), first, node, () => state.render(item, node, i));
  });
  state.inTightList = around;
}

/** Whether a list can be written without blank lines: each item is a paragraph, followed by lists at most. */
export function mayBeTight(list) {
  const follows = (node) =>
    node.type.name.endsWith("_list") && (node.attrs.order ?? 1) === 1 && node.firstChild.firstChild.childCount > 0;
  return list.children.every((item) => item.children.slice(1).every((node, i) => i === 0 && follows(node)));
}

const serializer = new MarkdownSerializer(nodes, marks);

/** Serializes a document, or the content of one of its blocks. */
export function serialize(doc) {
  return serializer.serialize(doc);
}

/** Serializes the block at an index of a document. */
export function serializeBlock(doc, index) {
  const before = index > 0 && doc.child(index - 1).type === doc.child(index).type ? [doc.child(index - 1)] : [];
  if (before.length === 0 || !doc.child(index).type.name.endsWith("_list"))
    return serialize(doc.copy(doc.content.cut(0, 0).addToEnd(doc.child(index))));
  const mark = listMark(doc, index);
  const node = doc.child(index);
  return serialize(doc.copy(doc.content.cut(0, 0).addToEnd(node.type.create({ ...node.attrs, mark }, node.content))));
}
