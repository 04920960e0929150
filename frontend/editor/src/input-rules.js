// Text that is replaced while it is typed: list markers, quotation marks, dashes.
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { schema } from "./schema.js";

const { heading, blockquote, bullet_list: bullets, ordered_list: numbers } = schema.nodes;

export const rules = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{1,3})\s$/, heading, ([, marks]) => ({ level: Math.max(2, marks.length) })),
    wrappingInputRule(/^>\s$/, blockquote),
    wrappingInputRule(/^[-*]\s$/, bullets),
    wrappingInputRule(/^1[.)]\s$/, numbers),
    // Swedish puts a dash before a line of dialogue and before the source of a quotation.
    new InputRule(/(^|\s)--\s$/, (state, [, before], start, end) => state.tr.insertText(`${before}– `, start, end)),
  ],
});
