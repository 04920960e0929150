// Commands that change the type of a block, and predicates for it.
import { lift, setBlockType, wrapIn } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { schema } from "./schema.js";

const { paragraph, heading, blockquote, hard_break: hardBreak } = schema.nodes;

/** Returns the innermost matching node around the selection, with its position. */
export function around(state, matches) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (matches(node)) return { node, pos: $from.before(depth), depth };
  }
  return null;
}

export const isParagraph = (state) => around(state, (node) => node.isTextblock)?.node.type === paragraph;
export const isHeading = (levels) => (state) =>
  levels.includes(around(state, ({ type }) => type === heading)?.node.attrs.level);
export const isQuote = (state) => around(state, ({ type }) => type === blockquote) !== null;
export const isList = (type) => (state) =>
  around(state, (node) => node.type.name.endsWith("_list"))?.node.type === type;

export const toParagraph = setBlockType(paragraph);

/** Toggles a heading, which has no line breaks. */
export function toHeading(level, levels) {
  return (state, dispatch, view) => {
    if (isHeading(levels)(state)) return toParagraph(state, dispatch);
    if (!setBlockType(heading, { level })(state)) return false;
    if (!dispatch) return true;
    const { from, to } = state.selection;
    const { tr } = state;
    state.doc.nodesBetween(from, to, (block, start) => {
      if (!block.isTextblock) return true;
      block.forEach((node, offset) => {
        const pos = start + 1 + offset;
        if (node.type === hardBreak) tr.replaceWith(pos, pos + 1, schema.text(" "));
      });
      return false;
    });
    dispatch(tr.setBlockType(tr.selection.from, tr.selection.to, heading, { level }).scrollIntoView());
    view?.focus();
    return true;
  };
}

export function toggleQuote(state, dispatch) {
  return isQuote(state) ? lift(state, dispatch) : wrapIn(blockquote)(state, dispatch);
}

/** Toggles a list, or changes it to the other type. */
export function toggleList(type) {
  return (state, dispatch, view) => {
    const list = around(state, (node) => node.type.name.endsWith("_list"));
    if (list?.node.type === type) return liftListItem(schema.nodes.list_item)(state, dispatch);
    if (list) {
      dispatch?.(state.tr.setNodeMarkup(list.pos, type, { tight: list.node.attrs.tight }));
      return true;
    }
    if (wrapInList(type)(state, dispatch)) return true;
    // An item has to begin with a paragraph.
    if (!toParagraph(state, dispatch)) return false;
    return view ? wrapInList(type)(view.state, dispatch) : true;
  };
}
