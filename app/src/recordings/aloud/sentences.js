// What of a text is read aloud, sentence by sentence, and where each stands.
//
// Pictures are left out with what stands under them: whoever needs them described has a screen reader, whoever reads along
// sees them, and words that stand nowhere cannot be marked.
import { OWN, primary } from "./voices.js";

/** The title, the quotation, the text, and who tells it; in the order of the page. */
const READ = "h1, header h2, .quote, .prose, .who, p.meta";
/** What stands beside the text. */
const BESIDE = "footer, nav, .help, .teaser, [data-aloud]";
/** What in the text is not for the ear. */
const SKIPPED =
  "[hidden], [aria-hidden=true], .visually-hidden, nav, button, sup, figure:has(img), .notes [aria-label^=Tillbaka]";
/** What ends a sentence, also without a full stop. */
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, pre, blockquote, figcaption, div";
const [TEXT, ELEMENT] = [3, 1];

/** Returns the sentences of an article that are in a language: the words to speak, and a function that makes their range. */
export function sentencesOf(article, language) {
  const isRead = (root) => !root.closest(BESIDE) && !root.parentElement.closest(READ);
  const blocks = [...article.querySelectorAll(READ)].filter(isRead).flatMap((root) => blocksOf(root, language));
  return blocks.flatMap((block) => divide(block, language));
}

/** Returns the blocks of a part of the article: their text, and the nodes of which it is put together. */
function blocksOf(root, language) {
  const blocks = [];
  const walk = (node) => {
    if (node.nodeType === TEXT && isIn(node.parentElement, language)) add(node);
    if (node.nodeType !== ELEMENT || node.matches(SKIPPED)) return;
    if (node.nodeName === "BR" && blocks.length) blocks.at(-1).text += "\n";
    node.childNodes.forEach(walk);
  };
  const add = (node) => {
    const owner = node.parentElement.closest(BLOCKS) ?? root;
    if (blocks.at(-1)?.owner !== owner) blocks.push({ owner, text: "", pieces: [] });
    const block = blocks.at(-1);
    block.pieces.push({ node, at: block.text.length });
    // A line of the source is no line of the page.
    block.text += node.data.replace(/\s/g, " ");
  };
  walk(root);
  return blocks;
}

/** Returns whether an element is in a language: a foreign word within the text is, a date above it in Swedish is not. */
function isIn(element, language) {
  // What the browser has translated says still what it was.
  if (document.documentElement.lang !== OWN) return true;
  const { lang } = (element.closest(".prose, .quote") ?? element).closest("[lang]");
  return primary(lang) === primary(language);
}

function divide({ text, pieces }, language) {
  const sentences = Intl.Segmenter
    ? new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)
    : [{ segment: text, index: 0 }];
  return [...sentences].flatMap(({ segment, index }) => {
    // Hyphens that only show where a word may be divided would be heard.
    const words = segment.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
    if (!/[\p{L}\p{N}]/u.test(words)) return [];
    const from = index + segment.search(/\S/);
    return [{ words, range: () => rangeOf(pieces, from, index + segment.trimEnd().length) }];
  });
}

function rangeOf(pieces, from, to) {
  const first = pieces.findLast(({ at }) => at <= from);
  const last = pieces.findLast(({ at }) => at < to);
  const range = document.createRange();
  range.setStart(first.node, from - first.at);
  range.setEnd(last.node, Math.min(to - last.at, last.node.length));
  return range;
}
