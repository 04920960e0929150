// Tokenizes Markdown as the site's renderer does: CommonMark with tables, strikethrough and footnotes.
import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";

export const tokenizer = new MarkdownIt("commonmark", { html: true }).enable(["table", "strikethrough"]).use(footnotes);
// Footnotes stay where they are written, and there are no inline ones.
tokenizer.core.ruler.disable("footnote_tail");
tokenizer.inline.ruler.disable("footnote_inline");
// Two tildes strike out, as on the page: three or more are none of it.
tokenizer.inline.ruler.before("strikethrough", "tildes", (state, silent) => {
  const run = /^~{3,}/.exec(state.src.slice(state.pos, state.posMax))?.[0].length;
  if (!run) return false;
  if (!silent) state.pending += "~".repeat(run);
  state.pos += run;
  return true;
});
// URLs stay as they are typed; the renderer decides which are allowed.
tokenizer.validateLink = () => true;
tokenizer.normalizeLink = (address) => address;
tokenizer.normalizeLinkText = (address) => address;
// Inline HTML is text.
tokenizer.renderer.rules.html_inline = tokenizer.renderer.rules.text;

/**
 * Returns the top-level blocks of a text: their tokens and the range of lines from `start` to `end`. What lies between
 * them without being a block, such as a link reference definition, has no tokens.
 */
export function blocks(markdown, env = {}) {
  const lines = markdown.split("\n");
  const found = [];
  let open = null;
  for (const token of tokenizer.parse(markdown, env)) {
    open ??= { tokens: [], start: token.map?.[0], end: token.map?.[1] };
    open.tokens.push(token);
    if (token.level > 0 || token.nesting > 0) continue;
    found.push(open);
    open = null;
  }
  let line = 0;
  const all = [];
  for (const block of found) {
    if (block.start === undefined) locate(block, lines, line);
    all.push(...between(lines, line, block.start), block);
    // A block may claim the blank lines after it.
    while (block.end > block.start + 1 && !lines[block.end - 1].trim()) block.end -= 1;
    line = block.end;
  }
  all.push(...between(lines, line, lines.length));
  return all.map(({ tokens, start, end }) => ({ tokens: adapt(tokens), start, end }));
}

/** Finds the lines of a footnote, whose tokens have none: from its label to the last line of its content. */
function locate(block, lines, from) {
  const name = `[^${block.tokens[0].meta?.label}]:`;
  const start = lines.findIndex((text, line) => line >= from && text.trimStart().startsWith(name));
  block.start = start < 0 ? from : start;
  block.end = Math.max(block.start + 1, ...block.tokens.map((token) => token.map?.[1] ?? 0));
}

function between(lines, start, end) {
  while (start < end && !lines[start].trim()) start += 1;
  while (end > start && !lines[end - 1].trim()) end -= 1;
  return start < end ? [{ tokens: [], start, end }] : [];
}

/** Adapts tokens to the schema: cells hold a line, and a picture alone in its paragraph is a block. */
function adapt(tokens) {
  const adapted = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    const alone = token.type === "paragraph_open" && tokens[i + 1].children;
    if (alone?.length === 1 && alone[0].type === "image") {
      adapted.push(Object.assign(alone[0], { type: "picture", hidden: token.hidden }));
      i += 2;
    } else if (/^t[hd]_/.test(token.type)) {
      const line = { ...token, type: token.nesting > 0 ? "cell_line_open" : "cell_line_close" };
      adapted.push(...(token.nesting > 0 ? [token, line] : [line, token]));
    } else {
      for (const child of token.children ?? []) if (child.type === "html_inline") child.type = "text";
      adapted.push(token);
    }
  }
  return adapted;
}
