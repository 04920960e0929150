// Keyboard shortcuts. Tab leaves the text, as everywhere else on the page, but moves from cell to cell in a table.
import { baseKeymap, chainCommands, exitCode, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { Selection, TextSelection } from "prosemirror-state";
import { goToNextCell } from "prosemirror-tables";
import { schema } from "./schema.js";

const { list_item: item, hard_break: hardBreak } = schema.nodes;

function breakLine(state, dispatch) {
  const { $from } = state.selection;
  if (!$from.parent.contentMatchAt($from.index()).matchType(hardBreak)) return true;
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView());
  return true;
}

/** Selects all text by a text selection, to which every command applies. */
function selectText(state, dispatch) {
  const { doc } = state;
  const [first, last] = [Selection.atStart(doc), Selection.atEnd(doc)];
  const isAll = first.from <= depthOf(doc, "firstChild") && doc.content.size - last.to <= depthOf(doc, "lastChild");
  if (!isAll || !(first instanceof TextSelection) || !(last instanceof TextSelection)) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(doc, first.from, last.to)));
  return true;
}

/** Returns the depth of the first or last text block. */
function depthOf(node, side) {
  let depth = 0;
  for (let inner = node; inner && !inner.isTextblock; inner = inner[side]) depth += 1;
  return depth;
}

/** Returns the keymaps, with the shortcuts of `buttons`. */
export function keys(buttons, toToolbar) {
  const own = {
    "Mod-a": selectText,
    "Mod-z": undo,
    "Mod-y": redo,
    "Shift-Mod-z": redo,
    Backspace: undoInputRule,
    Enter: splitListItem(item),
    "Shift-Enter": chainCommands(exitCode, breakLine),
    "Mod-Enter": chainCommands(exitCode, breakLine),
    "Mod-]": sinkListItem(item),
    "Mod-[": liftListItem(item),
    Tab: goToNextCell(1),
    "Shift-Tab": goToNextCell(-1),
    "Mod-e": toggleMark(schema.marks.code),
    "Alt-F10": toToolbar,
  };
  for (const { key, run } of buttons) if (key) own[key] = run;
  return [keymap(own), keymap(baseKeymap)];
}
