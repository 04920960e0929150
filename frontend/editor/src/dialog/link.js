// Adds, changes and removes links, in a dialog.
import { TextSelection } from "prosemirror-state";
import { parseUrl } from "../urls.js";
import { schema } from "../schema.js";
import { showForm } from "./form.js";

const { link } = schema.marks;

export const NO_ADDRESS =
  "Hit går det inte att länka. Skriv en webbadress som börjar med https://, en sida på den här webbplatsen som börjar med /, en e-postadress eller ett telefonnummer.";

/** Returns the whole link at the selection. */
export function linkAt({ doc, selection }) {
  const { $from } = selection;
  const mark = link.isInSet($from.marks()) ?? link.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark) return null;
  let first = $from.index();
  const { parent } = $from;
  const has = (i) => i >= 0 && i < parent.childCount && mark.isInSet(parent.child(i).marks);
  if (!has(first)) first -= 1;
  if (!has(first)) return null;
  let last = first;
  while (has(first - 1)) first -= 1;
  while (has(last + 1)) last += 1;
  const start = $from.start() + parent.children.slice(0, first).reduce((size, { nodeSize }) => size + nodeSize, 0);
  const size = parent.children.slice(first, last + 1).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  return { mark, from: start, to: start + size, words: doc.textBetween(start, start + size) };
}

export function canLink(state) {
  return state.selection.$from.parent.type.allowsMarkType(link);
}

/** Shows the dialog and sets, changes or removes the link. */
export async function editLink(view) {
  if (!canLink(view.state)) return;
  const old = linkAt(view.state);
  const { from, to, empty } = view.state.selection;
  const range = old ?? { from, to };
  const address = { name: "address", label: "Adress", value: old?.mark.attrs.href, inputmode: "url" };
  const words = { name: "words", label: "Länkens text", hint: "Säg vart länken leder. ”Klicka här” säger inget." };
  const values = await showForm({
    title: old ? "Ändra länken" : "Lägg till en länk",
    fields: empty && !old ? [words, address] : [address],
    submit: old ? "Spara länken" : "Lägg till länken",
    actions: old ? [{ name: "remove", label: "Ta bort länken" }] : [],
    check: ({ address: typed }) => (parseUrl(typed) ? {} : { address: NO_ADDRESS }),
  });
  if (view.isDestroyed) return;
  if (values) view.dispatch(change(view.state, range, empty && !old, values));
  view.focus();
}

function change({ tr }, { from, to }, isNew, { action, address, words }) {
  if (action === "remove") return tr.removeMark(from, to, link);
  const mark = link.create({ href: parseUrl(address) });
  if (!isNew) return tr.removeMark(from, to, link).addMark(from, to, mark);
  tr.insert(from, schema.text(words || address, [mark]));
  return tr.setSelection(TextSelection.create(tr.doc, from + (words || address).length)).removeStoredMark(link);
}
