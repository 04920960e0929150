// Places pictures in the text that are dropped, pasted or chosen. `onPicture` uploads them.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { isLocal } from "./urls.js";
import { editPicture, pictureAt } from "./dialog/picture.js";
import { element } from "./element.js";
import { schema } from "./schema.js";
import { picturesOf } from "./upload/files.js";

const FAILED = "Bilden kunde inte läggas till. Försök igen, eller välj en annan bild.";
const key = new PluginKey("pictures");

/** `onPicture(file)` resolves to `{ src, alt, caption }`, or to null when it was cancelled. */
export function pictures(onPicture, announce) {
  const add = (view, files, pos) => {
    if (!files.length) return false;
    if (!onPicture) announce("Här går det inte att lägga till bilder.");
    else for (const file of files) addPicture(view, file, pos, onPicture, announce);
    return true;
  };
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set) {
        const { add: added, remove } = tr.getMeta(key) ?? {};
        let waiting = set.map(tr.mapping, tr.doc);
        if (remove) waiting = waiting.remove(waiting.find(null, null, (spec) => spec.id === remove));
        if (!added) return waiting;
        const placeholder = () => element("p", { class: "editor-waiting" }, "Bilden läggs till …");
        return waiting.add(tr.doc, [Decoration.widget(added.pos, placeholder, { id: added.id, key: String(added.id.name) })]);
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handlePaste: (view, { clipboardData }) => {
        // Word adds a picture of the text itself to what it copies.
        const hasWords = clipboardData.getData("text/plain").trim();
        return !hasWords && add(view, picturesOf(clipboardData));
      },
      handleDrop: (view, event) => {
        const pos = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return add(view, picturesOf(event.dataTransfer), pos);
      },
      handleDoubleClickOn: (view, _, node) => {
        if (node !== pictureAt(view.state)) return false;
        editPicture(view);
        return true;
      },
    },
  });
}

/** Uploads a picture and inserts it where it was dropped, wherever that position is by then. */
export async function addPicture(view, file, pos, onPicture, announce) {
  const id = { name: `${file.name} ${Math.random()}` };
  const { $from } = view.state.selection;
  const at = pos ?? ($from.depth ? $from.after(1) : $from.pos);
  view.dispatch(view.state.tr.setMeta(key, { add: { id, pos: at } }));
  announce("Bilden läggs till …");
  let picture = null;
  let message = "";
  try {
    picture = await onPicture(file);
    if (picture && !isLocal(picture.src)) throw new Error(FAILED);
  } catch (error) {
    picture = null;
    message = error?.message || FAILED;
  }
  if (view.isDestroyed) return;
  const [found] = key.getState(view.state).find(null, null, (spec) => spec.id === id);
  const { tr } = view.state;
  if (picture && found) insert(tr, found.from, picture);
  view.dispatch(tr.setMeta(key, { remove: id }));
  announce(message || (picture ? "Bilden är tillagd." : ""));
}

/** Inserts a picture, which is a block, after the block into which it was dropped. */
function insert(tr, pos, { src, alt = "", caption = "" }) {
  const node = schema.node("picture", { src, alt: alt ?? "", caption: caption ?? "" });
  const $pos = tr.doc.resolve(pos);
  tr.insert($pos.depth ? $pos.after(1) : pos, node);
}
