// Markdown in, Markdown out.
import { writeBlock } from "./write.js";

export { read } from "./read.js";

/** The text of a document, in the writer's own spelling wherever nothing was changed. */
export function textOf(doc, spelling) {
  return spelling.text(doc, (_, index) => writeBlock(doc, index));
}
