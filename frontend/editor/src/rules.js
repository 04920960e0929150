// What becomes something while one types: a list, a quotation, a dash.
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { schema } from "./schema.js";

const { heading, blockquote, bullet_list: bullets, ordered_list: numbers } = schema.nodes;

export const rules = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{1,3})\s$/, heading, ([, marks]) => ({ level: Math.max(2, marks.length) })),
    wrappingInputRule(/^>\s$/, blockquote),
    wrappingInputRule(/^[-*]\s$/, bullets),
    wrappingInputRule(/^1[.)]\s$/, numbers),
    // Swedish has a dash where others have hyphens: before a reply, and before who said it.
    new InputRule(/(^|\s)--\s$/, (state, [, before], start, end) => state.tr.insertText(`${before}– `, start, end)),
  ],
});
