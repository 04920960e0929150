// The buttons above the text, in their order.
import { toggleMark } from "prosemirror-commands";
import { redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { isHeading, isList, isParagraph, isQuote, toggleList, toggleQuote, toHeading, toParagraph } from "../blocks.js";
import { canLink, editLink, linkAt } from "../dialog/link.js";
import { schema } from "../schema.js";

const { strong, em } = schema.marks;
const { bullet_list: bullets, ordered_list: numbers } = schema.nodes;
const HIGH = [1, 2];
const LOW = [3, 4, 5, 6];

const has = (type) => (state) => {
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
};
const SOURCE = "Vem säger det? Skriv källan som citatets sista stycke, med tankstreck först: – deltagare, 28 år";

/**
 * `choose` opens the file picker, and `fromLibrary` the picture library; without them there are no buttons for pictures.
 * `announce` shows a message.
 */
export function buttons({ choose, fromLibrary, announce }) {
  const quote = (state, dispatch) => {
    const done = toggleQuote(state, dispatch);
    if (done && dispatch) announce(isQuote(state) ? "" : SOURCE);
    return done;
  };
  const link = (state, dispatch, view) => {
    if (dispatch && view) editLink(view);
    return canLink(state);
  };
  const picture = (add) => (state, dispatch) => {
    if (dispatch) add();
    return true;
  };
  return [
    { name: "Stycke", text: true, key: "Alt-0", run: toParagraph, isOn: isParagraph },
    { name: "Rubrik", text: true, key: "Alt-1", run: toHeading(2, HIGH), isOn: isHeading(HIGH) },
    { name: "Underrubrik", text: true, key: "Alt-2", run: toHeading(3, LOW), isOn: isHeading(LOW) },
    { name: "Fet", icon: "bold", key: "Mod-b", run: toggleMark(strong), isOn: has(strong) },
    { name: "Kursiv", icon: "italic", key: "Mod-i", run: toggleMark(em), isOn: has(em) },
    { name: "Lista", icon: "bullets", key: "Mod-Shift-8", run: toggleList(bullets), isOn: isList(bullets) },
    { name: "Numrerad lista", icon: "numbers", key: "Mod-Shift-7", run: toggleList(numbers), isOn: isList(numbers) },
    { name: "Citat", icon: "quote", key: "Mod-Shift-9", run: quote, isOn: isQuote },
    { name: "Länk", icon: "link", key: "Mod-k", run: link, isOn: (state) => linkAt(state) !== null, opens: "dialog" },
    ...(choose ? [{ name: "Bild", icon: "picture", run: picture(choose), opens: "dialog" }] : []),
    ...(fromLibrary ? [{ name: "Bild ur biblioteket", icon: "library", run: picture(fromLibrary), opens: "dialog" }] : []),
    { name: "Ångra", icon: "undo", key: "Mod-z", run: undo, canRun: undoDepth },
    { name: "Gör om", icon: "redo", key: "Mod-y", run: redo, canRun: redoDepth },
  ];
}
