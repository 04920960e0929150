// Where a link leads: asked in a dialog, and put around the words that are selected.
import { TextSelection } from "prosemirror-state";
import { addressOf } from "../addresses.js";
import { schema } from "../schema.js";
import { ask } from "./form.js";

const { link } = schema.marks;

export const NO_ADDRESS =
  "Hit går det inte att länka. Skriv en webbadress som börjar med https://, en sida på den här webbplatsen som börjar med /, en e-postadress eller ett telefonnummer.";

/** The link at the selection, from end to end. */
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

/** Asks for an address and sets, changes or removes the link. */
export async function editLink(view) {
  if (!canLink(view.state)) return;
  const old = linkAt(view.state);
  const { from, to, empty } = view.state.selection;
  const place = old ?? { from, to };
  const address = { name: "address", label: "Adress", value: old?.mark.attrs.href, inputmode: "url" };
  const words = { name: "words", label: "Länkens text", hint: "Säg vart länken leder. ”Klicka här” säger inget." };
  const answer = await ask({
    title: old ? "Ändra länken" : "Lägg till en länk",
    fields: empty && !old ? [words, address] : [address],
    submit: old ? "Spara länken" : "Lägg till länken",
    actions: old ? [{ name: "remove", label: "Ta bort länken" }] : [],
    check: (values) => (addressOf(values.address) ? {} : { address: NO_ADDRESS }),
  });
  if (view.isDestroyed) return;
  if (answer) view.dispatch(change(view.state, place, empty && !old, answer));
  view.focus();
}

function change({ tr }, { from, to }, isNew, { action, address, words }) {
  if (action === "remove") return tr.removeMark(from, to, link);
  const mark = link.create({ href: addressOf(address) });
  if (!isNew) return tr.removeMark(from, to, link).addMark(from, to, mark);
  tr.insert(from, schema.text(words || address, [mark]));
  return tr.setSelection(TextSelection.create(tr.doc, from + (words || address).length)).removeStoredMark(link);
}
