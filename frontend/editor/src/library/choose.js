// A dialog in which a picture of the library is chosen. The library's page does the same without script.
import { field, showDialog } from "../dialog/form.js";
import { element } from "../element.js";
import { findPictures } from "./request.js";
import { Shelf } from "./shelf.js";

/** How long nobody types before the search begins. */
const PAUSE_MS = 250;

/** Resolves to `{ id, src, address, alt, caption, credit }`, or to null when it was cancelled. */
export function choosePicture() {
  const search = field({ label: "Sök bland bilderna" }, element("input", { type: "search", autocomplete: "off" }));
  const status = element("p", { class: "hint", role: "status" });
  const fault = element("p", { class: "error", role: "alert", hidden: true });
  const shelf = new Shelf((picture) => dialog.close(picture));
  const more = element("button", { class: "button plain", type: "button", hidden: true }, "Visa fler");
  const leave = element("button", { class: "button plain", type: "button", onclick: () => dialog.close(null) }, "Avbryt");
  let asked = null;
  let page = 1;

  const load = async (next) => {
    asked?.abort();
    const current = (asked = new AbortController());
    fault.hidden = true;
    try {
      const found = await findPictures(search.input.value.trim(), next, current.signal);
      if (current.signal.aborted) return;
      page = next;
      shelf.show(found.pictures, page > 1);
      more.hidden = !found.has_more;
      status.textContent = inWords(found.count);
    } catch (error) {
      if (current.signal.aborted) return;
      fault.textContent = error.message;
      fault.hidden = false;
    }
  };
  let waiting = null;
  search.input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => load(1), PAUSE_MS);
  });
  more.addEventListener("click", () => load(page + 1));
  const parts = [search.dom, status, fault, shelf.dom, element("div", { class: "row" }, more, leave)];
  // Enter in the search field searches at once.
  const submit = () => {
    clearTimeout(waiting);
    load(1);
  };
  const dialog = showDialog("Välj ur bildbiblioteket", parts, { submit, first: search.input });
  dialog.dom.classList.add("picture-dialog");
  load(1);
  return dialog.closed.finally(() => {
    clearTimeout(waiting);
    asked?.abort();
  });
}

function inWords(count) {
  if (!count) return "Ingen bild passar.";
  return count === 1 ? "1 bild." : `${count} bilder.`;
}
