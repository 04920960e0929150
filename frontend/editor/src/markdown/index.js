// Conversion between Markdown and the editor's document.
import { serializeBlock } from "./serialize.js";

export { parse } from "./parse.js";

/** Serializes a document, with the original source of every block that was not changed. */
export function toMarkdown(doc, original) {
  return original.text(doc, (_, index) => serializeBlock(doc, index));
}
